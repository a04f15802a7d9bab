"""Relations that roles express: "a spokesman for the bank", "the Bordurian chancellor"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.lexicon import LEADING, Sense
from actorgraph.extraction.mentions.role_phrases import RolePhrase
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.model import ActorType, MentionKind

#: How an owner stands before its noun.
BEFORE = frozenset({"possessive", "premodifier", "demonym"})

#: A chunk that a role is held for, how it stands there, and the sense of the role noun that admits it.
Owned = tuple[TokenMention, str, Sense]


def role_candidates(
    roles: Iterable[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Relations between those who bear a role and those it is held for, and the nationality that goes with it."""
    for phrase in roles:
        for holder, how in phrase.holders_or_description():
            yield from _held_for(phrase, holder, how, knowledge)
            yield from _nationality(phrase, holder, how, knowledge)


def _held_for(
    phrase: RolePhrase, holder: TokenMention, how: str, knowledge: Knowledge
) -> Iterator[Candidate]:
    through_post = any(
        word in knowledge.lexicon.post_adjectives for word in phrase.adjectives
    )
    for owner, mark, sense in _best_owners(phrase, holder, knowledge):
        relation = knowledge.vocabulary.relation(sense.relation)
        if through_post and mark == "demonym" and "Person" in relation.range:
            continue  # "a Russian presidential aide" is the president's aide, not Russia's
        subject, object_ = (owner, holder) if sense.inverted else (holder, owner)
        template = f"{how}, {mark}" if mark in BEFORE else how
        status = phrase.status if relation.lasting else None
        yield Candidate(
            subject,
            relation.name,
            object_,
            phrase.head,
            template,
            phrase.word,
            status,
            phrase.stated_by,
            phrase.negated,
        )


def _nationality(
    phrase: RolePhrase, holder: TokenMention, how: str, knowledge: Knowledge
) -> Iterator[Candidate]:
    if how == "description" and holder.type is ActorType.ORGANIZATION:
        return  # "a Dutch lender" is based there by its description: nothing is claimed
    for owner, mark in phrase.owners:
        for sense in (
            knowledge.lexicon.constructions["demonym"] if mark == "demonym" else ()
        ):
            if knowledge.fits(holder, sense.subject_types):
                yield Candidate(
                    holder,
                    sense.relation,
                    owner,
                    phrase.head,
                    f"demonym, {how}",
                    phrase.word,
                )


def _best_owners(
    phrase: RolePhrase, holder: TokenMention, knowledge: Knowledge
) -> list[Owned]:
    """The nearest owner that a sense admits, with the most specific sense, and owners coordinated with it."""
    best: list[Owned] = []
    for owner, mark in phrase.owners:
        senses = [
            sense
            for sense in phrase.senses
            if _admits(sense, holder, (owner, mark), phrase, knowledge)
        ]
        if owner is holder or not senses:
            continue
        if best and (
            mark != best[0][1] or mark in BEFORE or best[0][0].end + 1 != owner.start
        ):
            break
        depth = {
            sense: (knowledge.vocabulary.depth(sense.relation), -i)
            for i, sense in enumerate(senses)
        }
        best.append((owner, mark, max(senses, key=depth.__getitem__)))
    return best


def _admits(
    sense: Sense,
    holder: TokenMention,
    owned: tuple[TokenMention, str],
    phrase: RolePhrase,
    knowledge: Knowledge,
) -> bool:
    owner, mark = owned
    if (mark in BEFORE and sense.complement_only) or (
        mark not in BEFORE and mark not in sense.prepositions
    ):
        return False
    if owner.kind is MentionKind.PRONOUN and mark != "possessive":
        return False
    if (
        phrase.partial
        and mark != "of"
        and LEADING in knowledge.vocabulary.ancestors(sense.relation)
    ):
        return False
    if mark == "possessive" and not knowledge.lexicon.cues["superlative"].isdisjoint(
        phrase.adjectives
    ):
        return False  # "Europe's youngest minister" is no minister of Europe
    return knowledge.fits(holder, sense.subject_types) and knowledge.fits(
        owner, sense.object_types
    )
