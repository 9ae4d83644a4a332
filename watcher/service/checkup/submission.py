"""The server that takes our letters: does it take them from this sender, and to every address of the people? Nothing is sent."""

from __future__ import annotations

from collections.abc import Iterator

from watcher.config.models import Config, MailboxTable
from watcher.core.health.findings import Finding, Level, judge_recipient
from watcher.core.letters.mime import ComposeError, ascii_address
from watcher.core.outbox.model import Refused, SmtpPhase, Unreachable
from watcher.edge.smtp import SmtpClient
from watcher.service import accounts


async def check_submission(config: Config, box: MailboxTable) -> list[Finding]:
    """Logs in, says MAIL FROM and RCPT TO, and takes all back. Never raises."""
    try:
        sender = ascii_address(box.address.email)
        recipients = list(dict.fromkeys(ascii_address(email) for who in config.people.values() for email in who.email))
    except ComposeError as error:
        return [Finding(Level.BAD, str(error))]
    found = await SmtpClient(accounts.smtp_account(box, config)).try_envelopes(sender, recipients)
    if isinstance(found, Refused) and found.phase is SmtpPhase.SENDER:
        text = (
            f"logged in; mail from {sender} is refused: {found.code} {found.text}: may this account send as {sender}?"
        )
        return [Finding(Level.BAD, text)]
    if isinstance(found, Refused | Unreachable):
        return [Finding(Level.BAD, found.text)]
    return list(_judge_recipients(sender, found))


def _judge_recipients(sender: str, found: dict[str, Refused | Unreachable | None]) -> Iterator[Finding]:
    taken = [recipient for recipient, refused in found.items() if refused is None]
    if taken:
        yield Finding(Level.OK, f"logged in; takes mail from {sender} to {', '.join(taken)}")
    for recipient, refused in found.items():
        if refused is not None:
            code = refused.code if isinstance(refused, Refused) else None
            judged = judge_recipient(recipient, code, refused.text)
            if judged is not None:
                yield judged
