"""A claim before it is checked: two mentions, a relation, and the words that express it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.roles.role_phrases import OwnerMark
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.template import Template
from actorgraph.model import LEARNED, Status
from actorgraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True)
class Candidate:
    """A relation that a template reads between two mentions.

    Attributes:
        trigger: The token that expresses the relation.
        word: The trigger word in its dictionary form; empty for constructions.
        status: For lasting relations, such as roles; None for events.
        stated_by: The token around which polarity and modality are read; None where they are plain.
        negated: True if the phrase itself is denied ("not the head of …").
        misfit: Why no lexicon entry of the word admits these arguments, as a sentence; None if
            one does.
        is_in_clause: True if the learned reader's trigger is a verb.
        signals: How the learned reader rates its own candidate, see ``learned_relations``.
    """

    subject: TokenMention
    relation: str
    object: TokenMention
    trigger: int
    template: Template
    word: str = ""
    status: Status | None = None
    stated_by: int | None = None
    negated: bool = False
    misfit: str | None = None
    is_in_clause: bool = False
    signals: Mapping[str, float] = field(default_factory=dict)

    @property
    def method(self) -> str:
        """Template and trigger word, as users see them."""
        if not self.word:
            return str(self.template)
        return f"{self.template}: {self.word}"

    @property
    def is_rated(self) -> bool:
        """Whether the learned reader's probability says something about the candidate.

        It says nothing about background knowledge or about arguments far apart, nor about
        "Norwegian-born": the articles that the network learned from annotate such words as
        nationalities.  Nor has it seen "Minister Dana Roth of Norland" often.
        """
        if self.template.is_background or self.template.is_inferred:
            return False
        if self.template.detail is OwnerMark.AFTER_NAME:
            return False
        is_birth = self.template.pattern is Construction.BORN
        return not (is_birth and self.object.demonym)

    @property
    def same_actor(self) -> bool:
        """Whether subject and object are resolved to the same actor."""
        return self.subject.actor == self.object.actor >= 0


def most_specific(
    candidates: Iterable[Candidate], vocabulary: Vocabulary
) -> list[Candidate]:
    """Return candidates without those that another of the same mentions implies.

    "Roth left the Civic Party" ends a membership, and no other tie besides.
    """
    by_mentions: dict[tuple[int, int], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        roots = candidate.subject.root, candidate.object.root
        by_mentions[roots].append(candidate)
    specific: list[Candidate] = []
    for alike in by_mentions.values():
        relations = vocabulary.most_specific(map(attrgetter("relation"), alike))
        specific += [c for c in alike if c.relation in relations]
    return specific


def construction_candidates(
    parsed: ParsedText,
    construction: Construction,
    subject: TokenMention,
    object_: TokenMention,
    knowledge: Knowledge,
    *,
    trigger: int | None = None,
    word: str = "",
) -> Iterator[Candidate]:
    """Yield a candidate for each relation that a construction expresses between two mentions.

    Of a relation and its super-relation, only the more specific one is yielded.

    Args:
        trigger: The token that expresses the relation; the head of the subject if it is None.
        word: The trigger word, for constructions that have one.
    """
    relations = [
        sense.relation
        for sense in knowledge.lexicon.constructions[construction]
        if knowledge.fits_sense(parsed, subject, object_, sense)
    ]
    for relation in knowledge.vocabulary.most_specific(relations):
        yield Candidate(
            subject,
            relation,
            object_,
            subject.root if trigger is None else trigger,
            Template(construction),
            word,
        )


def candidates_stated_by(
    word: Token,
    parsed: ParsedText,
    construction: Construction,
    subject: TokenMention,
    object_: TokenMention,
    knowledge: Knowledge,
) -> Iterator[Candidate]:
    """Yield what a construction expresses by a word, which also says how that is stated."""
    for candidate in construction_candidates(
        parsed,
        construction,
        subject,
        object_,
        knowledge,
        trigger=word.i,
        word=parsed.lemma(word),
    ):
        yield replace(candidate, stated_by=word.i)


def method_label(method: str, probability: float | None) -> str:
    """Return a method with the learned reader's probability, as users see it.

    >>> method_label("verb: praise", 0.75)
    'verb: praise; learned reader 0.75'
    """
    if probability is None:
        return method
    score = f"{LEARNED} {probability:.2f}"
    return score if method == LEARNED else f"{method}; {score}"
