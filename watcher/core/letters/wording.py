"""Times, counts and codes in people's words, in the language of the reader. A language is one file, `words.de.toml`.

Pure, and free of the process's locale. Must never name an instant without the zone it is meant in.
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from watcher.core.rules.codes import english_reason
from watcher.core.translatable import Translatable

ENGLISH = "en"
_TEXT_TABLES = ("glances", "troubles", "advice")
_LIST_LENGTHS = {"days": 7, "days_short": 7, "months": 12, "months_short": 12}


class WordsError(Exception):
    """Raised where a file of words cannot be used. `problems`: line (0: not known) and what is wrong, one by one."""

    def __init__(self, problems: list[tuple[int, str]]) -> None:
        self.problems = problems
        super().__init__("; ".join(what for _, what in problems))


@dataclass(frozen=True, slots=True)
class Words:
    """One language: `phrases` and `lists` from `words.xx.toml`. LookupError: a phrase it does not have."""

    language: str
    phrases: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]
    reasons: Mapping[str, str]
    glances: Mapping[str, str]  # how an English reason for a glance begins → what is said; {}: it is said as it is
    troubles: Mapping[str, str]  # kind of an incident → its title; what is missing is said in English
    advice: Mapping[str, str]  # kind of an incident → what to do

    def say(self, phrase: str, **values: object) -> str:
        """The phrase of that name with its places filled in. LookupError: there is none, or a place has no value."""
        return self.phrases[phrase].format(**values)

    def quote_texts(self, texts: Iterable[str]) -> str:
        """Each in the quotation marks of the language, commas between them: `“41 done”, “away”`."""
        return ", ".join(self.say("quoted", text=text) for text in texts)

    def say_count(self, phrase: str, n: int) -> str:
        """`1 inquiry`, `3 inquiries`: the phrase, or its form for one. LookupError: there is none."""
        return self.say(f"{phrase}_one" if n == 1 else phrase, n=n)

    def say_phrase(self, phrase: Translatable, now: datetime, zone: ZoneInfo) -> str:
        """With the phrases and instants among its values in this language. LookupError: there is none, or a place has no value."""
        said = {
            name: self.say_phrase(value, now, zone)
            if isinstance(value, Translatable)
            else self.format_instant(value, now, zone)
            if isinstance(value, datetime)
            else value
            for name, value in phrase.values.items()
        }
        return self.say(phrase.name, **said)

    def suppression_reason(self, code: str) -> str:
        """Why no acknowledgement went out, as the owner reads it."""
        return self.reasons.get(code) or english_reason(code)

    # --- instants

    def format_instant(self, instant: datetime, now: datetime, zone: ZoneInfo) -> str:
        """`today 14:00`, `tomorrow 09:00`, `Tuesday 10:00`, `Tuesday 8 December, 10:00`: instants in UTC, on the clock of `zone`."""
        day = self._today_or_tomorrow(instant, now, zone) or self._format_day(instant, now, zone)
        return self.say("at", day=day, time=_format_time_of_day(instant, zone))

    def format_deadline(self, instant: datetime, now: datetime, zone: ZoneInfo) -> str:
        """A promise: `by Tuesday 10:00`, `by 16:00 today (Monday)`: the day is named, for who reads it tomorrow."""
        soon, day = self._today_or_tomorrow(instant, now, zone), self._format_day(instant, now, zone)
        return self.say("by_soon" if soon else "by", soon=soon, day=day, time=_format_time_of_day(instant, zone))

    def format_short_instant(self, instant: datetime, now: datetime, zone: ZoneInfo) -> str:
        """For tables: `13:58` today, `Mon 13:58` this week, else `24 Nov 13:58`, with the year where it is another one;
        instants in UTC, on the clock of `zone`."""
        local, today = instant.astimezone(zone), now.astimezone(zone).date()
        away = abs((local.date() - today).days)
        if away == 0:
            return _format_time_of_day(instant, zone)
        day = self.lists["days_short"][local.weekday()] if away < 7 else self.format_short_date(local.date(), today)
        return f"{day} {_format_time_of_day(instant, zone)}"

    def format_short_date(self, day: date, today: date) -> str:
        """`24 Nov`, with the year where it is another one."""
        text = self.say("date_short", n=day.day, month=self.lists["months_short"][day.month - 1])
        return text if day.year == today.year else f"{text} {day.year}"

    def _today_or_tomorrow(self, instant: datetime, now: datetime, zone: ZoneInfo) -> str:
        ahead = (instant.astimezone(zone).date() - now.astimezone(zone).date()).days
        return {0: self.say("today"), 1: self.say("tomorrow")}.get(ahead, "")

    def _format_day(self, instant: datetime, now: datetime, zone: ZoneInfo) -> str:
        """The weekday within the coming week, else the date too."""
        local = instant.astimezone(zone)
        day = self.lists["days"][local.weekday()]
        if 0 <= (local.date() - now.astimezone(zone).date()).days < 7:
            return day
        return self.say("date", day=day, n=local.day, month=self.lists["months"][local.month - 1])

    # --- lengths

    def format_duration(self, duration: timedelta, day: timedelta = timedelta(hours=24)) -> str:
        """`20 min`, `3 h 20 min`, `2 days 3 h`, a day being as long as the house is open."""
        minutes = max(0, int(duration.total_seconds()) // 60)
        in_day = max(60, int(day.total_seconds()) // 60)
        if minutes < 2 * in_day:
            hours, rest = divmod(minutes, 60)
            parts = [self.say("hours", n=hours)] * bool(hours) + [self.say("minutes", n=rest)] * bool(rest or not hours)
            return " ".join(parts)
        days, rest = divmod(minutes, in_day)
        return " ".join([self.say("length_days", n=days)] + [self.say("hours", n=rest // 60)] * (rest >= 60))


def _format_time_of_day(instant: datetime, zone: ZoneInfo) -> str:
    return f"{instant.astimezone(zone):%H:%M}"


def parse_words(language: str, text: str, like: Words | None = None) -> Words:
    """One language from its file. WordsError: it is no TOML, or not complete beside `like`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WordsError([(0, f"is no TOML: {error}")]) from None
    reasons = data.pop("reasons", {})
    lists = {name: tuple(str(data.pop(name, "")).split()) for name in _LIST_LENGTHS}
    glances, troubles, advice = (data.pop(name, {}) for name in _TEXT_TABLES)
    words = Words(language, data, lists, reasons, glances, troubles, advice)
    if problems := list(_find_problems(words, text, like or words)):
        raise WordsError(problems)
    return words


