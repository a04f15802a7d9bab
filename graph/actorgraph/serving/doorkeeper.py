"""Who may ask: the first thing that every request meets, and the last that every answer passes.

A page of another site can make a browser send requests to this machine.  It cannot make them name
this server as their host and have no foreign origin, so whatever does is refused before it is read.
"""

from __future__ import annotations

import base64
import binascii
import secrets
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders

from actorgraph.serving.problems import Problem
from actorgraph.serving.responses import problem_response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from actorgraph.serving.server_options import ServerOptions

#: Names by which programs of this machine call it.
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
READING = frozenset({"GET", "HEAD", "OPTIONS"})
#: What a browser says of a request that comes from this server's own pages, or from nowhere.
OWN_SITE = frozenset({"same-origin", "none"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{}; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
#: For pages with a library that makes style elements of its own: the editor, the map.
STYLED_POLICY = _POLICY.format(" 'unsafe-inline'")
#: Headers of every answer: no script, frame or form but our own, and no guessing of types.
SECURITY_HEADERS = {
    "Content-Security-Policy": _POLICY.format(""),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-cache",
}


class Doorkeeper:
    """ASGI middleware that refuses requests of strangers.

    Args:
        app: Answers the others.
        options: Who is no stranger.
    """

    def __init__(self, app: ASGIApp, options: ServerOptions) -> None:
        self._app = app
        self._options = options

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or have it answered."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get("origin", "")
        is_guest = origin in self._options.origins
        guarded = _with_headers(send, origin if is_guest else "")
        try:
            self._check(scope, headers, is_guest=is_guest)
        except Problem as problem:
            await problem_response(problem, scope)(scope, receive, guarded)
            return
        if is_guest and scope["method"] == "OPTIONS":
            await _preflight_answer(scope, receive, guarded)
            return
        await self._app(scope, receive, guarded)

    def _check(self, scope: Scope, headers: Headers, *, is_guest: bool) -> None:
        host = headers.get("host", "")
        if self._options.is_loopback and _name(host) not in LOOPBACK_NAMES:
            raise Problem(
                421, "this server answers to localhost and to the address it listens at"
            )
        if not is_guest:
            _check_origin(scope, headers, host)
        is_preflight = is_guest and scope["method"] == "OPTIONS"
        if not self._options.is_loopback and not is_preflight:
            check_token(headers, self._options.token, kinds=("bearer", "basic"))


def check_token(headers: Headers, token: str, kinds: Iterable[str]) -> None:
    """Refuse a request that does not present the token.

    Args:
        headers: Of the request.
        token: What it has to present; nobody may pass if it is "".
        kinds: How it may be presented: ``bearer``; or ``basic``, as a password, which browsers
            send by themselves once they have it.

    Raises:
        Problem: 401 if it is missing or wrong, 403 if there is none.
    """
    if not token:
        raise Problem(
            403, "this server only reads; start it with --token-file to judge"
        )
    kind, _, credentials = headers.get("authorization", "").partition(" ")
    presented = credentials.strip()
    if kind.lower() == "basic":
        presented = _password(presented)
    is_right = secrets.compare_digest(presented.encode(), token.encode())
    if kind.lower() not in kinds or not is_right:
        challenge = ", ".join(f'{kind.title()} realm="actorgraph"' for kind in kinds)
        raise Problem(
            401, "present the token of this server", {"WWW-Authenticate": challenge}
        )


def _password(credentials: str) -> str:
    try:
        text = base64.b64decode(credentials, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return text.partition(":")[2]


def _check_origin(scope: Scope, headers: Headers, host: str) -> None:
    """Refuse what a page of another site makes a browser send, unless it is a link to a page."""
    own_origin = f"{scope['scheme']}://{host}"
    origin = headers.get("origin", own_origin)
    is_foreign = origin != own_origin
    site = headers.get("sec-fetch-site", "none")
    is_navigation = headers.get("sec-fetch-mode") == "navigate"
    is_link = is_navigation and scope["method"] in READING
    if is_foreign or (site not in OWN_SITE and not is_link):
        raise Problem(
            403, "pages of other sites may not ask this server; allow one with --cors"
        )


def _name(host: str) -> str:
    """Return the name of a Host header without its port; "" if it is none.

    >>> _name("localhost:7878"), _name("[::1]:80"), _name("localhost@evil.example")
    ('localhost', '::1', '')
    """
    try:
        parts = urlsplit(f"//{host}")
    except ValueError:
        return ""
    is_plain = parts.netloc == host and "@" not in host
    return parts.hostname or "" if is_plain else ""


def _with_headers(send: Send, guest: str) -> Send:
    """Return a ``send`` that adds the headers of every answer, and those for a guest's page."""

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in SECURITY_HEADERS.items():
                headers.setdefault(name, value)
            if guest:
                headers["Access-Control-Allow-Origin"] = guest
                headers["Cross-Origin-Resource-Policy"] = "cross-origin"
                headers.add_vary_header("Origin")
        await send(message)

    return guarded


async def _preflight_answer(scope: Scope, receive: Receive, send: Send) -> None:
    from starlette.responses import Response

    allowed = {
        "Access-Control-Allow-Methods": "GET, POST",
        "Access-Control-Allow-Headers": "Accept, Authorization, Content-Type",
        "Access-Control-Max-Age": "600",
    }
    await Response(status_code=204, headers=allowed)(scope, receive, send)
