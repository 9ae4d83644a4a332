"""A private Dovecot: its own configuration, ports, users and mail, gone with the test."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from imapclient import IMAPClient

from tests.servers.certificates import Certificates

BINARY = shutil.which("dovecot") or ("/usr/sbin/dovecot" if Path("/usr/sbin/dovecot").exists() else None)
PASSWORD = 'pässwörd"quoted'

CONFIG = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
info_log_path = {folder}/dovecot.log
ssl = yes
ssl_cert = <{chain}
ssl_key = <{key}
ssl_min_protocol = TLSv1.2
protocols = imap{lmtp}
listen = 127.0.0.1
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
mail_location = maildir:{folder}/mail/%u:LAYOUT=fs
mail_uid = {user}
mail_gid = {group}
first_valid_uid = 1
disable_plaintext_auth = yes
auth_mechanisms = plain login
auth_username_format = %Lu
auth_cache_size = 0
mail_fsync = never
mailbox_list_index = yes
lda_mailbox_autocreate = yes
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail/%u allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Sent {{
    auto = create
    special_use = \\Sent
  }}
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  process_min_avail = 1
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service imap {{
  process_limit = 64
}}
service stats {{
  unix_listener stats-writer {{
    mode = 0666
  }}
}}
"""

LMTP = """
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {port}
  }}
}}
protocol lmtp {{
  auth_username_format = %Ln
}}
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


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


class Dovecot:
    """The server, and the two things a mailbox's owner does with it: mail arrives, mail is filed."""

    def __init__(self, certificates: Certificates) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="dc"))  # short: the paths of its sockets are limited
        self.folder.chmod(0o755)
        self.certificates = certificates
        self.imap, self.imaps, self.lmtp = free_port(), free_port(), free_port()
        (self.folder / "mail").mkdir()
        self._count = 0
        owner = pwd.getpwnam("dovecot") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        import grp

        group = grp.getgrgid(owner.pw_gid).gr_name
        if os.geteuid() == 0:
            shutil.chown(self.folder / "mail", owner.pw_name, group)
        for path in (certificates.chain, certificates.key):
            path.chmod(0o644)
        has_lmtp = Path("/usr/lib/dovecot/lmtp").exists()
        text = CONFIG.format(
            folder=self.folder, chain=certificates.chain, key=certificates.key, user=owner.pw_name, group=group,
            imap=self.imap, imaps=self.imaps, password=PASSWORD, lmtp=" lmtp" if has_lmtp else "",
        )  # fmt: skip
        self.config = self.folder / "dovecot.conf"
        self.config.write_text(text + (LMTP.format(port=self.lmtp) if has_lmtp else ""))
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        assert BINARY is not None
        self._process = subprocess.Popen(
            [BINARY, "-F", "-c", str(self.config)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            wait_for(self.imaps)
        except AssertionError as error:
            raise AssertionError(f"{error}: {self.log()}") from None

    def log(self) -> str:
        path = self.folder / "dovecot.log"
        return path.read_text(errors="replace")[-3000:] if path.exists() else "no log"

    def stop(self) -> None:
        """Every process of it, at once."""
        if self._process is not None:
            self.signal(signal.SIGKILL)
            self._process.wait()
            self._process = None

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
