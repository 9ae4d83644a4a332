"""Writes digests, urgent mail and weekly reports into the outbox, and writes a digest anew at the moment it leaves.

Fetches rows, asks `core.inquiry.due` who gets what, and stores the letter. Used by the reminders, which queue, and by the
deliveries, which ask for the words as they stand now; it belongs to neither.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from watcher.core import digest_times, hours
from watcher.core.health.folders import folder_subject
from watcher.core.health.model import IncidentKind
from watcher.core.inquiry import decide, due, roster, rota
from watcher.core.inquiry.due import DutyRoster
from watcher.core.inquiry.model import DigestLine, Inquiry, ReviewEntry
from watcher.core.inquiry.roster import Person
from watcher.core.letters import digest, digest_room, glance, observation, report, templates
from watcher.core.letters.mime import LetterHead
from watcher.core.message.model import Address
from watcher.core.outbox import account, letter_state
from watcher.core.outbox.model import Letter, LetterKind, LetterReason
from watcher.edge.store.store import Transaction
from watcher.service import reporting
from watcher.service.acknowledgement import AcknowledgementWriter
from watcher.service.outbox_journal import unreachable_readers

log = logging.getLogger("watcher.reminders")


@dataclass(frozen=True, slots=True)
class ReminderConfig:
    """What the reminders know of the configuration; replaced as a whole when it changes."""

    people: Mapping[str, Person]
    policies: Mapping[str, decide.Policy]  # by mailbox, in the order of the configuration
    senders: Mapping[str, Address]  # by mailbox
    calendar: hours.Calendar
    templates: templates.TemplateSet
    teams: Mapping[str, rota.Team] = field(default_factory=dict)  # by name


@dataclass(frozen=True, slots=True)
class DigestPlan:
    """A digest that is to be written, at the slot of this key: of what waits for the person, `due` makes it necessary."""

    person: Person
    slot: str
    waiting: Sequence[Inquiry]
    due: Sequence[Inquiry]


def digest_key(person: Person, slot: str) -> str:
    """Of the one digest that they get at the slot of this key."""
    return f"digest:{person.name}:{slot}"


class DigestWriter:
    """`queue_*` add a letter to the outbox and return how many were added: 0 where the same letter is there already."""

    def __init__(self, config: ReminderConfig, key: bytes) -> None:
        """`key` signs the letters, and what a reply to them may do."""
        self.config = config
        self._key = key

    def duty_roster(self, tx: Transaction, now: datetime) -> DutyRoster:
        """Who is responsible for what now."""
        config = self.config
        absent = roster.absent_people(config.people, tx.people.current_absences(now), config.calendar, now)
        incidents = tx.incidents.list_open()
        return DutyRoster(
            config.people,
            config.policies,
            config.calendar,
            absent,
            unreachable_readers(incidents),
            account.find_blocked(incidents, now),
            {name: rota.describe_duty(team, config.people, absent, now) for name, team in config.teams.items()},
        )

    def queue_digest(self, tx: Transaction, duty: DutyRoster, plan: DigestPlan, now: datetime) -> int:
        """What waits, and what was set aside and not shown yet, at a slot of theirs; that nothing does where nothing does."""
        person, key = plan.person, digest_key(plan.person, plan.slot)
        lines = [
            _plan_line(inquiry, now, is_expected=due.is_first_nag_expected(inquiry, plan.due))
            for inquiry in plan.waiting
        ]
        unshown = self.unshown_reviews(tx, duty, person)
        draft = _DigestDraft(LetterKind.DIGEST, key, person, plan.waiting, lines, unshown)
        return self._queue_draft(tx, duty, draft, plan.slot, now)

    def unshown_reviews(self, tx: Transaction, duty: DutyRoster, person: Person) -> list[ReviewEntry]:
        """What was set aside in the mailboxes that this person looks after now, and no accepted digest has shown."""
        return [
            review for review in tx.reviews.list_unshown_reviews() if person.name in duty.reviewers_of(review.mailbox)
        ]

    def queue_urgent_mail(
        self, tx: Transaction, duty: DutyRoster, person: Person, inquiry: Inquiry, now: datetime
    ) -> int:
        """One inquiry, at once. It is the same letter as long as `urgent_at` is the same."""
        assert inquiry.urgent_at is not None
        slot = f"{inquiry.urgent_at:%Y-%m-%d %H:%M:%S}"
        key = f"urgent:{person.name}:{inquiry.number} {slot}"
        line = DigestLine(inquiry.number, inquiry.nags, inquiry.waiting_since)
        return self._queue_draft(tx, duty, _DigestDraft(LetterKind.URGENT, key, person, [inquiry], [line]), slot, now)

    def queue_renewal(self, tx: Transaction, inquiry: Inquiry, now: datetime) -> int:
        """The second letter to its customer, or why there is none: its time has come."""
        policy = decide.policy_of(self.config.policies, inquiry.mailbox)
        sender = self.config.senders[policy.mailbox]
        writer = AcknowledgementWriter(sender, policy, self.config.templates, self._key)
        return int(writer.queue_renewal(tx, inquiry, now))

    def queue_report(self, tx: Transaction, duty: DutyRoster, person: Person, slot: str, now: datetime) -> int:
        """The week in figures."""
        config, key = self.config, f"report:{person.name}:{slot}"
        if tx.letters.has_key(key):
            return 0  # the clock has stepped back
        figures = reporting.collect_figures(tx, config.policies, now - due.REPORT_PERIOD, now, config.calendar.zone)
        mailbox = duty.sending_mailbox(person, [])
        composed = report.build_report(config.templates, self._letter_head(person, mailbox, key, now), figures)
        letter = replace(
            letter_state.queued(LetterKind.REPORT, key, mailbox, composed, now), person=person.name, slot=slot
        )
        return int(tx.letters.add_to_queue(letter) is not None)

    def queue_observation(self, tx: Transaction, duty: DutyRoster, person: Person, slot: str, now: datetime) -> int:
        """What would have been done in the mailboxes that are only observed, since this was said last."""
        key, observed = f"observation:{person.name}:{slot}", duty.observed_mailboxes(person)
        newest = tx.letters.find_newest(person.name, LetterKind.OBSERVATION)
        since = newest.created_at if newest is not None else None
        withheld = [letter for letter in tx.letters.list_withheld(LetterReason.OBSERVED) if letter.mailbox in observed]
        waiting = tx.inquiries.list_waiting()
        content = observation.Observation(
            mailboxes=observed,
            letters=[letter for letter in withheld if since is None or letter.created_at > since],
            nags=[inquiry for inquiry in waiting if due.would_be_nagged(inquiry, observed, now)],
            glances=sum(review.mailbox in observed for review in tx.reviews.list_unshown_reviews()),
        )
        mailbox = duty.sending_mailbox(person, [])
        composed = observation.build_observation(
            self.config.templates, self._letter_head(person, mailbox, key, now), content
        )
        letter = replace(
            letter_state.queued(LetterKind.OBSERVATION, key, mailbox, composed, now), person=person.name, slot=slot
        )
        return int(tx.letters.add_to_queue(letter) is not None)

    def rerender(self, tx: Transaction, letter: Letter, now: datetime) -> bytes | datetime | None:
        """The letter as it stands now, without what was answered since it was written.

        None when nothing of it waits any more; an instant when its reader may not be written to before then.
        """
        duty = self.duty_roster(tx, now)
        person = duty.people.get(letter.person)
        if person is None:
            return None
        opening = duty.calendar_of(person).next_opening(now)
        if opening > now:
            return opening
        if not letter_state.is_rerendered(letter):
            return letter.data
        draft = self._draft_again(tx, duty, person, letter, now)
        if draft is None:
            return None
        composed = self._compose_digest(tx, duty, draft, duty.leaves_by(person, letter.mailbox, draft.waiting), now)
        _save_lines(tx, letter, draft, composed)
        return composed.letter.data

    def reroute_digests(self, tx: Transaction, duty: DutyRoster, now: datetime) -> int:
        """What waits at an account that cannot send goes by one that can; returns how many letters."""
        count = 0
        for letter in tx.letters.list_digests_at(duty.blocked):
            person = duty.people.get(letter.person)
            draft = self._draft_again(tx, duty, person, letter, now) if person is not None else None
            if person is None or draft is None:
                continue
            road = duty.leaves_by(person, letter.mailbox, draft.waiting)
            if road == letter.mailbox:
                continue
            composed = self._compose_digest(tx, duty, draft, road, now)
            if tx.letters.reroute(letter, letter_state.rerouted(letter, road, composed.letter, now)):
                _save_lines(tx, letter, draft, composed)
                text = "letter=%d kind=%s leaves by %s, since %s cannot send"
                tx.call_when_kept(log.warning, text, letter.id, letter.kind, road, letter.mailbox)
                count += 1
        return count

    # --- the mail

    def _draft_again(
        self, tx: Transaction, duty: DutyRoster, person: Person, letter: Letter, now: datetime
    ) -> _DigestDraft | None:
        """What is left to say of it now; None: nothing."""
        before = due.DigestLines(tx.letters.digest_lines(letter.id), tx.reviews.digest_reviews(letter.id))
        waiting = duty.waiting_for(person, tx.inquiries.list_waiting())
        unshown: Sequence[ReviewEntry] = ()
        if letter.kind is LetterKind.DIGEST:
            unshown = self.unshown_reviews(tx, duty, person)
        else:
            waiting = before.choose_waiting(waiting)
        if before.has_nothing_left(before.choose_waiting(waiting), len(unshown), person, letter.slot):
            return None
        lines = [_plan_line(inquiry, now, is_expected=before.is_nag_expected(inquiry)) for inquiry in waiting]
        return _DigestDraft(letter.kind, letter.key, person, waiting, lines, unshown)

    def _queue_draft(self, tx: Transaction, duty: DutyRoster, draft: _DigestDraft, slot: str, now: datetime) -> int:
        mailbox = duty.sending_mailbox(draft.person, draft.waiting)
        composed = self._compose_digest(tx, duty, draft, mailbox, now)
        letter = replace(
            letter_state.queued(draft.kind, draft.key, mailbox, composed.letter, now),
            person=draft.person.name,
            slot=slot,
        )
        stored = tx.letters.add_to_queue(letter)
        if stored is None:
            return 0
        _save_lines(tx, stored, draft, composed)
        return 1

    def _compose_digest(
        self, tx: Transaction, duty: DutyRoster, draft: _DigestDraft, mailbox: str, now: datetime
    ) -> digest.ComposedDigest:
        person, calendar = draft.person, duty.calendar_of(draft.person)
        content = digest.DigestContent(
            person=person.name,
            waiting=_describe_waiting(tx, duty, draft, now),
            coverage=_digest_coverage(tx, now),
            calendar=calendar,
            next_digest=digest_times.next_service_time(person.slots, calendar, now),
            urgent=draft.kind is LetterKind.URGENT,
            deputy=person.deputy or "",
            glances=[_glance_of(review) for review in draft.unshown],
        )
        head = self._letter_head(person, mailbox, draft.key, now)
        return digest.build_digest(self.config.templates, head, content)

    def _letter_head(self, person: Person, mailbox: str, key: str, now: datetime) -> LetterHead:
        return LetterHead(self.config.senders[mailbox], person.address, key, self._key, now, person.language)


@dataclass(frozen=True, slots=True)
class _DigestDraft:
    """A digest, or urgent mail, before it is composed."""

    kind: LetterKind
    key: str
    person: Person
    waiting: Sequence[Inquiry]
    lines: Sequence[DigestLine]  # what is told of each of them
    unshown: Sequence[ReviewEntry] = ()


def _plan_line(inquiry: Inquiry, now: datetime, *, is_expected: bool) -> DigestLine:
    nag = due.nag_to_tell(inquiry, now, is_expected=is_expected)
    return DigestLine(inquiry.number, nag, inquiry.waiting_since)


def _save_lines(tx: Transaction, letter: Letter, draft: _DigestDraft, composed: digest.ComposedDigest) -> None:
    """What this letter shows, for the commands that come back and for the day it is accepted."""
    by_number = {line.inquiry: line for line in draft.lines}
    tx.letters.save_digest_lines(letter.id, [by_number[number] for number in composed.inquiries])
    tx.reviews.save_digest_reviews(letter.id, composed.reviews)


def _glance_of(review: ReviewEntry) -> glance.Glance:
    sender = f"{review.sender_name} <{review.sender}>" if review.sender_name else review.sender
    return glance.Glance(review.number, sender, review.subject, review.why, review.rule, review.codes)


def _describe_waiting(
    tx: Transaction, duty: DutyRoster, draft: _DigestDraft, now: datetime
) -> list[digest_room.WaitingInquiry]:
    acknowledgements = tx.letters.latest_acknowledgements([inquiry.number for inquiry in draft.waiting])
    renewed = tx.letters.list_renewed([waits.number for waits in draft.waiting if waits.renewed_promise_at is not None])
    told = tx.letters.told_nags(draft.person.name)
    described = []
    for inquiry, line in zip(draft.waiting, draft.lines, strict=True):
        calendar = duty.policy_of(inquiry).hours
        waited = calendar.opening_time_between(inquiry.waiting_since or inquiry.opened_at, now)
        last = told.get(inquiry.number)
        entry = digest_room.WaitingInquiry(
            inquiry,
            line.nag,
            waited,
            None,
            is_renewed=inquiry.number in renewed,
            is_free=duty.is_free_to_take(inquiry),
            last_listed=last.letter if last else 0,
        )
        if acknowledgement := acknowledgements.get(inquiry.number):
            entry = replace(
                entry,
                acknowledgement_state=acknowledgement.state,
                acknowledgement_reason=acknowledgement.reason,
                acknowledgement_error=acknowledgement.error,
            )
        described.append(entry)
    return described


def _digest_coverage(tx: Transaction, now: datetime) -> digest.Coverage:
    since = now - timedelta(hours=24)
    opened, unreadable = tx.inquiries.count_opened_since(since)
    incidents = tx.incidents.list_open()
    unread = {
        found.subject for found in incidents if found.kind is IncidentKind.FOLDER_UNSEEN
    }  # these say so themselves
    looks = [
        folder.last_look_at
        for folder in tx.folders.list_folders()
        if folder_subject(folder.mailbox, folder.name) not in unread
    ]
    return digest.Coverage(
        messages=tx.ledger.count_decided_since(since),
        inquiries=opened,
        unreadable=unreadable,
        last_scan_at=min((at for at in looks if at is not None), default=None),
        incidents=incidents,
    )
