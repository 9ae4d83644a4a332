"""Does a customer only say thank you? Then nobody has to answer.

Every word must be known (`sentences`), and below what is said only a signature may follow (`signature_lines`). Any other word, figure or
question may be what the customer wants, and asks again: a nag too many is a nuisance, an order that nobody sees is a lost customer.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

import regex

from watcher.core.inquiry import lexicon, sentences, signature_lines
from watcher.core.message.model import Facts
from watcher.core.message.signatures import text_above_name
from watcher.core.rules.alternatives import fold_case

MAX_THANKS_LENGTH = 4000  # characters, with what a firm adds below a signature
MAX_SAID_LENGTH = 1000  # characters above the signature
MAX_DOUBTFUL_LENGTH = 300  # characters above the signature of what may be thanks
_QUESTION_MARKS = "?？؟;"  # the last is the Greek one; normal form makes it a semicolon, which greetings do without
#: What a mail program adds to a signature or to a signed message.
_ORNAMENT = regex.compile(
    r"(?i)image\d{3}\.(?:png|jpe?g|gif)|outlook-[\w-]{1,40}\.(?:png|jpe?g|gif)|smime\.p7s|signature\.asc"
)
_NAME_WORD = regex.compile(r"[\p{L}\p{M}]{2,}")
_SMILEY = regex.compile(r"(?<!\S)(?:[:;=8][-o^']?[)(DPp*|/\]3]+|[xX]D|<3|\^\^)(?!\w)|(?<=[\p{L}.!])[:;=]-?[)D]+(?!\w)")
_EAST_ASIAN_TITLES, _EAST_ASIAN_FIRMS = "様|さま|さん|先生|殿|女士|小姐|经理|님|씨", "株式会社|有限会社|合同会社"
_EAST_ASIAN_ADDRESSEE = regex.compile(
    rf"[^\s、。,]{{1,12}}(?:{_EAST_ASIAN_TITLES})(?!\p{{L}})|(?:{_EAST_ASIAN_FIRMS})[^\s、。]{{1,15}}"
)
#: It looks twelve characters ahead everywhere, which only such a text is worth.
_EAST_ASIAN_WORD = regex.compile(f"{_EAST_ASIAN_TITLES}|{_EAST_ASIAN_FIRMS}")
#: "Tak" thanks in Danish and says yes in Polish; what tells them apart is who writes.
_SLAVIC_LETTERS = regex.compile(r"(?i)[ąęłśżźńěřůčš]")
_SLAVIC_DOMAINS = (".pl", ".cz", ".sk", ".si")
#: In a quotation's introduction and head: who wrote it.
_QUOTED_WRITER = regex.compile(r"((?:\p{Lu}[\p{L}'’.-]{1,25},? ){1,4})[<\[(\"]*[\w.+-]{1,64}@")
_MAX_QUOTED = 8000  # characters searched for the names of those who wrote what is quoted
#: Mailboxes are called so, and it may be all that somebody says.
_SAYING_NAMES = frozenset({
    "order", "orders", "offer", "quote", "invoice", "yes", "buy", "send", "sales", "service", "bestellung", "angebot",
    "rechnung", "ja", "oui", "si", "no", "accepted", "ok",
})  # fmt: skip


class Thanks(Enum):
    """Does a message only say thank you? Where it may, a person is asked."""

    NO = auto()
    PERHAPS = auto()
    YES = auto()


def judge_thanks(facts: Facts, house: frozenset[str]) -> Thanks:
    """What a customer's message is, by the two questions below; it is judged once. `house`: as below."""
    return facts.ask_once(("thanks", house), lambda: _judge_words(facts, house))


def _judge_words(facts: Facts, house: frozenset[str]) -> Thanks:
    if is_bare_thanks(facts, house):
        return Thanks.YES
    return Thanks.PERHAPS if facts.is_reply and may_be_bare_thanks(facts) else Thanks.NO


