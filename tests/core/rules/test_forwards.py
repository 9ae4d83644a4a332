"""core/rules/forwards.py: whose words a colleague passes on, in any language and by any mail program."""

from __future__ import annotations

import pytest

from tests.samples import ANNA, RULES, SALES, facts, us
from watcher.core.message.model import Address, EnclosedMessage
from watcher.core.rules import forwards, rule_files, rules
from watcher.core.rules.model import Attention
from watcher.core.toml import TomlError

OUTSIDE = Address("olga@klient.example", "Olga Petrova")
BLOCKS = {
    "Afrikaans": "Van: {}\nGestuur: 5 Januarie 2026 10:02\nAan: {us}\nOnderwerp: Dak",
    "Albanian": "Nga: {}\nDërguar: 5 janar 2026 10:02\nPër: {us}\nSubjekti: Çati",
    "Arabic": "من: {}\nتاريخ: 5 يناير 2026 10:02\nإلى: {us}\nالموضوع: سقف",
    "Armenian": "Ումից: {}\nԱմսաթիվ: 5.01.2026 10:02\nՈւմ: {us}\nԹեմա: տանիք",
    "Bulgarian": "От: {}\nИзпратено: 5 януари 2026 10:02\nДо: {us}\nОтносно: Покрив",
    "Catalan": "De: {}\nEnviat: 5 de gener de 2026 10:02\nPer a: {us}\nTema: Teulada",
    "Chinese": "发件人： {}\n发送时间： 2026年1月5日 10:02\n收件人： {us}\n主题： 屋顶",
    "Croatian": "Šalje: {}\nPoslano: 5. siječnja 2026. 10:02\nPrima: {us}\nPredmet: Krov",
    "Czech": "Od: {}\nOdesláno: 5. ledna 2026 10:02\nKomu: {us}\nPředmět: Střecha",
    "Danish": "Fra: {}\nSendt: 5. januar 2026 10:02\nTil: {us}\nEmne: Tag",
    "Dutch": "Van: {}\nVerzonden: maandag 5 januari 2026 10:02\nAan: {us}\nOnderwerp: Dak",
    "English": "From: {}\nSent: Monday, January 5, 2026 10:02 AM\nTo: {us}\nSubject: Roof",
    "Estonian": "Saatja: {}\nSaadetud: 5. jaanuar 2026 10:02\nAdressaat: {us}\nTeema: Katus",
    "Finnish": "Lähettäjä: {}\nLähetetty: 5. tammikuuta 2026 10:02\nVastaanottaja: {us}\nAihe: Katto",
    "French": "De : {}\nEnvoyé : lundi 5 janvier 2026 10:02\nÀ : {us}\nObjet : Toit",
    "Georgian": "გამომგზავნი: {}\nთარიღი: 5.01.2026 10:02\nმიმღები: {us}\nთემა: სახურავი",
    "German": "Von: {}\nGesendet: Montag, 5. Januar 2026 10:02\nAn: {us}\nBetreff: Dach",
    "Greek": "Από: {}\nΣτάλθηκε: 5 Ιανουαρίου 2026 10:02\nΠρος: {us}\nΘέμα: Στέγη",
    "Hebrew": "מאת: {}\nנשלח: 5 בינואר 2026 10:02\nאל: {us}\nנושא: גג",
    "Hindi": "प्रेषक: {}\nदिनांक: 5 जनवरी 2026 10:02\nप्रति: {us}\nविषय: छत",
    "Hungarian": "Feladó: {}\nElküldve: 2026. január 5. 10:02\nCímzett: {us}\nTárgy: Tető",
    "Icelandic": "Frá: {}\nSent: 5. janúar 2026 10:02\nTil: {us}\nEfni: Þak",
    "Indonesian": "Dari: {}\nTanggal: 5 Januari 2026 10.02\nKepada: {us}\nSubjek: Atap",
    "Italian": "Da: {}\nInviato: lunedì 5 gennaio 2026 10:02\nA: {us}\nOggetto: Tetto",
    "Japanese": "差出人: {}\n送信日時: 2026年1月5日 10:02\n宛先: {us}\n件名: 屋根",
    "Korean": "보낸 사람: {}\n보낸 날짜: 2026년 1월 5일 10:02\n받는 사람: {us}\n제목: 지붕",
    "Latvian": "No: {}\nNosūtīts: 2026. gada 5. janvārī 10:02\nKam: {us}\nTēma: Jumts",
    "Lithuanian": "Nuo: {}\nIšsiųsta: 2026 m. sausio 5 d. 10:02\nKam: {us}\nTema: Stogas",
    "Macedonian": "Од: {}\nИспратено: 5 јануари 2026 10:02\nДо: {us}\nТема: Покрив",
    "Malay": "Daripada: {}\nDihantar: 5 Januari 2026 10:02\nKepada: {us}\nPerkara: Bumbung",
    "Norwegian": "Fra: {}\nSendt: mandag 5. januar 2026 10:02\nTil: {us}\nEmne: Tak",
    "Persian": "از: {}\nتاریخ: ۵ ژانویه 2026 10:02\nبه: {us}\nموضوع: سقف",
    "Polish": "Od: {}\nWysłane: poniedziałek, 5 stycznia 2026 10:02\nDo: {us}\nTemat: Dach",
    "Portuguese": "De: {}\nEnviada em: 5 de janeiro de 2026 10:02\nPara: {us}\nAssunto: Telhado",
    "Romanian": "De la: {}\nTrimis: luni, 5 ianuarie 2026 10:02\nCătre: {us}\nSubiect: Acoperiș",
    "Russian": "От: {}\nОтправлено: 5 января 2026 г. 10:02\nКому: {us}\nТема: Крыша",
    "Russian, Mail.ru": "От кого: {}\nКому: {us}\nДата: 5 января 2026, 10:02\nТема: Крыша",
    "Serbian": "Шаље: {}\nПослато: 5. јануар 2026. 10:02\nПрима: {us}\nТема: Кров",
    "Slovak": "Od: {}\nOdoslané: 5. januára 2026 10:02\nKomu: {us}\nPredmet: Strecha",
    "Slovenian": "Od: {}\nPoslano: 5. januar 2026 10:02\nZa: {us}\nZadeva: Streha",
    "Spanish": "De: {}\nEnviado: lunes, 5 de enero de 2026 10:02\nPara: {us}\nAsunto: Tejado",
    "Swedish": "Från: {}\nSkickat: den 5 januari 2026 10:02\nTill: {us}\nÄmne: Tak",
    "Thai": "จาก: {}\nส่ง: 5 มกราคม 2026 10:02\nถึง: {us}\nเรื่อง: หลังคา",
    "Turkish": "Kimden: {}\nGönderildi: 5 Ocak 2026 Pazartesi 10:02\nKime: {us}\nKonu: Çatı",
    "Ukrainian": "Від: {}\nНадіслано: 5 січня 2026 р. 10:02\nКому: {us}\nТема: Дах",
    "Vietnamese": "Từ: {}\nNgày: 5 tháng 1, 2026 10:02\nĐến: {us}\nChủ đề: Mái nhà",
    "Welsh": "Oddi wrth: {}\nAnfonwyd: 5 Ionawr 2026 10:02\nAt: {us}\nTestun: To",
    "a language that no table has": "Yuqabum: {}\nQaxoti: 5 Zanibar 2026 10:02\nWolo: {us}\nMuro: Tepu",
}  # fmt: skip
SHAPES = {
    "name and address": "From: Olga Petrova <olga@klient.example>",
    "address alone": "From: olga@klient.example",
    "Outlook's mailto": "From: Olga Petrova [mailto:olga@klient.example]",
    "a link behind it": "From: Olga Petrova <olga@klient.example<mailto:olga@klient.example>>",
    "bold": "*From:* Olga Petrova <olga@klient.example>",
    "quoted": "> From: Olga Petrova <olga@klient.example>\n> Date: 5 January 2026\n> Subject: Roof",
    "folded": "From: Olga Petrova\n    <olga@klient.example>",
    "the date first": "Date: Mon, 5 Jan 2026 10:02:00 +0100\nFrom: Olga Petrova <olga@klient.example>",
    "the recipient first": "To: sales@example.com\nFrom: Olga Petrova <olga@klient.example>\nSubject: Roof",
    "blank lines between": "From: Olga Petrova <olga@klient.example>\n\nDate: Mon, 5 Jan 2026 10:02\n\nSubject: Roof",
    "columns of Notes": "From:        Olga Petrova <olga@klient.example>\nTo:        anna@example.com\nDate:        20.11.2026 13:58",
}  # fmt: skip


