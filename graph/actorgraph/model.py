"""The nouns of actorgraph: the frozen records that move between the stages.

They contain plain values only, so they can be hashed, compared, sorted and pickled.  ``codec``
writes them as JSON.  What ``kinds``, ``judgement`` and ``intake`` define is imported from here.
"""

# ruff: noqa: PLC0414  the aliases re-export what belongs to the model

from __future__ import annotations

from dataclasses import dataclass

from actorgraph.intake import Omission as Omission
from actorgraph.intake import RefusedDocument as RefusedDocument
from actorgraph.judgement import Correction as Correction
from actorgraph.judgement import Doubt as Doubt
from actorgraph.judgement import JudgedPassage as JudgedPassage
from actorgraph.judgement import Judgement as Judgement
from actorgraph.kinds import BACKGROUND_METHODS as BACKGROUND_METHODS
from actorgraph.kinds import LEARNED as LEARNED
from actorgraph.kinds import NOT_ACTING as NOT_ACTING
from actorgraph.kinds import PRESENCE_METHODS as PRESENCE_METHODS
from actorgraph.kinds import ActorId as ActorId
from actorgraph.kinds import ActorType as ActorType
from actorgraph.kinds import ClaimId as ClaimId
from actorgraph.kinds import DocumentId as DocumentId
from actorgraph.kinds import MentionKind as MentionKind
from actorgraph.kinds import Modality as Modality
from actorgraph.kinds import Polarity as Polarity
from actorgraph.kinds import SpeechAct as SpeechAct
from actorgraph.kinds import Status as Status
from actorgraph.kinds import Verdict as Verdict

