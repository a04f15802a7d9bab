"""Judgements that speakers make in passing, by a noun: "an answer to *Norland's crimes*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.clauses.coordination import actor_of, complements
from actorgraph.extraction.modality.speech.speech import Speech
from actorgraph.extraction.parse.closed_classes import BEFORE_GIVER
from actorgraph.extraction.parse.dependents import MODIFIERS, has_dependent, has_subject
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import is_noun_form
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.stances.appraisals import (
    appraisal_of,
    innermost_speeches,
)
from actorgraph.extraction.patterns.stances.judging_words import NEGATIONS, Appraisal
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Nouns of what judges whose it is → what they express.
NOUNS = (
    (grammar_words("noun of a misdeed"), Construction.WRONGDOING_IN_SPEECH),
    (grammar_words("noun of a failing"), Construction.BLAME_IN_SPEECH),
    (grammar_words("noun of an admired quality"), Construction.PRAISE_IN_SPEECH),
)
#: Adjectives that praise what they modify: "our *heroic* soldiers".
ADMIRING = grammar_words("adjective of courage")

#: Adjectives that attribute a judgement to others: "the *alleged* crimes of Norland".
DOUBTING = grammar_words("adjective of an allegation")


def judging_noun_candidates(
    parsed: ParsedText, speeches: list[Speech], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the targets that speakers judge in passing, in text order."""
    innermost = innermost_speeches(speeches)
    for word in parsed.doc:
        speech = innermost.get(word.i)
        construction = _construction(parsed, word)
        if speech is None or speech.speaker is None or construction is None:
            continue
        is_praised = word.dep_ == "amod"
        judged = actor_of(parsed, word.head) if is_praised else _owners(parsed, word)
        inside = [actor for actor in judged if speech.says(actor.start)]
        appraisal = Appraisal(construction, word)
        yield from appraisal_of(parsed, [speech.speaker], inside, appraisal, knowledge)


def _construction(parsed: ParsedText, word: Token) -> Construction | None:
    """Return what a word expresses about its possessor or about what it modifies."""
    if word.dep_ == "amod":
        return Construction.PRAISE_IN_SPEECH if word.lower_ in ADMIRING else None
    if has_dependent(word, NEGATIONS | DOUBTING) or not is_noun_form(word):
        return None
    for nouns, construction in NOUNS:
        if parsed.lemma(word) in nouns:
            return None if _is_shown_by_another(word, construction) else construction
    return None


def _is_shown_by_another(noun: Token, construction: Construction) -> bool:
    """Whether someone is only compared: "Roth showed *Marsh's courage*"."""
    if construction is not Construction.PRAISE_IN_SPEECH:
        return False
    return noun.dep_ == "dobj" and has_subject(noun.head)


def _owners(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return whose a misdeed or a quality is: "*Norland's* crimes", "the crimes *of Norland*"."""
    owners: list[TokenMention] = []
    for child in noun.children:
        if child.dep_ == "poss":
            owners += actor_of(parsed, child)
        # CASE people: "*Norwegian* aggression"
        elif child.dep_ in MODIFIERS:
            mention = parsed.actor_at(child.i)
            is_people = mention is not None and mention.demonym
            if mention is not None and is_people:
                owners.append(mention)
        elif child.dep_ in ("prep", "agent") and child.lower_ in BEFORE_GIVER:
            owners += complements(parsed, child)
    return owners
