"""The real servers as fixtures. A test that needs one that is not there is skipped with the words "missing server"."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import daemon
from tests.servers import dovecot as dovecot_server
from tests.servers import postfix as postfix_server
from tests.servers.certificates import Certificates


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    folder = tmp_path_factory.mktemp("certificates")
    for path in (folder, *folder.parents):  # the servers read it as a user of their own
        if path.owner() != "root" or path == Path("/tmp"):
            continue
        path.chmod(path.stat().st_mode | 0o055)
    return Certificates(folder)


@pytest.fixture(scope="session")
def dovecot(certificates: Certificates) -> Iterator[dovecot_server.Dovecot]:
    if dovecot_server.BINARY is None:
        pytest.skip("missing server: apt-get install dovecot-imapd dovecot-lmtpd")
    server = dovecot_server.Dovecot(certificates)
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture
def own_dovecot(certificates: Certificates) -> Iterator[dovecot_server.Dovecot]:
    """One that the test may stop, pause and kill."""
    if dovecot_server.BINARY is None:
        pytest.skip("missing server: apt-get install dovecot-imapd dovecot-lmtpd")
    server = dovecot_server.Dovecot(certificates)
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture(scope="session")
def postfix(certificates: Certificates, dovecot: dovecot_server.Dovecot) -> Iterator[postfix_server.Postfix]:
    if reason := postfix_server.can_run():
        pytest.skip(reason)
    if not Path("/usr/lib/dovecot/lmtp").exists():
        pytest.skip("missing server: apt-get install dovecot-lmtpd")
    server = postfix_server.Postfix(certificates, dovecot.lmtp)
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture
def house(tmp_path: Path, dovecot: dovecot_server.Dovecot, postfix: postfix_server.Postfix) -> Iterator[daemon.House]:
    """A business of this test's own on the shared servers."""
    n = daemon.nobody_else()
    made = daemon.House(tmp_path, dovecot, postfix, f"sales{n}", f"anna{n}")
    yield made
    made.close()


@pytest.fixture
def carol(dovecot: dovecot_server.Dovecot) -> str:
    """A customer of this test's own."""
    return dovecot.user(f"carol{daemon.nobody_else()}")
