"""service/checkup/servers.py: is somebody there, with which TLS, and until when is the certificate good?"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from tests.servers import real
from tests.servers.scripted import ScriptedSmtp
from tests.service.checkup.conftest import Check, texts
from watcher.config.models import ImapTable, SmtpTable
from watcher.core.health.findings import Level
from watcher.edge.clock import Clock
from watcher.edge.credentials import Secret
from watcher.service.checkup.servers import check_port

NOW = datetime.now(UTC)


def imap(port: int, tls: str, ca: Path | None = None, host: str = "127.0.0.1") -> ImapTable:
    secret = Secret("env", "SALES_PASSWORD")
    return ImapTable.model_construct(host=host, port=port, tls=tls, ca=ca, user="x", password=secret, auth=None)


def smtp(port: int, tls: str, ca: Path | None = None) -> SmtpTable:
    return SmtpTable.model_construct(host="127.0.0.1", port=port, tls=tls, ca=ca, user=None, password=None, auth=None)


def test_every_way_that_is_right_is_usable(dovecot: real.Dovecot, postfix: real.Postfix):
    ca = dovecot.certificates.ca
    for server in (
        imap(dovecot.imaps, "implicit", ca),
        imap(dovecot.imap, "starttls", ca),
        imap(dovecot.imap, "off"),
        smtp(postfix.smtps, "implicit", ca),
        smtp(postfix.smtp, "starttls", ca),
        smtp(postfix.smtp, "off"),
    ):
        found = check_port(server, "here", Clock())
        assert found.usable, found
        assert server.tls == "off" or "certificate good for" in found.findings[0].text


def test_the_wrong_kind_of_tls_is_named(dovecot: real.Dovecot, postfix: real.Postfix):
    """993 with STARTTLS waited 95 seconds: each side waits for the other to begin."""
    ca = dovecot.certificates.ca
    for server, text in (
        (imap(dovecot.imaps, "starttls", ca), 'write tls = "implicit"'),
        (imap(dovecot.imap, "implicit", ca), 'write tls = "starttls"'),
        (smtp(postfix.smtps, "starttls", ca), 'write tls = "implicit"'),
        (smtp(postfix.smtp, "implicit", ca), 'write tls = "starttls"'),
    ):
        found = check_port(server, "sales: there", Clock())
        assert not found.usable
        (finding,) = found.findings
        assert finding.text.startswith("sales: there: port ") and text in finding.text, finding


def test_another_protocol_at_the_port_is_named(dovecot: real.Dovecot, postfix: real.Postfix):
    ca = dovecot.certificates.ca
    for server, text in (
        (smtp(dovecot.imaps, "implicit", ca), "answered by a server of IMAP, not SMTP"),
        (smtp(dovecot.imap, "starttls", ca), "answered by a server of IMAP, not SMTP"),
        (imap(postfix.smtps, "implicit", ca), "answered by a server of SMTP, not IMAP"),
        (imap(postfix.smtp, "implicit", ca), "answered by a server of SMTP, not IMAP"),
    ):
        found = check_port(server, "here", Clock())
        (finding,) = found.findings
        assert not found.usable and text in finding.text and "usual are" in finding.text, finding


@pytest.mark.parametrize(
    ("banner", "text"),
    [
        (b"+OK POP3 ready\r\n", "a server of POP3, not IMAP"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "something else (SSH-2.0-OpenSSH_9.2), not IMAP"),
    ],
)
async def test_what_speaks_neither_is_named(banner: bytes, text: str):
    async with ScriptedSmtp(banner=banner) as server:
        (finding,) = (await asyncio.to_thread(check_port, imap(server.port, "off"), "here", Clock())).findings
    assert text in finding.text


class Dated(real.Certificates):
    """A server's certificate of these dates, by a CA that is trusted."""

    def __init__(self, folder: Path, starts: datetime, ends: datetime) -> None:
        super().__init__(folder)
        for path in (folder, *folder.parents):
            if path.owner() == "root" and path != Path("/tmp"):
                path.chmod(path.stat().st_mode | 0o055)
        authority = trustme.CA()
        issued = authority.issue_cert("localhost", "127.0.0.1", not_before=starts, not_after=ends)
        authority.cert_pem.write_to_path(str(self.ca))
        issued.private_key_pem.write_to_path(str(self.key))
        for n, blob in enumerate(issued.cert_chain_pems):
            blob.write_to_path(str(self.chain), append=n > 0)


