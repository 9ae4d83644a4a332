"""A customer who writes again and again and gets no answer: from the second time on, the next step of the ladder comes at once. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from watcher.core.inquiry import ladder as ladders
from watcher.core.inquiry.decide import Policy
from watcher.core.inquiry.model import Inquiry, InquiryState, JournalNote, Turn, TurnKind

#: What follows a message within this time belongs to it: an attachment that was forgotten, a second thought.
SAME_THOUGHT = timedelta(hours=1)
#: The first time may be a second thought, too.
CHASERS_THAT_HASTEN = 2


def count_chasers(turns: Iterable[Turn], waiting_since: datetime) -> int:
    """How often the customer has written again since then, each time after a while."""
    asked = sorted(turn.at for turn in turns if turn.kind is TurnKind.QUESTION and turn.at >= waiting_since)
    beginnings = [waiting_since, *asked]
    return sum(at - before >= SAME_THOUGHT for before, at in zip(beginnings, asked, strict=False))


def hasten_ladder(
    inquiry: Inquiry, turns: Iterable[Turn], chaser: Turn, policy: Policy, now: datetime
) -> tuple[Inquiry, tuple[JournalNote, ...]]:
    """The customer has just written `chaser`: where that is too often, a nag is due at once and the next one up gets it, too."""
    since = inquiry.waiting_since
    if inquiry.state is not InquiryState.WAITING or since is None:
        return inquiry, ()
    known = list(turns)
    count = count_chasers(known, since)
    earlier = [turn for turn in known if turn.at < chaser.at]
    if count < CHASERS_THAT_HASTEN or count == count_chasers(earlier, since):
        return inquiry, ()
    hastened = ladders.take_next_step_now(inquiry, policy.find_ladder(inquiry.ladder), policy.hours, now)
    notes = [JournalNote("chased", f"wrote again {count} times without an answer: the next step comes at once")]
    if hastened.escalated > inquiry.escalated:
        notes.append(JournalNote("escalated", f"{hastened.escalated} up, since the customer wrote again"))
    return hastened, tuple(notes)
