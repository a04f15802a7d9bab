"""Polarity and modality: whether a passage asserts, denies, plans, alleges or demands something."""
