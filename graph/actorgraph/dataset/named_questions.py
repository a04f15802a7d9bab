"""The named questions: queries that come with the ontology, in ``ontology/queries``."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from actorgraph.errors import NotFound
from actorgraph.resources import ontology_folder


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


def named_questions() -> tuple[NamedQuery, ...]:
    """Return the questions in ``ontology/queries``, sorted by name; none without that folder."""
    folder = ontology_folder() / "queries"
    paths = sorted(folder.glob("*.rq"))
    return tuple(map(_read, paths))


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
    return NamedQuery(path.stem, title, "\n".join(comments), text)
