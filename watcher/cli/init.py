"""`watcher init`: from nothing to a configuration, after a few questions."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import click

from watcher.config.load import SHIPPED_DATA_DIR
from watcher.config.values import system_time_zone
from watcher.core.message.headers import parse_addresses


@dataclass(frozen=True)
class Provider:
    """A host, with what its users must know; ports where they are not the usual ones."""

    imap_host: str
    smtp_host: str
    domains: tuple[str, ...] = ()
    smtp_port: int | None = None
    hint: str = ""


_APP_PASSWORD = "make an app password in the account's security settings; the usual one is refused"  # noqa: S105
PROVIDERS = {
    "google": Provider("imap.gmail.com", "smtp.gmail.com", ("gmail.com", "googlemail.com"), hint=_APP_PASSWORD),
    "fastmail": Provider("imap.fastmail.com", "smtp.fastmail.com", ("fastmail.com",), hint=_APP_PASSWORD),
    "icloud": Provider(
        "imap.mail.me.com", "smtp.mail.me.com", ("icloud.com", "me.com", "mac.com"), 587, hint=_APP_PASSWORD
    ),
    "yahoo": Provider("imap.mail.yahoo.com", "smtp.mail.yahoo.com", ("yahoo.com",), hint=_APP_PASSWORD),
    "ionos": Provider("imap.ionos.com", "smtp.ionos.com"),
    "ionos.de": Provider("imap.ionos.de", "smtp.ionos.de"),
    "strato": Provider("imap.strato.de", "smtp.strato.de"),
    "ovh": Provider("ssl0.ovh.net", "ssl0.ovh.net"),
    "mailbox.org": Provider("imap.mailbox.org", "smtp.mailbox.org", ("mailbox.org",)),
    "gmx": Provider("imap.gmx.net", "mail.gmx.net", ("gmx.net", "gmx.de"), hint="switch on IMAP in GMX's settings"),
    "zoho": Provider("imap.zoho.com", "smtp.zoho.com", ("zoho.com",), hint=_APP_PASSWORD),
}
OTHER_PROVIDER = "other"

CONFIG_TEMPLATE = """\
# Written by `watcher init`. Everything else has a default: config.example.toml explains every key.
[watcher]
rules = ["rules"]
templates = "templates"
timezone = "{zone}"

[hours]
week = {{ mon-fri = ["09:00-17:00"] }}    # promises and reminders count only these

[people.{owner}]
email = ["{owner_email}"]               # where the digests go; add every address this person answers from
digest = ["09:00", "14:00"]
report = "mon 09:00"                    # the weekly report

