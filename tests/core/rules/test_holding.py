"""core/rules/holding.py: a reply that only says that an answer will come, and one that answers all the same."""

from __future__ import annotations

import pytest

from tests.samples import RULES, facts
from watcher.core.rules import holding
from watcher.core.rules.holding import Promise

PHRASES = holding.compile_phrases([{"says": ["we will*get back to you"], "unless": ["attached"]}])


@pytest.mark.parametrize(
    "text", ["We will get back to you.", "we will of course get back to YOU soon", "Hi,\nwe will\nget back to you\n"]
)
def test_a_promise_is_a_holding_reply(text):
    assert PHRASES.find_promise(facts(text=text)) is Promise.ONLY


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("We will get back to you. Until then: it costs € 40.", {}),
        ("We will get back to you, see https://shop.example", {}),
        ("We will get back to you; the plan is attached", {}),
        ("We will get back to you.", {"attachments": ("plan.pdf",)}),
        ("We will get back to you." + " More words." * 40, {}),
        ("We will see. They get back to you.", {}),  # not in one sentence
        ("somewhere we will get back to your", {}),  # not whole words
        ("", {}),
    ],
)
def test_in_doubt_a_reply_is_an_answer(text, changed):
    assert PHRASES.find_promise(facts(text=text, **changed)) is Promise.NONE


def test_without_phrases_nothing_is_held():
    assert holding.HoldingPhrases().find_promise(facts(text="We will get back to you.")) is Promise.NONE
    assert RULES.holding_phrases.find_promise(facts(text="Thank you, we will get back to you.")) is Promise.ONLY


ONLY = """
Thank you for your inquiry. We have received it and will get back to you shortly.
Dear Ms Miller, I have passed this on to my colleague, who is on holiday. He will be in touch soon. Kind regards, Anna
Hi Carol, we will let you know. Anna
Vielen Dank für Ihre Anfrage und Ihr Interesse. Unsere Fachabteilung prüft das. Wir melden uns so schnell wie möglich.
Bonjour Madame, merci pour votre message. Je me renseigne et je reviens vers vous. Cordialement, Anna
Gracias por su consulta. Lo consultaré con mi compañero y le responderé lo antes posible.
Grazie per la richiesta. Stiamo verificando con il reparto e le faremo sapere.
Obrigada pela mensagem. Vou verificar com o meu colega e retornarei.
Bedankt voor uw bericht. Ik zoek het uit en kom bij u terug.
Dziękujemy za wiadomość. Sprawdzimy i odezwiemy się.
Tack för ditt mejl. Jag undersöker och återkommer.
Tak for din mail. Vi undersøger det og vender tilbage.
Спасибо за письмо. Уточним и свяжемся с вами.
お世話になっております。確認いたします。改めてご連絡いたします。
I shall have a word with our fitter on Friday and ring you then.
Ihr Anliegen ist bei uns angekommen. Frau Voß aus der Werkstatt ruft Sie zurück.
Votre courriel nous est bien parvenu, notre comptable vous répondra mercredi.
Hemos recibido su solicitud y la hemos pasado al taller, que le llamará esta semana.
La sua segnalazione è stata inoltrata al tecnico, che la contatterà lunedì.
O seu pedido foi registado e encaminhado para a Dr.ª Marta, que lhe dará resposta na terça.
Uw vraag is doorgestuurd naar de planner, hij belt u morgen.
Pańska prośba wpłynęła i została przekazana do kierownika, oddzwoni jutro.
Vaši zprávu jsem dostala, zeptám se mistra a zavolám.
Správu som dostala, majster sa Vám ozve zajtra.
Ditt meddelande har kommit fram, jag hör med chefen och återkommer på fredag.
Din henvendelse er registreret, og jeg spørger lige mester.
Henvendelsen er mottatt, jeg sjekker med lageret og ringer deg.
Viestisi on saapunut, kysyn mestarilta ja palaan asiaan.
Üzenetét megkaptuk, megkérdezem a szerelőt és visszahívom.
Mesajul a ajuns la noi, întreb atelierul și vă sun mâine.
Mesajınız bize ulaştı, ustaya sorup size döneceğim.
Λάβαμε το αίτημά σας, θα ρωτήσω τον μάστορα και θα σας καλέσω αύριο.
Получили ваше письмо, спрошу у мастера и перезвоню.
Отримали ваш лист, запитаю майстра і передзвоню.
Получихме писмото Ви, ще попитам майстора и ще Ви се обадя.
Primili smo vaš upit, pitat ću majstora i javit ću vam se.
Prejeli smo vaše sporočilo, mojster vas bo poklical.
Gavome jūsų laišką, paklausiu meistro ir paskambinsiu.
Saņēmām jūsu ziņu, pajautāšu meistaram un piezvanīšu.
Saime teie kirja kätte, küsin meistrilt ja helistan.
您的来信已收到，我问问师傅，明天给您回复。
문의 잘 받았습니다. 확인 후 연락드리겠습니다.
وصلتنا رسالتك وسنتواصل معك غدا.
קיבלנו את הפנייה, אבדוק ואחזור אלייך מחר.
Chúng tôi đã nhận được thư của bạn và sẽ trả lời sớm nhất.
Pesan Anda sudah kami terima, kami akan menghubungi Anda besok.
"""
POSSIBLE = """
The green ones are rarely made. I'll get back to you.
Die grünen werden selten gebaut. Ich melde mich.
We have received your inquiry.
Your message has reached us. The boss is at a fair.
We have put the drawings aside and will be in touch.
"""
ANSWERS = """
The doors are in stock. We will let you know when they leave.
Yes, that is possible. We will let you know the date.
Yes, we deliver to Leeds and I'll get back to you about the date.
We can come on 4 December. I'll get back to you about the time.
Ja, das geht. Wir melden uns wegen des Termins.
Die Türen sind vorrätig, wir liefern nächste Woche. Wir sagen Ihnen noch Bescheid.
Nein, leider nicht. Ich melde mich, sobald es sich ändert.
Oui, c'est possible. Je reviens vers vous pour la date.
Thank you for your payment, all settled.
You are welcome!
Monday at ten.
You need to check the fuse behind the panel.
Sie müssen die Sicherung prüfen.
Du måste kontrollera säkringen.
Trebuie să verificați siguranța.
Нужно проверить предохранитель.
Vérifiez d'abord le fusible et contactez-nous.
Debe comprobar el fusible y contactarnos.
Verifichi il fusibile e ci contatti.
Deve verificar o fusível e pode entrar em contato conosco.
U moet de zekering controleren.
Proszę sprawdzić bezpiecznik i skontaktować się z serwisem.
Zkontrolujte pojistku a kontaktujte nás.
Skontrolujte poistku a kontaktujte nás.
Tarkista sulake, tai voit ottaa yhteyttä huoltoon.
Ellenőrizze a biztosítékot, és várjuk visszajelzését.
Sigortayı kontrol edip bizimle iletişime geçin.
Ελέγξτε την ασφάλεια.
Перевірте запобіжник.
Проверете предпазителя.
Provjerite osigurač.
Pārbaudiet drošinātāju un pajautājiet pārdevējam.
Patikrinkite saugiklį.
ヒューズを確認してください。
请检查一下保险丝，收到后请联系我们。
퓨즈를 확인 후 연락 주세요.
Bạn phải kiểm tra cầu chì.
Coba cek sekringnya.
בדוק את הפיוז ותחזור אליי.
कृपया फ्यूज चेक करें और हमसे संपर्क करें।
Got it, and your booking has been changed.
Done. We'll let you know when it ships.
It's ready, see you Thursday.
Liegt bereit.
The hinges are in stock, we'll let you know when they leave.
"""

