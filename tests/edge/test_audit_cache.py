"""edge/audit_cache.py: where what an audit has read lies, for whom, and how long."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import pytest

from watcher.edge.audit_cache import AuditCache, AuditCacheBusyError

OLDEST = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.fixture
def cache_home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "watcher"


def test_it_lies_in_the_state_folder_or_else_in_the_user_s_cache(tmp_path, cache_home):
    there = AuditCache(cache_home.parent.parent / "state", "k", OLDEST)
    assert there.path.parent == cache_home and not (tmp_path / "state").exists()
    (tmp_path / "state").mkdir()
    assert AuditCache(tmp_path / "state", "k", OLDEST).path.parent == tmp_path / "state"


def test_nobody_else_reads_it_and_it_goes_when_all_is_over(tmp_path, cache_home):
    first = AuditCache(tmp_path, "k", OLDEST)
    assert (first.was_there, first.path.stat().st_mode & 0o777) == (False, 0o600)
    first.release(keep=True)
    again = AuditCache(tmp_path, "k", OLDEST)
    assert again.was_there
    (tmp_path / f"{again.path.name}-wal").touch()
    again.release(keep=False)
    assert list(tmp_path.iterdir()) == []


def test_what_nobody_came_back_for_goes_at_the_next_audit(tmp_path, cache_home):
    old, young = AuditCache(tmp_path, "old", OLDEST), AuditCache(tmp_path, "young", OLDEST)
    old.release(keep=True)
    young.release(keep=True)
    for cache, left in ((old, OLDEST - timedelta(seconds=1)), (young, OLDEST)):
        os.utime(cache.path, (left.timestamp(), left.timestamp()))
    AuditCache(tmp_path, "k", OLDEST).release(keep=False)
    assert (old.path.exists(), young.path.exists()) == (False, True)


def test_the_same_audit_runs_once(tmp_path, cache_home):
    running = AuditCache(tmp_path, "k", OLDEST)
    with pytest.raises(AuditCacheBusyError):
        AuditCache(tmp_path, "k", OLDEST)
    AuditCache(tmp_path, "other", OLDEST).release(keep=False)
    running.release(keep=True)
    AuditCache(tmp_path, "k", OLDEST).release(keep=False)
