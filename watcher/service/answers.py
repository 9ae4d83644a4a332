"""A person answers a digest → their commands are carried out, in the transaction of the message that brought them.

Shared by the way in and the command line: whoever says "done", the same is done. Decides nothing itself: `core` says whether a
mail may be obeyed, what its lines mean and what a command changes; and never sends: it only queues the confirmation.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from watcher.core.commands import authorise, interpret
from watcher.core.commands.parse import ParsedLine, UnparsedLine
from watcher.core.inquiry import decide, handover, roster, threads
from watcher.core.inquiry.model import Inquiry, InquiryChange, JournalNote, MessageDecision
from watcher.core.inquiry.roster import Person
from watcher.core.letters import confirmation
from watcher.core.letters.mime import ComposeError, LetterHead
from watcher.core.letters.templates import TemplateSet
from watcher.core.message.model import Address, Facts, MessageKind, OwnIdentity
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import Letter, LetterKind
from watcher.core.rules import proposals
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.model import Verdict
from watcher.core.translatable import PlaceValue, Translatable
from watcher.edge.store.commands import ProcessedCommandMail, StoredProposal
from watcher.edge.store.store import Transaction
from watcher.service import conversation
from watcher.service.promotion import promote_review

log = logging.getLogger("watcher.answers")

#: Ids of one message that are looked up.
MAX_REFERENCED_IDS = 30


@dataclass(frozen=True, slots=True)
class CommandConfig:
    """What is known of the configuration where commands are obeyed: by whom, and about which mailboxes."""

    people: Mapping[str, Person]
    policies: Mapping[str, decide.Policy]  # by mailbox, in the order of the configuration
    zone: ZoneInfo
    teams: frozenset[str] = frozenset()  # whose name an inquiry may bear, beside the people's


# --- one command, from wherever it comes


def execute_command(
    tx: Transaction,
    inquiry: Inquiry,
    command: decide.InquiryCommand,
    policies: Mapping[str, decide.Policy],
    now: datetime,
) -> InquiryChange:
    """Stores what a command changes. What is dismissed proposes the rule that would have known, where no other mailbox has the
    mail; a reopened one takes it back. `policies`: by mailbox, in the order of the configuration."""
    if command.verb == "dismiss" and (handed := _hand_on(tx, inquiry, command, policies, now)) is not None:
        return handed
    decision = decide.apply_command(inquiry, command, decide.policy_of(policies, inquiry.mailbox), now)
    if decision.inquiry is None:
        return decision
    tx.inquiries.save_with_journal(decision.inquiry, decision.journal, now)
    if command.verb in ("dismiss", "reopen"):
        tx.commands.delete_proposal(inquiry.number)
    if command.verb == "dismiss" and (rule := _proposed_rule(tx, inquiry)):
        tx.commands.save_proposal(StoredProposal(inquiry.number, now, command.by, rule))
    return decision


def _hand_on(
    tx: Transaction,
    inquiry: Inquiry,
    command: decide.InquiryCommand,
    policies: Mapping[str, decide.Policy],
    now: datetime,
) -> InquiryChange | None:
    holders = conversation.find_mailboxes_with_mail(tx, inquiry.fingerprint, inquiry.message_id)
    journal = [JournalNote(note.event, note.text) for note in tx.inquiries.journal_of(inquiry.number)]
    handed = handover.dismiss_in_mailbox(inquiry, command, holders, journal, policies, now)
    if handed is not None and handed.inquiry is not None:
        tx.inquiries.save_with_journal(handed.inquiry, handed.journal, now)
    return handed


def _proposed_rule(tx: Transaction, inquiry: Inquiry) -> str | None:
    first = next(iter(tx.ledger.entries_of_inquiry(inquiry.number)), None)
    if first is None:
        return None
    return proposals.propose_rule(
        proposals.DismissedInquiry(inquiry.number, first.sender, inquiry.customer, first.subject)
    )


# --- a mail with commands


@dataclass(frozen=True, slots=True)
class _AnsweredDigest:
    """A mail in which a person answers a digest."""

    message: Facts
    person: Person
    digest: Letter
    now: datetime


class CommandMailHandler:
    """Commands by mail to one mailbox: authorised, then read, then carried out, then confirmed."""

    def __init__(
        self,
        mailbox: str,
        address: Address,
        own_identity: OwnIdentity,
        templates: TemplateSet,
        config: CommandConfig,
        key: bytes,
    ) -> None:
        """`key` signed the digests and signs the confirmations."""
        self._mailbox = mailbox
        self._address = address
        self._own_identity = own_identity
        self._templates = templates
        self._config = config
        self._key = key

    def process_message(
        self, tx: Transaction, message: Facts, verdict: Verdict, now: datetime
    ) -> tuple[MessageDecision, bool] | None:
        """Carries out what the mail says; the decision on it, and whether a letter was queued. None: it is no answer to us."""
        author = message.author
        person = roster.find_by_address(self._config.people, author) if author else None
        if person is None:
            return None
        mail = authorise.CommandMail(message, verdict.codes, person.own_addresses)
        if not authorise.is_candidate(mail):
            return None
        named = list(_find_referenced_digests(tx, message))
        authorised = authorise.find_authorised_digest(mail, named, self._key, self._own_identity, now)
        if authorised is None:
            return None
        if isinstance(authorised, authorise.Refusal):
            return self._refuse_mail(tx, _AnsweredDigest(message, person, named[0].letter, now), authorised)
        return self._obey_mail(tx, _AnsweredDigest(message, person, authorised, now))

    def _obey_mail(self, tx: Transaction, mail: _AnsweredDigest) -> tuple[MessageDecision, bool]:
        """Once, however often the mail comes; and not more mails of a person than a person writes."""
        message, person, digest = mail.message, mail.person, mail.digest
        lines, doubtful = authorise.extract_own_lines(message, digest.data)
        mark = authorise.replay_mark(message, digest.id, lines)
        if tx.commands.is_processed(message.fingerprint, message.message_id, mark):
            return _outgoing_decision("commands that were taken before"), False
        obeyed = tx.commands.count_processed_since(person.name, mail.now - authorise.RATE_WINDOW)
        if refusal := authorise.find_rate_refusal(obeyed):
            return self._refuse_mail(tx, mail, refusal)
        listed = tx.letters.digest_inquiries(digest.id)
        outcome = _CommandRunner(tx, self._config, mail, listed).execute_lines(
            interpret.parse_own_lines(lines, doubtful, listed)
        )
        changed, summary = outcome.changed_count, self._say_phrases((*outcome.done, *outcome.problems), mail.now)
        tx.commands.record_processed(
            ProcessedCommandMail(
                message.fingerprint, message.message_id, mark, person.name, digest.id, mail.now, changed, summary
            )
        )
        tx.call_when_kept(
            log.info, "commands person=%s digest=%d changed=%d: %s", person.name, digest.id, changed, summary
        )
        decision = _outgoing_decision(
            f"commands of {person.name}: {self._say_phrases([outcome.headline], mail.now).casefold()}"
        )
        return decision, self._queue_confirmation(tx, mail, outcome)

    def _refuse_mail(
        self, tx: Transaction, mail: _AnsweredDigest, refusal: authorise.Refusal
    ) -> tuple[MessageDecision, bool]:
        """Nothing of it counts; the person hears of it where core lets them."""
        person, digest, why = mail.person, mail.digest, self._say_phrases([refusal.why], mail.now)
        decision = _outgoing_decision(f"no commands: {why}")
        notified = tx.commands.count_refused_since(person.name, mail.now - authorise.RATE_WINDOW)
        if not authorise.may_notify(refusal, notified):
            return decision, False
        tx.commands.record_refusal(person.name, mail.now, why)
        tx.call_when_kept(log.warning, "no commands person=%s digest=%d: %s", person.name, digest.id, why)
        outcome = confirmation.CommandOutcome(refusal_reason=refusal.why)
        return decision, self._queue_confirmation(tx, mail, outcome)

    def _say_phrases(self, phrases: Sequence[Translatable], now: datetime) -> str:
        """In English, on one line: for the log and the journal, which no customer's or owner's language changes."""
        words = self._templates.words_for_language()
        return "; ".join(words.say_phrase(each, now, self._config.zone) for each in phrases)

    def _queue_confirmation(self, tx: Transaction, mail: _AnsweredDigest, outcome: confirmation.CommandOutcome) -> bool:
        """False: it cannot be written, or the same mail has one already."""
        assert mail.message.author is not None
        key = f"confirmation:{mail.message.fingerprint}"
        local_now = mail.now.astimezone(self._config.zone)
        head = LetterHead(self._address, mail.message.author, key, self._key, local_now, mail.person.language)
        try:
            composed = confirmation.build_confirmation(
                self._templates, head, mail.message, mail.digest, outcome, self._config.zone
            )
        except ComposeError as error:
            log.warning("no confirmation mailbox=%s: %s", self._mailbox, error)
            return False
        letter = letter_state.queued(LetterKind.CONFIRMATION, key, self._mailbox, composed, mail.now)
        return tx.letters.add_to_queue(letter) is not None


def _outgoing_decision(why: str) -> MessageDecision:
    return MessageDecision(MessageKind.OUTGOING, why, (SuppressionCode.OWN_ADDRESS,))


def _find_referenced_digests(tx: Transaction, message: Facts) -> Iterator[authorise.ReferencedDigest]:
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


class _CommandRunner:
    """Carries out the lines of one mail, each on its own: one that cannot be done changes nothing and stops no other."""

    def __init__(self, tx: Transaction, config: CommandConfig, mail: _AnsweredDigest, listed: Sequence[int]) -> None:
        """`listed`: the inquiries of the digest."""
        self._tx, self._config = tx, config
        self._context = interpret.CommandContext(
            mail.person, [*config.people, *sorted(config.teams)], config.zone, mail.now
        )
        self._digest_id = mail.digest.id
        self._listed = listed
        self._outcome = confirmation.CommandOutcome()

    def execute_lines(self, parsed: Sequence[ParsedLine | UnparsedLine]) -> confirmation.CommandOutcome:
        """What became of them, for the confirmation."""
        if not parsed:
            self._outcome.problems.append(Translatable("no_command_found"))
        for line in parsed:
            if isinstance(line, UnparsedLine):
                self._outcome.add_problem(line.line, line.why)
                continue
            try:
                self._execute_line(line)
            except interpret.UnclearCommandError as error:
                self._outcome.add_problem(line.line, error.why)
        return self._outcome

    def _execute_line(self, line: ParsedLine) -> None:
        """UnclearCommandError: it cannot be done, and nothing was."""
        if line.verb in interpret.ABSENCE_VERBS:
            self._execute_absence_line(line)
            return
        if line.verb == interpret.PROMOTE:
            self._execute_promotion_line(line)
            return
        command = interpret.build_inquiry_command(line, self._context, self._listed)
        for number in line.numbers:
            self._execute_for_inquiry(number, command)

    def _execute_absence_line(self, line: ParsedLine) -> None:
        person, deputy = self._context.sender.name, self._context.sender.deputy
        if line.verb == "back":
            was_away = self._tx.people.is_away(person, self._context.now)
            self._tx.people.set_absence(person, None)
            self._outcome.done.append(Translatable("welcome_back" if was_away else "not_away"))
            return
        until = interpret.parse_until(line, self._context)
        self._tx.people.set_absence(person, until)
        name = "away_until_deputy" if deputy else "away_until"
        values: dict[str, PlaceValue] = {"until": until, "deputy": deputy} if deputy else {"until": until}
        self._outcome.done.append(Translatable(name, values))

    def _execute_promotion_line(self, line: ParsedLine) -> None:
        interpret.require_listed_reviews(line, self._tx.reviews.digest_reviews(self._digest_id))
        by = f"{self._context.sender.name}, by mail"
        for number in line.numbers:
            promoted = promote_review(self._tx, number, by, self._config.policies, self._context.now)
            assert promoted is not None, "a digest lists what was set aside"
            inquiry, is_new = promoted
            self._outcome.changed_count += is_new
            self._outcome.done.append(confirmation.describe_promotion(number, inquiry, is_new))

    def _execute_for_inquiry(self, number: int, command: decide.InquiryCommand) -> None:
        inquiry = self._tx.inquiries.get(number)
        assert inquiry is not None, "a digest line names an inquiry that is there"
        decision = execute_command(self._tx, inquiry, command, self._config.policies, self._context.now)
        if decision.inquiry is None:
            change = confirmation.describe_no_change(inquiry, command)
        else:
            self._outcome.changed_count += 1
            change = confirmation.describe_change(command, decision.inquiry)
        self._outcome.done.append(confirmation.describe_for_inquiry(number, inquiry, change))
