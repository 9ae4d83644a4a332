"""A body → what a person reads, and what of it is the writer's own words. Bounded, linear, never raises.

HTML is rendered by a parser, not by patterns; deep nesting, which makes every HTML parser slow, is measured before it.
"""

from __future__ import annotations

import html as entities
import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

import ahocorasick_rs
from mailparser_reply.parser import EmailMessage
from selectolax.lexbor import LexborHTMLParser

from watcher.core.message import charsets

MAX_TEXT_LENGTH = 64 * 1024  # characters
MAX_HTML_LENGTH = 256 * 1024
MAX_HTML_DEPTH = 500  # of HTML elements
#: The reply parser's patterns are worse than linear: it sees little text, in short lines, without blank runs.
MAX_REPLY_LENGTH = 16 * 1024
MAX_LINE_LENGTH = 300

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ue000\ue001\U000e0000-\U000e007f]+"
)
_PLAIN_ASCII = bytes([*b"\t\n", *range(0x20, 0x7F)])  # of ASCII what may stay
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def normalise_text(text: str) -> str:
    """Line ends as \\n; no control, bidi or zero-width characters; NFC."""
    text = text[:MAX_TEXT_LENGTH]
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if text.isascii() and not text.encode().translate(None, _PLAIN_ASCII):
        return text.strip()
    return charsets.normalise_nfc(_INVISIBLE.sub("", _LINE_END.sub("\n", text))).strip()


# --- HTML


class RenderedHtml(NamedTuple):
    """Text of an HTML part, and how much of it is links and pictures from elsewhere."""

    text: str
    links: int
    images: int


_BLOCKS = (
    "address|article|aside|blockquote|br|center|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|"
    "section|table|td|th|title|tr|ul"
)
_BLOCK_EDGE = re.compile(rf"</?(?:{_BLOCKS})(?=[\s>/])", re.IGNORECASE)
_QUOTE_OPEN = re.compile(r"<blockquote(?=[\s>])", re.IGNORECASE)
_QUOTE_CLOSE = re.compile(r"</blockquote\s{0,9}>", re.IGNORECASE)
_PRE = re.compile(r"<(/?)pre(?=[\s>])", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_WHOLE_TAG = re.compile(r"<(/?)([a-zA-Z!?][a-zA-Z0-9]{0,20})[^<>]{0,2000}>?")
_REMOTE = re.compile(r"<(a|img)\s[^<>]{0,1000}?(?:href|src)\s{0,3}=\s{0,3}[\"']?\s{0,3}https?:", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f\xa0\u2000-\u200a\u3000]+")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr"]
)
_UNRENDERED_ELEMENTS = [
    "script",
    "style",
    "head",
    "template",
    "noscript",
    "svg",
    "math",
    "object",
    "select",
    "iframe",
    "textarea",
]
_HIDING_STYLE = re.compile(r"display:none|visibility:hidden|font-size:0(?:px|pt|em|%)?(?:;|!|\Z)|mso-hide:all")
#: Private-use characters that stand for the edges of a quotation while the parser works; the input is cleaned of them.
MAX_QUOTE_DEPTH = 9
_QUOTE_START_MARK, _QUOTE_END_MARK = "\ue000", "\ue001"


def count_remote_references(html: str) -> tuple[int, int]:
    """(links, images) that lead elsewhere, counted without parsing."""
    kinds = [kind.casefold() for kind in _REMOTE.findall(html[:MAX_HTML_LENGTH])]
    return kinds.count("a"), kinds.count("img")


