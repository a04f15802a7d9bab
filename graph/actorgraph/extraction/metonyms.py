"""Metonyms: places and buildings that stand for a government ("the Kremlin said", "Paris wants").

They stay actors of their own, never merged with the state; a claim says for what they stand.  A building always stands
for its government, a capital only where it does what governments do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.candidates import Candidate
from actorgraph.extraction.cast import Cast
from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.page import Chunk, Page
from actorgraph.model import ActorType, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Cues and families of relations that only somebody can be the subject of.
ACTING_CUES = ("clause", "infinitive")
ACTING_FAMILIES = frozenset({"Diplomacy", "Support", "Hostility"})


def metonym_candidates(cast: Cast, knowledge: Knowledge) -> Iterator[Candidate]:
    """For what the metonyms of a text stand, where the text names the country too."""
    countries = {draft.key: draft.chunks[0] for draft in cast.drafts if draft.subtype == "Country" and draft.chunks}
    for draft in cast.drafts:
        for chunk in draft.chunks:
            country = countries.get(_code(cast.page, chunk, knowledge))
            if country is not None:
                for sense in knowledge.lexicon.constructions["metonym"]:
                    yield Candidate(chunk, sense.relation, country, chunk.root, "metonym", "", background=True)
                break


def _code(page: Page, chunk: Chunk, knowledge: Knowledge) -> str:
    name, gazetteer = page.text(chunk.start, chunk.end), knowledge.gazetteer
    if chunk.kind is not MentionKind.NAME:
        return ""
    if name in gazetteer.metonyms:
        return gazetteer.metonyms[name]
    acts = chunk.type is ActorType.PLACE and name in gazetteer.capitals and _acts(page, page.doc[chunk.root], knowledge)
    return gazetteer.capitals[name] if acts else ""


def _acts(page: Page, noun: Token, knowledge: Knowledge) -> bool:
    """Whether a noun is the subject of a verb of speech, diplomacy, support or hostility."""
    if noun.dep_ != "nsubj":
        return False
    lemma, lexicon = page.lemma(noun.head), knowledge.lexicon
    relations = [knowledge.vocabulary.relation(frame.sense.relation) for frame in lexicon.verbs.get(lemma, ())]
    spoken = any(lemma in lexicon.cues[cue] for cue in ACTING_CUES)
    return spoken or any(relation.family in ACTING_FAMILIES for relation in relations)
