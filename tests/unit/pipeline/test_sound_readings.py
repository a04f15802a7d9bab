"""What does not fit costs its document, wherever it comes to light; the other documents go on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from actorgraph.dataset.checks import objection
from actorgraph.dataset.corpus import load_corpus
from actorgraph.dataset.store import open_graph
from actorgraph.errors import DocumentError, InvalidData
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Attribution,
    Claim,
    ClaimId,
    Corpus,
    Document,
    DocumentId,
    Evidence,
    Modality,
    Reading,
)
from actorgraph.pipeline import sound_readings, workers
from actorgraph.pipeline.changes import build
from actorgraph.pipeline.reading_cache import ReadingCache
from actorgraph.pipeline.sound_readings import resolve_sound, without_idle_dates
from actorgraph.resolution import Resolution, resolve_actors, resolved
from actorgraph.vocabulary import load_vocabulary
from tests.unit.conftest import Write

GHOST = ActorId("a99")
TUESDAY = Actor(ActorId("t"), ActorType.TIME, "Tuesday")


def reading(number: int) -> Reading:
    text = f"Runa Vik leads Mill {number}. It turns, Tuesday said."
    document = Document(DocumentId(f"d{number}"), f"{number}.txt", text)
    runa = Actor(ActorId("a0"), ActorType.PERSON, "Runa Vik")
    mill = Actor(ActorId("a1"), ActorType.ORGANIZATION, f"Mill {number}")
    proof = Evidence.of(document, 0, 21)
    leads = Claim(ClaimId(f"c{number}"), runa.id, "leads", mill.id, (proof,))
    return Reading(document, (runa, mill), (leads,))


def claiming(**changes: Any) -> Reading:
    broken = reading(2)
    claims = tuple(replace(claim, **changes) for claim in broken.claims)
    return replace(broken, claims=claims)


def haunted(sound: Reading) -> Reading:
    """Let all claims be about an actor that does not exist."""
    claims = tuple(replace(claim, subject=GHOST) for claim in sound.claims)
    return replace(sound, claims=claims)


def attributed(speaker: ActorId) -> Reading:
    said = Attribution((34, 41), speaker, (42, 46), ((23, 31),), direct=False)
    return replace(reading(2), attributions=(said,))


MISFITS = {
    "subject": claiming(subject=GHOST),
    "object": claiming(object=GHOST),
    "source of a claim": claiming(attributed_to=GHOST, modality=Modality.ALLEGED),
    "speaker": attributed(GHOST),
    "relation": claiming(relation="repaints"),
    "quote": claiming(evidence=(Evidence(DocumentId("d2"), 0, 8, "Runa Wik"),)),
    "document of the quote": claiming(
        evidence=(Evidence(DocumentId("d1"), 0, 8, "Runa Vik"),)
    ),
    "premise": claiming(premises=(ClaimId("c99"),)),
    "confidence": claiming(confidence=1.5),
}


@pytest.mark.parametrize("misfit", MISFITS.values(), ids=MISFITS)
def test_a_reading_that_contradicts_itself_costs_only_its_document(
    misfit: Reading,
) -> None:
    _, corpus, refused = resolve_sound(
        [reading(1), misfit, reading(3)], (), load_vocabulary()
    )
    assert [one.document.name for one in corpus.readings] == ["1.txt", "3.txt"]
    assert len(corpus.claims) == 2
    assert [one.name for one in refused] == ["2.txt"]
    assert refused[0].reason


def test_a_claim_whose_classes_do_not_fit_costs_only_itself_once_actors_are_resolved() -> (
    None
):
    misfit = claiming(relation="spouseOf")
    assert "must be" in (objection(misfit, load_vocabulary()) or "")
    _, corpus, refused = resolve_sound([reading(1), misfit], (), load_vocabulary())
    assert [claim.id for claim in corpus.claims] == ["c1"]
    assert refused == []


@pytest.mark.parametrize("misfit", MISFITS.values(), ids=MISFITS)
def test_such_a_reading_is_noticed_before_it_leaves_its_worker(misfit: Reading) -> None:
    assert objection(misfit, load_vocabulary())


def test_what_fits_is_kept() -> None:
    _, corpus, refused = resolve_sound([reading(1), reading(2)], (), load_vocabulary())
    assert (len(corpus.readings), refused) == (2, [])


def test_a_contradiction_that_comes_with_resolution_costs_only_its_document(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Resolution makes a misfit of document 2, and keeps doing so."""

    def bewitched(*arguments: Any) -> tuple[Resolution, Corpus]:
        resolution, corpus = resolved(*arguments)
        readings = (
            haunted(reading) if reading.document.id == "d2" else reading
            for reading in corpus.readings
        )
        return resolution, replace(corpus, readings=tuple(readings))

    monkeypatch.setattr(sound_readings, "resolved", bewitched)
    _, corpus, refused = resolve_sound(
        [reading(1), reading(2), reading(3)], (), load_vocabulary()
    )
    assert [one.document.name for one in corpus.readings] == ["1.txt", "3.txt"]
    assert "a99" in refused[0].reason


