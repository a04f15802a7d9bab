"""What an actor said, denied or would not say."""

from dataclasses import replace

from actorgraph.analysis.questions.quoted_words import quotations
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Attribution,
    Corpus,
    Document,
    DocumentId,
    Mention,
    MentionKind,
    Reading,
)

TEXT = (
    "“Bo Dahl left,” said Ann Lee. Lee denied that she met Cleo Hart. "
    "Lee declined to comment. Bo Dahl said nothing of it."
)
DOCUMENT = Document(DocumentId("d1"), "late.txt", TEXT, date="2031-05-02")
EARLIER = Document(DocumentId("d0"), "soon.txt", "Lee warned them.", date="2031-05-01")


def actor(name: str, *mentions: str) -> Actor:
    places = [(TEXT.index(words), words) for words in mentions]
    return Actor(
        ActorId(name),
        ActorType.PERSON,
        name,
        mentions=tuple(
            Mention(DOCUMENT.id, at, at + len(words), MentionKind.NAME, words)
            for at, words in places
        ),
    )


ANN, BO, CLEO = (
    actor("Ann Lee", "Ann Lee"),
    actor("Bo Dahl", "Bo Dahl"),
    actor("Cleo Hart", "Cleo Hart"),
)


def said(cue: str, *content: str, direct: bool = False) -> Attribution:
    def span(words: str) -> tuple[int, int]:
        return TEXT.index(words), TEXT.index(words) + len(words)

    return Attribution(None, ANN.id, span(cue), tuple(map(span, content)), direct)


READING = Reading(
    DOCUMENT,
    attributions=(
        said("declined", "to comment"),
        said("denied", "she met Cleo Hart"),
        said("said", "“Bo Dahl left,”", direct=True),
        replace(said("said", "nothing of it"), speaker=BO.id),
    ),
)
WARNING = Reading(
    EARLIER, attributions=(Attribution((0, 3), ANN.id, (4, 10), ((11, 15),), False),)
)
CORPUS = Corpus((READING, WARNING), (ANN, BO, CLEO))


def test_words_come_in_the_order_of_days_and_texts_with_what_the_speaker_does() -> None:
    assert [
        (q.cue, q.act, q.direct, q.quotes[0].text) for q in quotations(CORPUS, ANN)
    ] == [
        ("warned", "says", False, "them"),
        ("said", "says", True, "“Bo Dahl left,”"),
        ("denied", "denies", False, "she met Cleo Hart"),
        ("declined", "does not say", False, "to comment"),
    ]


def test_words_are_about_the_actors_that_they_mention() -> None:
    assert [q.about for q in quotations(CORPUS, ANN)] == [
        (),
        ("Bo Dahl",),
        ("Cleo Hart",),
        (),
    ]
    (about_cleo,) = quotations(CORPUS, ANN, CLEO)
    assert about_cleo.cue == "denied"
    assert quotations(CORPUS, BO, CLEO) == ()


def test_who_says_nothing_has_no_words() -> None:
    assert quotations(CORPUS, CLEO) == ()
