"""Reads the lexicon from ``ontology/lexicon.ttl`` and the user's own Turtle files.

A frame is a small sentence.  ``SUBJECT accuse|blame OBJECT`` stands for two verbs with a direct object;
``SUBJECT impose sanction on|against OBJECT`` for a verb, a literal object and a preposition.  ``SUBJECT be born in
OBJECT`` is passive only.  ``visit|trip by SUBJECT to OBJECT`` is a noun with its prepositions.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from actorgraph.errors import OntologyError
from actorgraph.extraction.knowledge.lexicon import (
    ROLE_PREPOSITIONS,
    Lexicon,
    NounFrame,
    Rule,
    Sense,
    VerbFrame,
)
from actorgraph.identifiers import ONTOLOGY
from actorgraph.model import ActorType
from actorgraph.resources import ontology_file
from actorgraph.turtle import RDF, file_digest, local_name, read_turtle
from actorgraph.vocabulary import Vocabulary, load_vocabulary

Facts = Mapping[str, list[str]]


def load_lexicon(*extensions: Path) -> Lexicon:
    """The ontology's lexicon, with the entries of a user's Turtle files added.

    Raises:
        OntologyError: naming the entry that cannot be understood.
        UnknownTerm: if an entry expresses a relation that the ontology lacks.
    """
    return _load(extensions, tuple(map(file_digest, extensions)))


@lru_cache(maxsize=8)
def _load(extensions: tuple[Path, ...], _digests: tuple[str, ...]) -> Lexicon:
    vocabulary = load_vocabulary(*extensions)
    lexicon = Lexicon()
    for facts in read_turtle((ontology_file("lexicon.ttl"), *extensions)).values():
        for type_ in facts.get(RDF + "type", ()):
            add = _ADDERS.get(local_name(type_))
            if add is not None and type_.startswith(ONTOLOGY):
                _check(facts, local_name(type_), vocabulary)
                add(lexicon, vocabulary, facts)
    lexicon.role_length = max((len(word.split()) for word in lexicon.roles), default=1)
    return lexicon


def _check(facts: Facts, kind: str, vocabulary: Vocabulary) -> None:
    """Refuse an entry that would silently mean something else, or nothing."""
    shown = (
        ", ".join(
            repr(text)
            for name in ("word", "frame", "ruleName")
            for text in _values(facts, name)[:1]
        )
        or kind
    )
    for name in _REQUIRED.get(kind, ()):
        if not _values(facts, name):
            raise OntologyError(f"the entry {shown} of kind ag:{kind} lacks ag:{name}")
    for name in ("subjectType", "objectType", "endType", "subtype"):
        for class_ in map(local_name, _values(facts, name)):
            if class_ not in vocabulary.classes:
                raise OntologyError(
                    f"the entry {shown} names the class {class_!r}, which the ontology lacks"
                )
    for type_ in map(local_name, _values(facts, "actorType")):
        if type_ not in tuple(ActorType):
            raise OntologyError(
                f"the entry {shown} names {type_!r}: ag:actorType must be one of {', '.join(ActorType)}"
            )


def _values(facts: Facts, name: str) -> list[str]:
    return list(facts.get(ONTOLOGY + name, ()))


def _senses(vocabulary: Vocabulary, facts: Facts) -> list[Sense]:
    senses = []
    for iri in _values(facts, "expresses"):
        relation = vocabulary.relation(local_name(iri))
        inverted = _values(facts, "inverted") == ["true"]
        domain, range_ = (
            (relation.range, relation.domain)
            if inverted
            else (relation.domain, relation.range)
        )
        senses.append(
            Sense(
                relation=relation.name,
                subject_types=frozenset(map(local_name, _values(facts, "subjectType")))
                or domain,
                object_types=frozenset(map(local_name, _values(facts, "objectType")))
                or range_,
                prepositions=frozenset(_values(facts, "preposition"))
                or ROLE_PREPOSITIONS,
                inverted=inverted,
                complement_only=_values(facts, "complementOnly") == ["true"],
            )
        )
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
        raise OntologyError(
            f"the frame {text!r} must read like “SUBJECT accuse OBJECT” or “OBJECT hire SUBJECT”"
        )
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
        VerbFrame(
            sense,
            verb,
            places["SUBJECT"],
            places["OBJECT"],
            literal,
            prepositions,
            passive,
        )
        for verb in verbs
    ]


def _add_noun(lexicon: Lexicon, vocabulary: Vocabulary, facts: Facts) -> None:
    for text in _values(facts, "frame"):
        words = text.split()
        if "SUBJECT" not in words or "OBJECT" not in words or len(words) < 5:
            raise OntologyError(
                f"the frame {text!r} must read like “visit by SUBJECT to OBJECT”"
            )
        noun_end = min(words.index("SUBJECT"), words.index("OBJECT")) - 1
        nouns = " ".join(words[:noun_end]).split("|")
        marks = {
            slot: frozenset(words[words.index(slot) - 1].split("|"))
            for slot in ("SUBJECT", "OBJECT")
        }
        for sense in _senses(vocabulary, facts):
            for noun in nouns:
                lexicon.nouns[noun].append(
                    NounFrame(sense, noun, marks["SUBJECT"], marks["OBJECT"])
                )


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
    (name,), (source,), (derives,) = (
        _values(facts, key) for key in ("ruleName", "from", "derives")
    )
    source_relation, derived = (
        vocabulary.relation(local_name(source)),
        vocabulary.relation(local_name(derives)),
    )
    through = next(
        (
            vocabulary.relation(local_name(iri)).name
            for iri in _values(facts, "through")
        ),
        None,
    )
    ends = frozenset(map(local_name, _values(facts, "endType"))) or derived.range
    objects = frozenset(map(local_name, _values(facts, "objectType"))) or (
        source_relation.range if through else derived.range
    )
    endures = _values(facts, "endures") == ["true"]
    lexicon.rules.append(
        Rule(name, source_relation.name, derived.name, objects, through, ends, endures)
    )


def _add_post_adjective(lexicon: Lexicon, _: Vocabulary, facts: Facts) -> None:
    for word in _values(facts, "word"):
        lexicon.post_adjectives[word] = _values(facts, "post")


_REQUIRED = {
    "RoleNoun": ("word", "expresses"),
    "VerbFrame": ("frame", "expresses"),
    "NounFrame": ("frame", "expresses"),
    "ActorNoun": ("word", "actorType"),
    "Construction": ("construction", "expresses"),
    "Cue": ("word", "cue"),
    "KnownName": ("word", "actorType"),
    "NameWord": ("word",),
    "Home": ("word",),
    "Rule": ("ruleName", "from", "derives"),
    "PostAdjective": ("word", "post"),
}

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
