"""Watch lists: who is taken, who is only listed, and which lines cannot be used."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from actorgraph.errors import UsageError
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
    Mention,
    MentionKind,
    Reading,
)
from actorgraph.pipeline.watchlist_file import read_watch_list
from actorgraph.resolution.listed_actors import ListMatch, match_list
from actorgraph.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
PAPER = Document(DocumentId("d"), "paper.txt", "x" * 99)
PEOPLE = {
    "Greta Solheim": ("1971", "Norway"),
    "Yevgeny Sorokin": ("1973", None),
    "José Núñez": (None, "Chile"),
    "Tarek Haddad": (None, None),
    "Dae Ho Kim": (None, None),
    "Lee": (None, None),
}
BODIES = ("Harbour Works Association", "HWC")


def corpus() -> Corpus:
    actors, claims = [], []
    for name, (born, country) in PEOPLE.items():
        actors.append(actor(ActorType.PERSON, name))
        for relation, value in (("bornOn", born), ("citizenOf", country)):
            if value:
                claims.append(claim(relation, name, value))
    actors += [actor(ActorType.ORGANIZATION, name) for name in BODIES]
    actors += [actor(ActorType.TIME, year) for year in ("1971", "1973")]
    actors += [actor(ActorType.PLACE, name, "Country") for name in ("Norway", "Chile")]
    reading = Reading(PAPER, claims=tuple(claims))
    return Corpus((reading,), tuple(sorted(actors, key=lambda item: item.id)))


def actor(type_: ActorType, name: str, subtype: str | None = None) -> Actor:
    mention = Mention(PAPER.id, 0, 1, MentionKind.NAME, "x")
    return Actor(ActorId(name), type_, name, subtype, mentions=(mention,))


def claim(relation: str, subject: str, object_: str) -> Claim:
    proof = (Evidence.of(PAPER, 0, 1),)
    id_ = ClaimId(relation + subject)
    return Claim(id_, ActorId(subject), relation, ActorId(object_), proof)


def standings(path: Path) -> dict[tuple[int, str], str]:
    """Return the line of an entry and the actor → what became of them."""
    return {(m.line, m.actor): str(m.standing) for m in matches(path)}


def matches(path: Path) -> tuple[ListMatch, ...]:
    return match_list(read_watch_list(path).entries, corpus(), VOCABULARY)


@pytest.fixture
def listed(tmp_path: Path) -> Callable[..., Path]:
    path = tmp_path / "list.csv"

    def write(
        *rows: str, head: str = "id,schema,name,aliases,birth_date,countries"
    ) -> Path:
        path.write_text("\n".join([head, *rows]), encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("row", "actor", "standing"),
    [
        ('1,Person,"SOLHEIM, Greta",,1971-05-12,no', "Greta Solheim", "match"),
        ("1,Person,Jose Nunez,,,", "José Núñez", "match"),
        ("1,,Jose Nunez,,,Chile", "José Núñez", "match"),
        ("1,Person,Somebody,Gretha Solheim;Greta Solheim,,", "Greta Solheim", "match"),
        ("1,Person,Evgeny Sorokin,,1973,", "Yevgeny Sorokin", "match"),
        ("1,Person,Sorokin Yevgeny,,1973,", "Yevgeny Sorokin", "match"),
        ("1,Company,Harbour Works Association Ltd,,,", BODIES[0], "match"),
        ("1,Person,Evgeny Sorokin,,,", "Yevgeny Sorokin", "possible"),
        ("1,Person,Kim Dae Ho,,,", "Dae Ho Kim", "possible"),
        ("1,Person,T. Haddad,,,", "Tarek Haddad", "possible"),
        ("1,Person,Jose Nunez,,,Norway", "José Núñez", "possible"),
        ("1,Company,Highland Wool Company,HWC,,", "HWC", "possible"),
        ("1,Person,Greta Solheim,,1950,", "Greta Solheim", "ruled out"),
    ],
)
def test_what_becomes_of_an_entry(
    listed: Any, row: str, actor: str, standing: str
) -> None:
    assert standings(listed(row)) == {(2, actor): standing}


@pytest.mark.parametrize(
    "row",
    [
        "1,Person,Ann Lee,,,",
        "1,Person,Sana Lee,Lee,,",
        "1,Person,Greta Holm,,,",
        "1,Company,Greta Solheim,,,",
        "1,Vessel,Greta Solheim,,,",
    ],
)
def test_what_nobody_can_be(listed: Any, row: str) -> None:
    accepted = [m for m in matches(listed(row)) if str(m.standing) == "match"]
    assert accepted == []


def test_of_two_entries_for_one_actor_none_is_taken(listed: Any) -> None:
    path = listed("1,Person,Tarek Haddad,,1950,", "2,Person,Tarek Haddad,,1980,")
    assert set(standings(path).values()) == {"possible"}
    assert all("2 entries of the list fit" in m.reason for m in matches(path))


def test_a_birth_decides_between_two_entries(listed: Any) -> None:
    path = listed("1,Person,Greta Solheim,,1971,", "2,Person,Greta Solheim,,1980,")
    assert standings(path) == {
        (2, "Greta Solheim"): "match",
        (3, "Greta Solheim"): "ruled out",
    }


def test_a_reason_says_all_that_speaks_for_a_match(listed: Any) -> None:
    (plain,) = matches(listed("1,Person,Greta Solheim,,,"))
    (match,) = matches(listed("1,Person,Greta Solheim,,1971,no"))
    assert (
        match.reason
        == "the same name: “Greta Solheim”; both born in 1971; both of Norway"
    )
    assert plain.score < match.score <= 1


def test_unusable_lines_are_told_and_the_others_are_read(listed: Any) -> None:
    path = listed(
        "1,Person,,,,", "2,Person,Ann Lee,,31.2.1950,", "3,Person,Bo Lee,,,", "4,,,,,,,"
    )
    read = read_watch_list(path)
    assert [entry.names for entry in read.entries] == [("Bo Lee",)]
    assert [(row.line, row.reason) for row in read.bad] == [
        (2, "it has no name"),
        (3, "the birth date '31.2.1950' is not YYYY, YYYY-MM or YYYY-MM-DD"),
        (5, "it has 8 cells, the headings 6"),
    ]


def test_entities_of_follow_the_money_are_read(tmp_path: Path) -> None:
    rows = [
        {
            "id": "a",
            "schema": "Person",
            "properties": {"name": ["Ann Lee"], "birthDate": ["1950"]},
        },
        {"id": "b", "schema": "Address", "properties": {"full": ["Pier 4"]}},
        {"id": "c", "schema": "Person"},
        {
            "id": "d",
            "schema": "Company",
            "properties": {"name": "Lumen", "alias": ["LF"]},
        },
        {"id": "e", "schema": "Person", "properties": {"name": [7]}},
    ]
    path = tmp_path / "list.json"
    path.write_text("\n".join([*map(json.dumps, rows), "{cut"]), encoding="utf-8")
    read = read_watch_list(path)
    assert [(entry.id, entry.names, entry.born) for entry in read.entries] == [
        ("a", ("Ann Lee",), 1950),
        ("d", ("Lumen", "LF"), None),
    ]
    assert [row.line for row in read.bad] == [3, 5, 6]
    assert read.passed_over == 1


@pytest.mark.parametrize("text", ["", "x,y\n1,2\n", "\xff"])
def test_a_file_that_is_no_list_is_an_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(UsageError, match=r"list\.csv"):
        read_watch_list(path)


def test_a_list_may_be_divided_by_semicolons(listed: Any) -> None:
    path = listed("Ann Lee|Anna Lee;1950", head="Name;Born")
    (entry,) = read_watch_list(path).entries
    assert (entry.names, entry.born) == (("Ann Lee", "Anna Lee"), 1950)


def test_a_list_may_come_from_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("\ufeffname,born\r\nÅse Lee,1950\r\n".encode())
    (entry,) = read_watch_list(path).entries
    assert (entry.line, entry.names, entry.born) == (2, ("Åse Lee",), 1950)


def test_many_entries_are_compared_with_few_actors_only(listed: Any) -> None:
    rows = [f"{n},Person,Ivo Name{n},,," for n in range(5_000)]
    assert matches(listed(*rows)) == ()
