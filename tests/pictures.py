"""What people see, staged: letters and pages; and as pictures under docs/: `python -m tests.pictures`, with Chromium at hand."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests import browser
from tests.browser import PHONE
from tests.samples import MONDAY, ROOT, TEMPLATES, inquiry
from watcher.core import hours
from watcher.core.health.figures import InstanceFigures, MonitorFigures
from watcher.core.health.model import Canary, Incident, IncidentKind, WaitingFigures
from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters import digest as digests
from watcher.core.letters import glance, leak_page, report
from watcher.core.letters.alert import build_alert, describe_incidents
from watcher.core.letters.digest_room import WaitingInquiry
from watcher.core.letters.mime import LetterHead
from watcher.core.letters.status_page import render_status_page
from watcher.core.message.model import Address
from watcher.core.outbox.model import LetterState
from watcher.demo import day
from watcher.demo.summary import DemoSummary, SceneResult, render_summary_page

__all__ = ["CASES", "WaitingInquiry", "alert", "digest", "replace", "timedelta", "waiting", "weekly"]

FOLDER = ROOT / "docs" / "pictures"
NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)  # a Tuesday, 14:00 in Berlin
CALENDAR = hours.Calendar(zone=ZoneInfo("Europe/Berlin"), week=hours.parse_week({"mon-fri": ["09:00-17:00"]}))


def waiting(
    n: int, name: str, address: str, subject: str, text: str, since: timedelta, nags: int, **more
) -> WaitingInquiry:
    at = NOW - since
    ack = more.pop("ack", LetterState.SENT)
    promise = CALENDAR.add_opening_time(at, hours.parse_span("4h"))
    values = {"customer": address, "customer_name": name, "subject": subject, "excerpt": text, "opened_at": at, **more}
    case = inquiry(number=n, waiting_since=at, nags=nags, promise_at=promise, owner="anna", **values)
    return WaitingInquiry(case, case.nags, CALENDAR.opening_time_between(at, NOW), ack)


CASES = [
    waiting(41, "Dave Miller", "dave@mill.example", "Quote for 120 m² of clay tiles",
            "Good morning, we are rebuilding the mill and need 120 square metres of clay tiles. Please send us a quote.",
            timedelta(hours=24, minutes=40), 3, escalated=1),
    waiting(44, "Grace Hill", "grace@hill.example", "Gutter repair", "The gutter over our shop door came down last night. "
            "Could somebody come by this week?", timedelta(hours=3, minutes=20), 1),
    waiting(45, "", "forms@website.example", "New message from the website", "Name: Erin Green. Message: Do you also build "
            "greenhouses?", timedelta(hours=2, minutes=5), 1, ack=None, ack_reason="noreply-destination", tags=("web",)),
]  # fmt: skip


#: What may be an inquiry, and may be none.
GLANCES = [
    glance.Glance(
        312,
        "Roofing Weekly <news@roofing.example>",
        "Ten trends for your roof",
        "has the marks of bulk mail or of a machine: marked as bulk mail",
    )
]
HOUSE = Address("sales@example.com", "Example Roofs")
ANNA = Address("anna@example.com", "Anna")


def digest(cases: list[WaitingInquiry], **more: Any) -> bytes:
    coverage = digests.Coverage(214, 9, 1, NOW - timedelta(minutes=2), [])
    head = LetterHead(HOUSE, ANNA, "digest:anna:x", b"k" * 32, NOW, more.pop("language", ""))
    content = digests.DigestContent("anna", cases, coverage, CALENDAR, NOW + timedelta(hours=19), **more)
    composed = digests.build_digest(TEMPLATES, head, content).letter
    return composed.data


def alert(language: str = "en") -> bytes:
    unseen = Incident(
        IncidentKind.MAILBOX_UNSEEN,
        "sales",
        NOW - timedelta(minutes=48),
        "imap.example.com: login refused: [AUTHENTICATIONFAILED] Authentication failed.",
    )
    trouble = describe_incidents([unseen], TEMPLATES.words_for_language(language), is_over=False)
    head = LetterHead(HOUSE, ANNA, "alert:x", b"k" * 32, NOW, language)
    return build_alert(TEMPLATES, head, trouble, CALENDAR.zone).data


def weekly(language: str = "en") -> bytes:
    monday = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
    cases = []
    for n in range(-38, 46):
        opened = monday + timedelta(hours=n * 3.6)
        took = timedelta(minutes=18 + (n * 37) % 400)
        answered = CALENDAR.add_opening_time(opened, hours.Span(time=took)) if n % 11 else None
        promise = CALENDAR.add_opening_time(opened, hours.parse_span("4h"))
        owner = ("anna", "ben", "cleo")[n % 3 if n % 5 else 0]
        row = InquiryOutcome(
            "sales", f"c{n % 7}@mill.example", ASKED[n % 6], f"{n}@mill.example", opened, promise, owner
        )
        cases.append(replace(row, answered_at=answered, opening_time=took if answered else None))
    until = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    span = report.ReportSpan(monday, until, CALENDAR.zone, CALENDAR.day_length)
    figures = report.compute_figures(cases, ["anna", "anna", "ben"], span)
    head = LetterHead(HOUSE, ANNA, "report:x", b"k" * 32, until, language)
    return report.build_report(TEMPLATES, head, figures).data


#: Of a staged quarter: share of the day's mail by hour, and what customers ask about.
HOURS_OF_MAIL = (0, 0, 0, 0, 0, 0, 1, 3, 8, 12, 11, 9, 6, 8, 10, 9, 8, 6, 4, 4, 5, 4, 2, 1)
ASKED = (
    "Quote for a new roof",
    "Leaking gutter",
    "Skylight: when could you come?",
    "Storm damage",
    "Insulation of the attic",
    "Invoice 2026-118",
)


def asked_in(first: datetime, days: int, seed: int) -> list[InquiryOutcome]:
    """What comes in day by day: on Friday afternoons and at weekends more of it is lost."""
    chance = random.Random(seed)
    found = []
    for n in range(days):
        day = first + timedelta(days=n)
        for _ in range(chance.choice((0, 1, 1)) if day.weekday() > 4 else chance.choice((2, 3, 4, 5))):
            hour = chance.choices(range(24), HOURS_OF_MAIL)[0]
            at = day.replace(hour=0) + timedelta(hours=hour, minutes=chance.randrange(60))
            who = chance.choice(
                ("mill.example", "hill.example", "fields.example", "garden.example", "stone.example", "gmail.com")
            )
            box, owner = chance.choice(("info", "sales", "sales")), chance.choice(("anna", "ben"))
            promise = CALENDAR.add_opening_time(at, hours.parse_span("4h"))
            number = len(found)
            row = InquiryOutcome(box, f"c{number}@{who}", chance.choice(ASKED), f"m{number}@{who}", at, promise, owner)
            is_lost = chance.random() < (0.35 if (day.weekday(), hour) > (4, 13) else 0.09)
            took = timedelta(minutes=min(3000, chance.expovariate(1 / 110)))
            answered = CALENDAR.add_opening_time(at, hours.Span(time=took))
            if not is_lost and answered < NOW:
                row = replace(row, answered_at=answered, answered_by=f"{row.owner}@example.com", opening_time=took)
            found.append(row)
    return sorted((row for row in found if row.received_at < NOW), key=lambda row: row.received_at)


def quarter(language: str = "en") -> str:
    """The page of `watcher report --since 90d --html`."""
    since = NOW - timedelta(days=90)
    history = asked_in(since - timedelta(days=90), 90, 4)
    lost = leak_page.LeakReport(
        "Example Roofs", asked_in(since, 91, 7), since, NOW, CALENDAR.zone, CALENDAR.day_length, history
    )
    return leak_page.render_leak_page(TEMPLATES, language, lost)


#: A house with one blind mailbox.
BLIND = Incident(
    IncidentKind.MAILBOX_UNSEEN, "sales", MONDAY - timedelta(minutes=18), "login refused: [AUTHENTICATIONFAILED] <b>"
)
SILENT = Incident(IncidentKind.NO_REPLY_SEEN, "help", MONDAY - timedelta(days=1), "no reply was ever seen")
FIGURES = MonitorFigures(
    version="0.1.0",
    at=MONDAY,
    mailboxes=["sales", "help"],
    alarming=[BLIND],
    incidents=[BLIND, SILENT],
    looks={"sales": MONDAY - timedelta(minutes=20), "help": MONDAY},
    blind=frozenset({"sales"}),
    waiting={"sales": WaitingFigures(3, MONDAY - timedelta(days=2), 1)},
    letters={("acknowledgement", "sent"): 41, ("digest", "pending"): 1, ("digest", "sent"): 12},
    oldest_due={"sales": MONDAY - timedelta(minutes=1)},
    canaries=[Canary("sales", "k", MONDAY - timedelta(hours=2), MONDAY - timedelta(hours=1))],
    token_expiries={"help": MONDAY + timedelta(hours=1)},
    instances=[
        InstanceFigures("one", 17, True, MONDAY, 2, is_house=True),
        InstanceFigures("two", 18, False, MONDAY - timedelta(minutes=9), 0),
    ],
)


def status_page(figures: MonitorFigures = FIGURES, language: str = "en") -> str:
    return render_status_page(figures, TEMPLATES.words_for_language(language), CALENDAR.zone, MONDAY)


def audited(number: int) -> InquiryOutcome:
    at = MONDAY + number * timedelta(hours=31)
    after = None if number % 3 == 0 else number * timedelta(hours=1)
    return InquiryOutcome(
        "sales", f"c{number}@x{number}.example", f"<b>Roof</b> {number}", f"{number}@x.example", at, at + 4 * timedelta(hours=1), "anna",
        answered_at=None if after is None else at + after, answered_by="" if after is None else "anna@example.com",
        strength="" if after is None else "strong", opening_time=after,
    )  # fmt: skip


def audit_report(count: int = 40, **changed) -> leak_page.LeakReport:
    values = {
        "since": MONDAY,
        "now": MONDAY + timedelta(days=90),
        "zone": ZoneInfo("Europe/Berlin"),
        "day_length": 8 * timedelta(hours=1),
    }
    return leak_page.LeakReport("Example Roofs", [audited(n) for n in range(count)], **(values | changed))


def audit_page(count: int = 40, language: str = "en", **changed) -> str:
    return leak_page.render_leak_page(TEMPLATES, language, audit_report(count, **changed))


LONG_SUBJECTS = (
    "x" * 300,
    "عرض سعر لسقف جديد من القرميد " * 8,
    "🏠🔥 " * 60,
    "屋根の見積もりをお願いします" * 9,
    "two words " * 30,
)


def long_words_page(count: int = 900) -> str:
    """Nothing that strangers and administrators write has a length, or places to break it."""
    outcomes = [
        replace(
            audited(n),
            mailbox=f"{'m' * 70}{n % 20}",
            customer=f"{'c' * 64}@{'d' * 60}{n % 97}.example",
            subject=LONG_SUBJECTS[n % len(LONG_SUBJECTS)],
            owner=f"owner{n % 200}{'o' * 50}",
            answered_by="" if n % 3 == 0 else f"{'p' * 60}@{'longdomain' * 8}{n % 200}.example",
        )
        for n in range(count)
    ]
    report = replace(audit_report(0, now=MONDAY + count * timedelta(hours=31)), house="H" * 200, outcomes=outcomes)
    return leak_page.render_leak_page(TEMPLATES, "de", report)


def demo_page() -> str:
    """After a day on which all went well."""
    digest = EmailMessage()
    digest["Subject"] = "2 inquiries wait"
    digest.set_content("plain")
    digest.add_alternative("<p>Leaking roof</p>", subtype="html")
    results = tuple(SceneResult(scene.name, scene.expected, scene.expected) for scene in day.SCENES)
    sent = [(datetime(2026, 3, 3, 10, tzinfo=UTC), "anna@example.com", digest.as_bytes())]
    return render_summary_page(DemoSummary(results, 1.0, Path(), 1), sent)


def page_of(raw: bytes) -> str:
    """The page of a letter; its text is printed."""
    message = message_from_bytes(raw, policy=policy.default)
    rich, plain = message.get_body(("html",)), message.get_body(("plain",))
    assert rich is not None and plain is not None
    print(f"Subject: {message['Subject']}\n\n{plain.get_content()}")
    return str(rich.get_content())


def picture(page: str, name: str, width: int, height: int, dark: bool = False) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.html")
        path.write_text(page)
        flags = ["--blink-settings=preferredColorScheme=0"] if dark else []
        target = FOLDER / f"{name}.png"
        profile = f"--user-data-dir={folder}/profile"
        command = [
            *browser.CHROMIUM,
            profile,
            *flags,
            f"--window-size={width},{height}",
            f"--screenshot={target}",
            f"file://{path}",
        ]
        subprocess.run(command, check=True, capture_output=True)


def frame(page: str, height: int) -> str:
    """Chromium has no window narrower than 500 pixels: a frame of a phone's width in a wider one."""
    inner = page.replace("&", "&amp;").replace('"', "&quot;")
    return (
        f'<meta charset="utf-8"><body style="margin:0"><iframe srcdoc="{inner}" width={PHONE} height={height} '
        'style="border:0"></iframe>'
    )


