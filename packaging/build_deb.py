"""Builds dist/watcher_VERSION_ARCHITECTURE.deb from the wheel in dist/ and the locked libraries.

`build_deb.py UV [ARCHITECTURE]`, with uv as the program that fetches. The package is a virtual environment of the system's own
Python in /usr/lib/watcher. Libraries come as wheels, checked by their hashes, for both interpreters that it serves: Debian 12's and
Debian 13's. Their pure modules are the same, and compiled ones carry their interpreter in their name, so that one folder holds both.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
DIST = ROOT / "dist"
LOCK = ROOT / "requirements" / "run.lock"
#: gzip is quicker, where a package is made to be tried.
COMPRESSION = os.environ.get("DEB_COMPRESSION", "xz")
#: Oldest first: its name is the folder's, the others are links to it.
INTERPRETERS = ("3.11", "3.13")
#: Debian's name of an architecture → the platform of wheels: glibc 2.28, which both systems have.
PLATFORMS = {"amd64": "x86_64-manylinux_2_28", "arm64": "aarch64-manylinux_2_28"}
#: Programs and pages that libraries bring along and nobody calls here.
UNWANTED = (
    "bin",
    "imapclient/interact.py",
    "imapclient/livetest.py",
    "aiosmtpd/docs",
    "aiosmtpd/tests",
    "share",
    "include",
)
LAUNCHER = """#!/usr/lib/watcher/bin/python3
import sys

from watcher.cli import main

sys.exit(main())
"""
ENVIRONMENT = """home = /usr/bin
include-system-site-packages = false
"""


def build(uv: str, architecture: str) -> Path:
    """The finished package. CalledProcessError: a library cannot be had; FileNotFoundError: there is no wheel yet."""
    wheel = next(iter(DIST.glob("watcher_mail-*.whl")), None)
    if wheel is None:
        raise FileNotFoundError("dist/ has no wheel: make wheel")
    version = wheel.name.split("-")[1]
    with tempfile.TemporaryDirectory(prefix="deb") as scratch:
        tree = Path(scratch) / "tree"
        tree.mkdir(mode=0o755)
        install_environment(uv, architecture, wheel, tree)
        install_system_files(tree, version)
        write_control_files(tree, version, architecture)
        set_modes(tree)
        target = DIST / f"watcher_{version}_{architecture}.deb"
        unfinished = target.with_suffix(
            ".part"
        )  # compressing takes a minute: nobody takes half a package for a whole one
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", f"-Z{COMPRESSION}", "--build", str(tree), str(unfinished)], check=True
        )
        unfinished.rename(target)
    return target


def install_environment(uv: str, architecture: str, wheel: Path, tree: Path) -> None:
    """/usr/lib/watcher: bin/, pyvenv.cfg, lib/ with one folder of libraries."""
    place = tree / "usr/lib/watcher"
    packages = place / "lib" / f"python{INTERPRETERS[0]}" / "site-packages"
    packages.parent.mkdir(parents=True)
    for interpreter in INTERPRETERS:
        with tempfile.TemporaryDirectory(prefix="deb") as fetched:
            fetch_libraries(uv, architecture, interpreter, wheel, Path(fetched))
            merge(Path(fetched), packages)
        if interpreter != INTERPRETERS[0]:
            (place / "lib" / f"python{interpreter}").symlink_to(f"python{INTERPRETERS[0]}")
    (place / "bin").mkdir()
    (place / "bin" / "python3").symlink_to("/usr/bin/python3")
    (place / "bin" / "watcher").write_text(LAUNCHER)
    (place / "pyvenv.cfg").write_text(ENVIRONMENT)


def fetch_libraries(uv: str, architecture: str, interpreter: str, wheel: Path, target: Path) -> None:
    common = [uv, "pip", "install", "-q", "--no-config", "--target", str(target), "--python-version", interpreter,
              "--python-platform", PLATFORMS[architecture], "--only-binary", ":all:", "--link-mode", "copy"]  # fmt: skip
    subprocess.run([*common, "--require-hashes", "-r", str(LOCK)], check=True)
    subprocess.run([*common, "--no-deps", str(wheel)], check=True)
    for name in UNWANTED:
        unwanted = target / name
        if unwanted.is_dir():
            shutil.rmtree(unwanted)
        else:
            unwanted.unlink(missing_ok=True)
    for leftover in [*target.rglob("__pycache__"), *target.glob(".lock")]:
        shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()


def merge(source: Path, target: Path) -> None:
    """Adds what is not there yet. ValueError: a module is another one for this interpreter, and one folder cannot hold both."""
    target.mkdir(exist_ok=True)
    for path in sorted(source.rglob("*")):
        place = target / path.relative_to(source)
        if path.is_dir():
            place.mkdir(parents=True, exist_ok=True)
        elif not place.exists():
            shutil.copy2(path, place)
        elif ".dist-info" not in str(place) and place.read_bytes() != path.read_bytes():
            raise ValueError(f"{place.relative_to(target)} differs between Python {' and '.join(INTERPRETERS)}")


def install_system_files(tree: Path, version: str) -> None:
    """The unit, the user, the folders, the manual page and what Debian wants to know of a package."""
    files = {
        "usr/lib/systemd/system/watcher.service": HERE / "watcher.service",
        "usr/lib/sysusers.d/watcher.conf": HERE / "watcher.sysusers",
        "usr/lib/tmpfiles.d/watcher.conf": HERE / "watcher.tmpfiles",
        "usr/share/doc/watcher/copyright": HERE / "debian/copyright",
        "usr/share/doc/watcher/config.example.toml": ROOT / "config.example.toml",
        "usr/share/lintian/overrides/watcher": HERE / "debian/lintian-overrides",
    }
    for name, source in files.items():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, tree / name)
    stamp = format_datetime(build_time())
    entry = f"watcher ({version}) stable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- {maintainer()}  {stamp}\n"
    write_compressed(tree / "usr/share/doc/watcher/changelog.gz", entry.encode())
    write_compressed(tree / "usr/share/doc/watcher/NEWS.md.gz", (ROOT / "CHANGELOG.md").read_bytes())
    write_compressed(tree / "usr/share/man/man1/watcher.1.gz", manual_page())
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/watcher").symlink_to("../lib/watcher/bin/watcher")


def manual_page() -> bytes:
    """watcher(1), by the program that is shipped."""
    command = [sys.executable, str(HERE / "write_manual.py")]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout


def write_compressed(path: Path, data: bytes) -> None:
    """Without a time inside: the same input makes the same package."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(data, 9, mtime=0))


