"""Text of a form's notice → its fields: "label: value" lines, labels above their values, cells of a table. In no language.

Nothing here asks what a label says. An address that stands alone as a value is the author's, and what looks like a name and stands
closest to it is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

MAX_LINES = 200  # what a form says of its author stands on top
MAX_LABEL = 40
_MIN_PAIRS = 2  # labels that stand above their values, before they count

_LABELLED_LINE = re.compile(
    r"\A[>*•·|+\-–— ]{0,6}(?P<label>[^\W\d_][^:：=\t|@]{0,39}?)[ *]{0,3}"
    r"(?:[:：]\*{0,2}|[ ]?=[ ]|\t+|[ ]?\|[ ]?|[ ]{3,}|[ ][–—-][ ])[ *]*(?P<value>\S.{0,299})\Z"
)
_BARE_LABEL = re.compile(r"\A[>*•·+\-–— ]{0,6}(?P<label>[^\W\d_][^@]{0,39}?)[ *]{0,3}[:：?？*]{0,3}\Z")
_ADDRESS = r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
#: All that an e-mail field says; what programs add to make it a link is no more.
_ADDRESS_ALONE = re.compile(
    rf"\A[\"'<(\[]?(?:mailto:)?(?P<address>{_ADDRESS})[\"'>)\]]?(?:[ ]?[<(\[](?:mailto:)?\S{{1,200}}[>)\]])?\Z"
)
#: One to four words of letters, each with a capital where the script has any: "Wendy Thorpe", "Óscar", "趙敏", "Mrs. van der Meer".
_NAME = re.compile(r"\A(?:[^\W\d_][^\W\d_.'’-]*[.'’-]?[^\W\d_'’-]*[ ]?){1,5}\Z")
_MAX_NAME = 40


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form, as its notice shows it."""

    label: str
    value: str

    @property
    def address(self) -> str:
        """The e-mail address that is all its value says; "" where it says anything else."""
        found = _ADDRESS_ALONE.match(self.value)
        return str(found["address"]) if found else ""


def read_form_fields(text: str) -> list[FormField]:
    """The fields in their order; [] where the text is none of a form. Lines without a label are of nobody's field."""
    lines = [line.strip() for line in text.splitlines()[:MAX_LINES] if line.strip()]
    labelled = _read_labelled_lines(lines)
    stacked = _read_stacked_lines(lines)
    if any(field.address for field in labelled) or len(labelled) >= len(stacked):
        return labelled
    return stacked


def find_author_name(fields: Sequence[FormField], place: int) -> str:
    """The name of the one whose address is the value of field `place`: what looks like one, before it or else behind it; "" for none.

    Two fields of one word each that stand together are first and last name.
    """
    places: list[int] = [*range(place - 1, -1, -1), *range(place + 1, min(place + 3, len(fields)))]
    for n in places:
        name, before = fields[n].value, fields[n - 1].value if n else ""
        if not _is_name(name):
            continue
        if n < place and " " not in name and " " not in before and _is_name(before):
            return f"{before} {name}"
        return name
    return ""


def _read_labelled_lines(lines: Sequence[str]) -> list[FormField]:
    fields: list[FormField] = []
    for n, line in enumerate(lines):
        found = _LABELLED_LINE.match(line)
        if found and not found["value"].startswith("//"):
            fields.append(FormField(found["label"].strip(), found["value"].strip()))
        elif line[-1] in ":：" and len(line) <= MAX_LABEL and n + 1 < len(lines) and "@" not in line:
            below = lines[n + 1]
            if below[-1] not in ":：" and not _LABELLED_LINE.match(below):
                fields.append(FormField(line.rstrip(":：* "), below))
    return fields


def _read_stacked_lines(lines: Sequence[str]) -> list[FormField]:
    """Labels above their values without a colon: told by an address that stands alone below a label, and by pairs like it around it."""
    place = next((n for n, line in enumerate(lines) if n and _ADDRESS_ALONE.match(line)), None)
    if place is None:
        return []
    first = place - 1
    while first >= 2 and _is_bare_label(lines[first - 2]):
        first -= 2
    fields: list[FormField] = []
    for n in range(first, len(lines) - 1, 2):
        if not _is_bare_label(lines[n]):
            break
        fields.append(FormField(lines[n].rstrip(":：* "), lines[n + 1]))
    return fields if len(fields) >= _MIN_PAIRS else []


def _is_bare_label(line: str) -> bool:
    return _BARE_LABEL.match(line) is not None


def _is_name(value: str) -> bool:
    if len(value) > _MAX_NAME or _NAME.match(value) is None:
        return False
    first = value[0]
    return first.isupper() or first.lower() == first.upper()
