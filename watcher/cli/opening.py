"""The configuration and the state it names, opened for a command: to change it, to read it, or for an overview of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

from watcher.edge.overview import Overview, open_overview

if TYPE_CHECKING:
    from watcher.config.models import Config
    from watcher.edge.store.store import Store, Transaction

T = TypeVar("T")


@contextmanager
def open_config_and_store(context: click.Context, *, read_only: bool = False) -> Iterator[tuple[Config, Store]]:
    """The configuration and its database. StoreError: it cannot be used; NoStateError: there is none yet, and no command but `run`
    makes one."""
    session = context.find_root().obj
    config = session.load_readable_config() if read_only else session.load_config()
    with _open_store(config, read_only=read_only) as store:
        yield config, store


@contextmanager
def _open_store(config: Config, *, read_only: bool) -> Iterator[Store]:
    from watcher.edge.store.store import Store, require_database_file  # and SQLAlchemy, for which `list` does not wait

    if config.database_url.startswith("sqlite"):
        require_database_file(config.database_url)
    store = Store(config.database_url, read_only=read_only)
    try:
        yield store
        if store.is_shared and not read_only:  # whatever was changed, the instances need not wait for their next look
            with store.write_transaction() as tx:
                tx.leases.ring()
    finally:
        store.close()


@contextmanager
def read_state(context: click.Context) -> Iterator[tuple[Config, Transaction]]:
    """The configuration, and a transaction that only reads: nothing is created, and the service is not held up. ConfigError,
    StoreError: one of them cannot be used."""
    with open_config_and_store(context, read_only=True) as (config, store), store.read_transaction() as tx:
        yield config, tx


def read_overview(config: Config, look: Callable[[Overview, Transaction | None], T]) -> T:
    """What `look` makes of the state; it may be called a second time. It gets a transaction, too, where the database may have several
    instances. Nothing is created, and the service is not held up. StoreError: it cannot be read."""
    if config.watcher.database is None:
        try:
            with open_overview(config.state_dir / "watcher.sqlite3") as overview:
                return look(overview, None)
        except sqlite3.Error:
            pass  # the store knows what is wrong with it, and what to do
    from sqlalchemy import text

    with _open_store(config, read_only=True) as store, store.read_transaction() as tx:
        return look(Overview(lambda sql, values: tx.connection.execute(text(sql), values)), tx)
