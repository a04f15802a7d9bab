"""In which manner an edge is stated, and whether it is weak or mere background knowledge."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from actorgraph.export.page.data.relation_words import QUIET_FAMILIES
from actorgraph.model import BACKGROUND_METHODS

#: How a relation is stated, in the order of the page's legend.
MANNERS = (
    "stated",
    "disputed",
    "denied",
    "planned",
    "possible",
    "alleged",
    "attributed",
    "demanded",
    "designate",
    "former",
)

Attributes = Mapping[str, Any]


def manner(facts: Attributes) -> str:
    """Return how an edge is stated: denial outranks modality, which outranks status.

    "attributed" is what only someone in the texts says.

    >>> manner({"polarity": "denied", "modality": "planned"})
    'denied'
    >>> manner({"modality": "asserted", "status": "former"})
    'former'
    >>> manner({"said_by": ["Dana Roth"], "accepted": False})
    'attributed'
    """
    if facts.get("polarity") == "denied":
        return "denied"
    if facts.get("modality", "asserted") != "asserted":
        return str(facts["modality"])
    if facts.get("status") in ("former", "designate"):
        return str(facts["status"])
    if facts.get("said_by") and not facts.get("accepted", True):
        return "attributed"
    return "disputed" if facts.get("polarity") == "mixed" else "stated"


def is_weak(facts: Attributes) -> bool:
    """Whether an edge is stated as a plain fact but is below the confidence threshold."""
    if facts.get("accepted", True):
        return False
    return manner(facts) in ("stated", "disputed")


def is_background(facts: Attributes, methods: Collection[str]) -> bool:
    """Whether an edge is background knowledge.

    Either no text says it, or it follows from other claims and only says where something is.

    Args:
        facts: Attributes of the edge.
        methods: How its claims were read.
    """
    if facts.get("derived") and facts.get("family") in QUIET_FAMILIES:
        return True
    if not methods:
        return False
    return BACKGROUND_METHODS.issuperset(methods)
