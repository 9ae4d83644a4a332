"""A token server, a client of it, and keys that sign."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.servers.tokens import CLIENT, SECRET, TokenServer
from watcher.core.health import tokens
from watcher.edge.clock import Clock
from watcher.edge.oauth.grants import Grant, TokenClient
from watcher.edge.oauth.token_source import TokenSource
from watcher.edge.oauth.token_store import TokenStore

NOW = Clock().now


@pytest.fixture
def provider() -> Iterator[TokenServer]:
    with TokenServer() as server:
        yield server


@pytest.fixture
def client(provider: TokenServer) -> Callable[..., TokenClient]:
    """The registered application, with what a test changes of it."""

    def make(**changed) -> TokenClient:
        known = {
            "grant": Grant.CODE, "account": "sales", "token_endpoint": f"{provider.url}/token", "client": CLIENT,
            "authorization_endpoint": f"{provider.url}/authorize", "device_endpoint": f"{provider.url}/device",
            "scopes": ("mail", "offline_access"), "read_secret": lambda: SECRET,
        }  # fmt: skip
        return TokenClient(**{**known, **changed})

    return make


@pytest.fixture
def source(client: Callable[..., TokenClient], tmp_path: Path) -> Callable[..., TokenSource]:
    def make(now=NOW, **changed) -> TokenSource:
        return TokenSource(client(**changed), TokenStore(tmp_path, "sales"), tokens, now)

    return make


class Keys:
    """A key pair as PEM, its certificate, and the file that Google makes of such a key."""

    def __init__(self, folder: Path) -> None:
        key = rsa.generate_private_key(65537, 2048)
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "watcher")])
        self.ends = datetime.date(2031, 5, 1)
        builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        builder = builder.serial_number(1).not_valid_before(datetime.datetime(2026, 1, 1))
        certificate = builder.not_valid_after(datetime.datetime(2031, 5, 1)).sign(key, hashes.SHA256())
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        public = (serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        self.public = key.public_key().public_bytes(*public).decode()
        self.certificate, self.service_account = folder / "client.pem", folder / "key.json"
        self.certificate.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + private)
        account = {"client_email": "watcher@project.example", "private_key": private.decode(), "private_key_id": "k1"}
        self.service_account.write_text(json.dumps(account))
        for path in (self.certificate, self.service_account):
            path.chmod(0o600)


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    return Keys(tmp_path_factory.mktemp("keys"))
