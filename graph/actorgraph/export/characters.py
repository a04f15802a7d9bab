"""Which characters a file format can hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

#: All that XML 1.0 forbids: control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: What cannot stand in an attribute as it is: all of the above, white space but the plain space, and XML's own signs.
_SPECIAL = re.compile('[\x00-\x1f"&<>\ud800-\udfff\ufffe\uffff]')
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
        if (
            _SPECIAL.search(text) is None
        ):  # nearly every value, and most of the time of an export otherwise
            return f'"{text}"'
        clean = printable(text)
        self.removed += len(text) - len(clean)
        return f'"{escape(clean, _IN_ATTRIBUTE)}"'
