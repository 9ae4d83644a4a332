"""One mail in several watched mailboxes is one inquiry: whose it is follows from the mail, not from which was looked at first.

A mailbox in `To` comes before one in `Cc`, and both before one that is not named; then the order of the configuration counts. What was
answered before the first addressee's inbox was read is with the mailbox that answered it.

Who dismisses an inquiry speaks for their own mailbox: it goes to the next one in which the mail lies, and is dismissed with the last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from watcher.core.inquiry.decide import InquiryCommand, Policy, start_ladder
from watcher.core.inquiry.model import (
    OPEN_STATES,
    Inquiry,
    InquiryChange,
    InquiryState,
    JournalNote,
    MessageDecision,
    ProblemKind,
)
from watcher.core.message.model import Address, Facts
from watcher.core.rules import suppression

#: Events of the journal: by whoever dismissed it in the one mailbox, and because the mail names the other one first.
HANDED_ON, MOVED = "handed on", "moved"


class SharedMail(NamedTuple):
    """A mail that lies in several mailboxes, and the inquiry that it opened in the first of them that was looked at. `answered_in`: the
    mailboxes among whose sent mail the answer lies; sent mail is read before an inbox."""

    facts: Facts
    inquiry: Inquiry
    answered_in: Collection[str]


def decide_copy(
    decision: MessageDecision, mail: SharedMail, mine: Policy, other: Policy, now: datetime
) -> MessageDecision:
    """A copy of the mail, whose inquiry is with the mailbox of `other`, is seen for the first time in that of `mine`."""
    facts, inquiry, answered_in = mail
    if inquiry.problem_kind is ProblemKind.MERGED:
        return decision
    if inquiry.state is InquiryState.DISMISSED and mine.owner != other.owner:
        change = _hand_on(inquiry, other, mine, "it was dismissed there, and came here too", now)
    elif _recipient_rank(facts, mine) > _recipient_rank(facts, other):
        return decision
    elif inquiry.state in OPEN_STATES:
        change = _move_inquiry(inquiry, other, mine, "its first addressee")
    elif inquiry.state is InquiryState.ANSWERED and mine.mailbox in answered_in and other.mailbox not in answered_in:
        change = _move_inquiry(inquiry, other, mine, "its first addressee, who answered it")
    else:
        return decision
    return replace(decision, why=f"{decision.why}: {change.why}", inquiry=change.inquiry, journal=change.journal)


def dismiss_in_mailbox(
    inquiry: Inquiry,
    command: InquiryCommand,
    holders: Collection[str],
    journal: Iterable[JournalNote],
    policies: Mapping[str, Policy],
    now: datetime,
) -> InquiryChange | None:
    """The inquiry goes to another mailbox in which the mail lies; None: there is none left, and it is dismissed.

    `holders`: the mailboxes in which the mail lies; `policies`: in the order of the configuration.
    """
    mine = policies.get(inquiry.mailbox)
    if mine is None or inquiry.state is InquiryState.DISMISSED:
        return None
    passed = {
        mailbox
        for note in journal
        if note.event == HANDED_ON
        for mailbox in policies
        if _tells_departure(note, mailbox)
    }
    for name, policy in policies.items():
        if name in holders and name != mine.mailbox and name not in passed and policy.owner != inquiry.owner:
            return _hand_on(replace(inquiry, owner=mine.owner), mine, policy, f"dismissed by {command.by}", now)
    return None


def names_another_mailbox(facts: Facts, mine: Policy) -> bool:
    """Is the mail addressed to another mailbox of the house, too? Then either may have acknowledged it."""
    others = mine.own_addresses.mailboxes - mine.addresses if mine.addresses else frozenset()
    return any(suppression.is_own_address(address, others) for address in (*facts.to, *facts.cc))


def _tells_departure(note: JournalNote, mailbox: str) -> bool:
    return note.text.startswith(f"from {mailbox} to ")


def _hand_on(inquiry: Inquiry, giver: Policy, taker: Policy, why: str, now: datetime) -> InquiryChange:
    """It waits in the other mailbox from now on, its ladder at the foot."""
    moved = replace(
        _change_mailbox(inquiry, giver, taker), state=InquiryState.WAITING, nags=0, escalated=0, waiting_since=now
    )
    return _note_move(HANDED_ON, start_ladder(moved, taker), giver, taker, why)


def _move_inquiry(inquiry: Inquiry, giver: Policy, taker: Policy, why: str) -> InquiryChange:
    """It goes on in the other mailbox; where nobody was nagged yet, by the ladder there."""
    moved = _change_mailbox(inquiry, giver, taker)
    if inquiry.state is InquiryState.WAITING and not inquiry.nags:
        moved = start_ladder(moved, taker)
    return _note_move(MOVED, moved, giver, taker, why)


def _change_mailbox(inquiry: Inquiry, giver: Policy, taker: Policy) -> Inquiry:
    """Whom a rule or a person gave it to keeps it."""
    return replace(
        inquiry,
        mailbox=taker.mailbox,
        owner=taker.owner if inquiry.owner == giver.owner else inquiry.owner,
        ladder=taker.ladder if inquiry.ladder == giver.ladder else inquiry.ladder,
    )


def _note_move(event: str, moved: Inquiry, giver: Policy, taker: Policy, why: str) -> InquiryChange:
    text = f"from {giver.mailbox} to {taker.mailbox}: {why}"
    return InquiryChange(f"{moved.number} {event} {text}", moved, (JournalNote(event, text),))


def _recipient_rank(facts: Facts, policy: Policy) -> tuple[int, int]:
    for rank, addresses in enumerate((facts.to, facts.cc)):
        if _includes_mailbox(addresses, policy):
            return rank, policy.position
    return 2, policy.position


def _includes_mailbox(addresses: Iterable[Address], policy: Policy) -> bool:
    return any(suppression.is_own_address(address, policy.addresses) for address in addresses)
