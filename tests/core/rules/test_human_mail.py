"""core/rules/rules.py: what people write to a business is tracked, whatever words and mail program; most of it is acknowledged."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from tests.samples import RULES, us
from watcher.core.message import facts
from watcher.core.message.model import Facts, FetchedMessage, FolderRole, Locator
from watcher.core.rules import rules

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)

#: Subject and text. The second field says whether a machine may answer too: a doubt may keep it silent, and nothing more.
LETTERS = [
    ("A quote, please", True, "Hello, what does a new roof cost? 120 square metres, clay tiles. Regards, Carol"),
    ("URGENT!!! water is coming in", True, "PLEASE HELP, the roof leaks since last night, can you come TODAY?"),
    ("", True, "Hi, are you open on Saturday?"),
    ("question", True, "do you deliver to vienna"),
    ("Free quote", True, "Could I get a free quote for a bathroom? No obligation of course :) Best price wins."),
    ("Mortgage", True, "Hello, we would like to refinance our house. What would you need from us? Please call me."),
    ("Life insurance for my family", True, "Good morning, I am 34 and looking for a life insurance. Which do you offer?"),
    ("Weight loss course", True, "Hi! Is the weight loss course in January still open? I want to lose weight before summer."),
    ("Website", True, "We need a new website with a newsletter and search engine optimisation. What would that cost?"),
    ("Our newsletter", True, "Hello, we want to print 500 copies of our newsletter. Can you do that by Friday? Price?"),
    ("Discount?", True, "If we order 200 pieces, is there a discount? And do you take credit cards?"),
    ("Order 4711", True, "Dear team, my order has not arrived. The tracking number does not work. Where is it?"),
    ("Unsubscribe", False, "Please unsubscribe me from your newsletter."),
    ("Complaint", True, "I will not pay this invoice. The work was not finished and nobody called back!"),
    ("Job application", True, "Dear Sir or Madam, I am looking for an apprenticeship as a roofer. May I send you my papers?"),
    ("Photos of the damage", True, "Hi, photos attached. https://photos.example/a https://photos.example/b What do you think?"),
    ("Anfrage Angebot Dachsanierung", True, "Guten Tag, wir möchten unser Dach sanieren lassen. Können Sie uns ein Angebot machen? Danke."),
    ("Sonderangebot?", True, "Hallo, gilt das Sonderangebot aus der Zeitung noch? Ich würde gern zwei Stück bestellen."),
    ("Kündigung Newsletter und Termin", False, "Hallo, bitte den Newsletter abbestellen. Und: wann haben Sie einen Termin frei?"),
    ("Devis toiture", True, "Bonjour, nous aimerions un devis pour notre toiture, environ 90 m². Merci d'avance."),
    ("Presupuesto", True, "Hola, ¿me pueden enviar un presupuesto para 20 ventanas? Gracias, un saludo"),
    ("Preventivo", True, "Buongiorno, vorrei un preventivo per il tetto. Grazie e cordiali saluti"),
    ("Orçamento", True, "Bom dia, gostaria de um orçamento para pintar a casa. Obrigado"),
    ("Offerte", True, "Goedemiddag, kunt u een offerte maken voor een nieuw dak? Alvast bedankt"),
    ("見積もりのお願い", True, "屋根の修理の見積もりをお願いします。"),
    ("Смета", True, "Здравствуйте, сколько стоит ремонт крыши?"),
    ("عرض سعر", True, "مرحبا، كم تكلفة إصلاح السقف؟"),
    ("Fwd: Roof", True, "What do you think of this?\n\n---------- Forwarded message ---------\nFrom: x@y.example\n\nUnsubscribe here"),
    ("Payment", True, "Your account details on the invoice seem wrong, the bank says the IBAN is invalid. Can you verify?"),
    ("Investment property", True, "We bought an investment property and need a surveyor. Do you work from home or have an office?"),
    ("Casino night", True, "Hi, we plan a casino night for 80 guests. Do you rent roulette tables?"),
    ("Viagra Falls", True, "Our band Viagra Falls would like to play at your pub. Is the 5th of May free?"),
    ("Bitcoin?", True, "Do you accept bitcoin or other cryptocurrency for the car?"),
]  # fmt: skip

SIGNATURE = (
    "\n\n--\nCarol Customer | Customer & Sons Ltd\nwww.customer.example | https://linkedin.example/in/carol\n"
    "This e-mail is confidential. If you received this in error please delete it. Registered in Sheffield.\n"
)
HTML = (
    '<html><head><style>p {{margin:0}}</style></head><body><div dir="ltr"><p>{}</p><br><table><tr><td><img src="cid:logo"></td>'
    '<td><a href="https://customer.example">Customer &amp; Sons</a> <a href="mailto:carol@customer.example">carol@customer.example</a>'
    '<a href="https://linkedin.example/carol"><img src="https://customer.example/in.png"></a></td></tr></table></div></body></html>'
)


def read(subject: str, text: str, shape: str) -> Facts:
    message = EmailMessage()
    message["From"] = "carol1982@customer.example" if shape == "phone" else "Carol Customer <carol@customer.example>"
    message["To"] = "Example Sales <sales@example.com>"
    message["Subject"] = subject
    message["Message-ID"] = "<CAF=x1y2z3@mail.gmail.com>"
    message["Return-Path"] = "<carol@customer.example>"
    if shape == "html only":
        message.set_content(HTML.format(text), subtype="html")
    else:
        message.set_content(
            text + (SIGNATURE if shape == "signature" else "\n\nSent from my phone" * (shape == "phone"))
        )
    if shape == "both":
        message.add_alternative(HTML.format(text), subtype="html")
    raw = message.as_bytes()
    found = facts.read_message(FetchedMessage(Locator("sales", "INBOX", 1, 1), FolderRole.INBOX, raw, NOW, len(raw)))
    assert isinstance(found, Facts)
    return found


@pytest.mark.parametrize("shape", ["plain", "signature", "both", "html only", "phone"])
@pytest.mark.parametrize(("subject", "answered", "text"), LETTERS, ids=[row[0] or "no subject" for row in LETTERS])
def test_no_customer_is_lost(subject, answered, text, shape):
    verdict = rules.classify_message(read(subject, text, shape), RULES, us())
    assert verdict.track, verdict.why
    if shape in ("plain", "signature", "both") and answered:
        assert verdict.ack, verdict.codes
