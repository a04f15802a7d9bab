"""What the README says that each format keeps and leaves out is what its writer does.

A format keeps a content if two graphs that differ in nothing else are written differently.
"""

import io
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from actorgraph.analysis import annotate, build_network
from actorgraph.columns import TABLES
from actorgraph.dataset.quads import corpus_lines
from actorgraph.export import EXPORTERS, Material, formats_table
from actorgraph.export.registry import Content
from actorgraph.identifiers import DEFAULT_BASE
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
    Mention,
    MentionKind,
    Polarity,
    Reading,
)
from actorgraph.vocabulary import load_vocabulary

TEXT = "Ann Roth leads Harbour Bank. Ann Roth never met Bob Marsh. Bob Marsh said: “Not bad”."
FIRST, SECOND = (
    Document(DocumentId(f"d{number}"), f"{number}.txt", TEXT) for number in (1, 2)
)


def _actor(
    id_: str, type_: ActorType, name: str, aliases: tuple[str, ...] = ()
) -> Actor:
    start = TEXT.find(name)
    mention = Mention(FIRST.id, start, start + len(name), MentionKind.NAME, name)
    mentions = (mention,) if start >= 0 else ()
    return Actor(ActorId(id_), type_, name, aliases=aliases, mentions=mentions)


ACTORS = (
    _actor("ann-1", ActorType.PERSON, "Ann Roth", aliases=("Roth",)),
    _actor("bank-2", ActorType.ORGANIZATION, "Harbour Bank"),
    _actor("bob-3", ActorType.PERSON, "Bob Marsh"),
    _actor("una-4", ActorType.PERSON, "Una Fell"),
)


def _claim(id_: str, document: Document, quote: str, relation: str, end: str) -> Claim:
    start = TEXT.index(quote)
    evidence = (Evidence(document.id, start, start + len(quote), quote),)
    ends = ActorId("ann-1"), ActorId(end)
    return Claim(ClaimId(id_), ends[0], relation, ends[1], evidence, confidence=0.91)


LEADS = replace(
    _claim("c1", FIRST, "Ann Roth leads", "leads", "bank-2"), valid_from="2011"
)
AGAIN = _claim("c2", SECOND, "leads Harbour Bank", "leads", "bank-2")
DENIED = replace(
    _claim("c3", FIRST, "never met Bob Marsh", "metWith", "bob-3"),
    polarity=Polarity.DENIED,
    attributed_to=ActorId("bob-3"),
)
WORDS = Attribution((59, 68), ActorId("bob-3"), (69, 73), ((76, 83),), True)


def material(
    actors: tuple[Actor, ...] = ACTORS,
    claims: tuple[Claim, ...] = (LEADS, AGAIN, DENIED),
    words: tuple[Attribution, ...] = (WORDS,),
    text: str = TEXT,
    shift: float | None = None,
) -> Material:
    readings = []
    for document in (FIRST, SECOND):
        its = tuple(
            claim for claim in claims if claim.evidence[0].document == document.id
        )
        said = words if document is FIRST else ()
        readings.append(
            Reading(replace(document, text=text), claims=its, attributions=said)
        )
    corpus, vocabulary = Corpus(tuple(readings), actors), load_vocabulary()
    network = annotate(build_network(corpus, vocabulary, threshold=0.4))
    if shift is not None:
        for number, (_, node) in enumerate(sorted(network.nodes(data=True))):
            node.update(x=500.0 * number, y=shift * number)
    lines = corpus_lines(corpus, vocabulary, DEFAULT_BASE, 0.4)
    return Material(corpus, network, vocabulary, lambda: lines)


def swapped() -> tuple[Claim, ...]:
    """The two claims of one edge, each in the other's document."""
    first, second = LEADS.evidence[0], AGAIN.evidence[0]
    return (
        replace(LEADS, evidence=(replace(first, document=SECOND.id),)),
        replace(AGAIN, evidence=(replace(second, document=FIRST.id),)),
        DENIED,
    )


def changed(claim: Claim) -> tuple[Claim, ...]:
    return (claim, AGAIN, DENIED)


LONGER = Evidence(FIRST.id, 0, 27, TEXT[:27])
#: Content → two graphs that differ in it only.
PAIRS: dict[Content, tuple[Callable[[], Material], Callable[[], Material]]] = {
    Content.UNRELATED: (material, lambda: material(actors=ACTORS[:3])),
    Content.NAMES: (
        material,
        lambda: material(actors=(replace(ACTORS[0], aliases=()), *ACTORS[1:])),
    ),
    Content.RESERVED: (material, lambda: material(claims=(LEADS, AGAIN))),
    Content.DATES: (
        material,
        lambda: material(claims=changed(replace(LEADS, valid_from="2012"))),
    ),
    Content.QUOTES: (
        material,
        lambda: material(claims=changed(replace(LEADS, evidence=(LONGER,)))),
    ),
    Content.SOURCES: (material, lambda: material(claims=swapped())),
    Content.SPEAKERS: (
        material,
        lambda: material(claims=(LEADS, AGAIN, replace(DENIED, attributed_to=None))),
    ),
    Content.CONFIDENCE: (
        material,
        lambda: material(claims=changed(replace(LEADS, confidence=0.95))),
    ),
    Content.WORDS: (material, lambda: material(words=())),
    Content.PLACES: (lambda: material(shift=200.0), lambda: material(shift=900.0)),
    Content.TEXTS: (material, lambda: material(text=f"{TEXT} It rained.")),
}


def written(name: str, given: Material) -> bytes:
    target = io.BytesIO()
    EXPORTERS[name].write(given, target)
    data = target.getvalue()
    return tables_of(data) if name == "duckdb" else data


def tables_of(database: bytes) -> bytes:
    """Return what is in a database: no two files of DuckDB are equal."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "tables")
        path.write_bytes(database)
        with duckdb.connect(str(path)) as connection:
            tables = [
                connection.table(table).order("ALL").fetchall() for table in TABLES
            ]
    return repr(tables).encode()


@pytest.fixture(scope="module")
def pairs() -> dict[Content, tuple[Material, Material]]:
    return {content: (one(), two()) for content, (one, two) in PAIRS.items()}


@pytest.mark.parametrize("name", sorted(EXPORTERS.keys() - {"ontology", "void"}))
def test_a_format_keeps_what_it_says_and_nothing_that_it_says_it_leaves_out(
    pairs: dict[Content, tuple[Material, Material]], name: str
) -> None:
    kept = {
        content
        for content, (one, two) in pairs.items()
        if written(name, one) != written(name, two)
    }

    assert kept == EXPORTERS[name].keeps


def test_the_readme_has_the_table_of_formats() -> None:
    readme = Path(__file__).resolve().parents[3] / "README.md"

    assert formats_table() in readme.read_text(encoding="utf-8"), (
        "put the output of actorgraph.export.formats_table() into README.md"
    )
