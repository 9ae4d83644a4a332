"""The servers that take our letters: do they take them from this sender, and to everybody who is written to? Nothing is sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from watcher.config.models import Config, MailboxTable
from watcher.core.health.findings import Finding, Level, is_about_sender, judge_recipient
from watcher.core.letters.mime import ComposeError, ascii_address
from watcher.core.outbox.model import Refused, SmtpPhase, Unreachable
from watcher.edge.smtp import SmtpAccount, SmtpClient
from watcher.service import accounts
from watcher.service.health_wiring import sender_of


async def check_submission(config: Config, box: MailboxTable) -> list[Finding]:
    """The server of a mailbox, with the address of every person, and of whom alerts go to where they have no server of their own. Logs
    in, says MAIL FROM and RCPT TO, and takes all back. Never raises."""
    emails = [email for who in config.people.values() for email in who.email]
    emails += config.alerts.email if config.alerts.smtp is None else ()
    return await _try_envelopes(accounts.smtp_account(box, config), box.address.email, emails)


async def check_alert_submission(config: Config) -> list[Finding]:
    """The same of the server that alerts have for themselves. Never raises."""
    assert config.alerts.smtp is not None
    account = accounts.submission_account(config.alerts.smtp, config.state_dir)
    return await _try_envelopes(account, sender_of(config).email, config.alerts.email)


async def _try_envelopes(account: SmtpAccount, from_email: str, to_emails: Iterable[str]) -> list[Finding]:
    try:
        sender, recipients = ascii_address(from_email), list(dict.fromkeys(map(ascii_address, to_emails)))
    except ComposeError as error:
        return [Finding(Level.BAD, str(error))]
    entered = "logged in" if account.authentication else "lets everybody in without a login"
    found = await SmtpClient(account).try_envelopes(sender, recipients)
    if isinstance(found, Refused) and found.phase is SmtpPhase.SENDER:
        text = f"{entered}; mail from {sender} is refused: {found.code} {found.text}"
        if not found.permanent:
            return [Finding(Level.NOTE, f"{text}: the server takes nothing for now; it is tried again later")]
        is_known = "; " in found.text  # what to do is said
        return [Finding(Level.BAD, text) if is_known else _judge_sender(entered, sender, found)]
    if isinstance(found, Refused) and not found.permanent:
        return [
            Finding(Level.BAD, f"{found.code} {found.text}: the server takes nobody for now; it is tried again later")
        ]
    if isinstance(found, Refused | Unreachable):
        return [Finding(Level.BAD, found.text)]
    return list(_judge_recipients(entered, sender, found))


def _judge_recipients(entered: str, sender: str, found: dict[str, Refused | Unreachable | None]) -> Iterator[Finding]:
    taken = [recipient for recipient, refused in found.items() if refused is None]
    if taken:
        yield Finding(Level.OK, f"{entered}; takes mail from {sender} to {', '.join(taken)}")
    refusals = {recipient: refused for recipient, refused in found.items() if refused is not None}
    of_sender = [
        each
        for each in refusals.values()
        if isinstance(each, Refused) and each.permanent and is_about_sender(each.text)
    ]
    if of_sender:  # it is the same for each of them
        yield _judge_sender(entered, sender, of_sender[0])
    for recipient, refused in refusals.items():
        if refused not in of_sender:
            code = refused.code if isinstance(refused, Refused) else None
            judged = judge_recipient(recipient, code, refused.text)
            if judged is not None:
                yield judged


def _judge_sender(entered: str, sender: str, refused: Refused) -> Finding:
    text = f"{entered}; mail from {sender} is refused: {refused.code} {refused.text}"
    return Finding(Level.BAD, f"{text}: may this account send as {sender}?")
