"""Sentences in capitals, such as "THE MAYOR MET DANA ROTH!", which are read in small letters.

Words of the dictionary become small, unless they are part of a name; all others keep a capital.
Headings stay as they are: they end without a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from actorgraph.extraction.knowledge.gazetteer import Gazetteer
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.parse.closed_classes import (
    FUNCTION_WORDS,
    MONTH_NAMES,
    WEEKDAYS,
)

#: A sentence in capitals has at least this many words, so that it is no label or acronym.
FEWEST_WORDS = 5
DATE_WORDS = WEEKDAYS.union(*MONTH_NAMES)

#: The name in capitals at the beginning of a line of a transcript: "DANA ROTH: …".
LABEL = re.compile(
    r"^[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,3}(?=:\s+[\"“‘'(]?[A-Z])", re.MULTILINE
)
#: Fewest such lines of a transcript.
FEWEST_LABELS = 2
#: A label of at most this many letters stays as it is: "BBC:", "Q:".
LONGEST_ACRONYM = 4

LINE = re.compile(r"[^\n]+")
SENTENCE_END = re.compile(r"[.?!][\"'”’)\]]*\s*$")
LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

#: Classes of a word in small letters, none if no dictionary lists it: "NOUN", "VERB", …
WordClasses = Callable[[str], frozenset[str]]
ONLY_NOUN = frozenset({"NOUN"})


def in_small_letters(
    text: str, lexicon: Lexicon, gazetteer: Gazetteer, word_classes: WordClasses
) -> str:
    """Return a text of the same length, its sentences in capitals in small letters.

    "THE MAYOR MET IDA ROTH IN BERGEN." becomes "The mayor met Ida Roth in Bergen."

    Args:
        word_classes: Returns the classes under which a dictionary lists a word in small letters.
    """
    names = NamesInCapitals(lexicon, gazetteer, word_classes)
    recased = LINE.sub(lambda line: _recased(line[0], names), text)
    return with_small_labels(recased)


def with_small_labels(text: str) -> str:
    r"""Return a transcript with its speakers' names in small letters, but for their initials.

    One label makes no transcript.

    >>> with_small_labels("DANA ROTH: It rains.\nBBC: Still?")
    'Dana Roth: It rains.\nBBC: Still?'
    >>> with_small_labels("DANA ROTH: A LIFE")
    'DANA ROTH: A LIFE'
    """
    if len(LABEL.findall(text)) < FEWEST_LABELS:
        return text
    return LABEL.sub(lambda label: _with_initials(label[0]), text)


def _with_initials(label: str) -> str:
    """Return a label as a name; one short word is an acronym."""
    small = label.title()
    is_acronym = len(label) <= LONGEST_ACRONYM
    if is_acronym or len(small) != len(label):
        return label
    return small


def _recased(line: str, names: NamesInCapitals) -> str:
    words = list(LETTERS.finditer(line))
    if not line.isupper() or not SENTENCE_END.search(line):
        return line
    if len(words) < FEWEST_WORDS or len(line.lower()) != len(line):
        return line
    recased = list(line.lower())
    first = words[0].start()
    recased[first] = line[first]
    after_name = False
    for word in words:
        after_name = names.has(word[0], after_name=after_name)
        if after_name:
            initial = word.start()
            recased[initial] = line[initial]
    return "".join(recased)


class NamesInCapitals:
    """Says which words of a sentence in capitals are names, or parts of names."""

    def __init__(
        self, lexicon: Lexicon, gazetteer: Gazetteer, word_classes: WordClasses
    ) -> None:
        self._lexicon = lexicon
        self._gazetteer = gazetteer
        self._classes = word_classes

    def has(self, word: str, *, after_name: bool) -> bool:
        """Whether a word is part of a name, given whether the word before it is."""
        capitalised, small = word.title(), word.lower()
        if small in FUNCTION_WORDS:
            return False
        # CASE day or month: "*MONDAY*"
        if small in DATE_WORDS:
            return True
        classes = self._classes(small)
        # CASE no word: "JORIS"; CASE end of an organisation's name: "Merrow *BANK*"
        if not classes or (after_name and capitalised in self._lexicon.name_words):
            return True
        # CASE verb or adjective: "*READING*", but not "*POLISH*"
        if classes != ONLY_NOUN:
            return self._gazetteer.demonym(capitalised) is not None
        # CASE given name or place: "*IDA*", "*BERGEN*"; CASE surname: "Ida *MARSH*"
        is_surname = after_name and not self._is_role(small)
        return is_surname or self._is_listed(capitalised)

    def _is_listed(self, word: str) -> bool:
        gazetteer = self._gazetteer
        if gazetteer.is_big_city(word) or gazetteer.genders(word):
            return True
        return gazetteer.territory(word) is not None

    def _is_role(self, word: str) -> bool:
        if word in self._lexicon.roles:
            return True
        return word in self._lexicon.actor_nouns
