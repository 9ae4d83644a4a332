"""core/rules/absence.py: out-of-office replies by their words, and what people write of being away."""

from __future__ import annotations

import pytest

from tests.core.rules.texts import classify_text, read_texts
from tests.samples import facts
from watcher.core.rules.absence import fold_notice, is_absence_notice

AWAY = """
I am currently out of the office and will return on Monday.
Ich bin bis einschließlich 4. Dezember im Urlaub. Ihre Mail wird nicht weitergeleitet.
Je suis en congés jusqu'au 4 décembre. En cas d'urgence, contactez M. Dupont.
Estoy de vacaciones hasta el 4 de diciembre. Responderé a mi regreso.
Sono in ferie fino al 4 dicembre. Risponderò al mio rientro.
Estou de férias até 4 de dezembro. Responderei no meu regresso.
Ik ben met vakantie tot en met 4 december. Neem voor spoed contact op met Jan.
Jestem na urlopie do 4 grudnia. W pilnych sprawach proszę o kontakt z Janem.
Jsem na dovolené do 4. prosince. V naléhavých případech kontaktujte pana Nováka.
Som na dovolenke do 4. decembra. V súrnych prípadoch kontaktujte kolegu.
Jag är på semester till och med 4 december. Vid brådskande ärenden kontakta Erik.
Jeg er på ferie til og med 4. desember. Ved hastesaker kontakt Ola.
Jeg holder ferie til og med 4. december. Ved hastesager kontakt Lars.
Olen lomalla 4.12. asti. Kiireellisissä asioissa ota yhteyttä Mattiin.
Я нахожусь в отпуске до 4 декабря. По срочным вопросам обращайтесь к Ивану.
Я у відпустці до 4 грудня. У термінових справах звертайтеся до Івана.
4 Aralık tarihine kadar izindeyim. Acil durumlarda iş arkadaşıma ulaşabilirsiniz.
December 4-ig szabadságon vagyok. Sürgős esetben forduljon kollégámhoz.
Sunt în concediu până la 4 decembrie. Pentru urgențe contactați colegul meu.
В отпуск съм до 4 декември. При спешни случаи се обърнете към колега.
Na godišnjem sam odmoru do 4. prosinca. Za hitne slučajeve kontaktirajte kolegu.
Do 4. decembra sem na dopustu. V nujnih primerih kontaktirajte kolega.
Βρίσκομαι σε άδεια έως τις 4 Δεκεμβρίου. Για επείγοντα επικοινωνήστε με τον Γιάννη.
12月4日まで休暇をいただいております。お急ぎの場合は田中までご連絡ください。
我正在休假，12月4日返回。如有急事请联系张先生。
12월 4일까지 휴가입니다. 급한 일은 김대리에게 연락 바랍니다.
أنا في إجازة حتى 4 ديسمبر. في الحالات العاجلة يرجى الاتصال بزميلي.
אני בחופשה עד 4 בדצמבר. במקרים דחופים ניתן לפנות לדוד.
I am on parental leave until March. For urgent matters please contact Jan.
Please note that Colin Drew has left the company. Kindly direct your enquiry to reception@drew.example.
I am no longer with the company. Please contact sales@drew.example.
Off site until Thursday, limited access to mail.
Closed until 3 January.
Bin bis Montag nicht am Platz. In dringenden Fällen bitte Frau Maier anrufen.
Atelier fermé du 24 au 31 décembre, réouverture le 2 janvier.
Our office is closed over Christmas and will reopen on 4 January.
I'm on leave. Urgent? Call Jan on 0123.
Unser Büro ist vom 24.12. bis 6.1. geschlossen. Ab dem 7. Januar sind wir wieder für Sie da.
Ich bin nicht mehr im Unternehmen. Bitte wenden Sie sich an Herrn Maier.
Wir haben Betriebsurlaub bis zum 14. August.
Nos bureaux sont fermés pour congés du 16 au 23 novembre. Votre message sera traité à notre retour.
J'ai quitté l'entreprise. Merci d'adresser vos messages à Paul.
Nuestras oficinas permanecerán cerradas del 24 al 31 de diciembre.
Ya no trabajo en la empresa. Diríjase a Luis.
Gli uffici resteranno chiusi per ferie dal 10 al 20 agosto.
Estou de licença maternidade até março. Entre em contato com Ana.
Ons kantoor is van 24 december tot 2 januari gesloten.
Ik ben met zwangerschapsverlof tot maart. Mail naar Jan.
Biuro będzie nieczynne do 6 stycznia. Po powrocie odpowiemy.
Atostogauju iki lapkričio 30 d. Atsakysiu grįžusi.
Esmu atvaļinājumā līdz 30. novembrim. Steidzamos gadījumos sazinieties ar Jāni.
Olen puhkusel kuni 30. novembrini ja vastan naastes.
Налазим се на одмору, на годишњем до 4. децембра. Вратим се у понедељак.
Saya sedang cuti hingga 4 Desember. Untuk hal mendesak hubungi Budi.
Tôi đang nghỉ phép đến ngày 4 tháng 12. Việc khẩn xin liên hệ anh Nam.
Estic de vacances fins al 4 de desembre. Respondré quan torni.
Ég er í fríi til 4. desember. Áríðandi mál: hafið samband við Jón.
"""
HERE = """
What does a new roof cost?
We are on holiday until Friday. Could you come on Monday?
We are on holiday until Friday; please deliver the tiles after that.
Wir sind bis Freitag im Urlaub, bitte schicken Sie uns danach ein Angebot.
Je suis absent jusqu'au 4, merci d'envoyer le devis à ma femme.
My husband is away, call me.
I am on holiday until Friday but I need the tiles on Monday.
Our office is closed until Monday; please deliver after that.
I have left the company and set up on my own; I'd like a quote until Friday.
I'm away until May. Would June suit you?
Unser Büro ist bis Montag geschlossen, wir brauchen aber vierzig Stühle ab Dienstag.
Ich bin bis Freitag im Urlaub. Können Sie am Montag kommen?
Nos bureaux sont fermés jusqu'à lundi, mais nous avons besoin de quarante chaises.
Estoy de vacaciones hasta el lunes. ¿Podrían enviar el presupuesto después?
Sono in ferie fino a lunedì, vorremmo quaranta sedie dopo il mio rientro.
Jestem na urlopie do piątku, potrzebujemy czterdziestu krzeseł po powrocie.
Ik ben met vakantie tot en met vrijdag, graag ontvangen wij daarna veertig stoelen.
Atostogauju iki penktadienio. Ar galite atvykti pirmadienį?
"""


