"""edge/oauth/token_store.py: a file that nobody else reads, written as a whole or not at all; or the keyring."""

from __future__ import annotations

import json
import os
import threading
from datetime import UTC, datetime

import pytest

from watcher.core.health.model import TokenCondition
from watcher.edge.credentials import TokenError
from watcher.edge.oauth.grants import StoredToken
from watcher.edge.oauth.token_store import TokenStore

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
CONDITION = TokenCondition("sales", True, NOW, NOW, failed_at=NOW, failing_since=NOW, error="x", error_text="é")
TOKEN = StoredToken(CONDITION, "access", "refresh")


def write(store: TokenStore, token: StoredToken = TOKEN) -> None:
    with store.lock(), store.reserve() as scratch:
        store.write(token, scratch)


def test_what_was_written_is_read(tmp_path):
    store = TokenStore(tmp_path, "sales-1")
    assert store.read() is None
    write(store)
    assert TokenStore(tmp_path, "sales-1").read() == TOKEN
    assert TokenStore(tmp_path, "sales-2").read() is None


def test_nobody_else_may_read_it_whatever_the_umask_says(tmp_path):
    before = os.umask(0)
    try:
        write(TokenStore(tmp_path, "sales"))
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "tokens", *(tmp_path / "tokens").iterdir())}
    assert modes == {"tokens": 0o700, "sales.json": 0o600, "sales.lock": 0o600}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root writes for somebody else")
def test_what_root_writes_belongs_to_the_service(tmp_path):
    os.chown(tmp_path, 4711, 4712)
    write(TokenStore(tmp_path, "sales"))
    for path in (tmp_path / "tokens", *(tmp_path / "tokens").iterdir()):
        assert (path.stat().st_uid, path.stat().st_gid) == (4711, 4712), path


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"condition": {}, "access_token": "x", "refresh_token": ""}', "\x00"]
)
def test_a_file_that_is_spoilt_is_named(tmp_path, text):
    store = TokenStore(tmp_path, "sales")
    write(store)
    store.path.write_text(text)
    if text:
        with pytest.raises(TokenError, match=r"sales\.json holds no token .* watcher login"):
            store.read()
    else:
        assert store.read() is None


def test_a_newer_watcher_s_file_is_read_too(tmp_path):
    store = TokenStore(tmp_path, "sales")
    write(store)
    found = json.loads(store.path.read_text())
    store.path.write_text(json.dumps({**found, "more": 1, "condition": {**found["condition"], "more": 2}}))
    assert store.read() == TOKEN


def test_where_nothing_can_be_stored_nothing_is_asked_for(tmp_path):
    (tmp_path / "tokens").write_text("a file in the place of the folder")
    with pytest.raises(TokenError, match="no token can be stored in"):
        write(TokenStore(tmp_path, "sales"))


def test_nothing_is_left_lying_about_when_a_renewal_fails(tmp_path):
    store = TokenStore(tmp_path, "sales")
    write(store)
    with pytest.raises(RuntimeError), store.lock(), store.reserve():
        raise RuntimeError
    assert {path.name for path in store.path.parent.iterdir()} == {"sales.json", "sales.lock"}
    assert store.read() == TOKEN


def test_one_at_a_time_may_change_it(tmp_path):
    order: list[str] = []

    def second() -> None:
        with TokenStore(tmp_path, "sales").lock():
            order.append("second")

    with TokenStore(tmp_path, "sales").lock():
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.2)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_the_keyring_keeps_it_instead_of_a_file(tmp_path, memory_keyring):
    store = TokenStore(tmp_path, "sales", in_keyring=True)
    assert store.read() is None
    write(store)
    assert store.read() == TOKEN and not store.path.exists()
    memory_keyring.locked = True
    with pytest.raises(TokenError, match="keyring does not open: locked"):
        store.read()
    with pytest.raises(TokenError, match="keyring does not take the token: locked"):
        write(store)
