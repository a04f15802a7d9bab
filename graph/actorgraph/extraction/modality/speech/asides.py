"""Attributions of a clause by an aside: "in Roth's view, …", "as Roth tells it, …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from actorgraph.extraction.modality.speech.speaker_mentions import (
    NO_SPEAKERS,
    speaker_of,
)
from actorgraph.extraction.modality.speech.speech import Speech, SpeechPattern, trimmed
from actorgraph.extraction.parse.closed_classes import (
    ALTERNATIVE,
    OF_CHARACTER,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import (
    dependents,
    has_dependent,
    phrase_of,
    prepositions,
    verb_above,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "*in* Roth's *view*".
OF_VIEW = grammar_words("preposition of a view")
VIEWS = grammar_words("noun of a view")
#: "as Roth *tells* it", "or *so says* Roth".
TELLING = grammar_words("verb of telling it one's way")
SO = grammar_words("adverb of what was said")


class Aside(NamedTuple):
    """The source of an aside, and its cue."""

    source: Token
    cue: list[Token]


def aside_speeches(parsed: ParsedText, token: Token) -> Iterator[Speech]:
    """Yield the attribution of a clause by the aside that a token heads, if it heads one."""
    aside = _view(token) or _telling(parsed, token)
    if aside is None or aside.source.lower_ in NO_SPEAKERS:
        return
    outside = {*phrase_of(token), *_numbers(dependents(token.head, "cc"))}
    content = sorted({*phrase_of(verb_above(token.head))} - outside)
    source = phrase_of(aside.source)
    endings = _numbers(dependents(aside.source, "case"))
    yield Speech(
        cue=sorted(_numbers(aside.cue)),
        source=sorted({*source} - endings),
        content=trimmed(parsed, content),
        pattern=SpeechPattern.ACCORDING,
        speaker=speaker_of(parsed, aside.source),
    )


def _numbers(words: list[Token]) -> set[int]:
    return {word.i for word in words}


def _view(preposition: Token) -> Aside | None:
    """Return whose view or account a phrase gives: "in *Roth's* view"."""
    if preposition.lower_ not in OF_VIEW or not is_verb_form(preposition.head):
        return None
    for noun in dependents(preposition, "pobj"):
        owners = dependents(noun, "poss")
        # CASE of something else: "in *Roth's* version of the play"
        is_view = noun.lower_ in VIEWS and not prepositions(noun, OF_WHOLE)
        if is_view and owners:
            return Aside(owners[0], [preposition, noun])
    return None


def _telling(parsed: ParsedText, verb: Token) -> Aside | None:
    """Return the source that an aside names: "as *Roth* tells it", "or so says *Roth*"."""
    subjects = dependents(verb, "nsubj")
    if not subjects or parsed.lemma(verb) not in TELLING or verb.head == verb:
        return None
    subject, *_ = subjects
    # CASE manner: "*as* Roth tells *it*"
    if has_dependent(verb, OF_CHARACTER, "mark"):
        pronouns = [word for word in dependents(verb, "dobj") if word.tag_ == "PRP"]
        return Aside(subject, [verb, *pronouns]) if pronouns else None
    if verb.dep_ != "conj":
        return None
    # CASE afterthought: "…, or *so* says Roth", "…, or *so* Roth says"
    words = [word for word in dependents(verb, "advmod") if word.lower_ in SO]
    is_inverted = subject.i > verb.i
    if words and (is_inverted or _is_afterthought(words[0])):
        return Aside(subject, [verb, *words])
    return None


def _is_afterthought(so: Token) -> bool:
    """Whether "or" is before "so"; "came *and so* said Hale" tells what came of it."""
    return so.i > 0 and so.nbor(-1).lower_ in ALTERNATIVE
