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
    places = [place for name in parts or names if (place := folded.find(name)) >= 0]
    if not places:  # where none of its parts is, the whole is not
        return text
    longest = max(map(len, names), default=0) + _MAX_AROUND_NAME
    is_aligned = len(folded) == len(text)  # no letter became two
    start = text.rfind("\n", 0, min(places)) + 1 if is_aligned else 0
    for line in text[start:].splitlines(keepends=True):
        if start and len(line) <= longest and line.strip(" \t\r\n,.-–—*").casefold() in names:
            return text[:start]
        start += len(line)
    return text
