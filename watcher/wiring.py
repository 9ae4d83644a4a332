"""The configuration → what each loop needs to know. No state, no IO: passwords are only named here, and read at each login."""

from __future__ import annotations

from functools import partial

from watcher.config import Config, MailboxTable
from watcher.core import decide, outbox
from watcher.core.model import Address, Us
from watcher.edge import secrets
from watcher.edge.imap import ImapAccount
from watcher.edge.smtp import SmtpAccount
from watcher.intake import Setup
from watcher.reminders import Person, Rota


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


def limits(config: Config) -> outbox.AckLimits:
    table = config.acknowledge
    return outbox.AckLimits(table.per_sender, table.max_age, table.max_per_hour)


def policy(config: Config, box: MailboxTable) -> decide.Policy:
    names = {"default", box.ladder, *config.ladders}
    ladders = {name: decide.Ladder(**dict(config.ladder(name))) for name in sorted(names)}
    return decide.Policy(
        mailbox=box.name,
        owner=box.owner,
        ladder=box.ladder,
        ladders=ladders,
        hours=config.calendar,
        limits=limits(config),
        us=us(config),
        phrases=config.ruleset.phrases,
        trust_answered=box.trust_answered,
    )


def policy_of(config: Config, mailbox: str) -> decide.Policy:
    """The policy of a mailbox by name; of the first one where it is no longer configured."""
    box = next((each for each in config.mailbox if each.name == mailbox), config.mailbox[0])
    return policy(config, box)


def mailbox(config: Config, box: MailboxTable) -> Setup:
    return Setup(
        address=box.address,
        us=us(config),
        policy=policy(config, box),
        ruleset=config.ruleset,
        templates=config.templates,
        poll=box.poll.total_seconds(),
    )


def rota(config: Config) -> Rota:
    people = {
        name: Person(name, Address(person.email[0], name.title()), person.digest, person.deputy)
        for name, person in config.people.items()
    }
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
