"""A graph that was changed step by step is, byte for byte, the one that is built at once."""

import os
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.dataset.verification import verify
from actorgraph.identifiers import WIKIDATA, document_id
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Attribution,
    Claim,
    ClaimId,
    Correction,
    Document,
    DocumentId,
    Evidence,
    JudgedPassage,
    Judgement,
    Mention,
    MentionKind,
    Reading,
    Refusal,
    Verdict,
)
from actorgraph.pipeline import reading_cache, update
from actorgraph.pipeline.increment import Incrementer
from actorgraph.pipeline.options import Options, settle
from actorgraph.pipeline.reading_cache import ReadingCache
from actorgraph.pipeline.report import Changes
from actorgraph.pipeline.update import Update
from actorgraph.pipeline.update_records import DocumentSet
from actorgraph.pipeline.workers import silent
from actorgraph.resolution import append_judgements, part_id

#: What people are called: of some, only the surname or a description is given.
PEOPLE = ("Ann Lee", "Ann B. Lee", "Lee", "Bo Dahl", "Bo Dahl Jr.", "the officer")
BODIES = ("Tide Bank", "TB", "Tide Bank Inc.", "the bank")
COUNTRIES = ("Norland", "Sudland")
#: Namesakes: the age of Ann Lee, and the country of Bo Dahl, by the number of the document.
AGES = (", 34,", ", 58,", "")
CITIZENSHIPS = ("Norland", "Sudland", None, None)
#: What agencies wrote: a document has one of them or none, so it is a copy of older ones.
AGENCIES = tuple(
    " ".join(f"{letter}{n * n % 97}" for n in range(90)) for letter in "xyz"
)
RELATIONS = ("metWith", "warned", "leads", "worksFor")
NOBODY = ActorId("")


def document(number: int, name: str = "") -> Document:
    people = " met ".join((*PEOPLE, *BODIES, *COUNTRIES))
    aged = people.replace("Ann Lee", "Ann Lee" + AGES[number % 3])
    agency = (*AGENCIES, "")[number % 4]
    text = f"{number}: {aged}. {agency}"
    date = f"2024-01-{number * 7 % 11 + 1:02}" if number % 5 else None
    id_ = document_id(text, None, date, None)
    return Document(id_, name or f"{number}.txt", text, date=date)


def actor(item: Document, place: int, name: str) -> Actor:
    type_ = ActorType.PERSON if name in PEOPLE else ActorType.ORGANIZATION
    if name in COUNTRIES:
        type_ = ActorType.PLACE
    kind = MentionKind.NOMINAL if name.startswith("the ") else MentionKind.NAME
    start = item.text.index(name)
    mention = Mention(item.id, start, start + len(name), kind, name)
    aliases = ("TB",) if name == "Tide Bank" else ()
    subtype = "Country" if name in COUNTRIES else None
    return Actor(ActorId(f"a{place}"), type_, name, subtype, aliases, (mention,))


