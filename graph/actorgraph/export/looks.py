"""How a node is drawn in other programs: its colour by community, its size by importance."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

#: Colours that readers with any colour vision can tell apart, for the largest communities (M. Okabe and K. Ito,
#: Color Universal Design, 2008); smaller communities share the last one, grey.
PALETTE = (
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#CC79A7",
    "#56B4E9",
    "#D55E00",
    "#F0E442",
    "#999999",
)
#: Diameters of the least and the most important node, in Gephi's units.
LEAST_SIZE, LARGEST_SIZE = 6.0, 40.0


def colour(node: Mapping[str, Any]) -> str:
    """Colour of a measured node, as ``#RRGGBB``."""
    return PALETTE[min(node["community"], len(PALETTE) - 1)]


def size(node: Mapping[str, Any], most: float) -> float:
    """Diameter of a node: its area grows with its PageRank, of which ``most`` is the highest."""
    share = math.sqrt(importance(node) / most) if most else 0.0
    return round(LEAST_SIZE + (LARGEST_SIZE - LEAST_SIZE) * share, 2)


def importance(node: Mapping[str, Any]) -> float:
    """PageRank of a node."""
    return float(node["pagerank"])
