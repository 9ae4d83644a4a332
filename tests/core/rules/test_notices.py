"""core/rules/notices.py: what machines write of themselves, and people who write about the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.rules.texts import classify_text, read_texts
from tests.samples import RULES, facts, us
from watcher.core.message.model import Address
from watcher.core.rules import notices, rules
from watcher.core.rules.alternatives import fold_case
from watcher.core.rules.model import Attention

MACHINES = r"""
This is an automatically generated message, please do not reply.
We have received your request #4711. A member of our team will get back to you within two days.
Thank you for contacting Supplier. We will get back to you shortly.
Thanks for your order! Your order #5521 has been confirmed. Questions? Visit our help centre.
Your parcel has been handed to the carrier and is out for delivery today.
Your verification code is 482913. It expires in 10 minutes. Didn't request this? Ignore this mail.
We received a request to reset your password. If you did not request it, ignore this message.
This is a reminder of your appointment on Monday at 10:00. Need to reschedule? Call us.
How did we do? We value your feedback: please take our short survey.
Please find attached your invoice 2026-118.\nView my invoice\nMy account
Diese Nachricht wurde automatisch erstellt. Bitte antworten Sie nicht auf diese E-Mail.
Wir haben Ihre Anfrage erhalten (Ticket 8831) und melden uns innerhalb von zwei Werktagen.
Vielen Dank für Ihre Bestellung. Ihr Paket ist unterwegs. Fragen? Hier können Sie uns erreichen.
Ihr Bestätigungscode lautet 553201 und ist 10 Minuten gültig.
Wir möchten Sie an Ihren Termin am Montag um 9 Uhr erinnern: Ihr Termin am 7. Dezember.
Wie zufrieden waren Sie mit uns? Ihre Meinung ist uns wichtig.
Ceci est un message automatique, merci de ne pas répondre.
I'm protecting myself from receiving junk mail. Please click the link below to complete the verification process.
Ihre E-Mail an mich wurde zurückgehalten. Bestätigen Sie bitte einmalig, dass Sie ein Mensch sind.
Pour que votre message soit remis, merci de vous authentifier en cliquant sur le lien ci-dessous.
Su mensaje ha sido retenido. Confirme que es una persona real.
Votre ticket 1234 a été clos. Enquête de satisfaction : merci de répondre à l'enquête.
Nous avons bien reçu votre demande et reviendrons vers vous rapidement.
Merci pour votre commande. Votre colis est en route.
Votre code de vérification est 118822. Ce code expire dans 10 minutes.
Este mensaje ha sido generado automáticamente. Por favor, no responda a este correo.
Hemos recibido su solicitud y le responderemos en breve.
Gracias por su pedido. Su paquete está en camino.
Tu código de verificación es 665544. No compartas este código.
Messaggio generato automaticamente, si prega di non rispondere.
Abbiamo ricevuto la tua richiesta n. 332, ti risponderemo al più presto.
Grazie per il tuo ordine. Il tuo pacco è in consegna.
Mensagem automática, por favor não responda a este e-mail.
Recebemos a sua mensagem e responderemos em breve.
Obrigado pela sua compra. O seu pedido 88 foi enviado.
Dit is een automatisch gegenereerd bericht. U kunt hier niet op antwoorden.
Wij hebben uw aanvraag ontvangen en nemen zo snel mogelijk contact op. Uw ticketnummer is 55.
Bedankt voor je bestelling! Je pakket is onderweg. Hier kun je het volgen.
Wiadomość została wygenerowana automatycznie, prosimy nie odpowiadać.
Otrzymaliśmy Państwa zgłoszenie. Numer zgłoszenia: 771.
Twoje zamówienie zostało wysłane. Śledź przesyłkę pod adresem poniżej.
Tento e-mail byl vygenerován automaticky, prosím neodpovídejte.
Obdrželi jsme vaši zprávu a brzy se ozveme.
Vaše objednávka byla odeslána. Zásilku můžete sledovat zde.
Táto správa bola vygenerovaná automaticky, prosím, neodpovedajte na ňu.
Vaša objednávka bola odoslaná.
Detta är ett automatiskt meddelande och går inte att svara på.
Vi har tagit emot ditt ärende, ärendenummer 99.
Tack för din beställning. Ditt paket är på väg. Här kan du spåra det.
Dette er en automatisk melding som ikke kan besvares.
Vi har mottatt din henvendelse. Saksnummer 12.
Pakken din er på vei. Her kan du spore pakken.
Dette er en automatisk besked, som ikke kan besvares.
Vi har modtaget din henvendelse og vender tilbage hurtigst muligt.
Din ordre er afsendt. Her kan du følge den.
Tämä on automaattinen viesti, älä vastaa tähän viestiin.
Olemme vastaanottaneet viestisi ja vastaamme mahdollisimman pian.
Kiitos tilauksesta! Tilauksesi on lähetetty.
Это письмо сформировано автоматически, пожалуйста, не отвечайте на него.
Ваше обращение зарегистрировано под номером 4432. Мы свяжемся с вами.
Ваш заказ отправлен. Вы можете отследить посылку по трек-номеру.
Ваш код подтверждения: 771122. Никому не сообщайте его.
Цей лист створено автоматично, просимо не відповідати.
Дякуємо за замовлення. Ваше замовлення відправлено.
Bu mesaj otomatik olarak gönderilmiştir, lütfen yanıtlamayınız.
Talebiniz alınmıştır. Talep numaranız: 8812.
Siparişiniz kargoya verildi.
Ez egy automatikus üzenet, kérjük, ne válaszoljon rá.
Megkeresését megkaptuk, hamarosan válaszolunk.
Köszönjük rendelését! Csomagja úton van.
Acesta este un mesaj automat, vă rugăm să nu răspundeți.
Am primit solicitarea dumneavoastră și vom reveni cu un răspuns.
Comanda ta a fost expediată.
Това е автоматично съобщение, моля, не отговаряйте.
Благодарим за поръчката! Пратката ви пътува.
Ovo je automatska poruka, molimo ne odgovarajte.
Zaprimili smo vaš upit i javit ćemo vam se.
To je samodejno sporočilo, prosimo, ne odgovarjajte.
Prejeli smo vaše povpraševanje. Vaše naročilo je odposlano.
Αυτό είναι ένα αυτοματοποιημένο μήνυμα, παρακαλούμε μην απαντήσετε.
Λάβαμε το αίτημά σας και θα επικοινωνήσουμε μαζί σας.
Η παραγγελία σας έχει αποσταλεί.
このメールは自動送信されています。ご返信いただいてもお答えできません。
お問い合わせを受け付けました。受付番号は552です。担当者よりご連絡いたします。
ご注文ありがとうございます。商品を発送いたしました。
认证:您的验证码是 339911,5分钟内有效,请勿泄露。
我们已收到您的请求,工单号 882,将尽快回复您。
您的订单已发货。
此邮件由系统自动发送,请勿回复。
본 메일은 발신 전용입니다. 회신하지 마세요.
문의가 접수되었습니다. 접수번호 1123.
주문하신 상품의 배송이 시작되었습니다.
هذه رسالة تلقائية، يرجى عدم الرد عليها.
تم شحن طلبك. رقم التتبع 8812.
זוהי הודעה אוטומטית, אין להשיב להודעה זו.
פנייתך התקבלה ונחזור אליך בהקדם.
Pesan ini dikirim secara otomatis, mohon tidak membalas.
Pesanan Anda telah dikirim.
Anna Berg has invited you to join House Ltd. Accept invitation: https://books.example/i/1
Backup task "Daily" on NAS01 completed at 02:14. Errors: 0.
Your domain house.example will renew automatically on 24 December.
Anna Berg hat Sie eingeladen. Einladung annehmen: https://books.example/i/1
Votre abonnement sera renouvelé automatiquement le 24 décembre. Aucune action n'est requise.
Hannah Reiss would like to recall the message, "Reception desk".
Werner Pohl möchte die Nachricht "Angebot" zurückrufen.
Jean Dupont souhaite rappeler le message « Devis ».
Ana Pérez desea recuperar el mensaje "Oferta".
Rui Costa gostaria de anular a mensagem "Oferta".
Иван Петров хочет отозвать сообщение "Цена".
👍 Tina Moss reacted to your message:
Tina Moss hat mit 👍 auf Ihre Nachricht reagiert.
Tina Moss a réagi à votre message :
Đây là email tự động, vui lòng không trả lời.
Đơn hàng của bạn đã được gửi.
"""
PERSONS = """
I never got my login code. Can you check?
I keep getting "please do not reply", so here is my question by mail instead: I want forty chairs.
Your mail says "your order has been confirmed", but nothing arrived.
I have your order confirmation 5521 here; the colour is wrong.
Please change the address: your order #5521 has shipped to the old one.
You wrote that we have received your request. When will somebody call?
Thank you for your message. Tuesday at ten suits us.
What is your verification code for?
How was your summer? We need a new roof.
We have received your invoice and the amount is wrong. Please correct it.
My appointment is on Monday. This is a reminder that I need a wheelchair ramp.
The password reset mail never arrived.
La commune souhaite acquérir 15 bancs. Nous attendons votre meilleure offre. Ne pas répondre aux messages de spam.
He would like to recall the message of yesterday. Can you delete it?
A colleague has invited you to our site visit; we need your offer before it.
Our backup failed and I need help.
Ich bekomme immer nur „Bitte nicht antworten“. Ich brauche vierzig Stühle.
Ihre Bestellung wurde bestätigt, steht da, aber es kam nichts an.
Mein Bestätigungscode kommt nicht an.
Vielen Dank für Ihre Nachricht. Dienstag um zehn passt uns gut.
Wir haben Ihre Rechnung erhalten. Der Betrag ist falsch.
Wie zufrieden sind andere Kunden mit dem Modell?
Je n'ai jamais reçu mon code de vérification.
Votre commande a été confirmée, dit le message, mais rien n'est arrivé.
Merci pour votre message. Mardi à dix heures nous convient.
Vous écrivez « ne pas répondre », à qui puis-je m'adresser ?
No me llega el código. ¿Su código es de cuatro cifras?
Hemos recibido su factura y el importe está equivocado.
Su pedido ha sido confirmado, dice, pero no ha llegado nada.
Non ho mai ricevuto la conferma d'ordine.
Il tuo ordine è confermato, dice la mail, ma non è arrivato nulla.
Recebi "não responda a este e-mail", mas preciso de quarenta cadeiras.
O seu pedido foi enviado, diz a mensagem, mas não chegou nada.
Ik krijg steeds een automatisch bericht. Ik wil veertig stoelen bestellen.
Uw bestelling is verzonden, staat er, maar er is niets aangekomen.
Dostałem wiadomość automatyczną. Potrzebuję czterdziestu krzeseł.
Twoje zamówienie zostało wysłane, ale paczka nie dotarła.
Přišla mi automatická zpráva, ale objednal jsem něco jiného.
Vaše objednávka byla odeslána, píšete, ale nic nedorazilo.
Prišla mi automatická správa. Objednal som niečo iné.
Jag får bara ett automatiskt meddelande. Kan någon ringa?
Din beställning är skickad, står det, men inget har kommit.
Jeg får bare en automatisk melding. Vi trenger førti stoler.
Jeg får kun en automatisk besked. Vi skal bruge fyrre stole.
Din ordre er afsendt, står der, men den mangler.
Saan vain viestin "tämä on automaattinen viesti". Haluan neljäkymmentä tuolia.
Мне не приходит код подтверждения: что делать?
Ваш заказ отправлен, написано в письме, но посылка не пришла.
Мені не приходить код підтвердження: що робити?
Siparişiniz kargoya verildi yazıyor ama bana ulaşmadı.
Nem kaptam meg az ellenőrző kódot. Szükségünk van negyven székre. Automatikus üzenet jött csak.
Comanda dumneavoastră a fost expediată, scrie, dar nu a ajuns.
Вашата поръчка е изпратена, пише, но не е пристигнала.
Vaša narudžba je poslana, piše, ali nije stigla.
Vaše naročilo je odposlano, piše, ampak ni prispelo.
Η παραγγελία σας έχει αποσταλεί, γράφει, αλλά δεν έφτασε.
認証コードが届きません。
ご注文の確認メールが届いていません。
验证码收不到,怎么办?
您的订单已发货,但是我没收到。
인증번호가 오지 않습니다.
주문 확인 메일을 받지 못했습니다.
لم يصل رمز التحقق إلى هاتفي
קוד האימות לא הגיע
Kode verifikasi belum sampai.
Tôi chưa nhận được mã xác minh.
"""


def _lines(text: str) -> list[str]:
    return [line.replace("\\n", "\n") for line in text.strip().split("\n")]


@pytest.mark.parametrize("text", _lines(MACHINES))
def test_a_machines_notice_is_shown_for_a_glance_and_never_acknowledged(text):
    message = facts(text=text, subject="Hello", base_subject="Hello")
    assert notices.find_notice(message) is not None
    verdict = rules.classify_message(message, RULES, us())
    assert (verdict.attention, verdict.ack) == ("review", False)
    assert "notice" in verdict.codes


@pytest.mark.parametrize("text", _lines(PERSONS))
def test_a_person_who_writes_about_it_is_a_person(text):
    assert notices.find_notice(facts(text=text, subject="Hello", base_subject="Hello")) is None


def test_the_subject_alone_tells_where_the_machine_put_its_words_there():
    shipped = {"subject": "Your order #12 has shipped", "base_subject": "Your order #12 has shipped"}
    assert notices.find_notice(facts(text="Carrier: Parcel Ltd", **shipped)) is notices.NoticeKind.TRADE
    assert notices.find_notice(facts(text="Wrong colour, please change it. I ordered red.", **shipped)) is None
    answered = {**shipped, "subject": "Re: " + shipped["subject"], "has_prefix": True}
    assert notices.find_notice(facts(text="It is the wrong one", **answered)) is None


def test_what_is_quoted_is_nobodys_own_words():
    text = "The chairs are here, two legs are loose.\n\nOn Monday Shop wrote:\n> Your order has shipped. Do not reply to this mail.\n"
    assert notices.find_notice(facts(text=text)) is None


@pytest.mark.parametrize(("subject", "text"), read_texts("notices"))
def test_a_notice_is_known_by_subject_and_text_together(subject, text):
    verdict = classify_text(subject, text)
    assert (verdict.attention, verdict.ack) == ("review", False)


@pytest.mark.parametrize(("subject", "text"), read_texts("faxes"))
def test_a_fax_or_a_call_passed_on_is_read_by_a_person_and_answered_by_no_machine(subject, text):
    verdict = classify_text(subject, text)
    assert (verdict.attention, verdict.ack) == ("answer", False)


def test_who_writes_at_a_provider_in_a_mail_program_sends_no_notices():
    text = "Your parcel is on its way, it said on Wednesday. The site stands still."
    assert "notice" in classify_text("Wednesday", text, "Bo <bo@shop.example>").codes
    own = classify_text("Wednesday", text, "Bo <bo.lind@gmail.com>", "<CAB1x=q8@mail.gmail.com>")
    assert ("notice" in own.codes, own.attention, own.ack) == (False, "answer", True)


def test_a_phrase_of_wanting_that_ends_in_one_letter_ends_a_word():
    assert notices.wants_something("prosím o cenu", {"cs"})
    assert not notices.wants_something("prosím obraťte se na kolegu", {"cs"})


RECEIPT = "Thank you for contacting us. Your request has been logged."


@pytest.mark.parametrize(
    ("text", "is_notice"),
    [
        (f"{RECEIPT}\n\nYour message of 6 February:\nI need a new door. What does it cost?", True),
        (f"{RECEIPT}\n\nYou wrote: where is my order?", True),
        (f"{RECEIPT}\n\nI need a new door.", False),
        ("Your message:\nI need a new door. What does it cost?", False),
        (f"I wait for my order.\n\nYour message of 6 February:\n{RECEIPT}", False),
    ],
)
def test_a_receipt_may_repeat_below_what_its_reader_asked(text, is_notice):
    assert (notices.find_notice(facts(text=text, base_subject="Door")) is notices.NoticeKind.RECEIPT) is is_notice


def test_the_name_of_a_file_wants_nothing():
    assert (
        notices.find_notice(facts(text="Su incidencia ha sido recibida.\npresupuesto.pdf", base_subject="")) is not None
    )
    assert notices.find_notice(facts(text="Su incidencia ha sido recibida.\npresupuesto", base_subject="")) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I wanted to know if the wardrobe will be ready before"),
        ("de", "Ich wollte wissen, ob der Schrank vorher fertig wird"),
        ("fr", "Je voulais savoir si l'armoire sera prête avant"),
        ("es", "Quería saber si el armario estará listo antes"),
        ("pt", "Gostava de saber se o roupeiro fica pronto"),
        ("it", "Mi chiedevo se l'armadio fosse pronto"),
        ("nl", "Ik vroeg me af of de kast klaar is"),
        ("pl", "Chciałem wiedzieć, czy szafa będzie gotowa wcześniej"),
        ("cs", "Zajímalo by mě, jestli máte otevřeno"),
        ("sk", "Zaujímalo by ma, či máte otvorené"),
        ("sv", "Jag undrar om skåpet är klart"),
        ("da", "Jeg ville høre, om skabet bliver klar inden"),
        ("no", "Jeg lurer på om skapet er klart"),
        ("fi", "Halusin tietää, onko kaappi valmis ennen"),
        ("hu", "Érdeklődnék, hogy kész-e a szekrény"),
        ("ro", "Voiam să știu dacă dulapul e gata înainte"),
        ("el", "Θα ήθελα να ξέρω αν είναι έτοιμη"),
        ("tr", "Dolabın önceden hazır olup olmayacağını öğrenmek istedim"),
        ("ru", "Хотела спросить, готов ли шкаф"),
        ("uk", "Хотів дізнатися, чи буде шафа готова"),
        ("bg", "Интересува ме дали работите"),
        ("hr", "Htjela sam pitati radite li"),
        ("sl", "Rada bi vprašala, če ste odprti"),
        ("ja", "営業しているか伺いたいのですが"),
        ("zh", "想问一下衣柜好了没有"),
        ("ko", "옷장이 다 됐는지 여쭤봅니다"),
        ("ar", "أردت أن أعرف إن كانت الخزانة ستكون جاهزة"),
        ("he", "רציתי לשאול אם הארון מוכן"),
        ("vi", "Cho tôi hỏi tủ đã xong chưa"),
        ("id", "Saya mau tanya apakah lemari sudah siap"),
    ],
)
def test_who_asks_without_a_question_mark_wants_something(language, text):
    assert notices.wants_something(fold_case(text), [language])


HELD = r"""
Hi sales@example.com!\nThere are 2 new messages waiting in quarantine:\nCan you make us a roof? | dan@firm.example | 15.1
Spam quarantine summary\nFrom\nSubject\nlin@led.example\nCan you send me your price list?
Es befinden sich 3 E-Mails in Quarantäne.\nAbsender: lin@led.example\nBetreff: Können Sie mir ein Angebot machen?
2 messages en quarantaine\nlin@led.example – Pouvez-vous me faire un devis ?
Tiene 2 mensajes en cuarentena\nlin@led.example | ¿Me puede enviar un presupuesto?
2 messaggi in quarantena\nlin@led.example | Può farmi un preventivo?
Er staan 2 berichten in quarantaine\nlin@led.example | Kunt u mij een offerte sturen?
Masz 2 wiadomości w kwarantannie\nlin@led.example | Czy może Pan przesłać ofertę?
У вас 2 письма в карантине\nlin@led.example | Можете прислать прайс?
隔離されました\nlin@led.example 見積もりをいただけますか？
"""


@pytest.mark.parametrize("text", _lines(HELD))
def test_a_filters_list_of_what_it_held_back_asks_nothing_though_the_mail_in_it_does(text):
    message = facts(text=text, subject="Summary", base_subject="Summary")
    assert notices.find_notice(message) is notices.NoticeKind.HELD
    for sender in ("do_not_reply@example.com", "quarantine@filter.example"):
        verdict = rules.classify_message(replace(message, from_=(Address(sender),)), RULES, us())
        assert (verdict.attention, verdict.ack) == (Attention.REVIEW, False)


def test_who_asks_about_a_quarantine_is_no_filter():
    question = "Your mail says that our order is in quarantine.\nCould you release it?\nlin@led.example"
    assert notices.find_notice(facts(text=question)) is None
    form = facts(
        text="Name: Lin\nEmail: lin@led.example\nMessage: Are plants from your shop kept in quarantine?",
        from_=(Address("wordpress@example.com"),),
    )
    verdict = rules.classify_message(form, RULES, us())
    assert (verdict.attention, verdict.customer) == (Attention.ANSWER, Address("lin@led.example", "Lin"))
