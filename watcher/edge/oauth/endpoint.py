"""The token endpoint over HTTP: a form is posted, JSON comes back (RFC 6749 § 3.2). Blocks; follows no redirect; keeps nothing."""

from __future__ import annotations

import base64
import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from http.client import HTTPException, HTTPMessage
from typing import IO, Any

from watcher.edge import tls
from watcher.edge.credentials import TokenError
from watcher.edge.oauth.error_texts import explain_refusal
from watcher.edge.wire_text import readable_line

#: Seconds the provider may keep us waiting for an octet.
TIMEOUT_SECONDS = 20.0
#: Octets of an answer that are read; real ones have two to eight thousand.
MAX_ANSWER_OCTETS = 256 * 1024

Answer = dict[str, Any]


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A form with secrets in it is not sent on to wherever somebody points."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        return None


def post_form(
    url: str, form: Mapping[str, str], *, ca: str | None = None, basic: tuple[str, str] | None = None
) -> Answer:
    """The JSON object of a good answer. TokenError: the provider said no, said nothing, or cannot be reached.

    `basic`: the client's name and secret for the header (RFC 6749 § 2.3.1). `ca`: a file of certificates in PEM. Proxies are taken from
    the environment (`https_proxy`).
    """
    request = urllib.request.Request(  # noqa: S310 (the configuration lets https and loopback through only)
        url, urllib.parse.urlencode(form).encode(), {"Accept": "application/json"}
    )
    if basic is not None:
        words = ":".join(urllib.parse.quote_plus(word) for word in basic).encode()
        request.add_header("Authorization", "Basic " + base64.b64encode(words).decode())
    host = urllib.parse.urlsplit(url).hostname or url
    try:
        handlers = (_NoRedirect, urllib.request.HTTPSHandler(context=tls.shared_context(ca)))
        with urllib.request.build_opener(*handlers).open(request, timeout=TIMEOUT_SECONDS) as response:
            return _read_answer(host, response.status, response.read(MAX_ANSWER_OCTETS))
    except urllib.error.HTTPError as error:
        try:
            return _read_answer(host, error.code, error.read(MAX_ANSWER_OCTETS))
        except OSError:
            raise TokenError(f"{host} answered {error.code} and broke off") from None
    except urllib.error.URLError as error:
        reason = error.reason if isinstance(error.reason, Exception) else OSError(0, str(error.reason))
        raise TokenError(f"cannot reach {host}: {tls.describe_error(reason)}") from None
    except (OSError, HTTPException, ValueError) as error:
        raise TokenError(f"cannot reach {host}: {tls.describe_error(error)}") from None


def _read_answer(host: str, status: int, body: bytes) -> Answer:
    """RFC 6749 § 5.1 and § 5.2."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise TokenError(f"{host} answered {status}, and nothing that could be read")
    error = answer.get("error")
    if isinstance(error, str) and error:
        code = readable_line(error)[:100]
        raise TokenError(explain_refusal(code, readable_line(str(answer.get("error_description") or ""))), code)
    if status != 200:
        raise TokenError(f"{host} answered {status}")
    return answer
