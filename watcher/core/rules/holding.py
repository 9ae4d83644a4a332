"""Does a reply only say that an answer will come? The phrases ship as TOML, `[[holding]]`, and are the operator's to change.

Such a reply restarts the clock instead of closing. Sentence by sentence: greetings, receipts, promises and what puts off say
nothing. Where more is said, figures, a yes or no, a file, a price or many words make it an answer; so does any statement beside
"we will let you know", with which people end answers. Other words beside a promise leave a doubt, and a person is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property, lru_cache
from typing import Any

import regex

from watcher.core.message.model import Facts

#: Characters of own text; who writes more has said something.
MAX_TEXT_LENGTH = 400
_TIMEOUT = 0.1
TABLE_KEYS = ("language", "says", "unless", "soft", "receipts", "stalls")

_PRICE_OR_LINK = regex.compile(
    r"(?i)[€$£¥]\s?\d|\d[\d.,]*\s?(?:[€$£]|(?:eur|euros?|usd|chf|gbp|zł|kr)(?!\w))|https?://"
)
_SENTENCE_END = regex.compile(
    r"[.!?;。！？…]+(?:\s|\Z)|[。！？]|\n(?=\s*(?:\n|\p{Lu}|\p{Lo}|\Z))|(?<=\p{L}):\s|\s[–—]\s"
)
_YES_OR_NO = regex.compile(
    r"(?:yes|no|yep|sure|of course|ja|nein|jawohl|selbstverständlich|natürlich|leider|unfortunately|oui|non|"
    r"bien sûr|malheureusement|s[ií]|claro|lamentablemente|certo|purtroppo|sim|não|infelizmente|nee|helaas|"
    r"natuurlijk|tak|nie|niestety|ano|bohužel|nej|tyvärr|desværre|dessverre|kyllä|ei|valitettavasti|да|нет|"
    r"к сожалению|evet|hayır|maalesef|igen|nem|sajnos|da|nu|ναι|όχι|δυστυχώς|はい|いいえ)(?!\p{L})"
)
_GREETING = regex.compile(
    r"(?:hi|hello|dear|hey|good (?:morning|afternoon|evening)|thanks|thank you|hallo|guten|sehr geehrte|liebe|"
    r"moin|danke|vielen dank|bonjour|bonsoir|merci|hola|buenos|buenas|estimad|gracias|muchas gracias|ciao|salve|"
    r"buongiorno|buonasera|gentil|grazie|olá|oi|bom dia|boa|prezad|obrigad|beste|geachte|goede|goeden|dank|"
    r"bedankt|hej|hei|kära|kære|tack|takk|mange tak|dzień dobry|witam|szanown|dziękuj|dobrý den|děkuj|hyvä|"
    r"kiitos|здравствуйте|добрый|уважаем|спасибо|best|kind|many|regards|yours|sincerely|mit freundlichen|mfg|"
    r"viele|beste|freundliche|herzliche|cordialement|bien à vous|saludos|atentamente|cordiali|saluti|"
    r"cumprimentos|atenciosamente|met vriendelijke|groet|vänlig|med|mvh|pozdrawiam|z poważaniem|s pozdravem|"
    r"terveisin|с уважением)"
)
_MAX_GREETING_WORDS = 7
_MAX_NAME_WORDS = 2
_MIN_STATEMENT_WORDS = 6  # before a promise in one sentence, after a yes or no
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_WORD_GAP = r"[^\n.!?]{0,60}?"

ProblemReporter = Callable[[tuple[str | int, ...], str], None]


class Promise(Enum):
    """How much a reply is a promise and nothing more."""

    NONE = auto()
    POSSIBLE = auto()  # something else is said, and nobody can know whether it answers
    ONLY = auto()


@dataclass(frozen=True)
class _PhrasePattern:
    """One of many phrases. Each is compiled when its longest piece was seen in a reply: hundreds take a tenth of a second and a megabyte,
    and hardly any of them is ever looked for."""

    phrases: tuple[str, ...]

    @cached_property
    def _longest_pieces(self) -> tuple[tuple[str, str], ...]:
        """Of every phrase its longest piece: where that does not stand, the phrase does not, which is known a hundred times as fast."""
        return tuple((max(phrase.split("*"), key=len), phrase) for phrase in self.phrases)

    def search(self, text: str) -> Any:
        """The first of the phrases in a normalised text, as a match. TimeoutError: it took too long."""
        found = [
            _compile_phrase(phrase).search(text, timeout=_TIMEOUT)
            for anchor, phrase in self._longest_pieces
            if anchor in text
        ]
        return min(filter(None, found), key=lambda match: match.start(), default=None)


@dataclass(frozen=True)
class HoldingPhrases:
    """Phrases of every language: what says "later", and what says that the answer is here all the same."""

    says: _PhrasePattern | None = None
    unless: _PhrasePattern | None = None
    soft: _PhrasePattern | None = None  # promises with which people also end answers: "we will let you know"
    receipts: _PhrasePattern | None = None  # "we have received your mail": nobody would call it an answer
    stalls: _PhrasePattern | None = None  # thanks, and why there is no answer yet

    def find_promise(self, facts: Facts) -> Promise:
        """Is this a holding reply, and nothing more?"""
        text = _normalised_text(facts.own_text)
        if not text or len(text) > MAX_TEXT_LENGTH or facts.attachments or _PRICE_OR_LINK.search(text):
            return Promise.NONE
        try:
            if _has_phrase(self.unless, text):
                return Promise.NONE
            firm, soft = _has_phrase(self.says, text), _has_phrase(self.soft, text)
            if not (firm or soft or _has_phrase(self.receipts, text)):
                return Promise.NONE
            rest = self._other_sentences(facts.own_text)
        except TimeoutError:
            return Promise.NONE
        if not rest:
            return Promise.ONLY if firm or soft else Promise.POSSIBLE
        answers = not firm or any(_states_fact(sentence) for sentence in rest)
        return Promise.NONE if answers else Promise.POSSIBLE

    def _other_sentences(self, text: str) -> list[str]:
        """What is neither promise nor receipt, greeting, name or excuse."""
        found = []
        for raw in _SENTENCE_END.split(text):
            sentence = _normalised_text(raw)
            words = sentence.split()
            if not words or _is_greeting(raw, words):
                continue
            promise = _find_phrase(self.says, sentence) or _find_phrase(self.soft, sentence)
            if promise is not None:
                before = sentence[: promise.start()]
                if len(before.split()) >= _MIN_STATEMENT_WORDS and _YES_OR_NO.match(before):
                    found.append(before)
            elif not _has_phrase(self.receipts, sentence) and not _has_phrase(self.stalls, sentence):
                found.append(sentence)
        return found


def _find_phrase(pattern: _PhrasePattern | None, text: str) -> Any:
    return pattern.search(text) if pattern is not None else None


def _has_phrase(pattern: _PhrasePattern | None, text: str) -> bool:
    return _find_phrase(pattern, text) is not None


def _states_fact(sentence: str) -> bool:
    return regex.search(r"\d", sentence) is not None or _YES_OR_NO.match(sentence) is not None


def _is_greeting(raw: str, words: list[str]) -> bool:
    """A greeting, a closing, or a name on a line of its own."""
    if (
        len(words) <= _MAX_GREETING_WORDS
        and _GREETING.match(" ".join(words))
        and not any(map(str.isdigit, "".join(words)))
    ):
        return True
    named = regex.findall(r"[\p{L}'’-]+", raw)
    return (
        0 < len(named) <= _MAX_NAME_WORDS == max(len(words), _MAX_NAME_WORDS)
        and all(word[0].isupper() for word in named)
        and (_YES_OR_NO.match(words[0]) is None)
    )


def _normalised_text(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").replace("`", "'").split())


def compile_phrases(tables: Iterable[dict[str, Any]]) -> HoldingPhrases:
    """All tables of all files as one. `*` in a phrase stands for a few words of the same sentence."""
    known: dict[str, list[str]] = {key: [] for key in TABLE_KEYS[1:]}
    for table in tables:
        for key, phrases in known.items():
            phrases += table.get(key, ())
    return HoldingPhrases(**{key: _compile_pattern(phrases) for key, phrases in known.items()})


def _compile_pattern(phrases: list[str]) -> _PhrasePattern | None:
    return _PhrasePattern(tuple(map(_normalised_text, dict.fromkeys(phrases)))) if phrases else None


@lru_cache(maxsize=1024)
def _compile_phrase(phrase: str) -> regex.Pattern[str]:
    """Whole words, but in scripts that write none."""
    pattern = _WORD_GAP.join(regex.escape(piece) for piece in phrase.split("*"))
    return regex.compile(pattern if _UNSPACED.search(phrase) else rf"(?<!\w)(?:{pattern})(?!\w)")


def validate_table(table: Any, here: tuple[str | int, ...], report: ProblemReporter) -> bool:
    """Tells everything that is wrong with one [[holding]] table; True when nothing is."""
    if not isinstance(table, dict):
        report(here, "phrases of holding replies are written as [[holding]], with double brackets")
        return False
    good = True
    for key, value in table.items():
        if key not in TABLE_KEYS:
            report((*here, key), f'holding: unknown key "{key}"; there are {", ".join(TABLE_KEYS)}')
            good = False
        elif key == "language":
            if not isinstance(value, str):
                report((*here, key), "holding: language takes a text")
                good = False
        elif not isinstance(value, list) or not all(isinstance(phrase, str) and phrase.strip(" *") for phrase in value):
            report((*here, key), f"holding: {key} takes a list of phrases")
            good = False
    if not table.get("says"):
        report(here, "holding: says is missing: the phrases that promise an answer")
        good = False
    return good
