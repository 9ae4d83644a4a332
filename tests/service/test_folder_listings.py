"""service/folder_listings.py: what has not changed is not listed, and what comes is seen all the same."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import pytest

from tests.samples import MONDAY, mailbox_on
from tests.servers.real import append_mail, imap_account
from tests.servers.scripted import FETCHED_ROW, LOGGED_IN, Cutter, ScriptedImap, strange_mailbox
from tests.worlds import open_intake
from watcher.core.health.model import WaitEnd
from watcher.edge.clock import SteppedClock
from watcher.edge.imap.mailbox import MailboxError
from watcher.edge.store.store import Store
from watcher.service.intake import Intake

SILENCE = WaitEnd.SILENCE


class Wiretap(Cutter):
    """Passes everything on, and keeps what the client says."""

    def __init__(self, target: int) -> None:
        super().__init__(target, limit=1 << 40)
        self.said = b""

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there_reader, there_writer = await asyncio.open_connection("127.0.0.1", self.target)
        there = asyncio.create_task(self._pass(reader, there_writer, self._keep))
        try:
            await self._pass(there_reader, writer, self._count)
        finally:
            there.cancel()
            there_writer.close()

    async def _keep(self, octets: bytes) -> tuple[bytes, bool]:
        self.said += octets
        return octets, True

    def take_commands(self) -> list[str]:
        """Since it was asked last, without what is about the connection alone: "EXAMINE INBOX", "UID SEARCH"."""
        lines, self.said = self.said.decode().splitlines(), b""
        words = [line.split()[1:3] for line in lines if line.split()[1:2] in (["EXAMINE"], ["UID"])]
        return [" ".join(word).replace('"', "") for word in words]


@asynccontextmanager
async def looked_once(
    store: Store, script: dict[str, bytes] = LOGGED_IN
) -> AsyncIterator[tuple[ScriptedImap, Intake, SteppedClock]]:
    """A mailbox on a server of this script, after its first look."""
    async with ScriptedImap(dict(script)) as server:
        clock = SteppedClock(MONDAY)
        intake = open_intake(strange_mailbox(server.port, timeout=5.0), store, clock)
        await intake.scan_folders()
        yield server, intake, clock
        await intake.close()


async def test_an_unchanged_folder_costs_one_round_trip_and_new_mail_is_seen_at_the_next_poll(dovecot, file_store):
    user = dovecot.user(f"steady{uuid.uuid4().hex[:10]}")
    append_mail(dovecot, user, "one", "two")
    both_opened = ["EXAMINE Sent", "EXAMINE INBOX"]
    async with Wiretap(dovecot.imap) as tap:
        clock = SteppedClock(MONDAY)
        intake = open_intake(mailbox_on(imap_account(dovecot, user, port=tap.port, tls="off")), file_store, clock)
        for _ in range(2):
            await intake.scan_folders()
        tap.take_commands()
        assert await intake.scan_folders(end=SILENCE) == 0
        assert tap.take_commands() == both_opened

        append_mail(dovecot, user, "three")
        assert await intake.scan_folders(end=SILENCE) == 1
        assert tap.take_commands() == [*both_opened, "EXAMINE INBOX", "UID SEARCH", "UID FETCH"]
        assert await intake.scan_folders(end=SILENCE) == 0
        assert tap.take_commands() == both_opened

        dovecot.delete(user, "INBOX", append_mail(dovecot, user, "gone before it was seen")[0])
        append_mail(dovecot, user, "a reply", folder="Sent")
        assert await intake.scan_folders(end=SILENCE) == 1
        assert tap.take_commands().count("UID SEARCH") == 2

        await intake.scan_folders(end=WaitEnd.RING)
        await intake.scan_folders()
        assert tap.take_commands().count("UID SEARCH") == 4, "rung for, or asked for"
        await intake.scan_folders(end=SILENCE)
        assert tap.take_commands() == both_opened
        clock.advance_to(MONDAY + timedelta(hours=1))
        await intake.scan_folders(end=SILENCE)
        assert tap.take_commands().count("UID SEARCH") == 2, "once an hour, whatever is counted"
        await intake.close()


async def test_after_a_ring_only_the_folder_that_rang_is_listed_and_what_the_others_got_is_seen(dovecot, file_store):
    user = dovecot.user(f"steady{uuid.uuid4().hex[:10]}")
    append_mail(dovecot, user, "one")
    async with Wiretap(dovecot.imap) as tap:
        mailbox = mailbox_on(imap_account(dovecot, user, port=tap.port, tls="off"))
        clock = SteppedClock(MONDAY)
        intake = open_intake(mailbox, file_store, clock)

        async def look_when_rung(*subjects: str) -> int:
            await mailbox.hang_bell()
            waiting = asyncio.create_task(mailbox.wait_for_change(60))
            while not tap.said.endswith(b"IDLE\r\n"):
                await asyncio.sleep(0.001)
            await asyncio.to_thread(append_mail, dovecot, user, *subjects)
            end = await waiting
            tap.said = b""
            assert end is WaitEnd.RING
            return await intake.scan_folders(end=end)

        for _ in range(2):
            await intake.scan_folders()
        assert await look_when_rung("two") == 1
        assert b"LIST" not in tap.said and b"NOOP" not in tap.said, "the server has just spoken"
        assert tap.take_commands() == ["EXAMINE Sent", "EXAMINE INBOX", "UID SEARCH", "UID FETCH"]

        await asyncio.to_thread(append_mail, dovecot, user, "a reply", folder="Sent")
        assert await look_when_rung("three") == 2
        assert tap.take_commands().count("UID FETCH") == 2

        clock.advance_to(MONDAY + timedelta(minutes=5))
        assert await look_when_rung("four") == 1
        assert b"LIST" in tap.said, "a folder may have come"
        await intake.close()


async def test_a_folder_that_was_removed_since_the_folders_were_listed_is_no_trouble(file_store):
    async with looked_once(file_store) as (server, intake, _):
        server.script = {
            'EXAMINE "?Sent Items': b"{tag} NO [NONEXISTENT] it is gone\r\n",
            **LOGGED_IN,
            "LIST": LOGGED_IN["LIST"].replace(b"Sent Items", b"Sent"),
        }
        server.commands.clear()
        await intake.scan_folders(end=WaitEnd.RING)
        with file_store.read_transaction() as tx:
            assert tx.incidents.list_open() == []
        await intake.scan_folders(end=WaitEnd.RING)
        examined = {command.split(" ", 1)[1].strip('"') for command in server.commands if command.startswith("EXAMINE")}
        assert examined == {"INBOX", "Sent Items", "Sent"}, "at the next look"


async def test_a_folder_that_refuses_after_a_ring_is_one_that_cannot_be_read(file_store):
    async with looked_once(file_store) as (server, intake, _):
        server.script = {'EXAMINE "?Sent Items': b"{tag} NO [NOPERM] no\r\n", **LOGGED_IN}
        for _ in range(2):
            with suppress(MailboxError):
                await intake.scan_folders(end=WaitEnd.RING)
        with file_store.read_transaction() as tx:
            (incident,) = tx.incidents.list_open()
            assert "Sent Items" in incident.text


async def count_searches(server: ScriptedImap, intake: Intake, looks: int) -> list[int]:
    found = []
    for _ in range(looks):
        server.commands.clear()
        await intake.scan_folders(end=SILENCE)
        found.append(sum(command.startswith("UID SEARCH") for command in server.commands))
    return found


async def test_a_server_that_counts_the_same_and_has_other_mail_is_listed_at_every_look(file_store, caplog):
    script = {**LOGGED_IN, "UID FETCH": FETCHED_ROW + b"{tag} OK done\r\n"}
    async with looked_once(file_store, script) as (server, intake, clock):
        assert await count_searches(server, intake, 2) == [2, 0], "at the second look everything is known to be decided"
        server.script["UID SEARCH"] = b"* SEARCH 1\r\n{tag} OK done\r\n"
        clock.advance_to(MONDAY + timedelta(hours=2))
        await intake.scan_folders(end=SILENCE)
        server.script["UID SEARCH"] = LOGGED_IN["UID SEARCH"]
        assert await count_searches(server, intake, 3) == [2, 2, 2]
        assert sum("counts the same" in record.message for record in caplog.records) == 1


async def test_what_is_listed_and_not_handed_out_is_asked_for_at_every_look(file_store):
    empty = LOGGED_IN["EXAMINE"].replace(b"2 EXISTS", b"0 EXISTS")
    script = {**LOGGED_IN, "EXAMINE": empty, "UID SEARCH": b"* SEARCH\r\n{tag} OK done\r\n"}
    async with looked_once(file_store, script) as (server, intake, _):
        server.script |= {name: LOGGED_IN[name] for name in ("EXAMINE", "UID SEARCH")}
        assert await count_searches(server, intake, 3) == [2, 2, 2]


async def test_after_trouble_everything_is_listed(file_store):
    async with looked_once(file_store) as (server, intake, _):
        assert await count_searches(server, intake, 2) == [2, 0]
        server.script["EXAMINE"] = b"{tag} NO [UNAVAILABLE] later\r\n"
        with pytest.raises(MailboxError, match="later"):
            await intake.scan_folders(end=SILENCE)
        server.script["EXAMINE"] = LOGGED_IN["EXAMINE"]
        assert await count_searches(server, intake, 2) == [2, 0]


async def test_one_folder_that_was_refused_is_listed_when_it_can_be_opened_again(file_store):
    async with looked_once(file_store, {"EXAMINE.*Sent": LOGGED_IN["EXAMINE"], **LOGGED_IN}) as (server, intake, _):
        assert await count_searches(server, intake, 2) == [2, 0]
        server.script["EXAMINE.*Sent"] = b"{tag} NO [NOPERM] not now\r\n"
        assert await count_searches(server, intake, 1) == [0]
        server.script["EXAMINE.*Sent"] = LOGGED_IN["EXAMINE"]
        assert await count_searches(server, intake, 2) == [1, 0]


async def test_the_loop_lists_at_the_start_and_not_after_silent_waits(file_store):
    async with ScriptedImap(dict(LOGGED_IN)) as server:
        intake = open_intake(
            strange_mailbox(server.port, timeout=5.0), file_store, SteppedClock(MONDAY), poll_seconds=0.01
        )
        running = asyncio.create_task(intake.run())
        await waits_begun(server, 2)
        assert sum(command.startswith("UID SEARCH") for command in server.commands) >= 4
        server.commands.clear()
        await waits_begun(server, 3)
        assert not any(command.startswith("UID") for command in server.commands)
        intake.stop()
        await running
        await intake.close()


async def waits_begun(server: ScriptedImap, times: int) -> None:
    while server.commands.count("IDLE") < times:
        await asyncio.sleep(0.001)
