"""core/rules/circulars.py, rules/54-circulars.toml: letters to many, of many senders and languages; and customers like them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.rules.texts import classify_text, read_letters
from tests.samples import facts
from watcher.core.message.model import Address
from watcher.core.rules import circulars


@pytest.mark.parametrize(("sender", "subject", "text"), read_letters("circulars"))
def test_a_letter_to_many_is_for_a_glance(sender, subject, text):
    verdict = classify_text(subject, text, sender)
    assert (verdict.attention, verdict.ack) == ("review", False)


@pytest.mark.parametrize(("sender", "subject", "text"), read_letters("many_like_customers"))
def test_a_customer_who_speaks_of_many_is_answered(sender, subject, text):
    assert classify_text(subject, text, sender).attention == "answer"


@pytest.mark.parametrize(
    ("text", "is_left"),
    [
        ("The hall is closed.\n\nIf you would rather not get these notes, tell me.", True),
        ("Der Saal ist zu.\n\nWenn Sie keine weiteren E-Mails wünschen, schreiben Sie kurz.", True),
        ("Der Saal ist zu.\n\nWenn Sie keine Eiche mehr haben, nehmen wir Buche.", False),
        ("If you would rather not get these notes, tell me.\n\n" + "The hall is closed. " * 40, False),
        ("Сколько у вас заявок?\n\nОтписаться: https://letters.example/otp?i=55", True),
        ("Już za chwilę zaczynamy.\n\nWypisz mnie: https://letters.example/x", True),
        ("What is a desk?\n\nUnsubscribe", False),
        ("What is a desk?\n\nCarol Customer\nUnsubscribe: https://shop.example/n", False),
        ("Unsubscribe me from https://letters.example\n\nPaul", False),
    ],
)
def test_how_to_hear_no_more_stands_at_the_foot(text, is_left):
    assert circulars.leaves_opting_out(facts(text=text)) is is_left


@pytest.mark.parametrize(
    ("subject", "text", "is_told"),
    [
        ("", "Our opening hours over the holidays: we are closed from 24 December.", True),
        ("Preisanpassung zum 1. Mai", "Die neuen Preise liegen im Laden aus.", True),
        ("", "Kursstart ist den 4 mars och vi har nya kurser i vår.", True),
        ("", "Der Stand vor Ihrem Laden ist umgefallen, und das Schild liegt auf dem Weg.", False),
        ("", "We are holding the bag that you left in the car.", False),
        ("", "", False),
    ],
)
def test_what_only_many_are_told_is_known_in_the_language_of_the_text(subject, text, is_told):
    assert circulars.tells_many(facts(base_subject=subject, text=text)) is is_told


@pytest.mark.parametrize(
    "foot",
    [
        "Prefer fewer emails? Change how often we write.",
        "Sie möchten keine Tipps mehr erhalten? Dann klicken Sie hier.",
        "Vous ne souhaitez plus recevoir mes nouvelles ? Cliquez ici.",
        "Geen zin meer in onze mailtjes? Meld je hier af.",
        "Vill du inte ha fler mejl från mig? Avsluta prenumerationen här.",
        "Nie chcesz dostawać ode mnie listów? Wypisz się tutaj.",
        "Už o naše e-maily nestojíte? Odhlaste se.",
        "Se já não quiser saber de nós, cancele aqui a subscrição.",
        "Αν δεν θέλεις άλλα μηνύματα, διαγράψου εδώ.",
        "Etkö halua enää viestejämme? Peruuta tilaus.",
        "Nebenorite gauti naujienų? Atsisakykite čia.",
    ],
)
def test_whether_one_would_rather_hear_no_more_is_no_question(foot):
    letter = facts(text=f"The tulips are here.\n\n{foot}")
    assert circulars.leaves_opting_out(letter)
    assert not circulars.asks_beside_leaving(letter)
    assert circulars.asks_beside_leaving(facts(text=f"Do you have tulips?\n\n{foot}"))


@pytest.mark.parametrize(
    "text",
    [
        "I don't want these emails any more. Please take me off.",
        "We do not want your newsletter.",
        "Ich möchte keine Werbung mehr erhalten.",
        "Não quero receber mais nada.",
        "Artık bülten almak istemiyorum.",
        "Szeretnék leiratkozni a hírlevélről.",
        "Nechci dostávat vaše novinky.",
        "Ik wil geen mail meer krijgen.",
    ],
)
def test_who_wants_to_hear_no_more_leaves_it_to_nobody(text):
    assert not circulars.leaves_opting_out(facts(text=text))


@pytest.mark.parametrize(
    "text",
    [
        "Please take me off your list.",
        "Bitte nehmen Sie mich aus dem Newsletter.",
        "Ich möchte keine Werbung mehr erhalten.",
        "Merci de me retirer de votre liste.",
        "Quiero darme de baja de vuestros correos.",
        "Vorrei essere cancellata dalla newsletter.",
        "Graag uitschrijven voor de nieuwsbrief.",
        "Kan ni ta bort mig från utskicken?",
        "Jeg vil gerne afmeldes nyhedsbrevet.",
        "Poistakaa minut uutiskirjeen listalta.",
        "Proszę mnie wypisać z newslettera.",
        "Lütfen beni e-posta listenizden çıkarın.",
        "Vă rog să mă scoateți de pe lista de newsletter.",
        "Отпишите меня от рассылки.",
        "メールマガジンの配信停止をお願いします。",
        "뉴스레터 그만 보내 주세요.",
        "أرجو إلغاء اشتراكي في النشرة",
        "תסירו אותי מרשימת התפוצה",
    ],
)
def test_a_reader_asks_to_be_left_out(text):
    assert circulars.asks_to_leave(facts(text=text))


@pytest.mark.parametrize(
    "text",
    [
        "Tulips. To leave, click unsubscribe.",
        "Möchten Sie keine Post mehr? Hier abmelden.",
        "Please remove the old roof.",
        f"{'Tulips and bulbs. ' * 20}\nReply with REMOVE ME in the subject.",
        "配信停止をご希望の方はこちら",
        "수신거부",
    ],
)
def test_what_a_sender_puts_below_is_no_readers_wish(text):
    assert not circulars.asks_to_leave(facts(text=text))


@pytest.mark.parametrize(
    ("sender", "subject", "is_one"),
    [
        (Address("bulletin@club.example"), "May", True),
        (Address("ann@club.example", "Club Gazette"), "May", True),
        (Address("ann@club.example", "Ann Cole"), "Rundbrief Mai", True),
        (Address("office@parish.example", "Ann Cole"), "Pfarrbrief zum Advent", True),
        (Address("ann@club.example", "Ann Cole"), "Any news?", False),
        (Address("ann@pressley.example", "Ann Pressley"), "Chairs", False),
    ],
)
def test_a_publication_says_so_in_its_sender_or_subject(sender, subject, is_one):
    message = replace(facts(subject=subject), from_=(sender,), base_subject=subject)
    assert circulars.is_publication(message) is is_one


def test_a_programme_has_a_day_and_hours():
    assert circulars.has_programme(facts(text="On 3 May we open at 10:00 and close at 18:00. Log: 12:30:45"))
    assert not circulars.has_programme(facts(text="NEWS: one\nDATES: two\n- three"))
    assert not circulars.has_programme(facts(text="On 3 May we open at 10:00. Log: 12:30:45"))


@pytest.mark.parametrize(
    ("text", "is_left"),
    [
        ("The seed sale begins on Monday. " * 5 + "Don't want these mails? Unsubscribe.", True),
        ("Die neuen Hochbeete sind da, alles zum halben Preis bis Sonntag. " * 3 + "\nNewsletter abbestellen", True),
        ("春の新作が入荷しました。" * 14 + "\n配信停止はこちら", True),
        ("Please unsubscribe me from your newsletter.", False),
        ("Please unsubscribe me. " + "And where is the bench that I ordered in May? " * 5, False),
    ],
)
def test_the_word_for_leaving_counts_below_a_text_of_some_length(text, is_left):
    assert circulars.has_leaving_word(facts(text=text)) is is_left


def test_a_customer_whose_program_adds_the_word_for_leaving_is_answered():
    text = "Hello Anna,\n\nwe are furnishing our new office in Graz and would like a quote for 40 chairs by Friday.\n\nPaul\n\nUnsubscribe"
    assert classify_text("Quote for 40 chairs", text).attention == "answer"


@pytest.mark.parametrize(
    "text",
    [
        "The kiln is hot again.\n\nIn the next letter: the blue glaze.",
        "Three pots, one failure.\n\nI read every reply, so write.",
        "Der Ton ist da. Mehr davon im nächsten Brief.",
        "Le four est chaud. La suite dans la prochaine lettre.",
        "Il forno è caldo. Grazie per avermi letto.",
        "W następnym liście: szkliwo.",
        "Tack för att du läser.",
        "Спасибо, что читаете.",
        "次号は釉薬の話です。",
    ],
)
def test_who_writes_again_and_again_speaks_of_the_next_letter(text):
    assert circulars.is_one_of_series(facts(text=text))


@pytest.mark.parametrize(
    "text",
    [
        "We need the chairs next week.",
        "The next delivery should come on Monday.",
        "Please read my last letter again.",
        "Wir kommen nächste Woche vorbei.",
        "In Ihrem letzten Brief stand ein anderer Preis.",
        "",
    ],
)
def test_who_writes_once_does_not(text):
    assert not circulars.is_one_of_series(facts(text=text))


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("The tulips are here.\n\nNo more of these: customer.example/stop", True),
        ("The tulips are here.\nhttps://www.customer.example/garden", True),
        ("The gate hangs low.\n\nCarol Customer\nwww.customer.example", False),
        ("The gate hangs low, see https://photos.example/gate", False),
        ("See customer.example/gate\nIt hangs low.", False),
    ],
)
def test_a_page_of_ones_own_stands_in_the_last_line(text, is_there):
    assert circulars.has_page_at_foot(facts(text=text)) is is_there


def test_how_one_hears_no_more_is_no_wish_of_the_writer():
    letter = (
        "The tulips stand in the first row, and the hyacinths behind them, as they did last year in the old garden."
    )
    assert circulars.text_above_leaving(facts(text=f"{letter}\n\nUnsubscribe here")) == letter
    assert circulars.text_above_leaving(facts(text=f"{letter}\n\nPlease send three.")).endswith("three.")


def test_a_letter_to_many_that_asks_for_forms_sake_is_known_by_what_sent_it():
    """A rhetorical question is in a person's letter, too; a sending service is not."""
    text = (
        "Hello you,\n\nSunday, half past nine. And you?\n\nI wrote it down in three lines.\n\n"
        "If you would rather not get these notes, click here."
    )
    sender, id_ = "Kate <kate@calm.example>", "<lJKOkFcZ1DLNhkCr5ufObF@geopod-ismtpd-27>"
    assert classify_text("Do you know that?", text, sender, id_).attention == "review"
    assert classify_text("Do you know that?", text, sender).attention == "answer"


@pytest.mark.parametrize(
    ("subject", "is_news"),
    [
        ("New prices from 1 March", True),
        ("Preisanpassung zum 1. April", True),
        ("Changement d'adresse", True),
        ("Boas festas", True),
        ("Zmiana cennika", True),
        ("График работы в праздники", True),
        ("価格改定のお知らせ", True),
        ("春节放假通知", True),
        ("A price for forty chairs", False),
        ("Unsere Küche", False),
    ],
)
def test_a_subject_tells_what_a_house_tells_all_its_customers(subject, is_news):
    assert circulars.has_news_subject(facts(base_subject=subject)) is is_news
    assert not circulars.has_news_subject(facts(base_subject=subject, has_prefix=True))  # somebody answers it


@pytest.mark.parametrize(("sender", "subject", "text"), read_letters("news_of_houses"))
def test_news_of_a_house_is_not_acknowledged(sender, subject, text):
    assert not classify_text(subject, text, sender).ack
