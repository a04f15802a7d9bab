"""Sets of Penn Treebank tags that several patterns share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

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

#: Tags of verb forms that can modify a noun: "*masked* men", "*leading* experts".
PARTICIPLE_TAGS = frozenset({"VBN", "VBG"})

PREPOSITION_TAGS = frozenset({"IN", "TO"})


def is_verb_before(doc: Doc, i: int) -> bool:
    """True if a participle is a verb and modifies no noun after it: "has *praised* many people"."""
    if doc[i].tag_ not in PARTICIPLE_TAGS or doc[i].head.i > i:
        return False
    return i == 0 or doc[i - 1].tag_ != "HYPH"
