"""core/rules/form_speech.py: what machines pass on without naming an address; does somebody speak in it?"""

from __future__ import annotations

import pytest

from tests.samples import RULES, facts, us
from watcher.core.message.model import Address
from watcher.core.rules import rules
from watcher.core.rules.model import Attention, Verdict


def judge(sender: str, text: str, name: str = "Our site", **changed) -> Verdict:
    message = facts(
        from_=(Address(sender, name),), text=text, subject="New message", base_subject="New message", **changed
    )
    return rules.classify_message(message, RULES, us())


PASSED_ON = {
    "a number and a name": ("noreply@portal.example", "Ім'я: Оксана\nТелефон: 067 000 00 00\nКоментар: мед гречаний, самовивіз"),
    "a name with its house": ("leads@phone.example", "Anrufer: Frau Kern (Kern Bau)\nTelefon: 0221 000000\nAnliegen: Termin verschieben"),
    "taken down by a service": ("notes@phone.example", "Caller: Mr Kern (Kern Ltd)\nNumber: 01632 960000\nAbout: his date"),
    "a wish in a field": ("no-reply@portal.example", "Name: Tom\nDetails: We need 12 desks in May."),
    "a question in a field": ("noreply@booking.example", "Cliente : Léa\nRemarque : faut-il prévoir plus de temps ?"),
    "a number among the words": ("noreply@guests.example", "Guest: Room 14\nStars: 2\nThe shower was cold. Please call me: 07700 900321"),
    "quoted": ("notificaciones@portal.example", "Carmen está interesada.\n\n«Hola, ¿se admite perro?»\n\nResponder"),
    "stacked over a number": ("noreply@example.com", "Nimi\nPäivi Lehtonen\n\nPuhelin\n040 123 4567\n\nViesti\nOnko mökki vapaana?"),
    "one question on our own site": ("wordpress@example.com", "Question: my rabbit stopped eating, can I bring him in today?"),
    "a number on our own site": ("noreply@example.com", "Bitte um Rückruf!\nFrau Heger, 0170 000000, heute ab 16 Uhr."),
    "JSON": ("forms@hooks.example", '{"name": "Owen", "phone": "+44 1632 960000", "message": "a sample of the hex tile"}'),
}  # fmt: skip


@pytest.mark.parametrize(("sender", "text"), PASSED_ON.values(), ids=PASSED_ON)
def test_who_speaks_through_a_machine_is_an_inquiry_that_no_machine_answers(sender: str, text: str):
    verdict = judge(sender, text)
    assert (verdict.attention, verdict.ack, verdict.tags) == (Attention.ANSWER, False, ("web",)), verdict.why


MACHINES = {
    "a parcel": ("noreply@parcel.example", "Parcel: 00340434161094\nSender: Supplier\nArrives: Monday"),
    "an item of a blog": (
        "notifier@feeds.example", "URL: https://blog.example/1\nDate: Not supplied\n\nWhy do I write? They paid me to. [1] https://blog.example/s?sid=02/09/23/133228"),
    "data": ("noreply@server.example", "Host: a\nStatus: ok\nDuration: 20"),
    "our own words come back": (
        "noreply@supplier.example", "Name: Anna\nEmail: sales@example.com\nPhone: 01632 960000\nMessage: What are 20 chairs?"),
    "an article that quotes": ("noreply@news.example", f"{'It was a mild spring. ' * 40}\n“Why do they take such a hard line?”"),
    "an article that contrasts": ("noreply@news.example", "Offenders: but the blanket ban angers scientists\nCloning: it was read before"),
    "mail to many that asks": ("news@shop.example", "Fair: Krasnodar\nPoll: what does breakfast cost in your house?"),
}  # fmt: skip


@pytest.mark.parametrize(("sender", "text"), MACHINES.values(), ids=MACHINES)
def test_what_a_machine_says_of_itself_is_nobodys_words(sender: str, text: str):
    headers = (
        {"from": (sender,), "list-unsubscribe": ("<https://shop.example/u>",)} if sender.startswith("news") else {}
    )
    verdict = judge(sender, text, headers=headers)
    assert "web" not in verdict.tags, verdict.why
    assert not verdict.ack


@pytest.mark.parametrize("name", ["Claudia via Alloggi", "Claudia über Portal"])
def test_a_service_that_writes_for_its_user_is_not_acknowledged(name: str):
    verdict = judge("8812.guest@guest.alloggi.example", "Claudia: è possibile il check-in tardi?", name)
    assert (verdict.attention, verdict.ack) == (Attention.ANSWER, False), verdict.why


@pytest.mark.parametrize("text", ["Telefon 067 000 00 00, Oksana", "We need 12 desks."])
def test_words_or_a_number_of_somebody_are_not_hidden_for_the_address_they_come_from(text: str):
    assert judge("noreply@portal.example", text).attention is not Attention.NONE


SES = "0102019d3653fbbf-61be2a85-27c0-4b9c-a48e-b7938bf217c5-000000@eu-west-1.amazonses.com"


