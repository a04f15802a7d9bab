"""The interactive page: one file that opens anywhere, needs no network and proves every edge.

pyvis has the model and renders the template; the page itself is ours, because names and quotes
come from strangers.  They reach the page as JSON in a block that is never executed, the only
scripts allowed are the two whose sums the content security policy names, and panels are filled
with ``textContent``.
"""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, BinaryIO

from actorgraph.export.page.script import (
    LIBRARY,
    WEB,
    page_script,
    style,
    web_file,
)
from actorgraph.export.registry import Content, Exporter, Material
from actorgraph.process_limits import collector_at_rest

if TYPE_CHECKING:
    from jinja2 import Environment

    from actorgraph.export.page.data import Payload


def write_html(material: Material, out: BinaryIO) -> None:
    """Write the page as UTF-8.

    Node size shows how often the texts name an actor, node colour the community, shape the type;
    edge colour the family of the relation.  Posts, dates and what no text says are hidden until
    they are asked for.  Equal material gives equal bytes.  An empty network gives a page that says
    that it is empty.
    """
    out.write(page_of(material).encode("utf-8", "replace"))


def page_of(material: Material) -> str:
    """Return the page as text."""
    with collector_at_rest():
        return render(material.payload)


def render(payload: Payload) -> str:
    """Return the page of a payload, through pyvis' model and our own template."""
    from pyvis.network import Network

    network = Network(
        directed=True, cdn_resources="in_line", heading=payload["tables"]["title"]
    )
    network.nodes, network.edges = payload["nodes"], payload["edges"]
    network.options = {"physics": {"enabled": False}}
    network.templateEnv, network.path = _environment(payload), "page.html.j2"
    return str(network.generate_html())


def _environment(payload: Payload) -> Environment:
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(WEB),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {
        "separators": (",", ":"),
        "ensure_ascii": False,
    }
    scripts = [web_file(LIBRARY), page_script()]
    hashes = [f"'sha256-{_sum(script)}'" for script in scripts]
    environment.globals.update(
        scripts=list(map(Markup, scripts)),
        style=Markup(style()),  # noqa: S704  our own file
        hashes=Markup(" ".join(hashes)),  # noqa: S704  made of our own scripts
        tables=payload["tables"],
    )
    return environment


def _sum(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return base64.b64encode(digest).decode("ascii")


EXPORTER = Exporter(
    name="html",
    title="Interactive page",
    file_name="graph.html",
    write=write_html,
    opens="a browser",
    keeps=frozenset(Content) - {Content.UNRELATED},
)
