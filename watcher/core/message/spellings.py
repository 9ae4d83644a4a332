"""One address, and the ways in which it may stand in a text."""

from __future__ import annotations

import idna


def list_spellings(address: str) -> tuple[str, ...]:
    """The address in lower case and case-folded, its domain as it is written, in A-labels and in U-labels (RFC 5890 § 2.3.2.1): each
    once, and never none. Mail names `carol@xn--bcher-kva.example` whom people call `carol@bücher.example`."""
    local, at, domain = address.rpartition("@")
    found = [f"{local}{at}{name}" for name in (domain, *_other_forms(domain))]
    return tuple(dict.fromkeys(folded for spelling in found for folded in (spelling.casefold(), spelling.lower())))


def _other_forms(domain: str) -> list[str]:
    """[]: it is no name of the DNS, and stands nowhere else than it is."""
    try:
        octets = idna.encode(domain, uts46=True)
        return [octets.decode(), idna.decode(octets)]
    except (idna.IDNAError, UnicodeError):
        return []
