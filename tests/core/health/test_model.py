"""core/health/model.py: the kinds of incident are an interface: the manual explains each, and the database keeps them."""

from __future__ import annotations

import pytest

from tests.samples import ROOT
from watcher.core.health.model import IncidentKind

MANUAL = (ROOT / "docs" / "command-line.md").read_text()


@pytest.mark.parametrize("kind", IncidentKind)
def test_the_manual_explains_every_kind(kind):
    assert f"| `{kind}` |" in MANUAL
