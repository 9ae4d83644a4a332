"""A short message to somebody's phone or chat: ntfy and webhooks by one request, everything else by Apprise, where that is installed."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.header import Header
from typing import Any
from urllib.parse import unquote, urlsplit

from watcher.edge import http
from watcher.edge.wire_text import readable_line

#: ntfy makes an attachment of what is longer (https://docs.ntfy.sh/publish/#limitations).
MAX_MESSAGE_OCTETS = 3_500
_NTFY_CLOUD = "https://ntfy.sh"


class PushError(Exception):
    """It was not taken; the text says why and names no URL, which may be a secret."""


@dataclass(frozen=True, slots=True)
class PushMessage:
    """What is pushed. `facts` go to webhooks beside title and text, as they are."""

    title: str
    text: str
    is_urgent: bool
    facts: Mapping[str, Any]  # of JSON's types


def scheme_of(url: str) -> str:
    """By which a service is known; safe to show."""
    return url.partition("://")[0].casefold()


def push_message(url: str, message: PushMessage) -> None:
    """Sends it, in this thread, for some 20 seconds at most by the ways that are ours. PushError: it was not taken."""
    try:
        match scheme_of(url):
            case "ntfy" | "ntfys":
                _push_to_ntfy(url, message)
            case "http" | "https":
                _push_to_webhook(url, message)
            case _:
                _push_by_apprise(url, message)
    except http.HttpError as error:
        raise PushError(str(error)) from None


def _push_to_ntfy(url: str, message: PushMessage) -> None:
    """https://docs.ntfy.sh/publish/; the URL as https://github.com/caronc/apprise/wiki/Notify_ntfy has it."""
    parts = urlsplit(url)
    server, topic = _ntfy_place(url)
    headers = {
        "Title": _header_text(message.title),
        "Priority": "high" if message.is_urgent else "default",
        "Tags": "warning" if message.is_urgent else "white_check_mark",
        "Content-Type": "text/plain; charset=utf-8",
    }
    user, password = unquote(parts.username or ""), parts.password
    if user.startswith("tk_") and password is None:
        headers["Authorization"] = f"Bearer {user}"
    elif user:
        server = server.replace("://", f"://{parts.netloc.rpartition('@')[0]}@", 1)
    text = message.text.encode()[:MAX_MESSAGE_OCTETS].decode("utf-8", "ignore")
    http.post_body(f"{server}/{topic}", text.encode(), headers)


def _ntfy_place(url: str) -> tuple[str, str]:
    """Server and topic: `ntfy://topic` is at ntfy.sh; `ntfy://host/topic` is somebody's own, `ntfys://` by TLS."""
    parts = urlsplit(url)
    host, path = parts.netloc.rpartition("@")[2], parts.path.strip("/")
    if not path:
        return _NTFY_CLOUD, host
    place, _, topic = f"{host}/{path}".rpartition("/")
    return f"{'https' if scheme_of(url) == 'ntfys' else 'http'}://{place}", topic


def _header_text(text: str) -> str:
    """ntfy reads RFC 2047 in its headers, which take one line of ASCII."""
    line = readable_line(text)[:250]
    return line if line.isascii() else Header(line, "utf-8", maxlinelen=10_000).encode()


def _push_to_webhook(url: str, message: PushMessage) -> None:
    body = {"title": message.title, "text": f"{message.title}\n\n{message.text}", **message.facts}
    http.post_body(
        url, json.dumps(body, ensure_ascii=False).encode(), {"Content-Type": "application/json; charset=utf-8"}
    )


def _push_by_apprise(url: str, message: PushMessage) -> None:
    try:
        apprise = importlib.import_module("apprise")
    except ImportError:
        raise PushError(f"{scheme_of(url)}:// needs Apprise: install watcher-mail[push]") from None
    try:
        sender = apprise.Apprise()
        if not sender.add(url):
            raise PushError(f"Apprise does not understand this {scheme_of(url)}:// URL")
        kind = apprise.NotifyType.FAILURE if message.is_urgent else apprise.NotifyType.SUCCESS
        is_taken = bool(sender.notify(title=message.title, body=message.text, notify_type=kind))
    except PushError:
        raise
    except Exception as error:  # a hundred services, each with code of its own
        raise PushError(re.sub(r"\S+://\S+", "…", readable_line(error)) or type(error).__name__) from None
    if not is_taken:
        raise PushError(f"the service behind {scheme_of(url)}:// did not take it")
