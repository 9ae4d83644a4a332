"""A phrase is a value: the same words are the same, and none can be changed after it was made."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from watcher.core.phrase import Phrase


def test_phrases_are_told_apart_by_name_and_values():
    assert Phrase("unclear_number", {"numbers": "7"}) == Phrase("unclear_number", {"numbers": "7"})
    assert Phrase("unclear_number", {"numbers": "7"}) != Phrase("unclear_number", {"numbers": "8"})
    assert Phrase("told_done") != Phrase("told_nothing")
    with pytest.raises(FrozenInstanceError):
        Phrase("told_done").name = "told_nothing"
