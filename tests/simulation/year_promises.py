"""The promises of a simulated year: what is true of every letter and after every turn. Asks an oracle that counts minutes."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from tests.simulation.oracle import BERLIN, SLOTS, START, after_opening_time, may_write, slots_of
from tests.torture.invariants import mentioned
from watcher.core.outbox.model import Letter, LetterKind, LetterState

if TYPE_CHECKING:
    from tests.simulation.year import Case, Year


class Promises:
    """Those of one year, and what was broken of them."""

    def __init__(self, year: Year) -> None:
        self.year = year
        self.broken: list[str] = []
        self._accepted: dict[str, int] = {}
        self._at_slot: dict[tuple[str, datetime], str] = {}

    def here(self, now: datetime) -> list[str]:
        """Anna and those up from her who are not away."""
        today = now.astimezone(BERLIN).date()
        gone = {name for name, (since, until) in self.year.away.items() if since <= now < until}
        if date(2026, 2, 16) <= today <= date(2026, 2, 20) or date(2026, 7, 20) <= today <= date(2026, 7, 31):
            gone.add("anna")
        return [name for name in ("anna", "ben", "cleo") if name not in gone] or ["anna"]

    def note_lists(self) -> None:
        """What the digests written since then list, whenever they leave."""
        with self.year.quietly() as tx:
            for letter in tx.letters.list_by_state({LetterState.PENDING}):
                kind, name, _ = letter.key.split(":", 2)
                if kind == "digest" and letter.kind is LetterKind.DIGEST:
                    for number in mentioned(letter.data):
                        self.year.cases[number - 1].listed[name] = letter.created_at

    def when_taken(self, letter: Letter) -> None:
        """True whenever the server takes a letter."""
        if letter.kind is LetterKind.ACKNOWLEDGEMENT:
            return
        now = self.year.clock.now()
        kind, name, _ = letter.key.split(":", 2)
        what = {"urgent": "alerts", "report": "reports"}.get(kind, "digests")
        self.year.counts[what] += 1
        if not may_write(name, now):
            self.broken.append(f"night: {letter.key} at {now.astimezone(BERLIN):%a %Y-%m-%d %H:%M}")
        self._accepted[letter.key] = self._accepted.get(letter.key, 0) + 1
        if self._accepted[letter.key] > 1 + letter.may_have_left:
            self.broken.append(f"twice: {letter.key}")
        if kind != "digest":
            return
        slots = slots_of(name)
        slot = slots[max(0, bisect_right(slots, letter.created_at) - 1)]
        if self._at_slot.setdefault((name, slot), letter.key) != letter.key:
            self.broken.append(f"twice: {letter.key} and {self._at_slot[name, slot]}")
        told = mentioned(letter.data)
        self.year.counts["all clear"] += not told
        for number in told:
            case = self.year.cases[number - 1]
            case.last_accepted = now
            case.listed.setdefault(name, now)  # a letter that waited is rendered anew, and may list what came since
        if not letter.may_have_left:
            self._check_contents(letter, name, told, now)

    def _check_contents(self, letter: Letter, name: str, told: frozenset[int], now: datetime) -> None:
        for case in self.year.cases:
            if case.number in told and case.answered is not None and case.answered <= self.year.sent_seen:
                self.broken.append(f"after the reply: {letter.key} lists {case.number}")
            if case.number in told and (case.done or (case.snoozed_until and now < case.snoozed_until)):
                self.broken.append(f"after the command: {letter.key} lists {case.number}")
            elif case.number not in told and case.seen and case.asked < letter.created_at and case.waits(now):
                first = self.here(now)[0] == name and self.here(letter.created_at)[0] == name
                if first and len(told) < 50:
                    self.broken.append(f"left out: {letter.key} lacks {case.number}")

    def check_slots(self) -> None:
        """True after every turn: what was due at a slot that has come is in a digest to whom it concerns."""
        now = self.year.clock.now()
        here = self.here(now)
        for name in SLOTS:
            slots = slots_of(name)
            passed = bisect_right(slots, now - timedelta(seconds=5))
            if not passed or not may_write(name, now) or name not in here or self.year.clock.wrong_by:
                continue
            slot = slots[passed - 1]
            for case in self.year.cases:
                if (
                    case.seen
                    and case.seen < slot
                    and case.waits(now)
                    and name in self.here(slot)
                    and self._due(case, name, here, slot)
                ):
                    self.broken.append(
                        f"missed: {case.number} at {slot.astimezone(BERLIN):%a %Y-%m-%d %H:%M} for {name}"
                    )

    def _due(self, case: Case, name: str, here: list[str], slot: datetime) -> bool:
        """Was it due for this person at that slot, and is it in no digest to them since? What was handed over in between
        is due with the next step."""
        if case.listed.get(name, START) >= slot - timedelta(hours=3):  # a wrong clock may have written it early
            return False
        if name == here[0] and self.here(slot)[0] == name:
            last = max((*case.listed.values(), case.last_accepted))  # a nag is one when its reader has it
            begin = after_opening_time(last, 9 * 60) if case.listed else after_opening_time(case.asked, 2 * 60)
            if case.was_snoozed and case.snoozed_until is not None:
                begin = max(begin, case.snoozed_until)
            return begin < slot
        if case.was_snoozed or name in case.listed:
            return False
        steps_up = max(here.index(name), self.here(slot).index(name))
        return after_opening_time(case.asked, (9 * 60, 20 * 60)[min(1, steps_up - 1)]) < slot
