"""The interactive page: data (what it shows), layout (where), web (template, style, script)."""
