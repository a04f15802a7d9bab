"""The mentions that depend on a word: through lists, examples, quantities and relative clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.clauses.clause_starts import (
    begins_clause,
    noun_after_list,
)
from actorgraph.extraction.mentions.clauses.companions import (
    before_companions,
    is_about_subject,
)
from actorgraph.extraction.mentions.clauses.denied_arguments import is_denied_argument
from actorgraph.extraction.mentions.clauses.instances import naming_clause, spells_out
from actorgraph.extraction.mentions.clauses.relative_pronouns import (
    asks_for_person,
    asks_for_thing,
    counts_antecedent,
    follows_other_person,
    is_attached_too_low,
    is_of_relative,
    noun_above,
)
from actorgraph.extraction.mentions.clauses.titled_lists import names_before
from actorgraph.extraction.parse.closed_classes import (
    INDEFINITE,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import (
    BESIDE_NOUN,
    SUBJECTS,
    dependents,
    has_dependent,
    is_complement_of,
    prepositions,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import PLURAL_TAGS, RELATIVE_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Before examples of a group: "ministers, *including* Roth", "companies *such as* Delmore".
BEFORE_EXAMPLES = grammar_words("word before examples")
#: Nouns and pronouns that count others: "*dozens* of protesters", "*one* of the ministers".
QUANTITIES = grammar_words("word for a quantity")
#: Those that count only who acts: in "won ten *percent* of the voters" no voter is won.
SHARES = grammar_words("word for a share")
#: Coordinates what is named before with what is named after it.
AS_WELL_AS = grammar_words("conjunction of several words")
#: Number of words from a noun to the first name of the list beside it, at most.
LIST_REACH = 4
#: How the parser attaches the second name of a list to the first, besides coordination.
BESIDE_FIRST = ("appos", "npadvmod")


def dependent_mentions(
    parsed: ParsedText, governor: Token, dependencies: tuple[str, ...]
) -> list[TokenMention]:
    """Return the mentions that depend on a word, including coordinated ones, in text order.

    Args:
        governor: A verb, or a preposition.
        dependencies: By which dependency labels, such as ``nsubj``.
    """
    mentions: list[TokenMention] = []
    children = dependents(governor, *dependencies)
    # CASE subject of the main clause besides: "*Delmore*, whose head was fined, is for sale"
    for child in list(filter(is_of_relative, children)) or children:
        if child.tag_ in RELATIVE_TAGS:
            mentions.extend(antecedent(parsed, governor))
        # CASE all: "*Roth* and *Marsh*, both of whom resigned"
        elif counts_antecedent(child) and antecedent(parsed, governor):
            _add_new(mentions, coordinated(parsed, governor.head))
        else:
            _add_new(mentions, coordinated(parsed, child))
    return mentions


def complements(parsed: ParsedText, preposition: Token) -> list[TokenMention]:
    """Return the mentions that a preposition introduces: "of *Roth* and *Marsh*"."""
    mentions = dependent_mentions(parsed, preposition, ("pobj",))
    # CASE repeated: "of *Roth* and of *Marsh*"
    for child in dependents(preposition, "conj"):
        if child.lower_ == preposition.lower_:
            _add_new(mentions, complements(parsed, child))
    return mentions


def introduced(
    parsed: ParsedText, word: Token, prepositions: frozenset[str]
) -> list[TokenMention]:
    """Return the mentions after some prepositions of a word: "took over *from Marsh*"."""
    mentions: list[TokenMention] = []
    for child in word.children:
        if child.lower_ in prepositions:
            mentions += complements(parsed, child)
    return mentions


def actor_of(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return the mention that a noun heads, else those that are said to be of its kind."""
    mention = parsed.actor_at(noun.i)
    is_described = mention is None or mention.is_description
    instances = _instances(parsed, noun) if is_described else []
    return instances or ([] if mention is None else [mention])


