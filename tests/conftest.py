"""Fixtures that more than one room of tests needs, the real servers among them, and how generated tests run.

A test that needs a server that is not there is skipped with the words "missing server".
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import dns.resolver
import pytest
from hypothesis import HealthCheck, settings

from tests import daemon
from tests.servers import real
from tests.servers.database import POSTGRESQL_BINARIES, PostgreSql
from tests.servers.name_server import NameServer
from watcher.edge.mail_discovery import MailDns
from watcher.edge.store.store import Store

# Nothing asserts how long something took: machines are busy.
settings.register_profile("watcher", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("watcher")


#: Domains that say where their mail is, and some that do not.
MAIL_ZONE = {
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


@pytest.fixture(autouse=True)
def heard():
    """What the loops say is heard again after a test that silenced them."""
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> real.Certificates:
    folder = tmp_path_factory.mktemp("certificates")
    for path in (folder, *folder.parents):  # the servers read it as a user of their own
        if path.owner() != "root" or path == Path("/tmp"):
            continue
        path.chmod(path.stat().st_mode | 0o055)
    return real.Certificates(folder)


def start_dovecot(certificates: real.Certificates) -> Iterator[real.Dovecot]:
    """A server that runs until the fixture ends; the test is skipped where Dovecot is missing."""
    if real.DOVECOT_BINARY is None:
        pytest.skip("missing server: apt-get install dovecot-imapd dovecot-lmtpd")
    with real.Dovecot(certificates) as server:
        yield server


@pytest.fixture(scope="session")
def dovecot(certificates: real.Certificates) -> Iterator[real.Dovecot]:
    yield from start_dovecot(certificates)


@pytest.fixture
def own_dovecot(certificates: real.Certificates) -> Iterator[real.Dovecot]:
    """One that the test may stop, pause and kill."""
    yield from start_dovecot(certificates)


@pytest.fixture(scope="session")
def postfix(certificates: real.Certificates, dovecot: real.Dovecot) -> Iterator[real.Postfix]:
    if reason := real.can_run():
        pytest.skip(reason)
    if not Path("/usr/lib/dovecot/lmtp").exists():
        pytest.skip("missing server: apt-get install dovecot-lmtpd")
    with real.Postfix(certificates, dovecot.lmtp) as server:
        yield server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSql]:
    if POSTGRESQL_BINARIES is None:
        pytest.skip("missing server: apt-get install postgresql")
    with PostgreSql() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of the test's own, of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/watcher.sqlite3"
    return request.getfixturevalue("postgresql").create_database()


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """A store on it; a module that is about one kind alone parametrizes `database_url`."""
    opened = Store(database_url)
    yield opened
    opened.close()


@pytest.fixture
def file_store(tmp_path: Path) -> Iterator[Store]:
    """What is about SQLite's file."""
    opened = Store(f"sqlite:///{tmp_path}/watcher.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def house(tmp_path: Path, dovecot: real.Dovecot, postfix: real.Postfix) -> Iterator[daemon.House]:
    """A business of this test's own on the shared servers."""
    n = daemon.nobody_else()
    made = daemon.House(tmp_path, dovecot, postfix, f"sales{n}", f"anna{n}")
    yield made
    made.close()


@pytest.fixture
def carol(dovecot: real.Dovecot) -> str:
    """A customer of this test's own."""
    return dovecot.user(f"carol{daemon.nobody_else()}")


@pytest.fixture
def names() -> Iterator[MailDns]:
    """The resolver of a machine whose name server knows MAIL_ZONE."""
    server = NameServer(MAIL_ZONE)
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers, resolver.port = [server.address], server.port
    yield MailDns(resolver)
    server.close()
