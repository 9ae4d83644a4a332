"""The fields that a form's notice lists: which label has which value, in any language and in the layouts that forms use.

A label is known by where it stands, not by its word: before a colon, an equals sign, a dash, a tab or a column's gap, in brackets, or
on a line of its own above its value. What matters of them is the visitor's address (RFC 5322 § 3.4) and the name beside it.
"""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from watcher.core.message.model import Address
from watcher.core.message.text import LINK, strip_accents

MAX_SEARCHED = 20_000  # characters: what a form or a forward says of its author stands on top
MAX_FIELDS = 100
_MAX_LABEL_LENGTH = 60
_MAX_LABEL_WORDS = 9
_MAX_NAME_LENGTH = 60
_MAX_NAME_WORDS = 5
_MAX_SMALL_WORDS = 3  # "carol jones": who writes no capitals
#: How many fields away from the address its owner's name may stand.
_NAME_DISTANCE = 4

#: Of RFC 5322's atoms those that people's addresses have: the rest stands in links.
ADDRESS = re.compile(r"[\w.!#$%&'*+~^-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
#: A line or value that holds one address and no words: with a name before it, with what programs add to make it a link, with a
#: telephone number behind it.
_ADDRESS_ALONE = re.compile(
    rf"\A(?P<name>[^@<>()\[\]/:=?&]{{0,80}}?)[ ,]{{0,2}}[\"'<(\[]{{0,2}}(?:mailto:)?(?P<address>{ADDRESS.pattern})[\"'>)\]]{{0,2}}"
    r"(?:[ ]?[<(\[](?:mailto:)?[^\s>)\]]{1,200}[>)\]]?)?[.,;/|]?(?P<more>[\d\s+()/.-]{0,30})\Z"
)
_BULLETS = " \t\xa0>*_#•·■□◆◇●○▼▽▶▪‣・※|\"'{"
_CLOSERS = " \t\xa0*_|\"',}"
_BRACKETED = re.compile(r"\A[【\[《「〔](?P<label>[^】\]》」〕]{1,60})[】\]》」〕][:：]?[ \t]*(?P<value>.{0,2000})\Z")
_LABEL = r"(?:\d{1,2}[.)][ ]?)?[^\W\d_]"
_COLON_FIELD = re.compile(
    rf"\A(?P<label>{_LABEL}[^:：﹕\n]{{0,59}}?)[*_\"]{{0,3}}[ \t\xa0]{{0,4}}[:：﹕][*_]{{0,3}}[ \t\xa0\"]*(?P<value>(?!//).{{0,2000}})\Z"
)
_SIGN_FIELD = re.compile(
    rf"\A(?P<label>{_LABEL}[^\n=\t|]{{0,39}}?)"
    r"(?:[ \t]{0,30}(?:=>?|->|→|\||\t|\.{3,60}|…{1,20})[ \t]{0,30}|[ ]{2,40}|[ ][-–—][ ])(?P<value>\S.{0,2000})\Z"
)
#: "email carol@customer.example": a word or two before an address that is all the rest of the line.
_ADDRESS_FIELD = re.compile(rf"\A(?P<label>{_LABEL}\S{{0,29}}(?: \S{{1,20}})?) (?P<value>{ADDRESS.pattern})\Z")
_BARE_FIELD = re.compile(r"\A(?P<label>[^\W\d_]{2,20}) (?P<value>\S.{0,2000})\Z")
_COLUMN_NAME = re.compile(r"\A[ \"']{0,2}[^\W\d][\w ./?*-]{0,39}[\"']?[ ]?\Z")
_MIN_COLUMNS = 3
_FIRST_LINES = 6  # that such a line is looked for in: farther down it is an imprint
_SENTENCE_END = (".", "!", ";", ",", "。", "！", "…")
_NAME = re.compile(r"[^\W\d_][^\d_@/\\:;!?<>()\[\]{}=|*&\"。！？]{0,59}\Z")
_CASED = re.compile(r"[^\W\d_]")
_PHONE = re.compile(r"\A(?:tel:)?[+0(（][\d\s()（）/.+-]{6,24}\Z")
_PHONE_DIGITS = re.compile(r"\d(?:[ ./-]?\d){6,12}\Z")
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:\D|\Z)")
_ELEMENT = re.compile(r"<(?P<name>[A-Za-z_][\w.-]{0,40})(?:\s[^<>]{0,200})?>(?P<text>[^<>]{1,4000})</(?P=name)>")
#: Lines and characters that may stand before the first field: a title, "you have a new message".
_MAX_HEADING_LINES, _MAX_HEADING_LENGTH = 4, 300
#: What a message has at the least; scripts without spaces have no words to count.
_MIN_MESSAGE_WORDS, _MIN_MESSAGE_LETTERS = 3, 6


