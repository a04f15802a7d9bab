"""Who is for or against whom or what, as deeds, prefixes and reported words show."""
