"""core/inquiry/thanks_words.py: thanks and nothing else, in twenty languages; and what a customer adds to them."""

from __future__ import annotations

import re._parser as sre_parser  # type: ignore[import-not-found]  # what the stdlib reads a pattern with
from random import Random

import pytest

from tests.samples import facts
from watcher.core.inquiry import thanks
from watcher.core.inquiry.thanks import is_bare_thanks
from watcher.core.inquiry.thanks_words import CONJUNCTIONS, PLEASANTRIES
from watcher.core.message.model import Address

HOUSE = ("anna@example.com",)

BARE = """
Thank you very much!
Thanks!
Thanks, Anna.
Thanks a lot for your quick reply, and have a nice weekend!
Hi Anna, great, thank you so much for your help! Best regards, Carol
Got it, thanks 👍
Vielen Dank!
Vielen Dank für die schnelle Antwort. Ihnen auch ein schönes Wochenende!
Sehr geehrte Frau Meier, herzlichen Dank für Ihre Hilfe. Mit freundlichen Grüßen Carol
Danke schön, das hat mir sehr geholfen.
Merci beaucoup pour votre réponse rapide. Bonne journée !
Je vous remercie. Cordialement
Muchas gracias por su ayuda. Que tenga un buen día. Saludos
Mille grazie per la risposta! Buona giornata
Muito obrigada pela ajuda. Bom fim de semana!
Hartelijk dank voor uw snelle antwoord. Fijne dag nog!
Bedankt!
Bardzo dziękuję za szybką odpowiedź. Pozdrawiam
Dziękuję i miłego dnia
Moc děkuji za rychlou odpověď. Hezký den
Tack så mycket för snabbt svar! Ha en trevlig helg
Tusen takk for hjelpen! Ha en fin dag
Mange tak for hjælpen. God weekend
Tak!
Kiitos paljon avusta! Hyvää viikonloppua
Спасибо большое за быстрый ответ! Хорошего дня.
Щиро дякую за допомогу! Гарного дня
Çok teşekkür ederim. İyi çalışmalar
Nagyon köszönöm a gyors választ! További szép napot kívánok
Vă mulțumesc mult pentru răspuns. O zi bună!
Σας ευχαριστώ πολύ για την άμεση απάντηση. Καλή συνέχεια
ご返信ありがとうございます。今後ともよろしくお願いいたします。
お世話になっております。迅速なご対応、誠にありがとうございました。
谢谢您的回复！祝您工作顺利。
謝謝！
답변 감사합니다. 좋은 하루 되세요.
شكرا جزيلا لكم على سرعة الرد
תודה רבה על העזרה! יום טוב
"""
MORE = """
Thanks, please send 40 of them.
Thank you, we accept.
Thanks, order attached.
Yes please, go ahead.
Yes, thanks!
Thanks, we take it
Thank you. Monday is fine.
Thanks, 40
Great, thanks, and when?
Thanks! Call me.
Thank you Accepted
Thanks for your offer, sold
No thanks.
Danke, wir nehmen das Angebot an
Danke, bitte schicken Sie die Rechnung.
Vielen Dank, passt, bestellt!
Ja, danke.
Gerne, vielen Dank
Danke, 3 Stück
Merci, nous acceptons votre devis
Merci, c'est d'accord, envoyez la facture
Oui merci
Gracias, acepto el presupuesto
Sí, gracias
Muchas gracias, envíe dos más
Grazie, procedete pure
Grazie, accettiamo il preventivo
Obrigado, pode enviar
Bedankt, stuur maar op
Ja graag, bedankt
Dziękuję, zamawiam
Tak, dziękuję
Děkuji, objednávám dva kusy
Ano, děkuji
Tack, vi tar erbjudandet
Ja tack
Takk, vi bestiller ti
Ja takk
Tak, vi tager imod tilbuddet
Ja tak
Kiitos, tilaamme kaksi
Kyllä kiitos
Спасибо, пришлите счёт
Да, спасибо
Дякую, надішліть рахунок
Teşekkürler, sipariş vermek istiyoruz
Köszönöm, megrendelem
Igen, köszönöm
Mulțumesc, accept oferta
Ευχαριστώ, δεχόμαστε την προσφορά
ありがとうございます。では40個お願いします。
谢谢，请发40个
謝謝，我們接受
감사합니다. 40개 보내 주세요.
شكرا، أرسلوا الفاتورة
תודה, אנחנו מזמינים
"""


