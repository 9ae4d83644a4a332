"""`watcher audit` of half a million messages in files, to its end: how much memory all its processes hold at most.

`python -m tests.bench.audit_memory [SCALE]`. Two mbox files of short mail are written, 150 MB at scale 1, and removed at the end.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from tests.bench.catch_up import CONFIG, environment
from tests.bench.figures import Figure, format_table
from tests.bench.mail import ADDRESS
from watcher.edge.clock import Clock

TITLE = "the memory of an audit of files"
MESSAGES = 500_000
#: Of all messages; each is the answer to a question of its own.
ANSWERS_SHARE = 0.25
#: Customers, who write again and again.
CUSTOMERS = 100_000
#: From the first message to the last.
SPAN = timedelta(days=2000)
_QUESTION = (
    "From: Customer {who} <c{who}@d{domain}.example>\nTo: {address}\nSubject: Roof {n}\nDate: {date}\n"
    "Message-ID: <q{n}@d{domain}.example>\n\nGood morning,\n\nwhat would roof {n} cost, and when could you come?\n\nRegards\n"
)
_ANSWER = (
    "From: Example Sales <{address}>\nTo: c{who}@d{domain}.example\nSubject: Re: Roof {n}\nDate: {date}\n"
    "Message-ID: <a{n}@example.com>\nIn-Reply-To: <q{n}@d{domain}.example>\n\nAbout 9,000. We come on Monday.\n"
)


def write_files(folder: Path, count: int, now: datetime) -> tuple[Path, Path]:
    """Incoming and sent mail, `count` short messages together, each file an mbox (RFC 4155)."""
    inbox, sent = folder / "inbox.mbox", folder / "sent.mbox"
    answers = round(count * ANSWERS_SHARE)
    questions = count - answers
    with inbox.open("w") as received, sent.open("w") as written:
        for n in range(questions):
            at, who = now - SPAN + SPAN * n / questions, n * 7919 % CUSTOMERS
            fields = {"n": n, "who": who, "domain": who % 5000, "address": ADDRESS}
            received.write(_frame(_QUESTION.format(**fields, date=format_datetime(at))))
            if n * answers // questions != (n + 1) * answers // questions:
                written.write(_frame(_ANSWER.format(**fields, date=format_datetime(at + timedelta(hours=3)))))
    return inbox, sent


def _frame(message: str) -> str:
    return f"From - Mon Nov 23 09:00:00 2026\n{message}\n"


def find_processes(parent: int) -> Iterator[int]:
    """It and the processes it started (proc(5))."""
    yield parent
    with suppress(OSError):
        for task in Path(f"/proc/{parent}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from find_processes(int(child))


def read_peak(process: int) -> int:
    """KiB that it held resident at most until now; 0: it is gone."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return 0


def measure(scale: float) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="audit") as name:
        folder, count, now = Path(name), round(MESSAGES * scale), Clock().now()
        inbox, sent = write_files(folder, count, now)
        config = folder / "config.toml"
        config.write_text(CONFIG.format(folder=folder, address=ADDRESS, user="sales", imaps=1, ca=config, smtp=1))
        return run_audit(config, inbox, sent, count)


def run_audit(config: Path, inbox: Path, sent: Path, count: int) -> list[Figure]:
    command = [sys.executable, "-m", "watcher", "-c", str(config), "audit", "--inbox", str(inbox), "--sent", str(sent)]
    command += ["--json", "--html", str(config.parent / "leak.html")]
    peaks: dict[int, int] = {}
    began = time.monotonic()
    out_file = config.parent / "audit.json"
    with out_file.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, env=environment())
        while process.poll() is None:
            for number in find_processes(process.pid):
                peaks[number] = max(peaks.get(number, 0), read_peak(number))
            time.sleep(0.5)
    seconds = time.monotonic() - began
    assert process.returncode == 0, f"exit code {process.returncode}"
    summary = json.loads(_last_line(out_file))
    main, others = peaks.pop(process.pid), list(peaks.values())
    return [
        Figure("messages", count, ""),
        Figure("inquiries", summary["came"], ""),
        Figure("  never answered", summary["never"], ""),
        Figure("the audit, at most", main / 1024, "MiB resident"),
        Figure("the process that reads for it, at most", max(others, default=0) / 1024, "MiB resident"),
        Figure("both", (main + max(others, default=0)) / 1024, "MiB resident", "≤ 200"),
        Figure("page", (config.parent / "leak.html").stat().st_size / 1000, "kB", "≤ 300"),
        Figure("messages a second", count / seconds, "messages/s"),
    ]


def _last_line(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(-min(path.stat().st_size, 65_536), os.SEEK_END)
        return file.read().splitlines()[-1]


if __name__ == "__main__":
    print(format_table(TITLE, measure(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)))
