"""OpenDMARC behind OpenDKIM and beside a Postfix: it judges by SPF, by what OpenDKIM found and by a DNS of our own (RFC 7489)."""

from __future__ import annotations

import itertools
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from pathlib import Path

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset

from tests.interop.servers import Recipe, fetch_packages
from tests.servers.dkim import AUTHORITY
from tests.servers.real import free_port, wait_for

_RECIPE = Recipe("opendmarc", "OpenDMARC", ("opendmarc",))
_CONFIG = """
AuthservID {authority}
TrustedAuthservIDs {authority}
Socket inet:{port}@127.0.0.1
IgnoreHosts {folder}/nobody
SPFSelfValidate true
RejectFailures false
Syslog false
"""
#: A resolver knows no other port than this: each server has an address of its own.
_DNS_PORT = 53
_numbers = itertools.count(1)
_LIBRARIES = ("usr/lib/x86_64-linux-gnu", "usr/lib/aarch64-linux-gnu", "usr/lib")


class TextDns:
    """A DNS server on this machine that knows some TXT records and nothing else. OSError: port 53 may not be had."""

    def __init__(self, records: dict[str, str]) -> None:
        self._records = {f"{name}.": text for name, text in records.items()}
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.address = f"127.{os.getpid() % 200 + 50}.{next(_numbers)}.1"
        self._socket.bind((self.address, _DNS_PORT))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            asked, peer = self._socket.recvfrom(4096)
            if not asked:  # see `close`
                return
            query = dns.message.from_wire(asked)
            answer = dns.message.make_response(query)
            answer.flags |= dns.flags.RA
            for question in query.question:
                text = self._records.get(question.name.to_text().lower())
                if text is None:
                    answer.set_rcode(dns.rcode.NXDOMAIN)
                elif question.rdtype == dns.rdatatype.TXT:
                    answer.answer.append(dns.rrset.from_text(question.name, 60, "IN", "TXT", f'"{text}"'))
            self._socket.sendto(answer.to_wire(), peer)

    def close(self) -> None:
        self._socket.sendto(b"", (self.address, _DNS_PORT))
        self._thread.join()
        self._socket.close()


class OpenDmarc:
    """One that trusts OpenDKIM under the same name. RuntimeError: the package cannot be had."""

    def __init__(self, records: dict[str, str]) -> None:
        self._root = fetch_packages(_RECIPE) / "root"
        self.port, self._dns = free_port(), TextDns(records)
        self.folder = Path(tempfile.mkdtemp(prefix="om"))
        (self.folder / "nobody").write_text("192.0.2.1\n")
        (self.folder / "resolv.conf").write_text(f"nameserver {self._dns.address}\n")
        (self.folder / "opendmarc.conf").write_text(
            _CONFIG.format(authority=AUTHORITY, port=self.port, folder=self.folder)
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
