"""A digest reaches its owner's mailbox and is answered from real mail programs over real servers; what was said is done and confirmed."""

from __future__ import annotations

import itertools
import smtplib
import time
from email.message import EmailMessage, Message
from email.utils import format_datetime, localtime
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from tests import mutt
from tests.daemon import House, until

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
    if not mutt.present():
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
        mutt.answer(program, folder, house.postfix.smtp, f"{house.owner}@example.com", raw, text)

    programs = itertools.cycle(mutt.present())
    from_mutt(next(programs), f"{line_of(digest, 'A new roof')} done")
    until("the first", lambda: states(house)["A new roof"] == "done")
    send(house, phone(house, digest, f"{line_of(digest, 'An old door')} snooze next week"))
    until("the second", lambda: states(house)["An old door"] == "snoozed")
    send(house, pressed(house, digest, line_of(digest, "Two windows")))
    until("the third", lambda: states(house)["Two windows"] == "done")
    if len(mutt.present()) > 1:
        from_mutt(next(programs), f"Das ist Werbung:\n\n{line_of(digest, 'A fence')} keine Anfrage\n\nGruß, Anna")
        until("the fourth", lambda: states(house)["A fence"] == "dismissed")
        assert 'match.subject = "A fence"' in house.run("rules", "propose").stdout

    count = len(mutt.present()) + 2
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
