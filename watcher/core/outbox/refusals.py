"""Whose fault a refusal is: the letter's, which is over then, or the account's, which waits for a cure. Pure.

A server refuses a letter for what it thinks of its recipient, and for what it thinks of us: a quota, a policy, a login that it
misses. A letter that was given up for our fault is lost though it could be sent an hour later, so only what is certainly about
the recipient ends it: an enhanced code (RFC 3463) about the mailbox (X.1.X) or its storage (X.2.X), said of it (RFC 5321 § 3.3) or
after the data. Codes alone are not enough: Exchange says `5.2.2 Submission quota exceeded`, and X.1.7 and X.1.8 are about the sender.

A server that speaks no enhanced codes and will never take this letter would hold up nothing but it. What shows that is repetition:
it was refused again and again, and the account took other letters in between.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from watcher.core.outbox.model import Outcome, Refused, SmtpPhase

#: After so many refusals a letter is to blame, where the account took another one since the last.
REFUSALS_OF_ONE_LETTER = 3

#: Shutting down, wait, passwords, login needed, temporary or weak authentication (RFC 5321 § 4.2.3, RFC 4954 § 6).
_ACCOUNT_REPLY_CODES = frozenset({421, 432, 454, 530, 534, 535, 538})
_ENHANCED_STATUS = re.compile(r"(?<![\d.])[245]\.(\d{1,3}\.\d{1,3})(?![\d.])")
#: The sender's address, the system's congestion, authentication and its kin (RFC 3463 § 3, RFC 5248 § 2.4).
_ACCOUNT_STATUS = re.compile(r"1\.[78]|4\.5|7\.(?:0|3|8|9|30|57|60)")
_RECIPIENT_STATUS = re.compile(r"[12]\.\d+")
#: How servers say that we sent too much or may not send, whatever code they give it.
_ACCOUNT_WORDS = re.compile(
    r"(?i)\b(?:submission|outbound|outgoing|sending (?:limit|quota|rate)|(?:sender|domain \S+) (?:has|have) exceeded|"
    r"exceeded (?:the|your) (?:max|daily|hourly|sending|message)|(?:messages?|e-?mails?|recipients) (?:per|an|a) (?:minute|hour|day)|"
    r"(?:hourly|daily) (?:\w+ )?(?:limit|quota)|rate limit\w*|sender (?:address )?rejected|"
    r"authenticat\w+ (?:is )?required|relay\w* (?:access )?denied|"
    r"relay not permitted|not permitted to relay|unable to relay)\b"
)


class Fault(StrEnum):
    """Who is to blame for a refusal."""

    LETTER = "letter"
    ACCOUNT = "account"
    UNCLEAR = "unclear"  # the account, until repetition shows that it is the letter


def whose_fault(refused: Refused) -> Fault:
    """By phase, reply code, enhanced code and words, in this order."""
    if refused.phase is SmtpPhase.LETTER:
        return Fault.LETTER
    if refused.phase in (SmtpPhase.LOGIN, SmtpPhase.SENDER) or refused.code in _ACCOUNT_REPLY_CODES:
        return Fault.ACCOUNT
    found = _ENHANCED_STATUS.search(refused.text)
    status = found[1] if found else ""
    if _ACCOUNT_STATUS.fullmatch(status) or _ACCOUNT_WORDS.search(refused.text):
        return Fault.ACCOUNT
    return Fault.LETTER if _RECIPIENT_STATUS.fullmatch(status) or not refused.permanent else Fault.UNCLEAR


def attributed(
    outcome: Outcome, attempts: int, *, last_attempt: datetime | None, last_accepted: datetime | None
) -> Outcome:
    """The outcome of the n-th attempt, with the blame where it belongs. When the letter was offered before this, and when the account
    last took a letter; None: never."""
    if not isinstance(outcome, Refused):
        return outcome
    fault = whose_fault(outcome)
    account_works = last_attempt is not None and last_accepted is not None and last_accepted > last_attempt
    is_repeated = fault is Fault.UNCLEAR and attempts >= REFUSALS_OF_ONE_LETTER and account_works
    return replace(outcome, account=fault is not Fault.LETTER and not is_repeated)