def html_to_text(html: str) -> RenderedHtml:
    """The readable text of an HTML part: block elements as lines, `<blockquote>` as lines that begin with "> "."""
    html = html[:MAX_HTML_LENGTH].replace("\x00", "").replace(_QUOTE_START_MARK, "").replace(_QUOTE_END_MARK, "")
    links, images = count_remote_references(html)
    if _is_deeply_nested(html):
        return RenderedHtml(normalise_text(_strip_tags(html)), links, images)
    marked = _BLOCK_EDGE.sub(lambda edge: "\n" + edge[0], _replace_line_ends(html))
    marked = _QUOTE_OPEN.sub(_QUOTE_START_MARK + "<blockquote", marked)
    marked = _QUOTE_CLOSE.sub("</blockquote>" + _QUOTE_END_MARK + "\n", marked)
    tree = LexborHTMLParser(marked)
    for node in tree.css(",".join([*_UNRENDERED_ELEMENTS, "[hidden]"])):
        node.decompose()
    for node in tree.css("[style]"):
        if _HIDING_STYLE.search("".join((node.attributes.get("style") or "").casefold().split())):
            node.decompose()
    root = tree.body or tree.root
    return RenderedHtml(
        normalise_text(_tidy_lines(root.text(deep=True) or "")) if root is not None else "", links, images
    )


def _replace_line_ends(html: str) -> str:
    """Line ends of the source mean nothing, but those inside `<pre>` do."""
    pieces, end, inside = [], 0, False
    for edge in _PRE.finditer(html):
        piece = html[end : edge.start()]
        pieces.append(piece if inside else piece.replace("\r", " ").replace("\n", " "))
        end, inside = edge.start(), not edge[1]
    piece = html[end:]
    return "".join([*pieces, piece if inside else piece.replace("\r", " ").replace("\n", " ")])


def _is_deeply_nested(html: str) -> bool:
    """Could the nesting exceed what the parser does in linear time? Counted without parsing, from above."""
    if html.count("<") <= MAX_HTML_DEPTH:
        return False
    depth = 0
    for closing, name in _TAG.findall(html):
        if closing:
            depth = max(0, depth - 1)
        elif name.casefold() not in _VOID:
            depth += 1
            if depth > MAX_HTML_DEPTH:
                return True
    return False


def _strip_tags(html: str) -> str:
    """Text without its tags, one pass: worse than a parser, but linear whatever the input."""
    pieces, end, silent = [], 0, ""
    for tag in _WHOLE_TAG.finditer(html):
        name = tag[2].casefold()
        if not silent:
            pieces.append(html[end : tag.start()])
            pieces.append("\n" if _BLOCK_EDGE.match(tag[0]) else " ")
            silent = name if name in ("script", "style", "head") and not tag[1] else ""
        elif tag[1] and name == silent:
            silent = ""
        end = tag.end()
    if not silent:
        pieces.append(html[end:])
    return _tidy_lines(entities.unescape("".join(pieces)))


def _tidy_lines(text: str) -> str:
    """White space folded, at most one blank line in a row, and the marks of quotations made into "> "."""
    depth, lines = 0, [""]
    for line in text.split("\n"):
        depth_before = depth
        if _QUOTE_START_MARK in line or _QUOTE_END_MARK in line:
            depth = max(0, depth + line.count(_QUOTE_START_MARK) - line.count(_QUOTE_END_MARK))
            line = line.replace(_QUOTE_START_MARK, "").replace(_QUOTE_END_MARK, "")
        line = _SPACES.sub(" ", line).strip()
        mark = ">" * min(max(depth, depth_before), MAX_QUOTE_DEPTH)
        if line:
            lines.append(f"{mark} {line}" if mark else line)
        elif lines[-1] and lines[-1].strip(">"):
            lines.append(mark)
    return "\n".join(lines).strip()


# --- what the writer wrote

