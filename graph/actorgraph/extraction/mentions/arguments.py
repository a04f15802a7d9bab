"""Arguments of verbs and prepositions: the mentions that fill their grammatical roles.

They are followed through coordination, relative clauses and shared subjects.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependency labels of subjects, active and passive.
SUBJECTS = ("nsubj", "nsubjpass")

RELATIVE_PRONOUN_TAGS = ("WP", "WDT")

#: Before what someone is accused *of*, blamed *for* or kept *from* doing.
CONTROLLING = grammar_words("preposition before what an object does")

#: Before what anyone may do: "a row *over* funding the dam".
OPEN = grammar_words("preposition before what anyone may do")

#: Before the person who is asked to do something: "called *on* Roth to go".
ADDRESSING = grammar_words("preposition before the addressee")


def arguments(
    parsed: ParsedText, verb: Token, dependencies: tuple[str, ...]
) -> list[TokenMention]:
    """Return the mentions that are arguments of a verb, including coordinated ones.

    Args:
        verb: A verb, or a preposition.
        dependencies: Which arguments, as dependency labels such as ``nsubj``.

    Returns:
        The mentions in text order.  A relative pronoun is replaced by its antecedent; a verb
        without a subject of its own takes the subject that it shares.  Arguments that are no
        mention of an actor are left out.
    """
    mentions: list[TokenMention] = []
    for child in verb.children:
        if child.dep_ not in dependencies:
            continue
        if child.tag_ in RELATIVE_PRONOUN_TAGS:
            mentions.extend(_antecedent(parsed, verb))
            continue
        for mention in _coordinated(parsed, child):
            if mention not in mentions:
                mentions.append(mention)
    if not mentions and not set(SUBJECTS).isdisjoint(dependencies):
        return _shared_subject(parsed, verb)
    return mentions


def complements(parsed: ParsedText, preposition: Token) -> list[TokenMention]:
    """Return the mentions that a preposition introduces: "of *Roth* and *Marsh*"."""
    return arguments(parsed, preposition, ("pobj",))


def _coordinated(parsed: ParsedText, noun: Token) -> Iterator[TokenMention]:
    """Yield the mentions that a noun heads, and those coordinated with it."""
    for token in (noun, *noun.conjuncts):
        for mention in parsed.actors_at(token.i):
            in_dateline = parsed.in_dateline(mention.start)
            if not in_dateline and not _is_excluded(parsed, mention):
                yield mention


def _is_excluded(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether "not" precedes a mention, as in “Roth, but not Marsh”."""
    return mention.start > 0 and parsed.lower[mention.start - 1] == "not"


def _antecedent(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return the noun that a relative clause modifies: "*Roth*, who resigned"."""
    return _actor_of(parsed, verb.head) if verb.dep_ == "relcl" else []


def _actor_of(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    mention = parsed.actor_at(noun.i)
    return [] if mention is None else [mention]


def _shared_subject(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return the subject that a verb takes from the verb or noun above it."""
    governor = verb.head
    if governor is verb or _has_subject(verb):
        return []
    match verb.dep_:
        # CASE infinitive: "Marsh urged *Roth* to resign"
        case "xcomp":
            return _controller(parsed, governor)
        # CASE participle after a preposition: "accused *Roth* of lying", "*Roth* left after lying"
        case "pcomp":
            return _subject_after_preposition(parsed, governor)
        # CASE coordination: "*Roth* came and criticized Marsh"
        case "conj":
            return arguments(parsed, governor, SUBJECTS)
        # CASE participle clause: "*Roth* left, criticizing Marsh"
        case "advcl" if verb.tag_ == "VBG":
            return arguments(parsed, governor, SUBJECTS)
        # CASE modifying participle: "*Roth*, accused by Marsh, …"
        case "acl":
            return _modified(parsed, verb, governor)
    return []


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _subject_after_preposition(
    parsed: ParsedText, preposition: Token
) -> list[TokenMention]:
    """Return who does what a preposition introduces: "blamed *Roth* for closing the port"."""
    word = preposition.lower_
    if word in OPEN:
        return []
    if word in CONTROLLING:
        return _controller(parsed, preposition.head)
    return arguments(parsed, preposition.head, SUBJECTS)


def _controller(parsed: ParsedText, governor: Token) -> list[TokenMention]:
    """Return who does what an infinitive expresses."""
    # CASE object: "urged *Roth* to go"
    if any(child.dep_ == "dobj" for child in governor.children):
        return arguments(parsed, governor, ("dobj",))
    # CASE addressee: "called on *Roth* to go"
    for child in governor.children:
        follows = child.dep_ == "prep" and child.i > governor.i
        if follows and child.lower_ in ADDRESSING:
            return complements(parsed, child)
    # CASE subject: "*Roth* promised to go"
    return arguments(parsed, governor, SUBJECTS)


def _modified(parsed: ParsedText, verb: Token, noun: Token) -> list[TokenMention]:
    """Return the noun that a participle modifies; in "filed a suit accusing …" who filed it."""
    actor = _actor_of(parsed, noun)
    if not actor and noun.dep_ == "dobj" and verb.tag_ == "VBG":
        return arguments(parsed, noun.head, ("nsubj",))
    return actor
