"""How answers look on a terminal and to programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from actorgraph.pipeline.workers import Progress

#: Longest quote on a terminal, in characters; programs get it whole.
QUOTE = 300
#: Columns of a table that hold numbers.
NUMBERS = frozenset({"#", "value", "betweenness", "actors"})


def clean(text: str) -> str:
    """A text on one line, without what could steer a terminal."""
    return "".join(
        letter if letter.isprintable() else " " for letter in " ".join(text.split())
    )


def say(text: str = "") -> None:
    """Print a line."""
    print(clean(text) if text.strip() else "")


def indented(text: str, depth: int = 1) -> None:
    """Print a line, set in."""
    print("  " * depth + clean(text))


def table(
    head: Sequence[str], rows: Iterable[Sequence[str]], plain: Callable[..., str]
) -> None:
    """Print rows: as a table on a terminal, elsewhere a line each, as ``plain`` puts its cells."""
    if not sys.stdout.isatty():
        for row in rows:
            print(plain(*map(clean, row)))
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(box=SIMPLE_HEAD)
    for name in head:
        shown.add_column(
            name, justify="right" if name in NUMBERS else "left", overflow="fold"
        )
    for row in rows:
        shown.add_row(*(Text(clean(cell)) for cell in row))
    Console(highlight=False).print(shown)


def warn(text: str) -> None:
    """Print a line on standard error."""
    print("actorgraph:", clean(text), file=sys.stderr)


def as_json(value: object) -> None:
    """Print records as JSON."""
    print(json.dumps(value, default=_plain, ensure_ascii=False, indent=2))


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return str(value)


def cut(text: str, longest: int = QUOTE) -> str:
    """A text, shortened with an ellipsis if it is too long."""
    one = clean(text)
    return one if len(one) <= longest else one[: longest - 1] + "…"


def counted(number: int, noun: str, plural: str = "") -> str:
    """``1 actor``, ``2,000 actors``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listing(names: Iterable[str], longest: int = 6) -> str:
    """Names joined by commas, the rest counted."""
    known = list(names)
    more = f" and {len(known) - longest} more" if len(known) > longest else ""
    return ", ".join(known[:longest]) + more


@contextmanager
def progress() -> Iterator[Progress]:
    """Something to report progress to: a bar on standard error if that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
