"""All judgements so far: what each is about, in words, and whether it has an effect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from actorgraph.errors import NotFound
from actorgraph.judgement import NOBODY
from actorgraph.model import ActorId, Judgement, Verdict
from actorgraph.pipeline.graph import load
from actorgraph.pipeline.judged_readings import JudgedReadings, judged_readings
from actorgraph.resolution import (
    Effects,
    effects,
    judgement_id,
    remaining,
    resolved,
    split_part,
)


class Effect(StrEnum):
    """What became of a judgement."""

    IN_FORCE = "in force"
    OVERRULED = "overruled by a later decision"
    MISSING = "no effect: its actor or claim no longer exists"


@dataclass(frozen=True, slots=True)
class ListedJudgement:
    """A judgement that was not undone.

    Attributes:
        number: From 1, the earliest first.
        id: What an "undone" judgement names.
        sentence: What was decided, in words.
        effect: Whether it counts in the current graph.
    """

    number: int
    id: str
    judgement: Judgement
    sentence: str
    effect: Effect

    @property
    def used(self) -> bool:
        """Whether it is about something that exists."""
        return self.effect is not Effect.MISSING

    @property
    def undoing(self) -> Judgement:
        """The judgement that takes it back."""
        return Judgement(NOBODY, NOBODY, Verdict.UNDONE, text=self.id)


def list_judgements(
    folder: Path, judgements: Path | None = None
) -> tuple[ListedJudgement, ...]:
    """Return the judgements that were not undone, in the order in which they were made.

    Raises:
        InvalidData: if the file of judgements is damaged.
        StoreError: if there is no graph.
    """
    judged = judged_readings(folder, judgements)
    if not judged.judgements:
        return ()
    counted = effects(judged.readings, judged.judgements, judged.vocabulary)
    # By the names that were read: a merged actor has another name now, or none.
    _, as_read = resolved(judged.readings, (), judged.vocabulary)
    names = dict(load(folder).names)
    names.update({actor.id: actor.name for actor in as_read.actors})
    names.update(_parts(judged, names))
    return tuple(_listed(remaining(judged.judgements), counted, names))


def listed_judgement(
    folder: Path, which: str, judgements: Path | None = None
) -> ListedJudgement:
    """Return one of ``list_judgements``.

    Args:
        folder: The graph folder.
        which: Its number or id.
        judgements: File of judgements; None for that beside the folder.

    Raises:
        NotFound: if there is no such judgement, or it is undone already.
    """
    for item in list_judgements(folder, judgements):
        if which in (str(item.number), item.id):
            return item
    raise NotFound(
        f"there is no decision {which}; to see their numbers: actorgraph judgements"
    )


def _parts(
    judged: JudgedReadings, names: Mapping[ActorId, str]
) -> Iterator[tuple[ActorId, str]]:
    """Yield the parts of actors that judgements name, each with its name and document."""
    documents = {
        reading.document.id: reading.document.name for reading in judged.readings
    }
    for judgement in judged.judgements:
        actor, document = split_part(judgement.right)
        if document:
            name = names.get(actor, actor)
            place = documents.get(document, document)
            yield judgement.right, f"{name} in {place}"


def _listed(
    judgements: Iterable[Judgement], counted: Effects, names: Mapping[ActorId, str]
) -> Iterable[ListedJudgement]:
    for number, judgement in enumerate(judgements, start=1):
        id_ = judgement_id(judgement)
        effect = Effect.MISSING
        if id_ in counted.concerned:
            effect = Effect.OVERRULED
        if id_ in counted.deciding:
            effect = Effect.IN_FORCE
        sentence = _sentence(judgement, names)
        yield ListedJudgement(number, id_, judgement, sentence, effect)


def _sentence(judgement: Judgement, names: Mapping[ActorId, str]) -> str:
    """Return a decision as ``rejected: Dana Roth – adviser to … ``, by names where it has any."""
    left, right = (names.get(id_, id_) for id_ in (judgement.left, judgement.right))
    words = f"{judgement.verdict}: {left}"
    if judgement.relation:
        scope = "one claim" if judgement.claim else "every claim"
        words += f" – {judgement.relation} → {right} ({scope})"
    elif right:
        words += f" | {right}"
    if judgement.correction is not None:
        corrections = _corrections(judgement, names)
        words += f", instead {corrections}"
    if judgement.text:
        words += f": {judgement.text}"
    return words


def _corrections(judgement: Judgement, names: Mapping[ActorId, str]) -> str:
    correction = judgement.correction
    parts: list[str] = []
    for name in ("subject", "relation", "object", "polarity", "modality", "status"):
        value = getattr(correction, name)
        if value is not None:
            words = names.get(value, value)
            parts.append(f"{name} {words}")
    return ", ".join(parts)
