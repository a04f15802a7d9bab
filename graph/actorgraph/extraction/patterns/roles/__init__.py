"""Relations that role nouns express, and the posts that people have or run for."""
