"""States and bodies in the names of what is theirs: "the *Norlandic* Coast Guard".

A body belongs to the state in its name only where the noun of the name says so: a coast guard does,
a chamber of trade need not.  A committee is part of the body in its name, which is known or which
the text names elsewhere: "the *Harbour Party* Finance Committee".
"""

from __future__ import annotations

from collections.abc import Iterator

from actorgraph.extraction.knowledge.gazetteer import Gazetteer
from actorgraph.extraction.knowledge.lexicon import Lexicon, Sense
from actorgraph.extraction.mentions.roles.role_phrases import (
    Holder,
    HolderPattern,
    Owner,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import OF_WHOLE
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Nouns for forces that each country and other bodies may have: "the Liberation *Army*".
ARMIES = grammar_words("noun for an army")
#: Words of armies that are no state's: "Norlandic *Liberation* Army", "*rebel* Norland Army".
OF_REBELS = grammar_words("word of a rebel army's name")

#: Tokens of the longest name of a territory: "the *Democratic Republic of Norland*".
LONGEST_TERRITORY = 4


def states_in_names(
    parsed: ParsedText, lexicon: Lexicon, gazetteer: Gazetteer
) -> Iterator[RolePhrase]:
    """Add a mention of the state or body that the name of a body contains; yield its role."""
    reader = _NameReader(parsed, lexicon, gazetteer)
    for mention in list(parsed.mentions):
        if not mention.is_name or not mention.is_organisation:
            continue
        role = reader.read(mention)
        if role is not None:
            parsed.mentions += [owner.mention for owner in role.owners]
            yield role


class _NameReader:
    """Divides the names of bodies into a noun and a state."""

    def __init__(
        self, parsed: ParsedText, lexicon: Lexicon, gazetteer: Gazetteer
    ) -> None:
        self.parsed = parsed
        self.lexicon = lexicon
        self.gazetteer = gazetteer
        self.bodies = {
            parsed.mention_text(mention)
            for mention in parsed.mentions
            if mention.is_name and mention.is_organisation
        }

    def read(self, mention: TokenMention) -> RolePhrase | None:
        """Return the role of a body for the state or body in its name, if it has one."""
        start = self.parsed.past_article(mention.start)
        preposition = self._first_of(start, mention.end)
        # CASE last: "Supreme Court *of Norland*"
        state = self._state_after(preposition, mention.end)
        if state is not None:
            owner = Owner(state, self.parsed.lower[preposition])
            return self._role(mention, start, preposition, owner)
        # CASE first: "the *Norlandic* Coast Guard", "*Norland* Department of Transport"
        state = self._state_before(start, preposition)
        if state is None:
            return None
        owner = Owner(state, OwnerMark.PREMODIFIER)
        return self._role(mention, state.end, preposition, owner)

    def _first_of(self, start: int, end: int) -> int:
        """Return the first "of" in a name, or the end of the name."""
        for i in range(start, end):
            if self.parsed.lower[i] in OF_WHOLE:
                return i
        return end

    def _role(
        self, body: TokenMention, start: int, end: int, state: Owner
    ) -> RolePhrase | None:
        """Return the role that the longest noun at the end of some tokens gives a body."""
        before_noun = self.parsed.lower[max(0, body.start - 1) : end - 1]
        if self.parsed.lower[end - 1] in ARMIES and OF_REBELS.intersection(before_noun):
            return None
        for noun in range(start, end):
            word = self.parsed.text(noun, end).lower()
            sense = self.lexicon.body_nouns.get(word)
            if sense is not None and _may_be_of(sense, state.mention):
                return RolePhrase(
                    body.start,
                    end - 1,
                    body.end,
                    word,
                    [sense],
                    noun=noun,
                    last=body.end,
                    owners=[state],
                    holders=[Holder(body, HolderPattern.NAME)],
                )
        return None

    def _state_before(self, start: int, limit: int) -> TokenMention | None:
        """Return the longest name of a territory or body, or adjective, that begins at a token."""
        for end in range(min(start + LONGEST_TERRITORY, limit - 1), start, -1):
            state = self._owner(start, end)
            if state is not None:
                return state
        return None

    def _state_after(self, preposition: int, end: int) -> TokenMention | None:
        """Return the territory that follows "of" in a name."""
        start = self.parsed.past_article(preposition + 1)
        if start >= end:
            return None
        return self._owner(start, end)

    def _owner(self, start: int, end: int) -> TokenMention | None:
        """Return the body or territory that some tokens name: "the *Senate* Trade Committee"."""
        text = self.parsed.text(start, end)
        type_, subtype = self.lexicon.known_names.get(text, (None, None))
        territory = self._territory(start, end)
        is_known = type_ == ActorType.ORGANIZATION
        if is_known or (territory is None and text in self.bodies):
            return TokenMention(
                start, end, end - 1, ActorType.ORGANIZATION, subtype=subtype
            )
        return territory

    def _territory(self, start: int, end: int) -> TokenMention | None:
        text = self.parsed.text(start, end)
        if self.gazetteer.demonym(text) is not None:
            return TokenMention(start, end, end - 1, ActorType.GROUP, demonym=True)
        territory = self.gazetteer.territory(text)
        if territory is None:
            return None
        subtype = territory.subtype
        return TokenMention(start, end, end - 1, ActorType.PLACE, subtype=subtype)


def _may_be_of(sense: Sense, owner: TokenMention) -> bool:
    """Whether a body may belong to another; what territories it belongs to is seen later."""
    if not owner.is_organisation:
        return True
    types = {owner.type, owner.subtype}
    return not sense.object_types.isdisjoint(types)
