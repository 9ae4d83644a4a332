"""What a message has, one word each: the signs that a rule can ask for by `has`. Pure; judges nothing, a sign is no verdict."""

from __future__ import annotations

from collections.abc import Callable

import regex

from watcher.core.message.html_layout import LayoutMark
from watcher.core.message.languages import guess_language
from watcher.core.message.model import Address, Facts
from watcher.core.rules import mail_programs, phrases, voice
from watcher.core.rules.authentication import organisational_domain

_NUMBERED_LOCAL_PART = regex.compile(r"\d{4}|\d[a-z]+\d")
#: Return paths of mass mailings: they name what they are for, or the recipient (VERP).
_BOUNCE_LOCAL_PART = regex.compile(r"(?i)bounce|\breturns?\b|\berrors?\b|^owner-|-owner$|\bverp\b")
_RECIPIENT_IN_LOCAL_PART = regex.compile(r"(?i)^(?!srs|prvs|btv).*[\w.-]+=[\w-]+\.\w+$")
_LINK_OR_CLICK = regex.compile(r"(?i)https?:|www\.|\bclick\b")
#: Characters of own text, signature and quotes left out: what customers rarely pass, and what letters rarely reach.
MAX_BRIEF_LENGTH, MIN_LONG_LENGTH = 500, 6000
MAX_LINKS_BELOW_QUESTION = 2
_PARAGRAPH_END = regex.compile(r"\n[ \t]*\n\s*")


def _is_foreign_address(facts: Facts, address: str) -> bool:
    """Does the address end in another organisation's domain than the sender's, as far as two labels tell?"""
    if not facts.from_ or not address:
        return False
    theirs = address.rpartition("@")[2].casefold()
    return theirs.split(".")[-2:] != facts.from_[0].domain.split(".")[-2:]


def _has_foreign_reply_to(facts: Facts) -> bool:
    return any(_is_foreign_address(facts, address.email) for address in facts.reply_to[:1])


def _is_real_recipient(address: Address) -> bool:
    return bool(address.domain) and not address.key.startswith(("undisclosed", "unlisted-recipients", "recipient list"))


def message_language(facts: Facts) -> str:
    """ISO 639-1 code of what the writer wrote; "" where it cannot be told. Of most mail nobody asks."""
    return facts.ask_once("language", lambda: guess_language(facts.own_text or facts.text))


def is_bounce_local_part(local: str) -> bool:
    """Is this the local part of a return path for mass mailings?"""
    return bool(_BOUNCE_LOCAL_PART.search(local) or ("=" in local and _RECIPIENT_IN_LOCAL_PART.search(local)))


def has_link_or_click(text: str) -> bool:
    """Does it have a link, or ask for a click?"""
    folded = text.casefold()
    return (":" in text or "www." in folded or "click" in folded) and _LINK_OR_CLICK.search(text) is not None


def _has_no_recipient(facts: Facts) -> bool:
    return not any(map(_is_real_recipient, facts.to + facts.cc))


def asks_on_top(facts: Facts) -> bool:
    """Does a mail of few links open with a question of few lines, after a greeting perhaps? What stands below it is a footer then."""
    if facts.links > MAX_LINKS_BELOW_QUESTION or not phrases.has_question_mark(facts.own_text):
        return False
    opening = "\n\n".join(_PARAGRAPH_END.split(facts.own_text.strip(), 2)[:2])[:MAX_BRIEF_LENGTH]
    return phrases.asks_question(opening)


_MIN_LETTERS = 8
#: Of the characters that an octet stands for, those that are no capitals.
_NO_CAPITALS = bytes(octet for octet in range(256) if not chr(octet).isupper())


def is_mostly_capitals(text: str) -> bool:
    """Are most of its letters capitals?"""
    try:
        capitals = len(text.encode("latin-1").translate(None, _NO_CAPITALS))
    except UnicodeEncodeError:
        capitals = sum(map(str.isupper, text))
    if capitals <= 0.6 * _MIN_LETTERS:
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= _MIN_LETTERS and capitals > 0.6 * letters


def _answers_itself(facts: Facts) -> bool:
    """Is all that it answers (RFC 5322 § 3.6.4) the sender's own, by the domain of the ids? A provider's domain is everybody's, but of
    who sends under a domain of their own through the provider that wrote all those ids. Where the reader's mail goes through the same
    one, an answer to it looks like this too: so it is a sign beside others, for a conversation that is not known."""
    ids = (*facts.in_reply_to, *facts.references)
    if not ids or not facts.from_ or facts.from_[0].domain in phrases.FREE_MAIL_DOMAINS:
        return False
    own = {organisational_domain(facts.from_[0].domain)}
    if mail_programs.is_providers_message_id(facts.message_id):
        own.add(_domain_of_id(facts.message_id))
    return own.issuperset(map(_domain_of_id, ids))


def _domain_of_id(message_id: str) -> str:
    return organisational_domain(message_id.rpartition("@")[2].casefold())