#: Below their words people write who they are.
SIGNATURE = """

Kind regards,

Priya Nair
Internal Sales
Thornbury Fixings Ltd, 12 Mill Lane
01454 555 220
https://fixings.example"""


def lines(text):
    return [line for line in text.split("\n") if line]


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        *((text, Promise.ONLY) for text in lines(ONLY)),
        *((text, Promise.POSSIBLE) for text in lines(POSSIBLE)),
        *((text, Promise.NONE) for text in lines(ANSWERS)),
    ],
)
def test_the_shipped_phrases_tell_promises_from_answers(text, promise):
    assert RULES.holding_phrases.find_promise(facts(text=text)) is promise


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        *((text, Promise.ONLY) for text in lines(ONLY)[:3]),
        *((text, Promise.NONE) for text in lines(ANSWERS)[:3]),
        ("Your message has reached us.", Promise.POSSIBLE),
    ],
)
def test_a_signature_states_nothing(text, promise):
    assert RULES.holding_phrases.find_promise(facts(text=text + SIGNATURE)) is promise


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        ("Is the yard open? I'll ask our foreman about the\nKran and the\nSchlüssel.", Promise.POSSIBLE),
        (
            "Guten Tag, Ihre Meldung ist angekommen. Unser\nMonteur Herr Dietz wird sich in den nächsten Tagen bei\nIhnen melden.",
            Promise.ONLY,
        ),
        ("Yes, I'll ask the foreman.", Promise.ONLY),
        ("Yes, that door will fit, I'll ask the foreman about the date.", Promise.NONE),
        ("No. I'll ask the foreman why.", Promise.NONE),
        ("We have put it on the van and I'll ask the foreman.", Promise.POSSIBLE),
        ("I'll ask the foreman. " + "We measured the frame and the door twice yesterday. " * 4, Promise.NONE),
        ("I'LL ASK THE FOREMAN", Promise.ONLY),
        ("Pregunto y le aviso manana, le llamare", Promise.ONLY),  # typed without accents
    ],
)
def test_what_stands_beside_a_promise_is_weighed(text, promise):
    assert RULES.holding_phrases.find_promise(facts(text=text)) is promise


def test_every_language_of_the_file_has_promises_receipts_and_words_for_what_is_done():
    for table in RULES.holding_phrases.tables:
        assert all(table.get(key) for key in ("says", "unless", "receipts", "stalls", "done")), table["language"]
