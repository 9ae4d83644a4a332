"""A letter to the owner, and one that can be read back: did it arrive, and what did the receiving server find of its sender?"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from watcher.config.models import Config, MailboxTable
from watcher.core.health.clock import ClockSample
from watcher.core.health.findings import Finding, Level
from watcher.core.letters import probe_letter
from watcher.core.letters.mime import ComposeError, LetterHead
from watcher.core.letters.signature import sign_letter_name
from watcher.core.message import facts
from watcher.core.message.model import Address, Facts, FetchedMessage, FolderRole
from watcher.core.outbox.model import (
    Accepted,
    ComposedLetter,
    Letter,
    LetterKind,
    LetterState,
    Refused,
    Unknown,
    Unreachable,
)
from watcher.edge.clock import Clock
from watcher.edge.guard import read_signing_key
from watcher.edge.imap.errors import MailboxError
from watcher.edge.imap.session import ImapSession, fetch_credentials
from watcher.edge.smtp import MailTransaction, SmtpClient
from watcher.service import accounts

#: Seconds between two looks for the letter, and after which it is given up.
LOOK_INTERVAL, MAX_WAIT = 2.0, 90.0


@dataclass(frozen=True, slots=True)
class SentLetter:
    """One that a server has taken. `mark`: what its X-Watcher-Ref is."""

    recipient: str
    mark: str
    sent_at: datetime


class RoundTrip:
    """The test letters of one mailbox."""

    def __init__(self, config: Config, box: MailboxTable, clock: Clock) -> None:
        self._config, self._box, self._clock = config, box, clock
        self._key = read_signing_key(config.state_dir / "guard.json") or secrets.token_bytes(32)
        #: The clock of the server that took the letter minus ours; None: it was not seen there.
        self.clock_error: timedelta | None = None

    async def run(self) -> list[Finding]:
        """What came of it. Never raises."""
        owner = self._config.people[self._box.people[0]].email[0]
        box = self._box_of_address(owner)
        findings, letter = await self._send_letter(owner)
        if letter is not None and box is None:
            findings.append(
                Finding(Level.OK, f"test letter: sent to {owner}: look whether it arrives, and in which folder")
            )
            box = self._box if self._box.inbox else None
            more, letter = await self._send_letter(self._box.address.email) if box is not None else ([], None)
            findings += more
        if letter is not None and box is not None:
            findings += await self._read_back(letter, box)
        return findings

    def _box_of_address(self, email: str) -> MailboxTable | None:
        """The watched mailbox where mail to this address arrives."""
        for box in self._config.mailbox:
            if box.inbox and email.casefold() in (box.address.key, *(alias.casefold() for alias in box.aliases)):
                return box
        return None

    # --- there

    async def _send_letter(self, recipient: str) -> tuple[list[Finding], SentLetter | None]:
        now, name = self._clock.now(), f"check:{secrets.token_hex(8)}"
        head = LetterHead(self._box.address, Address(recipient), name, self._key, now)
        try:
            composed = probe_letter.compose_test_letter(head)
        except ComposeError as error:
            return [Finding(Level.BAD, f"test letter: {error}")], None
        outcome = await self._hand_in(composed, name, now)
        if not isinstance(outcome, Accepted):
            return [Finding(Level.BAD, f"test letter to {recipient}: {outcome.text}")], None
        mark = sign_letter_name(self._key, composed.message_id.partition("@")[0])
        return [], SentLetter(recipient, mark, now)

    async def _hand_in(
        self, composed: ComposedLetter, name: str, now: datetime
    ) -> Accepted | Refused | Unreachable | Unknown:
        letter = Letter(
            id=0,
            kind=LetterKind.DIGEST,
            key=name,
            state=LetterState.SENDING,
            mailbox=self._box.name,
            sender=composed.envelope_sender,
            recipient=composed.envelope_recipient,
            message_id=composed.message_id,
            data=composed.data,
            created_at=now,
            next_at=now,
        )
        begun = await SmtpClient(accounts.smtp_account(self._box, self._config)).start_mail_transaction(letter)
        return await begun.send_end_of_data() if isinstance(begun, MailTransaction) else begun

    # --- and back

    async def _read_back(self, letter: SentLetter, box: MailboxTable) -> list[Finding]:
        account = accounts.imap_account(box, self._config)
        session = ImapSession(account)
        try:
            session.open_connection(await fetch_credentials(account))
            listed = (folder for folder in session.list_folders() if folder.can_be_opened)
            folders = [*box.inbox, *(folder.name for folder in listed if "\\junk" in folder.attributes)]
            while (self._clock.now() - letter.sent_at).total_seconds() < MAX_WAIT:
                found = self._look_for_letter(session, folders, letter)
                if found is not None:
                    return list(self._judge_arrival(letter, *found))
                await self._clock.sleep(LOOK_INTERVAL)
        except MailboxError as error:
            return [Finding(Level.BAD, f"test letter to {letter.recipient}: cannot be read back: {error}")]
        finally:
            session.drop_connection()
        text = f"test letter to {letter.recipient}: taken by the server, and not in {', '.join(folders)} after {MAX_WAIT:.0f} s"
        return [Finding(Level.NOTE, f"{text}: look for it in the log of the mail server")]

    def _look_for_letter(
        self, session: ImapSession, folders: Sequence[str], letter: SentLetter
    ) -> tuple[str, FetchedMessage] | None:
        for folder in folders:
            uidvalidity = session.examine_folder(folder).uidvalidity
            uids = session.search_header("X-Watcher-Ref", letter.mark)
            for message in session.fetch_messages(self._box.name, folder, FolderRole.INBOX, uidvalidity, uids[-1:]):
                return folder, message
        return None

    def _judge_arrival(self, letter: SentLetter, folder: str, message: FetchedMessage) -> Iterator[Finding]:
        now = self._clock.now()
        self.clock_error = ClockSample(message.received_at, letter.sent_at.replace(microsecond=0), now, 0.0).error
        seconds = (now - letter.sent_at).total_seconds()
        where = f"test letter to {letter.recipient}: in {folder!r} after {seconds:.0f} s"
        yield Finding(Level.OK, where) if folder in self._box.inbox else Finding(Level.NOTE, f"{where}: taken for spam")
        trust = self._config.watcher.trust
        read = facts.read_message(message)
        if isinstance(read, Facts):
            yield from probe_letter.judge_authentication(read, trust.authserv_id if trust else None)
