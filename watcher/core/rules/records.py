"""Is a letter a record: lines of labels and values, or of numbers, rather than sentences? So machines report, and so firms order."""

from __future__ import annotations

import re

from watcher.core.message.model import Facts

_LABELLED = re.compile(r"[^\w\n]{0,3}[^\W\d_][^:：\n]{0,34}[:：][^\S\n]*\S")
_DIGIT = re.compile(r"\d")
_SENTENCE_END = re.compile(r"[.!?。！？]\Z")
_MAX_LABELLED_LINE, _MAX_NUMBERED_LINE, _MAX_HEADING = 110, 90, 30  # characters
_MIN_RECORD_LINES = 2
#: "Payments: 9. Gross 6,480. Fee 64.80. Transferred 8-10-2025.": pieces of one line, and words of each; all but one have a figure.
_PIECE_END = re.compile(r"[.;|]\s+")
_MIN_PIECES, _MAX_PIECE_WORDS = 3, 4
_MAX_RECORD_LENGTH = 4000  # characters of own text
_NUMBER = re.compile(r"\d{4,}")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


def is_record(facts: Facts) -> bool:
    """Is the text lines of labels and values, or of numbers, rather than sentences?"""
    text = facts.own_text.strip()
    if len(text) > _MAX_RECORD_LENGTH:
        return False
    lines = [stripped for line in text.split("\n") if (stripped := line.strip())]
    rows = told = prose = 0
    for line in lines:
        has_figure = _DIGIT.search(line) is not None
        if has_figure and _is_row(line):
            rows += 1
        elif not (_is_labelled(line) or (has_figure and _is_numbers(line))):
            told += 1
            prose += len(line) > _MAX_HEADING
    return len(lines) - told + rows >= max(_MIN_RECORD_LINES, prose)


def names_attached_document(facts: Facts) -> bool:
    """Does the name of an attached file bear the number that the subject names, and is that no year? So systems send what they
    print: "Invoice 778120" and "invoice_778120.pdf"."""
    if not facts.attachments:
        return False
    numbers = {number for number in _NUMBER.findall(facts.subject) if not _YEAR.match(number)}
    return any(not numbers.isdisjoint(_NUMBER.findall(name)) for name in facts.attachments)


def _is_row(line: str) -> bool:
    pieces = _PIECE_END.split(line)
    figured = sum([_DIGIT.search(piece) is not None for piece in pieces])
    return (
        len(pieces) >= _MIN_PIECES
        and figured >= len(pieces) - 1
        and max([len(piece.split()) for piece in pieces]) <= _MAX_PIECE_WORDS
    )


def _is_labelled(line: str) -> bool:
    has_colon = ":" in line or "：" in line  # that costs less than the pattern
    return has_colon and len(line) < _MAX_LABELLED_LINE and _LABELLED.match(line) is not None


def _is_numbers(line: str) -> bool:
    """Does a line with a figure end as no sentence does?"""
    return len(line) <= _MAX_NUMBERED_LINE and not _SENTENCE_END.search(line)
