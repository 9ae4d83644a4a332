"""The process beside the daemon that reads and classifies: requests on its input, answers on its output, until its input ends.

A frame is eight octets of length, the most significant first, and a pickle. Only `backlog_reader` starts it and speaks with it. It
imports `core` alone, writes nothing else anywhere, and ends with whoever started it, however that ended.
"""

from __future__ import annotations

import gc
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from watcher.core.lockstep import Stepwise, run_in_lockstep
from watcher.core.message.model import Facts, FetchedMessage, OwnIdentity, Unreadable
from watcher.core.rules.model import Verdict
from watcher.core.rules.rule_set import RuleSet

LENGTH_OCTETS = 8
#: Octets that a pipe shall hold, the most that Linux gives everybody: a request waits in it until the one before is answered, and an
#: answer until somebody has time to read it.
PIPE_SIZE = 1 << 20
#: File names and packed texts of the rules, None where they are those of the request before; who we are, and what was fetched.
Request = tuple[tuple[tuple[str, bytes], ...] | None, OwnIdentity, Sequence[FetchedMessage]]
#: For every message what it says and is; None: it went wrong, and whoever asked shall see and report it.
Answer = list[tuple[Facts, Verdict] | Unreadable | None]

_IGNORED_SIGNALS = (
    signal.SIGINT,
    signal.SIGTERM,
    signal.SIGHUP,
)  # of a terminal and of systemd, to all processes at once


def frame(content: Request | Answer) -> bytes:
    """As it goes over a pipe."""
    octets = pickle.dumps(content, pickle.HIGHEST_PROTOCOL)
    return len(octets).to_bytes(LENGTH_OCTETS, "big") + octets


def answer_requests(source: BinaryIO, sink: BinaryIO, after_answer: Callable[[], object] = lambda: None) -> None:
    """Until `source` ends. Rules are compiled when they come, and when others do. `after_answer` is called when an answer was given."""
    from watcher.core.rules.rule_files import (
        compile_rule_set,
        unpack_rule_text,
    )  # here, that the daemon can do without until mail comes

    known: tuple[tuple[str, bytes], ...] = ()
    ruleset = RuleSet()
    while len(length := source.read(LENGTH_OCTETS)) == LENGTH_OCTETS:
        sources, own, arrivals = pickle.loads(source.read(int.from_bytes(length, "big")))  # noqa: S301 (the daemon's own)
        if sources is not None and sources != known:
            known, ruleset = sources, compile_rule_set((file, unpack_rule_text(text)) for file, text in sources)
        sink.write(frame(_read_and_classify(arrivals, ruleset, own)))
        sink.flush()
        after_answer()


def _read_and_classify(arrivals: Sequence[FetchedMessage], ruleset: RuleSet, own: OwnIdentity) -> Answer:
    from watcher.core.message.facts import read_messages

    return run_in_lockstep([_classify_in_steps(message, ruleset, own) for message in read_messages(arrivals)])


def _classify_in_steps(
    message: Facts | Unreadable, ruleset: RuleSet, own: OwnIdentity
) -> Stepwise[tuple[Facts, Verdict] | Unreadable | None]:
    from watcher.core.rules.rules import classify_in_steps

    if isinstance(message, Unreadable):
        return message
    try:
        verdict = yield from classify_in_steps(message, ruleset, own)
        _ = message.text_digest  # made here, that nobody makes it there
        return message, verdict
    except Exception:
        return None


def _widen_pipe(number: int) -> None:
    """Where the system lets us (fcntl(2), F_SETPIPE_SZ); what does not fit waits."""
    if sys.platform == "linux":
        from fcntl import F_SETPIPE_SZ, fcntl

        with suppress(OSError):
            fcntl(number, F_SETPIPE_SZ, PIPE_SIZE)


def collect_garbage() -> None:
    """What is in use stays until it is used no more, and is not gone through again: words and patterns are."""
    gc.collect()
    gc.freeze()


def main() -> None:
    """Where memory runs out, this process goes first: the daemon loses nothing by it (proc(5), oom_score_adj)."""
    gc.disable()  # it would go through all words and patterns while somebody waits for an answer
    for number in _IGNORED_SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")
    for stream in (sys.stdin, sys.stdout):
        _widen_pipe(stream.fileno())
    with suppress(BrokenPipeError):
        answer_requests(sys.stdin.buffer, sys.stdout.buffer, collect_garbage)
