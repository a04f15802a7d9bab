"""What the interactive page is made of: its data (payload, passages, layout) and its looks (template, style, script)."""
