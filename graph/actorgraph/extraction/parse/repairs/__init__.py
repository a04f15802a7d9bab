"""Repairs of what the parser gets wrong, each of one wording; ``mend_trees`` has their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.repairs.bracketed_verbs import (
    attach_bracketed_verbs,
)
from actorgraph.extraction.parse.repairs.clause_subjects import (
    attach_clause_subjects,
    attach_reported_relatives,
)
from actorgraph.extraction.parse.repairs.colon_lists import attach_colon_lists
from actorgraph.extraction.parse.repairs.days_before_subjects import (
    attach_days_before_subjects,
)
from actorgraph.extraction.parse.repairs.divided_names import join_divided_names
from actorgraph.extraction.parse.repairs.fronted_appositions import (
    attach_fronted_appositions,
)
from actorgraph.extraction.parse.repairs.headline_lists import attach_headline_lists
from actorgraph.extraction.parse.repairs.inserted_clauses import attach_inserted_clauses
from actorgraph.extraction.parse.repairs.inverted_speakers import (
    attach_inverted_speakers,
)
from actorgraph.extraction.parse.repairs.late_agents import attach_late_agents
from actorgraph.extraction.parse.repairs.late_examples import attach_examples
from actorgraph.extraction.parse.repairs.late_lists import (
    attach_late_agents_of_lists,
    attach_late_lists,
)
from actorgraph.extraction.parse.repairs.late_names import attach_late_names
from actorgraph.extraction.parse.repairs.late_reasons import attach_late_reasons
from actorgraph.extraction.parse.repairs.late_subjects import attach_late_subjects
from actorgraph.extraction.parse.repairs.lettered_bodies import attach_lettered_bodies
from actorgraph.extraction.parse.repairs.lost_appositions import attach_lost_appositions
from actorgraph.extraction.parse.repairs.lost_goals import attach_lost_goals
from actorgraph.extraction.parse.repairs.lost_particles import attach_lost_particles
from actorgraph.extraction.parse.repairs.lost_passives import attach_lost_passives
from actorgraph.extraction.parse.repairs.lost_speakers import attach_lost_speakers
from actorgraph.extraction.parse.repairs.lost_verbs import attach_lost_verbs
from actorgraph.extraction.parse.repairs.negated_objects import attach_negations
from actorgraph.extraction.parse.repairs.outer_verbs import attach_outer_verbs
from actorgraph.extraction.parse.repairs.payees import attach_payees
from actorgraph.extraction.parse.repairs.questions import attach_questions
from actorgraph.extraction.parse.repairs.second_relatives import attach_second_relatives
from actorgraph.extraction.parse.repairs.states_of_places import attach_states_of_places
from actorgraph.extraction.parse.repairs.times_between import attach_after_times
from actorgraph.extraction.parse.repairs.titled_subjects import (
    attach_titled_appositions,
    attach_titled_objects,
    attach_titled_subjects,
)
from actorgraph.extraction.parse.repairs.whose_clauses import attach_whose_clauses

if TYPE_CHECKING:
    from spacy.tokens import Doc


def mend_trees(doc: Doc) -> Doc:
    """Mend the trees of a parsed text, in place; later repairs build on earlier ones."""
    attach_lost_verbs(doc)
    attach_bracketed_verbs(doc)
    attach_late_lists(doc)
    attach_colon_lists(doc)
    attach_late_agents_of_lists(doc)
    attach_headline_lists(doc)
    attach_lost_goals(doc)
    attach_lost_particles(doc)
    attach_days_before_subjects(doc)
    join_divided_names(doc)
    attach_lost_speakers(doc)
    attach_lost_passives(doc)
    attach_titled_subjects(doc)
    attach_titled_appositions(doc)
    attach_titled_objects(doc)
    attach_lettered_bodies(doc)
    attach_whose_clauses(doc)
    attach_second_relatives(doc)
    attach_questions(doc)
    attach_outer_verbs(doc)
    attach_late_reasons(doc)
    attach_inverted_speakers(doc)
    attach_inserted_clauses(doc)
    attach_late_subjects(doc)
    attach_lost_appositions(doc)
    attach_fronted_appositions(doc)
    attach_clause_subjects(doc)
    attach_reported_relatives(doc)
    attach_late_names(doc)
    attach_states_of_places(doc)
    attach_after_times(doc)
    attach_examples(doc)
    attach_payees(doc)
    attach_negations(doc)
    return attach_late_agents(doc)
