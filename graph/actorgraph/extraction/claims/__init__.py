"""Candidates to claims: what is accepted with its evidence, what is refused, and what follows from both."""
