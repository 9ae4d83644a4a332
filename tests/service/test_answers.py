"""A digest is answered: what each answer does, what is said back, and what changes nothing. Real way in, reminders and store."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes, policy
from html.parser import HTMLParser
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.samples import alternative, quoted
from tests.worlds import ANNA, BEN, PRIVATE, Answered, reply
from watcher.core.inquiry.model import InquiryState


@pytest.fixture
async def house():
    made = Answered()
    await made.open("A new roof", "An old door", "Two windows")
    yield made
    made.store.close()


async def answer(house, body, **changed):
    digest = changed.pop("digest", None) or house.digest()
    await house.deliver(reply(digest, body, at=house.clock.time, **changed))


@pytest.mark.parametrize(
    ("body", "states"),
    [
        ("1 done", "done waiting waiting"),
        ("done 1 3", "done waiting done"),
        ("1, 3 done\n2 not inquiry", "done dismissed done"),
        ("Hi,\n\n2 snooze tomorrow 9\n\nThanks\nAnna", "waiting snoozed waiting"),
        ("2 Später bis Freitag", "waiting snoozed waiting"),
        ("1 erledigt\n2 keine Anfrage", "done dismissed waiting"),
        ("1 done\n5 done\n9 bananas", "done waiting waiting"),
    ],
)
async def test_what_is_said_is_done(house, body, states):
    await answer(house, f"{body}\n\n{quoted(house.text(house.digest()))}")
    assert " ".join(house.states()) == states
    assert len(house.confirmations()) == 1


async def test_a_number_is_the_same_in_every_digest_and_counts_where_it_is_listed(house):
    first = house.digest()
    await answer(house, "1 done")
    await house.remind()
    second = house.digest()
    assert first.message_id != second.message_id
    assert "2. An old door" in house.text(second), "it keeps its number though it comes first now"
    await answer(house, "2 done", digest=second)
    assert house.states() == ["done", "done", "waiting"]
    await answer(house, "1 reopen", digest=second)
    assert house.states() == ["done", "done", "waiting"], "that one is not in the second"
    assert "does not list 1: answer one that does" in house.said()
    await answer(house, "1 reopen", digest=first)
    assert house.states() == ["waiting", "done", "waiting"]


async def test_a_confirmation_says_what_was_done_and_to_whom_it_is_not_answered_by_machines(house):
    await answer(house, "1 done\n7 done\n2 snooze whenever\n3 assign nobody", sender=PRIVATE)
    (letter,) = house.confirmations()
    mail = message_from_bytes(letter.data, policy=policy.default)
    text = house.said()
    assert letter.recipient == PRIVATE
    assert mail["Auto-Submitted"] == "auto-replied"
    assert mail["X-Auto-Response-Suppress"] == "All"
    assert mail["Subject"] == "Done, but not all"
    assert "1 (Customer 1, A new roof): done" in text
    assert "does not list 7" in text
    assert "'whenever' is no time I know" in " ".join(text.split())
    assert "only anna, ben" in text
    assert "41 done / 41 snooze fri" in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 80


async def test_the_confirmation_can_be_answered_to_take_it_back(house):
    await answer(house, "1 done")
    digest, (confirmation,) = house.digest(), house.confirmations()
    names = message_from_bytes(confirmation.data, policy=policy.default)["References"]
    assert f"<{digest.message_id}>" in names
    await answer(
        house, "1 reopen", In_Reply_To=f"<{confirmation.message_id}>", References=f"{names} <{confirmation.message_id}>"
    )
    assert house.states() == ["waiting"] * 3


async def test_assigned_to_ben_it_is_in_his_digest(house):
    await answer(house, "2 assign Ben")
    await house.remind()
    assert "An old door" in house.text(house.digest(BEN))
    assert "An old door" not in house.text(house.digest(ANNA))


async def test_away_and_back(house):
    await answer(house, "away until monday")
    with house.store.write_transaction() as tx:
        assert list(tx.people.current_absences(house.clock.time)) == ["anna"]
    assert "You are away until Monday 30 November, 09:00; meanwhile ben" in house.said()
    await answer(house, "back")
    with house.store.write_transaction() as tx:
        assert not tx.people.current_absences(house.clock.time)


async def test_dismissed_proposes_a_rule_and_reopened_takes_it_back(house):
    await answer(house, "1 not inquiry")
    with house.store.write_transaction() as tx:
        (proposal,) = tx.commands.list_proposals()
    assert 'match.from = "@customer.example"' in proposal.rule
    assert 'match.subject = "A new roof"' in proposal.rule
    assert proposal.by == "anna, by mail"
    await answer(house, "1 reopen")
    with house.store.write_transaction() as tx:
        assert not tx.commands.list_proposals()


async def test_the_same_mail_counts_once_and_is_confirmed_once(house):
    raw = reply(house.digest(), "1 done", at=house.clock.time)
    await house.deliver(raw)
    await answer(house, "1 reopen")
    await house.deliver(raw)
    await house.deliver(raw.replace(b"<reply", b"<again"))
    await house.deliver(b"Received: from elsewhere\r\n" + raw.replace(b"<reply", b"<third"))
    assert house.states() == ["waiting"] * 3
    assert len(house.confirmations()) == 2


async def test_who_sends_too_much_is_told_some_times_and_then_not_heard(house):
    digest, start = house.digest(), house.clock.time
    for n in range(110):
        await house.deliver(reply(digest, "2 snooze 30d", at=start + timedelta(seconds=n)))
        house.clock.time = start  # all of it within a minute
    texts = [letter for letter in house.confirmations() if b"More than 100" in letter.data]
    assert len(house.confirmations()) == 105
    assert len(texts) == 5


async def test_who_forges_her_address_does_not_silence_anna():
    house = Answered(authserv_id="mx.example.com")
    await house.open("A new roof")
    digest, start = house.digest(), house.clock.time
    for n in range(110):
        forged = "mx.example.com; dmarc=fail header.from=example.com"
        await house.deliver(reply(digest, "1 done", at=start + timedelta(seconds=n), Authentication_Results=forged))
        house.clock.time = start
    assert house.states() == ["waiting"]
    assert len(house.confirmations()) == 5
    await answer(house, "1 done", Authentication_Results="mx.example.com; dmarc=pass header.from=example.com")
    assert house.states() == ["done"]
    house.store.close()


async def test_html_alone_is_answered_and_changes_nothing(house):
    await answer(house, "<p>1 done</p><p>2 done</p>", Content_Type="text/html; charset=utf-8")
    assert house.states() == ["waiting"] * 3
    assert "HTML only" in house.said()


@pytest.mark.parametrize("body", ["Will do!", "1 not done", "1 done?", "1 done 2 snooze fri", "4 done", "done"])
async def test_what_is_not_understood_changes_nothing_and_is_said(house, body):
    before = house.state()
    await answer(house, f"{body}\n\n{quoted(house.text(house.digest()))}")
    assert house.state() == before
    assert "Nothing was changed" in house.said()
    assert "41 done" in house.said()


async def test_a_vacation_mail_of_the_owner_gets_nothing(house):
    before = house.state()
    await answer(house, "1 done", Auto_Submitted="auto-replied")
    await answer(house, "I am away.\n1 done", Subject="Automatic reply: 3 inquiries wait")
    assert house.state() == before
    assert not house.confirmations()


async def test_ours_and_the_answer_are_no_inquiries(house):
    await answer(house, "1 done")
    house.put(house.digest().data)
    house.put(house.confirmations()[0].data)
    await house.intake.scan_folders()
    assert house.states() == ["done", "waiting", "waiting"]
    (confirmation,) = house.confirmations()
    with house.store.write_transaction() as tx:
        kinds = {line.kind for line in tx.ledger.entries_by_message_id(confirmation.message_id)}
    assert kinds == {"own"}


@pytest.mark.parametrize("subject", ["done", f"{'x' * 70} 2 done", "done 2", "2 done"])
async def test_a_customer_cannot_put_a_command_into_a_quotation_without_marks(subject):
    """Some mail programs quote without a mark, in a language nobody has heard of: the digest stands there like a person's words."""
    house = Answered()
    await house.open(subject, "2 done", "Two windows")
    text = house.text(house.digest())
    before = house.state()
    await answer(house, f"Kiitos!\n\nLähettäjä: Watcher\nAihe: Muistutus\n\n{text}")
    assert house.state() == before
    flat = "\n".join(line.strip(" |>*.") for line in text.splitlines())
    await answer(house, f"Kiitos!\n\n{flat}")
    assert house.state() == before
    await answer(house, f"3 done\n\nLähettäjä: Watcher\n\n{text}")
    assert house.states() == ["waiting", "waiting", "done"]
    house.store.close()


