"""Tokens to mentions.

A parsed text and what a recogniser takes for names enter; the text leaves with a mention for every
name, pronoun and description of an actor, together with the phrases that say who has which role.

Where to begin:

=========================================== ====================================================
file                                        what it does
=========================================== ====================================================
``name_finder``                             finds names: what ``recognised`` takes for one,
                                            trimmed by ``name_bounds``, typed by ``name_types``
``descriptions``                            finds actors without a name: "the mayor", "she"
``role_nouns``, ``role_holders``            find roles and who has them; ``role_modifiers`` and
                                            ``role_complements`` read the words around
``arguments``, ``coordination``             say who does what to whom; later rooms ask them
``entities``                                keeps what coreference makes of the mentions
=========================================== ====================================================
"""