#: A half-open interval of Unicode code points, ``text[start:end]``.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was read.

    Attributes:
        id: Computed from the content, see ``identifiers.document_id``.
        name: The ``id`` of a JSON line, or the path relative to the input folder.
        text: The stored text, which is never altered.  All offsets refer to it, in code points.
        date: Day of publication, ``YYYY-MM-DD``.
        language: ISO 639-1 code.
        author: Who wrote it, as the document says.
        copy_of: The older document that it nearly copies, see ``resolution.near_copies``.
    """

    id: DocumentId
    name: str
    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    language: str = "en"
    author: str | None = None
    copy_of: DocumentId | None = None


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A passage that refers to an actor; ``text`` is verbatim ``document.text[start:end]``."""

    document: DocumentId
    start: int
    end: int
    kind: MentionKind
    text: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or thing that claims are about.

    Attributes:
        name: The canonical name: the fullest one in use.
        subtype: Local name of a class below ``type``, such as ``Country``; None if unknown.
        aliases: The other names in use, sorted.
        mentions: Sorted by document and offset.
        wikidata: ``Q`` number if a gazetteer has one.
        notes: What people wrote about it, sorted.
        matches: IRIs of the same actor in other sources, as people decided, sorted.
    """

    id: ActorId
    type: ActorType
    name: str
    subtype: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    wikidata: str | None = None
    notes: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()

    @property
    def documents(self) -> frozenset[DocumentId]:
        """The documents that mention it."""
        return frozenset(mention.document for mention in self.mentions)


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
                f"no passage {start}–{end} in {document.name}, of {len(document.text)} characters"
            )
        return cls(document.id, start, end, document.text[start:end])

    def holds_in(self, document: Document) -> bool:
        """Whether the document has the quote at these offsets."""
        passage = document.text[self.start : self.end]
        return self.document == document.id and self.quote == passage != ""


@dataclass(frozen=True, slots=True)
class Claim:
    """According to a source, in this passage, *subject – relation – object* is (or is not) so.

    Attributes:
        relation: Local name of a relation in the ontology.
        evidence: At least one passage.  A derived claim has those of its premises.
        status: For relations that last (roles, memberships); None for events.
        valid_from, valid_until: ISO dates (``YYYY[-MM[-DD]]``), as precise as the text.
        attributed_to: The actor who says so; None if the document itself does.
        confidence: 0–1, the share of its method's claims that are right in annotated articles.
        method: Template and trigger, such as ``apposition: analyst at``, then the probability that
            the learned reader gives: ``apposition: analyst at; learned reader 0.93``.  A claim that
            it proposes alone has only the latter.
        premises: The claims that a derived claim follows from; empty for one that was read.
        trigger: The words that express the relation; None where background or grammar does.
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
    trigger: Evidence | None = None

    @property
    def passages(self) -> tuple[Evidence, ...]:
        """Its evidence, and its trigger if it has one."""
        return self.evidence if self.trigger is None else (*self.evidence, self.trigger)

    @property
    def quote(self) -> str:
        """The verbatim passages that prove it, joined by `` … ``."""
        return " … ".join(passage.quote for passage in self.evidence)

    @property
    def is_background(self) -> bool:
        """Whether it rests on background knowledge, so that its passages only name its ends."""
        return self.method in BACKGROUND_METHODS

    @property
    def reservations(self) -> tuple[str, ...]:
        """What keeps this from being a plain current fact: ``denied``, ``planned``, ``former``."""
        stated = (self.polarity, self.modality, self.status)
        plain = (Polarity.AFFIRMED, Modality.ASSERTED, Status.CURRENT, None)
        return tuple(item.value for item in stated if item and item not in plain)

    @property
    def proof_order(self) -> tuple[bool, bool, bool, bool, bool, float, ClaimId]:
        """Sort key that puts the best proof first: on the page, in answers and in exports.

        Affirmed before denied, asserted before planned, present before past, said by the text
        before known without it, read before derived, then by decreasing confidence.
        """
        return (
            self.polarity is Polarity.DENIED,
            self.modality is not Modality.ASSERTED,
            not self.is_current,
            self.is_background,
            bool(self.premises),
            -self.confidence,
            self.id,
        )

    @property
    def is_plain(self) -> bool:
        """Whether it is affirmed and asserted, whoever says so."""
        return (self.polarity, self.modality) == (Polarity.AFFIRMED, Modality.ASSERTED)

    @property
    def is_current(self) -> bool:
        """Whether it is neither over nor still to come."""
        return self.status not in (Status.FORMER, Status.DESIGNATE)

    def is_accepted(self, threshold: float) -> bool:
        """Whether it may be a plain edge: affirmed, asserted, current, and confident enough.

        Args:
            threshold: Minimum confidence, 0–1; see ``Relation.threshold``.
        """
        return (
            self.is_plain
            and self.is_current
            and self.attributed_to is None  # what only someone says is no fact
            and self.confidence >= threshold
        )


@dataclass(frozen=True, slots=True)
class Attribution:
    """A passage that the text attributes to a source.

    Attributes:
        source: Where the source is mentioned; None if it is not.
        speaker: The actor that ``source`` refers to; None if unresolved.
        cue: The words that mark the attribution, such as ``said`` or ``according to``.
        content: What is attributed, in one or more spans.
        direct: Whether it is quoted verbatim.
    """

    source: Span | None
    speaker: ActorId | None
    cue: Span | None
    content: tuple[Span, ...]
    direct: bool

    @property
    def text_order(self) -> tuple[tuple[Span, ...], str]:
        """Sort key that puts quotations in the order of the text, wherever they are listed."""
        return self.content, repr(self)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A candidate claim that was rejected, kept to answer "why not?".

    Attributes:
        subject: Its name as in the text, like ``object``.
        relation: Local name of the relation.
        reason: A sentence.
        start, end: The passage that it was read in, in code points.
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
    """All that was read in one document.  Its actor ids are local until documents are resolved."""

    document: Document
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """The readings of all documents after resolution.

    The ids in ``readings`` are global, and their own ``actors`` are empty: ``actors`` has them all.
    All tuples are sorted by id, so equal input gives an equal corpus.
    """

    readings: tuple[Reading, ...] = ()
    actors: tuple[Actor, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of every document, sorted by id."""
        claims = (claim for reading in self.readings for claim in reading.claims)
        return tuple(sorted(claims, key=lambda claim: claim.id))
