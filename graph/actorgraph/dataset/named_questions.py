"""The named questions: queries that come with the ontology, in ``ontology/queries``.

A question may take parameters.  Each is a comment of its query, ``#: day: VALUES ?day { $day }``,
so that without it the query asks about everything; with it, the comment becomes a line of the query
in which a term of SPARQL, escaped, replaces ``$day``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from actorgraph.dataset.terms import iri_term, literal, moment
from actorgraph.errors import InvalidData, NotFound, UsageError
from actorgraph.identifiers import actor_iri
from actorgraph.model import ActorId
from actorgraph.resources import ontology_folder

_PARAMETER = re.compile(r"^( *)#: (\w+): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question that comes with the ontology.

    Attributes:
        name: The file's name without its ending.
        title: The first comment line.
        help: All comment lines before the query.
        text: The query.
    """

    name: str
    title: str
    help: str
    text: str

    @property
    def parameters(self) -> tuple[str, ...]:
        """Names of what may be given: ``actor``, ``day``, ``since``."""
        names = {match[2] for match in _PARAMETER.finditer(self.text)}
        return tuple(sorted(names))

    def asked_of(self, terms: Mapping[str, str]) -> str:
        """Return the query with some of its parameters.

        Args:
            terms: Parameter → term of SPARQL, as ``actor_parameter`` and ``day_parameter`` give it.

        Raises:
            UsageError: if the question does not take one of them.
        """
        for name in terms:
            if name not in self.parameters:
                allowed = (
                    " and ".join(f"--{one}" for one in self.parameters) or "nothing"
                )
                raise UsageError(
                    f"the question {self.name} takes no --{name}; it takes {allowed}"
                )
        return _PARAMETER.sub(lambda match: _line(match, terms), self.text)


def _line(match: re.Match[str], terms: Mapping[str, str]) -> str:
    indent, name, text = match.groups()
    if name not in terms:
        return match[0]
    term = terms[name]
    parameter = f"${name}"
    line = str(text).replace(parameter, term)
    return indent + line


def actor_parameter(actor: ActorId, base: str) -> str:
    """Return the term for an actor.

    Args:
        base: Base IRI of the data.
    """
    return iri_term(actor_iri(actor, base))


def day_parameter(day: str) -> str:
    """Return the term for a day, month or year.

    >>> day_parameter("2026-01")
    '"2026-01"'

    Raises:
        UsageError: if it is none.
    """
    try:
        moment(day, "the question")
    except InvalidData as error:
        sentence = f"{day!r} is no day; write 2026-01-31, 2026-01 or 2026"
        raise UsageError(sentence) from error
    return literal(day)


def named_questions() -> tuple[NamedQuery, ...]:
    """Return the questions in ``ontology/queries``, sorted by name; none without that folder."""
    folder = ontology_folder() / "queries"
    paths = sorted(folder.glob("*.rq"))
    questions = map(_read, paths)
    return tuple(questions)


def named_question(name: str) -> NamedQuery:
    """Return a named question.

    Raises:
        NotFound: naming at most three similar names, and how to list all of them.
    """
    questions = {question.name: question for question in named_questions()}
    if name in questions:
        return questions[name]
    similar = get_close_matches(name, questions, n=3)
    hint = f"did you mean {', '.join(similar)}? " if similar else ""
    raise NotFound(
        f"no question is named {name!r}; {hint}see them all: actorgraph questions"
    )


def _read(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    comments: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        comment = line.lstrip("# ")
        comments.append(comment.rstrip())
    title = comments[0] if comments else path.stem
    description = "\n".join(comments)
    return NamedQuery(path.stem, title, description, text)
