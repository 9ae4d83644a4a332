"""How an account logs in, and where its password comes from. Never from an argument, never into a log, never into an error.

A connection asks its account's authentication for credentials, once, before it is opened. That may take as long as a person
needs to unlock a password store, so it never happens on the event loop.
"""

from __future__ import annotations

import importlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from watcher.edge.text_files import EncodingError, read_text_file

#: Seconds a password command may take.
COMMAND_TIMEOUT_SECONDS = 30


class SecretError(Exception):
    """A password cannot be had; the text names the source and what to do, never the value."""

    what = "password"
    is_passing = False  # nothing is wrong with the account: it may work by itself in a minute


class TokenError(SecretError):
    """A token cannot be had. `error`: the code of RFC 6749 § 5.2, or `secret`, `store` or `login` where it was not asked for; "" where
    no answer came that could be read."""

    what = "token"

    def __init__(self, text: str, error: str = "") -> None:
        super().__init__(text)
        self.error = error
        self.is_passing = not error


#: What `password = { … }` in the configuration may name.
SECRET_SOURCES = ("env", "file", "command", "credential", "keyring")


@dataclass(frozen=True, slots=True)
class Secret:
    """The place of a password. `source` is env, file, command, credential or keyring; `value` says which one. Reading raises
    SecretError."""

    source: str
    value: str | tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.source} {self.value if isinstance(self.value, str) else self.value[0]}"


@dataclass(frozen=True, slots=True)
class PasswordCredentials:
    """What one login is made with; the password stays out of `repr`, so that no log and no traceback shows it."""

    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PasswordAuthentication:
    """The kind of authentication with a name and a password (SASL, RFC 4422), by whichever mechanism the server offers."""

    user: str
    read_password: Callable[[], str]  # may block for long; raises SecretError

    async def fetch_credentials(self) -> PasswordCredentials:
        """The password of now: it may have changed since the last login. SecretError: it cannot be had."""
        import asyncio  # which who only reads a configuration does without

        return PasswordCredentials(self.user, await asyncio.to_thread(self.read_password))

    def note_refusal(self, credentials: Credentials) -> None:
        """A server refused them. A password is read anew each time anyway."""


@dataclass(frozen=True, slots=True)
class BearerCredentials:
    """A login with a token (RFC 6750 § 1.2) by XOAUTH2 or OAUTHBEARER; the token stays out of `repr`."""

    user: str
    token: str = field(repr=False)
    advice: str = ""  # what to do where the server refuses a token that is good


#: What a login is made with.
Credentials = PasswordCredentials | BearerCredentials


class Authentication(Protocol):
    """Every kind of authentication an account may have."""

    @property
    def user(self) -> str:
        """Whom the server is to let in."""

    async def fetch_credentials(self) -> Credentials:
        """Those of now. SecretError: they cannot be had."""

    def note_refusal(self, credentials: Credentials) -> None:
        """A server refused them: the same ones are of little use for the next login."""


def read_password(secret: Secret) -> str:
    """The password; blocks, up to `COMMAND_TIMEOUT_SECONDS` for a command. SecretError: it cannot be had."""
    value = _read_from_source(secret)
    if not value:
        raise SecretError(f"{secret}: empty")
    if "\0" in value or "\n" in value or "\r" in value:
        raise SecretError(f"{secret}: holds more than one line")
    return value


def _read_from_source(secret: Secret) -> str:
    name, words = str(secret.value), (secret.value,) if isinstance(secret.value, str) else secret.value
    match secret.source:
        case "env":
            return _read_environment(name)
        case "file":
            return _read_file(name)
        case "command":
            return _run_command(words)
        case "credential":
            return _read_systemd_credential(name)
        case "keyring":
            return _read_keyring(name)
    raise SecretError(f"{secret}: unknown source")


def _read_environment(name: str) -> str:
    try:
        return os.environ[name]
    except KeyError:
        raise SecretError(f"env {name}: the variable is not set") from None


def _read_file(name: str) -> str:
    return read_private_file(Path(name).expanduser()).removesuffix("\n")


def read_private_file(path: Path) -> str:
    """The text of a file with a secret in it. SecretError: it cannot be read, or everybody can read it."""
    try:
        mode = path.stat().st_mode
        if mode & (stat.S_IROTH | stat.S_IWOTH):
            raise SecretError(f"file {path}: everybody can read it; run: chmod 600 {path}")
        return read_text_file(path)
    except OSError as error:
        raise SecretError(f"file {path}: {error.strerror}") from None
    except EncodingError:  # its text shows what was read
        raise SecretError(f"file {path}: not UTF-8 text: save it as UTF-8 in your editor") from None


def _run_command(words: tuple[str, ...]) -> str:
    import subprocess  # as asyncio above

    try:
        done = subprocess.run(  # noqa: S603 (the words are the configuration's, no shell)
            words, capture_output=True, timeout=COMMAND_TIMEOUT_SECONDS, stdin=subprocess.DEVNULL, check=False
        )
    except subprocess.TimeoutExpired:
        raise SecretError(f"command {words[0]}: no answer within {COMMAND_TIMEOUT_SECONDS} s") from None
    except OSError as error:
        raise SecretError(f"command {words[0]}: {error.strerror}") from None
    if done.returncode:
        raise SecretError(f"command {words[0]}: ended with {done.returncode}")
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    return lines[0] if lines else ""


def _read_systemd_credential(name: str) -> str:
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    if not folder:
        raise SecretError(
            f"credential {name}: $CREDENTIALS_DIRECTORY is not set; the unit needs LoadCredential={name}:…"
        )
    try:
        return read_text_file(Path(folder) / name).removesuffix("\n")
    except OSError as error:
        raise SecretError(f"credential {name}: {error.strerror}") from None
    except EncodingError:
        raise SecretError(f"credential {name}: not UTF-8 text: save it as UTF-8 in your editor") from None


def _read_keyring(name: str) -> str:
    try:
        keyring = importlib.import_module("keyring")
    except ImportError:
        raise SecretError(f"keyring {name}: the package keyring is not installed") from None
    service, _, user = name.partition("/")
    try:
        return str(keyring.get_password(service, user or service) or "")
    except keyring.errors.KeyringError as error:
        raise SecretError(f"keyring {name}: {error or type(error).__name__}") from None
