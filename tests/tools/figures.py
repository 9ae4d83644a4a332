"""The figures of the house: how its code is named, explained, cut and held together, one line a figure with the goal beside it.

`python -m tests.tools.figures [--json] [--list FIGURE] [--root DIR]`. Exit 1 while a goal is missed. `--list` shows what a figure
counts (the functions that are one word, the modules without a test, …). `--root` measures another checkout. What is counted:

* functions: every `def` of watcher/, methods and nested ones too. Their lines run from `def` to the end, docstring included. Names
  are measured without leading and trailing underscores; `__dunder__` methods are not ours to name and do not count. A name is one
  word when it has no underscore inside.
* parameters: all that a call can fill, keyword-only and `*args` as well, without `self` or `cls`.
* public docstrings: of classes, functions and methods whose name has no leading underscore, where no class around them has one;
  nested functions are nobody's API. "Units, errors or source": the docstring names a unit (seconds, octets, UTC, …), what is raised,
  or where a rule comes from (an RFC, a section, a standard).
* upward arrows: an import against the order of LAYERS, or inside core against that of CORE_ROOMS.
* circles: groups of modules that import one another on some way.
* modules without a test: neither is there a test file of their name in the mirror tree (`watcher/core/hours.py`:
  `tests/core/test_hours.py`), nor does a test name them in the first line of its docstring (`core/hours.py: …`).
* test helpers: files of tests/ that hold no tests (no `test_*.py`, no `__init__.py`, no `conftest.py`) and that a test of another package
  imports: what a reader must know beside the test. The parts of a program (the bench, the simulated life) are none to who reads a test.
* tests that import a test: what several tests share is looked for in helper files.
* commits with a body: of the last 200, the share that say more than their subject.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MAX_FILE_LINES, MAX_FUNCTION_LINES, MAX_PARAMETERS = 450, 60, 7
MAX_HELPERS, COMMITS = 32, 200

#: Who stands above whom: a room imports from those after it.
LAYERS = ("__main__", "cli", "demo", "service", "config", "edge", "core")
#: The same inside core.
CORE_ROOMS = ("letters", "commands", "outbox", "health", "inquiry", "contacts", "rules", "message", "hours", "toml")
#: The loops meet in the database.
LOOPS = ("watcher.service.intake", "watcher.service.reminders", "watcher.service.delivery")

UNIT = re.compile(r"\b(seconds?|minutes?|hours?|days?|weeks?|octets?|bytes?|characters?|UTC|percent)\b", re.IGNORECASE)
ERROR = re.compile(r"\b([Rr]aises?|\w*(Error|Exception|Failure|Broken))\b")
SOURCE = re.compile(r"\bRFC ?\d|§|\b[Ss]ection\b|https?:|\bISO\b")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class FoundFunction:
    """A function of the program: where it stands and its syntax tree."""

    module: str
    qualified_name: str
    node: Function
    in_class: bool

    def __str__(self) -> str:
        return f"{self.module}:{self.node.lineno} {self.qualified_name}"

    @property
    def plain_name(self) -> str:
        return self.node.name.strip("_")

    @property
    def is_dunder(self) -> bool:
        return self.node.name.startswith("__") and self.node.name.endswith("__")

    @property
    def line_count(self) -> int:
        assert self.node.end_lineno is not None
        return self.node.end_lineno - self.node.lineno + 1

    @property
    def parameter_count(self) -> int:
        given = self.node.args
        named = len(given.posonlyargs) + len(given.args) + len(given.kwonlyargs)
        decorators = {node.id for node in self.node.decorator_list if isinstance(node, ast.Name)}
        bound = self.in_class and "staticmethod" not in decorators
        return named + (given.vararg is not None) + (given.kwarg is not None) - bound


@dataclass(frozen=True)
class Module:
    """One file of watcher/ or tests/, parsed once."""

    name: str
    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text()

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def line_count(self) -> int:
        return len(self.text.splitlines())

    @property
    def is_package(self) -> bool:
        return self.path.name == "__init__.py"

    @cached_property
    def imports(self) -> frozenset[str]:
        """All that is imported anywhere in the file, as dotted names; of `from a import b`, `a.b`."""
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.path}: relative import"
                found.update(f"{node.module}.{alias.name}" for alias in node.names)
        return frozenset(found)

    def functions(self) -> Iterator[FoundFunction]:
        return self._functions_below(self.tree, "", in_class=False)

    def _functions_below(self, parent: ast.AST, prefix: str, *, in_class: bool) -> Iterator[FoundFunction]:
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, Function):
                yield FoundFunction(self.name, prefix + node.name, node, in_class)
                yield from self._functions_below(node, f"{prefix}{node.name}.", in_class=False)
            elif isinstance(node, ast.ClassDef):
                yield from self._functions_below(node, f"{prefix}{node.name}.", in_class=True)
            else:
                yield from self._functions_below(node, prefix, in_class=in_class)

    def public_docstrings(self) -> Iterator[tuple[str, str]]:
        """Name and docstring ("" where there is none) of all that is public here."""
        return self._docstrings_below(self.tree, "")

    def _docstrings_below(self, parent: ast.AST, prefix: str) -> Iterator[tuple[str, str]]:
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, Function | ast.ClassDef):
                if not node.name.startswith("_"):
                    yield f"{self.name}:{node.lineno} {prefix}{node.name}", ast.get_docstring(node) or ""
                    if isinstance(node, ast.ClassDef):
                        yield from self._docstrings_below(node, f"{prefix}{node.name}.")
            elif isinstance(node, ast.If | ast.Try):
                yield from self._docstrings_below(node, prefix)


def read_modules(root: Path, package: str) -> list[Module]:
    """Every file of a package, by name; a package itself under its own (`watcher.core`)."""
    return [
        Module(".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"), path)
        for path in sorted((root / package).rglob("*.py"))
    ]


def long_files(modules: Iterable[Module]) -> list[str]:
    return [f"{module.name}: {module.line_count}" for module in modules if module.line_count > MAX_FILE_LINES]


def long_functions(modules: Iterable[Module]) -> list[str]:
    return [
        f"{function}: {function.line_count}"
        for module in modules
        for function in module.functions()
        if function.line_count > MAX_FUNCTION_LINES
    ]


def functions_with_many_parameters(modules: Iterable[Module]) -> list[str]:
    return [
        f"{function}: {function.parameter_count}"
        for module in modules
        for function in module.functions()
        if function.parameter_count > MAX_PARAMETERS
    ]


def import_graph(modules: Iterable[Module]) -> dict[str, set[str]]:
    """Module → the modules of the same set that it imports; a package counts where a name of its own is used."""
    graph: dict[str, set[str]] = {module.name: set() for module in modules}
    for module in modules:
        for name in module.imports:
            target = name if name in graph else name.rpartition(".")[0]
            if target in graph and target != module.name:
                graph[module.name].add(target)
    return graph


def upward_arrows(modules: Iterable[Module]) -> list[str]:
    """`importer → imported` for every import against the order of the rooms."""
    graph = import_graph(list(modules))
    return sorted(
        f"{importer} → {imported}"
        for importer, found in graph.items()
        for imported in found
        if _rises(importer, imported)
    )


def _rises(importer: str, imported: str) -> bool:
    layer_from, layer_to = _rank(importer, 1, LAYERS), _rank(imported, 1, LAYERS)
    if layer_from is None or layer_to is None:
        return False
    if layer_from != layer_to or not importer.startswith("watcher.core"):
        return layer_to < layer_from
    room_from, room_to = _rank(importer, 2, CORE_ROOMS), _rank(imported, 2, CORE_ROOMS)
    return room_from is not None and room_to is not None and room_to < room_from


def _rank(name: str, depth: int, order: tuple[str, ...]) -> int | None:
    parts = name.split(".")
    return order.index(parts[depth]) if len(parts) > depth and parts[depth] in order else None


def import_circles(modules: Iterable[Module]) -> list[str]:
    """Every group of modules in which each reaches the others by imports, as `a, b, c`."""
    graph = import_graph(list(modules))
    reachable = {name: _reachable(graph, name) for name in graph}
    groups = {
        frozenset({name, *(other for other in reachable[name] if name in reachable[other])})
        for name in graph
        if name in reachable[name]
    }
    return sorted(", ".join(sorted(group)) for group in groups)


def _reachable(graph: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(graph[name])
    return found


def modules_without_test(modules: Iterable[Module], tests: Iterable[Module]) -> list[str]:
    """Modules of watcher/ (packages and `__main__` aside) that no test file is named after and no test's first line names.

    `data/*.py` there names all modules of a package of data, which one test reads.
    """
    test_files = [module for module in tests if module.path.name.startswith("test_")]
    names = {module.name for module in test_files}
    first_lines = " ".join((ast.get_docstring(module.tree) or "").partition("\n")[0] for module in test_files)
    named_paths = set(re.findall(r"[\w/]+(?:/\*)?\.py", first_lines))
    return [
        module.name
        for module in modules
        if not module.is_package
        and module.path.name != "__main__.py"
        and _mirror_of(module) not in names
        and not any(_is_path_of(module, path) for path in named_paths)
    ]


def _mirror_of(module: Module) -> str:
    package, _, last = module.name.rpartition(".")
    return f"tests{package.removeprefix('watcher')}.test_{last}"


def _is_path_of(module: Module, path: str) -> bool:
    return fnmatch(f"/{module.name.replace('.', '/')}.py", f"*/{path}")


def is_test(name: str) -> bool:
    """Does this module of tests/ hold tests, or fixtures of a package?"""
    last = name.rpartition(".")[2]
    return last.startswith("test_") or last == "conftest"


def helper_files(tests: Iterable[Module]) -> list[str]:
    """Those without tests that a test of another package imports."""
    tests = list(tests)
    graph = import_graph(tests)
    packages = {module.name for module in tests if module.is_package}
    wanted = {
        imported
        for importer, found in graph.items()
        for imported in found
        if is_test(importer) and imported.rpartition(".")[0] != importer.rpartition(".")[0]
    }
    return sorted(name for name in wanted - packages if not is_test(name))


def tests_that_import_tests(tests: Iterable[Module]) -> list[str]:
    """`importer → imported`; `conftest.py` may be imported."""
    return [
        f"{importer} → {imported}"
        for importer, found in sorted(import_graph(list(tests)).items())
        for imported in sorted(found)
        if is_test(importer) and imported.rpartition(".")[2].startswith("test_")
    ]


def commits_with_body(root: Path) -> tuple[int, int]:
    """How many of the last commits have a body, and how many were looked at; (0, 0) outside a repository."""
    command = ["git", "-C", str(root), "log", f"-{COMMITS}", "--no-merges", "--format=%b%x00"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    bodies = done.stdout.split("\0")[:-1]
    return sum(bool(body.strip()) for body in bodies), len(bodies)


@dataclass(frozen=True)
class Figure:
    """One measured thing: its goal in words, its value, whether the goal is met (None: there is none), and what was counted."""

    name: str
    goal: str
    value: float | int | str
    met: bool | None
    counted: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, object]:
        return {"figure": self.name, "goal": self.goal, "now": self.value, "met": self.met}


def measure(root: Path) -> list[Figure]:
    """All figures of a checkout, in the order of the table."""
    modules, tests = read_modules(root, "watcher"), read_modules(root, "tests")
    bodies, looked_at = commits_with_body(root)
    return [
        *_measure_names(modules),
        *_measure_docstrings(modules),
        *_measure_lengths(modules),
        _none_of("functions over 7 parameters", functions_with_many_parameters(modules)),
        _none_of("files of watcher/ over 450 lines", long_files(modules)),
        _none_of("import circles", import_circles(modules)),
        _none_of("imports against the order of the rooms", upward_arrows(modules)),
        _none_of("modules without a test", modules_without_test(modules, tests)),
        _at_most("test helper files", MAX_HELPERS, helper_files(tests)),
        _none_of("tests that import a test", tests_that_import_tests(tests)),
        Figure(f"commits with a body, % of the last {looked_at}", "", _percent(bodies, looked_at), None),
    ]


def _measure_names(modules: list[Module]) -> list[Figure]:
    functions = [function for module in modules for function in module.functions() if not function.is_dunder]
    one_word = [function for function in functions if "_" not in function.plain_name]
    share = _percent(len(one_word), len(functions))
    median = statistics.median_low(len(function.plain_name) for function in functions)
    listed = tuple(map(str, one_word))
    return [
        Figure("one-word function names, %", "≤ 45", share, share <= 45, listed),
        Figure("median length of a function's name, letters", "≥ 9", median, median >= 9),
    ]


def _measure_docstrings(modules: list[Module]) -> list[Figure]:
    public = [pair for module in modules for pair in module.public_docstrings()]
    missing = tuple(name for name, text in public if not text)
    exact = [name for name, text in public if any(pattern.search(text) for pattern in (UNIT, ERROR, SOURCE))]
    vague = tuple(name for name, text in public if text and name not in set(exact))
    present, precise = _percent(len(public) - len(missing), len(public)), _percent(len(exact), len(public))
    return [
        Figure("public docstrings, %", "≥ 90", present, present >= 90, missing),
        Figure("public docstrings with units, errors or source, %", "≥ 40", precise, precise >= 40, vague),
    ]


def _measure_lengths(modules: list[Module]) -> list[Figure]:
    lengths = sorted(function.line_count for module in modules for function in module.functions())
    median, longest = statistics.median_low(lengths), lengths[-1]
    return [
        Figure("lines of a function, median", "≤ 7", median, median <= 7),
        Figure("lines of a function, 90th percentile", "", lengths[int(len(lengths) * 0.9)], None),
        Figure("lines of a function, most", "≤ 60", longest, longest <= 60, tuple(long_functions(modules))),
    ]


def _none_of(name: str, found: list[str]) -> Figure:
    return Figure(name, "0", len(found), not found, tuple(found))


def _at_most(name: str, limit: int, found: list[str]) -> Figure:
    return Figure(name, f"≤ {limit}", len(found), len(found) <= limit, tuple(found))


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def print_table(figures: Iterable[Figure], write: Callable[[str], object] = print) -> None:
    """`figure | goal | now` as a Markdown table; a missed goal is bold."""
    write("| figure | goal | now |\n|---|--:|--:|")
    for figure in figures:
        value = f"**{figure.value}**" if figure.met is False else f"{figure.value}"
        write(f"| {figure.name} | {figure.goal} | {value} |")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.tools.figures", description=__doc__.partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="one object a line")
    parser.add_argument("--list", metavar="FIGURE", help="what the figures whose name begins so have counted")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to measure")
    options = parser.parse_args()
    figures = measure(options.root)
    if options.list:
        for figure in figures:
            if figure.name.startswith(options.list):
                print(f"{figure.name}:", *figure.counted, sep="\n  ")
    elif options.json:
        for figure in figures:
            print(json.dumps(figure.as_dict(), ensure_ascii=False))
    else:
        print_table(figures)
    return 1 if any(figure.met is False for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
