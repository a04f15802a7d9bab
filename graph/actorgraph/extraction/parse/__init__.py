"""Text to tokens.

A document's text enters; a `ParsedText` leaves: tokens with tags, lemmas and dependencies, with
the quotations, headings and datelines marked, ready for mentions to be added.
"""
