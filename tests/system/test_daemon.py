"""The whole of it: the daemon as a process, a real Dovecot, a real Postfix, and a day in the life of one inquiry."""

import json
import socket
import time
from datetime import timedelta

import pytest

from tests.daemon import until

FAST = 30.0  # times the speed of the clock: a slot every two seconds

pytestmark = pytest.mark.timeout(400)


def subjects(mails):
    return [str(mail["Subject"]) for mail in mails]


def test_the_life_of_one_inquiry(house, carol, dovecot):
    """Mail in, one acknowledgement, kill -9, a digest, a person answers in Sent, silence; and no flag has changed."""
    house.speed = FAST
    house.send("old", "From before", "I wrote before Watcher came.")
    until("the old mail", lambda: house.mail_of(house.sales))
    house.start()

    message_id = house.send(carol, "A new roof", "Hello, what does a new roof cost?")
    until("the acknowledgement", lambda: house.mail_of(carol))
    (ack,) = house.mail_of(carol)
    assert ack["Auto-Submitted"] == "auto-replied"
    assert ack["In-Reply-To"] == f"<{message_id}>"
    assert ack["To"] == f"{carol}@customer.example"
    assert ack.get_content_type() == "text/plain"
    before = {folder: mails for folder, mails in dovecot.state(house.sales).items() if folder == "."}

    until("that it is on record", lambda: house.inquiry()["acknowledged"] == "sent")
    house.kill()
    house.start()
    until("the digest", lambda: house.mail_of(house.owner), seconds=90)
    digest = house.mail_of(house.owner)[0]
    assert digest["Subject"] == "1 inquiry waits for an answer"
    assert digest["Auto-Submitted"] == "auto-generated"
    text = digest.get_payload(0).get_payload(decode=True).decode()
    assert "A new roof" in text
    assert "From before" not in text

    house.answer(carol, message_id, "It costs nothing at all.")
    row = until("the answer", lambda: [row for row in house.rows("list", "--all") if row["state"] == "answered"])[0]
    assert row["evidence"]["by"] == f"{house.owner}@example.com"
    assert row["evidence"]["message_id"] == f"answer-{message_id}"
    assert row["acknowledged"] == "sent"

    count = len(house.mail_of(house.owner))
    later = house.now() + timedelta(minutes=5)
    until("five more slots", lambda: house.now() >= later)
    assert len(house.mail_of(house.owner)) == count
    assert len(house.mail_of(carol)) == 1
    assert dovecot.state(house.sales)["."] == before["."], "not a flag, not an octet of the inbox has changed"
    assert house.stop() == 0
    assert "Traceback" not in house.log.read_text()


def test_a_mail_that_came_while_it_was_down_is_acknowledged_once(house, carol):
    house.start()
    house.kill()
    house.send(carol, "While you were away", "Is anybody there?")
    until("delivery", lambda: house.mail_of(house.sales))
    house.start()
    until("the acknowledgement", lambda: house.mail_of(carol))
    house.kill()
    assert house.run("run", "--once").returncode == 0
    assert len(house.mail_of(carol)) == 1


def test_machines_get_no_answer_and_people_see_no_noise(house, carol):
    house.start()
    house.send(carol, "Automatic reply: your order", "I am away", Auto_Submitted="auto-replied")
    house.send(carol, "News", "Buy now", List_Unsubscribe="<https://x.example/u>", Precedence="bulk")
    house.send(carol, "A real question", "Do you deliver?")
    until("the acknowledgement", lambda: house.mail_of(carol))
    assert [row["subject"] for row in house.rows("list", "--all")] == ["A real question"]
    assert len(house.mail_of(carol)) == 1


def test_what_answers_our_mail_before_our_own_copy_is_filed_is_not_acknowledged(house, carol, dovecot):
    """A mail program files what it has sent after it was sent; a machine has answered it by then."""
    house.speed = 10.0  # the acknowledgement waits for twelve seconds
    house.start()
    ours = f"offer-{carol}@example.com"
    house.send(carol, "Re: Your roof", "When could you begin?", In_Reply_To=f"<{ours}>")
    until("the inquiry", lambda: "kind=inquiry" in house.log.read_text())
    offer = (
        f"From: {house.owner}@example.com\r\nTo: {carol}@customer.example\r\nMessage-ID: <{ours}>\r\n\r\nOur offer.\r\n"
    )
    dovecot.append(house.sales, "Sent", offer.encode())
    until("what became of the letter", lambda: "withheld letter=" in house.log.read_text())
    story = house.run("show", str(house.inquiry()["number"])).stdout
    assert f"acknowledgement withheld: to {carol}@customer.example: follow-up" in story
    assert house.mail_of(carol) == []


def test_the_second_instance_says_who_runs_and_exits_2(house):
    house.start()
    second = house.run("run")
    assert second.returncode == 2
    assert str(house.process.pid) in second.stderr
    assert socket.gethostname() in second.stderr


def test_a_stop_ends_within_seconds_with_exit_0(house):
    house.start()
    began = time.monotonic()
    assert house.stop() == 0
    assert time.monotonic() - began < 12
    assert house.rows("status")[0]["running"] is False


def test_commands_reach_the_running_daemon(house, carol):
    house.start()
    house.send(carol, "Call me", "Please call me.")
    row = until("the inquiry", lambda: house.rows("list"))[0]
    assert house.run("snooze", str(row["number"]), "3d").returncode == 0
    assert house.inquiry()["state"] == "snoozed"
    assert house.run("reopen", str(row["number"])).returncode == 0
    assert house.inquiry()["state"] == "waiting"
    assert house.run("done", str(row["number"])).returncode == 0
    assert house.inquiry()["state"] == "done"
    story = house.run("show", str(row["number"]))
    for event in ("opened", "acknowledged", "snoozed", "reopened", "done"):
        assert event in story.stdout
    assert house.run("show", "99").returncode == 1
    assert house.run("snooze", str(row["number"]), "whenever").returncode == 2


