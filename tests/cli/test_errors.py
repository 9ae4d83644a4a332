"""Names that are strings, because nothing is imported before it is needed: each must be there, under exactly that name."""

from __future__ import annotations

import importlib

import click
import pytest

from watcher.cli import COMMANDS, main
from watcher.cli.errors import EXIT_CODE_BY_ERROR, CommandFailure, error_lines, exit_code_of
from watcher.core.toml import TomlError
from watcher.edge.store.store import NewerSchemaError, NoStateError, StoreError


@pytest.mark.parametrize("name", EXIT_CODE_BY_ERROR)
def test_every_error_with_an_exit_code_is_defined_where_its_name_says(name):
    module, _, attribute = name.rpartition(".")
    error = getattr(importlib.import_module(module), attribute)
    assert issubclass(error, Exception)
    # The name is compared with that of a raised error: one that is only imported there would never be found.
    assert f"{error.__module__}.{error.__qualname__}" == name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_where_the_table_says(name):
    context = click.Context(main)
    assert isinstance(main.get_command(context, name), click.Command)


def test_the_nearest_class_decides():
    assert exit_code_of(NewerSchemaError("x")) == 2
    assert exit_code_of(NoStateError("x")) == exit_code_of(StoreError("x")) == 1
    assert exit_code_of(FileNotFoundError()) == 1
    assert exit_code_of(KeyError("x")) is None


def test_an_error_is_one_line_a_problem():
    assert error_lines(FileNotFoundError(2, "No such file", "/x")) == ["watcher: /x: No such file"]
    assert error_lines(StoreError("the disk\nis full")) == ["watcher: the disk is full"]
    assert len(error_lines(TomlError([]))) == 1


def test_what_nobody_foresaw_says_how_to_see_more():
    failure = CommandFailure(KeyError("x"))
    assert (failure.exit_code, "WATCHER_TRACEBACK" in failure.message) == (1, True)
