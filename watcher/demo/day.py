"""The staged day: who writes what, when, and what must have become of it by the evening."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from email.message import EmailMessage, Message
from email.utils import format_datetime
from zoneinfo import ZoneInfo

TIME_ZONE = ZoneInfo("Europe/Berlin")
DEMO_DAY = datetime(2026, 3, 3, tzinfo=TIME_ZONE)  # a Tuesday
START_TIME = "08:55"
END_TIME = "16:40"

CONFIG_TEMPLATE = """\
# The configuration of the demonstration, as it ran.
[watcher]
state_dir = "state"
timezone = "Europe/Berlin"
rules = ["rules"]

[hours]
week = {{ mon-fri = ["09:00-17:00"] }}

[people.anna]
email = ["anna@example.com"]
digest = ["11:00", "14:00", "16:30"]

[people.ben]
email = ["ben@example.com"]

[ladders.default]
promise = "4h"
steps = ["1h", "2h", "1d"]

[[mailbox]]
name = "sales"
address = "Example Roofs <sales@example.com>"
owner = "anna"
poll = "10m"
imap = {{ host = "127.0.0.1", port = {imap}, tls = "off", user = "sales", password = {{ env = "WATCHER_DEMO_PASSWORD" }} }}
smtp = {{ host = "127.0.0.1", port = {smtp}, tls = "off" }}
"""

FORM_RULE = """\
[[rule]]
name = "website contact form"
why = "sent by our own form"
match.from = "forms@website.example"
kind = "inquiry"
customer = "reply-to"
tags = ["web"]

  [[rule.example]]
  from = "forms@website.example"
  reply_to = "erin@garden.example"
  subject = "New message from the website"
  body = "Name: Erin"
  expect = { kind = "inquiry", customer = "erin@garden.example", ack = true }

  [[rule.example]]
  from = "forms@website.example"
  subject = "New message from the website"
  body = "Name: somebody without an address"
  expect = { kind = "inquiry", ack = false }
"""


@dataclass(frozen=True)
class Scene:
    """One message, and what must come of it."""

    name: str
    what: str  # who writes, in plain words
    outcome: str  # what became of it, and why, in plain words
    sent_at: str  # wall clock
    subject: str
    sender: str
    text: str
    expected: str
    headers: tuple[tuple[str, str], ...] = ()
    answered_at: str = ""  # Anna answers from her own mail program
    spoofed_answer_at: str = ""  # an answer comes into the mailbox that only says it is Anna's
    done_at: str = ""  # the command
    answer_text: str = ""
    is_delivery_report: bool = False  # a delivery report

    @property
    def sender_name(self) -> str:
        """Without the address."""
        return self.sender.partition(" <")[0]

    @property
    def message_id(self) -> str:
        """Without angle brackets; the same in every run."""
        return f"{self.name.replace(' ', '-')}@{self.sender.rpartition('@')[2].rstrip('>')}"

    @property
    def answer_id(self) -> str:
        """The Message-ID of its answer, whoever writes it. Without angle brackets."""
        return f"answer-{self.message_id.partition('@')[0]}@example.com"


SCENES = (
    Scene(
        name="an inquiry by mail",
        what="Carol Fields asks at 09:05 about her leaking roof.",
        outcome="She is told at once that her mail has arrived and when she hears from a person. Anna answers at 10:10 from her own "
        "mail program. Watcher sees the answer: nobody is reminded of anything.",
        sent_at="09:05",
        sender="Carol Fields <carol@fields.example>",
        subject="Leaking roof",
        text="Hello,\n\nour barn roof leaks since the storm. Could you have a look this week,\nand what would that cost?\n\nCarol Fields",
        answered_at="10:10",
        answer_text="Dear Carol,\n\nwe can come by on Thursday at ten. The visit is free.\n\nAnna",
        expected="answered, acknowledged, 0 nags",
    ),
    Scene(
        name="a forgotten inquiry",
        what="Dave Miller asks at 09:20 for a quote.",
        outcome="He is told that his mail has arrived. Nobody answers. Anna is reminded at 11:00 and again at 14:00, and answers at "
        "15:10.",
        sent_at="09:20",
        sender="Dave Miller <dave@mill.example>",
        subject="Quote for 120 m² of tiles",
        text="Good morning,\n\nwe are rebuilding the mill and need 120 square metres of clay tiles.\nPlease send us a quote.\n\nDave",
        answered_at="15:10",
        answer_text="Dear Dave,\n\nsorry for the wait. The quote is attached to my next mail.\n\nAnna",
        expected="answered, acknowledged, 2 nags",
    ),
    Scene(
        name="an answer nobody vouches for",
        what="Heidi Stone asks at 09:25 about her chimney.",
        outcome="At 10:30 somebody answers in Anna's name, from outside. Nothing proves that it was Anna: Heidi still waits, and Anna "
        "is asked.",
        sent_at="09:25",
        sender="Heidi Stone <heidi@stone.example>",
        subject="Chimney",
        text="Good morning,\n\nour chimney is cracked. Do you repair those, and what does it cost?\n\nHeidi Stone",
        spoofed_answer_at="10:30",
        answer_text="Dear Heidi,\n\nthat costs nothing at all. Send me your bank details.\n\nAnna",
        expected="waiting, acknowledged, 2 nags, looks answered",
    ),
    Scene(
        name="a web form",
        what="Erin Green writes at 09:35 through the form of the website.",
        outcome="The mail comes from a machine, but a person wrote it: Erin is acknowledged, not the form. Anna calls her, and says so "
        "with one command at 11:40.",
        sent_at="09:35",
        sender="Website <forms@website.example>",
        subject="New message from the website",
        text="Name: Erin Green\nE-mail: erin@garden.example\nMessage: Do you also build greenhouses?",
        headers=(("Reply-To", "Erin Green <erin@garden.example>"), ("Auto-Submitted", "auto-generated")),
        done_at="11:40",
        expected="done, acknowledged, 1 nag",
    ),
    Scene(
        name="a newsletter",
        what="A newsletter comes at 09:50.",
        outcome="It is no inquiry, as far as one can tell: it is listed once, for a glance. Nobody is reminded of it, and the sender "
        "gets no answer.",
        sent_at="09:50",
        sender="Roofing Weekly <news@roofing.example>",
        subject="Ten trends for your roof",
        text="This week: green roofs. Unsubscribe: https://roofing.example/u",
        headers=(("List-Unsubscribe", "<https://roofing.example/u>"), ("Precedence", "bulk")),
        expected="shown for a glance, not acknowledged",
    ),
    Scene(
        name="a bounce",
        what="A delivery report comes at 10:00.",
        outcome="A machine says that a mail could not be delivered. It is no inquiry, and machines get no answer.",
        sent_at="10:00",
        sender="Mail Delivery System <MAILER-DAEMON@mx.example>",
        subject="Undelivered Mail Returned to Sender",
        text="I could not deliver your message to <old@customer.example>.",
        is_delivery_report=True,
        expected="bounce, not tracked",
    ),
    Scene(
        name="an out-of-office",
        what="An automatic reply comes at 10:20.",
        outcome="Frank is on holiday. Two machines that answer each other never stop, so nobody answers it.",
        sent_at="10:20",
        sender="Frank <frank@supplier.example>",
        subject="Automatic reply: Order 4711",
        text="I am on holiday until Monday.",
        headers=(("Auto-Submitted", "auto-replied"),),
        expected="automatic, not tracked",
    ),
    Scene(
        name="a colleague's forward",
        what="Anna forwards at 10:40 what Grace Hill wrote to her own address.",
        outcome="The customer is Grace, not Anna. She gets no acknowledgement, since she did not write to this mailbox. Anna is "
        "reminded until Grace has an answer.",
        sent_at="10:40",
        sender="Anna <anna@example.com>",
        subject="Fwd: Gutter repair",
        text="This came to my own address.\n\n---------- Forwarded message ---------\nFrom: Grace Hill <grace@hill.example>\n"
        "Subject: Gutter repair\n\nOur gutter is blocked. Can you help?",
        expected="waiting, not acknowledged, 2 nags",
    ),
)


def local_instant(wall: str) -> datetime:
    """`09:30` on the demo's day and clock → an aware datetime. ValueError: it is no time (ISO 8601)."""
    return datetime.combine(DEMO_DAY.date(), time.fromisoformat(wall), tzinfo=TIME_ZONE)


