from dataclasses import replace
from typing import Any

import pytest

from actorgraph.dataset.quads import corpus_lines
from actorgraph.errors import InvalidData
from actorgraph.export.utterances import utterances_of
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.model import (
    ActorType,
    Attribution,
    Claim,
    ClaimId,
    Corpus,
    DocumentId,
    Evidence,
)
from actorgraph.vocabulary import load_vocabulary

AG = "https://w3id.org/actorgraph/ontology#"


def lines_of(corpus: Corpus, base: str = DEFAULT_BASE) -> list[str]:
    return corpus_lines(corpus, load_vocabulary(), base, 0.5)


def with_claim(corpus: Corpus, **changes: Any) -> Corpus:
    """The corpus with its first claim changed."""
    first, *others = corpus.readings
    return replace(
        corpus,
        readings=(
            replace(first, claims=(replace(first.claims[0], **changes),)),
            *others,
        ),
    )


def objects(lines: list[str], subject: str, predicate: str) -> list[str]:
    """What a subject has, named by the end of its IRI and that of the predicate, graph names left
    out.
    """
    found = []
    for line in lines:
        ends = line.split(" ", 2)
        if ends[0].endswith(f"{subject}>") and ends[1].endswith(f"{predicate}>"):
            found.append(
                ends[2]
                .removesuffix(" .")
                .split(" <https://w3id.org/actorgraph/data/document/")[0]
            )
    return found


def test_an_empty_corpus_has_no_lines() -> None:
    assert lines_of(Corpus()) == []


def test_lines_are_sorted_and_each_stands_once(corpus: Corpus) -> None:
    lines = lines_of(corpus)
    assert lines == sorted(set(lines))


def test_the_order_of_documents_claims_and_actors_does_not_matter(
    corpus: Corpus,
) -> None:
    claims = [
        replace(corpus.readings[0].claims[0], id=ClaimId(f"x{number}"))
        for number in range(9)
    ]
    first, second = (
        replace(corpus.readings[0], claims=tuple(claims)),
        corpus.readings[1],
    )
    turned = (second, replace(first, claims=tuple(claims[::-1])))
    assert lines_of(replace(corpus, readings=(first, second))) == lines_of(
        Corpus(turned, corpus.actors[::-1], corpus.doubts)
    )


def test_an_actor_has_its_classes_names_and_alignment(corpus: Corpus) -> None:
    lines = lines_of(corpus)
    assert objects(lines, "actor/norland-3", "#type") == [
        f"<{AG}Country>",
        f"<{AG}Place>",
    ]
    assert objects(lines, "actor/marsh-1", "#label") == ['"Tilda Marsh"']
    assert objects(lines, "actor/marsh-1", "altLabel") == ['"Marsh"']
    assert objects(lines, "actor/marsh-1", "exactMatch") == [
        "<http://www.wikidata.org/entity/Q7>"
    ]


def test_a_document_has_its_metadata_and_never_its_text(corpus: Corpus) -> None:
    lines = lines_of(corpus)
    assert objects(lines, "document/d1", "dc/terms/date") == [
        '"2026-03-04"^^<http://www.w3.org/2001/XMLSchema#date>'
    ]
    assert objects(lines, "document/d1", "dc/terms/source") == [
        "<https://press.example/envoy>"
    ]
    assert objects(lines, "document/d1", "dc/terms/creator") == ['"Dana Roth"']
    assert not any("flew out" in line for line in lines)


def test_a_source_that_is_no_web_address_is_kept_as_text(corpus: Corpus) -> None:
    assert objects(lines_of(corpus), "document/d2", "dc/terms/source") == [
        '"see the archive"'
    ]


@pytest.mark.parametrize(
    "url",
    [
        "http://a b",
        'https://x.example/">',
        "javascript:alert(1)",
        "https://",
        "http://[oops",
    ],
)
def test_a_broken_address_never_becomes_an_iri(corpus: Corpus, url: str) -> None:
    reading = corpus.readings[0]
    broken = replace(reading, document=replace(reading.document, url=url))
    (source,) = objects(
        lines_of(replace(corpus, readings=(broken,))), "document/d1", "dc/terms/source"
    )
    assert source.startswith('"')