def sentences(text):
    return [line for line in text.split("\n") if line]


def message(text, **more):
    return facts(from_=(Address("carol@customer.example", "Carol Miller"),), text=text, **more)


@pytest.mark.parametrize("text", sentences(BARE))
def test_thanks_greetings_and_wishes_ask_for_nothing(text):
    assert is_bare_thanks(message(text), HOUSE)


@pytest.mark.parametrize("text", sentences(MORE))
def test_any_other_word_asks_again(text):
    assert not is_bare_thanks(message(text), HOUSE)


def test_a_polish_yes_is_no_danish_thanks():
    assert not is_bare_thanks(facts(from_=(Address("jan@klient.pl"),), text="Tak!"))
    assert not is_bare_thanks(message("Tak!\n\n> Czy mamy wysłać ofertę?"))


@pytest.mark.parametrize("signature", ["Carol Miller\nMiller Roofs Ltd\n4 Mill Lane, 20111 Hull\nTel: +44 20 7946 0018\nwww.miller.example",
                                       "Best regards,\nCarol Miller\nHead of Sales | Miller & Sons GmbH\ncarol@customer.example",
                                       "Kind regards\nCarol\n\nSent from my iPhone", "-- \nbuy our roofs"])  # fmt: skip
def test_a_signature_is_not_what_is_said(signature):
    assert is_bare_thanks(message(f"Thank you very much!\n\n{signature}"))
    assert not is_bare_thanks(message(f"Thank you, we accept.\n\n{signature}"))


@pytest.mark.parametrize("more", ["PS: please send 40 of them", "please call +44 20 7946 0018", "we take two"])
def test_a_wish_below_the_name_is_a_wish(more):
    assert not is_bare_thanks(message(f"Thank you!\n\nBest regards\nCarol\n\n{more}"))


def test_a_file_is_more_than_thanks_and_the_picture_of_a_signature_is_not():
    assert not is_bare_thanks(message("Thanks!", attachments=("order.pdf",)))
    assert is_bare_thanks(message("Thanks!", attachments=("image001.png",)))


def test_a_quotation_is_not_what_is_said():
    assert is_bare_thanks(message("Thanks!\n\nOn Mon, Anna <anna@example.com> wrote:\n> Shall we send 40 of them?"))


def _plain_lines(lines: str) -> list[str]:
    """The phrases without a choice."""
    return [line.strip() for line in lines.split("\n") if line.strip() and not set(line) & set("(?*[\\.|")]


@pytest.mark.parametrize("language", PLEASANTRIES)
def test_no_language_is_left_out_that_has_something_to_say(language):
    own = PLEASANTRIES[language]
    for phrase in _plain_lines(own.thanks):
        assert language in thanks._find_spoken_languages(thanks._fold(phrase)), phrase
    for phrase in _plain_lines(f"{own.others}\n{own.closings}\n{CONJUNCTIONS.get(language, '')}"):
        assert language in thanks._find_spoken_languages(thanks._fold(f"thanks\n{phrase}")), phrase


def test_a_language_nobody_speaks_is_not_compiled():
    assert thanks._find_spoken_languages("bitte senden sie uns 40 davon") == []
    assert len(thanks._find_spoken_languages("thanks, but send 40 more")) < 3


@pytest.mark.parametrize("language", PLEASANTRIES)
def test_whatever_the_phrases_allow_is_put_together_of_their_fragments(language):
    """The patterns themselves make the texts: none that they match may be ruled out before they are asked."""
    own, random = PLEASANTRIES[language], Random(1)
    patterns = thanks._phrase_patterns("\n".join((*own, CONJUNCTIONS.get(language, ""))), language)
    for pattern in patterns:
        for _ in range(30):
            phrase = _random_match(sre_parser.parse(pattern), random)
            assert thanks._may_be_said_in(language, thanks._WORD.findall(phrase)), (pattern, phrase)


