"""Which entity a pronoun of the third person refers to: "she", "its".

A pronoun is resolved by the learned reader where it is sure, else by gender, recency and
grammatical role.  If it could be any of several, it is none, and the doubt is noted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from actorgraph.extraction.coreference.descriptions.compatriots import (
    compatriot,
    means_one_person,
)
from actorgraph.extraction.coreference.descriptions.epithets import (
    EPITHET_REACH,
    Epithets,
    relink,
)
from actorgraph.extraction.coreference.descriptions.pronoun_reach import (
    PRONOUN_REACH,
    PronounReach,
)
from actorgraph.extraction.coreference.pronouns.agreement import (
    POSSESSIVE_TYPES,
    agrees,
    gender_of_pronoun,
    last_of_gender,
    may_be_person,
    of_known_gender,
)
from actorgraph.extraction.coreference.pronouns.binding import is_another
from actorgraph.extraction.coreference.pronouns.clause_relations import is_quoted_apart
from actorgraph.extraction.coreference.pronouns.coordinated_owners import (
    owner_before_conjunct,
)
from actorgraph.extraction.coreference.pronouns.described_subjects import (
    is_described_subject,
    is_of_somebody_unnamed,
)
from actorgraph.extraction.coreference.pronouns.life_stories import (
    dead_of_obituary,
    goes_on_with,
)
from actorgraph.extraction.coreference.pronouns.nearer_owners import has_nearer_owner
from actorgraph.extraction.coreference.pronouns.new_subjects import (
    latest_new_subject,
    object_before,
    subject_gone_on_with,
)
from actorgraph.extraction.coreference.pronouns.patrons import patron_meant
from actorgraph.extraction.coreference.pronouns.reflexives import (
    is_reflexive,
    subject_repeated,
)
from actorgraph.extraction.coreference.pronouns.relative_clauses import relative_subject
from actorgraph.extraction.coreference.pronouns.salience import most_salient
from actorgraph.extraction.coreference.pronouns.subject_antecedents import (
    SubjectAntecedents,
)
from actorgraph.extraction.knowledge.actor_types import COUNTRY
from actorgraph.extraction.knowledge.pronoun_words import FIRST_PERSON
from actorgraph.extraction.learned import Antecedents
from actorgraph.extraction.mentions.clauses.one_verb import subject_meant
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.settings import PRONOUN_CERTAINTY


def link_pronouns(entities: Entities, antecedents: Antecedents) -> None:
    """Resolve the pronouns of the third person, and epithets, in text order.

    Args:
        antecedents: What the learned reader takes them to refer to; it decides where it is sure
            and the grammar allows it.
    """
    resolver = _PronounResolver(entities, antecedents)
    for mention in entities.parsed.in_order():
        if _is_third_person(entities.parsed, mention):
            entity = resolver.antecedent(mention)
            if entity is not None:
                _take_for(entities, mention, entity)
        else:
            _link_epithet(resolver, mention)
        resolver.add(mention)


def _take_for(entities: Entities, pronoun: TokenMention, entity: Entity) -> None:
    """Let a pronoun refer to an entity; "its" is that of a country then, as in "its minister"."""
    entities.join(pronoun, entity)
    if entity.subtype != COUNTRY:
        return
    if entities.parsed.head_word(pronoun) in POSSESSIVE_TYPES:
        pronoun.type = entity.type
        pronoun.subtype = entity.subtype


def _link_epithet(resolver: _PronounResolver, mention: TokenMention) -> None:
    """Resolve "the 56-year-old" and "the Norwegian", which need the pronouns before them."""
    entities, epithets = resolver.entities, resolver.epithets
    entity = compatriot(entities, mention)
    if entity is None:
        entity = epithets.referent(mention, resolver.before(mention))
    if entity is not None:
        relink(entities, mention, entity)
    # CASE person: "*the Republican*" is not the party, and "*the Kenyan*" not Kenya
    elif epithets.is_member(mention) or means_one_person(entities, mention):
        entities.release(mention)


def _is_third_person(parsed: ParsedText, mention: TokenMention) -> bool:
    if not mention.is_pronoun:
        return False
    return parsed.head_word(mention) not in FIRST_PERSON


class _PronounResolver:
    """Resolves pronouns in text order; mentions are added as the text goes on."""

    def __init__(self, entities: Entities, antecedents: Antecedents) -> None:
        self.entities, self.parsed = entities, entities.parsed
        self._antecedents = antecedents
        self._by_sentence: dict[int, list[TokenMention]] = defaultdict(list)
        self._subjects = SubjectAntecedents(entities, self._by_sentence)
        self.epithets = Epithets(entities)
        self._reach = PronounReach(self.parsed)
        self._dead = dead_of_obituary(entities)

    def before(self, mention: TokenMention) -> Iterator[TokenMention]:
        """Yield the resolved mentions of the sentences just before a mention."""
        sentence = self.parsed.sentence_of[mention.root]
        for number in range(sentence - EPITHET_REACH, sentence):
            yield from self._by_sentence.get(number, ())

    def add(self, mention: TokenMention) -> None:
        """Let later pronouns refer to a mention, if it is resolved."""
        if mention.is_resolved:
            sentence = self.parsed.sentence_of[mention.root]
            self._by_sentence[sentence].append(mention)

    def antecedent(self, pronoun: TokenMention) -> Entity | None:
        """Return the entity that a pronoun refers to, or None."""
        if is_of_somebody_unnamed(self.entities, pronoun):
            return None
        if is_reflexive(self.parsed, pronoun):
            return subject_repeated(self.entities, pronoun)
        own = subject_meant(self.parsed, pronoun)
        own = own or relative_subject(self.parsed, pronoun)
        own = own or patron_meant(self.parsed, pronoun)
        if own is not None and own.is_resolved and self._agree(pronoun, own):
            return self.entities.of(own)
        entity = (
            self._dead_again(pronoun)
            or self._coordinated(pronoun)
            or self._of_first_clause(pronoun)
            or self._predicted(pronoun)
        )
        if entity is None and pronoun.is_person:
            return self._recent_person(pronoun)
        # CASE beside it: "the bank sued *Orla Delmore* and its chairman"
        if entity is None and owner_before_conjunct(self.parsed, pronoun) is None:
            entity = self._subjects.antecedent(pronoun)
        if entity is None:
            return None
        # CASE nearer: "*Delmore* broke the sanctions on *Norland* for its war"
        types = POSSESSIVE_TYPES.get(self.parsed.head_word(pronoun), frozenset())
        is_far = has_nearer_owner(self.entities, pronoun, entity, types)
        return None if is_far else entity

    def _coordinated(self, pronoun: TokenMention) -> Entity | None:
        """The owner in "*Ada Quint* and *her* aide", "*Norland's* envoy and *its* minister"."""
        owner = owner_before_conjunct(self.parsed, pronoun)
        if owner is None or not self._agree(pronoun, owner):
            return None
        return self.entities.of(owner)

    def _dead_again(self, pronoun: TokenMention) -> Entity | None:
        """Return the subject of an obituary, if a pronoun refers to it."""
        if self._dead is None or not pronoun.is_person:
            return None
        last = self.parsed.sentence_of[pronoun.root]
        people = [
            person
            for number in (last - 1, last)
            for person in self._people_in(number, pronoun)
        ]
        if not goes_on_with(self.parsed, pronoun, self._dead, people):
            return None
        return self._with_gender(self._dead, gender_of_pronoun(self.parsed, pronoun))

    def _of_first_clause(self, pronoun: TokenMention) -> Entity | None:
        """Return the subject of the clause before: "*Ada Quint* stayed, and *she* sang"."""
        if not pronoun.is_person:
            return None
        sentence = self.parsed.sentence_of[pronoun.root]
        people = self._people_in(sentence, pronoun)
        subject = subject_gone_on_with(self.parsed, people, pronoun)
        if subject is None:
            return None
        return self.entities.of(subject)

    # the learned reader -----------------------------------------------------------------

    def _predicted(self, pronoun: TokenMention) -> Entity | None:
        """Return what the learned reader is sure that a pronoun refers to, if they agree."""
        best: dict[int, float] = {}
        first = self._first_sentence(pronoun)
        for mention, probability in self._antecedents.get(pronoun, []):
            if self.parsed.sentence_of[mention.root] < first:
                continue
            if mention.is_resolved and self._agree(pronoun, mention):
                best[mention.actor] = max(probability, best.get(mention.actor, 0.0))
        actor = max(best, key=lambda number: (best[number], -number), default=None)
        if actor is None or best[actor] < PRONOUN_CERTAINTY:
            return None
        entity = self.entities.all[actor]
        # CASE gender: "Robin Hale left after *Ada Quint* lost *her* seat"
        is_known = not entity.is_person or entity.genders
        if is_known:
            return entity
        people = self._people_in(self.parsed.sentence_of[pronoun.root], pronoun)
        return last_of_gender(self.entities, people, pronoun) or entity

    def _first_sentence(self, pronoun: TokenMention) -> int:
        """Return the first sentence to which "she" or "its" may refer: that of a new subject."""
        if pronoun.is_group:
            return 0
        if self.parsed.quotation_of(pronoun.root) is not None:
            return 0
        sentence = self.parsed.sentence_of[pronoun.root]
        for number in range(sentence, sentence - PRONOUN_REACH - 1, -1):
            if pronoun.is_person:
                alike = list(self._people_in(number, pronoun))
            else:
                before = self._by_sentence.get(number, ())
                alike = [each for each in before if each.type is pronoun.type]
            if latest_new_subject(self.parsed, alike, pronoun) is not None:
                return number
        return 0

    def _agree(self, pronoun: TokenMention, mention: TokenMention) -> bool:
        """Whether clause, type and gender allow that a pronoun refers to a mention."""
        entity = self.entities.all[mention.actor]
        if is_another(self.parsed, pronoun, mention, entity):
            return False
        return agrees(self.parsed, pronoun, entity)

    # people -----------------------------------------------------------------------------

    def _recent_person(self, pronoun: TokenMention) -> Entity | None:
        """Return the most salient person of the nearest sentence, who gets the gender."""
        for number in self._reach.sentences(pronoun):
            candidates = list(self._people_in(number, pronoun))
            actor = most_salient(self.parsed, candidates, pronoun)
            if actor is not None and len(self.entities.all[actor].genders) != 1:
                known = of_known_gender(self.entities, candidates)
                # CASE sure: "Hale forged *Ada Quint's* name on a letter to *her* bank"
                if known and number == self.parsed.sentence_of[pronoun.root]:
                    actor = object_before(self.parsed, known, pronoun)
            if actor is not None:
                return self._with_gender(actor, gender_of_pronoun(self.parsed, pronoun))
            if candidates:
                self._doubt(pronoun, candidates)
                return None
        return None

    def _people_in(
        self, sentence: int, pronoun: TokenMention
    ) -> Iterator[TokenMention]:
        for mention in self._by_sentence.get(sentence, ()):
            entity = self.entities.all[mention.actor]
            if not may_be_person(self.parsed, pronoun, entity):
                continue
            if entity.bare and not is_described_subject(self.parsed, mention, pronoun):
                continue
            if is_another(self.parsed, pronoun, mention, entity):
                continue
            if not is_quoted_apart(self.parsed, mention, pronoun):
                yield mention

    def _with_gender(self, actor: int, gender: str) -> Entity:
        entity = self.entities.all[actor]
        if len(entity.genders) != 1:
            entity.genders = frozenset({gender})
        return entity

    def _doubt(self, pronoun: TokenMention, candidates: list[TokenMention]) -> None:
        number = len({mention.actor for mention in candidates})
        word = self.parsed.head_word(pronoun)
        reason = f"“{word}” could be any of {number} people in the sentence"
        self.entities.doubt(pronoun, reason)
