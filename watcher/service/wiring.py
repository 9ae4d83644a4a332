"""The configuration → what each loop needs to know. No state, no IO: passwords are only named here, and read at each login."""

from __future__ import annotations

from functools import partial
from zoneinfo import ZoneInfo

from watcher.config import opening_hours
from watcher.config.load import Config, MailboxTable
from watcher.core.inquiry import decide, ladder
from watcher.core.message.model import Address, Us
from watcher.core.outbox import letter_state
from watcher.edge import secrets
from watcher.edge.imap.mailbox import ImapAccount
from watcher.edge.smtp import SmtpAccount
from watcher.service.answers import CommandConfig, CommandSender
from watcher.service.intake import MailboxConfig
from watcher.service.reminders import Person, ReminderConfig


def own_addresses(config: Config) -> Us:
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
    return Us(frozenset(boxes), frozenset(people - boxes), trust.authserv_id if trust else None)


def acknowledgement_limits(config: Config) -> letter_state.AckLimits:
    table = config.acknowledge
    return letter_state.AckLimits(table.per_sender, table.max_age, table.max_per_hour)


def mailbox_policy(config: Config, box: MailboxTable) -> decide.Policy:
    names = {"default", box.ladder, *config.ladders}
    ladders = {name: ladder.Ladder(**dict(config.ladder_by_name(name))) for name in sorted(names)}
    return decide.Policy(
        mailbox=box.name,
        owner=box.owner,
        ladder=box.ladder,
        ladders=ladders,
        hours=config.mailbox_calendar(box.name),
        limits=acknowledgement_limits(config),
        us=own_addresses(config),
        phrases=config.ruleset.phrases,
        trust_answered=box.trust_answered,
    )


def mailbox_policy_by_name(config: Config, mailbox: str) -> decide.Policy:
    """The policy of a mailbox by name; of the first one where it is no longer configured."""
    box = next((each for each in config.mailbox if each.name == mailbox), config.mailbox[0])
    return mailbox_policy(config, box)


def command_config(config: Config) -> CommandConfig:
    """Who may give commands; a day without a time means their first digest of that day."""
    people = {
        name: CommandSender(
            name,
            frozenset(each.casefold() for each in person.email),
            person.deputy or "",
            person.language,
            min(person.digest),
        )
        for name, person in config.people.items()
    }
    return CommandConfig(
        people, {box.name: mailbox_policy(config, box) for box in config.mailbox}, ZoneInfo(config.timezone)
    )


def mailbox_config(config: Config, box: MailboxTable) -> MailboxConfig:
    return MailboxConfig(
        address=box.address,
        own_addresses=own_addresses(config),
        policy=mailbox_policy(config, box),
        ruleset=config.ruleset,
        templates=config.templates,
        poll_seconds=box.poll.total_seconds(),
        command_config=command_config(config),
    )


def roster_person(config: Config, name: str) -> Person:
    table = config.people[name]
    return Person(
        name=name,
        address=Address(table.email[0], name.title()),
        slots=table.digest,
        deputy=table.deputy,
        calendar=opening_hours.person_calendar(config, name),
        away=opening_hours.configured_absence_days(table),
        language=table.language,
        all_clear=table.all_clear,
        report=table.report,
        mailbox=next((box.name for box in config.mailbox if box.owner == name), ""),
    )


def reminder_config(config: Config) -> ReminderConfig:
    people = {name: roster_person(config, name) for name in config.people}
    return ReminderConfig(
        people=people,
        policies={box.name: mailbox_policy(config, box) for box in config.mailbox},
        senders={box.name: box.address for box in config.mailbox},
        calendar=config.calendar,
        templates=config.templates,
    )


def imap_account(box: MailboxTable) -> ImapAccount:
    table = box.imap
    password = partial(secrets.read_password, table.password)
    return ImapAccount(
        table.host, table.effective_port, table.user, password, table.security, str(table.ca) if table.ca else None
    )


def smtp_account(box: MailboxTable) -> SmtpAccount:
    table = box.smtp
    password = partial(secrets.read_password, table.password) if table.password else None
    ca = str(table.ca) if table.ca else None
    return SmtpAccount(table.host, table.effective_port, table.security, table.user, password, ca)
