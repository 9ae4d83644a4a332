"""Times and codes in people's words, in the language of the reader. A language is one entry of `_LANGUAGES`.

Pure, and free of the process's locale. Must never name an instant without the zone it is meant in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class _Language:
    """How one speaks of days. `{day} {date} {time}` are filled in; Monday and January come first."""

    days: str
    months: str
    today: str
    tomorrow: str
    date: str  # {day}, {n}, {month}
    at: str  # an instant: {day} is "today", "Tuesday" or a date
    by: str  # until an instant of another day
    by_soon: str  # until an instant of today or tomorrow: {soon} is "today", {day} is "Monday"


_LANGUAGES = {
    "en": _Language(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "January February March April May June July August September October November December",
        "today", "tomorrow", "{day} {n} {month},", "{day} {time}", "by {day} {time}", "by {time} {soon} ({day})",
    ),
    "de": _Language(
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "heute", "morgen", "{day}, {n}. {month}", "{day}, {time} Uhr", "bis {day}, {time} Uhr",
        "bis {soon} ({day}), {time} Uhr",
    ),
    "fr": _Language(
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "aujourd'hui", "demain", "{day} {n} {month}", "{day} à {time}", "au plus tard {day} à {time}",
        "au plus tard {soon} ({day}) à {time}",
    ),
    "es": _Language(
        "lunes martes miércoles jueves viernes sábado domingo",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "hoy", "mañana", "{day} {n} de {month}", "{day} a las {time}", "a más tardar el {day} a las {time}",
        "a más tardar {soon} ({day}) a las {time}",
    ),
    "it": _Language(
        "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "oggi", "domani", "{day} {n} {month}", "{day} alle {time}", "entro {day} alle {time}",
        "entro {soon} ({day}) alle {time}",
    ),
    "pt": _Language(
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "hoje", "amanhã", "{day}, {n} de {month}", "{day} às {time}", "até {day} às {time}",
        "até {soon} ({day}) às {time}",
    ),
    "nl": _Language(
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "vandaag", "morgen", "{day} {n} {month}", "{day} {time} uur", "uiterlijk {day} om {time} uur",
        "uiterlijk {soon} ({day}) om {time} uur",
    ),
}  # fmt: skip
LANGUAGES = tuple(_LANGUAGES)


def when(instant: datetime, now: datetime, zone: ZoneInfo, language: str = "en") -> str:
    """`today 14:00`, `tomorrow 09:00`, `Tuesday 10:00`, `Tuesday 8 December, 10:00`, on the clock of the house."""
    words = _LANGUAGES.get(language, _LANGUAGES["en"])
    soon = _soon(instant, now, zone, words)
    return words.at.format(day=soon or _day(instant, now, zone, words), time=_time(instant, zone))


def by(instant: datetime, now: datetime, zone: ZoneInfo, language: str = "en") -> str:
    """A promise: `by Tuesday 10:00`, `by 16:00 today (Monday)`: the day is named, for who reads it tomorrow."""
    words = _LANGUAGES.get(language, _LANGUAGES["en"])
    soon, day = _soon(instant, now, zone, words), _day(instant, now, zone, words)
    form = words.by_soon if soon else words.by
    return form.format(soon=soon, day=day, time=_time(instant, zone))


def short(instant: datetime, now: datetime, zone: ZoneInfo) -> str:
    """For tables: `13:58` today, `Mon 13:58` this week, else `24 Nov 13:58`, with the year where it is another one."""
    local, today = instant.astimezone(zone), now.astimezone(zone).date()
    words = _LANGUAGES["en"]
    away = abs((local.date() - today).days)
    if away == 0:
        return _time(instant, zone)
    if away < 7:
        return f"{words.days.split()[local.weekday()][:3]} {_time(instant, zone)}"
    year = f" {local.year}" if local.year != today.year else ""
    return f"{local.day} {words.months.split()[local.month - 1][:3]}{year} {_time(instant, zone)}"


def _soon(instant: datetime, now: datetime, zone: ZoneInfo, words: _Language) -> str:
    ahead = (instant.astimezone(zone).date() - now.astimezone(zone).date()).days
    return {0: words.today, 1: words.tomorrow}.get(ahead, "")


def _day(instant: datetime, now: datetime, zone: ZoneInfo, words: _Language) -> str:
    """The weekday within the coming week, else the date too."""
    local = instant.astimezone(zone)
    day = words.days.split()[local.weekday()]
    if 0 <= (local.date() - now.astimezone(zone).date()).days < 7:
        return day
    return words.date.format(day=day, n=local.day, month=words.months.split()[local.month - 1])


def _time(instant: datetime, zone: ZoneInfo) -> str:
    return f"{instant.astimezone(zone):%H:%M}"


def length(duration: timedelta, day: timedelta = timedelta(hours=24)) -> str:
    """`20 min`, `3 h 20 min`, `2 days 3 h`, a day being as long as the house is open."""
    minutes = max(0, int(duration.total_seconds()) // 60)
    in_day = max(60, int(day.total_seconds()) // 60)
    if minutes < 2 * in_day:
        hours, rest = divmod(minutes, 60)
        return " ".join(part for part in (f"{hours} h" * bool(hours), f"{rest} min" * bool(rest or not hours)) if part)
    days, rest = divmod(minutes, in_day)
    return f"{days} days" + (f" {rest // 60} h" if rest >= 60 else "")


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
    "rate-bounces": "too many acknowledgements have come back lately",
    "state-gap": "Watcher's memory was restored or has a gap: it may have been sent already",
    "send-uncertain": "an earlier attempt may have reached the customer",
    "not-inquiry": "a rule says it is no inquiry",
}


def reason(code: str) -> str:
    return REASONS.get(code, code)
