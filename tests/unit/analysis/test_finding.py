import pytest

from actorgraph.analysis.finding import find_actor
from actorgraph.errors import NotFound
from actorgraph.model import Actor, ActorId, ActorType, Corpus


def actor(
    id_: str, name: str, *aliases: str, type_: ActorType = ActorType.PERSON
) -> Actor:
    return Actor(ActorId(id_), type_, name, aliases=aliases)


CORPUS = Corpus(
    actors=(
        actor("berg-1", "Ingrid Berg", "Berg"),
        actor("berg-2", "Nils Berg", "Berg"),
        actor(
            "harbour", "Harbour Council", "the council", type_=ActorType.ORGANIZATION
        ),
        actor("jose", "José Álvarez"),
    )
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("berg-2", "berg-2"),
        ("Ingrid Berg", "berg-1"),
        ("  ingrid   BERG ", "berg-1"),
        ("THE COUNCIL", "harbour"),
        ("jose alvarez", "jose"),
        ("ing be", "berg-1"),
        ("counc", "harbour"),
        ("Inrgid Berg", "berg-1"),
    ],
)
def test_an_actor_is_found_by(text: str, expected: str) -> None:
    assert find_actor(CORPUS, text).id == expected


@pytest.mark.parametrize("text", ["Berg", "berg", "ber"])
def test_an_ambiguous_name_is_not_guessed_but_its_candidates_are_listed(
    text: str,
) -> None:
    with pytest.raises(
        NotFound,
        match=r"Ingrid Berg \(Person, berg-1\) or Nils Berg \(Person, berg-2\)",
    ):
        find_actor(CORPUS, text)


def test_words_must_begin_in_the_order_of_the_name() -> None:
    with pytest.raises(NotFound):
        find_actor(CORPUS, "be ing")


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(
        NotFound,
        match=r"no actor is called 'Harbor'; the nearest name is Harbour Council$",
    ):
        find_actor(CORPUS, "Harbor")


def test_a_name_that_is_like_none_is_answered_with_none() -> None:
    for text in ("Юлия", "Arvid Lind"):
        with pytest.raises(NotFound, match=f"called '{text}' or anything like it$"):
            find_actor(CORPUS, text)


@pytest.mark.parametrize("text", ["", "  ", "?"])
def test_an_empty_name_is_nobodys(text: str) -> None:
    with pytest.raises(NotFound, match="no actor is called"):
        find_actor(CORPUS, text)


def test_an_empty_graph_says_so() -> None:
    with pytest.raises(NotFound, match="the graph has no actors"):
        find_actor(Corpus(), "anyone")
