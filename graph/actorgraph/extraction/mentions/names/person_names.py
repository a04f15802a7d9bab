"""Names of people that the recogniser cut: parts are joined, surnames and given names added."""

from __future__ import annotations

from itertools import pairwise

from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.mentions.names.name_slots import NameSlots
from actorgraph.extraction.mentions.names.recognised import RecognisedName
from actorgraph.extraction.parse.closed_classes import PLACE_PREPOSITIONS
from actorgraph.extraction.parse.dependents import SUBJECTS
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.word_tags import NAME_TAGS
from actorgraph.model import ActorType

#: A person's name has at most this many tokens, hyphens included.
LONGEST_PERSON_NAME = 4

#: Types that a surname is mistaken for.
MISTAKEN_TYPES = frozenset(
    {ActorType.ORGANIZATION, ActorType.OTHER, ActorType.PLACE, ActorType.WORK}
)


class PersonNames:
    """Completes the names of people in a text.

    Args:
        recognised_names: All names of the recogniser; their tokens are not added to other names.
    """

    def __init__(
        self,
        evidence: NameEvidence,
        slots: NameSlots,
        recognised_names: list[RecognisedName],
    ) -> None:
        self.evidence = evidence
        self.slots = slots
        self.parsed = evidence.parsed
        self.doc = evidence.doc
        self._recognised: set[int] = set()
        for start, end, _ in recognised_names:
            self._recognised.update(range(start, end))

    def with_surname(self, start: int, end: int) -> int:
        """Return the end of a name with the capitalised words that were cut off."""
        while 0 < end - start < LONGEST_PERSON_NAME and self._may_be_added(end):
            if self.doc[end].is_sent_start:
                break
            end += 1
        return end

    def _may_be_added(self, i: int) -> bool:
        """Whether a token belongs to no name, and may be part of one."""
        if i == len(self.doc) or self.slots.at(i) is not None:
            return False
        if i in self._recognised or self.parsed.tags[i] != "NNP":
            return False
        token = self.doc[i]
        if not token.is_alpha or not token.text[:1].isupper():
            return False
        return token.lower_ not in self.evidence.lexicon.roles

    # parts of names ---------------------------------------------------------------------

    def join_parts(self) -> None:
        """Join two names with nothing or a hyphen between them: they are one that was cut."""
        for left, right in pairwise(self.slots.names()):
            if self._are_adjacent(left, right) and self._are_parts(left, right):
                self.slots.take(left.start, right.end, ActorType.PERSON)

    def _are_adjacent(self, left: TokenMention, right: TokenMention) -> bool:
        if right.end - left.start > LONGEST_PERSON_NAME:
            return False
        if self.doc[right.start].is_sent_start:
            return False
        if left.end == right.start:
            return True
        return self.parsed.text(left.end, right.start) == "-"

    def _are_parts(self, left: TokenMention, right: TokenMention) -> bool:
        """Whether two neighbours are parts of the name of a person."""
        if self.slots.at(left.start) is not left:
            return False
        # CASE given name that is a place as well: "*Georgia* | *Quint*", but not "in Georgia"
        if self._is_named_like_place(left, right):
            return right.is_person and right.length == 1
        if not self._may_be_given_name(left):
            return False
        # CASE two people: "*Dana* | *Roth*"
        if right.is_person:
            return True
        # CASE given name before another type: "*Dana* | *Harbour*"
        if left.length > 1 or not self.evidence.is_given_name(left.start):
            return False
        return self._is_mistaken(right)

    def _is_named_like_place(self, name: TokenMention, next_: TokenMention) -> bool:
        """Whether a name is one of people and of a place, which no preposition puts anywhere."""
        if not name.is_place or name.length > 1:
            return False
        if self.parsed.word(name.start - 1) in PLACE_PREPOSITIONS:
            return False
        # CASE town that nobody lists as a given name, as part of the subject: "*Lisbon* | *Quint*"
        head = self.doc[next_.root]
        is_part = self.doc[name.start].head == head and head.dep_ in SUBJECTS
        town = self.evidence.gazetteer.city(self.parsed.mention_text(name))
        is_of_person = town is not None and is_part
        return is_of_person or self.evidence.is_given_name(name.start)

    def _may_be_given_name(self, name: TokenMention) -> bool:
        """Whether a name may begin that of a person: also "*Cora*", taken for an organisation."""
        if name.is_person:
            return True
        is_listed = self.evidence.is_given_name(name.start)
        return name.length == 1 and is_listed and self._is_mistaken(name)

    def _is_mistaken(self, name: TokenMention) -> bool:
        """Whether the type of a name may be wrong, so that it may be a surname."""
        if name.type not in MISTAKEN_TYPES:
            return False
        if self.evidence.ends_organisation(name.end - 1):
            return False
        return self.evidence.listed(name.start, name.end) is None

    # given names ------------------------------------------------------------------------

    def add_given_names(self) -> None:
        """Add to surnames the given name that was left out."""
        for name in self.slots.names():
            if self._is_surname(name) and self._follows_given_name(name):
                self.slots.take(name.start - 1, name.end, ActorType.PERSON)

    def _follows_given_name(self, name: TokenMention) -> bool:
        """Whether a free word before a surname is a given name, or an apposition a person's."""
        before = name.start - 1
        if not self._may_be_added(before):
            return False
        is_listed = self.evidence.is_given_name(before)
        return is_listed or self.evidence.has_human_apposition(name.end)

    def _is_surname(self, name: TokenMention) -> bool:
        """Whether a name may be the end of a person's: short, and listed nowhere."""
        longest = 2 if name.is_person else 1
        if name.start == 0 or name.length > longest or name.is_time:
            return False
        if self.parsed.tags[name.start] not in NAME_TAGS:
            return False
        return self.evidence.listed(name.start, name.end) is None
