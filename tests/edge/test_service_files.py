"""edge/service_files.py: what is made for the service is readable by nobody else, whatever the umask says."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

import pytest

from watcher.edge import service_files


@pytest.fixture(params=[0o000, 0o077])
def umask(request):
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.fixture
def open_folder():
    """pytest's own folders are closed to other users."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_files_and_folders_are_not_for_others(tmp_path, umask):
    service_files.prepare_service_folder(tmp_path / "a" / "b")
    service_files.write_service_file(tmp_path / "a" / "b" / "secret", "word\n")
    service_files.prepare_service_state(tmp_path / "state")
    has_user = service_files.service_account() is not None
    assert mode(tmp_path / "a") == mode(tmp_path / "a" / "b") == (0o750 if has_user else 0o700)
    assert mode(tmp_path / "a" / "b" / "secret") == (0o640 if has_user else 0o600)
    assert mode(tmp_path / "state") == 0o700


def test_what_is_there_is_neither_overwritten_nor_changed(tmp_path):
    (tmp_path / "there").mkdir(mode=0o755)
    (tmp_path / "there").chmod(0o755)
    service_files.prepare_service_folder(tmp_path / "there")
    service_files.prepare_service_state(tmp_path / "there")
    assert mode(tmp_path / "there") == 0o755
    service_files.write_service_file(tmp_path / "file", "one")
    with pytest.raises(FileExistsError):
        service_files.write_service_file(tmp_path / "file", "two")
    assert (tmp_path / "file").read_text() == "one"


#: Of Debian's base-passwd: in no group but its own.
NOBODY = (65534, 65534)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may ask as somebody else")
def test_what_the_service_cannot_use_is_asked_as_the_service(open_folder):
    files = [open_folder / name for name in ("open", "closed", "with a 'quote", "dir/below")]
    (open_folder / "dir").mkdir(mode=0o700)
    for file in files:
        file.write_text("x")
        file.chmod(0o644 if file.name in ("open", "below") else 0o600)
    found = service_files.list_closed_paths([*files, open_folder / "dir"], NOBODY, "r")
    assert sorted(found) == sorted([files[1], files[2], open_folder / "dir"]), (
        "what lies below a closed folder is left out"
    )
    assert service_files.list_closed_paths([open_folder / "dir", open_folder], NOBODY, "x") == [open_folder / "dir"]
    assert service_files.list_closed_paths(files[:1], NOBODY, "w") == files[:1]
    os.chown(files[1], 0, NOBODY[1])
    files[1].chmod(0o640)
    assert service_files.list_closed_paths(files[:2], NOBODY, "r") == []
    assert service_files.list_closed_paths(files, (4_000_000, 4_000_000), "r") == [], "there is no such user"
