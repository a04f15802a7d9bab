"""Normal forms of names: what is compared, never what is shown."""

from __future__ import annotations

import re
from functools import lru_cache

from actorgraph.grammar import without_article
from actorgraph.identifiers import ONTOLOGY
from actorgraph.model import ActorType
from actorgraph.names import fold_name
from actorgraph.resources import ontology_file
from actorgraph.turtle import RDF, read_turtle

#: Forms of address before a person's name, folded.  They say nothing about who it is.
HONORIFICS = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative gov governor gen general col "
    "colonel maj major capt captain lt lieutenant sgt sergeant adm admiral amb ambassador rev hon pres president "
    "chancellor minister king queen prince princess pope judge justice".split()
)
#: What tells a father from a son, folded.
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
#: Words that many bodies share.  A name made of nothing else means another body in another document.
GENERAL_WORDS = frozenset(
    "the of and for a s ministry minister department office government cabinet parliament assembly senate "
    "parliamentary congress house council court supreme constitutional high appeal national federal state central "
    "general regional city local foreign affairs interior defense defence finance justice health education "
    "economy army navy air force forces military police security service intelligence agency commission committee "
    "authority administration board bank university party opposition coalition union league club company group "
    "team institute center centre".split()
)
#: One Slavic ending, transliterated by different tables: Zelensky, Zelenskyy, Zelenskiy; Sergey, Sergei.
_ENDINGS = (
    (re.compile(r"(?<=sk)(?:yy|iy|ii|ij|yi|i)\b"), "y"),
    (re.compile(r"(?<=\w{3}e)[ij]\b"), "y"),
)
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,8}")
#: Letters of a legal name that must remain when its legal form is taken off.
_SHORTEST_COMPANY = 3


@lru_cache(maxsize=200_000)
def normal_name(type_: ActorType, name: str) -> str:
    """The form under which names of a type are compared: persons without honorifics, bodies without legal forms."""
    folded = fold_name(name)
    if type_ is ActorType.PERSON:
        return _person(folded)
    plain = without_article(folded)
    return _without_legal_form(plain) if type_ is ActorType.ORGANIZATION else plain


def is_full(person: str) -> bool:
    """Whether a normal name tells one person from most others: a given name and a family name, no mere initial."""
    parts = [part for part in person.split() if part not in SUFFIXES]
    return len(parts) > 1 and len(parts[0]) > 1 and len(parts[-1]) > 1


def is_general(name: str) -> bool:
    """Whether a normal name could be anybody's, such as ``foreign ministry``."""
    return all(word in GENERAL_WORDS for word in name.split())


def is_acronym(name: str) -> bool:
    """Whether a name as written is an acronym of two to eight capitals, with or without points."""
    return _ACRONYM.fullmatch(name.strip()) is not None


def initials(name: str) -> str:
    """The first letters of a normal name's words, the small words left out."""
    return "".join(
        word[0]
        for word in name.split()
        if word not in ("of", "and", "for", "the", "in", "on")
    )


def _person(folded: str) -> str:
    parts = folded.split()
    while len(parts) > 1 and parts[0] in HONORIFICS:
        parts = parts[1:]
    plain = " ".join(parts)
    for ending, replacement in _ENDINGS:
        plain = ending.sub(replacement, plain)
    return plain


def _without_legal_form(name: str) -> str:
    words = name.replace(",", " ").split()
    # Only a form at the end is taken off: "AS Roma" and "Roma" are two names.
    while len(words) > 1 and words[-1].strip(".").lower() in _legal_forms():
        words = words[:-1]
    plain = " ".join(words)
    return plain if len(plain) >= _SHORTEST_COMPANY else name


@lru_cache(maxsize=1)
def _legal_forms() -> frozenset[str]:
    """Legal forms of companies in small letters without points ("inc", "gmbh"), from the lexicon."""
    found = read_turtle([ontology_file("lexicon.ttl")]).values()
    forms = [
        facts
        for facts in found
        if ONTOLOGY + "LegalForm" in facts.get(RDF + "type", ())
    ]
    return frozenset(
        word.strip(".").lower() for facts in forms for word in facts[ONTOLOGY + "word"]
    )