@pytest.mark.parametrize(
    ("starts", "ends", "level", "text"),
    [
        (-40, -10, Level.BAD, "expired on {ends:%d %b %Y}, 10 days ago"),
        (-40, 5, Level.NOTE, "ends in 4 days"),
        (3, 40, Level.BAD, "is good from {starts:%d %b %Y} on"),
    ],
)
def test_a_certificate_of_these_days(tmp_path, starts, ends, level, text):
    if real.DOVECOT_BINARY is None:
        pytest.skip("missing server: apt-get install dovecot-imapd")
    begins, over = NOW + timedelta(days=starts), NOW + timedelta(days=ends)
    with real.Dovecot(Dated(tmp_path / "c", begins, over)) as server:
        for port, tls in ((server.imaps, "implicit"), (server.imap, "starttls")):
            (finding,) = check_port(imap(port, tls, server.certificates.ca), "here", Clock()).findings
            assert finding.level is level
            assert text.format(starts=begins, ends=over) in finding.text, finding


def test_a_certificate_of_nobody_we_trust_or_for_another_name(dovecot: real.Dovecot):
    (finding,) = check_port(imap(dovecot.imaps, "implicit", dovecot.certificates.stranger), "here", Clock()).findings
    assert "a CA of your own goes into `ca`" in finding.text
    other = imap(dovecot.imaps, "implicit", dovecot.certificates.ca, host="127.0.0.2")
    assert not check_port(other, "here", Clock()).usable


@pytest.mark.parametrize("tls", ["implicit", "starttls"])
def test_whose_name_the_certificate_has_is_said(dovecot: real.Dovecot, tls):
    """Under the house's own name the server of a hosting company answers, with a certificate for its own."""
    port = dovecot.imaps if tls == "implicit" else dovecot.imap
    own_name = "127.1"  # an address to the resolver, and a name to TLS
    (finding,) = check_port(imap(port, tls, dovecot.certificates.ca, host=own_name), "here", Clock()).findings
    assert finding.level is Level.BAD
    assert finding.text.endswith("; it is for localhost, 127.0.0.1"), finding
    (finding,) = check_port(imap(port, tls, dovecot.certificates.stranger, host=own_name), "here", Clock()).findings
    assert "it is for" not in finding.text, "what nobody we trust has signed says nothing"


@pytest.mark.parametrize(
    ("host", "text"),
    [("127.0.0.1", "nothing listens on this port"), ("no-such-host.invalid", "there is no server of this name")],
)
def test_nobody_there(host, text):
    (finding,) = check_port(imap(real.free_port(), "implicit", host=host), "here", Clock()).findings
    assert text in finding.text


async def test_a_greeting_that_says_what_time_it_is_is_compared():
    theirs = datetime.now(UTC) + timedelta(minutes=10)
    banner = f"220 mx.example Microsoft ESMTP MAIL Service ready at {theirs:%a, %d %b %Y %H:%M:%S} +0000\r\n"
    async with ScriptedSmtp(banner=banner.encode()) as server:
        found = await asyncio.to_thread(check_port, smtp(server.port, "off"), "here", Clock())
    assert found.clock_error is not None
    assert timedelta(minutes=9) < found.clock_error < timedelta(minutes=11)


def test_a_wrong_password_says_what_to_do(check: Check, monkeypatch):
    monkeypatch.setenv("SALES_PASSWORD", "wrong")
    code, found = check()
    (bad,) = texts(found, "bad")
    assert code == 1
    assert "login refused" in bad and "user or password is wrong" in bad, bad
