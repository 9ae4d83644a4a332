"""What mail servers ask about the mail that passes through (milters), beside a Postfix: OpenDKIM checks the signatures of what comes in
and says so in Authentication-Results (RFC 6376, RFC 8601), and signs, as the server of a customer; OpenDMARC behind it judges by SPF, by
what OpenDKIM found and by a DNS of our own (RFC 7489)."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.interop.servers import Recipe, fetch_packages
from tests.servers.name_server import NameServer
from tests.servers.real import Postfix, free_port, wait_for

_SIGNING = """
Mode s
RequireSafeKeys no
Socket inet:{port}@127.0.0.1
Domain {domain}
SigningTable refile:{folder}/signing
KeyTable {folder}/key-table
PeerList {folder}/nobody
Syslog no
"""

AUTHORITY = "mx.example.com"
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
BINARY, SIGNER = shutil.which("opendkim", path=_PATH), shutil.which("opendkim-testmsg", path=_PATH)
_DKIM_CONFIG = """
Mode v
Socket inet:{port}@127.0.0.1
AuthservID {authority}
AlwaysAddARHeader yes
RemoveARAll yes
RemoveARFrom {authority}
TestPublicKeys {folder}/keys
InternalHosts {folder}/nobody
PeerList {folder}/nobody
Syslog no
"""
_SELECTOR = "s1"
_RECIPE = Recipe("opendmarc", "OpenDMARC", ("opendmarc",))
_DMARC_CONFIG = """
AuthservID {authority}
TrustedAuthservIDs {authority}
Socket inet:{port}@127.0.0.1
IgnoreHosts {folder}/nobody
SPFSelfValidate true
RejectFailures false
Syslog false
"""
_LIBRARIES = ("usr/lib/x86_64-linux-gnu", "usr/lib/aarch64-linux-gnu", "usr/lib")


class OpenDkim:
    """Removes what claims to come from AUTHORITY, and adds what that finds. `sign` is done by the server of `domain`."""

    def __init__(self, domain: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="od"))
        self.port, self._domain = free_port(), domain
        key = rsa.generate_private_key(65537, 2048)
        pem, none = serialization.Encoding.PEM, serialization.NoEncryption()
        self._key = self.folder / "key.pem"
        self._key.write_bytes(key.private_bytes(pem, serialization.PrivateFormat.TraditionalOpenSSL, none))
        public = key.public_key().public_bytes(pem, serialization.PublicFormat.SubjectPublicKeyInfo).decode()
        record = "v=DKIM1; k=rsa; p=" + "".join(public.splitlines()[1:-1])
        (self.folder / "keys").write_text(f"{_SELECTOR}._domainkey.{domain} {record}\n")
        (self.folder / "nobody").write_text("192.0.2.1\n")  # mail from this machine is a stranger's
        config = _DKIM_CONFIG.format(port=self.port, authority=AUTHORITY, folder=self.folder)
        (self.folder / "opendkim.conf").write_text(config)
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        assert BINARY is not None
        self._run(self.folder / "opendkim.conf", self.port)

    def _run(self, config: Path, port: int) -> None:
        self._processes.append(subprocess.Popen([str(BINARY), "-f", "-x", str(config)]))
        wait_for(port)

    def start_signer(self) -> int:
        """The port of a second one that signs whatever comes by, as `domain`; to be passed before this one."""
        port = free_port()
        (self.folder / "signing").write_text(f"* {_SELECTOR}._domainkey.{self._domain}\n")
        (self.folder / "key-table").write_text(
            f"{_SELECTOR}._domainkey.{self._domain} {self._domain}:{_SELECTOR}:{self._key}\n"
        )
        config = self.folder / "signer.conf"
        config.write_text(_SIGNING.format(port=port, folder=self.folder, domain=self._domain))
        self._run(config, port)
        return port

    def remove(self) -> None:
        for process in self._processes:
            process.kill()
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def watch(self, postfix: Postfix, signer: int = 0, judge: int = 0) -> None:
        """Before that is started: all its mail goes through here. `signer`, `judge`: the ports of one that it passes before, and after."""
        main = postfix.folder / "etc" / "main.cf"
        milters = ", ".join(f"inet:127.0.0.1:{port}" for port in (signer, self.port, judge) if port)
        text = f"smtpd_milters = {milters}\nmilter_default_action = tempfail\n"
        main.write_text(main.read_text() + text)

    def sign(self, mail: bytes) -> bytes:
        """As the server of `domain` sends it."""
        assert SIGNER is not None
        command = [SIGNER, "-C", "-d", self._domain, "-k", str(self._key), "-s", _SELECTOR, "-t", str(self.folder)]
        return subprocess.run(command, input=mail, capture_output=True, check=True).stdout


class OpenDmarc:
    """One that trusts OpenDKIM under the same name. RuntimeError: the package cannot be had."""

    def __init__(self, records: dict[str, str]) -> None:
        self._root = fetch_packages(_RECIPE) / "root"
        self.port, self._dns = free_port(), NameServer.of_texts(records)
        self.folder = Path(tempfile.mkdtemp(prefix="om"))
        (self.folder / "nobody").write_text("192.0.2.1\n")
        (self.folder / "resolv.conf").write_text(f"nameserver {self._dns.address}\n")
        (self.folder / "opendmarc.conf").write_text(
            _DMARC_CONFIG.format(authority=AUTHORITY, port=self.port, folder=self.folder)
        )
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """In a namespace of its own, in which our DNS is the system's."""
        command = (
            f"mount --bind {self.folder}/resolv.conf $(readlink -f /etc/resolv.conf) && "
            f"exec {self._root}/usr/sbin/opendmarc -f -c {self.folder}/opendmarc.conf"
        )
        libraries = ":".join(str(self._root / name) for name in _LIBRARIES)
        self._process = subprocess.Popen(
            ["unshare", "-m", "--propagation", "private", "sh", "-c", command],
            env={"PATH": os.environ["PATH"], "LD_LIBRARY_PATH": libraries},
        )
        wait_for(self.port)

    def remove(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._dns.close()
        shutil.rmtree(self.folder, ignore_errors=True)
