"""What may be an absence notice though `absence` does not know its words: it is not acknowledged, and may be for a glance.

No list of words is complete. What automatic answers have in common is where they stand: they answer something, or their subject
announces that somebody is away; and they want nothing of their reader.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from enum import Enum, auto

import regex

from watcher.core.message.model import Facts
from watcher.core.message.subjects import extract_base_subject
from watcher.core.rules import absence, form_fields, phrases, referrals
from watcher.core.rules.absence_phrases import Saying, find_languages
from watcher.core.rules.alternatives import compile_alternative

_TIMEOUT = 0.1

#: "the 14th", "bis 17.", "15'inde", "6日", "8 au 19": a day of a month, by its ending, or two of them. No code, no version, no decimal.
_DAY_OF_MONTH = regex.compile(
    r"(?<![\d.,:/-])(?<!\p{Latin})(?:[12]?\d|3[01])(?:st|nd|rd|th|º|ª|er|e|-?го|'?[iıuü]nd[ea]|[月日号월일]|\.(?=\s?(?:\p{L}|[–-])))(?![\p{Latin}\d])"
    r"|(?<![\d.,:/-])(?<!\p{Latin})(?:[12]?\d|3[01])\.? ?(?:[–-]|\p{L}{1,4}) ?(?:[12]?\d|3[01])(?![\w,:]|\.\d)"
)


class AbsenceDoubt(Enum):
    """How surely a message may be an absence notice that no list of words knows."""

    LIKELY = auto()  # says that somebody is away, and wants nothing of its reader
    POSSIBLE = auto()  # wants nothing, or wants it beside the words of being away


#: "This is an automated message", in any language: the word for it beside that for a message or an answer.
_AUTOMATIC_WORDS = (
    "automat", "automàt", "automát", "automāt", "otomatik", "otomatis", "avtomat", "uathoibr", "awtomat", "outomat", "sjálfvirk", "gépi",
    "автомат", "аўтамат", "αυτόματ", "αυτοματ", "tự động", "自動", "自动", "자동", "อัตโนมัติ", "स्वचालित", "স্বয়ংক্রিয়", "تلقائي", "آلي",
    "خودکار",
    "אוטומטי", "ავტომატ",
    # "this message was generated when yours came in"
    "generad", "generat", "generier", "genererad", "generert", "genereret", "gegenereerd", "généré", "erzeugt", "wygenerow", "vygenerov",
    "generisan", "сгенерир", "згенер", "генерир", "oluşturul", "生成", "생성",
)  # fmt: skip
_MESSAGE_WORDS = (
    "messag|e-?mail|mail|repl(?:y|ies)|response|respon[dz]|answer|antwort|nachricht|r[ée]pon|mensaje|mensag|resp[uo]|correo|risp|"
    "messagg|missatg|"
    "antwoord|bericht|odpow|wiadomo|odpov|zpráv|správ|svar|medd|besked|henvend|melding|vastau|viesti|vastus|kiri|kirj|válasz|"
    "üzenet|levél|răspuns|mesaj|"
    "odgovor|poru[kc]|sporoč|atbild|vēstul|ziņ|atsak|laišk|yanıt|cevap|ileti|posta|ответ|письм|сообщ|відпов|повідом|лист|отговор|"
    "съобщ|одговор|порук|απάντ|απαντ|μήνυμ|"
    "μηνυμ|erantzun|mezu|thư|trả lời|balasan|pesan|返信|メール|送信|応答|回复|回覆|邮件|郵件|答复|"
    "답장|회신|메일|응답|ตอบกลับ|ข้อความ|อีเมล|उत्तर|संदेश|رسال|رد|"
    "پاسخ|پیام|תשוב|מענה|הודע|პასუხ"
)
_THANKS_WORDS = (
    r"thank\w*|dank\w*|merci|remerci\w*|gr[aà]ci\w+|grazie|obrigad\w|agradec\w+|bedankt|dzięku\w+|děku\w+|ďaku\w+|tack\w*|takk?|"
    r"kiit\w+|köszön\w+|"
    r"mulțum\w+|mulţum\w+|teşekkür\w*|ευχαριστ\w+|спасибо|благодар\w+|дяку\w+|hvala|zahval\w+|aitäh|täna\w+|paldies|pateic\w+|ačiū|"
    r"dėko\w+|cảm ơn|terima kasih|"
    r"شكر\w*|تشكر|תודה|धन्यवाद|ขอบคุณ|eskerrik|faleminderit|takk fyrir"
)
_THANKS_FOR_MESSAGE = (
    rf"(?<!\w)(?:{_THANKS_WORDS})[^.!?。！？\n]{{0,40}}(?:{_MESSAGE_WORDS})"
    rf"|(?:{_MESSAGE_WORDS})[^.!?。！？\n]{{0,20}}(?<!\w)(?:{_THANKS_WORDS})"
)
_SAYS_AUTOMATIC = (
    rf"(?:{'|'.join(_AUTOMATIC_WORDS)})[^.!?。！？]{{0,25}}(?:{_MESSAGE_WORDS})"
    rf"|(?:{_MESSAGE_WORDS})[^.!?。！？]{{0,25}}(?:{'|'.join(_AUTOMATIC_WORDS)})"
)

_MAX_ANNOUNCEMENT = 300  # characters of a subject that are looked at
_MAX_ANNOUNCING_WORDS = 4  # of a subject that says no more than that somebody is away; a date is none
_WORD_END = regex.compile(r"\s+(?=[^\s:：]{1,12}[:：])")

_MAX_BARE_ANSWER = 350  # characters of what answers something under a subject of its own: who begins anew writes more, and wants something
_MAX_STATEMENT = 600  # characters of what is looked through for an absence in everyday words, where nothing is answered
_LAST_QUESTION = r"(?s).*(?:\A|[.!?؟？;；。])\s*(?P<words>[^.!?؟？;；。]+)[?؟？;；]"
_MIN_QUESTION = 10  # characters: "Urgent?" is less, in any language


def find_absence_doubt(facts: Facts) -> AbsenceDoubt | None:
    """Could an answer, or mail below a subject of being away, be a notice that `is_absence_notice` does not know? None: nothing says so.

    Such notices put questions for form's sake and send wishes elsewhere ("Urgent? Call Tom", "orders to orders@…"), so a wish beside the
    words of being away leaves a doubt; a question in earnest beside one leaves none, nor does who begins a conversation and asks. Where
    nobody asks or wants anything, there need be no word that is listed: a doubt costs a person no more than the acknowledgement, and who
    answers something expects none.
    """
    try:
        announces = _announces_absence(facts.base_subject)
        is_sure_answer = announces or facts.has_prefix or _quotes_subject(facts)
        text = absence.fold_notice(facts) if is_sure_answer or facts.is_reply else ""
        if not text:
            return None
        is_sure_answer = is_sure_answer or (len(text) <= _MAX_BARE_ANSWER and _is_quiet(facts))
        away, reasons = _find_reasons(text)
        is_away = bool(absence.find_languages_of_notice(text, bare=False)) or _says_added(text, reasons)
        is_automatic = _says_automatic(text)
        is_away = is_away or is_automatic
        if (
            _is_machines_answer(facts, text)
            or (reasons and _is_quiet_answer(facts, text))
            or (is_away and _sends_elsewhere(facts, text))
        ):
            return AbsenceDoubt.LIKELY
        if not (is_away or away or announces) and _is_surely_persons(facts, text, reasons):
            return None
        if not (is_sure_answer or is_away or away):
            return AbsenceDoubt.POSSIBLE
        spoken = referrals.drop_referrals(text) if is_away or reasons else text
        if absence.wants_nothing(spoken, None):
            says_enough = is_away or _says_enough(facts, announces, reasons)
            is_likely = is_automatic or (says_enough and not absence.arranges(referrals.drop_sentences(text)))
            return AbsenceDoubt.LIKELY if is_likely else AbsenceDoubt.POSSIBLE if is_sure_answer else None
        if _opens_with_request(facts, spoken) or _asks_reader(facts, spoken, is_automatic):
            return None
        if announces and phrases.asks_question(text) and not (is_away or away):
            return None
        return AbsenceDoubt.POSSIBLE
    except TimeoutError:
        return None


def _says_enough(facts: Facts, announces: bool, reasons: Collection[str]) -> bool:
    """Is there more than that nothing is wanted: a reason (`reasons`: in which languages) below a subject that announces it, or no request
    in any word, and a reason or a colleague?"""
    if announces and (reasons or _is_retitled(facts)):
        return True
    if not announces and len(facts.own_text) > _MAX_BARE_ANSWER:
        return False
    if not announces and not (_are_own_words(facts, reasons) or _names_colleague(facts)):
        return False
    return _is_quiet(_without_elsewhere(facts.without_subject()))  # what is announced or answered asks for nothing here


def _are_own_words(facts: Facts, languages: Collection[str]) -> bool:
    """Is one of the languages that in which the text most likely is? Elsewhere a word means something else."""
    if not languages:
        return False
    from watcher.core.rules import circulars, voice  # as below

    own, known = voice.guess_languages(circulars.folded_words(facts)), voice.known_languages()
    is_told = len(own) < len(known)
    return any(language in own or (language not in known and not is_told) for language in languages)


def _names_colleague(facts: Facts) -> bool:
    """Does it name an address of the sender's house that is not the sender's, and no counter's?"""
    if "@" not in facts.own_text or not facts.from_ or facts.from_[0].domain in phrases.FREE_MAIL_DOMAINS:
        return False
    sender = facts.from_[0]
    return any(
        address.domain == sender.domain
        and address.key != sender.key
        and address.local.casefold() not in phrases.COUNTER_LOCAL_PARTS
        for address in form_fields.find_addresses(facts.own_text)
    )


