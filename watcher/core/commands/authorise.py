"""Is this mail an answer to one of our digests, and may its lines be obeyed? Pure; a doubt changes nothing.

The capability is the digest's own name, which nobody can guess: as the Message-ID that an answer names, or in the signed
token of its links. It counts only together with the addressee's own address as the one sender, before it expires, where no
trusted authority says otherwise, and where a person wrote it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from typing import NamedTuple

from watcher.core.commands.parse import ParsedLine, parse_lines
from watcher.core.commands.vocabulary import fold_case_and_accents
from watcher.core.inquiry import threads
from watcher.core.message import headers
from watcher.core.message.model import Facts, OwnIdentity
from watcher.core.outbox.model import Letter, LetterKind
from watcher.core.rules import authentication
from watcher.core.rules.codes import SuppressionCode
from watcher.core.translatable import Translatable

REPLY_VALIDITY = timedelta(days=14)
#: Mails with commands that are obeyed of one person in an hour, and refusals that they are told of. The refused ones do not
#: count against the others: who forges Anna's address must not silence her.
MAX_COMMAND_MAILS_PER_HOUR, MAX_REFUSAL_NOTICES_PER_HOUR = 100, 5
RATE_WINDOW = timedelta(hours=1)
#: Letters that list things by number, or else may be answered.
ANSWERABLE_LETTER_KINDS = frozenset({LetterKind.DIGEST})

_TOKEN = re.compile(r"\bw\.([a-z2-7]{26})\.(\d{6,7})\.([a-z2-7]{26})\b")
_REFERENCE_LINE = re.compile(r"[\s>]*ref:\s*w\.[a-z2-7.\d]*\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s<>\"(),;:]+@[^\s<>\"(),;:]+")
_SECONDS_PER_HOUR = 3600
#: Beside what `threads.is_sent_by_machine` knows: nobody who writes a command has these.
_MACHINE_CODES = frozenset({SuppressionCode.NULL_SENDER, SuppressionCode.LOOP_COUNT})
#: Shorter lines of a digest may be what a person writes too: they are left out one by one, and do not end the person's text.
_MIN_DISTINCTIVE_LENGTH = 12


# --- the token


def create_token(key: bytes, letter_id: str, recipient: str, now: datetime) -> str:
    """What a link of a digest carries: its name, until when, and a signature of 130 bits over both and the addressee. Good
    for REPLY_VALIDITY (14 days), to the hour; HMAC as in RFC 2104."""
    name = letter_id.partition("@")[0].removeprefix("n.")
    hours = int((now + REPLY_VALIDITY).timestamp()) // _SECONDS_PER_HOUR
    return f"w.{name}.{hours}.{_token_signature(key, name, hours, recipient)}"


def _token_signature(key: bytes, name: str, hours: int, recipient: str) -> str:
    signed = f"command\0{name}\0{hours}\0{recipient.casefold()}".encode("utf-8", "surrogatepass")
    return base64.b32encode(hmac.new(key, signed, hashlib.sha256).digest()).decode().lower()[:26]


def find_tokens(text: str) -> tuple[str, ...]:
    """Every token in a text, each once, folded to lower case. Their signatures are not looked at."""
    return tuple(dict.fromkeys(found[0] for found in _TOKEN.finditer(text.lower())))


def digest_local_part(value: str) -> str:
    """The left side of the Message-ID (RFC 5322 § 3.6.4) of the digest that a token names."""
    return f"n.{value.split('.')[1]}"


@dataclass(frozen=True, slots=True)
class ReferencedDigest:
    """A digest this mail names, and by what: "" for its Message-ID, else the token."""

    letter: Letter
    token: str = ""


def reference_tokens(facts: Facts, by_id: bool) -> tuple[str, ...]:
    """The tokens that count: on a line of their own, as we write it, among a person's own lines; or, where no digest is named
    `by_id`, in the quotation. One in a customer's words, which a digest repeats, is none."""
    own = _reference_line_tokens(facts.own_text)
    return own if own or by_id else _reference_line_tokens(facts.text)


