"""edge/private_files.py: the state belongs to its owner alone, whatever the umask says and whatever was there."""

from __future__ import annotations

import os
import stat

import pytest

from tests.samples import ONE_MAILBOX_CONFIG
from watcher.config import load
from watcher.edge.private_files import create_scratch_file, prepare_state_folder, publish_file
from watcher.edge.store.store import Store
from watcher.service.app import App


@pytest.fixture(params=[0o000, 0o022, 0o077])
def umask(request):
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def modes(folder) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.iterdir()]}


def run_app(tmp_path) -> None:
    (tmp_path / "config.toml").write_text(ONE_MAILBOX_CONFIG.format(folder=tmp_path))
    App(load.load_config(tmp_path / "config.toml")).close()


def test_what_a_start_makes_is_private_whatever_the_umask(tmp_path, umask):
    run_app(tmp_path)
    found = modes(tmp_path / "state")
    assert set(found) == {"state", "watcher.sqlite3", "guard.json", "watcher.lock"}
    assert found == {name: 0o700 if name == "state" else 0o600 for name in found}


def test_a_command_that_makes_the_database_makes_it_private(tmp_path, umask):
    Store(f"sqlite:///{tmp_path}/state/watcher.sqlite3").close()
    assert set(modes(tmp_path / "state").values()) == {0o700, 0o600}


def test_what_was_open_to_others_is_closed_at_the_start(tmp_path):
    run_app(tmp_path)
    state = tmp_path / "state"
    (state / "watcher.sqlite3.before-restore-1").write_text("old")
    (state / "notes").write_text("not ours")
    for path in (state, *state.iterdir()):
        path.chmod(0o755 if path.is_dir() else 0o644)
    run_app(tmp_path)
    found = modes(state)
    assert found.pop("notes") == 0o644
    assert set(found.values()) == {0o700, 0o600}


def test_a_folder_for_everybody_is_refused(tmp_path):
    (tmp_path / "state").mkdir()
    (tmp_path / "state").chmod(0o1777)
    with pytest.raises(PermissionError, match="for everybody"):
        prepare_state_folder(tmp_path / "state")


def test_a_link_is_not_followed_to_what_it_names(tmp_path):
    (tmp_path / "state").mkdir(mode=0o700)
    (tmp_path / "elsewhere").write_text("somebody's")
    (tmp_path / "elsewhere").chmod(0o644)
    (tmp_path / "state" / "watcher.link").symlink_to(tmp_path / "elsewhere")
    prepare_state_folder(tmp_path / "state")
    assert stat.S_IMODE((tmp_path / "elsewhere").stat().st_mode) == 0o644


@pytest.mark.parametrize("make", [lambda path: path.write_text("mine"), lambda path: path.symlink_to("nowhere")])
def test_nothing_that_is_there_loses_its_name(tmp_path, make):
    make(tmp_path / "copy")
    scratch = create_scratch_file(tmp_path / "copy")
    with pytest.raises(FileExistsError):
        publish_file(scratch, tmp_path / "copy")
    assert (tmp_path / "copy").is_symlink() or (tmp_path / "copy").read_text() == "mine"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_what_root_makes_in_the_folder_of_the_service_belongs_to_the_service(tmp_path):
    """`watcher run --once` as root left a guard file that the service could not read any more."""
    (tmp_path / "state").mkdir()
    os.chown(tmp_path / "state", 12345, 12346)
    run_app(tmp_path)
    create_scratch_file(tmp_path / "state" / "copy")
    owners = {(path.stat().st_uid, path.stat().st_gid) for path in (tmp_path / "state").iterdir()}
    assert owners == {(12345, 12346)}


def test_where_no_file_can_be_made_the_folder_is_named(tmp_path):
    with pytest.raises(FileNotFoundError) as caught:
        create_scratch_file(tmp_path / "absent" / "copy")
    assert caught.value.filename == str(tmp_path / "absent")
