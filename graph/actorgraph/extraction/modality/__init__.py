"""How a passage is stated: who says it, whether it is affirmed, planned or alleged, and when it holds."""
