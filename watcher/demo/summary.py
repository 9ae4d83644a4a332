"""What became of every scene, read from the state, and the page that shows it."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path

from watcher.config.models import Config
from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters.leak import compute_leak
from watcher.core.letters.leak_page import LeakReport
from watcher.core.letters.leak_rows import format_headline
from watcher.core.outbox.model import LetterState
from watcher.core.rules.model import Attention
from watcher.demo import day, week
from watcher.edge.store.store import Transaction
from watcher.service import reporting, wiring

REPORT_FILE = "report.html"


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
    headline: str = ""  # the leak in one sentence, as the report has it

    @property
    def report(self) -> Path:
        """The page of the week, as `watcher audit --html` and `watcher report --html` write it."""
        return self.folder / REPORT_FILE

    @property
    def ok(self) -> bool:
        """Did every scene come as it should?"""
        return all(result.ok for result in self.results)


def build_report(tx: Transaction, config: Config, past: Sequence[InquiryOutcome], now: datetime) -> LeakReport:
    """The week: `past` as the audit read it before Watcher ran, and the day as Watcher's journal has it."""
    begin = day.local_instant("00:00")
    outcomes = reporting.collect_outcomes(tx, wiring.build_policies(config), begin, now)
    return LeakReport(
        "Example Roofs", [*past, *outcomes], week.WEEK_BEGIN, now, config.calendar.zone, config.calendar.day_length
    )


def describe_leak(config: Config, report: LeakReport) -> str:
    """The report's headline, in English."""
    words, today = config.templates.words_for_language(), report.now.astimezone(report.zone).date()
    first = words.format_short_date(report.since.astimezone(report.zone).date(), today)
    last = words.format_short_date(today, today)
    return format_headline(compute_leak(report.outcomes, report.now), first, last, words)


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
    """One page to open: the digest as its reader has it, what happened to whom, what to do next, and every mail that Watcher sent."""
    mails = [_SentMail(n, *mail) for n, mail in enumerate(sent, 1)]
    digests = [mail for mail in mails if mail.page]
    shown = max(digests, key=lambda mail: len(mail.page), default=None)
    results = {result.scene: result for result in summary.results}
    return _PAGE_TEMPLATE.format(
        digest=_digest_section(shown) if shown else "",
        story="".join(_scene_item(scene, results[scene.name]) for scene in day.SCENES if scene.name in results),
        mails="".join(_mail_section(mail) for mail in mails),
        count=len(sent),
        headline=html.escape(summary.headline),
        report=REPORT_FILE,
    )


class _SentMail:
    """A mail of Watcher's, as far as the page shows it."""

    def __init__(self, number: int, at: datetime, recipient: str, raw: bytes) -> None:
        message = message_from_bytes(raw, policy=policy.default)
        rich, plain = message.get_body(("html",)), message.get_body(("plain",))
        self.page = rich.get_content() if rich is not None else ""
        self.text = plain.get_content() if plain is not None else ""
        self.subject = str(message["Subject"])
        self.at = f"{at.astimezone(day.TIME_ZONE):%H:%M}"
        self.recipient = recipient
        self.file = f"mails/{number:02}-to-{recipient.partition('@')[0]}.eml"

    @property
    def body(self) -> str:
        """HTML that runs nothing: a mail's page in a frame of its own, or its text."""
        if self.page:
            return f'<iframe sandbox title="The mail" srcdoc="{html.escape(self.page, quote=True)}"></iframe>'
        return f"<pre>{html.escape(self.text)}</pre>"


def _digest_section(mail: _SentMail) -> str:
    return f"<h2>What Anna finds in her mail at {mail.at}</h2>{mail.body}"


def _scene_item(scene: day.Scene, result: SceneResult) -> str:
    outcome = html.escape(scene.outcome)
    if not result.ok:
        outcome = f'<strong class="wrong">This went wrong: {html.escape(result.seen)}, not {html.escape(result.expected)}.</strong>'
    return f"<li><strong>{html.escape(scene.what)}</strong> {outcome}</li>"


def _mail_section(mail: _SentMail) -> str:
    return (
        f"<details><summary>{mail.at} to {html.escape(mail.recipient)}: {html.escape(mail.subject)}</summary>"
        f'<p><a href="{html.escape(mail.file)}">{html.escape(mail.file)}</a></p>{mail.body}</details>'
    )


_PAGE_TEMPLATE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>A day with Watcher</title><style>
:root {{
  color-scheme: light dark; --ink: #1f2933; --soft: #52606d;
  --line: #dde2e8; --ground: #ffffff; --card: #f3f4f6; --wrong: #b42318; --link: #1d5fa8; }}
@media (prefers-color-scheme: dark) {{
  :root {{
    --ink: #e6e9ed; --soft: #aab4bf; --line: #3a434d; --ground: #16191d; --card: #22272d; --wrong: #ff8f85; --link: #8cbcf2; }} }}
body {{
  max-width: 760px; margin: 32px auto; padding: 0 16px; font: 16px/1.55 system-ui, sans-serif;
  color: var(--ink); background: var(--ground); }}
h1 {{ margin-bottom: 4px; }} h2 {{ margin-top: 40px; }} .lead {{ color: var(--soft); margin-top: 0; }} a {{ color: var(--link); }}
li {{ margin: 10px 0; }} code {{ background: var(--card); padding: 2px 6px; border-radius: 4px; }} .wrong {{ color: var(--wrong); }}
pre {{ background: var(--card); padding: 14px; border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; }}
iframe {{ width: 100%; height: 620px; border: 1px solid var(--line); border-radius: 6px; box-sizing: border-box; }}
details {{ border-bottom: 1px solid var(--line); padding: 8px 0; }} summary {{ cursor: pointer; overflow-wrap: anywhere; }}
</style></head><body>
<h1>A day with Watcher</h1>
<p class="lead">A Tuesday at Example Roofs. Eight messages came to one mailbox.</p>
{digest}
<h2>What happened to whom</h2>
<ul>{story}</ul>
<h2>What the boss finds</h2>
<p><strong>{headline}</strong> <a href="{report}">The report of this week</a>: the days before, when nobody watched, as
<code>watcher audit --html</code> reads them from any mailbox, and this day, as <code>watcher report --html</code> writes it.</p>
<h2>Now try your own mailbox</h2>
<p>Three commands. Nothing is sent to a customer until you say so.</p>
<ol><li><code>watcher init</code> asks a few questions and writes the configuration.</li>
<li><code>watcher check --online</code>: can it read, can it send?</li>
<li><code>watcher run --dry-run</code> watches, and says once a day what it would do.</li></ol>
<h2>Every mail that Watcher sent ({count})</h2>
{mails}
</body></html>
"""
