"""A client of the SPARQL 1.1 Graph Store HTTP Protocol: whole graphs go to a store and come back.

Graphs travel as N-Triples.  Only the host that the user names is spoken to: a redirection is an
error.  A store that is busy or cannot be reached for a moment is asked again, later each time.
"""

from __future__ import annotations

import time
import urllib.request
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import IO, TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit

from actorgraph.errors import StoreError, UsageError

if TYPE_CHECKING:
    from email.message import Message

N_TRIPLES = "application/n-triples"
#: Method → its headers; Virtuoso refuses those that say what cannot come or go.
_HEADERS: dict[str, dict[str, str]] = {
    "GET": {"Accept": N_TRIPLES},
    "PUT": {"Content-Type": N_TRIPLES},
    "POST": {"Content-Type": N_TRIPLES},
    "DELETE": {},
}
#: Answers of a store that is busy.
_BUSY = frozenset({429, 502, 503, 504})
#: Answers of a store that does not let this user do this.
_FORBIDDEN = frozenset({401, 403})
_NOT_FOUND = 404
#: How often a request is sent, and the seconds before the second time, which double.
ATTEMPTS = 5
FIRST_PAUSE = 0.5
#: Seconds to wait for an answer.
PATIENCE = 120
#: Maximum length of what a store says is wrong.
_LONGEST = 200


@dataclass(frozen=True)
class GraphStore:
    """A store at an address.

    Attributes:
        address: Where it speaks the protocol: ``http://localhost:7878/store``.
        user: Name to log in with, if any.
        password: Never part of a message.
        pause: Called with seconds to wait.
    """

    address: str
    user: str | None = None
    password: str = field(default="", repr=False)
    pause: Callable[[float], object] = time.sleep

    def __post_init__(self) -> None:
        """Check the address.

        Raises:
            UsageError: if it is none, or has a password in it.
        """
        parts = urlsplit(self.address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageError(
                "the address of a store begins with http:// or https:// and a host, such as "
                "http://localhost:7878/store"
            )
        if parts.username or parts.password:
            raise UsageError(
                "the address has a user name or password in it: give --user, and the password in "
                "the environment variable ACTORGRAPH_STORE_PASSWORD"
            )

    def get(self, graph: str | None) -> str:
        """Return the lines of a graph; none of one that the store does not have.

        Args:
            graph: Its IRI; None is the default graph.

        Raises:
            StoreError: if the store cannot be reached or refuses.
        """
        answer = self._ask("GET", graph)
        return answer.decode()

    def is_empty(self, graph: str | None) -> bool:
        """Whether a graph has no statement, as far as its first bytes show."""
        beginning = self._ask("GET", graph, most=1)
        return not beginning

    def put(self, graph: str | None, lines: Iterable[str]) -> None:
        """Replace a graph.

        Args:
            graph: Its IRI; None is the default graph.
            lines: N-Triples without line ends.

        Raises:
            StoreError: if the store cannot be reached or refuses.
        """
        body = _body(lines)
        self._ask("PUT", graph, body)

    def post(self, graph: str | None, lines: Iterable[str]) -> None:
        """Add to a graph; the arguments are those of ``put``."""
        body = _body(lines)
        self._ask("POST", graph, body)

    def delete(self, graph: str | None) -> None:
        """Remove a graph, if the store has it."""
        self._ask("DELETE", graph)

    def _ask(
        self,
        method: str,
        graph: str | None,
        body: bytes | None = None,
        most: int | None = None,
    ) -> bytes:
        """Send a request until the store answers it, and return the body of the answer."""
        for attempt in range(ATTEMPTS):
            is_last = attempt + 1 == ATTEMPTS
            try:
                with self._opened(method, graph, body) as answer:
                    return answer.read() if most is None else answer.read(most)
            except HTTPError as error:
                with closing(error):
                    if error.code == _NOT_FOUND and method in ("GET", "DELETE"):
                        return b""
                    if is_last or error.code not in _BUSY:
                        raise self._refusal(error) from error
            except (URLError, OSError, HTTPException) as error:
                if is_last:
                    raise self._silence(error) from error
            self.pause(FIRST_PAUSE * 2**attempt)
        raise AssertionError("the last attempt returns or raises")

    def _opened(self, method: str, graph: str | None, body: bytes | None) -> IO[bytes]:
        target = "default" if graph is None else f"graph={quote(graph, safe='')}"
        joint = "&" if urlsplit(self.address).query else "?"
        request = urllib.request.Request(  # noqa: S310  the scheme was checked
            f"{self.address}{joint}{target}",
            data=body,
            method=method,
            headers=_HEADERS[method],
        )
        answer: IO[bytes] = self._opener().open(request, timeout=PATIENCE)
        return answer

    def _opener(self) -> urllib.request.OpenerDirector:
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        if self.user is not None:
            passwords.add_password(None, self.address, self.user, self.password)
        return urllib.request.build_opener(
            _NoRedirection,
            _Digest(passwords),
            _Basic(passwords),
        )

    def _refusal(self, error: HTTPError) -> StoreError:
        if error.code in _FORBIDDEN:
            return StoreError(
                f"the store at {self.address} does not let this user write or read "
                f"({error.code}): give --user, and the password in ACTORGRAPH_STORE_PASSWORD"
            )
        said = " ".join(error.read(_LONGEST).decode("utf-8", "replace").split())
        printable = "".join(filter(str.isprintable, said))
        return StoreError(
            f"the store at {self.address} refuses ({error.code}): {printable or error.reason}"
        )

    def _silence(self, error: Exception) -> StoreError:
        cause = getattr(error, "reason", error)
        reason = getattr(cause, "strerror", None) or cause
        return StoreError(
            f"no store answers at {self.address} ({reason}): start it, or check the address"
        )


class _Closing:
    """Closes the answer that asks for a password, which urllib forgets."""

    def http_error_401(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
    ) -> IO[bytes] | None:
        """Send the request again with the password."""
        answer: IO[bytes] | None
        try:
            answer = super().http_error_401(req, fp, code, msg, headers)  # type: ignore[misc]
        finally:
            fp.close()
        return answer


class _Digest(_Closing, urllib.request.HTTPDigestAuthHandler):
    """Logs in without sending the password."""


class _Basic(_Closing, urllib.request.HTTPBasicAuthHandler):
    """Logs in where a store asks for the password itself."""


class _NoRedirection(urllib.request.HTTPRedirectHandler):
    """Makes an error of a redirection: it may lead to a host that the user did not name."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> None:
        """Follow no redirection."""


def _body(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