_SIGNATURE = re.compile(r"\n--[ \t]*$", re.MULTILINE)
_DEVICE_LINES = (
    "sent from my", "sent from mail for", "sent from outlook", "sent from yahoo", "get outlook for",
    "von meinem", "gesendet von", "gesendet mit", "envoyé de", "enviado desde", "enviado do", "inviato da",
    "verzonden vanaf", "verstuurd vanaf",
    "skickat från", "sendt fra", "wysłane z",
)  # fmt: skip
_FORWARDED = re.compile(
    r"--[-]{0,40}[ \t]{0,4}(?:original message|forwarded (?:message|by)|ursprüngliche nachricht|original-nachricht|"
    r"weitergeleitete nachricht|message (?:transféré|d'origine)|mensaje (?:original|reenviado)|"
    r"messaggio (?:originale|inoltrato)|mensagem (?:original|encaminhada)|oorspronkelijk bericht|doorgestuurd bericht|"
    r"ursprungligt meddelande|opprinnelig melding|wiadomość oryginalna|původní zpráva)",
    re.IGNORECASE,
)
_FORWARDED_WORDS = (
    "original", "forwarded", "ursprünglich", "weitergeleitet", "message transféré", "message d'origine", "mensaje", "messaggio", "mensagem",
    "oorspronkelijk", "doorgestuurd", "ursprungligt", "opprinnelig", "oryginalna", "původní",
)  # fmt: skip
_FORWARDED_LINES = (
    "\nbegin forwarded message:", "\nanfang der weitergeleiteten ", "\ndébut du message réexpédié",
    "\ninizio messaggio inoltrato", "\ninicio del mensaje reenviado", "\nbegin doorgestuurd bericht:",
)  # fmt: skip
#: Language of the reply parser → how mail programs introduce a quotation: in a sentence, or by a block of header lines.
_QUOTE_SENTENCES = {
    "en": ("wrote:",), "de": ("schrieb",), "fr": ("écrit",), "it": ("scritto",), "es": ("escribi",),
    "pt": ("escreveu",), "nl": ("schreef",), "sv": ("skrev",), "da": ("skrev",), "pl": ("napisa",), "cs": ("napsal",),
}  # fmt: skip
_QUOTE_HEADER_LINES = {
    "en": ("from", ("sent", "to", "date", "subject")), "de": ("von", ("gesendet", "an", "datum", "betreff")),
    "fr": ("de", ("envoyé", "à", "date", "objet")), "it": ("da", ("inviato", "a", "data", "oggetto")),
    "es": ("de", ("enviado", "para", "fecha", "asunto")), "pt": ("de", ("enviado", "para", "data", "assunto")),
    "nl": ("van", ("verzonden", "aan", "datum", "onderwerp")), "sv": ("från", ("skickat", "till", "datum", "ämne")),
    "da": ("fra", ("sendt", "til", "dato", "emne")), "pl": ("od", ("wysłano", "do", "data", "temat")),
    "cs": ("od", ("odesláno", "komu", "datum", "předmět")),
}  # fmt: skip
_ENDS_IN_COLON = re.compile(r"[:：]\s*\Z")
_INTRODUCTION_START = re.compile(
    r"\s{0,9}(?:on|am|le|il giorno|el|em|op|den|dnia|w dniu|dne|quoting|zitat von|citando|\d{4}年)\b", re.IGNORECASE
)
_WHO_OR_WHEN = re.compile(
    r"@|\d|wr[io]te|schr[ie]|écrit|escr|scritto|skrev|napsa|napisa|kirjoitti|пиш|писал|写道|寫道|さん", re.IGNORECASE
)


def extract_own_text(text: str, forwarded: bool = False) -> str:
    """What the writer added: quotations, what introduces them, and the signature cut. Of a forwarded mail the top.

    Text below or between quotations is the writer's own and stays. Where nothing is left, everything was quotation.
    """
    whole, lowered = text, "\n" + text.lower()
    if "--" in text or "forwarded" in lowered or "\nbegin" in lowered or "\nanfang" in lowered or "\nini" in lowered:
        text = _text_above_forward(text, lowered, forwarded)
    if "\n--" in text and (found := _SIGNATURE.search(text)) and text[: found.start()].strip():
        text = text[: found.start()]
    if "\n>" in text or text.startswith(">") or "\n >" in text:
        text = _without_quoted_lines(text)
    if languages := _reply_languages(lowered if text is whole else "\n" + text.lower()):
        text = _text_above_reply_header(text, languages)
    return _without_device_line(text.strip())


def _text_above_forward(text: str, lowered: str, forwarded: bool) -> str:
    start = min((n for line in _FORWARDED_LINES if (n := lowered.find(line)) >= 0), default=len(text))
    marked = any(word in lowered for word in _FORWARDED_WORDS)  # cheaper than the pattern, and rarely there
    for found in _FORWARDED.finditer(text, 0, start) if marked else ():
        if not text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip():
            start = found.start()
            break
    above = text[:start].strip()
    return above if above or forwarded else text