def build_message(scene: Scene) -> bytes:
    """The scene's mail as its sender's program writes it."""
    made = EmailMessage()
    made["From"] = scene.sender
    made["To"] = "Example Roofs <sales@example.com>"
    made["Subject"] = scene.subject
    made["Date"] = format_datetime(local_instant(scene.sent_at))
    made["Message-ID"] = f"<{scene.message_id}>"
    for name, value in scene.headers:
        made[name] = value
    made.set_content(scene.text + "\n")
    if scene.is_delivery_report:
        made.make_mixed()
        made.replace_header("Content-Type", 'multipart/report; report-type="delivery-status"')
        per_message, per_recipient = Message(), Message()
        per_message["Reporting-MTA"] = "dns; mx.example"
        per_recipient["Final-Recipient"] = "rfc822; old@customer.example"
        per_recipient["Action"], per_recipient["Status"] = "failed", "5.1.1"
        status = EmailMessage()
        status["Content-Type"] = "message/delivery-status"
        status.set_payload([per_message, per_recipient])
        made.attach(status)
    return made.as_bytes().replace(b"\n", b"\r\n")


def build_answer(scene: Scene) -> bytes:
    """What Anna's mail program files under Sent; or what somebody sends who says they are Anna."""
    made = EmailMessage()
    made["From"] = "Anna <anna@example.com>"
    made["To"] = scene.sender
    made["Subject"] = f"Re: {scene.subject}"
    made["Date"] = format_datetime(local_instant(scene.answered_at or scene.spoofed_answer_at))
    if scene.spoofed_answer_at:
        made["Cc"] = "sales@example.com"
    made["Message-ID"] = f"<{scene.answer_id}>"
    made["In-Reply-To"] = made["References"] = f"<{scene.message_id}>"
    made.set_content(scene.answer_text + "\n")
    return made.as_bytes().replace(b"\n", b"\r\n")


def scheduled_events() -> list[tuple[str, str, Scene]]:
    """(wall clock, what, scene), in the order of the day."""
    found: list[tuple[str, str, Scene]] = []
    pick: tuple[tuple[str, Callable[[Scene], str]], ...] = (
        ("writes", lambda scene: scene.sent_at),
        ("answers", lambda scene: scene.answered_at),
        ("claims", lambda scene: scene.spoofed_answer_at),
        ("done", lambda scene: scene.done_at),
    )
    for what, at in pick:
        found += [(at(scene), what, scene) for scene in SCENES if at(scene)]
    return sorted(found, key=lambda event: event[0])