def is_bare_thanks(facts: Facts, house: Iterable[str] = ()) -> bool:
    """Is the message thanks and nothing more? `house`: addresses of the people who may be thanked by name."""
    text = facts.own_text.strip()
    if not text or len(text) > MAX_THANKS_LENGTH:
        return False
    if any(_ORNAMENT.fullmatch(name) is None for name in facts.attachments):
        return False
    folded = lexicon.fold(text)
    languages = lexicon.find_languages(folded)
    if not languages:
        return False
    names = _known_names(facts, house)
    lines = _SMILEY.sub(" ", text).split("\n")
    spaced = sentences.Text(lines, unspaced=False)
    others = sentences.find_other_words(spaced, lexicon.load_lexicon("en"), names) if "en" in languages else None
    return any(
        _is_thanks_in(language, lines, spaced, names)
        for language in languages
        if not _is_mistaken_danish(language, facts) and (others is None or _may_add(language, others))
    )


def may_be_bare_thanks(facts: Facts) -> bool:
    """Do a few words thank, and ask, order and want nothing that is known, though some of them are in no list? Then a person is asked."""
    from watcher.core.rules import requests  # its words take 0.07 s, which no start waits for

    name = facts.author.name if facts.author else ""
    said = text_above_name(facts.own_text, name).strip()
    if not 0 < len(said) <= MAX_DOUBTFUL_LENGTH or facts.attachments:
        return False
    if any(mark in said for mark in _QUESTION_MARKS) or any(map(str.isdigit, said)):
        return False
    return bool(lexicon.find_languages(lexicon.fold(said))) and not requests.wants_in_words(fold_case(said))


def _may_add(language: str, others: frozenset[str]) -> bool:
    """May a reading in this language go on where one in English ends? `others`: the words that English has not. Most English mail has a
    word that begins something in five other languages."""
    own = lexicon.load_lexicon(language)
    return language == "en" or own.unspaced or not own.words.isdisjoint(others)


def _is_thanks_in(language: str, lines: list[str], spaced: sentences.Text, names: frozenset[str]) -> bool:
    """In one language, or in English among its sentences? `spaced`: the words of the lines, where blanks divide them."""
    own, text = lexicon.load_lexicon(language), spaced
    if own.unspaced:
        lines = [_without_east_asian_addressees(line) for line in lines]
        text = sentences.Text(lines, unspaced=True)
    lexicons = [own] if own.unspaced or language == "en" else [own, lexicon.load_lexicon("en")]
    if not own.unspaced and not sentences.may_thank(text, lexicons, names):
        return False  # of nearly all mail: it begins with something else
    for reading in sentences.read_pleasantries(text, lexicons, names):
        said, rest = "\n".join(lines[: reading.lines]), lines[reading.lines :]
        if not reading.has_thanked or len(said) > MAX_SAID_LENGTH or any(mark in said for mark in _QUESTION_MARKS):
            continue
        if signature_lines.is_footer(rest) or (reading.closes and signature_lines.is_signature(rest)):
            return True
    return False


def _without_east_asian_addressees(line: str) -> str:
    return str(_EAST_ASIAN_ADDRESSEE.sub(" ", line)) if _EAST_ASIAN_WORD.search(line) else line


def _is_mistaken_danish(language: str, facts: Facts) -> bool:
    """Would Danish words be looked for in a Slavic mail? There `tak` is a yes, which asks for something, and no thanks."""
    if language != "da":
        return False
    domain = facts.author.domain if facts.author else ""
    return domain.endswith(_SLAVIC_DOMAINS) or _SLAVIC_LETTERS.search(facts.text[:4000]) is not None


def _known_names(facts: Facts, house: Iterable[str]) -> frozenset[str]:
    """The words of the names and local parts of those who write and are written to, of the house, and of who wrote what is quoted."""
    spoken = [f"{each.name} {each.local}" for each in (*facts.from_, *facts.reply_to, *facts.recipients)]
    spoken += [each.partition("@")[0] for each in house]
    quoted = facts.text[:_MAX_QUOTED]
    spoken += [*(_QUOTED_WRITER.findall(quoted) if "@" in quoted else ()), *signature_lines.find_signed_names(quoted)]
    return frozenset(word for each in spoken for word in _NAME_WORD.findall(lexicon.fold(each))) - _SAYING_NAMES
