"""Text to tokens.

A document's text enters; a ``ParsedText`` leaves: tokens with tags, lemmas and dependencies, with
the quotations, headings and datelines marked, ready for mentions to be added.

``parser`` calls spaCy, and then the ``repairs`` of what it gets wrong, each of one wording.
``closed_classes``, ``word_tags`` and ``dependents`` are the words, tags and labels that all rooms
look for.
"""
