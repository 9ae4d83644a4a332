"""Does a reply only say that an answer will come? The phrases ship as TOML, `[[holding]]`, and are the operator's to change.

Such a reply restarts the clock instead of closing. Clause by clause: greetings, receipts, promises and what puts off say nothing.
Where more is said, figures, a yes or no, what is done, a file, a price or many words make it an answer; so does any statement beside
"we will let you know", with which people end answers. Other words beside a promise or a receipt leave a doubt, and a person is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

import regex

from watcher.core.message.model import Facts
from watcher.core.rules.alternatives import compile_alternative
from watcher.core.rules.holding_phrases import Candidates, PhraseIndex, find_phrases, fold_letters, to_plain_text
from watcher.core.rules.letter_end import text_above_signature

#: Characters of own text above the signature; who writes more has said something.
MAX_TEXT_LENGTH = 400

_PRICE_OR_LINK = regex.compile(
    r"(?i)[€$£¥]\s?\d|\d[\d.,]*\s?(?:[€$£]|(?:eur|euros?|usd|chf|gbp|zł|kr|kč|kn|lei|lv|ft|tl|грн|руб\w*|лв)(?!\w))|https?://"
)
#: Programs break long lines anywhere; people end short ones where a sentence ends.
_WRAPPED_LINE = regex.compile(r"(?m)^(.{50,})\n(?=\S)")
_SENTENCE_END = regex.compile(
    r"[.!?;।。！？…]+(?:\s|\Z)|[。！？]|\n(?=\s*(?:\n|\p{Lu}|\p{Lo}|\Z))|(?<=\p{L}):\s|\s[–—-]\s"
)
_CLAUSE_END = regex.compile(r"[,،、，](?!\d)")
_CONJUNCTION = regex.compile(
    r"(?<!\w)(?:and|but|so|und|aber|et|mais|y|e|pero|ma|mas|en|maar|i|a|ale|och|og|men|ja|mutta|и|но|і|й|але|ve|ama|és|de|și|dar|"
    r"και|αλλά|in|pa|"
    r"ir|un|bet|dan|và)\s*\Z"
)
_MAX_STATEMENTS_LENGTH = 150  # characters beside promise and receipt: who says so much has answered
_MIN_STATEMENT_WORDS = 4  # before a conjunction and a promise
_MAX_BARE_YES_WORDS = 2  # "yes, certainly, I will look": says yes to looking
_YES_OR_NO = (
    r"(?:yes|no|yep|nope|sure|of course|ja|jo|nein|jawohl|selbstverständlich|natürlich|leider|unfortunately|i'm afraid|oui|non|"
    r"bien sûr|malheureusement|s[ií]|claro|lamentablemente|desgraciadamente|certo|purtroppo|sim|não|infelizmente|nee|helaas|"
    r"natuurlijk|tak|nie|niestety|ano|ne|bohužel|áno|bohužiaľ|nej|nei|tyvärr|självklart|desværre|dessverre|kyllä|joo|ei|"
    r"valitettavasti|да|нет|"
    r"к сожалению|конечно|так|ні|на жаль|звичайно|не|за съжаление|evet|hayır|maalesef|tabii|igen|nem|sajnos|da|nu|din păcate|"
    r"desigur|ναι|όχι|"
    r"δυστυχώς|βεβαίως|nažalost|žal|jah|kahjuks|jā|nē|diemžēl|taip|deja|ya|tidak|maaf|có|không|dạ|vâng|نعم|لا|للأسف|כן|לא|हाँ|हां|नहीं|"
    r"はい|いいえ|可以|不可以|没有|有货|네|예|아니요)(?!\p{L})"
)
_GREETING = (
    r"(?:(?:hi|hello|dear|hey|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|thanks|thank you|many thanks|cheers|"
    r"hallo|guten|sehr geehrte\w*|"
    r"liebe[rs]?|servus|grüezi|moin|danke|vielen dank|herzlichen dank|bonjour|bonsoir|madame|monsieur|merci|hola|buenos|buenas|"
    r"estimad\w+|gracias|muchas gracias|"
    r"ciao|salve|buongiorno|buonasera|gentil\w*|egregi\w+|grazie|olá|oi|bom dia|boa (?:tarde|noite)|caro|cara|prezad\w+|obrigad\w+|"
    r"beste|geachte|goede\w*|goeiemorgen|dag|hoi|dank|"
    r"bedankt|hej|hei|hallå|moi|terve|kære|kjære|tack|takk|tak|mange tak|dzień dobry|cześć|witam|szanown\w+|pani\w*|dziękuj\w+|"
    r"dobrý den|dobré ráno|dobrý deň|ahoj|vážen\w+|"
    r"děkuj\w+|ďakuj\w+|hyvä\w*|kiitos|kiitän|здравствуйте|добрый (?:день|вечер)|доброе утро|уважаем\w+|спасибо|доброго дня|"
    r"добрий день|вітаю|шановн\w+|дякую\w*|здравейте|добър ден|"
    r"благодар\w+|merhaba|sayın|teşekkür\w*|iyi günler|tisztelt|kedves|szia|köszön\w+|jó napot|bună (?:ziua|seara|dimineața)|bună|"
    r"stimat\w+|mulțum\w+|καλημέρα|καλησπέρα|γεια|"
    r"αγαπητ\w+|κύρι\w+|ευχαριστ\w+|poštovan\w+|dobar dan|hvala|pozdravljeni|dober dan|tere|aitäh|täname|labdien|paldies|"
    r"laba diena|sveiki|ačiū|xin chào|chào|cảm ơn|selamat|"
    r"terima kasih|मस्ते|नमस्ते|धन्यवाद|مرحبا|السلام|شكرا|שלום|תודה|您好|你好|谢谢|感谢|안녕\w*|감사\w*|お世話\w*|いつも\w*|"
    r"best|kind|many|regards|yours|sincerely|mit freundlichen|mfg|viele|freundliche|herzliche|cordialement|bien à vous|saludos|"
    r"atentamente|cordiali|saluti|"
    r"cumprimentos|atenciosamente|met vriendelijke|groet\w*|vänlig\w*|med venlig|med vennlig|mvh|pozdrawiam|z poważaniem|"
    r"s pozdravem|terveisin|с уважением)(?!\w)"
    r"|\p{Han}{1,6}[様殿]|.{1,8}さん)"
)
_MAX_GREETING_WORDS = 7
_MAX_NAME_WORDS = 2


class Promise(Enum):
    """How much a reply is a promise and nothing more."""

    NONE = auto()
    POSSIBLE = auto()  # something else is said, and nobody can know whether it answers
    ONLY = auto()


@dataclass(frozen=True)
class HoldingPhrases:
    """Phrases of every language: what says "later", and what says that the answer is here all the same."""

    tables: tuple[dict[str, Any], ...] = ()
    index: PhraseIndex = field(default_factory=lambda: PhraseIndex(()), compare=False)

    def find_promise(self, facts: Facts) -> Promise:
        """Is this a holding reply, and nothing more?"""
        own = text_above_signature(facts.own_text)
        text = to_plain_text(own)
        if not text or len(text) > MAX_TEXT_LENGTH or facts.attachments or _PRICE_OR_LINK.search(text):
            return Promise.NONE
        folded = fold_letters(text)
        candidates = self.index.find_candidates(folded)
        try:
            if not candidates or find_phrases(candidates, folded, "unless"):
                return Promise.NONE
            said = {key for key in ("says", "soft", "receipts") if find_phrases(candidates, folded, key)}
            return (
                _weigh_statements(said, list(_find_statements(own, candidates)), candidates) if said else Promise.NONE
            )
        except TimeoutError:
            return Promise.NONE


def _weigh_statements(said: set[str], statements: list[str], candidates: Candidates) -> Promise:
    """`said`: of promises, soft ones and receipts what was found; `statements`: what else was said."""
    if not statements:
        return Promise.POSSIBLE if said == {"receipts"} else Promise.ONLY
    if (
        said == {"soft"}
        or sum(map(len, statements)) > _MAX_STATEMENTS_LENGTH
        or any(_states_fact(each, candidates) for each in statements)
    ):
        return Promise.NONE
    return Promise.POSSIBLE


def _find_statements(text: str, candidates: Candidates) -> Iterator[str]:
    """What is neither promise nor receipt, greeting, name or excuse."""
    for raw in _SENTENCE_END.split(_WRAPPED_LINE.sub(r"\1 ", text)):
        sentence = to_plain_text(raw or "")
        folded = fold_letters(sentence)
        promises = find_phrases(candidates, folded, "says", "soft")
        spoken = sentence[: promises[0][0]] if promises else sentence
        if promises:
            spoken = _cut_to_whole_clauses(spoken)
        idle = find_phrases(candidates, folded, "receipts", "stalls")
        done = find_phrases(candidates, folded, "done")
        said = ", ".join(_find_other_clauses(spoken, idle, done))
        words = said.split()
        if words and not (
            promises and len(words) <= _MAX_BARE_YES_WORDS and compile_alternative(_YES_OR_NO).match(said.lower())
        ):
            yield said


def _cut_to_whole_clauses(before: str) -> str:
    """Of what stands before a promise, the clauses that end before it begins."""
    conjunction = _CONJUNCTION.search(before.lower())
    if conjunction is not None and len(before.split()) >= _MIN_STATEMENT_WORDS:
        return before[: conjunction.start()]
    ends = [match.start() for match in _CLAUSE_END.finditer(before)]
    return before[: ends[-1]] if ends else ""


_Places = list[tuple[int, int]]


def _find_other_clauses(spoken: str, idle: _Places, done: _Places) -> Iterator[str]:
    """The clauses that no receipt or excuse touches, and that greet nobody. `idle`: where such phrases are; `done`: where something
    is said that has been done, which is no name ("Sorted.")."""
    start = 0
    for end in [*(match.start() for match in _CLAUSE_END.finditer(spoken)), len(spoken)]:
        clause = spoken[start:end].strip(" ,،、，-–—")
        is_idle, is_done = (any(first < end and last > start for first, last in places) for places in (idle, done))
        if not is_idle and regex.search(r"[\p{L}\p{N}]", clause) and (is_done or not _is_greeting(clause)):
            yield clause
        start = end + 1


def _states_fact(statement: str, candidates: Candidates) -> bool:
    lowered = statement.lower()
    return (
        any(map(str.isdigit, lowered))
        or compile_alternative(_YES_OR_NO).match(lowered) is not None
        or bool(find_phrases(candidates, fold_letters(statement), "done"))
    )


def _is_greeting(clause: str) -> bool:
    """A greeting, a closing, or a name on a line of its own."""
    words = clause.lower().split()
    if (
        len(words) <= _MAX_GREETING_WORDS
        and compile_alternative(_GREETING).match(clause.lower())
        and not any(map(str.isdigit, clause))
    ):
        return True
    named = regex.findall(r"[\p{L}\p{M}'’-]+", clause)
    return (
        0 < len(named) <= _MAX_NAME_WORDS == max(len(words), _MAX_NAME_WORDS)
        and all(word[0].isupper() for word in named)
        and (compile_alternative(_YES_OR_NO).match(clause.lower()) is None)
    )


def compile_phrases(tables: Iterable[dict[str, Any]]) -> HoldingPhrases:
    """All tables of all files as one. Each phrase is compiled when a text first may say it."""
    known = tuple(tables)
    return HoldingPhrases(known, PhraseIndex(known))
