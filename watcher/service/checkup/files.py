"""What lies on this machine: the state, and who may read and write the configuration and the secrets."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from watcher.config.load import SHIPPED_DATA_DIR
from watcher.config.models import Config, ImapTable, SmtpTable
from watcher.core.health.findings import Finding, Level
from watcher.core.health.incidents import describe_full_disk
from watcher.edge import private_files, service_files, tls
from watcher.edge.disk import measure_free_space
from watcher.edge.shipped_files import ORIGINALS_FOLDER, ShippedChange, compare_shipped_files
from watcher.edge.store.store import database_file

#: What the unit hides from the service (ProtectHome=, PrivateTmp=).
HIDDEN_FOLDERS = (Path("/home"), Path("/root"), Path("/run/user"), Path("/tmp"), Path("/var/tmp"))  # noqa: S108


def check_files(path: Path, config: Config) -> Iterator[Finding]:
    """`path`: of the configuration. OSError: it cannot be looked at."""
    yield from _check_state(config)
    folder = path.absolute().parent
    named = (*(config.watcher.rules or ()), *filter(None, [config.watcher.templates]))
    for file in (path, *(folder / Path(name).expanduser() for name in named)):
        if file.exists() and file.stat().st_mode & stat.S_IWOTH:
            yield Finding(Level.NOTE, f"{file} can be written by everybody: chmod o-w {file}")
    yield from _check_copies(folder)
    for file in _secret_files(config):
        yield from _check_secret(file)
    for ca in _certificate_files(config):
        yield from _check_certificates(ca)
    account = service_files.service_account()
    if (
        account is not None and Path("/etc") in path.absolute().parents
    ):  # what the unit reads; others have users of their own
        yield from check_service_rights(config, account)


def check_service_rights(
    config: Config, account: tuple[int, int], hidden: Sequence[Path] = HIDDEN_FOLDERS
) -> Iterator[Finding]:
    """Can the service, as this user and group, read what root has written for it, and write its state? Root alone can ask."""
    named = dict.fromkeys([*config.source_paths(), *_secret_files(config), *map(Path, _certificate_files(config))])
    files = [file.absolute() for file in named if file.exists()]
    unseen = [file for file in files if any(folder in file.resolve().parents for folder in hidden)]
    for file in unseen:
        text = f"{file}: the service does not see this folder (ProtectHome= and PrivateTmp= in its unit)"
        yield Finding(Level.BAD, f"{text}: move it to /etc/watcher")
    files = [file for file in files if file not in unseen]
    closed = service_files.list_closed_paths(
        sorted({folder for file in files for folder in file.parents}), account, "x"
    )
    reached = [file for file in files if not any(folder in file.parents for folder in closed)]
    for path in closed + service_files.list_closed_paths(reached, account, "r"):
        mend = f"chgrp {service_files.SERVICE_USER} {path} && chmod {'g=rx' if path.is_dir() else 'g=r'} {path}"
        yield Finding(Level.BAD, f"{path} cannot be read by the service: {mend}")
    state = [config.state_dir, *config.state_dir.glob("watcher.sqlite3*"), *config.state_dir.glob("guard.*")]
    for path in service_files.list_closed_paths([path for path in state if path.exists()], account, "w"):
        mend = f"chown {service_files.SERVICE_USER}: {path}"
        yield Finding(Level.BAD, f"{path} cannot be written by the service: {mend}")


def _check_copies(folder: Path) -> Iterator[Finding]:
    """Of rules and templates, as `watcher init` made them in this folder: those of another version are said."""
    try:
        names = [
            file.name
            for file in compare_shipped_files(SHIPPED_DATA_DIR, folder)
            if file.change is not ShippedChange.WITHDRAWN
        ]
    except OSError:  # not ours to read: who reads the rules says so
        return
    if names and (folder / ORIGINALS_FOLDER).is_dir():
        text = f"{folder}: {len(names)} of the rules and templates that ship are other ones in this version, such as {names[0]}"
        yield Finding(
            Level.NOTE, f"{text}: watcher init --upgrade {folder} shows what has changed, and asks before it writes"
        )


def _check_state(config: Config) -> Iterator[Finding]:
    """The folder that every command uses, whoever calls it."""
    folder = config.state_dir
    there = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    database, space = database_file(config.database_url), measure_free_space(there)
    what = "state" if config.watcher.state_dir else "state (state_dir is not written: this is the default)"
    if database is not None and database.exists() and not os.access(database, os.R_OK):
        text = f"{what}: {folder} is not yours to read: run this as root, or as the user of the service"
        yield Finding(Level.NOTE, text)
    elif not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        yield Finding(Level.BAD, f"{what}: {folder} cannot be written: {_unwritable_reason(there)}")
    elif folder.exists() and private_files.is_for_everybody(folder):
        yield Finding(Level.BAD, f"{what}: {folder} is a folder for everybody: name one of Watcher's own as state_dir")
    elif full := describe_full_disk(space.octets, space.files):
        yield Finding(Level.BAD, f"{what}: {folder}: {full}: make room, or name another folder as state_dir")
    else:
        yield Finding(Level.OK, f"{what}: {folder}" + ("" if folder.exists() else ", which the first start makes"))


def _unwritable_reason(there: Path) -> str:
    if not there.is_dir():
        return f"{there} is a file; name a folder as state_dir"
    if os.statvfs(there).f_flag & os.ST_RDONLY:
        return "its file system is mounted read only; name another folder as state_dir, or under systemd add it to ReadWritePaths="
    return f"{there} belongs to {_owner_name(there)}: run this as that user or as root, or name another folder as state_dir"


def _owner_name(path: Path) -> str:
    try:
        return path.owner()
    except KeyError:
        return f"user {path.stat().st_uid}"


def _certificate_files(config: Config) -> list[str]:
    return list(dict.fromkeys(str(server.ca) for server in _list_servers(config) if server.ca))


def _check_certificates(ca: str) -> Iterator[Finding]:
    try:
        tls.shared_context(ca)
    except tls.CaFileError as error:
        yield Finding(Level.BAD, str(error))


def _list_servers(config: Config) -> list[ImapTable | SmtpTable]:
    servers: list[ImapTable | SmtpTable] = [server for box in config.mailbox for server in (box.imap, box.smtp)]
    return servers + ([config.alerts.smtp] if config.alerts.smtp else [])


def _secret_files(config: Config) -> Iterator[Path]:
    servers = _list_servers(config)
    secrets = [server.password for server in servers]
    secrets += [server.auth.secret for server in servers if server.auth is not None]
    yield from dict.fromkeys(Path(str(secret.value)) for secret in secrets if secret and secret.source == "file")


def _check_secret(file: Path) -> Iterator[Finding]:
    try:
        mode = file.stat().st_mode
    except OSError as error:
        yield Finding(
            Level.NOTE, f"{file}: {error.strerror}: put the password there, or see who may look into its folder"
        )
        return
    if mode & (stat.S_IROTH | stat.S_IWOTH):
        yield Finding(Level.BAD, f"{file} can be read by everybody, and is not used: chmod o-rwx {file}")
