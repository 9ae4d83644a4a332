"""The image beside a real mailbox: `python -m tests.packaging.container IMAGE` (make container-test), as root and with podman.

Its root is read-only and it has no capability. podman wants one kind of cgroups; where the machine mixes them, it runs in a mount
namespace that has the newer kind only.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.daemon import until
from tests.packaging.__main__ import CONFIG, MAIL
from tests.packaging.scripts import PACKAGING
from tests.servers.real import PASSWORD, Certificates, Dovecot, free_port
from tests.servers.scripted import Sink

UID = 10001
ONE_KIND_OF_CGROUPS = """
mount --make-rprivate /
umount -R /sys/fs/cgroup 2>/dev/null || true
mount -t cgroup2 cgroup2 /sys/fs/cgroup
"""
#: Machines in containers may raise no limit, and control no group.
LIMITS = ("--cgroups=disabled", "--ulimit", "nofile=1024:1024", "--ulimit", "nproc=4096:4096")
NAME = f"watcher-test-{os.getpid()}"


def find_obstacle() -> str:
    """Why no container can be run here; "" when it can."""
    if os.geteuid() != 0:
        return "only root may prepare the cgroups of a container"
    return "" if shutil.which("podman") else "missing program: podman"


def podman(*arguments: str, check: bool = True) -> str:
    """What it printed. AssertionError: it failed."""
    return run("podman", "--log-level=fatal", *arguments, check=check)


def run(*command: str, check: bool = True, folder: Path | None = None) -> str:
    """What it printed. AssertionError: it failed."""
    script = f'set -e{ONE_KIND_OF_CGROUPS}exec "$@"'
    line = ["unshare", "--mount", "sh", "-c", script, "sh", *command]
    done = subprocess.run(line, capture_output=True, text=True, check=False, cwd=folder)
    if check and done.returncode:
        raise AssertionError(f"{' '.join(command)}: {done.stdout}{done.stderr}")
    return done.stdout + done.stderr


@dataclass
class ContainerSite:
    """The image, a folder with its configuration and one for its state, a mailbox and where letters go."""

    image: str
    folder: Path
    dovecot: Dovecot
    sink: Sink
    certificates: Certificates

    def __post_init__(self) -> None:
        self.user = self.dovecot.user()
        for name in ("etc", "state"):
            (self.folder / name).mkdir(mode=0o750)
            os.chown(self.folder / name, UID, UID)
        config = CONFIG.format(imap=self.dovecot.imaps, smtp=self.sink.port, user=self.user)
        self.write("config.toml", config.replace('{ credential = "sales" }', '{ file = "/etc/watcher/password" }'))
        self.write("ca.pem", self.certificates.ca.read_text())
        self.write("password", PASSWORD)

    def write(self, name: str, text: str) -> None:
        path = self.folder / "etc" / name
        path.write_text(text)
        path.chmod(0o600)
        os.chown(path, UID, UID)

    def options(self) -> list[str]:
        return [
            "--read-only", "--cap-drop", "all", "--security-opt", "no-new-privileges", "--network", "host", *LIMITS,
            "-v", f"{self.folder}/etc:/etc/watcher:ro", "-v", f"{self.folder}/state:/var/lib/watcher",
        ]  # fmt: skip

    def receive(self, name: str) -> None:
        with self.dovecot.client(self.user) as client:
            client.append("INBOX", MAIL.format(name=name).replace("\n", "\r\n").encode())

    def wait_for_letter(self, name: str) -> None:
        until(
            "the acknowledgement",
            lambda: [row for row in self.sink.accepted() if row["to"].startswith(name)],
            seconds=90,
        )

    def start(self) -> None:
        """Returns when every mailbox has had its first look."""
        podman("run", "--detach", "--name", NAME, *self.options(), self.image)
        until("a first look", lambda: "ready" in podman("logs", NAME), seconds=90)


def step_confined(site: ContainerSite) -> str:
    """As the kernel sees it: nobody's user, no capability, nothing to write but the state."""
    script = "id -u; touch /etc/x 2>/dev/null || echo read-only; grep -E '^(CapEff|NoNewPrivs)' /proc/self/status"
    printed = podman("run", "--rm", *site.options(), "--entrypoint", "sh", site.image, "-c", script).split()
    assert printed == [str(UID), "read-only", "CapEff:", "0" * 16, "NoNewPrivs:", "1"], printed
    return "read-only, no capability"


