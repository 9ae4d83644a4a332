"""Where a writer's own words end: at the line where they sign."""

from __future__ import annotations

#: Letters of a part of a name that may stand alone as a signature.
_MIN_SIGNED_NAME = 3
#: Characters beside a name on the line where somebody signs: indentation, dashes, the end of the line.
_MAX_AROUND_NAME = 40


def text_above_name(text: str, name: str) -> str:
    """What stands above the line with the writer's own name, or a part of it; all of it where there is no such line.

    Many mail programs set no delimiter (RFC 3676 § 4.3) above a signature: but people sign, and what they have their program add
    stands below.
    """
    full = " ".join(name.casefold().split())
    parts = {part for part in full.split() if len(part) >= _MIN_SIGNED_NAME}
    names = {full, *parts} - {""}
    folded = text.casefold()
    if not any(name in folded for name in parts or names):  # where none of its parts is, the whole is not
        return text
    longest = max(map(len, names), default=0) + _MAX_AROUND_NAME
    start = 0
    for n, line in enumerate(text.splitlines(keepends=True)):
        if n and len(line) <= longest and line.strip(" \t\r\n,.-–—*").casefold() in names:
            return text[:start]
        start += len(line)
    return text
