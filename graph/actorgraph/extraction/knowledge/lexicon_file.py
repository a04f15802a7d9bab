"""Reads the lexicon from the ontology's Turtle files and the user's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from actorgraph.extraction.knowledge.declared_terms import load_declared_terms
from actorgraph.extraction.knowledge.entry import Entry, entries_in
from actorgraph.extraction.knowledge.frame_notation import noun_frames, verb_frames
from actorgraph.extraction.knowledge.lexicon import Lexicon, Rule
from actorgraph.extraction.knowledge.lexicon_entry import check_entry, senses_of
from actorgraph.model import ActorType
from actorgraph.other_names import listed_names
from actorgraph.resources import lexicon_files
from actorgraph.turtle import file_digest, read_turtle
from actorgraph.vocabulary import Vocabulary, load_vocabulary


def load_lexicon(*extensions: Path) -> Lexicon:
    """Return the ontology's lexicon, with the entries of a user's Turtle files added.

    Raises:
        OntologyError: if an entry cannot be understood, with its file and line or its words.
        UnknownTerm: if an entry expresses a relation that the ontology lacks.
    """
    return _load(extensions, tuple(map(file_digest, extensions)))


@lru_cache(maxsize=8)
def _load(extensions: tuple[Path, ...], _digests: tuple[str, ...]) -> Lexicon:
    vocabulary = load_vocabulary(*extensions)
    declared = load_declared_terms(extensions)
    lexicon = Lexicon()
    paths = [*lexicon_files(), *extensions]
    descriptions = read_turtle(paths).values()
    for facts in descriptions:
        declared.check(facts, paths)
    for entry in entries_in(descriptions):
        add = _ADDERS.get(entry.kind)
        if add is not None:
            required = declared.required[entry.kind]
            check_entry(entry, required, vocabulary)
            add(lexicon, vocabulary, entry)
    for name, type_, class_ in listed_names():
        # CASE group: "the *West*" is one, but Kanye West is not
        if type_ is not ActorType.GROUP:
            lexicon.known_names.setdefault(name, (type_, class_))
    lexicon.role_length = _longest(lexicon.roles)
    return lexicon


def _longest(phrases: Iterable[str]) -> int:
    """Return the number of tokens of the longest phrase, at least 1; a hyphen is a token."""
    longest = 1
    for phrase in phrases:
        tokens = phrase.replace("-", " - ").split()
        longest = max(longest, len(tokens))
    return longest


def _add_role(lexicon: Lexicon, vocabulary: Vocabulary, entry: Entry) -> None:
    senses = senses_of(entry, vocabulary)
    for word in entry.texts("word"):
        noun = word.lower()
        lexicon.roles[noun].extend(senses)


def _add_body_noun(lexicon: Lexicon, vocabulary: Vocabulary, entry: Entry) -> None:
    for sense in senses_of(entry, vocabulary):
        for noun in entry.texts("word"):
            lexicon.body_nouns[noun] = sense


def _add_verb(lexicon: Lexicon, vocabulary: Vocabulary, entry: Entry) -> None:
    senses = senses_of(entry, vocabulary)
    for text in entry.texts("frame"):
        for sense in senses:
            for frame in verb_frames(text, sense):
                lexicon.verbs[frame.verb].append(frame)


def _add_noun(lexicon: Lexicon, vocabulary: Vocabulary, entry: Entry) -> None:
    senses = senses_of(entry, vocabulary)
    for text in entry.texts("frame"):
        for sense in senses:
            for frame in noun_frames(text, sense):
                lexicon.nouns[frame.noun].append(frame)


def _add_actor_noun(lexicon: Lexicon, _: Vocabulary, entry: Entry) -> None:
    for type_ in entry.names("actorType"):
        for word in entry.texts("word"):
            lexicon.actor_nouns.setdefault(word.lower(), type_)


def _add_construction(lexicon: Lexicon, vocabulary: Vocabulary, entry: Entry) -> None:
    senses = senses_of(entry, vocabulary)
    for name in entry.texts("construction"):
        lexicon.constructions[name].extend(senses)


def _add_cue(lexicon: Lexicon, _: Vocabulary, entry: Entry) -> None:
    words = entry.texts("word")
    for kind in entry.texts("cue"):
        lexicon.cues[kind].update(words)


def _add_known_name(lexicon: Lexicon, _: Vocabulary, entry: Entry) -> None:
    subtype = entry.name("subtype")
    for type_ in entry.names("actorType"):
        for name in entry.texts("word"):
            lexicon.known_names.setdefault(name, (type_, subtype))


def _add_name_word(lexicon: Lexicon, _: Vocabulary, entry: Entry) -> None:
    subtype = entry.name("subtype")
    for word in entry.texts("word"):
        lexicon.name_words[word] = subtype


def _add_home(lexicon: Lexicon, _: Vocabulary, entry: Entry) -> None:
    homes = entry.texts("code") + entry.texts("within")
    names = entry.texts("word")
    for home in homes:
        for name in names:
            lexicon.homes[name] = home


def _add_rule(lexicon: Lexicon, vocabulary: Vocabulary, entry: Entry) -> None:
    source = vocabulary.relation(entry.names("from")[0])
    derived = vocabulary.relation(entry.names("derives")[0])
    through = entry.name("through")
    rule = Rule(
        entry.texts("ruleName")[0],
        source.name,
        derived.name,
        frozenset(entry.names("objectType"))
        or (source.range if through else derived.range),
        vocabulary.relation(through).name if through else None,
        frozenset(entry.names("endType")) or derived.range,
        entry.is_true("endures"),
    )
    lexicon.rules.append(rule)


def _add_post_adjective(lexicon: Lexicon, _: Vocabulary, entry: Entry) -> None:
    posts = entry.texts("post")
    for word in entry.texts("word"):
        lexicon.post_adjectives[word] = posts


def _add_office(lexicon: Lexicon, _: Vocabulary, entry: Entry) -> None:
    (post,) = entry.texts("post")
    for word in entry.texts("word"):
        lexicon.offices[word] = post


def _add_legal_form(lexicon: Lexicon, _: Vocabulary, entry: Entry) -> None:
    lexicon.legal_forms.update(entry.texts("word"))


#: Kind of entry → what adds it to the lexicon.
_ADDERS: dict[str, Callable[[Lexicon, Vocabulary, Entry], None]] = {
    "RoleNoun": _add_role,
    "BodyNoun": _add_body_noun,
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
    "OfficeNoun": _add_office,
    "LegalForm": _add_legal_form,
}
