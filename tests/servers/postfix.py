"""A private Postfix that delivers into the private Dovecot, and keeps a record of what it was given."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.servers.certificates import Certificates
from tests.servers.dovecot import free_port, wait_for

BINARY = shutil.which("postfix") or ("/usr/sbin/postfix" if Path("/usr/sbin/postfix").exists() else None)

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


class Postfix:
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
        assert BINARY is not None
        done = subprocess.run(
            [BINARY, "-c", str(self.folder / "etc"), command], capture_output=True, text=True, check=False, timeout=60
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
    if BINARY is None:
        return "missing server: apt-get install postfix"
    return "" if os.geteuid() == 0 else "missing server: Postfix can only be started by root"
