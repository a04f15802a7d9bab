"""Text to tokens: the grammar of every sentence, its quotations, its dateline, the arguments of its verbs."""
