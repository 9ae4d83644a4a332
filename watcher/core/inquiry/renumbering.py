"""A server has numbered its messages anew (RFC 9051 § 2.3.1.1): which of them are known, by what can be asked of it cheaply.

GNU imap4d numbers a maildir anew each time it is opened, Proton Bridge at each start. A message is known again by its Message-ID and the
instant the server received it; it keeps its line in the ledger, which gets the new number. What is not certain is read as if it were new.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

#: So often one folder is numbered anew before the server is said to make a habit of it.
HABIT_AFTER = 3
HABIT_TEXT = "numbers its messages anew again and again: the headers of all of them are read each time"


@dataclass(frozen=True, slots=True)
class ListedMessage:
    """A message under its new number. `message_id` as in `Facts`, `received_at` in UTC."""

    uid: int
    message_id: str
    received_at: datetime


@dataclass(frozen=True, slots=True)
class KnownMessage:
    """A line of the ledger; `received_at` is None where the message was there at the first look and was never read."""

    line: int
    uidvalidity: int
    message_id: str
    received_at: datetime | None


_Key = tuple[str, datetime]


def recognise_messages(
    listed: Iterable[ListedMessage], known: Sequence[KnownMessage], uidvalidity: int, old_mail_before: datetime
) -> dict[int, int]:
    """UID under the new `uidvalidity` (RFC 3501 § 2.3.1.1) → line of the same message. `listed`: what has no line under it;
    `known`: all lines of the folder.

    Of several that look alike none is recognised unless as many are known: one that came since hides behind no other.
    """
    lines, copies, numbered = _index_lines(known, uidvalidity)
    alike: dict[_Key, list[ListedMessage]] = defaultdict(list)
    for message in listed:
        alike[_known_key(message, lines)].append(message)
    found: dict[int, int] = {}
    for key, messages in alike.items():
        if len(messages) + numbered[key] <= copies[key]:
            found.update({message.uid: line for message, line in zip(messages, lines[key], strict=False)})
    unread = [message.line for message in known if message.received_at is None and message.uidvalidity != uidvalidity]
    old = sorted(
        message.uid
        for messages in alike.values()
        for message in messages
        if message.uid not in found and message.received_at < old_mail_before
    )
    return found | dict(zip(old, unread, strict=False))


def _known_key(message: ListedMessage, lines: Mapping[_Key, list[int]]) -> _Key:
    """Of what could not be read no Message-ID is kept."""
    key = (message.message_id, message.received_at)
    return key if key in lines else ("", message.received_at)


def _index_lines(
    known: Iterable[KnownMessage], uidvalidity: int
) -> tuple[dict[_Key, list[int]], Counter[_Key], Counter[_Key]]:
    """By key: the lines under earlier numbers, the oldest first; how many there were at once; how many have a new number already."""
    lines: dict[_Key, list[int]] = {}
    at_once: Counter[tuple[_Key, int]] = Counter()
    numbered: Counter[_Key] = Counter()
    for message in sorted(known, key=lambda message: message.line):
        if message.received_at is None:
            continue
        key = (message.message_id, message.received_at)
        if message.uidvalidity == uidvalidity:
            numbered[key] += 1
        else:
            lines.setdefault(key, []).append(message.line)
            at_once[key, message.uidvalidity] += 1
    copies: Counter[_Key] = Counter()
    for (key, _), count in at_once.items():
        copies[key] = max(copies[key], count)
    return lines, copies, numbered
