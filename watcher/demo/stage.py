"""Runs the staged day against the real daemon and tells it live.

The time of the stage moves when everything that was due has happened, never by the clock on the wall: on a slow machine the
day takes longer, and comes out the same.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import smtplib
import time as real_time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

from watcher.config import load as configuration
from watcher.config.models import Config
from watcher.core.inquiry import decide
from watcher.core.inquiry.model import Inquiry
from watcher.core.letters.leak_page import render_leak_page
from watcher.core.outbox.model import LetterState
from watcher.demo import day, week
from watcher.demo.servers import PASSWORD, EmbeddedImapServer, EmbeddedSmtpServer
from watcher.demo.summary import (
    DemoSummary,
    build_report,
    describe_leak,
    read_scene_results,
    render_summary_page,
)
from watcher.edge.clock import SteppedClock
from watcher.edge.imap.errors import MailboxError
from watcher.edge.store.store import Transaction
from watcher.service import answers, wiring
from watcher.service.app import App

#: How far the time of the stage moves at once where nothing is staged: whatever falls due is done at most so much later.
STEP = timedelta(minutes=10)
#: Seconds between two looks at whether the outbox has come to rest.
REST_POLL_SECONDS = 0.01
#: Passes over the mailbox that may fail or find something new before the day is given up.
MAX_PASSES = 50
#: The alarm clock of the daemon goes by the wall, so it must not ring: the stage rings instead.
NEVER = 86400.0

EventCallback = Callable[[datetime, str, str], None]


async def run_demo_day(folder: Path, on_event: EventCallback) -> DemoSummary:
    """The whole day. Leaves mails, page and state in `folder`. RuntimeError: a server or the daemon failed."""
    began = real_time.monotonic()
    for name in ("state", "rules", "mails"):
        shutil.rmtree(folder / name, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    imap = EmbeddedImapServer(folder)
    try:
        await imap.wait_until_ready()
        clock = SteppedClock(day.local_instant(day.START_TIME).astimezone(UTC))
        post = EmbeddedSmtpServer(imap, clock, folder / "mails")
        post.start()
        config = _write_config(folder, imap.port, post.port)
        await imap.append_messages(week.past_mails())
        past = await week.audit_past(config, folder, clock.now())
        app = App(config, clock, tick=NEVER)
        try:
            await Stage(app, clock, imap, post, on_event).play_day()
            results = await app.store.run_read(read_scene_results)
            report = await app.store.run_read(lambda tx: build_report(tx, app.config, past, clock.now()))
        finally:
            app.close()
            post.stop()
    finally:
        imap.stop()
    headline = describe_leak(app.config, report)
    summary = DemoSummary(tuple(results), real_time.monotonic() - began, folder, len(post.sent_mails), headline)
    summary.report.write_text(render_leak_page(app.config.templates, "en", report), encoding="utf-8")
    (folder / "index.html").write_text(render_summary_page(summary, post.sent_mails), encoding="utf-8")
    return summary


def _write_config(folder: Path, imap: int, smtp: int) -> Config:
    """Written out, so that it can be looked at, and read like anybody's."""
    os.environ["WATCHER_DEMO_PASSWORD"] = PASSWORD
    rules = folder / "rules"
    shutil.copytree(configuration.SHIPPED_DATA_DIR / "rules", rules, dirs_exist_ok=True)
    (rules / "20-website.toml").write_text(day.FORM_RULE, encoding="utf-8")
    path = folder / "config.toml"
    path.write_text(day.CONFIG_TEMPLATE.format(imap=imap, smtp=smtp), encoding="utf-8")
    loaded = configuration.load_config(path)
    table = loaded.watcher.model_copy(update={"state_dir": (folder / "state").resolve()})
    return loaded.model_copy(update={"watcher": table})


