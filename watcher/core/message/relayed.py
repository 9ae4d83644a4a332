"""Who really wrote a message that a group or an alias passed on under its own name: "Carol via Sales <sales@example.com>".

Google Groups and Mailman do so where the writer's domain forbids others to send in its name (DMARC, RFC 7489 § 10). Mail servers
whose senders are rewritten so that SPF passes (SRS) write their own domain into From, where that is set up too widely. Only
where the address that stands in From is one the message was written *to*; else "via" is somebody's service, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from watcher.core.message.headers import parse_addresses
from watcher.core.message.model import Address

_VIA_DISPLAY_NAME = re.compile(
    r"(?i)\A(?P<name>.{1,150}?)['\"]?\s+(?:v[ií]a|über|durch|par|por|tramite|door|przez|prostřednictvím|prin|через|чрез|μέσω)\s+\S.{0,150}\Z"
)
#: Whatever the word between them is, the writer's name stands in quotes of its own there.
_QUOTED_NAME = re.compile(r"\A['\"](?P<name>[^'\"]{1,150})['\"]\s+\S")
_BATV_LOCAL_PART = re.compile(r"\A(?:prvs|btv1)=+[0-9a-z]{4,20}=+(?P<local>[^@]+)\Z", re.IGNORECASE)
#: SRS0=hash=tt=domain=local, SRS1=hash=forwarder==hash=tt=domain=local
_SRS_LOCAL_PART = re.compile(r"\Asrs[01][=+-].*=(?P<domain>[^=@]*\.[^=@]+)=(?P<local>[^@]+)\Z", re.IGNORECASE)
_ORIGINAL_AUTHOR_FIELDS = ("x-original-from", "x-original-sender", "reply-to")


def unwrap_return_path(address: str) -> str:
    """The person behind a signed (BATV `prvs=`) or forwarded (SRS) return path; some servers write it into From, too."""
    local, _, domain = address.rpartition("@")
    if found := _BATV_LOCAL_PART.match(local):
        return f"{found['local']}@{domain}"
    if found := _SRS_LOCAL_PART.match(local):
        return f"{found['local']}@{found['domain']}"
    return address


def find_original_author(
    writers: tuple[Address, ...], recipients: Sequence[Address], raw: Mapping[str, Sequence[str]]
) -> tuple[Address, ...]:
    """From as it was written; `writers` where nobody passed it on, or nothing tells who wrote it (RFC 5322 § 3.6.2)."""
    if len(writers) != 1:
        return writers
    shown = writers[0]
    if (person := unwrap_return_path(shown.email)) != shown.email:
        return (Address(person, shown.name),)
    via = _VIA_DISPLAY_NAME.match(shown.name) if shown.name.count(" ") > 1 else None
    if not via and "x-google-group-id" in raw and "x-original-sender" in raw:
        via = _QUOTED_NAME.match(shown.name)
    if not via and "x-original-from" not in raw:
        return writers
    if shown.key not in {recipient.key for recipient in recipients} and "x-google-group-id" not in raw:
        return writers
    for name in _ORIGINAL_AUTHOR_FIELDS:
        found = parse_addresses(next(iter(raw.get(name, ())), ""))
        if len(found) == 1 and found[0].key != shown.key:
            known_as = found[0].name or (via["name"].strip("'\" ") if via else "")
            return (replace(found[0], name=known_as),)
    return writers
