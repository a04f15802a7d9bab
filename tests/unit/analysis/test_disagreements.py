"""conflicts: said and denied, two holders of a post, impossible dates."""

from typing import Any

import pytest

from actorgraph.analysis.questions.disagreements import ConflictAnswer, disagreements
from actorgraph.model import Actor, ActorType, Corpus, Doubt, Polarity, Status
from actorgraph.vocabulary import load_vocabulary
from tests.unit.analysis.conftest import CorpusBuilder, actor

VOCABULARY = load_vocabulary()
NORLAND = actor("Norland", ActorType.PLACE, subtype="Country")


@pytest.fixture
def corpus() -> CorpusBuilder:
    builder = CorpusBuilder()
    builder.know(NORLAND)
    for year in ("1950", "1971", "1980", "2001"):
        builder.know(actor(year, ActorType.TIME))
    for post in ("President of Norland", "president", "member of the board"):
        builder.know(actor(post, ActorType.ROLE))
    return builder


def conflicts(corpus: CorpusBuilder, about: Actor | None = None) -> list[str]:
    return [f"{item.kind}: {item.sentence}" for item in answers(corpus.corpus(), about)]


def answers(corpus: Corpus, about: Actor | None = None) -> tuple[ConflictAnswer, ...]:
    return disagreements(corpus, VOCABULARY, about)


def test_what_is_said_and_denied_comes_with_both_quotes(corpus: CorpusBuilder) -> None:
    said = corpus.say("Ann Lee", "criticized", "Bo Marsh")
    denied = corpus.say(
        "Ann Lee",
        "criticized",
        "Bo Marsh",
        by="two",
        polarity=Polarity.DENIED,
        attributed_to="Ann Lee",
    )
    (conflict,) = answers(corpus.corpus())
    assert conflict.sentence == "Ann Lee – criticized → Bo Marsh"
    assert [claim.id for claim in conflict.left] == [said.id]
    assert [claim.id for claim in conflict.right] == [denied.id]
    assert conflict.right[0].quotes[0].source == "two.txt"


def test_a_denial_of_something_else_is_none(corpus: CorpusBuilder) -> None:
    corpus.say("Ann Lee", "criticized", "Bo Marsh")
    corpus.say("Bo Marsh", "criticized", "Ann Lee", polarity=Polarity.DENIED)
    assert conflicts(corpus) == []


def test_a_relation_that_has_no_direction_is_denied_from_either_end(
    corpus: CorpusBuilder,
) -> None:
    corpus.say("Ann Lee", "metWith", "Bo Marsh")
    corpus.say("Bo Marsh", "metWith", "Ann Lee", by="two", polarity=Polarity.DENIED)
    assert len(conflicts(corpus)) == 1


def hold(corpus: CorpusBuilder, *holders: tuple[str, str], **more: Any) -> None:
    """Say on some days who is the head of state."""
    for number, (name, day) in enumerate(holders):
        by = f"d{number}"
        corpus.say(name, "headOfStateOf", "Norland", by=by, **more)
        corpus.dates[by] = day


FIRST, SECOND, THIRD = "2031-05-01", "2031-05-02", "2031-05-03"


@pytest.mark.parametrize(
    "holders",
    [
        [("Ann Lee", FIRST), ("Bo Marsh", FIRST)],
        [("Ann Lee", FIRST), ("Bo Marsh", SECOND), ("Ann Lee", THIRD)],
    ],
)
def test_two_holders_at_a_time_are_a_conflict(
    corpus: CorpusBuilder, holders: list[tuple[str, str]]
) -> None:
    hold(corpus, *holders)
    assert conflicts(corpus) == [
        "two holders of a post: Ann Lee and Bo Marsh: head of state of Norland"
    ]


@pytest.mark.parametrize("status", [Status.FORMER, Status.DESIGNATE, Status.ACTING])
def test_only_who_holds_it_now_is_a_rival(
    corpus: CorpusBuilder, status: Status
) -> None:
    hold(corpus, ("Ann Lee", FIRST))
    corpus.say("Bo Marsh", "headOfStateOf", "Norland", by="d0", status=status)
    assert conflicts(corpus) == []


def test_successors_are_no_rivals(corpus: CorpusBuilder) -> None:
    hold(corpus, ("Ann Lee", FIRST), ("Ann Lee", SECOND), ("Bo Marsh", THIRD))
    assert conflicts(corpus) == []


