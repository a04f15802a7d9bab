"""What a careful reader takes from a sample story, and how a reading compares with it.

A ``.truth`` file is written by reading the story, never by running the product.  A line is
a claim::

    Mara Lindqvist | chiefExecutiveOf | Norvale Shipping | designate
    Gregor Hale | warned | Robert Lasko | by Gregor Hale
    ~ Omar Reyes | memberOf | Workers' List
    ! Pia Solberg | holdsPost | Mayor

``a/b`` gives alternatives.  The fourth column says how it is stated, in any order: ``denied``; one
or several of ``planned``, ``possible``, ``alleged`` and ``demanded``; ``former``, ``acting`` or
``designate``; ``by`` a speaker (``by nobody``: or without one).  What it leaves out is affirmed,
asserted, not over, and said by nobody else.  ``~`` marks what is right but not missed when it is
not read, ``!`` what must not be read as a plain fact.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from actorgraph.model import (
    BACKGROUND_METHODS,
    Actor,
    ActorId,
    Claim,
    Reading,
)
from actorgraph.settings import CONFIDENCE_THRESHOLD
from actorgraph.vocabulary import load_vocabulary

#: What a building or capital stands for is known anyway, too.
BACKGROUND = BACKGROUND_METHODS | {"metonym"}
VOCABULARY = load_vocabulary()
MODALITIES = frozenset({"asserted", "planned", "possible", "alleged", "demanded"})
STATUSES = frozenset({"former", "acting", "designate", "current"})


@dataclass(frozen=True)
class Line:
    """A line of a truth file."""

    mark: str
    subjects: frozenset[str]
    relations: frozenset[str]
    objects: frozenset[str]
    stated: frozenset[str]
    text: str

    def matches(self, row: Row) -> bool:
        """Whether a claim says this, stated in this way."""
        if row.relation not in self.relations or not self._agrees(row):
            return False
        ends = [(row.subject, row.object)]
        if VOCABULARY.relation(row.relation).symmetric:
            ends.append((row.object, row.subject))
        return any(self.subjects & one and self.objects & two for one, two in ends)

    def _agrees(self, row: Row) -> bool:
        modalities = self.stated & MODALITIES or {"asserted"}
        statuses = self.stated & STATUSES or {"current", "none"}
        speakers = {part[3:] for part in self.stated if part.startswith("by ")}
        if "nobody" in speakers and not row.speaker:
            speakers = set()
        return bool(
            ("denied" in self.stated) == (row.polarity == "denied")
            and row.modality in modalities
            and row.status in statuses
            and (speakers & row.speaker if row.speaker else not speakers)
        )


@dataclass(frozen=True)
class Row:
    """A claim of a reading with the names of its actors."""

    subject: frozenset[str]
    relation: str
    object: frozenset[str]
    polarity: str
    modality: str
    status: str
    speaker: frozenset[str]
    text: str


@dataclass(frozen=True)
class Comparison:
    """Lines found or missed, claims that are wrong, and forbidden lines that were read."""

    found: list[str]
    missed: list[str]
    wrong: list[str]
    forbidden: list[str]

    def counts(self) -> dict[str, int]:
        """Return the figures that a floor holds."""
        lists = {"found": self.found, "wrong": self.wrong, "forbidden": self.forbidden}
        return {name: len(lines) for name, lines in lists.items()}

    def __str__(self) -> str:
        parts = [f"found {len(self.found)}"]
        for name in ("forbidden", "wrong", "missed"):
            lines = getattr(self, name)
            parts += [f"{name} {len(lines)}", *(f"  {line}" for line in lines)]
        return "\n".join(parts)


def read_truth(path: Path) -> list[Line]:
    """Read a truth file; blank lines and comments count for nothing."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_line(line) for line in lines if line and not line.startswith("#")]


def _line(text: str) -> Line:
    mark = text[0] if text[0] in "~!" else ""
    columns = [column.strip() for column in text.removeprefix(mark).split("|")]
    stated = columns[3].split(",") if len(columns) > 3 else []
    return Line(
        mark=mark,
        subjects=frozenset(columns[0].lower().split("/")),
        relations=frozenset(columns[1].split("/")),
        objects=frozenset(columns[2].lower().split("/")),
        stated=frozenset(part for words in stated for part in _parts(words)),
        text=text,
    )


def _parts(words: str) -> list[str]:
    """Split ``by A/B`` into ``by a`` and ``by b``; other words are one part."""
    words = words.strip().lower()
    if not words.startswith("by "):
        return [words]
    return [f"by {name}" for name in words[3:].split("/")]


def compare(lines: Iterable[Line], reading: Reading) -> Comparison:
    """Compare what a reading draws of the text with the truth.

    What rests on gazetteers and names of places says nothing about the reading and is left out, and
    so is what is too uncertain to be drawn.
    """
    lines, rows = list(lines), rows_of(reading)
    found = [line for line in lines if any(line.matches(row) for row in rows)]
    right = [line for line in lines if line.mark != "!"]
    return Comparison(
        found=[line.text for line in found if not line.mark],
        missed=[line.text for line in lines if not line.mark and line not in found],
        wrong=[r.text for r in rows if not any(line.matches(r) for line in right)],
        forbidden=[line.text for line in found if line.mark == "!"],
    )


def rows_of(reading: Reading) -> list[Row]:
    """The drawn claims of the text itself."""
    actors = {actor.id: actor for actor in reading.actors}
    drawn = (c for c in reading.claims if c.confidence >= CONFIDENCE_THRESHOLD)
    return [_row(c, actors) for c in drawn if c.method not in BACKGROUND]


def _row(claim: Claim, actors: dict[ActorId, Actor]) -> Row:
    subject, object_ = actors[claim.subject], actors[claim.object]
    speaker = actors[claim.attributed_to] if claim.attributed_to else None
    notes = [*claim.reservations, *([f"by {speaker.name}"] if speaker else [])]
    quote = " … ".join(passage.quote for passage in claim.evidence)
    told = f" | {', '.join(notes)}" if notes else ""
    return Row(
        subject=_names(subject),
        relation=claim.relation,
        object=_names(object_),
        polarity=claim.polarity,
        modality=claim.modality,
        status=claim.status or "none",
        speaker=_names(speaker) if speaker else frozenset(),
        text=f"{subject.name} | {claim.relation} | {object_.name}{told}"
        f"   [{claim.confidence:.2f} {claim.method}] “{quote}”",
    )


def _names(actor: Actor) -> frozenset[str]:
    return frozenset(name.lower() for name in (actor.name, *actor.aliases))
