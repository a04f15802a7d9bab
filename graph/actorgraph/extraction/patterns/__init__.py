"""Patterns: the entities, roles and speeches of a text come in; candidates for claims leave.

Each file reads one kind of wording: roles, verbs, nouns, constructions, posts, demands, life dates;
``background`` adds what is known of the actors, ``learned_relations`` what the network proposes.
"""
