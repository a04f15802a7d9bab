"""Mentions to entities.

The mentions of a text and its role phrases enter; the entities of the document leave, each with
the names, descriptions and pronouns that refer to it, and a reason for each mention that could not
be resolved.

``names/name_links`` comes first, then ``descriptions/description_links`` and
``pronouns/pronoun_links``; the other files of each folder are what these ask, each for one way of
referring.
"""
