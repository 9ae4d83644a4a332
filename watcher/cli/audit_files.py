"""An audit of files: what came in, then what was sent, from any Maildir, mbox, folder of .eml files, or an export of Gmail."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from watcher.cli.progress import ReadingProgress
from watcher.core.message.gmail_labels import ExportedPlace, read_exported_place
from watcher.core.message.model import FetchedMessage, FolderRole
from watcher.edge import mail_files
from watcher.service import audit as service
from watcher.service.backlog_reader import BacklogReader

#: The number of the first message of files, which count up from there.
_FIRST_FILE = 1
#: Files of which is said what is wrong with each; of more their number.
_MOST_TOLD = 10
_PLACE_BY_ROLE = {FolderRole.INBOX: ExportedPlace.RECEIVED, FolderRole.SENT: ExportedPlace.SENT}


@dataclass(slots=True)
class FileReading:
    """The files of one audit. `note` is told what its user must know, a sentence each."""

    audit: service.Audit
    mailbox: str
    inboxes: Sequence[Path]
    sent_paths: Sequence[Path]
    note: Callable[[str], None]
    _problems: int = 0
    _passed_over: int = 0  # of an export: drafts, spam
    _told: set[tuple[Path, str]] = field(default_factory=set)

    def read_all(self) -> bool:
        """Was all of it read? StoreError: the disk is full."""
        for path in {path.resolve() for path in self.inboxes} & {path.resolve() for path in self.sent_paths}:
            if not _is_export(path):
                self.note(f"{path} is named as incoming and as sent mail: what is in it counts as both")
        self._read_role(FolderRole.INBOX, self.inboxes, self.sent_paths)
        self._read_role(FolderRole.SENT, self.sent_paths, self.inboxes)
        if self._problems > _MOST_TOLD:
            self.note(f"and {self._problems - _MOST_TOLD:,} more files with something wrong")
        if self._passed_over:
            self.note(
                f"{self._passed_over:,} messages of an export of Gmail are drafts, spam, deleted or chats: passed over"
            )
        return self._problems == 0

    def _read_role(self, role: FolderRole, paths: Sequence[Path], others: Sequence[Path]) -> None:
        """`others`: named as the other side; an export of Gmail has both in one file."""
        known = self.audit.known_uids(self.mailbox, role.value, 1)
        named = {path.resolve() for path in paths}
        exports = [path for path in others if path.resolve() not in named and _is_export(path)]
        with ReadingProgress(role.value) as progress:
            arrivals = self._place_files([*paths, *exports], role, known, len(paths))
            source = service.MailSource(self.mailbox, arrivals, dated_by_header=True)
            asyncio.run(service.read_files(source, self.audit, BacklogReader(), progress.advance))
        if progress.count == 0 and _FIRST_FILE not in known:
            self.note(_describe_no_mail(role, paths))

    def _place_files(
        self, paths: Sequence[Path], role: FolderRole, known: service.KnownUids, named: int
    ) -> Iterator[FetchedMessage]:
        """Those of this role; the first `named` of the paths were named for it."""
        number = _FIRST_FILE - 1
        for place, path in enumerate(paths):
            for message in mail_files.read_messages([path], self._note_problem):
                number += 1
                labelled = read_exported_place(message.arrival.raw)
                is_own = labelled is _PLACE_BY_ROLE[role] if labelled is not None else place < named
                if labelled is ExportedPlace.NEITHER and place < named and role is FolderRole.INBOX:
                    self._passed_over += 1
                if is_own and number not in known:
                    yield service.place_file(message.arrival, self.mailbox, role, number)

    def _note_problem(self, path: Path, error: OSError) -> None:
        text = error.strerror or str(error)
        if (path, text) in self._told:
            return  # an export is read twice
        self._told.add((path, text))
        self._problems += 1
        if self._problems <= _MOST_TOLD:
            self.note(f"{path}: {text}")


def _is_export(path: Path) -> bool:
    """Does the first message carry the labels of Gmail?"""
    first = islice(mail_files.read_messages([path], lambda path, error: None), 1)
    return any(read_exported_place(message.arrival.raw) is not None for message in first)


def _describe_no_mail(role: FolderRole, paths: Sequence[Path]) -> str:
    """What follows from a side without mail: a wrong path must not look like a house that answers nobody."""
    option, effect = (
        ("--sent", "nothing looks answered")
        if role is FolderRole.SENT
        else ("--inbox", "there is nothing that could wait for an answer")
    )
    if not paths:
        return f"{'no sent mail' if role is FolderRole.SENT else 'no incoming mail'} was named ({option}): {effect}"
    return f"no mail was found in {', '.join(map(str, paths))} ({option}): {effect}"
