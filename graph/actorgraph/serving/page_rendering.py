"""Answers as pages: templates in ``pages/``, in which text is never markup."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.analysis.questions.document_claims import DocumentAnswer
from actorgraph.counting import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

#: Relations of a family and quotations that a page shows; the others are there as JSON.
MOST_SHOWN = 60
#: Claims that a page shows of one relation.
CLAIMS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part of a document's text.

    Attributes:
        is_marked: Whether a claim quotes it.
        anchors: Ids of elements at its beginning, one for each claim whose first quote begins here.
    """

    text: str
    is_marked: bool
    anchors: tuple[str, ...]


def rendered(template: str, **context: object) -> str:
    """Return a page.

    Args:
        template: Its name in ``pages/``, without the ending.
        context: What the template names.
    """
    page = _environment().get_template(f"{template}.html.j2")
    return page.render(most=MOST_SHOWN, few=CLAIMS_SHOWN, count=count, **context)


def answer_page(question: str, record: object, arguments: object) -> str:
    """Return the page that shows the answer to a question."""
    context = {"record": record, "arguments": arguments}
    if isinstance(record, DocumentAnswer):
        parts = text_parts(record)
        context["parts"] = list(parts)
    return rendered(question, **context)


def text_parts(document: DocumentAnswer) -> Iterator[TextPart]:
    """Yield the text of a document, cut wherever a quote begins or ends."""
    anchors: dict[int, list[str]] = {}
    depths = {0: 0, len(document.text): 0}
    for claim in document.claims:
        anchors.setdefault(claim.quotes[0].start, []).append(f"claim-{claim.id}")
        for quote in claim.quotes:
            if quote.document == document.id:
                depths[quote.start] = depths.get(quote.start, 0) + 1
                depths[quote.end] = depths.get(quote.end, 0) - 1
    depth, places = 0, sorted(depths)
    for start, end in pairwise(places):
        depth += depths[start]
        yield TextPart(
            document.text[start:end], depth > 0, tuple(anchors.get(start, ()))
        )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = Path(__file__).parent / "pages"
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["weblink"] = _is_weblink
    return environment


def _is_weblink(address: str) -> bool:
    """Whether an address leads to a page, and not to a script."""
    return address.startswith(("http://", "https://"))
