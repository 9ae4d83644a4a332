"""core/inquiry/signature_lines.py: names, addresses and footers end a letter; a sentence, a number of pieces and a postscript do not."""

from __future__ import annotations

import pytest

from watcher.core.inquiry import signature_lines


@pytest.mark.parametrize(
    "line",
    [
        "Carol Miller", "Dipl.-Ing. Max Muster", "Head of Purchasing", "kaufmännische Leitung", "Ufficio Acquisti",
        "Miller Roofs Ltd", "Oleodinamica Padana S.p.A.", "Muster GmbH & Co. KG", "Hauptstr. 12", "12345 Berlin", "ul. Długa 5",
        "12 rue de la Paix, 75002 Paris", "4 Mill Lane, 20111 Hull", "Tel.: 030 / 123456", "T +49 30 1234 | M +49 170 123",
        "www.miller.example", "carol@customer.example",
    ],
)  # fmt: skip
def test_lines_of_a_signature(line):
    assert signature_lines.is_signature([line])
    assert not signature_lines.is_footer([line])


@pytest.mark.parametrize(
    "line",
    ["we take two", "please call", "40 chairs", "Please send 40", "PS: 40", "Order 12", "Chairs 40", "How much?", "två",
     "please call +44 20 7946 0018", "Accepted, go ahead with it", "Mo-Fr 9-17"],
)  # fmt: skip
def test_what_is_said_is_no_signature(line):
    assert not signature_lines.is_signature(["Carol Miller", "", line])


@pytest.mark.parametrize(
    "line",
    ["Sent from my Galaxy", "Von meinem iPhone gesendet", "Diese E-Mail enthält vertrauliche Informationen.",
     "Please consider the environment before printing.", "// Ai sensi del Reg. UE 2016/679", "HRB 1234, Amtsgericht Köln",
     "Ce message est confidentiel.", "P.IVA: 0123456789"],
)  # fmt: skip
def test_a_footer_needs_nothing_above_it_and_ends_with_its_paragraph(line):
    assert signature_lines.is_footer(["", line, "and whatever goes on here"])
    assert not signature_lines.is_footer([line, "", "we take two"])


def test_nothing_is_both():
    assert signature_lines.is_signature([])
    assert signature_lines.is_footer(["", "--", "____"])


def test_the_names_below_regards_are_those_of_writers():
    quoted = "> Sofa Oslo\n> Sofa Bergen\n>\n> Mit freundlichen Grüßen\n>\n> Petra Lang\n> Verkauf\n"
    assert list(signature_lines.find_signed_names(quoted)) == ["Petra Lang"]