def tells_of_absence(facts: Facts) -> bool:
    """Does a text as short as such notices say that somebody is away and what goes with it, in any words?"""
    if not _may_be_statement(facts):
        return False
    text = absence.fold_notice(facts)
    try:
        reasons = _find_reasons(text)[1] if text else frozenset()
        if not reasons:
            return False
        is_told = _says_added(text, reasons) or absence.find_languages_of_notice(text, bare=False)
        return bool(is_told) and not absence.arranges(text)
    except TimeoutError:
        return False


def names_day_of_month(facts: Facts) -> bool:
    """Does a text as short as such notices name a day of a month, by its figure?"""
    if not _may_be_statement(facts) or not _DAY_OF_MONTH.search(facts.own_text):
        return False
    text = absence.fold_notice(facts)
    try:
        return bool(text) and not absence.arranges(text)
    except TimeoutError:
        return False


def _may_be_statement(facts: Facts) -> bool:
    """Is it short, and has no question? That costs less than to look for any words."""
    text = facts.own_text
    return 0 < len(text) <= _MAX_STATEMENT and not phrases.asks_question(text)


#: The signs by the words that rules ask for.
TRAITS: dict[str, Callable[[Facts], bool]] = {"day-of-month": names_day_of_month, "tells-of-absence": tells_of_absence}


