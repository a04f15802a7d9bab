"""How the learned reader is made: corpora, windows, network, fitting, export."""