def _reference_line_tokens(text: str) -> tuple[str, ...]:
    lines = (line for line in text.split("\n") if _REFERENCE_LINE.fullmatch(line))
    return tuple(dict.fromkeys(found for line in lines for found in find_tokens(line)))


# --- may it be obeyed?


@dataclass(frozen=True, slots=True)
class Refusal:
    """The mail is no command. `why` is for its sender; `notify_sender`: its sender, a person of the house, gets a mail that says so."""

    why: Translatable
    notify_sender: bool = True


class CommandMail(NamedTuple):
    """A mail that may hold commands, and what forbids to acknowledge it. `addresses`: all that belong to the person whose address is the
    sender's; case-folded."""

    facts: Facts
    codes: tuple[str, ...]
    addresses: Collection[str]


def is_candidate(mail: CommandMail) -> bool:
    """Worth looking up: no machine, and one sender (RFC 5322 § 3.6.2), a person of the house, whichever way one reads
    `From`."""
    facts, codes, people = mail
    author = facts.author
    if SuppressionCode.AUTO_TEXT in codes and _says_who_is_away(facts):
        codes = tuple(code for code in codes if code != SuppressionCode.AUTO_TEXT)
    machine = threads.is_sent_by_machine(codes) or not _MACHINE_CODES.isdisjoint(codes)
    if author is None or author.key not in people or machine:
        return False
    lines = facts.headers.get("from", ())
    return len(lines) == 1 and {found.casefold() for found in _ADDRESS.findall(lines[0])} == {author.key}


def _says_who_is_away(facts: Facts) -> bool:
    """Is a line of it the command `away until monday`? A machine that answers for somebody says the same in other words."""
    lines = parse_lines(facts.own_text.split("\n"))
    return any(isinstance(line, ParsedLine) and line.verb == "away" for line in lines)


def find_authorised_digest(
    mail: CommandMail, named: Iterable[ReferencedDigest], key: bytes, us: OwnIdentity, now: datetime
) -> Letter | Refusal | None:
    """The digest whose lines this mail, a candidate, speaks of. `key`: signed the digests. None: no digest of ours is named, it is mail
    like any other."""
    facts, found = mail.facts, list(named)
    if not found:
        return None
    if len({reference.letter.id for reference in found}) > 1:
        return Refusal(Translatable("refused_two"))
    letter = found[0].letter
    forged = [reference for reference in found if reference.token and not _has_valid_signature(key, reference)]
    if forged:
        return Refusal(Translatable("refused_reference"), notify_sender=False)
    if letter.recipient.casefold() not in mail.addresses:
        return Refusal(Translatable("refused_other"))
    if any(_is_expired(reference, now) for reference in found):
        return Refusal(Translatable("refused_old"))
    if doubt := _sender_distrust_reason(facts, mail.codes, us):
        return Refusal(doubt)
    if "message/rfc822" in facts.part_types or facts.is_forward:
        return Refusal(Translatable("refused_forward"))
    if facts.from_html:
        return Refusal(Translatable("refused_html"))
    return letter


def find_rate_refusal(obeyed: int) -> Refusal | None:
    """A refusal after MAX_COMMAND_MAILS_PER_HOUR mails. `obeyed`: mails with commands of this person within RATE_WINDOW, one
    hour."""
    if obeyed < MAX_COMMAND_MAILS_PER_HOUR:
        return None
    return Refusal(Translatable("refused_rate", {"n": MAX_COMMAND_MAILS_PER_HOUR}))


def may_notify(refusal: Refusal, notified: int) -> bool:
    """May the sender hear of it? `notified`: how often they did within RATE_WINDOW, one hour; more would be harm of its own."""
    return refusal.notify_sender and notified < MAX_REFUSAL_NOTICES_PER_HOUR


def _has_valid_signature(key: bytes, named: ReferencedDigest) -> bool:
    _, name, hours, signature = named.token.split(".")
    expected = _token_signature(key, name, int(hours), named.letter.recipient)
    return named.letter.message_id.startswith(f"n.{name}@") and hmac.compare_digest(signature, expected)


