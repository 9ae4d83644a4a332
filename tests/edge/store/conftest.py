"""A database of its own for every test of the store: each runs on SQLite and on a real PostgreSQL."""

import pytest

from watcher.edge.store.store import Store


@pytest.fixture
def store(database_url):
    opened = Store(database_url)
    yield opened
    opened.close()


@pytest.fixture
def file_store(tmp_path):
    """What is about SQLite's file."""
    opened = Store(f"sqlite:///{tmp_path}/watcher.sqlite3")
    yield opened
    opened.close()
