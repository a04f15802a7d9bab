"""The checks before writing refuse what the shapes refuse: pySHACL is asked about each mistake in
the same graph.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from actorgraph.dataset.checks import check_corpus, objection
from actorgraph.dataset.quads import corpus_lines, unchecked_lines
from actorgraph.dataset.validation import violations
from actorgraph.errors import InvalidData
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
    Reading,
)
from actorgraph.vocabulary import load_vocabulary

DOCUMENT = Document(
    DocumentId("d1"),
    "mill.txt",
    "Runa Vik runs the mill. “It turns,” she said.",
    date="2026-03-04",
)
RUNA = Actor(ActorId("runa"), ActorType.PERSON, "Runa Vik")
MILL = Actor(ActorId("mill"), ActorType.ORGANIZATION, "the mill", subtype="Company")
OSK = Actor(ActorId("osk"), ActorType.PERSON, "Osk Tind")
LEADS = Claim(
    ClaimId("c1"),
    RUNA.id,
    "leads",
    MILL.id,
    (Evidence.of(DOCUMENT, 0, 22),),
    valid_from="2024",
    valid_until="2025-06",
    attributed_to=OSK.id,
    confidence=0.75,
)
MEMBER = replace(
    LEADS,
    id=ClaimId("c2"),
    relation="memberOf",
    premises=(LEADS.id,),
    valid_until=None,
    attributed_to=None,
)
SAID = Attribution((36, 39), OSK.id, (40, 44), ((25, 33),), direct=True)
NOBODY = ActorId("nobody")


def corpus(
    *,
    leads: Claim = LEADS,
    member: Claim = MEMBER,
    said: Attribution = SAID,
    document: Document = DOCUMENT,
    actors: tuple[Actor, ...] = (MILL, OSK, RUNA),
) -> Corpus:
    return Corpus(
        (Reading(document, claims=(leads, member), attributions=(said,)),), actors
    )


def leads(**changes: Any) -> Corpus:
    return corpus(leads=replace(LEADS, **changes))


def quoting(start: int, end: int, quote: str) -> Corpus:
    return leads(evidence=(Evidence(DOCUMENT.id, start, end, quote),))


def lines_of(broken: Corpus) -> list[str]:
    """The lines that would be written if nobody checked."""
    return unchecked_lines(broken, load_vocabulary(), DEFAULT_BASE, threshold=0.5)


def edited(pattern: str, replacement: str = "") -> Iterable[str]:
    """The lines of the sound corpus with each match replaced; lines that come out empty are left
    out.
    """
    changed = [re.sub(pattern, replacement, line) for line in lines_of(corpus())]
    assert changed != lines_of(corpus())
    return [line for line in changed if line]


@dataclass(frozen=True)
class Mistake:
    """A corpus with one mistake, and what the refusal says.

    Attributes:
        edit: The same mistake made in the lines of the sound corpus, where such a corpus cannot be
            written: a pattern and its replacement.
    """

    corpus: Corpus
    message: str
    edit: tuple[str, str] | None = None

    def lines(self) -> Iterable[str]:
        return lines_of(self.corpus) if self.edit is None else edited(*self.edit)


MISTAKES = {
    "a nameless actor": Mistake(
        corpus(actors=(replace(MILL, name=""), OSK, RUNA)),
        "actor mill: it has no name: one that is not empty",
    ),
    "two main types": Mistake(
        corpus(actors=(MILL, OSK, replace(RUNA, subtype="Place"))),
        "actor runa: it is both Person and Place",
    ),
    "one id for two actors": Mistake(
        corpus(actors=(MILL, OSK, RUNA, replace(RUNA, name="Una Vik"))),
        "id runa belongs to two actors that differ",
    ),
    "one id for two claims": Mistake(
        corpus(member=replace(MEMBER, id=LEADS.id, premises=())),
        "id c1 belongs to two claims that differ",
    ),
    "a nameless document": Mistake(
        corpus(document=replace(DOCUMENT, name="")), "document d1: it has no name"
    ),
    "a document of a month": Mistake(
        corpus(document=replace(DOCUMENT, date="2026-03")),
        "document mill.txt: its date is '2026-03': a day such as",
    ),
    "a document of a day that does not exist": Mistake(
        corpus(document=replace(DOCUMENT, date="2026-02-30")),
        "document mill.txt: '2026-02-30' is not a date",
        ("2026-03-04", "2026-02-30"),
    ),
    "an unknown relation": Mistake(
        leads(relation="knitsFor"),
        "document mill.txt, claim c1: no relation 'knitsFor' in the ontology",
        (r"(claim/c1> .*predicate>.*#)leads>", r"\1knitsFor>"),
    ),
    "a wrong direction": Mistake(
        leads(subject=MILL.id, object=RUNA.id),
        "claim c1: the subject of “.*” must be .*, not Company",
        ("(claim/c1> .*#subject> .*/)runa>", r"\1mill>"),
    ),
    "an unknown subject": Mistake(
        leads(subject=NOBODY),
        "claim c1: its subject nobody is not among the actors",
        ("(claim/c1> .*#subject> .*/)runa>", r"\1nobody>"),
    ),
    "an unknown object": Mistake(
        leads(object=NOBODY),
        "claim c1: its object nobody is not among the actors",
        ("(claim/c1> .*#object> .*/)mill>", r"\1nobody>"),
    ),
    "an unknown source": Mistake(
        leads(attributed_to=NOBODY),
        "claim c1: its source nobody is not among the actors",
        ("(attributedTo> .*/)osk>", r"\1nobody>"),
    ),
    "an unknown speaker": Mistake(
        corpus(said=replace(SAID, speaker=NOBODY)),
        "document mill.txt, quotation at 25: its speaker nobody is not among the actors",
        ("(#speaker> .*/)osk>", r"\1nobody>"),
    ),
    "too much confidence": Mistake(
        leads(confidence=1.5),
        "claim c1: its confidence is 1.5: a number from 0 to 1",
        ('"0.75"', '"1.5"'),
    ),
    "negative confidence": Mistake(
        leads(confidence=-0.1), "its confidence is -0.1", ('"0.75"', '"-0.1"')
    ),
    "confidence that is no number": Mistake(
        leads(confidence=float("nan")),
        "its confidence is nan",
        (r'"0.75"\S+decimal>', '"NaN"'),
    ),
    "no evidence": Mistake(
        leads(evidence=()),
        "claim c1: it has no evidence: at least one",
        (r".*claim/c1> \S+wasDerivedFrom> .*", ""),
    ),
    "a quote before the text": Mistake(
        quoting(-5, -1, DOCUMENT.text[-5:-1]),
        "claim c1: its quote runs from -5 to -1: 0 or more is needed",
    ),
    "a quote that ends where it starts": Mistake(
        quoting(4, 4, ""),
        "its quote runs from 4 to 4: .* an end after it",
        ('(#end> )"22"', r'\1"0"'),
    ),
    "a quote that ends before it starts": Mistake(
        quoting(9, 4, "Runa "),
        "its quote runs from 9 to 4",
        ('(#start> )"0"', r'\1"30"'),
    ),
    "an empty quote": Mistake(
        quoting(0, 4, ""),
        "its quote from 0 to 4 has 0 characters, not 4",
        ('(#exact> )"Runa.*"', r'\1""'),
    ),
    "a quote longer than its place": Mistake(
        quoting(0, 4, "Runa Vik"),
        "has 8 characters, not 4",
        ('(#exact> )"Runa.*"', r'\1"Runa Vik runs the mill."'),
    ),
    "a quote that stops with the text": Mistake(
        quoting(40, 99, DOCUMENT.text[40:]), "has 5 characters, not 59"
    ),
    "a beginning on a day that does not exist": Mistake(
        leads(valid_from="2024-02-30"),
        "document mill.txt, claim c1: '2024-02-30' is not a date such as 2024, 2024-05 or "
        "2024-05-31",
        (r'(c1> .*)"2024"(.*)gYear>', r'\1"2024-02-30"\2date>'),
    ),
    "an end that is no date": Mistake(
        leads(valid_until="spring"),
        "'spring' is not a date",
        (r'"2025-06"\S+gYearMonth>', '"spring"'),
    ),
    "an end before the beginning": Mistake(
        leads(valid_until="2023-12-31"),
        "it holds from 2024 until 2023-12-31: the end must not lie before",
    ),
    "a premise from elsewhere": Mistake(
        corpus(member=replace(MEMBER, premises=(ClaimId("c9"),))),
        "claim c2: its premise c9 is not a claim of the doc",
    ),
    "a quotation of nothing": Mistake(
        corpus(said=replace(SAID, content=())),
        "document mill.txt: a quotation has no passage",
        (r".*quotation/\S+ \S+wasDerivedFrom> .*", ""),
    ),
    "a quotation that runs backwards": Mistake(
        corpus(said=replace(SAID, content=((33, 25),))),
        "document mill.txt: a quotation runs from 33 to 25",
        ('(#end> )"33"', r'\1"20"'),
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_refused_in_words(mistake: Mistake) -> None:
    with pytest.raises(InvalidData, match=mistake.message):
        check_corpus(mistake.corpus, load_vocabulary())


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_the_shapes_refuse_it_too(mistake: Mistake) -> None:
    assert violations(mistake.lines())


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_cannot_be_written(mistake: Mistake) -> None:
    with pytest.raises(InvalidData, match=mistake.message):
        corpus_lines(mistake.corpus, load_vocabulary(), DEFAULT_BASE, threshold=0.5)


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_reading_with_a_mistake_is_objected_to(mistake: Mistake) -> None:
    (reading,) = mistake.corpus.readings
    reason = objection(
        replace(reading, actors=mistake.corpus.actors), load_vocabulary()
    )
    assert reason is not None
    assert re.search(mistake.message, reason)


@pytest.mark.parametrize(
    ("evidence", "message"),
    [
        (Evidence(DOCUMENT.id, 0, 4, "Tuva"), "its quote is not at 0–4 of mill.txt"),
        (Evidence(DOCUMENT.id, 99, 103, "Runa"), "its quote is not at 99–103"),
        (Evidence(DocumentId("d9"), 0, 4, "Runa"), "its quote is from document d9"),
    ],
)
def test_a_quote_that_is_not_in_its_text_is_refused(
    evidence: Evidence, message: str
) -> None:
    with pytest.raises(InvalidData, match=message):
        check_corpus(leads(evidence=(evidence,)), load_vocabulary())


def test_a_wikidata_id_has_its_form() -> None:
    actors = (MILL, OSK, replace(RUNA, wikidata="7> <x"))
    with pytest.raises(InvalidData, match="actor runa: '7> <x' is not a Wikidata id"):
        check_corpus(corpus(actors=actors), load_vocabulary())


@pytest.mark.parametrize(
    "sound",
    [
        Corpus(),
        corpus(),
        leads(confidence=0.0, method=""),
        leads(confidence=1.0, valid_from=None),
        leads(valid_from="2024-03", valid_until="2024"),
        leads(valid_from="2024", valid_until="2024-02-29"),
        leads(valid_from="2024-03-05", valid_until="2024-03-05"),
        corpus(
            document=replace(DOCUMENT, date=None),
            said=replace(SAID, speaker=None, source=None, cue=None),
        ),
        corpus(
            actors=(replace(MILL, subtype=None), OSK, replace(RUNA, subtype="Person"))
        ),
    ],
)
def test_what_is_sound_passes_both(sound: Corpus) -> None:
    check_corpus(sound, load_vocabulary())
    for reading in sound.readings:
        alone = replace(reading, actors=sound.actors)
        assert objection(alone, load_vocabulary()) is None
    assert violations(lines_of(sound)) == []


def test_a_class_that_the_ontology_lacks_is_refused_though_no_shape_asks_for_it() -> (
    None
):
    with pytest.raises(
        InvalidData, match="actor runa: the ontology has no class Wizard"
    ):
        check_corpus(
            corpus(actors=(MILL, OSK, replace(RUNA, subtype="Wizard"))),
            load_vocabulary(),
        )


def test_a_premise_from_another_document_is_refused_though_it_is_a_claim() -> None:
    document = replace(DOCUMENT, id=DocumentId("d2"), name="wheel.txt")
    evidence = (Evidence.of(document, 0, 22),)
    other = Reading(
        document, claims=(replace(MEMBER, id=ClaimId("c3"), evidence=evidence),)
    )
    with pytest.raises(
        InvalidData, match="claim c3: its premise c1 is not a claim of the document"
    ):
        check_corpus(
            replace(corpus(), readings=(*corpus().readings, other)), load_vocabulary()
        )
