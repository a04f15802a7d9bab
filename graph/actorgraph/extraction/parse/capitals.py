"""Sentences in capitals, which are read in small letters: "THE MAYOR MET DANA ROTH."

Words of the dictionary become small, unless they are part of a name; all others keep a capital.
Headings stay as they are: they end without a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from actorgraph.extraction.knowledge.gazetteer_files import load_gazetteer
from actorgraph.extraction.knowledge.lexicon_file import load_lexicon
from actorgraph.grammar import grammar_words

#: A sentence in capitals has at least this many words, so that it is no label or acronym.
FEWEST_WORDS = 5
#: Words that the lemma tables do not list: articles, prepositions, auxiliaries.
FUNCTION_WORDS = grammar_words("function word")
DATE_WORDS = frozenset[str]().union(
    *(grammar_words(f"weekday {number}") for number in range(1, 8)),
    *(grammar_words(f"month {number}") for number in range(1, 13)),
)

LINE = re.compile(r"[^\n]+")
SENTENCE_END = re.compile(r"[.?!][\"'”’)\]]*\s*$")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

#: Classes of a word in small letters, none if no dictionary lists it: "NOUN", "VERB", …
WordClasses = Callable[[str], frozenset[str]]
ONLY_NOUN = frozenset({"NOUN"})


def in_small_letters(text: str, word_classes: WordClasses) -> str:
    r"""Return a text of the same length, its lines in capitals in small letters.

    >>> classes = {"mayor": ONLY_NOUN, "met": frozenset({"VERB"})}
    >>> in_small_letters("THE MAYOR MET IDA ROTH.", lambda word: classes.get(word, frozenset()))
    'The mayor met Ida Roth.'
    """
    return LINE.sub(lambda line: _recased(line[0], word_classes), text)


def _recased(line: str, word_classes: WordClasses) -> str:
    words = list(WORD.finditer(line))
    is_sentence = line.isupper() and SENTENCE_END.search(line)
    if not is_sentence or len(words) < FEWEST_WORDS or len(line.lower()) != len(line):
        return line
    recased = list(line.lower())
    recased[words[0].start()] = line[words[0].start()]
    capitals = _Capitals(word_classes)
    for word in words:
        if capitals.keeps(word[0]):
            recased[word.start()] = line[word.start()]
    return "".join(recased)


class _Capitals:
    """Says which words keep their capital; it is asked for each word of a line, in order."""

    def __init__(self, word_classes: WordClasses) -> None:
        self._classes = word_classes
        self._gazetteer = load_gazetteer()
        self._name_words = load_lexicon().name_words
        self._is_after_name = False

    def keeps(self, word: str) -> bool:
        """Whether a word is a name, or part of one."""
        self._is_after_name = self._is_name(word.title(), word.lower())
        return self._is_after_name

    def _is_name(self, capitalised: str, small: str) -> bool:
        if small in FUNCTION_WORDS:
            return False
        classes = self._classes(small)
        # CASE day or month: "*MONDAY*"
        if small in DATE_WORDS:
            return True
        # CASE no word: "JORIS"; CASE end of an organisation's name: "Merrow *BANK*"
        if not classes or (self._is_after_name and capitalised in self._name_words):
            return True
        # CASE given name or place: "*IDA*", "*BERGEN*", but not "*READING*"
        if classes != ONLY_NOUN:
            return self._gazetteer.demonym(capitalised) is not None
        is_listed = self._is_listed(capitalised)
        # CASE noun after a name, which is a surname: "Ida *MARSH*"
        return is_listed or (self._is_after_name and not self._is_role(small))

    def _is_listed(self, word: str) -> bool:
        gazetteer = self._gazetteer
        is_place = gazetteer.is_big_city(word) or gazetteer.territory(word) is not None
        return is_place or bool(gazetteer.genders(word))

    def _is_role(self, word: str) -> bool:
        lexicon = load_lexicon()
        return word in lexicon.roles or word in lexicon.actor_nouns
