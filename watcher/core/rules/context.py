"""What the rules ask of one message: each text folded once, each trait and literal looked for once, each search stopped in time."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from watcher.core.message.model import Address, Facts
from watcher.core.message.signatures import text_above_name
from watcher.core.rules.model import SuppressionMatch
from watcher.core.rules.records import is_record, names_attached_document
from watcher.core.rules.traits import TEXT_TRAITS, TRAITS
from watcher.core.rules.voice import Voice, read_voice

if TYPE_CHECKING:
    from watcher.core.rules.passed_on import FilledForm

#: Seconds one search may take, and how many may run out of them on one message; after that none is tried.
REGEX_TIMEOUT_SECONDS = 0.05
MAX_REGEX_TIMEOUTS = 8
#: Stands before the name of a header among the literals that were seen.
HEADER_LITERAL_PREFIX = "header "
#: The same before the name of a trait.
TRAIT_LITERAL_PREFIX = "has "
_TRAIT_LITERALS = {word: TRAIT_LITERAL_PREFIX + word for word in TRAITS}


def nfkc_casefold(text: str) -> str:
    """The form text is compared in: compatibility forms and case do not count (Unicode Standard § 3.13)."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


def fold_word(word: str) -> str:
    """A word of a rule in that form: one string, however many conditions, filters and lists have it."""
    folded = nfkc_casefold(word)
    return sys.intern(
        word if folded == word else folded
    )  # most are written so: then the word of the file is that string


@dataclass
class RuleContext:
    """One message while rules look at it: each folded text is made once."""

    facts: Facts
    suppression_matches: tuple[SuppressionMatch, ...]
    find_literals: Callable[[str], frozenset[str]] | None = None  # of the rules, in a folded text
    find_form: Callable[[], FilledForm | None] | None = None  # asked when a rule wants to know
    timed_out_searches: int = 0  # searches that ran out of time
    timed_out_rules: list[str] = field(default_factory=list)  # whose they were
    signs_by_rule: dict[int, Any] = field(default_factory=dict)  # what evidence a rule found, by its id()
    known_signs: dict[int, Any] = field(default_factory=dict)  # those that were looked for, by the id() of the rule's
    known_lazy_traits: dict[str, bool] = field(default_factory=dict)  # of `LAZY_TRAITS` those that were asked for
    whole: RuleContext | None = None  # the message of which this is a part; None: this is all of it

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
        return self._limited_to(words)

    @cached_property
    def with_signature(self) -> RuleContext:
        """The same message without what is quoted or passed on; what stands at its foot is there."""
        facts = self.facts
        if not (facts.is_reply or facts.is_forward or facts.references):
            return self
        return self._limited_to(facts.own_text)

    def _limited_to(self, words: str) -> RuleContext:
        limited = self.facts.limited_to(words)
        return RuleContext(
            limited,
            self.suppression_matches,
            self.find_literals,
            lambda: self.form,
            known_lazy_traits=self.known_lazy_traits,
            whole=self,
        )

    @cached_property
    def found_literals(self) -> frozenset[str] | None:
        """Which literals of the rules occur anywhere in the whole message, with the names of its headers and traits; None: not known,
        look for each."""
        if self.whole is not None:
            return self.whole.found_literals
        if self.find_literals is None:
            return None
        return self.find_literals(self.searchable_text).union(
            [HEADER_LITERAL_PREFIX + name for name in self.facts.headers], self.trait_literals
        )

    @cached_property
    def form(self) -> FilledForm | None:
        """The form whose notice the message is; None where it is none."""
        return self.find_form() if self.find_form is not None else None

    @cached_property
    def voice(self) -> Voice:
        """Who speaks in the whole message, and of whose things."""
        return self.whole.voice if self.whole is not None else read_voice(self.facts)

    @cached_property
    def wish_count(self) -> int:
        """Words of wanting in subject and own words, up to two, which is more than chance puts there."""
        from watcher.core.rules import requests  # its words take 0.07 s, which no start waits for

        return self.whole.wish_count if self.whole is not None else requests.count_wishes(self.facts)

    def has_lazy_trait(self, name: str) -> bool:
        """Has the whole message this one of `LAZY_TRAITS`? Looked for once: its parts know what was found for it."""
        found = self.known_lazy_traits.get(name)
        if found is None:
            whole = self if self.whole is None else self.whole
            found = self.known_lazy_traits[name] = _lazy_traits()[name](whole)
        return found

    @cached_property
    def found_in_any_part(self) -> frozenset[str] | None:
        """The same, with the traits of its parts: what quotes nothing may be brief where the whole is not."""
        if self.found_literals is None:
            return None
        return self.found_literals.union(self.of_own_words.trait_literals, self.with_signature.trait_literals)

    @cached_property
    def traits(self) -> frozenset[str]:
        """Every trait of the message itself. A part of it has those of the whole, but where they are of the text."""
        if self.whole is None:
            return frozenset([word for word, trait in TRAITS.items() if trait(self.facts)])
        return (self.whole.traits - TEXT_TRAITS).union([word for word in TEXT_TRAITS if TRAITS[word](self.facts)])

    @cached_property
    def trait_literals(self) -> frozenset[str]:
        """The names of the traits as they stand among the literals that were seen."""
        return frozenset(map(_TRAIT_LITERALS.__getitem__, self.traits))

    @cached_property
    def suppression_codes(self) -> frozenset[str]:
        """The codes of the decision table that apply."""
        return frozenset(hit.code for hit in self.suppression_matches)


@cache
def _lazy_traits() -> dict[str, Callable[[RuleContext], bool]]:
    """How each of `LAZY_TRAITS` is told. Their words take 0.07 s, which no start waits for."""
    from watcher.core.rules import absence_doubt, circulars, greetings, letter_shape, offers, requests

    rooms = (absence_doubt, offers, requests, circulars, greetings, letter_shape)
    traits = {word: sign for room in rooms for word, sign in room.TRAITS.items()}
    found = {name: lambda context, has_trait=trait: has_trait(context.facts) for name, trait in traits.items()}
    return {
        **found,
        "form": lambda context: context.form is not None,
        "record": lambda context: is_record(context.facts),
        "numbered-document": lambda context: names_attached_document(context.facts),
        "speaks-of-itself": lambda context: context.voice.speaks_of_itself,
        "speaks-of-yours": lambda context: context.voice.speaks_of_yours,
        "wants-something": lambda context: context.voice.wants,
        # the question may be whether one would rather hear no more
        "asks-in-earnest": lambda context: context.voice.asks and circulars.asks_beside_leaving(context.facts),
        "wants-nothing": lambda context: (
            requests.can_be_quiet(context.facts, context.voice) and context.wish_count == 0
        ),
        "short-request": lambda context: requests.is_short_request(context.facts, context.voice),
        "wants-little": lambda context: requests.can_be_quiet(context.facts, context.voice) and context.wish_count <= 1,
    }


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
