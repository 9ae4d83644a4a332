"""A Debian with its systemd as process 1, in a folder: made by debootstrap once, copied for a test, and gone when it ends.

It runs in namespaces of its own (boot.sh); the network is the machine's, so that servers on the loopback are reached.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
CACHE = Path(os.environ.get("WATCHER_PACKAGE_CACHE") or Path.home() / ".cache" / "watcher-package")
#: What every Debian has that is started by systemd, and what the package asks for: later installations need no network.
PACKAGES = "systemd,systemd-sysv,dbus,python3,procps,ca-certificates"
BOOT_SECONDS = 120
ENVIRONMENT = [
    "env",
    "-i",
    "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
    "LC_ALL=C.UTF-8",
    "DEBIAN_FRONTEND=noninteractive",
    "COLUMNS=120",
]


def find_obstacle() -> str:
    """Why no such machine can be had here; "" when it can."""
    if os.geteuid() != 0:
        return "only root may start a machine"
    missing = [name for name in ("debootstrap", "dpkg-deb", "nsenter", "unshare") if shutil.which(name) is None]
    return f"missing programs: {', '.join(missing)}" if missing else ""


def debian_root(suite: str) -> Path:
    """The folder of a fresh Debian, fetched the first time. CalledProcessError: it cannot be had."""
    root = CACHE / suite
    if not root.is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as scratch:
            made = Path(scratch) / "root"
            subprocess.run(["debootstrap", "--variant=minbase", f"--include={PACKAGES}", suite, str(made)], check=True)
            made.rename(root)
    return root


class Machine:
    """One Debian, switched on. `run` is what root types there."""

    def __init__(self, suite: str) -> None:
        """RuntimeError: it does not start."""
        self.suite = suite
        origin = debian_root(suite)  # makes CACHE
        self._scratch = tempfile.TemporaryDirectory(prefix="pk", dir=CACHE)
        self.root = Path(self._scratch.name) / "root"
        subprocess.run(["cp", "-a", "--reflink=auto", str(origin), str(self.root)], check=True)
        self._process = subprocess.Popen(
            ["sh", str(HERE / "boot.sh"), str(self.root)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._init = 0
        self._wait_until_up()

    def _wait_until_up(self) -> None:
        end = time.monotonic() + BOOT_SECONDS
        state = ""
        while time.monotonic() < end:
            self._init = self._init or self._find_init()
            if self._init:
                state = self.run("systemctl", "is-system-running", check=False).strip()
                if state in ("running", "degraded"):
                    return
            time.sleep(0.5)
        raise RuntimeError(f"{self.suite} does not start: {state or 'no process 1'}")

    def _find_init(self) -> int:
        """The process of the host that is process 1 there: the only descendant of boot.sh that is named so."""
        found = [self._process.pid]
        for process in found:
            for thread in Path(f"/proc/{process}/task").glob("*/children"):
                found += map(int, thread.read_text().split())
        names = {process: Path(f"/proc/{process}/comm").read_text().strip() for process in found[1:]}
        return next((process for process, name in names.items() if name in ("systemd", "init")), 0)

    def command_line(self) -> list[str]:
        """What leads into it; followed by a command."""
        return ["nsenter", "-t", str(self._init), "-m", "-p", "-u", "-i", "-C", "-r", "-w", *ENVIRONMENT]

    def run(self, *command: str, check: bool = True, user: str = "root") -> str:
        """What it printed. AssertionError: it failed, with what it printed."""
        line = self.command_line()
        if user != "root":
            line += ["runuser", "-u", user, "--"]
        done = subprocess.run([*line, *command], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        if check and done.returncode:
            raise AssertionError(f"{' '.join(command)}: exit {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout + done.stderr

    def install(self, package: Path) -> str:
        shutil.copy(package, self.root / "root" / package.name)
        return self.run("apt-get", "install", "-q", "-y", "--no-install-recommends", f"/root/{package.name}")

    def write(self, name: str, text: str) -> None:
        """As root's editor would: the folder's group, readable for it."""
        path = self.root / name
        path.write_text(text)
        path.chmod(0o640)
        os.chown(path, 0, path.parent.stat().st_gid)

    def show(self, *properties: str) -> dict[str, str]:
        """Properties of the unit, by name."""
        lines = self.run("systemctl", "show", "watcher", *(f"--property={name}" for name in properties)).splitlines()
        return dict(line.split("=", 1) for line in lines if "=" in line)

    def close(self) -> None:
        """Switched off, and its folder gone."""
        if self._init:
            self.run("systemctl", "poweroff", "--force", check=False)
        try:
            self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._scratch.cleanup()
