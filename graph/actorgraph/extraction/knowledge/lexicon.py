"""What expresses each relation: role nouns, verbs, nouns, constructions, cues, names, rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.relation_lists import relation_list
from actorgraph.grammar import grammar_words

#: The relation of the head of a whole, which has only one at a time.
(LEADING,) = relation_list("head of a whole")

#: Relations of whoever takes a post to the one who had it.
SUCCESSIONS = relation_list("change of holder")

#: Words that are no name by themselves: "Central and Eastern Europe" is one place.
COMPASS = grammar_words("compass direction")

#: Prepositions that introduce the complement of a role noun unless its entry names others.
ROLE_PREPOSITIONS = grammar_words("preposition after a role noun")


@dataclass(frozen=True, slots=True)
class Sense:
    """A relation that an entry expresses, and the classes between which it does.

    Attributes:
        prepositions: Prepositions that introduce the complement of a role noun.
        inverted: True if the holder of the role is the object of the relation.
        complement_only: True if only a complement counts, not a noun before the role noun:
            "attack in X", but not "X attack".
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
        subject, object: Slot of each argument: ``subject``, ``object`` or ``oblique``.
        literal: Lemmas; the direct object or particle must be one of them, such as "sanction";
            empty if none is needed.
        prepositions: Prepositions that may introduce the oblique argument.
        passive: True if the frame is written in the passive ("be born in").
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
    """A noun of an event, with the prepositions before its subject and its object.

    Attributes:
        literal: Words that may introduce the infinitive: "call for OBJECT *to*"; empty if
            none is needed.
    """

    sense: Sense
    noun: str
    subject_prepositions: frozenset[str]
    object_prepositions: frozenset[str]
    literal: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rule:
    """What follows from claims.

    ``source(x, y)`` gives ``derives(x, y)`` if y is of ``object_types``.  With ``through``,
    ``source(x, y)`` and ``through(y, z)`` give ``derives(x, z)`` if z is of ``end_types`` too.

    Attributes:
        endures: True if the consequence outlasts the role from which it follows.
    """

    name: str
    source: str
    derives: str
    object_types: frozenset[str]
    through: str | None = None
    end_types: frozenset[str] = frozenset()
    endures: bool = False


def _cue_sets() -> dict[str, set[str]]:
    return {kind: set() for kind in Cue}


def _construction_senses() -> dict[str, list[Sense]]:
    return {name: [] for name in Construction}


@dataclass
class Lexicon:
    """All entries, by the word that triggers them.

    Attributes:
        roles: Singular role noun (one or several words) → senses.
        body_nouns: Noun in the name of a body → its sense: what the body is to the state there.
        verbs, nouns: Dictionary form → frames.
        actor_nouns: Noun that describes an actor → type of the actor.
        constructions: Construction → senses.  All constructions are keys.
        cues: Kind of cue → words.  All kinds are keys, so a misspelt one raises a KeyError.
        known_names: Name → (type, subtype).
        name_words: Word that ends the name of an organisation → subtype, or None.
        legal_forms: Words that may be left out of a company's name: "Ltd", "SA".
        homes: Name of a well-known organisation → territory code of its country, or the name of
            the organisation that it is part of.
        post_adjectives: "presidential" → posts whose holder it means.
        offices: "chairmanship" → the role of whoever has it.
        role_length: Number of tokens of the longest role noun.
    """

    roles: dict[str, list[Sense]] = field(default_factory=lambda: defaultdict(list))
    body_nouns: dict[str, Sense] = field(default_factory=dict)
    verbs: dict[str, list[VerbFrame]] = field(default_factory=lambda: defaultdict(list))
    nouns: dict[str, list[NounFrame]] = field(default_factory=lambda: defaultdict(list))
    actor_nouns: dict[str, str] = field(default_factory=dict)
    constructions: Mapping[str, list[Sense]] = field(
        default_factory=_construction_senses
    )
    cues: Mapping[str, set[str]] = field(default_factory=_cue_sets)
    known_names: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    post_adjectives: dict[str, list[str]] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    name_words: dict[str, str | None] = field(default_factory=dict)
    legal_forms: set[str] = field(default_factory=set)
    homes: dict[str, str] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    role_length: int = 1

    def successions(self) -> frozenset[str]:
        """Return the verbs that say that their subject takes the post of their object."""
        return frozenset(verb for verb in self.verbs if self.says(verb, SUCCESSIONS))

    def says(self, verb: str, relations: Container[str]) -> bool:
        """Whether a frame of a verb, in its dictionary form, expresses one of some relations."""
        frames = self.verbs.get(verb, ())
        return any(frame.sense.relation in relations for frame in frames)
