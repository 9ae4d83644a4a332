"""A line that was understood → what it means from this person, now, about the digest they answer. Pure; in doubt it means nothing.

`parse` knows words alone. Here a name becomes a person of the house, `fri` an instant on the house's clock, and a number must
stand in the digest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from watcher.core.commands.parse import ParsedLine, UnclearTimeError, UnparsedLine, parse_future_time, parse_lines
from watcher.core.commands.vocabulary import fold_case_and_accents
from watcher.core.inquiry.decide import InquiryCommand
from watcher.core.inquiry.roster import Person
from watcher.core.translatable import Translatable

ABSENCE_VERBS = frozenset({"away", "back"})
PROMOTE = "promote"

_AMBIGUOUS_WITH_CUSTOMER = Translatable("unclear_customer", {"example": Translatable("command_done", {"number": 41})})


class UnclearCommandError(Exception):
    """Raised for a line that cannot be carried out; `why` is for the person who wrote it."""

    def __init__(self, why: Translatable) -> None:
        self.why = why
        super().__init__(why.name)


@dataclass(frozen=True, slots=True)
class CommandContext:
    """Who speaks, to which house, and when: `now` in UTC, read in `zone`."""

    sender: Person
    people: Sequence[str]  # the names an inquiry can be assigned to
    zone: ZoneInfo
    now: datetime


def parse_own_lines(
    lines: Iterable[str], doubtful: Iterable[str], listed: Collection[int]
) -> tuple[ParsedLine | UnparsedLine, ...]:
    """The commands of a mail: `lines` are the person's own; `doubtful` ones stand in the digest too, word for word, where a
    customer may have written them, so that a command among them is none. `listed`: the inquiries of the digest; what only begins
    with another number, as a postal code does, is prose."""
    unclear = [parsed.line for parsed in parse_lines(doubtful) if isinstance(parsed, ParsedLine)]
    own = [parsed for parsed in parse_lines(lines) if not _is_prose(parsed, listed)]
    return (*(UnparsedLine(line, _AMBIGUOUS_WITH_CUSTOMER) for line in unclear), *own)


def _is_prose(parsed: ParsedLine | UnparsedLine, listed: Collection[int]) -> bool:
    return isinstance(parsed, UnparsedLine) and parsed.number is not None and parsed.number not in listed


def parse_until(line: ParsedLine, context: CommandContext) -> datetime:
    """Until when somebody is away or an inquiry sleeps, in UTC. UnclearCommandError: what would be understood."""
    try:
        return parse_future_time(line.argument, context.now, context.zone, context.sender.default_morning)
    except UnclearTimeError as error:
        raise UnclearCommandError(error.why) from None


def build_inquiry_command(line: ParsedLine, context: CommandContext, listed: Collection[int]) -> InquiryCommand:
    """The command for the inquiries of the line; `listed`: those of the digest. UnclearCommandError: why it is none."""
    command = _build_command(line, context)
    if unknown := [number for number in line.numbers if number not in listed]:
        numbers = ", ".join(map(str, unknown))
        raise UnclearCommandError(Translatable("unclear_number", {"numbers": numbers}))
    return command


def require_listed_reviews(line: ParsedLine, listed: Sequence[int]) -> None:
    """UnclearCommandError: the digest does not list what the line is about."""
    if unknown := [number for number in line.numbers if number not in listed]:
        numbers = ", ".join(f"R{number}" for number in unknown)
        raise UnclearCommandError(Translatable("unclear_review", {"numbers": numbers}))


def _build_command(line: ParsedLine, context: CommandContext) -> InquiryCommand:
    by = f"{context.sender.name}, by mail"
    if line.verb == "snooze":
        return InquiryCommand("snooze", by, snooze_until=parse_until(line, context))
    if line.verb == "assign":
        return InquiryCommand("assign", by, new_owner=_find_person(line.argument, context))
    if line.verb == "mine":
        return InquiryCommand("assign", by, new_owner=context.sender.name)
    return InquiryCommand(line.verb, by)


def _find_person(name: str, context: CommandContext) -> str:
    names = {fold_case_and_accents(person): person for person in context.people} | {"me": context.sender.name}
    if name not in names:
        raise UnclearCommandError(Translatable("unclear_person", {"names": ", ".join(context.people)}))
    return names[name]
