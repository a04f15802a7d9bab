"""Every format that promises claims keeps every field of ``Claim``, or says why it does not.

A field is kept by a format if a claim that differs only in this field makes the output differ.
A new field of ``Claim`` needs a value in ``CHANGES``, and then a home in each format or a reason.
"""

import dataclasses
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from actorgraph.analysis import annotate, build_network
from actorgraph.codec import from_row, to_row
from actorgraph.columns import CLAIMS, column_names
from actorgraph.dataset.corpus import load_corpus
from actorgraph.dataset.graph_writer import write_graph
from actorgraph.dataset.quads import corpus_lines
from actorgraph.dataset.store import open_graph
from actorgraph.export import EXPORTERS, Material
from actorgraph.export.page.data import build_payload
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
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
from actorgraph.pipeline.extract_jsonl import contract_row
from actorgraph.pipeline.pandas_tables import tables
from actorgraph.pipeline.reading_records import reading_to_record
from actorgraph.vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parents[1]
TEXT = "Ann Roth met Bob Marsh in May. Cleo Hale saw how Ann Roth met Bob Marsh."
DOCUMENT = Document(DocumentId("d1"), "a.txt", TEXT)
ANN, BOB, CLEO = (
    Actor(ActorId(f"{name.split()[0].lower()}-1"), ActorType.PERSON, name)
    for name in ("Ann Roth", "Bob Marsh", "Cleo Hale")
)
VOCABULARY = load_vocabulary()

CLAIM = Claim(ClaimId("c1"), ANN.id, "metWith", BOB.id, (Evidence.of(DOCUMENT, 0, 22),))
PREMISE = dataclasses.replace(CLAIM, id=ClaimId("c0"), relation="warned")

#: Field → another value for it.
CHANGES: dict[str, Any] = {
    "id": ClaimId("c9"),
    "subject": CLEO.id,
    "relation": "accused",
    "object": CLEO.id,
    "evidence": (Evidence.of(DOCUMENT, 31, len(TEXT)),),
    "polarity": Polarity.DENIED,
    "modality": Modality.PLANNED,
    "status": Status.FORMER,
    "valid_from": "2010",
    "valid_until": "2014",
    "attributed_to": CLEO.id,
    "confidence": 0.5,
    "method": "verb: meet",
    "premises": (PREMISE.id,),
    "trigger": Evidence.of(DOCUMENT, 9, 12),
}

NOT_IN_NOTES = "a reader sees the passages of the premises, and no ids"
#: Format → field that it does not keep → why.
LEFT_OUT: dict[str, dict[str, str]] = {
    "page": {},
    "pandas": {
        "premises": "the column derived of the relation says that there are any"
    },
    "markdown": {"id": NOT_IN_NOTES, "premises": NOT_IN_NOTES},
    "ftm": {"premises": "FollowTheMoney has no claims that follow from others"},
    "nquads": {},
    "trig": {},
    "jsonld": {},
    "rdf12": {},
    "jsonl": {},
    "record": {},
    "cache": {},
}


def reading_with(claim: Claim) -> Reading:
    return Reading(DOCUMENT, (ANN, BOB, CLEO), claims=(PREMISE, claim))


def material_with(claim: Claim) -> Material:
    corpus = Corpus((reading_with(claim),), (ANN, BOB, CLEO))
    network = annotate(build_network(corpus, VOCABULARY, threshold=0.4))
    lines = corpus_lines(corpus, VOCABULARY, DEFAULT_BASE, 0.4)
    return Material(corpus, network, VOCABULARY, lambda: lines)


def claims_of_page(
    claim: Claim,
) -> tuple[list[list[Any]], list[list[Any]], list[str]]:
    material = material_with(claim)
    payload = build_payload(material.corpus, material.network, material.vocabulary)
    page = payload["tables"]
    return page["claims"], page["passages"], page["ids"]


def claims_of_pandas(claim: Claim) -> str:
    pytest.importorskip("pandas")
    material = material_with(claim)
    return tables(material.corpus, material.network).claims.to_csv()


def notes(claim: Claim) -> dict[str, bytes]:
    target = io.BytesIO()
    EXPORTERS["markdown"].write(material_with(claim), target)
    with zipfile.ZipFile(target) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def exported(name: str) -> Callable[[Claim], bytes]:
    def write(claim: Claim) -> bytes:
        target = io.BytesIO()
        EXPORTERS[name].write(material_with(claim), target)
        return target.getvalue()

    return write


FORMATS: dict[str, Callable[[Claim], Any]] = {
    "page": claims_of_page,
    "pandas": claims_of_pandas,
    "markdown": notes,
    "jsonl": lambda claim: contract_row(reading_with(claim))["statements"],
    "record": lambda claim: reading_to_record(reading_with(claim)),
    "cache": lambda claim: json.dumps(to_row(reading_with(claim))),
    **{name: exported(name) for name in ("ftm", "nquads", "trig", "jsonld", "rdf12")},
}


def test_every_field_of_a_claim_has_another_value_to_try() -> None:
    fields = {field.name for field in dataclasses.fields(Claim)}
    assert fields == CHANGES.keys()


@pytest.mark.parametrize("name", FORMATS)
def test_format_keeps_every_field_of_a_claim_but_those_it_has_a_reason_for(
    name: str,
) -> None:
    write = FORMATS[name]
    plain = write(CLAIM)
    lost = {
        field
        for field, value in CHANGES.items()
        if write(dataclasses.replace(CLAIM, **{field: value})) == plain
    }
    assert lost == LEFT_OUT[name].keys()


def test_cache_gives_back_every_field() -> None:
    claim = dataclasses.replace(CLAIM, **CHANGES)
    reading = reading_with(claim)
    assert from_row(Reading, json.loads(json.dumps(to_row(reading)))) == reading


def test_store_gives_back_every_field(tmp_path: Path) -> None:
    claim = dataclasses.replace(CLAIM, **CHANGES)
    corpus = Corpus((reading_with(claim),), (ANN, BOB, CLEO))
    write_graph(tmp_path, corpus, VOCABULARY, base=DEFAULT_BASE, threshold=0.4)
    (reading,) = load_corpus(open_graph(tmp_path)).readings
    assert claim in reading.claims


def test_every_column_of_claims_comes_from_a_field_and_every_field_has_a_column() -> (
    None
):
    fields = {field.name for field in dataclasses.fields(Claim)}
    sources = {column.source for column in CLAIMS}
    assert sources == fields - {"id"}


def test_type_check_of_the_page_knows_the_columns_of_its_claims() -> None:
    script = ROOT / "graph/actorgraph/export/page/web/script/claims.js"
    documented = re.findall(r"@property \{.+?\} (\w+)", script.read_text("utf-8"))
    on_page = [column for column in CLAIMS if column.on_page]
    assert sorted(documented) == sorted(column_names(on_page))
