"""Tags of the Penn Treebank that several rooms of the reading share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME_TAGS = frozenset({"NNP", "NNPS"})
COMMON_NOUN_TAGS = frozenset({"NN", "NNS"})
NOUN_TAGS = NAME_TAGS | COMMON_NOUN_TAGS
#: Nouns but for plural names, which are often verbs of headlines: "Mayor *Thanks* Roth".
CLEAR_NOUN_TAGS = COMMON_NOUN_TAGS | {"NNP"}
PLURAL_TAGS = frozenset({"NNS", "NNPS"})

ADJECTIVE_TAGS = frozenset({"JJ", "JJR", "JJS"})
COMPARATIVE_TAGS = frozenset({"JJR", "RBR"})

#: Verbs that need no auxiliary, and auxiliaries like "may": "*wrote*", "*writes*", "*may* write".
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
PRESENT_TAGS = ("VBP", "VBZ")
#: Verbs that are surely finite: the tagger confuses "they *go*" with the infinitive.
TENSED_TAGS = ("VBD", "VBZ")
#: The past tense and the participle of the past, which the tagger confuses.
PAST_TAGS = ("VBD", "VBN")
PARTICIPLE_TAGS = ("VBN", "VBG")
#: Participles, and what the tagger takes for a past tense: "Bordurian-*backed*".
POSSIBLE_PARTICIPLE_TAGS = (*PARTICIPLE_TAGS, "VBD")

#: "his" and "their".
POSSESSIVE_TAG = "PRP$"
#: "whose".
WHOSE_TAG = "WP$"
POSSESSIVE_TAGS = (POSSESSIVE_TAG, WHOSE_TAG)
#: "who" and "which".
RELATIVE_TAGS = ("WP", "WDT")
#: All words that begin a relative clause, "where" too.
RELATIVE_CLAUSE_TAGS = (*RELATIVE_TAGS, WHOSE_TAG, "WRB")

PREPOSITION_TAGS = frozenset({"IN", "TO"})

#: Tags of words that may precede a noun within its phrase.
MODIFIER_TAGS = (
    NOUN_TAGS
    | ADJECTIVE_TAGS
    | frozenset({"VBN", "VBG", "HYPH", "CD", "RB", "RBS", "AFX", "ADD"})
)

#: Tags of words that may be inside a complement: "of the bank's board in Oslo".
COMPLEMENT_TAGS = MODIFIER_TAGS | {"DT", "IN", "TO", "CC", "POS", POSSESSIVE_TAG, "FW"}

#: The parser's labels of days and of times of day: "spoke on *Friday*".
TIME_LABELS = ("DATE", "TIME")

#: Dependency labels of participles within a noun phrase: "the *outgoing* mayor".
_MODIFYING = frozenset({"amod", "compound", "nmod", "nummod", "poss", "npadvmod"})


def is_verb_form(token: Token) -> bool:
    """Whether a word is tagged as a verb, finite or not."""
    return bool(token.tag_.startswith("V"))


def is_noun_form(token: Token) -> bool:
    """Whether a word is tagged as a noun, common or proper."""
    return token.tag_ in NOUN_TAGS


def may_modify(token: Token) -> bool:
    """Whether a word may precede a noun within its phrase; "had *accused* officials" does not."""
    if token.tag_ not in MODIFIER_TAGS:
        return False
    is_participle = token.tag_ in PARTICIPLE_TAGS
    return not is_participle or token.dep_ in _MODIFYING
