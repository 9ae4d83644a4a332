"""Installs the Debian package on fresh Debians with a systemd of their own: `python -m tests.packaging [SUITE…]` (make package-test).

A step a line: what a person does with a package, from the installation over an upgrade to the purge, with a real mailbox beside it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.daemon import until
from tests.packaging.machine import Machine, find_obstacle
from tests.samples import ROOT
from tests.servers.real import PASSWORD, Certificates, Dovecot, free_port
from tests.servers.scripted import Sink

SUITES = ("bookworm", "trixie")
MAX_EXPOSURE = 1.2

CONFIG = """
[watcher]
state_dir = "/var/lib/watcher"
timezone = "UTC"

[people.anna]
email = ["anna@example.com"]

[[mailbox]]
name = "sales"
address = "Example Sales <sales@example.com>"
owner = "anna"
poll = "5s"

[mailbox.imap]
host = "127.0.0.1"
port = {imap}
user = "{user}"
password = {{ credential = "sales" }}
ca = "/etc/watcher/ca.pem"

[mailbox.smtp]
host = "127.0.0.1"
port = {smtp}
tls = "off"

[alerts]
email = ["boss@example.com"]
"""
MAIL = """\
Return-Path: <{name}@customer.example>
From: {name}@customer.example
To: sales@example.com
Subject: A new roof
Message-ID: <{name}.1@customer.example>

What does it cost, and when could you come?
"""
CREDENTIAL = "[Service]\nLoadCredential=sales:/etc/watcher/secrets/sales\n"


@dataclass
class Site:
    """A machine, the mailbox it is to watch, and where its letters go."""

    machine: Machine
    dovecot: Dovecot
    sink: Sink
    certificates: Certificates
    package: Path
    scratch: Path

    def __post_init__(self) -> None:
        self.user = self.dovecot.user()

    def receive(self, name: str) -> None:
        with self.dovecot.client(self.user) as client:
            client.append("INBOX", MAIL.format(name=name).replace("\n", "\r\n").encode())

    def letters_to(self, name: str) -> int:
        return sum(row["to"] == f"{name}@customer.example" for row in self.sink.accepted())

    def wait_for_letter(self, name: str) -> None:
        until(f"an acknowledgement to {name}", lambda: self.letters_to(name), seconds=90)


def step_installs(site: Site) -> str:
    """It is there, not enabled, not started; the folders belong to whom they should."""
    printed = site.machine.install(site.package)
    assert "watcher init /etc/watcher" in printed, printed
    assert site.machine.run("systemctl", "is-enabled", "watcher", check=False).strip() == "disabled"
    assert site.machine.show("ActiveState")["ActiveState"] == "inactive"
    modes = site.machine.run("stat", "-c", "%a %U:%G", "/etc/watcher", "/etc/watcher/secrets", "/var/lib/watcher")
    assert modes.split("\n")[:3] == ["2750 root:watcher", "2750 root:watcher", "700 watcher:watcher"], modes
    assert "Assertion failed" in site.machine.run("systemctl", "start", "watcher", check=False)
    return site.machine.run("watcher", "--version").strip()


def step_configures(site: Site) -> str:
    """`init`, called by root: the service's user reads what it wrote and writes none of it, and nobody else reads anything."""
    answers = {
        "address": "sales@example.com", "name": "Example Roofs", "owner": "anna", "owner-email": "anna@example.com", "language": "en",
        "timezone": "UTC", "provider": "other", "imap-host": "imap.example.com", "smtp-host": "smtp.example.com", "user": "sales",
    }  # fmt: skip
    options = [word for name, value in answers.items() for word in (f"--{name}", value)]
    script = 'yes "" | head -n 20 | watcher init /etc/watcher --observe "$@"'
    site.machine.run("sh", "-c", script, "sh", *options)
    found = site.machine.run("find", "/etc/watcher", "-printf", "%y %m %u:%g\n").splitlines()
    assert set(found) <= {"d 2750 root:watcher", "d 750 root:watcher", "f 640 root:watcher"}, sorted(set(found))
    assert len(found) > 10
    unreadable = site.machine.run("find", "/etc/watcher", "!", "-readable", user="watcher")
    writable = site.machine.run("find", "/etc/watcher", "-writable", user="watcher")
    assert (unreadable, writable) == ("", ""), (unreadable, writable)
    assert "Permission denied" in site.machine.run("cat", "/etc/watcher/config.toml", user="nobody", check=False)
    assert "Permission denied" in site.machine.run("ls", "/var/lib/watcher", user="nobody", check=False)
    for user in ("root", "watcher"):
        printed = site.machine.run("watcher", "check", user=user, check=False)
        assert "config.toml" not in printed or "cannot be read" not in printed, printed
    names = [f"/etc/watcher/{name}" for name in ("config.toml", "rules", "templates")]
    site.machine.run("rm", "-r", *names)
    return f"{len(found)} files and folders, for root and the group watcher only"


