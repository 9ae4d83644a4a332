"""A body → what a person reads, and what of it is the writer's own words. Bounded, linear, never raises.

HTML is rendered by a parser, not by patterns; deep nesting, which makes every HTML parser slow, is measured before it.
"""

from __future__ import annotations

import html as entities
import re
from typing import NamedTuple

from mailparser_reply import EmailReplyParser
from selectolax.lexbor import LexborHTMLParser

from watcher.core import charsets

MAX_TEXT = 64 * 1024  # characters
MAX_HTML = 256 * 1024
MAX_DEPTH = 500  # of HTML elements
#: The reply parser's patterns are worse than linear: it is shown little text, in short lines, without runs of blank ones.
MAX_REPLY = 16 * 1024
MAX_LINE = 300

_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ue000\ue001\U000e0000-\U000e007f]+"
)
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def tidy(text: str) -> str:
    """Line ends as \\n; no control, bidi or zero-width characters; NFC."""
    text = text[:MAX_TEXT]
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text.strip()
    return charsets.nfc(_HIDDEN.sub("", _LINE_END.sub("\n", text))).strip()


# --- HTML


class Rendered(NamedTuple):
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
_SILENT = ["script", "style", "head", "template", "noscript", "svg", "math", "object", "select", "iframe", "textarea"]
_UNSEEN = re.compile(r"display:none|visibility:hidden|font-size:0(?:px|pt|em|%)?(?:;|!|\Z)|mso-hide:all")
#: Private-use characters that stand for the edges of a quotation while the parser works; the input is cleaned of them.
_OPEN, _CLOSE = "\ue000", "\ue001"


def count_remote(html: str) -> tuple[int, int]:
    """(links, images) that lead elsewhere, counted without parsing."""
    kinds = [kind.casefold() for kind in _REMOTE.findall(html[:MAX_HTML])]
    return kinds.count("a"), kinds.count("img")


def html_to_text(html: str) -> Rendered:
    """The readable text of an HTML part: block elements as lines, `<blockquote>` as lines that begin with "> "."""
    html = html[:MAX_HTML].replace("\x00", "").replace(_OPEN, "").replace(_CLOSE, "")
    links, images = count_remote(html)
    if _is_deep(html):
        return Rendered(tidy(_stripped(html)), links, images)
    marked = _BLOCK_EDGE.sub(lambda edge: "\n" + edge[0], _one_space(html))
    marked = _QUOTE_OPEN.sub(_OPEN + "<blockquote", marked)
    marked = _QUOTE_CLOSE.sub("</blockquote>" + _CLOSE, marked)
    tree = LexborHTMLParser(marked)
    for node in tree.css(",".join([*_SILENT, "[hidden]"])):
        node.decompose()
    for node in tree.css("[style]"):
        if _UNSEEN.search("".join((node.attributes.get("style") or "").casefold().split())):
            node.decompose()
    root = tree.body or tree.root
    return Rendered(tidy(_lines(root.text(deep=True) or "")) if root is not None else "", links, images)


def _one_space(html: str) -> str:
    """Line ends of the source mean nothing, but those inside `<pre>` do."""
    pieces, end, inside = [], 0, False
    for edge in _PRE.finditer(html):
        piece = html[end : edge.start()]
        pieces.append(piece if inside else piece.replace("\r", " ").replace("\n", " "))
        end, inside = edge.start(), not edge[1]
    piece = html[end:]
    return "".join([*pieces, piece if inside else piece.replace("\r", " ").replace("\n", " ")])


def _is_deep(html: str) -> bool:
    """Could the nesting exceed what the parser does in linear time? Counted without parsing, from above."""
    if html.count("<") <= MAX_DEPTH:
        return False
    depth = 0
    for closing, name in _TAG.findall(html):
        if closing:
            depth = max(0, depth - 1)
        elif name.casefold() not in _VOID:
            depth += 1
            if depth > MAX_DEPTH:
                return True
    return False


def _stripped(html: str) -> str:
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
    return _lines(entities.unescape("".join(pieces)))


def _lines(text: str) -> str:
    """White space folded, at most one blank line in a row, and the marks of quotations made into "> "."""
    depth, lines = 0, [""]
    for line in text.split("\n"):
        depth_before = depth
        if _OPEN in line or _CLOSE in line:
            depth = max(0, depth + line.count(_OPEN) - line.count(_CLOSE))
            line = line.replace(_OPEN, "").replace(_CLOSE, "")
        line = _SPACES.sub(" ", line).strip()
        level = min(depth, depth_before) if not line else max(depth, depth_before)
        mark = ">" * min(level, 9)
        if line:
            lines.append(f"{mark} {line}" if mark else line)
        elif lines[-1] and lines[-1].strip(">"):
            lines.append(mark)
    return "\n".join(lines).strip()


# --- what the writer wrote

