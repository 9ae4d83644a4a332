"""Can anything be sent to this address, and would a person read it? Asked of every address that an acknowledgement would go to.

RFC 3834 § 4, RFC 5321 § 4.1.2; nothing is looked up in the DNS.
"""

from __future__ import annotations

import re
from functools import lru_cache

from watcher.core.message.model import Address
from watcher.core.rules import phrases
from watcher.core.rules.codes import SuppressionCode, TrackingEffect
from watcher.core.rules.model import SuppressionMatch

#: Domains that cannot receive mail. The names of RFC 2606 for examples and tests are not among them: they reach nobody, and
#: installations under test live in them.
_UNDELIVERABLE_DOMAIN = re.compile(r"(?:\A|\.)(?:invalid|local|localhost|localdomain|onion|lan|internal|arpa)\Z")
#: What nearly every address is: nothing in it that could be wrong. It is shorter than a label or a local part may be (RFC 1035 § 2.3.4,
#: RFC 5321 § 4.5.3.1.1).
_PLAIN_ADDRESS = re.compile(
    r"[a-z0-9]+(?:[._+-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}", re.IGNORECASE | re.ASCII
)
_MAX_PLAIN_LENGTH = 63


def is_no_reply_address(address: Address) -> bool:
    """Does the address itself say that nobody reads answers to it? No person writes from such a one, not even one of ours.

    Narrower than the code `noreply-destination`, which also stands for words such as `system@` or `alerts@` that a house may use.
    """
    return phrases.NOREPLY_LOCAL_PART_PATTERN.search(address.local.casefold()) is not None


@lru_cache(maxsize=4096)
def destination_matches(email: str) -> tuple[SuppressionMatch, ...]:
    """What speaks against sending anything to this address (RFC 3834 § 4). Those who wrote once write again."""
    hits = []
    if reason := _undeliverable_reason(email):
        hits.append(SuppressionMatch.from_table(SuppressionCode.BAD_DESTINATION, reason))
    local = email.rpartition("@")[0].casefold()
    if local in phrases.NOREPLY_LOCAL_PARTS or phrases.NOREPLY_LOCAL_PART_PATTERN.search(local):
        hits.append(SuppressionMatch.from_table(SuppressionCode.NOREPLY_DESTINATION, f"{email} takes no replies"))
    if phrases.ROLE_LOCAL_PART_PATTERN.search(local) or local in phrases.DAEMON_LOCAL_PARTS:
        # A person may keep an address of that name for the lists they are on.
        effect = TrackingEffect.ALLOWS if local in ("list", "lists", "postmaster") else TrackingEffect.NEEDS_RULE
        hits.append(
            SuppressionMatch.from_table(
                SuppressionCode.ROLE_DESTINATION, f"{email} belongs to a list or a system", effect=effect
            )
        )
    return tuple(hits)


def _undeliverable_reason(email: str) -> str:
    """Why no mail can go to this address; "" where it can. Syntax only: no look into the DNS."""
    if _UNDELIVERABLE_DOMAIN.search(email.rpartition("@")[2].casefold()):
        return f"{email}: no mail can go to that domain"
    if len(email) <= _MAX_PLAIN_LENGTH and _PLAIN_ADDRESS.fullmatch(email):
        return ""
    from email_validator import EmailNotValidError, validate_email  # 0.04 s, which no start waits for

    try:
        validate_email(email, check_deliverability=False, test_environment=True, allow_quoted_local=False)
    except EmailNotValidError as error:
        return f"{email[:80]}: {str(error)[:150]}"
    return ""