def step_confined(site: Site) -> str:
    """The unit is whole, and exposes less than 1.2."""
    site.machine.run("systemd-analyze", "verify", "--man=no", "watcher.service")
    last = site.machine.run("systemd-analyze", "security", "--no-pager", "watcher.service").strip().splitlines()[-1]
    exposure = float(last.partition("watcher.service:")[2].split()[0])
    assert exposure <= MAX_EXPOSURE, last
    return f"exposure {exposure}"


def step_acknowledges(site: Site) -> str:
    """Configured, enabled and started as the manual says; one inquiry is acknowledged."""
    config = CONFIG.format(imap=site.dovecot.imaps, smtp=site.sink.port, user=site.user)
    site.machine.write("etc/watcher/config.toml", config)
    site.machine.write("etc/watcher/ca.pem", site.certificates.ca.read_text())
    site.machine.write("etc/watcher/secrets/sales", PASSWORD)
    drop_in = site.machine.root / "etc/systemd/system/watcher.service.d"
    drop_in.mkdir(parents=True)
    (drop_in / "override.conf").write_text(CREDENTIAL)
    site.machine.run("systemctl", "daemon-reload")
    site.machine.run("systemctl", "enable", "--now", "watcher")
    assert site.machine.show("ActiveState")["ActiveState"] == "active"
    site.receive("carol")
    site.wait_for_letter("carol")
    return "by password from a credential"


def step_sandboxed(site: Site) -> str:
    """What the kernel says of the process, not what the unit says."""
    process = site.machine.show("MainPID")["MainPID"]
    status = dict(line.split(":", 1) for line in site.machine.run("cat", f"/proc/{process}/status").splitlines())
    found = {name: status[name].split()[0] for name in ("NoNewPrivs", "Seccomp", "CapEff", "Uid")}
    uid = site.machine.run("id", "-u", "watcher").strip()
    assert found == {"NoNewPrivs": "1", "Seccomp": "2", "CapEff": "0" * 16, "Uid": uid}, found
    return "no capability, seccomp, uid watcher"


def step_one_state(site: Site) -> str:
    """Root, the service's user and a unit see the same inquiries."""
    as_unit = ("systemd-run", "--quiet", "--pipe", "--wait", "--property=User=watcher", "watcher", "list", "--json")
    seen = [
        site.machine.run("watcher", "list", "--json"),
        site.machine.run("watcher", "list", "--json", user="watcher"),
        site.machine.run(*as_unit),
    ]
    assert len(seen[0].splitlines()) == 1 and len(set(seen)) == 1, seen
    owners = site.machine.run("find", "/var/lib/watcher", "!", "-user", "watcher")
    assert owners == "", f"root left files of its own: {owners}"
    return "the same to root, watcher and a unit"


def step_reloads(site: Site) -> str:
    before = site.machine.show("MainPID")["MainPID"]
    site.machine.run("systemctl", "reload", "watcher")
    site.receive("dave")
    site.wait_for_letter("dave")
    assert site.machine.show("MainPID")["MainPID"] == before
    return "yes"


def step_restarts_after_kill(site: Site) -> str:
    site.machine.run("systemctl", "kill", "--signal=KILL", "watcher")
    until("a restart", lambda: site.machine.show("NRestarts")["NRestarts"] == "1", seconds=60)
    site.receive("erin")
    site.wait_for_letter("erin")
    return "yes"


def step_upgrades(site: Site) -> str:
    """A newer package restarts the service, on the same state; nobody is written to twice."""
    before = site.machine.run("watcher", "list", "--json")
    process = site.machine.show("MainPID")["MainPID"]
    printed = site.machine.install(repack(site.package, site.scratch, "99.0"))
    assert "watcher init --upgrade /etc/watcher" in printed, printed
    assert site.machine.show("ActiveState", "MainPID") != {"ActiveState": "active", "MainPID": process}
    until("the service", lambda: site.machine.show("ActiveState")["ActiveState"] == "active", seconds=120)
    assert site.machine.run("watcher", "list", "--json") == before
    site.receive("frank")
    site.wait_for_letter("frank")
    counts = [site.letters_to(name) for name in ("carol", "dave", "erin", "frank")]
    assert counts == [1, 1, 1, 1], counts
    return "restarted, same inquiries"


