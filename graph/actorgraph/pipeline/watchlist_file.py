"""Watch lists: CSV with a line of headings, or FollowTheMoney entities as JSON lines."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from actorgraph.errors import UsageError
from actorgraph.files import text_of
from actorgraph.identifiers import ONTOLOGY
from actorgraph.model import ActorType
from actorgraph.names import fold_name
from actorgraph.resolution.listed_actors import ListedActor
from actorgraph.resources import ontology_file
from actorgraph.turtle import RDFS, SKOS, read_turtle

#: What a list is about → headings of CSV files, and properties of FollowTheMoney.
_HEADINGS = {
    "id": ("id",),
    "type": ("schema", "type"),
    "name": ("name", "caption"),
    "aliases": ("aliases", "alias"),
    "born": ("birth_date", "birthdate", "date_of_birth", "dob", "born"),
    "countries": ("countries", "country", "nationality"),
}
_PROPERTIES = {
    "name": ("name",),
    "aliases": ("alias", "weakAlias", "previousName"),
    "born": ("birthDate",),
    "countries": ("country", "nationality", "citizenship", "jurisdiction"),
}
_PERSON, _BODY = (ActorType.PERSON,), (ActorType.ORGANIZATION,)
#: Schemata of FollowTheMoney, in lower case → what the entry may be.
_TYPES = {
    "": (*_PERSON, *_BODY),
    "legalentity": (*_PERSON, *_BODY),
    "person": _PERSON,
    "organization": _BODY,
    "organisation": _BODY,
    "company": _BODY,
    "publicbody": _BODY,
}
#: What divides several values of a cell.
_SEVERAL = re.compile(r"\s*[;|]\s*")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_DELIMITERS = ",;\t"
#: What spreadsheets put before a CSV file in UTF-8.
BOM = "\ufeff"

Values = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line of a list that cannot be used, and why."""

    line: int
    reason: str


@dataclass(slots=True)
class WatchList:
    """The entries of a file.

    Attributes:
        bad: Lines that cannot be used.
        passed_over: How many entries are of schemata that actors do not have, such as Address.
    """

    entries: list[ListedActor] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    passed_over: int = 0


def read_watch_list(path: Path) -> WatchList:
    """Return the entries of a CSV file or of a file of FollowTheMoney entities.

    Raises:
        UsageError: if the file cannot be read, or a CSV file has no column of names.
    """
    text = text_of(path).removeprefix(BOM)
    beginning = text.lstrip()
    is_json = beginning.startswith("{")
    rows = _json_rows(text) if is_json else _csv_rows(text, path.name)
    countries = _country_names()
    listed = WatchList()
    for line, values in rows:
        _take(listed, line, values, countries)
    return listed


def _take(
    listed: WatchList,
    line: int,
    values: Values | str,
    countries: Mapping[str, str],
) -> None:
    """Add an entry to a list, or the reason why it is none."""
    if isinstance(values, str):
        listed.bad.append(BadRow(line, values))
        return
    schema = next(iter(values["type"]), "").lower()
    if schema not in _TYPES:
        listed.passed_over += 1
        return
    problem = _problem(values)
    if problem:
        listed.bad.append(BadRow(line, problem))
        return
    years = {int(date[:4]) for date in values["born"]}
    known = (countries.get(fold_name(name), name) for name in values["countries"])
    listed.entries.append(
        ListedActor(
            line,
            next(iter(values["id"]), ""),
            _TYPES[schema],
            _names(values),
            years.pop() if len(years) == 1 else None,
            frozenset(known),
        )
    )


def _problem(values: Values) -> str:
    """Return what is wrong with an entry, or ""."""
    if not _names(values):
        return "it has no name"
    for date in values["born"]:
        if not _DATE.fullmatch(date):
            return f"the birth date {date!r} is not YYYY, YYYY-MM or YYYY-MM-DD"
    return ""


def _names(values: Values) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*values["name"], *values["aliases"])))


def _csv_rows(text: str, name: str) -> Iterator[tuple[int, Values | str]]:
    """Yield the line and the values of each row; instead of the values, what is wrong."""
    head, _, _ = text.partition("\n")
    delimiter = max(_DELIMITERS, key=head.count)
    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        first = next(reader, [])
    except csv.Error as error:
        raise UsageError(f"{name} is no CSV file: {error}") from error
    headings = [heading.strip().lower() for heading in first]
    columns = {what: _columns(headings, what) for what in _HEADINGS}
    if not columns["name"]:
        present = ", ".join(headings) or "nothing"
        raise UsageError(
            f"{name} has no column called name; its first line has {present}"
        )
    width = len(headings)
    yield from _cells(reader, columns, width)


def _columns(headings: Iterable[str], what: str) -> list[int]:
    return [n for n, heading in enumerate(headings) if heading in _HEADINGS[what]]


def _cells(
    reader: Any,  # noqa: ANN401  the csv module does not export the type of its readers
    columns: Mapping[str, list[int]],
    width: int,
) -> Iterator[tuple[int, Values | str]]:
    line = reader.line_num + 1
    try:
        for row in reader:
            if len(row) > width:
                yield line, f"it has {len(row)} cells, the headings {width}"
            elif any(map(str.strip, row)):
                yield line, {what: _values(row, columns[what]) for what in columns}
            line = reader.line_num + 1
    except csv.Error as error:
        yield line, f"it is not CSV ({error}); what follows was not read"


def _values(row: list[str], columns: Iterable[int]) -> tuple[str, ...]:
    values: list[str] = []
    for column in columns:
        cell = row[column] if column < len(row) else ""
        values += filter(None, _SEVERAL.split(cell.strip()))
    return tuple(values)


def _json_rows(text: str) -> Iterator[tuple[int, Values | str]]:
    """Yield the line and the values of each entity; instead of the values, what is wrong."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, _entity(line)


def _entity(line: str) -> Values | str:
    """Return the values of an entity, or what is wrong."""
    try:
        row = json.loads(line)
        values = {what: _texts(row["properties"], what) for what in _PROPERTIES}
        return values | {
            "id": (_text(row.get("id", "")),),
            "type": (_text(row["schema"]),),
        }
    except (json.JSONDecodeError, RecursionError):
        return "it is not JSON"
    except ValueError:
        return "it has a value that is no text"
    except (KeyError, TypeError, AttributeError):
        return (
            'it is no FollowTheMoney entity: {"id", "schema", "properties"} are needed'
        )


def _texts(properties: Mapping[str, Any], what: str) -> tuple[str, ...]:
    """Return the values of some properties; each may be one text or a list."""
    texts: list[str] = []
    for name in _PROPERTIES[what]:
        values = properties.get(name, ())
        if isinstance(values, str):
            values = [values]
        texts += map(_text, values)
    return tuple(texts)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)  # noqa: TRY004  it is data, and the caller tells both apart
    return value


def _country_names() -> Mapping[str, str]:
    """Return the name of a country by its code or any of its names, folded."""
    names: dict[str, str] = {}
    for facts in read_turtle([ontology_file("territories.ttl")]).values():
        for label in facts[RDFS + "label"]:
            for word in (*facts[ONTOLOGY + "code"], label, *facts[SKOS + "altLabel"]):
                names.setdefault(fold_name(word), label)
    return names
