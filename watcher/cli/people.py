"""`away` and `back`: a person says the same by answering a digest."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import click

from watcher.cli.opening import open_config_and_store
from watcher.cli.parameters import require_known_person
from watcher.core.commands import parse
from watcher.edge.clock import Clock


@click.command()
@click.argument("person")
@click.argument("when", nargs=-1, required=True)
@click.pass_context
def away(context: click.Context, person: str, when: tuple[str, ...]) -> None:
    """Who is away, and until when: watcher away anna until monday. The deputy gets what is theirs."""
    with open_config_and_store(context) as (config, store):
        morning = min(config.people[require_known_person(person, config.people)].digest)
        now, zone, words = Clock().now(), ZoneInfo(config.timezone), config.templates.words_for_language()
        try:
            until = parse.parse_future_time(" ".join(when), now, zone, morning)
        except parse.UnclearTimeError as error:
            raise click.UsageError(words.say_phrase(error.why, now, zone)) from None
        with store.write_transaction() as tx:
            tx.people.set_absence(person, until)
        click.echo(f"{person} is away until {words.format_instant(until, now, zone)}")


@click.command()
@click.argument("person")
@click.pass_context
def back(context: click.Context, person: str) -> None:
    """Is there again."""
    with open_config_and_store(context) as (config, store), store.write_transaction() as tx:
        was_away = tx.people.is_away(require_known_person(person, config.people), Clock().now())
        tx.people.set_absence(person, None)
        click.echo(f"{person} is back" if was_away else f"{person} was not away")
