"""How other programs draw a node: its colour by community, its size by importance."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

#: Colours that readers with any colour vision can distinguish, for the largest communities
#: (M. Okabe and K. Ito, Color Universal Design, 2008); smaller communities share the last, grey.
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
#: The community of an actor that no claim relates; it has the colour of the smallest ones.
NO_COMMUNITY = -1
#: Diameters of the least and the most important node, in Gephi's units.
LEAST_SIZE, LARGEST_SIZE = 6.0, 40.0


def colour(node: Mapping[str, Any]) -> str:
    """Return the colour of a node with a ``community``, as ``#RRGGBB``.

    >>> colour({"community": 0}), colour({"community": 400})
    ('#0072B2', '#999999')
    """
    return PALETTE[min(node["community"], len(PALETTE) - 1)]


def size(node: Mapping[str, Any], most: float) -> float:
    """Return the diameter of a node; its area grows with its importance.

    Args:
        node: Attributes of a measured node.
        most: The importance of the most important node.
    """
    share = math.sqrt(importance(node) / most) if most else 0.0
    return round(LEAST_SIZE + (LARGEST_SIZE - LEAST_SIZE) * share, 2)


def importance(node: Mapping[str, Any]) -> float:
    """Return the PageRank of a measured node, 0–1."""
    return float(node["pagerank"])


def most_important(network: nx.MultiDiGraph) -> float:
    """Return the highest importance in a measured network; 0 of an empty one."""
    ranks = [importance(node) for _, node in network.nodes(data=True)]
    return max(ranks, default=0.0)
