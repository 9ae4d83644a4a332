"""Does a customer only say thank you? Then nobody has to answer.

Every word must be known: after the thanks only greetings, wishes, names that the message itself bears and a signature may
follow (`thanks_words`). Any other word, figure or question may be what the customer wants, and asks again: a nag too many is a
nuisance, an order that nobody sees is a lost customer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Any

import regex

from watcher.core.inquiry.thanks_words import CONJUNCTIONS, ENGLISH, PLEASANTRIES
from watcher.core.message.model import Facts
from watcher.core.rules.alternatives import AlternativeIndex, matches_any, split_alternatives

MAX_THANKS_LENGTH = 800  # characters, with a signature
MAX_THANKS_LINES = 20
#: Seconds that one language may take.
_TIMEOUT = 0.1
_QUESTION_MARKS = "?？؟;"  # the last is the Greek one; normal form makes it a semicolon, which greetings do without
#: Written without spaces: their phrases follow each other without any.
_UNSPACED = frozenset({"ja", "zh", "ko"})
_WORD_START, _WORD_END = r"(?<![\p{L}\p{N}])", r"(?![\p{L}\p{N}])"
#: What a mail program adds to a signature or to a signed message.
_ORNAMENT = regex.compile(
    r"(?i)image\d{3}\.(?:png|jpe?g|gif)|outlook-[\w-]{1,40}\.(?:png|jpe?g|gif)|smime\.p7s|signature\.asc"
)
_NO_DECOMPOSITION = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "’": "'", "`": "'", "´": "'"})
_MARKS = regex.compile(r"\p{M}+")
_WORD, _NAME_WORD = regex.compile(r"\p{L}+"), regex.compile(r"\p{L}{2,}")
_BEFORE_ANY_WORD = regex.compile(r"(\p{L}+)\\s\+\\w\+")
_PATTERN_ESCAPE, _REPEATED_LETTER = regex.compile(r"\\."), regex.compile(r"(?<=\p{L})\p{L}(?=[?*+])")
_LETTER_CLASS = regex.compile(r"\[([^\]]*)\]")
_SEPARATOR = r"[\s\p{P}\p{So}\p{Sk}\p{Cf}]"
_NAME = r"\p{Lu}[\p{L}\p{M}'’-]{1,25}"
#: Who is spoken to, by title or after a greeting; their names are in no list. Not folded: a name is known by its capital.
_ADDRESSEE_BY_NAME = rf"""(?x) (?<!\p{{L}})
    (?: (?i:(?:sehr\s+)?geehrte[rn]?|liebe[rs]?|dear|hallo|guten\stag|ch[eè]re?|estimad[oa]|gentile|egregio|
      geachte|beste|prezad[oa]|szanown[ay]|vážen[ýá]) \s+ )?
    (?i:herrn?|frau|mrs?|ms|miss|dr|madame|monsieur|señora?|signora?|sig|sr|sra|pani?|panie|mevrouw|meneer|
      господин|госпожа) \.? \s+ {_NAME} (?!\p{{L}})
    | (?<!\p{{L}}) (?i:hi|hello|hey|dear|hallo|liebe[rs]?|moin|guten\s(?:tag|morgen|abend)|bonjour|ch[eè]re?|hola|
      estimad[oa]|ciao|gentile|buongiorno|ol[aá]|bom\sdia|boa\starde|prezad[oa]|beste|hej|hei|hoi|dag|kære|cześć|
      witam|ahoj|kedves|szia|bună|sayın|merhaba|здравствуйте|привет|добрый\sдень|уважаем(?:ый|ая)|вітаю|
      шановн(?:ий|а)|γεια\sσου|αγαπητ[έή])
    ,? \s+ {_NAME} (?:\s+{_NAME})? (?= \s* (?:[,!.:\n]|\Z))"""
_EAST_ASIAN_TITLES, _EAST_ASIAN_FIRMS = "様|さま|さん|先生|殿|女士|小姐|经理|님|씨", "株式会社|有限会社|合同会社"
_EAST_ASIAN_ADDRESSEE = (
    rf"[^\s、。,]{{1,12}}(?:{_EAST_ASIAN_TITLES})(?!\p{{L}})|(?:{_EAST_ASIAN_FIRMS})[^\s、。]{{1,15}}"
)
_ADDRESSEE = regex.compile(_ADDRESSEE_BY_NAME)
#: The second looks twelve characters ahead everywhere, which only such a text is worth.
_ANY_ADDRESSEE = regex.compile(f"{_ADDRESSEE_BY_NAME} | {_EAST_ASIAN_ADDRESSEE}")
_EAST_ASIAN_WORD = regex.compile(f"{_EAST_ASIAN_TITLES}|{_EAST_ASIAN_FIRMS}")
_CONTACT = regex.compile(
    r"(?i)[\w.+-]{1,64}@[\w.-]{1,190}|(?:https?://|www\.)\S{1,200}|(?:[a-z0-9-]{1,60}\.){1,3}(?:com|org|net|eu|de|example|[a-z]{2})(?!\w)"
    r"|\+?\(?\d[\d\s()/.-]{5,24}\d"
)
_CONTACT_LABELS = frozenset({
    "t", "m", "p", "f", "e", "w", "tel", "tél", "telefon", "telefono", "teléfono", "telefone", "téléphone", "phone",
    "mobile", "mobil", "mob", "cell", "handy", "fax", "email", "e-mail", "mail", "web", "office", "direct", "тел",
    "puh", "gsm",
})  # fmt: skip
_PARTICLES = frozenset({
    "of", "and", "the", "at", "in", "for", "de", "la", "le", "les", "du", "del", "da", "do", "dos", "di", "von",
    "van", "der", "den", "zu", "und", "für", "y", "e", "et", "i", "a", "en", "og", "&", "mbh",
})  # fmt: skip
_POSTSCRIPT = regex.compile(r"(?i)\s*(?:p\.?\s?p?\.?s\.?|n\.?b\.?|pd|ps)(?!\w)")
#: "Tak" thanks in Danish and says yes in Polish; what tells them apart is who writes.
_SLAVIC_LETTERS = regex.compile(r"(?i)[ąęłśżźńěřůčš]")
_SLAVIC_DOMAINS = (".pl", ".cz", ".sk", ".si")


def is_bare_thanks(facts: Facts, house: Iterable[str] = ()) -> bool:
    """Is the message thanks and nothing more? `house`: addresses of the people who may be thanked by name."""
    text = facts.own_text.strip()
    if (
        not text
        or len(text) > MAX_THANKS_LENGTH
        or any(_ORNAMENT.fullmatch(name) is None for name in facts.attachments)
    ):
        return False
    if any(mark in text for mark in _QUESTION_MARKS):
        return False
    names = _known_names(facts, house)
    return _may_be_pleasantries(text, names) and _may_thank(text) and _is_put_together(text, names, facts)


def _is_put_together(text: str, names: frozenset[str], facts: Facts) -> bool:
    """Is all of the text what the phrases of one language allow?"""
    lines = [line.strip() for line in _without_addressees(text).split("\n") if line.strip()]
    if not lines or len(lines) > MAX_THANKS_LINES:
        return False
    folded = _without_names(_fold("\n".join(lines)), names).split("\n")
    possible = _find_possible_languages(lines, folded)
    try:
        return bool(possible) and any(
            _is_thanks_in(language, lines, folded)
            for language in _find_spoken_languages("\n".join(folded), possible)
            if not _is_mistaken_danish(language, facts)
        )
    except TimeoutError:
        return False


def _may_be_pleasantries(text: str, names: frozenset[str]) -> bool:
    """May each word that is certainly said belong to the phrases of one language? Nearly every mail has some that do not, and no pattern is
    asked then. A word counts where it and the one before it are certainly said."""
    possible, before = _all_languages(), ""
    for token in text.split():
        word = token.rstrip(",.!:;)")
        languages = _languages_of_word(word)
        if languages is None:
            before = ""
            continue
        if before and not possible <= languages and names.isdisjoint((_fold(before), _fold(word))):
            possible &= languages
            if not possible:
                return False
        before = word
    return True


@lru_cache(maxsize=1)
def _all_languages() -> frozenset[str]:
    return frozenset(PLEASANTRIES)


@lru_cache(maxsize=16384)  # as `_is_composed`
def _languages_of_word(word: str) -> frozenset[str] | None:
    """The languages to whose phrases the word may belong. None: it may be no word that is said, or one after which any may follow.
    Certainly said is a small one between blanks that is in no greeting and no label: it stands in no signature."""
    if not word.isalpha() or not word[0].islower() or _EAST_ASIAN_WORD.search(word):
        return None
    folded = _fold(word)
    if not folded.isalpha() or folded in _PARTICLES or folded in _CONTACT_LABELS or _may_greet(folded):
        return None
    if any(folded in _phrase_fragments(language)[1] for language in PLEASANTRIES):
        return None
    return frozenset([language for language in PLEASANTRIES if _is_composed(folded, language)])


def _may_greet(word: str) -> bool:
    """May it stand in `_ADDRESSEE_BY_NAME`? There a word has an ending of three letters at most."""
    fragments = _greeting_fragments()
    return any(
        word[:n] in fragments and _is_made_of(word[n:], fragments) for n in range(len(word), max(1, len(word) - 4), -1)
    )


@lru_cache(maxsize=1)
def _greeting_fragments() -> frozenset[str]:
    return _fragments_of(_fold(_ADDRESSEE_BY_NAME))


def _may_thank(text: str) -> bool:
    """Does a word of some thanks stand in it? What is taken out of a text later brings no word in, and costs more than this."""
    return _phrase_index().may_match(_fold(text), _thanking_keys())


def _without_addressees(text: str) -> str:
    addressee = _ANY_ADDRESSEE if _EAST_ASIAN_WORD.search(text) else _ADDRESSEE
    return str(addressee.sub("\n", text))


def _find_possible_languages(lines: list[str], folded: list[str]) -> list[str]:
    """The languages in which all of it may be said. The first line is no signature, and nearly always says something else already."""
    first = _WORD.findall(folded[0])
    possible = [language for language in PLEASANTRIES if _may_be_said_in(language, first)]
    if not possible or len(lines) == 1:
        return possible
    spoken = _WORD.findall("\n".join(folded[: _count_spoken_lines(lines)]))
    return [language for language in possible if _may_be_said_in(language, spoken)]


def _find_spoken_languages(folded: str, possible: Collection[str] = PLEASANTRIES.keys()) -> list[str]:
    """Of the possible languages those to ask: with phrases of their own in the text, where somebody thanks in them or in English.

    To compile all that a language has takes long; most mail thanks in none, and English is in each.
    """
    candidates = _phrase_index().find_candidates(folded)

    def is_said(language: str, thanks: bool) -> bool:
        return matches_any(candidates.get((language, thanks), ()), folded)

    thanking = {language for language in possible if is_said(language, True)}
    if "en" in thanking or is_said("en", True):
        thanking |= {language for language in possible if language not in thanking and is_said(language, False)}
    return [language for language in PLEASANTRIES if language in thanking]


@lru_cache(maxsize=1)
def _thanking_keys() -> frozenset[tuple[str, bool]]:
    return frozenset((language, True) for language in PLEASANTRIES)


@lru_cache(maxsize=1)
def _phrase_index() -> AlternativeIndex[tuple[str, bool]]:
    """Every phrase of every language, by language and whether it thanks."""
    phrases: dict[tuple[str, bool], str] = {}
    for language, own in PLEASANTRIES.items():
        end = "" if language in _UNSPACED else _WORD_END
        others = f"{own.others}\n{own.closings}\n{CONJUNCTIONS.get(language, '')}"
        for thanks, lines in ((True, own.thanks), (False, others)):
            alternatives = split_alternatives("|".join(_phrase_patterns(lines, language)))
            phrases[language, thanks] = "|".join(f"{alternative}{end}" for alternative in alternatives)
    starts = {key: "" if key[0] in _UNSPACED else _WORD_START for key in phrases}
    return AlternativeIndex(phrases, starts)


def _is_mistaken_danish(language: str, facts: Facts) -> bool:
    """Would Danish words be looked for in a Slavic mail? There `tak` is a yes, which asks for something, and no thanks."""
    if language != "da":
        return False
    domain = facts.author.domain if facts.author else ""
    return domain.endswith(_SLAVIC_DOMAINS) or _SLAVIC_LETTERS.search(facts.text[:4000]) is not None


def _is_thanks_in(language: str, lines: list[str], folded: list[str]) -> bool:
    thanks, all_phrases, closing = _compile_language(language)
    for count in range(len(folded), 0, -1):
        if count < len(lines) and not _is_signature_line(lines[count]):
            return False  # nor is anything shorter followed by a signature alone
        if not all_phrases.fullmatch("\n".join(folded[:count]), timeout=_TIMEOUT):
            continue
        ends = count == len(lines) or closing.fullmatch(folded[count - 1], timeout=_TIMEOUT) is not None
        return ends and any(thanks.search(line, timeout=_TIMEOUT) for line in (*folded, " ".join(folded)))
    return False


def _count_spoken_lines(lines: list[str]) -> int:
    """The lines above what may be a signature, and the first in any case."""
    count = len(lines)
    while count > 1 and _is_signature_line(lines[count - 1]):
        count -= 1
    return count


def _may_be_said_in(language: str, words: Sequence[str]) -> bool:
    """Can each word be put together of what the phrases of the language and of English consist of? Nearly no text that thanks among other
    things has only such words, and the patterns, which take long to compile and to match, need not be asked."""
    _, before_any_word = _phrase_fragments(language)
    return all(
        before in before_any_word or _is_composed(word, language)
        for before, word in zip(("", *words), words, strict=False)
    )


@lru_cache(maxsize=8192)  # the first words of mail are the same few
def _is_composed(word: str, language: str) -> bool:
    """Is the word one of the fragments of this language, or some of them in a row?"""
    return _is_made_of(word, _phrase_fragments(language)[0])


def _is_made_of(word: str, fragments: frozenset[str]) -> bool:
    if word in fragments:
        return True
    ends = [0]
    for end in range(1, len(word) + 1):
        if any(word[start:end] in fragments for start in ends):
            ends.append(end)
    return ends[-1] == len(word)


@lru_cache(maxsize=64)
def _phrase_fragments(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Every run of letters between the signs of the patterns, and each letter that may be left out or chosen; the words after which a
    pattern has any word."""
    own = PLEASANTRIES[language]
    lines = "\n".join((*own, *ENGLISH, "and", CONJUNCTIONS.get(language, "")))
    patterns = "\n".join(_phrase_patterns(lines, language))
    wild = frozenset(_BEFORE_ANY_WORD.findall(patterns))
    return _fragments_of(patterns), wild


