"""TLS as both protocols need it: verified, at least 1.2, one context a CA file; and what may do without."""

from __future__ import annotations

import ipaddress
import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from watcher.edge.wire_text import readable_line

if TYPE_CHECKING:
    import ssl

#: What to do by the reason that OpenSSL gives (X509_V_ERR, https://docs.openssl.org/3.0/man3/X509_STORE_CTX_get_error/).
_CERTIFICATE_ADVICE = {
    9: "is the clock of this machine right?",
    10: "whoever runs the server must renew it; or is the clock of this machine wrong?",
    62: "write the name that the provider gives its server as host",
    64: "write the name of the server as host, not its number",
}


class CaFileError(OSError):
    """Raised for a file of certificates that cannot be used; its text says which, why, and what to do."""


@lru_cache(maxsize=16)
def shared_context(ca: str | None) -> ssl.SSLContext:
    """`ca`: a file of certificates in PEM; None: those of the system. CaFileError: it cannot be used.

    Shared: a context of its own would cost every connection a megabyte.
    """
    return make_context(ca)


def make_context(ca: str | None) -> ssl.SSLContext:
    """As `shared_context`, of the caller's own, to be changed."""
    import ssl  # and OpenSSL, which who asks `is_loopback` alone does without

    try:
        made = ssl.create_default_context(cafile=ca)
    except OSError as error:
        reason = "it holds no certificate" if isinstance(error, ssl.SSLError) else error.strerror
        raise CaFileError(f"ca: {ca}: {reason}: name a file of certificates in PEM that Watcher may read") from None
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    # The same on every Python. 3.13 adds a strictness that refuses how a certificate is written, not whose it is: that of most CAs a house
    # makes itself. 3.11 lacks what lets `ca` name a server's own certificate (X509_V_FLAG_PARTIAL_CHAIN).
    made.verify_flags &= ~ssl.VERIFY_X509_STRICT
    made.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return made


def is_loopback(host: str) -> bool:
    """May this host be spoken to without TLS? Only this machine may: cleartext logins are obsolete (RFC 8314 § 3)."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.casefold() in ("localhost", "localhost.localdomain", "ip6-localhost")


def describe_error(error: Exception) -> str:
    """An error of a connection as an administrator understands it, in one line. TimeoutError, OSError and what ssl raises
    have words of their own."""
    import ssl  # see `shared_context`

    if isinstance(error, CaFileError):
        return readable_line(error)
    if isinstance(error, ssl.SSLCertVerificationError):
        advice = _CERTIFICATE_ADVICE.get(error.verify_code, "a CA of your own goes into `ca`")
        return readable_line(f"the certificate is not trusted: {error.verify_message} ({advice})")
    if isinstance(error, ssl.SSLError):
        reason = getattr(error, "reason", None) or error
        return readable_line(f"no TLS: {reason} (is the port right for this kind of tls?)")
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(error, OSError) and (number := _error_number(error)):
        return readable_line(os.strerror(number))
    if isinstance(error, OSError) and error.strerror:
        return readable_line(error.strerror)
    return readable_line(error) or type(error).__name__


def _error_number(error: OSError) -> int:
    """Of the attempt to connect that asyncio puts into words of its own, or of the first of several; 0: it is none of these."""
    found = re.search(r"\[Errno (\d+)\] Connect call failed", str(error))
    return int(found[1]) if found else 0
