"""Names that the words around them treat as places: "in Jordan", "near Amsel"."""

from __future__ import annotations

from collections.abc import Iterable

from actorgraph.extraction.knowledge.actor_types import COUNTRY, REGION
from actorgraph.extraction.mentions.names.name_evidence import NameEvidence
from actorgraph.extraction.parse.closed_classes import AT_PLACE, PLACE_PREPOSITIONS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words

#: Last words of bodies that are named after their town: "the Amsel *Courier*".
OF_TOWNS = grammar_words("word of a body named after its town")
#: Last words of the names of places, which are nobody's surname: "Amsel *Island*".
ENDS_OF_PLACES = grammar_words("last word of the name of a place")
#: Last words of the names of parts of a country: "Amsel *Province*".
ENDS_OF_REGIONS = grammar_words("last word of the name of a region")
#: Classes of places that towns are in.
REGIONS = (COUNTRY, REGION)
#: What a power does with a place: "Norwegian-*held*"; with a place or company: "-*controlled*".
HELD = grammar_words("participle of what a power does with a place")
CONTROLLED = grammar_words("participle of what a power does with a place or company")
#: Before a territory that contains a place: "Amsel *in* Norway".
BEFORE_TERRITORY = grammar_words("preposition before a territory")


def countries_as_places(evidence: NameEvidence, names: list[TokenMention]) -> set[str]:
    """Return the names of countries that the text uses for a place: "in Jordan"."""
    countries: set[str] = set()
    for name in names:
        if name.subtype == COUNTRY and is_beside_place_words(evidence, name):
            countries.add(evidence.parsed.mention_text(name))
    return countries


def towns_of_bodies(evidence: NameEvidence, names: list[TokenMention]) -> set[str]:
    """Return the names of towns after which a body of the text is named: "the *Amsel* Courier".

    Somewhere the recogniser sees a place after "in", unlike "shares in Norvale".
    """
    parsed = evidence.parsed
    places: set[str] = set()
    bodies: set[str] = set()
    for name in names:
        is_place = name.is_place and name.length == 1
        if is_place and parsed.word(name.start - 1) in AT_PLACE:
            places.add(parsed.mention_text(name))
        elif parsed.word(name.end - 1) in OF_TOWNS:
            first = evidence.doc[name.start]
            bodies.add(first.text)
    return places & bodies


def classify_regions(parsed: ParsedText, names: Iterable[TokenMention]) -> None:
    """Give places of no class that of a region where their names say so: "Amsel *state*"."""
    for name in names:
        is_unclassified = name.is_place and name.subtype is None and name.length > 1
        if is_unclassified and parsed.lower[name.end - 1] in ENDS_OF_REGIONS:
            name.subtype = REGION


def is_beside_place_words(evidence: NameEvidence, name: TokenMention) -> bool:
    """Whether words around a place say that no person is meant, unlike "beat *Lisbon* in Oslo"."""
    if evidence.parsed.in_dateline(name.start):
        return True
    before = evidence.parsed.word(name.start - 1)
    # CASE preposition: "flew *to* Lisbon"
    if before in PLACE_PREPOSITIONS:
        return True
    # CASE territory after a comma: "Lisbon, *Portugal*"
    comma, after = name.end, name.end + 1
    if evidence.parsed.word(comma) != "," or after >= len(evidence.doc):
        return False
    territory = evidence.gazetteer.territory(evidence.doc[after].text)
    return territory is not None


def is_held(parsed: ParsedText, name: TokenMention) -> bool:
    """Whether a compound says which power holds a place: "Norwegian-*held* Amsel"."""
    hyphen = name.start - 2
    if hyphen < 1 or parsed.lower[hyphen] != "-":
        return False
    # CASE company: "Norwegian-*controlled* Delmore", but not "*in* Norwegian-controlled Amsel"
    held = parsed.lower[hyphen + 1]
    if held in CONTROLLED:
        return parsed.word(hyphen - 2) in PLACE_PREPOSITIONS
    return held in HELD


def is_in_territory(evidence: NameEvidence, end: int) -> bool:
    """Whether "in" and a territory follow: "in Norway"."""
    following = end + 1
    if following >= len(evidence.doc):
        return False
    if evidence.parsed.word(end) not in BEFORE_TERRITORY:
        return False
    territory = evidence.gazetteer.territory(evidence.doc[following].text)
    return territory is not None


def is_region_after_town(town: TokenMention, region: TokenMention) -> bool:
    """Whether a place says where the one before it is: "Alderfen, *Norland*"."""
    if not town.is_place or town.subtype in REGIONS:
        return False
    return region.subtype in REGIONS
