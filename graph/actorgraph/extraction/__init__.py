"""Extraction: one document → its actors, the claims about them, and who says what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.extraction.claims.acceptance import Acceptance
from actorgraph.extraction.claims.actors import make_actors, make_attributions
from actorgraph.extraction.claims.bare_descriptions import drop_bare_descriptions
from actorgraph.extraction.claims.claim_builder import ClaimBuilder
from actorgraph.extraction.claims.post_holders import derive_from_posts
from actorgraph.extraction.claims.rules import derive
from actorgraph.extraction.claims.speakers import attribute_claims
from actorgraph.extraction.coreference.description_links import link_descriptions
from actorgraph.extraction.coreference.name_links import link_names
from actorgraph.extraction.coreference.pronoun_links import link_pronouns
from actorgraph.extraction.coreference.unnamed import (
    link_first_person,
    link_third_person,
)
from actorgraph.extraction.knowledge import load_knowledge
from actorgraph.extraction.learned import LearnedReader, ModelOutput, SpeechTags
from actorgraph.extraction.mentions.descriptions import find_descriptions, find_pronouns
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.mentions.name_finder import find_names
from actorgraph.extraction.mentions.recognised import (
    extended,
    recognised,
    with_nicknames,
)
from actorgraph.extraction.mentions.role_holders import find_holders
from actorgraph.extraction.mentions.role_nouns import find_roles
from actorgraph.extraction.mentions.role_phrases import RolePhrase
from actorgraph.extraction.modality.attribution import Speech, find_speech
from actorgraph.extraction.modality.interviews import find_turns
from actorgraph.extraction.modality.learned_cues import heard
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.parser import DEFAULT_PIPELINE, Parser
from actorgraph.extraction.parse.quotations import Quotation, find_quotations
from actorgraph.extraction.patterns.background import background_candidates
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.constructions import neighbour_candidates
from actorgraph.extraction.patterns.demands import demand_candidates
from actorgraph.extraction.patterns.learned_relations import learned_candidates
from actorgraph.extraction.patterns.life_dates import life_date_candidates
from actorgraph.extraction.patterns.metonyms import metonym_candidates
from actorgraph.extraction.patterns.nouns import noun_candidates
from actorgraph.extraction.patterns.posts import post_candidates
from actorgraph.extraction.patterns.role_relations import role_candidates
from actorgraph.extraction.patterns.verbs import verb_candidates
from actorgraph.model import Document, Reading
from actorgraph.settings import CONFIDENCE_FLOOR, ReaderMode

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Reader"]


class Reader:
    """Reads documents.

    Args:
        extensions: A user's Turtle files: more relations, and what expresses them.
        pipeline: Name of an installed spaCy pipeline.
        floor: Claims of less confidence are refused.
        mode: Who proposes names and claims: the rules, the learned model, or both.
        weights: Folder of the model's weights; None for those that ship with the product.

    Raises:
        OntologyError: if an extension cannot be used.
        UsageError: if the pipeline is not installed, or weights are missing or damaged.
    """

    def __init__(
        self,
        extensions: Iterable[Path] = (),
        pipeline: str = DEFAULT_PIPELINE,
        *,
        floor: float = CONFIDENCE_FLOOR,
        mode: ReaderMode = ReaderMode.BOTH,
        weights: Path | None = None,
    ) -> None:
        self.floor = floor
        self.mode = mode
        self.knowledge = load_knowledge(tuple(extensions))
        self.parser = Parser(pipeline)
        self.learned = None if mode is ReaderMode.RULES else LearnedReader(weights)

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Read documents, in order."""
        waiting: list[Document] = []

        def texts() -> Iterator[str]:
            for document in documents:
                waiting.append(document)
                yield document.text

        for doc in self.parser.parse(texts()):
            yield self.read_parsed(waiting.pop(0), doc)

    def read_parsed(self, document: Document, doc: Doc) -> Reading:
        """Read a document whose parse is at hand."""
        parsed = ParsedText(doc, self.parser)
        quotations = find_quotations(parsed)
        model_output = self.learned.look(parsed) if self.learned is not None else None
        roles, entities = self._find_actors(parsed, quotations, model_output)
        speeches = self._speeches(entities, quotations, model_output)
        link_first_person(entities, speeches)
        pair_scores = (
            model_output.pair_scores(entities, self.knowledge.vocabulary)
            if model_output is not None
            else {}
        )
        vocabulary = self.knowledge.vocabulary
        builder = ClaimBuilder(document, entities, self.knowledge, pair_scores)
        acceptance = Acceptance(document, entities, vocabulary, self.floor)
        claims = acceptance.claims
        if self.mode is not ReaderMode.MODEL:
            acceptance.add(self._by_rules(entities, roles, speeches), builder)
        proposed = learned_candidates(entities, pair_scores, claims, self.knowledge)
        acceptance.add(proposed, builder)
        attribute_claims(claims, speeches, vocabulary)
        speakers = {
            speech.speaker.actor for speech in speeches if speech.speaker is not None
        }
        drop_bare_descriptions(claims, entities, speakers)
        acceptance.add_derived(
            [
                *derive_from_posts(roles, claims, self.knowledge),
                *derive(entities, claims, self.knowledge),
            ]
        )
        attributions = make_attributions(parsed, speeches)
        return Reading(
            document,
            make_actors(document, entities, claims, attributions),
            claims.in_text_order(),
            attributions,
            tuple(claims.refusals),
        )

    def _find_actors(
        self,
        parsed: ParsedText,
        quotations: list[Quotation],
        model_output: ModelOutput | None,
    ) -> tuple[list[RolePhrase], Entities]:
        """Mark who is mentioned where, which roles they have, and which mentions mean the same actor."""
        lexicon, gazetteer = self.knowledge.lexicon, self.knowledge.gazetteer
        for number, quotation in enumerate(quotations):
            parsed.mark_quotation(number, quotation.start, quotation.end)
        seen = (
            recognised(parsed.doc)
            if model_output is None
            else extended(parsed.doc, model_output.names(), recognised(parsed.doc))
        )
        find_names(
            parsed, with_nicknames(parsed.doc, seen, gazetteer), gazetteer, lexicon
        )
        find_pronouns(parsed)
        roles = find_holders(parsed, lexicon, find_roles(parsed, lexicon))
        find_descriptions(parsed, lexicon, roles)
        entities = link_names(parsed, gazetteer)
        link_descriptions(entities, roles)
        link_pronouns(
            entities, model_output.antecedents() if model_output is not None else None
        )
        link_third_person(entities)
        return roles, entities

    def _speeches(
        self,
        entities: Entities,
        quotations: list[Quotation],
        model_output: ModelOutput | None,
    ) -> list[Speech]:
        """Who says what: by the rules, by rules on cues that the learned reader hears, and what only it hears."""
        parsed = entities.parsed
        parts = model_output.parts() if model_output is not None else SpeechTags()
        cues = frozenset(i for run in parts.cue for i in run)
        found = find_speech(
            parsed, self.knowledge.lexicon, quotations, cues
        ) + find_turns(entities)
        found.extend(heard(parsed, parts, found, quotations))
        return sorted(
            found, key=lambda speech: (speech.cue or speech.content, speech.content)
        )

    def _by_rules(
        self, entities: Entities, roles: list[RolePhrase], speeches: list[Speech]
    ) -> Iterator[Candidate]:
        yield from role_candidates(roles, self.knowledge)
        yield from neighbour_candidates(entities.parsed, self.knowledge)
        yield from background_candidates(entities, self.knowledge)
        yield from metonym_candidates(entities, self.knowledge)
        yield from verb_candidates(entities.parsed, self.knowledge)
        yield from noun_candidates(entities.parsed, self.knowledge)
        yield from demand_candidates(entities.parsed, speeches, self.knowledge)
        yield from post_candidates(entities, roles, self.knowledge)
        yield from life_date_candidates(entities, roles, self.knowledge)
