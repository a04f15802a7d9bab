"""The antecedents of pronouns: "she", "its", "they", "I"."""
