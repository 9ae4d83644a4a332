"""The pages of the documentation, and how their tables, code and examples are read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
from pydantic import BaseModel

from tests.samples import ROOT
from watcher.cli import COMMANDS, main
from watcher.config.errors import model_in_annotation
from watcher.config.models import Config

DOCS = ROOT / "docs"
USER_PAGES = sorted([*DOCS.glob("*.md"), *DOCS.glob("providers/*.md")])
PAGES = sorted(DOCS.rglob("*.md"))
README = (ROOT / "README.md").read_text()
COMMAND_LINE = (DOCS / "command-line.md").read_text()
MAIN_CONTEXT = main.make_context("watcher", ["--help"], resilient_parsing=True)


def fenced_blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"(?sm)^```{language}\n(.*?)^```", text)


def table_rows(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        if line.startswith("| "):
            yield [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def section(text: str, title: str) -> str:
    return text.partition(f"## {title}\n")[2].partition("\n## ")[0]


def code_spans(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def all_commands() -> dict[str, click.Command]:
    """Name as it is typed → command; groups by their members."""
    found = {}
    for name in COMMANDS:
        command = main.get_command(MAIN_CONTEXT, name)
        assert command is not None
        if isinstance(command, click.Group):
            found |= {f"{name} {inner}": member for inner, member in command.commands.items()}
        else:
            found[name] = command
    return found


ALL_COMMANDS = all_commands()


def least_configuration(text: str) -> str:
    (least,) = (block for block in fenced_blocks(text, "toml") if "[people.anna]" in block and "[[mailbox]]" in block)
    return least


def documented_keys(command: str) -> list[str]:
    """The words in code of the row that gives the keys of a command."""
    rows = [cells[1] for cells in table_rows(COMMAND_LINE) if cells[0] == f"`watcher {command}`" and "`" in cells[1]]
    return [key for code in code_spans(rows[-1]) for key in code.split()]


def configuration_keys(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """Yields every key of a model with its tables before it: `watcher.state_dir`, `people.email`, `mailbox.imap.host`, …"""
    for name, info in model.model_fields.items():
        inner = model_in_annotation(info.annotation)
        if inner is None:
            yield f"{prefix}{name}"
        else:
            yield from configuration_keys(inner, f"{prefix}{name}.")


#: Every key that config.toml may have.
CONFIGURATION_KEYS = tuple(configuration_keys(Config))
