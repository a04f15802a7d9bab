"""Acts that reach someone through what is theirs: "praised *Roth's* courage"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.actor_types import COUNTRY, MATTERS, MEDIUM
from actorgraph.extraction.knowledge.lexicon import VerbFrame
from actorgraph.extraction.knowledge.relation_lists import relation_list
from actorgraph.extraction.mentions.clauses.arguments import DESERTS, arguments
from actorgraph.extraction.mentions.clauses.coordination import complements
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_AGENT,
    BEFORE_GIVER,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import MODIFIERS, dependents, prepositions
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.verbs.deeds import DOING
from actorgraph.extraction.patterns.verbs.frame_words import STRIKES, literals
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Relations to someone of whose deeds, words or qualities the same is said.
REACHING = relation_list("act through what is somebody's")

#: What others do to its owner: who condemns "Roth's *arrest*" does not condemn Roth.
SUFFERED = grammar_words("noun of what its owner suffers")

#: Relations to whoever has what a frame names: "demanded *Roth's* resignation", "resigned from
#: *Delmore Bank's* board".
ON_OWNERS = relation_list("act on the owner of a deed") | relation_list(
    "bond to the owner of a part"
)

#: Relations to someone of whose conduct or deeds the same is said.
JUDGING = relation_list("judgement of a deed")

#: What someone does, says or is like: "critical of Norwegian *policy*".
CONDUCT = grammar_words("noun of conduct")

#: What someone does to another: "rejected Norland's *offer*".
DEEDS = grammar_words("noun of a deed")

#: How something is done: "the *way* Roth treated Marsh".
MANNERS = grammar_words("noun for a manner")

#: What is attacked in place of its owner: "shelled Norwegian *positions*".
TARGETS = grammar_words("noun of a target")
#: Relations to the owner of a target.
AGAINST_OWNERS = relation_list("act against what is somebody's")

#: What is resisted in place of whoever does it: "repelled a Bordurian *attack*".
ATTACKS = grammar_words("noun of an attack")
#: Relations to whoever makes an attack.
AGAINST_ATTACKERS = relation_list("act against an attacker")

#: What is paid for in place of its owner: "funded *Roth's campaign*".
CAMPAIGNS = grammar_words("noun of a campaign")
#: Relations to whoever is paid through a campaign.
FUNDING = relation_list("act that funds what is somebody's")

#: Relations to the medium of the addressees: "told *Delmore News'* Ada Quint".
THROUGH_MEDIA = relation_list("act through a medium")

POSSESSIVE = ("poss",)


def owners_of_objects(
    parsed: ParsedText, governor: Token, dependencies: tuple[str, ...]
) -> Iterator[TokenMention]:
    """Yield whose the objects of a verb or preposition are, unless these are actors themselves.

    In "praised Roth's courage" that is Roth, in "praised Roth's party" nobody.
    """
    for noun in _matters(parsed, governor, dependencies):
        yield from _named_before(parsed, noun, POSSESSIVE)
        # CASE candidacy: "endorsed the candidacy of *Roth*"
        if noun.lower_ in CAMPAIGNS:
            yield from _named_after(parsed, noun, OF_WHOLE)


def judged_owners(
    parsed: ParsedText, governor: Token, dependencies: tuple[str, ...]
) -> Iterator[TokenMention]:
    """Yield who is judged with a deed of theirs: "said that *Roth's* decision was a mistake"."""
    for noun in _matters(parsed, governor, dependencies):
        if parsed.lemma(noun) in CONDUCT | DEEDS:
            yield from _named_before(parsed, noun, POSSESSIVE)


def owners_of_literals(
    parsed: ParsedText, verb: Token, frame: VerbFrame
) -> Iterator[TokenMention]:
    """Yield whose the literal words of a frame are: "demanded *Roth's* resignation"."""
    for noun in literals(parsed, verb, frame):
        # CASE judge: who "joined Roth's criticism" does not criticize Roth
        is_of_judge = parsed.lemma(noun) in DESERTS and frame.prepositions <= OF_WHOLE
        if not is_of_judge:
            yield from _named_before(parsed, noun, POSSESSIVE)


def agents_of_objects(
    parsed: ParsedText, governor: Token, dependencies: tuple[str, ...]
) -> Iterator[TokenMention]:
    """Yield whose conduct or deeds the objects are, where no possessive says so."""
    for noun in _matters(parsed, governor, dependencies):
        # CASE conduct: "critical of *Norwegian* policy", "criticized the conduct of *Norland*"
        if parsed.lemma(noun) in CONDUCT:
            yield from _named_before(parsed, noun, MODIFIERS)
            # CASE object: in "Roth's handling *of the crisis*" it is Roth's
            if not any(_named_before(parsed, noun, POSSESSIVE)):
                yield from _named_after(parsed, noun, OF_WHOLE | BEFORE_GIVER)
        # CASE deed: "rejected a *Norwegian* offer", "rejected an offer from *Norland*"
        elif parsed.lemma(noun) in DEEDS:
            for doer in _named_before(parsed, noun, MODIFIERS):
                if not _is_scene(parsed, doer, noun):
                    yield doer
            yield from _named_after(parsed, noun, BEFORE_GIVER - OF_WHOLE)
        yield from _doers(parsed, noun)


def _is_scene(parsed: ParsedText, place: TokenMention, noun: Token) -> bool:
    """Whether a place is where an attack was made, not who made it: "the *Kabul* attack"."""
    is_country = place.demonym or place.subtype == COUNTRY
    is_violent = parsed.lemma(noun) in ATTACKS | STRIKES
    return is_violent and place.is_place and not is_country


def _doers(parsed: ParsedText, noun: Token) -> Iterator[TokenMention]:
    """Yield who did what a relative clause says of a deed: "condemned the steps *Roth* took"."""
    lemma = parsed.lemma(noun)
    for clause in dependents(noun, "relcl", "acl"):
        # CASE manner: "the way *Roth* treats Marsh"
        is_done = lemma in CONDUCT | DEEDS and parsed.phrasal(clause) in DOING
        if not is_done and lemma not in MANNERS:
            continue
        # CASE participle: "dismissed claims made by *Roth*"
        agents = dependents(clause, "agent")
        if agents:
            yield from complements(parsed, agents[0])
        else:
            yield from arguments(parsed, clause, ("nsubj",))


def _matters(
    parsed: ParsedText, governor: Token, dependencies: tuple[str, ...]
) -> Iterator[Token]:
    """Yield the objects that are no actors, and nothing that their owner suffers."""
    for noun in dependents(governor, *dependencies):
        if _is_actor(parsed, noun):
            continue
        if noun.lower_ not in SUFFERED and parsed.lemma(noun) not in SUFFERED:
            yield noun


def owners_of_targets(
    parsed: ParsedText, governor: Token, dependencies: tuple[str, ...]
) -> Iterator[TokenMention]:
    """Yield whose positions or towns the objects of a verb or preposition are.

    Who shelled "*Norwegian* positions" attacked Norway.
    """
    for noun in dependents(governor, *dependencies):
        if parsed.lemma(noun) not in TARGETS:
            continue
        yield from _named_before(parsed, noun, (*MODIFIERS, *POSSESSIVE))


def attackers_of_objects(
    parsed: ParsedText, governor: Token, dependencies: tuple[str, ...]
) -> Iterator[TokenMention]:
    """Yield who makes the attacks that are the objects: "repelled a *Bordurian* attack"."""
    for noun in dependents(governor, *dependencies):
        if parsed.lemma(noun) not in ATTACKS:
            continue
        yield from _named_before(parsed, noun, (*MODIFIERS, *POSSESSIVE))
        yield from _named_after(parsed, noun, BEFORE_AGENT)


def owners_of_campaigns(
    parsed: ParsedText, governor: Token, dependencies: tuple[str, ...]
) -> Iterator[TokenMention]:
    """Yield whose campaigns the objects are: "donated to *Roth's* campaign"."""
    for noun in dependents(governor, *dependencies):
        if noun.lower_ not in CAMPAIGNS:
            continue
        yield from _named_before(parsed, noun, POSSESSIVE)
        yield from _named_after(parsed, noun, OF_WHOLE)


def media_of_objects(
    parsed: ParsedText, governor: Token, dependencies: tuple[str, ...]
) -> Iterator[TokenMention]:
    """Yield the media of the objects, people or programmes: "told *Delmore News'* show"."""
    for noun in dependents(governor, *dependencies):
        for owner in _named_before(parsed, noun, POSSESSIVE):
            if owner.subtype == MEDIUM:
                yield owner


def _named_before(
    parsed: ParsedText, noun: Token, dependencies: tuple[str, ...]
) -> Iterator[TokenMention]:
    """Yield the actors that modify a noun: "*Norwegian* policy", "*Norland's* positions"."""
    for child in dependents(noun, *dependencies):
        if child.i >= noun.i:
            continue
        owner = parsed.actor_at(child.i)
        if owner is not None and owner.root != noun.i:
            yield owner


def _named_after(
    parsed: ParsedText, noun: Token, words: frozenset[str]
) -> Iterator[TokenMention]:
    for preposition in prepositions(noun, words):
        yield from complements(parsed, preposition)


def _is_actor(parsed: ParsedText, noun: Token) -> bool:
    mention = parsed.actor_at(noun.i)
    if mention is None:
        return False
    return mention.type not in MATTERS


#: What finds the owners of objects, and for which relations.
OWNERS = (
    (owners_of_objects, REACHING),
    (agents_of_objects, JUDGING),
    (owners_of_targets, AGAINST_OWNERS),
    (attackers_of_objects, AGAINST_ATTACKERS),
    (owners_of_campaigns, FUNDING),
    (media_of_objects, THROUGH_MEDIA),
)


def owners_reached(
    parsed: ParsedText, governor: Token, dependencies: tuple[str, ...], relation: str
) -> Iterator[TokenMention]:
    """Yield the owners that a relation reaches through the objects of a word."""
    for owners, relations in OWNERS:
        if relation in relations:
            yield from owners(parsed, governor, dependencies)