def tells_any_writer_of_absence(facts: Facts) -> bool:
    """Does mail of the house say what a program sends to whoever writes, without a header that says so: that nobody is there?

    `is_absence_notice` knows it, or words of being away stand beside thanks for a message, and nothing is wanted. Who answers
    "are you open in August?" has no need to speak of messages.
    """
    if absence.is_absence_notice(facts):
        return True
    text = absence.fold_notice(facts)
    if not text:
        return False
    try:
        if not _find_reasons(text)[1]:
            return False
        thanks = compile_alternative(_THANKS_FOR_MESSAGE).search(text, timeout=_TIMEOUT)
        return thanks is not None and absence.wants_nothing(text, None)
    except TimeoutError:
        return False


def _says_automatic(text: str) -> bool:
    return (
        any(word in text for word in _AUTOMATIC_WORDS)
        and compile_alternative(_SAYS_AUTOMATIC).search(text, timeout=_TIMEOUT) is not None
    )


def _is_surely_persons(facts: Facts, text: str, reasons: Collection[str]) -> bool:
    """Does somebody ask, or want something beside no word of being away (`reasons`: in which languages one says what may mean that)?

    What else is answered may come from a program, in words that nobody listed: most of it says until when, thanks for a message, or speaks
    of what is yours and never of itself.
    """
    from watcher.core.rules import requests, voice  # as below

    if phrases.asks_question(text):
        is_formal = _is_service(facts) and compile_alternative(_THANKS_FOR_MESSAGE).search(text, timeout=_TIMEOUT)
        return not is_formal and (not _is_retitled(facts) or _asks_reader(facts, text))
    facts = facts.without_subject()  # what is answered wants nothing here
    spoken = voice.read_voice(facts)
    if not spoken.speaks_of_itself and (_is_retitled(facts) or (spoken.speaks_of_yours and _is_no_person(facts))):
        return False
    if _is_bare_answer(facts) and not requests.wants_several_things(_without_elsewhere(facts)):
        return False
    if spoken.wants:
        return True
    if _are_own_words(facts, reasons):
        return requests.names_need(facts)
    if _DAY_OF_MONTH.search(facts.own_text):
        return False
    return requests.wants_anything(facts, spoken) or requests.names_need(facts)