def test_a_corpus_that_is_wrong_without_a_guilty_document_is_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nameless = Corpus(actors=(Actor(ActorId("nobody"), ActorType.PERSON, ""),))
    nobody = resolve_actors((), (), load_vocabulary())
    monkeypatch.setattr(sound_readings, "resolved", lambda *_: (nobody, nameless))
    with pytest.raises(InvalidData, match="it has no name"):
        resolve_sound([reading(1)], (), load_vocabulary())


@pytest.mark.parametrize(
    "naming",
    [
        attributed(TUESDAY.id),
        claiming(attributed_to=TUESDAY.id),
        claiming(object=TUESDAY.id),
    ],
    ids=["speaker", "source of a claim", "object"],
)
def test_a_date_that_anything_names_is_kept(naming: Reading) -> None:
    dated = replace(naming, actors=(*naming.actors, TUESDAY))
    assert without_idle_dates(dated) == dated


def test_a_date_that_nothing_names_is_dropped() -> None:
    dated = replace(reading(1), actors=(*reading(1).actors, TUESDAY))
    assert without_idle_dates(dated) == reading(1)


SPEAKING_DATE = (
    "Ada Quint, the mayor of Oslo, met Bo Lind. “The bridge will open,” Tuesday said."
)


def test_a_date_that_is_taken_for_a_speaker_costs_nothing(
    stories: Path, write: Write, tmp_path: Path
) -> None:
    odd = write(odd_txt=SPEAKING_DATE)
    report = build([stories / "ferry.txt", odd], tmp_path / "graph")
    assert report.refused == ()
    assert report.summary.documents == 2


def mentions_greta(document: Document) -> bool:
    return "Greta" in document.text


def test_a_cached_reading_that_does_not_fit_is_read_again(
    monkeypatch: pytest.MonkeyPatch, graph: Path, stories: Path
) -> None:
    get = ReadingCache.get

    def damaged(self: ReadingCache, document: Document) -> Reading | None:
        cached = get(self, document)
        return haunted(cached) if cached and mentions_greta(document) else cached

    monkeypatch.setattr(ReadingCache, "get", damaged)
    before = load_corpus(open_graph(graph))
    (graph / "graph.html").unlink()
    report = build([stories], graph)
    assert report.refused == ()
    assert load_corpus(open_graph(graph)) == before


@pytest.fixture
def haunt_later(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return what makes a misfit of the story about Greta after it was read and checked."""

    def late(sound: Reading) -> Reading:
        dated = without_idle_dates(sound)
        return haunted(dated) if mentions_greta(sound.document) else dated

    return lambda: monkeypatch.setattr(workers, "without_idle_dates", late)


def test_a_misfit_after_the_workers_is_listed_and_the_others_are_stored(
    haunt_later: Callable[[], None], graph: Path, stories: Path
) -> None:
    haunt_later()
    (graph / "graph.html").unlink()
    report = build([stories], graph)
    assert [one.name for one in report.refused] == ["party.txt"]
    assert "a99" in report.refused[0].reason
    stored = load_corpus(open_graph(graph))
    assert {one.document.name for one in stored.readings} == {"envoy.txt", "ferry.txt"}


def test_nothing_but_misfits_leaves_the_graph_in_force(
    haunt_later: Callable[[], None], stories: Path, tmp_path: Path
) -> None:
    build([stories / "party.txt"], tmp_path / "graph")
    haunt_later()
    (tmp_path / "graph" / "graph.html").unlink()
    with pytest.raises(DocumentError, match=r"no graph was written \(party.txt: "):
        build([stories / "party.txt"], tmp_path / "graph")
    assert load_corpus(open_graph(tmp_path / "graph")).claims
