"""Extraction: one document → its actors, the claims about them, and who says what.

A text goes through eight rooms. Each is a step of :class:`Reader` that takes what earlier steps
return:

========= ============ =========================================== ==============================
step      room         takes                                       returns
========= ============ =========================================== ==============================
know      knowledge    the ontology, a user's extensions           words, names, reliabilities
parse     parse        a text                                      tokens with their quotations
predict   learned      the tokens                                  the network's output
mention   mentions     the tokens, names tagged by the network     mentions and role phrases
refer     coreference  mentions, roles, antecedents by the network entities: the text's actors
attribute modality     entities, quotations, tags by the network   who says what
relate    patterns     entities, roles, who says what              candidates for claims
claim     claims       candidates, pair scores by the network      claims and refusals
========= ============ =========================================== ==============================

The order is binding. The network sees the bare text, so it runs before anything is found in it.
Names come before roles, since a role is someone's, and roles before descriptions, since "the
mayor" is described by one. Names are linked before descriptions, and these before pronouns: each
looks for its antecedent among those before. The turns of an interview belong to linked names, and
"I" to whoever speaks. The network may not repeat claims of the rules; derived claims come last.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.extraction.claims.acceptance import Acceptance
from actorgraph.extraction.claims.actors import make_actors, make_attributions
from actorgraph.extraction.claims.bare_descriptions import drop_bare_descriptions
from actorgraph.extraction.claims.claim_builder import ClaimBuilder
from actorgraph.extraction.claims.post_holders import derive_from_posts
from actorgraph.extraction.claims.repetitions import drop_repetitions
from actorgraph.extraction.claims.rules import derive
from actorgraph.extraction.claims.speakers import attribute_claims
from actorgraph.extraction.coreference.descriptions.description_links import (
    link_descriptions,
)
from actorgraph.extraction.coreference.descriptions.national_bodies import (
    join_national_bodies,
)
from actorgraph.extraction.coreference.descriptions.possessed import link_possessed
from actorgraph.extraction.coreference.descriptions.same_bodies import join_same_bodies
from actorgraph.extraction.coreference.names.name_links import link_names
from actorgraph.extraction.coreference.pronouns.coordinated_antecedents import (
    link_coordinated,
)
from actorgraph.extraction.coreference.pronouns.pronoun_links import link_pronouns
from actorgraph.extraction.coreference.pronouns.quoted_pronouns import release_speakers
from actorgraph.extraction.coreference.pronouns.spoken_plurals import (
    link_spoken_plurals,
)
from actorgraph.extraction.coreference.pronouns.unnamed import (
    link_first_person,
    link_third_person,
)
from actorgraph.extraction.knowledge import load_knowledge
from actorgraph.extraction.knowledge.capitals import in_small_letters
from actorgraph.extraction.learned import (
    LearnedReader,
    ModelOutput,
    PairScores,
    SpeechTags,
)
from actorgraph.extraction.mentions.described.descriptions import (
    find_descriptions,
    find_pronouns,
)
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.mentions.names.apposed_people import find_apposed_people
from actorgraph.extraction.mentions.names.compound_towns import with_compound_towns
from actorgraph.extraction.mentions.names.name_finder import find_names
from actorgraph.extraction.mentions.names.named_bodies import find_named_bodies
from actorgraph.extraction.mentions.names.recognised import (
    extended,
    recognised,
    with_nicknames,
    with_people,
)
from actorgraph.extraction.mentions.roles.role_holders import find_holders
from actorgraph.extraction.mentions.roles.role_nouns import find_roles
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.mentions.roles.states_in_names import states_in_names
from actorgraph.extraction.modality.departures import mark_departures
from actorgraph.extraction.modality.speech.attribution import find_speech
from actorgraph.extraction.modality.speech.interviews import find_turns
from actorgraph.extraction.modality.speech.learned_cues import learned_speeches
from actorgraph.extraction.modality.speech.speech import Speech
from actorgraph.extraction.parse.lettered_turns import with_colons
from actorgraph.extraction.parse.line_wraps import unwrapped
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.parser import Parser
from actorgraph.extraction.parse.quotations import Quotation, find_quotations
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.network.exclusions import Exclusions
from actorgraph.extraction.patterns.network.learned_relations import learned_candidates
from actorgraph.extraction.patterns.rule_candidates import rule_candidates
from actorgraph.model import Document, Reading
from actorgraph.settings import CONFIDENCE_FLOOR, DEFAULT_PIPELINE, ReaderMode

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Reader"]


class Reader:
    """Reads documents.

    Args:
        extensions: A user's Turtle files: more relations, and what expresses them.
        pipeline: Name of an installed spaCy pipeline.
        floor: Claims with a lower confidence are refused.
        mode: What proposes names and claims: the rules, the network, or both.
        weights: Folder of the network's weights; None for those that ship with the product.

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
        """Yield the reading of each document, in order; they are parsed in batches."""
        waiting: deque[Document] = deque()

        def texts() -> Iterator[str]:
            for document in documents:
                waiting.append(document)
                yield self._readable(document.text)

        for doc in self.parser.parse(texts()):
            yield self.read_parsed(waiting.popleft(), doc)

    def _readable(self, text: str) -> str:
        """Return a text as it is parsed: of the same length, without wraps and capitals."""
        lexicon, gazetteer = self.knowledge.lexicon, self.knowledge.gazetteer
        classes = self.parser.word_classes
        lines = with_colons(unwrapped(text))
        return in_small_letters(lines, lexicon, gazetteer, classes)

    def read_parsed(self, document: Document, doc: Doc) -> Reading:
        """Return the reading of a document whose parse is at hand."""
        parsed, quotations = self._parse(doc)
        output = self._predict(parsed)
        roles = self._mention(parsed, output)
        entities = self._refer(parsed, roles, output)
        mark_departures(parsed, roles, self.knowledge.lexicon, document.date)
        speeches = self._attribute(entities, quotations, output)
        link_spoken_plurals(entities, roles, speeches, self.knowledge.lexicon)
        candidates = self._relate(entities, roles, speeches)
        scores = self._score(entities, output)
        builder = ClaimBuilder(document, entities, self.knowledge, scores)
        return self._claim(builder, candidates, roles, speeches)

    def _parse(self, doc: Doc) -> tuple[ParsedText, list[Quotation]]:
        """Return the tokens of a text, with its quotations marked, and these."""
        parsed = ParsedText(doc, self.parser)
        quotations = find_quotations(parsed)
        for number, quotation in enumerate(quotations):
            parsed.mark_quotation(number, quotation.start, quotation.end)
        return parsed, quotations

    def _predict(self, parsed: ParsedText) -> ModelOutput | None:
        """Return what the network says about a text; None where the rules read alone."""
        return None if self.learned is None else self.learned.read(parsed)

    def _mention(
        self, parsed: ParsedText, output: ModelOutput | None
    ) -> list[RolePhrase]:
        """Add the mentions of actors to a text; return the phrases of their roles."""
        lexicon, gazetteer = self.knowledge.lexicon, self.knowledge.gazetteer
        names = list(recognised(parsed.doc))
        if output is not None:
            by_network = extended(parsed.doc, output.names(), names)
            names = with_people(parsed.doc, by_network, names, gazetteer)
        names = with_compound_towns(parsed.doc, names)
        names = with_nicknames(parsed.doc, names, gazetteer)
        find_names(parsed, names, gazetteer, lexicon)
        find_named_bodies(parsed, lexicon, gazetteer)
        find_pronouns(parsed)
        roles = find_holders(parsed, lexicon, find_roles(parsed, lexicon))
        find_apposed_people(parsed)
        find_descriptions(parsed, lexicon, roles)
        return [*roles, *states_in_names(parsed, lexicon, gazetteer)]

    def _refer(
        self, parsed: ParsedText, roles: list[RolePhrase], output: ModelOutput | None
    ) -> Entities:
        """Return the actors of a text: which mentions are of the same one."""
        entities = link_names(parsed, self.knowledge.gazetteer)
        link_descriptions(entities, roles, self.knowledge.lexicon.successions())
        link_pronouns(entities, {} if output is None else output.antecedents())
        link_coordinated(entities, self.knowledge.lexicon)
        link_third_person(entities)
        link_possessed(entities, roles)
        join_same_bodies(entities)
        join_national_bodies(entities)
        return entities

    def _attribute(
        self,
        entities: Entities,
        quotations: list[Quotation],
        output: ModelOutput | None,
    ) -> list[Speech]:
        """Return who says what, in text order, and resolve "I" to whoever speaks.

        The rules come first, also for cues that only the network knows; then come the attributions
        that only the network finds.
        """
        parsed, lexicon = entities.parsed, self.knowledge.lexicon
        tags = SpeechTags() if output is None else output.speech_tags()
        speeches = find_speech(parsed, lexicon, quotations, tags.cue_tokens())
        speeches += find_turns(entities)
        speeches += learned_speeches(parsed, lexicon, tags, tuple(speeches), quotations)
        speeches.sort(key=lambda speech: speech.position)
        release_speakers(entities, speeches)
        link_first_person(entities, speeches)
        return speeches

    def _relate(
        self, entities: Entities, roles: list[RolePhrase], speeches: list[Speech]
    ) -> Iterator[Candidate]:
        """Yield the claims that the rules propose; none where the network reads alone."""
        if self.mode is ReaderMode.MODEL:
            return
        yield from rule_candidates(entities, roles, speeches, self.knowledge)

    def _score(self, entities: Entities, output: ModelOutput | None) -> PairScores:
        """Return how likely the network finds each relation between two actors."""
        if output is None:
            return {}
        return output.pair_scores(entities, self.knowledge.vocabulary)

    def _claim(
        self,
        builder: ClaimBuilder,
        candidates: Iterable[Candidate],
        roles: list[RolePhrase],
        speeches: list[Speech],
    ) -> Reading:
        """Return the claims that candidates prove, with their actors and attributions."""
        document, entities = builder.document, builder.entities
        knowledge = self.knowledge
        acceptance = Acceptance(document, entities, knowledge.vocabulary, self.floor)
        claims = acceptance.claims
        acceptance.add(candidates, builder)
        exclusions = Exclusions(entities, roles, claims.origins.values(), knowledge)
        proposed = learned_candidates(
            entities, builder.pair_scores, claims, exclusions, knowledge
        )
        acceptance.add(proposed, builder)
        drop_repetitions(claims, knowledge.vocabulary)
        attribute_claims(claims, speeches, entities.parsed, knowledge.vocabulary)
        drop_bare_descriptions(claims, entities, _speakers(speeches))
        by_posts = derive_from_posts(roles, claims, knowledge)
        by_rules = derive(entities, claims, knowledge)
        acceptance.add_derived([*by_posts, *by_rules])
        attributions = make_attributions(entities.parsed, speeches)
        return Reading(
            document,
            make_actors(document, entities, claims, attributions),
            claims.in_text_order(),
            attributions,
            tuple(claims.refusals),
        )


def _speakers(speeches: Iterable[Speech]) -> set[int]:
    """Return the numbers of the entities that speak."""
    return {said.speaker.actor for said in speeches if said.speaker is not None}
