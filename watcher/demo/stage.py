"""Runs the staged day against the real daemon code, tells it live, and checks what became of every scene."""

from __future__ import annotations

import asyncio
import html
import os
import shutil
import smtplib
import time as real_time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

from watcher.config import load as configuration
from watcher.core.inquiry import decide
from watcher.core.inquiry.model import Inquiry
from watcher.core.outbox.model import LetterState
from watcher.demo import day
from watcher.demo.servers import PASSWORD, EmbeddedImapServer, EmbeddedSmtpServer
from watcher.edge.clock import AcceleratedClock
from watcher.edge.store.store import Transaction
from watcher.service import wiring
from watcher.service.app import App

#: Real seconds the day takes.
REAL_SECONDS = 32.0

EventCallback = Callable[[datetime, str, str], None]


@dataclass(frozen=True)
class SceneResult:
    """What became of one scene."""

    scene: str
    expected: str
    seen: str

    @property
    def ok(self) -> bool:
        return self.seen == self.expected


@dataclass(frozen=True)
class DemoSummary:
    results: tuple[SceneResult, ...]
    seconds: float
    folder: Path
    mail_count: int

    @property
    def ok(self) -> bool:
        return all(result.ok for result in self.results)


async def run_demo_day(folder: Path, tell: EventCallback) -> DemoSummary:
    """The whole day. Leaves mails, report and state in `folder`."""
    began = real_time.monotonic()
    for name in ("state", "rules", "mails"):
        shutil.rmtree(folder / name, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    length = (day.local_instant(day.END_TIME) - day.local_instant(day.START_TIME)).total_seconds()
    imap = EmbeddedImapServer(folder)
    try:
        await imap.wait_until_ready()
        clock = AcceleratedClock(day.local_instant(day.START_TIME).astimezone(UTC), length / REAL_SECONDS)
        post = EmbeddedSmtpServer(imap, clock, folder / "mails")
        post.start()
        app = App(_write_config(folder, imap.port, post.port), clock, tick=120.0)
        try:
            await _run_day(app, imap, post, tell)
            results = await app.store.run_write(_scene_results)
        finally:
            app.close()
            post.stop()
    finally:
        imap.stop()
    summary = DemoSummary(tuple(results), real_time.monotonic() - began, folder, len(post.sent_mails))
    (folder / "index.html").write_text(_summary_page(summary, post.sent_mails), encoding="utf-8")
    return summary


def _write_config(folder: Path, imap: int, smtp: int) -> configuration.Config:
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


async def _run_day(app: App, imap: EmbeddedImapServer, post: EmbeddedSmtpServer, tell: EventCallback) -> None:
    ready = asyncio.Event()
    daemon = asyncio.create_task(app.run(ready.set))
    teller = asyncio.create_task(_narrate_journal(app, post, tell))
    try:
        await asyncio.wait({daemon, asyncio.create_task(ready.wait())}, return_when=asyncio.FIRST_COMPLETED)
        for wall, what, scene in day.scheduled_events():
            await _wait_until(app, day.local_instant(wall), daemon)
            await _perform_event(app, imap, post, what, scene, tell)
        await _wait_until(app, day.local_instant(day.END_TIME), daemon)
    finally:
        app.stop()
        await asyncio.gather(daemon, return_exceptions=True)
        teller.cancel()
    if not daemon.cancelled() and (error := daemon.exception()):
        raise error


async def _wait_until(app: App, at: datetime, daemon: asyncio.Task[None]) -> None:
    wait = (at - app.clock.now()).total_seconds()
    if wait > 0 and not daemon.done():
        await asyncio.wait({daemon}, timeout=app.clock.real_seconds(wait))


async def _perform_event(
    app: App, imap: EmbeddedImapServer, post: EmbeddedSmtpServer, what: str, scene: day.Scene, tell: EventCallback
) -> None:
    now = app.clock.now()
    if what == "writes":
        tell(now, "in", f"{scene.sender}: {scene.subject}")
        await asyncio.to_thread(_submit_message, post.port, scene, day.build_message(scene))
    elif what == "claims":
        tell(now, "in", f"somebody answers {scene.sender} in Anna's name, with sales@example.com in Cc")
        await asyncio.to_thread(_submit_message, post.port, scene, day.build_answer(scene))
    elif what == "answers":
        tell(now, "person", f"Anna answers {scene.sender} from her own mail program")
        await imap.append_message("Sent", day.build_answer(scene), now)
    else:
        number = await app.store.run_write(lambda tx: _find_inquiry(tx, scene).number)
        tell(now, "person", f"Anna calls Erin and says: watcher done {number}")
        await app.store.run_write(lambda tx: _close_inquiry(app, tx, scene, now))


def _submit_message(port: int, scene: day.Scene, raw: bytes) -> None:
    sender = "" if scene.is_delivery_report else scene.sender.rpartition("<")[2].rstrip(">")
    with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
        client.sendmail(sender, ["sales@example.com"], raw)


def _find_inquiry(tx: Transaction, scene: day.Scene) -> Inquiry:
    lines = tx.ledger.entries_by_message_id(scene.message_id)
    inquiry = tx.inquiries.get(lines[0].inquiry) if lines and lines[0].inquiry else None
    if inquiry is None:
        raise RuntimeError(f"{scene.name} was not seen")
    return inquiry


def _close_inquiry(app: App, tx: Transaction, scene: day.Scene, now: datetime) -> None:
    inquiry = _find_inquiry(tx, scene)
    decision = decide.on_command(
        inquiry, decide.Command("done", "anna"), wiring.build_policies(app.config)["sales"], now
    )
    if decision.inquiry is not None:
        tx.inquiries.save(decision.inquiry)
        tx.inquiries.add_to_journal(inquiry.number, now, [(each.event, each.text) for each in decision.journal])


# --- the story


async def _narrate_journal(app: App, post: EmbeddedSmtpServer, tell: EventCallback) -> None:
    """Everything Watcher notes down, as it does, and every digest that leaves."""
    last = mails = 0
    while True:
        lines = await app.store.run_write(lambda tx, last=last: tx.inquiries.journal_entries_after(last))  # type: ignore[misc]
        for number, inquiry, line in lines:
            tell(line.at, "watcher", f"inquiry {inquiry}: {line.event} {line.text}".rstrip())
            last = number
        for at, recipient, raw in post.sent_mails[mails:]:
            mails += 1
            if recipient == "anna@example.com":
                tell(at, "digest", f"digest to Anna: {message_from_bytes(raw, policy=policy.default)['Subject']}")
        await asyncio.sleep(0.1)


# --- what became of it


def _scene_results(tx: Transaction) -> list[SceneResult]:
    return [SceneResult(scene.name, scene.expected, _observed_outcome(tx, scene)) for scene in day.SCENES]


def _observed_outcome(tx: Transaction, scene: day.Scene) -> str:
    lines = tx.ledger.entries_by_message_id(scene.message_id)
    if not lines:
        return "never seen"
    inquiry = tx.inquiries.get(lines[0].inquiry) if lines[0].inquiry else None
    if inquiry is None:
        return f"{lines[0].kind}, not tracked"
    ack = tx.letters.latest_acknowledgement(inquiry.number)
    state = ack.state if ack else LetterState.CANCELLED
    told = {LetterState.SENT: "acknowledged", LetterState.CANCELLED: "not acknowledged"}
    nags = "1 nag" if inquiry.nags == 1 else f"{inquiry.nags} nags"
    hint = ", looks answered" if inquiry.hint else ""
    return f"{inquiry.state}, {told.get(state, f'acknowledgement {state}')}, {nags}{hint}"


def _summary_page(summary: DemoSummary, sent: list[tuple[datetime, str, bytes]]) -> str:
    """One page to open: the scenes, and every mail Watcher sent as its reader sees it."""
    rows = "".join(
        f"<tr><td>{html.escape(each.scene)}</td><td>{html.escape(each.seen)}</td><td>{'as it should' if each.ok else 'WRONG'}</td></tr>"
        for each in summary.results
    )
    mails = "".join(_mail_section(n, *each) for n, each in enumerate(sent, 1))
    return _PAGE_TEMPLATE.format(rows=rows, mails=mails, count=len(sent))


def _mail_section(n: int, at: datetime, recipient: str, raw: bytes) -> str:
    message = message_from_bytes(raw, policy=policy.default)
    rich, plain = message.get_body(("html",)), message.get_body(("plain",))
    if rich is not None:
        body = f'<iframe sandbox srcdoc="{html.escape(rich.get_content(), quote=True)}"></iframe>'
    else:
        body = f"<pre>{html.escape(plain.get_content() if plain else '')}</pre>"
    head = f"{at.astimezone(day.TIME_ZONE):%H:%M} to {html.escape(recipient)}"
    file = f"mails/{n:02}-to-{recipient.partition('@')[0]}.eml"
    subject = html.escape(str(message["Subject"]))
    return f'<section><h3>{subject}</h3><p>{head} · <a href="{html.escape(file)}">{html.escape(file)}</a></p>{body}</section>'


_PAGE_TEMPLATE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A day with Watcher</title><style>
body {{ max-width: 860px; margin: 32px auto; padding: 0 16px; font: 16px/1.5 system-ui, sans-serif; color: #1f2933; background: #fff; }}
table {{ border-collapse: collapse; width: 100%; }} td, th {{ text-align: left; padding: 6px 10px; border-bottom: 1px solid #dde2e8; }}
section {{ margin: 28px 0; }} h3 {{ margin: 0; }} section p {{ margin: 2px 0 8px; color: #52606d; }}
pre {{ background: #f3f4f6; padding: 14px; border-radius: 6px; white-space: pre-wrap; }}
iframe {{ width: 100%; height: 560px; border: 1px solid #dde2e8; border-radius: 6px; }}
</style></head><body>
<h1>A day with Watcher</h1>
<p>What became of every message of the staged day:</p>
<table><tr><th>scene</th><th>in the evening</th><th></th></tr>{rows}</table>
<h2>The {count} mails Watcher sent</h2>{mails}
</body></html>
"""
