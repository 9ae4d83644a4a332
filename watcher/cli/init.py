"""`watcher init`: from nothing to a configuration, after a few questions; and what an upgrade means for its rules and templates."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from watcher.cli.audit import AuditOptions, run_audit
from watcher.cli.interview import OTHER_PROVIDER, GivenAnswers, Interview
from watcher.config.load import (
    SHIPPED_DATA_DIR,
    complete_own_words,
    find_config_file,
    load_config,
    read_originals,
    read_template_files,
)
from watcher.config.new_config import OPENING_DAYS, OPENING_TIMES, NewConfig, render_config
from watcher.config.providers import load_providers
from watcher.edge.mail_discovery import MailDns
from watcher.edge.service_files import (
    SERVICE_USER,
    prepare_service_folder,
    prepare_service_state,
    service_account,
    write_service_file,
)
from watcher.edge.shipped_files import (
    ORIGINALS_FOLDER,
    SHIPPED_FOLDERS,
    ShippedChange,
    ShippedFile,
    apply_upgrade,
    compare_shipped_files,
    copy_shipped_files,
)

#: What the unit reads, and where it lies.
SERVICE_CONFIG = Path("/etc/watcher/config.toml")
_UNITS = (Path("/usr/lib/systemd/system/watcher.service"), Path("/etc/systemd/system/watcher.service"))
#: What is offered at the end.
AUDIT_DAYS = 90

_CHANGE_TEXTS = {
    ShippedChange.NEW: "new",
    ShippedChange.UPDATED: "changed, and not edited by you: will be replaced",
    ShippedChange.EDITED: "changed, and edited by you: stays as it is; what changed is",
    ShippedChange.WITHDRAWN: "ships no more: stays as it is",
}


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".", metavar="[DIR]")
@click.option("--address", help="The mailbox to watch: sales@example.com.")
@click.option("--name", "house_name", help="The name that customers read as the sender: Example Roofs.")
@click.option("--alias", multiple=True, help="Another address whose mail arrives there (repeatable).")
@click.option("--owner", help="Who is reminded, a first name.")
@click.option("--owner-email", help="Where the digests go.")
@click.option("--language", help="Language of the digests: en, de, …")
@click.option("--timezone", help="Europe/Berlin. Default: the one of this machine.")
@click.option("--state-dir", help="Folder of the state. Default: /var/lib/watcher for a DIR in /etc, else DIR/state.")
@click.option("--provider", help=f"Where the mailbox is: google, microsoft, …, or {OTHER_PROVIDER}.")
@click.option("--imap-host", help="The IMAP server, where the provider is `other`.")
@click.option("--smtp-host", help="The SMTP server, where the provider is `other`.")
@click.option("--user", help="The login, where it is not the address.")
@click.option("--client", help="OAuth2: the client ID of the application at Google or Microsoft.")
@click.option("--tenant", help="OAuth2: the Microsoft tenant.")
@click.option("--observe/--live", default=None, help="Begin by observing: nothing is sent to customers.")
@click.option("--alert-email", help="Who hears when Watcher itself cannot work: an address that is read elsewhere.")
@click.option("--alert-push", multiple=True, help="The same by push: ntfy://NAME, https://… (repeatable).")
@click.option(
    "--upgrade", is_flag=True, help="Show what changed in the rules and templates that ship, and take it over."
)
@click.option("--yes", is_flag=True, help="With --upgrade: do not ask.")
def init(folder: Path, upgrade: bool, yes: bool, **answers: Any) -> None:
    """Write config.toml, rules/ and templates/ into DIR (default: here) after a few questions.

    What an option answers is not asked. Nothing that is there is overwritten.
    """
    if upgrade:
        _offer_upgrade(folder, yes)
        return
    _require_nothing_there(folder)
    _require_writable(folder)
    interview = Interview(GivenAnswers(**answers), MailDns())
    new = interview.ask_everything(_default_state_dir(folder))
    question = "Client secret of the application" if new.oauth else "Password of the mailbox"
    has_secret = bool(_secret_file(new)) and (folder / _secret_file(new)).exists()
    secret = interview.ask_secret(question) if _secret_file(new) and not has_secret else ""
    _write_house(folder, new, secret)
    _print_next_steps(folder, new, has_secret or bool(secret), _password_hint(new))
    if secret and new.oauth is None and sys.stdin.isatty():
        _offer_audit(folder / "config.toml", new.language)


def _offer_audit(file: Path, language: str) -> None:
    """Only who sits before it is asked: reading a mailbox takes minutes."""
    question = (
        f"\nShall I look at the last {AUDIT_DAYS} days of mail now, and show what was never answered? It only reads"
    )
    if not click.confirm(question, default=True):
        click.echo(f"Later: watcher -c {file} audit --html audit.html")
        return
    page = file.parent / "audit.html"
    run_audit(load_config(file), AuditOptions(since=timedelta(days=AUDIT_DAYS), page=page, language=language))
    if page.exists():
        click.echo(f"\nThe same with pictures: {page}")
    else:
        click.echo(
            f"What is wrong says: watcher -c {file} check --online. Then: watcher -c {file} audit --html audit.html"
        )


def _require_nothing_there(folder: Path) -> None:
    """ClickException: there is something, and what to do with it."""
    present = [name for name in ("config.toml", *SHIPPED_FOLDERS) if (folder / name).exists()]
    if not present:
        return
    if "config.toml" not in present:
        hint = ", and there is no config.toml: delete or rename what is there, and run it again"
    else:
        hint = "; `watcher init --upgrade` brings rules and templates up to date" if "rules" in present else ""
    raise click.ClickException(f"{folder} has {', '.join(present)} already; nothing was changed{hint}")


def _require_writable(folder: Path) -> None:
    """Before the first question: nobody likes to answer twice. ClickException: nothing can be written there."""
    there = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    if not there.is_dir() or not os.access(there, os.W_OK):
        raise click.ClickException(f"{folder} cannot be written: run it as root, or name another folder")


def _default_state_dir(folder: Path) -> Path:
    if Path("/etc") in folder.absolute().parents:
        return Path("/var/lib/watcher")
    return folder.absolute() / "state"


def _write_house(folder: Path, new: NewConfig, secret: str) -> None:
    """The configuration comes last: without it, the rest is nothing. ClickException: it cannot be written, and nothing of it is left."""
    try:
        prepare_service_folder(folder)
        copy_shipped_files(SHIPPED_DATA_DIR, folder)
        prepare_service_folder(folder / "secrets")
        prepare_service_state(new.state_dir)
        if secret:
            write_service_file(folder / _secret_file(new), f"{secret}\n")
        write_service_file(folder / "config.toml", render_config(new))
    except OSError as error:
        for name in (*SHIPPED_FOLDERS, ORIGINALS_FOLDER):
            shutil.rmtree(folder / name, ignore_errors=True)
        for name in ("config.toml", *([_secret_file(new)] if secret else [])):
            (folder / name).unlink(missing_ok=True)
        where = f"{error.filename}: " if error.filename else ""
        text = f"{folder} cannot be written: {where}{error.strerror or error}; nothing was left there: mend that, and run it again"
        raise click.ClickException(text) from None


def _secret_file(new: NewConfig) -> str:
    return new.oauth.secret_file if new.oauth else new.password_file


def _password_hint(new: NewConfig) -> str:
    known = next((provider for provider in load_providers() if provider.imap.host == new.imap.host), None)
    return known.password_hint if known and new.oauth is None else ""


def _print_next_steps(folder: Path, new: NewConfig, has_secret: bool, hint: str) -> None:
    config, secret = folder / "config.toml", folder / _secret_file(new)
    click.echo(f"\nWrote {config}, {folder / 'rules'}, {folder / 'templates'} and the folder {folder / 'secrets'}.")
    hours = f"{OPENING_DAYS} {OPENING_TIMES}"
    click.echo(
        f"Opening hours: {hours}. Customers are promised an answer within them. If yours differ, change `week` in config.toml."
    )
    if hint:
        click.echo(f"Note: {hint}.")
    if not has_secret and _secret_file(new):
        what = "client secret" if new.oauth else "password"
        owner = f"-g {SERVICE_USER} -m 640" if service_account() else "-m 600"
        click.echo(f"Put the {what} into {secret}: run this, paste it, then Enter and Ctrl-D:")
        click.echo(f"  install {owner} /dev/stdin {secret}")
    click.echo("Then:")
    if new.oauth:
        click.echo(f"  watcher -c {config} login {new.mailbox_name}")
    click.echo(f"  watcher -c {config} check --online")
    start, reload = run_commands(config, has_unit=any(unit.exists() for unit in _UNITS))
    click.echo(f"  {start}")
    if new.observe:
        click.echo(f"It observes: nothing is sent to customers until you write observe = false into {config}{reload}.")


def run_commands(config: Path, *, has_unit: bool) -> tuple[str, str]:
    """How the daemon is started, and how it is told of a change. `has_unit`: systemd has one, which reads SERVICE_CONFIG."""
    if has_unit and config.absolute() == SERVICE_CONFIG:
        return "systemctl enable --now watcher", ", and call: systemctl reload watcher"
    return f"watcher -c {config} run          # as a service: docs/operating.md", ""


# --- upgrade


def _offer_upgrade(folder: Path, yes: bool) -> None:
    if not (folder / "config.toml").is_file():
        folder = find_config_file(None).parent
    files = compare_shipped_files(SHIPPED_DATA_DIR, folder)
    if not files:
        click.echo(f"{folder}: rules and templates are those of this version, or as you edited them.")
        return
    for file in files:
        _print_change(file)
    written = [file for file in files if file.change in (ShippedChange.NEW, ShippedChange.UPDATED)]
    question = f"Write {len(written)} file(s), and leave what you edited as it is?"
    if not yes and not click.confirm(question, default=True):
        click.echo("Nothing was changed.")
        return
    completed = _complete_words(folder)  # by what they were made from, which goes now
    apply_upgrade(SHIPPED_DATA_DIR, folder, files)
    edited = [file.name for file in files if file.change is ShippedChange.EDITED]
    click.echo(f"{folder}: wrote {len(written)} file(s). `watcher check` tells whether all fits together.")
    if completed:
        click.echo(f"Completed with the phrases that are new, the rest is yours: {', '.join(completed)}")
    if edited:
        click.echo(f"Take over by hand what you want of: {', '.join(edited)} (as shipped: {folder / ORIGINALS_FOLDER})")


def _complete_words(folder: Path) -> list[str]:
    """Files of words that the user edited, or wrote for a language of their own: the names of those that lacked phrases."""
    templates = folder / "templates"
    if not templates.is_dir():
        return []
    shipped, copied_from = read_template_files(SHIPPED_DATA_DIR / "templates"), read_originals(templates)
    found = []
    for name, text in read_template_files(templates).items():
        completed = complete_own_words(name, text, copied_from, shipped)
        if text != copied_from.get(name) and completed != text:
            (templates / name).write_text(completed)
            found.append(f"templates/{name}")
    return found


def _print_change(file: ShippedFile) -> None:
    click.secho(f"{file.name}: {_CHANGE_TEXTS[file.change]}", bold=True)
    if file.change is not ShippedChange.NEW:
        click.echo("".join(f"    {line}\n" for line in file.diff.splitlines()), nl=False)
