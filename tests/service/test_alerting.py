"""service/alerting.py: every road gets each alert, what no road took is not on record, and what one did not take waits for it."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.health.model import Incident, IncidentKind
from watcher.edge.clock import SteppedClock
from watcher.service.alerting import Alerting

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

BLIND = Incident(IncidentKind.MAILBOX_UNSEEN, "sales", MONDAY, "no route")
FULL = Incident(IncidentKind.DISK_FULL, "", MONDAY, "3 MiB are left")


class Road:
    """Takes what it is given unless `problem` says why not."""

    def __init__(self, name: str, problem: str = "") -> None:
        self.name, self.problem = name, problem
        self.heard: list[tuple[bool, list[str]]] = []
        self.tries = 0

    async def send(self, message) -> str:
        self.tries += 1
        if not self.problem:
            self.heard.append((message.is_over, [incident.kind.value for incident in message.incidents]))
        return self.problem


async def settle() -> None:
    for _ in range(50):
        await asyncio.sleep(0.002)


def told(store) -> list[str]:
    with store.read_transaction() as tx:
        return [line.incident.kind.value for line in tx.alerts.list_told()]


async def test_every_road_hears_it_once_and_that_it_is_over(store):
    clock, roads = SteppedClock(MONDAY), [Road("mail"), Road("push")]
    alerting = Alerting(roads, store, clock)
    for incidents in ([BLIND, FULL], [BLIND, FULL], [FULL], [FULL]):
        await alerting.report(incidents)
        await settle()
        clock.advance_to(clock.now() + timedelta(minutes=1))
    heard = [(False, ["mailbox-unseen", "disk-full"]), (True, ["mailbox-unseen"])]
    assert [road.heard for road in roads] == [heard, heard]
    assert told(store) == ["disk-full", "mailbox-unseen"]


async def test_what_no_road_takes_is_tried_again_and_is_not_on_record(store):
    clock, road = SteppedClock(MONDAY), Road("mail", "no answer in time")
    alerting = Alerting([road], store, clock)
    for _ in range(16):
        await alerting.report([BLIND])
        await settle()
        clock.advance_to(clock.now() + timedelta(seconds=15))
    assert road.tries == 3, "at once, after one minute, after two more"
    assert (alerting.broken_roads, told(store)) == ({"mail": "no answer in time"}, [])
    road.problem = ""
    clock.advance_to(clock.now() + timedelta(minutes=5))
    await alerting.report([BLIND])
    await settle()
    assert (road.heard, alerting.broken_roads) == ([(False, ["mailbox-unseen"])], {})
    assert told(store) == ["mailbox-unseen"]


async def test_a_road_that_did_not_take_it_gets_it_later_and_the_others_hear_it_once(store):
    clock, mail, push = SteppedClock(MONDAY), Road("mail", "450 later"), Road("push")
    alerting = Alerting([mail, push], store, clock)
    await alerting.report([BLIND])
    await settle()
    assert told(store) == ["mailbox-unseen"]
    mail.problem = ""
    clock.advance_to(MONDAY + timedelta(minutes=2))
    await alerting.report([BLIND])
    await settle()
    assert mail.heard == push.heard == [(False, ["mailbox-unseen"])]


async def test_what_was_told_survives_a_restart_and_what_was_not_is_told(store):
    first = Road("mail")
    await (alerting := Alerting([first], store, SteppedClock(MONDAY))).report([BLIND])
    await settle()
    await alerting.finish(0.1)
    road = Road("mail")
    await Alerting([road], store, SteppedClock(MONDAY + timedelta(minutes=2))).report([BLIND, FULL])
    await settle()
    assert road.heard == [(False, ["disk-full"])]


async def test_a_database_that_fails_keeps_nobody_from_being_told(store):
    with store.write_transaction() as tx:
        tx.connection.exec_driver_sql("alter table alert rename to lost")
    clock, road = SteppedClock(MONDAY), Road("mail")
    alerting = Alerting([road], store, clock)
    for _ in range(3):
        await alerting.report([FULL])
        await settle()
        clock.advance_to(clock.now() + timedelta(minutes=1))
    assert road.heard == [(False, ["disk-full"])], "once: it is known in memory"
    with store.write_transaction() as tx:
        tx.connection.exec_driver_sql("alter table lost rename to alert")
    await alerting.report([FULL])
    assert told(store) == ["disk-full"]


async def test_a_road_that_hangs_holds_up_no_other(store):
    class Hanging(Road):
        async def send(self, message) -> str:
            await asyncio.Event().wait()
            return ""

    clock, push = SteppedClock(MONDAY), Road("push")
    alerting = Alerting([Hanging("mail"), push], store, clock)
    await alerting.report([BLIND])
    await settle()
    clock.advance_to(MONDAY + timedelta(minutes=1))
    await alerting.report([BLIND, FULL])
    await settle()
    assert [kinds for _, kinds in push.heard] == [["mailbox-unseen"], ["disk-full"]]
    await alerting.finish(0.01)


async def test_other_roads_get_what_still_waits(store):
    clock, broken = SteppedClock(MONDAY), Road("mail", "refused")
    alerting = Alerting([broken], store, clock)
    await alerting.report([BLIND])
    await settle()
    mended = Road("mail")
    alerting.replace_roads([mended])
    await alerting.report([BLIND])
    await settle()
    assert mended.heard == [(False, ["mailbox-unseen"])]


async def test_a_road_with_an_error_nobody_foresaw_ends_the_process(store):
    class Broken(Road):
        async def send(self, message) -> str:
            raise ZeroDivisionError

    alerting = Alerting([Broken("mail")], store, SteppedClock(MONDAY))
    await alerting.report([BLIND])
    await settle()
    with pytest.raises(ZeroDivisionError):
        await alerting.report([BLIND])
