"""Candidates for posts: "presidential candidate Dana Roth", "Roth is running for president"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import actor_of
from actorgraph.extraction.mentions.roles.owner_types import OF_CONSTITUENCIES
from actorgraph.extraction.mentions.roles.role_modifiers import DEPUTIES
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.mentions.roles.role_predicates import BECOMING
from actorgraph.extraction.mentions.roles.successions import is_succession
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_PREDICATE,
    BEING,
    OF_PURPOSE,
    RUNNING,
)
from actorgraph.extraction.parse.dependents import (
    SUBJECTS,
    dependents,
    is_complement_of,
    is_infinitive,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import PREPOSITION_TAGS, is_verb_form
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.roles.post_entities import Posts
from actorgraph.extraction.patterns.template import Template
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Whoever wants a post: "presidential *candidate*".
CANDIDATES = grammar_words("noun for a candidate")
#: What a candidate runs: "her *bid* for president".
CANDIDACIES = grammar_words("noun of a candidacy")
#: Verbs of support for the candidate, their object: "*endorsed* Roth for mayor".
BACKING = grammar_words("verb of backing a candidate")
#: What candidates do with a candidacy of their own: "*ended* a bid for mayor".
WAGING = grammar_words("verb of a candidacy")
#: "ran to *be* mayor".
TAKING_UP = BEING | BECOMING

#: Tags of a word right before "for" that makes another verb of it.
PARTICLE_TAGS = PREPOSITION_TAGS | {"RP"}

#: Candidates with the word that says how it is stated, if any.
Candidacy = tuple[list[TokenMention], int | None]


def candidacy_candidates(
    posts: Posts, roles: Iterable[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield who wants which post, and add the posts to the entities."""
    phrases = {phrase.head: phrase for phrase in roles}
    for phrase in phrases.values():
        # CASE adjective: "*presidential* candidate"
        if phrase.word.split()[-1] in CANDIDATES:
            post = _post_of_adjective(posts, phrase, knowledge)
            people = [mention for mention, _ in phrase.holders_or_description()]
            stated_by = phrase.stated_by
        # CASE purpose: "run *for president*"
        else:
            people, stated_by = _candidates_for(posts, phrase, phrases)
            post = _post(posts, phrase, people) if people else None
        if post is not None:
            for person in people:
                for claim in claims_of_candidate(person, post, stated_by, knowledge):
                    yield replace(
                        claim,
                        trigger=phrase.head,
                        status=phrase.status,
                        negated=phrase.negated,
                    )


def claims_of_candidate(
    person: TokenMention,
    post: TokenMention,
    stated_by: int | None,
    knowledge: Knowledge,
) -> Iterator[Candidate]:
    """Yield the candidates for posts and in elections."""
    template = Template(Construction.CANDIDATE_FOR_POST)
    for sense in knowledge.lexicon.constructions[Construction.CANDIDATE_FOR_POST]:
        if knowledge.fits(person, sense.subject_types):
            yield Candidate(
                person,
                sense.relation,
                post,
                post.root,
                template,
                stated_by=stated_by,
            )


def _post_of_adjective(
    posts: Posts, phrase: RolePhrase, knowledge: Knowledge
) -> TokenMention | None:
    """Return the post of "*presidential* candidate", which is "president"."""
    adjectives = knowledge.lexicon.post_adjectives
    for i in range(phrase.start, phrase.head):
        for words in adjectives.get(posts.parsed.lower[i], ())[:1]:
            # CASE part: "*vice* presidential candidate", "*vice*-presidential candidate"
            before = i - 2 if posts.parsed.word(i - 1) == "-" else i - 1
            is_part = posts.parsed.word(before) in DEPUTIES
            start = before if is_part else i
            deputy = f"{posts.parsed.lower[start]} " if is_part else ""
            return posts.add_words((start, phrase.end), phrase.head, deputy + words)
    return None


def _post(posts: Posts, phrase: RolePhrase, people: list[TokenMention]) -> TokenMention:
    return posts.add(phrase, posts.bodies(phrase, people[0]))


def _candidates_for(
    posts: Posts, phrase: RolePhrase, phrases: dict[int, RolePhrase]
) -> Candidacy:
    """Return the candidate for a post, and the word that says so: "*Roth ran* for president"."""
    parsed, i = posts.parsed, phrase.start - 1
    if i <= 0 or not phrase.is_of_person:
        return [], None
    if parsed.lower[i] in OF_PURPOSE:
        return ([], None) if phrase.determiner else candidates_before(posts, i, phrases)
    verb = _verb_of_running(parsed, phrase)
    if verb is None:
        return [], None
    return arguments(parsed, verb, SUBJECTS), verb.i


def candidates_before(
    posts: Posts, i: int, phrases: dict[int, RolePhrase]
) -> Candidacy:
    """Return the candidate for what follows the preposition at token ``i``, and the word for it."""
    parsed = posts.parsed
    word = parsed.doc[i].head
    # CASE candidate: "Roth, a *candidate* for mayor"
    candidate = phrases.get(word.i)
    if candidate is not None and candidate.word.split()[-1] in CANDIDATES:
        people = [mention for mention, _ in candidate.holders_or_description()]
        return people, candidate.stated_by
    # CASE verb: "Roth *ran* for mayor", but not "Roth stood *in* for the mayor"
    if is_verb_form(word) and parsed.lemma(word) in RUNNING:
        is_replacing = parsed.tags[i - 1] in PARTICLE_TAGS
        return [] if is_replacing else arguments(parsed, word, SUBJECTS), word.i
    # CASE backer: "Marsh endorsed *Roth* for mayor"
    if parsed.lemma(word) in BACKING:
        return arguments(parsed, word, ("dobj",)), word.i
    # CASE noun: "Roth's *bid* for mayor", "Roth ended a *bid* for mayor"
    for noun in (word, *dependents(word, "dobj")):
        if parsed.lemma(noun) in CANDIDACIES:
            return owners_of_candidacy(posts, noun), noun.i
    return [], None


def _verb_of_running(parsed: ParsedText, phrase: RolePhrase) -> Token | None:
    """Return the verb of candidacy for the post that an infinitive or "as" names."""
    noun = parsed.doc[phrase.root(parsed)]
    verb = noun.head
    if is_complement_of(noun, BEFORE_PREDICATE):
        verb = verb.head
        # CASE seat: "will *stand* as an MP", but not "stood as a witness"
        if parsed.lemma(verb) in RUNNING:
            return verb if phrase.word in OF_CONSTITUENCIES else None
    # CASE infinitive: "*ran* to become mayor", "*ran* to replace Marsh as mayor"
    if parsed.lemma(verb) not in TAKING_UP and not is_succession(parsed, verb):
        return None
    if verb.dep_ not in ("advcl", "xcomp") or not is_infinitive(verb):
        return None
    return verb.head if parsed.lemma(verb.head) in RUNNING else None


def owners_of_candidacy(posts: Posts, noun: Token) -> list[TokenMention]:
    """Return whose candidacy a noun means: "*Roth's* bid", "*Roth* ended a bid"."""
    for owner in dependents(noun, "poss"):
        return actor_of(posts.parsed, owner)
    verb = noun.head
    # CASE prepositions: "*Roth* dropped out of the race"
    while verb.dep_ == "prep":
        verb = verb.head
    # CASE another: "*Roth* criticised a bid for mayor"
    is_own = posts.parsed.lemma(verb) in WAGING and verb.i < noun.i
    return arguments(posts.parsed, verb, SUBJECTS) if is_own else []
