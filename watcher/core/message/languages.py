"""A text → the language it is written in, by the commonest words of seven."""

from __future__ import annotations

import re
from collections import Counter

_STOP_WORDS = {
    "en": "the and you for with have this that your from please would are not but can our will what which "
    "thanks hello is of to it be we if my was there has they been there's i'm don't dear regards could "
    "any about when",
    "de": "der die das und ich sie nicht mit für ist ein eine wir bitte haben auf von den zu im auch noch wenn "
    "danke es dem sind werden wird kann ihnen ihre ihr mir uns guten tag grüße gerne vielen oder wie bei "
    "dass sehr geehrte hat",
    "fr": "le la les et vous je nous pour dans avec est une des que pas sur votre bonjour merci cordialement "
    "qui du au mon ma ce cette par sont être vos plus ne il ai avez notre comme c'est j'ai",
    "es": "el los las y que de por para con una está usted nos gracias hola saludos muy pero como tengo quiero "
    "del se su lo es si más buenos días estimado me un al puede favor ustedes esta",
    "it": "il gli che di per con una sono non vi grazie buongiorno saluti della nel mi ho anche vorrei come "
    "questo alla è si del le cordiali distinti ci dei delle al più un essere avere possibile",
    "pt": "os que de para uma não você por obrigado obrigada olá está muito gostaria meu minha sobre seu são "
    "bom dia é da na em ao se mais atenciosamente um pelo nós como favor estou",
    "nl": "de het een en ik niet met voor van is wij zijn op te dat graag bedankt hallo deze ook naar kunt mijn "
    "jullie we aan bij u uw heeft wordt kan nog maar er als geachte groet vriendelijke om",
}


def _weigh_stop_words() -> dict[str, int]:
    """Word → which of `_WEIGHTS` it has: a word of one language tells more than one that several share."""
    words: dict[str, list[str]] = {}
    for language, text in _STOP_WORDS.items():
        for word in dict.fromkeys(text.split()):
            words.setdefault(word, []).append(language)
    for known in words.values():
        weights = tuple((language, 3 if len(known) == 1 else 1) for language in known)
        if weights not in _WEIGHTS:
            _WEIGHTS.append(weights)
    numbers = {tuple(language for language, _ in weights): n for n, weights in enumerate(_WEIGHTS)}
    return {word: numbers[tuple(known)] for word, known in words.items()}


_WEIGHTS: list[tuple[tuple[str, int], ...]] = []  # (language, weight)
_STOP_WORD_WEIGHTS = _weigh_stop_words()
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: Of the characters that an octet stands for, those that are neither letter nor apostrophe become a space.
_NO_WORD = bytes(n if _WORD.match(chr(n)) or chr(n) == "'" else 32 for n in range(256))
LANGUAGES = tuple(_STOP_WORDS)


def split_words(text: str, word_pattern: re.Pattern[str] = _WORD) -> list[str]:
    """The words of a text: letters, with apostrophes between them as the pattern says. In western letters they are found in a quarter of
    the time that the pattern takes."""
    try:
        words = text.encode("latin-1").translate(_NO_WORD).decode("latin-1").split()
    except UnicodeEncodeError:
        return word_pattern.findall(text)
    if "'" not in text:
        return words
    return [part for word in words for part in (word_pattern.findall(word) if "'" in word else (word,))]


def guess_language(text: str) -> str:
    """ISO 639-1 code, one of `LANGUAGES`, by the commonest words; "" where they do not tell."""
    scores: dict[str, int] = {}
    for known, count in Counter(map(_STOP_WORD_WEIGHTS.get, split_words(text[:800].casefold()))).items():
        for language, weight in _WEIGHTS[known] if known is not None else ():
            scores[language] = scores.get(language, 0) + weight * count
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < 6:
        return ""
    (language, first), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0
    return language if first >= 1.5 * second else ""
