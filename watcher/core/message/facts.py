"""Raw message → `Facts` or `Unreadable`: read once at the door, normalised, bounded. Never raises on any octets.

It says what is there and judges nothing. What one message may cost is bounded by `LIMITS`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from watcher.core.lockstep import Stepwise, run_in_lockstep
from watcher.core.message import delivery_reports, delivery_traces, headers, mime, parts, relayed, subjects
from watcher.core.message.mime import LIMITS as LIMITS
from watcher.core.message.model import Address, Facts, FetchedMessage, Unreadable

#: Read however many other names come before them.
_ESSENTIAL_FIELDS = frozenset(
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
_DAEMON_LOCAL_PARTS = ("mailer-daemon", "postmaster")
#: What is longer is no subject, and would be stored three times. A line has 998 octets (RFC 5322 § 2.1.1), shown are 120 columns.
MAX_SUBJECT_LENGTH = 500
_FINGERPRINT_FIELDS = ("from", "date", "subject")


def read_message(arrival: FetchedMessage) -> Facts | Unreadable:
    """What the message says. `Unreadable`: nothing that looks like a message, or a parser that gave up. Never raises."""
    return read_messages((arrival,))[0]


def read_messages(arrivals: Sequence[FetchedMessage]) -> list[Facts | Unreadable]:
    """The same of several, in their order: quicker than one after the other."""
    return run_in_lockstep([_read_in_steps(arrival) for arrival in arrivals])


def _read_in_steps(arrival: FetchedMessage) -> Stepwise[Facts | Unreadable]:
    try:
        return (yield from _build_facts(arrival))
    except Exception as error:  # hostile input has shown RecursionError, ValueError, LookupError, MemoryError, …
        return _unreadable_message(arrival, f"the parser gave up on it ({type(error).__name__})")


def read_message_id(header: bytes) -> str:
    """As `Facts` has it (RFC 5322 § 3.6.4, without angle brackets), from a header of which perhaps only this line was asked for; ""
    where there is none."""
    octets = mime.split_header_and_body(header)
    if octets is None:
        return ""
    raw = _limit_fields(mime.parse_parts(octets)[0].fields)
    return next(iter(headers.parse_message_ids(_first_value(raw, "message-id"))), "")


def _fold_body(body: bytes) -> bytes:
    for length in (2 * LIMITS.fingerprint, 4 * LIMITS.fingerprint):  # the first is nearly always enough
        folded = b" ".join(body[:length].split())
        if len(folded) >= LIMITS.fingerprint or len(body) <= length:
            break
    return folded[: LIMITS.fingerprint]


def _hash_identity(raw: dict[str, list[str]], body: bytes) -> str:
    """The identity of a message: SHA-256, in hexadecimal, of what stays the same wherever it is moved or copied to.

    That is Message-ID, From, Date, Subject and the first 16 KiB of its body, line ends and other white space folded.
    """
    values = [
        _first_value(raw, "message-id").strip("<> \t\r\n"),
        *[_first_value(raw, name) for name in _FINGERPRINT_FIELDS],
    ]
    identity = "".join([" ".join(value.split())[:4096] + "\0" for value in values])
    return hashlib.sha256(identity.encode("utf-8", "surrogateescape") + _fold_body(body)).hexdigest()


def _unreadable_message(arrival: FetchedMessage, reason: str) -> Unreadable:
    digest = hashlib.sha256(_fold_body(arrival.raw)).hexdigest()
    return Unreadable(arrival.received_at, arrival.size, digest, reason)


def _split_octets(arrival: FetchedMessage) -> mime.SplitMessage | Unreadable:
    if not arrival.raw[: LIMITS.header_block].strip(b"\r\n\t \0"):
        return _unreadable_message(arrival, "it is empty")
    return mime.split_header_and_body(arrival.raw) or _unreadable_message(arrival, "it has no header")


def _build_facts(arrival: FetchedMessage) -> Stepwise[Facts | Unreadable]:
    octets = _split_octets(arrival)
    if isinstance(octets, Unreadable):
        return octets
    message, complete = mime.parse_parts(octets)
    raw = _limit_fields(message.fields)
    yield 0
    content = parts.read_content(message)
    yield 1
    charset = content.charset
    fields = {name: tuple([headers.decode_header(each, charset) for each in values]) for name, values in raw.items()}
    subject = fields.get("subject", ("",))[0][:MAX_SUBJECT_LENGTH]
    base = subjects.extract_base_subject(subject)
    in_reply_to = headers.parse_message_ids(" ".join(raw.get("in-reply-to", ())))
    shown, to, cc, sender = [_addresses_of_fields(raw, charset, name) for name in ("from", "to", "cc", "sender")]
    return_path = _parse_return_path(raw)
    may_be_report = _may_be_delivery_report(raw, content, return_path)
    writers = relayed.find_original_author(shown, (*to, *cc), raw)
    return Facts(
        mailbox=arrival.locator.mailbox,
        folder=arrival.locator.folder,
        received_at=arrival.received_at,
        size=arrival.size,
        fingerprint=_hash_identity(raw, octets.body),
        message_id=next(iter(headers.parse_message_ids(_first_value(raw, "message-id"))), ""),
        from_=writers,
        sender=sender[0] if sender else None,
        reply_to=_addresses_of_fields(raw, charset, "reply-to"),
        to=to,
        cc=cc,
        bcc=_addresses_of_fields(raw, charset, "bcc", "resent-to", "resent-cc", "resent-bcc"),
        return_path=return_path,
        subject=subject,
        base_subject=base.base,
        is_reply=base.is_reply or bool(in_reply_to),
        has_prefix=base.is_reply,
        is_forward=base.is_forward or "message/rfc822" in content.types[1:],
        in_reply_to=in_reply_to,
        references=headers.parse_message_ids(" ".join(raw.get("references", ()))),
        headers=fields,
        arrival_results=delivery_traces.count_arrival_results(octets.header_block),
        text=content.text,
        from_html=content.from_html,
        links=content.links,
        images=content.images,
        layout=content.layout,
        content_type=content.types[0],
        report_type=content.report_type,
        part_types=tuple(content.types),
        calendar_method=content.calendar_method,
        calendar_answer=content.calendar_answer,
        attachments=tuple(content.attachments),
        flags=arrival.flags,
        truncated=arrival.is_truncated or not complete,
        defects=tuple(sorted(message.defects)),
        delivery_report=delivery_reports.parse_delivery_report(message, content.text, may_be_report),
        enclosed=content.enclosed,
        thread_id=arrival.thread_id,
        is_relayed=writers != shown,
    )


def _may_be_delivery_report(raw: dict[str, list[str]], content: parts.MessageContent, return_path: str | None) -> bool:
    """May it be about mail that came back? What it is, `core.rules.returned_mail` says."""
    if content.report_type == "delivery-status" or "message/delivery-status" in content.types:
        return True
    if "x-failed-recipients" in raw or return_path == "":
        return True
    sender = _first_value(raw, "from").casefold()
    if "mailer-daemon" not in sender and "postmaster" not in sender:
        return False
    return next((address.local.casefold() for address in headers.parse_addresses(sender)), "") in _DAEMON_LOCAL_PARTS


def _limit_fields(fields: dict[str, list[str]]) -> dict[str, list[str]]:
    """So many of the fields as `LIMITS` allows."""
    if len(fields) <= LIMITS.header_names:
        return {name: values[: LIMITS.header_values] for name, values in fields.items()}
    kept = [*list(fields)[: LIMITS.header_names], *(name for name in fields if name in _ESSENTIAL_FIELDS)]
    return {name: fields[name][: LIMITS.header_values] for name in kept}


def _first_value(raw: dict[str, list[str]], name: str) -> str:
    return raw[name][0] if name in raw else ""


def _addresses_of_fields(raw: dict[str, list[str]], charset: str, *names: str) -> tuple[Address, ...]:
    if raw.keys().isdisjoint(names):
        return ()
    found: list[Address] = []
    for name in names:
        for value in raw.get(name, ()):
            if len(found) < LIMITS.addresses:
                found += headers.parse_addresses(value, charset)
    return tuple(found[: LIMITS.addresses])


def _parse_return_path(raw: dict[str, list[str]]) -> str | None:
    """The topmost Return-Path: "" for the null sender, None where there is none (RFC 5321 § 4.4)."""
    if "return-path" not in raw:
        return None
    found = headers.parse_addresses(_first_value(raw, "return-path"))
    return found[0].email if found else ""
