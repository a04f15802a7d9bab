"""Normal forms of names by type: what is compared, never what is shown."""

from __future__ import annotations

import re
from functools import lru_cache

from actorgraph.body_names import GENERAL_WORDS, SMALL_WORDS
from actorgraph.grammar import grammar_words, without_article
from actorgraph.identifiers import ONTOLOGY
from actorgraph.model import ActorType
from actorgraph.names import fold_name
from actorgraph.other_names import full_name
from actorgraph.resources import language_file
from actorgraph.state_bodies import state_body
from actorgraph.turtle import RDF, read_turtle

#: Forms of address before a person's name, folded.  They say nothing about who it is.
HONORIFICS = grammar_words("honorific")
#: What distinguishes a son from his father, folded.
SUFFIXES = grammar_words("suffix of a name")
_SURNAME_ENDINGS = tuple(sorted(grammar_words("ending of a Slavic surname")))
_GIVEN_NAME_ENDINGS = tuple(sorted(grammar_words("ending of a Slavic given name")))
_SURNAME_ENDING = "sky"
#: Letters that transliterations and misspellings change most.
SILENT = frozenset("aeiouyhjw")
#: Letters of the shortest given name whose ending is levelled: "Sergei", but not "Lei".
_LEVELLED_LENGTH = 5
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,8}")
#: Letters of a legal name that must remain when its legal form is taken off.
_SHORTEST_COMPANY = 3


@lru_cache(maxsize=200_000)
def normal_name(type_: ActorType, name: str) -> str:
    """Return the form under which names of a type are compared.

    Persons lose honorifics, other types an article, organisations also their legal form; those that
    everybody knows by several names have one form:

    >>> normal_name(ActorType.PERSON, "Mr. Petro Kovalskyy")
    'petro kovalsky'
    >>> normal_name(ActorType.ORGANIZATION, "The Harbour Works Inc.")
    'harbour works'
    >>> normal_name(ActorType.ORGANIZATION, "EU")
    'european union'
    >>> normal_name(ActorType.ORGANIZATION, "Norway's Defence Ministry")
    'defence ministry of norway'
    """
    known = full_name(type_, name)
    if known is None and type_ is ActorType.ORGANIZATION:
        known = state_body(name)
    return spelled_name(type_, known or name)


def spelled_name(type_: ActorType, name: str) -> str:
    """Return the same form of a name that means what its letters say.

    "ANC" beside the Armenian National Congress is no name of the African one:

    >>> spelled_name(ActorType.ORGANIZATION, "ANC")
    'anc'
    """
    folded = fold_name(name)
    if type_ is ActorType.PERSON:
        return _person(folded)
    plain = without_article(folded)
    return _without_legal_form(plain) if type_ is ActorType.ORGANIZATION else plain


def is_full(person: str) -> bool:
    """Whether a normal name identifies a person.

    It needs a given name and a family name, not a mere initial.
    """
    words = stem(person)
    if len(words) < 2:
        return False
    shortest = min(words[0], words[-1], key=len)
    return len(shortest) > 1


def stem(person: str) -> list[str]:
    """Return the words of a normal name without its suffixes.

    >>> stem("john a smith jr")
    ['john', 'a', 'smith']
    """
    return [word for word in person.split() if word not in SUFFIXES]


def suffixes(person: str) -> str:
    """Return what distinguishes a son from his father in a normal name: "jr", or nothing."""
    words = person.split()
    return " ".join(filter(SUFFIXES.__contains__, words))


def consonants(word: str) -> str:
    """Return the letters that transliterations keep, each once in a row.

    >>> consonants("yevgeny"), consonants("evgenii"), consonants("mueller")
    ('vgn', 'vgn', 'mlr')
    """
    kept = ""
    for letter in word:
        if letter not in SILENT and not kept.endswith(letter):
            kept += letter
    return kept


def is_general(name: str) -> bool:
    """Whether a normal name fits many organisations, such as ``foreign ministry``."""
    return GENERAL_WORDS.issuperset(name.split())


def is_acronym(name: str) -> bool:
    """Whether a name as written is an acronym of two to eight capitals, with or without points."""
    return _ACRONYM.fullmatch(name.strip()) is not None


def initials(name: str) -> str:
    """Return the first letters of a normal name's words, without those of small words.

    >>> initials("institute for harbour safety")
    'ihs'
    """
    letters = ""
    for word in name.split():
        if word not in SMALL_WORDS:
            letters += word[0]
    return letters


def _person(folded: str) -> str:
    parts = folded.split()
    while len(parts) > 1 and parts[0] in HONORIFICS:
        parts = parts[1:]
    return " ".join(map(_level_ending, parts))


def _level_ending(word: str) -> str:
    """Spell a Slavic ending in one way: "kovalskiy", "sergei".

    Tables of transliteration differ in them.
    """
    for ending in _SURNAME_ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + _SURNAME_ENDING
    if len(word) >= _LEVELLED_LENGTH and word.endswith(_GIVEN_NAME_ENDINGS):
        return word[:-1] + "y"
    return word


def _without_legal_form(name: str) -> str:
    words = name.replace(",", " ").split()
    # Only a form at the end is taken off: "AS Roma" and "Roma" are two names.
    while len(words) > 1 and words[-1].strip(".").lower() in _legal_forms():
        words = words[:-1]
    plain = " ".join(words)
    if len(plain) < _SHORTEST_COMPANY:
        return name
    return plain


@lru_cache(maxsize=1)
def _legal_forms() -> frozenset[str]:
    """Return the legal forms of companies in lower case without points: "inc", "gmbh"."""
    forms: set[str] = set()
    described = read_turtle([language_file("lexicon/legal-forms.ttl")])
    for facts in described.values():
        if ONTOLOGY + "LegalForm" in facts.get(RDF + "type", ()):
            words = facts[ONTOLOGY + "word"]
            forms.update(word.strip(".").lower() for word in words)
    return frozenset(forms)
