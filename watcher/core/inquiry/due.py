"""What is due for whom, by the clock alone: which slot, which inquiries make a digest necessary, who gets urgent mail.

Rows as values in, values out; the service fetches the rows, asks here and stores the answer. Three rules carry the rest:

A nag is one when a reader has it. A line of a digest says which nag it tells, n + 1 where n were told before and the next is due;
the inquiry goes up its ladder when a server has accepted that digest, not when it is written. So what is due stays due while a
digest is refused, lost, taken back or has no room for it, and missed slots coalesce into the latest one. An instant that only a
clock gone wrong can have written counts as come.

A person hears of it though another's digest was first. One nag goes into the digests of all who are responsible and counts once,
since they tell the same number; whoever was told another number last has not heard of it.

Nobody is written to at night. Whether mail may come now is the reader's calendar: their opening hours without the quiet ones.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from watcher.core import digest_times, hours
from watcher.core.inquiry import decide, roster
from watcher.core.inquiry.decide import Policy
from watcher.core.inquiry.model import DigestLine, Inquiry, InquiryChange, InquiryState, ToldNag
from watcher.core.inquiry.roster import Person
from watcher.core.inquiry.rota import TeamDuty

#: A slot that was served so far ahead was served by a clock that was wrong, and has been set right.
MAX_SLOT_LEAD = timedelta(days=2)
#: No step of a ladder reaches further: a nag that lies further ahead was set by a clock that was wrong.
MAX_NAG_LEAD = timedelta(days=400)
REPORT_PERIOD = timedelta(days=7)
#: Between the first digest that lists an inquiry and the end of its promise: who reads it has to be able to keep it.
TIME_TO_ANSWER = timedelta(hours=1)
#: What the journal calls that which makes a nag due by itself, wherever the ladder stands: the end of a snooze, a chaser.
_DUE_ANEW = frozenset({"woke", "chased"})


@dataclass(frozen=True, slots=True)
class DutyRoster:
    """Who is responsible for what at one instant."""

    people: Mapping[str, Person]
    policies: Mapping[str, Policy]  # by mailbox, in the order of the configuration
    calendar: hours.Calendar  # the house's
    away: frozenset[str]
    unreachable: frozenset[str] = frozenset()  # mail to them does not arrive
    blocked: frozenset[str] = frozenset()  # mailboxes whose account cannot send: `account.find_blocked`
    teams: Mapping[str, TeamDuty] = field(
        default_factory=dict
    )  # by name: who is on duty of those who own something together

    def policy_of(self, inquiry: Inquiry) -> Policy:
        return decide.policy_of(self.policies, inquiry.mailbox)

    def calendar_of(self, person: Person) -> hours.Calendar:
        """When mail may come to them."""
        return person.calendar or self.calendar

    def responsible_people(self, inquiry: Inquiry) -> list[str]:
        """Whom it is with, the first of all first."""
        owner = roster.current_owner(inquiry.owner, self.policy_of(inquiry).owner, self.people, self.teams)
        return self.people_of(owner, inquiry.escalated)

    def people_of(self, owner: str, escalated: int = 0) -> list[str]:
        """Whom it is with that belongs to this person, or to this team: those on duty, and so many more up the chain."""
        if (team := self.teams.get(owner)) is not None and owner not in self.people:
            count = len(team.on_duty) + escalated
            return roster.reachable_people(team.chain, count, self.away, self.unreachable)
        return roster.responsible_people(self.people, owner, escalated, self.away, self.unreachable)

    def is_passed_on_to(self, person: Person, inquiry: Inquiry) -> bool:
        """Was it first of all somebody else's, of those whom it is with?"""
        if self.is_free_to_take(inquiry):
            return person.name not in self.teams[inquiry.owner].on_duty
        return self.responsible_people(inquiry)[0] != person.name

    def is_free_to_take(self, inquiry: Inquiry) -> bool:
        """Is it with a team, and nobody of it has taken it?"""
        return inquiry.owner in self.teams and inquiry.owner not in self.people

    def waiting_for(self, person: Person, waiting: Sequence[Inquiry]) -> list[Inquiry]:
        """Of what waits, their own and what was passed on to them; nobody is reminded of what is only observed."""
        return [
            inquiry
            for inquiry in waiting
            if person.name in self.responsible_people(inquiry) and not self.policy_of(inquiry).observes
        ]

    def observed_mailboxes(self, person: Person) -> list[str]:
        """The mailboxes of theirs that are only observed; of a team's, whoever is on duty first."""
        return [
            name
            for name, policy in self.policies.items()
            if policy.observes and person.name in (policy.owner, *self._first_on_duty(policy.owner))
        ]

    def _first_on_duty(self, owner: str) -> tuple[str, ...]:
        return self.teams[owner].on_duty[:1] if owner in self.teams else ()

    def reviewers_of(self, mailbox: str) -> list[str]:
        """Who is shown what was set aside there: the mailbox's owner, or whoever stands in for them; where mail does not reach them,
        the next one too. Nobody, while it is only observed."""
        policy = decide.policy_of(self.policies, mailbox)
        if policy.observes:
            return []
        return self.people_of(policy.owner)

    def sending_mailbox(self, person: Person, listed: Sequence[Inquiry]) -> str:
        """Whose account carries a mail to them: the one of the first inquiry in it, else their own; where that cannot send, the next
        one that can."""
        first = decide.policy_of(self.policies, listed[0].mailbox if listed else person.mailbox).mailbox
        return self.leaves_by(person, first, listed)

    def leaves_by(self, person: Person, mailbox: str, listed: Sequence[Inquiry]) -> str:
        """Whose account carries a mail that waits at this mailbox: that one, as long as it can, and where no other one can."""
        roads = [mailbox, *(inquiry.mailbox for inquiry in listed), person.mailbox, *self.policies]
        known = [road for road in roads if road in self.policies]
        return next((road for road in known if road not in self.blocked), known[0])


