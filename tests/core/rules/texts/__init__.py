"""Texts by kind, a line of a file: language | subject | text.

Of letters that their sender tells apart: language | sender | subject | text.
"""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from tests import corpus
from tests.samples import RULES, us
from watcher.core.message import facts
from watcher.core.message.model import FetchedMessage, FolderRole, Locator
from watcher.core.rules import rules
from watcher.core.rules.model import Verdict


def read_texts(kind: str) -> list[tuple[str, str]]:
    """Subject and text of every line of a file."""
    lines = (Path(__file__).parent / f"{kind}.txt").read_text().splitlines()
    return [tuple(line.split(" | ", 2)[1:]) for line in lines]  # type: ignore[misc]


def read_letters(kind: str) -> list[tuple[str, str, str]]:
    """Sender, subject and text of every line of a file; "\\n" stands for the end of a line."""
    lines = (Path(__file__).parent / f"{kind}.txt").read_text().splitlines()
    return [tuple(part.replace("\\n", "\n") for part in line.split(" | ", 3)[1:]) for line in lines]  # type: ignore[misc]


def classify_text(
    subject: str,
    text: str,
    sender: str = "Carol Reed <carol@customer.example>",
    message_id: str = "<1@customer.example>",
    to: str = "sales@example.com",
) -> Verdict:
    """What is thought of it, as mail of an address nobody knows, without any header that speaks of machines."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = "Mon, 23 Nov 2026 10:00:00 +0000"
    message["Message-ID"] = message_id
    message.set_content(text)
    raw = bytes(message)
    fetched = FetchedMessage(Locator("sales", "INBOX", 1, 1), FolderRole.INBOX, raw, corpus.AT, len(raw))
    return rules.classify_message(facts.read_message(fetched), RULES, us())
