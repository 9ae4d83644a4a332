"""A phrase is a value: the same words are the same, and none can be changed after it was made."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from watcher.core.translatable import Translatable


def test_phrases_are_told_apart_by_name_and_values():
    assert Translatable("unclear_number", {"numbers": "7"}) == Translatable("unclear_number", {"numbers": "7"})
    assert Translatable("unclear_number", {"numbers": "7"}) != Translatable("unclear_number", {"numbers": "8"})
    assert Translatable("told_done") != Translatable("told_nothing")
    with pytest.raises(FrozenInstanceError):
        Translatable("told_done").name = "told_nothing"
