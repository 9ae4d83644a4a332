"""edge/mail_discovery.py, against a name server on this machine that answers as tests/conftest.py says."""

from __future__ import annotations

import dns.resolver
import pytest

from watcher.edge.mail_discovery import DiscoveredServer, MailDns


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
