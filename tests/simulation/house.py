"""The house of the simulated world, as its configuration says: its mailboxes, its people, its steps and its letters. An account
is known to the world by a name that never changes, and to the daemon by whatever its configuration calls it today.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from zoneinfo import ZoneInfo

from tests.samples import TEMPLATE_TEXTS, always_open, policy
from tests.simulation.people import ANNA, BEN, INFO, SALES
from watcher.core import hours
from watcher.core.health.model import MailboxIdentity
from watcher.core.inquiry import decide, ladder
from watcher.core.inquiry.model import AcknowledgementLimits
from watcher.core.inquiry.roster import Person
from watcher.core.letters.templates import TemplateSet
from watcher.core.message.model import Address, OwnIdentity
from watcher.core.rules import rules
from watcher.service.answers import CommandConfig
from watcher.service.digest_writer import ReminderConfig
from watcher.service.message_intake import IntakeConfig

#: Small ones: what letters look like is tested elsewhere, and thirty days of them are many.
TEMPLATE_SOURCES = {
    **TEMPLATE_TEXTS,
    "acknowledgement.txt": "Subject: We have your mail\n\nYou hear from us{% if promise %} {{ promise }}{% endif %}.\n",
    "digest.txt": "Subject: {{ headline }}\n\n{{ headline }}\n"
    "{% for item in items %}{{ item.number }} {{ item.subject }} {{ item.acknowledged }}\n{% endfor %}"
    "{% for item in short_items %}{{ item.number }} {{ item.subject }}\n{% endfor %}"
    "{% for glance in glances %}{{ glance.numbers }} {{ glance.subject }}\n{% endfor %}\n",
    "digest.html": "<p>{{ headline }}</p>\n",
    "alert.txt": "Subject: {{ title }}\n\n{{ title }} {{ advice }}\n",
}
TEMPLATES = TemplateSet(TEMPLATE_SOURCES)
SLOTS = (time(9, 0),)
#: Hours until the nags of the two ladders that the house has by turns. Slow, so that thirty days are not all digests.
STEPS = ((2, 24, 48), (1, 12, 36))
ADDRESSES = {"sales": SALES, "info": INFO}
OWNERS = {"sales": ("anna", ANNA), "info": ("ben", BEN)}


@dataclass
class House:
    """What its configuration says now. `names`: account → what the configuration calls it, in the order of the configuration."""

    names: dict[str, str] = field(default_factory=lambda: {"sales": "sales"})
    limits: AcknowledgementLimits | None = None
    is_brisk: bool = False  # the second ladder is in force
    is_refused: bool = False  # it was changed, and cannot be read: the one before stays in force

    @property
    def steps(self) -> tuple[int, ...]:
        """Hours until the nags."""
        return STEPS[self.is_brisk]

    def identities(self) -> list[MailboxIdentity]:
        return [
            MailboxIdentity(name, f"{account}@imap.example", ADDRESSES[account].key)
            for account, name in self.names.items()
        ]

    def policies(self) -> dict[str, decide.Policy]:
        """By the names of today, in the order of the configuration."""
        boxes = frozenset(ADDRESSES[account].key for account in self.names)
        us = OwnIdentity(boxes, frozenset(OWNERS[account][1] for account in self.names))
        spans = tuple(hours.parse_span(f"{step}h") for step in self.steps)
        ladders = {"default": ladder.Ladder(hours.parse_span("4h"), spans, (hours.parse_span("1d"),), renew=True)}
        more = {"limits": self.limits} if self.limits else {}
        return {
            name: policy(
                mailbox=name, owner=OWNERS[account][0], own_addresses=us, ladders=ladders,
                addresses=frozenset({ADDRESSES[account].key}), position=position, **more,
            )
            for position, (account, name) in enumerate(self.names.items())
        }  # fmt: skip

    def people(self) -> dict[str, Person]:
        return {
            owner: Person(owner, Address(email, owner.title()), SLOTS, mailbox=self.names[account])
            for account, (owner, email) in OWNERS.items()
            if account in self.names
        }

    def intake_configs(self) -> dict[str, IntakeConfig]:
        """By account."""
        policies = self.policies()
        commands = CommandConfig(self.people(), policies, ZoneInfo("UTC")) if len(self.names) > 1 else None
        return {
            account: IntakeConfig(ADDRESSES[account], policies[name], rules.RuleSet(), TEMPLATES, 60.0, commands)
            for account, name in self.names.items()
        }

    def reminder_config(self) -> ReminderConfig:
        senders = {name: ADDRESSES[account] for account, name in self.names.items()}
        return ReminderConfig(self.people(), self.policies(), senders, always_open(), TEMPLATES)
