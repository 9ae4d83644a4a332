"""A CA for the tests, and what it has signed."""

from __future__ import annotations

from pathlib import Path

import trustme


class Certificates:
    """`ca` is what clients trust; `chain` and `key` belong to a server on this machine."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        authority = trustme.CA()
        issued = authority.issue_cert("localhost", "127.0.0.1")
        self.ca, self.chain, self.key = folder / "ca.pem", folder / "chain.pem", folder / "key.pem"
        authority.cert_pem.write_to_path(str(self.ca))
        for n, blob in enumerate(issued.cert_chain_pems):
            blob.write_to_path(str(self.chain), append=n > 0)
        issued.private_key_pem.write_to_path(str(self.key))
        self.stranger = folder / "stranger.pem"
        trustme.CA().cert_pem.write_to_path(str(self.stranger))
