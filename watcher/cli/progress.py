"""How far a long reading is, on one line of a terminal: how many, how fast, how long it still takes. Nothing anywhere else."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self, TextIO

from watcher.cli import output
from watcher.core.letters.text_width import cut_to_width

#: Seconds between two lines.
_REDRAW_AFTER = 0.2


class ReadingProgress:
    """One reading. Use it as a context; `advance` whenever some were read."""

    def __init__(self, label: str, stream: TextIO | None = None) -> None:
        self._label = output.terminal_safe_text(label)
        self._stream = stream or sys.stderr
        self._is_shown = self._stream.isatty()
        self._began = self._drawn_at = time.monotonic()
        self.count = 0
        self._is_drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_drawn:
            self._stream.write("\n")
            self._stream.flush()

    def advance(self, count: int, total: int = 0) -> None:
        """`count` more were read, of `total` (0: nobody knows)."""
        self.count += count
        now = time.monotonic()
        is_early = self._is_drawn and now - self._drawn_at < _REDRAW_AFTER and self.count != total
        if not self._is_shown or is_early:
            return
        self._drawn_at, self._is_drawn = now, True
        text = describe_progress(self._label, self.count, total, now - self._began)
        self._stream.write(f"\r\x1b[K{cut_to_width(text, output.terminal_width() - 1)}")
        self._stream.flush()


def describe_progress(label: str, count: int, total: int, seconds: float) -> str:
    """`sales: 1,200 of 20,000 messages, 310 a second, 1 min left`."""
    rate = count / seconds if seconds > 0 else 0.0
    parts = [f"{label}: {count:,} of {total:,} messages" if total else f"{label}: {count:,} messages"]
    if rate:
        parts.append(f"{rate:,.0f} a second")
    if rate and total > count:
        left = (total - count) / rate
        parts.append(f"{left:.0f} s left" if left < 90 else f"{left / 60:.0f} min left")
    return ", ".join(parts)
