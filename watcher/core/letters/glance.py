"""What stands under "For a glance" in a digest: mail that may be an inquiry and may be none, one line each.

Pure. What a stranger wrote is cleaned, shortened and isolated here; nothing in it is a link.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from watcher.core.inquiry import old_mail
from watcher.core.letters import links
from watcher.core.letters.wording import Words
from watcher.core.message.foreign_text import safe_foreign_text
from watcher.core.rules.codes import SUPPRESSION_TABLE, SuppressionCode, TrackingEffect

#: Above so many of one sender, or for one reason, they share a line: else one sender fills the part.
MAX_UNGROUPED = 5
MAX_LINES = 15
MAX_SENDER = 60
MAX_SUBJECT = 80
MAX_WHY = 100
#: Numbers that a shared line lists; `watcher review` has the rest.
MAX_NUMBERS = 8


@dataclass(frozen=True, slots=True)
class Glance:
    """One message that was set aside. `number` is that of its ledger entry, shown as `R12`."""

    number: int
    sender: str
    subject: str
    why: str  # in English, or an owner's own words
    rule: str = ""  # whose reason it is; "": the table's
    codes: tuple[str, ...] = ()  # those of `SuppressionCode` that apply


@dataclass(frozen=True, slots=True)
class GlanceLine:
    """One line: a message of its own, or all of one sender, or all with one reason."""

    glances: Sequence[Glance]
    is_same_sender: bool = True


def group_glances(glances: Iterable[Glance]) -> list[GlanceLine]:
    """All lines, in the order of their first message. A sender is tried before a reason: it says more. Old mail that an import put
    into a folder is one line, however little it is."""
    ordered = sorted(glances, key=lambda glance: glance.number)
    appeared = _group_by_key((glance.why, glance) for glance in ordered if glance.why.startswith(old_mail.APPEARED))
    ordered = [glance for glance in ordered if glance.why not in appeared]
    by_sender = _group_by_key((glance.sender, glance) for glance in ordered)
    senders = {sender for sender, group in by_sender.items() if len(group) > MAX_UNGROUPED}
    by_reason = _group_by_key((glance.rule or glance.why, glance) for glance in ordered if glance.sender not in senders)
    lines = [GlanceLine(by_sender[sender]) for sender in senders]
    lines += [GlanceLine(group, is_same_sender=len(group) == 1) for group in appeared.values()]
    for group in by_reason.values():
        if len(group) > MAX_UNGROUPED:
            lines.append(GlanceLine(group, is_same_sender=False))
        else:
            lines += [GlanceLine([glance]) for glance in group]
    return sorted(lines, key=lambda line: line.glances[0].number)


def _group_by_key(pairs: Iterable[tuple[str, Glance]]) -> dict[str, list[Glance]]:
    groups: dict[str, list[Glance]] = defaultdict(list)
    for key, glance in pairs:
        groups[key].append(glance)
    return groups


def lines_with_room(glances: Iterable[Glance]) -> list[GlanceLine]:
    """The lines that a digest has room for, the oldest first: what has none comes first the next time."""
    return group_glances(glances)[:MAX_LINES]


def glance_variables(glances: Sequence[Glance], digest: links.DigestLinks) -> dict[str, Any]:
    """`glances`: the lines that have room; `glances_more`: how many messages stand on none of them."""
    lines = lines_with_room(glances)
    shown = sum(len(line.glances) for line in lines)
    return {
        "glances": [_line_variables(line, digest) for line in lines],
        "glances_more": len(glances) - shown,
    }


def _line_variables(line: GlanceLine, digest: links.DigestLinks) -> dict[str, Any]:
    """One line under the names of `glances` in TEMPLATE_VARIABLES[DIGEST]."""
    first, count, words = line.glances[0], len(line.glances), digest.words
    numbers = ", ".join(f"R{glance.number}" for glance in line.glances[:MAX_NUMBERS])
    action = digest.make_button(words.say("act_promote"), f"R{first.number} inquiry")
    reasons = {_say_why(glance, words) for glance in line.glances}
    has_one_reason = len(reasons) == 1 or not line.is_same_sender  # what a rule says of each differs by its points
    return {
        "numbers": numbers + (", …" if count > MAX_NUMBERS else ""),
        "who": safe_foreign_text(first.sender, MAX_SENDER) or words.say("unknown_sender")
        if line.is_same_sender
        else "",
        "subject": safe_foreign_text(first.subject, MAX_SUBJECT) or words.say("no_subject")
        if count == 1
        else words.say("glance_messages", n=count),
        "why": safe_foreign_text(_say_why(first, words), MAX_WHY) if has_one_reason else "",
        "actions": [action] if count == 1 else [],
    }


def _say_why(glance: Glance, words: Words) -> str:
    """Why it was set aside, in the reader's language where it has words for it. An owner's rule is said in the owner's."""
    for english, said in words.glances.items():
        if english in glance.why:
            return said + glance.why.removeprefix(english) if english == old_mail.APPEARED else said
    if glance.rule:
        return glance.why
    known = [SuppressionCode(code) for code in glance.codes if code in words.reasons and code in SUPPRESSION_TABLE]
    doubts = [code for code in known if code.meaning.effect is not TrackingEffect.ALLOWS]
    return next((words.reasons[code] for code in (*doubts, *known)), glance.why)
