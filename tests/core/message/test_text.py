"""What a person reads of a body, and what of it is the writer's own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watcher.core.message import text


@pytest.mark.parametrize(
    ("subject", "base", "is_reply", "is_forward"),
    [
        ("Offer", "Offer", False, False),
        ("Re: Offer", "Offer", True, False),
        ("RE: AW: Re[2]: Re (3) : Offer", "Offer", True, False),
        *[
            (f"{prefix} Offer", "Offer", True, False)
            for prefix in [
                "AW:",
                "Antw:",
                "SV:",
                "VS:",
                "Odp:",
                "YNT:",
                "回复：",
                "答复:",
                "Ref:",
                "RES:",
                "RIF:",
                "R:",
                "Отв:",
                "HA:",
                "返信:",
                "RÉP:",
            ]
            if prefix != "HA:"
        ],
        *[
            (f"{prefix} Offer", "Offer", False, True)
            for prefix in ["Fwd:", "FW:", "WG:", "TR:", "RV:", "ENC:", "I:", "VL:", "转发："]
        ],
        ("Re : Offer", "Offer", True, False),
        ("[list] Re: [tag] Offer", "Offer", True, False),
        ("Fwd: Re: Offer", "Offer", False, True),
        ("Re: Fwd: Offer", "Offer", True, False),
        ("Offer (fwd)", "Offer", False, True),
        ("[Fwd: Offer]", "Offer", False, True),
        ("Re:", "Re:", True, False),
        ("[only a tag]", "[only a tag]", False, False),
        ("Regarding: your offer", "Regarding: your offer", False, False),
        ("Retour: a parcel", "Retour: a parcel", False, False),
        ("Trouble: it does not start", "Trouble: it does not start", False, False),
        ("", "", False, False),
    ],
)
def test_the_base_subject_and_what_came_first(subject: str, base: str, is_reply: bool, is_forward: bool) -> None:
    assert text.extract_base_subject(subject) == (base, is_reply, is_forward)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("one<br>two<BR/>three", "one\ntwo\nthree"),
        ("<b>bo</b>ld", "bold"),
        ("a&nbsp;b &amp;&#x20AC; c", "a b &€ c"),
        ("a\n  b", "a b"),
        ("<pre>a\nb</pre>c\nd", "a\nb\nc d"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\n\nb"),
        ("<style>p{}</style><script>x</script><title>t</title>hi<!-- no -->", "hi"),
        ('hi<div style="Display : None">no</div><span hidden>no</span><i style="font-size:0px">no</i>', "hi"),
        ('<p style="font-size:0.9em">small</p>', "small"),
        (
            "mine<blockquote>theirs<br>too<blockquote>older</blockquote></blockquote>again",
            "mine\n\n> theirs\n> too\n\n>> older\n\nagain",
        ),
        ("a\ue000b\ue001", "ab"),
        ("1 < 2", "1 < 2"),
        ("", ""),
        ("<", "<"),
    ],
)
def test_html_as_a_person_reads_it(html: str, expected: str) -> None:
    got = [line for line in text.html_to_text(html).text.split("\n") if line.strip("> ")]
    assert got == [line for line in expected.split("\n") if line.strip("> ")]


def test_links_and_remote_images_are_counted() -> None:
    html = '<a href="https://x">a</a><a href="mailto:x">b</a><A HREF=http://y>c</A><img src="cid:1"><img src="http://z/1.gif">'
    assert text.html_to_text(html)[1:] == (2, 1)
    assert text.count_remote_references("<a <a <a " * 1000) == (0, 0)


@pytest.mark.parametrize("tag", ["div", "blockquote", "b", "table><tr><td", "a href=x><b></a", "select", "svg"])
def test_html_nested_too_deep_is_still_readable(tag: str) -> None:
    html = f"<style>no</style><script>no</script>Hello<{tag}>" + f"<{tag}>" * 20_000 + "&amp; world"
    found = text.html_to_text(html[: text.MAX_HTML_LENGTH - 100] + "world")
    assert "Hello" in found.text
    assert "no" not in found.text.split()


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
        ("> only\n> quoted", ""),
        ("", ""),
    ],
)
def test_what_the_writer_added(body: str, own: str) -> None:
    assert [line for line in text.extract_own_text(body).split("\n") if line] == [
        line for line in own.split("\n") if line
    ]


def test_a_forward_without_a_word_of_its_own_has_no_own_text() -> None:
    body = "---------- Forwarded message ---------\nFrom: x\n\nold"
    assert text.extract_own_text(body, forwarded=True) == ""
    assert "old" in text.extract_own_text(body)


@given(st.text(alphabet=">-_ \n:ab@1", max_size=400) | st.lists(st.sampled_from(
    ["> a", "On x wrote:", "From: a", "Sent: b", "-- ", "", "Am 1 schrieb B:", "text", "-----Original Message-----", "_" * 40]
)).map("\n".join))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_own_text_invents_nothing(body: str) -> None:
    own = text.extract_own_text(text.normalise_text(body))
    known = {line.strip() for line in body.split("\n")}
    assert {line.strip() for line in own.split("\n")} <= known | {""}
    assert "\n>" not in own


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Hello, could you please send me a quote for the new machine? Thanks.", "en"),
        ("Guten Tag, können Sie mir bitte ein Angebot für die neue Maschine schicken? Vielen Dank.", "de"),
        ("Bonjour, pouvez-vous nous envoyer une offre pour la machine ? Merci et cordialement.", "fr"),
        ("Hola, ¿me puede enviar una oferta para la máquina? Muchas gracias y saludos.", "es"),
        ("Buongiorno, vorrei ricevere una offerta per la macchina. Grazie e cordiali saluti.", "it"),
        ("Olá, gostaria de receber uma proposta para a máquina. Muito obrigado.", "pt"),
        ("Goedendag, kunt u mij een offerte voor de machine sturen? Met vriendelijke groet.", "nl"),
        ("Здравствуйте, пришлите предложение", ""),
        ("OK", ""),
        ("12345 www.shop.com.com.com as do", ""),
        ("", ""),
    ],
)
def test_the_language_is_told_or_left_open(body: str, language: str) -> None:
    assert text.guess_language(body) == language


def test_text_is_tidy() -> None:
    assert text.normalise_text("a\r\nb\rc\u2028d\x00e\u202ef\u200bg\x1bh\n\n") == "a\nb\nc\ndefgh"
    assert text.normalise_text("Ka\u0308se") == "Käse"
    assert text.normalise_text("👩\u200d👧") == "👩\u200d👧"
    assert len(text.normalise_text("x" * 100_000)) == text.MAX_TEXT_LENGTH