[[mailbox]]
name = "{name}"
address = "{address}"
owner = "{owner}"
imap = {{ host = "{imap}", user = "{user}", password = {secret} }}
smtp = {{ host = "{smtp}", {port}user = "{user}", password = {secret} }}
"""


@dataclass(frozen=True)
class GivenAnswers:
    """What the options answer; None: it is asked."""

    address: str | None
    owner: str | None
    owner_email: str | None
    provider: str | None
    imap_host: str | None
    smtp_host: str | None
    user: str | None


@dataclass(frozen=True)
class NewHouse:
    """All that the written configuration depends on."""

    address: str
    owner: str
    owner_email: str
    provider: Provider
    user: str

    @property
    def mailbox_name(self) -> str:
        """The local part of the address, with what a name may not hold made `-`."""
        return re.sub(r"[^\w.-]", "-", self.address.partition("@")[0])

    @property
    def password_variable(self) -> str:
        """The environment variable: `SALES_PASSWORD`."""
        return f"{re.sub(r'[^A-Z0-9]', '_', self.mailbox_name.upper())}_PASSWORD"


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".", metavar="[DIR]")
@click.option("--address", help="The mailbox to watch: sales@example.com.")
@click.option("--owner", help="Who is nagged, a first name.")
@click.option("--owner-email", help="Where the digests go.")
@click.option("--provider", type=click.Choice([*PROVIDERS, OTHER_PROVIDER]), help="Where the mailbox is.")
@click.option("--imap-host", help="The IMAP server, where the provider is `other`.")
@click.option("--smtp-host", help="The SMTP server, where the provider is `other`.")
@click.option("--user", help="The login, where it is not the address.")
def init(folder: Path, **answers: str | None) -> None:
    """Write config.toml, rules/ and templates/ into DIR (default: here) after a few questions.

    What an option answers is not asked. Nothing that is there is overwritten.
    """
    present = [name for name in ("config.toml", "rules", "templates") if (folder / name).exists()]
    if present:
        raise click.ClickException(f"{folder} has {', '.join(present)} already; nothing was changed")
    house = _ask_missing_answers(GivenAnswers(**answers))
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("rules", "templates"):
        shutil.copytree(SHIPPED_DATA_DIR / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    with os.fdopen(os.open(folder / "config.toml", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(_render_config(house))
    click.echo(f"\nWrote {folder / 'config.toml'}, {folder / 'rules'} and {folder / 'templates'}.")
    if house.provider.hint:
        click.echo(f"Note: {house.provider.hint}.")
    click.echo(
        f"Now put the password into ${house.password_variable} (or name a file or a command in config.toml), then:"
    )
    click.echo(f"  watcher -c {folder / 'config.toml'} check --online")
    click.echo(f"  watcher -c {folder / 'config.toml'} run")


def _ask_missing_answers(given: GivenAnswers) -> NewHouse:
    """Asks what no option answers. UsageError: an option cannot be right."""
    address = _ask_address("Which mailbox shall I watch (its address)?", given.address)
    owner = _ask_owner_name(given.owner)
    owner_email = _ask_address(f"Where do {owner}'s digests go?", given.owner_email)
    provider = _choose_provider(given.provider, address, given.imap_host, given.smtp_host)
    is_user_known = given.provider or given.imap_host
    user = given.user or (address if is_user_known else click.prompt("Login name", default=address))
    return NewHouse(address, owner, owner_email, provider, user)


def _render_config(house: NewHouse) -> str:
    return CONFIG_TEMPLATE.format(
        zone=system_time_zone(),
        owner=house.owner,
        owner_email=house.owner_email,
        name=house.mailbox_name,
        address=house.address,
        imap=house.provider.imap_host,
        smtp=house.provider.smtp_host,
        port=f"port = {house.provider.smtp_port}, " if house.provider.smtp_port else "",
        user=house.user,
        secret=f'{{ env = "{house.password_variable}" }}',
    )


def _ask_address(question: str, given: str | None) -> str:
    while True:
        answer = given or click.prompt(question)
        found = parse_addresses(answer)
        if len(found) == 1 and '"' not in answer and "\\" not in answer:
            return found[0].email
        if given:
            raise click.UsageError(f"{given!r} is not one mail address")
        click.echo("That is not one mail address.")


def _ask_owner_name(given: str | None) -> str:
    while True:
        answer = (given or click.prompt("Who answers there (a first name)?")).strip().lower()
        if re.fullmatch(r"[a-z0-9_-]{1,40}", answer):
            return answer
        if given:
            raise click.UsageError(f"{given!r}: letters a to z, digits, - and _ only")
        click.echo("Letters a to z, digits, - and _ only, please.")


def _choose_provider(given: str | None, address: str, imap_host: str | None, smtp_host: str | None) -> Provider:
    if imap_host or smtp_host:
        host = imap_host or smtp_host or ""
        return Provider(_validate_host_name(imap_host or host), _validate_host_name(smtp_host or host))
    if given is None:
        domain = address.rpartition("@")[2]
        guess = next((name for name, provider in PROVIDERS.items() if domain in provider.domains), OTHER_PROVIDER)
        given = click.prompt("Provider", type=click.Choice([*PROVIDERS, OTHER_PROVIDER]), default=guess)
    if given != OTHER_PROVIDER:
        return PROVIDERS[given]
    domain = address.rpartition("@")[2]
    return Provider(
        _validate_host_name(click.prompt("IMAP server", default=f"imap.{domain}")),
        _validate_host_name(click.prompt("SMTP server", default=f"smtp.{domain}")),
    )


def _validate_host_name(name: str) -> str:
    if not re.fullmatch(r"[\w.:-]{1,253}", name):
        raise click.UsageError(f"{name!r} is no host name")
    return name
