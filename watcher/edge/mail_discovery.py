"""What the DNS says of a domain's mail: the servers its users talk to (SRV, RFC 6186 and RFC 8314), and those that take its mail (MX).

An answer is a proposal for a person to confirm, never more: nothing proves where it came from (RFC 6186 § 6).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import dns.exception
import dns.resolver
from dns.rdatatype import RdataType

#: Seconds that one question may take.
TIMEOUT_SECONDS = 4.0
#: Service of RFC 6186 § 3 and RFC 8314 § 5.1 → is TLS spoken from the first octet on? The best first.
_READING = (("_imaps._tcp", True), ("_imap._tcp", False))
_SUBMISSION = (("_submissions._tcp", True), ("_submission._tcp", False))


@dataclass(frozen=True, slots=True)
class DiscoveredServer:
    """A server that a domain names for its users. `is_implicit_tls`: TLS from the first octet on, else STARTTLS."""

    host: str
    port: int
    is_implicit_tls: bool


class MailDns:
    """Asks the resolver of this machine, or the one given. Never raises: what cannot be asked is not known."""

    def __init__(self, resolver: dns.resolver.Resolver | None = None) -> None:
        self._resolver = resolver

    def find_imap_server(self, domain: str) -> DiscoveredServer | None:
        """Where its users read mail (RFC 6186 § 3.2); None: it does not say."""
        return self._find_service(_READING, domain)

    def find_submission_server(self, domain: str) -> DiscoveredServer | None:
        """Where its users hand in mail (RFC 6409); None: it does not say."""
        return self._find_service(_SUBMISSION, domain)

    def list_exchangers(self, domain: str) -> list[str]:
        """Hosts that take mail for the domain (MX, RFC 5321 § 5.1), the preferred first; [] where none is known."""
        rows = sorted(
            (row.preference, row.exchange.to_text(omit_final_dot=True)) for row in self._query_records(domain, "MX")
        )
        return [host for _, host in rows if host not in ("", ".")]  # ".": no mail at all (RFC 7505)

    def _find_service(self, services: Iterable[tuple[str, bool]], domain: str) -> DiscoveredServer | None:
        for service, is_implicit in services:
            rows = sorted(
                self._query_records(f"{service}.{domain}", "SRV"), key=lambda row: (row.priority, -row.weight)
            )
            for row in rows:
                host = row.target.to_text(omit_final_dot=True)
                if host not in ("", "."):  # ".": the service is not offered (RFC 2782)
                    return DiscoveredServer(host, row.port, is_implicit)
        return None

    def _query_records(self, name: str, kind: str) -> list[Any]:
        try:
            if self._resolver is None:
                self._resolver = dns.resolver.Resolver()
            answer = self._resolver.resolve(
                f"{name}.", RdataType.from_text(kind), lifetime=TIMEOUT_SECONDS, search=False
            )
        except (dns.exception.DNSException, OSError, UnicodeError, ValueError):
            return []
        return list(answer)
