"""Candidates for offices without a holder: "ran for *the presidency*", "her *presidential bid*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.roles.office_nouns import office_phrase
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.parse.closed_classes import OF_PURPOSE
from actorgraph.extraction.parse.dependents import (
    MODIFIERS,
    SUBJECTS,
    dependents,
    is_complement_of,
    obliques,
)
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.roles.candidacies import (
    CANDIDACIES,
    Candidacy,
    candidates_before,
    claims_of_candidate,
    owners_of_candidacy,
)
from actorgraph.extraction.patterns.roles.post_entities import Posts
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What a candidate has to win before an election: "the Green *nomination*".
NOMINATIONS = grammar_words("noun for a nomination")
#: What those do who want an office: "*seeks* the presidency".
SEEKING = grammar_words("verb of seeking an office")
#: Nouns for another term of the candidate: "her *re-election* campaign".
REELECTIONS = grammar_words("noun of another term")


def sought_office_candidates(
    posts: Posts, roles: Iterable[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield who wants which office that a noun of its own names, and add the offices."""
    phrases = {phrase.head: phrase for phrase in roles}
    parsed, offices = posts.parsed, knowledge.lexicon.offices
    for noun in parsed.doc:
        office: TokenMention | None = None
        if noun.lower_ in NOMINATIONS or noun.lower_ in offices:
            people, stated_by = _seekers(posts, noun, phrases)
            office = _office(posts, noun, people[0]) if people else None
        elif parsed.lemma(noun) in CANDIDACIES and noun.dep_ not in MODIFIERS:
            people, stated_by = owners_of_candidacy(posts, noun), noun.i
            office = _office_of_candidacy(posts, noun, knowledge) if people else None
        if office is not None:
            for person in people:
                yield from claims_of_candidate(person, office, stated_by, knowledge)


def _seekers(posts: Posts, noun: Token, phrases: dict[int, RolePhrase]) -> Candidacy:
    """Return who wants an office, and the word that says so."""
    verb = noun.head
    # CASE purpose: "ran *for* the presidency", "the front-runner *for* the nomination"
    if is_complement_of(noun, OF_PURPOSE):
        return candidates_before(posts, verb.i, phrases)
    # CASE object: "*seeks* the Green nomination"
    if noun.dep_ == "dobj" and posts.parsed.lemma(verb) in SEEKING:
        return arguments(posts.parsed, verb, SUBJECTS), verb.i
    return [], None


def _office(posts: Posts, noun: Token, person: TokenMention) -> TokenMention:
    """Add the office that a noun names: "the *presidency* of Norland", "*Green nomination*"."""
    parsed, lexicon, i = posts.parsed, posts.knowledge.lexicon, noun.i
    post = lexicon.offices.get(noun.lower_)
    if post is not None:
        phrase = office_phrase(parsed, lexicon, i)
        return posts.add_words((i, i + 1), i, post, posts.bodies(phrase, person))
    modifiers = [word.left_edge.i for word in dependents(noun, *MODIFIERS)]
    start = min([i, *modifiers])
    return posts.add_words((start, i + 1), i, parsed.text(start, i + 1))


def _office_of_candidacy(
    posts: Posts, noun: Token, knowledge: Knowledge
) -> TokenMention | None:
    """Return what a candidacy is for, by the word before its noun: "*presidential* bid"."""
    # CASE purpose: "the race for *re-election*"
    goals = obliques(noun, OF_PURPOSE)
    for word in (*dependents(noun, *MODIFIERS), *goals):
        names = knowledge.lexicon.post_adjectives.get(word.lower_, ())
        for post in names[:1]:
            return posts.add_words((word.i, noun.i + 1), noun.i, post)
        # CASE election: "*re-election* campaign"
        event = posts.parsed.actor_at(word.i)
        if word.lower_ in REELECTIONS and event is not None:
            return event if event.type is ActorType.EVENT else None
    return None
