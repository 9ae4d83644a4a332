"""What `watcher check --online` saw of a server and a mailbox → what that means, and what to do. Pure: figures in, sentences out.

A finding is `ok`, a `note` (it works, and something will not), or `bad` (it does not work).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from watcher.core.health.incidents import CLOCK_TOLERANCE

#: A certificate is renewed a month before it ends, where that works.
CERTIFICATE_NOTICE = timedelta(days=14)
#: A clock that is off by less is nobody's business.
CLOCK_NOTICE = timedelta(minutes=1)
#: Fewer messages say nothing of a mailbox.
MIN_SAMPLE = 5
#: Of the questions that are marked as answered, so many have their answer in a folder that is watched, or something is wrong.
MIN_ANSWERED_SHARE = 0.2
#: How the servers of these protocols begin.
_GREETINGS = {"imap": r"\* (?:OK|PREAUTH|BYE)\b", "smtp": r"[245]\d\d(?:[ -]|$)", "pop3": r"(?:\+OK|-ERR)\b"}
#: Of what another one says, so many characters are shown.
_SHOWN_CHARS = 60
#: A server that takes our mail for its own people only (Postfix, Exim, Exchange, Sendmail, qmail).
_SENDER_NAMED = re.compile(r"(?i)\bsender\b|\bsend(?:ing)? as\b|\bmail from\b|(?<![\d.])5\.(?:1\.[78]|7\.60)(?![\d.])")
_RELAY_DENIED = re.compile(
    r"relay(?:ing)?\b.{0,20}(?:denied|prohibited|not (?:permitted|allowed))|unable to relay|not (?:permitted|allowed) to relay"
    r"|5\.7\.54\b|rcpthosts",
    re.IGNORECASE,
)
#: A server that wants a host's full name in the greeting (Postfix), as those for incoming mail do.
_GREETING_REFUSED = re.compile(
    r"helo command rejected|ehlo.{0,40}(?:rejected|invalid)|fully-qualified hostname", re.IGNORECASE
)
#: File systems (proc_filesystems(5)) that are gone when the machine is switched off, and those of other machines.
_IN_MEMORY = frozenset({"tmpfs", "ramfs"})
_OVER_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.gvfsd-fuse"}
)


class Level(StrEnum):
    """How a finding is to be taken."""

    OK = "ok"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    level: Level
    text: str


def judge_certificate(starts_at: datetime | None, ends_at: datetime | None, now: datetime) -> Finding | None:
    """None: nothing is known of it."""
    if starts_at is None or ends_at is None:
        return None
    if now > ends_at:
        text = (
            f"its certificate expired on {ends_at:%d %b %Y}, {_format_days(now - ends_at)} ago by the clock of this machine: "
            "whoever runs the server must renew it"
        )
        return Finding(Level.BAD, text)
    if now < starts_at:
        text = f"its certificate is good from {starts_at:%d %b %Y} on, and this machine's clock says {now:%d %b %Y}: set the clock"
        return Finding(Level.BAD, text)
    if ends_at - now < CERTIFICATE_NOTICE:
        text = f"its certificate ends in {_format_days(ends_at - now)}, on {ends_at:%d %b %Y}: see that it is renewed"
        return Finding(Level.NOTE, text)
    return Finding(Level.OK, f"TLS, certificate good for {_format_days(ends_at - now)}")


def _format_days(span: timedelta) -> str:
    return "1 day" if span.days == 1 else f"{span.days} days"


def judge_tls_mode(configured: str, found: str, port: int, usual_ports: str) -> Finding | None:
    """`found`: what the port speaks: implicit, starttls, off, or silent. None: it is what is configured."""
    if found == configured or not found:
        return None
    if found == "implicit":
        text = f'port {port} speaks TLS from the first octet on: write tls = "implicit", or leave out tls'
    elif found == "silent":
        text = f"something listens on port {port} and says nothing: is it the right port? Usual are {usual_ports}"
    elif configured == "implicit":
        text = f'port {port} does not begin with TLS: write tls = "starttls"; or port and tls of {usual_ports}'
    else:
        text = f"the server does not offer STARTTLS on port {port}: use {usual_ports}"
    return Finding(Level.BAD, text)


def judge_greeting(protocol: str, greeting: str, port: int, usual_ports: str) -> Finding | None:
    """`protocol`: imap or smtp, the one that is configured; `greeting`: the first line that was said (RFC 9051 § 7.1, RFC 5321 § 4.2,
    RFC 1939 § 4). None: it is that protocol's."""
    found = next((name for name, pattern in _GREETINGS.items() if re.match(pattern, greeting)), "")
    if found == protocol or not greeting:
        return None
    who = f"a server of {found.upper()}" if found else f"something else ({greeting[:_SHOWN_CHARS]})"
    text = f"port {port} is answered by {who}, not {protocol.upper()}: compare host and port; usual are {usual_ports}"
    return Finding(Level.BAD, text)