class Stage:
    """The running daemon, its servers, and the hands of the clock."""

    def __init__(
        self,
        app: App,
        clock: SteppedClock,
        imap: EmbeddedImapServer,
        post: EmbeddedSmtpServer,
        on_event: EventCallback,
    ) -> None:
        self._app, self._clock = app, clock
        self._imap, self._post = imap, post
        self._on_event = on_event
        self._journal_position = self._mails_shown = 0

    async def play_day(self) -> None:
        """Every scene at its time, and whatever falls due between them. RuntimeError: the daemon stopped."""
        ready = asyncio.Event()
        daemon = asyncio.create_task(self._app.run(ready.set))
        try:
            story = asyncio.create_task(self._play_scenes(ready))
            await asyncio.wait({daemon, story}, return_when=asyncio.FIRST_COMPLETED)
            if not story.done():
                story.cancel()
                raise RuntimeError("the daemon stopped before the day was over") from daemon.exception()
            story.result()
        finally:
            self._app.stop()
            await asyncio.gather(daemon, return_exceptions=True)

    async def _play_scenes(self, ready: asyncio.Event) -> None:
        await ready.wait()
        for wall, action, scene in day.scheduled_events():
            await self._advance_to(day.local_instant(wall))
            await self._perform_event(action, scene)
            await self._settle_after(action, scene)
        await self._advance_to(day.local_instant(day.END_TIME))

    async def _advance_to(self, instant: datetime) -> None:
        while self._clock.now() < instant:
            self._clock.advance_to(min(instant.astimezone(UTC), self._clock.now() + STEP))
            await self._run_until_settled()

    async def _run_until_settled(self) -> None:
        """Until all that is due at this moment has happened: mail was read, digests are written, letters have left."""
        for _ in range(MAX_PASSES):
            before = await self._app.store.run_read(_what_happened)
            try:
                decided = sum([await intake.scan_folders() for intake in self._app.intakes.values()])
            except MailboxError:  # a machine so busy that a server did not answer in time: the daemon tries again too
                continue
            await self._app.run_due_work()
            await self._wait_until_outbox_rests()
            if not decided and await self._app.store.run_read(_what_happened) == before:
                break
        else:
            raise RuntimeError(f"at {self._clock.now():%H:%M} UTC the mailbox did not come to rest")
        await self._narrate_events()

    async def _settle_after(self, action: str, scene: day.Scene) -> None:
        """Until the mail of this event was read, and all that follows from it has happened.

        A message may be listed before the server hands it out; and the daemon hears its own bell: it may have read the message after
        the stage looked, and its letter is still to leave then.
        """
        written = {"writes": scene.message_id, "answers": scene.answer_id, "claims": scene.answer_id}.get(action)
        for _ in range(MAX_PASSES):
            was_read = written is None or await self._app.store.run_read(
                lambda tx: bool(tx.ledger.entries_by_message_id(written or ""))
            )
            await self._run_until_settled()
            if was_read:
                return
            await asyncio.sleep(REST_POLL_SECONDS)
        raise RuntimeError(f"{scene.name}: the server did not hand out {written}")

    async def _wait_until_outbox_rests(self) -> None:
        """Until no letter is due or on its way."""
        while await self._app.store.run_read(self._is_outbox_busy):
            for delivery in self._app.deliveries.values():
                delivery.wake_event.set()
            await asyncio.sleep(REST_POLL_SECONDS)

    def _is_outbox_busy(self, tx: Transaction) -> bool:
        now = self._clock.now()
        is_due = any(tx.letters.next_due_letter(mailbox, now) for mailbox in self._app.deliveries)
        return is_due or bool(tx.letters.list_by_state({LetterState.SENDING}))

    async def _perform_event(self, action: str, scene: day.Scene) -> None:
        now = self._clock.now()
        if action == "writes":
            self._on_event(now, "in", f"{scene.sender}: {scene.subject}")
            await asyncio.to_thread(_submit_message, self._post.port, scene, day.build_message(scene))
        elif action == "claims":
            self._on_event(now, "in", f"somebody answers {scene.sender_name} in Anna's name, sales@example.com in Cc")
            await asyncio.to_thread(_submit_message, self._post.port, scene, day.build_answer(scene))
        elif action == "answers":
            self._on_event(now, "person", f"Anna answers {scene.sender_name} from her own mail program")
            await self._imap.append_message("Sent", day.build_answer(scene), now)
        else:
            number = await self._app.store.run_read(lambda tx: _find_inquiry(tx, scene).number)
            self._on_event(now, "person", f"Anna calls Erin and says: watcher done {number}")
            await self._app.store.run_write(lambda tx: self._close_by_hand(tx, scene))

    def _close_by_hand(self, tx: Transaction, scene: day.Scene) -> None:
        policies = wiring.build_policies(self._app.config)
        answers.execute_command(
            tx, _find_inquiry(tx, scene), decide.InquiryCommand("done", "anna"), policies, self._clock.now()
        )

    async def _narrate_events(self) -> None:
        """Everything Watcher noted down since the last time, and every digest that left."""
        position = self._journal_position
        entries = await self._app.store.run_read(lambda tx: tx.inquiries.journal_entries_after(position))
        for number, inquiry, entry in entries:
            self._on_event(entry.at, "watcher", f"inquiry {inquiry}: {entry.event} {entry.text}".rstrip())
            self._journal_position = number
        for at, recipient, raw in self._post.sent_mails[self._mails_shown :]:
            self._mails_shown += 1
            if recipient == "anna@example.com":
                subject = message_from_bytes(raw, policy=policy.default)["Subject"]
                self._on_event(at, "digest", f"digest to Anna: {subject}")


def _submit_message(port: int, scene: day.Scene, raw: bytes) -> None:
    sender = "" if scene.is_delivery_report else scene.sender.rpartition("<")[2].rstrip(">")
    with smtplib.SMTP("127.0.0.1", port, timeout=60) as client:
        client.sendmail(sender, ["sales@example.com"], raw)


def _what_happened(tx: Transaction) -> tuple[int, dict[str, int]]:
    """Lines of the journal, and letters by their state: another one after a pass in which anything happened."""
    return tx.count_rows_by_table()["journal"], tx.letters.count_by_state()


def _find_inquiry(tx: Transaction, scene: day.Scene) -> Inquiry:
    lines = tx.ledger.entries_by_message_id(scene.message_id)
    inquiry = tx.inquiries.get(lines[0].inquiry) if lines and lines[0].inquiry else None
    if inquiry is None:
        raise RuntimeError(f"{scene.name} was not seen")
    return inquiry
