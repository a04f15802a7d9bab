"""Names: what a recogniser takes for one, corrected by word lists, grammar and the document."""
