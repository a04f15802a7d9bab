"""Every threshold that a user may want to know.

Each with its value, its unit, its reason, and on what it was measured.
"""

from __future__ import annotations

from enum import StrEnum


class ReaderMode(StrEnum):
    """Who proposes names and claims: the rules, the learned model, or both."""

    RULES = "rules"
    MODEL = "model"
    BOTH = "both"


#: Claims below this confidence are kept but not drawn, not counted and not in the default graph.
CONFIDENCE_THRESHOLD = 0.5

#: Claims below this confidence are refused.  Of those above it, three in four are right on the
#: articles that are read most closely; at 0.5, four in five are, but every tenth right one is lost.
CONFIDENCE_FLOOR = 0.4

#: Pseudo-counts that pull the confidence of a rarely seen method towards that of its template.
RELIABILITY_PRIOR_WEIGHT = 12.0

#: Confidence of a template that was never seen on annotated articles, such as one that a user's own
#: ontology brings.
UNSEEN_CONFIDENCE = 0.6

#: Of two actors, the learned reader proposes every relation that it finds at least this probable …
LEARNED_SURE = 0.5

#: … or, where there is none, the most probable one, if that is at least this probable.
LEARNED_FLOOR = 0.25

#: A pronoun means whom the learned reader says if that is at least this likely; else the grammar
#: decides.
PRONOUN_CERTAINTY = 0.5

#: A word tells that something is said if the learned reader finds that so many times as likely as
#: that it does not: at 1, a fifth more was wrong in closely read articles, at 5 a twelfth less was
#: found in others.
CUE_ODDS = 2.0

# Resolution.  The scores order pairs of actors by how strong the reason to join them is (0–1); they
# are no probabilities.  They were set by hand so that a reason that was right more often on two
# sets of news articles comes first, with room between two neighbours.

#: Two actors are one Wikidata item: certain.
SAME_ITEM_SCORE = 1.0
#: They have a name in common that identifies its bearer.
SAME_NAME_SCORE = 0.95
#: The name of one is another name of the other: an acronym that its text explains, another full
#: name.
SAME_ALIAS_SCORE = 0.9
#: "J. Marsh" and "John Marsh".
INITIAL_SCORE = 0.8
#: "John Marsh" and "John A. Marsh".
MIDDLE_NAME_SCORE = 0.75
#: "Marsh" and "John Marsh".
SURNAME_SCORE = 0.7
#: The same name, but one that fits many, such as a lone surname.
COMMON_NAME_SCORE = 0.65
#: The same name of two types, "John Marsh" and "John Marsh Jr.", an acronym whose letters fit:
#: weakest reasons to ask.
WEAK_SCORE = 0.6
#: Names that are spelled alike have this times their similarity (0–1), which stays below an initial
#: that fits.
SPELLING_WEIGHT = 0.85
#: A pair of actors with a lower score is not worth a person's time; it is not listed as a doubt.
DOUBT_FLOOR = 0.6
#: Similarity (0–1, Jaro-Winkler) that each word must have for two spellings of a name; Mueller and
#: Muller have 0.917.
SPELLING_SIMILARITY = 0.91
