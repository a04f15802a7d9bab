"""The one normal form of names: what is compared, never what is shown.

Everything that asks whether two spellings are one name goes through ``fold_name``: coreference
within a document, resolution across documents, the search for an actor, the readable part of an id.

Only the standard library is used.  Libraries that transliterate (Unidecode, AnyAscii) are no help
here: they write different names of other scripts with the same Latin letters, and so would merge
people.
"""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NewType

#: A name as ``fold_name`` writes it.
FoldedName = NewType("FoldedName", str)

#: Similarity, 0–100, from which a misspelt name still counts; 85 lets one letter in seven differ.
SIMILAR = 85
#: How many of the nearest names are named where nobody has the name.
NEAREST = 3
#: How alike (0–100) they are at least to what was asked for.
NEAR = 62
#: Letters without a decomposition in Unicode, or whose mark is left out in everyday writing
#: (Russian ё).
_LETTERS = {
    "æ": "ae",
    "ð": "d",
    "đ": "d",
    "ħ": "h",
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "œ": "oe",
    "þ": "th",
    "ŧ": "t",
    "ё": "е",
}
#: Scripts whose accents are part of the spelling but not of the name; Greek capitals carry none
#: anyway.
_ACCENTED_SCRIPTS = ("LATIN", "GREEK")
#: Scripts in which a mark that is no part of a letter is an aid to the reader: stress, vowel
#: points.
_POINTED_SCRIPTS = ("CYRILLIC", "HEBREW", "ARABIC")

_POSSESSIVE = re.compile(r"['’ʼ]s?$")
#: A point between a title or initial and a longer word: "St.Moritz", "J.Marsh".
_DIVIDING_POINT = re.compile(r"\.(?=\w{2})")
_ASCII_JOINER = re.compile(r"['`.]")
_ASCII_SEPARATOR = re.compile(r"[^a-z0-9]")
_JOINERS = frozenset("'‘’ʻʼʾʿ`.")


@lru_cache(maxsize=200_000)
def fold_name(name: str) -> FoldedName:
    """Fold a name to the form under which names are compared.

    Case, accents, punctuation, invisible characters and a possessive ending are dropped, initials
    are joined:

    >>> fold_name("José Núñez’s"), fold_name("Ann O'Neil"), fold_name("J. D. Moss")
    ('jose nunez', 'ann oneil', 'jd moss')

    Letters of other scripts stay what they are, so that two names differ whatever they are written
    in, and a look-alike from another alphabet is another name:

    >>> fold_name("Ольга Рот"), fold_name("ΕΛΕΝΗ ΡΟΤΑ"), fold_name("李 明")
    ('ольга рот', 'ελενη ροτα', '李明')

    Args:
        name: A name as it is written.

    Returns:
        Words of letters and digits, separated by single spaces.  A name without letters and digits
        gives its own characters in lower case, so that only a blank name gives the empty string.
    """
    lower = _normalise(name).casefold()
    folded = _normalise(lower).strip()
    bare = _split(folded)
    letters = _plain_letters(bare) if bare.isascii() else "".join(_letters(bare))
    words = _join_initials(letters.split())
    return FoldedName(" ".join(words) or folded)


def has_beginnings(wanted: str, name: str) -> bool:
    """Whether each word typed begins a word of the name, in the same order.

    >>> has_beginnings("vlad put", "vladimir putin"), has_beginnings("putin v", "vladimir putin")
    (True, False)
    """
    remaining = deque(name.split())
    for beginning in wanted.split():
        while remaining and not remaining[0].startswith(beginning):
            remaining.popleft()
        if not remaining:
            return False
        remaining.popleft()
    return True


def similar_names(wanted: str, names: Sequence[str]) -> list[str]:
    """Return the folded names that may be meant, the nearest few if there are none.

    That are those that have the beginnings that were typed, or else those that are spelt like them.

    Args:
        wanted: What was typed, folded.
        names: Different folded names.
    """
    from rapidfuzz import fuzz, process

    matches = [name for name in names if wanted and has_beginnings(wanted, name)]
    if matches:
        return matches
    alike = process.extract(
        wanted, names, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=None
    )
    if not alike:
        alike = process.extract(wanted, names, scorer=fuzz.WRatio, limit=4 * NEAREST)
    return [name for name, *_ in alike]


def _normalise(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _split(folded: str) -> str:
    """Remove a possessive ending, and separate titles and initials from the next word."""
    bare = _POSSESSIVE.sub("", folded)
    return _DIVIDING_POINT.sub(" ", bare)


def _plain_letters(text: str) -> str:
    """Return what ``_letters`` yields for ASCII, which has no accents and no other scripts."""
    joined = _ASCII_JOINER.sub("", text)
    return _ASCII_SEPARATOR.sub(" ", joined)


def _letters(text: str) -> Iterator[str]:
    """Yield letters and digits without accents, and a space for what separates words."""
    drops_marks = True
    for character in text:
        kind = unicodedata.category(character)
        if kind.startswith("M"):
            if not drops_marks:
                yield character
        elif character in _JOINERS or kind == "Cf":
            continue
        elif character.isalnum():
            script, *_ = unicodedata.name(character, "").split(" ")
            drops_marks = script in _ACCENTED_SCRIPTS + _POINTED_SCRIPTS
            has_accents = script in _ACCENTED_SCRIPTS
            letter = _base_letter(character) if has_accents else character
            yield _LETTERS.get(letter, letter)
        else:
            yield " "


def _base_letter(letter: str) -> str:
    """Return a Latin or Greek letter without its accents: ``e`` for ``ễ``, ``o`` for ``ǿ``."""
    return unicodedata.normalize("NFD", letter)[0]


def _join_initials(words: list[str]) -> Iterator[str]:
    """Join single letters that follow one another: ``j d moss`` gives ``jd moss``."""
    letters = ""
    for word in words:
        if len(word) == 1:
            letters += word
            continue
        if letters:
            yield letters
        letters = ""
        yield word
    if letters:
        yield letters