def _fragments_of(patterns: str) -> frozenset[str]:
    plain = _REPEATED_LETTER.sub(r" \g<0>", _PATTERN_ESCAPE.sub(" ", patterns))
    plain = _LETTER_CLASS.sub(lambda letters: f" {' '.join(letters[1])} ", plain)
    return frozenset(_WORD.findall(plain))


def _is_signature_line(line: str) -> bool:
    """A name, a firm, an address or a number: words with capitals, and labels. No sentence."""
    if len(line) > 80 or _POSTSCRIPT.match(line):
        return False
    rest, contacts = _CONTACT.subn(" ", line)
    if not contacts and regex.search(r"\d", rest) and not regex.search(r"\d{4,}", rest):
        return False
    words = regex.findall(r"[\p{L}\p{M}'’&-]+", rest)
    return len(words) <= 8 and all(
        word[0].isupper() or word.casefold() in _PARTICLES or (contacts and word.casefold() in _CONTACT_LABELS)
        for word in words
    )


def _known_names(facts: Facts, house: Iterable[str]) -> frozenset[str]:
    """The words of the names and local parts of those who write and are written to, and of the house."""
    spoken = [f"{each.name} {each.local}" for each in (*facts.from_, *facts.reply_to, *facts.recipients)]
    spoken += [each.partition("@")[0] for each in house]
    return frozenset(word for each in spoken for word in _NAME_WORD.findall(_fold(each)))


