"""What people judged teaches: it is counted by way of reading, and confidence follows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from actorgraph.errors import OntologyError
from actorgraph.extraction.knowledge.reliability import load_reliability
from actorgraph.kinds import Status, Verdict
from actorgraph.model import LEARNED, ActorId, Claim, Correction, Judgement
from actorgraph.pipeline.changes import build, judge
from actorgraph.pipeline.graph import load
from actorgraph.pipeline.judged_claims import judged_claim
from actorgraph.pipeline.judged_ways import (
    JudgedWay,
    Way,
    experience,
    judged_ways,
    recalibrate,
)
from actorgraph.pipeline.listed_judgements import listed_judgement
from actorgraph.pipeline.options import Options
from actorgraph.settings import ReaderMode
from actorgraph.vocabulary import load_vocabulary

TEXT = (
    "Ann Roth, the chief executive of Fjord Bank, accused Bob Marsh of lying. "
    "Dana Holm accused Piet Quint of fraud. Quint praised Roth."
)
RULES = Options(reader=ReaderMode.RULES)
Decide = Callable[..., None]


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("article") / "bank.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def folder(article: Path, tmp_path: Path) -> Path:
    build([article], tmp_path / "graph", RULES)
    return tmp_path / "graph"


@pytest.fixture
def decide(folder: Path) -> Decide:
    """Records a decision about the claim of a relation that one of the actors has."""

    def decided(verdict: Verdict, read: str, name: str, **correction: str) -> None:
        claim = claim_about(folder, read, name)
        judgement = judged_claim(load(folder), claim.id, verdict)
        if correction:
            judgement = Judgement(
                judgement.left,
                judgement.right,
                verdict,
                relation=judgement.relation,
                claim=judgement.claim,
                correction=Correction(**correction),  # type: ignore[arg-type]
            )
        judge(judgement, folder)

    return decided


def claim_about(folder: Path, relation: str, name: str) -> Claim:
    graph = load(folder)
    return next(
        claim
        for claim in graph.corpus.claims
        if claim.relation == relation
        and name in (graph.names[claim.subject], graph.names[claim.object])
    )


def counts(ways: tuple[JudgedWay, ...]) -> dict[tuple[str, str], tuple[int, ...]]:
    return {
        (one.way.method, one.way.relation): (
            one.rejected,
            one.corrected,
            one.confirmed,
            one.claims,
        )
        for one in ways
    }


def test_claims_are_counted_by_the_way_in_which_they_were_read(
    folder: Path, decide: Decide
) -> None:
    assert judged_ways(folder) == ()
    decide(Verdict.REJECTED, "accused", "Ann Roth")
    decide(Verdict.CONFIRMED, "accused", "Dana Holm")
    decide(Verdict.CORRECTED, "praised", "Piet Quint", relation="supports")
    decide(
        Verdict.CORRECTED, "chiefExecutiveOf", "Ann Roth", status=Status.FORMER.value
    )
    ways = judged_ways(folder)
    assert counts(ways) == {
        ("verb: accuse", "accused"): (1, 0, 1, 2),
        ("verb: praise", "praised"): (0, 1, 0, 1),
        ("apposition: chief executive", "chiefExecutiveOf"): (0, 0, 1, 1),
    }
    assert all(0.5 < way.stated <= 1 for way in ways)
    assert [way.wrong for way in ways] == [1, 1, 0]


def test_what_is_undone_teaches_nothing(folder: Path, decide: Decide) -> None:
    decide(Verdict.REJECTED, "accused", "Ann Roth")
    judge(listed_judgement(folder, "1").undoing, folder)
    assert judged_ways(folder) == ()
    assert recalibrate(folder, folder / "unwritten.ttl") == ()
    assert not (folder / "unwritten.ttl").exists()


def test_whoever_is_hidden_was_not_misread(folder: Path) -> None:
    ann = load(folder).find_exactly("Ann Roth").id
    judge(Judgement(ann, ActorId(""), Verdict.HIDDEN), folder)
    assert judged_ways(folder) == ()


def test_confidence_follows_in_the_next_build(
    article: Path, folder: Path, decide: Decide, tmp_path: Path
) -> None:
    before = claim_about(folder, "accused", "Dana Holm").confidence
    decide(Verdict.REJECTED, "accused", "Ann Roth")
    target = tmp_path / "calibration.ttl"
    (change,) = recalibrate(folder, target)
    assert change.after < change.before
    options = Options(reader=ReaderMode.RULES, extensions=target)
    build([article], tmp_path / "other", options)
    after = claim_about(tmp_path / "other", "accused", "Dana Holm").confidence
    assert after < before
    unjudged = [
        claim_about(one, "praised", "Piet Quint").confidence
        for one in (folder, tmp_path / "other")
    ]
    assert unjudged[0] - unjudged[1] < before - after  # only through "verb" in general


def test_what_only_the_learned_reader_proposes_follows_too(tmp_path: Path) -> None:
    rejected = JudgedWay(Way(LEARNED, "metWith", ""), 5, 0, 0, 9, 0.7)
    path = tmp_path / "calibration.ttl"
    path.write_text(experience([rejected], load_vocabulary()), encoding="utf-8")
    signals = {"probability": 2.0}
    for relation, follows in (("metWith", True), ("visited", False)):
        before, after = (
            load_reliability(*files).confidence(LEARNED, relation, "", signals)
            for files in ((), (path,))
        )
        assert (after < before) is follows


def test_counts_are_taken_anew_and_not_twice(
    article: Path, folder: Path, decide: Decide, tmp_path: Path
) -> None:
    decide(Verdict.REJECTED, "accused", "Ann Roth")
    target = tmp_path / "calibration.ttl"
    recalibrate(folder, target)
    first = target.read_text(encoding="utf-8")
    build([article], folder, Options(reader=ReaderMode.RULES, extensions=target))
    recalibrate(folder, target)
    assert target.read_text(encoding="utf-8") == first


def test_a_count_that_is_no_number_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "calibration.ttl"
    path.write_text(
        "@prefix ag: <https://w3id.org/actorgraph/ontology#> .\n"
        '[] a ag:Experience ; ag:template "verb" ; ag:relation ag:accused ; '
        'ag:word "accuse" ; ag:right "often" ; ag:wrong "1" .\n',
        encoding="utf-8",
    )
    with pytest.raises(OntologyError, match="ag:right 'often'; a whole number"):
        load_reliability(path)