def _is_bare_answer(facts: Facts) -> bool:
    """Does it answer a message and quote nothing of it? People's programs quote, those that answer by themselves do not.

    Of 1,565 real answers of customers 203 quote nothing and ask nothing, nearly all of them long; of 11 real automatic ones all do."""
    from watcher.core.message.own_text import has_quotation  # its patterns take 0.08 s, which no start waits for

    if facts.attachments or not (facts.in_reply_to or facts.references):
        return False
    return not has_quotation(facts.text, "" if facts.is_forward else facts.own_text)


def _without_elsewhere(facts: Facts) -> Facts:
    """The same message without the sentences that send its reader to somebody's address or telephone: those wishes are not its reader's."""
    spoken = referrals.drop_referrals(facts.own_text)
    return facts if spoken == facts.own_text else facts.limited_to(spoken)


def _is_machines_answer(facts: Facts, text: str) -> bool:
    """Does nobody ask or speak of themselves in an answer under a subject of its own, or that a service sends of what is yours?"""
    is_retitled = _is_retitled(facts)
    if not (is_retitled or (facts.is_reply and _is_no_person(facts))) or phrases.asks_question(text):
        return False
    from watcher.core.rules import requests, voice  # as below

    facts = facts.without_subject()
    spoken = voice.read_voice(facts)
    if spoken.speaks_of_itself or spoken.wants or absence.arranges(text):
        return False
    return (
        not requests.names_need(facts) if is_retitled else spoken.speaks_of_yours and absence.wants_nothing(text, None)
    )


def _is_quiet_answer(facts: Facts, text: str) -> bool:
    """Does a short answer quote nothing, ask nothing and want hardly anything? Programs that answer by themselves write so, but so does
    who accepts an offer or withdraws an order: it needs a word of what may mean being away beside it."""
    may_be_programs = not facts.is_forward and len(text) <= _MAX_BARE_ANSWER
    if not may_be_programs or phrases.asks_question(text) or not _is_bare_answer(facts):
        return False
    from watcher.core.rules import requests, voice  # as below

    facts = facts.without_subject()
    return not (voice.read_voice(facts).wants or requests.names_need(facts) or absence.arranges(text))


