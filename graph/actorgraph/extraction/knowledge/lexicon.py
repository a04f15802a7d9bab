"""What expresses each relation: role nouns, frames of verbs and nouns, constructions, cues, names and rules."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

#: The relation of whoever is at the head of the whole, of whom there is one.
LEADING = "leads"

#: Words that need what they stand beside: "Central and Eastern Europe" is one place, and "Central" alone no name.
COMPASS = frozenset(
    {
        "central",
        "eastern",
        "western",
        "northern",
        "southern",
        "north",
        "south",
        "east",
        "west",
    }
)

#: Prepositions that introduce the complement of a role noun unless its entry says otherwise.
ROLE_PREPOSITIONS = frozenset({"of", "for", "to", "at", "in", "with"})


@dataclass(frozen=True, slots=True)
class Sense:
    """A relation that an entry expresses, and between which classes.

    Attributes:
        prepositions: What introduces the complement of a role noun.
        inverted: The bearer of the role is the object of the relation.
        complement_only: Only a complement counts, not what stands before the noun ("attack in X", but "X attack").
    """

    relation: str
    subject_types: frozenset[str]
    object_types: frozenset[str]
    prepositions: frozenset[str] = ROLE_PREPOSITIONS
    inverted: bool = False
    complement_only: bool = False


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """A verb with its arguments.

    Attributes:
        subject, object: Which slot holds each: ``subject``, ``object``, or the name of a preposition.
        literal: Lemmas of a direct object (or particle) that must be there, such as "sanction"; empty for none.
        prepositions: Prepositions that may introduce the oblique argument.
        passive: The frame is written in the passive ("be born in").
    """

    sense: Sense
    verb: str
    subject: str
    object: str
    literal: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    passive: bool = False


@dataclass(frozen=True, slots=True)
class NounFrame:
    """A noun of a happening, with the prepositions before its subject and its object."""

    sense: Sense
    noun: str
    subject_prepositions: frozenset[str]
    object_prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """What follows from claims.

    ``source(x, y)`` gives ``derives(x, y)`` when y is of ``object_types``; with ``through``, ``source(x, y)`` and
    ``through(y, z)`` give ``derives(x, z)`` when z is of ``end_types`` besides.  What ``endures`` holds on when the
    role that it follows from has ended.
    """

    name: str
    source: str
    derives: str
    object_types: frozenset[str]
    through: str | None = None
    end_types: frozenset[str] = frozenset()
    endures: bool = False


@dataclass
class Lexicon:
    """All entries, by the word that triggers them.

    Attributes:
        roles: Singular role noun (one or several words) → senses.
        actor_nouns: Noun that describes an actor → its type.
        cues: Cue kind → words.
        known_names: Name → (type, subtype).
        name_words: Word that ends the name of an organisation → subtype, or None.
        homes: Name of a well-known organisation → territory code of its country, or the body that it is part of.
        post_adjectives: "presidential" → posts that it stands for.
    """

    roles: dict[str, list[Sense]] = field(default_factory=lambda: defaultdict(list))
    verbs: dict[str, list[VerbFrame]] = field(default_factory=lambda: defaultdict(list))
    nouns: dict[str, list[NounFrame]] = field(default_factory=lambda: defaultdict(list))
    actor_nouns: dict[str, str] = field(default_factory=dict)
    constructions: dict[str, list[Sense]] = field(
        default_factory=lambda: defaultdict(list)
    )
    cues: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    known_names: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    post_adjectives: dict[str, list[str]] = field(default_factory=dict)
    name_words: dict[str, str | None] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    role_length: int = 1
