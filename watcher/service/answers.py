"""A person answers a digest → their commands are carried out, in the transaction of the message that brought them.

Shared by the way in and the command line: whoever says "done", the same is done. Decides nothing itself: `core` says whether a
mail may be obeyed, what its lines mean and what a command changes; and never sends: it only queues the confirmation.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from watcher.core.commands import authorise, commands
from watcher.core.commands.commands import Order, Puzzle
from watcher.core.commands.words import fold
from watcher.core.inquiry import decide, threads
from watcher.core.inquiry.model import Inquiry, State
from watcher.core.letters import confirmation
from watcher.core.letters.letters import ComposeError
from watcher.core.letters.templates import Templates
from watcher.core.letters.wording import Words
from watcher.core.message.model import Address, Facts, Kind, Us
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import Letter, LetterKind
from watcher.core.rules import proposals
from watcher.core.rules.model import Verdict
from watcher.edge.store.commands import Proposal, Taken
from watcher.edge.store.store import Tx

log = logging.getLogger("watcher.answers")

#: Ids of one message that are looked up.
MAX_PARENTS = 30
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Colleague:
    """A person who may give commands."""

    name: str
    addresses: frozenset[str]  # case-folded
    deputy: str = ""
    language: str = ""
    morning: time = commands.MORNING  # what a day without a time means


@dataclass(frozen=True, slots=True)
class House:
    """Who may give commands, and what the configuration says of the mailboxes they are about."""

    people: Mapping[str, Colleague]
    policies: Mapping[str, decide.Policy]  # by mailbox, in the order of the configuration
    zone: ZoneInfo

    def person(self, address: Address) -> Colleague | None:
        return next((each for each in self.people.values() if address.key in each.addresses), None)

    def policy(self, inquiry: Inquiry) -> decide.Policy:
        return self.policies.get(inquiry.mailbox) or next(iter(self.policies.values()))


# --- one command, from wherever it comes


def carry_out(
    tx: Tx, inquiry: Inquiry, command: decide.Command, policy: decide.Policy, now: datetime
) -> decide.Decision:
    """Stores what a command changes. What is dismissed proposes the rule that would have known; a reopened one takes it back."""
    decision = decide.on_command(inquiry, command, policy, now)
    if decision.inquiry is None:
        return decision
    tx.inquiries.save(decision.inquiry)
    tx.inquiries.add_to_journal(inquiry.number, now, [(each.event, each.text) for each in decision.journal])
    if command.verb == "dismiss" and (rule := _rule(tx, inquiry)):
        tx.commands.propose(Proposal(inquiry.number, now, command.by, rule))
    elif command.verb == "reopen":
        tx.commands.withdraw(inquiry.number)
    return decision


def _rule(tx: Tx, inquiry: Inquiry) -> str | None:
    first = next(iter(tx.mail.lines_of(inquiry.number)), None)
    if first is None:
        return None
    return proposals.rule(proposals.Dismissed(inquiry.number, first.sender, inquiry.customer, first.subject))


# --- a mail with commands


class Desk:
    """One mailbox's desk for commands by mail."""

    def __init__(self, mailbox: str, address: Address, us: Us, templates: Templates, house: House, key: bytes) -> None:
        """`key` signed the digests and signs the confirmations."""
        self._mailbox = mailbox
        self._address = address
        self._us = us
        self._templates = templates
        self._house = house
        self._key = key

    def take(self, tx: Tx, message: Facts, verdict: Verdict, now: datetime) -> tuple[decide.Decision, bool] | None:
        """Carries out what the mail says; the decision on it, and whether a letter was queued. None: it is no answer to us."""
        author = message.author
        person = self._house.person(author) if author else None
        if person is None or not authorise.is_candidate(message, verdict.codes, person.addresses):
            return None
        named = list(self._named(tx, message))
        judged = authorise.judge(message, verdict.codes, named, person.addresses, self._key, self._us, now)
        if judged is None:
            return None
        if isinstance(judged, authorise.Refusal):
            return self._refused(tx, message, person, named[0].letter, judged, now)
        lines, doubtful = authorise.own_lines(message, judged.data)
        mark = authorise.replay_mark(message, judged.id, lines)
        if tx.commands.seen(message.fingerprint, message.message_id, mark):
            return _decision("commands that were taken before"), False
        if tx.commands.obeyed(person.name, now - HOUR) >= authorise.MAX_PER_HOUR:
            refusal = authorise.Refusal(
                f"more than {authorise.MAX_PER_HOUR} mails with commands in an hour: wait a little"
            )
            return self._refused(tx, message, person, judged, refusal, now)
        account = _Hand(tx, self._house, self._templates.words(person.language), person, judged, now).obey(
            lines, doubtful
        )
        names = (message.fingerprint, message.message_id, mark)
        tx.commands.add(Taken(*names, person.name, judged.id, now, account.changed, account.summary))
        log.info(
            "commands person=%s digest=%d changed=%d: %s", person.name, judged.id, account.changed, account.summary
        )
        why = f"commands of {person.name}: {account.headline.casefold()}"
        return _decision(why), self._confirm(tx, message, person, judged, account, now)

    def _refused(
        self, tx: Tx, message: Facts, person: Colleague, digest: Letter, refusal: authorise.Refusal, now: datetime
    ) -> tuple[decide.Decision, bool]:
        """Nothing of it counts; the person is told, as long as that does no harm itself."""
        decision = _decision(f"no commands: {refusal.why}")
        if not refusal.tell or tx.commands.refused(person.name, now - HOUR) >= authorise.MAX_TOLD_PER_HOUR:
            return decision, False
        tx.commands.refuse(person.name, now, refusal.why)
        log.warning("no commands person=%s digest=%d: %s", person.name, digest.id, refusal.why)
        account = confirmation.Account(refused=f"{refusal.why}. Nothing was changed.")
        return decision, self._confirm(tx, message, person, digest, account, now)

    def _named(self, tx: Tx, message: Facts) -> Iterator[authorise.Named]:
        """The digest that the nearest id names, and those of the tokens."""
        by_id = False
        for parent in threads.parent_ids(message)[:MAX_PARENTS]:
            letter = tx.letters.by_message_id([parent])
            if letter is not None and letter.kind in authorise.ANSWERABLE:
                by_id = True
                yield authorise.Named(letter)
                break
        for token in authorise.named_tokens(message, by_id)[:MAX_PARENTS]:
            letter = tx.letters.by_local_part(authorise.name_of(token))
            if letter is not None and letter.kind in authorise.ANSWERABLE:
                yield authorise.Named(letter, token)

    def _confirm(
        self, tx: Tx, message: Facts, person: Colleague, digest: Letter, account: confirmation.Account, now: datetime
    ) -> bool:
        assert message.author is not None
        key = f"confirmation:{message.fingerprint}"
        try:
            composed = confirmation.compose(
                self._templates, self._address, message.author, message, digest, account,
                key=self._key, letter_key=key, now=now.astimezone(self._house.zone), language=person.language,
            )  # fmt: skip
        except ComposeError as error:
            log.warning("no confirmation mailbox=%s: %s", self._mailbox, error)
            return False
        letter = letter_state.queued(LetterKind.CONFIRMATION, key, self._mailbox, composed, now)
        return tx.letters.queue(letter) is not None


