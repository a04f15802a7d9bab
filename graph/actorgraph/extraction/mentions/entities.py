"""The actors of a document while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from actorgraph.extraction.knowledge.gazetteer import Gazetteer
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorId, ActorType, Status


@dataclass(slots=True, eq=False)
class Entity:
    """An actor while it is being read.

    Attributes:
        key: What the name normalises to.
        genders: Genders that its names and titles allow; empty when nothing is known.
        roles: Words for the roles that it has; ``offices``: the relations that these words express.
        owners: Numbers of those whom it has the roles for.
    """

    type: ActorType
    key: str
    subtype: str | None = None
    wikidata: str | None = None
    label: str | None = None
    mentions: list[TokenMention] = field(default_factory=list)
    genders: frozenset[str] = frozenset()
    roles: set[tuple[str, Status]] = field(default_factory=set)
    offices: set[tuple[str, Status]] = field(default_factory=set)
    owners: set[int] = field(default_factory=set)


class Entities:
    """The actors of a document."""

    def __init__(self, parsed: ParsedText, gazetteer: Gazetteer) -> None:
        self.parsed, self.gazetteer = parsed, gazetteer
        self.all: list[Entity] = []
        self.doubts: list[tuple[TokenMention, str]] = []

    def new(
        self,
        mention: TokenMention,
        key: str,
        *,
        label: str | None = None,
        wikidata: str | None = None,
    ) -> Entity:
        """Add an actor with its first mention."""
        entity = Entity(mention.type, key, mention.subtype, wikidata, label)
        self.all.append(entity)
        return self.join(mention, entity)

    def join(self, mention: TokenMention, entity: Entity) -> Entity:
        """Say that a chunk refers to an actor."""
        mention.actor = self.all.index(entity)
        entity.mentions.append(mention)
        entity.subtype = entity.subtype or (
            mention.subtype if mention.type is entity.type else None
        )
        return entity

    def of(self, mention: TokenMention) -> Entity | None:
        """The actor that a chunk refers to, if that is known."""
        return self.all[mention.actor] if mention.actor >= 0 else None


def local_id(actor: int) -> ActorId:
    """Id of an actor inside one document."""
    return ActorId(f"a{actor}")


def number_of(actor: ActorId) -> int:
    """Which draft an id inside one document stands for."""
    return int(actor[1:])