def _without_device_line(text: str) -> str:
    """Without "Sent from my phone", where it is the last line of several."""
    above, _, last = text.rpartition("\n")
    return above.rstrip() if above.strip() and last.lower().startswith(_DEVICE_LINES) and len(last) < 100 else text


def _header_line_openings(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"\n{mark}{word}{colon}" for word in words for mark in ("", "*") for colon in (":", " :"))


#: Every sign of a quotation, and of what language: all are looked for in one pass (Aho and Corasick, 1975).
_QUOTE_SIGNS = [
    *((words, language, "sentence") for language, words in _QUOTE_SENTENCES.items()),
    *((_header_line_openings((first,)), language, "first") for language, (first, _) in _QUOTE_HEADER_LINES.items()),
    *((_header_line_openings(others), language, "other") for language, (_, others) in _QUOTE_HEADER_LINES.items()),
]
#: Word → (language, sign) of each thing it may be: several languages share some.
_QUOTE_SIGN_MEANINGS = {
    word: [(language, sign) for others, language, sign in _QUOTE_SIGNS if word in others]
    for words, _, _ in _QUOTE_SIGNS
    for word in words
}
_QUOTE_SIGN_AUTOMATON = ahocorasick_rs.AhoCorasick(list(_QUOTE_SIGN_MEANINGS))


def _reply_languages(lowered: str) -> list[str]:
    """The languages in which something looks like the beginning of a quotation."""
    found = _QUOTE_SIGN_AUTOMATON.find_matches_as_strings(lowered, overlapping=True)
    if not found:
        return []
    seen = {meaning for word in found for meaning in _QUOTE_SIGN_MEANINGS[word]}
    languages = [language for language in _QUOTE_SENTENCES if (language, "sentence") in seen]
    blocks = (each for each in _QUOTE_HEADER_LINES if (each, "first") in seen and (each, "other") in seen)
    return [*languages, *blocks]


def _without_quoted_lines(text: str) -> str:
    """Without the lines that begin with ">", and without the lines that introduce them ("On … Carol wrote:")."""
    kept: list[str] = []
    quoting = False
    for line in text.split("\n"):
        if line[:4].lstrip(" ")[:1] == ">":
            if not quoting:
                _drop_introduction(kept)
            quoting = True
        elif line.strip() or not quoting:
            kept.append(line)
            quoting = False
    return "\n".join(kept)


def _drop_introduction(kept: list[str]) -> None:
    """It ends in a colon and may be folded; where it begins is known by its first word, else it is one line."""
    while kept and not kept[-1].strip():
        kept.pop()
    if not kept or not _ENDS_IN_COLON.search(kept[-1][-200:]):
        return
    for back in range(1, min(4, len(kept) + 1)):
        if not kept[-back].strip():
            break
        if _INTRODUCTION_START.match(kept[-back]):
            del kept[-back:]
            return
    if _WHO_OR_WHEN.search(kept[-1][-MAX_LINE_LENGTH:]):
        kept.pop()


def _text_above_reply_header(text: str, languages: list[str]) -> str:
    """What stands above a quotation that is not marked line by line, as Outlook leaves it."""
    lines = [line[:MAX_LINE_LENGTH].strip() for line in text[:MAX_REPLY_LENGTH].split("\n")]
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    try:
        return _first_reply(EmailMessage(text=body).text, _reply_header_pattern(tuple(languages))) or body
    except (re.error, RecursionError, ValueError, IndexError, AttributeError, TypeError):
        return body


@lru_cache(maxsize=64)
def _reply_header_pattern(languages: tuple[str, ...]) -> re.Pattern[str]:
    """The reply parser's pattern of what introduces a quotation."""
    pattern: re.Pattern[str] = EmailMessage(text="", languages=list(languages)).HEADER_REGEX
    return pattern


def _first_reply(text: str, quotation: re.Pattern[str]) -> str:
    """The parser's `latest_reply`, without its search for every later reply and for signatures, most of the time it takes."""
    start = 0
    for found in quotation.finditer(text):
        for header in filter(None, found.groups()):
            end = text.find(header, start + 1 if start else 0)
            if reply := text[start:end].strip():
                return reply
            start = max(end, 0)
    return text[start:].strip()


