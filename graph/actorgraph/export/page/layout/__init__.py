"""How large the actors are and where they are drawn.

Records of nodes and edges enter, radii and points in pixels leave, the same every time.
"""

from actorgraph.export.page.layout.picture import (
    LABEL,
    LARGEST,
    SMALLEST,
    computed_points,
    ends_of,
    given_points,
    is_firm,
    sizes,
)

__all__ = [
    "LABEL",
    "LARGEST",
    "SMALLEST",
    "computed_points",
    "ends_of",
    "given_points",
    "is_firm",
    "sizes",
]
