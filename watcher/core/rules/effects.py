"""What one mark of a message means for the attention it gets, by what else the message shows: proof, doubt, or transport alone."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from watcher.core.message.model import Facts, OwnIdentity
from watcher.core.rules import authentication, mail_programs, notices, phrases
from watcher.core.rules.codes import SuppressionCode, TrackingEffect
from watcher.core.rules.greetings import begins_with_greeting
from watcher.core.rules.model import SuppressionMatch

_CALL_SENDER = re.compile(r"voice|fax|\bscan|pbx|anrufbeantworter|mailbox")
#: What telephone systems and fax machines say of themselves.
_YOU_HAVE_A_FAX = re.compile(
    r"(?i)\b(?:you(?:'ve| have)|sie haben|vous avez|ha recibido|tiene|ha ricevuto|hai ricevuto|u heeft|je hebt|recebeu|masz|máte|du har)"
    r"(?: (?:received|got|an?|new|one|\d+(?:[- ]pages?)?|eine?|neue[ns]?|reçu|un|une|nouveau|un[ao]|nuevo|nuovo|een|nieuwe?|um"
    r"|nov[oaáouý]+|ny|nytt))"
    r"{1,5} (?:fax|telefax|voice ?mail|voice message|sprachnachricht|message vocal|mensaje de voz|messaggio vocale"
    r"|mensagem de voz|faks|wiadomość głosową|hlasovou zprávu|röstmeddelande|talbesked)\b"
)
#: One of these stands in each of them.
_FAX_WORDS = (
    "fax",
    "voice",
    "sprachnachricht",
    "vocal",
    "voz",
    "faks",
    "głosową",
    "hlasovou",
    "röstmeddelande",
    "talbesked",
)
#: "SMS received from +44 7700 900123": such a subject has a number and no more words.
_TEXT_MESSAGE_SUBJECT = re.compile(
    r"(?i)\A(?:\S{1,30} ){0,3}(?:sms|mms|whatsapp)(?: \S{1,30}){0,3} \+?[(\d][\d ()/-]{6,20}\Z"
)
_TEXT_MESSAGES = ("sms", "mms", "whatsapp")
_FAX = re.compile(r"(?i)fax|факс|传真|傳真|ファックス|팩스|فاكس")
#: "##- Please type your reply above this line -##", in whatever language.
_REPLY_LINE = re.compile(r"\s*##-[^\n]{5,120}-##\s*\n")
_MAX_SEARCHED = notices.MAX_SEARCHED
_MIN_LETTER_LENGTH = 500  # characters of own text
#: Machines quote the subject, or the beginning, of what they answer.
_QUOTED_WORDS = re.compile('"[^"]{1,200}"|[\u201c\u201e][^\u201c\u201d]{1,200}[\u201c\u201d]|«[^«»]{1,200}»')
_OTHER_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}")


def own_mailbox_effect(facts: Facts, us: OwnIdentity) -> TrackingEffect:
    """Sender alone is ours: a form may put its visitor in From. An answer, or a letter to somebody else, is the house's own. What only the
    mailbox itself gets may be a note or a scan; a form without labels, or whoever forges the address, looks the same: doubt."""
    if facts.from_ and not any(_without_detail(address.key) in us.mailboxes for address in facts.from_):
        return TrackingEffect.ALLOWS
    if facts.is_reply or facts.in_reply_to or facts.references:
        return TrackingEffect.EXCLUDES
    is_to_others = any(
        address.domain and _without_detail(address.key) not in us.addresses for address in facts.recipients
    )
    return TrackingEffect.EXCLUDES if is_to_others else TrackingEffect.NEEDS_RULE


def _without_detail(address: str) -> str:
    """Plus-addresses are one mailbox (RFC 5233)."""
    local, _, domain = address.rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


@lru_cache(maxsize=16)  # asked of every message, and a house may have thousands of mailboxes
def house_domains(us: OwnIdentity) -> frozenset[str]:
    """The organisational domains of the house: those of its mailboxes, where one of its people has an address there too.

    Else it may be a small provider's, where others are customers. Providers that everybody knows are nobody's house.
    """
    mailboxes, people = organisations_of(us.mailboxes), organisations_of(us.people)
    return mailboxes if mailboxes & people else frozenset()


@lru_cache(maxsize=16)
def organisations_of(addresses: frozenset[str]) -> frozenset[str]:
    """Their organisational domains, those of providers that everybody knows left out."""
    domains = {address.rpartition("@")[2] for address in addresses} - phrases.FREE_MAIL_DOMAINS
    return frozenset(map(authentication.organisational_domain, domains))


def find_colleague(facts: Facts, us: OwnIdentity) -> TrackingEffect | None:
    """Is the sender of our own domain though nobody of ours? Never written to; doubt where the domain is surely the house's.
    None: somebody from outside."""
    senders = {authentication.organisational_domain(address.domain) for address in facts.from_[:1]}
    if senders.isdisjoint(organisations_of(us.mailboxes)):
        return None
    return TrackingEffect.ALLOWS if senders.isdisjoint(house_domains(us)) else TrackingEffect.NEEDS_RULE


def automatic_effect(facts: Facts, keyword: str) -> TrackingEffect:
    """What it means that a message says it is automatic: an answer to something is proof, a forwarding rule means nothing."""
    if facts.headers.get("x-ms-exchange-generated-message-source", ("",))[0].casefold().endswith("rules agent"):
        return TrackingEffect.ALLOWS
    answers = bool(facts.in_reply_to or facts.references) or has_auto_subject(facts)
    if keyword == "auto-generated" and not answers and _may_be_written_in_program(facts):
        return TrackingEffect.ALLOWS
    if answers and keyword != "auto-generated" and not phrases.asks_question(facts.own_text):
        return TrackingEffect.EXCLUDES
    return TrackingEffect.NEEDS_RULE


def has_header_with_prefix(facts: Facts, prefixes: tuple[str, ...]) -> bool:
    """Does the name of any header begin so?"""
    names = "\n".join(("", *facts.headers))  # one look at all of them: most mail has none
    return any(f"\n{prefix}" in names for prefix in prefixes)


def describe_ticket_system(facts: Facts) -> str:
    """The mark of a help desk or a tracker, in words: a header, or the line above which one is to answer; "" where there is none."""
    names, prefixes = phrases.TICKET_SYSTEM_HEADER_SET, phrases.TICKET_SYSTEM_HEADER_PREFIXES
    if not names.isdisjoint(facts.headers) or has_header_with_prefix(facts, prefixes):
        return f"the header {next(name for name in facts.headers if name in names or name.startswith(prefixes))}"
    return "the reply line" if _REPLY_LINE.match(facts.own_text) else ""


def _may_be_written_in_program(facts: Facts) -> bool:
    """Some firms write all their mail in their help desk, and schools and councils ask for offers in a program for buyers."""
    if describe_ticket_system(facts) and _asks_shortly(facts):
        return True
    from watcher.core.rules.requests import asks_for_offer  # as below

    return asks_for_offer(facts)


def _asks_shortly(facts: Facts) -> bool:
    from watcher.core.rules import requests, voice  # their words take 0.07 s, which no start waits for

    return phrases.has_question_mark(facts.own_text) and requests.is_short_request(facts, voice.read_voice(facts))


def has_auto_subject(facts: Facts) -> bool:
    """Does the subject begin or end as those of automatic replies do?"""
    folded = facts.base_subject.casefold()
    return bool(phrases.AUTO_SUBJECT_START.match(folded) or phrases.AUTO_SUBJECT_ENDING.search(folded))


def auto_subject_effect(facts: Facts) -> TrackingEffect | None:
    """What the subject of an automatic reply says, by what stands below it; None: a person asks below it.

    Questions that machines put for form's sake, or quote, ask nothing. A long letter, or one that wants something, is a person's, but no
    machine answers it: an automatic reply in four languages is long too.
    """
    if notices.asks_in_earnest(_QUOTED_WORDS.sub(" ", f"{facts.base_subject}\n{facts.own_text}")):
        return TrackingEffect.ALLOWS if facts.is_reply else None
    wants = notices.wants_something(facts.own_text.casefold())
    return TrackingEffect.ALLOWS if wants or len(facts.own_text) > _MIN_LETTER_LENGTH else TrackingEffect.NEEDS_RULE


def describe_call_or_fax(facts: Facts) -> str:
    """A telephone system, a fax machine or a gateway for text messages passes on what somebody said or sent: a person must hear it, no mail
    answers it."""
    if not facts.has_prefix and _is_text_message(facts.subject):
        return "a machine passes on a text message"
    local = facts.from_[0].local.casefold() if facts.from_ else ""
    by_machine = _CALL_SENDER.search(local) or any(
        part.startswith(("audio/", "image/tiff")) for part in facts.part_types
    )
    if by_machine and phrases.names_call_or_fax(facts.subject):
        return "a machine passes on a call or a fax"
    is_sounding = any(part.startswith("audio/") for part in facts.part_types)
    if (
        is_sounding
        and not facts.has_prefix
        and (mail_programs.is_sent_by_program(facts) or "noreply" in local.replace("-", ""))
    ):
        return "a machine passes on a call"
    if not facts.has_prefix and len(facts.own_text) <= _MIN_LETTER_LENGTH and _tells_of_fax(facts.own_text):
        return "a machine passes on a call or a fax"
    return ""


def _is_text_message(subject: str) -> bool:
    folded = subject.casefold()
    return any(word in folded for word in _TEXT_MESSAGES) and _TEXT_MESSAGE_SUBJECT.match(subject) is not None


def _tells_of_fax(text: str) -> bool:
    folded = text.casefold()  # the pattern is tried at each word
    return any(word in folded for word in _FAX_WORDS) and _YOU_HAVE_A_FAX.search(text) is not None


def passes_on_speech(facts: Facts) -> bool:
    """Is it what somebody said on the telephone or typed there, and no link to click on? A fax machine reports what it sent, too."""
    if facts.links or _FAX.search(facts.subject) or not describe_call_or_fax(facts):
        return False
    is_named = phrases.names_call_or_fax(facts.subject) or _is_text_message(facts.subject)
    return bool(is_named) or any(part.startswith("audio/") for part in facts.part_types)


def weigh_sender_match(hit: SuppressionMatch, facts: Facts) -> SuppressionMatch:
    """An address that takes no replies, in mail that names nobody else, wants and carries nothing: nobody expects an
    answer."""
    from watcher.core.rules.requests import wants_in_words  # its words take 0.07 s, which no start waits for

    local = facts.from_[0].local.casefold()
    if describe_call_or_fax(facts):
        return replace(hit, effect=TrackingEffect.ALLOWS)
    if (
        hit.code is SuppressionCode.NOREPLY_DESTINATION
        and phrases.NOREPLY_LOCAL_PART_PATTERN.search(local)
        and not facts.reply_to
        and not facts.attachments
        and not facts.in_reply_to
        and not phrases.asks_question(facts.own_text)
        and not wants_in_words(f"{facts.base_subject}\n{facts.own_text}".casefold()[:_MAX_SEARCHED])
        and not phrases.TELEPHONE_NUMBER.search(facts.text)
        and not _OTHER_ADDRESS.search(facts.text.replace(facts.from_[0].email, ""))
    ):
        return replace(hit, effect=TrackingEffect.EXCLUDES)
    if facts.attachments and phrases.names_call_or_fax(facts.subject):
        return replace(hit, effect=TrackingEffect.ALLOWS)
    return hit


def is_plain_word(hit: SuppressionMatch, facts: Facts) -> bool:
    """A local part that is a word of trade ("bulk@", "quote-request@"), over a person's few words."""
    local, words = facts.from_[0].local.casefold(), facts.own_text.strip()
    if facts.return_path == "" or "auto-submitted" in facts.headers or facts.links > 2 or not words:
        return False
    if hit.code is SuppressionCode.ROLE_DESTINATION and local.endswith("-request"):
        return True
    return local in phrases.AMBIGUOUS_LOCAL_PARTS and (phrases.asks_question(words) or begins_with_greeting(words))