def pictures_of(page: str, name: str, width: int) -> None:
    """On a desk and on a phone, by day and by night; all of it, however long that is."""
    for view in browser.view_pages({name: page}):
        end = "-dark" if view.is_dark else ""
        if view.width == PHONE:
            picture(frame(page, view.needed_height), f"{name}-phone{end}", PHONE, view.needed_height, view.is_dark)
        else:
            picture(page, f"{name}{end}", width, view.needed_height, view.is_dark)


LONG = [
    replace(CASES[0], inquiry=replace(CASES[0].inquiry, subject="w" * 110, excerpt="m" * 200, customer_name="W" * 60))
]
PAGES: dict[str, Callable[[], bytes]] = {
    "digest": lambda: digest(CASES, glances=GLANCES),
    "alert": alert,
    "report": weekly,
}


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, made in PAGES.items():
        pictures_of(page_of(made()), name, 760)
    pictures_of(quarter(), "audit", 800)
    pages = [quarter(language) for language in TEMPLATES.languages]
    pages += [page_of(made(language)) for language in TEMPLATES.languages for made in (weekly, alert)]
    pages += [page_of(digest(CASES, language=language)) for language in TEMPLATES.languages] + [page_of(digest(LONG))]
    views = browser.view_pages({str(number): page for number, page in enumerate(pages)})
    widths = [view.needed_width for view in views if view.width == PHONE]
    contrast = min(view.contrast for view in views)
    print(f"{len(pages)} pages on {PHONE} pixels, the widest {max(widths)}; the weakest contrast {contrast:.2f}")
    assert max(widths) <= PHONE, widths


if __name__ == "__main__":
    sys.exit(main())
