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
from actorgraph.extraction.mentions.clauses.instances import (
    introduces_examples,
    naming_clause,
    spells_out,
)
from actorgraph.extraction.mentions.clauses.relative_pronouns import (
    asks_for_person,
    asks_for_thing,
    counts_antecedent,
    follows_other_person,
    is_attached_too_low,
    is_of_relative,
    noun_above,
)
from actorgraph.extraction.mentions.clauses.titled_lists import (
    added_to,
    listed_as_appositions,
    names_before,
)
from actorgraph.extraction.parse.closed_classes import (
    INDEFINITE,
    OF_WHOLE,
    ONE_OF_SEVERAL,
)
from actorgraph.extraction.parse.dependents import (
    BESIDE_NOUN,
    SUBJECTS,
    dependents,
    first_of_list,
    has_dependent,
    is_complement_of,
    prepositions,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import PLURAL_TAGS, RELATIVE_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Nouns and pronouns that count others: "*dozens* of protesters", "*one* of the ministers".
QUANTITIES = grammar_words("word for a quantity")
#: Those that count only who acts: in "won ten *percent* of the voters" no voter is won.
SHARES = grammar_words("word for a share")
#: Number of words from a noun to the first name of the list beside it, at most.
LIST_REACH = 4


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
    if mention is not None and not mention.is_description:
        return [mention]
    instances = _instances(parsed, noun)
    if instances or mention is None:
        return instances
    return [mention]


def _instances(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return the names that a clause lists under a noun."""
    clause = naming_clause(parsed, noun)
    if clause is None:
        return []
    mentions = dependent_mentions(parsed, *clause)
    return list(_names(mentions))


def _add_new(mentions: list[TokenMention], more: Iterable[TokenMention]) -> None:
    for mention in more:
        if mention not in mentions:
            mentions.append(mention)


# coordination and lists -----------------------------------------------------------------


def coordinated(parsed: ParsedText, noun: Token) -> Iterator[TokenMention]:
    """Yield the mention that a noun heads, and those that are listed with it."""
    listed = (*noun.conjuncts, *listed_as_appositions(parsed, noun), *added_to(noun))
    for token in (*names_before(parsed, noun), noun, *listed):
        if token.i == noun.i or not begins_clause(token):
            yield from _mentions_at(parsed, token)


def subject_after_list(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return the subject that the parse takes for the end of a list before a verb."""
    noun = noun_after_list(verb)
    if noun is None:
        return []
    subjects = list(_mentions_at(parsed, noun))
    if noun.dep_ == "appos":
        subjects += _companions_of_verb(parsed, verb)
    return subjects


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
    names: list[TokenMention] = []
    for child in dependents(noun, "appos"):
        names += _names(coordinated(parsed, child))
    if names:
        return names
    parts = prepositions(noun, OF_WHOLE)
    return complements(parsed, parts[0]) if parts else []


def _is_argument(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a mention takes part; not in a dateline, nor after "not": “Roth, but not Marsh”."""
    if parsed.in_dateline(mention.start):
        return False
    return not is_denied_argument(parsed, mention)


def examples(parsed: ParsedText, noun: Token) -> Iterator[TokenMention]:
    """Yield the names that spell out a plural noun."""
    if parsed.tags[noun.i] not in PLURAL_TAGS:
        return
    for word in noun.rights:
        # CASE examples: "ministers, including *Dana Roth* and *Peter Hallam*"
        if introduces_examples(word):
            yield from complements(parsed, word)
        # CASE apposed: "three ministers, *Dana Roth* and *Ada Quint*", "giants *Delmore United*"
        elif word.dep_ in BESIDE_NOUN and spells_out(word, noun):
            yield from _names(coordinated(parsed, word))
    yield from _listed_after(parsed, noun)


def _listed_after(parsed: ParsedText, noun: Token) -> Iterator[TokenMention]:
    """Yield the list beside an object: "praised many people, *Roth* and *Marsh* among them"."""
    if noun.dep_ != "dobj":
        return
    last = noun.i + LIST_REACH
    for child in noun.head.children:
        if child.dep_ == "npadvmod" and noun.i < child.i <= last:
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
    # CASE part: "*Delmore*, of which Roth owns a third", "*ministers*, some of whom resigned"
    part = clause
    clause = part.head if part.dep_ in ("dobj", *SUBJECTS) else part
    if clause.dep_ != "relcl" or part.lower_ in ONE_OF_SEVERAL:
        return []
    actors = _named_by(parsed, clause.head)
    # CASE either: "Roth and Marsh, some of whom resigned"
    if part.dep_ in SUBJECTS and any(map(attrgetter("is_name"), actors)):
        return []
    # CASE thing: in "the trial of *Roth*, which was long", it is not Roth
    if asks_for_thing(clause) and any(map(attrgetter("is_named_person"), actors)):
        return []
    # CASE either: in "the mother of *Roth*, who was shot" it may be the mother or Roth
    if follows_other_person(parsed, clause, actors):
        return []
    # CASE attached too low: "*executives* in Europe, who …", "*Roth*, head of the bank, who …"
    first = first_of_list(clause.head)
    if first.dep_ == "pobj" and asks_for_person(clause):
        noun = noun_above(clause)
        # CASE part: "*Roth*, head of research at the bank, who …"
        whole = noun.head.head if is_complement_of(noun, OF_WHOLE) else noun
        people = actor_of(parsed, noun) or actor_of(parsed, whole)
        if is_attached_too_low(clause, actors, people):
            return people
    return [*_counted_among(parsed, clause.head), *actors]


def _counted_among(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return the members of a group that a noun describes: "*Roth*, one of the *men* who left"."""
    if not is_complement_of(noun, OF_WHOLE):
        return []
    some = noun.head.head
    if some.lower_ not in QUANTITIES:
        return []
    if some.dep_ == "appos":
        members = list(coordinated(parsed, some.head))
    else:
        subjects = ("nsubj",) if some.dep_ == "attr" else ()
        members = dependent_mentions(parsed, some.head, subjects)
    return list(_names(members))


def _named_by(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return what a noun is about; in "*Roth*, a Democrat, who resigned" it is not the party."""
    if noun.dep_ == "appos" and has_dependent(noun, INDEFINITE, "det"):
        actors = actor_of(parsed, noun.head)
        if any(actor.is_name for actor in actors):
            return actors
    return actor_of(parsed, noun)