@dataclass(frozen=True, slots=True)
class SlotCheck:
    """A slot to serve now; and what to put on record as the last one served, None: nothing yet."""

    slot: digest_times.Slot | None = None
    served_at: datetime | None = None


def check_digest_slot(person: Person, calendar: hours.Calendar, served_at: datetime | None, now: datetime) -> SlotCheck:
    """The latest slot that has come since `served_at`; missed ones coalesce into it.

    The first time, and after a clock that was wrong, the count begins now: no digest for slots from before.
    """
    if served_at is None or served_at > now + MAX_SLOT_LEAD:
        return SlotCheck(served_at=now)
    return SlotCheck(digest_times.due_slot(person.slots, calendar, now, served_at))


def check_report_slot(person: Person, calendar: hours.Calendar, served_at: datetime | None, now: datetime) -> SlotCheck:
    """The time of the weekly report that has come since `served_at`. Begins with the first time this is asked."""
    if person.report is None:
        return SlotCheck()
    if served_at is None:
        return SlotCheck(served_at=now)
    slot = digest_times.due_weekly_slot(person.report, calendar, now, served_at)
    return SlotCheck(slot, slot.at) if slot else SlotCheck()


def is_nag_due(inquiry: Inquiry, now: datetime) -> bool:
    """It has come; or the last or the next nag lies so far ahead that the clock was wrong when it was set."""
    if inquiry.nagged_at is not None and inquiry.nagged_at > now:
        return True
    at = inquiry.next_nag_at
    return at is not None and (at <= now or at > now + MAX_NAG_LEAD)


def due_inquiries(
    duty: DutyRoster, person: Person, waiting: Sequence[Inquiry], told: Mapping[int, ToldNag], now: datetime
) -> list[Inquiry]:
    """What makes a digest necessary, of what waits for this person: a nag that is due, or that somebody else's digest brought
    and this person was not told of (`told`: inquiry → their last); a promise that would be broken before the next digest;
    something newly passed on."""
    next_digest = digest_times.next_service_time(person.slots, duty.calendar_of(person), now)

    def is_due(inquiry: Inquiry) -> bool:
        last = told.get(inquiry.number)
        unheard = inquiry.nags > 0 and (last is None or last.nag != inquiry.nags)
        passed_on = last is None and duty.is_passed_on_to(person, inquiry)
        return is_nag_due(inquiry, now) or unheard or _is_promise_at_risk(inquiry, next_digest) or passed_on

    return [inquiry for inquiry in duty.waiting_for(person, waiting) if is_due(inquiry)]


def _is_promise_at_risk(inquiry: Inquiry, next_digest: datetime | None) -> bool:
    """Nobody was nagged yet, and the next digest would come too late to keep it."""
    if inquiry.nags or inquiry.promise_at is None or next_digest is None:
        return False
    return inquiry.promise_at < next_digest + TIME_TO_ANSWER


def nag_to_tell(inquiry: Inquiry, now: datetime, *, is_expected: bool) -> int:
    """The number of the nag that a line about it tells: the next one where that is due, or where it is what the digest is written
    for and nobody was nagged before; else the last one."""
    return inquiry.nags + (is_nag_due(inquiry, now) or is_expected)


def is_first_nag_expected(inquiry: Inquiry, due: Collection[Inquiry]) -> bool:
    """Is it among what makes the digest necessary, though no nag of it is due: a promise at risk, or newly passed on?"""
    return inquiry.nags == 0 and any(inquiry.number == other.number for other in due)


