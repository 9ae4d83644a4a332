"""An HTML part → the text a person sees, rendered by a parser, not by patterns. Bounded, linear, never raises.

Deep nesting makes every HTML parser slow: it is measured first, and such HTML merely loses its tags.
"""

from __future__ import annotations

import html as entities
import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from watcher.core.message.text import normalise_text

MAX_HTML_LENGTH = 256 * 1024
MAX_HTML_DEPTH = 500  # of HTML elements


class RenderedHtml(NamedTuple):
    """Text of an HTML part (https://html.spec.whatwg.org), and how much of it is links and pictures from elsewhere."""

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
#: A quotation in more quotations than these has as many marks.
MAX_QUOTE_DEPTH = 9
#: Private-use characters that stand for the edges of a quotation while the parser works; the input is cleaned of them.
_QUOTE_START_MARK, _QUOTE_END_MARK = "\ue000", "\ue001"


def count_remote_references(html: str) -> tuple[int, int]:
    """(links, images) that lead elsewhere in the first 256 · 1024 characters, counted without parsing."""
    kinds = [kind.casefold() for kind in _REMOTE.findall(html[:MAX_HTML_LENGTH])]
    return kinds.count("a"), kinds.count("img")


def html_to_text(html: str) -> RenderedHtml:
    """The readable text of an HTML part: block elements as lines, `<blockquote>` as lines that begin with "> ".

    Of the HTML so many characters are read as MAX_HTML_LENGTH says. Never raises.
    """
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