def reading(item: Document) -> Reading:
    """Return what is read in a document: its number decides who is in it and who does what."""
    number = int(item.text.partition(":")[0])
    names = [
        name
        for place, name in enumerate((*PEOPLE, *BODIES))
        if (number >> place % 3) & 1 or place % 4 == number % 4
    ]
    actors = tuple(actor(item, place, name) for place, name in enumerate(names))
    claims: list[Claim] = []
    for place, (subject, object_) in enumerate(pairwise(actors)):
        proof = (Evidence.of(item, place, place + 4),)
        relation = RELATIONS[(number + place) % len(RELATIONS)]
        is_body = object_.type is ActorType.ORGANIZATION
        if subject.type is not ActorType.PERSON or is_body != (
            relation in ("leads", "worksFor")
        ):
            relation = "warned"
        id_ = ClaimId(f"{item.id[:6]}{place}")
        claims.append(
            Claim(
                id_,
                subject.id,
                relation,
                object_.id,
                proof,
                confidence=0.45 + place / 25,
            )
        )
    actors, claims = with_citizenship(
        item, actors, claims, CITIZENSHIPS[number // 2 % 4]
    )
    said = Attribution((0, 1), actors[0].id, (1, 2), ((2, 6),), direct=False)
    refusal = Refusal(item.id, names[0], "leads", names[-1], "too vague", 0, number + 1)
    return Reading(item, actors, tuple(claims), (said,), (refusal, refusal))


def with_citizenship(
    item: Document, actors: tuple[Actor, ...], claims: list[Claim], country: str | None
) -> tuple[tuple[Actor, ...], list[Claim]]:
    ids = {actor.name: actor.id for actor in actors}
    if country is None or "Bo Dahl" not in ids:
        return actors, claims
    place = actor(item, len(actors), country)
    proof = (Evidence.of(item, 0, 2),)
    id_ = ClaimId(f"{item.id[:6]}c")
    citizen = Claim(id_, ids["Bo Dahl"], "citizenOf", place.id, proof, confidence=0.9)
    return (*actors, place), [*claims, citizen]


def read_invented(
    documents: Iterable[Document], _: object, cache: ReadingCache, *__: object
) -> Iterator[Reading]:
    for item in documents:
        cache.put(reading(item))
        yield reading(item)


@pytest.fixture(autouse=True, scope="module")
def invented() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(update, "read_each", read_invented)
        patch.setattr(reading_cache, "fingerprint", lambda _: "invented")
        yield


def files(stored: StoredGraph) -> dict[str, bytes]:
    """Return what a generation consists of, but for the engine's own files."""
    names = [name for name in stored.manifest.sha256 if not name.startswith("store/")]
    contents = {name: (stored.folder / name).read_bytes() for name in names}
    contents["lines"] = "\n".join(stored.lines()).encode()
    info = dict(stored.manifest.info)
    del info["judges_alone"]  # it may be set for nothing
    return contents | {key: value.encode() for key, value in info.items()}


def write(
    folder: Path,
    documents: Iterable[Document],
    judged: Path,
    *,
    change: bool,
    outputs: bool = False,
) -> Changes | None:
    chosen = settle(Options(judgements=judged, outputs=outputs), folder)
    ordered = tuple(sorted(documents, key=lambda item: item.id))
    before = open_graph(folder) if change else None
    folder.mkdir(exist_ok=True)
    report = Update(folder, chosen, silent).write(DocumentSet(ordered), before)
    return report.changes


def judgements(stored: StoredGraph) -> st.SearchStrategy[Judgement]:
    """Draw a judgement about what is in a graph."""
    ids = sorted(
        {ActorId(line.split(b"\t")[1].decode()) for line in names(stored)} | {NOBODY}
    )[1:] or [NOBODY]
    documents = sorted(item.id for item in stored.documents()) or [DocumentId("d")]
    one = st.sampled_from(ids)
    part = st.builds(part_id, one, st.sampled_from(documents))
    verdicts = st.sampled_from([Verdict.SAME, Verdict.DIFFERENT])
    pairs = st.builds(Judgement, one, st.one_of(one, part), verdicts)
    renamed = st.builds(
        lambda id_, name: Judgement(id_, NOBODY, Verdict.RENAMED, text=name),
        one,
        st.sampled_from(["Eva Lund", "Bo Dahl"]),
    )
    retyped = st.builds(
        lambda id_: Judgement(id_, NOBODY, Verdict.RETYPED, text="Organization"), one
    )
    hidden = st.builds(lambda id_: Judgement(id_, NOBODY, Verdict.HIDDEN), one)
    noted = st.builds(lambda id_: Judgement(id_, NOBODY, Verdict.NOTED, text="hm"), one)
    aligned = st.builds(
        lambda id_, iri: Judgement(id_, NOBODY, Verdict.ALIGNED, text=iri),
        one,
        st.sampled_from([f"{WIKIDATA}Q7", "https://example.org/list/7"]),
    )
    edges = st.builds(
        lambda left, right, relation, verdict: Judgement(
            left, right, verdict, relation=relation
        ),
        one,
        one,
        st.sampled_from(RELATIONS),
        st.sampled_from([Verdict.REJECTED, Verdict.CONFIRMED]),
    )
    corrected = st.builds(
        lambda left, right, where, to: Judgement(
            left,
            right,
            Verdict.CORRECTED,
            relation="warned",
            claim=JudgedPassage(ClaimId("none"), where, 0, 9),
            correction=Correction(object=to, relation="metWith"),
        ),
        one,
        one,
        st.sampled_from(documents),
        one,
    )
    about_actors = st.one_of(renamed, retyped, hidden, noted, aligned)
    kinds = st.one_of(pairs, about_actors, edges, corrected)
    return kinds.filter(lambda item: item.left != item.right)


def names(stored: StoredGraph) -> list[bytes]:
    return (stored.folder / "names.tsv").read_bytes().split(b"\n")[1:-1]


@settings(
    deadline=None,
    max_examples=int(os.environ.get("ACTORGRAPH_EXAMPLES", "8")),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data())
def test_any_changes_give_the_graph_of_one_build(data: st.DataObject) -> None:
    numbers = st.sets(st.integers(0, 11), min_size=1, max_size=5)
    with TemporaryDirectory() as temporary:
        root = Path(temporary)
        folder, judged = root / "graph", root / "judged.jsonl"
        wanted = data.draw(numbers)
        write(folder, map(document, wanted), judged, change=False)
        for step in range(data.draw(st.integers(1, 4))):
            if data.draw(st.booleans()):
                judgement = data.draw(judgements(open_graph(folder)))
                append_judgements(judged, [judgement])
            else:
                wanted = wanted ^ data.draw(numbers) or wanted
            changes = write(folder, map(document, wanted), judged, change=True)
            assert changes is not None
            fresh = root / f"fresh{step}"
            write(fresh, map(document, wanted), judged, change=False)
            assert files(open_graph(folder)) == files(open_graph(fresh))
            assert verify(open_graph(folder)) == []


def test_near_copies_and_namesakes_are_among_what_is_tried(tmp_path: Path) -> None:
    folder, judged = tmp_path / "graph", tmp_path / "judged.jsonl"
    write(folder, map(document, range(12)), judged, change=False)
    stored = open_graph(folder)
    copies = [item for item in stored.documents() if item.copy_of is not None]
    assert len(copies) > 3
    named = [line.split(b"\t")[0] for line in names(stored)]
    assert named.count(b"ann lee") > 1
    assert named.count(b"bo dahl") > 1


def test_a_change_does_not_build_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    judged = tmp_path / "judged.jsonl"
    folder = tmp_path / "graph"
    write(folder, map(document, range(4)), judged, change=False)
    monkeypatch.setattr(update, "resolve_sound", None)
    write(folder, map(document, range(6)), judged, change=True)
    write(folder, map(document, range(1, 6)), judged, change=True)
    left, right = sorted(pair(open_graph(folder)))
    same = Judgement(left, right, Verdict.SAME)
    append_judgements(judged, [same])
    changes = write(folder, map(document, range(1, 6)), judged, change=True)
    assert changes is not None
    assert len(changes.actors.gone) == 1


def pair(stored: StoredGraph) -> tuple[ActorId, ActorId]:
    lines = names(stored)
    ids = {line.split(b"\t")[0]: line.split(b"\t")[1].decode() for line in lines}
    return ActorId(ids[b"ann lee"]), ActorId(ids[b"bo dahl"])


def test_a_renamed_document_keeps_its_claims(tmp_path: Path) -> None:
    folder, judged = tmp_path / "graph", tmp_path / "judged.jsonl"
    write(folder, map(document, range(3)), judged, change=False)
    other = [document(0, "other.txt"), document(1), document(2)]
    write(folder, other, judged, change=True)
    write(tmp_path / "fresh", other, judged, change=False)
    assert files(open_graph(folder)) == files(open_graph(tmp_path / "fresh"))


def test_the_store_of_the_graph_before_is_as_it_was(tmp_path: Path) -> None:
    folder, judged = tmp_path / "graph", tmp_path / "judged.jsonl"
    write(folder, map(document, range(3)), judged, change=False)
    before = open_graph(folder)
    lines = list(before.lines())
    for number in range(4, 9):
        write(folder, map(document, (0, 1, number)), judged, change=True)
        del number
    assert list(before.lines()) == lines


def test_what_cannot_be_told_apart_is_built_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder, judged = tmp_path / "graph", tmp_path / "judged.jsonl"
    write(folder, map(document, range(3)), judged, change=False)
    monkeypatch.setattr(Incrementer, "increment", lambda *_: None)
    write(folder, map(document, range(4)), judged, change=True)
    write(tmp_path / "fresh", map(document, range(4)), judged, change=False)
    assert files(open_graph(folder)) == files(open_graph(tmp_path / "fresh"))


def test_the_page_is_that_of_one_build_and_a_change_without_one_leaves_none(
    tmp_path: Path,
) -> None:
    folder, fresh = tmp_path / "graph", tmp_path / "fresh"
    judged = tmp_path / "judged.jsonl"
    write(folder, map(document, range(3)), judged, change=False, outputs=True)
    write(folder, map(document, range(4)), judged, change=True, outputs=True)
    write(fresh, map(document, range(4)), judged, change=False, outputs=True)
    outputs = ("graph.html", "graph.gexf", "graph.trig")
    for name in outputs:
        assert (folder / name).read_bytes() == (fresh / name).read_bytes()
    write(folder, map(document, range(5)), judged, change=True, outputs=False)
    assert not any((folder / name).exists() for name in outputs)
    # Asked for afterwards, they are made of the graph as it is.
    write(folder, map(document, range(5)), judged, change=True, outputs=True)
    assert all((folder / name).is_file() for name in outputs)
