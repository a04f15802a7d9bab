"""Acts done by what is somebody's: "*Danish* jets bombed Oslo", "*Roth's* letter praised Marsh"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.relation_lists import BY_WORDS, VIOLENCE
from actorgraph.extraction.mentions.clauses.arguments import owners_of_noun
from actorgraph.extraction.mentions.clauses.coordination import complements
from actorgraph.extraction.parse.closed_classes import BEFORE_AGENT, OF_WHOLE
from actorgraph.extraction.parse.dependents import (
    OWNER_LABELS,
    dependents,
    prepositions,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.verbs.frame_words import STRIKES, WEAPONS
from actorgraph.extraction.patterns.verbs.owned_objects import ATTACKS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token


#: Prepositions before a cause of harm, besides an agent's: "killed *in* Danish shelling".
IN_STRIKE = grammar_words("preposition of a strike")

#: Nouns of words, by which something can be done: "*Roth's letter* praised Marsh".
WORDS = grammar_words("noun of words")
#: Before whoever wrote or spoke them: "a letter *from* Roth".
BEFORE_AUTHOR = grammar_words("preposition before an author")


def wielders(
    parsed: ParsedText, verb: Token, relation: str, *, passive: bool
) -> Iterator[TokenMention]:
    """Yield whose weapons, strikes or words do what a verb says."""
    if relation in BY_WORDS:
        yield from _authors(parsed, verb)
    if relation not in VIOLENCE:
        return
    nouns = _passive_means(parsed, verb) if passive else dependents(verb, "nsubj")
    for noun in nouns:
        if parsed.lemma(noun) in WEAPONS or _is_strike(parsed, noun):
            yield from _owners(parsed, noun)


def _authors(parsed: ParsedText, verb: Token) -> Iterator[TokenMention]:
    """Yield whose words are the subject: "*Roth's* letter", "a letter from *Roth*"."""
    for noun in dependents(verb, "nsubj"):
        if parsed.lemma(noun) not in WORDS:
            continue
        yield from owners_of_noun(parsed, noun, BEFORE_AUTHOR)


def _passive_means(parsed: ParsedText, verb: Token) -> Iterator[Token]:
    """Yield the causes of harm: "by Danish *missiles*", "in Danish *shelling*"."""
    for preposition in dependents(verb, "agent", "prep"):
        for noun in dependents(preposition, "pobj"):
            # CASE strike: "killed *in* a Danish airstrike", but not "in a Danish helicopter"
            is_in_strike = preposition.lower_ in IN_STRIKE and _is_strike(parsed, noun)
            if is_in_strike or preposition.lower_ in BEFORE_AGENT:
                yield noun


def _is_strike(parsed: ParsedText, noun: Token) -> bool:
    """Whether a noun means armed force; "a *Danish* attack" may be one in Denmark."""
    lemma = parsed.lemma(noun)
    if lemma in STRIKES:
        return True
    if lemma not in ATTACKS:
        return False
    weapons = map(parsed.lemma, dependents(noun, "compound"))
    return not WEAPONS.isdisjoint(weapons)


def _owners(parsed: ParsedText, noun: Token) -> Iterator[TokenMention]:
    """Yield whose a weapon or strike is; in "the *Bergen* airstrikes", where it was."""
    for child in dependents(noun, *OWNER_LABELS):
        owner = parsed.actor_at(child.i)
        if owner is None or owner.end > noun.i:
            continue
        if _may_act(owner, child):
            yield owner
    for preposition in prepositions(noun, OF_WHOLE | BEFORE_AGENT):
        yield from complements(parsed, preposition)


def _may_act(owner: TokenMention, word: Token) -> bool:
    """Whether a name before a strike says whose it is, not where it was."""
    if not owner.is_place or owner.demonym:
        return True
    # CASE abbreviation, which is an adjective too: "*US* airstrikes", but not "Syria airstrikes"
    return word.dep_ == "poss" or word.text.replace(".", "").isupper()
