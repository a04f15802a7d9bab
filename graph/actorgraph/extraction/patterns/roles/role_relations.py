"""Relations that roles express: "a spokesman for the bank", "the Norlandic chancellor"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.actor_types import COUNTRY
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import LEADING, Sense
from actorgraph.extraction.knowledge.relation_lists import (
    NATIONAL_OFFICES,
    UNDIVIDED,
    relation_list,
)
from actorgraph.extraction.mentions.roles.no_seats import is_no_seat
from actorgraph.extraction.mentions.roles.owner_types import OF_CONSTITUENCIES
from actorgraph.extraction.mentions.roles.role_phrases import (
    HolderPattern,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import OF_ORIGIN, OF_WHOLE
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate, construction_candidates
from actorgraph.extraction.patterns.template import DETAILED, PRECEDING, Template
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Relations that are read beside the most specific one: a party's candidate is its member too.
BESIDE = relation_list("role beside another")

#: Roles in a body of a country that an adjective does not express: "*Norwegian* striker".
APART_FROM_NATIONALITY = relation_list("role apart from nationality")
#: Players of a national team: "Norwegian *international*".
NATIONAL_PLAYERS = grammar_words("player for a country")

#: Before the role of nobody in particular: "*any* leader", "*every* member".
OF_NOBODY = grammar_words("determiner of nobody in particular")

#: Whoever no longer lives where they are from: "a *refugee* from Bergen".
EMIGRANTS = grammar_words("noun for someone who left home")
#: Tokens between two owners in a list, at most: "of the Harbour Party*, and the* Green League".
LONGEST_JOINT = 3


@dataclass(frozen=True, slots=True)
class RoleOwner:
    """An actor that a role serves, in one sense of the role noun.

    Attributes:
        mark: How the owner precedes the role noun; the preposition if it follows.
        sense: The most specific sense of the role noun that admits the owner.
    """

    mention: TokenMention
    mark: str
    sense: Sense

    @property
    def precedes(self) -> bool:
        """True if the owner precedes the role noun."""
        return self.mark in PRECEDING


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


def owners_of_role(
    phrase: RolePhrase, holder: TokenMention, knowledge: Knowledge
) -> list[RoleOwner]:
    """Return the owners of a holder's role, also of a deputy's: "*deputy* mayor of"."""
    reader = RoleReader(replace(phrase, deputy=False), knowledge)
    return [owner for owner in reader.owners(holder) if not reader.is_of_a_post(owner)]


class RoleReader:
    """Reads the relations that a role phrase expresses."""

    def __init__(self, phrase: RolePhrase, knowledge: Knowledge) -> None:
        self.phrase = phrase
        self.knowledge = knowledge
        self.vocabulary = knowledge.vocabulary
        self.lexicon = knowledge.lexicon

    def relations(
        self, holder: TokenMention, pattern: HolderPattern
    ) -> Iterator[Candidate]:
        """Yield the relations of a holder to the owners of the role."""
        for owner in self.owners(holder):
            if self.is_of_a_post(owner) or self._is_unnamed_body(pattern, owner):
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
            if mark not in OF_ORIGIN or not is_place:
                continue
            # CASE role in a place: "a senator *from Ohio*"
            if any(served.mention is owner for served in self.owners(holder)):
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
            phrase.status if relation.lasting else None,
            phrase.stated_by,
            phrase.negated,
        )

    def is_of_a_post(self, owner: RoleOwner) -> bool:
        """True for "a Russian presidential aide", who is the president's aide, not Russia's."""
        if owner.mark != OwnerMark.DEMONYM:
            return False
        if self.lexicon.post_adjectives.keys().isdisjoint(self.phrase.adjectives):
            return False
        relation = self.vocabulary.relation(owner.sense.relation)
        return ActorType.PERSON in relation.range

    def _is_unnamed_body(self, pattern: HolderPattern, owner: RoleOwner) -> bool:
        """True for "his party" alone, which says nothing of who is in which party.

        But "Roth's government" is the one that Roth leads.
        """
        is_of_person = owner.mention.is_person and owner.sense.inverted
        is_described = pattern is HolderPattern.DESCRIPTION
        leads = LEADING in self.vocabulary.ancestors(owner.sense.relation)
        return is_of_person and is_described and not leads

    def owners(self, holder: TokenMention) -> list[RoleOwner]:
        """Return the nearest owner that a sense admits, and the owners coordinated with it."""
        owners: list[RoleOwner] = []
        for mention, mark in self.phrase.owners:
            senses = [
                sense
                for sense in self.phrase.senses
                if self._admits(sense, holder, mention, mark)
            ]
            if mention is holder or not senses:
                continue
            owner = RoleOwner(mention, mark, self._most_specific(senses))
            if owners and not _is_joint(self.phrase, owners[-1], owner):
                break
            owners.append(owner)
            owners.extend(_beside(owner, senses))
        return owners

    def _most_specific(self, senses: list[Sense]) -> Sense:
        """Return the sense with the deepest relation; of equals, the first in the lexicon."""

        def depth(sense: Sense) -> int:
            return self.vocabulary.depth(sense.relation)

        return max(senses, key=depth)

    def _admits(
        self, sense: Sense, holder: TokenMention, owner: TokenMention, mark: str
    ) -> bool:
        """True if a role noun in this sense can have such a holder and such an owner."""
        if not _allows_mark(sense, mark):
            return False
        # CASE pronoun: "his aide", but not "an aide to him"
        if owner.is_pronoun and mark != OwnerMark.POSSESSIVE:
            return False
        if self._leads_part(sense) or self._is_of_region(sense, owner, mark):
            return False
        if self._is_nationality(sense, mark):
            return False
        # CASE deputy: the vice president of Norland is not its president
        if self.phrase.deputy and self._is_undivided(sense):
            return False
        fits = self.knowledge.fits
        return fits(holder, sense.subject_types) and fits(owner, sense.object_types)

    def _leads_part(self, sense: Sense) -> bool:
        """True for "the bank's head of research", who does not lead the bank."""
        is_leading = LEADING in self.vocabulary.ancestors(sense.relation)
        return is_leading and self.phrase.partial

    def _is_nationality(self, sense: Sense, mark: str) -> bool:
        """True for "Norwegian striker", who need not play for Norway."""
        is_apart = sense.relation in APART_FROM_NATIONALITY
        is_adjective = mark == OwnerMark.DEMONYM
        return is_apart and is_adjective and self.phrase.word not in NATIONAL_PLAYERS

    def _is_undivided(self, sense: Sense) -> bool:
        """True for an office that deputies do not share: leader, mayor, ambassador."""
        return not UNDIVIDED.isdisjoint(self.vocabulary.ancestors(sense.relation))

    def _is_of_region(self, sense: Sense, owner: TokenMention, mark: str) -> bool:
        """True for "Europe's youngest minister", who is no minister of Europe."""
        if mark != OwnerMark.POSSESSIVE or not owner.is_place:
            return False
        # CASE office of the state: "Norland's *first* finance minister"
        if owner.subtype == COUNTRY and sense.relation in NATIONAL_OFFICES:
            return False
        return not self.lexicon.cues[Cue.SUPERLATIVE].isdisjoint(self.phrase.adjectives)


def _beside(owner: RoleOwner, senses: list[Sense]) -> Iterator[RoleOwner]:
    """Yield an owner in the senses that add something: a party's nominee is its candidate too."""
    for sense in senses:
        if sense.relation in BESIDE and sense is not owner.sense:
            yield replace(owner, sense=sense)


def _allows_mark(sense: Sense, mark: str) -> bool:
    """True if an owner may be marked like this: "the attack in Lisbon", not "the Lisbon attack"."""
    if mark in PRECEDING:
        return not sense.complement_only
    # CASE after the holder's name: "Minister Roth *of* Norland"
    if mark == OwnerMark.AFTER_NAME:
        return not OF_WHOLE.isdisjoint(sense.prepositions)
    return mark in sense.prepositions


def _is_joint(phrase: RolePhrase, first: RoleOwner, owner: RoleOwner) -> bool:
    """True for the next of several owners: "an aide to Roth *and Marsh*"."""
    # CASE before the noun: "*US* and Ukrainian officials"
    if owner.precedes:
        return phrase.joint and first.precedes
    is_near = owner.mention.start - first.mention.end <= LONGEST_JOINT
    return is_near and owner.mark == first.mark
