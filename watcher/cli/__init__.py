"""The command line: finds the command, hands it the configuration, turns errors into clear lines and an exit code.

Thin: a command reads its arguments, calls the house, prints. Nothing is imported before the command that needs it runs.
Exit 0: done; 1: it failed, or found what it was asked to look for; 2: wrong usage or configuration.
"""

from __future__ import annotations

import gc
import importlib
import os
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

from watcher import __version__
from watcher.cli.errors import CommandFailure

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.config.models import Config

#: So many objects more before the youngest are gone through. Imports make some 150,000 and leave next to no garbage: with Python's 700
#: they would be gone through a hundred times, with 20,000 a twelfth of a start went there.
GARBAGE_THRESHOLD_OF_IMPORTS = 200_000
#: Name → where the command is, and its line in `watcher --help`.
COMMANDS = {
    "demo": ("watcher.cli.demo:demo", "A staged working day on embedded servers: no account needed."),
    "init": ("watcher.cli.init:init", "Write config.toml, rules/ and templates/ after a few questions."),
    "check": ("watcher.cli.check:check", "Configuration, rules and templates; --online: every server too."),
    "login": ("watcher.cli.login:login", "Log in at Google, Microsoft 365 or another provider (OAuth2)."),
    "run": ("watcher.cli.run:run", "Watch the mailboxes until it is stopped."),
    "status": ("watcher.cli.status:status", "Does it run, and can it read every mailbox?"),
    "list": ("watcher.cli.list:list_", "What waits for an answer, the longest wait first."),
    "show": ("watcher.cli.inquiries:show", "One inquiry with its journal."),
    "done": ("watcher.cli.inquiries:done", "Settled in another way: no more reminders."),
    "snooze": ("watcher.cli.inquiries:snooze", "Remind later: 2h, 3d, tomorrow, fri, 2026-12-01 14:30."),
    "reopen": ("watcher.cli.inquiries:reopen", "Undo: it waits again."),
    "dismiss": ("watcher.cli.inquiries:dismiss", "It is no inquiry: no reminders any more."),
    "review": ("watcher.cli.reviews:review", "What was set aside for a glance."),
    "promote": ("watcher.cli.reviews:promote", "It is an inquiry: it waits from now on."),
    "assign": ("watcher.cli.inquiries:assign", "Hand an inquiry to another person."),
    "import": ("watcher.cli.leads:import_", "Contacts of a CSV file that must be written to."),
    "away": ("watcher.cli.people:away", "Somebody is away: the deputy gets what is theirs."),
    "back": ("watcher.cli.people:back", "Somebody is there again."),
    "reconcile": ("watcher.cli.state:reconcile", "Compare what the servers have with what was decided."),
    "backup": ("watcher.cli.state:backup", "A copy of the state in one file, while the service runs."),
    "restore": ("watcher.cli.state:restore", "Put such a copy back, while it does not."),
    "forget": ("watcher.cli.privacy:forget", "Erase all that is stored about one address."),
    "export": ("watcher.cli.privacy:export", "All that is stored about one address, as JSON."),
    "report": ("watcher.cli.report:report", "What came in, what was answered, and how fast."),
    "audit": ("watcher.cli.audit:audit", "Of the mail of the past: what was never answered."),
    "replay": ("watcher.cli.replay:replay", "What other rules would have decided: the differences."),
    "classify": ("watcher.cli.classify:classify", "Mail files, offline: one verdict a message."),
    "explain": ("watcher.cli.explain:explain", "One message: facts, every rule tried, the decision."),
    "rules": ("watcher.cli.rules:rules", "Test the examples in rule files; find rules that never match."),
}


class CliSession:
    """What every command is handed: the configuration, read when a command asks for it. ConfigError: it is wrong."""

    def __init__(self, given: str | None) -> None:
        self.given_path = given

    def load_config(self) -> Config:
        """ConfigError: everything that is wrong with it."""
        return self._loaded_config

    def load_readable_config(self) -> Config:
        """For a command that only looks: rules and templates that cannot be read are reported, and do not matter. ConfigError: the
        rest cannot be read either."""
        from watcher.config.load import load_readable_config

        config, problems = load_readable_config(self.config_path())
        for problem in problems:
            click.echo(f"watcher: {problem}", err=True)
        return config

    def has_config(self) -> bool:
        """Is a configuration named, or lying where one is looked for?"""
        from watcher.config.load import ConfigError

        if self.given_path or os.environ.get("WATCHER_CONFIG"):
            return True
        try:
            self.config_path()
        except ConfigError:
            return False
        return True

    def config_path(self) -> Path:
        """The configuration file. ConfigError: there is none."""
        from watcher.config.load import find_config_file

        return find_config_file(self.given_path)

    @cached_property
    def _loaded_config(self) -> Config:
        from watcher.config.load import load_config

        return load_config(self.config_path())


class LazyCommandGroup(click.Group):
    """The commands of `COMMANDS`, each imported when it is called; and the one place where errors become words."""

    def list_commands(self, context: click.Context) -> list[str]:
        """In the order of COMMANDS, then what click brings."""
        return [*COMMANDS, *(name for name in sorted(self.commands) if name not in COMMANDS)]

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Imports the module of the command; None where there is no such command."""
        if name in COMMANDS and name not in self.commands:
            module, _, attribute = COMMANDS[name][0].partition(":")
            self.add_command(_add_config_option(getattr(importlib.import_module(module), attribute)), name)
        return super().get_command(context, name)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of `watcher --help`, from COMMANDS alone: nothing is imported for it."""
        rows = [
            (name, COMMANDS[name][1] if name in COMMANDS else self._short_help(name))
            for name in self.list_commands(context)
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def _short_help(self, name: str) -> str:
        return self.commands[name].get_short_help_str(60)

    def invoke(self, context: click.Context) -> Any:
        """Runs the command. CommandFailure: any error that is not click's own, in words."""
        gc.set_threshold(GARBAGE_THRESHOLD_OF_IMPORTS)
        try:
            return super().invoke(context)
        except (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError):
            raise
        except Exception as error:
            raise CommandFailure(error) from error


def _add_config_option(command: click.Command) -> click.Command:
    """`watcher check -c FILE` means what `watcher -c FILE check` means."""

    def set_config_path(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
        if value is not None:
            context.find_root().obj = CliSession(value)

    option = click.Option(["-c", "--config"], metavar="FILE", expose_value=False, hidden=True, callback=set_config_path)
    command.params.append(option)
    if isinstance(command, click.Group):
        for subcommand in command.commands.values():
            _add_config_option(subcommand)
    return command


@click.command(
    "watcher", cls=LazyCommandGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "-c",
    "--config",
    "given",
    metavar="FILE",
    help="The configuration. Default: $WATCHER_CONFIG, ./config.toml, /etc/watcher/config.toml.",
)
@click.version_option(__version__, prog_name="watcher")
@click.pass_context
def main(context: click.Context, given: str | None) -> None:
    """Acknowledges every new inquiry in a business's mailboxes once, and reminds people until one of them has answered.

    Begin with `watcher init`, then `watcher check --online`, then `watcher run`.

    Exit code 0: done; 1: it failed, or found what it was asked to look for; 2: wrong usage or configuration.
    """
    if os.environ.get("NO_COLOR"):
        context.color = False
    context.obj = CliSession(given)
