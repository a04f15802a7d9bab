"""Sets of Penn Treebank tags that several patterns share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

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

#: Dependency labels of participles within a noun phrase: "the *outgoing* mayor".
_MODIFYING = frozenset({"amod", "compound", "nmod", "nummod", "poss", "npadvmod"})


def may_modify(token: Token) -> bool:
    """Whether a word may precede a noun within its phrase; "had *accused* officials" does not."""
    if token.tag_ not in MODIFIER_TAGS:
        return False
    is_participle = token.tag_ in ("VBN", "VBG")
    return not is_participle or token.dep_ in _MODIFYING


PREPOSITION_TAGS = frozenset({"IN", "TO"})
