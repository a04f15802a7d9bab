"""How a passage is stated: who says it, how firmly, and when it applies.

It takes a text with its entities, quotations and tags of the network, and returns who says what.
For the word that expresses a claim it returns polarity, modality and dates.

``speech/attribution`` finds who says what, ``factuality/factuality`` how a word is stated,
``validity`` when; the other files are what these three ask.
"""
