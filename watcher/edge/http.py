"""One HTTP request with a time limit, by the standard library: pings and push messages need no more. No policy, no retry."""

from __future__ import annotations

import base64
import ssl
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit, urlunsplit

from watcher.edge import tls
from watcher.edge.wire_text import readable_line

if TYPE_CHECKING:
    import urllib.request

#: Seconds that connecting, and each wait for octets, may take.
TIMEOUT_SECONDS = 10.0
MAX_ANSWER_OCTETS = 2_000


class HttpError(Exception):
    """No answer, or one that says no; the text is one line and names no URL, which may be a secret."""


def post_body(url: str, body: bytes, headers: Mapping[str, str], timeout: float = TIMEOUT_SECONDS) -> datetime | None:
    """POST, in this thread, until there is a 2xx answer: what the server's clock shows (RFC 9110 § 6.6.1), UTC; None: it does not say.
    HttpError: it did not go well.

    `url` is http or https; TLS is verified, and name and password in it are sent as RFC 7617 has it.
    """
    import http.client  # half a megabyte with the next two, which who pings and pushes nobody does without
    import urllib.error
    import urllib.request

    bare, authorization = _split_user(url)
    words = {"User-Agent": "watcher", **authorization, **headers}
    try:
        request = urllib.request.Request(bare, data=body, headers=words, method="POST")  # noqa: S310 (see _build_opener)
        with _build_opener().open(request, timeout=timeout) as answer:
            answer.read(MAX_ANSWER_OCTETS)
            return _parse_date(answer.headers.get("Date"))
    except urllib.error.HTTPError as error:
        with error:
            said = readable_line(error.read(MAX_ANSWER_OCTETS).decode("utf-8", "replace"))[:200]
        raise HttpError(f"the server answered {error.code} {said}".rstrip()) from None
    except urllib.error.URLError as error:
        reason = error.reason
        raise HttpError(
            tls.describe_error(reason) if isinstance(reason, Exception) else readable_line(reason)
        ) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise HttpError(tls.describe_error(error)) from None


def _build_opener() -> urllib.request.OpenerDirector:
    """For http and https alone: a redirection leads to no file of this machine."""
    import urllib.request  # as above

    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=_tls_context()),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _tls_context() -> ssl.SSLContext:
    return tls.shared_context(None)


def _split_user(url: str) -> tuple[str, dict[str, str]]:
    parts = urlsplit(url)
    if parts.username is None:
        return url, {}
    words = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    bare = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    return bare, {"Authorization": f"Basic {base64.b64encode(words.encode()).decode()}"}


def _parse_date(value: str | None) -> datetime | None:
    try:
        found = parsedate_to_datetime(value) if value else None
    except ValueError:
        return None
    return found.astimezone(UTC) if found is not None and found.tzinfo is not None else None