def build_time() -> datetime:
    """$SOURCE_DATE_EPOCH, else that of the last change."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        given = asked.stdout.strip() or "0"
    return datetime.fromtimestamp(int(given), UTC)


def maintainer() -> str:
    (name,) = re.findall(r"(?m)^Maintainer: (.*)$", (HERE / "debian/control").read_text())
    return str(name)


def write_control_files(tree: Path, version: str, architecture: str) -> None:
    """DEBIAN/: control, the maintainer's scripts, checksums."""
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files) // 1024
    sums = "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(tree)}\n" for path in files)
    folder = tree / "DEBIAN"
    folder.mkdir()
    text = (HERE / "debian/control").read_text()
    for name, value in (("version", version), ("architecture", architecture), ("size", str(size))):
        text = text.replace(f"@{name}@", value)
    (folder / "control").write_text(text)
    (folder / "md5sums").write_text(sums)
    for name in ("postinst", "prerm", "postrm", "triggers"):
        shutil.copyfile(HERE / "debian" / name, folder / name)


def set_modes(tree: Path) -> None:
    """Everybody may read, only root may write; programs may be run."""
    for path in [tree, *tree.rglob("*")]:
        if path.is_symlink():
            continue
        is_program = path.parent.name == "bin" or (
            path.parent.name == "DEBIAN" and path.name in ("postinst", "prerm", "postrm")
        )
        path.chmod(0o755 if path.is_dir() or is_program else 0o644)


if __name__ == "__main__":
    print(build(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "amd64"))
