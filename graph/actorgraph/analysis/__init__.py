"""From claims to a network, and from the network to answers.

``build_network`` draws the claims of a corpus as a multigraph, ``annotate`` measures it, and ``questions`` answers what
an analyst asks, each answer with its quotes.
"""

from __future__ import annotations

from actorgraph.analysis.measures import annotate
from actorgraph.analysis.network import build_network
from actorgraph.analysis.projection import simple_projection

__all__ = ["annotate", "build_network", "simple_projection"]