class FormField(NamedTuple):
    """One label and its value; `start` and `end` count the lines of the text that are not blank, from 0."""

    label: str
    value: str
    start: int
    end: int
    stacked: bool = False  # the value stands on the line below

    @property
    def address(self) -> Address | None:
        """The address that is all its value."""
        return parse_address_alone(self.value)

    @property
    def is_telephone_number(self) -> bool:
        """Is its value a telephone number, written as people do (ITU-T E.123), or digits under a label that says so?"""
        return _is_telephone_number(self.value) or bool(
            _PHONE_DIGITS.match(self.value) and _telephone_label().match(self.label.casefold())
        )


class FormFields(NamedTuple):
    """All fields of one text, in their order, and its lines that are not blank."""

    fields: tuple[FormField, ...]
    lines: tuple[str, ...]

    @property
    def labels(self) -> frozenset[str]:
        """The different labels, case-folded."""
        return frozenset(field.label.casefold() for field in self.fields)

    def has_message(self, address: FormField) -> bool:
        """Does it say more than data: a field of some words, a question, or lines below the address that belong to no field?"""
        covered = {n for field in self.fields for n in range(field.start, field.end + 1)}
        below = [line for n, line in enumerate(self.lines) if n > address.end and n not in covered]
        said = [text for field in self.fields if field is not address for text in (field.label, field.value)]
        return any(_has_words(text) for text in (*said, *below))

    def is_form_shaped(self, field: FormField, max_length: int) -> bool:
        """Do the fields begin at the top, and do at most `max_length` characters outside them stand before this one?"""
        first = self.fields[0].start
        heading = self.lines[:first]
        if len(heading) > _MAX_HEADING_LINES or sum(map(len, heading)) > _MAX_HEADING_LENGTH:
            return False
        covered = {n for known in self.fields for n in range(known.start, known.end + 1)}
        between = [len(line) for n, line in enumerate(self.lines[first : field.start], first) if n not in covered]
        return sum(between) <= max_length


def _has_words(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    if text.endswith(("?", "？", "؟")):
        return True
    return (len(text.split()) >= _MIN_MESSAGE_WORDS or not text.isascii()) and letters >= _MIN_MESSAGE_LETTERS


def parse_address_alone(text: str) -> Address | None:
    """The one address that a line or a value holds, with the name before it; None where it holds other words too."""
    if "@" not in text or len(text) > 400:
        return None
    found = _ADDRESS_ALONE.match(text.strip(_BULLETS + ",;"))
    if found is None:
        return None
    name = found["name"].strip(" ,;\"'*-")
    if name and not (
        is_name_like(name) and (any(sign in found[0] for sign in "<([") or shares_name(name, found["address"]))
    ):
        return None  # words, and an address among them
    return Address(_lower_domain(found["address"]), name)


def _lower_domain(email: str) -> str:
    local, _, domain = email.strip(".'`").rpartition("@")
    return f"{local}@{domain.lower()}"


def find_addresses(text: str) -> list[Address]:
    """Every address in a text, in order, each once."""
    found = [Address(_lower_domain(match[0])) for match in ADDRESS.finditer(LINK.sub(" ", text[:MAX_SEARCHED]))]
    return list({address.key: address for address in found}.values())


def read_fields(text: str) -> FormFields:
    """The labels and values of a text; of layouts without a sign between them, those around an address."""
    lines = [line.strip() for line in text[:MAX_SEARCHED].split("\n") if line.strip(_BULLETS)]
    fields = _read_data(lines) or _read_stacked_fields(lines)
    covered = {n for field in fields for n in range(field.start, field.end + 1)}
    fields += _read_marked_fields(lines, covered)
    return FormFields(tuple(sorted(fields, key=lambda field: field.start)[:MAX_FIELDS]), tuple(lines))


def _read_data(lines: Sequence[str]) -> list[FormField]:
    """The fields of what programs write for programs: elements of XML, one object of JSON (RFC 8259), a line of names above one of
    values (RFC 4180)."""
    if lines and lines[0].startswith("<") and lines[-1].endswith(">"):
        return _read_elements("\n".join(lines), len(lines) - 1)
    if not lines or len(lines) > MAX_FIELDS:
        return []
    if lines[0].startswith("{") and lines[-1].endswith("}"):
        return _read_object("\n".join(lines), len(lines) - 1)
    sign = next((sign for sign in ",;\t" if lines[0].count(sign) >= _MIN_COLUMNS - 1), None)
    if sign is None or len(lines) < 2 or not all(_COLUMN_NAME.match(name) for name in lines[0].split(sign)):
        return []
    rows = _read_rows(lines[:2], sign)
    if len(rows) != 2 or len(rows[0]) != len(rows[1]):
        return []  # a quotation mark in a name may make one row of both
    labels, values = rows
    return [FormField(label.strip("\"'"), value, 1, 1) for label, value in zip(labels, values, strict=True) if value]


def _read_rows(lines: Sequence[str], sign: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=sign, skipinitialspace=True))
    except csv.Error:
        return []


