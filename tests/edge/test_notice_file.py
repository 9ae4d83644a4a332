"""edge/notice_file.py: the notice finds a place also where the folder of the state is what is wrong, and is nobody else's."""

from __future__ import annotations

import os
import stat
import tempfile
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.samples import MONDAY
from watcher.core.health.model import FailureNotice
from watcher.edge.notice_file import FILE_NAME, read_notice, write_notice

NOTICE = FailureNotice("no such file", MONDAY, MONDAY, is_taken=True)


@pytest.fixture
def places(tmp_path, monkeypatch):
    """The folder of the state, the one of systemd, the one for everybody."""
    found = [tmp_path / name for name in ("state", "run", "tmp")]
    for path in found:
        path.mkdir()
    found[2].chmod(0o1777)
    monkeypatch.setenv("RUNTIME_DIRECTORY", str(found[1]))
    monkeypatch.setattr(tempfile, "tempdir", str(found[2]))
    return found


def test_it_is_read_as_it_was_written(places):
    for notice in (NOTICE, replace(NOTICE, is_taken=False, ended_at=MONDAY)):
        assert write_notice(places[0], notice)
        assert read_notice(places[0]) == notice
    assert stat.S_IMODE((places[0] / FILE_NAME).stat().st_mode) == 0o600
    assert not any(places[1].iterdir()) and not any(places[2].iterdir())


def test_a_state_that_cannot_be_written_has_it_elsewhere(places, tmp_path):
    state = tmp_path / "no folder"
    assert write_notice(state, NOTICE)
    assert [path.name for path in places[1].iterdir()] == [FILE_NAME]
    assert read_notice(state) == NOTICE


def test_without_systemd_it_is_in_the_folder_for_everybody_and_of_this_state_alone(places, tmp_path, monkeypatch):
    monkeypatch.delenv("RUNTIME_DIRECTORY")
    assert write_notice(tmp_path / "no folder", NOTICE)
    assert read_notice(tmp_path / "no folder") == NOTICE
    assert read_notice(tmp_path / "another") is None


def test_the_newest_counts(places):
    newer = replace(NOTICE, text="newer", tried_at=MONDAY + timedelta(hours=1))
    write_notice(places[0], newer)
    (places[0] / FILE_NAME).rename(places[1] / FILE_NAME)
    write_notice(places[0], NOTICE)
    assert read_notice(places[0]) == newer


def test_nowhere_is_said_so(tmp_path, monkeypatch):
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    assert not write_notice(tmp_path / "no folder", NOTICE)
    assert read_notice(tmp_path / "no folder") is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"text": "x", "since": "2026-11-26", "tried_at": "x"}', "\udcff"])
def test_what_cannot_be_read_is_none(places, text):
    (places[0] / FILE_NAME).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert read_notice(places[0]) is None


def test_a_link_that_somebody_laid_is_not_followed(places, tmp_path, monkeypatch):
    monkeypatch.delenv("RUNTIME_DIRECTORY")
    write_notice(tmp_path / "no folder", NOTICE)
    (path,) = places[2].iterdir()
    victim = tmp_path / "victim"
    path.rename(victim)
    path.symlink_to(victim)
    before = victim.read_text()
    assert not write_notice(tmp_path / "no folder", replace(NOTICE, text="x"))
    assert (read_notice(tmp_path / "no folder"), victim.read_text()) == (None, before)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file away")
def test_another_s_file_in_the_folder_for_everybody_is_not_ours(places, tmp_path, monkeypatch):
    monkeypatch.delenv("RUNTIME_DIRECTORY")
    write_notice(tmp_path / "no folder", NOTICE)
    (path,) = places[2].iterdir()
    os.chown(path, 65534, 65534)
    assert read_notice(tmp_path / "no folder") is None
    assert not write_notice(tmp_path / "no folder", NOTICE)
