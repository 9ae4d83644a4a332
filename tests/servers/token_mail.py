"""Dovecot and Postfix that take the tokens of the test's token server, and passwords by PLAIN and SCRAM."""

from __future__ import annotations

import subprocess

from tests.servers.real import Certificates, Dovecot, Postfix
from tests.servers.tokens import TokenServer


class TokenDovecot(Dovecot):
    """Asks the token server about every token (RFC 7662). `mechanisms` is what it offers."""

    def __init__(
        self, certificates: Certificates, provider: TokenServer, mechanisms: str = "plain xoauth2 oauthbearer"
    ) -> None:
        super().__init__(certificates, mechanisms=mechanisms, introspection_url=provider.url)

    def kick(self, user: str) -> None:
        """Ends every session of that user, as a provider does that takes a token back."""
        words = ["doveadm", "-c", str(self.config), "kick", user]
        subprocess.run(words, check=False, capture_output=True)


class TokenPostfix(Postfix):
    """At `smtps` it takes mail from whoever its Dovecot lets in, and from nobody else; at its other ports from everybody."""

    def __init__(self, certificates: Certificates, dovecot: Dovecot) -> None:
        super().__init__(certificates, dovecot.lmtp)
        etc = self.folder / "etc"
        sasl = f"smtpd_sasl_type = dovecot\nsmtpd_sasl_path = {dovecot.folder}/auth-client\nsmtpd_tls_auth_only = yes\n"
        (etc / "main.cf").write_text((etc / "main.cf").read_text() + sasl)
        words = "".join(
            f"  -o smtpd_{what}_restrictions=permit_sasl_authenticated,reject\n" for what in ("relay", "recipient")
        )
        service = f"127.0.0.1:{self.smtps} inet n - n - - smtpd\n"
        master = (etc / "master.cf").read_text()
        assert service in master
        (etc / "master.cf").write_text(master.replace(service, f"{service}  -o smtpd_sasl_auth_enable=yes\n{words}"))
