"""The closed word classes of a language: prepositions, pronouns, months, titles.

They are in ``ontology/english/grammar``, one file for each room of the reading and one for
resolution, so that a second language is a second folder.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from actorgraph.errors import OntologyError
from actorgraph.identifiers import ONTOLOGY
from actorgraph.kinds import SpeechAct
from actorgraph.names import FoldedName
from actorgraph.resources import LANGUAGE, grammar_files
from actorgraph.turtle import RDF, RDFS, read_turtle


def grammar_words(name: str) -> frozenset[str]:
    """Return the words of one list, in lower case unless the list says otherwise.

    Args:
        name: The list's ``rdfs:label``, such as ``"feminine pronoun"``.

    Raises:
        OntologyError: if there is no list of that name.
    """
    lists = grammar_lists()
    if name not in lists:
        raise OntologyError(f"ontology/{LANGUAGE}/grammar has no list {name!r}")
    return lists[name]


@cache
def grammar_lists() -> dict[str, frozenset[str]]:
    """Return every list by its name."""
    lists: dict[str, frozenset[str]] = defaultdict(frozenset)
    for facts in read_turtle(grammar_files()).values():
        if f"{ONTOLOGY}GrammarWords" in facts[RDF + "type"]:
            lists[facts[RDFS + "label"][0]] |= frozenset(facts[f"{ONTOLOGY}word"])
    return dict(lists)


def speech_act(cue: str) -> SpeechAct:
    """Return what a speaker does by the words of a cue; "" means words in quotation marks.

    >>> speech_act("has denied"), speech_act("declined"), speech_act("")
    (<SpeechAct.DENIES: 'denies'>, <SpeechAct.WITHHOLDS: 'does not say'>, <SpeechAct.SAYS: 'says'>)
    """
    words = set(cue.lower().split())
    if words & grammar_words("cue of silence"):
        return SpeechAct.WITHHOLDS
    if words & grammar_words("cue of denial"):
        return SpeechAct.DENIES
    return SpeechAct.SAYS


def without_article(name: FoldedName) -> FoldedName:
    """Return a folded name without a leading definite article.

    >>> without_article(FoldedName("the harbour works"))
    'harbour works'
    """
    first, _, remainder = name.partition(" ")
    is_article = first in grammar_words("definite article")
    if is_article and remainder:
        return FoldedName(remainder)
    return name