def complete_words(own: str, before: str, now: str) -> str:
    """A file of words that somebody edited, with the phrases that ship now and did not `before`, and without those that ship no more:
    each release has some, and whoever said one thing otherwise has not to follow. What it says stays. `own` where a file is no TOML."""
    try:
        has, had, have = (
            {name for name, said in tomllib.loads(text).items() if isinstance(said, str)} for text in (own, before, now)
        )
    except tomllib.TOMLDecodeError:
        return own
    lines = own.splitlines(keepends=True)
    end = next((n for n, line in enumerate(lines) if line.startswith("[")), len(lines))
    phrases = [line for line in lines[:end] if _name_in_line(line) not in had - have]
    if phrases and not phrases[-1].endswith("\n"):
        phrases[-1] += "\n"
    phrases += [f"{line}\n" for line in now.splitlines() if _name_in_line(line) in have - had - has]
    return "".join(phrases + lines[end:])


def _name_in_line(line: str) -> str:
    return line.partition("=")[0].strip(" []")


def _find_problems(words: Words, text: str, like: Words) -> Iterator[tuple[int, str]]:
    for name, length in _LIST_LENGTHS.items():
        if len(words.lists[name]) != length:
            yield _find_line_number(text, name), f"{name}: write {length} words in quotes, one space between them"
    if not isinstance(words.reasons, dict):
        yield _find_line_number(text, "reasons"), "reasons: is a table of codes"
    for name, table in zip(_TEXT_TABLES, (words.glances, words.troubles, words.advice), strict=True):
        if not isinstance(table, dict) or not all(isinstance(said, str) for said in table.values()):
            yield _find_line_number(text, name), f"{name}: is a table of texts in quotes"
    if isinstance(words.troubles, dict):
        for name, said in words.troubles.items():
            if not _placeholder_names(said) <= {"subject"}:
                yield _find_line_number(text, name), f"{name}: places that may stand in braces: subject"
    for name in sorted(like.phrases.keys() - words.phrases.keys()):
        yield 0, f'"{name}" is missing: in English it is "{like.phrases[name]}"'
    for name, phrase in words.phrases.items():
        if name not in like.phrases:
            yield _find_line_number(text, name), f'unknown name "{name}"'
        elif not isinstance(phrase, str):
            yield _find_line_number(text, name), f"{name}: takes a text in quotes"
        elif not _placeholder_names(phrase) <= _placeholder_names(like.phrases[name]):
            known = ", ".join(sorted(_placeholder_names(like.phrases[name]))) or "none"
            yield _find_line_number(text, name), f"{name}: places that may stand in braces: {known}"


def _placeholder_names(phrase: Any) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(str(phrase)) if name is not None}
    except ValueError:
        return {"a brace alone"}


def _find_line_number(text: str, name: str) -> int:
    return next((n for n, line in enumerate(text.splitlines(), 1) if _name_in_line(line) == name), 0)
