"""What a person writes → commands. Words and times as people write them; what is not understood is named and changes nothing.

A line is a command only as a whole: `41 not done` and `41 done?` are none. Prose between commands is let be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from watcher.core.commands import vocabulary
from watcher.core.commands.vocabulary import fold_case_and_accents
from watcher.core.translatable import Translatable

DEFAULT_MORNING = time(9, 0)
#: Lines of one mail that are read, numbers in one line, and characters of a line that are repeated to its writer.
MAX_LINES, MAX_NUMBERS_PER_LINE, MAX_ECHOED_LENGTH = 100, 50, 60

#: Verb → a line that is understood: `41 done`.
EXAMPLE_COMMANDS = {
    "done": Translatable("command_done", {"number": 41}),
    "snooze": Translatable("command_snooze", {"number": 41}),
    "dismiss": Translatable("command_dismiss", {"number": 41}),
    "assign": Translatable("command_assign", {"number": 41, "name": Translatable("command_name")}),
    "mine": Translatable("command_mine", {"number": 41}),
    "reopen": Translatable("command_reopen", {"number": 41}),
    "promote": Translatable("command_promote", {"number": "R12"}),
    "away": Translatable("command_away"),
    "back": Translatable("command_back"),
}
_NO_COMMAND = Translatable("unclear_no_command", {"example": EXAMPLE_COMMANDS["done"]})

_DURATION = re.compile(r"(\d{1,4})\s*([a-z]+)\Z")
_CLOCK_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|uhr|h|uur)?\Z")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4})?)?\Z")
_INQUIRY_NUMBER = re.compile(r"#?(\d{1,9})\.?\Z")
_NUMBER_RANGE = re.compile(r"#?(\d{1,9})[-\u2013]#?(\d{1,9})\Z")
_REVIEW_NUMBER = re.compile(r"#?r?(\d{1,9})\.?\Z")
_MARKED_REVIEW_NUMBER = re.compile(r"#?r\d{1,9}\.?\Z")
_LIST_MARKER = re.compile(r"\A[-*\u2022\u00b7]\s+")
#: A whole line in quotation marks of any language, as a digest shows its examples in: “41 done”.
_QUOTED_LINE = re.compile(r"\s*[\"“”„«»‹›]\s*([^\"“”„«»‹›]+?)\s*[\"“”„«»‹›][\s.,;]*")
_TRAILING_PUNCTUATION = re.compile(r"[\s.!,;]+\Z")
_WORD_SEPARATOR = re.compile(r"[,;&+]|:(?=\s|\Z)")
_LONGEST_VERB_PHRASE = max(len(phrase.split()) for phrases in vocabulary.VERB_PHRASES.values() for phrase in phrases)
_LONGEST_PROMOTING_PHRASE = max(len(phrase.split()) for phrase in vocabulary.PROMOTING_PHRASES)
_VERB_BY_PHRASE = {phrase: verb for verb, phrases in vocabulary.VERB_PHRASES.items() for phrase in phrases}


# --- command lines


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """One line that was understood. `verb` is a key of EXAMPLE_COMMANDS: the numbers of "promote" are those of reviews, "away" and
    "back" have none."""

    line: str
    verb: str
    numbers: tuple[int, ...] = ()
    argument: str = ""  # a time (snooze, away) or a person (assign), folded


@dataclass(frozen=True, slots=True)
class UnparsedLine:
    """One line that was meant as a command and is none; `why` says what would have worked."""

    line: str
    why: Translatable
    number: int | None = None  # that it begins with, where nothing else in it says that a command was meant


def parse_lines(lines: Iterable[str]) -> tuple[ParsedLine | UnparsedLine, ...]:
    """The commands among the first 100 lines a person wrote that say something, and those that look like one and are none.
    Raises nothing."""
    written = [line for line in lines if line.strip()][:MAX_LINES]
    return tuple(parsed for line in written if (parsed := _parse_line(line)) is not None)


def _parse_line(line: str) -> ParsedLine | UnparsedLine | None:
    shown = " ".join(line.split())[:MAX_ECHOED_LENGTH]
    if len(line) > 200:
        return None
    text = _LIST_MARKER.sub("", fold_case_and_accents(line))
    if quoted := _QUOTED_LINE.fullmatch(text):
        text = quoted[1]
    text = _TRAILING_PUNCTUATION.sub("", text)
    words = _WORD_SEPARATOR.sub(" ", text.rstrip("?")).split()
    while len(words) > 1 and words[-1] in vocabulary.POLITE_WORDS:
        words.pop()
    if not text.endswith("?") and (numbers := _parse_promoted_numbers(words)):
        return ParsedLine(shown, "promote", numbers)
    verbs = _find_verbs(words)
    if verbs and any(_MARKED_REVIEW_NUMBER.match(word) for word in words):
        return UnparsedLine(shown, Translatable("unclear_glance", {"example": EXAMPLE_COMMANDS["promote"]}))
    numbered = any(_parse_numbers([word]) for word in words)
    if not verbs:
        first = _parse_numbers(words[:1])
        return UnparsedLine(shown, _NO_COMMAND, first[0]) if first else None
    start, end, verb = verbs[0]
    head, tail = words[:start], words[end:]
    if text.endswith("?"):
        return UnparsedLine(shown, Translatable("unclear_question")) if numbered else None
    if len(verbs) > 1:
        return UnparsedLine(shown, Translatable("unclear_two")) if numbered else None
    parsed = _parse_operands(shown, verb, head, tail)
    if parsed is None and not numbered and (len(words) > 3 or head):
        return None  # prose
    return parsed or UnparsedLine(shown, Translatable("unclear", {"example": EXAMPLE_COMMANDS[verb]}))


def _find_verbs(words: Sequence[str]) -> list[tuple[int, int, str]]:
    """(start, end, verb) of every verb among the words, the longest way of saying it first."""
    found, at = [], 0
    while at < len(words):
        for length in range(_LONGEST_VERB_PHRASE, 0, -1):
            verb = _VERB_BY_PHRASE.get(" ".join(words[at : at + length]))
            if verb and at + length <= len(words):
                found.append((at, at + length, verb))
                at += length - 1
                break
        at += 1
    return found


def _parse_promoted_numbers(words: Sequence[str]) -> tuple[int, ...]:
    """`R12 inquiry`, `R3 R4 inquiry`: the numbers before such a phrase, which ends the line; () where it says something else."""
    for length in range(1, _LONGEST_PROMOTING_PHRASE + 1):
        numbers = [_REVIEW_NUMBER.match(word) for word in words[:-length] if word not in vocabulary.CONJUNCTIONS]
        if " ".join(words[-length:]) in vocabulary.PROMOTING_PHRASES and 0 < len(numbers) <= MAX_NUMBERS_PER_LINE:
            found = [int(number[1]) for number in numbers if number]
            if len(found) == len(numbers):
                return tuple(dict.fromkeys(found))
    return ()


def _parse_operands(shown: str, verb: str, head: list[str], tail: list[str]) -> ParsedLine | None:
    if verb in ("away", "back"):
        argument = " ".join(tail)
        return ParsedLine(shown, verb, (), argument) if not head and bool(argument) == (verb == "away") else None
    if any(_parse_numbers([word]) for word in head):
        numbers, rest = _parse_numbers(head), tail
    elif all(word in vocabulary.JOINING_WORDS for word in head):
        cut = next(
            (n for n, word in enumerate(tail) if not _parse_numbers([word]) and word not in vocabulary.JOINING_WORDS),
            len(tail),
        )
        while cut and tail[cut - 1] in vocabulary.JOINING_WORDS:
            cut -= 1
        if cut > 1 and tail[cut:] and tail[cut] in vocabulary.TIME_UNITS:
            cut -= 1  # snooze 5 2 days
        numbers, rest = _parse_numbers(tail[:cut]), tail[cut:]
    else:
        return None
    needs_argument = verb in ("snooze", "assign")
    if not numbers or len(numbers) > MAX_NUMBERS_PER_LINE or bool(rest) != needs_argument:
        return None
    if verb == "assign":
        rest = rest[1:] if rest[0] in vocabulary.PERSON_PREPOSITIONS and len(rest) > 1 else rest
    return ParsedLine(shown, verb, numbers, " ".join(rest))


def _parse_numbers(words: Sequence[str]) -> tuple[int, ...]:
    """Every number; () when there is anything else among them."""
    found: dict[int, None] = {}
    for word in words:
        if one := _INQUIRY_NUMBER.match(word):
            found[int(one[1])] = None
        elif (span := _NUMBER_RANGE.match(word)) and int(span[1]) < int(span[2]):
            first = int(span[1])  # one more than may be is too many, however many they are
            found.update(dict.fromkeys(range(first, min(int(span[2]), first + MAX_NUMBERS_PER_LINE) + 1)))
        elif word not in vocabulary.JOINING_WORDS:
            return ()
    return tuple(found)


# --- times


class UnclearTimeError(ValueError):
    """Raised for words that name no time to come; `why` says what would be understood."""

    def __init__(self, why: Translatable) -> None:
        self.why = why
        super().__init__(why.name)


def parse_future_time(text: str, now: datetime, zone: ZoneInfo, morning: time = DEFAULT_MORNING) -> datetime:
    """`fri`, `tomorrow 9`, `2d`, `next week`, `2026-12-01`, `1.12. 14:30`, in seven languages: an instant after `now`, in UTC.

    A day without a time means its `morning`; a weekday is the next one that comes. UnclearTimeError: it is none.
    """
    words = fold_case_and_accents(text).split()
    while len(words) > 1 and words[0] in vocabulary.TIME_PREPOSITIONS:
        words = words[1:]
    local = now.astimezone(zone)
    if (span := _DURATION.match(" ".join(words))) and span[2] in vocabulary.TIME_UNITS:
        return now + timedelta(**{vocabulary.TIME_UNITS[span[2]]: int(span[1])})
    if len(words) == 1 and ":" in words[0]:
        when = datetime.combine(local.date(), _parse_time_of_day(words[0], text), tzinfo=zone)
        return (when if when > local else datetime.combine(local.date() + timedelta(days=1), when.timetz())).astimezone(
            UTC
        )
    day, at = _split_day_and_time(words, text, morning)
    when = datetime.combine(_resolve_day(day, local.date(), text), at, tzinfo=zone).astimezone(UTC)
    if when <= now:
        raise UnclearTimeError(Translatable("unclear_over", {"text": text}))
    return when


def _split_day_and_time(words: list[str], text: str, morning: time) -> tuple[str, time]:
    """The words that name the day, and the time of day."""
    if len(words) > 2 and words[-1] in ("uhr", "h", "uur", "am", "pm"):
        words = [*words[:-2], words[-2] + words[-1]]
    if len(words) > 1 and words[-1] in vocabulary.MORNING_WORDS:
        return " ".join(words[:-1]), morning
    if len(words) > 1 and words[-1][0].isdigit():
        at = _parse_time_of_day(words[-1], text)
        words = words[:-1]
        while len(words) > 1 and words[-1] in vocabulary.TIME_PREPOSITIONS:
            words = words[:-1]
        return " ".join(words), at
    return " ".join(words), morning


def _resolve_day(word: str, today: date, text: str) -> date:
    if word in vocabulary.TODAY:
        return today
    if word in vocabulary.TOMORROW:
        return today + timedelta(days=1)
    if word in vocabulary.NEXT_WEEK:
        return today + timedelta(days=7 - today.weekday())
    if word in vocabulary.NEXT_MONTH:
        return (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    first, _, rest = word.partition(" ")
    name = rest if rest and first in vocabulary.WEEKDAY_PREFIXES else word
    if name in vocabulary.WEEKDAYS:
        return today + timedelta(days=(vocabulary.WEEKDAYS[name] - today.weekday() - 1) % 7 + 1)
    try:
        if found := _DAY_AND_MONTH.match(name):
            return _next_occurrence(int(found[1]), int(found[2]), found[3], today)
        return date.fromisoformat(name)
    except ValueError:
        raise UnclearTimeError(Translatable("unclear_time", {"text": text})) from None


def _next_occurrence(day: int, month: int, year: str | None, today: date) -> date:
    """`24.12.`: the next one that comes."""
    if year:
        return date(int(year), month, day)
    this = date(today.year, month, day)
    return this if this >= today else date(today.year + 1, month, day)


def _parse_time_of_day(word: str, text: str) -> time:
    found = _CLOCK_TIME.match(word)
    hour = int(found[1]) + (12 if found[3] == "pm" and int(found[1]) < 12 else 0) if found else 24
    if not found or hour > 23 or int(found[2] or 0) > 59:
        raise UnclearTimeError(Translatable("unclear_clock", {"text": text, "word": word}))
    return time(hour, int(found[2] or 0))
