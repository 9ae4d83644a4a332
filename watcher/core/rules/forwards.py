"""Who wrote what a colleague forwards: by the message that is attached, or by the header block that mail programs put above it.

The words before the sender are data (`[[forward]]` in rule files, RFC 5322 § 3.6 names no translations). A block of three header
lines is known without them: one names somebody outside, another a time of day or one of our own addresses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from watcher.core.message.headers import parse_addresses
from watcher.core.message.model import Address, Facts
from watcher.core.rules.form_fields import MAX_SEARCHED, find_addresses

TABLE_KEYS = ("language", "from")
#: Known whatever the rule files hold: what a program writes that was never translated.
_UNTRANSLATED = "from"
_LINE = re.compile(
    r"[ \t>*|\xa0]{0,20}(?P<label>[^\W\d_][^:：\n@]{0,39}?)[*\s]{0,4}[:：][*\s]{0,4}(?P<value>[^\n]{0,300})\Z"
)
_TIME = re.compile(r"\d{1,2}[:.時]\d{2}(?!\d)|\d{4}")
_BLANK = re.compile(r"[\s>*|_=-]*\Z")
#: "-------- Forwarded message --------", in whatever language.
_TITLE = re.compile(r"[ \t>]{0,8}[-–—_=*]{3,60}[^\n]{0,80}\Z|[ \t>]{0,8}[^\n:：]{3,60}[:：]\s*\Z")
#: A mail that was dragged out of Outlook: nobody here can read whose it is ([MS-OXMSG]).
_OUTLOOK_FILE = re.compile(r"\.msg\Z", re.IGNORECASE)
_MAX_LINE = 400  # characters of one line
_MIN_BLOCK_LINES = 3
_MAX_BLOCK_LINES = 12
#: A prefix that says "answered" in one language and "passed on" in others: Finnish, and Danish and Norwegian.
_AMBIGUOUS_PREFIX = re.compile(r"\s*vs\s*:", re.IGNORECASE)
_ANSWERED_LABELS = frozenset({"lähettäjä"})

ProblemReporter = Callable[[tuple[str | int, ...], str], None]


@dataclass(frozen=True)
class ForwardLabels:
    """The words by which mail programs name the sender in the header block of what they forward, case-folded."""

    senders: frozenset[str] = frozenset({_UNTRANSLATED})


class HeaderBlock(NamedTuple):
    """One header block of a forwarded message. Lines count from 0; `end` is the first one behind it."""

    sender_label: str  # case-folded; "" where the block is known without it
    senders: tuple[Address, ...]  # () where only a name stands there
    start: int
    end: int


class ForwardedMail(NamedTuple):
    """What somebody passes on. `author` None: it is a forward, and nothing tells the address of who wrote it."""

    author: Address | None


def compile_labels(tables: list[dict[str, Any]]) -> ForwardLabels:
    """All [[forward]] tables of all files as one."""
    words = {word.strip().casefold() for table in tables for word in table.get("from", ())}
    return ForwardLabels(frozenset({*words, _UNTRANSLATED}))


def validate_table(table: Any, here: tuple[str | int, ...], report: ProblemReporter) -> bool:
    """Tells everything that is wrong with one [[forward]] table; True when nothing is."""
    if not isinstance(table, dict):
        report(here, "words of forwarded mail are written as [[forward]], with double brackets")
        return False
    good = True
    for key, value in table.items():
        if key not in TABLE_KEYS:
            report((*here, key), f'forward: unknown key "{key}"; there are {", ".join(TABLE_KEYS)}')
            good = False
        elif key == "language" and not isinstance(value, str):
            report((*here, key), "forward: language takes a text")
            good = False
        elif key == "from" and (
            not isinstance(value, list) or not all(isinstance(word, str) and _is_label(word) for word in value)
        ):
            report((*here, key), "forward: from takes a list of words, without a colon")
            good = False
    if not table.get("from"):
        report(here, "forward: from is missing: the words before the sender")
        good = False
    return good


def _is_label(word: str) -> bool:
    return 0 < len(word.strip()) <= 40 and not any(sign in word for sign in ":：@\n")


def find_forwarded_mail(
    facts: Facts, labels: ForwardLabels, is_ours: Callable[[Address], bool]
) -> ForwardedMail | None:
    """What a message forwards, and who wrote it: the first one outside, or whom they passed on without a word of their own.

    None where nothing is forwarded, or only what we wrote.
    """
    if facts.enclosed is not None and (author := _find_enclosed_author(facts, is_ours)):
        return ForwardedMail(author)
    lines = facts.text[:MAX_SEARCHED].split("\n")
    blocks = list(_find_blocks(lines, labels, is_ours))
    if not _is_forward(facts, blocks):
        return None
    if author := _choose_author(lines, blocks, is_ours):
        return ForwardedMail(author)
    if any(not block.senders for block in blocks) or facts.is_forward:
        below = "\n".join(lines[blocks[0].start :] if blocks else lines)
        named = [address for address in find_addresses(below) if not is_ours(address)]
        if named or blocks:
            return ForwardedMail(named[0] if named else None)
    return ForwardedMail(None) if any(map(_OUTLOOK_FILE.search, facts.attachments)) else None


def _is_forward(facts: Facts, blocks: list[HeaderBlock]) -> bool:
    """Is it written anew, not an answer to something? An answer quotes the same block, and names what it answers
    (RFC 5322 § 3.6.4)."""
    if facts.is_forward or not (facts.in_reply_to or facts.references):
        return True
    ambiguous = _AMBIGUOUS_PREFIX.match(facts.subject) is not None
    return ambiguous and bool(blocks) and blocks[0].sender_label not in _ANSWERED_LABELS


def _find_enclosed_author(facts: Facts, is_ours: Callable[[Address], bool]) -> Address | None:
    enclosed = facts.enclosed
    assert enclosed is not None
    outside = [address for address in (*enclosed.from_, *enclosed.reply_to) if not is_ours(address)]
    return outside[0] if outside and len(enclosed.from_) == 1 else None


def _choose_author(lines: list[str], blocks: list[HeaderBlock], is_ours: Callable[[Address], bool]) -> Address | None:
    chosen: Address | None = None
    end = 0
    for block in blocks:
        outside = [address for address in block.senders if not is_ours(address)]
        if chosen is not None and not all(map(_is_no_word, lines[end : block.start])):
            break
        if outside:
            chosen = outside[0]
        elif chosen is not None:
            break
        end = block.end
    return chosen


def _is_no_word(line: str) -> bool:
    return _BLANK.match(line) is not None or _TITLE.match(line) is not None


def _find_blocks(lines: list[str], labels: ForwardLabels, is_ours: Callable[[Address], bool]) -> Iterator[HeaderBlock]:
    position, headers = 0, [_LINE.match(line[:_MAX_LINE]) for line in lines]
    while position < len(lines):
        end, fields = _read_run(lines, headers, position)
        block = _read_block(fields, position, end, labels, is_ours) if fields else None
        if block is not None:
            yield block
            position = block.end
        else:
            position += 1


def _read_run(lines: list[str], headers: list[re.Match[str] | None], start: int) -> tuple[int, list[tuple[str, str]]]:
    """The header lines that begin here: up to two lines without a label between them are folded values or blank."""
    found: list[tuple[str, str]] = []
    end, gap = start, 0
    for n in range(start, min(len(lines), start + 2 * _MAX_BLOCK_LINES)):
        header = headers[n]
        if header is not None:
            found.append((header["label"].strip().casefold(), header["value"].strip()))
            end, gap = n + 1, 0
            continue
        gap += 1
        if not found or gap > 1 or len(found) >= _MAX_BLOCK_LINES:
            break
        if not found[-1][1] or lines[n].lstrip(" \t>").startswith("<"):
            found[-1] = (found[-1][0], f"{found[-1][1]} {lines[n].strip()}")
            end, gap = n + 1, 0
    return end, found


def _read_block(
    fields: list[tuple[str, str]], start: int, end: int, labels: ForwardLabels, is_ours: Callable[[Address], bool]
) -> HeaderBlock | None:
    for label, value in fields[:3]:
        if label in labels.senders and value:
            senders = _parse_sender(value)
            if senders or len(fields) >= _MIN_BLOCK_LINES:
                return HeaderBlock(label, senders, start, end)
    if len(fields) < _MIN_BLOCK_LINES or not any("@" in value for _, value in fields):
        return None
    parsed = [_parse_sender(value) for _, value in fields]
    ours = any(is_ours(address) for senders in parsed for address in senders)
    timed = any(_TIME.search(value) and not senders for (_, value), senders in zip(fields, parsed, strict=True))
    outside = next((senders for senders in parsed if senders and not is_ours(senders[0])), None)
    return HeaderBlock("", outside, start, end) if outside and ours and timed else None


def _parse_sender(value: str) -> tuple[Address, ...]:
    """The addresses of a header line as mail programs show it: "[mailto:carol@customer.example]", "carol@…<mailto:…>"."""
    if "@" not in value:
        return ()
    plain = " ".join(value.replace("[mailto:", "<").replace("<mailto:", "<").replace("]", ">").split())
    found = tuple(address for address in parse_addresses(plain) if "@" in address.email)
    return found or tuple(find_addresses(value))