def test_status_tells_what_is_seen(house):
    house.start()
    (told,) = house.rows("status")
    assert told["running"] is True
    assert told["letters"] == {"pending": 0, "sending": 0, "uncertain": 0, "failed": 0}
    assert {row["folder"] for row in told["mailboxes"]} == {"INBOX", "Sent"}
    assert all(row["ok"] and row["last_look_at"] and row["error"] is None for row in told["mailboxes"])


def test_a_dry_run_decides_and_writes_to_no_customer_until_it_is_none(house, carol):
    assert house.run("run", "--once").returncode == 0  # the baseline
    house.send(carol, "A question", "How much?")
    until("delivery", lambda: house.mail_of(house.sales))
    assert house.run("run", "--once", "--dry-run").returncode == 0
    row = house.inquiry()
    assert (row["state"], row["acknowledged"]) == ("waiting", "no")
    assert house.mail_of(carol) == []
    assert house.run("run", "--once").returncode == 0
    assert house.inquiry()["acknowledged"] == "sent"
    until("the acknowledgement", lambda: house.mail_of(carol))


def test_a_mailbox_in_trouble_is_told_and_the_other_one_works(house, carol, dovecot):
    text = house.config.read_text()
    other = (
        text[text.index("[[mailbox]]") :]
        .replace('name = "sales"', 'name = "broken"')
        .replace("SALES_PASSWORD", "WRONG_PASSWORD")
    )
    house.config.write_text(text + other.replace(f"<{house.sales}@", "<broken@"))
    house.environment["WRONG_PASSWORD"] = "Kupfergrotte"
    house.start()
    house.send(carol, "A question", "How much?")
    until("the acknowledgement", lambda: house.mail_of(carol))
    done = house.run("status", "--json")
    rows = {row["name"]: row for row in json.loads(done.stdout)["mailboxes"]}
    assert done.returncode == 1
    assert rows["sales"]["ok"] is True
    assert rows["broken"]["ok"] is False
    assert "login refused" in rows["broken"]["error"]
    assert "Kupfergrotte" not in house.log.read_text()


def test_a_customer_whose_server_says_no_is_told_to_the_owner(house):
    house.speed = FAST
    house.start()
    house.send("refused", "A question", "How much?")
    row = until("the refusal", lambda: [row for row in house.rows("list") if row["acknowledged"] == "failed"])[0]
    assert row["state"] == "waiting"
    story = house.run("explain", str(row["number"])).stdout
    assert "no such person here" in story
    digest = until("the digest", lambda: house.mail_of(house.owner), seconds=130)[0]
    (plain, _) = digest.get_payload()
    text = plain.get_payload(decode=True).decode()
    assert "may not know that their message arrived" in text
    assert "no such person here" in text


def test_a_letter_the_server_puts_off_waits_and_the_next_one_goes(house, carol):
    house.start()
    house.send("later", "A question", "How much?")
    until("the first try", lambda: "code=450" in house.log.read_text())
    house.send(carol, "Another one", "And this?")
    until("the acknowledgement", lambda: house.mail_of(carol))
    states = {row["subject"]: row["acknowledged"] for row in house.rows("list")}
    assert states == {"A question": "pending", "Another one": "sent"}


def test_a_huge_attachment_and_a_broken_mail_are_inquiries_like_any_other(house, carol, dovecot):
    house.start()
    big = (
        b"From: Carol <%s@customer.example>\r\nTo: %s@example.com\r\nSubject: Plans\r\nMessage-ID: <big@customer.example>\r\n"
        % (
            carol.encode(),
            house.sales.encode(),
        )
    )
    big += b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\nPlease look at the plans.\r\n--b\r\n'
    big += (
        b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + (b"QUJD" * 19 + b"\r\n") * 650_000
        + b"--b--\r\n"
    )
    dovecot.append(house.sales, "INBOX", big)
    dovecot.append(house.sales, "INBOX", b"\x00\xff\xfe this is no message at all")
    until("both", lambda: len(house.rows("list")) == 2, seconds=60)
    rows = {row["subject"]: row for row in house.rows("list")}
    assert rows["Plans"]["customer"] == f"{carol}@customer.example"
    assert rows["(unreadable message)"]["customer"] is None
    until("the acknowledgement", lambda: subjects(house.mail_of(carol)))


def test_without_a_folder_of_sent_mail_the_owner_is_told(house, dovecot):
    with dovecot.client(house.sales) as client:
        client.create_folder("Elsewhere")
    text = house.config.read_text().replace('poll = "2s"', 'poll = "2s"\nsent = ["Elsewhere"]')
    house.config.write_text(text)
    assert house.run("run", "--once").returncode == 0
    assert house.rows("status")[0]["mailboxes"][0]["error"] is None
    house.config.write_text(text.replace('sent = ["Elsewhere"]', 'sent = ["Nowhere"]'))
    done = house.run("run", "--once")
    assert done.returncode == 0, "the mailbox itself is seen"
    assert "folder 'Nowhere' cannot be opened" in done.stderr
    (found,) = house.rows("status")
    assert {row["folder"]: row["ok"] for row in found["mailboxes"]} == {"INBOX": True, "Elsewhere": True}
    (incident,) = found["incidents"]
    assert (incident["kind"], incident["subject"]) == ("folder-unseen", "sales/Nowhere")