def passed_on(text: str, subject: str = "a new one", **changed):
    return rules.classify_message(facts(**{"from_": (ANNA,), "subject": subject, "text": text, **changed}), RULES, us())


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_the_block_tells_in_any_language_under_any_subject(block: str):
    verdict = passed_on(f"Can you?\n\n{block.format(OUTSIDE, us=SALES.email)}\n\nHello")
    assert (verdict.attention, verdict.ack, verdict.customer) == (Attention.ANSWER, False, OUTSIDE)


@pytest.mark.parametrize("head", SHAPES.values(), ids=SHAPES)
def test_the_sender_is_read_in_every_shape(head: str):
    verdict = passed_on(f"See below\n\n---------- Forwarded message ---------\n{head}\n\nHow much is a roof?")
    assert verdict.customer is not None
    assert verdict.customer.email == OUTSIDE.email


def test_an_attached_message_names_its_sender_whatever_is_written_above_it():
    enclosed = EnclosedMessage((OUTSIDE,), (), "Roof", "How much is a roof?")
    assert passed_on("who has time", enclosed=enclosed).customer == OUTSIDE
    assert passed_on("", enclosed=enclosed).customer == OUTSIDE


def test_a_mail_that_a_colleague_drags_out_of_outlook_is_somebodys_though_nobody_can_read_whose():
    passed_on = facts(from_=(ANNA,), text="See attached.", attachments=("Question.MSG",))
    verdict = rules.classify_message(passed_on, RULES, us())
    assert (verdict.attention, verdict.ack, verdict.customer) == (Attention.ANSWER, False, None)
    plain = facts(from_=(ANNA,), text="See attached.", attachments=("Question.pdf",))
    assert rules.classify_message(plain, RULES, us()).attention is Attention.NONE
    outside = facts(text="See attached. What does it cost?", attachments=("Question.msg",))
    assert rules.classify_message(outside, RULES, us()).customer == outside.author