def _sends_elsewhere(facts: Facts, text: str) -> bool:
    """Does somebody answer, quote nothing, ask nothing, need nothing and name an address or a telephone for what is wanted?"""
    from watcher.core.rules import requests  # as below

    is_bare = not phrases.asks_question(text) and _is_bare_answer(facts)
    return is_bare and referrals.drop_referrals(text) != text and not requests.names_need(facts.without_subject())


def _is_retitled(facts: Facts) -> bool:
    """Does it answer a message (RFC 5322 § 3.6.4) under another subject? People's programs put "Re:" before the one that is answered, and
    people leave it there: of 2,000 real answers on a support list six have another. Machines announce themselves."""
    return bool(facts.in_reply_to or facts.references) and not (facts.has_prefix or facts.is_forward)


def _is_service(facts: Facts) -> bool:
    from watcher.core.rules import voice  # as below

    return voice.has_function_for_name(facts) or voice.names_function(facts)


def _is_no_person(facts: Facts) -> bool:
    """Is the sender's name or address that of a service or a house?"""
    from watcher.core.rules import voice  # as below

    return _is_service(facts) or voice.is_named_as_domain(facts)


def _opens_with_request(facts: Facts, spoken: str) -> bool:
    """Does it begin a conversation, and ask, or want several things of what is yours? So customers write who will be away. Who thanks for a
    message begins none. `spoken`: as below."""
    if facts.has_prefix or facts.in_reply_to or facts.references:
        return False
    if phrases.asks_question(absence.without_urgent_questions(spoken)):
        return True
    from watcher.core.rules import requests, voice  # as below

    wants_yours = voice.read_voice(facts).speaks_of_yours and requests.wants_several_things(facts)
    return wants_yours and not compile_alternative(_THANKS_FOR_MESSAGE).search(spoken, timeout=_TIMEOUT)


def _asks_reader(facts: Facts, spoken: str, is_automatic: bool = False) -> bool:
    """Does it ask, and want something; of what calls itself automatic more than one thing? `spoken`: folded, without what sends the reader
    elsewhere. Notices ask whether it is urgent."""
    if not phrases.asks_question(spoken) or not phrases.asks_question(
        spoken := absence.without_urgent_questions(spoken)
    ):
        return False
    question = compile_alternative(_LAST_QUESTION).search(spoken, timeout=_TIMEOUT)
    if question is not None and len(question["words"]) < _MIN_QUESTION:  # a particle may ask, without a mark
        return False
    from watcher.core.rules import requests, voice  # as below

    own = facts.without_subject()  # as above
    return requests.wants_several_things(own) if is_automatic else requests.wants_anything(own, voice.read_voice(own))


def _is_quiet(facts: Facts) -> bool:
    from watcher.core.rules import requests, voice  # their words take 0.07 s, which no start waits for

    return requests.is_quiet(facts, voice.read_voice(facts))


def _quotes_subject(facts: Facts) -> bool:
    """Does "Re:" stand behind other words? Machines put an announcement before the subject that they answer, people's programs do not."""
    subject = " ".join(facts.base_subject[:_MAX_ANNOUNCEMENT].split())
    return facts.is_reply and any(
        extract_base_subject(subject[found.end() :]).is_reply for found in _WORD_END.finditer(subject)
    )


def _announces_absence(subject: str) -> bool:
    folded = subject.casefold()
    if phrases.asks_question(folded):
        return False
    if sum(word[0].isalpha() for word in folded.split()) <= _MAX_ANNOUNCING_WORDS and _find_reasons(folded)[0]:
        return True
    return bool(find_languages(folded, Saying.SUBJECT))


def _find_reasons(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The languages in which it says that somebody is away, and those in which it says at least what may mean that."""
    away = find_languages(text, Saying.AWAY)
    return away, away | find_languages(text, Saying.MAYBE_AWAY, Saying.EVERYDAY_AWAY)


def _says_added(text: str, languages: frozenset[str]) -> bool:
    """Does it say in one of these languages what goes with being away, in everyday words perhaps?"""
    return bool(languages and find_languages(text, Saying.ANSWERS, Saying.EVERYDAY_ANSWERS, among=languages))