def step_acknowledges(site: ContainerSite) -> str:
    site.start()
    site.receive("carol")
    site.wait_for_letter("carol")
    return "yes"


def step_healthy(site: ContainerSite) -> str:
    """HEALTHCHECK is in the image, and says yes."""
    podman("healthcheck", "run", NAME)
    return "yes"


def step_keeps_its_state(site: ContainerSite) -> str:
    """Another container on the same volume goes on: same inquiries, nobody written to twice."""
    before = podman("exec", NAME, "watcher", "list", "--json")
    podman("stop", "--time", "30", NAME)
    podman("rm", NAME)
    site.start()
    assert podman("exec", NAME, "watcher", "list", "--json") == before
    site.receive("dave")
    site.wait_for_letter("dave")
    assert [row["to"] for row in site.sink.accepted()] == ["carol@customer.example", "dave@customer.example"]
    return "same inquiries, no second letter"


def step_composes(site: ContainerSite) -> str:
    """The compose file as it ships, beside a configuration and a password of its own; only its network is the machine's, for the mailbox
    is there."""
    program = shutil.which("podman-compose")
    if program is None or re.search(r"version +1\.0\.", run(program, "--version")):  # ignores network_mode
        return "not tried: it needs podman-compose 1.1 or newer"
    podman("rm", "--force", "--time", "10", NAME)
    (site.folder / "secrets").mkdir()
    (site.folder / "secrets" / "sales").write_text(PASSWORD)
    config = (site.folder / "etc" / "config.toml").read_text()
    site.write("config.toml", config.replace("/etc/watcher/password", "/run/secrets/sales"))
    for path in (site.folder / "secrets", site.folder / "secrets" / "sales"):
        path.chmod(0o700 if path.is_dir() else 0o600)
        os.chown(path, UID, UID)
    text = (PACKAGING / "container" / "compose.yaml").read_text()
    assert "    read_only: true\n" in text
    (site.folder / "compose.yaml").write_text(
        text.replace("    read_only: true\n", "    read_only: true\n    network_mode: host\n")
    )
    project, limits = NAME, f"--podman-run-args={' '.join(LIMITS)}"
    try:
        run(program, "-p", project, limits, "up", "-d", folder=site.folder)
        until("a first look", lambda: "ready" in podman("logs", f"{project}_watcher_1", check=False), seconds=90)
        podman("healthcheck", "run", f"{project}_watcher_1")
        site.receive("erin")
        site.wait_for_letter("erin")
    finally:
        run(program, "-p", project, "down", folder=site.folder, check=False)
        podman("volume", "rm", "--force", f"{project}_state", check=False)
    return "acknowledges, healthy"


STEPS: dict[str, Callable[[ContainerSite], str]] = {
    "confined": step_confined,
    "acknowledges": step_acknowledges,
    "healthy": step_healthy,
    "keeps its state": step_keeps_its_state,
    "composes": step_composes,
}


def main(image: str) -> int:
    """Exit code 1: a step failed, or no container can be run here."""
    if obstacle := find_obstacle():
        print(obstacle, file=sys.stderr)
        return 1
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ct")))
        folder.chmod(0o755)
        certificates = Certificates(folder / "certificates")
        dovecot = Dovecot(certificates)
        stack.callback(dovecot.remove)
        dovecot.start()
        sink = Sink(folder / "accepted", free_port())
        stack.callback(sink.stop)
        site = ContainerSite(image, folder, dovecot, sink, certificates)
        stack.callback(podman, "rm", "--force", "--time", "1", NAME, check=False)
        for name, step in STEPS.items():
            try:
                print(json.dumps({"step": name, "ok": True, "seen": step(site)}), flush=True)
            except AssertionError as error:
                print(podman("logs", NAME, check=False)[-3000:], file=sys.stderr)
                print(json.dumps({"step": name, "ok": False, "seen": str(error)[:300]}), flush=True)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
