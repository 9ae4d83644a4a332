"""Times and codes in people's words, in the language of the reader. A language is one entry in each table."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")

_DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    "it": ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    "pt": ("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"),
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
}
_TODAY = {"en": "today", "de": "heute", "fr": "aujourd'hui", "es": "hoy", "it": "oggi", "pt": "hoje", "nl": "vandaag"}
_TOMORROW = {
    "en": "tomorrow",
    "de": "morgen",
    "fr": "demain",
    "es": "mañana",
    "it": "domani",
    "pt": "amanhã",
    "nl": "morgen",
}
_FAR = {"en": "{day}, {date:%d %B}", "de": "{day}, {date:%d.%m.}", "nl": "{day} {date:%d-%m}"}


def when(instant: datetime, now: datetime, zone: ZoneInfo, language: str = "en") -> str:
    """`today 14:00`, `Tuesday 10:00`, `Tuesday, 08 December 10:00`: as one says it in the house's zone."""
    language = language if language in _DAYS else "en"
    local, today = instant.astimezone(zone), now.astimezone(zone).date()
    ahead = (local.date() - today).days
    day = _DAYS[language][local.weekday()]
    if ahead == 0:
        day = _TODAY[language]
    elif ahead == 1:
        day = f"{_TOMORROW[language]} ({day})"
    elif not 1 < ahead < 7:
        day = _FAR.get(language, "{day} {date:%d/%m}").format(day=day, date=local)
    return f"{day} {local:%H:%M}"


def short(instant: datetime, now: datetime, zone: ZoneInfo) -> str:
    """For tables: `13:58` today, `Mon 13:58` this week, else `24 Nov 13:58`."""
    local, today = instant.astimezone(zone), now.astimezone(zone).date()
    away = abs((local.date() - today).days)
    return f"{local:%H:%M}" if away == 0 else f"{local:%a %H:%M}" if away < 7 else f"{local:%d %b %H:%M}"


def length(duration: timedelta, day: timedelta = timedelta(hours=24)) -> str:
    """`20 min`, `3 h 20 min`, `2 days 3 h`, a day being as long as the house is open."""
    minutes = int(duration.total_seconds()) // 60
    day_minutes = max(60, int(day.total_seconds()) // 60)
    if minutes < 60:
        return f"{minutes} min"
    if minutes < day_minutes or minutes < 2 * 60:
        hours, rest = divmod(minutes, 60)
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    days, rest = divmod(minutes, day_minutes)
    hours = rest // 60
    return f"{days} day{'s' * (days > 1)}" + (f" {hours} h" if hours else "")


#: Why no acknowledgement went out, as the owner reads it. One sentence a code of the decision table.
REASONS = {
    "own-message": "it is one of Watcher's own letters",
    "own-address": "it comes from one of your own addresses",
    "loop-count": "it has been going round in circles",
    "duplicate": "a message with the same id was acknowledged already",
    "mdn": "it is a read receipt",
    "feedback-report": "it is an abuse report",
    "machine-report": "it is a machine's report",
    "dsn": "it is a delivery report",
    "daemon-sender": "a mail system sent it",
    "dsn-like": "it looks like a delivery report",
    "auto-submitted": "it says that a machine sent it",
    "null-sender": "it came with no return address",
    "vendor-auto": "it carries the mark of an automatic reply",
    "other-bot": "another help desk or tracker sent it",
    "x-loop": "it carries a loop mark",
    "calendar": "it is a calendar message",
    "list": "it came through a mailing list",
    "bulk": "it is bulk mail",
    "suppress-requested": "the sender's mail system asks for no automatic replies",
    "auto-subject": "its subject is that of an automatic reply",
    "spam-flagged": "it is marked as spam",
    "auth-fail": "the sender could not be verified",
    "too-malformed": "the message is too broken to answer by machine",
    "bad-destination": "there is no usable address to answer to",
    "noreply-destination": "the sender's address takes no replies",
    "role-destination": "the sender's address belongs to a list or a system",
    "blocked": "the address is on your block list",
    "not-allowed": "the address is not on your list of allowed ones",
    "not-addressed": "the message was not addressed to this mailbox (Bcc or forwarded)",
    "follow-up": "it continues a conversation",
    "already-handled": "a person had answered already",
    "stale": "the message was too old when it was seen",
    "recently-acked": "this customer got one a short time ago",
    "rate-sender": "too many messages from this sender",
    "rate-domain": "too many messages from this domain",
    "rate-global": "too many acknowledgements in the last hour",
    "send-uncertain": "an earlier attempt may have reached the customer",
    "not-inquiry": "a rule says it is no inquiry",
}


def reason(code: str) -> str:
    return REASONS.get(code, code)
