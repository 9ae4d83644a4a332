"""A person answers a digest → their commands are carried out, in the transaction of the message that brought them.

Shared by the way in and the command line: whoever says "done", the same is done. Decides nothing itself: `core` says whether a
mail may be obeyed, what its lines mean and what a command changes; and never sends: it only queues the confirmation.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from watcher.core.commands import authorise, parse
from watcher.core.commands.parse import ParsedLine, UnparsedLine
from watcher.core.commands.vocabulary import fold_case_and_accents
from watcher.core.inquiry import decide, roster, threads
from watcher.core.inquiry.model import Inquiry, InquiryState
from watcher.core.inquiry.roster import Person
from watcher.core.letters import confirmation
from watcher.core.letters.mime import ComposeError, LetterHead
from watcher.core.letters.templates import TemplateSet
from watcher.core.letters.wording import Words
from watcher.core.message.foreign_text import safe_foreign_text
from watcher.core.message.model import Address, Facts, MessageKind, OwnIdentity
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import Letter, LetterKind
from watcher.core.rules import proposals
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.model import Verdict
from watcher.edge.store.commands import ProcessedCommandMail, StoredProposal
from watcher.edge.store.store import Transaction

log = logging.getLogger("watcher.answers")

#: Ids of one message that are looked up.
MAX_REFERENCED_IDS = 30
ONE_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class CommandConfig:
    """What is known of the configuration where commands are obeyed: by whom, and about which mailboxes."""

    people: Mapping[str, Person]
    policies: Mapping[str, decide.Policy]  # by mailbox, in the order of the configuration
    zone: ZoneInfo


# --- one command, from wherever it comes


def execute_command(
    tx: Transaction, inquiry: Inquiry, command: decide.InquiryCommand, policy: decide.Policy, now: datetime
) -> decide.Decision:
    """Stores what a command changes. What is dismissed proposes the rule that would have known; a reopened one takes it back."""
    decision = decide.apply_command(inquiry, command, policy, now)
    if decision.inquiry is None:
        return decision
    tx.inquiries.save(decision.inquiry)
    tx.inquiries.add_to_journal(inquiry.number, now, [(each.event, each.text) for each in decision.journal])
    if command.verb == "dismiss" and (rule := _proposed_rule(tx, inquiry)):
        tx.commands.save_proposal(StoredProposal(inquiry.number, now, command.by, rule))
    elif command.verb == "reopen":
        tx.commands.delete_proposal(inquiry.number)
    return decision


def _proposed_rule(tx: Transaction, inquiry: Inquiry) -> str | None:
    first = next(iter(tx.ledger.entries_of_inquiry(inquiry.number)), None)
    if first is None:
        return None
    return proposals.propose_rule(
        proposals.DismissedInquiry(inquiry.number, first.sender, inquiry.customer, first.subject)
    )


# --- a mail with commands


class CommandMailHandler:
    """One mailbox's desk for commands by mail."""

    def __init__(
        self, mailbox: str, address: Address, us: OwnIdentity, templates: TemplateSet, house: CommandConfig, key: bytes
    ) -> None:
        """`key` signed the digests and signs the confirmations."""
        self._mailbox = mailbox
        self._address = address
        self._own_addresses = us
        self._templates = templates
        self._command_config = house
        self._key = key

    def process_message(
        self, tx: Transaction, message: Facts, verdict: Verdict, now: datetime
    ) -> tuple[decide.Decision, bool] | None:
        """Carries out what the mail says; the decision on it, and whether a letter was queued. None: it is no answer to us."""
        author = message.author
        person = roster.find_by_address(self._command_config.people, author) if author else None
        if person is None or not authorise.is_candidate(message, verdict.codes, person.own_addresses):
            return None
        named = list(self._referenced_digests(tx, message))
        judged = authorise.find_authorised_digest(
            message, verdict.codes, named, person.own_addresses, self._key, self._own_addresses, now
        )
        if judged is None:
            return None
        if isinstance(judged, authorise.Refusal):
            return self._refuse_commands(tx, message, person, named[0].letter, judged, now)
        lines, doubtful = authorise.extract_own_lines(message, judged.data)
        mark = authorise.replay_mark(message, judged.id, lines)
        if tx.commands.is_processed(message.fingerprint, message.message_id, mark):
            return _outgoing_decision("commands that were taken before"), False
        if tx.commands.count_processed_since(person.name, now - ONE_HOUR) >= authorise.MAX_COMMAND_MAILS_PER_HOUR:
            refusal = authorise.Refusal(
                f"more than {authorise.MAX_COMMAND_MAILS_PER_HOUR} mails with commands in an hour: wait a little"
            )
            return self._refuse_commands(tx, message, person, judged, refusal, now)
        account = _CommandRunner(
            tx, self._command_config, self._templates.words_for_language(person.language), person, judged, now
        ).execute_lines(lines, doubtful)
        names = (message.fingerprint, message.message_id, mark)
        tx.commands.record_processed(
            ProcessedCommandMail(*names, person.name, judged.id, now, account.changed_count, account.summary)
        )
        log.info(
            "commands person=%s digest=%d changed=%d: %s",
            person.name,
            judged.id,
            account.changed_count,
            account.summary,
        )
        why = f"commands of {person.name}: {account.headline.casefold()}"
        return _outgoing_decision(why), self._queue_confirmation(tx, message, person, judged, account, now)

    def _refuse_commands(
        self,
        tx: Transaction,
        message: Facts,
        person: Person,
        digest: Letter,
        refusal: authorise.Refusal,
        now: datetime,
    ) -> tuple[decide.Decision, bool]:
        """Nothing of it counts; the person is told, as long as that does no harm itself."""
        decision = _outgoing_decision(f"no commands: {refusal.why}")
        if (
            not refusal.notify_sender
            or tx.commands.count_refused_since(person.name, now - ONE_HOUR) >= authorise.MAX_REFUSAL_NOTICES_PER_HOUR
        ):
            return decision, False
        tx.commands.record_refusal(person.name, now, refusal.why)
        log.warning("no commands person=%s digest=%d: %s", person.name, digest.id, refusal.why)
        account = confirmation.CommandOutcome(refusal_reason=f"{refusal.why}. Nothing was changed.")
        return decision, self._queue_confirmation(tx, message, person, digest, account, now)

    def _referenced_digests(self, tx: Transaction, message: Facts) -> Iterator[authorise.ReferencedDigest]:
        """The digest that the nearest id names, and those of the tokens."""
        by_id = False
        for parent in threads.parent_ids(message)[:MAX_REFERENCED_IDS]:
            letter = tx.letters.find_by_message_id([parent])
            if letter is not None and letter.kind in authorise.ANSWERABLE_LETTER_KINDS:
                by_id = True
                yield authorise.ReferencedDigest(letter)
                break
        for token in authorise.reference_tokens(message, by_id)[:MAX_REFERENCED_IDS]:
            letter = tx.letters.find_by_local_part(authorise.digest_local_part(token))
            if letter is not None and letter.kind in authorise.ANSWERABLE_LETTER_KINDS:
                yield authorise.ReferencedDigest(letter, token)

    def _queue_confirmation(
        self,
        tx: Transaction,
        message: Facts,
        person: Person,
        digest: Letter,
        account: confirmation.CommandOutcome,
        now: datetime,
    ) -> bool:
        assert message.author is not None
        key = f"confirmation:{message.fingerprint}"
        try:
            local_now = now.astimezone(self._command_config.zone)
            head = LetterHead(self._address, message.author, key, self._key, local_now, person.language)
            composed = confirmation.build_confirmation(self._templates, head, message, digest, account)
        except ComposeError as error:
            log.warning("no confirmation mailbox=%s: %s", self._mailbox, error)
            return False
        letter = letter_state.queued(LetterKind.CONFIRMATION, key, self._mailbox, composed, now)
        return tx.letters.add_to_queue(letter) is not None


