"""How large the actors are and where they are drawn.

Records of nodes and edges enter, radii and points in pixels leave, the same every time.
"""

from actorgraph.export.page.layout.picture import (
    LABEL,
    LARGEST,
    SMALLEST,
    computed_points,
    given_points,
    sizes,
)

__all__ = [
    "LABEL",
    "LARGEST",
    "SMALLEST",
    "computed_points",
    "given_points",
    "sizes",
]
