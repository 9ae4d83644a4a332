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
from watcher.service.answers import Colleague, House
from watcher.service.intake import Setup
from watcher.service.reminders import Person, Rota


def us(config: Config) -> Us:
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


def limits(config: Config) -> letter_state.AckLimits:
    table = config.acknowledge
    return letter_state.AckLimits(table.per_sender, table.max_age, table.max_per_hour)


def policy(config: Config, box: MailboxTable) -> decide.Policy:
    names = {"default", box.ladder, *config.ladders}
    ladders = {name: ladder.Ladder(**dict(config.ladder(name))) for name in sorted(names)}
    return decide.Policy(
        mailbox=box.name,
        owner=box.owner,
        ladder=box.ladder,
        ladders=ladders,
        hours=config.calendar_of(box.name),
        limits=limits(config),
        us=us(config),
        phrases=config.ruleset.phrases,
        trust_answered=box.trust_answered,
    )


def policy_of(config: Config, mailbox: str) -> decide.Policy:
    """The policy of a mailbox by name; of the first one where it is no longer configured."""
    box = next((each for each in config.mailbox if each.name == mailbox), config.mailbox[0])
    return policy(config, box)


def house(config: Config) -> House:
    """Who may give commands; a day without a time means their first digest of that day."""
    people = {
        name: Colleague(
            name,
            frozenset(each.casefold() for each in person.email),
            person.deputy or "",
            person.language,
            min(person.digest),
        )
        for name, person in config.people.items()
    }
    return House(people, {box.name: policy(config, box) for box in config.mailbox}, ZoneInfo(config.timezone))


def mailbox(config: Config, box: MailboxTable) -> Setup:
    return Setup(
        address=box.address,
        us=us(config),
        policy=policy(config, box),
        ruleset=config.ruleset,
        templates=config.templates,
        poll=box.poll.total_seconds(),
        house=house(config),
    )


def person(config: Config, name: str) -> Person:
    table = config.people[name]
    return Person(
        name=name,
        address=Address(table.email[0], name.title()),
        slots=table.digest,
        deputy=table.deputy,
        calendar=opening_hours.of_person(config, name),
        away=opening_hours.away(table),
        language=table.language,
        all_clear=table.all_clear,
        report=table.report,
        mailbox=next((box.name for box in config.mailbox if box.owner == name), ""),
    )


def rota(config: Config) -> Rota:
    people = {name: person(config, name) for name in config.people}
    return Rota(
        people=people,
        policies={box.name: policy(config, box) for box in config.mailbox},
        senders={box.name: box.address for box in config.mailbox},
        calendar=config.calendar,
        templates=config.templates,
    )


def imap_account(box: MailboxTable) -> ImapAccount:
    table = box.imap
    password = partial(secrets.read, table.password)
    return ImapAccount(
        table.host, table.real_port, table.user, password, table.security, str(table.ca) if table.ca else None
    )


def smtp_account(box: MailboxTable) -> SmtpAccount:
    table = box.smtp
    password = partial(secrets.read, table.password) if table.password else None
    ca = str(table.ca) if table.ca else None
    return SmtpAccount(table.host, table.real_port, table.security, table.user, password, ca)
