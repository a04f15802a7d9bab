"""Tokens to mentions: every name, description and pronoun that may refer to an actor, and every phrase of a role."""