async def test_what_a_customer_wrote_too_is_not_taken_for_annas_words_and_she_is_told():
    house = Answered()
    await house.open("A new roof")
    await house.deliver(
        b"From: m@evil.example\r\nTo: sales@example.com\r\nSubject: Hi\r\nMessage-ID: <1@e>\r\n\r\n1 done\r\n"
    )
    await house.remind()
    await answer(house, f"1 done\n\n{quoted(house.text(house.digest()))}")
    assert house.states() == ["waiting", "waiting"]
    assert "a customer wrote the same" in " ".join(house.said().split())
    await answer(house, f"1 done please\n\n{quoted(house.text(house.digest()))}")
    assert "done" in house.states()
    house.store.close()


async def test_a_token_in_a_customers_words_names_nothing():
    """Who has got hold of an old one cannot turn Anna's next answer to it, nor spoil that answer."""
    house = Answered()
    await house.open("A new roof", "An old door")
    ref, first = house.ref(house.digest()), house.digest()
    for text in (f"Ref: {ref}", f"Hello\r\nRef: {ref}\r\n", ref):
        await house.deliver(f"From: m@evil.example\r\nTo: sales@example.com\r\nSubject: Hi\r\n\r\n{text}\r\n".encode())
    await house.remind()
    digest = house.digest()
    assert digest.id != first.id
    assert house.text(digest).count(ref) == 3
    before = house.state()
    text = house.text(digest).replace(house.ref(digest), "gone")
    await answer(house, f"1 done\n\n{quoted(text)}", In_Reply_To="", References="")
    assert house.state() == before
    await answer(house, f"1 done\n\n{quoted(house.text(digest))}")
    assert house.state() != before
    house.store.close()


