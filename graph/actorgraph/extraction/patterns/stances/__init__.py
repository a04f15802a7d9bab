"""Support and opposition, as deeds, prefixes and reported words show them."""
