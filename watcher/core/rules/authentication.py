"""Does a server that is trusted vouch for the From address? Authentication-Results, RFC 8601, by the alignment of RFC 7489 § 3.1.

Only the server that the configuration names counts, and only what it says of the domain in From: a pass of somebody else's domain
proves nothing, and neither does its failure.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from watcher.core.message.headers import parse_addresses
from watcher.core.message.model import Address, Facts, OwnIdentity
from watcher.core.rules import phrases

_METHOD_RESULT = re.compile(r"\A\s*(?P<method>spf|dkim|dmarc)(?:/\d+)?\s*=\s*(?P<result>[a-z]+)")
_PROPERTY = re.compile(r"(?:\A|\s)(?P<name>header\.(?:from|d|i)|smtp\.mailfrom)\s*=\s*(?P<value>\S+)")
#: Which property names the domain that a method speaks of (RFC 8601 § 2.7); the first there is.
_DOMAIN_PROPERTIES = {"dmarc": ("header.from",), "dkim": ("header.d", "header.i"), "spf": ("smtp.mailfrom",)}
#: Labels under which registries give out names ("co.uk", "com.au"). Labels of up to three letters count as such without being
#: named: to take a name for a registry's is the safe mistake, two hosts below it are then two organisations.
_REGISTRY_LABELS = frozenset(
    {"asso", "conf", "gouv", "info", "ltda", "name", "priv", "press", "presse", "store", "firm", "github", "blogspot", "herokuapp"}
)  # fmt: skip
_MAX_REGISTRY_LABEL = 3


class MethodResult(NamedTuple):
    """One result (`resinfo`, RFC 8601 § 2.2): what a method found of a domain. `domain` "": the header does not name it."""

    method: str  # spf, dkim or dmarc
    result: str  # pass, fail, none, … (RFC 8601 § 2.7), lower case
    domain: str

    def concerns(self, domain: str) -> bool:
        """Is it about this domain or, for SPF and DKIM, one of the same organisation? A DMARC result concerns From anyway."""
        if not self.domain:
            return self.method == "dmarc"
        if self.method == "dmarc":
            return self.domain == domain
        return is_aligned(self.domain, domain)


def authentication_results(facts: Facts, authserv_id: str) -> tuple[MethodResult, ...]:
    """What the configured authority found, by its topmost header (RFC 8601 § 5), and by its others where no sender can have written
    them: OpenDMARC and OpenDKIM write a header each.

    `authserv_id` "" is Microsoft 365, which writes none: then only the topmost header of all counts, and only if it has none.
    """
    found: list[MethodResult] = []
    is_first = True
    for number, value in enumerate(facts.headers.get("authentication-results", ())):
        head, *rest = _without_comments(value).casefold().split(";")
        named = head.split()[0] if head.split() and "=" not in head.split()[0] else ""
        if named == authserv_id.casefold() and (is_first or number < facts.arrival_results):
            found += filter(None, map(_parse_result, rest if named else [head, *rest]))
            is_first = False
        if not authserv_id:
            break
    return tuple(found)


def authentication_failure(facts: Facts, authserv_id: str) -> str:
    """Why the trusted authority does not vouch for the sender; "" where it does, or says nothing (RFC 8601 § 2.7).

    DMARC's failure counts whatever passed beside it. What passes for another organisation's domain does not count as passed.
    """
    results, who = authentication_results(facts, authserv_id), authserv_id or "the receiving server"
    domain = facts.author.domain if facts.author else ""
    if any(found.method == "dmarc" and found.result == "fail" and found.concerns(domain) for found in results):
        return f"dmarc=fail by {who}"
    passed = [found for found in results if found.result == "pass" and (found.concerns(domain) or not found.domain)]
    if results and not passed:
        return f"{', '.join(map(_describe_result, results))} by {who}"
    return ""


def is_authenticated(facts: Facts, us: OwnIdentity) -> bool:
    """Does a trusted authority vouch for the From address: by DMARC (RFC 7489 § 3), or by SPF or DKIM for its organisation?

    For a group that passes mail on it does not vouch for the writer.
    """
    if us.authserv_id is None or facts.is_relayed or facts.author is None:
        return False
    if authentication_failure(facts, us.authserv_id):
        return False
    results = authentication_results(facts, us.authserv_id)
    return any(found.result == "pass" and found.concerns(facts.author.domain) for found in results)


def is_authenticated_address(address: Address, facts: Facts, us: OwnIdentity) -> bool:
    """Is it the sender's own address, and vouched for? An address that a message only names is not."""
    return facts.author is not None and address.key == facts.author.key and is_authenticated(facts, us)


