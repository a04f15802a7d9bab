"""Whose relatives a sentence names: in "Roth met Hale and *Marsh's wife*, Quint" not Hale's."""

from __future__ import annotations

from collections.abc import Iterable

from actorgraph.extraction.knowledge.relation_lists import KINSHIP
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import WHOSE_TAG
from actorgraph.vocabulary import Vocabulary


class Relatives:
    """The relatives that the roles of a text name."""

    def __init__(
        self, parsed: ParsedText, roles: Iterable[RolePhrase], vocabulary: Vocabulary
    ) -> None:
        self._parsed, self._vocabulary = parsed, vocabulary
        self._phrases = [
            phrase
            for phrase in roles
            if any(self._is_kinship(sense.relation) for sense in phrase.senses)
        ]

    def are_of_others(
        self, relation: str, first: TokenMention, second: TokenMention
    ) -> bool:
        """Whether all words for relatives beside two people say whose relative another is."""
        if not self._is_kinship(relation):
            return False
        beside = [phrase for phrase in self._phrases if self._is_beside(phrase, second)]
        ends = {first.actor, second.actor}
        return bool(beside) and all(
            self._is_told(phrase) and not ends <= _people(phrase) for phrase in beside
        )

    def _is_kinship(self, relation: str) -> bool:
        return not KINSHIP.isdisjoint(self._vocabulary.ancestors(relation))

    def _is_beside(self, phrase: RolePhrase, mention: TokenMention) -> bool:
        return self._parsed.same_sentence(phrase.head, mention.root)

    def _is_told(self, phrase: RolePhrase) -> bool:
        """Whether it is said whose the only relative is."""
        if phrase.owners:
            return bool(phrase.holders) and not phrase.plural
        # CASE relative of someone without a name: "a *man whose* wife, Quint, left"
        whose = phrase.start - 1
        if self._parsed.tag(whose) != WHOSE_TAG:
            return False
        return self._parsed.name_at(whose - 1) is None


def _people(phrase: RolePhrase) -> set[int]:
    holders = {holder.mention.actor for holder in phrase.holders}
    return holders | {owner.mention.actor for owner in phrase.owners}
