"""Raw message → `Facts` or `Unreadable`: read once at the door, normalised, bounded. Never raises on any octets.

It says what is there and judges nothing. What one message may cost is bounded by `LIMITS`.
"""

from __future__ import annotations

import hashlib

from watcher.core.message import delivery_reports, headers, mime, parts, relayed, text
from watcher.core.message.mime import LIMITS as LIMITS
from watcher.core.message.model import Address, Arrival, Facts, Unreadable

#: Read however many other names come before them.
_ESSENTIAL = frozenset(
    [
        "from",
        "sender",
        "reply-to",
        "to",
        "cc",
        "date",
        "subject",
        "message-id",
        "in-reply-to",
        "references",
        "return-path",
    ]
)
_DAEMONS = ("mailer-daemon", "postmaster")
_IDENTITY = ("from", "date", "subject")


def read(arrival: Arrival) -> Facts | Unreadable:
    """What the message says. `Unreadable`: nothing that looks like a message, or a parser that gave up."""
    try:
        return _read(arrival)
    except Exception as error:  # hostile input has shown RecursionError, ValueError, LookupError, MemoryError, …
        return _unreadable(arrival, f"the parser gave up on it ({type(error).__name__})")


def fingerprint(raw: bytes) -> str:
    """The identity of a message: SHA-256, in hexadecimal, of what stays the same wherever it is moved or copied to.

    That is Message-ID, From, Date, Subject and the first 16 KiB of its body, line ends and other white space folded.
    Where there is no header, of the first 16 KiB of whatever there is.
    """
    octets = mime.split(raw)
    if octets is None:
        return hashlib.sha256(_folded(raw)).hexdigest()
    return _fingerprint(_kept(mime.head(octets.block).fields), octets.body)


def _folded(body: bytes) -> bytes:
    return b" ".join(body[: 4 * LIMITS.fingerprint].split())[: LIMITS.fingerprint]


def _fingerprint(raw: dict[str, list[str]], body: bytes) -> str:
    values = [_first(raw, "message-id").strip("<> \t\r\n"), *[_first(raw, name) for name in _IDENTITY]]
    said = "".join([" ".join(value.split())[:4096] + "\0" for value in values])
    return hashlib.sha256(said.encode("utf-8", "surrogateescape") + _folded(body)).hexdigest()


def _unreadable(arrival: Arrival, reason: str) -> Unreadable:
    place = arrival.locator
    digest = hashlib.sha256(_folded(arrival.raw)).hexdigest()
    return Unreadable(place.mailbox, place.folder, arrival.received_at, arrival.size, digest, reason)


def _read(arrival: Arrival) -> Facts | Unreadable:
    if not arrival.raw[: LIMITS.header_block].strip(b"\r\n\t \0"):
        return _unreadable(arrival, "it is empty")
    octets = mime.split(arrival.raw)
    if octets is None:
        return _unreadable(arrival, "it has no header")
    message, complete = mime.parse(octets)
    raw = _kept(message.fields)
    content = parts.content(message)
    fields = {name: tuple([headers.decode(value) for value in values]) for name, values in raw.items()}
    subject = fields.get("subject", ("",))[0]
    base = text.base_subject(subject)
    in_reply_to = headers.message_ids(" ".join(raw.get("in-reply-to", ())))
    shown, to, cc, sender = [_addresses(raw, name) for name in ("from", "to", "cc", "sender")]
    return_path = _return_path(raw)
    back = delivery_reports.read(message, content.text, _is_report(raw, content, return_path))
    writers = relayed.author(shown, (*to, *cc), raw)
    return Facts(
        mailbox=arrival.locator.mailbox,
        folder=arrival.locator.folder,
        received_at=arrival.received_at,
        size=arrival.size,
        fingerprint=_fingerprint(raw, octets.body),
        message_id=next(iter(headers.message_ids(_first(raw, "message-id"))), ""),
        from_=writers,
        sender=sender[0] if sender else None,
        reply_to=_addresses(raw, "reply-to"),
        to=to,
        cc=cc,
        bcc=_addresses(raw, "bcc", "resent-to", "resent-cc", "resent-bcc"),
        return_path=return_path,
        subject=subject,
        base_subject=base.base,
        is_reply=base.is_reply or bool(in_reply_to),
        has_prefix=base.is_reply,
        is_forward=base.is_forward or "message/rfc822" in content.types[1:],
        in_reply_to=in_reply_to,
        references=headers.message_ids(" ".join(raw.get("references", ()))),
        headers=fields,
        text=content.text,
        from_html=content.from_html,
        links=content.links,
        images=content.images,
        content_type=content.types[0],
        report_type=content.report_type,
        part_types=tuple(content.types),
        calendar_method=content.calendar_method,
        attachments=tuple(content.attachments),
        flags=arrival.flags,
        truncated=arrival.truncated or not complete,
        defects=tuple(sorted(message.defects)),
        returned_ids=back.ids,
        returned_to=back.to,
        returned_why=back.why,
        thread_id=arrival.thread_id,
        is_relayed=writers != shown,
    )


def _is_report(raw: dict[str, list[str]], content: parts.Content, return_path: str | None) -> bool:
    """May it be about mail that came back? What it is, `automatic` says."""
    if content.report_type == "delivery-status" or "message/delivery-status" in content.types:
        return True
    if "x-failed-recipients" in raw or return_path == "":
        return True
    sender = _first(raw, "from").casefold()
    if "mailer-daemon" not in sender and "postmaster" not in sender:
        return False
    return next((each.local.casefold() for each in headers.parse_addresses(sender)), "") in _DAEMONS


def _kept(fields: dict[str, list[str]]) -> dict[str, list[str]]:
    """So many of the fields as `LIMITS` allows."""
    if len(fields) <= LIMITS.header_names:
        return {name: values[: LIMITS.header_values] for name, values in fields.items()}
    kept = [*list(fields)[: LIMITS.header_names], *(name for name in fields if name in _ESSENTIAL)]
    return {name: fields[name][: LIMITS.header_values] for name in kept}


def _first(raw: dict[str, list[str]], name: str) -> str:
    return raw[name][0] if name in raw else ""


def _addresses(raw: dict[str, list[str]], *names: str) -> tuple[Address, ...]:
    if raw.keys().isdisjoint(names):
        return ()
    found: list[Address] = []
    for name in names:
        for value in raw.get(name, ()):
            if len(found) < LIMITS.addresses:
                found += headers.parse_addresses(value)
    return tuple(found[: LIMITS.addresses])


def _return_path(raw: dict[str, list[str]]) -> str | None:
    """The topmost Return-Path: "" for the null sender, None where there is none (RFC 5321 § 4.4)."""
    if "return-path" not in raw:
        return None
    found = headers.parse_addresses(_first(raw, "return-path"))
    return found[0].email if found else ""
