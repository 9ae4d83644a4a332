"""How the log is written: one line an event, as text for people or as JSON for programs that collect logs; to stderr or to a file."""

from __future__ import annotations

import io
import json
import logging
import re
import sys
import time
from logging.handlers import WatchedFileHandler
from pathlib import Path
from typing import Any

from watcher.edge.notify import is_journal
from watcher.edge.private_files import create_private_file

#: `name=%s` in the words of an event: a field that a program may want by its name.
_PLACEHOLDER = re.compile(r"%(?:%|[-#0 +]*\d*(?:\.\d+)?[a-zA-Z])")
_FIELD_NAME = re.compile(r"(?:^|[\s(,])([a-z_]+)=$")
#: What `journalctl -p` goes by (syslog(3)); CRITICAL is none of ours.
_PRIORITIES = {logging.DEBUG: 7, logging.INFO: 6, logging.WARNING: 4, logging.ERROR: 3}
_RESERVED = frozenset({"time", "level", "logger", "message", "place"})


class OneLineFormatter(logging.Formatter):
    """One line an event, whatever is in it; times in UTC."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        """One line a record, with the place where an exception was raised instead of its traceback."""
        text = f"{self.formatTime(record, self.datefmt)} {record.levelname} {record.name} {record.getMessage()}"
        place = _place_of_error(record)
        text += f" [at {place}]" if place else ""
        return text.replace("\r", " ").replace("\n", " | ")


class JsonFormatter(logging.Formatter):
    """One object a line: `time` (ISO 8601, UTC), `level`, `logger`, `message`, what the message names (`mailbox`, `letter`, …), and
    `place` where there was an exception."""

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        """JSON without a line break (RFC 8259)."""
        found: dict[str, Any] = {
            "time": f"{self.formatTime(record, '%Y-%m-%dT%H:%M:%S')}.{int(record.msecs):03}Z",
            "level": record.levelname.casefold(),
            "logger": record.name,
            "message": record.getMessage(),
            **named_values(record),
        }
        place = _place_of_error(record)
        if place:
            found["place"] = place
        return json.dumps(found, ensure_ascii=False).translate({0x2028: "\\u2028", 0x2029: "\\u2029"})


class JournalFormatter(logging.Formatter):
    """A line of another formatter, and before it the priority, which the journal takes off again (sd-daemon(3))."""

    def __init__(self, formatter: logging.Formatter) -> None:
        super().__init__()
        self._formatter = formatter

    def format(self, record: logging.LogRecord) -> str:
        """`<4>` and the line."""
        return mark_priority(self._formatter.format(record), record.levelno)


def mark_priority(line: str, level: int) -> str:
    """The line as the journal takes it; `level` as in logging."""
    return f"<{_PRIORITIES.get(level, 3)}>{line}"


def named_values(record: logging.LogRecord) -> dict[str, Any]:
    """What the words of an event put as `name=%s`; numbers stay numbers."""
    arguments = record.args if isinstance(record.args, tuple) else ()
    places = [found for found in _PLACEHOLDER.finditer(str(record.msg)) if found[0] != "%%"]
    if len(places) != len(arguments):
        return {}
    values = {}
    for found, value in zip(places, arguments, strict=True):
        name = _FIELD_NAME.search(str(record.msg)[: found.start()])
        if name and name[1] not in _RESERVED:
            values[name[1]] = value if isinstance(value, bool | int | float) else str(value)
    return values


def _place_of_error(record: logging.LogRecord) -> str:
    """File and line where an exception was raised; "" where there was none."""
    trace = record.exc_info[2] if record.exc_info else None
    if trace is None:
        return ""
    while trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"


class _PrivateFileHandler(WatchedFileHandler):
    """A file that logrotate has moved away is made anew, and nobody else may read it."""

    def _open(self) -> io.TextIOWrapper:
        create_private_file(Path(self.baseFilename))
        return super()._open()


def set_up_logging(kind: str = "text", level: str = "info", file: Path | None = None) -> None:
    """`kind`: text or json. The libraries only speak up when something is wrong: their debug lines hold mail. OSError: the file
    cannot be written."""
    handler: logging.Handler = logging.StreamHandler(sys.stderr)
    if file is not None:
        handler = _PrivateFileHandler(file, encoding="utf-8")
    formatter = JsonFormatter() if kind == "json" else OneLineFormatter()
    handler.setFormatter(JournalFormatter(formatter) if file is None and is_journal(sys.stderr) else formatter)
    logging.basicConfig(level=max(logging.WARNING, _number_of(level)), handlers=[handler], force=True)
    logging.getLogger("watcher").setLevel(_number_of(level))
    # What no line shows need not be found out for each (docs.python.org/3/howto/logging.html, "Optimization"): a third of its time.
    logging._srcfile = None
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False


def _number_of(level: str) -> int:
    return logging.getLevelNamesMapping()[level.upper()]
