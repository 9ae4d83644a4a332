"""The real servers: Dovecot and Postfix, started for the tests with certificates of their own."""

from __future__ import annotations

import grp
import os
import pwd
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Self

import trustme
from imapclient import IMAPClient

from tests.servers.dovecot_config import DOVECOT_BINARY, DovecotConfig, read_version
from watcher.edge.credentials import PasswordAuthentication
from watcher.edge.imap.mailbox import ImapAccount

NUMBERED_MAIL = b"From: carol@customer.example\r\nSubject: %s\r\nMessage-ID: <%s@customer.example>\r\n\r\nHello\r\n"


class Certificates:
    """`ca` is what clients trust; `chain` and `key` belong to a server on this machine."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        authority = trustme.CA()
        issued = authority.issue_cert("localhost", "127.0.0.1")
        self.ca, self.chain, self.key = folder / "ca.pem", folder / "chain.pem", folder / "key.pem"
        authority.cert_pem.write_to_path(str(self.ca))
        for n, blob in enumerate(issued.cert_chain_pems):
            blob.write_to_path(str(self.chain), append=n > 0)
        issued.private_key_pem.write_to_path(str(self.key))
        self.stranger = folder / "stranger.pem"
        trustme.CA().cert_pem.write_to_path(str(self.stranger))


PASSWORD = 'pässwörd"quoted'

#: Below those that outgoing connections get (`net.ipv4.ip_local_port_range`): none of these takes one before the server does. Each process
#: goes through them in an order of its own.
_PORTS = iter(random.Random(os.getpid()).sample(range(10_000, 32_000), 22_000))


def free_port() -> int:
    """A port that nothing listens on, another one at each call."""
    for port in _PORTS:
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


def wait_for(port: int, seconds: float = 20.0) -> None:
    """Until something listens. AssertionError: nothing does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise AssertionError(f"nothing listens on port {port}")


def wait_until_free(port: int, seconds: float = 20.0) -> None:
    """Until nothing listens any more. AssertionError: something still does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except ConnectionRefusedError:
            return
        except OSError:
            pass
        time.sleep(0.02)
    raise AssertionError(f"something still listens on port {port}")


class DisposableServer:
    """A server of one test or measurement: `with` starts it, and leaves nothing of it behind, not even where it does not start."""

    def start(self) -> None:
        """Returns when it answers. AssertionError: it does not."""
        raise NotImplementedError

    def remove(self) -> None:
        """Stops it, started or not, and deletes its folder."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.remove()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()


