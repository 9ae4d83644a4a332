"""`watcher demo` (cli/demo.py) as anyone would run it: every staged scene ends as it should, and there is something to look at."""

from __future__ import annotations

import json
import subprocess
import sys
from email import message_from_bytes

import pytest

pytestmark = pytest.mark.timeout(600)  # under five busy loops on one core the day takes two minutes


def test_the_staged_day_ends_as_it_should(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "watcher", "demo", "--json"], cwd=tmp_path, capture_output=True, text=True, timeout=600,
        check=False, env={"PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(sys.path), "HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    *scenes, summary = [json.loads(line) for line in done.stdout.splitlines()]
    assert summary["summary"] is True
    assert summary["ok"] is True
    assert summary["scenes"] == len(scenes) >= 7
    assert all(scene["ok"] for scene in scenes), scenes
    folder = tmp_path / "demo-out"
    assert {"index.html", "report.html"} <= {path.name for path in folder.iterdir()}
    assert summary["report"] == "demo-out/report.html"
    assert "26 inquiries came in from 24 Feb to 3 Mar: 6 never got an answer." in (folder / "report.html").read_text()
    assert "6 never got an answer.</strong>" in (folder / "index.html").read_text()
    mails = [message_from_bytes(path.read_bytes()) for path in sorted((folder / "mails").glob("*.eml"))]
    assert {"auto-replied", "auto-generated"} <= {str(mail["Auto-Submitted"]) for mail in mails}
