"""Relations that role nouns express, and the posts that people hold or run for."""
