"""The page of the demo: what a mail says is shown, and runs nothing."""

from __future__ import annotations

import html
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

from tests.pictures import demo_page
from watcher.demo import day
from watcher.demo.summary import DemoSummary, SceneResult, render_summary_page


def test_a_scene_that_came_out_otherwise_is_seen():
    first, second, *_ = day.SCENES
    results = (SceneResult(first.name, "x", "x"), SceneResult(second.name, "x", "<y>"))
    summary = DemoSummary(results, 1.0, Path(), 0)
    page = render_summary_page(summary, [])
    assert not summary.ok
    assert page.count("This went wrong: ") == 1
    assert first.outcome in page and second.outcome not in page
    assert "<y>" not in page


def test_the_page_opens_with_the_digest_then_says_what_happened_then_what_to_do():
    page = demo_page()
    marks = ["What Anna finds in her mail at 11:00", "What happened to whom", "Now try your own mailbox", "Every mail"]
    assert sorted(marks, key=page.index) == marks
    assert all(html.escape(scene.what) in page for scene in day.SCENES)


def test_a_mail_is_shown_in_a_frame_that_runs_nothing():
    mail = EmailMessage()
    mail["Subject"] = "<b>Hello</b>"
    mail.set_content("plain")
    mail.add_alternative("<script>x</script>", subtype="html")
    page = render_summary_page(
        DemoSummary((), 1.0, Path(), 1), [(datetime(2026, 3, 3, 8, tzinfo=UTC), "a@x.example", mail.as_bytes())]
    )
    assert '<iframe sandbox title="The mail" srcdoc=' in page
    assert "<script>" not in page and "<b>Hello" not in page
    assert "09:00 to a@x.example" in page
