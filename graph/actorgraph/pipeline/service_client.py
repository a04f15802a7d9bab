"""JSON from the one server that the user names: no other host is asked, whatever it answers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import SplitResult, urlencode, urljoin, urlsplit

from actorgraph.errors import ServiceError, UsageError
from actorgraph.version import VERSION

#: Seconds to wait for the server at each step.
TIMEOUT = 20.0
#: Bytes of the longest answer.
LONGEST_ANSWER = 10_000_000
#: Redirections within the host that are followed.
REDIRECTIONS = 3
_REDIRECTING = frozenset({301, 302, 303, 307, 308})
_OK = 200


@dataclass(frozen=True, slots=True)
class ServiceClient:
    """Asks one server.

    Attributes:
        url: Its address, absolute.
        timeout: Seconds to wait at each step.
    """

    url: str
    timeout: float = TIMEOUT

    def __post_init__(self) -> None:
        """Refuse what is no address of a web server.

        Raises:
            UsageError: naming what is wrong.
        """
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageError(
                f"{self.url!r} is no address; it begins with http:// or https://"
            )
        if "@" in parts.netloc:
            raise UsageError("the address must not contain a user name or a password")

    def ask(self, form: dict[str, str] | None = None) -> object:
        """Return the JSON that the server answers.

        Args:
            form: What is posted; None to get the address.

        Raises:
            ServiceError: if it cannot be reached, fails, sends elsewhere, or answers something
                else.
        """
        url = self.url
        most = REDIRECTIONS + 1
        for _ in range(most):
            address = urlsplit(url)
            answer, location = self._request(address, form)
            if location is None:
                return _parsed(answer)
            url = self._followed(url, location)
        raise ServiceError(f"{self.url} redirects more than {REDIRECTIONS} times")

    def _followed(self, url: str, location: str) -> str:
        """Return where a redirection leads, which must be the same host."""
        target = urljoin(url, location)
        host = urlsplit(self.url)
        other = urlsplit(target)
        is_elsewhere = other.hostname != host.hostname or other.port != host.port
        is_weaker = host.scheme == "https" and other.scheme != "https"
        if is_elsewhere or is_weaker:
            raise ServiceError(
                f"{self.url} redirects to {other.scheme}://{other.netloc}, which was not asked; "
                "if you trust it, give its address"
            )
        return target

    def _request(
        self, parts: SplitResult, form: dict[str, str] | None
    ) -> tuple[bytes, str | None]:
        """Return the answer to one request, or where it redirects to."""
        path = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        connection = kind(parts.hostname or "", parts.port, timeout=self.timeout)
        try:
            if form is None:
                connection.request("GET", path, headers=_headers())
            else:
                body = urlencode(form)
                connection.request("POST", path, body, _headers(posts=True))
            return self._answer(connection.getresponse())
        except TimeoutError as error:
            raise ServiceError(
                f"{self.url} did not answer within {self.timeout:g} seconds"
            ) from error
        except (OSError, HTTPException) as error:
            reason = (
                getattr(error, "strerror", None) or str(error) or type(error).__name__
            )
            raise ServiceError(f"cannot reach {self.url}: {reason}") from error
        finally:
            connection.close()

    def _answer(self, response: HTTPResponse) -> tuple[bytes, str | None]:
        location = response.getheader("Location")
        if response.status in _REDIRECTING and location:
            return b"", location
        if response.status != _OK:
            raise ServiceError(
                f"{self.url} answers {response.status} {response.reason}"
            )
        answer = response.read(LONGEST_ANSWER + 1)
        if len(answer) > LONGEST_ANSWER:
            raise ServiceError(f"{self.url} answers more than {LONGEST_ANSWER:,} bytes")
        return answer, None


def _headers(*, posts: bool = False) -> dict[str, str]:
    headers = {"Accept": "application/json", "User-Agent": f"actorgraph/{VERSION}"}
    if posts:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    return headers


def _parsed(answer: bytes) -> object:
    try:
        return json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise ServiceError("the service answers something that is not JSON") from error
