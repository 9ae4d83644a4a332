"""What people see, as pictures under docs/: `python -m tests.pictures`, with Chromium at hand. Looked at, not asserted."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.rows import inquiry
from tests.shipped import ROOT, TEMPLATES
from watcher.core import compose, hours
from watcher.core.model import Address, LetterState

CHROMIUM = (
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--hide-scrollbars",
)
FOLDER = ROOT / "docs" / "pictures"
NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)  # a Tuesday, 14:00 in Berlin
CALENDAR = hours.Calendar(zone=ZoneInfo("Europe/Berlin"), week=hours.parse_week({"mon-fri": ["09:00-17:00"]}))


def waiting(
    n: int, name: str, address: str, subject: str, text: str, since: timedelta, nags: int, **more
) -> compose.Waiting:
    at = NOW - since
    ack = more.pop("ack", LetterState.SENT)
    promise = CALENDAR.add(at, hours.parse_span("4h"))
    values = {"customer": address, "customer_name": name, "subject": subject, "excerpt": text, "opened_at": at, **more}
    case = inquiry(number=n, waiting_since=at, nags=nags, promise_at=promise, owner="anna", **values)
    return compose.Waiting(case, CALENDAR.elapsed(at, NOW), ack)


CASES = [
    waiting(41, "Dave Miller", "dave@mill.example", "Quote for 120 m² of clay tiles",
            "Good morning, we are rebuilding the mill and need 120 square metres of clay tiles. Please send us a quote.",
            timedelta(hours=24, minutes=40), 3, escalated=1),
    waiting(44, "Grace Hill", "grace@hill.example", "Gutter repair", "The gutter over our shop door came down last night. "
            "Could somebody come by this week?", timedelta(hours=3, minutes=20), 1),
    waiting(45, "", "forms@website.example", "New message from the website", "Name: Erin Green. Message: Do you also build "
            "greenhouses?", timedelta(hours=2, minutes=5), 1, ack=None, ack_reason="noreply-destination", tags=("web",)),
]  # fmt: skip


def digest(cases: list[compose.Waiting]) -> str:
    coverage = compose.Coverage(214, 9, 1, NOW - timedelta(minutes=2), {})
    composed, _ = compose.digest(
        TEMPLATES, "anna", Address("sales@example.com", "Example Roofs"), Address("anna@example.com", "Anna"), cases,
        coverage, CALENDAR, NOW + timedelta(hours=19), key=b"k" * 32, letter_key="digest:anna:x", now=NOW,
    )  # fmt: skip
    message = message_from_bytes(composed.data, policy=policy.default)
    rich, plain = message.get_body(("html",)), message.get_body(("plain",))
    assert rich is not None and plain is not None
    print(plain.get_content())
    return str(rich.get_content())


def picture(page: str, name: str, width: int, height: int, dark: bool = False) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.html")
        path.write_text(page)
        flags = ["--blink-settings=preferredColorScheme=0"] if dark else []
        target = FOLDER / f"{name}.png"
        command = [*CHROMIUM, *flags, f"--window-size={width},{height}", f"--screenshot={target}", f"file://{path}"]
        subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    page = digest(CASES)
    for dark in (False, True):
        end = "-dark" if dark else ""
        picture(page, f"digest{end}", 760, 900, dark)
        # Chromium has no window narrower than 500 pixels: a frame of a phone's width in a wider one.
        frame = f'<body style="margin:0"><iframe srcdoc="{page.replace(chr(34), "&quot;")}" width=390 height=1000 style="border:0">'
        picture(frame, f"digest-phone{end}", 390, 1000, dark)


if __name__ == "__main__":
    sys.exit(main())