def _decision(why: str) -> decide.Decision:
    return decide.Decision(Kind.OUTGOING, why, ("own-address",))


class _Hand:
    """Carries out the lines of one mail."""

    def __init__(self, tx: Tx, house: House, words: Words, person: Colleague, digest: Letter, now: datetime) -> None:
        self._words = words
        self._tx, self._house, self._person, self._now = tx, house, person, now
        self._lines = tx.letters.lines(digest.id)
        self._account = confirmation.Account()

    def obey(self, lines: Sequence[str], doubtful: Sequence[str]) -> confirmation.Account:
        """What is understood is carried out, line by line; what is not changes nothing and is said."""
        found = commands.read(lines)
        account = self._account
        unclear = [each.line for each in commands.read(doubtful) if isinstance(each, Order)]
        for line in unclear:
            self._problem(
                line, "a customer wrote the same: press the button, or say it in other words, such as 1 done please"
            )
        if not found and not unclear:
            account.problems.append("I found no command in your answer")
        for each in found:
            if isinstance(each, Puzzle):
                self._problem(each.line, each.why)
            elif each.verb in ("away", "back"):
                self._absence(each)
            else:
                self._order(each)
        return account

    def _problem(self, line: str, why: str) -> None:
        self._account.problems.append(f"\u201c{confirmation.shown(line, commands.MAX_SHOWN)}\u201d: {why}")

    def _when(self, order: Order) -> datetime | None:
        try:
            return commands.parse_when(order.argument, self._now, self._house.zone, self._person.morning)
        except ValueError as error:
            self._problem(order.line, str(error))
            return None

    def _said(self, until: datetime) -> str:
        return self._words.when(until, self._now, self._house.zone)

    def _absence(self, order: Order) -> None:
        name = self._person.name
        if order.verb == "back":
            was_away = self._tx.people.away(name, self._now)
            self._tx.people.set_away(name, None)
            self._account.done.append("Welcome back" if was_away else "You were not away, and are not now")
        elif until := self._when(order):
            self._tx.people.set_away(name, until)
            who = f"; meanwhile {self._person.deputy} gets what is yours" if self._person.deputy else ""
            self._account.done.append(f"You are away until {self._said(until)}{who}")

    def _order(self, order: Order) -> None:
        command = self._command(order)
        if command is None:
            return
        unknown = [number for number in order.numbers if not 1 <= number <= len(self._lines)]
        if unknown:
            there = f"it has 1 to {len(self._lines)}" if self._lines else "it lists none"
            self._problem(order.line, f"the digest you answer has no {', '.join(map(str, unknown))}: {there}")
            return
        for number in order.numbers:
            self._one(number, order, command)

    def _command(self, order: Order) -> decide.Command | None:
        by = f"{self._person.name}, by mail"
        if order.verb == "snooze":
            until = self._when(order)
            return decide.Command("snooze", by, until=until) if until else None
        if order.verb == "assign":
            people = {fold(name): name for name in self._house.people} | {"me": self._person.name}
            if order.argument not in people:
                self._problem(order.line, f"I know no such person, only {', '.join(self._house.people)}")
                return None
            return decide.Command("assign", by, owner=people[order.argument])
        return decide.Command(order.verb, by)

    def _one(self, line: int, order: Order, command: decide.Command) -> None:
        inquiry = self._tx.inquiries.get(self._lines[line - 1])
        assert inquiry is not None, "a digest line names an inquiry that is there"
        what = confirmation.naming(line, inquiry)
        decision = carry_out(self._tx, inquiry, command, self._house.policy(inquiry), self._now)
        if decision.inquiry is None:
            state = f"with {inquiry.owner}" if command.verb == "assign" else str(inquiry.state)
            self._account.done.append(f"{what}: is {state} already, nothing to do")
            return
        self._account.changed += 1
        said = {
            "done": "done",
            "dismiss": "no inquiry",
            "reopen": "waits again",
            "assign": f"is {command.owner}'s now",
            "snooze": f"sleeps until {self._said(command.until)}" if command.until else "",
        }[command.verb]
        if command.verb == "dismiss" and decision.inquiry.state is State.DISMISSED:
            said += "; `watcher rules propose` shows the rule that would have known"
        self._account.done.append(f"{what}: {said}")
