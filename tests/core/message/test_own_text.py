"""core/message/own_text.py, core/message/device_lines.py: what of a body the writer wrote."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watcher.core.message import own_text, text


@pytest.mark.parametrize(
    ("body", "own"),
    [
        ("Just a question.", "Just a question."),
        ("Top.\n\nOn Mon, 1 Jan 2024 at 10:00, Carol <c@x.example> wrote:\n> old\n> older", "Top."),
        ("On Mon, 1 Jan 2024, Carol <c@x.example>\nwrote:\n\n> old\n\nBelow.", "Below."),
        ("> old\n\nFirst.\n\n> older\n>> oldest\nSecond.", "First.\nSecond."),
        ("Ja.\n\nAm 01.02.2024 um 10:00 schrieb Carol:\n> alt", "Ja."),
        ("Oui.\n\nLe lun. 1 janv. 2024 à 10:00, Carol <c@x.example> a écrit :\n> vieux", "Oui."),
        ("Yes.\n\nOn Mon, 1 Jan 2024 at 10:00, Carol <c@x.example> wrote:\nnot marked at all", "Yes."),
        ("Yes.\n\n-----Original Message-----\nFrom: a\nSent: b\nTo: c\nSubject: d\n\nold", "Yes."),
        ("Yes.\n\nFrom: Carol\nSent: Monday\nTo: Anna\nSubject: Offer\n\nold", "Yes."),
        ("Danke!\n\nVon: Anna\nGesendet: Montag\nAn: Ben\nBetreff: Angebot\n\nalt", "Danke!"),
        ("See below.\n\n---------- Forwarded message ---------\nFrom: x\n\nold", "See below."),
        ("See below.\n\nBegin forwarded message:\n\n> From: x\n> old", "See below."),
        ("Hello\n\n-- \nCarol\nPhone 1", "Hello"),
        ("Hello\n\nSent from my iPhone", "Hello"),
        ("Sent from my iPhone", "Sent from my iPhone"),
        ("From: the start I wondered.\nYours", "From: the start I wondered.\nYours"),
        ("I have three points:\n- one\n- two", "I have three points:\n- one\n- two"),
        ("5 > 3 is true:\nreally", "5 > 3 is true:\nreally"),
        ("Да.\n\nпн, 2 нояб. 2026 г. в 09:12, House <s@h.example>:\n\nне отмечено", "Да."),
        ("Sí.\n\nEl lun, 2 nov 2026 a las 9:12, House (<s@h.example>)\nescribió:\nviejo", "Sí."),
        ("Kyllä.\n\nma 2.11.2026 klo 9.12 House\n<s@h.example> kirjoitti:\nvanha", "Kyllä."),
        (
            "Ask Anna (anna@h.example) for these:\nplan, oak, two doors",
            "Ask Anna (anna@h.example) for these:\nplan, oak, two doors",
        ),
        ("> only\n> quoted", ""),
        ("", ""),
    ],
)
def test_what_the_writer_added(body: str, own: str) -> None:
    assert [line for line in own_text.extract_own_text(body).split("\n") if line] == [
        line for line in own.split("\n") if line
    ]


@pytest.mark.parametrize(
    ("body", "quotes"),
    [
        ("Yes.\n\nOn Mon, 1 Jan 2024 at 10:00, Carol <c@x.example> wrote:\n> old", True),
        ("Yes.\n\n-- \nAnna\n\n-----Original Message-----\nFrom: a\nSent: b\nTo: c\nSubject: d\n\nold", True),
        ("> old\n\nYes.", True),
        ("Yes.\n\n-- \nAnna\nHouse Ltd, Gate 7", False),
        ("Yes.\n\nSent from my iPhone", False),
        ("", False),
    ],
)
def test_a_quotation_is_found_above_a_signature_and_below_it(body: str, quotes: bool) -> None:
    assert own_text.has_quotation(body) is quotes
    assert own_text.has_quotation(body, own_text.extract_own_text(body)) is quotes


def test_a_forward_without_a_word_of_its_own_has_no_own_text() -> None:
    body = "---------- Forwarded message ---------\nFrom: x\n\nold"
    assert own_text.extract_own_text(body, forwarded=True) == ""
    assert "old" in own_text.extract_own_text(body)


@given(st.text(alphabet=">-_ \n:ab@1", max_size=400) | st.lists(st.sampled_from(
    ["> a", "On x wrote:", "From: a", "Sent: b", "-- ", "", "Am 1 schrieb B:", "text", "-----Original Message-----", "_" * 40]
)).map("\n".join))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_own_text_invents_nothing(body: str) -> None:
    own = own_text.extract_own_text(text.normalise_text(body))
    known = {line.strip() for line in body.split("\n")}
    assert {line.strip() for line in own.split("\n")} <= known | {""}
    assert "\n>" not in own


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Two roofs.\n\n[scanned by the gateway]\n", "Two roofs.\n"),
        ("Two roofs.\n____\nThe list\nhttps://lists.example", "Two roofs."),
        ("Two roofs.\n----\nCancel the first, please.", "Two roofs.\n----\nCancel the first, please."),
        ("[Two roofs]", "[Two roofs]"),
        ("----\nwww.customer.example", "----\nwww.customer.example"),
        ("", ""),
    ],
)
def test_what_was_put_under_a_mail_on_the_way_has_its_own_form(text, rest):
    assert own_text.remove_delivery_footer(text) == rest
