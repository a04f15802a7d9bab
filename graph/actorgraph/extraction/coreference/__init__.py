"""Mentions to entities.

The mentions of a text and its role phrases enter; the entities of the document leave, each with
the names, descriptions and pronouns that refer to it, and a reason for each mention that could not
be resolved.

``name_links`` comes first, then ``description_links`` and ``pronoun_links``; the other files are
what these three ask, each for one way of referring.
"""
