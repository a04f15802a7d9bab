"""What the rules propose, pattern by pattern, in the order in which a text is read."""

from __future__ import annotations

from collections.abc import Iterator

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.modality.speech.speech import Speech
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.events.occasions import occasion_candidates
from actorgraph.extraction.patterns.events.participants import participant_candidates
from actorgraph.extraction.patterns.events.venues import venue_candidates
from actorgraph.extraction.patterns.events.whereabouts import whereabout_candidates
from actorgraph.extraction.patterns.events.wider_places import with_wider_places
from actorgraph.extraction.patterns.names.affiliations import affiliation_candidates
from actorgraph.extraction.patterns.names.background import background_candidates
from actorgraph.extraction.patterns.names.examples import example_candidates
from actorgraph.extraction.patterns.names.fellows import fellow_candidates
from actorgraph.extraction.patterns.names.life_dates import life_date_candidates
from actorgraph.extraction.patterns.names.memberships import membership_candidates
from actorgraph.extraction.patterns.names.metonyms import metonym_candidates
from actorgraph.extraction.patterns.names.neighbours import neighbour_candidates
from actorgraph.extraction.patterns.names.peers import peer_candidates
from actorgraph.extraction.patterns.nouns.noun_relations import noun_candidates
from actorgraph.extraction.patterns.nouns.works import work_candidates
from actorgraph.extraction.patterns.roles.appointed_officials import (
    appointed_official_candidates,
)
from actorgraph.extraction.patterns.roles.bare_titles import bare_title_candidates
from actorgraph.extraction.patterns.roles.counterparts import counterpart_candidates
from actorgraph.extraction.patterns.roles.mutual_roles import mutual_role_candidates
from actorgraph.extraction.patterns.roles.parts_of_bodies import part_candidates
from actorgraph.extraction.patterns.roles.posts import post_candidates
from actorgraph.extraction.patterns.roles.role_causes import cause_candidates
from actorgraph.extraction.patterns.roles.role_relations import role_candidates
from actorgraph.extraction.patterns.stances.appraisals import appraisal_candidates
from actorgraph.extraction.patterns.stances.demanded_stances import (
    demanded_stance_candidates,
)
from actorgraph.extraction.patterns.stances.demands import demand_candidates
from actorgraph.extraction.patterns.stances.intended_stances import (
    intended_stance_candidates,
)
from actorgraph.extraction.patterns.stances.judging_nouns import judging_noun_candidates
from actorgraph.extraction.patterns.stances.partisans import partisan_candidates
from actorgraph.extraction.patterns.stances.prefixed_stances import stance_candidates
from actorgraph.extraction.patterns.stances.shown_stances import shown_stance_candidates
from actorgraph.extraction.patterns.verbs.verb_relations import verb_candidates


def rule_candidates(
    entities: Entities,
    roles: list[RolePhrase],
    speeches: list[Speech],
    knowledge: Knowledge,
) -> Iterator[Candidate]:
    """Yield the claims that the rules propose; each pattern of one text in text order."""
    stated = _stated_candidates(entities, roles, speeches, knowledge)
    yield from with_wider_places(entities, stated, knowledge.lexicon)


def _stated_candidates(
    entities: Entities,
    roles: list[RolePhrase],
    speeches: list[Speech],
    knowledge: Knowledge,
) -> Iterator[Candidate]:
    parsed = entities.parsed
    yield from role_candidates(parsed, roles, knowledge)
    yield from mutual_role_candidates(roles, knowledge)
    yield from cause_candidates(parsed, roles, knowledge)
    yield from bare_title_candidates(entities, roles, knowledge)
    yield from appointed_official_candidates(parsed, roles)
    yield from counterpart_candidates(roles, knowledge)
    yield from membership_candidates(parsed, roles, knowledge)
    yield from example_candidates(parsed, roles, knowledge)
    yield from fellow_candidates(parsed, knowledge)
    yield from peer_candidates(parsed, roles, knowledge)
    yield from affiliation_candidates(parsed, knowledge)
    yield from part_candidates(parsed, roles, knowledge)
    yield from neighbour_candidates(parsed, knowledge)
    yield from background_candidates(entities, knowledge)
    yield from metonym_candidates(entities, knowledge)
    by_verbs = list(verb_candidates(parsed, knowledge))
    yield from by_verbs
    yield from noun_candidates(parsed, knowledge)
    yield from work_candidates(parsed, knowledge)
    yield from occasion_candidates(parsed, knowledge)
    yield from participant_candidates(parsed, knowledge)
    yield from venue_candidates(parsed, knowledge)
    yield from whereabout_candidates(parsed, knowledge)
    yield from stance_candidates(parsed, knowledge)
    yield from shown_stance_candidates(parsed, knowledge)
    yield from intended_stance_candidates(parsed, knowledge)
    in_speech = list(demand_candidates(parsed, speeches, knowledge))
    yield from in_speech
    demands = [*by_verbs, *in_speech]
    yield from demanded_stance_candidates(parsed, demands, by_verbs, knowledge)
    yield from appraisal_candidates(parsed, speeches, knowledge)
    yield from judging_noun_candidates(parsed, speeches, knowledge)
    yield from partisan_candidates(parsed, speeches, knowledge)
    yield from post_candidates(entities, roles, knowledge)
    yield from life_date_candidates(entities, roles, knowledge)
