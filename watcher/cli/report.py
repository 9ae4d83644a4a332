"""`watcher report`: what came in, what was answered and how fast, from Watcher's own journal."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import click

from watcher.cli import outcomes, output
from watcher.cli.opening import read_state
from watcher.cli.parameters import since_option
from watcher.core.letters import leak_page
from watcher.core.letters import report as reports
from watcher.edge.clock import Clock
from watcher.service import reporting, wiring

#: The page shows so much of the time before, week by week.
HISTORY = timedelta(weeks=12)


@click.command()
@since_option("7d", "90m, 12h, 7d, 90d")
@outcomes.csv_option
@outcomes.html_option
@click.option("--language", default="en", show_default=True, help="The language of the page and the text.")
@output.json_option
@click.pass_context
def report(
    context: click.Context, since: timedelta, csv_file: Path | None, page: Path | None, language: str, as_json: bool
) -> None:
    """What came in, what was answered and how fast, in opening hours; also mailed: people.NAME.report.

    The page and the table are those of `watcher audit`, from Watcher's own journal.
    """
    outcomes.require_folders(csv_file, page)
    now = Clock().now()
    with read_state(context) as (config, tx):
        policies, begin = wiring.build_policies(config), now - since
        figures = reporting.collect_figures(tx, policies, begin, now, config.calendar.zone)
        found = reporting.collect_outcomes(tx, policies, begin, now)
        history = reporting.collect_outcomes(tx, policies, begin - max(since, HISTORY), begin) if page else []
    outcomes.require_language(config, language)
    house = outcomes.house_name(config)
    if csv_file is not None:
        outcomes.write_csv(csv_file, found, now)
    if page is not None:
        calendar = config.calendar
        content = leak_page.LeakReport(house, found, begin, now, calendar.zone, calendar.day_length, history)
        outcomes.write_page(page, config, language, content)
    if as_json:
        for row in reports.json_rows(figures):
            output.print_json_line(row)
    elif page is not None or csv_file is not None:
        click.echo(f"Wrote {' and '.join(str(file) for file in (page, csv_file) if file is not None)}.")
    else:
        words = config.templates.words_for_language(language)
        click.echo(reports.render_plain_text(config.templates, words, figures, house), nl=False)
