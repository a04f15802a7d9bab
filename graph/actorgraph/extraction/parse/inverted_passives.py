"""Questions in the passive, whose participle the parser hangs on the subject.

In "Was *Roth* arrested by Norland?" it takes "arrested by Norland" for what tells which Roth is
meant, so that the arrest would be no part of the question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import PAST_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Forms of the copula that begin a question: "*was* Roth arrested?".
COPULAS = grammar_words("copula before its subject")
#: What a copula with a predicate of its own has: "Is the man arrested by Norland *a spy*?".
PREDICATES = ("attr", "acomp", "expl", "prep", "advmod")


def attach_inverted_passives(doc: Doc) -> Doc:
    """Make the participle after the subject of a question its verb."""
    for copula in list(doc):
        if copula.lower_ in COPULAS and copula.sent[-1].text == "?":
            participle = _participle(copula)
            if participle is not None:
                reattach(doc, _changes(copula, participle))
    return doc


def _participle(copula: Token) -> Token | None:
    """Return the participle beside the inverted subject of a copula without predicate, or None."""
    subjects = dependents(copula, "nsubj")
    if len(subjects) != 1 or subjects[0].i < copula.i:
        return None
    if any(word.i > copula.i for word in dependents(copula, *PREDICATES)):
        return None
    for word in dependents(subjects[0], "acl"):
        if word.tag_ in PAST_TAGS:
            return word
    return None


def _changes(copula: Token, participle: Token) -> dict[Token, tuple[Token, str]]:
    subject = participle.head
    changes = {word: (participle, word.dep_) for word in copula.children}
    is_root = copula.head == copula
    changes[participle] = (participle if is_root else copula.head, copula.dep_)
    changes[subject] = (participle, "nsubjpass")
    changes[copula] = (participle, "auxpass")
    return changes
