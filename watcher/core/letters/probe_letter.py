"""The letter of `watcher check --send-test`: what it says, and what its Authentication-Results say when it is read back.

Customers' servers judge an acknowledgement as they judge this letter: by whether SPF or DKIM speak for the domain in From.
"""

from __future__ import annotations

from watcher.core.health.findings import Finding, Level
from watcher.core.letters.mime import AUTO_RESPONSE_SUPPRESSION, LetterDraft, LetterHead, compose_letter
from watcher.core.message.model import Facts
from watcher.core.outbox.model import ComposedLetter
from watcher.core.rules import authentication

_SUBJECT = "Watcher: test letter"
_TEXT = """\
This is a test letter of Watcher, sent by `watcher check --send-test` as {sender}.

That you read it means that digests reach you. If it came into the spam folder, tell your mail program that it is none.

Nobody needs to answer it.
"""


def compose_test_letter(head: LetterHead) -> ComposedLetter:
    """ComposeError: it cannot be written."""
    draft = LetterDraft(
        sender=head.sender,
        recipient=head.recipient,
        subject=_SUBJECT,
        text=_TEXT.format(sender=head.sender.email),
        extra_headers=(("Auto-Submitted", "auto-generated"), *AUTO_RESPONSE_SUPPRESSION),
    )
    return compose_letter(draft, key=head.signing_key, letter_key=head.letter_key, now=head.now)


def judge_authentication(facts: Facts, trusted: str | None) -> list[Finding]:
    """What the server that took the letter found (RFC 8601). `trusted`: `watcher.trust.authserv_id`; None: none is configured."""
    domain = facts.author.domain if facts.author else ""
    header = next(iter(facts.headers.get("authentication-results", ())), None)
    if header is None:
        text = "the server that received it wrote no Authentication-Results, so nothing is known of SPF and DKIM: send one elsewhere"
        return [Finding(Level.NOTE, f"test letter: {text}")]
    name = header.partition(";")[0].split()[0] if header.partition(";")[0].split() else ""
    authserv_id = "" if "=" in name else name
    results = authentication.authentication_results(facts, authserv_id)
    passed = {found.method for found in results if found.result == "pass" and found.concerns(domain)}
    said = ", ".join(
        f"{found.method}={found.result}" + (f" ({found.domain})" if found.domain else "") for found in results
    )
    findings = [_judge_alignment(passed, said or "no result", domain)]
    if trusted is None:
        text = (
            f'{authserv_id or "the server"} checks senders: write trust = {{ authserv_id = "{authserv_id}" }} into [watcher], so that '
            "forged senders are told from real ones"
        )
        findings.append(Finding(Level.NOTE, text))
    elif trusted.casefold() != authserv_id.casefold():
        text = f'watcher.trust names "{trusted}", and the server calls itself "{authserv_id}": its results do not count'
        findings.append(Finding(Level.NOTE, text))
    return findings


def _judge_alignment(passed: set[str], said: str, domain: str) -> Finding:
    """Aligned: SPF or DKIM passed for the domain in From (RFC 7489 § 3.1)."""
    if "dkim" in passed or "dmarc" in passed:
        return Finding(Level.OK, f"test letter: aligned with {domain}: {said}")
    if "spf" in passed:
        text = (
            f"test letter: aligned with {domain} by SPF alone: {said}. A forwarded acknowledgement would fail: switch on DKIM for "
            f"{domain} where its mail is sent"
        )
        return Finding(Level.NOTE, text)
    text = (
        f"test letter: not aligned with {domain}: {said}. Acknowledgements may end in spam: send through the provider of {domain} "
        f"(mailbox.smtp), put its SPF include into the DNS of {domain}, and switch on DKIM for {domain}"
    )
    return Finding(Level.BAD, text)