def count_told_nag(
    duty: DutyRoster, inquiry: Inquiry, told_at: datetime, journal: Sequence[tuple[datetime, str]], now: datetime
) -> InquiryChange:
    """Somebody was told a nag more than was counted, by a letter that left at `told_at` (UTC): it goes a step up its ladder.

    That may become known hours later. Where it was put off meanwhile, or the customer has chased it, the next nag stays due as that
    says: a reminder that somebody asked for is not taken for told. `journal` is (instant, event).
    """
    is_due_anew = any(event in _DUE_ANEW and at > told_at for at, event in journal)
    if inquiry.state is InquiryState.SNOOZED or is_due_anew:
        return decide.count_earlier_nag(inquiry, told_at)
    return decide.advance_due_inquiry(inquiry, duty.policy_of(inquiry), now)


def is_all_clear_due(
    duty: DutyRoster, person: Person, slot: digest_times.Slot, last_slot: str, waiting: Collection[Inquiry]
) -> bool:
    """Is it time for the line that says that nothing waits: at the last slot of a day, or a week, on which nothing was said? Who observes a
    mailbox is told daily what would have been done there.

    `last_slot`: the key of the slot of their newest digest, "" where there is none.
    """
    if waiting or duty.observed_mailboxes(person) or _day_of(last_slot) == _day_of(slot.key):
        return False
    if person.all_clear == "daily":
        return digest_times.is_last_of_day(person.slots, slot.key)
    return person.all_clear == "weekly" and digest_times.is_last_of_week(person.slots, duty.calendar_of(person), slot)


def is_review_digest_due(person: Person, slot: digest_times.Slot, unshown: int) -> bool:
    """Does what was set aside make a digest of its own necessary? Only at the last slot of a day: it can wait for one that leaves
    anyway, but not for another day. A digest that left earlier that day does not matter: it showed what there was by then."""
    return unshown > 0 and digest_times.is_last_of_day(person.slots, slot.key)


def is_observation_due(duty: DutyRoster, person: Person, slot: digest_times.Slot) -> bool:
    """Is it time to say what would have been done in the mailboxes of theirs that are only observed: once a day, at the last slot?"""
    return bool(duty.observed_mailboxes(person)) and digest_times.is_last_of_day(person.slots, slot.key)


def would_be_nagged(inquiry: Inquiry, mailboxes: Collection[str], now: datetime) -> bool:
    """Does it wait in one of these mailboxes, which are only observed, so long that somebody would have been reminded?"""
    return inquiry.mailbox in mailboxes and is_nag_due(inquiry, now)


def _day_of(slot_key: str) -> str:
    """`2026-11-24 09:00` → `2026-11-24`."""
    return slot_key.partition(" ")[0]


def urgent_recipient(duty: DutyRoster, inquiry: Inquiry, now: datetime) -> Person | None:
    """To whom urgent mail about it goes: whom it is with first of all, of those whom mail reaches; None while no mail may come to
    them, or it is only observed."""
    if duty.policy_of(inquiry).observes:
        return None
    names = duty.responsible_people(inquiry)
    person = duty.people[next((name for name in names if name not in duty.unreachable), names[0])]
    return person if duty.calendar_of(person).is_open(now) else None


@dataclass(frozen=True, slots=True)
class DigestLines:
    """What a digest lists: inquiries, and the numbers of what was set aside."""

    inquiries: Sequence[DigestLine]
    reviews: Collection[int]

    def choose_waiting(self, waiting: Sequence[Inquiry]) -> list[Inquiry]:
        """Of all that waits for its reader now, what it was written for. A digest that listed no inquiry says that none waits: then
        what came since makes it a digest like any other."""
        listed = {line.inquiry for line in self.inquiries}
        return [inquiry for inquiry in waiting if not listed or inquiry.number in listed]

    def is_nag_expected(self, inquiry: Inquiry) -> bool:
        """Was it to tell the next nag of this inquiry when it was written?"""
        return any(line.inquiry == inquiry.number and line.nag == inquiry.nags + 1 for line in self.inquiries)

    def has_nothing_left(self, waiting: Sequence[Inquiry], unshown: int, person: Person, slot: str) -> bool:
        """Is nothing left of what it was written for: `waiting` of its inquiries, and `unshown` messages set aside?

        One that was written to say that nothing waits still says so. What was set aside keeps it only where it would have been
        reason enough: at the last slot of a day.
        """
        if waiting or not (self.inquiries or self.reviews):
            return False
        return unshown == 0 or not digest_times.is_last_of_day(person.slots, slot)
