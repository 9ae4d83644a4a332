"""The examples inside rule files: a message in a few keys → what the whole rule set makes of it. Rules carry their own tests."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any

from watcher.core.message import facts
from watcher.core.message.model import Facts, FetchedMessage, FolderRole, Locator, OwnIdentity, Unreadable
from watcher.core.rules import rules
from watcher.core.rules.rule_set import RuleSet

#: An example without `to` is addressed to this mailbox.
EXAMPLE_MAILBOX = "mailbox@house.example"
#: Mail from this address comes from a person of the house.
EXAMPLE_COLLEAGUE = "colleague@house.example"
OWN_ADDRESSES = OwnIdentity(mailboxes=frozenset({EXAMPLE_MAILBOX}), people=frozenset({EXAMPLE_COLLEAGUE}))
_RECEIVED_AT = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)


def find_failures(ruleset: RuleSet) -> list[str]:
    """Every example that does not come out as expected, one line each."""
    found = []
    for rule in ruleset.rules:
        for n, example in enumerate(rule.examples, 1):
            for key, wanted, got in _find_differences(example, ruleset):
                found.append(
                    f'{rule.file}:{rule.line}: rule "{rule.name}", example {n}: expected {key} = {wanted}, got {got}'
                )
    return found


def count_examples(ruleset: RuleSet) -> int:
    """How many examples there are in all rules."""
    return sum(len(rule.examples) for rule in ruleset.rules)


def _find_differences(example: dict[str, Any], ruleset: RuleSet) -> list[tuple[str, object, object]]:
    message = _build_message(example)
    if isinstance(message, Unreadable):
        return [("readable", True, message.reason)]
    verdict = rules.classify_message(message, ruleset, OWN_ADDRESSES)
    got: dict[str, object] = {
        "kind": str(verdict.kind),
        "attention": str(verdict.attention),
        "track": verdict.track,
        "ack": verdict.ack,
        "customer": verdict.customer.email if verdict.customer else "",
        "code": verdict.ack_reason or "",
        "rule": verdict.rule,
        "template": verdict.template,
        "owner": verdict.owner or "",
        "ladder": verdict.ladder or "",
    }
    return [(key, wanted, got[key]) for key, wanted in example["expect"].items() if got[key] != wanted]


def _build_message(example: dict[str, Any]) -> Facts | Unreadable:
    """The example as a message, through the same door as any other."""
    message = EmailMessage()
    message["Message-ID"] = "<example@customer.example>"
    message["To"] = str(example.get("to", EXAMPLE_MAILBOX))
    for key, name in (
        ("from", "From"),
        ("cc", "Cc"),
        ("reply_to", "Reply-To"),
        ("sender", "Sender"),
        ("subject", "Subject"),
    ):
        if key in example:
            message[name] = str(example[key])
    for name, value in example.get("headers", {}).items():
        message[name] = str(value)
    message.set_content(str(example.get("body", "Hello, I have a question.")))
    if "html" in example:
        message.add_alternative(str(example["html"]), subtype="html")
    for name in example.get("attachments", []):
        message.add_attachment(b"", maintype="application", subtype="octet-stream", filename=str(name))
    raw = message.as_bytes()
    return facts.read_message(
        FetchedMessage(Locator("example", "INBOX", 1, 1), FolderRole.INBOX, raw, _RECEIVED_AT, len(raw))
    )
