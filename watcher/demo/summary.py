"""What became of every scene, read from the state, and the page that shows it."""

from __future__ import annotations

import html
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path

from watcher.core.outbox.model import LetterState
from watcher.core.rules.model import Attention
from watcher.demo import day
from watcher.edge.store.store import Transaction


@dataclass(frozen=True)
class SceneResult:
    """What became of one scene."""

    scene: str
    expected: str
    seen: str

    @property
    def ok(self) -> bool:
        """Did it come as it should?"""
        return self.seen == self.expected


@dataclass(frozen=True)
class DemoSummary:
    """What a run of the demo has to show. `seconds`: on the wall; `folder`: where its mails and pages are."""

    results: tuple[SceneResult, ...]
    seconds: float
    folder: Path
    mail_count: int

    @property
    def ok(self) -> bool:
        """Did every scene come as it should?"""
        return all(result.ok for result in self.results)


def read_scene_results(tx: Transaction) -> list[SceneResult]:
    """Every scene and what became of it."""
    return [SceneResult(scene.name, scene.expected, _observed_outcome(tx, scene)) for scene in day.SCENES]


def _observed_outcome(tx: Transaction, scene: day.Scene) -> str:
    lines = tx.ledger.entries_by_message_id(scene.message_id)
    if not lines:
        return "never seen"
    inquiry = tx.inquiries.get(lines[0].inquiry) if lines[0].inquiry else None
    if inquiry is None and lines[0].attention is Attention.REVIEW:
        is_shown = any(review.shown_at for review in tx.reviews.list_reviews() if review.subject == scene.subject)
        return f"{'shown' if is_shown else 'not shown yet'} for a glance, not acknowledged"
    if inquiry is None:
        return f"{lines[0].kind}, not tracked"
    ack = tx.letters.latest_acknowledgement(inquiry.number)
    state = ack.state if ack else LetterState.CANCELLED
    phrases = {LetterState.SENT: "acknowledged", LetterState.CANCELLED: "not acknowledged"}
    nags = "1 nag" if inquiry.nags == 1 else f"{inquiry.nags} nags"
    hint = ", looks answered" if inquiry.possible_answer else ""
    return f"{inquiry.state}, {phrases.get(state, f'acknowledgement {state}')}, {nags}{hint}"


def render_summary_page(summary: DemoSummary, sent: list[tuple[datetime, str, bytes]]) -> str:
    """One page to open: the scenes, and every mail Watcher sent as its reader sees it."""
    rows = "".join(
        f"<tr><td>{html.escape(result.scene)}</td><td>{html.escape(result.seen)}</td>"
        f"<td>{'as it should' if result.ok else 'WRONG'}</td></tr>"
        for result in summary.results
    )
    mails = "".join(_mail_section(n, *mail) for n, mail in enumerate(sent, 1))
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
