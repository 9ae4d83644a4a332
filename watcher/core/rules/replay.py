"""What other rules would have decided: of each message what was decided and what would be → what differs, by the rules that spoke.

A verdict is compared as it is before the thread is known: that is the part that rules have in a decision. Only its effects count. A
rule with another name that decides the same is no difference, and neither is its reason.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from watcher.core.rules.model import Verdict

#: Examples of a group that are shown.
MAX_EXAMPLES = 3
#: Effect → what it is where a record does not name it: what is as usual is left out of the ledger.
_USUAL: Mapping[str, Any] = {
    "kind": "inquiry",
    "attention": "answer",
    "ack": True,
    "customer": None,
    "owner": None,
    "ladder": None,
    "template": "acknowledgement",
    "tags": (),
}
#: In the order in which they are shown.
EFFECTS = tuple(_USUAL)
#: What no saved verdict can do without.
_NEEDED = ("kind", "attention", "ack")


class Baseline(StrEnum):
    """What a message is compared with."""

    LEDGER = "ledger"  # what was decided when it came
    RULES = "rules"  # what the configured rules say now: the ledger does not know
    FILE = "file"  # what a file of saved verdicts says


@dataclass(frozen=True, slots=True)
class RecordedVerdict:
    """The effects of a verdict under the names of `EFFECTS`, and the rule that spoke; "": none did. One that was saved by a program
    that knew less has fewer effects."""

    rule: str
    effects: Mapping[str, Any]

    def differing_effects(self, other: RecordedVerdict) -> tuple[str, ...]:
        """The effects that both name and that are not the same."""
        return tuple(
            name
            for name in EFFECTS
            if name in self.effects and name in other.effects and self.effects[name] != other.effects[name]
        )


def record_verdict(verdict: Verdict) -> RecordedVerdict:
    """The effects of this verdict. Which letter is sent matters only where one is."""
    effects = {
        "kind": str(verdict.kind),
        "attention": str(verdict.attention),
        "ack": verdict.ack,
        "customer": verdict.customer.key if verdict.customer else None,
        "owner": verdict.owner,
        "ladder": verdict.ladder,
        "template": verdict.template if verdict.ack else _USUAL["template"],
        "tags": tuple(verdict.tags),
    }
    return RecordedVerdict(verdict.rule, effects)


def encode_verdict(verdict: Verdict) -> str:
    """A verdict as the ledger keeps it: JSON of what is not as usual."""
    recorded = record_verdict(verdict)
    unusual = {name: value for name, value in recorded.effects.items() if value != _USUAL[name]}
    return json.dumps(unusual, ensure_ascii=False, separators=(",", ":"))


def decode_verdict(rule: str, text: str) -> RecordedVerdict:
    """What `encode_verdict` made. ValueError: it is something else."""
    unusual = json.loads(text)
    return RecordedVerdict(
        rule, {**_USUAL, **_checked_effects(unusual if isinstance(unusual, dict) else {text: unusual})}
    )


def verdict_row(recorded: RecordedVerdict) -> dict[str, Any]:
    """A verdict as a file keeps it: every effect by name, and the rule."""
    return {"rule": recorded.rule, **recorded.effects}


def read_verdict_row(row: Mapping[str, Any]) -> RecordedVerdict:
    """What `verdict_row` or `classify --json` wrote. ValueError: an effect is missing or none of its kind."""
    for name in _NEEDED:
        if name not in row:
            raise ValueError(f"no {name}")
    effects = _checked_effects({name: row[name] for name in EFFECTS if name in row})
    if not effects["ack"]:
        effects.pop("template", None)
    customer = effects.get("customer")
    if customer is not None:
        effects["customer"] = customer.casefold()
    rule = row.get("rule")
    return RecordedVerdict(rule if isinstance(rule, str) else "", effects)


def _checked_effects(values: Mapping[str, Any]) -> dict[str, Any]:
    for name, value in values.items():
        if name not in _USUAL or not _is_of_kind(name, value):
            raise ValueError(f"{name} = {value!r}")
    return {**values, **({"tags": tuple(values["tags"])} if "tags" in values else {})}


def _is_of_kind(name: str, value: Any) -> bool:
    if name == "ack":
        return isinstance(value, bool)
    if name == "tags":
        return isinstance(value, list) and all(isinstance(tag, str) for tag in value)
    return isinstance(value, str) or (value is None and _USUAL[name] is None)


# --- what differs


@dataclass(frozen=True, slots=True)
class ReplayedMessage:
    """One message, what was decided and what would be."""

    mailbox: str
    message_id: str
    fingerprint: str
    location: str  # folder and UID, or the file
    received_at: datetime
    sender: str
    subject: str
    before: RecordedVerdict
    after: RecordedVerdict
    baseline: Baseline
    why: str = ""  # of `after`

    @property
    def differing_effects(self) -> tuple[str, ...]:
        """Empty where other rules would have changed nothing."""
        return self.before.differing_effects(self.after)


@dataclass(frozen=True, slots=True)
class ReplayCounts:
    """How many messages were compared with what, and how many could not be."""

    ledger: int = 0
    rules: int = 0
    file: int = 0
    unreadable: int = 0
    unsaved: int = 0  # the file of saved verdicts does not know them

    @property
    def compared(self) -> int:
        """All that were."""
        return self.ledger + self.rules + self.file

    def with_one_more(self, name: str) -> ReplayCounts:
        """One message more under this name of a field."""
        return replace(self, **{name: getattr(self, name) + 1})


@dataclass(slots=True)
class DifferenceGroup:
    """The messages that went from one rule to another; "": no rule spoke. Counts, and the first examples: a mailbox may be large."""

    rule_before: str
    rule_after: str
    count: int = 0
    changes: Counter[str] = field(default_factory=Counter)  # "attention answer → none": in how many
    examples: list[ReplayedMessage] = field(default_factory=list)

    def add_message(self, message: ReplayedMessage) -> None:
        """One message more."""
        self.count += 1
        for name in message.differing_effects:
            before, after = _format_value(message.before.effects[name]), _format_value(message.after.effects[name])
            self.changes[f"{name} {before} → {after}"] += 1
        if len(self.examples) < MAX_EXAMPLES:
            self.examples.append(message)


class Differences:
    """What differs, by the rules that spoke."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str, str], DifferenceGroup] = {}

    def add_message(self, message: ReplayedMessage) -> None:
        """One message more that differs."""
        names = message.before.rule, message.after.rule
        self._groups.setdefault(names, DifferenceGroup(*names)).add_message(message)

    @property
    def message_count(self) -> int:
        """How many messages."""
        return sum(group.count for group in self._groups.values())

    def list_groups(self) -> list[DifferenceGroup]:
        """The largest first."""
        return sorted(self._groups.values(), key=lambda group: (-group.count, group.rule_before, group.rule_after))


def _format_value(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(value) or "-" if isinstance(value, tuple) else str(value or "-")
