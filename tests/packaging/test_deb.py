"""The Debian package, as far as it can be looked at without building it: unit, scripts, page. `make package-test` installs it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.documentation import ALL_COMMANDS
from tests.packaging import __main__ as package_test
from tests.packaging.scripts import PACKAGING, build_deb
from tests.samples import ROOT

SCRIPTS = [*(PACKAGING / "debian" / name for name in ("postinst", "prerm", "postrm")), ROOT / "tests/packaging/boot.sh"]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_one(script):
    assert script.read_text().startswith("#!/bin/sh\n")
    subprocess.run(["sh", "-n", str(script)], check=True)


def test_the_unit_keeps_the_one_state_and_says_what_it_may_not():
    unit = (PACKAGING / "watcher.service").read_text()
    assert "ExecStart=/usr/bin/watcher -c /etc/watcher/config.toml run\n" in unit
    assert "StateDirectory=watcher\n" in unit and "User=watcher\n" in unit
    folders = (PACKAGING / "watcher.tmpfiles").read_text()
    assert "d /etc/watcher 2750 root watcher\n" in folders and "d /var/lib/watcher 0700 watcher watcher\n" in folders


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here")
def test_the_unit_exposes_no_more_than_1_2():
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(PACKAGING / "watcher.service")]
    last = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().splitlines()[-1]
    assert float(last.partition("watcher.service:")[2].split()[0]) <= package_test.MAX_EXPOSURE, last


def test_the_page_of_the_manual_has_every_command_and_option():
    page = build_deb.manual_page().decode().replace("\\-", "-")
    for name, command in ALL_COMMANDS.items():
        part = page.partition(f"\n.SS watcher {name}")[2].partition("\n.SS ")[0]
        assert part, name
        for parameter in command.params:
            if parameter.param_type_name == "option" and not parameter.hidden:
                assert all(option in part for option in parameter.opts), (name, parameter.opts)


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not here")
def test_the_page_of_the_manual_can_be_set(tmp_path):
    (tmp_path / "watcher.1").write_bytes(build_deb.manual_page())
    command = ["man", "--warnings", "-E", "UTF-8", "-l", str(tmp_path / "watcher.1")]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        env={"MANWIDTH": "100", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
    )
    assert "watcher run" in done.stdout
    assert done.stderr == ""


def test_one_folder_never_holds_two_versions_of_a_module(tmp_path):
    for interpreter, text in (("a", "x = 1"), ("b", "x = 2")):
        for name in ("lib/module.py", "lib-1.dist-info/WHEEL"):
            path = tmp_path / interpreter / name
            path.parent.mkdir(parents=True)
            path.write_text(text)
    (tmp_path / "b/lib/fast.cpython-313.so").write_bytes(b"")
    (tmp_path / "a/_fast.so").write_bytes(b"")  # comes before every folder
    build_deb.merge(tmp_path / "a", tmp_path / "both")
    with pytest.raises(ValueError, match=r"lib/module\.py differs"):
        build_deb.merge(tmp_path / "b", tmp_path / "both")
    (tmp_path / "b/lib/module.py").write_text("x = 1")
    build_deb.merge(tmp_path / "b", tmp_path / "both")
    assert {path.name for path in (tmp_path / "both/lib").iterdir()} == {"module.py", "fast.cpython-313.so"}


def test_the_control_file_is_filled_in(tmp_path):
    (tmp_path / "usr").mkdir()
    (tmp_path / "usr/file").write_text("x" * 4096)
    build_deb.write_control_files(tmp_path, "1.2.3", "arm64")
    build_deb.set_modes(tmp_path)
    control = (tmp_path / "DEBIAN/control").read_text()
    assert (
        "Version: 1.2.3\nArchitecture: arm64\n" in control
        and "Installed-Size: 4\n" in control
        and "@" not in control.replace("@watcher", "")
    )
    assert re.fullmatch(r"[0-9a-f]{32}  usr/file\n", (tmp_path / "DEBIAN/md5sums").read_text())
    assert (tmp_path / "DEBIAN/postinst").stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "usr/file").stat().st_mode & 0o777 == 0o644


def test_the_time_inside_is_that_of_the_source(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert build_deb.build_time().isoformat() == "1970-01-02T00:00:00+00:00"


def test_what_make_package_test_tries():
    assert [*package_test.STEPS][-2:] == ["keeps when removed", "purges"]
    assert Path(package_test.__file__).with_name("boot.sh").exists()
