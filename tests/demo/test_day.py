"""The staged day: its mails are mails, in order, and each scene says what must become of it."""

from __future__ import annotations

from email import message_from_bytes, policy

import pytest

from watcher.demo import day


@pytest.mark.parametrize("scene", day.SCENES, ids=lambda scene: scene.name)
def test_a_scenes_mail_reads_as_it_was_meant(scene):
    message = message_from_bytes(day.build_message(scene), policy=policy.default)
    assert str(message["Message-ID"]) == f"<{scene.message_id}>"
    assert message["Subject"] == scene.subject
    assert not message.defects


def test_everything_happens_within_the_day_and_in_order():
    walls = [wall for wall, _, _ in day.scheduled_events()]
    assert walls == sorted(walls)
    assert walls[0] > day.START_TIME and walls[-1] < day.END_TIME


def test_an_answer_names_the_question():
    for scene in day.SCENES:
        if scene.answered_at or scene.spoofed_answer_at:
            assert f"<{scene.message_id}>".encode() in day.build_answer(scene)
