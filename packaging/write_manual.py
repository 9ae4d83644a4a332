"""Writes watcher(1) in roff from the commands as click knows them: `python packaging/write_manual.py > watcher.1`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import click

from watcher import __version__
from watcher.cli import COMMANDS, main

FILES = {
    "/etc/watcher/config.toml": "The configuration, unless \\fB\\-c\\fR or $WATCHER_CONFIG names one, or ./config.toml is there.",
    "/etc/watcher/rules/, /etc/watcher/templates/": "Rules and templates that were written by \\fBwatcher init\\fR, to be edited.",
    "/etc/watcher/environment": "Variables for the service, one NAME=value a line: passwords that are named by { env = … }.",
    "/var/lib/watcher/": "The state: database, signing key, tokens. Only the service's user and root can read it.",
}
EXIT_STATUS = {
    "0": "Done.",
    "1": "It failed, or found what it was asked to look for.",
    "2": "Wrong usage or configuration, or another Watcher uses the state folder.",
}


def write_page() -> Iterator[str]:
    """The page, line by line."""
    yield f'.TH WATCHER 1 "" "watcher {__version__}" "User Commands"'
    yield from (".SH NAME", "watcher \\- acknowledge every inquiry once, and remind until a person has answered")
    yield from (
        ".SH SYNOPSIS",
        ".B watcher",
        "[\\fB\\-c\\fR \\fIFILE\\fR] \\fICOMMAND\\fR [\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]",
    )
    yield ".SH DESCRIPTION"
    yield from paragraphs(main.help or "")
    context = main.make_context("watcher", ["--help"], resilient_parsing=True)
    yield ".SH OPTIONS"
    yield from options(main, context)
    yield ".SH COMMANDS"
    for name in COMMANDS:
        command = main.get_command(context, name)
        if command is not None:
            yield from command_section(name, command, context)
    yield ".SH FILES"
    yield from definitions(FILES)
    yield ".SH EXIT STATUS"
    yield from definitions(EXIT_STATUS)
    yield from (".SH SEE ALSO", ".BR systemctl (1),", ".BR journalctl (1)")


def command_section(name: str, command: click.Command, parent: click.Context) -> Iterator[str]:
    """A command with its arguments, help and options; a group by its members."""
    if isinstance(command, click.Group):
        for inner, member in command.commands.items():
            yield from command_section(f"{name} {inner}", member, parent)
        return
    context = click.Context(command, parent=parent, info_name=name)
    pieces = [piece for piece in command.collect_usage_pieces(context) if piece != "[OPTIONS]"]
    yield f".SS {roff(' '.join([f'watcher {name}', *pieces]))}"
    yield from paragraphs(command.help or "")
    yield from options(command, context)


def options(command: click.Command, context: click.Context) -> Iterator[str]:
    """Those that are shown in --help, but for --help itself."""
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and isinstance(parameter, click.Option) and "--help" not in parameter.opts:
            yield from (".TP", f".B {roff(record[0])}", roff(record[1]))


def definitions(entries: dict[str, str]) -> Iterator[str]:
    for term, text in entries.items():
        yield from (".TP", f".I {term}", text)


def paragraphs(text: str) -> Iterator[str]:
    """Help as it stands in a docstring: paragraphs between empty lines, what stands in backticks in bold."""
    for part in re.split(r"\n\s*\n", text.replace("\b", "").strip()):
        words = " ".join(part.split())
        yield from (".PP", re.sub(r"`([^`]+)`", r"\\fB\1\\fR", roff(words)))


def roff(text: str) -> str:
    """Text that is no request and no escape, whatever it holds (groff_man(7))."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    sys.stdout.write("\n".join(write_page()) + "\n")
