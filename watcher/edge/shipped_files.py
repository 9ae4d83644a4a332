"""The rules and templates that ship, a copy of them for a user to edit, and what an upgrade means for that copy.

Beside the copy lies what it was made from, untouched (`.shipped`): so a later version knows what the user changed, and what we did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from watcher.edge.service_files import prepare_service_folder, share_with_service

#: Folders that ship, and that are copied.
SHIPPED_FOLDERS = ("rules", "templates")
ORIGINALS_FOLDER = ".shipped"
_ENDINGS = (".toml", ".txt", ".html")


class ShippedChange(StrEnum):
    """What an upgrade means for one file of the copy."""

    NEW = "new"  # it ships now, and did not before
    UPDATED = "updated"  # ours changed, the user's is as it was shipped
    EDITED = "edited"  # ours changed, and so did the user's: left alone
    WITHDRAWN = "withdrawn"  # it ships no more; left alone


@dataclass(frozen=True, slots=True)
class ShippedFile:
    """One file that an upgrade is about; `name` is relative, `diff` from what shipped before to what ships now."""

    name: str
    change: ShippedChange
    diff: str


def copy_shipped_files(source: Path, target: Path) -> None:
    """Rules and templates, and what they were made from. OSError: they cannot be written."""
    for name in _shipped_names(source):
        _write_copy(target / name, _read_if_there(source / name))
        _write_copy(target / ORIGINALS_FOLDER / name, _read_if_there(source / name))


def compare_shipped_files(source: Path, target: Path) -> list[ShippedFile]:
    """What an upgrade would change in the copy at `target`, by name. OSError: a file cannot be read."""
    found = [_compare_file(name, source, target) for name in _shipped_names(source)]
    withdrawn = set(_shipped_names(target / ORIGINALS_FOLDER)) - set(_shipped_names(source))
    found += [ShippedFile(name, ShippedChange.WITHDRAWN, "") for name in sorted(withdrawn) if (target / name).is_file()]
    return [file for file in found if file is not None]


def _compare_file(name: str, source: Path, target: Path) -> ShippedFile | None:
    """A file that the user removed stays removed."""
    now, own, before = (
        _read_if_there(source / name),
        _read_if_there(target / name),
        _read_if_there(target / ORIGINALS_FOLDER / name),
    )
    if now in (own, before):
        return None
    diff = "".join(_diff_lines(before if before is not None else own, now, name))
    if own is None:
        return ShippedFile(name, ShippedChange.NEW, diff) if before is None else None
    return ShippedFile(name, ShippedChange.UPDATED if own == before else ShippedChange.EDITED, diff)


def apply_upgrade(source: Path, target: Path, files: Sequence[ShippedFile]) -> None:
    """Writes what is new and what nobody edited; from now on the copy counts as made from what ships now. OSError."""
    for file in files:
        if file.change in (ShippedChange.NEW, ShippedChange.UPDATED):
            _write_copy(target / file.name, _read_if_there(source / file.name))
    for name in _shipped_names(source):
        _write_copy(target / ORIGINALS_FOLDER / name, _read_if_there(source / name))
    for file in files:
        if file.change is ShippedChange.WITHDRAWN:
            (target / ORIGINALS_FOLDER / file.name).unlink(missing_ok=True)


def _shipped_names(folder: Path) -> list[str]:
    return sorted(
        f"{name}/{path.name}"
        for name in SHIPPED_FOLDERS
        if (folder / name).is_dir()
        for path in (folder / name).iterdir()
        if path.suffix in _ENDINGS and path.is_file()
    )


def _read_if_there(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _write_copy(path: Path, octets: bytes | None) -> None:
    prepare_service_folder(path.parent)
    is_new = not path.exists()
    path.write_bytes(octets or b"")
    if is_new:
        share_with_service(path)


def _diff_lines(before: bytes | None, now: bytes | None, name: str) -> Iterator[str]:
    import difflib  # who only reads the configuration does without

    old, new = ((octets or b"").decode("utf-8", "replace").splitlines(keepends=True) for octets in (before, now))
    yield from difflib.unified_diff(old, new, f"{name} (before)", f"{name} (now)", n=1)