def _instances(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return the names that a clause lists under a noun."""
    clause = naming_clause(parsed, noun)
    return [] if clause is None else list(_names(dependent_mentions(parsed, *clause)))


def _add_new(mentions: list[TokenMention], more: Iterable[TokenMention]) -> None:
    for mention in more:
        if mention not in mentions:
            mentions.append(mention)


# coordination and lists -----------------------------------------------------------------


def coordinated(parsed: ParsedText, noun: Token) -> Iterator[TokenMention]:
    """Yield the mention that a noun heads, and those that are listed with it."""
    listed = (*noun.conjuncts, *_listed_as_appositions(parsed, noun), *_added(noun))
    for token in (*names_before(parsed, noun), noun, *listed):
        if token.i == noun.i or not begins_clause(token):
            yield from _mentions_at(parsed, token)


def _added(noun: Token) -> Iterator[Token]:
    """Yield what is added to a noun: "Roth *as well as* Marsh"."""
    for child in noun.children:
        words = noun.doc[max(0, child.i - 2) : child.i + 1]
        if " ".join(word.lower_ for word in words) in AS_WELL_AS:
            yield from dependents(child, "pobj")


def subject_after_list(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return the subject that the parse takes for the end of a list before a verb."""
    noun = noun_after_list(verb)
    subjects = [] if noun is None else list(_mentions_at(parsed, noun))
    if noun is not None and noun.dep_ == "appos":
        subjects += _companions_of_verb(parsed, verb)
    return subjects


def _listed_as_appositions(parsed: ParsedText, noun: Token) -> Iterator[Token]:
    """Yield the names of a list that the parser takes for appositions: "Peru, *Chile and Cuba*"."""
    first = parsed.actor_at(noun.i)
    if first is None or not first.is_name:
        return
    for child in noun.children:
        second = parsed.actor_at(child.i) if child.dep_ in BESIDE_FIRST else None
        is_list = second is not None and bool(child.conjuncts)
        if is_list and second is not None and second.type is first.type:
            yield from (child, *child.conjuncts)


def _mentions_at(parsed: ParsedText, noun: Token) -> Iterator[TokenMention]:
    # CASE quantity: "*dozens* of protesters", "*some* of the ministers"
    mention = parsed.actor_at(noun.i)
    counted = _counted(parsed, noun)
    if counted:
        yield from counted
        return
    # CASE several: "*They*", who are Roth and Marsh
    actors = parsed.actors_at(noun.i)
    yield from (actor for actor in actors if _is_argument(parsed, actor))
    if mention is None or mention.is_description:
        yield from examples(parsed, noun)
    if noun.dep_ in SUBJECTS:
        yield from _companions(parsed, noun)


def _counted(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return what a quantity counts; empty if the noun is no quantity."""
    is_share = noun.lower_ in SHARES and noun.dep_ in SUBJECTS
    if noun.lower_ not in QUANTITIES and not is_share:
        return []
    # CASE named: "one of the ministers, *Dana Roth*"
    named: list[TokenMention] = []
    for child in dependents(noun, "appos"):
        named += _names(coordinated(parsed, child))
    parts = prepositions(noun, OF_WHOLE)
    return named or (complements(parsed, parts[0]) if parts else [])


def _is_argument(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a mention takes part; not in a dateline, nor after "not": “Roth, but not Marsh”."""
    is_apart = parsed.in_dateline(mention.start)
    return not is_apart and not is_denied_argument(parsed, mention)


def examples(parsed: ParsedText, noun: Token) -> Iterator[TokenMention]:
    """Yield the names that spell out a plural noun."""
    if parsed.tags[noun.i] not in PLURAL_TAGS:
        return
    for word in noun.rights:
        # CASE examples: "ministers, including *Dana Roth* and *Peter Hallam*"
        if word.dep_ == "prep" and _words_to(word) & BEFORE_EXAMPLES:
            yield from complements(parsed, word)
        # CASE apposed: "three ministers, *Dana Roth* and *Ada Quint*", "giants *Delmore United*"
        elif word.dep_ in BESIDE_NOUN and spells_out(word, noun):
            yield from _names(coordinated(parsed, word))
    yield from _listed_after(parsed, noun)


def _words_to(preposition: Token) -> set[str]:
    """Return a preposition, alone and with the word that modifies it: "such as"."""
    words = {preposition.lower_}
    for child in preposition.children:
        if child.i < preposition.i:
            words.add(f"{child.lower_} {preposition.lower_}")
    return words


def _listed_after(parsed: ParsedText, noun: Token) -> Iterator[TokenMention]:
    """Yield the list beside an object: "praised many people, *Roth* and *Marsh* among them"."""
    for child in noun.head.children:
        is_beside = child.dep_ == "npadvmod" and noun.i < child.i <= noun.i + LIST_REACH
        if is_beside and noun.dep_ == "dobj":
            yield from _names(coordinated(parsed, child))


def _names(mentions: Iterable[TokenMention]) -> Iterator[TokenMention]:
    return (mention for mention in mentions if mention.is_name)


def _companions(parsed: ParsedText, subject: Token) -> Iterator[TokenMention]:
    """Yield who does the same: "Roth, *together with Marsh*, visited Oslo"."""
    for child in subject.children:
        yield from _accompanying(parsed, child)
    yield from _companions_of_verb(parsed, subject.head)


def _companions_of_verb(parsed: ParsedText, verb: Token) -> Iterator[TokenMention]:
    """Yield who is named in an adjunct: "Roth told reporters, *alongside Marsh*, that …"."""
    for child in verb.children:
        if is_about_subject(parsed, child):
            yield from _accompanying(parsed, child)


def _accompanying(parsed: ParsedText, phrase: Token) -> Iterator[TokenMention]:
    for preposition in before_companions(parsed, phrase):
        yield from complements(parsed, preposition)


# relative clauses -----------------------------------------------------------------------


def antecedent(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return the noun that a relative clause modifies: "*Roth*, who resigned"."""
    # CASE preposition: "*Roth*, to whom the bank belongs"
    clause = verb if verb.dep_ == "relcl" else verb.head
    # CASE part: "*Delmore*, of which Roth owns a third"
    clause = clause.head if clause.dep_ == "dobj" else clause
    if clause.dep_ != "relcl":
        return []
    actors = _named_by(parsed, clause.head)
    # CASE thing: in "the trial of *Roth*, which was long", it is not Roth
    if asks_for_thing(clause) and any(map(attrgetter("is_named_person"), actors)):
        return []
    # CASE either: in "the mother of *Roth*, who was shot" it may be the mother or Roth
    if follows_other_person(parsed, clause, actors):
        return []
    # CASE attached too low: "*executives* in Europe, who …", "*Roth*, head of the bank, who …"
    if clause.head.dep_ == "pobj" and asks_for_person(clause):
        noun = noun_above(clause)
        # CASE part: "*Roth*, head of research at the bank, who …"
        whole = noun.head.head if is_complement_of(noun, OF_WHOLE) else noun
        people = actor_of(parsed, noun) or actor_of(parsed, whole)
        if is_attached_too_low(clause, actors, people):
            return people
    return [*_counted_among(parsed, clause.head), *actors]


def _counted_among(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return the members of a group that a noun describes: "*Roth*, one of the *men* who left"."""
    some = noun.head.head
    if not is_complement_of(noun, OF_WHOLE) or some.lower_ not in QUANTITIES:
        return []
    if some.dep_ == "appos":
        return list(_names(coordinated(parsed, some.head)))
    subjects = ("nsubj",) if some.dep_ == "attr" else ()
    return list(_names(dependent_mentions(parsed, some.head, subjects)))


def _named_by(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return what a noun is about; in "*Roth*, a Democrat, who resigned" it is not the party."""
    is_said = noun.dep_ == "appos" and has_dependent(noun, INDEFINITE, "det")
    named = actor_of(parsed, noun.head) if is_said else []
    return named if any(actor.is_name for actor in named) else actor_of(parsed, noun)
