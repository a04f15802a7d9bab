"""The entity of the text that a definite description refers to.

“The chancellor” is whoever has that role, “the party” the only party, “the Norwegian capital” the
city that the gazetteer lists.  If it could be any of several, it is none, and the doubt is noted.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain

from actorgraph.extraction.coreference.descriptions.described_organisations import (
    DescribedOrganisations,
    only_meant,
)
from actorgraph.extraction.coreference.descriptions.pronoun_reach import PRONOUN_REACH
from actorgraph.extraction.coreference.descriptions.role_index import RoleIndex
from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.mentions.roles.role_phrases import OwnerMark, RolePhrase
from actorgraph.extraction.parse.closed_classes import (
    AT_PLACE,
    BEFORE_GOAL,
    CAPITALS,
    DEFINITE,
    NO_TITLES,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import (
    AFFECTED,
    dependents,
    is_complement_of,
    is_infinitive,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import NAME_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: A day owns no role: "the head of the bank on *Monday*".
TIME = ActorType.TIME
#: Dependency labels of a verb that belongs to a noun: "the race to *succeed* him".
AFTER_NOUN = ("acl", "relcl")
#: Before a town: "*in* the capital", "*to* the capital".
BEFORE_TOWN = AT_PLACE | BEFORE_GOAL
#: "the *regional* governor" is that of the region in question.
LOCAL = grammar_words("adjective of the place in question")


class DefiniteDescriptions:
    """Resolves definite descriptions of a text whose names are linked and whose roles are known.

    Args:
        successions: Verbs that say that their subject takes the post of their object.
    """

    def __init__(self, entities: Entities, successions: frozenset[str]) -> None:
        self.entities = entities
        self.parsed = entities.parsed
        self._successions = successions
        self._roles = RoleIndex(entities)
        self._capitals = _capitals(entities)
        self._by_sentence = _by_sentence(entities.parsed)
        self._organisations = DescribedOrganisations(entities, self._by_sentence)

    def referent(
        self, mention: TokenMention, phrase: RolePhrase | None
    ) -> Entity | None:
        """Return the entity that a description refers to, or None.

        Args:
            phrase: The role phrase that the description is, if it is one.
        """
        if phrase is None:
            return self._organisations.referent(mention)
        return (
            self._capital(mention, phrase)
            or self._role_holder(mention, phrase)
            or self._organisations.referent(mention)
        )

    def _capital(self, mention: TokenMention, phrase: RolePhrase) -> Entity | None:
        """Return the city that "the Bordurian capital" refers to."""
        if not mention.is_place:
            return None
        first_word, *_ = phrase.word.split()
        if first_word not in CAPITALS:
            return None
        candidates: set[Entity] = set()
        for owner in phrase.owners:
            country = self.entities.of(owner.mention)
            if country is not None and country.is_place:
                capitals = self._capitals.get(country.key, ())
                candidates.update(capitals)
        return only(candidates) or self._capital_in_question(mention, phrase)

    def _capital_in_question(
        self, mention: TokenMention, phrase: RolePhrase
    ) -> Entity | None:
        """Return the only capital of the text: "Riga was calm. Roth flew to *the capital*"."""
        words = self.parsed.lower[mention.start : mention.end]
        is_bare = len(words) == 2 and words[0] in DEFINITE
        if not is_bare or any(owner.mention.type != TIME for owner in phrase.owners):
            return None
        # CASE money: "the capital of the bank", "raised the capital"
        if not is_complement_of(self.parsed.head_of(mention), BEFORE_TOWN):
            return None
        capitals = set(chain.from_iterable(self._capitals.values()))
        capital = only(capitals)
        is_known = capital is not None and capital.start < mention.start
        return capital if is_known else None

    def _role_holder(self, mention: TokenMention, phrase: RolePhrase) -> Entity | None:
        """Return the only person of the text who has a role: "the chancellor"."""
        is_definite = not phrase.determiner or phrase.determiner in DEFINITE
        if phrase.plural or not mention.is_person or not is_definite:
            return None
        # CASE anyone: "the woman" may be another than the one who was called a woman
        if phrase.word in NO_TITLES:
            return None
        # CASE title: in "party leader Sir Ilya Marsh" it belongs to the name, which comes later
        if not phrase.determiner and self._precedes_name(phrase):
            return None
        # CASE apposition: "Foreign minister, *Ilya Marsh*, resigned"
        if self._is_named_beside(mention):
            return None
        self._resolve_owners(phrase)
        if self._is_of_another(phrase):
            return None
        text = self.entities.text(mention)
        holders = self._roles.holders(phrase)
        holders = self._mentioned_lately(holders, mention) or holders
        holder = only_meant(self.entities, mention, holders, text, "people")
        if holder is not None and self._is_replaced(holder, mention):
            self.entities.doubt(mention, f"“{text}” could be whoever came after")
            return None
        is_told_apart = holder is not None and self._is_told_apart(phrase, holder)
        return None if is_told_apart else holder

    def _is_told_apart(self, phrase: RolePhrase, holder: Entity) -> bool:
        """Whether a headline says more of somebody than the text does: "*union* lawyer jailed"."""
        if phrase.determiner or holder.start < phrase.start:
            return False
        parsed = self.parsed
        words = range(phrase.start, phrase.head)
        told = {parsed.lower[i] for i in words if parsed.name_at(i) is None}
        sentence = parsed.doc[holder.start].sent
        return not told.issubset(parsed.lower[sentence.start : sentence.end])

    def _mentioned_lately(
        self, holders: list[Entity], mention: TokenMention
    ) -> list[Entity]:
        """Return those of several holders that the sentences just before a mention name."""
        sentence = self.parsed.sentence_of[mention.start]
        numbers: set[int] = set()
        for number in range(sentence - PRONOUN_REACH, sentence):
            lately = self._by_sentence.get(number, ())
            numbers.update(earlier.actor for earlier in lately)
        return [holder for holder in holders if holder.number in numbers]

    def _precedes_name(self, phrase: RolePhrase) -> bool:
        noun = self.parsed.doc[phrase.head]
        if noun.dep_ != "compound":
            return False
        return self.parsed.tag(phrase.end) in NAME_TAGS

    def _is_named_beside(self, mention: TokenMention) -> bool:
        """Whether the person that a description means is named right after it."""
        head = self.parsed.head_of(mention)
        for apposition in dependents(head, "appos"):
            name = self.parsed.name_at(apposition.i)
            if name is None or not name.is_person:
                continue
            if name.start == mention.end + 1:
                return True
        return False

    def _resolve_owners(self, phrase: RolePhrase) -> None:
        """Resolve the organisation in "*the party*'s leader"."""
        for owner in phrase.owners:
            is_described = owner.mention.is_description
            if not is_described or owner.mention.is_resolved:
                continue
            organisation = self._organisations.referent(owner.mention)
            if organisation is not None:
                self.entities.join(owner.mention, organisation)

    def _is_of_another(self, phrase: RolePhrase) -> bool:
        """Whether a role belongs to someone, or some place, that is not in the text by name."""
        parsed = self.parsed
        owners = {o.mention.actor for o in phrase.owners if o.mention.type != TIME}
        # CASE possessor: "*that region's* governor"
        marks = {owner.mark for owner in phrase.owners}
        before = parsed.tags[max(0, phrase.start - 1) : phrase.head]
        if "POS" in before and OwnerMark.POSSESSIVE not in marks:
            return True
        # CASE complement: "the head *of a bank*", and "the *party's* leader" if no party is meant
        if self._has_complement(phrase) and not owners:
            return True
        if owners == {-1}:
            return True
        # CASE nearby: "the *regional* governor" after another region
        return self._is_local(phrase) and not self._is_place_in_question(phrase)

    def _has_complement(self, phrase: RolePhrase) -> bool:
        """Whether "of" belongs to a role, unlike that in "accused the head *of* lying"."""
        if self.parsed.word(phrase.end) not in OF_WHOLE:
            return False
        governor: int = self.parsed.doc[phrase.end].head.i
        return governor == phrase.head

    def _is_local(self, phrase: RolePhrase) -> bool:
        words = phrase.word.split()
        return not LOCAL.isdisjoint(chain(phrase.adjectives, words))

    def _is_place_in_question(self, phrase: RolePhrase) -> bool:
        """Whether the place that was mentioned last is that of the only holder of a role."""
        latest = self._last_place_before(phrase.start)
        if latest is None:
            return True
        holders = self._roles.holders(phrase)
        return any(latest.actor in holder.owners for holder in holders)

    def _last_place_before(self, end: int) -> TokenMention | None:
        for i in reversed(range(end)):
            mention = self.parsed.covering(i)
            if mention is None or not mention.is_resolved or mention.end > end:
                continue
            if mention.is_place:
                return mention
        return None

    def _is_replaced(self, holder: Entity, mention: TokenMention) -> bool:
        """Whether someone else took over before a mention: "Roth succeeded *Hale*", "*him*"."""
        for i in range(holder.start, mention.start):
            if not self.parsed.tags[i].startswith("V"):
                continue
            verb = self.parsed.doc[i]
            is_succession = self.parsed.lemma(verb) in self._successions
            # CASE to come: "the race *to succeed* him"
            is_ahead = verb.dep_ in AFTER_NOUN and is_infinitive(verb)
            if is_succession and not is_ahead and self._may_lose_post(holder, i):
                return True
        return False

    def _may_lose_post(self, holder: Entity, verb: int) -> bool:
        """Whether the object of a verb is the holder of a role, or a pronoun."""
        for child in self.parsed.doc[verb].children:
            target = self.parsed.actor_at(child.i)
            if child.dep_ not in AFFECTED or target is None:
                continue
            if target.actor in (holder.number, -1):
                return True
        return False


def _by_sentence(parsed: ParsedText) -> dict[int, list[TokenMention]]:
    """Return the mentions of a text by the number of their sentence."""
    by_sentence: dict[int, list[TokenMention]] = defaultdict(list)
    for mention in parsed.mentions:
        sentence = parsed.sentence_of[mention.start]
        by_sentence[sentence].append(mention)
    return by_sentence


def _capitals(entities: Entities) -> dict[str, list[Entity]]:
    """Return the capitals among the places of a text, by the code of their country."""
    capitals: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities.all:
        if not entity.is_place:
            continue
        for name in map(entities.text, entity.mentions):
            country = entities.gazetteer.capitals.get(name)
            if country:
                capitals[country].append(entity)
                break
    return capitals
