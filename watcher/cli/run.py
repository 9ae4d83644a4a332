"""`watcher run`: the daemon, or one pass of it."""

from __future__ import annotations

import gc
import logging
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import click

from watcher.cli.errors import error_lines
from watcher.cli.log_lines import OneLineFormatter, set_up_logging
from watcher.config.load import ConfigError
from watcher.config.models import Config

if TYPE_CHECKING:
    from watcher.cli import CliSession

__all__ = ["OneLineFormatter", "run", "set_up_logging"]
log = logging.getLogger("watcher")

#: Two connections, each with two handles: the second ends it whatever the first waits for.
FILES_PER_MAILBOX = 4
OTHER_FILES = 100

#: So many objects more before the youngest are gone through, once everything is imported: a service lives long.
GARBAGE_THRESHOLD = 20_000

#: Of a configuration with many mistakes an alert names so many.
MAX_PROBLEMS_TOLD = 3


@click.command()
@click.option("--once", is_flag=True, help="One pass over every mailbox, send what is due, and out.")
@click.option(
    "--dry-run", is_flag=True, help="Only observe every mailbox: write to no customer, tell the owners once a day."
)
@click.pass_context
def run(context: click.Context, once: bool, dry_run: bool) -> None:
    """Watch the mailboxes until it is stopped (SIGTERM).

    Writes the line `ready` when every mailbox had its first look, or its first failure. Exit 0: stopped, or the pass is done;
    1: a mailbox could not be seen (--once); 2: configuration, or another instance runs, or a newer Watcher wrote the database.
    """
    session: CliSession = context.find_root().obj
    tell = partial(_tell_not_running, session) if not once and not sys.stderr.isatty() else _tell_nobody
    try:
        config = session.load_config()
    except ConfigError as error:
        tell("; ".join(error_lines(error)[:MAX_PROBLEMS_TOLD]))
        raise
    table = config.watcher
    try:
        set_up_logging(table.log, table.log_level, table.log_file)
    except OSError as error:
        text = (
            f"watcher.log_file: {table.log_file}: {error.strerror or error}: the service may write in /var/log/watcher"
        )
        click.echo(f"watcher: {text}", err=True)
        tell(text)
        context.exit(2)
    from watcher.edge.memory import limit_heaps
    from watcher.edge.open_files import raise_open_files_limit
    from watcher.service.shutdown import end_process_if_held

    limit_heaps()
    files, needed = raise_open_files_limit(), FILES_PER_MAILBOX * len(config.mailbox) + OTHER_FILES
    if files < needed:
        log.warning(
            "this process may open %d files, and %d mailboxes need %d: raise LimitNOFILE",
            files,
            len(config.mailbox),
            needed,
        )
    threads = threading.enumerate()
    code = _run_app(config, once, dry_run, tell)
    end_process_if_held(threads, code)
    context.exit(code)


def _tell_nobody(text: str) -> None:
    """Somebody looks at the terminal."""


def _tell_not_running(session: CliSession, text: str) -> None:
    """Over `[alerts]`, as far as that can be read. What goes wrong here is a line in the log, and hides nothing of what went wrong
    before."""
    from watcher.config.alert_settings import salvage_alert_settings
    from watcher.edge.clock import Clock
    from watcher.service.shutdown import run_to_end
    from watcher.service.start_alarm import tell_not_running

    try:
        settings = salvage_alert_settings(session.config_path())
        if settings is not None:
            run_to_end(tell_not_running(settings, text, Clock()))
    except Exception as error:
        log.error("nobody is told that Watcher does not run: %s: %s", type(error).__name__, error)


def _start_error_text(error: Exception, config: Config) -> str:
    """With the next step, where the state cannot be written."""
    reason = error.strerror if isinstance(error, OSError) else None
    if reason is None:
        return str(error)
    return (
        f"the state in {config.state_dir} cannot be written ({reason}): name another folder as state_dir, or let this user write there "
        "(under systemd: StateDirectory=, ReadWritePaths=)"
    )


def _run_app(config: Config, once: bool, dry_run: bool, tell: Callable[[str], None]) -> int:
    """The exit code. `tell` is called with why it does not run."""
    from watcher.edge.clock import Clock
    from watcher.edge.guard import GuardError, InstanceLockHeld
    from watcher.edge.store.store import NewerSchemaError, StoreError
    from watcher.service.app import App
    from watcher.service.clock_setting import wait_until_set
    from watcher.service.shutdown import run_to_end

    gc.set_threshold(GARBAGE_THRESHOLD)
    if text := run_to_end(wait_until_set(Clock())):
        click.echo(f"watcher: cannot start: {text}", err=True)
        tell(text)
        return 1
    try:
        app = App(config, dry_run=dry_run)
    except InstanceLockHeld as error:  # which runs
        click.echo(f"watcher: {error}", err=True)
        return 2
    except (GuardError, NewerSchemaError) as error:
        click.echo(f"watcher: {error}", err=True)
        tell(str(error))
        return 2
    except (StoreError, OSError) as error:
        text = f"cannot start: {_start_error_text(error, config)}"
        click.echo(f"watcher: {text}", err=True)
        tell(text)
        return 1
    try:
        if once:
            return 0 if run_to_end(app.run_once()) else 1
        run_to_end(app.run(lambda: click.echo("ready")))
        return 0
    except Exception as error:
        log.critical("%s: %s", type(error).__name__, error, exc_info=True)
        tell(f"it ended: {type(error).__name__}: {error}")
        return 1
    finally:
        app.close()
