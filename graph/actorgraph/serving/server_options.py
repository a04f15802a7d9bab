"""How a graph is served."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from actorgraph.errors import UsageError

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 7878
#: Seconds that an answer may take: a person who waits longer has gone away.
DEFAULT_SECONDS = 10.0
#: Rows or triples of an answer.
DEFAULT_ROWS = 50_000
#: Bytes that one query may take, enough for any named question about 100,000 claims.  All queries
#: that run at once, and the readers of the corpus, stay below 2 GB.
QUERY_MEMORY = 400 << 20
#: Queries that run at the same time; on a machine with more processors, more would help.
QUERIES_AT_ONCE = 3
#: How many of them may be long ones; more have to wait, so that short ones find a worker.
LONG_QUERIES_AT_ONCE = 2
#: Workers that answer other questions from parts of the store.
READERS = 2
#: Bytes of a query that a client may send, and of a file of judgements.
LONGEST_QUERY = 200_000
LONGEST_JUDGEMENTS = 1_000_000
#: Seconds in which a client must have sent a request.
SENDING_SECONDS = 10.0
#: Connections at the same time.
CONNECTIONS = 256
#: Characters that a token needs at least: fewer can be guessed.
SHORTEST_TOKEN = 16


@dataclass(frozen=True, slots=True)
class ServerOptions:
    """How a graph is served.

    Attributes:
        folder: The graph folder.
        host: Address that the server listens at.
        port: Its port; 0 for any that is free.
        token: What a client has to present to write, and to read unless the address is a loopback
            one; "" if nobody may write.
        origins: Origins of other pages that may ask, such as ``https://desk.example``.
        judgements: The file of decisions; None for the one beside the graph folder.
        seconds: Time limit of an answer.
        rows: Maximum number of rows or triples of an answer.
    """

    folder: Path
    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    token: str = ""
    origins: tuple[str, ...] = ()
    judgements: Path | None = None
    seconds: float = DEFAULT_SECONDS
    rows: int = DEFAULT_ROWS

    @property
    def is_loopback(self) -> bool:
        """Whether only programs of this machine can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    def check(self) -> None:
        """Refuse what would expose the graph or cannot work.

        Raises:
            UsageError: naming the option.
        """
        from actorgraph.dataset.queries import check_limits

        check_limits(self.seconds, self.rows)
        if not self.is_loopback and not self.token:
            raise UsageError(
                f"--host {self.host} can be reached from other machines; "
                "give a token that clients must present: --token-file FILE"
            )
        if self.token and len(self.token) < SHORTEST_TOKEN:
            raise UsageError(
                f"the token has {len(self.token)} characters; "
                f"at least {SHORTEST_TOKEN} are needed"
            )
        for origin in self.origins:
            if not origin.startswith(("http://", "https://")) or origin.count("/") != 2:
                raise UsageError(
                    f"--cors {origin} is not an origin; write it like https://desk.example"
                )
