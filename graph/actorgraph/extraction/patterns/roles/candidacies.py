"""Candidates for posts: "presidential candidate Dana Roth", "Roth is running for president"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import actor_of
from actorgraph.extraction.mentions.roles.role_modifiers import DEPUTIES
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.parse.closed_classes import OF_PURPOSE
from actorgraph.extraction.parse.dependents import SUBJECTS, dependents, governor_of
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.word_tags import PREPOSITION_TAGS, is_verb_form
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.roles.post_entities import Posts
from actorgraph.extraction.patterns.template import Template
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Whoever wants a post: "presidential *candidate*".
CANDIDATES = grammar_words("noun for a candidate")
#: What a candidate does for a post: "*run* for president", "her *bid* for president".
RUNNING = grammar_words("verb of a candidate")
CANDIDACIES = grammar_words("noun of a candidacy")

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
                yield from _claims(person, post, stated_by, phrase, knowledge)


def _claims(
    person: TokenMention,
    post: TokenMention,
    stated_by: int | None,
    phrase: RolePhrase,
    knowledge: Knowledge,
) -> Iterator[Candidate]:
    template = Template(Construction.CANDIDATE_FOR_POST)
    for sense in knowledge.lexicon.constructions[Construction.CANDIDATE_FOR_POST]:
        if knowledge.fits(person, sense.subject_types):
            yield Candidate(
                person,
                sense.relation,
                post,
                phrase.head,
                template,
                status=phrase.status,
                stated_by=stated_by,
                negated=phrase.negated,
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
    """Return who stands for a post, and the verb that says so: "*Roth ran* for president"."""
    parsed, i = posts.parsed, phrase.start - 1
    is_after = i > 0 and not phrase.determiner and parsed.lower[i] in OF_PURPOSE
    if not is_after or not phrase.is_of_person:
        return [], None
    word = parsed.doc[i].head
    # CASE candidate: "Roth, a *candidate* for mayor"
    if parsed.lemma(word) in CANDIDATES and word.i in phrases:
        candidate = phrases[word.i]
        people = [mention for mention, _ in candidate.holders_or_description()]
        return people, candidate.stated_by
    # CASE verb: "Roth *ran* for mayor", but not "Roth stood *in* for the mayor"
    if is_verb_form(word) and parsed.lemma(word) in RUNNING:
        is_replacing = parsed.tags[i - 1] in PARTICLE_TAGS
        return [] if is_replacing else arguments(parsed, word, SUBJECTS), word.i
    # CASE noun: "Roth's *bid* for mayor", "Roth ended a *bid* for mayor"
    if parsed.lemma(word) in CANDIDACIES:
        return _owners_of_candidacy(posts, word), word.i
    return [], None


def _owners_of_candidacy(posts: Posts, noun: Token) -> list[TokenMention]:
    for owner in dependents(noun, "poss"):
        return actor_of(posts.parsed, owner)
    governor = governor_of(noun)
    is_verb = is_verb_form(governor) and governor.i < noun.i
    return arguments(posts.parsed, governor, SUBJECTS) if is_verb else []
