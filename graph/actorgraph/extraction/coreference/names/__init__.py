"""Which names are of one entity: "Dana Roth" and "Roth", a body and its acronym."""