_SIGNATURE = re.compile(r"^--[ \t]*$", re.MULTILINE)
_DEVICE = re.compile(
    r"^(?:sent from (?:my|mail for|outlook|yahoo)|get outlook for|von meinem .{1,40} gesendet|gesendet (?:von|mit) |envoyé de(?:puis)? |"
    r"enviado (?:desde|do) |inviato da |verzonden vanaf |verstuurd vanaf |skickat från |sendt fra |wysłane z ).{0,80}\Z",
    re.IGNORECASE | re.MULTILINE,
)
_FORWARDED = re.compile(
    r"^[ \t]{0,8}(?:-{2,40}[ \t]{0,4}(?:original message|forwarded (?:message|by)|ursprüngliche nachricht|original-nachricht|"
    r"weitergeleitete nachricht|message (?:transféré|d'origine)|mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)|"
    r"mensagem (?:original|encaminhada)|oorspronkelijk bericht|doorgestuurd bericht|ursprungligt meddelande|opprinnelig melding|"
    r"wiadomość oryginalna|původní zpráva)|begin forwarded message:|anfang der weitergeleiteten |début du message réexpédié)",
    re.IGNORECASE | re.MULTILINE,
)
#: How mail programs introduce a quotation, each with the languages in which the reply parser is to look for it.
_REPLY_SIGNS = {
    "en": r"\bwrote:|^[*> ]*From: ",
    "de": r"\bschrieb\b|^[*> ]*Von: ",
    "fr": r"\ba écrit|^[*> ]*De ?: ",
    "it": r"\bha scritto|^[*> ]*Da: ",
    "es": r"\bescribi|^[*> ]*De: ",
    "pt": r"\bescreveu|^[*> ]*De: ",
    "nl": r"\bschreef\b|^[*> ]*Van: ",
    "sv": r"\bskrev\b|^[*> ]*Från: ",
    "da": r"\bskrev\b|^[*> ]*Fra: ",
    "pl": r"\bnapisa|^[*> ]*Od: ",
    "cs": r"\bnapsal|^[*> ]*Od: ",
}
_SIGNS = {language: re.compile(sign, re.IGNORECASE | re.MULTILINE) for language, sign in _REPLY_SIGNS.items()}
_ANY_SIGN = re.compile("|".join(_REPLY_SIGNS.values()) + r"|^_{20,}|^-{20,}", re.IGNORECASE | re.MULTILINE)
_INTRODUCES = re.compile(r"[:：]\s*\Z")
_WHO_OR_WHEN = re.compile(
    r"@|\d|wr[io]te|schr[ie]|écrit|escr|scritto|skrev|napsa|napisa|kirjoitti|пиш|писал|写道|寫道|さん", re.IGNORECASE
)


def own_text(text: str, forwarded: bool = False) -> str:
    """What the writer added: quotations, their introductions and the signature cut. Of a forwarded mail what stands above.

    Text below or between quotations is the writer's own and stays. Where nothing is left, everything was quotation.
    """
    if found := _FORWARDED.search(text):
        above = text[: found.start()].strip()
        text = above if above or forwarded else text
    if found := _SIGNATURE.search(text):
        text = text[: found.start()] if text[: found.start()].strip() else text
    if "\n>" in text or text.startswith(">") or "\n >" in text:
        text = _unquoted(text)
    if _ANY_SIGN.search(text):
        text = _latest(text)
    if len(text) > 20 and (found := _DEVICE.search(text, len(text) - min(len(text), 200))):
        text = text[: found.start()]
    return text.strip()


def _unquoted(text: str) -> str:
    """Without the lines that begin with ">", and without the lines that introduce them ("On … Carol wrote:")."""
    kept: list[str] = []
    quoting = False
    for line in text.split("\n"):
        if line.startswith(">") or line[:4].lstrip(" ").startswith(">"):
            if not quoting:
                _drop_introduction(kept)
            quoting = True
        elif line.strip() or not quoting:
            kept.append(line)
            quoting = False
    return "\n".join(kept)


def _drop_introduction(kept: list[str]) -> None:
    while kept and not kept[-1].strip():
        kept.pop()
    if not kept or not _INTRODUCES.search(kept[-1][-200:]):
        return
    for back in range(1, 4):  # the introduction may be folded
        lines = kept[-back:]
        if len(lines) < back or not lines[0].strip():
            break
        if _WHO_OR_WHEN.search(" ".join(line[:MAX_LINE] for line in lines)):
            del kept[-back:]
            kept.append("")
            break


def _latest(text: str) -> str:
    """What stands above a quotation that is not marked line by line, as Outlook leaves it."""
    text = text[:MAX_REPLY]
    lines = [line[:MAX_LINE].strip() for line in text.split("\n")]
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    languages = [language for language, sign in _SIGNS.items() if sign.search(body)]
    try:
        latest = EmailReplyParser(languages=languages or ["en"]).read(body).latest_reply
    except (re.error, RecursionError, ValueError, IndexError, AttributeError, TypeError):
        return body
    return latest or body