def _outgoing_decision(why: str) -> decide.Decision:
    return decide.Decision(MessageKind.OUTGOING, why, (SuppressionCode.OWN_ADDRESS,))


class _CommandRunner:
    """Carries out the lines of one mail."""

    def __init__(
        self, tx: Transaction, house: CommandConfig, words: Words, person: Person, digest: Letter, now: datetime
    ) -> None:
        self._words = words
        self._tx, self._command_config, self._sender, self._now = tx, house, person, now
        self._digest_inquiries = tx.letters.digest_inquiries(digest.id)
        self._outcome = confirmation.CommandOutcome()

    def execute_lines(self, lines: Sequence[str], doubtful: Sequence[str]) -> confirmation.CommandOutcome:
        """What is understood is carried out, line by line; what is not changes nothing and is said."""
        found = parse.parse_lines(lines)
        account = self._outcome
        unclear = [each.line for each in parse.parse_lines(doubtful) if isinstance(each, ParsedLine)]
        for line in unclear:
            self._add_problem(
                line, "a customer wrote the same: press the button, or say it in other words, such as 1 done please"
            )
        if not found and not unclear:
            account.problems.append("I found no command in your answer")
        for each in found:
            if isinstance(each, UnparsedLine):
                self._add_problem(each.line, each.why)
            elif each.verb in ("away", "back"):
                self._execute_absence_line(each)
            else:
                self._execute_inquiry_line(each)
        return account

    def _add_problem(self, line: str, why: str) -> None:
        self._outcome.problems.append(f"\u201c{safe_foreign_text(line, parse.MAX_ECHOED_LENGTH)}\u201d: {why}")

    def _parse_until(self, order: ParsedLine) -> datetime | None:
        try:
            return parse.parse_future_time(
                order.argument, self._now, self._command_config.zone, self._sender.default_morning
            )
        except ValueError as error:
            self._add_problem(order.line, str(error))
            return None

    def _format_until(self, until: datetime) -> str:
        return self._words.format_instant(until, self._now, self._command_config.zone)

    def _execute_absence_line(self, order: ParsedLine) -> None:
        name = self._sender.name
        if order.verb == "back":
            was_away = self._tx.people.is_away(name, self._now)
            self._tx.people.set_absence(name, None)
            self._outcome.done.append("Welcome back" if was_away else "You were not away, and are not now")
        elif until := self._parse_until(order):
            self._tx.people.set_absence(name, until)
            who = f"; meanwhile {self._sender.deputy} gets what is yours" if self._sender.deputy else ""
            self._outcome.done.append(f"You are away until {self._format_until(until)}{who}")

    def _execute_inquiry_line(self, order: ParsedLine) -> None:
        command = self._build_command(order)
        if command is None:
            return
        unknown = [number for number in order.numbers if not 1 <= number <= len(self._digest_inquiries)]
        if unknown:
            there = f"it has 1 to {len(self._digest_inquiries)}" if self._digest_inquiries else "it lists none"
            self._add_problem(order.line, f"the digest you answer has no {', '.join(map(str, unknown))}: {there}")
            return
        for number in order.numbers:
            self._execute_for_inquiry(number, order, command)

    def _build_command(self, order: ParsedLine) -> decide.InquiryCommand | None:
        by = f"{self._sender.name}, by mail"
        if order.verb == "snooze":
            until = self._parse_until(order)
            return decide.InquiryCommand("snooze", by, snooze_until=until) if until else None
        if order.verb == "assign":
            people = {fold_case_and_accents(name): name for name in self._command_config.people} | {
                "me": self._sender.name
            }
            if order.argument not in people:
                self._add_problem(order.line, f"I know no such person, only {', '.join(self._command_config.people)}")
                return None
            return decide.InquiryCommand("assign", by, new_owner=people[order.argument])
        return decide.InquiryCommand(order.verb, by)

    def _execute_for_inquiry(self, line: int, order: ParsedLine, command: decide.InquiryCommand) -> None:
        inquiry = self._tx.inquiries.get(self._digest_inquiries[line - 1])
        assert inquiry is not None, "a digest line names an inquiry that is there"
        what = confirmation.describe_inquiry(line, inquiry)
        policy = decide.policy_of(self._command_config.policies, inquiry.mailbox)
        decision = execute_command(self._tx, inquiry, command, policy, self._now)
        if decision.inquiry is None:
            state = f"with {inquiry.owner}" if command.verb == "assign" else str(inquiry.state)
            self._outcome.done.append(f"{what}: is {state} already, nothing to do")
            return
        self._outcome.changed_count += 1
        said = {
            "done": "done",
            "dismiss": "no inquiry",
            "reopen": "waits again",
            "assign": f"is {command.new_owner}'s now",
            "snooze": f"sleeps until {self._format_until(command.snooze_until)}" if command.snooze_until else "",
        }[command.verb]
        if command.verb == "dismiss" and decision.inquiry.state is InquiryState.DISMISSED:
            said += "; `watcher rules propose` shows the rule that would have known"
        self._outcome.done.append(f"{what}: {said}")
