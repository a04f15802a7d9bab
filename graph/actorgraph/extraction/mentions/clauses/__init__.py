"""The mentions that fill the places of a verb: who acts, and on whom; through lists and clauses."""