def test_of_a_forward_of_a_forward_the_customer_is_the_first_outside_who_wrote_something():
    inner = "From: Olga Petrova <olga@klient.example>\nDate: 5 January 2026\nSubject: Roof\n\nHow much?"
    by_colleague = f"From: Anna <anna@example.com>\nDate: 6 January 2026\nSubject: Fwd: Roof\n\n{inner}"
    by_outsider = f"From: Bob <bob@agent.example>\nDate: 6 January 2026\nSubject: Fwd: Roof\n\n{{}}{inner}"
    assert passed_on(by_colleague).customer == OUTSIDE
    assert passed_on(by_outsider.format("-------- Original Message --------\n")).customer == OUTSIDE
    assert passed_on(by_outsider.format("My client asks this. What is your price?\n\n")).customer == Address(
        "bob@agent.example", "Bob"
    )


def test_a_name_without_an_address_is_a_forward_too():
    named = "From: Zhao Min\nSent: 2026-11-20 18:01\nTo: anna\nSubject: doors\n\nA quote, please. {}"
    assert passed_on(named.format("zhaomin@mujiang.example")).customer == Address("zhaomin@mujiang.example")
    nobody = passed_on(named.format(""))
    assert (nobody.attention, nobody.ack, nobody.customer) == (Attention.ANSWER, False, None)


