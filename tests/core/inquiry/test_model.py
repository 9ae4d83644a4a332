"""core/inquiry/model.py: the values a decision and a store share."""

from __future__ import annotations

import pytest

from watcher.core.inquiry.model import MessageDecision, Strength
from watcher.core.message.model import MessageKind


@pytest.mark.parametrize("kind", MessageKind)
def test_a_person_must_see_what_a_customer_writes_and_nothing_else(kind):
    assert MessageDecision(kind, "why").is_tracked is (kind in ("inquiry", "reply"))


def test_proofs_are_compared_by_how_sure_they_are():
    assert Strength.WEAK < Strength.MEDIUM < Strength.STRONG
