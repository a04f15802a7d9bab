"""What a pronoun cannot refer to by its grammar, as binding theory has it (Chomsky 1981).

In “Robin Roth met Ada Marsh. *Roth* thanked *her*” she is not Roth, whoever else is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.coreference.pronouns.one_verb import is_of_one_verb
from actorgraph.extraction.mentions.entities import Entity
from actorgraph.extraction.parse.closed_classes import BEFORE_PREDICATE
from actorgraph.extraction.parse.dependents import (
    AFFECTED,
    SUBJECTS,
    dependents,
    governor_of,
    is_complement_of,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.repairs.inserted_clauses import INTERRUPTING
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "Hale *replaced* Roth after she *died*"
TAKING_OVER = grammar_words("verb of taking somebody's place")
ENDING_TERMS = grammar_words("verb of what ends a term of office")

#: Dependency labels of names that identify a subject: "she is *Dana Roth*".
OF_IDENTITY = ("attr", "appos")


def is_another(
    parsed: ParsedText, pronoun: TokenMention, mention: TokenMention, entity: Entity
) -> bool:
    """Whether a pronoun can refer neither to a mention before it nor to its entity."""
    if _is_of_predicate(parsed.head_of(pronoun), parsed.head_of(mention)):
        return True
    if _is_spoken_of(parsed, pronoun, entity) or _succeeds(parsed, pronoun, entity):
        return True
    is_beside = is_of_one_verb(parsed, pronoun, mention)
    return is_beside or any(
        is_of_one_verb(parsed, pronoun, name) or _is_named_below(parsed, pronoun, name)
        for name in entity.mentions
        if name.is_name and parsed.same_sentence(name.start, pronoun.start)
    )


def _is_of_predicate(pronoun: Token, noun: Token) -> bool:
    """Whether a noun is given to a named person: "named *Roth* as *his* successor"."""
    predicate = pronoun.head
    is_said = pronoun.dep_ == "poss" and is_complement_of(predicate, BEFORE_PREDICATE)
    return is_said and noun.dep_ in AFFECTED and noun.head == governor_of(predicate)


def _is_spoken_of(parsed: ParsedText, pronoun: TokenMention, entity: Entity) -> bool:
    """Whether a pronoun speaks words about an entity: "“*He* had a fine mind,” *he* said"."""
    token = parsed.head_of(pronoun)
    words = parsed.doc[token.sent.start : token.i]
    if not words or not words[-1].is_quote:
        return False
    alike = (parsed.covering(word.i) for word in words if word.lower_ == token.lower_)
    return any(each is not None and each.actor == entity.number for each in alike)


def _succeeds(parsed: ParsedText, pronoun: TokenMention, entity: Entity) -> bool:
    """Whether an entity takes over from the one meant: "Hale replaced Roth after *she* died"."""
    token = parsed.head_of(pronoun)
    ending = token.head
    is_ending = ending.dep_ == "advcl" and parsed.lemma(ending) in ENDING_TERMS
    if not is_ending or token.dep_ not in SUBJECTS:
        return False
    verb = ending.head
    subjects = dependents(verb, "nsubj") if parsed.lemma(verb) in TAKING_OVER else []
    return any(parsed.head_of(each) in subjects for each in entity.mentions)


def _is_named_below(
    parsed: ParsedText, pronoun: TokenMention, name: TokenMention
) -> bool:
    """Whether a name is in the clause of a pronoun: "*she* said that *Roth* would resign"."""
    token, noun = parsed.head_of(pronoun), parsed.head_of(name)
    if token.dep_ not in SUBJECTS:
        return False
    if name.start > pronoun.start:
        return _is_below(noun, token.head)
    # CASE what is said precedes: "*Roth* would resign, *she* said"
    is_speech = token.head.lower_ in INTERRUPTING
    told = dependents(token.head, "ccomp") if is_speech else []
    return any(_is_below(noun, verb) for verb in told if verb.i < token.i)


def _is_below(noun: Token, verb: Token) -> bool:
    """Whether a noun is in the clause of a verb, or in one that depends on it."""
    # CASE identity: "she is *Roth*"
    if noun.dep_ in OF_IDENTITY:
        return False
    while noun not in (noun.head, verb):
        if noun.dep_ == "conj" and is_verb_form(noun):
            return False
        noun = noun.head
    return noun == verb
