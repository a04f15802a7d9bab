"""What a pronoun cannot refer to by its grammar, as binding theory has it (Chomsky 1981).

In “Robin Roth met Ada Marsh. *Roth* thanked *her*” she is not Roth, whoever else is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.clauses.one_verb import is_of_one_verb
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
    token = parsed.head_of(pronoun)
    if _is_of_predicate(token, parsed.head_of(mention)):
        return True
    if _is_spoken_of(parsed, pronoun, entity):
        return True
    if _succeeds(parsed, pronoun, entity):
        return True
    if is_of_one_verb(parsed, pronoun, mention):
        return True
    for word in token.sent:
        name = parsed.name_at(word.i)
        if name is None or name.actor != entity.number:
            continue
        is_argument = is_of_one_verb(parsed, pronoun, name)
        if is_argument or _is_named_below(parsed, pronoun, name):
            return True
    return False


def _is_of_predicate(pronoun: Token, noun: Token) -> bool:
    """Whether a noun is given to a named person: "named *Roth* as *his* successor"."""
    predicate = pronoun.head
    if pronoun.dep_ != "poss" or noun.dep_ not in AFFECTED:
        return False
    if not is_complement_of(predicate, BEFORE_PREDICATE):
        return False
    return noun.head == governor_of(predicate)


def _is_spoken_of(parsed: ParsedText, pronoun: TokenMention, entity: Entity) -> bool:
    """Whether a pronoun speaks words about an entity: "“*He* had a fine mind,” *he* said"."""
    token = parsed.head_of(pronoun)
    words = parsed.doc[token.sent.start : token.i]
    if not words or not words[-1].is_quote:
        return False
    for word in words:
        if word.lower_ != token.lower_:
            continue
        quoted = parsed.covering(word.i)
        if quoted is not None and quoted.actor == entity.number:
            return True
    return False


def _succeeds(parsed: ParsedText, pronoun: TokenMention, entity: Entity) -> bool:
    """Whether an entity takes over from the one meant: "Hale replaced Roth after *she* died"."""
    token = parsed.head_of(pronoun)
    ending = token.head
    if token.dep_ not in SUBJECTS or ending.dep_ != "advcl":
        return False
    if parsed.lemma(ending) not in ENDING_TERMS:
        return False
    verb = ending.head
    if parsed.lemma(verb) not in TAKING_OVER:
        return False
    successors = dependents(verb, "nsubj")
    return any(parsed.head_of(each) in successors for each in entity.mentions)


def _is_named_below(
    parsed: ParsedText, pronoun: TokenMention, name: TokenMention
) -> bool:
    """Whether a name is in the clause of a pronoun: "*she* said that *Roth* would resign"."""
    token, noun = parsed.head_of(pronoun), parsed.head_of(name)
    if token.dep_ not in SUBJECTS:
        return False
    verb = token.head
    if name.start > pronoun.start:
        return _is_below(noun, verb)
    # CASE what is said precedes: "*Roth* would resign, *she* said"
    if verb.lower_ not in INTERRUPTING:
        return False
    for content in dependents(verb, "ccomp"):
        if content.i < token.i and _is_below(noun, content):
            return True
    return False


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
