"""The text of markup as Python's own parser reads it: the second opinion on a page."""

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
    """Collects text that is in no unseen element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.unseen: list[str] = []

    def handle_starttag(
        self,
        tag: str,
        attrs: list[tuple[str, str | None]],  # noqa: ARG002  the parser passes them
    ) -> None:
        if tag in UNSEEN:
            self.unseen.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Ignore an empty element: it contains nothing unseen."""

    def handle_endtag(self, tag: str) -> None:
        if tag in self.unseen:
            del self.unseen[self.unseen.index(tag) :]

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(data)


def all_text(markup: str) -> str:
    """Return all text between tags, at any depth, but not scripts, styles and the like."""
    collector = _Collector()
    collector.feed(markup)
    collector.close()
    return "".join(collector.pieces)


def count_letters(text: str) -> int:
    """Return the number of letters, a length that spaces and punctuation do not change."""
    return sum(map(str.isalpha, text))
