"""A person at mutt or neomutt: opens a mail, answers it with a line above the quotation, sends it through the mail server."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import subprocess
import time
from pathlib import Path

CONFIG = """
set folder = "{folder}/Mail"
set spoolfile = "{folder}/Mail"
set mbox_type = Maildir
set from = "{sender}"
set realname = "Anna"
set use_from = yes
set envelope_from = yes
set smtp_url = "smtp://127.0.0.1:{smtp}/"
set ssl_starttls = no
set ssl_force_tls = no
set editor = "{folder}/editor"
set fast_reply = yes
set include = yes
set reply_to = yes
set recall = no
set copy = no
set confirmappend = no
set abort_unmodified = no
set quit = yes
set delete = no
set move = no
set sleep_time = 0
set header_cache = ""
set charset = "utf-8"
set wait_key = no
set crypt_use_gpgme = no
"""

EDITOR = """#!/bin/sh
# Writes the lines of the answer above the quotation, as a person does.
{{ cat "{folder}/answer"; echo; cat "$1"; }} > "$1.new" && mv "$1.new" "$1"
"""


def present() -> list[str]:
    """Which of the two are installed."""
    return [name for name in ("mutt", "neomutt") if shutil.which(name)]


def answer(program: str, folder: Path, smtp: int, sender: str, digest: bytes, text: str) -> None:
    """Opens `digest`, answers with `text`, sends. AssertionError: the program did not end, with what stood on its screen."""
    for name in ("cur", "new", "tmp"):
        (folder / "Mail" / name).mkdir(parents=True)
    (folder / "Mail" / "new" / "1.digest.host").write_bytes(digest.replace(b"\r\n", b"\n"))
    (folder / "muttrc").write_text(CONFIG.format(folder=folder, sender=sender, smtp=smtp))
    (folder / "answer").write_text(text + "\n")
    editor = folder / "editor"
    editor.write_text(EDITOR.format(folder=folder))
    editor.chmod(0o755)
    keys = "push '<display-message><reply><send-message><exit><quit>'"
    command = [program, "-n", "-F", str(folder / "muttrc"), "-e", keys]
    environment = {
        **os.environ,
        "TERM": "vt100",
        "HOME": str(folder),
        "LINES": "40",
        "COLUMNS": "120",
        "LANG": "C.UTF-8",
    }
    outer, inner = pty.openpty()
    process = subprocess.Popen(
        command, stdin=inner, stdout=inner, stderr=inner, env=environment, cwd=folder, start_new_session=True
    )
    os.close(inner)
    screen = _watch(process, outer)
    os.close(outer)
    assert process.returncode == 0, screen.decode(errors="replace")[-3000:]


def _watch(process: subprocess.Popen[bytes], outer: int, seconds: float = 40.0) -> bytes:
    """What the program writes until it ends; it is ended after a while."""
    screen, end = b"", time.monotonic() + seconds
    while process.poll() is None:
        if time.monotonic() > end:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            break
        ready, _, _ = select.select([outer], [], [], 0.2)
        if ready:
            try:
                screen += os.read(outer, 65536)
            except OSError:
                break
    process.wait()
    return screen
