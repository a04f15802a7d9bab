"""Relations that the words of a text exclude, whatever the learned reader thinks of them.

In "Roth thanked Hale, the founder of Delmore Bank", the bank belongs to the role of Hale, so that
Roth did not found it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import LEADING
from actorgraph.extraction.knowledge.relation_lists import relation_list
from actorgraph.extraction.learned.pair_scores import PairScore
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.mentions.role_phrases import RolePhrase
from actorgraph.extraction.mentions.word_tags import NOUN_TAGS
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType
from actorgraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Relations of offices that a deputy does not have: the deputy mayor is not the mayor.
UNDIVIDED = relation_list("office without deputies")

#: How somebody who is only described is another actor than the one who is named beside:
#: "Roth met *the head* of the bank".
ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})
#: Between a role and what it is about: "an expert *on* Norland".
ABOUT_A_MATTER = grammar_words("preposition of a subject matter")
#: How a name belongs to the phrase around it.
PHRASE_LABELS = frozenset({"amod", "compound", "nmod", "poss", "prep", "pobj"})
#: Before a predicate: "served *as* the head of the bank".
BEFORE_PREDICATE = grammar_words("preposition before a predicate")


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
        vocabulary: Vocabulary,
    ) -> None:
        self.parsed = entities.parsed
        self.doc = entities.parsed.doc
        self.vocabulary = vocabulary
        self._unrelated: set[TokenMention] = set()
        self._phrases: dict[TokenMention, list[RolePhrase]] = defaultdict(list)
        self._by_object: dict[TokenMention, list[Candidate]] = defaultdict(list)
        for phrase in roles:
            self._unrelated.update(phrase.unrelated)
            for owner in phrase.owners:
                self._phrases[owner.mention].append(phrase)
        for candidate in candidates:
            if not candidate.background and not candidate.same_actor:
                self._by_object[candidate.object].append(candidate)

    def excludes(self, relation: str, score: PairScore) -> bool:
        """Whether a lasting relation between two mentions cannot be meant."""
        entry = self.vocabulary.relation(relation)
        if not entry.lasting:
            return False
        # CASE stance: "pro-*Bordurian* leader Roth"
        if score.object in self._unrelated:
            return True
        # CASE office in a place: "*Oslo* bishop *Roth*" does not rule the city
        if relation == LEADING and score.object.type is ActorType.PLACE:
            return True
        # CASE subject matter: "Roth, an expert on *Norland*"
        if self._is_subject_matter(score.object):
            return True
        # CASE list: "*Roth* and *Ohio* disappointed the bank"
        if not entry.symmetric and self._are_coordinated(score.subject, score.object):
            return True
        if score.subject.type is not ActorType.PERSON:
            return False
        return (
            self._is_of_role(relation, score)
            or self._is_of_another(relation, score)
            or self._describes_another(score)
        )

    def _is_subject_matter(self, place: TokenMention) -> bool:
        if place.type is not ActorType.PLACE:
            return False
        token = self.doc[place.root]
        is_about = token.dep_ == "pobj" and token.head.lower_ in ABOUT_A_MATTER
        return is_about and token.head.head.tag_ in NOUN_TAGS

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
        is_predicate = head.dep_ == "pobj" and head.head.lower_ in BEFORE_PREDICATE
        is_beside = self.doc[subject.root].head.i == phrase.head
        return head.dep_ in ARGUMENTS and not is_predicate and not is_beside

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

    def _describes_another(self, score: PairScore) -> bool:
        """Whether it is said of another: "*Roth* trailed Hale, hope of the *Reform Party*"."""
        token, subject = self.doc[score.object.root], self.doc[score.subject.root]
        while token.dep_ in PHRASE_LABELS and token != subject:
            token = token.head
        if token.dep_ != "appos" or token == subject:
            return False
        described = self.parsed.covering(token.head.i)
        if described is None or described.type is not ActorType.PERSON:
            return False
        return described.actor not in (score.subject.actor, score.object.actor)

    def _are_coordinated(self, first: TokenMention, second: TokenMention) -> bool:
        root: Token = self.doc[first.root]
        return self.doc[second.root] in root.conjuncts


def _has_holder(phrase: RolePhrase, mention: TokenMention) -> bool:
    holders = phrase.holders_or_description()
    return any(holder.mention.actor == mention.actor for holder in holders)
