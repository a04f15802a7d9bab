"""Relations that the words of a text exclude, whatever the learned reader thinks of them.

In "Roth thanked Hale, the founder of Delmore Bank", the bank belongs to the role of Hale, so that
Roth did not found it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.lexicon import LEADING
from actorgraph.extraction.knowledge.relation_lists import (
    STANCES,
    UNDIVIDED,
    UNMISTAKABLE,
)
from actorgraph.extraction.knowledge.triggers import is_worded
from actorgraph.extraction.learned.pair_scores import PairScore
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.parse.closed_classes import BEFORE_PREDICATE
from actorgraph.extraction.parse.dependents import (
    ARGUMENTS,
    NOUN_MODIFIERS,
    dependents,
    has_dependent,
    is_complement_of,
)
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.word_tags import COMMON_NOUN_TAGS, is_verb_form
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.network.contrasts import is_contrasted
from actorgraph.extraction.patterns.network.idle_places import (
    is_no_home,
    is_subject_matter,
    owns_building,
)
from actorgraph.extraction.patterns.network.misplaced_ends import MisplacedEnds
from actorgraph.extraction.patterns.network.relatives import Relatives
from actorgraph.extraction.patterns.network.titles import is_sought
from actorgraph.extraction.patterns.verbs.frame_words import HOLLOW
from actorgraph.model import ActorType

#: How a name belongs to the phrase around it.
PHRASE_LABELS = frozenset({"amod", "compound", "nmod", "poss", "prep", "pobj"})
#: Types of names that do nothing in a description that they modify.
NO_BODIES = (ActorType.PERSON, ActorType.TIME)


class Exclusions:
    """Says which relations the roles and the rules of a text exclude.

    Args:
        candidates: What the rules read.
    """

    def __init__(
        self,
        entities: Entities,
        roles: Iterable[RolePhrase],
        candidates: Iterable[Candidate],
        knowledge: Knowledge,
    ) -> None:
        self.entities, self.parsed = entities, entities.parsed
        self.doc = entities.parsed.doc
        self._knowledge, self.vocabulary = knowledge, knowledge.vocabulary
        self._triggers = knowledge.triggers
        self._misplaced = MisplacedEnds(entities, knowledge)
        self._unrelated: set[TokenMention] = set()
        self._phrases: dict[TokenMention, list[RolePhrase]] = defaultdict(list)
        self._by_object: dict[TokenMention, list[Candidate]] = defaultdict(list)
        self._bodies: dict[int, set[TokenMention]] = defaultdict(set)
        self._with_people: list[RolePhrase] = []
        phrases = list(roles)
        self._relatives = Relatives(self.parsed, phrases, self.vocabulary)
        for phrase in phrases:
            self._unrelated.update(phrase.unrelated)
            if phrase.has_nested_role or _is_of_person(phrase):
                self._with_people.append(phrase)
            for owner in phrase.owners:
                self._phrases[owner.mention].append(phrase)
        for candidate in candidates:
            if not candidate.template.is_background and not candidate.same_actor:
                self._by_object[candidate.object].append(candidate)
                self._add_body(candidate)

    def _add_body(self, candidate: Candidate) -> None:
        """Keep the bodies to which one word relates a person: "left *Delmore* for *Norvale*"."""
        if not candidate.subject.is_person:
            return
        if self.vocabulary.relation(candidate.relation).lasting:
            self._bodies[candidate.trigger].add(candidate.object)

    def excludes(self, relation: str, score: PairScore) -> bool:
        """Whether a relation between two mentions cannot be meant."""
        is_elsewhere = self._misplaced.is_misplaced(relation, score)
        if is_elsewhere or self._is_spared(score) or self._is_untold(relation, score):
            return True
        ends = (score.subject, score.object)
        if self._is_of_relative(*ends) or self._relatives.are_of_others(
            relation, *ends
        ):
            return True
        is_lasting = self.vocabulary.relation(relation).lasting
        # CASE part of a description: "stabbed a *police* officer" was no attack on the police
        is_act = not is_lasting or relation in STANCES
        is_about_bodies = is_act or score.object.is_place
        if is_about_bodies and any(map(self._modifies_noun, ends)):
            return True
        if not is_lasting:
            # CASE relative: "Marsh shot the husband of *Roth*"
            return self._is_of_relative(score.object, score.subject)
        is_beside = self._are_beside(relation, score)
        if is_beside or is_no_home(self.parsed, *ends, self._knowledge):
            return True
        if score.subject.is_person:
            return self._is_of_somebody_else(relation, score)
        # CASE two bodies: in "Roth left *Delmore* for *Norvale*" none is part of the other
        return any(bodies.issuperset(ends) for bodies in self._bodies.values())

    def _is_untold(self, relation: str, score: PairScore) -> bool:
        """Whether the words for a deed are missing: "*Roth* shot *Marsh*", who may live."""
        if relation not in UNMISTAKABLE:
            return False
        words = self._triggers.get(relation, frozenset())
        first, last = sorted((score.subject.root, score.object.root))
        return not is_worded(self.parsed, first, last, words)

    def _means_person(self, name: TokenMention, other: TokenMention) -> bool:
        """Whether a demonym is a noun for a person other than the second mention."""
        if not name.demonym:
            return False
        person = self.parsed.covering(name.root)
        return person not in (None, name, other)

    def _modifies_noun(self, mention: TokenMention) -> bool:
        """Whether a common noun, a day or a person only modifies a noun: "*police* academy"."""
        token = self.parsed.head_of(mention)
        is_modifier = token.dep_ in NOUN_MODIFIERS
        modifies_noun = is_modifier and token.head.tag_ in COMMON_NOUN_TAGS
        # CASE day of an event: "sentenced to death for the *April* attack" died on no such day
        # CASE family: "the *Roth* brothers" are not Roth
        is_nameless = mention.is_description
        return modifies_noun and (is_nameless or mention.type in NO_BODIES)

    def _is_spared(self, score: PairScore) -> bool:
        """Whether an end is not meant: "searched the town hall, but not the *mayor's*"."""
        ends = (score.subject, score.object)
        # CASE person: "*the Kenyan* sued Roth", which Kenya did not
        if self._means_person(*ends) or self._means_person(*reversed(ends)):
            return True
        for head in map(self.parsed.head_of, ends):
            if dependents(head, "neg"):
                return True
        return is_contrasted(self.parsed, score)

    def _are_beside(self, relation: str, score: PairScore) -> bool:
        """Whether the grammar puts the object beside the subject, and no more."""
        # CASE stance: "pro-*Bordurian* leader Roth"
        if score.object in self._unrelated:
            return True
        # CASE office in a place: "*Oslo* bishop *Roth*" does not rule the city
        if relation == LEADING and score.object.is_place:
            return True
        # CASE subject matter: "Roth, an expert on *Norland*"
        if is_subject_matter(self.parsed, score.object):
            return True
        # CASE building: "*Roth* spoke at the headquarters of *Delmore Bank*"
        if owns_building(self.parsed, score.object):
            return True
        # CASE honour: "*Roth* received an honorary doctorate from *Delmore University*"
        if self._is_hollow(score):
            return True
        # CASE list: "*Roth* and *Ohio* disappointed the bank"
        is_symmetric = self.vocabulary.relation(relation).symmetric
        return not is_symmetric and self._are_coordinated(score.subject, score.object)

    def _is_of_somebody_else(self, relation: str, score: PairScore) -> bool:
        """Whether the words tie the object to another person."""
        return (
            self._is_of_role(relation, score)
            or self._is_of_another(relation, score)
            or self._describes_another(score)
            or is_sought(self.parsed, score)
        )

    def _is_hollow(self, score: PairScore) -> bool:
        """Whether the noun between a verb and the object means less than it says."""
        for token in self.parsed.head_of(score.object).ancestors:
            is_verb = is_verb_form(token)
            nouns = dependents(token, "dobj") if is_verb else [token]
            if any(has_dependent(noun, HOLLOW, "amod") for noun in nouns):
                return True
            if token.i == score.subject.root or is_verb:
                return False
        return False

    def _is_of_role(self, relation: str, score: PairScore) -> bool:
        """Whether the object belongs to a role that excludes the relation."""
        phrases = self._phrases[score.object]
        subjects = [phrase for phrase in phrases if _has_holder(phrase, score.subject)]
        # CASE deputy: "the vice president of *Borduria*, *Roth*"
        if subjects:
            is_deputy = any(map(attrgetter("deputy"), subjects))
            return is_deputy and bool(UNDIVIDED & self.vocabulary.ancestors(relation))
        # CASE another holder: "*Roth* met Hale, the head of *Delmore Bank*"
        return any(self._has_another_holder(phrase, score) for phrase in phrases)

    def _has_another_holder(self, phrase: RolePhrase, score: PairScore) -> bool:
        subject, head = score.subject, self.doc[phrase.head]
        if phrase.holders:
            named = [holder.mention for holder in phrase.holders]
            return not any(self._are_coordinated(subject, name) for name in named)
        # CASE described: "*Roth* met the head of *Delmore Bank*"
        is_predicate = is_complement_of(head, BEFORE_PREDICATE)
        is_beside = self.parsed.head_of(subject).head.i == phrase.head
        # CASE speaker of a headline: "*Roth* ready for talks: *Norse* minister"
        is_last = (
            head.i > subject.root and self.parsed.word(head.left_edge.i - 1) == ":"
        )
        is_argument = head.dep_ in ARGUMENTS and not is_predicate
        return is_last or (is_argument and not is_beside)

    def _is_of_another(self, relation: str, score: PairScore) -> bool:
        """Whether the same words say it of another: "*Roth* met Hale, who founded *Delmore*"."""
        general = self.vocabulary.ancestors(relation)
        for candidate in self._by_object[score.object]:
            subject = candidate.subject
            is_shared = self._are_coordinated(subject, score.subject)
            if subject.actor == score.subject.actor or is_shared:
                continue
            if relation == candidate.relation or candidate.relation in general:
                return True
        return False

    def _is_of_relative(self, person: TokenMention, other: TokenMention) -> bool:
        """Whether a person is only named to say who acts: "The wife of *Roth* owns *Delmore*"."""
        if not person.is_person:
            return False
        above_person = set(self.parsed.head_of(person).ancestors)
        above_other = set(self.parsed.head_of(other).ancestors)
        for phrase in self._with_people:
            head = self.doc[phrase.head]
            is_holder = _has_holder(phrase, person)
            if head in above_person and head not in above_other and not is_holder:
                return True
        return False

    def _describes_another(self, score: PairScore) -> bool:
        """Whether it is said of another: "*Roth* trailed Hale, hope of the *Reform Party*"."""
        ends = (score.object, score.subject)
        token, subject = map(self.parsed.head_of, ends)
        while token.dep_ in PHRASE_LABELS and token != subject:
            token = token.head
        if token.dep_ != "appos" or token == subject:
            return False
        described = self.parsed.covering(token.head.i)
        if described is None or not described.is_person:
            return False
        return described.actor not in (score.subject.actor, score.object.actor)

    def _are_coordinated(self, first: TokenMention, second: TokenMention) -> bool:
        noun = self.parsed.head_of(first)
        return self.parsed.head_of(second) in noun.conjuncts


def _is_of_person(phrase: RolePhrase) -> bool:
    """Whether a role is someone's: "the *wife* of Roth"."""
    owners = (owner.mention for owner in phrase.owners)
    return any(mention.is_person for mention in owners)


def _has_holder(phrase: RolePhrase, mention: TokenMention) -> bool:
    holders = phrase.holders_or_description()
    return any(holder.mention.actor == mention.actor for holder in holders)