#: What `has` can ask for.
TRAITS: dict[str, Callable[[Facts], bool]] = {
    "attachment": lambda facts: bool(facts.attachments),
    "html": lambda facts: "text/html" in facts.part_types,
    "html-only": lambda facts: facts.from_html,
    "text": lambda facts: bool(facts.text.strip()),
    "reply": lambda facts: facts.is_reply,
    "reply-subject": lambda facts: facts.has_prefix,
    "forward": lambda facts: facts.is_forward,
    "list": lambda facts: "list-id" in facts.headers,
    "unsubscribe": lambda facts: "list-unsubscribe" in facts.headers,
    "calendar": lambda facts: "text/calendar" in facts.part_types,
    "reply-to": lambda facts: bool(facts.reply_to),
    "message-id": lambda facts: bool(facts.message_id),
    "remote-images": lambda facts: facts.images > 0,
    "page-layout": lambda facts: LayoutMark.PAGE in facts.layout,
    "button": lambda facts: LayoutMark.BUTTON in facts.layout,
    "links-at-foot": lambda facts: LayoutMark.LINKS_AT_FOOT in facts.layout,
    "open-pixel": lambda facts: LayoutMark.OPEN_PIXEL in facts.layout,
    "links": lambda facts: facts.links > 0,
    "several-links": lambda facts: facts.links >= 3,
    "many-links": lambda facts: facts.links >= 8,
    "thread": lambda facts: bool(facts.in_reply_to or facts.references),
    "answers-itself": _answers_itself,
    "no-recipient": _has_no_recipient,
    "nameless": lambda facts: bool(facts.from_) and not facts.from_[0].name,
    "numbered-sender": lambda facts: any(_NUMBERED_LOCAL_PART.search(address.local) for address in facts.from_[:1]),
    "shouting": lambda facts: is_mostly_capitals(facts.subject),
    "foreign-message-id": lambda facts: (
        _is_foreign_address(facts, facts.message_id) and not mail_programs.is_providers_message_id(facts.message_id)
    ),
    "foreign-return-path": lambda facts: _is_foreign_address(facts, facts.return_path or ""),
    "bounce-address": lambda facts: is_bounce_local_part((facts.return_path or "").rpartition("@")[0]),
    "brief": lambda facts: 0 < len(facts.own_text.strip()) < MAX_BRIEF_LENGTH and not has_link_or_click(facts.own_text),
    "short": lambda facts: 0 < len(facts.own_text.strip()) < MAX_BRIEF_LENGTH,
    "long": lambda facts: len(facts.own_text) > MIN_LONG_LENGTH,
    "question": lambda facts: phrases.asks_question(facts.own_text) or phrases.asks_question(facts.subject),
    "question-on-top": asks_on_top,
    "foreign-reply-to": _has_foreign_reply_to,
    "free-mail-reply-to": lambda facts: (
        _has_foreign_reply_to(facts) and facts.reply_to[0].domain in phrases.FREE_MAIL_DOMAINS
    ),
    "sending-function": voice.names_function,
    "function-name": voice.has_function_for_name,
    "named-as-domain": voice.is_named_as_domain,
    "persona": voice.is_persona,
    "own-page-link": voice.links_to_own_page,
    "team-signature": voice.is_signed_by_team,
    **mail_programs.TRAITS,
    "link-heavy": lambda facts: facts.links >= 4 and len(facts.text) < 120 * facts.links,
}
#: Traits that are looked for when a rule asks, since they cost more than all others together, or who "we" are decides them too; and what
#: each costs, in tenths of a microsecond a message of 2 KB. Of several that would do the cheapest is looked for first.
LAZY_TRAITS: dict[str, int] = {
    "numbered-document": 9,
    "exclamation": 10,
    "form": 10,  # it is known when rules are asked, or will be wanted in any case
    "providers-mailbox": 20,
    "selling-domain": 22,
    "names-your-site": 22,
    "greets-reader": 29,
    "order-number": 29,
    "paragraphs": 31,
    "to-itself": 36,
    "asks-to-leave": 50,
    "greets-one": 53,
    "first-name-signature": 55,
    "house-address": 56,
    "asks-for-offer": 60,
    "seller-signature": 84,
    "publication": 85,
    "day-of-month": 90,
    "greets-many": 94,
    "greets-everybody": 96,
    "news-subject": 105,
    "asks-for-minutes": 121,
    "asks-for-leave": 136,
    "tells-of-absence": 150,
    "record": 155,
    "series": 178,
    "wants-only-an-answer": 207,
    "opting-out": 246,
    "price": 310,
    "part-number": 456,
    "showplace": 508,
    "programme": 568,
    "guests": 593,
    "asks-in-earnest": 800,  # as all that asks who speaks
    "speaks-of-itself": 800,
    "speaks-of-yours": 800,
    "wants-something": 800,
    "short-request": 860,
    "need": 870,
    "wants-nothing": 1450,
    "wants-little": 1490,
    "tells-many": 1500,  # less, but who speaks is mostly known before
}
#: Those that a part of a message may have where the whole has not: they are of its text.
TEXT_TRAITS = frozenset({"text", "brief", "short", "long", "question", "question-on-top", "link-heavy"})
