"""Where the token of an account is kept: a file of mode 0600 in the state folder, or the keyring; one process at a time may change it.

What is written is on disk before anybody uses it (fsync of file and folder): a provider that hands out a new refresh token with each
renewal takes the old one back (RFC 9700 § 4.14.2), and a lost one locks us out.
"""

from __future__ import annotations

import fcntl
import importlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from watcher.core.health.model import TokenCondition
from watcher.edge.credentials import TokenError
from watcher.edge.oauth.grants import StoredToken
from watcher.edge.private_files import create_private_file, create_scratch_file

#: The folder in `state_dir`.
TOKEN_FOLDER = "tokens"  # noqa: S105
#: Octets that are set aside before a renewal, so that a full disk is found out before the provider is asked.
_RESERVED_OCTETS = 16 * 1024
_KEYRING_SERVICE = "watcher-tokens"
_INSTANTS = ("obtained_at", "expires_at", "login_expires_at", "failed_at", "failing_since")


class TokenStore:
    """One account's place. The text of a token is JSON: `condition`, `access_token`, `refresh_token`."""

    def __init__(self, state_folder: Path, name: str, *, in_keyring: bool = False) -> None:
        self.path = state_folder / TOKEN_FOLDER / f"{name}.json"
        self._in_keyring = in_keyring

    def read(self) -> StoredToken | None:
        """None: there is none yet. TokenError: what is there cannot be read."""
        try:
            text = self._read_keyring() if self._in_keyring else self.path.read_text(encoding="utf-8")
            return _parse_token(text) if text else None
        except FileNotFoundError:
            return None
        except PermissionError:
            text = f"{self.path} belongs to somebody else: run watcher login as the user of the service, or as root"
            raise TokenError(text, "store") from None
        except OSError as error:
            raise TokenError(f"{self.path}: {error.strerror}", "store") from None
        except (ValueError, TypeError, KeyError, AttributeError):
            raise TokenError(f"{self.path} holds no token that could be read: run watcher login", "store") from None

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Nobody else changes it meanwhile. TokenError: it could not be changed at all."""
        lock_file = self.path.with_suffix(".lock")
        try:
            self._prepare_folder()
            create_private_file(lock_file)
            self._give_to_service(lock_file)
            descriptor = os.open(lock_file, os.O_RDWR | os.O_CLOEXEC)
        except OSError as error:
            raise _not_storable(self.path, error) from None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    @contextmanager
    def reserve(self) -> Iterator[Path]:
        """Room on the disk for what is to be written, under a name of its own. TokenError: there is none."""
        try:
            scratch = create_scratch_file(self.path)
        except OSError as error:
            raise _not_storable(self.path, error) from None
        try:
            with scratch.open("r+b") as stream:
                stream.write(bytes(_RESERVED_OCTETS))
                stream.flush()
                os.fsync(stream.fileno())
            yield scratch
        except OSError as error:
            raise _not_storable(self.path, error) from None
        finally:
            scratch.unlink(missing_ok=True)

    def write(self, token: StoredToken, scratch: Path) -> None:
        """Puts it in the place of what was there; on disk when this returns. OSError, TokenError: it is not."""
        text = _format_token(token)
        if self._in_keyring:
            keyring = _import_keyring()
            try:
                keyring.set_password(_KEYRING_SERVICE, self.path.stem, text)
            except keyring.errors.KeyringError as error:
                raise TokenError(
                    f"the keyring does not take the token: {error or type(error).__name__}", "store"
                ) from None
            return
        with scratch.open("r+b") as stream:
            stream.write(text.encode())
            stream.truncate()
            stream.flush()
            os.fsync(stream.fileno())
        self._give_to_service(scratch)
        scratch.replace(self.path)
        folder = os.open(self.path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def _prepare_folder(self) -> None:
        folder = self.path.parent
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._give_to_service(folder)

    def _give_to_service(self, path: Path) -> None:
        """What root writes belongs to whom the state belongs: the service must be able to read it."""
        if os.geteuid() == 0:
            owner = self.path.parent.parent.stat()
            os.chown(path, owner.st_uid, owner.st_gid)

    def _read_keyring(self) -> str:
        keyring = _import_keyring()
        try:
            return str(keyring.get_password(_KEYRING_SERVICE, self.path.stem) or "")
        except keyring.errors.KeyringError as error:
            raise TokenError(f"the keyring does not open: {error or type(error).__name__}", "store") from None


def _import_keyring() -> Any:
    try:
        return importlib.import_module("keyring")
    except ImportError:
        raise TokenError("the keyring needs another package: pip install 'watcher-mail[keyring]'", "store") from None


def _not_storable(path: Path, error: OSError) -> TokenError:
    return TokenError(f"no token can be stored in {path.parent}: {error.strerror}", "store")


def _format_token(token: StoredToken) -> str:
    condition = {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(token.condition).items()
    }
    return json.dumps(
        {"condition": condition, "access_token": token.access_token, "refresh_token": token.refresh_token}, indent=1
    )


def _parse_token(text: str) -> StoredToken:
    """ValueError, TypeError, KeyError, AttributeError: not ours."""
    found = json.loads(text)
    given = found["condition"]
    known = {name.name: given[name.name] for name in fields(TokenCondition) if name.name in given}
    for name in _INSTANTS:
        if known.get(name) is not None:
            known[name] = datetime.fromisoformat(known[name])
    return StoredToken(TokenCondition(**known), str(found["access_token"]), str(found["refresh_token"]))
