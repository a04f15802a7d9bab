"""Word files (docx): paragraphs, lists and tables as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from actorgraph.documents.left_out import hidden_text
from actorgraph.documents.raw_document import RawDocument
from actorgraph.documents.text import first_line_title
from actorgraph.documents.zip_limits import objection_to_member, open_zip
from actorgraph.errors import DocumentError
from actorgraph.model import Omission

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: What was deleted or moved away is not part of the text, nor is a drawing for old programs.
_GONE = (f"{_W}del", f"{_W}moveFrom", _FALLBACK)
_BREAKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_PROPERTIES = (f"{_W}rPr", f"{_W}pPr", f"{_W}tcPr", f"{_W}tblPr")
_GROUNDS = (f"{_W}shd", f"{_W}highlight")
#: Half points below which letters cannot be read.
SMALLEST = 4
CELL_SEPARATOR = " – "
#: Style of a document's title.
TITLE_STYLE = "Title"
#: The library's own template names it as the author.
NO_AUTHOR = "python-docx"


def read_word(stream: BinaryIO, name: str) -> Iterator[RawDocument | Omission]:
    """Read a Word file: one document.

    Raises:
        DocumentError: if the file is damaged, cut or encrypted, or no Word file.
    """
    document = _open(stream)
    _spread_hidden_styles(document)
    hidden: list[str] = []
    body = document.element.body
    blocks = [_block(block, hidden) for block in body]
    paragraphs = filter(None, blocks)
    text = "\n\n".join(paragraphs)
    yield _with_facts(document, name, text)
    yield from hidden_text(name, "hidden", hidden)


def _open(stream: BinaryIO) -> WordDocument:
    from docx import Document

    with open_zip(stream) as archive:
        for member in archive.infolist():
            reason = objection_to_member(member)
            if reason is not None:
                raise DocumentError(f"{reason} ({member.filename})")
    try:
        return Document(stream)
    except Exception as error:  # a hostile file fails in many ways
        kind = type(error).__name__
        raise DocumentError(f"the file is damaged or no Word file ({kind})") from error


def _with_facts(document: WordDocument, name: str, text: str) -> RawDocument:
    facts = document.core_properties
    title = facts.title or _titled(document) or first_line_title(text)
    author = facts.author if facts.author != NO_AUTHOR else None
    saved = facts.modified or facts.created
    day = saved.date().isoformat() if saved and author else None
    return RawDocument(name, text, title, author=author, file_date=day)


def _titled(document: WordDocument) -> str | None:
    """Return the paragraph in the style of a title."""
    for paragraph in document.paragraphs:
        if paragraph.style is not None and paragraph.style.name == TITLE_STYLE:
            return paragraph.text
    return None


def _block(block: BaseOxmlElement, hidden: list[str]) -> str:
    """Return the text of a paragraph or a table; add what no reader sees to a list."""
    if block.tag == f"{_W}tbl":
        return "\n\n".join(_rows(block, hidden))
    present = (item for item in block.iter(f"{_W}p") if not _is_gone(item))
    paragraphs = [_paragraph(item, hidden) for item in present]
    return "\n\n".join(filter(None, paragraphs))


def _is_gone(element: BaseOxmlElement) -> bool:
    return any(ancestor.tag in _GONE for ancestor in element.iterancestors())


def _rows(table: BaseOxmlElement, hidden: list[str]) -> Iterator[str]:
    for row in table.iter(f"{_W}tr"):
        cells = [_cell(cell, hidden) for cell in row.iterchildren(f"{_W}tc")]
        yield CELL_SEPARATOR.join(filter(None, cells))


def _cell(cell: BaseOxmlElement, hidden: list[str]) -> str:
    paragraphs = (_paragraph(item, hidden) for item in cell.iterchildren(f"{_W}p"))
    return " ".join(filter(None, paragraphs))


def _paragraph(paragraph: BaseOxmlElement, hidden: list[str]) -> str:
    pieces: list[str] = []
    for run in paragraph.iter(f"{_W}r"):
        if _is_in(run, paragraph):
            text = "".join(map(_text, run))
            (hidden if _is_hidden(run) else pieces).append(text)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))


def _is_in(run: BaseOxmlElement, paragraph: BaseOxmlElement) -> bool:
    """Whether a run is part of a paragraph's text: not gone, and not in a box within it."""
    for ancestor in run.iterancestors():
        if ancestor is paragraph:
            return True
        if ancestor.tag in _GONE or ancestor.tag == f"{_W}p":
            return False
    return False


def _text(item: BaseOxmlElement) -> str:
    if item.tag == f"{_W}t":
        return item.text or ""
    return _BREAKS.get(item.tag, "")


# Hidden text


def _spread_hidden_styles(document: WordDocument) -> None:
    """Mark the runs that are hidden by the style of their characters or paragraph."""
    hidden = _hidden_styles(document)
    runs = document.element.body.iter(f"{_W}r") if hidden else ()
    for run in runs:
        style = run.find(f"{_W}rPr/{_W}rStyle")
        paragraph = next(run.iterancestors(f"{_W}p"))
        of_paragraph = paragraph.find(f"{_W}pPr/{_W}pStyle")
        names = [
            item.get(f"{_W}val") for item in (style, of_paragraph) if item is not None
        ]
        if hidden.intersection(names):
            run.get_or_add_rPr().get_or_add_vanish()


def _hidden_styles(document: WordDocument) -> set[str]:
    """Return the ids of the styles that hide text."""
    marks = document.styles.element.iter(f"{_W}vanish")
    styles = (mark.getparent().getparent() for mark in marks)
    return {style.get(f"{_W}styleId", "") for style in styles}


def _is_hidden(run: BaseOxmlElement) -> bool:
    """Whether no reader sees a run: it is hidden, tiny, or white on white."""
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return False
    if _is_on(properties, "vanish") or _is_on(properties, "webHidden"):
        return True
    size = _value(properties, "sz")
    is_tiny = size is not None and size.isdigit() and int(size) < SMALLEST
    if is_tiny:
        return True
    colour = _value(properties, "color") or ""
    is_white = colour.upper() == "FFFFFF"
    return is_white and not _is_shaded(run)


def _is_on(properties: BaseOxmlElement, name: str) -> bool:
    mark = properties.find(f"{_W}{name}")
    if mark is None:
        return False
    value = mark.get(f"{_W}val")
    return value not in ("0", "false", "off")


def _is_shaded(run: BaseOxmlElement) -> bool:
    """Whether a run, or the paragraph or cell around it, has a ground of its own."""
    for element in (run, *run.iterancestors()):
        for properties in element.iterchildren(*_PROPERTIES):
            if any(properties.find(ground) is not None for ground in _GROUNDS):
                return True
    return False


def _value(properties: BaseOxmlElement, name: str) -> str | None:
    element = properties.find(f"{_W}{name}")
    if element is None:
        return None
    value: str | None = element.get(f"{_W}val")
    return value
