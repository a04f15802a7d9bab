"""How answers look on a terminal, and to programs."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from actorgraph.model import RefusedDocument
    from actorgraph.pipeline.workers import Progress

Answer = TypeVar("Answer")
Justify = Literal["left", "right"]

#: Longest quote on a terminal, in characters; programs get it in full.
QUOTE = 300
#: How many names are listed, of documents, actors or edges.
LISTED = 12
#: Categories of characters that steer a terminal or the direction of what it shows.
CONTROLS = frozenset({"Cc", "Cf"})
#: Code points from here on take two escapes in JSON.
ASTRAL = 0x10000
#: Columns of a table that contain numbers.
NUMBERS = frozenset({"#", "value", "betweenness", "actors"})


def print_answer(
    ask: Callable[[], Answer],
    show: Callable[[Answer], None],
    *,
    json: bool,
) -> None:
    """Print the answer to a question in the form that the user asked for.

    Args:
        ask: Returns the answer.
        show: Prints it in words.
        json: Print it as JSON.
    """
    if json:
        print_json(ask())
    else:
        show(ask())


def clean(text: str) -> str:
    r"""Return a text on one line, without control characters, which could steer a terminal.

    >>> clean("Dana\x1b[2J\n  Roth")
    'Dana [2J Roth'
    """
    line = " ".join(text.split())
    return "".join(letter if letter.isprintable() else " " for letter in line)


def print_line(text: str = "", depth: int = 0, *, flush: bool = False) -> None:
    """Print a line, indented by two spaces a level; with ``flush``, also into a pipe at once."""
    line = ""
    if text.strip():
        line = "  " * depth + clean(text)
    print(line, flush=flush)


def print_table(
    head: Sequence[str], rows: Iterable[Sequence[str]], plain: Callable[..., str]
) -> None:
    """Print rows as a table on a terminal, and as plain lines elsewhere.

    Args:
        head: Names of the columns.
        rows: Their cells.
        plain: Returns the plain line of a row, given its cells.
    """
    cells = (tuple(map(clean, row)) for row in rows)
    if sys.stdout.isatty():
        _print_rich_table(head, cells)
        return
    for row in cells:
        print(plain(*row))


def _print_rich_table(head: Sequence[str], rows: Iterable[tuple[str, ...]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD)
    for name in head:
        justify: Justify = "right" if name in NUMBERS else "left"
        table.add_column(name, justify=justify, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    Console(highlight=False).print(table)


def warn(text: str) -> None:
    """Print a line on standard error."""
    line = clean(text)
    print("actorgraph:", line, file=sys.stderr)


def warn_of_refused(documents: Iterable[RefusedDocument]) -> None:
    """Print on standard error which documents were refused, and why."""
    for document in documents:
        warn(f"refused {document.name}: {document.reason}")


def print_json(value: object) -> None:
    """Print records as JSON."""
    print(_json_text(value, indent=2))


def print_json_line(value: object) -> None:
    """Print records as JSON on one line, at once."""
    print(_json_text(value), flush=True)


def _json_text(value: object, indent: int | None = None) -> str:
    """Return JSON in which what steers a terminal, or what standard output lacks, is escaped."""
    import json

    from actorgraph.codec import json_default

    # Left to the stream, é would become \xe9 where it takes only ASCII, which JSON does not know.
    is_narrow = not sys.stdout.encoding.lower().startswith("utf")
    text = json.dumps(
        value, default=json_default, ensure_ascii=is_narrow, indent=indent
    )
    return text if text.isascii() else "".join(map(_escaped, text))


def _escaped(letter: str) -> str:
    r"""Return a letter of a JSON text, escaped if it is a control character beyond ASCII.

    >>> _escaped("\x9b"), _escaped("\u202e"), _escaped("é"), _escaped("\n")
    ('\\u009b', '\\u202e', 'é', '\n')
    """
    if letter.isascii() or ord(letter) >= ASTRAL:
        return letter
    if unicodedata.category(letter) not in CONTROLS:
        return letter
    return f"\\u{ord(letter):04x}"


def shorten(text: str, longest: int = QUOTE) -> str:
    """Return a text on one line, cut off with an ellipsis if it is too long.

    >>> shorten("Dana Roth met Peter Marsh", 10)
    'Dana Roth…'
    """
    line = clean(text)
    if len(line) <= longest:
        return line
    beginning = line[: longest - 1]
    return beginning + "…"


def enumerate_names(names: Iterable[str], longest: int = 6) -> str:
    """Return names joined by commas, with the number of those left out.

    >>> enumerate_names(["Ada", "Bo", "Cleo"], 2)
    'Ada, Bo and 1 more'
    """
    listed = list(names)
    shown = ", ".join(listed[:longest])
    more = len(listed) - longest
    if more <= 0:
        return shown
    return f"{shown} and {more} more"


def print_names(sign: str, names: Sequence[str]) -> None:
    """Print the first of some names, one a line after a sign, and the number of those left out."""
    shown = names[:LISTED]
    for name in shown:
        print_line(f"{sign} {name}", 1)
    more = len(names) - LISTED
    if more > 0:
        line = f"{sign} … and {more:,} more"
        print_line(line, 1)


@contextmanager
def progress() -> Iterator[Progress]:
    """Provide a progress bar on standard error, or nothing if that is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
