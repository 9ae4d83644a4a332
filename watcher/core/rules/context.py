"""What the rules ask of one message: each text folded once, each trait and literal looked for once, each search stopped in time."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from watcher.core.message.model import Address, Facts
from watcher.core.message.own_text import text_above_name
from watcher.core.rules.model import SuppressionMatch
from watcher.core.rules.passed_on import FilledForm
from watcher.core.rules.traits import TRAITS

#: Seconds one search may take, and how many may run out of them on one message; after that none is tried.
REGEX_TIMEOUT_SECONDS = 0.05
MAX_REGEX_TIMEOUTS = 8
#: The trait that is no sign of the message alone: who "we" are decides it too.
FORM_TRAIT = "form"
#: Stands before the name of a header among the literals that were seen.
HEADER_LITERAL_PREFIX = "header "


def nfkc_casefold(text: str) -> str:
    """The form text is compared in: compatibility forms and case do not count (Unicode Standard § 3.13)."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


@dataclass
class RuleContext:
    """One message while rules look at it: each folded text is made once."""

    facts: Facts
    suppression_matches: tuple[SuppressionMatch, ...]
    find_literals: Callable[[str], frozenset[str]] | None = None  # of the rules, in a folded text
    find_form: Callable[[], FilledForm | None] | None = None  # asked when a rule wants to know
    timed_out_searches: int = 0  # searches that ran out of time
    timed_out_rules: list[str] = field(default_factory=list)  # whose they were
    known_traits: dict[str, bool] = field(default_factory=dict)  # those that were asked for
    signs_by_rule: dict[int, Any] = field(default_factory=dict)  # what evidence a rule found, by its id()

    @cached_property
    def folded_body(self) -> str:
        """The readable text in the form it is compared in."""
        return nfkc_casefold(self.facts.text)

    @cached_property
    def folded_subject(self) -> str:
        """The subject in the form it is compared in."""
        return nfkc_casefold(self.facts.subject)

    @cached_property
    def searchable_text(self) -> str:
        """All that rules compare literally, folded: addresses, context, text, list, file names."""
        facts = self.facts
        names = [address.email for address in field_addresses("any_address", facts)]
        names += [*facts.headers.get("list-id", ()), *facts.attachments]
        return "\n".join((nfkc_casefold("\n".join(names)), self.folded_subject, self.folded_body))

    @cached_property
    def of_own_words(self) -> RuleContext:
        """The same message as far as its writer wrote it for this reader: without quotes, what is passed on, and the signature."""
        facts = self.facts
        words = text_above_name(facts.own_text, facts.author.name if facts.author else "")
        if not words.strip() or words == facts.text:
            return self.with_signature
        return RuleContext(replace(facts, text=words), self.suppression_matches, self.find_literals, self.find_form)

    @cached_property
    def with_signature(self) -> RuleContext:
        """The same message without what is quoted or passed on; what stands at its foot is there."""
        facts = self.facts
        if not (facts.is_reply or facts.is_forward or facts.references):
            return self
        return RuleContext(
            replace(facts, text=facts.own_text), self.suppression_matches, self.find_literals, self.find_form
        )

    @cached_property
    def found_literals(self) -> frozenset[str] | None:
        """Which literals of the rules occur anywhere in it, and the names of its headers; None: not known, look for each."""
        if self.find_literals is None:
            return None
        return self.find_literals(self.searchable_text).union(
            [HEADER_LITERAL_PREFIX + name for name in self.facts.headers]
        )

    @cached_property
    def form(self) -> FilledForm | None:
        """The form whose notice the message is; None where it is none."""
        return self.find_form() if self.find_form is not None else None

    def has_trait(self, word: str) -> bool:
        """Has the message this trait? Several conditions ask for the same."""
        if word == FORM_TRAIT:
            return self.form is not None
        found = self.known_traits.get(word)
        if found is None:
            found = self.known_traits[word] = TRAITS[word](self.facts)
        return found

    @cached_property
    def suppression_codes(self) -> frozenset[str]:
        """The codes of the decision table that apply."""
        return frozenset(hit.code for hit in self.suppression_matches)


def search_with_timeout(pattern: Any, text: str, context: RuleContext) -> Any:
    """The match, or None, also where the search took longer than REGEX_TIMEOUT_SECONDS seconds; then it is counted as slow."""
    if context.timed_out_searches < MAX_REGEX_TIMEOUTS:
        try:
            return pattern.search(text, timeout=REGEX_TIMEOUT_SECONDS)
        except TimeoutError:
            pass
    context.timed_out_searches += 1
    return None


def field_addresses(name: str, facts: Facts) -> tuple[Address, ...]:
    """The addresses of a field of the rule language. KeyError: it is none of addresses."""
    if name == "any_address":
        sender = (facts.sender,) if facts.sender else ()
        return (*facts.from_, *sender, *facts.reply_to, *facts.recipients)
    if name == "sender":
        return (facts.sender,) if facts.sender else ()
    return {"from": facts.from_, "reply_to": facts.reply_to, "to": facts.to, "cc": facts.cc}[name]
