"""Files and folders that nobody but their owner may read, whatever the umask says: the state holds keys and customers' mail."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
#: How the names of our own files in a state folder begin.
_OUR_FILES = ("watcher.", ".watcher.", "guard.")


def prepare_state_folder(path: Path) -> None:
    """Makes the folder with mode 0700, or takes from others what they may do with it and with our files in it (0600).

    PermissionError: it belongs to somebody else, or everybody may write there. OSError: it cannot be made.
    """
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    if is_for_everybody(path):
        raise PermissionError(f"{path} is a folder for everybody: name one of Watcher's own as state_dir")
    if path.stat().st_mode & _OTHERS:
        _take_from_others(path, 0o700)
    for file in path.iterdir():
        if file.name.startswith(_OUR_FILES) and not file.is_symlink() and file.is_file():
            make_private(file)


def is_for_everybody(path: Path) -> bool:
    """Is it a folder such as /tmp, in which each may write and keeps what is theirs? OSError: nobody can say."""
    return bool(path.stat().st_mode & stat.S_ISVTX)


def make_private(path: Path) -> None:
    """Mode 0600 where others may do anything with the file. PermissionError: it belongs to somebody else."""
    if path.stat().st_mode & _OTHERS:
        _take_from_others(path, 0o600)


def create_private_file(path: Path) -> None:
    """An empty file with mode 0600, or the one that is there, made private. OSError: neither."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    make_private(path)
    give_to_folder_owner(path)


def give_to_folder_owner(path: Path) -> None:
    """What root makes in the folder of the service belongs to the service: it could not read it otherwise. OSError: not possible."""
    if os.geteuid() == 0:
        folder = path.parent.stat()
        if folder.st_uid != 0:
            os.chown(path, folder.st_uid, folder.st_gid, follow_symlinks=False)


def create_scratch_file(beside: Path) -> Path:
    """A fresh, empty file with mode 0600 in the same folder, under a name that nobody can guess. OSError: there is none."""
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{beside.name}.", suffix=".new", dir=beside.parent)
    except OSError as error:  # its name is our affair: what is wrong is the folder
        raise OSError(error.errno, error.strerror, str(beside.parent)) from None
    os.close(descriptor)
    give_to_folder_owner(Path(name))
    return Path(name)


def publish_file(scratch: Path, target: Path) -> None:
    """The finished file gets its name, never that of a file or link that is there. FileExistsError."""
    try:
        os.link(scratch, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        scratch.rename(target)
    else:
        scratch.unlink()


def _take_from_others(path: Path, mode: int) -> None:
    try:
        path.chmod(mode)
    except PermissionError:
        raise PermissionError(
            f"{path}: others may read it, and it is not ours to change; run: chmod {mode:o} {path}"
        ) from None
