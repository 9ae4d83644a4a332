"""A mail server refused a login → what the administrator does next. By the words of the servers, which differ; the codes do not tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MICROSOFT_HOSTS = r"(?i)(?:^|\.)(?:outlook|office365|office)\.com$"
_USE_TOKEN = 'log in with a token, auth = { oauth = "microsoft", … } (docs/providers/microsoft.md)'  # noqa: S105


@dataclass(frozen=True, slots=True)
class _Cause:
    words: str  # a pattern over what the server said
    advice: str
    hosts: str = ""  # a pattern over its name
    stops_tokens: bool = False


#: What NetEase says of a folder, where it means the login.
UNSAFE_LOGIN = "Unsafe Login"
#: The first that matches speaks.
_CAUSES = (
    _Cause(
        r"(?i)5\.7\.30\b|basic auth\w* is (?:not supported|disabled)|BasicAuthBlocked",
        f"the server takes no password any more: {_USE_TOKEN}",
    ),
    _Cause(
        r"(?i)SmtpClientAuthentication is disabled|5\.7\.139\b",
        "SMTP AUTH is off for this mailbox or for the whole organisation: in Exchange's PowerShell, Set-CASMailbox ADDRESS "
        "-SmtpClientAuthenticationDisabled $false; while the organisation's security defaults are on, it stays off",
        stops_tokens=True,
    ),
    _Cause(
        r"(?i)application[- ]specific password|app(?:lication)?[- ]?password|5\.7\.9\b|2-step|two-(?:factor|step)|2FA\b|second factor",
        "the account has two-step verification, and takes an app password here instead of the usual one: make one in the account's "
        "security settings, or log in with a token",
    ),
    _Cause(
        r"(?i)authoriz(?:ed|ation) code|authentication code|授权码",
        "the provider wants its authorisation code here instead of the password: make one in the web mail's settings, where IMAP is "
        "switched on",
    ),
    _Cause(
        r"(?i)web ?browser|WEBALERT|WEBLOGIN|verify your account|unusual (?:sign|activity)|5\.7\.14\b",
        "the provider holds the login back: log in once in a web browser and confirm that it was you",
        stops_tokens=True,
    ),
    _Cause(
        rf"(?i)IMAP (?:access )?(?:is )?(?:disabled|not (?:enabled|allowed|permitted))|not enabled for IMAP|enable IMAP|{UNSAFE_LOGIN}",
        "IMAP is switched off for this account, or for programs like this one: switch it on in the web mail's settings",
        stops_tokens=True,
    ),
    _Cause(
        r"(?i)\[EXPIRED\]|password (?:has |is )?expired",  # RFC 5530 § 3, as the next two
        "the password has expired: set a new one in the web mail, and write it here",
    ),
    _Cause(
        r"(?i)\[CONTACTADMIN\]|account (?:is |has been )?(?:locked|disabled|suspended|blocked)",
        "the account is locked: whoever runs the mail server can open it again",
        stops_tokens=True,
    ),
    _Cause(
        r"\[AUTHORIZATIONFAILED\]",
        "the login is good and may not open this mailbox: whoever runs the mail server must allow it",
        stops_tokens=True,
    ),
    _Cause(
        r"(?i)spamhaus|dnsbl|(?:block|black)list|\b(?:IP|client|host|address)\b.{0,40}\b(?:blocked|banned|refused|rejected)",
        "the server takes nothing from the address of this machine: ask the provider, or send by another server",
        stops_tokens=True,
    ),
    _Cause(
        r"(?i)login fail|authenticat\w+ (?:failed|unsuccessful)|5\.7\.3\b",
        f"Microsoft takes no password here: {_USE_TOKEN}",
        hosts=_MICROSOFT_HOSTS,
    ),
    _Cause(
        r"(?i)PRIVACYREQUIRED|encryption (?:is )?required|plaintext authentication disallowed|LOGINDISABLED",
        'the server lets nobody in without TLS: leave out tls = "off"',
    ),
    _Cause(
        r"(?i)authenticat|credentials|login (?:fail|incorrect|denied)|invalid (?:login|user)|\b535\b|password|5\.7\.8\b"
        r"|command argument error",
        "user or password is wrong: try both in a mail program, and compare",
    ),
)

_QUOTATION_MARKS = "\"'“”„‘’«»"


def describe_odd_password(password: str) -> str:
    """What an editor or a shell may have put into a password that is refused, "" where nothing is odd. No character of it is shown."""
    if password != password.strip():
        return "begins or ends with a space"
    if any(char != " " and (char.isspace() or not char.isprintable()) for char in password):
        return "has a character that is not seen, such as a no-break space"
    if len(password) > 1 and password[0] in _QUOTATION_MARKS and password[-1] in _QUOTATION_MARKS:
        return "stands in quotation marks, and they count as a part of it"
    return ""


#: What is said of the sender (MAIL FROM) and is about the login, beside the first two of _CAUSES.
_SENDER_CAUSES = (
    *_CAUSES[:2],
    _Cause(
        r"(?i)5\.7\.60\b|SendAsDenied|permissions? to send as",
        "the account may not send as this address: in Exchange's PowerShell, Add-RecipientPermission ADDRESS -Trustee ACCOUNT "
        "-AccessRights SendAs; it counts within the hour",
    ),
    _Cause(
        r"(?i)^530\b(?!.*STARTTLS)|5\.7\.57\b|authenticat\w+ (?:is )?required|not authenticated|must (?:first )?log ?in",
        "the server wants a login: write user, and password or auth, in smtp",
    ),
)


def advise_on_refused_sender(said: str) -> str:
    """The next step where MAIL FROM is refused (RFC 5321 § 4.1.1.2), "" where nothing is known. `said`: code and words."""
    return next((cause.advice for cause in _SENDER_CAUSES if re.search(cause.words, said)), "")


def advise_on_refusal(said: str, host: str, token_advice: str | None = None) -> str:
    """The next step, "" where nothing is known. `token_advice`: what to do where a good token is refused; None: it was a password."""
    for cause in _CAUSES:
        if (
            (token_advice is None or cause.stops_tokens)
            and re.search(cause.words, said)
            and re.search(cause.hosts, host)
        ):
            return cause.advice
    return token_advice or ""


def advise_on_busy_server(said: str) -> str:
    """What there is to do about a login that was refused for the moment (RFC 5530 § 3)."""
    if re.search(r"(?i)\[(?:LIMIT|INUSE)\]|too many|connection limit", said):
        return "the account has as many connections as it may: close mail programs that are open elsewhere; it is tried again by itself"
    return "the server is not well, and nothing is wrong with the account: it is tried again by itself"


def advise_on_closed_mailbox(said: str) -> str:
    """What a server says after a good login, when it opens nothing; "" where it is something else."""
    if re.search(r"(?i)authenticated but not connected", said):
        return (
            "Exchange says so when it is busy, and always where the account may not open this mailbox (FullAccess), "
            "or IMAP is off for it"
        )
    return advise_on_refusal(said, "") if UNSAFE_LOGIN in said else ""


def with_advice(said: str, advice: str) -> str:
    """One line of both."""
    return f"{said.rstrip('.')}; {advice}" if advice else said