def _without_names(text: str, names: frozenset[str]) -> str:
    """Known names become what separates words. A word that says something here stays, whoever bears it as a name."""
    return str(_WORD.sub(lambda word: "·" if word[0] in names and word[0] not in _common_words() else word[0], text))


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    """Every word of the phrases, and what offers and orders are made of: mailboxes are called so, too."""
    phrases = "\n".join("\n".join(each) for each in PLEASANTRIES.values())
    wanted = "order orders offer quote invoice yes buy send sales service bestellung angebot rechnung ja oui si"
    return frozenset(regex.findall(r"\p{L}+", _fold(phrases))) | frozenset(wanted.split())


def _fold(text: str) -> str:
    """Without case and accents, so that they may be left out."""
    if text.isascii():
        return text.casefold().translate(_NO_DECOMPOSITION)
    spread = unicodedata.normalize("NFKD", text.casefold())
    return str(_MARKS.sub("", spread)).translate(_NO_DECOMPOSITION)


@lru_cache(maxsize=64)
def _compile_language(language: str) -> tuple[Any, Any, Any]:
    """(what thanks, everything that may be said, a line that closes): English goes with every language. It takes a tenth of a second."""
    own = PLEASANTRIES[language]
    thanks = _any_of(own.thanks, language) + "|" + _any_of(ENGLISH.thanks, "en")
    closings = "|".join(filter(None, (_any_of(own.closings, language), _any_of(ENGLISH.closings, "en"))))
    conjunctions = f"and\n{CONJUNCTIONS.get(language, 'and')}"
    others = "|".join(
        (_any_of(own.others, language), _any_of(conjunctions, language), _any_of(ENGLISH.others, "en"), closings)
    )
    return (
        regex.compile(thanks),
        regex.compile(rf"{_SEPARATOR}*+(?:(?:{thanks}|{others}){_SEPARATOR}*+)+"),
        regex.compile(rf"{_SEPARATOR}*+(?:(?:{closings}){_SEPARATOR}*+)*"),
    )


def _any_of(phrases: str, language: str) -> str:
    patterns = _phrase_patterns(phrases, language)
    if not patterns:
        return ""
    start, end = ("", "") if language in _UNSPACED else (_WORD_START, _WORD_END)
    return f"{start}(?:{'|'.join(patterns)}){end}"


def _phrase_patterns(phrases: str, language: str) -> list[str]:
    """The patterns of folded text that the lines stand for."""
    gap = r"\s*" if language in _UNSPACED else r"\s+"
    lines = [_fold(line.strip()) for line in phrases.split("\n") if line.strip()]
    return [line.replace("(", "(?:").replace(" ?", "\0").replace(" ", gap).replace("\0", r"\s*") for line in lines]
