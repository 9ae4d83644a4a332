"""The status page for people: one HTML without scripts, pictures or links to elsewhere. Names and counts; nothing that customers wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from watcher.core.health import titles
from watcher.core.health.figures import InstanceFigures, MonitorFigures
from watcher.core.health.model import Incident

#: Seconds after which a browser asks again.
REFRESH_SECONDS = 30
MAX_TEXT = 300

_STYLE = """
:root { color-scheme: light dark; --ground: #f2f4f6; --card: #fff; --ink: #1c2733; --soft: #566373; --rule: #dce1e6;
  --good: #1a6b3c; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ground: #12171c; --card: #1b2229; --ink: #e6ebf0; --soft: #a3b0bd; --rule: #33404c;
  --good: #6fce97; --bad: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 24px 16px 48px; background: var(--ground); color: var(--ink);
  font: 16px/1.5 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
main { max-width: 720px; margin: 0 auto; }
.soft { color: var(--soft); font-size: 14px; margin: 0; }
h1 { margin: 4px 0 20px; font-size: 26px; line-height: 1.25; }
h2 { margin: 0 0 8px; font-size: 17px; }
section { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: 16px; margin: 0 0 12px; }
.bad { color: var(--bad); } .good { color: var(--good); }
section.trouble { border-left: 4px solid var(--bad); }
section p { margin: 0 0 4px; }
dl { display: grid; grid-template-columns: 1fr auto; gap: 4px 16px; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums; }
ul { margin: 8px 0 0; padding: 0; list-style: none; }
li { padding: 8px 0 0; margin: 8px 0 0; border-top: 1px solid var(--rule); }
"""


def render_status_page(figures: MonitorFigures, zone: ZoneInfo, now: datetime) -> str:
    """`zone`: whose clock its times show; `now` is when it is asked for."""
    headline = titles.write_headline(figures.alarming) if figures.alarming else "All is well"
    headline = headline[:1].upper() + headline[1:]
    mark, body = ("bad" if figures.alarming else "good"), "\n".join(_page_sections(figures, zone, now))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="{REFRESH_SECONDS}">
<title>{escape(headline)} · Watcher</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<p class="soft">Watcher {escape(figures.version)} · {_format_instant(figures.at, zone, now)}</p>
<h1 class="{mark}">{escape(headline)}</h1>
{body}
</main>
</body>
</html>
"""


def _page_sections(figures: MonitorFigures, zone: ZoneInfo, now: datetime) -> Iterator[str]:
    alarming = {incident.kind_and_subject for incident in figures.alarming}
    for incident in figures.alarming:
        yield _incident_section(incident, zone, now)
    others = titles.sort_by_urgency(one for one in figures.incidents if one.kind_and_subject not in alarming)
    if others:
        lines = "".join(
            f"<li>{escape(titles.incident_title(one))}<p class='soft'>{escape(one.text[:MAX_TEXT])}</p></li>"
            for one in others
        )
        yield f"<section><h2>Not worth an alert yet</h2><ul>{lines}</ul></section>"
    for name in figures.mailboxes:
        yield _mailbox_section(name, figures, zone, now)
    if figures.instances:
        yield _instance_section(figures.instances, zone, now)
    yield _letter_section(figures, zone, now)


def _incident_section(incident: Incident, zone: ZoneInfo, now: datetime) -> str:
    title = titles.incident_title(incident)
    advice = titles.write_advice([incident])
    return (
        f'<section class="trouble"><h2>{escape(title[:1].upper() + title[1:])}</h2><p>{escape(incident.text[:MAX_TEXT])}</p>'
        + (f"<p>What to do: {escape(advice)}</p>" if advice else "")
        + f'<p class="soft">since {_format_instant(incident.since, zone, now)}</p></section>'
    )


def _mailbox_section(name: str, figures: MonitorFigures, zone: ZoneInfo, now: datetime) -> str:
    look, waiting = figures.looks.get(name), figures.waiting.get(name)
    rows = [("Last complete look", _format_instant(look, zone, now) if look else "none yet", name in figures.blind)]
    rows.append(("Waiting for an answer", str(waiting.count if waiting else 0), False))
    if waiting:
        rows.append(("Oldest waits since", _format_instant(waiting.oldest_at, zone, now), False))
        rows.append(("Promised time is over", str(waiting.broken), waiting.broken > 0))
    for canary in figures.canaries:
        if canary.mailbox == name:
            arrived = _format_instant(canary.arrived_at, zone, now) if canary.arrived_at else "on its way"
            rows.append(("Test message", canary.problem or arrived, bool(canary.problem)))
    return f"<section><h2>{escape(name)}</h2><dl>{''.join(_table_row(*row) for row in rows)}</dl></section>"


def _instance_section(instances: Sequence[InstanceFigures], zone: ZoneInfo, now: datetime) -> str:
    """Who shares the database, the dead of the last hour too."""
    rows = []
    for one in instances:
        watched = f"watches {one.mailboxes} mailboxes" + (", sends digests and alerts" if one.is_house else "")
        words = watched if one.is_alive else f"silent since {_format_instant(one.renewed_at, zone, now)}"
        rows.append((f"{one.host} process {one.process}", words, not one.is_alive))
    return f"<section><h2>Instances</h2><dl>{''.join(_table_row(*row) for row in rows)}</dl></section>"


def _letter_section(figures: MonitorFigures, zone: ZoneInfo, now: datetime) -> str:
    states: dict[str, int] = {}
    for (_, state), count in figures.letters.items():
        states[state] = states.get(state, 0) + count
    rows = [
        ("Sent", str(states.get("sent", 0)), False),
        ("To be sent", str(states.get("pending", 0) + states.get("sending", 0)), False),
        ("Refused", str(states.get("failed", 0)), False),
    ]
    if figures.oldest_due:
        rows.append(("Oldest is due since", _format_instant(min(figures.oldest_due.values()), zone, now), False))
    return f"<section><h2>Letters</h2><dl>{''.join(_table_row(*row) for row in rows)}</dl></section>"


def _table_row(name: str, value: str, is_bad: bool) -> str:
    mark = ' class="bad"' if is_bad else ""
    return f"<dt>{escape(name[:MAX_TEXT])}</dt><dd{mark}>{escape(value[:MAX_TEXT])}</dd>"


def _format_instant(at: datetime, zone: ZoneInfo, now: datetime) -> str:
    """The time of day, with the date where it is not today."""
    local = at.astimezone(zone)
    return f"{local:%H:%M:%S}" if local.date() == now.astimezone(zone).date() else f"{local:%d %b %Y, %H:%M}"
