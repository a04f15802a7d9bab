"""Passives whose participle the parser takes for a predicate or for a modifier.

In "Was *Roth* arrested by Norland?" it takes "arrested by Norland" for what says which Roth is
meant, so that the arrest would be no part of the question; in "Delmore Bank is *majority-owned* by
Roth" it takes "owned" for an adjective.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import dependents, is_aside
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import PAST_TAGS, is_verb_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Forms of the copula that begin a question: "*was* Roth arrested?".
COPULAS = grammar_words("copula before its subject")
#: What a copula with a predicate of its own has: "Is the man arrested by Norland *a spy*?".
PREDICATES = ("attr", "acomp", "expl", "prep", "advmod")


def attach_lost_passives(doc: Doc) -> Doc:
    """Make participles verbs: of their subject, or of a clause about the noun before them."""
    for word in list(doc):
        participle = _participle(word)
        if participle is not None:
            reattach(doc, _changes(word, participle))
        # CASE after its noun: "Delmore Bank, *majority-owned* by Roth, …"
        elif word.dep_ == "amod" and word.head.i < word.i and _has_agent(word):
            word.dep_ = "acl"
    return doc


def _has_agent(word: Token) -> bool:
    return word.tag_ in PAST_TAGS and bool(dependents(word, "agent"))


def _participle(copula: Token) -> Token | None:
    """Return the participle that belongs to a copula without another predicate, or None."""
    if not is_verb_form(copula):
        return None
    subject = _subject(copula)
    if subject is None:
        return None
    if subject.i < copula.i:
        return _predicate(copula)
    # CASE question: "Was *Roth* arrested in Oslo?"
    if copula.lower_ not in COPULAS or copula.sent[-1].text != "?":
        return None
    predicates = dependents(copula, *PREDICATES)
    if any(word.i > copula.i and word != subject for word in predicates):
        return None
    asked = (word for word in subject.subtree if _is_asked_of(subject, word))
    return next(asked, None)


def _subject(copula: Token) -> Token | None:
    """Return the only subject of a copula, which may be taken for its predicate."""
    subjects = dependents(copula, "nsubj") or dependents(copula, "attr")
    return subjects[0] if len(subjects) == 1 else None


def _is_asked_of(subject: Token, word: Token) -> bool:
    """Whether a participle below the subject of a question is what the question asks."""
    # CASE after an apposition: "Was Roth, the singer, *arrested* in Oslo?"
    is_near = word.head == subject or is_aside(word)
    return word.dep_ == "acl" and word.tag_ in PAST_TAGS and is_near


def _predicate(copula: Token) -> Token | None:
    """Return the participle with an agent that follows a copula, or None."""
    words = dependents(copula, "acomp")
    # CASE share: "is 60 percent *owned* by Roth"
    for noun in dependents(copula, "attr"):
        words += dependents(noun, "acl") if dependents(noun, "nummod") else []
    return next(filter(_has_agent, words), None)


def _changes(copula: Token, participle: Token) -> dict[Token, tuple[Token, str]]:
    subject = _subject(copula)
    is_root = copula.head == copula
    changes = {word: (participle, word.dep_) for word in copula.children}
    changes[participle] = (participle if is_root else copula.head, copula.dep_)
    if subject is not None:
        changes[subject] = (participle, "nsubjpass")
    changes[copula] = (participle, "auxpass")
    predicate = participle.head
    if predicate in changes and predicate != subject:
        changes[predicate] = (participle, "npadvmod")
    return changes
