"""OpenDKIM beside a Postfix: it checks the signatures of what comes in and says so in Authentication-Results (RFC 6376, RFC 8601). And the
other side, a customer whose mail is signed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

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
_CONFIG = """
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
        config = _CONFIG.format(port=self.port, authority=AUTHORITY, folder=self.folder)
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
