"""The scripts of packaging/ as modules. The folder is no package: its name belongs to a library."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

from tests.samples import ROOT

PACKAGING = ROOT / "packaging"


def load_script(name: str) -> ModuleType:
    """The script, without what it does when it is run."""
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", PACKAGING / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


build_deb = load_script("build_deb")
write_reference = load_script("write_reference")
