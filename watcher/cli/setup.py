"""`watcher init` and `watcher check`: from nothing to a configuration that is known to work."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from watcher import cli
from watcher.config.check import find_suspicious_settings
from watcher.config.load import SHIPPED_DATA_DIR
from watcher.config.models import Config, MailboxTable
from watcher.core.rules import examples, lint
from watcher.edge.clock import Clock
from watcher.edge.imap.errors import MailboxError
from watcher.edge.imap.session import ImapSession, fetch_credentials
from watcher.edge.smtp import SmtpClient
from watcher.service import wiring

# --- init


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
week = {{ mon-fri = ["09:00-17:00"] }}    # promises and nags count only these

[people.{owner}]
email = ["{owner_email}"]               # where the digests go; add every address this person answers from
digest = ["09:00", "14:00"]
report = "mon 09:00"                    # the week in figures

[[mailbox]]
name = "{name}"
address = "{address}"
owner = "{owner}"
imap = {{ host = "{imap}", user = "{user}", password = {secret} }}
smtp = {{ host = "{smtp}", {port}user = "{user}", password = {secret} }}
"""


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".", metavar="[DIR]")
@click.option("--address", help="The mailbox to watch: sales@example.com.")
@click.option("--owner", help="Who is nagged, a first name.")
@click.option("--owner-email", help="Where the digests go.")
@click.option("--provider", type=click.Choice([*PROVIDERS, OTHER_PROVIDER]), help="Where the mailbox is.")
@click.option("--imap-host", help="The IMAP server, where the provider is `other`.")
@click.option("--smtp-host", help="The SMTP server, where the provider is `other`.")
@click.option("--user", help="The login, where it is not the address.")
def init(
    folder: Path,
    address: str | None,
    owner: str | None,
    owner_email: str | None,
    provider: str | None,
    imap_host: str | None,
    smtp_host: str | None,
    user: str | None,
) -> None:
    """Write config.toml, rules/ and templates/ into DIR (default: here) after a few questions.

    What an option answers is not asked. Nothing that is there is overwritten.
    """
    there = [name for name in ("config.toml", "rules", "templates") if (folder / name).exists()]
    if there:
        raise click.ClickException(f"{folder} has {', '.join(there)} already; nothing was changed")
    address = _ask_address("Which mailbox shall I watch (its address)?", address)
    owner = _ask_owner_name(owner)
    owner_email = _ask_address(f"Where do {owner}'s digests go?", owner_email)
    chosen = _choose_provider(provider, address, imap_host, smtp_host)
    user = user or (address if provider or imap_host else click.prompt("Login name", default=address))
    name = re.sub(r"[^\w.-]", "-", address.partition("@")[0])
    variable = f"{re.sub(r'[^A-Z0-9]', '_', name.upper())}_PASSWORD"
    folder.mkdir(parents=True, exist_ok=True)
    text = CONFIG_TEMPLATE.format(
        zone=_local_time_zone(),
        owner=owner,
        owner_email=owner_email,
        name=name,
        address=address,
        imap=chosen.imap_host,
        smtp=chosen.smtp_host,
        port=f"port = {chosen.smtp_port}, " if chosen.smtp_port else "",
        user=user,
        secret=f'{{ env = "{variable}" }}',
    )
    for what in ("rules", "templates"):
        shutil.copytree(SHIPPED_DATA_DIR / what, folder / what, ignore=shutil.ignore_patterns("__pycache__"))
    with os.fdopen(os.open(folder / "config.toml", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    click.echo(f"\nWrote {folder / 'config.toml'}, {folder / 'rules'} and {folder / 'templates'}.")
    if chosen.hint:
        click.echo(f"Note: {chosen.hint}.")
    click.echo(f"Now put the password into ${variable} (or name a file or a command in config.toml), then:")
    click.echo(f"  watcher -c {folder / 'config.toml'} check --online")
    click.echo(f"  watcher -c {folder / 'config.toml'} run")


def _ask_address(question: str, given: str | None) -> str:
    from watcher.core.message.headers import parse_addresses

    while True:
        said = given or click.prompt(question)
        found = parse_addresses(said)
        if len(found) == 1 and '"' not in said and "\\" not in said:
            return found[0].email
        if given:
            raise click.UsageError(f"{given!r} is not one mail address")
        click.echo("That is not one mail address.")


def _ask_owner_name(given: str | None) -> str:
    while True:
        said = (given or click.prompt("Who answers there (a first name)?")).strip().lower()
        if re.fullmatch(r"[a-z0-9_-]{1,40}", said):
            return said
        if given:
            raise click.UsageError(f"{given!r}: letters a to z, digits, - and _ only")
        click.echo("Letters a to z, digits, - and _ only, please.")


def _choose_provider(given: str | None, address: str, imap_host: str | None, smtp_host: str | None) -> Provider:
    if imap_host or smtp_host:
        host = imap_host or smtp_host or ""
        return Provider(_validate_host_name(imap_host or host), _validate_host_name(smtp_host or host))
    if given is None:
        domain = address.rpartition("@")[2]
        guess = next((name for name, each in PROVIDERS.items() if domain in each.domains), OTHER_PROVIDER)
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


def _local_time_zone() -> str:
    from watcher.config.values import system_time_zone

    return system_time_zone()


# --- check


@dataclass(frozen=True)
class CheckResult:
    """One thing that was looked at. `level` is ok, note or bad."""

    level: str
    text: str


@click.command()
@click.option("--online", is_flag=True, help="Log in to every server and say what is there.")
@cli.json_option
@click.pass_context
def check(context: click.Context, online: bool, as_json: bool) -> None:
    """Configuration, rules and templates; with --online every server too.

    Exit 1: a server cannot be used, or an example in the rules came out otherwise; 2: the configuration is wrong.
    """
    session = context.find_root().obj
    config: Config = session.config()
    bad = False
    for each in _check_results(session.path(), config, online):
        bad = bad or each.level == "bad"
        if as_json:
            cli.print_json_line({"level": each.level, "text": each.text})
        else:
            click.echo(
                f"{ {'ok': 'ok ', 'note': ' · ', 'bad': '!! '}[each.level] } {cli.terminal_safe_text(each.text)}"
            )
    context.exit(1 if bad else 0)


def _check_results(path: Path, config: Config, online: bool) -> Iterator[CheckResult]:
    yield CheckResult("ok", f"{path}: {len(config.mailbox)} mailbox(es), {len(config.people)} person(s)")
    yield from _check_rules(config)
    yield CheckResult("ok", f"templates: {', '.join(sorted(config.templates.acknowledgement_names))}")
    if config.alerts.email or config.alerts.smtp or config.alerts.ping:
        yield CheckResult("note", "[alerts] is read and not yet acted on: watch `watcher status` and the log meanwhile")
    if path.stat().st_mode & 0o002:
        yield CheckResult("note", f"{path} can be written by everybody: chmod o-w {path}")
    for odd in find_suspicious_settings(config, Clock().now()):
        yield CheckResult("note", odd)
    for box in config.mailbox:
        if online:
            yield from _check_servers(box)
        else:
            yield CheckResult(
                "note", f"{box.name}: not asked (--online logs in to {box.imap.host} and {box.smtp.host})"
            )


def _check_rules(config: Config) -> Iterator[CheckResult]:
    ruleset = config.ruleset
    failures = examples.find_failures(ruleset)
    count = examples.count_examples(ruleset)
    if not failures:
        yield CheckResult("ok", f"rules: {len(ruleset.rules)}, and their {count} examples come out as expected")
    for failure in failures:
        yield CheckResult("bad", failure)
    for each in lint.find_rule_problems(ruleset):
        yield CheckResult("note", str(each))


def _check_servers(box: MailboxTable) -> Iterator[CheckResult]:
    try:
        yield from _check_imap(box)
    except MailboxError as error:
        yield CheckResult("bad", f"{box.name}: IMAP {box.imap.host}:{box.imap.effective_port}: {error}")
    trouble = asyncio.run(SmtpClient(wiring.smtp_account(box)).verify_login())
    where = f"{box.name}: SMTP {box.smtp.host}:{box.smtp.effective_port}"
    yield CheckResult("bad", f"{where}: {trouble.text}") if trouble else CheckResult("ok", f"{where}: logged in")


def _check_imap(box: MailboxTable) -> Iterator[CheckResult]:
    account = wiring.imap_account(box)
    session = ImapSession(account).open_connection(asyncio.run(fetch_credentials(account)))
    try:
        where = f"{box.name}: IMAP {box.imap.host}:{box.imap.effective_port}"
        waits = "rings when mail comes" if session.supports_idle() else f"offers no IDLE: looked at every {box.poll}"
        yield CheckResult("ok", f"{where}: logged in as {box.imap.user}; {waits}")
        for folder in box.inbox:
            yield _check_folder(session, box.name, folder, "inbox")
        sent = session.find_sent_folders() if box.sent == "auto" else list(box.sent)
        for folder in sent:
            yield _check_folder(session, box.name, folder, "sent mail")
        if not sent:
            names = ", ".join(name for _, name in session.list_folders()[:20])
            yield CheckResult(
                "bad",
                f"{box.name}: no folder of sent mail found, so no reply can be seen: "
                f'write sent = ["…"] with one of {names}',
            )
    finally:
        session.drop_connection()


def _check_folder(session: ImapSession, name: str, folder: str, what: str) -> CheckResult:
    try:
        _, _, exists = session.examine_folder(folder)
    except MailboxError as error:
        return CheckResult("bad", f"{name}: {what}: {error}")
    return CheckResult("ok", f"{name}: {what} {folder!r}, {exists} messages")
