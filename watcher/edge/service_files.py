"""What `watcher init` puts on the disk: files that the service may read and nobody else, whoever calls the command.

The service's user is the one that the package made. Where there is none, what is made belongs to whoever makes it.
"""

from __future__ import annotations

import os
import pwd
import subprocess
from collections.abc import Iterable
from pathlib import Path

#: The user that the unit names.
SERVICE_USER = "watcher"


def service_account() -> tuple[int, int] | None:
    """User and group of the service, where root may give it files; None elsewhere."""
    if os.geteuid() != 0:
        return None
    try:
        found = pwd.getpwnam(SERVICE_USER)
    except KeyError:
        return None
    return found.pw_uid, found.pw_gid


def share_with_service(path: Path) -> None:
    """The service may read it, not write it; others may do neither: 0640 and 0750 with its group, or 0600 and 0700 where there is no
    such user. OSError: not possible."""
    account = service_account()
    is_folder = path.is_dir()
    if account is not None:
        os.chown(path, 0, account[1])
        path.chmod(0o750 if is_folder else 0o640)
    else:
        path.chmod(0o700 if is_folder else 0o600)


def write_service_file(path: Path, text: str) -> None:
    """A new file that the service may read. FileExistsError: there is one; OSError: it cannot be written."""
    with os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(text)
    share_with_service(path)


def prepare_service_folder(path: Path) -> None:
    """The folder, with its parents, that the service may read; one that is there stays as it is. OSError: it cannot be made."""
    if not path.is_dir():
        prepare_service_folder(path.parent)
        path.mkdir()
        share_with_service(path)


def prepare_service_state(path: Path) -> None:
    """The folder of the state, which the service alone reads and writes (0700); one that is there stays as it is. OSError."""
    if path.is_dir():
        return
    path.mkdir(parents=True, mode=0o700)
    account = service_account()
    if account is not None:
        os.chown(path, *account)


def list_closed_paths(paths: Iterable[Path], account: tuple[int, int], right: str) -> list[Path]:
    """Those that the account (user and group) has not this right to (`r`, `w` or `x`); of a folder, what is closed by it is left out. It
    is asked as that account, for lists of rights know more than modes. []: nobody can say, for it takes root."""
    user, group = account
    script = f'for path; do [ -{right} "$path" ] || printf "%s\\0" "$path"; done'
    try:
        done = subprocess.run(  # noqa: S603 (the script is ours)
            ["/bin/sh", "-c", script, "sh", *map(str, paths)],
            capture_output=True, check=True, cwd="/", env={}, user=user, group=group,
            extra_groups=os.getgrouplist(pwd.getpwuid(user).pw_name, group),
        )  # fmt: skip
    except (OSError, KeyError, subprocess.SubprocessError):
        return []
    closed = [Path(os.fsdecode(name)) for name in done.stdout.split(b"\0") if name]
    return [path for path in closed if not any(other in path.parents for other in closed)]
