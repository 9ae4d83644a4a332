"""A digest reaches its owner's mailbox and is answered from real mail programs over real servers; what was said is done and confirmed."""

from __future__ import annotations

import itertools
import os
import pty
import select
import shutil
import signal
import smtplib
import subprocess
import time
from email.message import EmailMessage, Message
from email.utils import format_datetime, localtime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.daemon import House, until

MUTT_CONFIG = """
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

MUTT_EDITOR = """#!/bin/sh
# Writes the lines of the answer above the quotation, as a person does.
{{ cat "{folder}/answer"; echo; cat "$1"; }} > "$1.new" && mv "$1.new" "$1"
"""


def installed_mutts() -> list[str]:
    """Which of the two are installed."""
    return [name for name in ("mutt", "neomutt") if shutil.which(name)]


def answer_in_mutt(program: str, folder: Path, smtp: int, sender: str, digest: bytes, text: str) -> None:
    """Opens `digest`, answers with `text`, sends. AssertionError: the program did not end, with what stood on its screen."""
    for name in ("cur", "new", "tmp"):
        (folder / "Mail" / name).mkdir(parents=True)
    (folder / "Mail" / "new" / "1.digest.host").write_bytes(digest.replace(b"\r\n", b"\n"))
    (folder / "muttrc").write_text(MUTT_CONFIG.format(folder=folder, sender=sender, smtp=smtp))
    (folder / "answer").write_text(text + "\n")
    editor = folder / "editor"
    editor.write_text(MUTT_EDITOR.format(folder=folder))
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
    screen = watch_screen(process, outer)
    os.close(outer)
    assert process.returncode == 0, screen.decode(errors="replace")[-3000:]


def watch_screen(process: subprocess.Popen[bytes], outer: int, seconds: float = 40.0) -> bytes:
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


pytestmark = pytest.mark.timeout(400)


def text_of(mail: Message, kind: str = "plain") -> str:
    part = next(part for part in mail.walk() if part.get_content_type() == f"text/{kind}")
    return part.get_payload(decode=True).decode().replace("\r\n", "\n")


def titles(house: House) -> list[str]:
    return [str(mail["Subject"]) for mail in house.mail_of(house.owner)]


def confirmations(house: House) -> list[Message]:
    return [mail for mail in house.mail_of(house.owner) if mail["Auto-Submitted"] == "auto-replied"]


def line_of(digest: Message, subject: str) -> str:
    """The number a person reads before it."""
    return next(line.split(".")[0].strip() for line in text_of(digest).splitlines() if line.endswith(f". {subject}"))


def states(house: House) -> dict[str, str]:
    return {row["subject"]: row["state"] for row in house.rows("list", "--all")}


def send(house: House, mail: EmailMessage) -> None:
    with smtplib.SMTP("127.0.0.1", house.postfix.smtp, timeout=20) as client:
        client.send_message(mail)


def phone(house: House, digest: Message, line: str) -> EmailMessage:
    """As the mail program of a phone answers: both forms, a signature, the digest quoted in both."""
    mail = EmailMessage()
    mail["From"] = f"Anna <{house.owner}@example.com>"
    mail["To"] = f"{house.sales}@example.com"
    mail["Subject"] = f"Re: {digest['Subject']}"
    mail["Date"] = format_datetime(localtime())
    mail["Message-ID"] = f"<{line.replace(' ', '.')}.{time.time_ns()}@phone.example>"
    mail["In-Reply-To"] = digest["Message-ID"]
    mail["References"] = digest["Message-ID"]
    introduction = "On 24. Nov 2026, at 09:00, Watcher for Example Sales wrote:"
    quotation = "".join(f"> {each}\n" for each in text_of(digest).splitlines())
    mail.set_content(f"{line.capitalize()}\n\nSent from my iPhone\n\n> {introduction}\n> \n{quotation}")
    mail.add_alternative(
        f'<html><head></head><body dir="auto">{line.capitalize()}<br><br><div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br>'
        f'<blockquote type="cite">{introduction}<br><br></blockquote></div><blockquote type="cite">{text_of(digest, "html")}'
        "</blockquote></body></html>",
        subtype="html",
    )
    return mail


class Links(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if tag == "a" and name == "href" and value]


def pressed(house: House, digest: Message, line: str) -> EmailMessage:
    """What a phone makes of a button: a new mail, in no thread."""
    link = next(each for each in Links(text_of(digest, "html")).found if f"body={line}%20done" in each)
    parts = urlsplit(link)
    fields = parse_qs(parts.query)
    mail = EmailMessage()
    mail["From"] = f"{house.owner}@example.com"
    mail["To"] = parts.path
    mail["Subject"] = fields["subject"][0]
    mail["Date"] = format_datetime(localtime())
    mail["Message-ID"] = f"<link.{time.time_ns()}@phone.example>"
    mail.set_content(fields["body"][0].replace("\r\n", "\n") + "\n\nSent from my phone")
    return mail


def test_a_digest_is_answered_from_mutt_and_from_a_phone(house, tmp_path, dovecot):
    if not installed_mutts():
        pytest.skip("missing server: apt-get install mutt")
    house.start()
    for subject in ("A new roof", "An old door", "Two windows", "A fence"):
        house.send(dovecot.user(), subject, f"What does it cost: {subject.lower()}?")
    until("the inquiries", lambda: len(house.rows("list")) == 4)
    until("a digest with all four", lambda: "4 inquiries wait for an answer" in titles(house), seconds=130)
    digest = house.mail_of(house.owner)[titles(house).index("4 inquiries wait for an answer")]
    raw = digest.as_bytes()

    def from_mutt(program: str, text: str) -> None:
        folder = tmp_path / program
        answer_in_mutt(program, folder, house.postfix.smtp, f"{house.owner}@example.com", raw, text)

    programs = itertools.cycle(installed_mutts())
    from_mutt(next(programs), f"{line_of(digest, 'A new roof')} done")
    until("the first", lambda: states(house)["A new roof"] == "done")
    send(house, phone(house, digest, f"{line_of(digest, 'An old door')} snooze next week"))
    until("the second", lambda: states(house)["An old door"] == "snoozed")
    send(house, pressed(house, digest, line_of(digest, "Two windows")))
    until("the third", lambda: states(house)["Two windows"] == "done")
    if len(installed_mutts()) > 1:
        from_mutt(next(programs), f"Das ist Werbung:\n\n{line_of(digest, 'A fence')} keine Anfrage\n\nGruß, Anna")
        until("the fourth", lambda: states(house)["A fence"] == "dismissed")
        assert 'match.subject = "A fence"' in house.run("rules", "propose").stdout

    count = len(installed_mutts()) + 2
    until("all confirmations", lambda: len(confirmations(house)) == count)
    said = [" ".join(text_of(mail).split()) for mail in confirmations(house)]
    for subject in ("A new roof", "An old door", "Two windows"):
        assert sum(f"{subject})" in text for text in said) == 1, said
    forged = phone(house, digest, f"{line_of(digest, 'Two windows')} reopen")
    forged.replace_header("From", "mallory@evil.example")
    send(house, forged)
    until("the forged one", lambda: any(row["customer"] == "mallory@evil.example" for row in house.rows("list")))
    assert states(house)["Two windows"] == "done"
    assert len(confirmations(house)) == count
    assert "anna" in house.run("show", "1").stdout
    assert house.stop() == 0
    assert "Traceback" not in house.log.read_text()
