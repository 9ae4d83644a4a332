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
from watcher.demo.servers import PASSWORD, Imap, Post
from watcher.edge.clock import FastClock
from watcher.edge.store.store import Tx
from watcher.service import wiring
from watcher.service.app import App

#: Real seconds the day takes.
SECONDS = 32.0

Tell = Callable[[datetime, str, str], None]


@dataclass(frozen=True)
class Result:
    """What became of one scene."""

    scene: str
    expected: str
    seen: str

    @property
    def ok(self) -> bool:
        return self.seen == self.expected


@dataclass(frozen=True)
class Summary:
    results: tuple[Result, ...]
    seconds: float
    folder: Path
    mails: int

    @property
    def ok(self) -> bool:
        return all(result.ok for result in self.results)


async def play(folder: Path, tell: Tell) -> Summary:
    """The whole day. Leaves mails, report and state in `folder`."""
    began = real_time.monotonic()
    for name in ("state", "rules", "mails"):
        shutil.rmtree(folder / name, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    length = (day.instant(day.EVENING) - day.instant(day.OPENING)).total_seconds()
    imap = Imap(folder)
    try:
        await imap.ready()
        clock = FastClock(day.instant(day.OPENING).astimezone(UTC), length / SECONDS)
        post = Post(imap, clock, folder / "mails")
        post.start()
        app = App(_config(folder, imap.port, post.port), clock, tick=120.0)
        try:
            await _day(app, imap, post, tell)
            results = await app.store.write(_results)
        finally:
            app.close()
            post.stop()
    finally:
        imap.stop()
    summary = Summary(tuple(results), real_time.monotonic() - began, folder, len(post.sent))
    (folder / "index.html").write_text(_page(summary, post.sent), encoding="utf-8")
    return summary


def _config(folder: Path, imap: int, smtp: int) -> configuration.Config:
    """Written out, so that it can be looked at, and read like anybody's."""
    os.environ["WATCHER_DEMO_PASSWORD"] = PASSWORD
    rules = folder / "rules"
    shutil.copytree(configuration.SHIPPED / "rules", rules, dirs_exist_ok=True)
    (rules / "20-website.toml").write_text(day.FORM_RULE, encoding="utf-8")
    path = folder / "config.toml"
    path.write_text(day.CONFIG.format(imap=imap, smtp=smtp), encoding="utf-8")
    loaded = configuration.load(path)
    table = loaded.watcher.model_copy(update={"state_dir": (folder / "state").resolve()})
    return loaded.model_copy(update={"watcher": table})


async def _day(app: App, imap: Imap, post: Post, tell: Tell) -> None:
    ready = asyncio.Event()
    daemon = asyncio.create_task(app.run(ready.set))
    teller = asyncio.create_task(_story(app, post, tell))
    try:
        await asyncio.wait({daemon, asyncio.create_task(ready.wait())}, return_when=asyncio.FIRST_COMPLETED)
        for wall, what, scene in day.events():
            await _until(app, day.instant(wall), daemon)
            await _perform(app, imap, post, what, scene, tell)
        await _until(app, day.instant(day.EVENING), daemon)
    finally:
        app.stop()
        await asyncio.gather(daemon, return_exceptions=True)
        teller.cancel()
    if not daemon.cancelled() and (error := daemon.exception()):
        raise error


async def _until(app: App, at: datetime, daemon: asyncio.Task[None]) -> None:
    wait = (at - app.clock.now()).total_seconds()
    if wait > 0 and not daemon.done():
        await asyncio.wait({daemon}, timeout=app.clock.real(wait))


async def _perform(app: App, imap: Imap, post: Post, what: str, scene: day.Scene, tell: Tell) -> None:
    now = app.clock.now()
    if what == "writes":
        tell(now, "in", f"{scene.sender}: {scene.subject}")
        await asyncio.to_thread(_send, post.port, scene, day.message(scene))
    elif what == "claims":
        tell(now, "in", f"somebody answers {scene.sender} in Anna's name, with sales@example.com in Cc")
        await asyncio.to_thread(_send, post.port, scene, day.answer(scene))
    elif what == "answers":
        tell(now, "person", f"Anna answers {scene.sender} from her own mail program")
        await imap.append("Sent", day.answer(scene), now)
    else:
        number = await app.store.write(lambda tx: _find(tx, scene).number)
        tell(now, "person", f"Anna calls Erin and says: watcher done {number}")
        await app.store.write(lambda tx: _done(app, tx, scene, now))


def _send(port: int, scene: day.Scene, raw: bytes) -> None:
    sender = "" if scene.report else scene.sender.rpartition("<")[2].rstrip(">")
    with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
        client.sendmail(sender, ["sales@example.com"], raw)


def _find(tx: Tx, scene: day.Scene) -> Inquiry:
    lines = tx.mail.lines_by_message_id(scene.message_id)
    inquiry = tx.inquiries.get(lines[0].inquiry) if lines and lines[0].inquiry else None
    if inquiry is None:
        raise RuntimeError(f"{scene.name} was not seen")
    return inquiry


def _done(app: App, tx: Tx, scene: day.Scene, now: datetime) -> None:
    inquiry = _find(tx, scene)
    decision = decide.on_command(inquiry, decide.Command("done", "anna"), wiring.policy_of(app.config, "sales"), now)
    if decision.inquiry is not None:
        tx.inquiries.save(decision.inquiry)
        tx.inquiries.add_to_journal(inquiry.number, now, [(each.event, each.text) for each in decision.journal])


# --- the story


async def _story(app: App, post: Post, tell: Tell) -> None:
    """Everything Watcher notes down, as it does, and every digest that leaves."""
    last = mails = 0
    while True:
        lines = await app.store.write(lambda tx, last=last: tx.inquiries.journal_since(last))  # type: ignore[misc]
        for number, inquiry, line in lines:
            tell(line.at, "watcher", f"inquiry {inquiry}: {line.event} {line.text}".rstrip())
            last = number
        for at, recipient, raw in post.sent[mails:]:
            mails += 1
            if recipient == "anna@example.com":
                tell(at, "digest", f"digest to Anna: {message_from_bytes(raw, policy=policy.default)['Subject']}")
        await asyncio.sleep(0.1)


# --- what became of it


def _results(tx: Tx) -> list[Result]:
    return [Result(scene.name, scene.expected, _seen(tx, scene)) for scene in day.SCENES]


def _seen(tx: Tx, scene: day.Scene) -> str:
    lines = tx.mail.lines_by_message_id(scene.message_id)
    if not lines:
        return "never seen"
    inquiry = tx.inquiries.get(lines[0].inquiry) if lines[0].inquiry else None
    if inquiry is None:
        return f"{lines[0].kind}, not tracked"
    ack = tx.letters.acknowledgement_of(inquiry.number)
    state = ack.state if ack else LetterState.CANCELLED
    told = {LetterState.SENT: "acknowledged", LetterState.CANCELLED: "not acknowledged"}
    nags = "1 nag" if inquiry.nags == 1 else f"{inquiry.nags} nags"
    hint = ", looks answered" if inquiry.hint else ""
    return f"{inquiry.state}, {told.get(state, f'acknowledgement {state}')}, {nags}{hint}"


def _page(summary: Summary, sent: list[tuple[datetime, str, bytes]]) -> str:
    """One page to open: the scenes, and every mail Watcher sent as its reader sees it."""
    rows = "".join(
        f"<tr><td>{html.escape(each.scene)}</td><td>{html.escape(each.seen)}</td><td>{'as it should' if each.ok else 'WRONG'}</td></tr>"
        for each in summary.results
    )
    mails = "".join(_mail(n, *each) for n, each in enumerate(sent, 1))
    return _PAGE.format(rows=rows, mails=mails, count=len(sent))


def _mail(n: int, at: datetime, recipient: str, raw: bytes) -> str:
    message = message_from_bytes(raw, policy=policy.default)
    rich, plain = message.get_body(("html",)), message.get_body(("plain",))
    if rich is not None:
        body = f'<iframe sandbox srcdoc="{html.escape(rich.get_content(), quote=True)}"></iframe>'
    else:
        body = f"<pre>{html.escape(plain.get_content() if plain else '')}</pre>"
    head = f"{at.astimezone(day.ZONE):%H:%M} to {html.escape(recipient)}"
    file = f"mails/{n:02}-to-{recipient.partition('@')[0]}.eml"
    subject = html.escape(str(message["Subject"]))
    return f'<section><h3>{subject}</h3><p>{head} · <a href="{html.escape(file)}">{html.escape(file)}</a></p>{body}</section>'


_PAGE = """<!doctype html>
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
