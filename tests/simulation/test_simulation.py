"""Seeds against the real core, loops and store; then the same seeds against deliberate breakages, each of which must be seen."""

from __future__ import annotations

import os

import pytest

from tests.simulation.history import FLAVOURS, History, Turn, from_seed, shrunk
from tests.simulation.mutants import MUTANTS
from tests.simulation.world import run, shortest

SEEDS = int(os.environ.get("WATCHER_SEEDS", "100"))
BLOCK = 50

pytestmark = pytest.mark.timeout(900)


@pytest.mark.parametrize("first", range(0, SEEDS, BLOCK))
def test_nothing_is_lost_and_nothing_is_sent_twice(first):
    deaths = inquiries = 0
    for history in map(from_seed, range(first, min(first + BLOCK, SEEDS))):
        broken, world = run(history)
        assert not broken, f"{broken}\n{shortest(history, broken[0])}"
        deaths += world.seen["deaths"]
        inquiries += len(world.cases)
    assert deaths > BLOCK, "a world without crashes proves nothing"
    assert inquiries > BLOCK


def disk_full_at_each_commit():
    """The life of one question, without the restarts that put right what a full disk left behind."""
    return [History(0, False, (Turn(5, "question", 1, (("commit", nth, "disk full"),)),)) for nth in range(14)]


#: The process dies when the guard file is written and the commit is not.
KILLED_AT_THE_GUARD = History(0, False, (Turn(5, "question", 1, (("guard", 0, "written, die"),)),))


