"""A body → what a person reads, and what of it is the writer's own. Bounded, linear, never raises.

HTML is rendered by a parser, not by patterns; deep nesting, which makes every HTML parser slow, is measured before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailparser_reply import EmailReplyParser
from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_TEXT = 64 * 1024
MAX_HTML = 256 * 1024
MAX_DEPTH = 200
#: The reply parser's patterns are quadratic: it sees little, and short lines.
MAX_REPLY = 16 * 1024
MAX_LINE = 300

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_ANY_TAG = re.compile(r"<[^<>]{0,2000}>")
_BLANKS = re.compile(r"[ \t\xa0\u2000-\u200a\u3000]+")
_LINES = re.compile(r"\n\s*\n\s*")
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad\u034f]")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_BLOCK = frozenset(
    "address article blockquote br center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p "
    "pre section table td th tr ul".split()
)
_SILENT = "script, style, head, title, template, noscript, svg, object, select"


@dataclass(frozen=True, slots=True)
class Rendered:
    """Text of an HTML part, and how much of it is links and pictures from elsewhere."""

    text: str
    links: int
    images: int


def tidy(text: str) -> str:
    """Line ends as \\n, control and hidden characters gone, at most one blank line in a row."""
    text = text[:MAX_TEXT].replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii() or "\x00" <= min(text, default=" ") < "\t":
        text = _HIDDEN.sub("", text)
    elif "\x0b" in text or "\x0c" in text or "\x1b" in text or "\x7f" in text:
        text = _HIDDEN.sub("", text)
    return text.strip()


def html_to_text(html: str) -> Rendered:
    """The readable text of an HTML part."""
    html = html[:MAX_HTML].replace("\x00", "")
    if _depth(html) > MAX_DEPTH:
        return Rendered(tidy(_fold(_ANY_TAG.sub(" ", html))), html.count("href"), html.count("<img"))
    tree = LexborHTMLParser(html)
    links = sum(1 for node in tree.css("a[href]") if (node.attributes.get("href") or "").casefold().startswith("http"))
    images = sum(1 for node in tree.css("img[src]") if (node.attributes.get("src") or "").casefold().startswith("http"))
    tree.strip_tags(_SILENT.split(", "))
    for node in tree.css("[style]"):
        style = "".join((node.attributes.get("style") or "").casefold().split())
        if "display:none" in style or "font-size:0" in style.replace("font-size:0.", ""):
            node.decompose()
    root = tree.body or tree.root
    return Rendered(tidy(_fold(_walk(root))) if root is not None else "", links, images)


def _depth(html: str) -> int:
    """An upper bound of the nesting, counted without parsing."""
    depth = deepest = 0
    for closing, name in _TAG.findall(html):
        if name.casefold() in _VOID:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _walk(root: LexborNode) -> str:
    """Text in reading order; a quotation is marked as mail programs mark it in plain text."""
    pieces: list[str] = []

    def visit(node: LexborNode, depth: int) -> None:
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                pieces.append(_BLANKS.sub(" ", (child.text_content or "").replace("\n", " ")))
                continue
            block = child.tag in _BLOCK
            if block:
                pieces.append("\n")
            if child.tag == "blockquote":
                start = len(pieces)
                visit(child, depth + 1)
                quoted = _fold("".join(pieces[start:]))
                pieces[start:] = ["\n".join(f"> {line}" for line in quoted.split("\n"))]
            elif depth < MAX_DEPTH:
                visit(child, depth + 1)
            if block:
                pieces.append("\n")

    visit(root, 0)
    return "".join(pieces)


def _fold(text: str) -> str:
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


# --- what the writer wrote

_REPLY_LANGUAGES = ["en", "de", "fr", "it", "es", "nl", "pl", "sv", "da", "cs"]
_SIGNS = re.compile(
    r"(?m)^\s{0,3}>|^-{2,3}\s*$|^_{5,}|^-{3,}|wrote:|schrieb|écrit|escribi|scritto|escreveu|schreef|skrev|napisa|kirjoitti|"
    r"^(?:From|Von|De|Da|Van|Fra|Från|Od|Sent|Gesendet|Envoyé)\s*:|^Sent from|^Von meinem|^Envoyé de|^Get Outlook"
)
_SIGNATURE = re.compile(r"(?m)^--[ \t]*$")
_FORWARDED = re.compile(
    r"(?im)^\s*(?:-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message transféré|"
    r"message d'origine|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|"
    r"doorgestuurd bericht)|begin forwarded message:|_{20,}\s*$)"
)


def own_text(text: str, forwarded: bool = False) -> str:
    """What the writer added: quoted text and signature cut. Of a forwarded mail only what stands above it."""
    if not text:
        return ""
    if found := _FORWARDED.search(text):
        above = text[: found.start()].strip()
        if above or forwarded:
            text = above
    if not _SIGNS.search(text):
        return text
    if found := _SIGNATURE.search(text):
        text = text[: found.start()] if text[: found.start()].strip() else text
    lines = [line[:MAX_LINE] for line in text[:MAX_REPLY].split("\n")]
    body = _LINES.sub("\n\n", "\n".join(lines)).strip()
    try:
        reply = EmailReplyParser(languages=_REPLY_LANGUAGES).read(body).latest_reply
    except (re.error, RecursionError, ValueError, IndexError, AttributeError):
        reply = None
    kept = [line for line in (reply if reply is not None else body).split("\n") if not line.lstrip().startswith(">")]
    return "\n".join(kept).strip()


# --- language

_STOPWORDS = {
    "en": "the and you for with have this that your from please would are not but can our will what which thanks hello dear",
    "de": "der die das und ich sie nicht mit für ist ein eine wir bitte haben auf von den zu im auch noch wenn hallo danke",
    "fr": "le la les et vous je nous pour dans avec est une des que pas sur votre bonjour merci cordialement être qui mon",
    "es": "el los las y que de por para con una está usted nos gracias hola saludos muy pero como tengo quiero sobre mi",
    "it": "il gli che di per con una sono non vi grazie buongiorno saluti della nel mi ho anche vorrei come questo alla",
    "pt": "o os as e que de para com uma não você por obrigado olá está muito gostaria como meu minha sobre seu são bom",
    "nl": "de het een en ik niet met voor van is wij zijn op te dat graag bedankt hallo deze ook naar kunt mijn jullie",
}
_WORDS = {language: frozenset(words.split()) for language, words in _STOPWORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str:
    """ISO 639-1 by the commonest words, or "" where they do not tell."""
    words = _WORD.findall(text[:2000].casefold())
    if len(words) < 4:
        return ""
    counts = sorted(
        ((sum(word in known for word in words), language) for language, known in _WORDS.items()), reverse=True
    )
    (first, language), (second, _) = counts[:2]
    return language if first >= 2 and first > second * 1.3 else ""
