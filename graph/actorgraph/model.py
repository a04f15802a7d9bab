"""The nouns of actorgraph.

Everything that moves between the stages is one of these frozen records.  They hold plain values only, so they can be
hashed, compared, sorted, pickled to a worker and written as JSON without help from any library.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

DocumentId = NewType("DocumentId", str)
ActorId = NewType("ActorId", str)
ClaimId = NewType("ClaimId", str)

#: A half-open interval of Unicode code points, ``text[start:end]``.
Span = tuple[int, int]


class ActorType(StrEnum):
    """What kind of thing an actor is.  The values are the local names of classes in ``ontology/actors.ttl``."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    PLACE = "Place"
    GROUP = "Group"
    EVENT = "Event"
    ROLE = "Role"
    WORK = "Work"
    TIME = "Time"
    OTHER = "Other"


class MentionKind(StrEnum):
    """How a passage refers to an actor."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Polarity(StrEnum):
    """Whether the text affirms the relation or denies it."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Modality(StrEnum):
    """How firmly the text puts the relation."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    ALLEGED = "alleged"
    DEMANDED = "demanded"


class Status(StrEnum):
    """Whether a role is held now."""

    CURRENT = "current"
    FORMER = "former"
    ACTING = "acting"
    DESIGNATE = "designate"


class Verdict(StrEnum):
    """What somebody decided about two actors."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was read.

    Attributes:
        id: Made from the content, see ``identifiers.document_id``.
        name: What its owner calls it: the ``id`` of a JSON line, or the path relative to the input folder.
        text: The stored text.  All offsets in the product refer to it, for ever.
        date: Day of publication, ``YYYY-MM-DD``.
        language: ISO 639-1 code.
    """

    id: DocumentId
    name: str
    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class RefusedDocument:
    """An input that was not read, and why, in words."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One passage that refers to an actor; ``text`` is verbatim ``document.text[start:end]``."""

    document: DocumentId
    start: int
    end: int
    kind: MentionKind
    text: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that claims are about.

    Attributes:
        subtype: Local name of a class below ``type`` where it is known (``Country``, ``PoliticalParty``), else None.
        name: The canonical name: the fullest one that was used.
        aliases: Other names that were used, sorted, without ``name``.
        mentions: Sorted by document and offset.
        wikidata: ``Q`` number where a gazetteer gives one.
    """

    id: ActorId
    type: ActorType
    name: str
    subtype: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The verbatim proof of a claim: ``document.text[start:end] == quote``."""

    document: DocumentId
    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, document: Document, start: int, end: int) -> Evidence:
        """Quote a passage.

        Raises:
            ValueError: if the passage is empty or lies outside the text.
        """
        if not 0 <= start < end <= len(document.text):
            raise ValueError(
                f"no passage {start}–{end} in {document.name}, which has {len(document.text)} characters"
            )
        return cls(document.id, start, end, document.text[start:end])

    def holds_in(self, document: Document) -> bool:
        """Whether the quote stands in this document at these offsets."""
        return (
            self.document == document.id
            and document.text[self.start : self.end] == self.quote
            and self.quote != ""
        )


#: Methods that rest on what is known anyway, not on what the text says.
BACKGROUND_METHODS = frozenset({"gazetteer", "home", "place in name"})


#: The method of claims that the learned reader found alone; after a rule's method, it says what it thinks of the claim.
LEARNED = "learned reader"


@dataclass(frozen=True, slots=True)
class Claim:
    """According to somebody, in this passage, *subject – relation – object* holds (or does not, or may).

    Attributes:
        relation: Local name of a relation in the ontology.
        evidence: At least one passage.  A derived claim has those of its premises.
        status: For relations that last (roles, memberships); None for happenings.
        valid_from, valid_until: ISO dates (``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``), as far as the text tells.
        attributed_to: The actor who says so; None when the document itself does.
        confidence: 0–1, the share of claims read by this method that were right on annotated articles.
        method: Template and trigger that read it, such as ``apposition: analyst at``, and the probability that the
            learned reader gives it: ``apposition: analyst at; learned reader 0.93``, or ``learned reader 0.93`` alone.
        premises: For a derived claim, the claims that it follows from, else empty.
    """

    id: ClaimId
    subject: ActorId
    relation: str
    object: ActorId
    evidence: tuple[Evidence, ...]
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    status: Status | None = None
    valid_from: str | None = None
    valid_until: str | None = None
    attributed_to: ActorId | None = None
    confidence: float = 1.0
    method: str = ""
    premises: tuple[ClaimId, ...] = ()

    @property
    def reservations(self) -> tuple[str, ...]:
        """Words for what keeps this from being a plain current fact: ``denied``, ``planned``, ``former``."""
        words: list[str] = []
        if self.polarity is Polarity.DENIED:
            words.append(self.polarity.value)
        if self.modality is not Modality.ASSERTED:
            words.append(self.modality.value)
        if self.status not in (None, Status.CURRENT):
            words.append(str(self.status))
        return tuple(words)

    @property
    def proof_order(self) -> tuple[bool, bool, bool, bool, float, ClaimId]:
        """Sort key that puts the best proof first, the same on the page, in answers and in exports.

        Affirmed before denied, asserted before planned, present before past, read before derived, then by
        falling confidence.
        """
        return (
            self.polarity is Polarity.DENIED,
            self.modality is not Modality.ASSERTED,
            self.status in (Status.FORMER, Status.DESIGNATE),
            bool(self.premises),
            -self.confidence,
            self.id,
        )

    def is_accepted(self, threshold: float) -> bool:
        """Whether it may stand as a plain edge: affirmed, asserted, held now, confidence (0–1) ≥ ``threshold``."""
        return (
            self.polarity is Polarity.AFFIRMED
            and self.modality is Modality.ASSERTED
            and self.status not in (Status.FORMER, Status.DESIGNATE)
            and self.confidence >= threshold
        )


@dataclass(frozen=True, slots=True)
class Attribution:
    """A passage that somebody says.

    Attributes:
        source: Where the speaker is named, or None when the text does not say.
        speaker: The actor that ``source`` refers to, when it could be resolved.
        cue: The words that show it is said (``said``, ``according to``).
        content: What is said, one span or several.
        direct: Whether it is quoted word for word.
    """

    source: Span | None
    speaker: ActorId | None
    cue: Span | None
    content: tuple[Span, ...]
    direct: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """A candidate claim that was not made, kept so that "why not?" has an answer.

    ``reason`` is a sentence; ``subject`` and ``object`` are names as the text has them.
    """

    document: DocumentId
    subject: str
    relation: str
    object: str
    reason: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document.  Actor ids are local to it until resolution has compared the documents."""

    document: Document
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision about two actors.  It survives rebuilds and outranks every score.

    Attributes:
        left, right: Actor ids, in sorted order.
        by: Who decided.
        why: The reason, free text, may be empty.
    """

    left: ActorId
    right: ActorId
    verdict: Verdict
    by: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two actors that may be one, left apart because the evidence does not decide; ``reason`` is a sentence."""

    left: ActorId
    right: ActorId
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """The readings of all documents after resolution: one set of actors, and claims between them.

    ``readings`` carry global actor ids; their ``actors`` are empty, since ``actors`` holds them all.
    All tuples are sorted by id, so equal input gives an equal corpus.
    """

    readings: tuple[Reading, ...] = ()
    actors: tuple[Actor, ...] = ()
    doubts: tuple[Doubt, ...] = field(default=())

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of every document, sorted by id."""
        return tuple(
            sorted((c for r in self.readings for c in r.claims), key=lambda c: c.id)
        )