def introduce(subject: str, text: str, message_id: str = SES) -> Verdict:
    message = facts(
        from_=(Address("messages@mail.craft.example", "Craft Messages"),),
        text=text,
        subject=subject,
        base_subject=subject,
        message_id=message_id,
    )
    return rules.classify_message(message, RULES, us())


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Etta sent you a message about order 1190", "Hi Oak,\nEtta (buyer) wrote:\nThe bowl came cracked. Could I have another?"),
        ("Marlene ti ha scritto", "Messaggio dall'ospite Marlene O. (3 agosto):\nArriviamo tardi, c'è qualcuno alla reception?"),
        ("Neue Nachricht von Jonas", "Jonas schreibt:\nIch hätte gern einen Termin am Montag."),
        ("田中様からメッセージ", "田中様より：\nテーブルは何人がけですか。見積もりをお願いします。"),
    ],
)  # fmt: skip
def test_whom_a_portal_introduces_speaks(subject, text):
    verdict = introduce(subject, text)
    assert (verdict.attention, verdict.ack, verdict.tags) == (Attention.ANSWER, False, ("web",)), verdict.why


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Craft paid you", "Your payout:\nEUR 40.00 on 3 May"),
        ("Etta left a rating", "Etta rated you:\nFive stars."),
        ("Order 1190", "Etta (buyer) wrote:\nStatus: ok"),
    ],
)
def test_a_portals_own_news_introduces_nobody(subject, text):
    assert "web" not in introduce(subject, text).tags


LEAD = "Ort: 32791 Lage\nAusführung: innerhalb 4 Wochen\nBeschreibung: „Zwei Fenster sind verzogen. Bitte melden, gern abends.“\n"


@pytest.mark.parametrize(
    ("text", "is_lead"),
    [
        (LEAD + "Antworten auf diese E-Mail erreichen den Auftraggeber nicht.", True),
        ("City: Leeds\nIn her words: “The tap drips all night. Please call after six.”\nThis is an automated message.", True),
        ("Ort: Lage\nBewertung: „Sehr nett, schnell und sauber gearbeitet.“\nDies ist eine automatische Nachricht.", False),
        (
            "Vielen Dank für Ihre Anfrage.\nVorgang: 7781\nIhre Nachricht: „Bitte melden Sie sich wegen der Fenster.“\n"
            "Dies ist eine automatische Nachricht.",
            False,
        ),
    ],
    ids=["lead", "lead in English", "praise", "a receipt of what we asked"],
)  # fmt: skip
def test_whom_a_portal_quotes_is_an_inquiry_and_what_it_quotes_of_ours_is_none(text, is_lead):
    message = facts(
        from_=(Address("leads@craft.example", "Craft"),),
        text=text,
        subject="Lead 77",
        base_subject="Lead 77",
        message_id=SES,
    )
    assert ("web" in rules.classify_message(message, RULES, us()).tags) is is_lead


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("notifications@3.basecamp.example", "Oskar commented:\n“Can we get an answer from the customer?”"),
        ("noreply@reviews.example", "You have a new review\n\n★★☆☆☆\n\n“Nobody answered the telephone, why is that?” – Mikaela"),
    ],
    ids=["colleagues in a program", "a review for everybody"],
)  # fmt: skip
def test_what_is_quoted_of_colleagues_or_of_a_review_is_nobodys_inquiry(sender, text):
    verdict = rules.classify_message(facts(from_=(Address(sender, "Post"),), text=text, message_id=SES), RULES, us())
    assert "web" not in verdict.tags, verdict.why


def test_a_person_who_tells_what_somebody_said_is_answered_themselves():
    verdict = introduce("What Etta wants", "Etta says:\nShe needs two bowls. Can you send them?", "1@mail.gmail.com")
    assert "web" not in verdict.tags


def test_what_a_caller_left_is_never_for_a_glance():
    message = facts(
        from_=(Address("box@fritz.example", "Box"),),
        subject="Nachricht von 0861 55271",
        text="Eine Aufnahme liegt bei.",
        message_id="20260126074558.8B396D@fritz.box",
        part_types=("multipart/mixed", "text/plain", "audio/wav"),
        attachments=("call.wav",),
    )
    assert rules.classify_message(message, RULES, us()).attention is Attention.ANSWER


@pytest.mark.parametrize(
    ("sender", "subject", "text"),
    [
        ("noreply@portal.example", "Anfrage", "Jemand schreibt: Zwei Stühle fehlen, ich bräuchte sie bis Freitag."),
        ("noreply@portal.example", "Nova poruka", "Marko kaže da mu treba ponuda za kuhinju."),
    ],
)
def test_an_address_without_replies_hides_nobody_who_wants_something(sender, subject, text):
    message = facts(from_=(Address(sender, "Portal"),), subject=subject, base_subject=subject, text=text)
    assert rules.classify_message(message, RULES, us()).attention is not Attention.NONE


def test_a_recording_from_an_address_without_replies_is_an_inquiry():
    message = facts(
        from_=(Address("noreply@telephone.example", "Telephone"),),
        subject="[Répondeur] 0565 000 912",
        text="Vous avez reçu un message de la part de 0565 000 912.",
        part_types=("multipart/mixed", "text/plain", "audio/x-wav"),
        attachments=("msg0004.wav",),
    )
    assert rules.classify_message(message, RULES, us()).attention is Attention.ANSWER
