"""core/inquiry/model.py: the values a decision and a store share."""

from __future__ import annotations

from watcher.core.inquiry.model import Strength


def test_proofs_are_compared_by_how_sure_they_are():
    assert Strength.WEAK < Strength.MEDIUM < Strength.STRONG
