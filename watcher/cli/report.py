"""`watcher report`: what came in, what was answered and how fast, from Watcher's own journal."""

from __future__ import annotations

from pathlib import Path

import click

from watcher.cli import inquiries, output
from watcher.core import hours
from watcher.core.letters import report as reports
from watcher.edge.clock import Clock
from watcher.service import reporting, wiring


@click.command()
@click.option("--since", default="7d", show_default=True, metavar="TIME", help="How far back: 90m, 12h, 7d, 90d.")
@click.option(
    "--html", "target", type=click.Path(dir_okay=False, path_type=Path), help="Write it as a page to this file."
)
@click.option("--language", default="en", show_default=True, help="The language of the page and the text.")
@output.json_option
@click.pass_context
def report(context: click.Context, since: str, target: Path | None, language: str, as_json: bool) -> None:
    """What came in, what was answered and how fast, in opening hours; also mailed: people.NAME.report."""
    try:
        back = hours.parse_duration(since)
    except ValueError as error:
        raise click.UsageError(f"--since: {error}") from None
    now = Clock().now()
    with inquiries.read_state(context) as (config, tx):
        policies = wiring.build_policies(config)
        figures = reporting.collect_figures(tx, policies, now - back, now, config.calendar.zone)
    if language not in config.templates.languages:
        raise click.UsageError(f"--language: there is only {', '.join(config.templates.languages)}")
    words, house = (
        config.templates.words_for_language(language),
        config.mailbox[0].address.name or config.mailbox[0].address.email,
    )
    if target is not None:
        target.write_text(reports.render_html_page(config.templates, words, figures, house), encoding="utf-8")
        click.echo(f"Wrote {target}.")
    elif as_json:
        for row in reports.json_rows(figures):
            output.print_json_line(row)
    else:
        click.echo(reports.render_plain_text(config.templates, words, figures, house), nl=False)
