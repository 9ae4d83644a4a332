"""Row: hostile messages. Whatever the octets, `facts.read_message` and `rules.classify_message` answer, soon and in bounded memory."""

from __future__ import annotations

import random
import resource
import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any

from tests.corpus import CORPUS
from tests.shipped import RULES
from tests.torture.letters_of_strangers import SEEDS, WORDS
from tests.torture.report import Options, Tally, spread
from watcher.core.message import facts
from watcher.core.message.model import (
    MAX_FETCHED_OCTETS,
    Facts,
    FetchedMessage,
    FolderRole,
    Locator,
    OwnIdentity,
    Unreadable,
)
from watcher.core.rules import rules

WHAT = "parser: mutated messages, read and classified"
COUNT = 1_000_000
BLOCK = 1000
#: A message may take so many seconds; what takes ten times as long is stopped.
SLOW = 1.0
#: Longest message of the real ones that are mutated too: longer ones only make the run longer.
LONGEST = 6_000

_AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
_US = OwnIdentity(frozenset({"sales@example.com"}), frozenset({"anna@example.com"}), "mx.example.com")


class Hangs(BaseException):
    """Nothing may swallow it."""


@cache
def corpus() -> tuple[bytes, ...]:
    """Of real mail, where it is at hand, short messages of the odd kinds: three draws in ten."""
    found: list[bytes] = []
    for label in ("malformed", "mime", "bounce", "autoreply", "calendar", "human"):
        paths = sorted((CORPUS / label).rglob("*")) if CORPUS.is_dir() else []
        found += [path.read_bytes() for path in paths if path.is_file() and path.stat().st_size <= LONGEST][:200]
    return tuple(found)


def mutated(dice: random.Random) -> bytes:
    """One message, spoilt in one to six places."""
    real = corpus()
    raw = bytearray(dice.choice(real) if real and dice.random() < 0.3 else dice.choice(SEEDS))
    for _ in range(dice.choice((1, 1, 2, 3, 6))):
        dice.choice(_MUTATIONS)(raw, dice)
    return bytes(raw[:MAX_FETCHED_OCTETS])


def _flip(raw: bytearray, dice: random.Random) -> None:
    for _ in range(dice.randrange(1, 5)):
        if raw:
            raw[dice.randrange(len(raw))] = dice.randrange(256)


def _word(raw: bytearray, dice: random.Random) -> None:
    at = dice.randrange(len(raw) + 1)
    raw[at:at] = dice.choice(WORDS) * dice.choice((1, 1, 1, 2, 20))


def _cut(raw: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(raw) + 1)
    del raw[start : start + dice.choice((1, 2, 10, 100, 5000))]


def _double(raw: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(raw) + 1)
    piece = bytes(raw[start : start + dice.choice((1, 10, 80, 400))])
    raw[start:start] = piece * dice.choice((1, 2, 10))


def _line(raw: bytearray, dice: random.Random) -> None:
    lines = raw.split(b"\n")
    at, to = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines.insert(to, lines[at] if dice.random() < 0.5 else lines.pop(at))
    raw[:] = b"\n".join(lines)


def _splice(raw: bytearray, dice: random.Random) -> None:
    other = dice.choice(corpus() or SEEDS)
    raw[dice.randrange(len(raw) + 1) :] = other[dice.randrange(len(other) + 1) :]


def _nest(raw: bytearray, dice: random.Random) -> None:
    depth = dice.choice((2, 10, 30, 120))
    head = b"".join(b"Content-Type: multipart/mixed; boundary=n%d\r\n\r\n--n%d\r\n" % (n, n) for n in range(depth))
    raw[:] = b"From: a@b.example\r\nTo: sales@example.com\r\n" + head + raw


def _many(raw: bytearray, dice: random.Random) -> None:
    name = dice.choice((b"To", b"Received", b"Subject", b"References", b"X-Any", b"From", b"Content-Type"))
    raw[:0] = b"".join(b"%s: <%d@x.example>\r\n" % (name, n) for n in range(dice.choice((3, 40, 400))))


_MUTATIONS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _flip, _flip, _word, _word, _word, _word, _cut, _double, _line, _line, _splice, _nest, _many,
)  # fmt: skip


def read(raw: bytes) -> Any:
    """What the daemon does with it."""
    arrival = FetchedMessage(Locator("sales", "INBOX", 1, 1), FolderRole.INBOX, raw, _AT, len(raw))
    message = facts.read_message(arrival)
    if isinstance(message, Unreadable):
        return message
    assert isinstance(message, Facts)
    verdict = rules.classify_message(message, RULES, _US)
    assert len(message.own_text) <= len(message.text)
    return verdict


def _stop(number: int, frame: object) -> None:
    raise Hangs


def block(first: int) -> Tally:
    """The messages `first` … `first + BLOCK - 1`: each from the dice with its own number."""
    tally = Tally()
    signal.signal(signal.SIGPROF, _stop)
    for number in range(first, first + BLOCK):
        raw = mutated(random.Random(number))
        tally.attempts += 1
        began = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, 10 * SLOW)
        try:
            said = read(raw)
            tally.seen["unreadable"] += isinstance(said, Unreadable)
            if isinstance(said, Unreadable) and "gave up" in said.reason:
                tally.seen[f"parser exceptions turned into an inquiry ({said.reason})"] += 1
        except BaseException as error:
            tally.broke(f"message {number}: {type(error).__name__}: {error}"[:300])
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        took = time.process_time() - began
        tally.most["seconds of CPU for one message"] = max(took, tally.most.get("seconds of CPU for one message", 0.0))
        if took > SLOW:
            tally.seen[f"took longer than {SLOW:.0f} s"] += 1
            tally.failures.append(f"message {number} took {took:.1f} s")
    tally.faults = tally.attempts
    tally.most["MiB of memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return tally


def run(options: Options) -> Tally:
    corpus()
    count = options.count or COUNT
    return spread(block, range(options.first, options.first + count, BLOCK), options)
