"""edge/service_files.py: what is made for the service is readable by nobody else, whatever the umask says."""

from __future__ import annotations

import os
import stat

import pytest

from watcher.edge import service_files


@pytest.fixture(params=[0o000, 0o077])
def umask(request):
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


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
