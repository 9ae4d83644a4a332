"""`watcher rules`: the examples in the rule files, and rules that can never speak."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from watcher.cli import offline, output
from watcher.core.rules import examples, lint, rule_files
from watcher.core.rules.rule_set import RuleSet
from watcher.core.toml import Problem


@click.group()
def rules() -> None:
    """Test the examples in rule files; find rules that never match."""


paths_argument = click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FILE…]")


@rules.command()
@paths_argument
@click.pass_context
def test(context: click.Context, paths: Sequence[Path]) -> None:
    """Run every example in FILE… (default: the configured rules, or those that ship). Exit 1: one came out otherwise."""
    bench = offline.build_classifier(context, paths, ())
    failures = examples.find_failures(bench.ruleset)
    output.print_problems(failures)
    count = examples.count_examples(bench.ruleset)
    click.echo(f"{bench.rules_source}: {len(bench.ruleset.rules)} rules, {count} examples, {len(failures)} wrong")
    context.exit(1 if failures else 0)


@rules.command("lint")
@paths_argument
@click.pass_context
def lint_(context: click.Context, paths: Sequence[Path]) -> None:
    """Find mistakes in rules. Rules that can never speak, doubles, and what no message can have. Exit 1: something was found."""
    bench = offline.build_classifier(context, paths, ())
    found = [*lint.find_rule_problems(bench.ruleset), *_unknown_name_problems(context, bench.ruleset)]
    output.print_problems(found)
    click.echo(f"{bench.rules_source}: {len(bench.ruleset.rules)} rules, {len(found)} to look at")
    context.exit(1 if found else 0)


@rules.command()
@output.json_option
@click.pass_context
def propose(context: click.Context, as_json: bool) -> None:
    """Rules from what people dismissed. They would have known it, and are ready for a file of their own that sorts first.

    Each comes with an example; `watcher rules test` runs it. Look at them before you use them: what a rule hides, nobody sees.
    """
    from watcher.cli.opening import read_state
    from watcher.cli.output import iso_timestamp

    with read_state(context) as (config, tx):
        found = tx.commands.list_proposals()
    for proposal in found:
        holds = not examples.find_failures(rule_files.compile_rule_set([("proposal", proposal.rule)]))
        if as_json:
            row = {
                "inquiry": proposal.inquiry,
                "at": iso_timestamp(proposal.at),
                "by": proposal.by,
                "holds": holds,
                "rule": proposal.rule,
            }
            output.print_json_line(row)
        else:
            click.echo(
                f"# inquiry {proposal.inquiry}, as said on {proposal.at.astimezone(config.calendar.zone):%Y-%m-%d} by {proposal.by}"
            )
            click.echo(proposal.rule)
    if not found and not as_json:
        click.echo("# Nothing to propose: nobody has corrected a verdict that one narrow rule could give.")


def _unknown_name_problems(context: click.Context, ruleset: RuleSet) -> Iterator[Problem]:
    """Against the configuration where there is one; without, only templates are known: those that ship."""
    from watcher.config import load

    session = context.find_root().obj
    if session.has_config():
        known = session.load_config()
        return lint.find_unknown_names(
            ruleset,
            people=[*known.people, *known.team_names],
            ladders=[*known.ladders, "default"],
            templates=sorted(known.templates.acknowledgement_names),
        )
    return lint.find_unknown_names(ruleset, templates=sorted(load.load_shipped_templates().acknowledgement_names))
