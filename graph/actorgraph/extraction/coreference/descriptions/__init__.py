"""Which descriptions refer to an entity of the text, and which to one without a name."""
