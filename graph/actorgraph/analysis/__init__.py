"""The network of the claims, its measures, and the questions that an analyst asks.

``build_network`` draws the claims of a corpus as a multigraph and ``annotate`` measures it. The
package ``questions`` answers questions about both; every answer carries its quotes.
"""

from __future__ import annotations

from actorgraph.analysis.measures import annotate
from actorgraph.analysis.network import build_network
from actorgraph.analysis.projection import simple_projection

__all__ = ["annotate", "build_network", "simple_projection"]
