"""The complements of a verb that may be what it says: a clause, an object, a topic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.modality.speech.silence import is_topic
from actorgraph.extraction.modality.speech.speaker_mentions import introduces_quote
from actorgraph.extraction.modality.speech.speech import SpeechPattern
from actorgraph.extraction.parse.dependents import dependents, is_infinitive
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Prepositions that introduce the topic, not an addressee or a place.
ABOUT = grammar_words("preposition of the topic")


def complements_of_speech(
    parsed: ParsedText, verb: Token
) -> Iterator[tuple[SpeechPattern, Token]]:
    """Yield what may be the content of a verb of speech, each with its pattern."""
    for child in verb.children:
        # CASE clause: "Roth said *it was over*"; before the verb only if the parse is sure
        if _is_clause(child):
            yield SpeechPattern.CLAUSE, child
        # CASE infinitive: "Roth vowed *to come back*"
        elif child.dep_ == "xcomp" and is_infinitive(child):
            yield SpeechPattern.INFINITIVE, child
        # CASE object: "Roth denounced *the plan to sell the harbour*"
        # CASE quoted predicate: "Roth called the law *“a disgrace”*"
        elif child.dep_ in ("dobj", "oprd") and not _quotes_speaker(verb):
            yield SpeechPattern.OBJECT, child
        # CASE topic: "Roth complained *about the slow trains*"
        elif _is_about(parsed, child):
            yield SpeechPattern.PREPOSITION, child
    if _is_inserted(verb):
        yield SpeechPattern.CLAUSE, verb.head


def _is_clause(word: Token) -> bool:
    """Whether a word heads a clause that may be what its governing verb reports."""
    if word.i > word.head.i:
        return word.dep_ in ("ccomp", "parataxis")
    # CASE other sentence: "*Roth left*; in Oslo, Marsh said that …"
    between = word.doc[word.i : word.head.i]
    if any(token.text == ";" for token in between):
        return False
    # CASE participle: "*Speaking* of rain, Roth said that …"
    if word.tag_ == "VBG" and not dependents(word, "nsubj"):
        return False
    return word.dep_ == "ccomp"


def _quotes_speaker(verb: Token) -> bool:
    """Whether the object of a verb is a speaker: "quoted *Roth* as saying that …"."""
    return any(map(introduces_quote, dependents(verb, "prep")))


def _is_about(parsed: ParsedText, word: Token) -> bool:
    if word.dep_ != "prep" or word.lower_ not in ABOUT:
        return False
    return is_topic(parsed, word)


def _is_inserted(verb: Token) -> bool:
    """Whether a verb is a parenthesis in what it reports: "The bridge, *Roth said*, will open"."""
    if verb.dep_ not in ("parataxis", "ccomp", "advcl", "dep"):
        return False
    if verb.head.i >= verb.i:
        return False
    # CASE occasion: "The bridge is safe, Roth said *when* asked by Marsh"
    if any(child.tag_ == "WRB" for child in verb.lefts):
        return False
    return not dependents(verb, "ccomp", "xcomp", "dobj", "mark", "aux")
