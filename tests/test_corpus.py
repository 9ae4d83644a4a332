"""Real mail that nobody here wrote: the shares that are promised in docs/development/figures.md. Skipped without the folder."""

from __future__ import annotations

import pytest

from tests import corpus


@pytest.fixture(scope="module")
def found():
    if not corpus.CORPUS.is_dir():
        pytest.skip(f"no real mail at hand: {corpus.CORPUS}")
    return corpus.table()


def test_the_verdicts_are_as_good_as_promised(found):
    assert sum(map(len, found.values())) > 1000
    assert corpus.missed(found) == []


def test_list_mail_that_says_so_is_never_acknowledged(found):
    listed = [row for row in found["list"] if "list" in row.why.split(" ")[1].split(",")]
    assert len(listed) > 200
    assert not [row.file for row in listed if row.ack or row.track]