def test_a_forwarded_forms_notice_is_its_visitors():
    notice = "From: Website <noreply@site.example>\nDate: 5 Jan 2026\nSubject: Form\n\nName: Olga Petrova\nEmail: {}\nText: Hi"
    assert passed_on(notice.format(OUTSIDE.email), "Fwd: Form").customer == OUTSIDE


def test_a_danish_forward_is_none_of_the_finnish_answers_of_that_prefix():
    danish = f"Fra: {OUTSIDE}\nSendt: 5. januar 2026 10:02\nTil: {ANNA}\nEmne: Tag\n\nHej"
    ids = {"has_prefix": True, "is_reply": True, "in_reply_to": ("a@klient.example",)}
    assert passed_on(danish, "VS: Tag", **ids).customer == OUTSIDE
    assert passed_on(danish.replace("Fra", "Lähettäjä"), "VS: Tag", **ids).attention is Attention.NONE


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Lunch at 12:30?\nAnna\nTel: 01 234567\nMail: anna@example.com", {}),
        ("From now on: ask Olga\nDate: 5 January", {}),
        ("Dear Olga, here is our offer.\n\nVon: {}\nGesendet: 5. Januar 2026\nBetreff: Dach", {"to": (OUTSIDE,), "cc": (SALES,)}),
        ("Our answer.\n\nVon: {}\nGesendet: 5. Januar 2026\nBetreff: Dach",
         {"to": (OUTSIDE,), "has_prefix": True, "is_reply": True, "in_reply_to": ("a@klient.example",)}),
        ("From: Anna <anna@example.com>\nDate: 5 January 2026\nSubject: Lunch\n\nLunch?", {}),
    ],
)  # fmt: skip
def test_what_the_house_writes_itself_is_no_forward(text: str, changed):
    own = changed if "to" not in changed or changed.get("in_reply_to") else {**changed, "to": (Address("x@y.example"),)}
    assert passed_on(text.format(OUTSIDE), **own).attention is Attention.NONE


@pytest.mark.parametrize("sender", ["bob@agent.example", "anna.private@mail.example"])
def test_who_is_not_of_the_house_is_the_customer_whatever_they_forward(sender: str):
    text = (
        f"Is this for you?\n\nFrom: {OUTSIDE}\nDate: 5 January 2026\nTo: {sender}\nSubject: Roof\n\nHow much is a roof?"
    )
    verdict = passed_on(text, "Fwd: Roof", from_=(Address(sender),), is_forward=True)
    assert (verdict.attention, verdict.customer) == (Attention.ANSWER, Address(sender))


def test_the_words_are_data_that_can_be_added_to():
    text = "Jkl: {}\n\nHello"
    message = facts(from_=(ANNA,), subject="x", text=text.format(OUTSIDE))
    known = rule_files.compile_rule_set([("20.toml", '[[forward]]\nlanguage = "Jkl"\nfrom = ["jKl"]')])
    assert rules.classify_message(message, known, us()).customer == OUTSIDE
    assert rules.classify_message(message, RULES, us()).customer is None


@pytest.mark.parametrize(
    ("table", "line", "problem"),
    [
        ('language = "Jkl"', 2, "from is missing"),
        ('from = "Jkl"', 3, "a list of words"),
        ('from = ["Jkl:"]', 3, "without a colon"),
        ('form = ["Jkl"]', 2, "from is missing"),
        ('from = ["Jkl"]\nlanguage = 3', 4, "language takes a text"),
    ],
)
def test_a_mistake_is_refused_with_its_line(table: str, line: int, problem: str):
    with pytest.raises(TomlError) as raised:
        rule_files.compile_rule_set([("20.toml", f"\n[[forward]]\n{table}")])
    assert any(problem in str(found) and f"20.toml:{line}" in str(found) for found in raised.value.problems)


def test_more_than_forty_languages_ship():
    shipped = forwards.compile_labels([])
    assert len(RULES.forward_labels.senders) > 60 > len(shipped.senders)
