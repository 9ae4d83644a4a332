"""edge/mail_discovery.py, against a name server on this machine that answers as its zone says."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import dns.message
import dns.rcode
import dns.resolver
import dns.rrset
import pytest

from watcher.edge.mail_discovery import DiscoveredServer, MailDns

ZONE = {
    ("_imaps._tcp.both.example.", "SRV"): ["10 1 993 slow.both.example.", "0 1 993 a.both.example.", "0 9 1993 b.both.example."],
    ("_imap._tcp.both.example.", "SRV"): ["0 1 143 a.both.example."],
    ("_submissions._tcp.both.example.", "SRV"): ["0 1 465 smtp.both.example."],
    ("_imaps._tcp.plain.example.", "SRV"): ["0 0 0 ."],
    ("_imap._tcp.plain.example.", "SRV"): ["0 1 143 mail.plain.example."],
    ("_submission._tcp.plain.example.", "SRV"): ["0 1 587 mail.plain.example."],
    ("both.example.", "MX"): ["20 mx2.both.example.", "10 mx1.both.example."],
    ("none.example.", "MX"): ["0 ."],
    ("google.example.", "MX"): ["1 smtp.google.com."],
    ("kas.example.", "MX"): ["10 w0123456.kasserver.com."],
    ("xn--bcher-kva.example.", "MX"): ["10 mx.bücher.example."],
}  # fmt: skip


@pytest.fixture
def names() -> Iterator[MailDns]:
    """The resolver of a machine whose name server knows ZONE."""
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))
    thread = threading.Thread(target=_serve, args=(server,), daemon=True)
    thread.start()
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers, resolver.port = ["127.0.0.1"], server.getsockname()[1]
    yield MailDns(resolver)
    server.sendto(b"end", server.getsockname())
    thread.join(5)
    server.close()


def _serve(server: socket.socket) -> None:
    while (packet := server.recvfrom(4096))[0] != b"end":
        query = dns.message.from_wire(packet[0])
        (question,) = query.question
        kind = dns.rdatatype.to_text(question.rdtype)
        rows = ZONE.get((question.name.to_text().lower(), kind))
        reply = dns.message.make_response(query)
        if rows is None:
            reply.set_rcode(dns.rcode.NXDOMAIN)
        else:
            reply.answer.append(dns.rrset.from_text(question.name, 60, "IN", kind, *rows))
        server.sendto(reply.to_wire(), packet[1])


def test_the_service_with_tls_from_the_start_is_preferred_then_priority_and_weight(names):
    assert names.find_imap_server("both.example") == DiscoveredServer("b.both.example", 1993, is_implicit_tls=True)
    assert names.find_submission_server("both.example") == DiscoveredServer(
        "smtp.both.example", 465, is_implicit_tls=True
    )


def test_a_service_that_is_not_offered_is_passed_over(names):
    assert names.find_imap_server("plain.example") == DiscoveredServer("mail.plain.example", 143, is_implicit_tls=False)
    submission = DiscoveredServer("mail.plain.example", 587, is_implicit_tls=False)
    assert names.find_submission_server("plain.example") == submission


def test_exchangers_come_by_preference(names):
    assert names.list_exchangers("both.example") == ["mx1.both.example", "mx2.both.example"]
    assert names.list_exchangers("none.example") == []
    assert names.list_exchangers("bücher.example") == ["mx.xn--bcher-kva.example"]


@pytest.mark.parametrize("domain", ["unknown.example", "", "a..b", "x" * 80 + ".example", "-"])
def test_what_cannot_be_asked_is_not_known(names, domain):
    assert names.find_imap_server(domain) is None
    assert names.find_submission_server(domain) is None
    assert names.list_exchangers(domain) == []


def test_no_name_server_at_all_is_no_error():
    resolver = dns.resolver.Resolver(configure=False)
    assert MailDns(resolver).list_exchangers("both.example") == []
