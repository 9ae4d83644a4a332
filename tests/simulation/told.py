"""What digests have told, judged by the octets that the server accepted, and by nothing that the program believes of them.

| | promise | checked |
|---|---|---|
| I20 | a nag is one when a digest was accepted that lists the inquiry; nothing else counts, and what was told counts | `after_a_turn` |
| I33 | what somebody put off is due when that is over, until a digest names it, whatever becomes known of earlier ones | `after_a_turn` |
| I21 | whoever waits stands in one of two digests to its owner, one after the other, that were accepted | `when_accepted` |
| I32 | an inquiry has one number, the same in every digest | `when_accepted` |
| I22 | what was set aside stands in one of two digests too, in one alone, and is neither nagged about nor acknowledged | `when_accepted` |
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from watcher.core.outbox.model import Letter, LetterKind

if TYPE_CHECKING:
    from tests.simulation.server import Taken
    from tests.simulation.world import World

#: Lines that a digest has for what was set aside, as documented; only so many need not be shared.
GLANCE_LINES = 15


class Contents(NamedTuple):
    """What one digest shows, by the subjects of its lines."""

    inquiries: frozenset[int]  # the cases
    doubts: frozenset[int]  # what is shown for a glance
    nagged_doubts: frozenset[int]  # what must never stand where inquiries do
    numbers: frozenset[tuple[int, int]]  # as what an inquiry stands there, and the case


@lru_cache(maxsize=4096)
def contents(data: bytes) -> Contents:
    part = message_from_bytes(data).get_payload(0)
    text = part.get_payload(decode=True).decode()  # type: ignore[union-attr]
    inquiries, doubts, nagged, numbers = set(), set(), set(), set()
    for line in text.splitlines():
        inquiries |= {int(number) for number in re.findall(r"Inquiry (\d+)", line)}
        if found := re.match(r"(\d+) .*?Inquiry (\d+)", line):
            numbers.add((int(found[1]), int(found[2])))
        (doubts if line.startswith("R") else nagged).update(int(number) for number in re.findall(r"Doubt (\d+)", line))
    return Contents(frozenset(inquiries), frozenset(doubts), frozenset(nagged), frozenset(numbers))


class Pause(NamedTuple):
    """An inquiry that somebody has put off. Instants as the database keeps them."""

    case: int
    since: str  # when it began to wait
    until: str


class Told:
    """What the readers of one world were told. A restored database has forgotten some of it: then it begins anew."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._missed: Counter[str] = Counter()  # digests in a row that did not name what waited
        # A digest, by key and instant of writing → when its acceptance stood in the database. After a restore another one may be
        # written under the same key.
        self._certain: dict[tuple[str, str], datetime] = {}
        self._counted: set[str] = set()  # those whose nags were asked for after that
        self._returned: dict[str, str] = {}  # key of a digest → Message-ID of the report that nobody has read it
        self._replanned_at: datetime | None = None  # since then what waits is due by other steps
        self._pauses: dict[int, Pause] = {}  # by inquiry; until a digest has named it afterwards

    def save(self) -> tuple[Any, ...]:
        """All that it remembers: of one history, not of another that branched off before."""
        return (
            +self._missed,
            dict(self._certain),
            sorted(self._counted),
            dict(self._returned),
            self._replanned_at,
            dict(self._pauses),
        )

    def load(self, saved: tuple[Any, ...]) -> None:
        """What `save` gave."""
        missed, certain, counted, returned, self._replanned_at, pauses = saved
        self._pauses = dict(pauses)
        self._missed, self._certain = Counter(missed), dict(certain)
        self._counted, self._returned = set(counted), dict(returned)

    def forget(self) -> None:
        self._missed.clear()
        self._certain.clear()
        self._counted.clear()
        self._pauses.clear()

    def when_replanned(self) -> None:
        """What a digest of before has told was due by other steps."""
        self._replanned_at = self.world.clock.time
        self._pauses.clear()

    def when_counted(self) -> None:
        """The reminders had their turn: what digests have told until now is counted."""
        rows = self.world.database.execute("select key from letter where kind = 'digest' and state = 'sent'").fetchall()
        self._counted.update(key for (key,) in rows)

    def when_returned(self, key: str, report: str) -> None:
        """Nobody has read it, says a report of this Message-ID."""
        self._returned[key] = report
        self._missed.clear()

    def when_accepted(self, taken: Taken) -> Iterator[str]:
        """At the instant at which the server takes a digest, before anybody hears of it."""
        letter, said = taken.letter, contents(taken.letter.data)
        if said.nagged_doubts:
            yield f"I22: {letter.key} nags about what was set aside: {sorted(said.nagged_doubts)}"
        if letter.may_have_left:
            return  # the same octets again, as is promised
        yield from self._shown_before(taken, said)
        known = {row[0]: _number(row[1]) for row in self.world.database.execute("select number, subject from inquiry")}
        for number, case in sorted(said.numbers):
            if known.get(number) != case:
                yield f"I32: {letter.key} shows case {case} as number {number}, which is case {known.get(number)}"
        waiting = self.world.database.execute(
            "select subject from inquiry where state = 'waiting' and waiting_since <= ? and owner = ?",
            (_stored(letter.created_at), letter.person),
        ).fetchall()
        yield from self._count_missed("I21", "Inquiry", {_number(row[0]) for row in waiting}, said.inquiries, letter)
        if letter.person != "anna":  # what is set aside lies in her mailbox
            return
        aside = self.world.database.execute(
            "select subject from review join ledger on ledger.id = entry where inquiry is null and decided_at <= ? "
            "and subject like 'Doubt %'",
            (_stored(letter.created_at),),
        ).fetchall()
        shown = {number for taken in self._earlier_digests(letter.key) for number in contents(taken.letter.data).doubts}
        unshown = {_number(row[0]) for row in aside} - shown
        if len(unshown) <= GLANCE_LINES:
            yield from self._count_missed("I22", "Doubt", unshown, said.doubts, letter)

    def _earlier_digests(self, key: str) -> Iterator[Taken]:
        """What was accepted besides the digest of this key, and did not come back. A report that somebody moved away before it was read
        says nothing."""
        for taken in self.world.server.accepted:
            known = taken.letter.key
            if taken.letter.kind is not LetterKind.DIGEST or known == key:
                continue
            report = self._returned.get(known)
            if report is None or not self.world.people.is_decided(report):
                yield taken

    def _shown_before(self, taken: Taken, said: Contents) -> Iterator[str]:
        for earlier in self._earlier_digests(taken.letter.key):
            key = earlier.letter.key
            again = contents(earlier.letter.data).doubts & said.doubts
            if again and self._certain.get((key, _stored(earlier.letter.created_at)), taken.at) < taken.at:
                yield f"twice: I22: {taken.letter.key} shows {sorted(again)} again, which {key} had shown"

    def _count_missed(
        self, promise: str, what: str, there: set[int], named: frozenset[int], letter: Letter
    ) -> Iterator[str]:
        for number in sorted(there - {0}):
            name = f"{what} {number} for {letter.person}"
            self._missed[name] = 0 if number in named else self._missed[name] + 1
            if self._missed[name] >= 2:
                yield f"lost: {promise}: {letter.key} is the second digest without {name}"

    def after_a_turn(self) -> Iterator[str]:
        """What is counted is what was told."""
        yield from self._due_after_pause()
        database, now = self.world.database, self.world.clock.time
        digests = [
            (taken, contents(taken.letter.data).numbers, _stored(taken.letter.created_at))
            for taken in self.world.server.accepted
            if taken.letter.kind is LetterKind.DIGEST
        ]
        rows = database.execute(
            "select key, created_at from letter where kind = 'digest' and state = 'sent'"
        ).fetchall()
        for row in rows:
            self._certain.setdefault(tuple(row), now)
        waiting = database.execute(
            "select number, subject, nags, waiting_since, next_nag_at, owner, "
            "(select max(at) from journal where inquiry = number and event = 'reopened') from inquiry where state = 'waiting' "
            "and subject like 'Inquiry %'"
        ).fetchall()
        for number, subject, nags, since, due, owner, reopened_at in waiting:  # of one case there may be several
            line = (number, _number(subject))
            told = {
                taken.letter.key: (taken, written)
                for taken, listed, written in digests
                if line in listed
                and _stored(taken.at) >= (reopened_at or "")  # what was told before was of another wait
            }
            if nags > len(told):
                yield f"I20: {nags} nags are counted of {subject}, and {len(told)} digests listed it"
            for key, (taken, written) in told.items():
                is_known = key in self._counted - self._returned.keys() and taken.epoch == self.world.epoch
                is_known &= taken.letter.person == owner  # of a twin the other inquiry may have been meant
                is_known &= self._replanned_at is None or self._replanned_at < taken.letter.created_at
                if not nags and due and is_known and since < written and due < written:
                    yield f"I20: {key} nagged about {subject}, and nothing counts it"

    def _due_after_pause(self) -> Iterator[str]:
        rows = self.world.database.execute(
            "select number, subject, state, waiting_since, next_nag_at from inquiry where subject like 'Inquiry %'"
        ).fetchall()
        for number, subject, state, since, due in rows:
            if state == "snoozed":
                self._pauses[number] = Pause(_number(subject), since, due)
            pause = self._pauses.get(number)
            if pause is None or state == "snoozed":
                continue
            if state != "waiting" or since != pause.since or self._has_named_since(number, pause):
                del self._pauses[number]
            elif due is None or due > pause.until:
                yield f"lost: I33: {number} was put off until {pause.until}, no digest named it since, and it is due at {due}"

    def _has_named_since(self, number: int, pause: Pause) -> bool:
        return any(
            _stored(taken.at) >= pause.until and (number, pause.case) in contents(taken.letter.data).numbers
            for taken in self.world.server.accepted
            if taken.letter.kind is LetterKind.DIGEST
        )


def _number(subject: str) -> int:
    found = re.search(r"(?:Inquiry|Doubt) (\d+)", subject)
    return int(found[1]) if found else 0


def _stored(instant: datetime) -> str:
    """As the database keeps it."""
    return instant.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