# --- subjects

_REPLY_PREFIXES = (
    "re|aw|antw|antwort|sv|vs|ref|res|rif|r|rép|odp|ynt|yan|ang|atb|bls|hlb|na|απ|σχετ|השב|תשובה|رد|отв|от|відп|hf|"
    "回复|回覆|答复|答覆|返信|답장|회신|trả lời|balas"
)
_FORWARD_PREFIXES = (
    "fwd?|wg|tr|rv|enc|i|vl|vb|doorst|fs|pd|továbbítás|ilt|пересл|fyi|προώθ|הועבר|转发|轉寄|转寄|転送|전달|chuyển tiếp"
)
_PREFIX_COUNT = r"\s{0,3}(?:\[\d{1,4}\]|\(\d{1,4}\)|\^\d{1,4}|\*\d{1,4})?\.?\s{0,3}[:：]\s{0,9}"
_SUBJECT_PREFIX = re.compile(
    rf"(?:(?P<reply>{_REPLY_PREFIXES})|(?P<forward>{_FORWARD_PREFIXES})){_PREFIX_COUNT}", re.IGNORECASE
)
_LIST_TAG = re.compile(r"\[[^\[\]]{1,60}\]\s{0,9}(?=\S)")
_WRAPPED_FORWARD = re.compile(r"\[(?:fwd?|wg): {0,3}(.+)\]\Z", re.IGNORECASE)
MAX_PREFIXES = 20


class BaseSubject(NamedTuple):
    """A subject without what mail programs put before it, and which of the two kinds of prefix came first."""

    base: str
    is_reply: bool
    is_forward: bool


def extract_base_subject(subject: str) -> BaseSubject:
    """The base subject of RFC 5256 § 2.1, with the prefixes of some twenty languages and `[list]` tags.

    A prefix or tag with nothing behind it stays: it is all there is.
    """
    base, kind = subject.strip(), ""
    for _ in range(MAX_PREFIXES):
        found = _SUBJECT_PREFIX.match(base)
        if found:
            kind = kind or str(found.lastgroup)
        elif wrapped := _WRAPPED_FORWARD.match(base):
            kind, base = kind or "forward", wrapped[1].strip()
            continue
        else:
            found = _LIST_TAG.match(base)
        if not found or not base[found.end() :].strip():
            break
        base = base[found.end() :].strip()
    if base[-5:].casefold() == "(fwd)":
        kind, base = kind or "forward", base[:-5].strip() or base
    return BaseSubject(base, kind == "reply", kind == "forward")


# --- language

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
        weights = tuple((each, 3 if len(known) == 1 else 1) for each in known)
        if weights not in _WEIGHTS:
            _WEIGHTS.append(weights)
    numbers = {tuple(each for each, _ in weights): n for n, weights in enumerate(_WEIGHTS)}
    return {word: numbers[tuple(known)] for word, known in words.items()}


_WEIGHTS: list[tuple[tuple[str, int], ...]] = []  # (language, weight)
_STOP_WORD_WEIGHTS = _weigh_stop_words()
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: What is neither letter nor apostrophe becomes a space: of ASCII the words, in a quarter of the time.
_NO_WORD = bytes(n if chr(n) in "abcdefghijklmnopqrstuvwxyz'" else 32 for n in range(256))
LANGUAGES = tuple(_STOP_WORDS)


def _split_words(text: str) -> list[str]:
    if not text.isascii():
        return _WORD.findall(text)
    words = text.encode().translate(_NO_WORD).decode().split()
    if "'" not in text:
        return words
    return [each for word in words for each in (_WORD.findall(word) if "'" in word else (word,))]


def guess_language(text: str) -> str:
    """ISO 639-1 code, one of `LANGUAGES`, by the commonest words; "" where they do not tell."""
    scores: dict[str, int] = {}
    for known, count in Counter(map(_STOP_WORD_WEIGHTS.get, _split_words(text[:800].casefold()))).items():
        for language, weight in _WEIGHTS[known] if known is not None else ():
            scores[language] = scores.get(language, 0) + weight * count
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < 6:
        return ""
    (language, first), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0
    return language if first >= 1.5 * second else ""
