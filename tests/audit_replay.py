"""A real support mailbox of six years through the audit, and how often it agrees with what its labels say: `make corpus`.

`python -m tests.audit_replay [-v] [N]`: -v names each miss, N takes each N-th thread only. The messages are fed in as a server hands
them out, sent mail last, each dated by when it came. Threads whose first mail is spam by a reader's eye are left out.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from tests import corpus, raid
from tests.samples import RULES, TEMPLATES, always_open, policy
from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.message.model import Address, FetchedMessage, FolderRole, Locator, OwnIdentity
from watcher.service.audit import Audit, MailSource, read_files
from watcher.service.backlog_reader import BacklogReader
from watcher.service.message_intake import IntakeConfig

#: Shares that hold, in percent (issue 17).
AGREEMENT_WANTED, TIME_WANTED = 98.0, 97.0


@dataclass(frozen=True)
class Agreement:
    """Threads by name: of all, those where the audit and the labels say otherwise whether it was answered; of those that both call
    answered, those whose first reply is another one."""

    threads: int
    otherwise: tuple[str, ...]
    answered: int
    other_reply: tuple[str, ...]

    @property
    def agreement(self) -> float:
        """Percent."""
        return 100 - 100 * len(self.otherwise) / max(1, self.threads)

    @property
    def right_time(self) -> float:
        """Percent of the answered."""
        return 100 - 100 * len(self.other_reply) / max(1, self.answered)

    @property
    def is_reached(self) -> bool:
        """Both shares, for what is rounded where few threads are taken."""
        return self.agreement >= AGREEMENT_WANTED - 100 / max(50, self.threads) and self.right_time >= TIME_WANTED


def audit_threads(every: int, folder: Path) -> tuple[list[raid.Thread], dict[str, InquiryOutcome], int]:
    """Each `every`-th thread, what the audit says by Message-ID, and how many messages it read."""
    threads = [thread for thread in raid.threads(every) if thread.inquiry.file not in corpus.wrongly_labelled()]
    mails = raid.in_order(mail for thread in threads for mail in thread.mails)
    begin, end = mails[0].at - timedelta(days=2), mails[-1].at + timedelta(days=30)
    audit = Audit({"raid": intake_config(raid.staff(threads))}, begin, end, folder / "audit.sqlite3")
    try:
        for role in (FolderRole.INBOX, FolderRole.SENT):
            asyncio.run(read_files(MailSource("raid", arrivals(mails, role)), audit, BacklogReader()))
        with audit.store.read_transaction() as tx:
            assert tx.count_rows_by_table()["letter"] == 0, "an audit writes to nobody"
        return threads, {row.message_id: row for row in audit.list_outcomes()}, len(mails)
    finally:
        audit.close()


def intake_config(staff: Sequence[str]) -> IntakeConfig:
    """Of the list's mailbox, whose regulars are the house."""
    us = OwnIdentity(frozenset({raid.MAILBOX}), frozenset(address.casefold() for address in staff))
    setup = replace(policy(hours=always_open(), own_addresses=us), mailbox="raid")
    return IntakeConfig(Address(raid.MAILBOX, "Support"), setup, RULES, TEMPLATES, 60.0)


def arrivals(mails: Sequence[raid.Mail], role: FolderRole) -> list[FetchedMessage]:
    """Those of one folder, numbered."""
    chosen = [mail for mail in mails if (mail.folder == "Sent") == (role is FolderRole.SENT)]
    return [
        FetchedMessage(Locator("raid", role.value, 1, n), role, mail.raw, mail.at, len(mail.raw))
        for n, mail in enumerate(chosen, 1)
    ]


def compare_with_labels(
    threads: Sequence[raid.Thread], found: dict[str, InquiryOutcome], *, as_labelled: bool = False
) -> Agreement:
    """`as_labelled`: a reply that only went to the list counts as an answer, too (tests/raid.py says why it does not)."""
    otherwise, answered, other_reply = [], 0, []
    for thread in threads:
        truth, row = thread.labelled if as_labelled else thread.answer, found.get(thread.inquiry.message_id)
        if row is None or (row.answered_at is not None) != (truth is not None):
            otherwise.append(thread.name)
        elif truth is not None and row.answered_at is not None:
            answered += 1
            if abs(row.answered_at - truth.at) >= timedelta(seconds=2):
                other_reply.append(thread.name)
    return Agreement(len(threads), tuple(otherwise), answered, tuple(other_reply))


def main(arguments: Sequence[str]) -> int:
    """Exit code 1: a share is not reached."""
    if not raid.FOLDER.is_dir():
        print(f"no corpus at {raid.FOLDER}: name one in WATCHER_CORPUS")
        return 0
    every = next((int(word) for word in arguments if word.isdigit()), 1)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        threads, found, count = audit_threads(every, Path(folder))
    print(f"{count:,} messages of {len(threads)} threads, {time.monotonic() - began:.0f} s")
    read_closely = compare_with_labels(threads, found)
    for name, result in (
        ("read closely", read_closely),
        ("as labelled", compare_with_labels(threads, found, as_labelled=True)),
    ):
        same, right = result.threads - len(result.otherwise), result.answered - len(result.other_reply)
        print(f"{name}: answered or not {same} of {result.threads} ({result.agreement:.1f} %, wanted ≥ {AGREEMENT_WANTED:.0f}),"
              f" first reply {right} of {result.answered} ({result.right_time:.1f} %, wanted ≥ {TIME_WANTED:.0f})")  # fmt: skip
        if "-v" in arguments:
            print(
                f"  otherwise: {', '.join(result.otherwise) or 'none'}; another reply: {', '.join(result.other_reply) or 'none'}"
            )
    return 0 if read_closely.is_reached else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
