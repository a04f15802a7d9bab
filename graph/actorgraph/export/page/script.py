"""The page's script: its files in order, with the data that they share.

The files of the picture need no browser; ``figure.py`` runs them alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

WEB = Path(__file__).parent / "web"
LIBRARY = "vis-network.min.js"
#: What is drawn, and how.
PICTURE_PARTS = (
    "data",
    "pieces",
    "filters",
    "joining",
    "decisions",
    "talk",
    "visible",
    "looks",
    "captions",
    "boxes",
    "grid",
    "spots",
    "placing",
    "letters",
    "figure",
    "key",
    "atlas",
    "svg",
    "pdf",
)
#: What the reader does with it.
PAGE_PARTS = (
    "kept",
    "places",
    "selecting",
    "judging",
    "correcting",
    "map",
    "names",
    "motion",
    "choosing",
    "focus",
    "address",
    "panel",
    "claims",
    "speech",
    "article",
    "path",
    "pairs",
    "story",
    "telling",
    "time",
    "legend",
    "search",
    "table",
    "roaming",
    "saving",
    "picture",
    "start",
)
#: A comment on lines of its own; in a page of a hundred claims they would be a thirtieth.
COMMENT = re.compile(r"^ *(?:/\*\*[^*]*(?:\*(?!/)[^*]*)*\*/|//.*)\n", re.MULTILINE)
_PAYLOAD = 'JSON.parse(document.getElementById("data")?.textContent ?? "")'


def page_script() -> str:
    """Return the page's own script, as the page contains it: one function, no comments."""
    body = COMMENT.sub("", _joined((*PICTURE_PARTS, *PAGE_PARTS)))
    return f'"use strict";\n((payload) => {{\n{body}}})({_PAYLOAD});\n'


def picture_script() -> str:
    """Return a script whose value is a function that draws a payload.

    The function takes the payload, the caption, the size and the name of a format as JSON; it
    returns text, "" where a PDF would lack letters.
    """
    body = _joined(PICTURE_PARTS)
    end = "return { svg: svgOf, pdf: pdfOf }[format](figure);"
    figure = "const figure = firstFigure({ ...firstCaption(caption.places), ...caption }, size);"
    arguments = "{ payload, caption, size, format }"
    return (
        f'"use strict";\n(text) => (({arguments}) => {{\n{body}'
        f"{figure}\n{end}\n}})(JSON.parse(text));\n"
    )


def style() -> str:
    """Return the style sheet, with the colours of both schemes."""
    palette = json.loads(web_file("palette.json"))
    light, dark = map(_properties, (palette["light"], palette["dark"]))
    return (
        f":root {{ {light} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
        f"{web_file('page.css')}"
    )


def web_file(name: str) -> str:
    """Return the text of a file of the page."""
    return (WEB / name).read_text(encoding="utf-8")


def _properties(colours: dict[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in colours.items())


def _joined(parts: Iterable[str]) -> str:
    shared = f"const PALETTE = {web_file('palette.json')};\n"
    letters = f"const LETTERS = {web_file('letters.json')};\n"
    scripts = [web_file(f"script/{part}.js") for part in parts]
    return shared + letters + "\n".join(scripts)
