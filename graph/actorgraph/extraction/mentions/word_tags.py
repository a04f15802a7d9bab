"""Sets of Penn Treebank tags that several patterns share."""

from __future__ import annotations

NAME_TAGS = frozenset({"NNP", "NNPS"})
COMMON_NOUN_TAGS = frozenset({"NN", "NNS"})
NOUN_TAGS = NAME_TAGS | COMMON_NOUN_TAGS
PLURAL_TAGS = frozenset({"NNS", "NNPS"})

ADJECTIVE_TAGS = frozenset({"JJ", "JJR", "JJS"})

#: Tags of words that may precede a noun within its phrase.
MODIFIER_TAGS = (
    NOUN_TAGS
    | ADJECTIVE_TAGS
    | frozenset({"VBN", "VBG", "HYPH", "CD", "RB", "RBS", "AFX", "ADD"})
)

#: Tags of words that may be inside a complement: "of the bank's board in Oslo".
COMPLEMENT_TAGS = MODIFIER_TAGS | {"DT", "IN", "TO", "CC", "POS", "PRP$", "FW"}

PREPOSITION_TAGS = frozenset({"IN", "TO"})
