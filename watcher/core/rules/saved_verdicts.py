"""A file of verdicts that were saved: which verdict a message had then. The yardstick of those who test their own rules."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from watcher.core.rules.replay import RecordedVerdict, read_verdict_row

#: What a message is known by, the surest first.
_NAMES = ("fingerprint", "message_id", "file")


class SavedVerdictsError(ValueError):
    """A line is no verdict; the text says which, and why."""


class SavedVerdicts:
    """Verdicts by what their messages are known by. The same message may have another verdict in another mailbox."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[str, str, str], RecordedVerdict] = {}

    def add_verdict(self, names: dict[str, Any], recorded: RecordedVerdict) -> bool:
        """Keeps the verdict under what `names` says; False where it says nothing."""
        mailbox = names.get("mailbox")
        keys = [(name, value) for name in _NAMES if isinstance(value := names.get(name), str) and value]
        for name, value in keys:
            self._by_name[mailbox if isinstance(mailbox, str) else "", name, value] = recorded
        return bool(keys)

    def find_verdict(self, mailbox: str, fingerprint: str, message_id: str, location: str) -> RecordedVerdict | None:
        """The verdict that was saved of this message; None where none was."""
        for name, value in zip(_NAMES, (fingerprint, message_id, location), strict=True):
            for box in (mailbox, ""):
                if value and (recorded := self._by_name.get((box, name, value))) is not None:
                    return recorded
        return None


def parse_saved_verdicts(lines: Iterable[str]) -> SavedVerdicts:
    """JSON lines as `replay --save`, `replay --json` or `classify --json` writes them. Of a difference, what would be decided counts.

    SavedVerdictsError: a line is none of these.
    """
    saved = SavedVerdicts()
    for number, line in enumerate(lines, 1):
        try:
            _add_line(saved, line)
        except ValueError as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
            raise SavedVerdictsError(f"line {number} is no saved verdict: {reason}") from None
    return saved


def _add_line(saved: SavedVerdicts, line: str) -> None:
    row = json.loads(line) if line.strip() else {"summary": True}
    row = row if isinstance(row, dict) else {}
    if row.get("summary"):
        return
    after = row.get("after")
    if not saved.add_verdict(row, read_verdict_row(after if isinstance(after, dict) else row)):
        raise ValueError("it names no message")
