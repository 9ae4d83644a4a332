"""service/reading_worker.py, in memory; as a process it is tested with `backlog_reader`."""

from __future__ import annotations

import gc
import io
import pickle
import weakref
from dataclasses import replace

from tests.programs import QUESTION
from tests.samples import MONDAY, RULES
from watcher.core.message.model import FetchedMessage, FolderRole, Locator, OwnIdentity, Unreadable
from watcher.core.rules.rule_files import pack_rule_text
from watcher.service.reading_worker import LENGTH_OCTETS, answer_requests, collect_garbage, frame

ARRIVALS = [
    FetchedMessage(Locator("sales", "INBOX", 1, 1), FolderRole.INBOX, raw, MONDAY, len(raw))
    for raw in (QUESTION.encode(), b"no header")
]
OTHER = (("10.toml", pack_rule_text('[[rule]]\nname = "all"\nwhy = "is other"\nmatch.from = "*@*"\nkind = "other"\n')),)


def ask(*requests):
    sink = io.BytesIO()
    answer_requests(io.BytesIO(b"".join(map(frame, requests))), sink)
    written, answers = sink.getvalue(), []
    while written:
        end = LENGTH_OCTETS + int.from_bytes(written[:LENGTH_OCTETS], "big")
        answers.append(pickle.loads(written[LENGTH_OCTETS:end]))
        written = written[end:]
    return answers


def test_rules_are_compiled_when_they_come_and_when_others_do():
    own = OwnIdentity()
    rules = (RULES.sources, None, OTHER, None, None)
    kinds = [answer[0][1].kind for answer in ask(*((sources, own, ARRIVALS) for sources in rules))]
    assert kinds == ["inquiry", "inquiry", "other", "other", "other"], "None: those of the request before"


def test_what_goes_wrong_is_left_to_whoever_asks():
    """No identity at all: every rule that asks who we are raises."""
    ((message, unreadable),) = ask((RULES.sources, None, ARRIVALS))
    assert message is None
    assert isinstance(unreadable, Unreadable)


def test_what_goes_wrong_with_one_message_is_the_answer_to_that_one_alone():
    """A flag that is no word: it is asked for when half of the decision table was gone through."""
    question, unreadable = ARRIVALS
    wrong = replace(question, flags=(7,))
    own = OwnIdentity()
    (alone,) = ask((RULES.sources, own, [question, unreadable]))
    assert ask((RULES.sources, own, [wrong, question, wrong, unreadable])) == [[None, alone[0], None, alone[1]]]


class Ring:
    """Only the garbage collector finds out that nobody uses it."""

    def __init__(self) -> None:
        self.own = self


def test_garbage_is_collected_when_the_answer_is_given():
    sink, given = io.BytesIO(), []
    request = frame((RULES.sources, OwnIdentity(), ARRIVALS))
    answer_requests(io.BytesIO(2 * request), sink, lambda: given.append(len(sink.getvalue())))
    assert given == [len(sink.getvalue()) // 2, len(sink.getvalue())]


def test_what_nobody_uses_is_freed_though_what_is_used_is_passed_over():
    try:
        collect_garbage()
        ring = weakref.ref(Ring())
        assert ring() is not None
        collect_garbage()
        assert ring() is None
    finally:
        gc.unfreeze()
