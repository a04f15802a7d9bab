"""Judge the claims about annotated articles, and record what each was based on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from actorgraph.extraction import Reader
from actorgraph.extraction.knowledge.reliability import Signals
from actorgraph.model import BACKGROUND_METHODS, Claim
from actorgraph.resources import weights_folder
from actorgraph.settings import ReaderMode
from training.corpora import FOLDS, NEWS, UNSEEN, fold_of, news_ids
from training.recording import ConfidenceRecorder
from training.scorer import Scorer, document_of
from training.verdicts import Judge

#: In these sets entities are mentions of one passage, so that a claim is right when its mentions
#: overlap the right ones.
BY_PASSAGE = frozenset({"knowledgenet"})
#: In these sets only what the text itself says is annotated: no background, nothing derived.
TEXT_ONLY = frozenset({"closereading2", "closereading3"})
BACKGROUND = BACKGROUND_METHODS | {"metonym"}


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """How a claim was read, and whether it is right.

    Attributes:
        fold: Separates what is fitted from what it is tested on.
        unseen: Whether the learned reader had not seen the article.
        signals: Those of the learned reader; empty where it had no opinion.
    """

    dataset: str
    fold: int
    unseen: bool
    template: str
    relation: str
    word: str
    signals: Signals
    right: bool


def judge_all(
    data: Path, score: Path, weights: Path | None, names: Iterable[str]
) -> Iterator[JudgedClaim]:
    """Judge the claims about every article, read by a network that has not seen it.

    Where a fold has no weights, only the rules read.  Without a folder the shipped network reads,
    which has seen all news it was trained on.

    Args:
        data: Folder of annotated articles.
        score: File of the scorer.
        weights: Folder with the weights ``news-0`` to ``news-4``; None for the shipped ones.
        names: Files of the folder, without ``.jsonl``; one that does not exist is left out.
    """
    scorer = Scorer.load(score)
    seen = news_ids(data) if weights is None else frozenset()
    for fold in range(FOLDS):
        fold_weights = weights_folder() if weights is None else weights / f"news-{fold}"
        recorder = ConfidenceRecorder()
        reader = _recording_reader(fold_weights, recorder)
        paths = [data / f"{name}.jsonl" for name in names]
        for path in filter(Path.exists, paths):
            name = path.stem
            held_back = (name in NEWS or fold == UNSEEN) and fold_weights.exists()
            for claim, right in judge_file(scorer, path, reader, fold):
                part = fold if name in NEWS else _second_fold(claim)
                unseen = held_back and claim.evidence[0].document not in seen
                basis = recorder.basis_of(claim)
                yield JudgedClaim(name, part, unseen, *basis, right)


def _recording_reader(weights: Path, recorder: ConfidenceRecorder) -> Reader:
    """Return a reader of everything whose claims are found again by their confidence."""
    mode = ReaderMode.BOTH if weights.exists() else ReaderMode.RULES
    reader = Reader(floor=0.0, mode=mode, weights=weights)
    reader.knowledge = replace(reader.knowledge, reliability=recorder)
    return reader


def _second_fold(claim: Claim) -> int:
    """Return a fold for an article of a set of which only one fold is unseen."""
    return fold_of(f"{claim.evidence[0].document} again")


def judge_file(
    scorer: Scorer, path: Path, reader: Reader, fold: int
) -> Iterator[tuple[Claim, bool]]:
    """Yield the claims about the articles of one fold of a file, each with whether it is right."""
    gold = scorer.gold(path)
    records = scorer.records(path, fold)
    for reading in reader.read(map(document_of, records.values())):
        id_ = reading.document.name
        judge = Judge(
            scorer,
            gold[id_],
            reading,
            names_only=records[id_].get("mentionKinds") == ["name"],
            by_passage=path.stem in BY_PASSAGE,
        )
        for claim, right in judge.verdicts():
            if path.stem not in TEXT_ONLY or _is_read(claim):
                yield claim, right


def _is_read(claim: Claim) -> bool:
    """Whether a claim is what the text says: neither background knowledge nor derived."""
    return claim.method not in BACKGROUND and not claim.premises
