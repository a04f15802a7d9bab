"""PDF files: the text that a reader sees, in paragraphs, with title, author and date."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, BinaryIO

from actorgraph.documents.left_out import hidden_text
from actorgraph.documents.pdf_damage import complete_or_refused
from actorgraph.documents.pdf_lines import Line, page_lines
from actorgraph.documents.pdf_page import INVISIBLE, draw_page
from actorgraph.documents.pdf_paragraphs import paragraphs, without_running_heads
from actorgraph.documents.raw_document import RawDocument
from actorgraph.documents.text import TITLE_LENGTH, file_bytes, first_line_title
from actorgraph.errors import DocumentError
from actorgraph.model import Omission
from actorgraph.settings import BYTES_OF_FILE

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

    from actorgraph.documents.pdf_geometry import Run
    from actorgraph.documents.pdf_graphics import Canvas

#: Bytes at the end of a file that contain its end mark, whatever follows it.
TAIL = 2048
#: Maximum number of pages: a long book.
MOST_PAGES = 3_000
#: Share (0–1) of a page that its pictures cover if it is a scan.
SCAN = 0.5
#: Maximum share (0–1) of characters without a letter.
MOST_UNREADABLE = 0.05
#: How many times the usual size a headline is at least.
HEADLINE = 1.25

_UNREADABLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]|\(cid:\d+\)"
)
#: Titles that a program gives by itself.
_NO_TITLE = re.compile(
    r"(?i)\W*|\(.*\)|untitled.*|microsoft (?:word|powerpoint) - .*"
    r"|.*\.(?:docx?|pdf|indd|rtf|tex|html?)"
)


@dataclass(slots=True)
class _Pages:
    """What the pages of a file have.

    Attributes:
        lines: What a reader sees.
        hidden: What no reader sees, by reason.
        scans: Number of pages that are a picture with the text behind it.
        pictures: Number of pages that have pictures, but no text.
    """

    lines: list[Line] = field(default_factory=list)
    hidden: dict[str, list[str]] = field(default_factory=dict)
    scans: int = 0
    pictures: int = 0


def read_pdf(stream: BinaryIO, name: str) -> Iterator[RawDocument | Omission]:
    """Read a PDF: one document.

    Raises:
        DocumentError: if the file is cut, damaged, encrypted, or contains no text.
    """
    data = file_bytes(stream, BYTES_OF_FILE)
    if data and b"%PDF-" not in data[:TAIL]:
        raise DocumentError("the file is no PDF: its beginning does not say so")
    if b"%%EOF" not in data[-TAIL:]:
        raise DocumentError("the PDF seems to be cut: its end mark is missing")
    with complete_or_refused() as reader_of:
        items = list(_read(reader_of(data), name))
    yield from items


def _read(reader: PdfReader, name: str) -> Iterator[RawDocument | Omission]:
    _open(reader)
    pages = _Pages()
    for number, page in enumerate(reader.pages):
        _add(pages, _drawn(page, number), number)
    body = without_running_heads(pages.lines)
    text = "\n\n".join(paragraphs(body))
    _check(text, len(reader.pages), pages)
    yield _with_facts(reader, name, text, body)
    yield from _omissions(name, pages, len(pages.lines) - len(body))


def _open(reader: PdfReader) -> None:
    from pypdf.errors import DependencyError

    try:
        is_open = not reader.is_encrypted or bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        is_open = False
    if not is_open:
        raise DocumentError(
            "the PDF is encrypted: save it without a password, and give that file"
        )
    if len(reader.pages) > MOST_PAGES:
        raise DocumentError(
            f"the PDF has {len(reader.pages):,} pages, more than {MOST_PAGES:,}: split it"
        )


def _drawn(page: PageObject, number: int) -> Canvas:
    try:
        return draw_page(page)
    except (DocumentError, MemoryError):
        raise
    except Exception as error:  # a hostile page fails in many ways
        kind = type(error).__name__
        raise DocumentError(f"page {number + 1} cannot be parsed ({kind})") from error


def _add(pages: _Pages, canvas: Canvas, number: int) -> None:
    """Add what is on a page; the invisible text of a scan is what the picture shows."""
    by_hiding: dict[str, list[Run]] = defaultdict(list)
    for run in canvas.runs:
        by_hiding[run.hiding].append(run)
    is_blank = not any(run.text.strip() for run in canvas.runs)
    shown = page_lines(by_hiding.pop("", ()), number)
    if _is_picture(canvas) and not shown:
        shown = page_lines(by_hiding.pop(INVISIBLE, ()), number)
        pages.scans += bool(shown)
        pages.pictures += is_blank
    pages.lines += shown
    for hiding, runs in sorted(by_hiding.items()):
        unseen = page_lines(runs, number)
        pages.hidden.setdefault(hiding, []).extend(map(attrgetter("text"), unseen))


def _is_picture(canvas: Canvas) -> bool:
    covered = sum(picture.area for picture in canvas.pictures)
    return covered >= SCAN * canvas.box.area


def _check(text: str, number: int, pages: _Pages) -> None:
    """Raise DocumentError if there is no text, or none that can be read."""
    if not text.strip():
        if pages.pictures:
            raise DocumentError(
                f"the PDF has pictures of text, but no text, on {pages.pictures:,} of its "
                f"{number:,} pages: run text recognition (OCR) on it first"
            )
        raise DocumentError("the PDF contains no text that a reader sees")
    unreadable = sum(len(match[0]) for match in _UNREADABLE.finditer(text))
    if unreadable > MOST_UNREADABLE * len(text):
        raise DocumentError(
            "the fonts of the PDF do not say which letters they show: run text recognition "
            "(OCR) on it first"
        )


# Facts


def _with_facts(
    reader: PdfReader, name: str, text: str, lines: Iterable[Line]
) -> RawDocument:
    title = ""
    author = None
    facts = reader.metadata
    if facts:
        title = facts.title or ""
        author = facts.author
    if _NO_TITLE.fullmatch(title):
        title = _headline(lines) or first_line_title(text) or ""
    day = _day(reader)
    return RawDocument(name, text, title, author=author, file_date=day)


def _day(reader: PdfReader) -> str | None:
    """Return the day on which the file was made."""
    try:
        made = reader.metadata.creation_date if reader.metadata else None
    except (ValueError, TypeError):
        return None
    return made.date().isoformat() if made else None


def _headline(lines: Iterable[Line]) -> str | None:
    """Return the lines of the first page that are much larger than most."""
    sizes: Counter[float] = Counter()
    first: list[Line] = []
    for line in lines:
        sizes[line.size] += len(line.text)
        if line.page == 0:
            first.append(line)
    usual = max(sizes, key=lambda size: sizes[size], default=0.0)
    largest = max((line.size for line in first), default=0.0)
    if largest < HEADLINE * usual:
        return None
    title = " ".join(line.text.strip() for line in first if line.size == largest)
    if len(title) > TITLE_LENGTH:
        return None
    return title


# What is left out


def _omissions(name: str, pages: _Pages, heads: int) -> Iterator[Omission]:
    for reason, passages in sorted(pages.hidden.items()):
        yield from hidden_text(name, reason, passages)
    if heads:
        yield Omission(name, f"running heads and page numbers ({heads:,} lines)")
    if pages.scans:
        noun = "page" if pages.scans == 1 else "pages"
        yield Omission(
            name,
            f"whatever text recognition missed on {pages.scans:,} scanned {noun}",
        )
    if pages.pictures:
        noun = (
            "page that is a picture"
            if pages.pictures == 1
            else "pages that are pictures"
        )
        yield Omission(name, f"{pages.pictures:,} {noun} without text")