#: What the simulation found, made short, by what was wrong.
FOUND = {
    "steps and a name at once": History(0, False, (Turn(240, "question", 1), Turn(60, "renamed", 324))),
    "a promise that had passed": History(0, False, (Turn(1440, "refused", 466), Turn(60, "renamed", 716))),
    "acknowledged by both mailboxes": History(
        0,
        True,
        (Turn(20, "snapshot"), Turn(1440, "question", 1), Turn(720, "shared", 51, (("imap", 2, "network"),)), Turn(720, "image")),
        has_two=True,
    ),
    "a machine was set back while nobody may open the folder of sent mail": History(
        74037,
        True,
        (
            Turn(720, "question", 559), Turn(720, "snapshot", 632), Turn(720, "folder refuses", 632), Turn(240, "question", 920),
            Turn(60, "image", 58),
        ),
    ),
    "acknowledged under both names": History(
        0,
        True,
        (Turn(20, "question", 1), Turn(20, "snapshot"), Turn(30, "question", 1), Turn(60, "renamed", 716), Turn(60, "image")),
    ),
    "a report that was deleted before the database was put back": History(
        3041,
        True,
        (
            Turn(1, "question", 849), Turn(1, "question", 890), Turn(720, "shared", 383), Turn(240, "question", 239),
            Turn(1440, "answer", 650), Turn(2880, "snapshot", 977), Turn(1440, "reply returns", 263), Turn(1440, "shared", 863),
            Turn(1440, "expunge", 928), Turn(1, "restore", 486),
        ),
    ),
    "a report about the first of two replies that came back was deleted, then the database lost": History(
        75057,
        False,
        (
            Turn(1440, "question", 759), Turn(1440, "answer", 445), Turn(5, "reply returns", 678), Turn(1440, "answer", 8),
            Turn(720, "expunge", 83), Turn(240, "reply returns", 530), Turn(60, "question", 222), Turn(1440, "lost", 776),
        ),
        has_two=True,
    ),
    "a second reply that came back": History(
        0,
        True,
        (
            Turn(20, "question", 1), Turn(60, "answer"), Turn(60, "second reply"), Turn(20, "reply returns"),
            *(Turn(2880, "nothing") for _ in range(3)), Turn(20, "answer"), Turn(2880, "nothing"),
        ),
    ),
    "a reply that came back, and a second mail under the id of its question": History(
        0,
        True,
        (Turn(1440, "twice", 498), Turn(1440, "answer", 348), Turn(720, "reply returns", 597), Turn(720, "lost", 613)),
    ),
    "an attempt that was not stored, of a letter that was cancelled since": History(
        0,
        True,
        (
            Turn(60, "unstorable", 179),
            Turn(60, "answer", 531),
            Turn(1440, "filed", 840),
            Turn(2880, "question", 653, (("commit", 2, "disk full"), ("commit", 5, "disk full"))),
            Turn(1, "answer", 559),
            Turn(1440, "refused", 221, (("commit", 6, "die before"),)),
        ),
    ),
    "a contact of long ago, and other steps": History(0, False, (Turn(20, "contact", 4), Turn(20, "steps"))),
    "a glance at the sent mail ends no blindness": History(
        0, False, (Turn(20, "question", 1), Turn(60, "folder refuses", 3), Turn(20, "answer"), Turn(1440, "nothing"))
    ),
    "a second order, whose promise is renewed, after the first was closed": History(
        0,
        False,
        (Turn(20, "question", 1), Turn(720, "done"), Turn(1440, "insists"), Turn(60, "answer"), Turn(5, "orders again")),
    ),
    "a question of whom the database has forgotten": History(
        0,
        False,
        (Turn(20, "contact", 1), Turn(720, "answer"), Turn(60, "insists"), Turn(1, "lost"), Turn(5, "contact writes")),
    ),
    "a promise renewed to whom the other mailbox has answered": History(
        0,
        True,
        (Turn(306, "twin", 586), Turn(20, "answer", 0, (("commit", 0, "die after"),)), Turn(1440, "nothing")),
        has_two=True,
    ),
    "one of two twins is closed": History(0, True, (Turn(5, "twin", 59), Turn(720, "done", 403)), has_two=True),
    "the other of two twins is closed, and then there is a reply": History(
        0,
        True,
        (Turn(5, "twin", 59), Turn(720, "done"), Turn(720, "answer"), Turn(2880, "nothing"), Turn(2880, "nothing")),
        has_two=True,
    ),
    "a reply that is seen before the second of two twins": History(
        0, True, (Turn(720, "twin", 994, (("commit", 2, "die before"),)), Turn(1440, "answer", 550)), has_two=True
    ),
    "a ghost where replies would be": History(
        0, True, (Turn(60, "question", 1), Turn(2880, "sent ghost")), has_two=True, files_elsewhere=True
    ),
    "a contact writes who was closed": History(
        0, False, (Turn(20, "contact", 1), Turn(720, "done"), Turn(720, "insists"))
    ),
    "a contact's mail that is seen after the reply": History(
        0,
        False,
        (Turn(20, "contact", 1), Turn(1, "contact writes", 1, (("imap", 1, "die"),)), Turn(1440, "answer")),
    ),
    "who has handed an inquiry on, under the name of before": History(
        0, False, (Turn(20, "shared"), Turn(20, "dismiss"), Turn(240, "renamed"), Turn(20, "dismiss", 1)), has_two=True
    ),
    "one of two twins is acknowledged too late": History(
        0,
        True,
        (Turn(1440, "twin", 566, (("commit", 1, "die before"),)), Turn(1440, "nothing", 540, (("offer", 0, "die"),))),
        has_two=True,
    ),
    "a contact writes after a reply that nobody sees": History(
        0, False, (Turn(720, "contact", 177), Turn(720, "answer"), Turn(1, "done"), Turn(5, "insists")), files_elsewhere=True
    ),
    "an account that nobody tries again": History(
        0,
        False,
        (Turn(240, "shared", 0), Turn(60, "shared", 1), Turn(660, "refused", 561), Turn(1440, "refused", 894), Turn(1440, "nothing")),
        has_two=True,
    ),
    "a reply from the mailbox that only the customer's later mail came to": History(
        0,
        False,
        (
            Turn(5, "twin", 298), Turn(240, "answer", 582), Turn(1440, "insists", 867),
            Turn(1440, "answer", 821, (("imap", 0, "die"),)), Turn(2880, "nothing"),
        ),
        has_two=True,
    ),
    "a digest that one account refuses for its words, and the other with its login": History(
        0, True, (Turn(1440, "twin", 914), Turn(60, "refused", 586, (("finish", 1, "spam"),))), has_two=True
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FOUND)
def test_what_was_found_holds(name):
    assert run(FOUND[name])[0] == []


def test_what_is_rare_holds():
    assert [run(history)[0] for history in RARE] == [[] for _ in RARE]


def test_a_crash_between_the_guard_file_and_the_commit_forgets_nothing():
    assert run(KILLED_AT_THE_GUARD)[0] == []


@pytest.mark.parametrize("how", FLAVOURS["guard"])
def test_a_commit_that_is_there_before_the_guard_file_forgets_nothing(how):
    """The two are written beside each other: the second place is where the guard file is waited for."""
    found, world = run(History(0, False, (Turn(5, "question", 1, (("guard", 1, how),)),)))
    assert (found, world.seen["faults"]) == ([], 1)


def test_a_full_disk_loses_nothing_though_nobody_restarts():
    assert [run(each)[0] for each in disk_full_at_each_commit()] == [[]] * 14


def test_the_same_seed_gives_the_same_history():
    ends = []
    for _ in range(2):
        _, world = run(from_seed(7))
        ends.append((list(world.database.iterdump()), [(each.at, each.letter.data) for each in world.server.accepted]))
    assert ends[0][1] == ends[1][1]
    assert ends[0][0] == ends[1][0]


def test_a_world_without_faults_is_quiet():
    broken, world = run(History(0, True, (Turn(5, "question", 1),)))
    assert broken == []
    assert [each.letter.kind for each in world.server.accepted][:1] == ["acknowledgement"]
    assert len(world.server.accepted) > 1, "nobody was nagged"


#: What seeds seldom show, and would take minutes to.
RARE = (
    History(
        0,
        True,
        (
            Turn(20, "question", 1),
            Turn(210, "nothing", 0, (("finish", 0, "lost"),)),
            Turn(60, "restarts"),
            Turn(1440, "nothing"),
        ),
    ),
    History(
        0,
        True,
        (
            Turn(90, "nothing"),
            Turn(20, "question", 1),
            Turn(209, "answer", 0, (("imap", 0, "network"),)),
            Turn(60, "nothing"),
        ),
    ),
    History(
        0,
        True,
        (Turn(20, "question", 1), Turn(60, "question", 2, (("offer", 0, "550"),)), Turn(1440, "nothing")),
    ),
    History(0, False, (Turn(240, "mended", 1), Turn(1440, "nothing"))),
    History(0, True, (Turn(240, "question", 1), *(Turn(2880, "nothing") for _ in range(5))), files_elsewhere=True),
    History(
        0,
        False,
        (Turn(20, "question", 1), Turn(1, "snapshot"), Turn(20, "question", 2), Turn(5, "image"), Turn(240, "nothing")),
    ),
)


def _history(*turns: Turn, files_copies: bool = False, **house: bool) -> History:
    return History(0, files_copies, turns, **house)


#: Of a breakage a short history that shows it; of the others the first of those above does.
SHOWN_BY = {
    "a high-water mark": _history(Turn(20, "late"), Turn(20, "noise")),
    "one inquiry a Message-ID": _history(Turn(20, "question", 1), Turn(20, "forged")),
    "no identity": _history(Turn(20, "twice", 1)),
    "every folder is a baseline": _history(Turn(20, "answer first"), Turn(1440, "nothing")),
    "INTERNALDATE alone": _history(Turn(60, "imported")),
    "patience is tries": _history(Turn(240, "held", 989)),
    "reports about digests are not read": _history(
        Turn(1440, "answer first", 168), Turn(60, "question", 308), Turn(60, "insists", 128), Turn(720, "doubt", 459),
        Turn(720, "answer", 318), Turn(240, "returned", 303),
    ),
    "an inquiry for every copy": _history(Turn(20, "twice")),
    "a mark is enough": _history(Turn(20, "question", 1), Turn(240, "answer"), Turn(1440, "insists")),
    "a nag counts when it is written": _history(Turn(20, "question", 1), Turn(1380, "refused", 899), Turn(240, "nothing")),
    "a nag is of whatever wait": _history(
        Turn(20, "question", 1), Turn(1480, "nothing"), Turn(20, "answer"), Turn(20, "reply returns"), Turn(1440, "nothing")
    ),
    "a nag that becomes known late is one of now": _history(
        Turn(20, "question", 1), Turn(210, "nothing", 0, (("finish", 0, "taken"),)), Turn(5, "snooze"), Turn(600, "nothing"),
        files_copies=True,
    ),
    "what has no room is forgotten": _history(
        *(Turn(1, "question", 1) for _ in range(5)), Turn(2880, "nothing"), Turn(2880, "nothing")
    ),
    "a glance counts when it is written": _history(Turn(1440, "late", 367), Turn(720, "doubt", 135)),
    "a glance never ends": _history(Turn(720, "doubt", 135)),
    "promises of yesterday": _history(Turn(60, "refused", 802)),
    "no age gate": _history(Turn(20, "late"), *(Turn(2880, "nothing") for _ in range(4)), Turn(20, "appears")),
    "`sending` is tried again": _history(Turn(5, "question", 1, (("finish", 0, "taken, die"),))),
    "history never unknown": _history(
        Turn(20, "question", 1), Turn(720, "answer"), Turn(5, "lost"), Turn(2880, "insists"), files_copies=True
    ),
    "no last look": _history(
        Turn(20, "question", 1), Turn(20, "answer", 0, (("imap", 0, "network"),)), Turn(1440, "nothing"), files_copies=True
    ),
    "one message stops a mailbox": _history(Turn(20, "unstorable", 1)),
    "unseen for ever": _history(
        Turn(20, "question", 1), Turn(20, "nothing"), Turn(20, "nothing", 0, (("imap", 0, "network"),)), Turn(20, "nothing"),
        files_copies=True,
    ),
    "whoever looks first": _history(Turn(20, "shared", 1), has_two=True),
    "dismissed for all": _history(Turn(20, "shared"), Turn(20, "dismiss"), Turn(1440, "nothing"), has_two=True),
    "one road": _history(Turn(20, "question", 1), Turn(1320, "refused", 898), Turn(240, "nothing"), has_two=True),
    "the marked folder alone": _history(
        Turn(20, "question", 1), Turn(240, "answer", 3), Turn(1440, "nothing"), files_copies=True
    ),
    "a promise is renewed again": _history(
        Turn(20, "question", 1), Turn(20, "answer"), Turn(20, "question", 2),
        Turn(210, "nothing", 0, (("finish", 0, "taken, die"),)), Turn(240, "nothing"),
    ),
    "a name is the mailbox": _history(Turn(20, "question", 1), Turn(60, "renamed", 1)),
    "an incident of the run before": _history(Turn(20, "misconfigured"), Turn(20, "restarts")),
    "steps of the run before": _history(Turn(20, "question", 1), Turn(20, "steps")),
    "a silent bell is believed": _history(Turn(20, "unrung", 1)),
    "a silent server is never left alone": _history(Turn(20, "unrung", 1)),
    "a bell is never trusted again": _history(Turn(20, "unrung", 1), Turn(20, "unrung", 3)),
    "one folder is the mailbox": _history(Turn(20, "folder refuses")),
    "a folder that refuses is not told": _history(Turn(20, "folder refuses")),
    "a look at the sent mail is a whole one": FOUND["a glance at the sent mail ends no blindness"],
    "no look is on record": _history(Turn(20, "nothing")),
    "a reader who is refused is not told": _history(
        Turn(20, "answer first"), Turn(20, "question", 1),
        Turn(210, "nothing", 0, (("offer", 0, "550"), ("offer", 1, "550"))), Turn(20, "nothing"),
    ),
    "every ghost is an inquiry": _history(Turn(20, "sent ghost")),
    "twins are one": _history(Turn(20, "twin", 1), has_two=True),
    "replies are known by ids alone": _history(Turn(20, "question", 1), Turn(20, "reply without ids"), Turn(1440, "nothing")),
    "every report is believed": _history(Turn(20, "forged reports", 1)),
    "numbers by place": _history(Turn(20, "question", 1), Turn(20, "answer"), Turn(20, "question", 1), Turn(1440, "nothing")),
    "no mail is a contact's": _history(Turn(20, "contact", 1), Turn(20, "answer"), Turn(1440, "nothing")),
    "contacts are acknowledged": _history(Turn(20, "contact", 1)),
    "a contact is imported anew": _history(Turn(20, "contact", 3)),
    "no nag about contacts": _history(Turn(20, "contact", 1)),
    "what was unknown is not asked again": _history(Turn(20, "machine is faster"), Turn(20, "machine is faster", 1)),
    "seen before it is decided": disk_full_at_each_commit()[1],
    "an answer that is forgotten": disk_full_at_each_commit()[5],
    "the guard names no letter": KILLED_AT_THE_GUARD,
    "no gap rule": RARE[-1],
    "no reply is missed": RARE[-2],
    "a reload retries nothing": RARE[-3],
    "every refusal is the letter's": RARE[-3],
}  # fmt: skip


def test_what_shows_a_breakage_holds_without_it():
    assert {name: run(history)[0] for name, history in SHOWN_BY.items()} == {name: [] for name in SHOWN_BY}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_broken_design_is_caught(name):
    """Where its short history does not show it any more, seeds do, in minutes: then another one is to be found for it."""
    shown_by = [SHOWN_BY[name]] if name in SHOWN_BY else []
    for history in (*shown_by, *RARE, KILLED_AT_THE_GUARD, *disk_full_at_each_commit(), *map(from_seed, range(150))):
        if run(history, MUTANTS[name])[0]:
            return
    pytest.fail(f"150 seeds did not notice: {name}")


@pytest.mark.torture
@pytest.mark.parametrize("name", MUTANTS)
def test_seeds_catch_a_broken_design(name):
    """Nobody knows before what shows it: seeds, or what they seldom show, must."""
    for history in (*RARE, KILLED_AT_THE_GUARD, *disk_full_at_each_commit(), *map(from_seed, range(150))):
        if run(history, MUTANTS[name])[0]:
            return
    pytest.fail(f"150 seeds did not notice: {name}")


def test_what_fails_is_made_short():
    history = next(each for each in map(from_seed, range(100)) if run(each, MUTANTS["no `sending`"])[0])
    broken = run(history, MUTANTS["no `sending`"])[0]
    short = shortest(history, broken[0], MUTANTS["no `sending`"])
    assert len(short.turns) <= 5 < len(history.turns)
    assert shrunk(short, lambda each: bool(run(each, MUTANTS["no `sending`"])[0])).turns == short.turns
