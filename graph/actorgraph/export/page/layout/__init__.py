"""Where the page draws what: positions, sizes and colours of the nodes."""
