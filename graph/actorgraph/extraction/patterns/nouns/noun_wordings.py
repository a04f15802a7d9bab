"""The frames of a noun, by the words beside it: "a *phone* call", "an exchange *of fire*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import Lexicon, NounFrame
from actorgraph.extraction.parse.closed_classes import OF_WHOLE
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.patterns.verbs.frame_words import governor_of_noun
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What journalists do all the time: "did not respond to a *request for comment*".
NO_ACTS = grammar_words("phrase of no happening")

#: Verbs and adjectives of bonds that are none any more: "*strained* ties", "ties *soured*".
STRAINED = grammar_words("word for a strained bond")

HYPHEN = "-"


def frames_of(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> Sequence[NounFrame]:
    """Return the frames of a noun with the words beside it, else of the noun alone."""
    if _with_following(parsed, noun) in NO_ACTS:
        return ()
    for words in _wordings(parsed, noun):
        frames = lexicon.nouns.get(words, ())
        if frames:
            return frames
    return ()


def is_strained(parsed: ParsedText, noun: Token) -> bool:
    """Whether words beside a bond say that it suffers: "*frosty* relations", "ties are *tense*"."""
    governor = governor_of_noun(noun)
    if parsed.lemma(governor) in STRAINED:
        return True
    beside = [*dependents(noun, "amod"), *dependents(governor, "acomp")]
    return any(word.lower_ in STRAINED for word in beside)


def _with_following(parsed: ParsedText, noun: Token) -> str:
    """Return a noun with the two words after it: "request for comment"."""
    following = parsed.lower[noun.i + 1 : noun.i + 3]
    return " ".join([parsed.lemma(noun), *following])


def _wordings(parsed: ParsedText, noun: Token) -> Iterator[str]:
    """Yield a noun in its dictionary form with and without the words beside it, longest first."""
    lemma, lower = parsed.lemma(noun), parsed.lower
    # CASE of-phrase: "an exchange *of fire*"
    if OF_WHOLE.intersection(lower[noun.i + 1 : noun.i + 2]):
        yield _with_following(parsed, noun)
    # CASE hyphen: "*counter-*offensive"
    start = noun.i
    if lower[start - 1 : start] == [HYPHEN] and start > 1:
        lemma, start = f"{lower[start - 2]}-{lemma}", start - 2
    # CASE compound: "*phone* call"
    if start:
        yield f"{lower[start - 1]} {lemma}"
    yield lemma
    yield parsed.lemma(noun)
    # CASE plural: "ten *years* at Delmore Bank", but not "her first year there"
    yield noun.lower_
