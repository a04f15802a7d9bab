"""Tokens to mentions.

A parsed text and what a recogniser takes for names enter; the text leaves with a mention for every
name, pronoun and description of an actor, together with the phrases that say who has which role.
"""
