"""The encoding of a text: recognised where it is certain, and otherwise refused, never guessed."""

from __future__ import annotations

import codecs
import re

from actorgraph.errors import DocumentError

#: Marks at the beginning of a text, longer ones first: that of UTF-32 begins like that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Encodings without a mark, and which bytes of four are zero in letters of English.
ZERO_BYTES = {
    "utf-16-le": (False, True, False, True),
    "utf-16-be": (True, False, True, False),
    "utf-32-le": (False, True, True, True),
    "utf-32-be": (True, True, True, False),
}
#: Share (0–1) of these bytes that are zero in a text with few other letters.
MOSTLY = 0.7
#: What pages and messages call an encoding → what they mean by it, as browsers do.
MEANT = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
}
#: The encoding of most English texts that are not UTF-8.
WESTERN = "cp1252"
#: Number of bytes in lines that are not ASCII that are examined.
SAMPLE = 20_000
#: Disorder (0–1) that a right guess has at most: a stray sign.
MOST_CHAOS = 0.02

_UTF8_CHARACTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_FOREIGN = bytes(range(0x80, 0x100))
_NOT_ASCII = re.compile(rb"[^\n]*[\x80-\xff][^\n]*\n?")
#: What no text has, but what the wrong encoding makes of one.
_IMPLAUSIBLE = re.compile(
    # CASE capital within a word: "itÕs", "ęFine"
    r"[a-zà-öø-ÿ][À-ÖØ-ÞŠŒŽŸ]|[à-öø-ÿĀ-ſ][A-Z]"
    # CASE sign within or at a word: "Wa³êsa", "naãve" is not seen, "┬эр"
    r"|[^\W\d_][¡-©«-¶¸-¿×÷ˆ˜‰ƒ†‡…‹›€™]+[^\W\d_]|[\u2500-\u25ff]|[^\W\d_][“‘‚„]"
    # CASE many accents: "Àííà"
    r"|[À-ÖØ-öø-ž]{3}"
    # CASE letters of Iceland, which Turkey writes in the same place: "Erdoðan"
    r"|[ÐÝÞðýþ]"
    # CASE control characters, private and missing letters
    r"|[\x80-\x9f\ue000-\uf8ff\ufffd]"
)


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text that bytes encode.

    It is in Unicode, in the declared encoding, in Windows-1252 if that makes it plausible, or else
    in the only encoding that does.

    Args:
        data: The bytes.
        declared: The encoding that a page names.  It is tried only if the bytes are not UTF-8,
            since pages are often wrong about it.

    Raises:
        DocumentError: if the bytes are not text, if their encoding is not certain, or if they are
            a damaged UTF-8 text; the message then names the first bad byte.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode_strictly(data, encoding)
    if b"\0" in data:
        return _decode_wide(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if declared is None and _is_damaged_utf8(data, error):
            raise DocumentError(
                f"the text is damaged or cut: byte {error.start} is not UTF-8"
            ) from error
    if declared is not None:
        label = declared.lower().strip()
        return _decode_strictly(data, MEANT.get(label, label))
    return _decode_legacy(data)


def _decode_wide(data: bytes) -> str:
    """Decode UTF-16 or UTF-32 without a mark, which most of its zero bytes reveal."""
    zeros = tuple(_is_mostly_zero(data[place::4]) for place in range(4))
    for encoding, expected in ZERO_BYTES.items():
        if zeros == expected:
            return _decode_strictly(data, encoding)
    raise DocumentError("the file is binary (it contains zero bytes), not text")


def _is_mostly_zero(column: bytes) -> bool:
    return column.count(0) > MOSTLY * len(column)


def _is_damaged_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether bytes are mostly complete UTF-8 characters, or are cut in one: seldom by chance."""
    if error.reason == "unexpected end of data":
        return True
    characters = b"".join(_UTF8_CHARACTER.findall(data))
    letters = len(characters)
    others = data.translate(None, _FOREIGN)
    foreign = len(data) - len(others)
    return 2 * letters > foreign


def _decode_legacy(data: bytes) -> str:
    """Decode a text in an encoding from before Unicode."""
    western = _decoded(data, WESTERN)
    if western is not None and not _IMPLAUSIBLE.search(western):
        return western
    texts = {_decoded(data, encoding) for encoding in _candidates(data)}
    plausible = [text for text in texts if text and not _IMPLAUSIBLE.search(text)]
    if len(plausible) == 1:
        return plausible[0]
    raise DocumentError(
        "the text is neither UTF-8 nor in another encoding that is certain: save it as UTF-8"
    )


def _candidates(data: bytes) -> list[str]:
    """Return the encodings that lines of the text may be in."""
    from charset_normalizer import from_bytes

    sample = b""
    for line in _NOT_ASCII.finditer(data):
        sample += line[0][:SAMPLE]
        if len(sample) >= SAMPLE:
            break
    matches = from_bytes(sample)
    return [match.encoding for match in matches if match.chaos <= MOST_CHAOS]


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _decode_strictly(data: bytes, encoding: str) -> str:
    text = _decoded(data, encoding)
    if text is None or "\0" in text:
        raise DocumentError(
            f"the text is neither UTF-8 nor {encoding}: save it as UTF-8"
        )
    return text
