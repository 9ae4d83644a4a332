"""The wheel: it brings rules, templates and the locked versions, and names every library that the program imports."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import watcher
from tests.samples import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
#: Zones come from here where the system has none; it is data, named by no import, and the newest is the right one.
DATA_ONLY = {"tzdata"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def test_it_brings_what_ships(wheel):
    names = set(wheel.namelist())
    shipped = [*ROOT.glob("rules/*.toml"), *ROOT.glob("templates/*"), ROOT / "config.example.toml"]
    shipped += [ROOT / "packaging" / f"watcher.{kind}" for kind in ("service", "sysusers", "tmpfiles")]
    assert {f"watcher/_data/{path.relative_to(ROOT)}" for path in shipped} <= names
    assert {str(path.relative_to(ROOT)) for path in (ROOT / "watcher").rglob("*.py")} <= names
    assert wheel.read("watcher/_data/constraints.txt") == (ROOT / "requirements" / "run.lock").read_bytes()


def test_the_installation_by_pip_is_one_that_pip_carries_out():
    """A file with checksums wants one of everything: with `-c` pip refuses the wheel beside it (seen with pip 23)."""
    text = (ROOT / "docs" / "operating.md").read_text()
    installs = [line.partition("pip install ")[2] for line in text.splitlines() if "/pip install " in line]
    assert installs == ["--require-hashes -r constraints.txt", "--no-deps watcher_mail-0.1.0-py3-none-any.whl"]
    assert "--hash=sha256:" in (ROOT / "requirements" / "run.lock").read_text()


def declared(lines: list[str]) -> dict[str, str]:
    """Name of a distribution, folded as PEP 503 says → the rest of its requirement."""
    split = [re.match(r"([\w.-]+)(?:\[\w+\])?(.*)", line) for line in lines]
    return {re.sub(r"[-_.]+", "-", found[1]).lower(): found[2] for found in split if found}


DEPENDENCIES = declared(PROJECT["dependencies"])
EXTRAS = declared([line for lines in PROJECT["optional-dependencies"].values() for line in lines])


@pytest.mark.parametrize("name", sorted((DEPENDENCIES | EXTRAS).keys() - DATA_ONLY))
def test_no_library_may_change_its_interface_under_us(name):
    assert re.fullmatch(r">=[\d.]+,<[\d.]+", (DEPENDENCIES | EXTRAS)[name]), "give it a lower and an upper bound"


@pytest.mark.parametrize("name", sorted(DEPENDENCIES | EXTRAS))
def test_every_library_is_locked_with_its_hash(name):
    lock = (ROOT / "requirements" / "run.lock").read_text()
    assert re.search(rf"(?m)^{name}==\S+ (?:; .*)?\\\n    --hash=sha256:", lock)


def late_imports(call: ast.Call) -> set[str]:
    """What `importlib.import_module` is called with, or somebody who calls it on a thread."""
    words = [call.func, *call.args]
    is_import = any(isinstance(word, ast.Attribute) and word.attr == "import_module" for word in words)
    return {
        word.value for word in words if is_import and isinstance(word, ast.Constant) and isinstance(word.value, str)
    }


def imported_distributions() -> set[str]:
    """Of every import in the program, wherever it stands."""
    modules: set[str] = set()
    for path in (ROOT / "watcher").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                modules |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules.add(node.module.partition(".")[0])
            elif isinstance(node, ast.Call):
                modules |= {name.partition(".")[0] for name in late_imports(node)}
    homes = packages_distributions()
    return {homes[name][0] for name in modules - set(sys.stdlib_module_names) - {"watcher"} if name in homes}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported():
    imported = set(declared(sorted(imported_distributions())))
    assert imported <= DEPENDENCIES.keys() | EXTRAS.keys()
    assert DEPENDENCIES.keys() - DATA_ONLY <= imported


def test_the_program_says_the_version_of_its_package():
    assert watcher.__version__ == PROJECT["version"]


def test_the_locks_agree():
    """What the tests ran with is what is shipped."""
    pins = [dict(re.findall(r"(?m)^([\w.-]+)==(\S+)", Path(ROOT / "requirements" / name).read_text()))
            for name in ("run.lock", "dev.lock")]  # fmt: skip
    assert pins[0].items() <= pins[1].items()
