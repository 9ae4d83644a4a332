"""Rows of any number on disk: written once, gone through as often as somebody asks, a few at a time in memory.

The file has no name, so that nobody else can open it and nothing of it is left when the program ends.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

Row = TypeVar("Row")
#: Rows that are in memory at once.
ROWS_AT_ONCE = 256


class RowSpool(Generic[Row]):
    """Rows as they were when it was made; every `for` begins anew."""

    def __init__(self, rows: Iterable[Row], folder: Path) -> None:
        """`folder`: on whose disk they lie. OSError: it is full, or may not be written."""
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (it lives as long as this)
        self._count = 0
        rest = iter(rows)
        while chunk := list(islice(rest, ROWS_AT_ONCE)):
            self._count += len(chunk)
            pickle.dump(chunk, self._file)
        self._file.flush()
        self._size = self._file.tell()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        place = 0  # of its own: two may go through at the same time
        while place < self._size:
            self._file.seek(place)
            chunk: list[Row] = pickle.load(self._file)  # noqa: S301 (nobody else has written into it)
            place = self._file.tell()
            yield from chunk
