"""Whether a passage says that something is so, denies it, plans it, or tells it of others."""
