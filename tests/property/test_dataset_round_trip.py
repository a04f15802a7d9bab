"""Laws of the stored graph: nothing is lost or added between a corpus and its RDF, whatever the
words and the order.
"""

import io
import random
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from actorgraph.dataset.corpus import load_corpus
from actorgraph.dataset.graph_writer import write_graph
from actorgraph.dataset.quads import corpus_lines
from actorgraph.dataset.store import open_graph
from actorgraph.dataset.terms import decimal, literal, storable
from actorgraph.dataset.verification import verify
from actorgraph.export import EXPORTERS, Material
from actorgraph.identifiers import DEFAULT_BASE, actor_iri, claim_iri
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
    Polarity,
    Reading,
    Status,
)
from actorgraph.vocabulary import load_vocabulary

ANY_TEXT = st.text(
    st.characters(exclude_categories=())
)  # control characters and lone surrogates too
WORDS = st.text(min_size=1, max_size=20)
PEOPLE = st.sampled_from([ActorId(f"person-{number}") for number in range(4)])
PERIODS = st.sampled_from(
    [
        (None, None),
        ("2019", None),
        (None, "2020-07"),
        ("2020-07", "2021-12-31"),
        ("0001-01-01", "0001"),
    ]
)


@st.composite
def actors(draw: st.DrawFn, id_: str) -> Actor:
    name, aliases = draw(WORDS), draw(st.sets(WORDS, max_size=3))
    wikidata = draw(st.none() | st.integers(1, 10**9).map("Q{}".format))
    return Actor(
        ActorId(id_),
        ActorType.PERSON,
        name,
        aliases=tuple(sorted(aliases)),
        wikidata=wikidata,
    )


@st.composite
def spans(draw: st.DrawFn, text: str) -> tuple[int, int]:
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, len(text)))


@st.composite
def claims(draw: st.DrawFn, id_: str, document: Document) -> Claim:
    passages = draw(st.sets(spans(document.text), min_size=1, max_size=3))
    return Claim(
        ClaimId(id_),
        draw(PEOPLE),
        draw(st.sampled_from(["spouseOf", "envoyOf", "metWith", "parentOf"])),
        draw(PEOPLE),
        tuple(sorted(Evidence.of(document, *passage) for passage in passages)),
        draw(st.sampled_from(Polarity)),
        draw(st.sampled_from(Modality)),
        draw(st.none() | st.sampled_from(Status)),
        *draw(PERIODS),
        draw(st.none() | PEOPLE),
        draw(st.floats(0, 1).map(lambda share: round(share, 12))),
        draw(WORDS),
    )


@st.composite
def derived(draw: st.DrawFn, read: list[Claim]) -> tuple[Claim, ...]:
    """Claims, some of which follow from others."""
    ids = [claim.id for claim in read]
    premises = st.sets(st.sampled_from(ids)) if ids else st.just(set())
    return tuple(
        replace(claim, premises=tuple(sorted(draw(premises)))) for claim in read
    )


@st.composite
def readings(draw: st.DrawFn, number: int) -> Reading:
    text = draw(ANY_TEXT.filter(bool))
    document = Document(
        DocumentId(f"d{number}"),
        draw(WORDS),
        text,
        draw(st.none() | ANY_TEXT),
        url=draw(ANY_TEXT),
    )
    count = draw(st.integers(0, 3))
    read = draw(
        derived([draw(claims(f"c{number}{place}", document)) for place in range(count)])
    )
    place = st.none() | spans(text)
    said = st.builds(
        Attribution,
        place,
        st.none() | PEOPLE,
        place,
        st.tuples(spans(text)),
        st.booleans(),
    )
    quoted = sorted(
        draw(st.sets(said, max_size=3)),
        key=lambda attribution: (attribution.content, repr(attribution)),
    )
    return Reading(document, claims=read, attributions=tuple(quoted))


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    read = tuple(draw(readings(number)) for number in range(draw(st.integers(0, 3))))
    return Corpus(
        read, tuple(draw(actors(ActorId(f"person-{number}"))) for number in range(4))
    )


@settings(max_examples=40, deadline=None)
@given(corpora())
def test_what_is_written_is_read_back_and_verified(corpus: Corpus) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_graph(
            Path(folder), corpus, load_vocabulary(), base=DEFAULT_BASE, threshold=0.5
        )
        stored = open_graph(Path(folder))
        assert load_corpus(stored) == corpus
        assert verify(stored) == []


