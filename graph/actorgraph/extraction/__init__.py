"""Extraction: one document → its actors, the claims about them, and who says what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.extraction.actors import make_actors, make_attributions
from actorgraph.extraction.anaphora import link_described
from actorgraph.extraction.attribution import Speech, find_speech
from actorgraph.extraction.bearers import find_bearers
from actorgraph.extraction.candidates import Candidate
from actorgraph.extraction.cast import Cast, local_id
from actorgraph.extraction.claims import Claims
from actorgraph.extraction.constructions import Constructions
from actorgraph.extraction.coreference import link_names
from actorgraph.extraction.demands import demand_candidates
from actorgraph.extraction.described import find_described, find_pronouns
from actorgraph.extraction.frames import noun_candidates, verb_candidates
from actorgraph.extraction.heard import heard
from actorgraph.extraction.inference import derive
from actorgraph.extraction.interviews import find_turns
from actorgraph.extraction.knowledge import load_knowledge
from actorgraph.extraction.language import DEFAULT_PIPELINE, Parser
from actorgraph.extraction.learned import Insight, LearnedReader, Parts
from actorgraph.extraction.learned.candidates import learned_candidates
from actorgraph.extraction.metonyms import metonym_candidates
from actorgraph.extraction.names import find_names
from actorgraph.extraction.page import Page
from actorgraph.extraction.posts import derive_from_posts, post_candidates
from actorgraph.extraction.pronouns import link_pronouns
from actorgraph.extraction.quotations import Quotation, find_quotations
from actorgraph.extraction.relations import role_candidates
from actorgraph.extraction.roles import RolePhrase, find_roles
from actorgraph.extraction.seen import extended, recognised, with_nicknames
from actorgraph.extraction.unnamed import link_first_person, link_third_person
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
        page = Page(doc, self.parser)
        quotations = find_quotations(page)
        insight = self.learned.look(page) if self.learned is not None else None
        roles, cast = self._find_actors(page, quotations, insight)
        speeches = self._speeches(cast, quotations, insight)
        link_first_person(cast, speeches)
        opinions = insight.opinions(cast, self.knowledge.vocabulary) if insight is not None else {}
        claims = Claims(document, cast, self.knowledge, self.floor, opinions)
        if self.mode is not ReaderMode.MODEL:
            claims.add_all(self._by_rules(cast, roles, speeches))
        claims.add_all(learned_candidates(cast, opinions, claims.made.values(), self.knowledge))
        claims.attribute(speeches)
        speakers = {speech.speaker.actor for speech in speeches if speech.speaker is not None}
        claims.drop_bare_descriptions(speakers)
        claims.add_derived(
            [*derive_from_posts(roles, claims, self.knowledge), *derive(cast, claims.made.values(), self.knowledge)]
        )
        made = tuple(sorted(claims.made.values(), key=lambda claim: (claim.evidence, claim.id)))
        actors = make_actors(document, cast, made, {local_id(actor) for actor in speakers})
        return Reading(document, actors, made, make_attributions(page, speeches), tuple(claims.refused))

    def _find_actors(
        self, page: Page, quotations: list[Quotation], insight: Insight | None
    ) -> tuple[list[RolePhrase], Cast]:
        """Mark who is mentioned where, which roles they have, and which mentions mean the same actor."""
        lexicon, gazetteer = self.knowledge.lexicon, self.knowledge.gazetteer
        for number, quotation in enumerate(quotations):
            page.mark_quotation(number, quotation.start, quotation.end)
        seen = recognised(page.doc) if insight is None else extended(page.doc, insight.names(), recognised(page.doc))
        find_names(page, with_nicknames(page.doc, seen, gazetteer), gazetteer, lexicon)
        find_pronouns(page)
        roles = find_bearers(page, lexicon, find_roles(page, lexicon))
        find_described(page, lexicon, roles)
        cast = link_names(page, gazetteer)
        link_described(cast, roles)
        link_pronouns(cast, insight.antecedents() if insight is not None else None)
        link_third_person(cast)
        return roles, cast

    def _speeches(self, cast: Cast, quotations: list[Quotation], insight: Insight | None) -> list[Speech]:
        """Who says what: by the rules, by rules on cues that the learned reader hears, and what only it hears."""
        page = cast.page
        parts = insight.parts() if insight is not None else Parts()
        cues = frozenset(i for run in parts.cue for i in run)
        found = find_speech(page, self.knowledge.lexicon, quotations, cues) + find_turns(cast)
        found.extend(heard(page, parts, found, quotations))
        return sorted(found, key=lambda speech: (speech.cue or speech.content, speech.content))

    def _by_rules(self, cast: Cast, roles: list[RolePhrase], speeches: list[Speech]) -> Iterator[Candidate]:
        yield from role_candidates(roles, self.knowledge)
        yield from Constructions(cast, self.knowledge).candidates()
        yield from metonym_candidates(cast, self.knowledge)
        yield from verb_candidates(cast.page, self.knowledge)
        yield from noun_candidates(cast.page, self.knowledge)
        yield from demand_candidates(cast.page, speeches, self.knowledge)
        yield from post_candidates(cast, roles, self.knowledge)