# --- links


class Links(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.found.append(dict(attrs)["href"])


async def test_every_button_opens_a_mail_that_does_what_it_says(house):
    links = Links(house.html(house.digest())).found
    assert len(links) == 15
    for link in links:
        parts = urlsplit(link)
        assert parts.scheme == "mailto"
        assert unquote(parts.path) == "sales@example.com"
        assert " " not in link and "+" not in link, "RFC 6068 § 5: a space is %20"
        assert len(link) < 256
    (assign,) = (link for link in links if "assign" in link and "body=3" in link)
    fields = parse_qs(urlsplit(assign).query)
    assert fields["subject"] == ["watcher: 3 assign ben"]
    body = fields["body"][0]
    assert body == f"3 assign ben\r\n\r\nRef: {house.ref(house.digest())}\r\n"
    await answer(
        house,
        f"{body}\nSent from my iPhone",
        Subject="watcher: 3 assign ben",
        In_Reply_To="",
        References="",
        sender=PRIVATE,
    )
    with house.store.write_transaction() as tx:
        assert [each.owner for each in tx.inquiries.find_by_state()] == ["anna", "anna", "ben"]


async def test_a_link_works_though_the_customers_subject_is_a_command():
    house = Answered()
    await house.open("done")
    body = f"1 done\r\n\r\nRef: {house.ref(house.digest())}"
    await answer(house, body, Subject="watcher: 1 done", In_Reply_To="", References="")
    assert house.states() == ["done"]
    house.store.close()


async def test_what_a_phone_sends_with_both_forms_is_understood(house):
    digest = house.digest()
    plain = f"1 done\n\nSent from my iPhone\n\n{quoted(house.text(digest))}"
    html = f"<html><body>1 done<br><br>Sent from my iPhone<blockquote>{house.html(digest)}</blockquote></body></html>"
    kind, body = alternative(plain, html)
    await answer(house, body, Content_Type=kind)
    assert house.states() == ["done", "waiting", "waiting"]


# --- senders


async def test_a_trusted_server_must_vouch_for_the_sender():
    house = Answered(authserv_id="mx.example.com")
    await house.open("A new roof", "An old door", "Two windows")
    for value in ("", "mx.example.com; dmarc=fail", "mx.evil.example; dmarc=pass", "mx.example.com; spf=pass"):
        await answer(house, "1 done", Authentication_Results=value)
        assert house.states() == ["waiting"] * 3, value
        assert "Nothing was changed" in house.said()
    await answer(house, "1 done", Authentication_Results="mx.example.com; dmarc=pass header.from=example.com")
    await answer(house, "2 done", Authentication_Results="mx.example.com; auth=pass smtp.auth=anna")
    assert house.states() == ["done", "done", "waiting"]
    house.store.close()


async def test_each_answers_their_own_digest():
    house = Answered()
    await house.open("A new roof", "An old door", ben=1)
    await answer(house, "1 done", digest=house.digest(BEN))
    assert house.states() == ["waiting", "waiting"]
    assert "somebody else's" in " ".join(house.said().split())
    await answer(house, "2 done", digest=house.digest(BEN), sender=BEN)
    assert house.states() == ["waiting", "done"]
    house.store.close()


async def test_mail_of_the_house_that_answers_no_digest_is_mail_like_any_other(house):
    await answer(house, "1 done", In_Reply_To="<n.nothing@example.com>", References="")
    await answer(house, "Lunch?", In_Reply_To="", References="", Subject="Lunch")
    assert house.states() == ["waiting"] * 3
    assert not house.confirmations()
    with house.store.write_transaction() as tx:
        assert all(each.state is InquiryState.WAITING for each in tx.inquiries.find_by_state())
