"""The configuration → what each loop knows of it. No state, no IO; `accounts` says how its servers are reached.

Every part is made once and shared: a thousand mailboxes have one set of own addresses, one set of ladders and one roster
between them. A loop gets the view that has its name (`intakes`, `reminders`), and nothing else of the configuration.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from watcher.config.models import Config
from watcher.core.health.model import MailboxIdentity
from watcher.core.inquiry import decide
from watcher.core.inquiry.ladder import Ladder
from watcher.core.inquiry.model import AcknowledgementLimits
from watcher.core.inquiry.roster import Person
from watcher.core.message.model import Address, OwnIdentity
from watcher.service.answers import CommandConfig
from watcher.service.digest_writer import ReminderConfig
from watcher.service.message_intake import IntakeConfig


@dataclass(frozen=True, slots=True)
class ConfigViews:
    """The configuration as the loops see it; replaced as a whole when it changes."""

    limits: AcknowledgementLimits  # of every mailbox's way out
    people: Mapping[str, Person]  # by name
    policies: Mapping[str, decide.Policy]  # by mailbox, in the order of the configuration
    intakes: Mapping[str, IntakeConfig]  # by mailbox
    reminders: ReminderConfig


def build_views(config: Config, *, observe_all: bool = False) -> ConfigViews:
    """Everything the loops know of the configuration, in one pass over its mailboxes and people. `observe_all`: every mailbox is only
    observed, whatever the configuration says."""
    own = own_addresses(config)
    people = build_people(config)
    policies = build_policies(config, own)
    if observe_all:
        policies = {name: replace(policy, observes=True) for name, policy in policies.items()}
    teams = config.teams()
    commands = CommandConfig(people, policies, ZoneInfo(config.timezone), frozenset(teams))
    return ConfigViews(
        limits=acknowledgement_limits(config),
        people=people,
        policies=policies,
        intakes={
            box.name: IntakeConfig(
                address=box.address,
                policy=policies[box.name],
                ruleset=config.ruleset,
                templates=config.templates,
                poll_seconds=box.poll.total_seconds(),
                command_config=commands,
            )
            for box in config.mailbox
        },
        reminders=ReminderConfig(
            people=people,
            policies=policies,
            senders={box.name: box.address for box in config.mailbox},
            calendar=config.calendar,
            templates=config.templates,
            teams=teams,
        ),
    )


def own_addresses(config: Config) -> OwnIdentity:
    """Every address of the house. An account watched for its sent mail alone is a person's: customers do not write there."""
    known = [
        (bool(box.inbox), key)
        for box in config.mailbox
        for key in (box.address.key, *(alias.casefold() for alias in box.aliases))
    ]
    boxes = {key for is_inbox, key in known if is_inbox}
    people = {email.casefold() for person in config.people.values() for email in person.email}
    people |= {key for is_inbox, key in known if not is_inbox}
    trust = config.watcher.trust
    return OwnIdentity(frozenset(boxes), frozenset(people - boxes), trust.authserv_id if trust else None)


def acknowledgement_limits(config: Config) -> AcknowledgementLimits:
    """How often and how late a customer may be acknowledged."""
    table = config.acknowledge
    return AcknowledgementLimits(table.per_sender, table.max_age, table.max_per_hour)


def build_policies(config: Config, own: OwnIdentity | None = None) -> dict[str, decide.Policy]:
    """The policy of every mailbox by its name, in the order of the configuration."""
    own = own or own_addresses(config)
    ladders = {name: Ladder(**dict(config.ladder_by_name(name))) for name in sorted({"default", *config.ladders})}
    limits = acknowledgement_limits(config)
    return {
        box.name: decide.Policy(
            mailbox=box.name,
            owner=box.person_or_team,
            ladder=box.ladder,
            ladders=ladders,
            hours=config.mailbox_calendar(box.name),
            limits=limits,
            own_addresses=own,
            phrases=config.ruleset.holding_phrases,
            trust_answered=box.trust_answered,
            addresses=frozenset({box.address.key, *(alias.casefold() for alias in box.aliases)}),
            position=position,
            observes=box.observe,
        )
        for position, box in enumerate(config.mailbox)
    }


def build_people(config: Config) -> dict[str, Person]:
    """Everybody by name, in the order of the configuration."""
    first_mailboxes: dict[str, str] = {}
    for box in config.mailbox:
        for name in box.people:
            first_mailboxes.setdefault(name, box.name)
    calendars = config.people_calendars()
    return {
        name: Person(
            name=name,
            address=Address(table.email[0], name.title()),
            slots=table.digest,
            deputy=table.deputy,
            calendar=calendars[name],
            away=table.absence_days,
            language=table.language,
            all_clear=table.all_clear,
            report=table.report,
            mailbox=first_mailboxes.get(name, ""),
            own_addresses=frozenset(email.casefold() for email in table.email),
        )
        for name, table in config.people.items()
    }


def mailbox_identities(config: Config) -> list[MailboxIdentity]:
    """What each name of the configuration stands for, in its order. Who logs in where; the port says nothing of that."""
    return [
        MailboxIdentity(box.name, f"{box.imap.user} at {box.imap.host.casefold()}", box.address.key)
        for box in config.mailbox
    ]
