"""What a recogniser takes for a name though it names nothing: titles, seats, descriptions."""

from __future__ import annotations

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import COMPASS
from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.parse.word_tags import NAME_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: How the seat of a US politician begins, in brackets after the name: "(R-Fla.)".
SEAT_BEGINNINGS = tuple(sorted(grammar_words("beginning of a politician's seat")))
#: Beginnings of place names that are no name alone: "Mt." Amsel.
ABBREVIATIONS = grammar_words("abbreviation before a place name")
#: How the credits below an article begin: "*Reporting by* Ada Quint; editing by Peter Hale".
CREDITS = tuple(sorted(grammar_words("beginning of a credit")))


def is_name(evidence: NameEvidence, start: int, end: int, type_: ActorType) -> bool:
    """Whether tokens name something; "Foreign Minister" in a heading only describes."""
    if type_ is ActorType.TIME:
        return True
    text = evidence.parsed.text(start, end)
    if _is_fragment(evidence, text) or _is_bare_legal_form(evidence, start, end):
        return False
    # CASE lower case: only a people, "the dutch"
    if not any(map(str.isupper, text)):
        return type_ is ActorType.GROUP and evidence.gazetteer.demonym(text) is not None
    # CASE part of a post: "minister *of Foreign Affairs*" names nobody
    if evidence.doc[start].is_lower and evidence.parsed.tags[start] == "IN":
        return False
    # CASE direction: "Central" alone, but not "Mr *West*"
    if end - start == 1 and text.lower() in COMPASS:
        return start > 0 and evidence.is_title(start - 1)
    return not _is_description(evidence, start, end)


def _is_fragment(evidence: NameEvidence, text: str) -> bool:
    """Whether a text is a title, an abbreviation, a seat ("R-Fla.") or a line of credits."""
    lower = text.lower()
    if lower.startswith(CREDITS):
        return True
    if lower in evidence.lexicon.cues[Cue.TITLE] or lower in ABBREVIATIONS:
        return True
    if not text.startswith(SEAT_BEGINNINGS):
        return False
    seat = evidence.gazetteer.territory(text[2:])
    return seat is not None


def _is_bare_legal_form(evidence: NameEvidence, start: int, end: int) -> bool:
    """Whether a span is only the legal form of the company before it: Delmore Bank "*Plc*"."""
    if start == 0:
        return False
    if evidence.parsed.tags[start - 1] not in NAME_TAGS:
        return False
    return all(map(evidence.is_legal_form, range(start, end)))


def _is_description(evidence: NameEvidence, start: int, end: int) -> bool:
    """Whether a phrase only describes: "Foreign Minister", "Dutch Government"."""
    territory_in_name = evidence.gazetteer.territory_in_name
    while start < end and territory_in_name(evidence.doc[start].text) is not None:
        start += 1
    words = " ".join(evidence.parsed.lower[start:end])
    return words in evidence.lexicon.roles or words in evidence.lexicon.actor_nouns
