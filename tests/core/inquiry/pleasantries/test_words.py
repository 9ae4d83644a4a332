"""core/inquiry/pleasantries/*.py: every language is known by its code, and no word in it asks, orders, refuses or puts off."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

from tests.samples import facts
from watcher.core.inquiry import lexicon, pleasantries
from watcher.core.inquiry.pleasantries.known import PLEASANTRIES
from watcher.core.inquiry.pleasantries.words import EVERYWHERE
from watcher.core.inquiry.thanks import is_bare_thanks
from watcher.core.rules.languages.known import LANGUAGES

MODULES = {
    path.stem.removesuffix("_"): path
    for path in Path(pleasantries.__file__).parent.glob("*.py")
    if path.stem not in ("__init__", "known", "words")
}
ALL = pytest.mark.parametrize("language", PLEASANTRIES)
#: An item with more texts is a sentence, which is better left to the words of one.
MAX_TEXTS = 400

#: Yes, no, but, not, when, please, two, tomorrow, a day, to order, to send, to take, to want, a bill.
ANSWERS = {
    "en": "yes no but not when please two tomorrow tuesday order send take want invoice need call still waiting",
    "de": "ja nein aber nicht kein wann bitte zwei dienstag bestellen senden nehmen möchte rechnung brauche gerne noch_nicht einverstanden",
    "fr": "oui non mais pas quand svp deux demain mardi commande envoyez prends veux facture si volontiers attends",
    "es": "sí no pero cuando dos martes pedido envíe quiero factura necesito espero acepto",
    "it": "sì no ma non quando due domani martedì ordine mandi prendo voglio fattura attendo accetto",
    "pt": "sim não mas quando dois amanhã terça encomenda envie quero fatura preciso aguardo aceito",
    "nl": "ja nee maar niet geen wanneer twee dinsdag bestelling stuur neem wil factuur graag akkoord",
    "pl": "tak nie ale kiedy proszę dwa jutro wtorek zamawiam wyślij biorę chcę faktura czekam zgoda",
    "cs": "ano ne ale kdy prosím dva zítra úterý objednávám pošlete beru chci faktura čekám souhlasím tak",
    "sk": "áno nie ale kedy prosím dva zajtra utorok objednávam pošlite beriem chcem faktúra čakám",
    "sl": "da ne ampak kdaj prosim dva jutri torek naročam pošljite vzamem želim_dva račun čakam",
    "hr": "da ne ali kada molim dva sutra utorak naručujem pošaljite uzimam račun čekam",
    "sr": "da ne ali kada molim dva sutra utorak račun да не али када молим два сутра",
    "bg": "да не но кога моля два утре вторник поръчвам изпратете искам фактура чакам",
    "mk": "да не но кога молам два утре",
    "ru": "да нет но не когда пожалуйста два завтра вторник заказ пришлите беру хочу счёт жду согласен",
    "uk": "так ні але не коли прошу два завтра вівторок замовлення надішліть беру хочу рахунок чекаю",
    "sv": "ja nej men inte när två imorgon tisdag beställning skicka tar vill faktura gärna väntar",
    "no": "ja nei men ikke når to tirsdag bestilling send tar vil faktura gjerne venter",
    "da": "ja nej men ikke hvornår to tirsdag bestilling send tager vil faktura gerne venter",
    "fi": "kyllä ei mutta milloin kaksi huomenna tiistai tilaus lähettäkää otan haluan lasku odotan",
    "et": "jah ei aga millal palun kaks homme teisipäev tellin saatke tahan arve ootan",
    "lv": "jā nē bet kad lūdzu divi rīt pasūtu gribu rēķins gaidu",
    "lt": "taip ne bet kada prašau du rytoj užsakau noriu sąskaita laukiu",
    "hu": "igen nem de mikor kérem kettő holnap kedd rendelek küldje kérek szeretnék számla várom lesz",
    "ro": "da nu dar când rog două mâine marți comand trimiteți vreau factura aștept",
    "el": "ναι όχι αλλά δεν πότε παρακαλώ δύο αύριο τρίτη παραγγελία στείλτε θέλω τιμολόγιο περιμένω",
    "tr": "evet hayır ama değil lütfen iki yarın salı sipariş gönderin alıyorum istiyorum fatura bekliyorum",
    "ja": "はい いいえ しかし ですが 注文 送って 請求書 明日 二つ まだ",
    "zh": "是的 不 但是 可是 请 請 两个 明天 订 发给 要 发票 还没",
    "ko": "아니요 하지만 그런데 언제 주문 보내주세요 내일 두_개 아직",
    "ar": "نعم لا لكن متى غدا طلب أرسلوا أريد فاتورة انتظر",
    "he": "כן לא אבל מתי שניים מחר הזמנה שלחו רוצה חשבונית מחכה",
    "fa": "بله نه اما ولی لطفا فردا سفارش بفرستید فاکتور",
    "hi": "हाँ नहीं लेकिन कब कृपया दो कल भेजें चाहिए",
    "vi": "vâng không nhưng hai mai đặt gửi_cho muốn hóa_đơn chờ",
    "id": "iya ya tidak tapi kapan tolong dua besok pesan_dua kirim mau faktur tunggu",
    "mt": "iva le imma meta jekk tnejn għada ibagħtu rrid fattura nistenna",
    "ms": "ya tidak tetapi bila sila dua esok pesan_dua hantar mahu invois",
    "th": "ใช่ ไม่ แต่ เมื่อไหร่ สอง พรุ่งนี้ สั่งซื้อ ส่ง ต้องการ",
    "ca": "sí no però quan dos demà dimarts comanda envieu vull factura",
    "gl": "si non pero cando dous mañá pedido envíe quero factura",
    "eu": "bai ez baina noiz bi bihar eskaera bidali nahi faktura",
    "sq": "po jo por kur dy nesër porosi dërgoni dua fatura",
    "is": "já nei en_ekki ekki hvenær tvo morgun pöntun sendið vil reikningur",
    "lb": "jo nee mee net wéini zwee bestellung schéckt rechnung",
    "af": "ja nee maar nie wanneer asseblief twee dinsdag stuur wil_hê faktuur",
    "ga": "ach ní dhá amárach ordú sonrasc",
    "cy": "ie na ond pryd dau yfory archeb anfoneb",
    "sw": "ndiyo hapana lakini lini tafadhali mbili kesho agizo tuma nataka ankara",
}  # fmt: skip


def test_a_module_is_gathered_under_the_code_it_is_named_after():
    assert PLEASANTRIES.keys() == MODULES.keys()
    assert PLEASANTRIES.keys() == LANGUAGES.keys()
    assert next(iter(PLEASANTRIES)) == "en"
    for language, words in PLEASANTRIES.items():
        assert import_module(f"{pleasantries.__name__}.{MODULES[language].stem}").WORDS is words


def test_every_module_says_which_language_it_is():
    names = [ast.get_docstring(ast.parse(path.read_text())) for path in MODULES.values()]
    assert all(names)
    assert len(set(names)) == len(names)


@ALL
def test_no_item_is_a_sentence_with_all_its_variants(language):
    for field in (*PLEASANTRIES[language], *EVERYWHERE):
        for item in field.split() if isinstance(field, str) else ():
            assert item.count("(") == item.count(")"), item
            texts = list(lexicon.expand_items(item))
            assert len(texts) <= MAX_TEXTS, item
            assert all(text.strip() and not set(text) & set("()|_") for text in texts), item


@ALL
def test_whatever_thanks_is_thanks(language):
    """Of each thanking item every text is found, and alone it is thanks: but for the Danish word that is a Slavic yes."""
    for text in lexicon.expand_items(PLEASANTRIES[language].thanks):
        assert is_bare_thanks(facts(text=text)), text


@ALL
def test_no_word_of_an_answer_is_a_pleasantry(language):
    parts = lexicon.load_lexicon(language).parts
    separator = "" if PLEASANTRIES[language].unspaced else " "
    for word in lexicon.expand_items(ANSWERS[language]):
        assert separator.join(lexicon.split_folded(word)) not in parts, word


@ALL
def test_thanks_beside_any_answer_ask_again(language):
    thanks = next(lexicon.expand_items(PLEASANTRIES[language].thanks))
    for word in lexicon.expand_items(ANSWERS[language]):
        for text in (f"{thanks}, {word}", f"{word}, {thanks}", f"{thanks}. {word}.", f"{thanks}\n{word}\n"):
            assert not is_bare_thanks(facts(text=text)), text
