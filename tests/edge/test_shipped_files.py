"""edge/shipped_files.py: three versions of a file, and what an upgrade does with each of their combinations."""

from __future__ import annotations

import pytest

from watcher.edge.shipped_files import ShippedChange, apply_upgrade, compare_shipped_files, copy_shipped_files

NAME = "rules/10.toml"


def write(folder, text):
    path = folder / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is not None:
        path.write_text(text)


@pytest.mark.parametrize(
    ("before", "own", "now", "change", "after"),
    [
        ("a\n", "a\n", "a\n", None, "a\n"),
        ("a\n", "a\n", "b\n", ShippedChange.UPDATED, "b\n"),
        ("a\n", "mine\n", "b\n", ShippedChange.EDITED, "mine\n"),
        ("a\n", "mine\n", "a\n", None, "mine\n"),
        ("a\n", "b\n", "b\n", None, "b\n"),
        (None, None, "b\n", ShippedChange.NEW, "b\n"),
        ("a\n", None, "b\n", None, None),
        (None, "mine\n", "b\n", ShippedChange.EDITED, "mine\n"),
        ("a\n", "a\n", None, ShippedChange.WITHDRAWN, "a\n"),
        ("a\n", None, None, None, None),
    ],
)
def test_what_an_upgrade_does(tmp_path, before, own, now, change, after):
    source, target = tmp_path / "source", tmp_path / "target"
    for folder, text in ((source, now), (target, own), (target / ".shipped", before)):
        write(folder, text)
    files = compare_shipped_files(source, target)
    assert [file.change for file in files] == ([change] if change else [])
    if change in (ShippedChange.UPDATED, ShippedChange.EDITED):
        assert "+b" in files[0].diff
    apply_upgrade(source, target, files)
    path = target / NAME
    assert (path.read_text() if path.exists() else None) == after
    assert compare_shipped_files(source, target) == [], "it is told once"


def test_a_copy_is_as_shipped(tmp_path):
    write(tmp_path / "source", "a\n")
    (tmp_path / "source" / "rules" / "__pycache__").mkdir()
    copy_shipped_files(tmp_path / "source", tmp_path / "target")
    assert compare_shipped_files(tmp_path / "source", tmp_path / "target") == []
    assert (tmp_path / "target" / NAME).read_text() == "a\n"
    assert sorted(path.name for path in (tmp_path / "target" / "rules").iterdir()) == ["10.toml"]