def test_a_term_that_is_told_counts(corpus: CorpusBuilder) -> None:
    hold(corpus, ("Ann Lee", THIRD))
    corpus.say("Bo Marsh", "headOfStateOf", "Norland", by="d0", valid_until="2029")
    corpus.say("Cy Hale", "headOfStateOf", "Norland", by="x", valid_from="2001")
    corpus.dates["x"] = SECOND
    assert conflicts(corpus) == [
        "two holders of a post: Bo Marsh and Cy Hale: head of state of Norland"
    ]


def test_whoever_may_be_one_is_no_rival(corpus: CorpusBuilder) -> None:
    hold(corpus, ("Ann Lee", FIRST), ("Lee", FIRST))
    whole = corpus.corpus()
    doubt = Doubt(actor("Ann Lee").id, actor("Lee").id, 0.7, "a surname")
    assert len(answers(whole)) == 1
    assert answers(Corpus(whole.readings, whole.actors, (doubt,))) == ()


@pytest.mark.parametrize(
    ("post", "number"),
    [("President of Norland", 1), ("president", 0), ("member of the board", 0)],
)
def test_a_post_is_single_by_its_name(
    corpus: CorpusBuilder, post: str, number: int
) -> None:
    for name in ("Ann Lee", "Bo Marsh"):
        corpus.say(name, "holdsPost", post)
    corpus.dates["one"] = FIRST
    assert len(conflicts(corpus)) == number


def test_several_lead_a_body_without_a_conflict(corpus: CorpusBuilder) -> None:
    for name in ("Ann Lee", "Bo Marsh"):
        corpus.say(name, "leads", "Norland")
    corpus.dates["one"] = FIRST
    assert conflicts(corpus) == []


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (
            [
                (
                    "worksFor",
                    "Bo Marsh",
                    {"valid_from": "2031", "valid_until": "2029-05"},
                )
            ],
            "Ann Lee – works for → Bo Marsh: it ended (2029-05) before it began (2031)",
        ),
        (
            [("bornOn", "1950", {}), ("bornOn", "1971", {})],
            "Ann Lee was born in 1950 and in 1971",
        ),
        (
            [("bornOn", "1980", {}), ("diedOn", "1971", {})],
            "Ann Lee died in 1971, before the birth in 1980",
        ),
        (
            [
                ("diedOn", "1980", {}),
                ("metWith", "Bo Marsh", {"valid_from": "2029-03"}),
            ],
            "Ann Lee – met with – Bo Marsh: 2029-03, after Ann Lee died in 1980",
        ),
        (
            [("bornOn", "2001", {}), ("metWith", "Bo Marsh", {"valid_from": "1999"})],
            "Ann Lee – met with – Bo Marsh: 1999, before Ann Lee was born in 2001",
        ),
    ],
)
def test_dates_that_cannot_be(
    corpus: CorpusBuilder, facts: list[tuple[str, str, dict[str, Any]]], told: str
) -> None:
    for relation, object_, more in facts:
        corpus.say("Ann Lee", relation, object_, **more)
    assert conflicts(corpus) == [f"impossible dates: {told}"]


@pytest.mark.parametrize(
    "facts",
    [
        [("worksFor", "Bo Marsh", {"valid_from": "2029-05", "valid_until": "2029"})],
        [("diedOn", "1980", {}), ("metWith", "Bo Marsh", {"valid_from": "1980-12"})],
        [("diedOn", "1980", {}), ("metWith", "Bo Marsh", {})],
        [
            ("diedOn", "1980", {}),
            (
                "metWith",
                "Bo Marsh",
                {"valid_from": "1990", "polarity": Polarity.DENIED},
            ),
        ],
        [("bornOn", "1950", {}), ("diedOn", "1950", {})],
    ],
)
def test_dates_that_can_be(
    corpus: CorpusBuilder, facts: list[tuple[str, str, dict[str, Any]]]
) -> None:
    for relation, object_, more in facts:
        corpus.say("Ann Lee", relation, object_, **more)
    assert conflicts(corpus) == []


def test_only_what_concerns_an_actor_is_listed(corpus: CorpusBuilder) -> None:
    corpus.say("Ann Lee", "criticized", "Bo Marsh")
    corpus.say("Ann Lee", "criticized", "Bo Marsh", polarity=Polarity.DENIED)
    assert len(conflicts(corpus, actor("Bo Marsh"))) == 1
    assert conflicts(corpus, NORLAND) == []
