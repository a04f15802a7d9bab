"""How answers look on a terminal and to programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from actorgraph.pipeline.reading import Progress

#: Longest quote on a terminal, in characters; programs get it whole.
QUOTE = 300


def clean(text: str) -> str:
    """A text on one line, without what could steer a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in " ".join(text.split()))


def say(text: str = "") -> None:
    """Print a line."""
    print(clean(text) if text.strip() else "")


def indented(text: str, depth: int = 1) -> None:
    """Print a line, set in."""
    print("  " * depth + clean(text))


def warn(text: str) -> None:
    """Print a line on standard error."""
    print("actorgraph:", clean(text), file=sys.stderr)


def as_json(value: object) -> None:
    """Print records as JSON."""
    print(json.dumps(value, default=_plain, ensure_ascii=False, indent=2))


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
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