@pytest.mark.parametrize("text", [line for line in AWAY.split("\n") if line])
def test_whoever_is_away_and_says_no_more(text):
    assert is_absence_notice(facts(text=text))


@pytest.mark.parametrize("text", [line for line in HERE.split("\n") if line])
def test_whoever_wants_something_is_a_person(text):
    assert not is_absence_notice(facts(text=text))


def test_a_long_letter_and_a_letter_with_a_file_are_a_persons():
    text = "I am out of the office until Monday. "
    assert not is_absence_notice(facts(text=text * 30))
    assert not is_absence_notice(facts(text=text, attachments=("plan.pdf",)))


@pytest.mark.parametrize(("subject", "text"), read_texts("absences"))
def test_an_absence_notice_is_never_answered_nor_acknowledged(subject, text):
    verdict = classify_text(subject, text)
    assert (verdict.attention, verdict.ack) == ("review", False)


@pytest.mark.parametrize(("subject", "text"), read_texts("persons"))
def test_persons_who_use_the_same_words_are_answered_and_acknowledged(subject, text):
    verdict = classify_text(subject, text)
    assert (verdict.attention, verdict.ack) == ("answer", True)


@pytest.mark.parametrize(
    ("words", "is_notice"),
    [
        *[
            (wish, False)
            for wish in ("order", "we need a delivery", "senden sie uns", "envíen", "busco", "счёт", "我想注文x")
        ],
        ("reordersx", True),
        ("por favor envíe los mensajes a Ana", True),
    ],
)
def test_a_wish_is_found_wherever_it_stands(words, is_notice):
    assert is_absence_notice(facts(text=f"I am out of the office until Monday, {words}.")) is is_notice


@pytest.mark.parametrize(
    ("question", "is_notice"),
    [
        ("Is it very urgent?", True),
        ("URGENTE ?", True),
        ("In a hurry?", True),
        ("Eilt es?", True),
        ("Spěchá to?", True),
        ("お急ぎですか？", True),
        ("Urgent: who comes?", False),
        ("How many are in the hurry-box?", False),
    ],
)
def test_only_the_question_whether_it_is_urgent_is_none(question, is_notice):
    assert is_absence_notice(facts(text=f"I am out of the office until Monday. {question} Call Jan.")) is is_notice


@pytest.mark.parametrize(("count", "length"), [(450, 899), (451, 0)])
def test_the_shortest_words_reach_the_greatest_length(count, length):
    assert len(fold_notice(facts(text="\n  x" * count))) == length
