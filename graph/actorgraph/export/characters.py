"""Which characters a file format can hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

#: All that XML 1.0 forbids: control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: White space that a reader of XML would turn into plain spaces, and the quote that ends an attribute.
_IN_ATTRIBUTE = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def printable(text: str) -> str:
    """A text without the characters that XML 1.0 cannot hold; nor can most programs show them."""
    return _FORBIDDEN.sub("", text)


class AttributeWriter:
    """Writes values of XML attributes, and counts the characters that had to be left out.

    Attributes:
        removed: How many characters were left out so far.
    """

    def __init__(self) -> None:
        self.removed = 0

    def quoted(self, text: str) -> str:
        """A text as the value of an attribute, with its quotes; a reader gets every other character back."""
        clean = printable(text)
        self.removed += len(text) - len(clean)
        return f'"{escape(clean, _IN_ATTRIBUTE)}"'
