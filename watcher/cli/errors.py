"""An error → the lines its user reads, and the exit code. The one place where that is decided."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from watcher.cli.output import terminal_safe_text
from watcher.edge.notify import is_journal

#: What may end a command in a way its user can do something about, and the exit code. Named and not imported: a class
#: that was raised has been imported by whoever raised it.
EXIT_CODE_BY_ERROR = {
    "watcher.config.load.ConfigError": 2,
    "watcher.core.rules.rule_files.InvalidRulesError": 2,
    "watcher.core.toml.TomlError": 2,
    "watcher.edge.credentials.TokenError": 1,
    "watcher.edge.credentials.SecretError": 2,
    "watcher.edge.guard.InstanceLockHeld": 2,
    "watcher.edge.store.backup.BackupError": 1,
    "watcher.edge.guard.GuardError": 2,
    "watcher.edge.store.store.NewerSchemaError": 2,
    "watcher.edge.store.store.StoreError": 1,
    "watcher.edge.imap.errors.MailboxError": 1,
    "builtins.OSError": 1,
}


class CommandFailure(click.ClickException):
    """An error as its user reads it; a traceback only for those who set WATCHER_TRACEBACK."""

    def __init__(self, error: Exception) -> None:
        code = exit_code_of(error)
        self.lines = error_lines(error) if code else _unexpected_error_lines(error)
        super().__init__("\n".join(self.lines))
        setattr(self, "exit_code", code or 1)  # noqa: B010 (a class variable in click's types)

    def show(self, file: Any = None) -> None:
        """Prints the lines to stderr, or the traceback where WATCHER_TRACEBACK is set."""
        if os.environ.get("WATCHER_TRACEBACK"):
            import traceback

            traceback.print_exception(self.__cause__)
            return
        mark = "<3>" if is_journal(sys.stderr) else ""  # an error (sd-daemon(3)): the service could not start
        for line in self.lines:
            click.echo(mark + line, err=True)


def exit_code_of(error: Exception) -> int | None:
    """The exit code of an error that was foreseen (ConfigError, StoreError, …); None for any other."""
    names = (f"{kind.__module__}.{kind.__qualname__}" for kind in type(error).__mro__)
    return next((EXIT_CODE_BY_ERROR[name] for name in names if name in EXIT_CODE_BY_ERROR), None)


def error_lines(error: Exception) -> list[str]:
    """One line a problem."""
    problems = getattr(error, "problems", None)
    if problems:
        return [str(problem) for problem in problems]
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return [f"watcher: {where}{error.strerror}"]
    return [f"watcher: {terminal_safe_text(str(error)) or type(error).__name__}"]


def _unexpected_error_lines(error: Exception) -> list[str]:
    return [
        f"watcher: something nobody foresaw: {type(error).__name__}: {terminal_safe_text(str(error))[:300]}",
        "Set WATCHER_TRACEBACK=1 and run it again to see where; please report it.",
    ]
