"""What the interactive page is made of: data (payload, passages, layout) and looks (template, style, script)."""
