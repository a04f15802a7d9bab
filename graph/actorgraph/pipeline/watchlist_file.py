"""Watch lists: CSV with a line of headings, or FollowTheMoney entities as JSON lines."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from actorgraph.errors import UsageError
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
_DATE = re.compile(r"(\d{4})(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_DELIMITERS = ",;\t"

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
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UsageError(f"cannot read the watch list {path}: {reason}") from error
    is_json = text.lstrip().startswith("{")
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
    dates = [_DATE.fullmatch(date) for date in values["born"]]
    names = tuple(dict.fromkeys((*values["name"], *values["aliases"])))
    if not names:
        listed.bad.append(BadRow(line, "it has no name"))
    elif None in dates:
        wrong = values["born"][dates.index(None)]
        reason = f"the birth date {wrong!r} is not YYYY, YYYY-MM or YYYY-MM-DD"
        listed.bad.append(BadRow(line, reason))
    else:
        years = {int(date[1]) for date in dates if date}
        known = (countries.get(fold_name(name), name) for name in values["countries"])
        listed.entries.append(
            ListedActor(
                line,
                next(iter(values["id"]), ""),
                _TYPES[schema],
                names,
                years.pop() if len(years) == 1 else None,
                frozenset(known),
            )
        )


def _csv_rows(text: str, name: str) -> Iterator[tuple[int, Values | str]]:
    """Yield the line and the values of each row; instead of the values, what is wrong."""
    head, _, _ = text.partition("\n")
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    headings = [heading.strip().lower() for heading in next(reader, [])]
    columns = {
        what: [n for n, heading in enumerate(headings) if heading in possible]
        for what, possible in _HEADINGS.items()
    }
    if not columns["name"]:
        found = ", ".join(headings) or "nothing"
        raise UsageError(
            f"{name} has no column called name; its first line has {found}"
        )
    yield from _cells(reader, columns, len(headings))


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
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _entity(line)


def _entity(line: str) -> Values | str:
    try:
        row = json.loads(line)
        properties = row["properties"]
        values = {
            what: tuple(
                chain.from_iterable(_listed(properties.get(n, ())) for n in names)
            )
            for what, names in _PROPERTIES.items()
        }
        values |= {"id": (row.get("id", ""),), "type": (row["schema"],)}
    except ValueError:
        return "it is not JSON"
    except (KeyError, TypeError, AttributeError):
        return (
            'it is no FollowTheMoney entity: {"id", "schema", "properties"} are needed'
        )
    texts = (value for group in values.values() for value in group)
    return (
        values
        if all(isinstance(v, str) for v in texts)
        else "it has a value that is no text"
    )


def _listed(value: Any) -> Iterable[Any]:  # noqa: ANN401  JSON
    """Return the values of a property, which may stand without brackets if there is one."""
    return [value] if isinstance(value, str) else value


def _country_names() -> Mapping[str, str]:
    """Return the name of a country by its code or any of its names, folded."""
    names: dict[str, str] = {}
    for facts in read_turtle([ontology_file("territories.ttl")]).values():
        for label in facts[RDFS + "label"]:
            for word in (*facts[ONTOLOGY + "code"], label, *facts[SKOS + "altLabel"]):
                names.setdefault(fold_name(word), label)
    return names
