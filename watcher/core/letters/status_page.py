"""The status page for people: one HTML without scripts, pictures or links to elsewhere. Names and counts; nothing that customers wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from watcher.core.health import titles
from watcher.core.health.figures import MonitorFigures
from watcher.core.health.model import Incident
from watcher.core.letters.wording import Words

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
dl { display: grid; grid-template-columns: minmax(38%, 1fr) fit-content(55%); gap: 4px 16px; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums; }
ul { margin: 8px 0 0; padding: 0; list-style: none; }
li { padding: 8px 0 0; margin: 8px 0 0; border-top: 1px solid var(--rule); }
"""


def render_status_page(figures: MonitorFigures, words: Words, zone: ZoneInfo, now: datetime) -> str:
    """In the language of `words`, its times on the clock of `zone`; `now` (UTC) is when it is asked for."""
    return _PageWriter(figures, words, zone, now).write_page()


@dataclass(frozen=True, slots=True)
class _PageWriter:
    figures: MonitorFigures
    words: Words
    zone: ZoneInfo
    now: datetime

    def write_page(self) -> str:
        alarming, words = self.figures.alarming, self.words
        headline = (
            titles.write_headline(alarming, words.troubles, words.phrases["troubles_more"])
            if alarming
            else words.say("page_all_well")
        )
        headline, mark = _capitalise_first_letter(headline), "bad" if alarming else "good"
        body = "\n".join(self._write_sections())
        return f"""<!doctype html>
<html lang="{escape(words.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="{REFRESH_SECONDS}">
<title>{escape(headline)} · Watcher</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<p class="soft">Watcher {escape(self.figures.version)} · {self._format_instant(self.figures.at)}</p>
<h1 class="{mark}">{escape(headline)}</h1>
{body}
</main>
</body>
</html>
"""

    def _write_sections(self) -> Iterator[str]:
        figures = self.figures
        alarming = {incident.kind_and_subject for incident in figures.alarming}
        for incident in figures.alarming:
            yield self._write_incident(incident)
        others = titles.sort_by_urgency(one for one in figures.incidents if one.kind_and_subject not in alarming)
        if others:
            lines = "".join(
                f"<li>{escape(self._title_of(one))}<p class='soft'>{escape(one.text[:MAX_TEXT])}</p></li>"
                for one in others
            )
            yield f"<section><h2>{escape(self.words.say('page_not_yet'))}</h2><ul>{lines}</ul></section>"
        for name in figures.mailboxes:
            yield self._write_mailbox(name)
        if figures.instances:
            yield self._write_instances()
        yield self._write_letters()

    def _title_of(self, incident: Incident) -> str:
        return _capitalise_first_letter(titles.incident_title(incident, self.words.troubles))

    def _write_incident(self, incident: Incident) -> str:
        advice = titles.write_advice([incident], self.words.advice)
        since = self.words.say("since_when", time=self._format_instant(incident.since))
        return (
            f'<section class="trouble"><h2>{escape(self._title_of(incident))}</h2><p>{escape(incident.text[:MAX_TEXT])}</p>'
            + (f"<p>{escape(self.words.say('what_to_do'))}: {escape(advice)}</p>" if advice else "")
            + f'<p class="soft">{escape(since)}</p></section>'
        )

    def _write_mailbox(self, name: str) -> str:
        say, figures = self.words.say, self.figures
        look, waiting = figures.looks.get(name), figures.waiting.get(name)
        looked = self._format_instant(look) if look else say("page_none_yet")
        rows = [(say("page_last_look"), looked, name in figures.blind)]
        rows.append((say("page_waiting"), str(waiting.count if waiting else 0), False))
        if waiting:
            rows.append((say("page_oldest"), self._format_instant(waiting.oldest_at), False))
            rows.append((say("page_broken"), str(waiting.broken), waiting.broken > 0))
        for canary in figures.canaries:
            if canary.mailbox == name:
                arrived = self._format_instant(canary.arrived_at) if canary.arrived_at else say("page_on_its_way")
                rows.append((say("page_canary"), canary.problem or arrived, bool(canary.problem)))
        return f"<section><h2>{escape(name)}</h2><dl>{''.join(_table_row(*row) for row in rows)}</dl></section>"

    def _write_instances(self) -> str:
        """Who shares the database, the dead of the last hour too."""
        say, rows = self.words.say, []
        for one in self.figures.instances:
            watched = say("page_watches_and_tells" if one.is_house else "page_watches", n=one.mailboxes)
            said = watched if one.is_alive else say("page_silent", time=self._format_instant(one.renewed_at))
            rows.append((say("page_process", host=one.host, number=one.process), said, not one.is_alive))
        lines = "".join(_table_row(*row) for row in rows)
        return f"<section><h2>{escape(say('page_instances'))}</h2><dl>{lines}</dl></section>"

    def _write_letters(self) -> str:
        say, states = self.words.say, Counter[str]()
        for (_, state), count in self.figures.letters.items():
            states[state] += count
        rows = [
            (say("page_sent"), str(states["sent"]), False),
            (say("page_to_be_sent"), str(states["pending"] + states["sending"]), False),
            (say("page_refused"), str(states["failed"]), False),
        ]
        if self.figures.oldest_due:
            oldest = min(self.figures.oldest_due.values())
            rows.append((say("page_due_since"), self._format_instant(oldest), False))
        lines = "".join(_table_row(*row) for row in rows)
        return f"<section><h2>{escape(say('page_letters'))}</h2><dl>{lines}</dl></section>"

    def _format_instant(self, at: datetime) -> str:
        """To the second today: a page that stands still is seen."""
        local = at.astimezone(self.zone)
        if local.date() == self.now.astimezone(self.zone).date():
            return f"{local:%H:%M:%S}"
        return self.words.format_short_instant(at, self.now, self.zone)


def _capitalise_first_letter(text: str) -> str:
    return text[:1].upper() + text[1:]


def _table_row(name: str, value: str, is_bad: bool) -> str:
    mark = ' class="bad"' if is_bad else ""
    return f"<dt>{escape(name[:MAX_TEXT])}</dt><dd{mark}>{escape(value[:MAX_TEXT])}</dd>"
