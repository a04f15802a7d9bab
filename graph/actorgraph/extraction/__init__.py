"""Extraction: one document → its actors, the claims about them, and who says what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.extraction.actors import make_actors, make_attributions
from actorgraph.extraction.anaphora import link_described, link_pronouns
from actorgraph.extraction.attribution import find_speech
from actorgraph.extraction.bearers import find_bearers
from actorgraph.extraction.candidates import Candidate
from actorgraph.extraction.cast import Cast, local_id
from actorgraph.extraction.claims import Claims
from actorgraph.extraction.constructions import Constructions
from actorgraph.extraction.coreference import link_names
from actorgraph.extraction.demands import demand_candidates
from actorgraph.extraction.described import find_described, find_pronouns
from actorgraph.extraction.frames import noun_candidates, verb_candidates
from actorgraph.extraction.gazetteer import load_gazetteer
from actorgraph.extraction.inference import Inference
from actorgraph.extraction.language import DEFAULT_PIPELINE, Parser
from actorgraph.extraction.lexicon import load_lexicon
from actorgraph.extraction.names import find_names
from actorgraph.extraction.page import Page
from actorgraph.extraction.posts import derive_from_posts, post_candidates
from actorgraph.extraction.relations import role_candidates
from actorgraph.extraction.reliability import load_reliability
from actorgraph.extraction.roles import RolePhrase, find_roles
from actorgraph.model import Claim, Document, Reading
from actorgraph.settings import CONFIDENCE_FLOOR
from actorgraph.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Reader"]


class Reader:
    """Reads documents.

    Args:
        extensions: A user's Turtle files: more relations, and what expresses them.
        pipeline: Name of an installed spaCy pipeline.
        floor: Claims of less confidence are refused.

    Raises:
        OntologyError: if an extension cannot be used.
        UsageError: if the pipeline is not installed.
    """

    def __init__(
        self, extensions: Iterable[Path] = (), pipeline: str = DEFAULT_PIPELINE, floor: float = CONFIDENCE_FLOOR
    ) -> None:
        self.floor = floor
        paths = tuple(extensions)
        self.vocabulary = load_vocabulary(*paths)
        self.lexicon = load_lexicon(*paths)
        self.gazetteer = load_gazetteer()
        self.reliability = load_reliability()
        self.parser = Parser(pipeline)

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
        find_names(page, self.gazetteer, self.lexicon)
        find_pronouns(page)
        roles = find_bearers(page, self.lexicon, find_roles(page, self.lexicon))
        find_described(page, self.lexicon, roles)
        cast = link_names(page, self.gazetteer)
        link_described(cast, roles)
        link_pronouns(cast)
        claims = Claims(document, cast, self.vocabulary, self.lexicon, self.reliability, self.floor)
        for candidate in self._candidates(page, roles, cast):
            claims.add(candidate)
        speeches = find_speech(page, self.lexicon)
        for candidate in demand_candidates(page, speeches, self.vocabulary, self.lexicon):
            claims.add(candidate)
        claims.attribute(speeches, lambda claim: not self.vocabulary.relation(claim.relation).lasting)
        for candidate in post_candidates(cast, roles, self.lexicon, self.vocabulary):
            claims.add(candidate)
        speakers = {speech.speaker.actor for speech in speeches if speech.speaker is not None}
        made = self._with_derived(cast, roles, claims, speakers)
        actors = make_actors(document, cast, made, {local_id(actor) for actor in speakers})
        return Reading(document, actors, made, make_attributions(page, speeches), tuple(claims.refused))

    def _with_derived(
        self, cast: Cast, roles: list[RolePhrase], claims: Claims, speakers: set[int]
    ) -> tuple[Claim, ...]:
        said = claims.about_known_actors(speakers)
        inferred = [
            *derive_from_posts(cast, roles, said, self.lexicon, self.vocabulary, self.reliability),
            *Inference(cast, self.vocabulary, self.lexicon, self.reliability).derive(said),
        ]
        made = {claim.id: claim for claim in [*said, *inferred]}
        return tuple(sorted(made.values(), key=lambda claim: (claim.evidence, claim.id)))

    def _candidates(self, page: Page, roles: list[RolePhrase], cast: Cast) -> Iterator[Candidate]:
        yield from role_candidates(page, roles, self.vocabulary, self.lexicon)
        yield from Constructions(cast, self.vocabulary, self.lexicon, self.gazetteer).candidates()
        yield from verb_candidates(page, self.vocabulary, self.lexicon)
        yield from noun_candidates(page, self.vocabulary, self.lexicon)
