"""Pictures for publication: SVG, PDF and PNG of what the page opens with.

The page's own script draws them, so that a picture saved from the page and one written here are
the same.  An embedded JavaScript engine runs it, without a browser; letters are outlines.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

from actorgraph.errors import UsageError
from actorgraph.export.page.script import picture_script
from actorgraph.export.registry import Content, Exporter, Material

if TYPE_CHECKING:
    from collections.abc import Callable

#: The part of the picture that is the map, in pixels.
WIDTH, HEIGHT = 1200, 800
#: Pixels of a PNG file to one of the picture's, unless the caption says otherwise.
SHARPNESS = 2


def drawing(material: Material, form: str) -> str:
    """Return the picture as ``svg`` or ``pdf``, whose characters are one byte each.

    Raises:
        UsageError: if a name has letters without outlines, which PDF could not show.
    """
    import quickjs

    draw: Callable[[str], str] = quickjs.Context().eval(picture_script())
    request = {
        "payload": material.payload,
        "caption": dict(material.caption),
        "size": {"width": WIDTH, "height": HEIGHT},
        "format": form,
    }
    picture = draw(json.dumps(request))
    if not picture:
        raise UsageError(
            f"a name in this picture is not in Latin letters, which {form} cannot hold; "
            "export svg and print it from a browser"
        )
    return picture


def _write_svg(material: Material, target: BinaryIO) -> None:
    target.write(drawing(material, "svg").encode("utf-8"))


def _write_pdf(material: Material, target: BinaryIO) -> None:
    target.write(drawing(material, "pdf").encode("latin-1"))


def _write_png(material: Material, target: BinaryIO) -> None:
    import resvg_py

    svg = drawing(material, "svg")
    sharpness = float(material.caption.get("sharpness", SHARPNESS))
    target.write(resvg_py.svg_to_bytes(svg_string=svg, zoom=sharpness))


#: A picture keeps where the actors are, and how their relations are stated.
_SHOWN = frozenset({Content.RESERVED, Content.PLACES})

#: The formats that have a caption, in the order in which help lists them.
EXPORTERS = (
    Exporter(
        "svg",
        "Picture as SVG, for the web",
        "graph.svg",
        _write_svg,
        has_caption=True,
        opens="browsers, drawing programs",
        keeps=_SHOWN,
    ),
    Exporter(
        "pdf",
        "Picture as PDF, to print",
        "graph.pdf",
        _write_pdf,
        has_caption=True,
        opens="printers, drawing programs",
        keeps=_SHOWN,
    ),
    Exporter(
        "png",
        "Picture as PNG, for documents and web pages",
        "graph.png",
        _write_png,
        has_caption=True,
        opens="everything that shows pictures",
        keeps=_SHOWN,
    ),
)