class Dovecot(DisposableServer):
    """The server, and the two things a mailbox's owner does with it: mail arrives, mail is filed."""

    def __init__(
        self,
        certificates: Certificates,
        *,
        imaps: int | None = None,
        password: str = PASSWORD,
        mechanisms: str = "plain login",
        introspection_url: str = "",
        keeps_domain: bool = False,
    ) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="dc"))  # short: the paths of its sockets are limited
        self.folder.chmod(0o755)
        self.certificates = certificates
        self.imap, self.imaps, self.lmtp = free_port(), imaps or free_port(), free_port()
        (self.folder / "mail").mkdir()
        self._count = 0
        owner = pwd.getpwnam("dovecot") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        group = grp.getgrgid(owner.pw_gid).gr_name
        if os.geteuid() == 0:
            shutil.chown(self.folder / "mail", owner.pw_name, group)
        for path in (certificates.chain, certificates.key):
            path.chmod(0o644)
        self.config = DovecotConfig(
            self.folder, certificates.chain, certificates.key, owner.pw_name, group, self.imap, self.imaps, self.lmtp,
            password, mechanisms, introspection_url, keeps_domain,
        ).write()  # fmt: skip
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        assert DOVECOT_BINARY is not None
        self._process = subprocess.Popen(
            [DOVECOT_BINARY, "-F", "-c", str(self.config)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            wait_for(self.imaps)
        except AssertionError as error:
            raise AssertionError(f"{error}: {self.log()}") from None

    @property
    def version(self) -> tuple[int, int]:
        return read_version()

    def log(self) -> str:
        path = self.folder / "dovecot.log"
        return path.read_text(errors="replace")[-3000:] if path.exists() else "no log"

    def stop(self) -> None:
        """Every process of it, at once. Its children hold the ports for a moment longer than it does, and the next start needs them."""
        if self._process is not None:
            self.signal(signal.SIGKILL)
            self._process.wait()
            self._process = None
            wait_until_free(self.imaps)
            wait_until_free(self.imap)

    def signal(self, number: int) -> None:
        """To every process of it: SIGSTOP makes a server that hangs."""
        assert self._process is not None
        os.killpg(self._process.pid, number)

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    # --- users and their mail

    def user(self, name: str = "") -> str:
        """A fresh name; whoever comes with PASSWORD is let in."""
        self._count += 1
        return name or f"user{os.getpid()}x{self._count}"

    @contextmanager
    def client(self, user: str) -> Iterator[IMAPClient]:
        import ssl

        context = ssl.create_default_context(cafile=str(self.certificates.ca))
        client = IMAPClient("127.0.0.1", self.imaps, ssl_context=context, timeout=20)
        try:
            client.plain_login(user, PASSWORD)
            yield client
        finally:
            client.shutdown()

    def append(
        self, user: str, folder: str, raw: bytes, flags: tuple[bytes, ...] = (), at: datetime | None = None
    ) -> int:
        """What a mail program does with a sent message; returns the UID."""
        with self.client(user) as client:
            answer = client.append(folder, raw, flags, at)
        return int(answer.decode().partition("APPENDUID ")[2].split()[1].rstrip("]"))

    def delete(self, user: str, folder: str, uid: int) -> None:
        with self.client(user) as client:
            client.select_folder(folder)
            client.delete_messages([uid])
            client.expunge([uid])

    def state(self, user: str) -> dict[str, list[tuple[str, bytes]]]:
        """Folder → (file name with its flags, octets) of each message as it lies on the disk."""
        found: dict[str, list[tuple[str, bytes]]] = {}
        for path in sorted((self.folder / "mail" / user).rglob("*")):
            if path.is_file() and path.parent.name in ("cur", "new"):
                place = str(path.parent.parent.relative_to(self.folder / "mail" / user))
                found.setdefault(place, []).append((path.parent.name + "/" + path.name, path.read_bytes()))
        return found


POSTFIX_BINARY = shutil.which("postfix") or ("/usr/sbin/postfix" if Path("/usr/sbin/postfix").exists() else None)

MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = {daemons}
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.example.com
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
maillog_file = {folder}/maillog
maillog_file_prefixes = {folder}
virtual_mailbox_domains = example.com, customer.example
virtual_transport = lmtp:inet:127.0.0.1:{lmtp}
virtual_mailbox_maps =
local_recipient_maps =
default_transport = discard
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_recipient_restrictions = check_recipient_access regexp:{folder}/etc/recipients, permit_mynetworks, reject
smtpd_tls_cert_file = {chain}
smtpd_tls_key_file = {key}
smtpd_tls_security_level = may
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
message_size_limit = 80000000
mailbox_size_limit = 0
alias_maps =
alias_database =
import_environment = MAIL_CONFIG MAIL_DEBUG MAIL_LOGTAG TZ
"""

MASTER = """
127.0.0.1:{smtp} inet n - n - - smtpd
127.0.0.1:{smtps} inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
127.0.0.1:{plain_smtp} inet n - n - - smtpd
  -o smtpd_discard_ehlo_keywords=chunking
127.0.0.1:{plain_smtps} inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
  -o smtpd_discard_ehlo_keywords=chunking
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
tlsmgr unix - - n 1000? 1 tlsmgr
smtp unix - - n - - smtp
lmtp unix - - n - - lmtp
discard unix - - n - - discard
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""
#: Recipients that a customer's server would not take.
RECIPIENTS = """
/^refused.*@/ 550 5.1.1 no such person here
/^later.*@/ 450 4.2.0 come back later
"""


class Postfix(DisposableServer):
    """Needs root: Postfix insists on it."""

    def __init__(self, certificates: Certificates, lmtp: int) -> None:
        self.certificates = certificates
        self.folder = Path(tempfile.mkdtemp(prefix="pf"))
        self.folder.chmod(0o755)
        self.smtp, self.smtps = free_port(), free_port()
        self.plain_smtp, self.plain_smtps = free_port(), free_port()  # without CHUNKING
        for name in ("queue", "data", "etc"):
            (self.folder / name).mkdir()
        shutil.chown(self.folder / "data", "postfix")
        daemons = subprocess.run(
            ["/usr/sbin/postconf", "-dh", "daemon_directory"], capture_output=True, text=True, check=True
        )
        values = {"folder": self.folder, "lmtp": lmtp, "chain": certificates.chain, "key": certificates.key}
        (self.folder / "etc" / "main.cf").write_text(MAIN.format(daemons=daemons.stdout.strip(), **values))
        (self.folder / "etc" / "recipients").write_text(RECIPIENTS)
        (self.folder / "etc" / "master.cf").write_text(
            MASTER.format(smtp=self.smtp, smtps=self.smtps, plain_smtp=self.plain_smtp, plain_smtps=self.plain_smtps)
        )

    def _postfix(self, command: str) -> None:
        assert POSTFIX_BINARY is not None
        done = subprocess.run(
            [POSTFIX_BINARY, "-c", str(self.folder / "etc"), command],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0 or command == "stop", done.stderr + self.log()

    def start(self) -> None:
        self._postfix("start")
        wait_for(self.smtp)

    def stop(self) -> None:
        self._postfix("stop")

    def log(self) -> str:
        path = self.folder / "maillog"
        return path.read_text(errors="replace")[-4000:] if path.exists() else "no log"

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def can_run() -> str:
    """Why it cannot run here; "" when it can."""
    if POSTFIX_BINARY is None:
        return "missing server: apt-get install postfix"
    return "" if os.geteuid() == 0 else "missing server: Postfix can only be started by root"


def imap_account(dovecot, user: str, **changed) -> ImapAccount:
    values = {
        "host": "127.0.0.1", "port": dovecot.imaps, "authentication": PasswordAuthentication(user, lambda: PASSWORD), "timeout": 5.0,
        "ca": str(dovecot.certificates.ca),
    }  # fmt: skip
    return ImapAccount(**{**values, **changed})


def append_mail(dovecot, user: str, *subjects: str, folder: str = "INBOX", flags: tuple[bytes, ...] = ()) -> list[int]:
    return [dovecot.append(user, folder, NUMBERED_MAIL % (each.encode(), each.encode()), flags) for each in subjects]
