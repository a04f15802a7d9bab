"""Tokens to mentions.

A parsed text and what a recogniser takes for names enter; the text leaves with a mention for every
name, pronoun and description of an actor, together with the phrases that say who has which role.

Where to begin:

=========================================== ====================================================
file                                        what it does
=========================================== ====================================================
``names/name_finder``                       finds names: what ``recognised`` takes for one,
                                            trimmed by ``name_bounds``, typed by ``name_types``
``described/descriptions``                  finds actors without a name: "the mayor", "she"
``roles/role_nouns``,                       find roles and who has them; ``role_modifiers`` and
``roles/role_holders``                      ``role_complements`` read the words around
``clauses/arguments``,                      find the arguments of verbs; later rooms ask them
``clauses/coordination``
``entities``                                keeps what coreference makes of the mentions
=========================================== ====================================================
"""