def exported(name: str, lines: list[str]) -> bytes:
    target = io.BytesIO()
    EXPORTERS[name].write(
        Material(
            Corpus(), nx.MultiDiGraph(), load_vocabulary(), lambda: lines, DEFAULT_BASE
        ),
        target,
    )
    return target.getvalue()


def parsed(data: bytes | str, format_: ox.RdfFormat) -> set[str]:
    return {str(quad) for quad in ox.parse(data, format_)}


@settings(max_examples=40, deadline=None)
@given(corpora())
def test_every_statement_comes_back_from_every_syntax(corpus: Corpus) -> None:
    lines = corpus_lines(corpus, load_vocabulary(), DEFAULT_BASE, 0.5)
    stored = parsed("".join(f"{line}\n" for line in lines), ox.RdfFormat.N_QUADS)

    assert parsed(exported("nquads", lines), ox.RdfFormat.N_QUADS) == stored
    assert parsed(exported("trig", lines), ox.RdfFormat.TRIG) == stored
    assert parsed(exported("jsonld", lines), ox.RdfFormat.JSON_LD) == stored


@settings(max_examples=40, deadline=None)
@given(corpora())
def test_every_claim_comes_back_as_a_reifier(corpus: Corpus) -> None:
    lines = corpus_lines(corpus, load_vocabulary(), DEFAULT_BASE, 0.5)
    reified = [
        quad
        for quad in ox.parse(exported("rdf12", lines), ox.RdfFormat.TURTLE)
        if isinstance(quad.object, ox.Triple)
    ]
    relations = load_vocabulary().relations
    claims = {
        (
            claim_iri(claim.id),
            *(
                actor_iri(claim.subject),
                relations[claim.relation].iri,
                actor_iri(claim.object),
            ),
        )
        for reading in corpus.readings
        for claim in reading.claims
    }

    found = {
        (
            quad.subject.value,
            *(
                part.value
                for part in (
                    quad.object.subject,
                    quad.object.predicate,
                    quad.object.object,
                )
            ),
        )
        for quad in reified
    }
    assert found == claims


@settings(max_examples=40, deadline=None)
@given(corpora(), st.randoms(use_true_random=False))
def test_lines_do_not_depend_on_any_order(
    corpus: Corpus, chance: random.Random
) -> None:
    def shuffled(
        items: tuple[Any, ...],
    ) -> tuple[Any, ...]:
        return tuple(chance.sample(items, len(items)))

    turned = tuple(
        replace(
            reading,
            claims=shuffled(reading.claims),
            attributions=shuffled(reading.attributions),
        )
        for reading in shuffled(corpus.readings)
    )
    lines = corpus_lines(corpus, load_vocabulary(), DEFAULT_BASE, 0.5)
    assert (
        corpus_lines(
            Corpus(turned, shuffled(corpus.actors)),
            load_vocabulary(),
            DEFAULT_BASE,
            0.5,
        )
        == lines
    )


@given(ANY_TEXT)
def test_a_literal_is_one_literal_whatever_it_says(text: str) -> None:
    (quad,) = ox.parse(f"<a:s> <a:p> {literal(text)} .\n", format=ox.RdfFormat.N_QUADS)
    assert quad.object.value == storable(text)
    assert str(quad.object) == literal(text)
    assert len(storable(text)) == len(text)


@given(st.floats(0, 1))
def test_a_decimal_reads_back_as_the_same_number(value: float) -> None:
    assert float(decimal(value)) == value
    assert "e" not in decimal(value).lower()


def test_what_a_relation_implies_implies_nothing_further() -> None:
    """The table of the real ontology is closed: another round of super-relations, inverses and
    turns adds nothing.
    """
    vocabulary = load_vocabulary()
    table = vocabulary.implications
    for name, implied in table.items():
        for relation, turned in implied:
            assert {
                (further, turn != turned) for further, turn in table[relation]
            } <= set(implied)
            assert {
                (parent, turned) for parent in vocabulary.relations[relation].parents
            } <= set(implied)
            if vocabulary.relations[relation].symmetric:
                assert (relation, not turned) in implied
        assert {
            ancestor for ancestor, turned in implied if not turned
        } >= vocabulary.ancestors(name)
