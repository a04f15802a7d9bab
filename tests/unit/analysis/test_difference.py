"""diff: what is new, gone or stated otherwise."""

import pytest

from actorgraph.analysis.questions.difference import (
    GraphDifference,
    Side,
    difference,
    until,
)
from actorgraph.errors import UsageError
from actorgraph.model import (
    ActorType,
    Corpus,
    DocumentId,
    Mention,
    MentionKind,
    Polarity,
    Status,
)
from actorgraph.vocabulary import Vocabulary
from tests.unit.analysis.conftest import CorpusBuilder, actor


def compared(
    before: CorpusBuilder, after: CorpusBuilder, vocabulary: Vocabulary
) -> GraphDifference:
    return difference(
        Side(before.corpus(), vocabulary), Side(after.corpus(), vocabulary)
    )


def test_what_is_in_one_graph_only_is_new_or_gone(vocabulary: Vocabulary) -> None:
    old, new = CorpusBuilder(), CorpusBuilder()
    old.say("Ann Lee", "worksFor", "Bo Marsh")
    new.say("Cy Hale", "worksFor", "Bo Marsh", by="two")
    answer = compared(old, new, vocabulary)
    assert (answer.new_documents, answer.gone_documents) == (("two.txt",), ("one.txt",))
    assert answer.new_actors == ("Cy Hale (Person)",)
    assert answer.gone_actors == ("Ann Lee (Person)",)
    assert [edge.sentence for edge in answer.new] == ["Cy Hale – works for → Bo Marsh"]
    assert [edge.sentence for edge in answer.gone] == ["Ann Lee – works for → Bo Marsh"]
    assert answer.new[0].claims[0].quotes[0].text == "Cy Hale worksFor Bo Marsh."
    assert answer.changed == ()


@pytest.mark.parametrize(
    ("more", "after"),
    [
        ({"status": Status.FORMER}, ("former", "stated")),
        ({"polarity": Polarity.DENIED}, ("denied", "stated")),
        ({"valid_until": "2031"}, ("stated", "until 2031")),
        (
            {"valid_from": "2031-03-12", "valid_until": "2031-03-12"},
            ("on 2031-03-12", "stated"),
        ),
        ({"attributed_to": "Di Rook"}, ("according to Di Rook", "stated")),
    ],
)
def test_what_is_stated_otherwise_is_told_with_what_says_so(
    vocabulary: Vocabulary, more: dict[str, object], after: tuple[str, ...]
) -> None:
    old, new = CorpusBuilder(), CorpusBuilder()
    for side in (old, new):
        side.say("Ann Lee", "worksFor", "Bo Marsh")
    claim = new.say("Ann Lee", "worksFor", "Bo Marsh", by="two", **more)
    (change,) = compared(old, new, vocabulary).changed
    assert (change.before, change.after) == (("stated",), after)
    assert [item.id for item in change.claims] == [claim.id]


def test_the_same_said_again_is_no_change(vocabulary: Vocabulary) -> None:
    old, new = CorpusBuilder(), CorpusBuilder()
    old.say("Ann Lee", "married", "Bo Marsh")
    new.say("Bo Marsh", "married", "Ann Lee", by="two")
    answer = compared(old, new, vocabulary)
    assert (answer.new, answer.gone, answer.changed) == ((), (), ())
    assert not answer.is_empty  # another document says so
    assert compared(old, old, vocabulary).is_empty


def test_posts_and_dates_are_no_actors_that_come_and_go(vocabulary: Vocabulary) -> None:
    new = CorpusBuilder()
    new.know(actor("mayor", ActorType.ROLE))
    new.know(actor("2031", ActorType.TIME))
    assert compared(CorpusBuilder(), new, vocabulary).is_empty


def test_what_is_known_without_the_texts_is_no_news(vocabulary: Vocabulary) -> None:
    new = CorpusBuilder()
    new.say("Ann Lee", "worksFor", "Bo Marsh", method="gazetteer")
    assert compared(CorpusBuilder(), new, vocabulary).new == ()


def dated() -> Corpus:
    builder = CorpusBuilder()
    for day in (1, 2, 3):
        builder.say(f"Ann {day}", "worksFor", "Bo Marsh", by=f"d{day}")
        builder.dates[f"d{day}"] = f"2031-05-0{day}"
        mention = Mention(DocumentId(f"d{day}"), 0, 3, MentionKind.NAME, "Ann")
        builder.know(actor(f"Ann {day}", mentions=(mention,)))
    builder.say("Cy Hale", "worksFor", "Bo Marsh", by="undated")
    return builder.corpus()


@pytest.mark.parametrize(
    ("day", "is_before", "documents"),
    [
        (None, False, "d1 d2 d3 undated"),
        ("2031-05-02", False, "d1 d2 undated"),
        ("2031-05-02", True, "d1 undated"),
        ("2030-01-01", False, "undated"),
    ],
)
def test_a_part_has_what_was_published_until_a_day(
    day: str | None, is_before: bool, documents: str
) -> None:
    part = until(dated(), day, is_before=is_before)
    assert " ".join(reading.document.id for reading in part.readings) == documents
    named = {f"d{a.name[-1]}" for a in part.actors if a.name.startswith("Ann")}
    assert named == set(documents.split()) - {"undated"}


@pytest.mark.parametrize("day", ["May", "2031", "2031-02-30", "20310503", ""])
def test_what_is_no_day_has_no_part(day: str) -> None:
    with pytest.raises(UsageError, match="is not a day; write it as 2031-05-03"):
        until(dated(), day)
