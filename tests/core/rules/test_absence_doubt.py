"""core/rules/absence_doubt.py: notices in words that nobody listed, by where they stand and what they want."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.rules.texts import classify_text, read_texts
from tests.samples import RULES, facts, us
from watcher.core.message.headers import parse_addresses
from watcher.core.message.model import Address
from watcher.core.message.subjects import extract_base_subject
from watcher.core.rules import rules
from watcher.core.rules.absence_doubt import (
    AbsenceDoubt,
    find_absence_doubt,
    names_day_of_month,
    tells_of_absence,
)
from watcher.core.rules.phrases import AUTO_SUBJECT_START


@pytest.mark.parametrize(("subject", "text"), read_texts("possible_absences"))
def test_what_may_be_an_absence_notice_is_not_acknowledged_nor_hidden(subject, text):
    verdict = classify_text(subject, text)
    assert (verdict.attention != "none", verdict.ack) == (True, False)


@pytest.mark.parametrize(("subject", "text"), read_texts("short_absences"))
def test_an_answer_of_a_line_that_says_so_in_everyday_words_is_for_a_glance(subject, text):
    verdict = classify_text(subject, text)
    assert (verdict.attention, verdict.ack) == ("review", False)


@pytest.mark.parametrize(
    ("subject", "text", "doubt"),
    [
        ("Re: Quote", "We climb until the 20th, over and out.", AbsenceDoubt.POSSIBLE),
        ("Quote", "We climb until the 20th, over and out.", None),
        ("Re: Quote", "A few days off; Sandra has picked up everything.", AbsenceDoubt.LIKELY),
        ("Quote", "A few days off; Sandra has picked up everything.", None),
        ("Annual leave", "I am away until Monday. Orders: orders@reed.example", AbsenceDoubt.LIKELY),
        ("Re: Quote", "I am away until Monday. Can you come on Tuesday?", None),
        ("Re: Quote", "I am away until Monday. Could you come on Tuesday, please?", None),
        ("Re: Quote", "I am away until Monday. In a hurry? Petra helps, please call her.", AbsenceDoubt.LIKELY),
        (
            "Re: Quote",
            "I am away until Monday. Would you like a quote, please? Write to petra@reed.example.",
            AbsenceDoubt.LIKELY,
        ),
        ("Away until Monday", "I am away until Monday. Can you come on Tuesday, please?", None),  # so customers write
        ("Re: Quote", "Can you come on Tuesday?", None),
        (
            "Re: Quote",
            "SATA-3 operates at 6 Gbps, and that is what the board has.",
            AbsenceDoubt.POSSIBLE,
        ),  # "operat-" is Italian
        ("Re: Quote", "We are still waiting for the price.", None),
        ("Re: Quote", "The price should be here by the 20th.", AbsenceDoubt.POSSIBLE),  # so notices say until when
        ("Re: Quote", "Please send the price by the 20th, we need the gate.", None),
        ("Re: Quote", "The gate is still broken, and I am laid up.", None),  # no other word of being away
        ("Re: Quote", "We are still waiting for the price. Please send it today, we need the gate.", None),
        ("Annual leave?", "Back on Monday.", None),
        (
            "The office is closed",
            "Sandra hat die Schlüssel.",
            AbsenceDoubt.POSSIBLE,
        ),  # who has the key lets somebody in
        ("Krankgeschrieben", "Der Himmel ist grau, und die Katze schläft auf dem Sofa.", AbsenceDoubt.LIKELY),
        ("Betriebsferien", "Wir brauchen vorher zwei Tische.", AbsenceDoubt.POSSIBLE),
        ("Schlüssel", "Sandra hat die Schlüssel.", None),
        ("Schlüssel, da unser Meister krankgeschrieben ist", "Sandra hat die Schlüssel.", None),
        ("Re: Quote", "", None),
    ],
)
def test_how_surely_an_answer_may_be_a_notice_in_other_words(subject, text, doubt):
    message = facts(subject=subject, text=text)
    base = extract_base_subject(subject)
    message = replace(message, base_subject=base.base, has_prefix=base.is_reply, is_reply=base.is_reply)
    assert find_absence_doubt(message) is doubt


_QUOTED = "{}\n\n-- \nPetra\n\nOn Mon, 2 Nov 2026 at 09:12, House <sales@house.example> wrote:\n> The price is below."


@pytest.mark.parametrize(
    ("text", "answers", "ack"),
    [
        ("We still wait for the gate.\n\nPetra", True, False),
        ("We still wait for the gate.\n\nPetra", False, True),
        (_QUOTED.format("We still wait for the gate."), True, True),
        ("We still wait for the gate. Please send it, we need it.", True, True),  # wants more than one thing
        ("Please ask Sandra on 0650 111 222, she can help you.", True, False),  # of others
        ("Where is the gate?", True, True),
    ],
)
def test_a_short_answer_that_quotes_nothing_and_asks_nothing_is_not_acknowledged(text, answers, ack):
    message = facts(subject="Re: Gate", text=text, in_reply_to=("x1@house.example",) if answers else ())
    message = replace(message, base_subject="Gate", has_prefix=answers, is_reply=answers)
    assert rules.classify_message(message, RULES, us()).ack is ack


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("The gate is in the yard.\n\nPetra", AbsenceDoubt.POSSIBLE),
        (
            "We will go with option 2.\n\nPetra",
            AbsenceDoubt.POSSIBLE,
        ),  # who accepts an offer waits for more than a glance
        ("Wir haben uns entschieden und nehmen Variante B.", AbsenceDoubt.POSSIBLE),
        ("Wir ziehen den Auftrag zurück.", AbsenceDoubt.POSSIBLE),
        ("Non mi è arrivato niente.", AbsenceDoubt.POSSIBLE),
        ("We still wait for the gate, and complain of the delay.\n\nPetra", AbsenceDoubt.POSSIBLE),  # wants two things
        ("We need the gate.\n\nPetra", AbsenceDoubt.POSSIBLE),
        ("Which gate?", None),
        (
            "Fui pai e volto a 16 de março. Até lá fala com a Leonor (leonor@customer.example), que tem as chaves.",
            AbsenceDoubt.LIKELY,
        ),
        ("Олег в компании больше не работает. Пишите Екатерине: snab@customer.example", AbsenceDoubt.LIKELY),
        ("Terima kasih. Pesan Kakak sudah kami terima.\n\nPesan ini dikirim otomatis", AbsenceDoubt.LIKELY),
    ],
)
def test_a_short_answer_that_quotes_nothing_is_a_programs_where_somebody_may_be_away_or_others_are_to_be_asked(
    text, doubt
):
    message = facts(subject="Re: Gate", text=text, in_reply_to=("x1@house.example",))
    assert find_absence_doubt(replace(message, base_subject="Gate", has_prefix=True, is_reply=True)) is doubt


def test_a_date_is_no_word_of_a_subject_that_announces_something():
    text = "Our rooms are closed from 15 December to 5 January. Emergencies: 082 555 0119."
    message = facts(subject="CLOSED 15 DEC - 5 JAN", text=text, base_subject="CLOSED 15 DEC - 5 JAN")
    assert find_absence_doubt(message) is AbsenceDoubt.LIKELY


@pytest.mark.parametrize(("return_path", "attention"), [("", "review"), ("carol@customer.example", "answer")])
def test_what_may_be_a_notice_is_for_a_glance_where_answers_to_it_go_nowhere(return_path, attention):
    message = facts(subject="Re: Quote", text="We climb until the 20th, over and out.", return_path=return_path)
    assert rules.classify_message(replace(message, has_prefix=True, is_reply=True), RULES, us()).attention == attention


@pytest.mark.parametrize("subject", ["Utanför kontoret just nu: offert 7", "Offert 7", "Ausser Haus - Offert 7"])
def test_an_answer_is_one_by_what_it_answers_whatever_its_subject_begins_with(subject):
    message = facts(subject=subject, text="Jag är på semester till den 8 augusti. Beställningar: order@reed.example")
    assert find_absence_doubt(replace(message, base_subject=subject, is_reply=True)) is AbsenceDoubt.LIKELY


@pytest.mark.parametrize(
    "subject",
    [
        "Autoodpověď: cena",
        "Autoantwort: Preis",
        "Automatický odgovor: cijena",
        "Αυτόματη απάντηση: τιμή",
        "Risposta automat.: prezzo",
    ],
)
def test_an_answer_that_a_machine_gives_is_one_by_its_subject_in_any_spelling(subject):
    assert AUTO_SUBJECT_START.match(subject.casefold())


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic gearbox: price",
        "Automātiska vārtu atvērēja cena",
        "Svar: pris",
        "Answer to your offer",
        "Autovermietung: Antwort",
    ],
)
def test_a_subject_about_automatic_things_is_a_persons(subject):
    assert not AUTO_SUBJECT_START.match(subject.casefold())


@pytest.mark.parametrize(
    "subject",
    [
        "Resposta automàtica",
        "Automātiskā atbilde",
        "Automatinis atsakymas: kaina",
        "ตอบกลับอัตโนมัติ: ใบเสนอราคา",
        "پاسخ خودکار: قیمت",
        "स्वचालित उत्तर: दाम",
        "Sjálfvirkt svar: verð",
        "Balasan otomatis: harga",
    ],
)
def test_an_automatic_answer_is_one_by_its_subject_in_languages_of_no_word_list(subject):
    assert AUTO_SUBJECT_START.match(subject.casefold())


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("At the show until Wednesday. This is an automated message, don't be offended.", AbsenceDoubt.LIKELY),
        ("Aquest és un missatge automàtic. Reprenem dimecres.", AbsenceDoubt.LIKELY),
        ("Това е автоматичен отговор. Панаирът свършва в сряда.", AbsenceDoubt.LIKELY),
        ("Lo pasamos al almacén. (Mensaje generado al recibir su correo)", AbsenceDoubt.LIKELY),
        ("これは自動返信です。水曜日に戻ります。", AbsenceDoubt.LIKELY),
        ("Could you send the price again? The automatic answer came, no more.", None),
        ("This is an automated message. Was it of any help to you?", AbsenceDoubt.POSSIBLE),
        ("自動返信を受け取りました。3月8日までに扉を2枚直せますでしょうか。お願いします。", None),
        ("The automatic door stands at the north side.", AbsenceDoubt.POSSIBLE),
        ("Can you come to the automatic door on Tuesday?", None),
    ],
)
def test_an_answer_that_calls_itself_automatic_may_be_one(text, doubt):
    message = replace(facts(subject="Re: Quote", text=text), base_subject="Quote", has_prefix=True, is_reply=True)
    assert find_absence_doubt(message) is doubt


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("We climb until the 20th, over and out.", AbsenceDoubt.POSSIBLE),
        ("We climb until the 20th, over and out. What does the gate cost?", None),
        ("We climb until the 20th, over and out. " * 10, AbsenceDoubt.POSSIBLE),
    ],
)
def test_an_answer_under_its_own_subject_that_wants_nothing_may_be_a_machines(text, doubt):
    message = replace(facts(subject="Gone", text=text), base_subject="Gone", is_reply=True)
    assert find_absence_doubt(message) is doubt


@pytest.mark.parametrize(
    ("subject", "is_reply", "doubt"),
    [
        ("I have gone Re: Quote 7", True, AbsenceDoubt.POSSIBLE),
        ("Gone fishing: AW: Angebot", True, AbsenceDoubt.POSSIBLE),
        ("I have gone Re: Quote 7", False, None),
        ("I have gone: Quote 7", True, AbsenceDoubt.POSSIBLE),
        (f"I have gone{' ' * 100_000}Re: Quote 7", True, AbsenceDoubt.POSSIBLE),
    ],
)
def test_an_announcement_before_the_subject_that_is_answered_may_be_a_machines(subject, is_reply, doubt):
    text = "We climb until the 20th, over and out. " * 10
    message = replace(facts(subject=subject, text=text), base_subject=subject, is_reply=is_reply)
    assert find_absence_doubt(message) is doubt


# --- an answer under another subject, or of a service


@pytest.mark.parametrize(
    ("sender", "subject", "text", "doubt"),
    [
        (
            "Town Hall <desk@town.example>",
            "Number 2218",
            "The request was entered in the register.",
            AbsenceDoubt.LIKELY,
        ),
        (
            "Carol Reed <carol@reed.example>",
            "Gone fishing",
            "The trout bite until it rains.",
            AbsenceDoubt.LIKELY,
        ),
        ("Carol Reed <carol@reed.example>", "Doors", "The doors came in grey. I would like the green ones.", None),
        ("Carol Reed <carol@reed.example>", "Doors", "The doors came in grey, could you send the green ones?", None),
        (
            "Carol Reed <carol@reed.example>",
            "Doors",
            "We accept. The doors may be delivered on Monday.",
            AbsenceDoubt.POSSIBLE,
        ),
        (
            "Carol Reed <carol@reed.example>",
            "Re: Doors",
            "The trout bite until it rains.",
            AbsenceDoubt.POSSIBLE,
        ),
        ("Reed Support <support@reed.example>", "Re: Doors", "Your doors are with the joiner.", AbsenceDoubt.LIKELY),
        ("Reed Support <support@reed.example>", "Re: Doors", "Your doors leak. I need somebody today.", None),
        (
            "Reed Support <support@reed.example>",
            "Re: Doors",
            "Thank you for your message. Anything else?",
            AbsenceDoubt.POSSIBLE,
        ),
    ],
)
def test_what_answers_under_its_own_subject_or_for_a_service_may_be_a_machines(sender, subject, text, doubt):
    base = extract_base_subject(subject)
    message = facts(subject=subject, text=text, from_=parse_addresses(sender), in_reply_to=("1@house.example",))
    message = replace(message, base_subject=base.base, has_prefix=base.is_reply, is_reply=True)
    assert find_absence_doubt(message) is doubt


# --- the words that people use every day


@pytest.mark.parametrize(("subject", "text"), read_texts("everyday_absences"))
def test_an_answer_that_says_it_in_everyday_words_is_for_a_glance(subject, text):
    verdict = classify_text(subject, text)
    assert (verdict.attention, verdict.ack) == ("review", False)


@pytest.mark.parametrize(("subject", "text"), read_texts("sure_absences"))
def test_a_letter_that_says_when_mail_is_read_again_is_for_a_glance(subject, text):
    verdict = classify_text(subject, text)
    assert (verdict.attention, verdict.ack) == ("review", False)


@pytest.mark.parametrize(("subject", "text"), read_texts("closed_houses"))
def test_a_house_that_announces_it_and_speaks_of_orders_in_general_is_for_a_glance(subject, text):
    verdict = classify_text(subject, text)
    assert (verdict.attention, verdict.ack) == ("review", False)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("We are on our holidays", "We are away until 17 August. Could you deliver the flour before that?"),
        (
            "Wir machen Betriebsferien",
            "Bis zum 11.8. ist zu. Wir brauchen die Dübel vorher, bitte liefern Sie am 20.7.",
        ),
        ("Fermeture annuelle", "Nous sommes fermés du 4 au 22. Il nous faut les joints avant."),
    ],
)
def test_a_house_that_announces_it_and_wants_something_is_answered_by_a_person(subject, text):
    assert classify_text(subject, text).attention == "answer"


@pytest.mark.parametrize(
    ("address", "doubt"),
    [
        ("rhona@reed.example", AbsenceDoubt.LIKELY),
        ("carol@reed.example", AbsenceDoubt.POSSIBLE),
        ("info@reed.example", AbsenceDoubt.POSSIBLE),
        ("rhona@other.example", AbsenceDoubt.POSSIBLE),
    ],
)
def test_a_short_answer_that_names_a_colleague_and_wants_nothing_is_one(address, doubt):
    message = facts(
        subject="Re: Quote",
        text=f"The whole of the hills belongs to us, and Rhona is at {address}",
        from_=(Address("carol@reed.example"),),
    )
    assert find_absence_doubt(replace(message, base_subject="Quote", has_prefix=True, is_reply=True)) is doubt


@pytest.mark.parametrize(("subject", "text"), read_texts("absent_customers"))
def test_who_is_away_and_wants_something_is_answered(subject, text):
    assert classify_text(subject, text).attention == "answer"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Back on the 14th.", True),
        ("Vom 3. bis 17. ist zu.", True),
        ("Nous serons sur les routes du 8 au 19.", True),
        ("15'inde buradayız.", True),
        ("До 12-го мы на даче.", True),
        ("六日から、八月6日まで。", True),
        ("Commit 7e1a9 of 2.14.", False),
        ("32 treads, 4 mm, at 10.30.", False),
        ("Room 8, 120 kg.", False),
    ],
)
def test_a_day_of_a_month_is_told_by_its_ending_or_by_two_of_them(text, names):
    assert names_day_of_month(facts(text=text)) is names


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("On holiday until Monday, Petra helps.", True),
        ("The workshop sleeps.", False),
        ("On holiday until Monday, Petra helps. Could she come in?", False),
        ("On holiday until Monday, Petra helps. Tuesday suits us.", False),
        ("On holiday until Monday. " * 60, False),  # no notice is so long
    ],
)
def test_a_word_of_being_away_is_no_notice_by_itself(text, tells):
    assert tells_of_absence(facts(text=text, base_subject="")) is tells


def test_who_may_be_away_is_answered_by_a_person_and_by_no_machine():
    verdict = classify_text("Between two frosts", "On holiday until Monday, Petra helps.")
    assert (verdict.attention, verdict.ack) == ("answer", False)
    asks = classify_text("Between two frosts", "On holiday until Monday. Could you repair the kiln before?")
    assert (asks.attention, asks.ack) == ("answer", True)
