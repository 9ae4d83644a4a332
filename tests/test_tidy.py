"""The walls of the house: who may import whom, how long a file or a function may be, where the clock is read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shipped import ROOT

FILES = sorted((ROOT / "watcher").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MAX_FILE, MAX_FUNCTION = 500, 60

#: A room and what it may import of ours, and of others what it must never.
EDGE_MAY = {*(f"watcher.core.{room}.model" for room in ("message", "rules", "inquiry", "outbox")), "watcher.edge"}
LOOPS = ("intake", "reminders", "delivery")
NOT_IN_CORE = {
    "asyncio", "imapclient", "aiosmtplib", "apscheduler", "sqlalchemy", "sqlite3", "logging", "random", "socket", "ssl",
    "subprocess", "threading", "secrets", "time", "os", "pathlib", "shutil", "tempfile", "requests", "click", "rich",
}  # fmt: skip


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{each.name}" for each in node.names)


def ours(path: Path) -> set[str]:
    return {name for name in imports(path) if name.split(".")[0] == "watcher"}


def below(name: str, rooms: set[str]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


@pytest.mark.parametrize("path", FILES, ids=module)
def test_imports_run_one_way(path):
    name = module(path)
    found = ours(path)
    if name.startswith("watcher.core"):
        assert all(below(each, {"watcher.core"}) for each in found), found
        assert not {each.split(".")[0] for each in imports(path)} & NOT_IN_CORE
    elif name.startswith("watcher.edge"):
        assert all(below(each, EDGE_MAY) for each in found), found
    elif name.removeprefix("watcher.service.") in LOOPS:
        others = {f"watcher.service.{each}" for each in LOOPS} - {name}
        assert not any(
            below(each, {*others, "watcher.service.app", "watcher.cli", "watcher.config.load"}) for each in found
        ), found
    elif not name.startswith(("watcher.cli", "watcher.demo", "watcher.__main__")):
        assert not any(below(each, {"watcher.cli", "watcher.demo"}) for each in found), found


@pytest.mark.parametrize("path", [*FILES, *TESTS], ids=module)
def test_nothing_grows_too_long(path):
    text = path.read_text()
    assert len(text.splitlines()) <= MAX_FILE + 30
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < MAX_FUNCTION, node.name


@pytest.mark.parametrize("path", FILES, ids=module)
def test_the_clock_is_read_in_one_place(path):
    if module(path) == "watcher.edge.clock":
        return
    assert not re.search(r"datetime\.(now|utcnow|today)\(|\bdate\.today\(|\btime\.time\(", path.read_text())


@pytest.mark.parametrize("path", FILES, ids=module)
def test_every_file_says_what_it_is_for(path):
    text = path.read_text()
    assert not text.strip() or ast.get_docstring(ast.parse(text)), path


@pytest.mark.parametrize("path", TESTS, ids=module)
def test_nothing_of_ours_is_patched(path):
    words = ("mock.patch", "Magic" + "Mock", "setattr(" + "watcher", 'setattr("' + "watcher")
    assert not any(word in path.read_text() for word in words if path.name != "test_tidy.py")
