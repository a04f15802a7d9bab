"""What the page shows, as plain data: actors, edges, claims, passages and articles."""