def _read_object(text: str, end: int) -> list[FormField]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return []
    items = data.items() if isinstance(data, dict) else ()
    return [FormField(label, value, 0, end) for label, value in items if isinstance(value, str) and value]


def _read_elements(text: str, end: int) -> list[FormField]:
    """The elements that hold text alone, as portals for cars and houses send them (ADF, OpenImmo). Nothing is expanded."""
    found = [
        FormField(match["name"], html.unescape(match["text"]).strip(), 0, end) for match in _ELEMENT.finditer(text)
    ]
    return [each for each in found if each.value]


def _read_marked_fields(lines: Sequence[str], covered: set[int]) -> list[FormField]:
    found: list[FormField] = []
    position = 0
    while position < len(lines) and len(found) < MAX_FIELDS:
        split = _split_field(lines[position]) if position not in covered else None
        if split is None and position < _FIRST_LINES:
            split = _split_bare_field(lines, position)
        if split is None:
            position += 1
            continue
        label, value = split
        end = position
        below = position + 1
        if not value and below < len(lines) and below not in covered and _is_value_line(lines[below]):
            end, value = below, lines[below].strip(_BULLETS).strip(_CLOSERS)
        if value:
            found.append(FormField(label, value, position, end, end > position))
        position = end + 1
    return found


def _split_bare_field(lines: Sequence[str], position: int) -> tuple[str, str] | None:
    """Label and value of a line with nothing between them: a word or two before an address, or one small word beside such a line whose
    label is one, too ("name Carol Customer", "email carol@customer.example")."""
    if named := _ADDRESS_FIELD.match(lines[position]):
        return named["label"], named["value"]
    word = _BARE_FIELD.match(lines[position])
    beside = (*lines[max(0, position - 1) : position], *lines[position + 1 : position + 2])
    if (
        word
        and word["label"].islower()
        and any((named := _ADDRESS_FIELD.match(line)) and named["label"].islower() for line in beside)
    ):
        return word["label"], word["value"]
    return None


def _is_value_line(line: str) -> bool:
    """May it be what the label above it asks for? Another label is not."""
    split = _split_field(line)
    return split is None or not (split[1] == "" or len(line) < _MAX_LABEL_LENGTH)


def _split_field(line: str) -> tuple[str, str] | None:
    """Label and value of one line; None where it is neither. The value may be empty behind a colon or brackets."""
    plain = line.lstrip(_BULLETS)
    found = _BRACKETED.match(plain) or _COLON_FIELD.match(plain) or _SIGN_FIELD.match(plain)
    if (
        found is None
        or "@" in found["label"]
        or "//" in found["label"]
        or len(found["label"].split()) > _MAX_LABEL_WORDS
    ):
        return None
    return found["label"].strip(_BULLETS + _CLOSERS), found["value"].strip(_BULLETS).strip(_CLOSERS)


def _read_stacked_fields(lines: Sequence[str]) -> list[FormField]:
    """Labels above their values, without a sign: known by an address or a telephone number that stands alone below a short line."""

    def as_pair(at: int) -> FormField | None:
        if at < 0 or at + 1 >= len(lines) or _split_field(lines[at]) or _split_field(lines[at + 1]):
            return None
        label, value = (line.strip(_BULLETS).strip(_CLOSERS) for line in lines[at : at + 2])
        fits = len(label) <= _MAX_LABEL_LENGTH and not label.endswith(_SENTENCE_END) and "@" not in label
        return FormField(label, value, at, at + 1, True) if fits and _CASED.search(label) else None

    found: dict[int, FormField] = {}
    for n in range(1, len(lines)):
        anchor = as_pair(n - 1) if _is_contact(lines[n]) else None
        if anchor is None or n - 1 in found:
            continue
        found[n - 1] = anchor
        for step in (-2, 2):
            at = n - 1 + step
            while (pair := as_pair(at)) is not None and at not in found and len(found) < MAX_FIELDS:
                found[at] = pair
                at += step
    return list(found.values())


