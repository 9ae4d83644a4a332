"""A name server on this machine that answers as its records say, and knows nothing else."""

from __future__ import annotations

import itertools
import os
import socket
import threading
from collections.abc import Mapping, Sequence

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset

#: Programs that are told of a server in resolv.conf know no other port than this: each server has an address of its own.
_DNS_PORT = 53
_numbers = itertools.count(1)

#: Full name and type → the data of its records, as in a zone file.
Zone = Mapping[tuple[str, str], Sequence[str]]


class NameServer:
    """Answers at `address` and `port` (0: any) until `close`. OSError: the port may not be had."""

    def __init__(self, zone: Zone, address: str = "127.0.0.1", port: int = 0) -> None:
        self._zone = zone
        self._names = {name for name, _ in zone}
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind((address, port))
        self.address, self.port = self._socket.getsockname()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @classmethod
    def of_texts(cls, texts: Mapping[str, str]) -> NameServer:
        """One for the whole system: it knows the TXT records of some names. OSError: port 53 may not be had."""
        zone = {(f"{name}.", "TXT"): [f'"{text}"'] for name, text in texts.items()}
        return cls(zone, f"127.{os.getpid() % 200 + 50}.{next(_numbers)}.1", _DNS_PORT)

    def _serve(self) -> None:
        while True:
            asked, peer = self._socket.recvfrom(4096)
            if not asked:  # see `close`
                return
            query = dns.message.from_wire(asked)
            answer = dns.message.make_response(query)
            answer.flags |= dns.flags.RA
            for question in query.question:
                name, kind = question.name.to_text().lower(), dns.rdatatype.to_text(question.rdtype)
                if name not in self._names:
                    answer.set_rcode(dns.rcode.NXDOMAIN)
                elif rows := self._zone.get((name, kind)):
                    answer.answer.append(dns.rrset.from_text(question.name, 60, "IN", kind, *rows))
            self._socket.sendto(answer.to_wire(), peer)

    def close(self) -> None:
        self._socket.sendto(b"", (self.address, self.port))
        self._thread.join()
        self._socket.close()
