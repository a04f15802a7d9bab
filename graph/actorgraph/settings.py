"""Every threshold that a user may want to know: its value, its unit, why it has it, and on what it was measured."""

from __future__ import annotations

#: Claims below this confidence are kept but not drawn, not counted and not in the default graph.
CONFIDENCE_THRESHOLD = 0.5

#: Claims below this confidence are refused: ways of reading that were wrong two times in three and more.
CONFIDENCE_FLOOR = 0.3

#: Pseudo-counts that pull the confidence of a rarely seen method towards that of its template.
RELIABILITY_PRIOR_WEIGHT = 4.0

#: Confidence of a template that was never seen on annotated articles, such as one that a user's own ontology brings.
UNSEEN_CONFIDENCE = 0.6
