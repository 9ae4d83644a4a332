"""Does somebody who is trusted vouch for the sender? What the receiving server wrote down of SPF, DKIM and DMARC.

RFC 8601 (Authentication-Results), RFC 7489 (DMARC). Without an authority in the configuration nothing is believed and nothing is missed.
"""

from __future__ import annotations

import re

from watcher.core.message.model import Facts, OwnIdentity

_HEADER_COMMENT = re.compile(r"\([^()]{0,500}\)")


def authentication_results(facts: Facts, authserv_id: str) -> dict[str, str]:
    """The results of the configured authority, its topmost header only (RFC 8601 § 5): {"dmarc": "pass", …}.

    `authserv_id` "" is Microsoft 365, which writes none: then only the topmost header of all counts, and only if it has none.
    """
    for value in facts.headers.get("authentication-results", ()):
        plain = _HEADER_COMMENT.sub(" ", value)
        head, _, rest = plain.partition(";")
        named = head.split()[0].casefold() if head.split() and "=" not in head.split()[0] else ""
        if named == authserv_id.casefold():
            found = re.findall(r"(?:\A|;)\s*(spf|dkim|dmarc)\s*=\s*([a-z]+)", f";{rest if named else plain}".casefold())
            results: dict[str, str] = {}
            for method, result in found:
                results[method] = "pass" if "pass" in (result, results.get(method)) else result
            return results
        if not authserv_id:
            return {}
    return {}


def authentication_failure(facts: Facts, authserv_id: str) -> str:
    """Why the trusted authority does not vouch for the sender; "" where it does, or says nothing (RFC 8601 § 2.7)."""
    results, who = authentication_results(facts, authserv_id), authserv_id or "the receiving server"
    if results.get("dmarc") == "fail":
        return f"dmarc=fail by {who}"
    if results and "pass" not in results.values():
        return f"{', '.join(f'{method}={result}' for method, result in results.items())} by {who}"
    return ""


def is_authenticated(facts: Facts, us: OwnIdentity) -> bool:
    """Does a trusted authority vouch for the From address (DMARC, RFC 7489 § 3)?

    For a group that passes mail on it does not vouch for the writer.
    """
    return (
        not facts.is_relayed
        and us.authserv_id is not None
        and authentication_results(facts, us.authserv_id).get("dmarc") == "pass"
    )
