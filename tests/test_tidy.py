"""The walls of the house: who may import whom, how long a file or a function may be, where the clock is read, what has a test.

`python -m tests.tools.figures --list FIGURE` names what breaks a wall; the functions that find it are the same.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Collection, Iterable

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


def is_below(name: str, rooms: set[str]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


def our_imports(module: Module) -> set[str]:
    return {name for name in module.imports if is_below(name, {"watcher"})}


def names_outside(names: set[str], rooms: set[str]) -> set[str]:
    return {name for name in names if not is_below(name, rooms)}


def found_in(modules: Iterable[Module], find: Callable[[Module], Collection[str]]) -> dict[str, Collection[str]]:
    """Module → what was found in it, of those in which something was."""
    return {module.name: found for module in modules if (found := find(module))}


def modules_of(room: str) -> list[Module]:
    return [module for module in MODULES if is_below(module.name, {room})]


def test_imports_run_one_way():
    """cli → demo → service → config → edge → core; inside core: letters → commands → outbox → inquiry → contacts → rules → message."""
    assert figures.upward_arrows(MODULES) == []


def test_no_imports_in_a_circle():
    assert figures.import_circles(MODULES) == []


def test_core_knows_core_alone():
    assert (
        found_in(modules_of("watcher.core"), lambda module: names_outside(our_imports(module), {"watcher.core"})) == {}
    )


def test_core_touches_nothing():
    assert (
        found_in(
            modules_of("watcher.core"), lambda module: {name.partition(".")[0] for name in module.imports} & NOT_IN_CORE
        )
        == {}
    )


def test_edge_knows_the_nouns_only():
    assert found_in(modules_of("watcher.edge"), lambda module: names_outside(our_imports(module), EDGE_MAY)) == {}


@pytest.mark.parametrize("loop", LOOPS)
def test_a_loop_imports_no_other_loop(loop):
    """Whatever package or module the loop is: not by way of its parts either."""
    others = {*LOOPS, "watcher.service.app", "watcher.cli", "watcher.config.load"} - {loop}
    assert (
        found_in(modules_of(loop), lambda module: {name for name in our_imports(module) if is_below(name, others)})
        == {}
    )


def test_no_file_is_too_long():
    assert figures.long_files([*MODULES, *TESTS]) == []


def test_no_function_is_too_long():
    assert figures.long_functions([*MODULES, *TESTS]) == []


def test_no_function_has_too_many_parameters():
    assert figures.functions_with_many_parameters(MODULES) == []


def test_the_clock_is_read_in_one_place():
    reading = re.compile(r"datetime\.(?:now|utcnow|today)\(|\bdate\.today\(|\btime\.time\(")
    others = [module for module in MODULES if module.name != "watcher.edge.clock"]
    assert found_in(others, lambda module: reading.findall(module.text)) == {}


def test_every_file_says_what_it_is_for():
    assert [one.name for one in [*MODULES, *TESTS] if one.text.strip() and not ast.get_docstring(one.tree)] == []


#: In backticks: a file of ours, or a module by its dotted name, with what is in it.
NAMED_FILE = re.compile(r"`((?:watcher|tests|docs|rules|templates)/[\w./-]+\.\w+)`")
NAMED_MODULE = re.compile(r"`((?:core|edge|service|config|cli)\.\w+(?:\.\w+)*)`")


def missing_names(module: Module) -> list[str]:
    files = [name for name in NAMED_FILE.findall(module.text) if not (ROOT / name).exists()]
    return files + [name for name in NAMED_MODULE.findall(module.text) if not is_there(name.split("."))]


def test_no_text_names_what_is_not_there():
    assert found_in([*MODULES, *TESTS], missing_names) == {}


def is_there(words: list[str]) -> bool:
    """`edge.store.tables`, or with a name of that module at the end."""
    place = ROOT.joinpath("watcher", *words)
    if place.is_dir() or place.with_suffix(".py").is_file():
        return True
    module = place.parent.with_suffix(".py")
    return module.is_file() and re.search(rf"\b{words[-1]}\b", module.read_text()) is not None


def test_nothing_of_ours_is_patched():
    words = ("mock.patch", "MagicMock", "setattr(watcher", 'setattr("watcher')
    others = [module for module in TESTS if module.name != __name__]
    assert found_in(others, lambda module: [word for word in words if word in module.text]) == {}


def test_a_test_imports_no_other_test():
    """What several share stands in `tests/samples.py`, `worlds.py`, `office.py`, `servers` or a `conftest.py`."""
    assert figures.tests_that_import_tests(TESTS) == []


def test_a_reader_of_a_test_needs_no_more_helpers_than_before():
    assert len(figures.helper_files(TESTS)) <= figures.MAX_HELPERS


def test_a_module_has_its_test():
    assert figures.modules_without_test(MODULES, TESTS) == []


def test_a_package_says_what_it_is_for():
    assert [module.name for module in MODULES if module.is_package and not ast.get_docstring(module.tree)] == []
