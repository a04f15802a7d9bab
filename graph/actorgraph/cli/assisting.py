"""The command for assistants: mcp."""

from __future__ import annotations

from actorgraph.cli.commands import example
from actorgraph.cli.parameters import DEFAULT_FOLDER, Folder


@example("actorgraph mcp -g output")
def mcp(graph: Folder = DEFAULT_FOLDER) -> None:
    """Serve the graph to an assistant over the Model Context Protocol.

    It speaks over standard input and output, only reads, and opens no port. Needs the extra:
    pip install 'actorgraph[mcp]'.
    """
    from actorgraph.mcp_server import server

    server(graph).run("stdio")