def _random_match(parsed, random: Random) -> str:
    """A text that a pattern of words, choices and repetitions matches."""
    found = []
    for sign, value in parsed:
        match str(sign):
            case "LITERAL":
                found.append(chr(value))
            case "BRANCH":
                found.append(_random_match(random.choice(value[1]), random))
            case "SUBPATTERN":
                found.append(_random_match(value[-1], random))
            case "MAX_REPEAT":
                count = random.randint(value[0], min(int(value[1]), value[0] + 2))
                found += [_random_match(value[2], random) for _ in range(count)]
            case "IN":
                found.append(_random_match([random.choice(value)], random))
            case "CATEGORY":
                found.append("w" if str(value) == "CATEGORY_WORD" else " ")
            case _:
                raise AssertionError(f"the phrases have {sign} by now")
    return "".join(found)


GREETINGS = """
    sehr geehrte geehrter geehrten liebe lieber liebes dear hallo guten tag morgen abend chère cher chere estimada
    estimado gentile egregio geachte beste prezada prezado szanowny szanowna vážený vážená herr herrn frau mr mrs ms
    miss dr madame monsieur señor señora signor signora sig sr sra pan pani panie mevrouw meneer господин госпожа hi
    hello hey moin bonjour hola ciao buongiorno olá ola bom dia boa tarde hej hei hoi dag kære cześć witam ahoj kedves
    szia bună sayın merhaba здравствуйте привет добрый день уважаемый уважаемая вітаю шановний шановна γεια σου αγαπητέ
    αγαπητή
"""


@pytest.mark.parametrize("word", GREETINGS.split())
def test_no_word_of_a_greeting_rules_a_language_out(word):
    assert thanks._languages_of_word(word) is None


def _phrases_of(language: str, random: Random) -> list[str]:
    own = PLEASANTRIES[language]
    patterns = thanks._phrase_patterns("\n".join((*own, CONJUNCTIONS.get(language, ""))), language)
    return [_random_match(sre_parser.parse(random.choice(patterns)), random) for _ in range(random.randint(1, 4))]


@pytest.mark.parametrize("language", PLEASANTRIES)
def test_what_small_words_rule_out_is_not_put_together_of_phrases(language):
    """Texts of phrases, greetings, names and signatures: what is certainly said may rule out nothing that all of it allows."""
    random, counts = Random(language), [0, 0]
    for _ in range(300):
        pieces = [*_phrases_of(language, random), *_phrases_of("en", random)]
        pieces += random.choices(
            [
                "Hi Anna,",
                "dear Mr Muster",
                "carol",
                "Carol Muster",
                "the Example GmbH",
                "smith様",
                "tel 030 123456",
                "www.shop.example",
                "chairs",
                "aus muster",
                "ein gruß aus berlin",
                "aus 12",
            ],
            k=random.randint(0, 3),
        )
        random.shuffle(pieces)
        text = "".join(f"{piece}{random.choice((', ', '. ', ' ', chr(10), '! '))}" for piece in pieces).strip()
        mail = message(text)
        names = thanks._known_names(mail, HOUSE)
        is_thanks = thanks._is_put_together(text, names, mail)
        counts[is_thanks] += 1
        assert not is_thanks or thanks._may_be_pleasantries(text, names), text
    assert all(counts)


def test_thanks_among_other_words_are_ruled_out_before_a_language_is_compiled():
    thanks._compile_language.cache_clear()
    assert not is_bare_thanks(message("Vielen Dank im Voraus für das Angebot über zwölf Stühle."))
    assert not is_bare_thanks(
        message("Thank you.\n\nWe take the twelve chairs of last week.\n\nMax Muster\nExample GmbH")
    )
    assert not thanks._compile_language.cache_info().currsize
    assert is_bare_thanks(message("Vielen Dank im Voraus!"))
    assert thanks._compile_language.cache_info().currsize
