"""Which of our claims about annotated articles are right, and all that was known when their confidence was set."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from actorgraph.extraction import Reader
from actorgraph.extraction.knowledge.reliability import Reliability, Signals
from actorgraph.model import (
    LEARNED,
    Actor,
    Claim,
    Document,
    DocumentId,
    MentionKind,
    Polarity,
    Reading,
)
from actorgraph.settings import ReaderMode
from training.corpora import FOLDS, fold_of

#: In these sets entities are mentions of one passage, so a statement is right when its mentions overlap the right ones.
BY_PASSAGE = frozenset({"knowledgenet"})
#: Sets of news articles, every fold of which some network has not seen; of the others, that is fold 0.
NEWS = frozenset({"dwie", "closereading"})
UNSEEN = 0
#: Relations that say what somebody is to somebody.
ROLES = (
    *(
        "aideTo",
        "ambassadorOf",
        "analystAt",
        "chiefExecutiveOf",
        "envoyOf",
        "headOfGovernmentOf",
        "headOfStateOf",
    ),
    *("leads", "memberOf", "ministerOf", "spokespersonOf"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A judged claim: how it was read, and whether it is right.

    ``fold`` parts what is fitted from what it is tried on; ``signals`` are those of the learned reader, empty where it
    had no opinion; ``unseen`` says whether it had not seen the article.
    """

    dataset: str
    fold: int
    unseen: bool
    template: str
    relation: str
    word: str
    signals: Signals
    right: bool


@dataclass
class Recorder(Reliability):
    """Notes what every confidence would be made of, and gives the number of the note instead."""

    counts: dict[tuple[str, str, str], tuple[int, int]] = field(default_factory=dict)
    notes: list[tuple[str, str, str, Signals]] = field(default_factory=list)

    def confidence(
        self, template: str, relation: str, word: str, signals: Signals | None = None
    ) -> float:
        """Number of the note, as a fraction: rules come first and seem surest, so that others are derived from them."""
        self.notes.append((template, relation, word, dict(signals or {})))
        return 1 - len(self.notes) / SCALE

    def note_of(self, claim: Claim) -> tuple[str, str, str, Signals]:
        """What the confidence of a claim would be made of; a derived claim has that of its rule."""
        if claim.premises:
            template, _, word = claim.method.partition(": ")
            return template, claim.relation, word, {}
        return self.notes[round((1 - claim.confidence) * SCALE) - 1]


#: Notes that fit between 0 and 1.
SCALE = 1e8


def collect(
    data: Path, score: Path, weights: Path, names: Iterable[str]
) -> Iterator[Row]:
    """Judge our statements about every article, read by a network that has not seen it where there is one.

    Where a fold has no weights, only the rules read.
    """
    scorer = load_scorer(score)
    for fold in range(FOLDS):
        own = weights / f"news-{fold}"
        reader = Reader(
            floor=0.0,
            mode=ReaderMode.BOTH if own.exists() else ReaderMode.RULES,
            weights=own,
        )
        recorder = Recorder()
        object.__setattr__(reader.knowledge, "reliability", recorder)
        for name in names:
            unseen = (name in NEWS or fold == UNSEEN) and own.exists()
            for claim, right in judged(
                scorer, score.parent, data / f"{name}.jsonl", reader, fold
            ):
                part = (
                    fold
                    if name in NEWS
                    else fold_of(f"{claim.evidence[0].document} again")
                )
                yield Row(name, part, unseen, *recorder.note_of(claim), right)


def load_scorer(path: Path) -> ModuleType:
    """Import the scorer from its file."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def judged(
    scorer: ModuleType, folder: Path, path: Path, reader: Reader, fold: int
) -> Iterator[tuple[Claim, bool]]:
    """Our claims about the articles of one fold of a file, each with whether it is right."""
    vocabulary = scorer.Vocabulary.load(folder / "relations.json")
    gold = scorer.load_gold(path, vocabulary)
    records = {
        str(record["id"]): record
        for _, record in scorer.read_lines(path)
        if fold_of(str(record["id"])) == fold
    }
    documents = (document_of(record) for record in records.values())
    for reading in reader.read(documents):
        annotated = gold[reading.document.name]
        names_only = records[reading.document.name].get("mentionKinds") == ["name"]
        passage = path.stem in BY_PASSAGE
        yield from judge(
            scorer,
            vocabulary,
            annotated,
            reading,
            names_only=names_only,
            by_passage=passage,
        )


def document_of(record: dict[str, Any]) -> Document:
    """An annotated article as a document."""
    return Document(
        DocumentId(str(record["id"])),
        str(record["id"]),
        record["text"],
        record.get("title"),
        record.get("date"),
    )


def judge(
    scorer: ModuleType,
    vocabulary: Any,
    gold: Any,
    reading: Reading,
    *,
    names_only: bool,
    by_passage: bool,
) -> Iterator[tuple[Claim, bool]]:
    """Claims of one reading that the annotation decides."""
    actors = {actor.id: actor for actor in reading.actors}
    entities = {id_: entity_of(scorer, actor) for id_, actor in actors.items()}
    graph = scorer.GoldGraph(gold, vocabulary)
    predicted = scorer.Document(
        gold.id, gold.dataset, gold.text, list(entities.values()), [], attributions=[]
    )
    aligned = {
        ours: graph.canon[theirs]
        for ours, theirs in scorer.align(gold, predicted).items()
    }
    read = {claim.id: claim for claim in reading.claims}
    for claim in reading.claims:
        if any(read[premise].method.startswith(LEARNED) for premise in claim.premises):
            continue  # how often a derivation is right is counted where its premises are sure
        if (
            vocabulary.resolve(claim.relation) is None
            or claim.polarity is Polarity.DENIED
        ):
            continue
        if names_only and not (
            is_named(actors[claim.subject]) and is_named(actors[claim.object])
        ):
            continue
        evidence = [(passage.start, passage.end) for passage in claim.evidence]
        loose = False
        relation = scorer.Relation(
            claim.subject,
            claim.relation,
            claim.object,
            loose,
            claim.confidence,
            evidence,
        )
        ends = entities[claim.subject], entities[claim.object]
        pair = aligned.get(claim.subject), aligned.get(claim.object)
        terms = graph.judged_at(relation, *ends, *pair)
        if (
            claim.method.startswith(LEARNED)
            and vocabulary.canonical_term(claim.relation) not in terms
        ):
            continue  # that somebody is affiliated with a company does not make him its founder
        pairs = (
            [(a, b) for a in graph.touched(ends[0]) for b in graph.touched(ends[1])]
            if by_passage
            else [pair]
        )
        right = any(
            graph.holds(claim.relation, term, a, b) for term in terms for a, b in pairs
        )
        plainly = any(
            vocabulary.key(claim.relation, a, b) in graph.true
            for a, b in pairs
            if a and b
        )
        if right and not plainly and claim.method.startswith(LEARNED):
            continue  # the annotation is vaguer than the claim
        if terms:
            yield claim, right


def is_named(actor: Actor) -> bool:
    """Whether the text names the actor."""
    return any(mention.kind is MentionKind.NAME for mention in actor.mentions)


def entity_of(scorer: ModuleType, actor: Actor) -> Any:
    """An actor as the scorer's entity."""
    return scorer.Entity(
        actor.id,
        actor.type.value,
        [(mention.start, mention.end) for mention in actor.mentions],
    )
