"""`watcher run`: the daemon, or one pass of it."""

from __future__ import annotations

import logging
import threading

import click

from watcher.cli.log_lines import OneLineFormatter, set_up_logging
from watcher.config.models import Config

__all__ = ["OneLineFormatter", "run", "set_up_logging"]
log = logging.getLogger("watcher")


@click.command()
@click.option("--once", is_flag=True, help="One pass over every mailbox, send what is due, and out.")
@click.option(
    "--dry-run", is_flag=True, help="Only observe every mailbox: write to no customer, tell the owners once a day."
)
@click.pass_context
def run(context: click.Context, once: bool, dry_run: bool) -> None:
    """Watch the mailboxes until told to stop (SIGTERM).

    Writes the line `ready` when every mailbox had its first look, or its first failure. Exit 0: stopped, or the pass is done;
    1: a mailbox could not be seen (--once); 2: configuration, or another instance runs, or a newer Watcher wrote the database.
    """
    config: Config = context.find_root().obj.load_config()
    table = config.watcher
    try:
        set_up_logging(table.log, table.log_level, table.log_file)
    except OSError as error:
        click.echo(f"watcher: watcher.log_file: {table.log_file}: {error.strerror or error}", err=True)
        context.exit(2)
    from watcher.service.shutdown import end_process_if_held

    threads = threading.enumerate()
    code = _run_app(config, once, dry_run)
    end_process_if_held(threads, code)
    context.exit(code)


def _start_error_text(error: Exception, config: Config) -> str:
    """With the next step, where the state cannot be written."""
    reason = error.strerror if isinstance(error, OSError) else None
    if reason is None:
        return str(error)
    return (
        f"the state in {config.state_dir} cannot be written ({reason}): name another folder as state_dir, or let this user write there "
        "(under systemd: StateDirectory=, ReadWritePaths=)"
    )


def _run_app(config: Config, once: bool, dry_run: bool) -> int:
    from watcher.edge.guard import GuardError, InstanceLockHeld
    from watcher.edge.store.store import DatabaseInUseError, NewerSchemaError, StoreError
    from watcher.service.app import App
    from watcher.service.shutdown import run_to_end

    try:
        app = App(config, dry_run=dry_run)
    except (InstanceLockHeld, DatabaseInUseError, GuardError, NewerSchemaError) as error:
        click.echo(f"watcher: {error}", err=True)
        return 2
    except (StoreError, OSError) as error:
        click.echo(f"watcher: cannot start: {_start_error_text(error, config)}", err=True)
        return 1
    try:
        if once:
            return 0 if run_to_end(app.run_once()) else 1
        run_to_end(app.run(lambda: click.echo("ready")))
        return 0
    except Exception as error:
        log.critical("%s: %s", type(error).__name__, error, exc_info=True)
        return 1
    finally:
        app.close()
