"""The arguments of verbs: who acts, and who is affected, also through lists and clauses."""
