"""edge/imap/client.py: the socket under a connection, against a real Dovecot."""

from __future__ import annotations

import socket
import uuid
from contextlib import contextmanager

import pytest

from tests.servers.real import PASSWORD
from watcher.edge.credentials import PasswordAuthentication, PasswordCredentials
from watcher.edge.imap.session import ImapAccount, ImapSession


@contextmanager
def _open_session(dovecot, tls):
    user = dovecot.user(f"client{uuid.uuid4().hex[:8]}")
    port = dovecot.imaps if tls == "implicit" else dovecot.imap
    authentication = PasswordAuthentication(user, lambda: PASSWORD)
    account = ImapAccount("127.0.0.1", port, authentication, tls, str(dovecot.certificates.ca), timeout=5.0)
    session = ImapSession(account).open_connection(PasswordCredentials(user, PASSWORD))
    try:
        yield session
    finally:
        session.drop_connection()


@pytest.mark.parametrize("tls", ["implicit", "starttls", "off"])
def test_small_commands_are_sent_at_once_and_a_silent_connection_is_noticed(dovecot, tls):
    with _open_session(dovecot, tls) as session:
        assert session.socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert session.socket.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)


@pytest.mark.parametrize("tls", ["implicit", "starttls", "off"])
def test_a_connection_keeps_no_password_and_what_the_server_can_is_kept_once(dovecot, tls):
    with _open_session(dovecot, tls) as one, _open_session(dovecot, tls) as other:
        clients = [session._client for session in (one, other)]
        assert clients[0].capabilities() is clients[1].capabilities()
        assert clients[0]._imap.capabilities is clients[1]._imap.capabilities
        assert all(PASSWORD not in repr(vars(client._imap)) for client in clients)


@pytest.mark.parametrize("tls", ["implicit", "starttls", "off"])
def test_a_connection_that_is_dropped_is_closed_at_once(dovecot, tls):
    """A buffer that is left open on the socket keeps it."""
    with _open_session(dovecot, tls) as session:
        connection = session.socket
        assert connection.fileno() >= 0
    assert connection.fileno() == -1
