"""What the first message would have to wait for is made once the mailboxes have been looked at: patterns and templates are compiled
when they are first needed, which is no customer's affair.
"""

from __future__ import annotations

import gc
import logging
import threading
from datetime import UTC, datetime

from watcher.core.message.model import Facts, FetchedMessage, FolderRole, Locator
from watcher.edge.memory import give_back_freed_memory
from watcher.service.message_intake import IntakeConfig

log = logging.getLogger("watcher")

#: A reply and a first message: other things are asked of each.
_SUBJECTS = ("Re: your question", "A question")
_MESSAGE = (
    "From: A <a@watcher.invalid>\r\nTo: b@watcher.invalid\r\nSubject: {subject}\r\nMessage-ID: <compiled@watcher.invalid>\r\n\r\n"
    "Thank you, we have your mail and will get back to you on 3 May at 10:00. Is that soon enough?\r\n"
)


def compile_rules_and_acknowledgements(config: IntakeConfig) -> None:
    """Reads and classifies messages of our own, which nothing becomes of, and compiles what customers are sent. Nobody waits for digests
    and alerts, nor until an answer of the house is read for promises: their templates take a megabyte, those phrases two. Takes a
    fraction of a second."""
    from watcher.core.message.facts import read_message
    from watcher.core.rules.absence_doubt import find_absence_doubt
    from watcher.core.rules.rules import classify_message

    for subject in _SUBJECTS:
        raw = _MESSAGE.format(subject=subject).encode()
        place, at = Locator("", "", 1, 1), datetime(2026, 1, 1, tzinfo=UTC)
        message = read_message(FetchedMessage(place, FolderRole.INBOX, raw, at, len(raw)))
        if isinstance(message, Facts):
            classify_message(message, config.ruleset, config.policy.own_addresses)
            find_absence_doubt(message)
    config.templates.compile_acknowledgements()


def begin_compiling(config: IntakeConfig) -> None:
    """On a thread of its own that nobody waits for; the end of the process does for a moment."""
    threading.Thread(target=_compile_once, args=(config,), name="compile ahead", daemon=True).start()


def _compile_once(config: IntakeConfig) -> None:
    try:
        compile_rules_and_acknowledgements(config)
    except Exception as error:  # whatever it is, a message would meet it too, and there it is minded
        log.warning("compiling ahead: %s: %s", type(error).__name__, error)
    gc.collect()
    give_back_freed_memory()
    gc.freeze()  # what a start makes stays: no collection goes through it again
