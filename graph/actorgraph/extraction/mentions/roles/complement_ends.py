"""What ends the complements of a role or is inserted in them: brackets, examples, times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: A bracket after a name is at most this many tokens long.
BRACKET_REACH = 6

#: Before examples, each as its words: "including", "such as", "among them".
BEFORE_EXAMPLES = tuple(
    tuple(phrase.split()) for phrase in sorted(grammar_words("words before examples"))
)


def closing_bracket(parsed: ParsedText, i: int) -> int | None:
    """Return the token that closes a short bracket that token ``i`` opens, if it does."""
    if parsed.tag(i) != "-LRB-":
        return None
    tags = parsed.tags[i : i + BRACKET_REACH]
    if "-RRB-" not in tags:
        return None
    return i + tags.index("-RRB-")


def end_of_introduction(parsed: ParsedText, i: int) -> int | None:
    """Return the token after "such as" or the like at a token; None where examples begin not."""
    for words in BEFORE_EXAMPLES:
        end = i + len(words)
        if tuple(parsed.lower[i:end]) == words:
            return end
    return None


def begins_time(word: Token) -> bool:
    """Whether a word begins the phrase of an adverb that is a noun: "*last* week"."""
    for noun in (word, word.head):
        if noun.dep_ != "npadvmod" or noun.left_edge.i != word.i:
            continue
        is_last = noun.i + 1 == len(noun.doc)
        # CASE compound: "the German *metal*-working employers"
        return is_last or noun.nbor().text != "-"
    return False
