"""service/checkup/files.py: the state, and who may read and write what."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.config.conftest import LEAST, load
from watcher.service.checkup.files import check_files, check_service_rights

TEXT = LEAST.replace('{ env = "SALES_PASSWORD" }', '{ file = "secret" }')


def findings(folder: Path, text: str) -> list[str]:
    return [f"{found.level} {found.text}" for found in check_files(folder / "config.toml", load(folder, text))]


def test_what_is_well_is_said_with_the_folder_of_the_state(tmp_path):
    (tmp_path / "secret").write_text("x")
    (tmp_path / "secret").chmod(0o600)
    (tmp_path / "state").mkdir()
    assert findings(tmp_path, f'[watcher]\nstate_dir = "state"\n{TEXT}') == [f"ok state: {tmp_path}/state"]
    assert findings(tmp_path, f'[watcher]\nstate_dir = "new"\n{TEXT}') == [
        f"ok state: {tmp_path}/new, which the first start makes"
    ]


def test_a_state_that_nobody_named_is_the_default(tmp_path, monkeypatch):
    (tmp_path / "secret").write_text("x")
    (tmp_path / "secret").chmod(0o600)
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path))
    (found,) = findings(tmp_path, TEXT)
    assert found == f"ok state (state_dir is not written: this is the default): {tmp_path}"


def test_who_may_read_and_write(tmp_path):
    (tmp_path / "secret").write_text("x")
    (tmp_path / "secret").chmod(0o644)
    (tmp_path / "rules").mkdir()
    shutil.copy(Path(__file__).parents[3] / "rules" / "90-default.toml", tmp_path / "rules")
    (tmp_path / "rules").chmod(0o777)
    (tmp_path / "config.toml").touch(mode=0o600)
    (tmp_path / "config.toml").chmod(0o666)
    found = findings(tmp_path, f'[watcher]\nstate_dir = "state"\nrules = ["rules"]\n{TEXT}')
    assert found[1:] == [
        f"note {tmp_path}/config.toml can be written by everybody: chmod o-w {tmp_path}/config.toml",
        f"note {tmp_path}/rules can be written by everybody: chmod o-w {tmp_path}/rules",
        f"bad {tmp_path}/secret can be read by everybody, and is not used: chmod o-rwx {tmp_path}/secret",
    ]
    (tmp_path / "secret").unlink()
    assert f"note {tmp_path}/secret: No such file or directory: put the password there" in "\n".join(
        findings(tmp_path, f'[watcher]\nstate_dir = "state"\n{TEXT}')
    )


def test_a_file_in_the_place_of_the_state_is_named(tmp_path):
    path = tmp_path / "state"
    path.write_text("")
    found = findings(tmp_path, f'[watcher]\nstate_dir = "state"\n{TEXT}')
    assert found[0] == f"bad state: {path} cannot be written: {path} is a file; name a folder as state_dir"


def test_a_file_of_certificates_that_is_not_there_is_named_before_any_server_is_asked(tmp_path):
    (tmp_path / "secret").write_text("x")
    (tmp_path / "secret").chmod(0o600)
    text = TEXT.replace("imap = { ", 'imap = { ca = "nowhere.pem", ')
    assert text != TEXT
    found = findings(tmp_path, f'[watcher]\nstate_dir = "state"\n{text}')
    assert found[1].startswith(f"bad ca: {tmp_path}/nowhere.pem: No such file or directory: name a file"), found


def test_a_folder_that_no_start_would_take_is_not_well(tmp_path):
    (tmp_path / "state").mkdir()
    (tmp_path / "state").chmod(0o1777)
    found = findings(tmp_path, f'[watcher]\nstate_dir = "state"\n{TEXT}')
    assert found[0] == f"bad state: {tmp_path}/state is a folder for everybody: name one of Watcher's own as state_dir"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts")
def test_a_state_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "state").mkdir()
    load(tmp_path, f'[watcher]\nstate_dir = "state"\n{LEAST}')
    watcher = f"{sys.executable} -m watcher -c {tmp_path}/config.toml"
    script = f"mount -t tmpfs -o ro,mode=700 none {tmp_path}/state && {{ {watcher} check; {watcher} run --once; }}"
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", script], capture_output=True, text=True, check=False, timeout=100
    )
    if "mount:" in done.stderr or "unshare:" in done.stderr:
        pytest.skip("nothing can be mounted here")
    assert (
        f"!!  state: {tmp_path}/state cannot be written: its file system is mounted read only; name another"
        in done.stdout
    )
    assert done.returncode == 1
    assert f"cannot start: the state in {tmp_path}/state cannot be written (Read-only file system)" in done.stderr
    assert "state_dir" in done.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts")
def test_a_disk_without_room_is_named_before_the_first_start(tmp_path):
    (tmp_path / "state").mkdir()
    load(tmp_path, f'[watcher]\nstate_dir = "state"\n{LEAST}')
    watcher = f"{sys.executable} -m watcher -c {tmp_path}/config.toml"
    script = f"mount -t tmpfs -o size=3m,mode=700 none {tmp_path}/state && {watcher} check"
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", script], capture_output=True, text=True, check=False, timeout=100
    )
    if "mount:" in done.stderr or "unshare:" in done.stderr:
        pytest.skip("nothing can be mounted here")
    assert f"!!  state: {tmp_path}/state: 3 MiB are left on the disk" in done.stdout
    assert done.returncode == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may ask as somebody else")
def test_what_root_kept_from_the_service_is_said():
    """A file that root has put there, a database that root has copied back: the service does not start, and root reads everything."""
    nobody = (65534, 65534)  # of Debian's base-passwd
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(Path(__file__).parents[3] / "rules", folder / "rules")
        (folder / "state").mkdir(mode=0o700)
        (folder / "state" / "watcher.sqlite3").touch(mode=0o600)
        (folder / "secret").write_text("x")
        config = load(folder, f'[watcher]\nstate_dir = "state"\nrules = ["rules"]\n{TEXT}')
        for path in (folder, *folder.rglob("*")):
            os.chown(path, 0, nobody[1])
            path.chmod(0o750 if path.is_dir() else 0o640)
        for path in (folder / "state", folder / "state" / "watcher.sqlite3"):
            os.chown(path, *nobody)
        assert list(check_service_rights(config, nobody, hidden=())) == []

        (folder / "secret").chmod(0o600)
        (folder / "rules" / "90-default.toml").chmod(0o600)
        os.chown(folder / "state" / "watcher.sqlite3", 0, 0)
        found = [f"{each.level} {each.text}" for each in check_service_rights(config, nobody, hidden=())]
        rule = folder / "rules" / "90-default.toml"
        assert found == [
            f"bad {rule} cannot be read by the service: chgrp watcher {rule} && chmod g=r {rule}",
            f"bad {folder}/secret cannot be read by the service: chgrp watcher {folder}/secret && chmod g=r {folder}/secret",
            f"bad {folder}/state/watcher.sqlite3 cannot be written by the service: chown watcher: {folder}/state/watcher.sqlite3",
        ]
        (folder / "rules").chmod(0o700)
        first = next(check_service_rights(config, nobody, hidden=())).text
        assert (
            first
            == f"{folder}/rules cannot be read by the service: chgrp watcher {folder}/rules && chmod g=rx {folder}/rules"
        )
        first = next(check_service_rights(config, nobody, hidden=(folder / "rules",))).text
        assert "the service does not see this folder" in first and "move it to /etc/watcher" in first
