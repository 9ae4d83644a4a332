"""edge/imap/client.py: the socket under a connection, against a real Dovecot."""

from __future__ import annotations

import socket
import uuid

import pytest

from tests.servers.real import PASSWORD
from watcher.edge.credentials import PasswordAuthentication, PasswordCredentials
from watcher.edge.imap.session import ImapAccount, ImapSession


@pytest.mark.parametrize("tls", ["implicit", "starttls", "off"])
def test_small_commands_are_sent_at_once_and_a_silent_connection_is_noticed(dovecot, tls):
    user = dovecot.user(f"client{uuid.uuid4().hex[:8]}")
    port = dovecot.imaps if tls == "implicit" else dovecot.imap
    authentication = PasswordAuthentication(user, lambda: PASSWORD)
    account = ImapAccount("127.0.0.1", port, authentication, tls, str(dovecot.certificates.ca), timeout=5.0)
    session = ImapSession(account).open_connection(PasswordCredentials(user, PASSWORD))
    try:
        assert session.socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert session.socket.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
    finally:
        session.drop_connection()
