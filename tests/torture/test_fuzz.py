"""Row: hostile messages. Whatever the octets, `facts.read_message` and `rules.classify_message` answer, soon and in bounded memory."""

from __future__ import annotations

import random
import resource
import signal
import time
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.samples import RULES
from tests.spoilt_mail import mutated, short_real_mail
from tests.torture.report import Options, Tally, held, spread
from watcher.core.message import facts
from watcher.core.message.model import (
    Facts,
    FetchedMessage,
    FolderRole,
    Locator,
    OwnIdentity,
    Unreadable,
)
from watcher.core.rules import rules

pytestmark = pytest.mark.timeout(600)


WHAT = "parser: mutated messages, read and classified"
COUNT = 1_000_000
BLOCK = 1000
#: A message may take so many seconds; what takes ten times as long is stopped.
SLOW = 1.0

_AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
_US = OwnIdentity(frozenset({"sales@example.com"}), frozenset({"anna@example.com"}), "mx.example.com")


class Hangs(BaseException):
    """Nothing may swallow it."""


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
    short_real_mail()
    count = options.count or COUNT
    return spread(block, range(options.first, options.first + count, BLOCK), options)


def test_hostile_messages_are_read_in_time():
    assert held(block(0)).attempts == BLOCK
