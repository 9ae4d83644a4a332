"""The answers of `watcher init` → the text of a first config.toml. Pure: the same answers, the same text.

The defaults of the models are not repeated, but for what a person will look for first: hours, digests, the state.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from watcher.config.providers import ServerAddress

#: What nobody is asked about, so that it is said.
OPENING_DAYS, OPENING_TIMES = "mon-fri", "09:00-17:00"
_HEADING = "# Written by `watcher init`. Everything else has a default: config.example.toml explains every key."
_PLAIN_DISPLAY_NAME = re.compile(r"[\w !#$%&'*+/=?^`{|}~-]+")


@dataclass(frozen=True, slots=True)
class OAuthAnswers:
    """How the application is registered at the provider. `tenant` is Microsoft's; a secret is in a file."""

    provider: str  # google or microsoft
    client: str
    tenant: str = ""
    secret_file: str = ""  # relative to the configuration; "": there is none


@dataclass(frozen=True, slots=True)
class NewConfig:
    """All that the written configuration depends on. Paths of files are relative to it, but `state_dir`."""

    address: str
    house_name: str
    aliases: tuple[str, ...]
    owner: str
    owner_email: str
    language: str
    timezone: str
    state_dir: Path
    imap: ServerAddress
    smtp: ServerAddress
    user: str
    observe: bool = False
    alert_email: str = ""  # who hears when Watcher itself cannot work; "": nobody
    alert_push: tuple[str, ...] = ()
    oauth: OAuthAnswers | None = None  # None: with a password, which is in `password_file`

    @property
    def mailbox_name(self) -> str:
        """The local part of the address, with what a name may not hold made `-`."""
        return re.sub(r"[^\w.-]", "-", self.address.partition("@")[0])

    @property
    def password_file(self) -> str:
        """Where the password is to be put."""
        return f"secrets/{self.mailbox_name}"


def render_config(new: NewConfig) -> str:
    """The text of config.toml."""
    tables = (_watcher_lines(new), _people_lines(new), _mailbox_lines(new), _alert_lines(new))
    return "\n".join([_HEADING, *(line for table in tables for line in (*table, ""))])


def _watcher_lines(new: NewConfig) -> list[str]:
    return [
        "[watcher]",
        f"state_dir = {_quote_toml(str(new.state_dir))}",
        'rules = ["rules"]',
        'templates = "templates"',
        f"timezone = {_quote_toml(new.timezone)}",
        "",
        "[hours]",
        f'week = {{ {OPENING_DAYS} = ["{OPENING_TIMES}"] }}    # promises and reminders count only these',
    ]


def _people_lines(new: NewConfig) -> list[str]:
    language = [f"language = {_quote_toml(new.language)}"] if new.language != "en" else []
    return [
        f"[people.{_key_toml(new.owner)}]",
        f"email = [{_quote_toml(new.owner_email)}]    # the first gets the digests; add every address this person answers from",
        'digest = ["09:00", "12:00", "15:00"]    # never further apart than the promise of 4 hours',
        *language,
        'report = "mon 09:00"                    # the weekly report',
    ]


def _mailbox_lines(new: NewConfig) -> list[str]:
    address = f"{_display_name(new.house_name)} <{new.address}>" if new.house_name else new.address
    aliases = [f"aliases = [{', '.join(map(_quote_toml, new.aliases))}]"] if new.aliases else []
    observed = "observe = true" if new.observe else "# observe = true"
    return [
        "[[mailbox]]",
        f"name = {_quote_toml(new.mailbox_name)}",
        f"address = {_quote_toml(address)}",
        *aliases,
        f"owner = {_quote_toml(new.owner)}",
        f"{observed}    # decides and tells the owner what it would do; nothing is sent to customers",
        f"imap = {_format_server(new, new.imap)}",
        f"smtp = {_format_server(new, new.smtp)}",
    ]


def _alert_lines(new: NewConfig) -> list[str]:
    """What nobody named is there to be filled in."""
    email, push = new.alert_email or "you@elsewhere.example", new.alert_push or ("ntfy://a-name-that-nobody-guesses",)
    return [
        "[alerts]    # who hears when Watcher itself cannot work; `watcher check --send-test` tries it",
        f"{'' if new.alert_email else '# '}email = [{_quote_toml(email)}]    # read elsewhere than in the mailbox above",
        f"{'' if new.alert_push else '# '}push = [{', '.join(map(_quote_toml, push))}]    # a phone or a chat",
    ]


def _format_server(new: NewConfig, server: ServerAddress) -> str:
    keys = [f"host = {_quote_toml(server.host)}"]
    keys += [f"port = {server.port}"] if server.port else []
    keys += [f"tls = {_quote_toml(server.tls)}"] if server.tls else []
    keys += [f"user = {_quote_toml(new.user)}"]
    if new.oauth is None:
        keys += [f"password = {{ file = {_quote_toml(new.password_file)} }}"]
    else:
        keys += [f"auth = {_format_oauth(new.oauth)}"]
    return f"{{ {', '.join(keys)} }}"


def _format_oauth(answers: OAuthAnswers) -> str:
    keys = [f"oauth = {_quote_toml(answers.provider)}", f"client = {_quote_toml(answers.client)}"]
    keys += [f"tenant = {_quote_toml(answers.tenant)}"] if answers.tenant else []
    keys += [f"secret = {{ file = {_quote_toml(answers.secret_file)} }}"] if answers.secret_file else []
    return f"{{ {', '.join(keys)} }}"


def _display_name(name: str) -> str:
    """A quoted string (RFC 5322 § 3.2.4) where an atom would not do."""
    if _PLAIN_DISPLAY_NAME.fullmatch(name):
        return name
    return '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'


def _key_toml(name: str) -> str:
    """Bare where TOML takes it so (letters of ASCII, digits, - and _)."""
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _quote_toml(name)


def _quote_toml(text: str) -> str:
    """A basic string of TOML: JSON's escapes are among its own."""
    return json.dumps(text, ensure_ascii=False)
