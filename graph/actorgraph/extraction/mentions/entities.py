"""The entities of a document: its actors, while it is being read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TypeVar

from actorgraph.extraction.knowledge.gazetteer import Gazetteer
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.typed import Typed
from actorgraph.model import ActorId, ActorType, Status

Choice = TypeVar("Choice")


@dataclass(slots=True, eq=False)
class Entity(Typed):
    """An actor within one document.

    Attributes:
        key: The normal form of its name, or the code of a territory.
        label: A name to show instead of its longest mention.
        genders: Genders that its names and titles allow; empty if nothing is known.
        roles: Words for its roles; ``offices``: the relations that these words express.
        owners: Numbers of the entities that it has the roles for.
        owner_unnamed: Whether the owner of a role has no name there: "*its* chief executive, Roth",
            "*the country's* president, Roth".
        group_owned: Whether people without a name are: "the leader of *the strikers*".
        bare: True if only bare descriptions refer to it, and no name: "police".
        number: Its position among the entities; −1 until it is added.
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
    owner_unnamed: bool = False
    group_owned: bool = False
    bare: bool = False
    number: int = -1

    @property
    def start(self) -> int:
        """The first token of its first mention; it must have one."""
        return min(mention.start for mention in self.mentions)

    @property
    def has_name(self) -> bool:
        """Whether the text names it, rather than only describing it."""
        return any(mention.is_name for mention in self.mentions)

    @property
    def is_described(self) -> bool:
        """Whether the text names it nowhere; posts, which have no names, are not described."""
        return not self.has_name and self.type is not ActorType.ROLE


class Entities:
    """The entities of a document.

    Attributes:
        all: All entities; the ``actor`` of a mention is an index into this list.
        doubts: Mentions that could not be resolved, each with the reason.
    """

    def __init__(self, parsed: ParsedText, gazetteer: Gazetteer) -> None:
        self.parsed = parsed
        self.gazetteer = gazetteer
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
        """Add an entity with its first mention, and return it."""
        entity = Entity(mention.type, key, mention.subtype, wikidata, label)
        entity.number = len(self.all)
        self.all.append(entity)
        return self.join(mention, entity)

    def join(self, mention: TokenMention, entity: Entity) -> Entity:
        """Let a mention refer to an entity, and return the entity."""
        mention.actor = entity.number
        entity.mentions.append(mention)
        if mention.type is entity.type:
            entity.subtype = entity.subtype or mention.subtype
        return entity

    def release(self, mention: TokenMention) -> None:
        """Let a mention refer to nothing again."""
        entity = self.of(mention)
        if entity is not None:
            entity.mentions.remove(mention)
            mention.actor = -1

    def merge(self, entity: Entity, into: Entity) -> None:
        """Let all mentions of an entity refer to another one, which takes its roles over."""
        if entity is into:
            return
        for mention in entity.mentions:
            self.join(mention, into)
        entity.mentions = []
        into.roles |= entity.roles
        into.offices |= entity.offices
        into.owners |= entity.owners
        into.bare = into.bare and entity.bare
        for owned in self.all:
            if entity.number in owned.owners:
                owned.owners.remove(entity.number)
                owned.owners.add(into.number)

    def of(self, mention: TokenMention) -> Entity | None:
        """Return the entity that a mention refers to, or None while it is unresolved."""
        if mention.is_resolved:
            return self.all[mention.actor]
        return None

    def only(self, numbers: Collection[int]) -> Entity | None:
        """Return the entity of the only number; None if there are several."""
        number = only(numbers)
        if number is None:
            return None
        return self.all[number]

    def doubt(self, mention: TokenMention, reason: str) -> None:
        """Note why a mention cannot be resolved; users see the reason."""
        self.doubts.append((mention, reason))

    def doubt_about(self, mention: TokenMention) -> str | None:
        """Return why a mention cannot be resolved, None if nothing was noted."""
        for doubtful, reason in self.doubts:
            if doubtful is mention:
                return reason
        return None

    def names(self, entity: Entity) -> list[str]:
        """Return the names in its mentions, on one line; "Norwegian" is no name of Norway."""
        names = (m for m in entity.mentions if m.is_name and not m.demonym)
        return [" ".join(self.text(name).split()) for name in names]

    def text(self, mention: TokenMention) -> str:
        """Return the words of a mention."""
        return self.parsed.mention_text(mention)


def only(candidates: Collection[Choice]) -> Choice | None:
    """Return the only candidate; None if there are several, since any may be meant.

    >>> only(["Roth"]), only(["Roth", "Marsh"]), only([])
    ('Roth', None, None)
    """
    if len(candidates) != 1:
        return None
    return next(iter(candidates))


def local_id(actor: int) -> ActorId:
    """Return the id of an entity within its document."""
    return ActorId(f"a{actor}")


def number_of(actor: ActorId) -> int:
    """Return the number of the entity that an id within a document refers to."""
    return int(actor[1:])
