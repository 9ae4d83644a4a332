"""The promises I1–I19 and I27 as code. A broken one is a sentence that begins with its number, or with `lost` or `twice`.

| | promise | checked |
|---|---|---|
| I1 | no loss: what stood in a watched folder during a full look is decided, and an inquiry exists for it | `at_the_end` |
| I2 | seen means decided, in one transaction | `after_a_turn` |
| I3 | an acknowledgement at most once; a digest at most twice, octet for octet the same | `when_accepted` |
| I4 | every inquiry was acknowledged, or has the reason why not | `at_the_end` |
| I5 | a dot on the wire: `sending` is committed, and the guard counted it | `at_the_dot` |
| I6 | an uncertain acknowledgement is never pending again; `sending` ends by an answer only | `after_a_turn` (a trigger) |
| I7 | nothing older than the first look, or than the limit, is acknowledged | `when_accepted` |
| I8 | the limits: a sender a day, an hour | `when_accepted` |
| I9 | no acknowledgement to a machine or to us; two Watchers write each other once at most | `when_accepted`; `tests.torture security` |
| I10 | who waits is in a digest | `at_the_end` |
| I11 | an inquiry closes by a person's reply or command only | `at_the_end` |
| I12 | the mailbox is as it was: flags, octets, \\Recent | `tests/edge/imap/test_mailbox.py`, on Dovecot |
| I13 | one process commits a letter | `tests/edge/store/test_store.py` and the instance lock |
| I14 | a command by mail needs its token | `tests/core/commands/test_authorise.py` |
| I15 | a letter reads as it was meant: one recipient, no bare CR, LF or NUL | `when_accepted`; `tests.torture security` |
| I16 | blind or dead, somebody is told | `tests/system/test_daemon.py` |
| I17 | time and memory are bounded | `tests.torture fuzz`, `tests.torture soak` |
| I18 | a slot is served once, by itself or a later one | `when_accepted`, `tests.torture clock` |
| I19 | what was erased is gone from the file | the test of `watcher forget` |
| I27 | a promise is renewed once, before it breaks, to whom it was made and whom nobody has answered | `when_accepted` |
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from email import message_from_bytes
from functools import lru_cache
from typing import TYPE_CHECKING

from watcher.core.outbox.model import Letter, LetterKind
from watcher.service import recovery

if TYPE_CHECKING:
    from tests.simulation.case import Case
    from tests.simulation.server import Taken
    from tests.simulation.world import World

#: Kept by the database itself, so that no step of a letter goes unseen.
WATCH = """
create table if not exists steps (letter integer, kind text, old text, new text, left integer);
create trigger if not exists watch_letters after update of state on letter when old.state <> new.state
begin insert into steps values (new.id, new.kind, old.state, new.state, new.may_have_left); end;
"""
MAX_AGE = timedelta(hours=24)
PER_SENDER = timedelta(hours=24)
PER_HOUR = 30
OPEN = ("waiting", "snoozed")
#: Less letters than these that really came back, ever, hold no acknowledgement back.
BREAKING_BOUNCES = 5
#: Where a letter may go from where it stands.
STEPS = {
    "withheld": {"sent"},
    "pending": {"uncertain", "sending", "sent", "cancelled", "withheld", "failed"},
    "sending": {"sent", "failed", "pending", "uncertain"},
    "uncertain": {"sent", "pending", "failed", "cancelled"},
    "failed": {"sent"},
    "sent": {"failed"},  # a letter to one of the people came back
}
#: From a report to the next slot, and the letter in it: one slot a day, and mail is looked at twice a day.
NEXT_SLOT = timedelta(hours=37)
#: Every name that a mailbox ever has → its account.
ACCOUNTS = {"sales": "sales", "verkauf": "sales", "info": "info", "kontakt": "info"}
#: Whoever has such an address answers what the house wrote unasked: an inquiry, and never acknowledged.
ANSWERS_OURS = "@away.example"
_BARE = re.compile(rb"\r(?!\n)|(?<!\r)\n|\x00")


def at_the_dot(world: World, letter: Letter) -> Iterator[str]:
    row = world.database.execute("select state from letter where id = ?", (letter.id,)).fetchone()
    if row is None or row[0] != "sending":
        yield f"I5: the dot of letter {letter.id} is on the wire, and its row says {row and row[0]}"
    row = world.database.execute("select value from meta where key = 'send_seq'").fetchone()
    if world.guard.send_seq < int(row[0] if row else 0) or not world.guard.send_seq:
        yield f"I5: the guard counts {world.guard.send_seq}, the database {row and row[0]}"


def when_accepted(world: World, taken: Taken) -> Iterator[str]:
    letter = taken.letter
    same = [each for each in world.server.accepted if question_key(each.letter.key) == question_key(letter.key)]
    if _BARE.search(letter.data) or letter.data.count(b"\r\nTo: ") != 1 or not letter.data.isascii():
        yield f"I15: the octets of {letter.key}"
    if letter.kind is LetterKind.ACKNOWLEDGEMENT:
        yield from _acknowledged(world, taken, same)
        yield from _promised(world, taken)
    elif letter.kind is LetterKind.RENEWAL:
        yield from _renewed(world, taken, len(same))
    elif letter.kind is LetterKind.DIGEST:
        here = [each for each in same if each.epoch == taken.epoch]
        if len(here) > 2 or len({each.letter.data for each in here}) > 1:
            yield f"twice: I3/I18: {letter.key} left {len(here)} times"
        if not letter.may_have_left and not world.trouble_in_this_turn():
            for case in world.cases:
                is_over = case.answered and not case.waits and not case.vague and world.sees_reply_to(case)
                if is_over and case.number in mentioned(letter.data):
                    yield f"I10: nagged about {case.number} after the reply"


def _promised(world: World, taken: Taken) -> Iterator[str]:
    """A promise may be kept when it is made."""
    row = world.database.execute("select promise_at from inquiry where number = ?", (taken.letter.inquiry,)).fetchone()
    has_passed = row is not None and row[0] is not None and datetime.fromisoformat(row[0]) < taken.at
    if has_passed and b"You hear from us." not in taken.letter.data and not taken.letter.may_have_left:
        yield f"I10: {taken.letter.key} promises an answer by a time that has passed"


def _renewed(world: World, taken: Taken, times: int) -> Iterator[str]:
    """The second letter, to whom the server took an acknowledgement and nobody has written."""
    letter = taken.letter
    if times > 1:
        yield f"twice: I27: promised again {times} times: {letter.key}"
    case = next((case for case in world.cases if case.customer == letter.recipient), None)
    if case is None:
        yield f"I27: promised again to {letter.recipient}, who is no customer"
        return
    acknowledged = [
        known.at
        for known in world.server.accepted
        if known.letter.kind is LetterKind.ACKNOWLEDGEMENT and known.letter.recipient == letter.recipient
    ]
    if not acknowledged:
        yield f"I27: promised {case.number} again, to whom nothing was promised"
    elif taken.at - max(acknowledged) > timedelta(hours=4):
        yield f"I27: promised {case.number} again when the promise had passed"
    asked_at = _asked_at(case, letter)
    is_of_twin = case.has_twin and letter.mailbox != world.house.names[case.home]
    # A reply from where the twin lies is looked for there once the twin was seen.
    if any(asked_at < at < taken.at for at in case.answered) and not (is_of_twin and not _is_twin_seen(world, case)):
        yield f"I27: promised {case.number} again after the reply"
    if case.closed_at is not None and asked_at < case.closed_at < taken.at and not (case.vague or is_of_twin):
        yield f"I27: promised {case.number} again, which somebody had closed"


def _asked_at(case: Case, letter: Letter) -> datetime:
    """When what it promises to answer was asked: whoever was answered may have asked for something else since. What cannot be told
    is the first question."""
    answers = str(message_from_bytes(letter.data)["In-Reply-To"])
    found = re.fullmatch(rf"<q{case.number}\.(\d+)@c{case.number}\.example>", answers)
    return case.asked[int(found[1]) if found else 0]


def _acknowledged(world: World, taken: Taken, same: Sequence[Taken]) -> Iterator[str]:
    letter = taken.letter
    case = next((case for case in world.cases if case.customer == letter.recipient), None)
    if case is not None and case.has_twin:  # the twin is another mail, in another mailbox
        same = [known for known in same if stable_key(known.letter.key) == stable_key(letter.key)]
    if len(same) > 1:
        yield f"twice: I3: acknowledged {len(same)} times: {letter.key}"
    if letter.recipient.endswith(ANSWERS_OURS) and world.server.is_locked("Sent"):
        return  # nobody can know what it answers
    if case is None:
        yield f"I9: acknowledged {letter.recipient}, who is no customer"
        return
    if not case.has_written:
        yield f"I30: acknowledged {case.number}, who asked nothing"
    # Which message it answers, its own header says: after a lost database a later one may be the first that is seen.
    answers = str(message_from_bytes(letter.data)["In-Reply-To"]).strip("<>")
    is_first = answers == case.first_id and not case.is_contact  # who was imported before they asked
    since = case.asked[0] if is_first else max(each for each in case.asked if each <= letter.created_at)
    if since < world.activated or taken.at - since > MAX_AGE + timedelta(minutes=1):
        yield f"I7: acknowledged {case.number}, {taken.at - since} old"
    acks = [each for each in world.server.accepted if each.letter.kind is LetterKind.ACKNOWLEDGEMENT]
    before = [each for each in acks if each.letter.recipient == letter.recipient and each is not taken]
    if any(abs(letter.created_at - each.letter.created_at) < PER_SENDER for each in before):
        yield f"twice: I8: {letter.recipient} got two within a day"
    lately = [known for known in acks if taken.at - known.at < timedelta(hours=1)]
    if sum(known.letter.mailbox == letter.mailbox for known in lately) > PER_HOUR:
        yield "I8: more than the limit of an hour"


def after_a_turn(world: World) -> Iterator[str]:
    blind = world.database.execute(
        "select count(*) from ledger join folder on folder.mailbox = ledger.mailbox and folder.name = ledger.folder "
        "where kind is null and decided_at > baseline_at"
    ).fetchone()[0]
    if blind and not world.rebuilt:  # after a loss, what is older than the mail read again counts as the baseline
        yield f"I2: {blind} messages seen and not decided"
    steps = world.database.execute("select letter, kind, old, new, left from steps").fetchall()
    if steps:
        world.database.execute("delete from steps")
    for number, kind, old, new, left in steps:
        world.seen[f"{old} → {new}"] += 1
        if new not in STEPS.get(old, ()) or (
            old == "uncertain" and new != "sent" and (kind in ("acknowledgement", "renewal") or left > 1)
        ):
            yield f"I6: letter {number} ({kind}) went from {old} to {new}"


def at_the_end(world: World) -> Iterator[str]:
    rows = world.database.execute(
        "select number, customer, state, ack_reason, problem, answered_at, owner, mailbox from inquiry"
    ).fetchall()
    by: dict[str, list[tuple[object, ...]]] = {}
    for row in rows:
        by.setdefault(row[1], []).append(row)
    yield from _letters(world)
    if (
        not world.epoch
        and world.database.execute(f"select 1 from meta where key = '{recovery.HISTORY_LOST_AT}'").fetchone()
    ):
        yield "I7: a crash is taken for a restored backup"
    yield from _told_again(world)
    ghosts = sum(1 for row in rows if row[4].startswith("unreadable"))
    if ghosts < world.seen["ghosts"]:
        yield f"lost: I1: {world.seen['ghosts']} messages were never handed out, {ghosts} are told of"
    yield from (
        f"I11: inquiry {row[0]} is answered without evidence" for row in rows if row[2] == "answered" and not row[5]
    )
    if world.database.execute(
        "select 1 from inquiry where problem like '% of Sent and does not hand it out%'"
    ).fetchone():
        yield "I9: an inquiry of a message that the house has sent"
    aside = world.database.execute(
        "select count(*) from review join ledger on id = entry where sender like 'past%'"
    ).fetchone()[0]
    if aside < world.seen["imported"] and not world.epoch:
        yield f"lost: I1: {world.seen['imported']} old messages appeared, {aside} are set aside"
    strangers = set(by) - {case.customer for case in world.cases} - {""}
    strangers = {each for each in strangers if not each.endswith(ANSWERS_OURS)}
    yield from (f"I9: an inquiry of {each}, who is no customer" for each in sorted(strangers))
    digests = [each.letter for each in world.server.accepted if each.letter.kind is LetterKind.DIGEST]
    listed = {(digest.person, number) for digest in _newest(digests) for number in mentioned(digest.data)}
    acks = {row[0] for row in world.database.execute("select inquiry from letter where kind = 'acknowledgement'")}
    for case in world.cases:
        found = by.get(case.customer, [])
        if case.hidden or (case.vague and not found):
            continue
        yield from _case(world, case, found, listed, acks)


def _newest(digests: Iterable[Letter]) -> Iterable[Letter]:
    """The last one to each of the people."""
    return {digest.person: digest for digest in digests}.values()


def _told_again(world: World) -> Iterator[str]:
    """What a digest listed that came back is in the next one, at the slot of the next morning."""
    if world.returned is None:
        return
    at, cases = world.returned
    soon = [
        each
        for each in world.server.accepted
        if each.letter.kind is LetterKind.DIGEST and at < each.at < at + NEXT_SLOT
    ]
    told = {number for each in soon for number in mentioned(each.letter.data)}
    for case in world.cases:
        if case.number in cases - told and case.waits and not case.vague:
            yield f"lost: I10: the digest about {case.number} came back, and the next one does not name it"


def _case(
    world: World, case: Case, found: list[tuple[object, ...]], listed: set[tuple[object, int]], acks: set[int]
) -> Iterator[str]:
    has_several = case.has_twin or case.orders or case.was_early
    if case.has_twin and not any(row[7] == world.house.names[case.home] for row in found):
        found = []
    if not found:
        yield f"lost: I1: inquiry {case.number}"
        return
    most = 1 + case.orders + case.has_twin + case.was_early
    if len(found) > most and not case.vague:  # after a restore a follow-up may be read before the question it follows
        yield f"twice: I1: {len(found)} inquiries for {case.number}"
    for number, _, _, reason, *_ in found[: None if has_several else 1]:
        if number not in acks and reason is None:
            yield f"lost: I4: the acknowledgement of {case.number}"
    if case.has_twin and case.is_closed_by_command and len(case.asked) == 1:  # the twin's inquiry was not
        found = [row for row in found if row[7] == world.house.names[case.home]]
    _, _, state, _, _, _, owner, mailbox = next((row for row in found if has_several and row[2] in OPEN), found[0])
    waits = state in OPEN
    if case.waits and not waits:
        yield f"lost: I11: inquiry {case.number} is {state} and nobody answered"
    if not case.waits and waits and not case.vague:
        yield f"I11: inquiry {case.number} is {state}, though it was closed"
    if case.waits and (owner, case.number) not in listed:
        yield f"lost: I10: no nag for {case.number}"
    if case.waits and mailbox != world.house.names[case.home] and not (case.vague or case.deleted or case.has_twin):
        yield f"I26: {case.number} is with {mailbox}, and belongs to {case.home}"


def _is_twin_seen(world: World, case: Case) -> bool:
    asked = (
        "select 1 from ledger where mailbox = ? and role = 'inbox' and message_id = ?",
        (world.house.names[case.home], case.first_id),
    )
    return world.database.execute(*asked).fetchone() is not None


def _letters(world: World) -> Iterator[str]:
    accepted = Counter(stable_key(each.letter.key) for each in world.server.accepted)
    rows = world.database.execute(
        "select id, kind, key, state, may_have_left, inquiry, code, reason from letter"
    ).fetchall()
    unwanted, filed = ({stable_key(key) for key in keys} for keys in (world.server.unwanted, world.server.filed))
    for number, kind, name, state, left, inquiry, code, reason in rows:
        key = stable_key(name)
        world.seen[f"{kind} {state}"] += 1
        if state in ("pending", "sending"):
            yield f"lost: I4: letter {key} is still {state}"
        if state == "failed" and reason == "" and key not in unwanted and not world.epoch:
            yield f"lost: I4: letter {key} was given up over {code}, which was no fault of its recipient"
        if reason == "rate-bounces" and world.seen["bounces"] + len(unwanted) < BREAKING_BOUNCES:
            yield f"lost: I4: {key} is held back, and {world.seen['bounces']} letters came back"
        if state == "sent" and not accepted[key]:
            yield f"lost: {key} counts as sent and never left"
        came_back = reason == "came-back" and kind == "digest"
        if state in ("failed", "cancelled", "withheld") and accepted[key] and not (left or came_back or world.epoch):
            yield f"twice: {key} counts as {state} and was accepted"
        if kind == "acknowledgement" and state == "uncertain":
            told = world.database.execute(
                "select 1 from journal where inquiry = ? and event = 'acknowledgement uncertain'", (inquiry,)
            ).fetchone()
            if not told:
                yield f"I4: letter {number} is uncertain and nobody was told"
            if key in filed:
                yield f"I4: letter {number} is uncertain, though its copy is in Sent"
    taken = world.database.execute(
        "select ledger.kind, letter.key from ledger join letter on letter.message_id = ledger.message_id where ledger.kind <> 'own'"
    ).fetchall()
    yield from (f"I9: own letter {key} taken for {kind}" for kind, key in taken)


def stable_key(key: str) -> str:
    """The account that an acknowledgement left by, whatever its mailbox was called then."""
    return re.sub(r"(?<=\Aack:)[^:]*", lambda found: ACCOUNTS.get(found[0], found[0]), key)


def question_key(key: str) -> str:
    """What an acknowledgement answers, by whatever account."""
    return re.sub(r"\Aack:[^:]*:", "ack:", key)


def since(world: World, instant: datetime) -> timedelta:
    return world.clock.time - instant


@lru_cache(maxsize=4096)
def mentioned(data: bytes) -> frozenset[int]:
    """The cases a digest nags about: a line "For a glance" (R91) asks for no answer."""
    part = message_from_bytes(data).get_payload(0)
    text = part.get_payload(decode=True).decode()  # type: ignore[union-attr]
    return frozenset(int(number) for number in re.findall(r"(?m)^(?!R\d).*?Inquiry (\d+)", text))