def step_refuses_a_broken_configuration(site: Site) -> str:
    """It ends with 2, is not started again and again, and somebody is told."""
    path = site.machine.root / "etc/watcher/config.toml"
    good = path.read_text()
    path.write_text(good.replace("owner", "onwer"))
    site.machine.run("systemctl", "restart", "watcher", check=False)
    time.sleep(8)  # longer than RestartSec: systemd decides by its own clock
    found = site.machine.show("ActiveState", "ExecMainStatus")
    assert found == {"ActiveState": "failed", "ExecMainStatus": "2"}, found
    alerts = [row["subject"] for row in site.sink.accepted() if "does not run" in row["subject"]]
    assert alerts == ["Watcher: The service does not run"], alerts
    path.write_text(good)
    site.machine.run("systemctl", "restart", "watcher")
    return "exit 2, no restart, one alert"


def step_remove_keeps(site: Site) -> str:
    """Removed and installed again, it goes on."""
    before = site.machine.run("watcher", "list", "--json")
    printed = site.machine.run("apt-get", "remove", "-q", "-y", "watcher")
    assert "Kept: /etc/watcher" in printed, printed
    assert not (site.machine.root / "usr/lib/watcher").exists()
    site.machine.run("dpkg", "-i", f"/root/{site.package.name}")
    assert site.machine.run("watcher", "list", "--json") == before
    site.machine.run("systemctl", "start", "watcher")
    return "configuration and state"


def step_purges(site: Site) -> str:
    printed = site.machine.run("apt-get", "purge", "-q", "-y", "watcher")
    assert "Deleted: /etc/watcher, /var/lib/watcher and /var/log/watcher." in printed and "Left: the user" in printed, (
        printed
    )
    left = site.machine.run(
        "find", "/etc", "/usr", "/var", "/run", "-name", "*watcher*", "!", "-path", "/var/lib/apt/*", "!", "-path", "/var/log/journal/*",
        check=False,
    ).split()  # fmt: skip
    assert left == [], left
    return "nothing but the user"


STEPS: dict[str, Callable[[Site], str]] = {
    "installs": step_installs,
    "configures": step_configures,
    "confined": step_confined,
    "acknowledges": step_acknowledges,
    "sandboxed": step_sandboxed,
    "one state": step_one_state,
    "reloads": step_reloads,
    "restarts after a kill": step_restarts_after_kill,
    "upgrades": step_upgrades,
    "refuses a broken configuration": step_refuses_a_broken_configuration,
    "keeps when removed": step_remove_keeps,
    "purges": step_purges,
}


def repack(package: Path, scratch: Path, version: str) -> Path:
    """The same package with a higher version, quickly compressed."""
    tree = scratch / "tree"
    subprocess.run(["dpkg-deb", "-R", str(package), str(tree)], check=True)
    control = tree / "DEBIAN/control"
    lines = [
        f"Version: {version}" if line.startswith("Version:") else line for line in control.read_text().splitlines()
    ]
    control.write_text("\n".join(lines) + "\n")
    target = scratch / f"watcher_{version}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "-b", str(tree), str(target)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return target


@contextmanager
def open_site(suite: str, package: Path) -> Iterator[Site]:
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pk")))
        scratch.chmod(0o755)  # Dovecot reads its certificates as a user of its own
        certificates = Certificates(scratch / "certificates")
        dovecot = Dovecot(certificates)
        stack.callback(dovecot.remove)
        dovecot.start()
        sink = Sink(scratch / "accepted", free_port())
        stack.callback(sink.stop)
        machine = Machine(suite)
        stack.callback(machine.close)
        yield Site(machine, dovecot, sink, certificates, package, scratch)


def try_package(suite: str, package: Path) -> bool:
    """Prints a line a step; False: one failed, and those after it were not tried."""
    with open_site(suite, package) as site:
        for name, step in STEPS.items():
            began = time.monotonic()
            try:
                found = step(site)
            except AssertionError as error:
                traceback.print_exc()
                print(
                    site.machine.run("journalctl", "-u", "watcher", "-n", "40", "--no-pager", check=False),
                    file=sys.stderr,
                )
                print(json.dumps({"suite": suite, "step": name, "ok": False, "seen": str(error)[:200]}), flush=True)
                return False
            row = {
                "suite": suite,
                "step": name,
                "ok": True,
                "seen": found,
                "seconds": round(time.monotonic() - began, 1),
            }
            print(json.dumps(row), flush=True)
    return True


def main(suites: list[str]) -> int:
    """Exit code 1: a step failed, or nothing can be tried here."""
    package = next(iter((ROOT / "dist").glob("watcher_*_amd64.deb")), None)
    if package is None or (obstacle := find_obstacle()):
        print("dist/ has no package: make deb" if package is None else obstacle, file=sys.stderr)
        return 1
    outcomes = [try_package(suite, package) for suite in suites or SUITES]
    return int(not all(outcomes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