def describe_relay(facts: Facts, us: OwnIdentity) -> str:
    """Why an answer would go to somebody whom the message only names; "" where it goes to its sender.

    A group that is a configured mailbox of the house may pass on its writers, where the trusted authority vouches for the group.
    """
    author = facts.author
    if author is None:
        return ""
    if facts.is_relayed and not _is_own_relay(facts, us):
        return f"passed on for {author.email} by somebody else"
    if not facts.is_relayed and phrases.VIA_NAME.match(author.name):
        return f"a service writes for somebody: {author.name}"
    elsewhere = next((reply for reply in facts.reply_to if not is_aligned(reply.domain, author.domain)), None)
    return (
        f"answers are to go to {elsewhere.email}, not to {author.domain}" if elsewhere and not facts.is_relayed else ""
    )


def _is_own_relay(facts: Facts, us: OwnIdentity) -> bool:
    """Did one of our own groups pass it on, by the word of the trusted authority?"""
    relay = next(iter(parse_addresses(facts.first_header("from") or "")), None)
    if relay is None or us.authserv_id is None or relay.key not in us.mailboxes:
        return False
    results = authentication_results(facts, us.authserv_id)
    return any(found.result == "pass" and found.concerns(relay.domain) for found in results) and not any(
        found.method == "dmarc" and found.result == "fail" for found in results
    )


def is_aligned(one: str, other: str) -> bool:
    """Do two domains belong to one organisation (RFC 7489 § 3.1)? Where one contains the other, they do.

    Two below a common one do if that is no registry's. The list of public suffixes is not asked: what looks like one counts as one.
    """
    if not one or not other:
        return False
    if one == other or one.endswith(f".{other}") or other.endswith(f".{one}"):
        return "." in one and "." in other
    return organisational_domain(one) == organisational_domain(other)


@lru_cache(maxsize=1024)
def organisational_domain(domain: str) -> str:
    """The domain an organisation registered, as far as its labels tell: two of them, or three below a registry's (RFC 7489 § 3.2)."""
    labels = domain.casefold().strip(".").split(".")
    registry = len(labels) > 2 and (len(labels[-2]) <= _MAX_REGISTRY_LABEL or labels[-2] in _REGISTRY_LABELS)
    return ".".join(labels[-3:] if registry else labels[-2:])


def _parse_result(part: str) -> MethodResult | None:
    found = _METHOD_RESULT.match(part)
    if found is None:
        return None
    properties = {given["name"]: given["value"] for given in reversed(list(_PROPERTY.finditer(part, found.end())))}
    named = next((properties[name] for name in _DOMAIN_PROPERTIES[found["method"]] if name in properties), "")
    return MethodResult(found["method"], found["result"], named.rpartition("@")[2].strip("<>.,\"'"))


def _without_comments(value: str) -> str:
    """Without comments (RFC 5322 § 3.2.2), and with what stands in quotes left out: both may hold what the sender chose."""
    kept: list[str] = []
    depth, quoted, position = 0, False, 0
    while position < len(value):
        char = value[position]
        if char == "\\":
            position += 1
        elif char == '"' and not depth:
            quoted = not quoted
            kept.append('"')
        elif char == "(" and not quoted:
            depth += 1
        elif char == ")" and depth:
            depth -= 1
            kept.append(" ")
        elif not depth and not quoted:
            kept.append(char)
        position += 1
    return "".join(kept)


def _describe_result(found: MethodResult) -> str:
    return f"{found.method}={found.result}" + (f" for {found.domain}" if found.domain else "")
