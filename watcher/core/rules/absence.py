"""Does a text only say that its writer is away? By the words of out-of-office replies, where no header says so.

Two things must be there: that somebody is away, and what such a reply adds (when they are back, whom to turn to, that mail is
not read). A question, or a word of what customers want, and it is a person's.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

import regex

from watcher.core.message.model import Facts
from watcher.core.rules import notices, phrases
from watcher.core.rules.absence_phrases import Saying, find_languages
from watcher.core.rules.alternatives import (
    AlternativeIndex,
    compile_alternative,
    fold_words,
    matches_any,
    split_alternatives,
)
from watcher.core.rules.languages.known import LANGUAGES, WORD_STARTS

MAX_NOTICE_LENGTH = 900  # characters of own text
_MAX_WORDS = MAX_NOTICE_LENGTH // 2  # of one letter, with the spaces between them: a text of more is longer
_MAX_BEGINNING = MAX_NOTICE_LENGTH + 100  # what begins with so many and hardly a line of blanks is longer
_MAX_BARE_LENGTH = 30  # an answer of so few that says somebody is away says no more: "On holiday!"
_TIMEOUT = 0.1

#: What customers want: then somebody is away and wants something all the same.
_WISHES = (
    r"order(?:ed|ing)?|invoice|quote|quotation|deliver\w*|we accept|i accept|send (?:me|us)|call me|"
    r"bestell\w*|rechnung|angebot|liefer\w*|schicken sie|senden sie (?:mir|uns)|rufen sie|termin|"
    r"commande\w*|facture|devis|livr\w+|envoyez|pedido|factura|presupuesto|env[ií]e\w*(?!(?: por favor)?,? (?:a |os |as |el |los |sus? |suas? |seus? )*(?:mensa|e-?mail|correo))|ordine|fattura|preventivo|consegn\w+|"
    r"encomenda|fatura|orçamento|bestelling|factuur|offerte|lever\w*|zamówien\w*|faktur\w*|ofert\w*|objedn\w*|заказ\w*|счёт|счет|"
    # who is away tells others what they may need; who needs something says "we" or "I"
    r"(?:we|i) (?:still |also )?need|(?:wir|ich)[^.!?]{0,40} (?:brauchen?|benötigen?)|(?:brauchen?|benötigen?) (?:wir|ich)|j'ai besoin|avons besoin|il (?:nous|me) faut|"
    r"necesit(?:o|amos)|(?:abbiamo|ho) bisogno|ci serv(?:e|ono)|precis(?:o|amos) de|(?:ik|wij|we) hebben? [^.!?]{0,40}nodig|hebben (?:we|wij) [^.!?]{0,40}nodig|"
    r"potrzebuj(?:ę|emy)|proszę (?:dostarczyć|przywieźć|przysłać)|potřebuj(?:i|u|eme)|potrebuje(?:m|me|mo)|szükség(?:em|ünk)|(?:am|avem) nevoie|(?:ne|îmi) trebuie|"
    r"(?:vi|jag) behöver|(?:vi|jeg) (?:har brug for|skal bruge|trenger)|tarvitse(?:n|mme)|(?:нам|мне) (?:нуж|понадоб)\w*|(?:нам|мені) потріб\w*|нуждаем се|трябва ни|"
    r"ihtiyacı(?:m|mız)|χρειαζόμαστε|χρειάζομαι|treba(?:m|mo)|treba nam|(?:kami|saya) (?:mem)?butuh\w*|"
    r"looking for|interested in|bewerbe|suchen wir|wir suchen|cherch(?:e|ons)|busc(?:o|amos)|cerc(?:o|hiamo)|zoeken|szuka\w+|ищ(?:у|ем)|шука\w+"
)
_WISHES_WITHOUT_SPACES = (
    "我们需要|我們需要|我需要|필요합니다|注文|見積|納品|订单|訂單|报价|報價|发票|预订|預訂|주문|견적"
)
_WISH_INDEX = AlternativeIndex(
    {"": "|".join(rf"{wish}(?!\w)" for wish in split_alternatives(_WISHES)), "unspaced": _WISHES_WITHOUT_SPACES},
    {"": r"(?<!\w)", "unspaced": ""},
)


def _word_index(field: str) -> AlternativeIndex[str]:
    """Of one field of `AbsenceWords`, in all languages."""
    patterns = {language: fold_words(getattr(words.absence, field)) for language, words in LANGUAGES.items()}
    return AlternativeIndex({language: pattern for language, pattern in patterns.items() if pattern}, WORD_STARTS)


_TRADE_INDEX = _word_index("trade")
_ARRANGES_INDEX = _word_index("arranges")
_URGENT_INDEX = _word_index("urgent")

#: "For orders write to orders@…": the topic is whom to turn to, nobody's wish.
_ADDRESS = r"(?:[\w.+-]+@[\w.-]*\w|\+?\d[\d /-]{6,})"
_REFERRAL = (
    r"(?i)(?:\A|[.!?;,:/]\s)(?:(?:please |bitte )?(?:for|regarding|concerning|für|bei|in|zu|pour|para|per|voor|bij|w|w sprawie|för|vid|"
    r"ved|med|til|s|se|ve|po|u|za|pentru|untuk|για|за|по|для|с|щодо|із)\s[^.!?;@]{0,80}?|\p{L}+(?: \p{L}+)?: ?)"
    rf"{_ADDRESS}|[\p{{Han}}\p{{Hiragana}}\p{{Katakana}}\p{{Hangul}} ]{{2,30}}{_ADDRESS}|(?:вопрос\p{{L}}* по|(?:bei )?fragen zu) \p{{L}}+|pentru \p{{L}}* ?urgen\p{{L}}+,? vă rog|{_ADDRESS}\)? (?:for|about|für|zu|pour|para|per|voor)\s[^.!?]{{0,40}}"
)
#: Without one of these there is no referral: most mail has none, and the pattern goes over a sentence from each of its characters.
_REFERRAL_SIGN = regex.compile(r"@|\d[\d /-]{6}|вопрос|fragen zu|pentru")
_ADDRESSES = regex.compile(r"\S+@\S+")
#: A logo in a signature is no attachment.
_PICTURE = regex.compile(r"(?i)\.(?:png|gif|jpe?g|svg|bmp|webp)\Z")


def is_absence_notice(facts: Facts) -> bool:
    """Does it say that somebody is away, and nothing else?"""
    text = fold_notice(facts)
    try:
        if not text or not find_languages(text, Saying.AWAY, Saying.MAYBE_AWAY, Saying.ALONE):
            return False
        if _asks(text) or (not _REFERRAL_SIGN.search(text) and _has_wish(text)):
            return False
        languages = find_languages_of_notice(text, bare=facts.has_prefix and len(text) <= _MAX_BARE_LENGTH)
        return bool(languages) and wants_nothing(text, languages) and not arranges(text)
    except TimeoutError:
        return False


def fold_notice(facts: Facts) -> str:
    """The text in the form it is searched in; "" where it is none of a notice: too long, or with a file."""
    return _fold_notice(facts.own_text, facts.attachments)


@lru_cache(maxsize=4)  # table, rules and threads ask for it
def _fold_notice(own_text: str, attachments: tuple[str, ...]) -> str:
    line = " ".join(own_text[:_MAX_BEGINNING].split())
    if len(own_text) > _MAX_BEGINNING and len(line) <= MAX_NOTICE_LENGTH:  # lines of blanks: it is read to its end
        words = own_text.split(maxsplit=_MAX_WORDS)
        line = "" if len(words) > _MAX_WORDS else " ".join(words)
    if not line or len(line) > MAX_NOTICE_LENGTH or any(not _PICTURE.search(name) for name in attachments):
        return ""
    text = line.casefold().replace("’", "'")
    return text if len(text) <= MAX_NOTICE_LENGTH else ""  # "ß" is two letters now


def wants_nothing(text: str, languages: Collection[str] | None) -> bool:
    """Is there no question and no wish in folded text, in these languages (ISO 639-1)? None: in any. TimeoutError: a search took too long."""
    if _asks(text):
        return False
    spoken = compile_alternative(_REFERRAL).sub(".", text, timeout=_TIMEOUT) if _REFERRAL_SIGN.search(text) else text
    spoken = _ADDRESSES.sub("", spoken, timeout=_TIMEOUT) if "@" in spoken else spoken
    return not _wants_something(spoken, languages) or (
        (told := _without_trade(spoken)) != spoken and not _wants_something(told, languages)
    )


def _wants_something(text: str, languages: Collection[str] | None) -> bool:
    return _says_wish(text) or notices.wants_something(text, languages)


def _asks(text: str) -> bool:
    return phrases.asks_question(text) and phrases.asks_question(without_urgent_questions(text))


def without_urgent_questions(text: str) -> str:
    """ "Urgent? Call Jan." asks nothing: without what is asked so. The pattern goes over three words from each of its letters: it is
    tried where there is a word of the kind."""
    for language, alternatives in _URGENT_INDEX.find_candidates(text).items():
        words = "|".join(sorted(alternatives))
        lead = r"(?:\p{L}+ ){0,3}" if WORD_STARTS[language] else r"[\p{L}ー]{0,8}"
        text = compile_alternative(rf"{lead}(?:{words})[\p{{L}}ー]{{0,8}}(?: \p{{L}}+){{0,2}}\s?[?？؟;]").sub(
            ".", text, timeout=_TIMEOUT
        )
    return text


def _has_wish(text: str) -> bool:
    """Is there a word of what customers want, but in what a house says of its trade in general?"""
    return _says_wish(text) and ((told := _without_trade(text)) == text or _says_wish(told))


def _says_wish(text: str) -> bool:
    return any(matches_any(wishes, text) for wishes in _WISH_INDEX.find_candidates(text).values())


def _without_trade(text: str) -> str:
    """Without what a house says of its orders and bills in general: "orders leave again on the 3rd"."""
    for alternatives in _TRADE_INDEX.find_candidates(text).values():
        for alternative in alternatives:
            text = compile_alternative(alternative).sub(" ", text, timeout=_TIMEOUT)
    return text


def arranges(text: str) -> bool:
    """Does somebody accept, or say when it suits them or who lets others in? Customers who are away do. TimeoutError."""
    return any(matches_any(alternatives, text) for alternatives in _ARRANGES_INDEX.find_candidates(text).values())


def find_languages_of_notice(text: str, *, bare: bool) -> frozenset[str]:
    """The languages in which both things are said, or what needs no second; `bare`: that somebody is away is enough."""
    alone, away, maybe = (find_languages(text, said) for said in (Saying.ALONE, Saying.AWAY, Saying.MAYBE_AWAY))
    if not away and not maybe:
        return alone
    if bare:
        return alone | away
    answers = find_languages(text, Saying.ANSWERS, among=away | maybe)
    return alone | answers | find_languages(text, Saying.ADDED, among=away - answers)
