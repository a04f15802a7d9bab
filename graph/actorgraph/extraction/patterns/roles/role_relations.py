"""Relations that roles express: "a spokesman for the bank", "the Norlandic chancellor"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.actor_types import COUNTRY
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.lexicon import LEADING
from actorgraph.extraction.knowledge.relation_lists import MEMBERSHIPS
from actorgraph.extraction.mentions.roles.no_seats import is_no_seat
from actorgraph.extraction.mentions.roles.owner_types import OF_CONSTITUENCIES
from actorgraph.extraction.mentions.roles.role_phrases import (
    HolderPattern,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import OF_ORIGIN
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import COMMON_NOUN_TAGS
from actorgraph.extraction.patterns.candidate import Candidate, construction_candidates
from actorgraph.extraction.patterns.roles.role_owners import (
    OwnerReader,
    RoleOwner,
    is_public_office,
)
from actorgraph.extraction.patterns.template import DETAILED, Template
from actorgraph.grammar import grammar_words
from actorgraph.model import Status

#: Before the role of nobody in particular: "*any* leader", "*every* member".
OF_NOBODY = grammar_words("determiner of nobody in particular")

#: Whoever no longer lives where they are from: "a *refugee* from Bergen".
EMIGRANTS = grammar_words("noun for someone who left home")


def role_candidates(
    parsed: ParsedText, roles: Iterable[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the relations of role holders to the owners of their roles, and their nationality."""
    for phrase in roles:
        reader = RoleReader(phrase, knowledge)
        # CASE nobody in particular: "*any* Harbour Party member"
        if not phrase.holders and phrase.determiner in OF_NOBODY:
            continue
        for holder, pattern in phrase.holders_or_description():
            for candidate in reader.relations(holder, pattern):
                if not _is_no_seat(parsed, candidate, pattern):
                    yield candidate
            yield from reader.nationalities(holder, pattern)
            yield from reader.origins(parsed, holder)


def _is_no_seat(
    parsed: ParsedText, candidate: Candidate, pattern: HolderPattern
) -> bool:
    """Whether a body is only acted against in a place: "sued *Delmore Bank in Oslo*"."""
    is_named = pattern is HolderPattern.NAME
    return is_named and is_no_seat(parsed, candidate.subject, candidate.object)


class RoleReader:
    """Reads the relations that a role phrase expresses."""

    def __init__(self, phrase: RolePhrase, knowledge: Knowledge) -> None:
        self.phrase = phrase
        self.knowledge = knowledge
        self.vocabulary = knowledge.vocabulary
        self.lexicon = knowledge.lexicon
        self.served = OwnerReader(phrase, knowledge)

    def relations(
        self, holder: TokenMention, pattern: HolderPattern
    ) -> Iterator[Candidate]:
        """Yield the relations of a holder to the owners of the role."""
        for owner in self.served.owners(holder):
            if self.served.is_of_a_post(owner) or self._is_unnamed_body(pattern, owner):
                continue
            yield self._candidate(holder, pattern, owner)

    def nationalities(
        self, holder: TokenMention, pattern: HolderPattern
    ) -> Iterator[Candidate]:
        """Yield the country of a holder, as in "Norwegian painter Ada Quint"."""
        # CASE description: "a Dutch lender" is only called Dutch, which is no claim
        described = pattern is HolderPattern.DESCRIPTION
        if described and holder.is_organisation:
            return
        for owner, mark in self.phrase.owners:
            if mark == OwnerMark.DEMONYM:
                yield from self._nationality(holder, pattern, owner)

    def origins(self, parsed: ParsedText, holder: TokenMention) -> Iterator[Candidate]:
        """Yield where a holder is from, as in "Dana Roth, a student *from Bergen*"."""
        # CASE elected: "the MP *from Hargrove East*" need not live there
        if self.phrase.word in EMIGRANTS | OF_CONSTITUENCIES:
            return
        for owner, mark in self.phrase.owners:
            is_place = owner.is_place and owner.subtype != COUNTRY
            # CASE another's: "the son of a nurse *from Bergen*"
            tags = parsed.tags[self.phrase.end : owner.start]
            is_of_another = not COMMON_NOUN_TAGS.isdisjoint(tags)
            if mark not in OF_ORIGIN or not is_place or is_of_another:
                continue
            # CASE role in a place: "a senator *from Ohio*"
            if any(served.mention is owner for served in self.served.owners(holder)):
                continue
            if holder.is_name:
                yield from construction_candidates(
                    parsed,
                    Construction.PERSON_FROM_PLACE,
                    holder,
                    owner,
                    self.knowledge,
                )

    def _nationality(
        self, holder: TokenMention, pattern: HolderPattern, country: TokenMention
    ) -> Iterator[Candidate]:
        template = Template(Construction.DEMONYM, pattern)
        for sense in self.lexicon.constructions[Construction.DEMONYM]:
            if self.knowledge.fits(holder, sense.subject_types):
                yield Candidate(
                    holder,
                    sense.relation,
                    country,
                    self.phrase.head,
                    template,
                    self.phrase.word,
                )

    def _candidate(
        self, holder: TokenMention, pattern: HolderPattern, owner: RoleOwner
    ) -> Candidate:
        phrase = self.phrase
        relation = self.vocabulary.relation(owner.sense.relation)
        subject, object_ = holder, owner.mention
        if owner.sense.inverted:
            subject, object_ = object_, subject
        mark = OwnerMark(owner.mark) if owner.mark in DETAILED else None
        return Candidate(
            subject,
            relation.name,
            object_,
            phrase.head,
            Template(pattern, mark),
            phrase.word,
            self._status(owner) if relation.lasting else None,
            phrase.stated_by,
            # CASE description: "it was not *the Norwegian police*" says nothing of whose they are
            phrase.negated and pattern is not HolderPattern.DESCRIPTION,
        )

    def _status(self, owner: RoleOwner) -> Status:
        """Return whether a role is over; "a former Labour MP" may still be of that party."""
        is_public = any(map(is_public_office, self.phrase.senses))
        is_membership = owner.is_party_before and owner.sense.relation in MEMBERSHIPS
        is_still_member = is_membership and is_public and not self.phrase.deputy
        return Status.CURRENT if is_still_member else self.phrase.status

    def _is_unnamed_body(self, pattern: HolderPattern, owner: RoleOwner) -> bool:
        """True for "his party" alone, which says nothing of who is in which party.

        But "Roth's government" is the one that Roth leads.
        """
        if pattern is not HolderPattern.DESCRIPTION:
            return False
        if not owner.mention.is_person or not owner.sense.inverted:
            return False
        return LEADING not in self.vocabulary.ancestors(owner.sense.relation)
