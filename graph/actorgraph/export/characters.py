"""Which characters a file format allows."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

#: All that XML 1.0 forbids: control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: What an attribute does not allow as it is: all of the above, white space except the plain space,
#: and XML's own signs.
_SPECIAL = re.compile('[\x00-\x1f"&<>\ud800-\udfff\ufffe\uffff]')
#: White space that XML readers turn into plain spaces, and the quote that ends an attribute.
_IN_ATTRIBUTE = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def printable(text: str) -> str:
    r"""Return a text without the characters that XML 1.0 forbids and few programs show.

    >>> printable("Ann\x00 Roth")
    'Ann Roth'
    """
    return _FORBIDDEN.sub("", text)


class XmlWriter:
    """Writes the texts of an XML document, and counts the characters that had to be left out.

    Attributes:
        removed: How many characters were left out so far.
    """

    def __init__(self) -> None:
        self.removed = 0

    def quoted(self, text: str) -> str:
        """Return a text in quotes as the value of an attribute.

        A reader gets back every character that XML allows.
        """
        if _SPECIAL.search(text) is None:  # nearly every value: saves most of the time
            return f'"{text}"'
        clean = printable(text)
        self.removed += len(text) - len(clean)
        return f'"{escape(clean, _IN_ATTRIBUTE)}"'

    def element(self, text: str) -> str:
        """Return a text as the content of an element."""
        clean = printable(text)
        self.removed += len(text) - len(clean)
        return escape(clean, {"\r": "&#13;"})
