"""The page of the demo: what a mail says is shown, and runs nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

from watcher.demo.summary import DemoSummary, SceneResult, render_summary_page


def test_a_scene_that_came_out_otherwise_is_seen():
    results = (SceneResult("a", "x", "x"), SceneResult("b", "x", "<y>"))
    summary = DemoSummary(results, 1.0, Path(), 0)
    page = render_summary_page(summary, [])
    assert not summary.ok
    assert (page.count("as it should"), page.count("WRONG")) == (1, 1)
    assert "<y>" not in page


def test_a_mail_is_shown_in_a_frame_that_runs_nothing():
    mail = EmailMessage()
    mail["Subject"] = "<b>Hello</b>"
    mail.set_content("plain")
    mail.add_alternative("<script>x</script>", subtype="html")
    page = render_summary_page(
        DemoSummary((), 1.0, Path(), 1), [(datetime(2026, 3, 3, 8, tzinfo=UTC), "a@x.example", mail.as_bytes())]
    )
    assert "<iframe sandbox srcdoc=" in page
    assert "<script>" not in page and "<b>Hello" not in page
    assert "09:00 to a@x.example" in page
