"""What the database has under some keys, as this transaction has left it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")
#: Keys that one query names: databases limit the parameters of a statement.
_KEYS_OF_QUERY = 1000


class KnownRows(Generic[K, V]):
    """Key → value. A key that is not known is asked for together with all that are expected. StoreError: the database fails."""

    def __init__(self, load: Callable[[list[K]], Mapping[K, V]], absent: Callable[[], V]) -> None:
        """`load` asks the database, and may leave out keys; `absent` makes the value of those."""
        self._load = load
        self._absent = absent
        self._values: dict[K, V] = {}
        self._expected: set[K] = set()

    def load_expected(self, keys: Iterable[K]) -> None:
        """These will be asked for, probably."""
        self._expected.update(keys)

    def list_unknown(self) -> list[K]:
        """What is expected and was not asked for yet, for a query that brings it along; as many as one query names."""
        return list(self._expected - self._values.keys())[:_KEYS_OF_QUERY]

    def note_found(self, keys: Iterable[K], found: Mapping[K, V]) -> None:
        """A query has asked for these `keys` too, and has `found` some of them."""
        for key in keys:
            self._values[key] = found[key] if key in found else self._absent()

    def __getitem__(self, key: K) -> V:
        if key not in self._values:
            self._ask({key, *(self._expected - self._values.keys())})
        return self._values[key]

    def __setitem__(self, key: K, value: V) -> None:
        self._values[key] = value

    def __contains__(self, key: K) -> bool:
        """Is it known? The database is not asked."""
        return key in self._values

    def known_values(self) -> Iterable[V]:
        """Of every key that is known. The database is not asked."""
        return self._values.values()

    def select(self, keys: Collection[K]) -> dict[K, V]:
        """The values of all these keys."""
        return {key: self[key] for key in keys}

    def forget(self, keys: Iterable[K] | None = None) -> None:
        """These, or all, are asked for anew."""
        if keys is None:
            self._values.clear()
            return
        for key in keys:
            self._values.pop(key, None)

    def _ask(self, keys: Collection[K]) -> None:
        wanted = list(keys)
        for start in range(0, len(wanted), _KEYS_OF_QUERY):
            part = wanted[start : start + _KEYS_OF_QUERY]
            self.note_found(part, self._load(part))


def group_by(values: Iterable[V], key_of: Callable[[V], K]) -> dict[K, list[V]]:
    """Key → the values that have it, in their order."""
    found: dict[K, list[V]] = {}
    for value in values:
        found.setdefault(key_of(value), []).append(value)
    return found
