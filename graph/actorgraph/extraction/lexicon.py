"""What expresses each relation in English, read from ``ontology/lexicon.ttl`` and the user's own Turtle files.

A frame is a small sentence.  ``SUBJECT accuse|blame OBJECT`` stands for two verbs with a direct object;
``SUBJECT impose sanction on|against OBJECT`` for a verb, a literal object and a preposition.  ``SUBJECT be born in
OBJECT`` is passive only.  ``visit|trip by SUBJECT to OBJECT`` is a noun with its prepositions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from actorgraph.errors import OntologyError
from actorgraph.identifiers import ONTOLOGY
from actorgraph.resources import ontology_file
from actorgraph.vocabulary import RDF, Vocabulary, load_vocabulary, local_name, read_turtle

#: Prepositions that introduce the complement of a role noun unless its entry says otherwise.
ROLE_PREPOSITIONS = frozenset({"of", "for", "to", "at", "in", "with"})

Facts = Mapping[str, list[str]]


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
    constructions: dict[str, list[Sense]] = field(default_factory=lambda: defaultdict(list))
    cues: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    known_names: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    post_adjectives: dict[str, list[str]] = field(default_factory=dict)
    name_words: dict[str, str | None] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    role_length: int = 1


def load_lexicon(*extensions: Path) -> Lexicon:
    """The ontology's lexicon, with the entries of a user's Turtle files added.

    Raises:
        OntologyError: naming the entry that cannot be understood.
        UnknownTerm: if an entry expresses a relation that the ontology lacks.
    """
    return _load(tuple(extensions))


@lru_cache(maxsize=8)
def _load(extensions: tuple[Path, ...]) -> Lexicon:
    vocabulary = load_vocabulary(*extensions)
    lexicon = Lexicon()
    for facts in read_turtle((ontology_file("lexicon.ttl"), *extensions)).values():
        for type_ in facts.get(RDF + "type", ()):
            add = _ADDERS.get(local_name(type_))
            if add is not None and type_.startswith(ONTOLOGY):
                add(lexicon, vocabulary, facts)
    lexicon.role_length = max((len(word.split()) for word in lexicon.roles), default=1)
    return lexicon


def _values(facts: Facts, name: str) -> list[str]:
    return list(facts.get(ONTOLOGY + name, ()))


def _senses(vocabulary: Vocabulary, facts: Facts) -> list[Sense]:
    senses = []
    for iri in _values(facts, "expresses"):
        relation = vocabulary.relation(local_name(iri))
        inverted = _values(facts, "inverted") == ["true"]
        domain, range_ = (relation.range, relation.domain) if inverted else (relation.domain, relation.range)
        senses.append(
            Sense(
                relation=relation.name,
                subject_types=frozenset(map(local_name, _values(facts, "subjectType"))) or domain,
                object_types=frozenset(map(local_name, _values(facts, "objectType"))) or range_,
                prepositions=frozenset(_values(facts, "preposition")) or ROLE_PREPOSITIONS,
                inverted=inverted,
                complement_only=_values(facts, "complementOnly") == ["true"],
            )
        )
    if not senses:
        raise OntologyError("a lexicon entry expresses nothing: add ag:expresses with a relation")
    return senses


def _add_role(lexicon: Lexicon, vocabulary: Vocabulary, facts: Facts) -> None:
    for sense in _senses(vocabulary, facts):
        for word in _values(facts, "word"):
            lexicon.roles[word.lower()].append(sense)


def _add_verb(lexicon: Lexicon, vocabulary: Vocabulary, facts: Facts) -> None:
    for text in _values(facts, "frame"):
        for sense in _senses(vocabulary, facts):
            for frame in _verb_frames(text, sense):
                lexicon.verbs[frame.verb].append(frame)


def _verb_frames(text: str, sense: Sense) -> list[VerbFrame]:
    words = text.split()
    slots = [word for word in words if word in ("SUBJECT", "OBJECT")]
    if sorted(slots) != ["OBJECT", "SUBJECT"] or words[0] != slots[0] or len(words) < 3:
        raise OntologyError(f"the frame {text!r} must read like “SUBJECT accuse OBJECT” or “OBJECT hire SUBJECT”")
    passive = words[1] == "be" and len(words) > 3
    verbs, rest = words[2 if passive else 1].split("|"), words[3 if passive else 2 :]
    position = rest.index(slots[1])
    before, after = rest[:position], rest[position + 1 :]
    literal = frozenset(before[0].split("|")) if len(before) > 1 else frozenset()
    prepositions = frozenset(before[-1].split("|")) if before else frozenset()
    if after:  # "SUBJECT supply OBJECT with weapon": the words after the object are a condition, not an argument
        literal = frozenset(after[-1].split("|"))
    oblique = "oblique" if prepositions else "object"
    places = {slots[0]: "subject", slots[1]: oblique}
    return [
        VerbFrame(sense, verb, places["SUBJECT"], places["OBJECT"], literal, prepositions, passive) for verb in verbs
    ]


def _add_noun(lexicon: Lexicon, vocabulary: Vocabulary, facts: Facts) -> None:
    for text in _values(facts, "frame"):
        words = text.split()
        if "SUBJECT" not in words or "OBJECT" not in words or len(words) < 5:
            raise OntologyError(f"the frame {text!r} must read like “visit by SUBJECT to OBJECT”")
        noun_end = min(words.index("SUBJECT"), words.index("OBJECT")) - 1
        nouns = " ".join(words[:noun_end]).split("|")
        marks = {slot: frozenset(words[words.index(slot) - 1].split("|")) for slot in ("SUBJECT", "OBJECT")}
        for sense in _senses(vocabulary, facts):
            for noun in nouns:
                lexicon.nouns[noun].append(NounFrame(sense, noun, marks["SUBJECT"], marks["OBJECT"]))


def _add_actor_noun(lexicon: Lexicon, _: Vocabulary, facts: Facts) -> None:
    for type_ in map(local_name, _values(facts, "actorType")):
        for word in _values(facts, "word"):
            lexicon.actor_nouns.setdefault(word.lower(), type_)


def _add_construction(lexicon: Lexicon, vocabulary: Vocabulary, facts: Facts) -> None:
    for name in _values(facts, "construction"):
        lexicon.constructions[name].extend(_senses(vocabulary, facts))


def _add_cue(lexicon: Lexicon, _: Vocabulary, facts: Facts) -> None:
    for kind in _values(facts, "cue"):
        lexicon.cues[kind].update(_values(facts, "word"))


def _add_known_name(lexicon: Lexicon, _: Vocabulary, facts: Facts) -> None:
    subtype = next(map(local_name, _values(facts, "subtype")), None)
    for type_ in map(local_name, _values(facts, "actorType")):
        for name in _values(facts, "word"):
            lexicon.known_names.setdefault(name, (type_, subtype))


def _add_name_word(lexicon: Lexicon, _: Vocabulary, facts: Facts) -> None:
    subtype = next(map(local_name, _values(facts, "subtype")), None)
    lexicon.name_words.update((word, subtype) for word in _values(facts, "word"))


def _add_home(lexicon: Lexicon, _: Vocabulary, facts: Facts) -> None:
    for code in (*_values(facts, "code"), *_values(facts, "within")):
        lexicon.homes.update((name, code) for name in _values(facts, "word"))


def _add_rule(lexicon: Lexicon, vocabulary: Vocabulary, facts: Facts) -> None:
    (name,), (source,), (derives,) = (_values(facts, key) for key in ("ruleName", "from", "derives"))
    source_relation, derived = vocabulary.relation(local_name(source)), vocabulary.relation(local_name(derives))
    through = next((vocabulary.relation(local_name(iri)).name for iri in _values(facts, "through")), None)
    ends = frozenset(map(local_name, _values(facts, "endType"))) or derived.range
    objects = frozenset(map(local_name, _values(facts, "objectType"))) or (
        source_relation.range if through else derived.range
    )
    endures = _values(facts, "endures") == ["true"]
    lexicon.rules.append(Rule(name, source_relation.name, derived.name, objects, through, ends, endures))


def _add_post_adjective(lexicon: Lexicon, _: Vocabulary, facts: Facts) -> None:
    for word in _values(facts, "word"):
        lexicon.post_adjectives[word] = _values(facts, "post")


_ADDERS = {
    "RoleNoun": _add_role,
    "VerbFrame": _add_verb,
    "NounFrame": _add_noun,
    "ActorNoun": _add_actor_noun,
    "Construction": _add_construction,
    "Cue": _add_cue,
    "KnownName": _add_known_name,
    "NameWord": _add_name_word,
    "Home": _add_home,
    "Rule": _add_rule,
    "PostAdjective": _add_post_adjective,
}
