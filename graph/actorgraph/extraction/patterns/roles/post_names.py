"""What a post is called: its words, the part that it is for, and the body that has it."""

from __future__ import annotations

from collections.abc import Iterable

from actorgraph.extraction.knowledge.actor_types import REGION
from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.roles.abbreviated_titles import IN_FULL
from actorgraph.extraction.mentions.roles.past_phrases import ENDS_OF_PAST
from actorgraph.extraction.mentions.roles.role_nouns import OCCUPATIONS
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.parse.closed_classes import (
    DEFINITE,
    LOST,
    OF_PURPOSE,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import MODIFIERS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.repairs.titled_subjects import TITLES
from actorgraph.extraction.parse.word_tags import (
    ADJECTIVE_TAGS,
    COMMON_NOUN_TAGS,
    NOUN_TAGS,
    PLURAL_TAGS,
)
from actorgraph.extraction.patterns.roles.role_owners import RoleOwner
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, Status

#: Tags of words that belong to the name of a post.
POST_TAGS = frozenset({"JJ", "NN", "NNP", "HYPH", "NNS", "VBG"})
#: Tags of words in the part that a post is for: "of *health and social care*".
PART_TAGS = frozenset({"CC", "DT", "JJ", "NN", "NNP", "NNPS", "NNS"})

#: "*foreign* minister", "*special* envoy": adjectives that say which post it is.
ADJECTIVES = grammar_words("adjective of a post")
#: "*new* chairman": adjectives for the time and length of a tenure.
TERM_ADJECTIVES = grammar_words("adjective of a term of office")
#: "*nationalist* leader": adjectives that say where someone stands, and do not judge.
CONVICTIONS = grammar_words("adjective of a conviction")
#: "*self-styled* general": adjectives of those who have no such post.
PRETENDING = grammar_words("adjective of no real office")
#: For what somebody is voted best: "player of the *year*".
AWARDED_FOR = grammar_words("noun for what an award is for")
#: Titles that are complete before a name: "*Sen.* Dana Roth".
ABBREVIATED = grammar_words("abbreviated title")
#: Countries whose names take an article: "president of *the* United States".
WITH_ARTICLE = grammar_words("name with an article")


class PostNames:
    """Names the posts of a text."""

    def __init__(self, parsed: ParsedText, lexicon: Lexicon) -> None:
        self.parsed = parsed
        cues, self._roles = lexicon.cues, lexicon.roles
        self._actor_nouns = lexicon.actor_nouns
        self.statuses = cues[Cue.FORMER] | cues[Cue.ACTING] | cues[Cue.DESIGNATE] | LOST

    def words(self, phrase: RolePhrase, owners: Iterable[RoleOwner]) -> str:
        """Return the words of a post, with its part: "minister of defence"."""
        if phrase.plural:
            return phrase.word
        start, end = self.start(phrase, owners), self.end(phrase)
        # CASE abbreviation: "*Gov.* Dana Roth", "Deputy *PM* Dana Roth"
        if phrase.word in IN_FULL:
            before = self.parsed.text(start, phrase.noun) if phrase.deputy else ""
            return f"{before} {IN_FULL[phrase.word]}".strip()
        return " ".join(self.parsed.text(start, end).split())

    def start(self, phrase: RolePhrase, owners: Iterable[RoleOwner]) -> int:
        """Return the first token of a post, without article, owner and status ("former")."""
        start = phrase.noun
        # CASE abbreviation: "presidential candidate *Sen.* Dana Roth"
        if phrase.word in ABBREVIATED:
            return start
        while start > phrase.start and self._is_part(phrase, start - 1):
            start -= 1
        start = self._without_hyphen(phrase, start)
        # CASE field: in "the Balkans expert", the region is part of the post
        field = self.parsed.covering(start - 1) if start > phrase.start else None
        if field is None or field.end != start:
            return start
        is_region = field.is_place and field.subtype == REGION
        # CASE owner: "*Ohio* governor" is the governor of Ohio
        is_owner = any(owner.mention is field for owner in owners)
        return field.start if is_region and not is_owner else start

    def judges(self, phrase: RolePhrase) -> bool:
        """Whether an adjective judges the holder: "a *good* president", "*popular* leader"."""
        for i in range(phrase.start, phrase.noun):
            if self._is_free_adjective(phrase, i) and not self._is_known(i):
                return True
        return False

    def pretends(self, phrase: RolePhrase) -> bool:
        """Whether an adjective says that it is no real post: "a *self-styled* general"."""
        before = " ".join(self.parsed.lower[phrase.start : phrase.noun])
        return not PRETENDING.isdisjoint(before.replace(" - ", "-").split())

    def is_award(self, phrase: RolePhrase) -> bool:
        """Whether a role is one that somebody is voted for once: "*player* of the year"."""
        preposition, *others = self.parsed.lower[phrase.end : phrase.end + 3] or [""]
        is_of_one = preposition in OF_WHOLE and len(others) == 2
        return is_of_one and others[0] in DEFINITE and others[1] in AWARDED_FOR

    def _is_known(self, i: int) -> bool:
        word = self.parsed.lower[i]
        if self.parsed.covering(i) is not None:
            return True
        if "-" in self.parsed.lower[i - 1 : i + 2]:
            return True
        return word in ADJECTIVES | TERM_ADJECTIVES | CONVICTIONS | self.statuses

    def _is_free_adjective(self, phrase: RolePhrase, i: int) -> bool:
        """Whether an adjective describes the holder, unlike "*constitutional* law lecturer"."""
        adjective = self.parsed.doc[i]
        if adjective.tag_ not in ADJECTIVE_TAGS or not adjective.is_lower:
            return False
        return adjective.head.i not in range(i + 1, phrase.noun)

    def _is_part(self, phrase: RolePhrase, i: int) -> bool:
        """Whether token ``i``, which precedes a post, belongs to its name."""
        token = self.parsed.doc[i]
        is_address = token.lower_ in TITLES  # "*Mr* Justice Roth"
        if self._is_of_name(i) or is_address or token.tag_ not in POST_TAGS:
            return False
        # CASE rank: "army *spokesman* Colonel Dana Roth", who has two posts
        # CASE other phrase: "accused of *robberies* actor Dana Roth denied"
        is_apart = self._is_post(i) or self._are_happenings(i)
        if phrase.word in OCCUPATIONS and is_apart:
            return False
        # CASE preposition or verb: "*including* President Roth", "is *becoming* director"
        if token.tag_ == "VBG" and token.dep_ not in MODIFIERS:
            return False
        # CASE past: "at the *time* deputy head"
        if phrase.status is Status.FORMER and token.lower_ in ENDS_OF_PAST:
            return False
        # CASE judgement: "*popular* leader"
        if self._is_free_adjective(phrase, i) and token.lower_ not in ADJECTIVES:
            return False
        # CASE term: "*Current* President Dana Roth", at the beginning of a sentence
        if token.is_sent_start and token.lower_ in TERM_ADJECTIVES:
            return False
        return token.lower_ not in self.statuses

    def _is_post(self, i: int) -> bool:
        """Whether token ``i`` is a role in a body: "*spokesman*", not "*chief*" or "*resident*"."""
        word = self.parsed.lower[i]
        senses = () if word in ADJECTIVES else self._roles.get(word, ())
        is_whole = self.parsed.word(i + 1) != "-"
        return is_whole and any(
            ActorType.ORGANIZATION in sense.object_types for sense in senses
        )

    def _are_happenings(self, i: int) -> bool:
        token = self.parsed.doc[i]
        if token.tag_ not in PLURAL_TAGS:
            return False
        return self._actor_nouns.get(self.parsed.lemma(token)) == ActorType.EVENT

    def _is_of_name(self, i: int) -> bool:
        """Whether token ``i`` is in a name, not in a description such as "*deputy* head"."""
        return self.parsed.name_at(i) is not None

    def _without_hyphen(self, phrase: RolePhrase, start: int) -> int:
        """Leave out what a hyphen connects with a word before: "one-*time* adviser"."""
        lower = self.parsed.lower
        if lower[start] == "-":
            start += 1
        if lower[start - 1] != "-" or start == phrase.noun:
            return start
        is_status = f"{lower[start - 2]}-{lower[start]}" in self.statuses
        # CASE compound with a name: "a Norland-*era* minister"
        is_compound = self._is_of_name(start - 2)
        return start + 1 if is_status or is_compound else start

    def _begins_part(self, phrase: RolePhrase, i: int) -> bool:
        """Whether a preposition precedes the part of a post: "head *of* research"."""
        word = self.parsed.word(i)
        if word in OF_WHOLE:
            return True
        # CASE field: "minister *for* trade and industry"
        return word in OF_PURPOSE and phrase.has_field

    def _is_field(self, phrase: RolePhrase, name: TokenMention) -> bool:
        """Whether a name says which part a post is for, and has not the post itself."""
        for owner in phrase.owners:
            if owner.mention is name:
                return False
        return self.parsed.tag(name.end) in COMMON_NOUN_TAGS

    def end(self, phrase: RolePhrase) -> int:
        """Return the token after a post, with the part that it is for."""
        end = phrase.end
        if not self._begins_part(phrase, end):
            return end
        # CASE title: "director *of sales* Dana Roth"
        if any(holder.mention.start == phrase.part_end for holder in phrase.titled):
            return phrase.part_end
        last = end
        for i in range(end + 1, len(self.parsed.doc)):
            tag = self.parsed.tags[i]
            name = self.parsed.covering(i)
            # CASE field: "head of *Norland* research"
            if name is not None and self._is_field(phrase, name):
                continue
            # CASE name: "head of the lender *Delmore Bank*" is the head of the bank
            if self._is_actor(phrase, i):
                return end if last == i else last
            if tag not in PART_TAGS and not self._is_listed(end, i):
                break
            if tag in NOUN_TAGS:
                last = i + 1
        return last

    def _is_actor(self, phrase: RolePhrase, i: int) -> bool:
        """Whether token ``i`` is in a mention, not in a field: "minister for *women*"."""
        mention = self.parsed.covering(i)
        if mention is None:
            return False
        # CASE part: "director of *operations*", which are events elsewhere
        is_part = phrase.has_field or i < phrase.part_end
        return mention.is_name or not is_part

    def _is_listed(self, preposition: int, comma: int) -> bool:
        """Whether the list of fields goes on after a comma: "for women*,* youth and sport"."""
        if self.parsed.lower[comma] != ",":
            return False
        fields = self.parsed.doc[preposition].children
        listed = {word.i for field in fields for word in field.conjuncts}
        return comma + 1 in listed


def with_bodies(words: str, preposition: str, bodies: Iterable[str]) -> str:
    """Return the name of a post with the bodies that have it.

    >>> with_bodies("chief executive", "of", ["Delmore Bank"])
    'chief executive of Delmore Bank'
    >>> with_bodies("President", "of", ["United States"])
    'President of the United States'
    >>> with_bodies("director", "of", ["Delmore Bank", "Gamix", "Norvale"])
    'director of Delmore Bank, Gamix and Norvale'
    >>> with_bodies("President", "of", [])
    'President'
    """
    names = [f"the {name}" if name in WITH_ARTICLE else name for name in bodies]
    if not names:
        return words
    *others, last = names
    listed = f"{', '.join(others)} and {last}" if others else last
    return f"{words} {preposition} {listed}"
