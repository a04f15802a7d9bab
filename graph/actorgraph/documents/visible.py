"""The text of markup as Python's own parser sees it: the second opinion that a page is checked against."""

from __future__ import annotations

from html.parser import HTMLParser

#: Elements whose content no reader sees as text.
UNSEEN = (
    "script",
    "style",
    "title",
    "template",
    "textarea",
    "iframe",
    "noframes",
    "noembed",
    "xmp",
    "svg",
    "math",
)


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self.unseen.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An empty element holds nothing unseen."""

    def handle_endtag(self, tag: str) -> None:
        if tag in self.unseen:
            del self.unseen[self.unseen.index(tag) :]

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(data)


def all_text(markup: str) -> str:
    """All text between the tags, whatever their nesting; scripts, styles and the like left out."""
    collector = _Collector()
    collector.feed(markup)
    collector.close()
    return "".join(collector.pieces)


def letters(text: str) -> int:
    """How many letters a text has, a measure that spaces and punctuation do not change."""
    return sum(map(str.isalpha, text))