def _is_expired(named: ReferencedDigest, now: datetime) -> bool:
    if named.letter.created_at + REPLY_VALIDITY + timedelta(hours=1) < now:
        return True
    return bool(named.token) and datetime.fromtimestamp(int(named.token.split(".")[2]) * _SECONDS_PER_HOUR, UTC) < now


def _sender_distrust_reason(facts: Facts, codes: tuple[str, ...], us: OwnIdentity) -> Translatable | None:
    """What speaks against the sender."""
    if SuppressionCode.SPAM_FLAGGED in codes:
        return Translatable("refused_spam")
    if us.authserv_id is None:
        return None
    if failed := authentication.authentication_failure(facts, us.authserv_id):
        return Translatable("refused_forged", {"how": failed})
    if not authentication.is_authenticated(facts, us) and not _is_authenticated_submission(facts, us.authserv_id):
        return Translatable("refused_unvouched")
    return None


def _is_authenticated_submission(facts: Facts, authserv_id: str) -> bool:
    """Was it handed in with a password (RFC 8601 § 2.7.4)? The topmost header of the trusted authority says so."""
    for value in facts.headers.get("authentication-results", ()):
        head, _, rest = value.partition(";")
        if head.split()[:1] == [authserv_id]:
            return re.search(r"(?:\A|;)\s*auth\s*=\s*pass\b", rest.casefold()) is not None
    return False


# --- the person's own lines


def extract_own_lines(facts: Facts, digest: bytes) -> tuple[list[str], list[str]]:
    """The lines a person wrote, without quotations of the digest, however a mail program marks them or does not.

    Where a line of the digest appears, the person's text has ended. A short one, which may be a customer's words, is left out
    alone when it is the same to the dot (`1 done` is not `1. done`); such lines are given apart. Below the reference that a link
    brought stands nothing of theirs.
    """
    answers = bool(facts.in_reply_to or facts.references or facts.is_reply)
    digest_lines = _visible_lines(digest) if answers else []
    telling = {bare for line in digest_lines if len(bare := _letters_and_digits(line)) >= _MIN_DISTINCTIVE_LENGTH}
    known = {_strip_quote_marks(line) for line in digest_lines}
    lines: list[str] = []
    doubtful: list[str] = []
    for line in facts.own_text.split("\n"):
        if _REFERENCE_LINE.fullmatch(line) or _letters_and_digits(line) in telling:
            break
        if _letters_and_digits(line):
            (doubtful if _strip_quote_marks(line) in known else lines).append(line.strip())
    return lines, doubtful


def _visible_lines(data: bytes) -> list[str]:
    """What a reader of the digest sees, in either form."""
    from watcher.core.message.html_text import html_to_text  # 0.01 s, which no start waits for

    found: list[str] = []
    for part in message_from_bytes(data, policy=policy.compat32).walk():
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            text = payload.decode("utf-8", "replace")
            found += (html_to_text(text).text if part.get_content_subtype() == "html" else text).split("\n")
    return found


def _letters_and_digits(line: str) -> str:
    """Letters and digits alone: marks of quotation, emphasis and lists change nothing."""
    return "".join(char for char in fold_case_and_accents(line) if char.isalnum())


def _strip_quote_marks(line: str) -> str:
    """Without marks of quotation and emphasis."""
    return " ".join(fold_case_and_accents(line).replace("*", " ").strip(" >|_").split())


def replay_mark(facts: Facts, digest: int, lines: Iterable[str]) -> str:
    """The same for a mail that was sent again under another Message-ID: SHA-256 in hexadecimal of the digest, the date it
    bears (RFC 5322 § 3.3), and its words."""
    date = headers.parse_date(facts.first_header("date") or "")
    stamp = date.isoformat() if date else ""
    return hashlib.sha256(
        "\0".join((str(digest), stamp, *map(_letters_and_digits, lines))).encode("utf-8", "replace")
    ).hexdigest()
