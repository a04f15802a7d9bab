"""Metonyms: places and buildings that stand for a government ("the Kremlin said", "Paris wants").

They stay actors of their own, never merged with the state; a claim says for what they stand.  A building always stands
for its government, a capital only where it does what governments do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.model import ActorType, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Cues and families of relations that only somebody can be the subject of.
ACTING_CUES = ("clause", "infinitive")
ACTING_FAMILIES = frozenset({"Diplomacy", "Support", "Hostility"})


def metonym_candidates(entities: Entities, knowledge: Knowledge) -> Iterator[Candidate]:
    """For what the metonyms of a text stand, where the text names the country too."""
    countries = {
        entity.key: entity.mentions[0]
        for entity in entities.all
        if entity.subtype == "Country" and entity.mentions
    }
    for entity in entities.all:
        for mention in entity.mentions:
            country = countries.get(_code(entities.parsed, mention, knowledge))
            if country is not None:
                for sense in knowledge.lexicon.constructions["metonym"]:
                    yield Candidate(
                        mention,
                        sense.relation,
                        country,
                        mention.root,
                        "metonym",
                        "",
                        background=True,
                    )
                break


def _code(parsed: ParsedText, mention: TokenMention, knowledge: Knowledge) -> str:
    name, gazetteer = parsed.text(mention.start, mention.end), knowledge.gazetteer
    if mention.kind is not MentionKind.NAME:
        return ""
    if name in gazetteer.metonyms:
        return gazetteer.metonyms[name]
    acts = (
        mention.type is ActorType.PLACE
        and name in gazetteer.capitals
        and _acts(parsed, parsed.doc[mention.root], knowledge)
    )
    return gazetteer.capitals[name] if acts else ""


def _acts(parsed: ParsedText, noun: Token, knowledge: Knowledge) -> bool:
    """Whether a noun is the subject of a verb of speech, diplomacy, support or hostility."""
    if noun.dep_ != "nsubj":
        return False
    lemma, lexicon = parsed.lemma(noun.head), knowledge.lexicon
    relations = [
        knowledge.vocabulary.relation(frame.sense.relation)
        for frame in lexicon.verbs.get(lemma, ())
    ]
    spoken = any(lemma in lexicon.cues[cue] for cue in ACTING_CUES)
    return spoken or any(relation.family in ACTING_FAMILIES for relation in relations)
