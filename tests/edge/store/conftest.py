"""A database of its own for every test of the store."""

import pytest

from watcher.edge.store.store import Store


@pytest.fixture
def store(tmp_path):
    opened = Store(f"sqlite:///{tmp_path}/watcher.sqlite3")
    yield opened
    opened.close()
