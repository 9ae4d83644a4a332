"""`watcher demo`: the main job on embedded servers, no account needed."""

from __future__ import annotations

import asyncio
import json
import logging
from datetime import datetime
from pathlib import Path

import click

from watcher.cli import output
from watcher.core.letters.text_width import cut_to_width

_COLOURS = {"in": "cyan", "person": "green", "watcher": None, "digest": "yellow"}
_SIGNS = {"in": "-->", "person": "  *", "watcher": "   ", "digest": "<--"}


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default="demo-out")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a scene and one at the end, instead of the story."
)
@click.pass_context
def demo(context: click.Context, folder: Path, as_json: bool) -> None:
    """A staged working day of a small business at high speed: the daemon itself, on embedded servers.

    Leaves the mails, the rules, the state and a page to open in FOLDER. Exit 1: a scene did not come out as it should.
    """
    try:
        from watcher.demo import day, stage
    except ImportError as error:
        raise click.ClickException(f'{error.name} is missing: pip install "watcher-mail[demo]"') from None

    logging.getLogger().addHandler(logging.NullHandler())

    def print_event(at: datetime, who: str, text: str) -> None:
        if not as_json:
            line = story_line(at.astimezone(day.TIME_ZONE), who, text, output.terminal_width())
            click.secho(line, fg=_COLOURS[who], dim=who == "watcher")

    if not as_json:
        click.echo("A Tuesday at Example Roofs, 08:55 to 16:40, at high speed.\n")
    summary = asyncio.run(stage.run_demo_day(folder, print_event))
    if as_json:
        for result in summary.results:
            click.echo(
                json.dumps({"scene": result.scene, "expected": result.expected, "seen": result.seen, "ok": result.ok})
            )
        last = {"summary": True, "scenes": len(summary.results), "ok": summary.ok, "seconds": round(summary.seconds, 1)}
        click.echo(json.dumps({**last, "folder": str(summary.folder), "report": str(summary.report)}))
    else:
        click.echo("")
        for result in summary.results:
            sign = click.style("ok ", fg="green") if result.ok else click.style("BAD", fg="red")
            click.echo(
                f"{sign} {result.scene:<28} {result.seen}" + ("" if result.ok else f", expected: {result.expected}")
            )
        good = sum(result.ok for result in summary.results)
        click.echo(
            f"\n{good} of {len(summary.results)} scenes as they should be, {summary.mail_count} mails sent, {summary.seconds:.0f} s."
            f"\nLook at {summary.folder / 'index.html'}"
        )
        click.echo(f"\nWhat the boss reads:\n  {summary.headline}\nThe report of the week is {summary.report}")
    context.exit(0 if summary.ok else 1)


def story_line(at: datetime, who: str, text: str, width: int) -> str:
    """What happened, in one line of at most `width` columns. `at` in the time of the house."""
    return cut_to_width(output.terminal_safe_text(f"{at:%H:%M} {_SIGNS[who]} {text}"), width)