def _is_contact(line: str) -> bool:
    """Is the line one address, or one telephone number?"""
    if "@" in line:
        return parse_address_alone(line) is not None
    return _is_telephone_number(line)


@lru_cache(maxsize=1)
def _telephone_label() -> re.Pattern[str]:
    """How a field's label for a telephone number begins, in any language, case-folded."""
    from watcher.core.rules.languages.known import LANGUAGES  # data of 0.4 MB, which no start waits for

    return re.compile("|".join(words.telephone for words in LANGUAGES.values() if words.telephone))


def _is_telephone_number(text: str) -> bool:
    return _PHONE.match(text) is not None and (text.startswith("+") or _DATE.search(text) is None)


# --- the visitor's name


def is_name_like(text: str) -> bool:
    """Could this be a person's name: a few words, letters alone, no sentence?"""
    words = text.split()
    if all(word == word.casefold() and word != word.upper() for word in words) and len(words) > _MAX_SMALL_WORDS:
        return False
    if not words or len(words) > _MAX_NAME_WORDS or len(text) > _MAX_NAME_LENGTH or not _NAME.match(text):
        return False
    return not text.endswith((".", "!", "。")) or len(words[-1]) <= 4  # "Carol J.", "Carol Jr."


def _is_capitalised(text: str) -> bool:
    """Two words or more, each with a capital, as names are written and sentences are not."""
    words = text.split()
    return len(words) > 1 and all(word[0].isupper() for word in words)


def is_surely_name(name: str, email: str) -> bool:
    """Is it a name beyond doubt: the address agrees, its words have capitals, or its script knows none?"""
    uncased = name.casefold() == name.upper()
    return bool(name) and (shares_name(name, email) or _is_capitalised(name) or uncased)


def is_title(name: str, subject: str) -> bool:
    """Is it all that the subject says, but for what the site puts before it: "Our site: Garden room"?"""
    before, found, after = subject.rpartition(name)
    return bool(found) and not after.strip("\"'”»") and (not before or before.rstrip()[-1:] in ("", *"]:\"'“„«-–—"))


def shares_name(name: str, email: str) -> bool:
    """Does a word of the name stand in the local part of the address?"""
    local = _fold_letters(email.rpartition("@")[0])
    return any(len(word) > 2 and word in local for word in _fold_letters(name, keep_spaces=True).split())


def _fold_letters(text: str, keep_spaces: bool = False) -> str:
    return "".join(
        char for char in strip_accents(text) if char.isalpha() or (keep_spaces and (char.isspace() or char == "-"))
    ).replace("-", " ")


def guess_name(form: FormFields, field: FormField, address: Address) -> str:
    """The name of the address' owner: what stands before the address, or the field beside it that reads like a name; "" where
    none does. First and last name in two fields are put together."""
    if address.name and is_name_like(address.name):
        return address.name
    at = form.fields.index(field)
    if field.stacked and shares_name(field.label, address.email) and is_name_like(field.label):
        return field.label
    near = [*range(at - 1, at - 1 - _NAME_DISTANCE, -1), *range(at + 1, at + 1 + _NAME_DISTANCE)]
    near = [n for n in near if 0 <= n < len(form.fields) and is_name_like(form.fields[n].value)]
    telling = [n for n in near if shares_name(form.fields[n].value, address.email)]
    beside = [n for n in near if abs(n - at) == 1 and (n == 0 or " " in form.fields[n].value)]
    capitalised = [n for n in beside if _is_capitalised(form.fields[n].value)]
    chosen = (telling or capitalised or beside or [n for n in near if n == 0])[:1]
    if not chosen:
        return ""
    return _join_name_parts(form.fields, chosen[0], telling)


def _join_name_parts(fields: Sequence[FormField], at: int, telling: Sequence[int]) -> str:
    """The field's value, and that of a neighbour which is the other half of the name."""
    value = fields[at].value
    for other in (at - 1, at + 1):
        if not 0 <= other < len(fields) or len(value.split()) > 1 or not is_name_like(fields[other].value):
            continue
        if len(fields[other].value.split()) > 1 or not (
            other in telling or _share_word(fields[at].label, fields[other].label)
        ):
            continue
        first, last = sorted((at, other))
        return f"{fields[first].value} {fields[last].value}"
    return value


def _share_word(one: str, other: str) -> bool:
    """First name and last name, Vorname and Nachname, Prénom and Nom: such labels end alike."""
    one, other = (re.sub(r"\W+\Z", "", label.casefold()) for label in (one, other))
    return one != other and len(one) > 2 and len(other) > 2 and one[-3:] == other[-3:]