def test_a_claim_is_a_statement_with_its_circumstances(corpus: Corpus) -> None:
    lines = lines_of(corpus)
    assert objects(lines, "claim/c1", "#predicate") == [f"<{AG}envoyOf>"]
    assert objects(lines, "claim/c1", "#polarity") == [f"<{AG}Affirmed>"]
    assert objects(lines, "claim/c1", "#status") == [f"<{AG}Current>"]
    assert objects(lines, "claim/c1", "#confidence") == [
        '"0.9"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    ]
    assert objects(lines, "claim/c1", "#validFrom") == [
        '"2025"^^<http://www.w3.org/2001/XMLSchema#gYear>'
    ]
    assert objects(lines, "claim/c1", "#validUntil") == [
        '"2026-03"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    ]


def test_evidence_points_at_the_passage_and_quotes_it(corpus: Corpus) -> None:
    lines = lines_of(corpus)
    assert objects(lines, "claim/c1", "wasDerivedFrom") == [
        f"<{DEFAULT_BASE}document/d1#char=0,20>"
    ]
    assert objects(lines, "selector/d1/0-20/quote", "exact") == [
        '"Tilda Marsh, an envo"'
    ]


def test_two_quotations_of_one_passage_stay_apart(corpus: Corpus) -> None:
    first, *others = corpus.readings
    twice = (
        *first.attributions,
        replace(first.attributions[0], speaker=None, cue=None),
    )
    lines = lines_of(
        replace(corpus, readings=(replace(first, attributions=twice), *others))
    )
    assert sum(line.count(f"{AG}Quotation>") for line in lines) == 2


def test_no_blank_node_is_written(corpus: Corpus) -> None:
    assert not any("_:" in line for line in lines_of(corpus))


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"evidence": ()}, "has no evidence"),
        (
            {"evidence": (Evidence(DocumentId("d1"), 0, 5, "Mirka"),)},
            "not at 0–5 of envoy.txt",
        ),
        ({"evidence": (Evidence(DocumentId("d1"), 0, 0, ""),)}, "runs from 0 to 0"),
        (
            {"evidence": (Evidence(DocumentId("d9"), 0, 5, "Tilda"),)},
            "from document d9",
        ),
        (
            {"evidence": (Evidence(DocumentId("d2"), 0, 5, "Tilda"),)},
            "from document d2",
        ),
    ],
)
def test_what_is_not_in_the_text_is_not_written(
    corpus: Corpus, changes: dict[str, tuple[Evidence]], complaint: str
) -> None:
    with pytest.raises(InvalidData, match=complaint):
        lines_of(with_claim(corpus, **changes))


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        (
            {"relation": "capitalOf"},
            "claim c1: the subject of .capital of. must be .*Place",
        ),
        (
            {"object": "norland-3", "relation": "spouseOf"},
            "claim c1: the object of .spouse of. must be Person",
        ),
        ({"relation": "envoyToNowhere"}, "claim c1: no relation 'envoyToNowhere'"),
        ({"subject": "nobody"}, "nobody"),
        ({"attributed_to": "nobody"}, "nobody"),
        ({"confidence": 1.5}, "from 0 to 1"),
        ({"valid_from": "last spring"}, "claim c1: 'last spring' is not a date"),
        ({"valid_until": "2026-02-30"}, "is not a date"),
        ({"valid_until": "2026-W01-1"}, "is not a date"),
    ],
)
def test_what_the_ontology_does_not_allow_is_not_written(
    corpus: Corpus, changes: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(InvalidData, match=complaint):
        lines_of(with_claim(corpus, **changes))


@pytest.mark.parametrize("changes", [{"subtype": "Dragon"}, {"wikidata": "7> <x"}])
def test_an_actor_with_an_unknown_class_or_alignment_is_not_written(
    corpus: Corpus, changes: dict[str, Any]
) -> None:
    with pytest.raises(InvalidData):
        lines_of(
            replace(
                corpus,
                actors=(*corpus.actors[:2], replace(corpus.actors[2], **changes)),
            )
        )


def test_a_quotation_outside_the_text_is_not_written(corpus: Corpus) -> None:
    reading = replace(
        corpus.readings[0],
        attributions=(Attribution(None, None, None, ((0, 999),), direct=False),),
    )
    with pytest.raises(InvalidData, match="a quotation runs from 0 to 999"):
        lines_of(replace(corpus, readings=(reading,)))


def test_a_base_that_is_no_iri_is_refused(corpus: Corpus) -> None:
    with pytest.raises(InvalidData, match="my data"):
        lines_of(corpus, base="my data/")


def test_a_derived_claim_names_its_premises(corpus: Corpus) -> None:
    first, *others = corpus.readings
    (claim,) = first.claims
    premises = [replace(claim, id=ClaimId(id_)) for id_ in ("c7", "c8")]
    derived = replace(claim, premises=(ClaimId("c7"), ClaimId("c8")))
    reading = replace(first, claims=(derived, *premises))
    lines = lines_of(replace(corpus, readings=(reading, *others)))
    assert objects(lines, "claim/c1", "premise") == [
        f"<{DEFAULT_BASE}claim/c7>",
        f"<{DEFAULT_BASE}claim/c8>",
    ]


def test_a_subtype_may_be_what_a_relation_asks_for(corpus: Corpus) -> None:
    claim: Claim = corpus.readings[0].claims[0]
    country = corpus.actors[2]
    assert country.type is ActorType.PLACE
    lines = lines_of(
        with_claim(
            corpus, subject=claim.subject, relation="citizenOf", object=country.id
        )
    )
    assert objects(lines, "claim/c1", "#object") == [f"<{DEFAULT_BASE}actor/norland-3>"]


def test_two_quotations_with_the_same_ends_are_named_as_in_the_exports(
    corpus: Corpus,
) -> None:
    """They are named in the order of the text, whoever is nearer the beginning of it."""
    first, *others = corpus.readings
    parts = Attribution((2, 3), None, None, ((0, 2), (4, 8)), direct=True)
    whole = Attribution((0, 1), None, None, ((0, 8),), direct=False)
    reading = replace(first, attributions=(whole, parts))
    lines = lines_of(replace(corpus, readings=(reading, *others)))

    exported = {quotation.id: quotation for quotation in utterances_of(reading)}
    assert [quotation.direct for quotation in exported.values()] == [True, False]
    for id_, quotation in exported.items():
        node = "/".join(["quotation", *id_.split("-", 1)])
        (direct,) = objects(lines, node, "direct")
        assert direct.startswith(f'"{str(quotation.direct).lower()}"')