def judge_clock(error: timedelta | None) -> Finding:
    """`error`: a server's clock minus ours; None: no server said what time it is."""
    if error is None:
        return Finding(Level.OK, "clock: not compared, for no server says what time it is; --send-test compares it")
    if abs(error) < CLOCK_NOTICE:
        return Finding(Level.OK, "clock: agrees with that of the mail server")
    size = abs(error).total_seconds()
    length = f"{size / 60:.0f} minutes" if size < 2 * 3600 else f"{size / 3600:.0f} hours"
    side = "behind" if error > timedelta() else "ahead of"
    text = (
        f"clock: this machine is {length} {side} the mail server: set it and let a time service keep it (timedatectl set-ntp true); "
        "promises, digests and logins with a token go by it"
    )
    return Finding(Level.BAD if abs(error) > CLOCK_TOLERANCE else Level.NOTE, text)


def judge_list_ids(list_ids: Sequence[str], own_addresses: Collection[str]) -> Finding | None:
    """`list_ids`: of each of the last messages the List-Id (RFC 2919), "" where it has none. None: the mailbox is no group's."""
    if len(list_ids) < MIN_SAMPLE:
        return None
    name, count = Counter(list_ids).most_common(1)[0]
    if not name or count < 0.9 * len(list_ids):
        return None
    found = re.search(r"<([^<>.\s]+)\.([^<>\s]+)>\s*$", name)
    address = f"{found[1]}@{found[2]}".casefold() if found else name
    if address in own_addresses:
        return Finding(Level.OK, f"its mail comes through the group {address}, which is configured as the house's own")
    text = (
        f"its mail comes through a mailing list or group ({address}), and mail of a list is not acknowledged: if customers write to "
        f'this group, write aliases = ["{address}"], and name the server that checks senders in watcher.trust'
    )
    return Finding(Level.NOTE, text)


def judge_answers(answered: int, found: int, is_microsoft: bool) -> Finding | None:
    """`answered`: questions that a mail program marked \\Answered; `found`: those of them whose answer is in a watched folder.
    None: nothing can be said, or all is well."""
    if answered < MIN_SAMPLE or found >= MIN_ANSWERED_SHARE * answered:
        return None
    text = (
        f"{answered} of the last questions are marked as answered, and the answers to {answered - found} of them are in no folder that "
        "is watched: replies are filed elsewhere, and Watcher would remind people of what was answered"
    )
    if is_microsoft:
        text += (
            ". In a shared mailbox of Microsoft 365 they stay in the sender's own Sent Items: an administrator runs Set-Mailbox ADDRESS "
            "-MessageCopyForSentAsEnabled $true -MessageCopyForSendOnBehalfEnabled $true (docs/providers/microsoft.md)"
        )
    else:
        text += ": name their folder in `sent`"
    text += ", or watch the sent mail of whoever answers: a [[mailbox]] of their account with inbox = []"
    return Finding(Level.NOTE, text)


def is_about_sender(text: str) -> bool:
    """Does a refusal of RCPT TO speak of who sends? Postfix judges the sender only there (`smtpd_delay_reject`), and Exim may, too."""
    return bool(_SENDER_NAMED.search(text)) and not _RELAY_DENIED.search(text)


def judge_recipient(recipient: str, code: int | None, text: str) -> Finding | None:
    """What a server said to RCPT TO (RFC 5321 § 4.3.2); `code` None: it said nothing. None: it takes mail to them."""
    if code is not None and 400 <= code <= 499:
        return Finding(Level.NOTE, f"mail to {recipient} is refused for now ({code} {text}): it is tried again later")
    if code is not None and _RELAY_DENIED.search(text):
        said = f"mail to {recipient} is refused: {code} {text}"
        cure = "the server passes nothing on for us: write user, and password or auth, in smtp, and the port for logins (465 or 587)"
        return Finding(Level.BAD, f"{said}; {cure}")
    if code is not None and _GREETING_REFUSED.search(text):
        cure = "as servers for incoming mail do: use the port for logins (465 or 587), with user, and password or auth"
        return Finding(
            Level.BAD,
            f"mail to {recipient} is refused: {code} {text}; this server is particular about greetings, {cure}",
        )
    if code is not None:
        return Finding(
            Level.BAD, f"mail to {recipient} is refused: {code} {text}: look at the address in [people] or [alerts]"
        )
    return Finding(Level.BAD, f"mail to {recipient}: {text}")


def judge_file_system(folder: str, kind: str) -> Finding | None:
    """`kind`: of the file system that the state is on. None: as good as any."""
    if kind in _IN_MEMORY:
        text = f"state: {folder} is in memory ({kind}): when the machine restarts, every open inquiry is forgotten; name a folder on a disk"
        return Finding(Level.NOTE, text)
    if kind in _OVER_NETWORK:
        text = (
            f"state: {folder} is on another machine ({kind}), where locks do not always hold and a database can be damaged: name a folder "
            "on a disk of this machine, or use PostgreSQL (watcher.database)"
        )
        return Finding(Level.NOTE, text)
    return None
