"""The walls of the house: who may import whom, how long a file or a function may be, where the clock is read, what has a test.

`python -m tests.tools.figures --list FIGURE` names what breaks a wall; the functions that find it are the same.
"""

from __future__ import annotations

import ast
import re

import pytest

from tests.tools import figures
from tests.tools.figures import LOOPS, ROOT, Module

MODULES = figures.read_modules(ROOT, "watcher")
TESTS = figures.read_modules(ROOT, "tests")

#: What edge may know of core: the nouns.
EDGE_MAY = {
    *(f"watcher.core.{room}.model" for room in ("message", "rules", "inquiry", "outbox", "health", "leases")),
    "watcher.edge",
}
NOT_IN_CORE = {
    "asyncio", "imapclient", "aiosmtplib", "apscheduler", "sqlalchemy", "sqlite3", "logging", "random", "socket", "ssl",
    "subprocess", "threading", "secrets", "time", "os", "pathlib", "shutil", "tempfile", "requests", "click", "rich",
}  # fmt: skip


def by_name(module: Module) -> str:
    return module.name


def is_below(name: str, rooms: set[str]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


def our_imports(module: Module) -> set[str]:
    return {name for name in module.imports if is_below(name, {"watcher"})}


def modules_of(room: str) -> list[Module]:
    return [module for module in MODULES if is_below(module.name, {room})]


def test_imports_run_one_way():
    """cli → demo → service → config → edge → core; inside core: letters → commands → outbox → inquiry → contacts → rules → message."""
    assert figures.upward_arrows(MODULES) == []


def test_no_imports_in_a_circle():
    assert figures.import_circles(MODULES) == []


@pytest.mark.parametrize("module", modules_of("watcher.core"), ids=by_name)
def test_core_touches_nothing(module):
    assert all(is_below(name, {"watcher.core"}) for name in our_imports(module))
    assert not {name.partition(".")[0] for name in module.imports} & NOT_IN_CORE


@pytest.mark.parametrize("module", modules_of("watcher.edge"), ids=by_name)
def test_edge_knows_the_nouns_only(module):
    assert {name for name in our_imports(module) if not is_below(name, EDGE_MAY)} == set()


@pytest.mark.parametrize("loop", LOOPS)
def test_a_loop_imports_no_other_loop(loop):
    """Whatever package or module the loop is: not by way of its parts either."""
    others = {*LOOPS, "watcher.service.app", "watcher.cli", "watcher.config.load"} - {loop}
    for module in modules_of(loop):
        assert {name for name in our_imports(module) if is_below(name, others)} == set()


def test_no_file_is_too_long():
    assert figures.long_files([*MODULES, *TESTS]) == []


def test_no_function_is_too_long():
    assert figures.long_functions([*MODULES, *TESTS]) == []


def test_no_function_has_too_many_parameters():
    assert figures.functions_with_many_parameters(MODULES) == []


@pytest.mark.parametrize("module", MODULES, ids=by_name)
def test_the_clock_is_read_in_one_place(module):
    if module.name != "watcher.edge.clock":
        assert not re.search(r"datetime\.(now|utcnow|today)\(|\bdate\.today\(|\btime\.time\(", module.text)


@pytest.mark.parametrize("module", [*MODULES, *TESTS], ids=by_name)
def test_every_file_says_what_it_is_for(module):
    assert not module.text.strip() or ast.get_docstring(module.tree)


#: In backticks: a file of ours, or a module by its dotted name, with what is in it.
NAMED_FILE = re.compile(r"`((?:watcher|tests|docs|rules|templates)/[\w./-]+\.\w+)`")
NAMED_MODULE = re.compile(r"`((?:core|edge|service|config|cli)\.\w+(?:\.\w+)*)`")


@pytest.mark.parametrize("module", [*MODULES, *TESTS], ids=by_name)
def test_no_text_names_what_is_not_there(module):
    assert not [name for name in NAMED_FILE.findall(module.text) if not (ROOT / name).exists()]
    assert not [name for name in NAMED_MODULE.findall(module.text) if not is_there(name.split("."))]


def is_there(words: list[str]) -> bool:
    """`edge.store.tables`, or with a name of that module at the end."""
    place = ROOT.joinpath("watcher", *words)
    if place.is_dir() or place.with_suffix(".py").is_file():
        return True
    module = place.parent.with_suffix(".py")
    return module.is_file() and re.search(rf"\b{words[-1]}\b", module.read_text()) is not None


@pytest.mark.parametrize("module", TESTS, ids=by_name)
def test_nothing_of_ours_is_patched(module):
    words = ("mock.patch", "Magic" + "Mock", "setattr(" + "watcher", 'setattr("' + "watcher")
    assert not any(word in module.text for word in words if module.name != "tests.test_tidy")


def test_a_test_imports_no_other_test():
    """What several share stands in `tests/samples.py`, `worlds.py`, `office.py`, `servers` or a `conftest.py`."""
    assert figures.tests_that_import_tests(TESTS) == []


def test_a_reader_of_a_test_needs_no_more_helpers_than_before():
    assert len(figures.helper_files(TESTS)) <= figures.MAX_HELPERS


def test_a_module_has_its_test():
    assert figures.modules_without_test(MODULES, TESTS) == []


@pytest.mark.parametrize("module", [module for module in MODULES if module.is_package], ids=by_name)
def test_a_package_says_what_it_is_for(module):
    assert ast.get_docstring(module.tree)
