"""Metonyms: places and buildings that mean a government ("the Kremlin said", "Paris wants").

They remain actors of their own, never merged with the state; a claim says what they mean.  A
building always means its government, a capital only where it does what governments do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import FAMILIES_OF_STATES, Knowledge
from actorgraph.extraction.knowledge.actor_types import COUNTRY
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate, construction_candidates

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Cues for verbs of speech and of intention, whose subject is never a mere place.
ACTING_CUES = (Cue.CLAUSE, Cue.INFINITIVE)


def metonym_candidates(entities: Entities, knowledge: Knowledge) -> Iterator[Candidate]:
    """Yield what the metonyms of a text mean, where the text mentions the country too."""
    countries: dict[str, TokenMention] = {}
    for entity in entities.all:
        if entity.subtype == COUNTRY and entity.mentions:
            countries[entity.key] = entity.mentions[0]
    for entity in entities.all:
        match = _metonym(entities.parsed, entity, countries, knowledge)
        if match is not None:
            yield from construction_candidates(
                entities.parsed, Construction.METONYM, *match, knowledge
            )


def _metonym(
    parsed: ParsedText,
    entity: Entity,
    countries: dict[str, TokenMention],
    knowledge: Knowledge,
) -> tuple[TokenMention, TokenMention] | None:
    """The first mention of a metonym, and the country that it means."""
    for mention in entity.mentions:
        country = countries.get(_country_code(parsed, mention, knowledge))
        if country is not None:
            return mention, country
    return None


def _country_code(
    parsed: ParsedText, mention: TokenMention, knowledge: Knowledge
) -> str:
    """Code of the country that a mention is a metonym of; empty if it is none."""
    if not mention.is_name:
        return ""
    gazetteer = knowledge.gazetteer
    name = parsed.mention_text(mention)
    # CASE building: "the Kremlin said"
    if name in gazetteer.metonyms:
        return gazetteer.metonyms[name]
    # CASE capital: "Paris wants talks", but not "Paris is rainy"
    if mention.is_place and name in gazetteer.capitals:
        noun = parsed.head_of(mention)
        return gazetteer.capitals[name] if _acts(parsed, noun, knowledge) else ""
    return ""


def _acts(parsed: ParsedText, noun: Token, knowledge: Knowledge) -> bool:
    """Whether a noun is the subject of a verb of speech, diplomacy, support or hostility."""
    if noun.dep_ != "nsubj":
        return False
    lemma, lexicon = parsed.lemma(noun.head), knowledge.lexicon
    if any(lemma in lexicon.cues[cue] for cue in ACTING_CUES):
        return True
    for frame in lexicon.verbs.get(lemma, ()):
        relation = knowledge.vocabulary.relation(frame.sense.relation)
        if relation.family in FAMILIES_OF_STATES:
            return True
    return False
