"""Which program wrote a message: one that people write mail with, or one that sends by itself? By its name and by its Message-ID.

Customers write in Outlook, on a telephone, at a provider's website; each of them leaves its name, or a Message-ID (RFC 5322 § 3.6.4) of
its own form. What a shop, a server or a newsletter sends has another. It says how a letter was written, not what it wants: people write
through a customer system, too, and a newsletter may be written in Outlook. So it counts beside words, and never alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from watcher.core.lockstep import TOGETHER
from watcher.core.message.model import Facts
from watcher.core.rules.alternatives import AlternativeIndex, fold_case, split_alternatives
from watcher.core.rules.phrases import FREE_MAIL_DOMAINS, names_call_or_fax

#: What programs for people's mail call themselves in User-Agent or X-Mailer: on a desk, on a telephone, in a browser.
_PROGRAM_NAMES = (
    r"thunderbird|betterbird|icedove|mozilla|seamonkey|apple mail|(?:iphone|ipad|ios|watch) mail|outlook"
    r"|microsoft-?(?:macoutlook|entourage|exchange)|windows ?(?:live )?mail|exchange web|owa|k-9|fairemail|blue ?mail"
    r"|type(?:app|mail)|aqua mail|nine|samsung|android|spark|airmail|canary|newton|edison|mailspring|mailbird|em ?client"
    r"|postbox|mailmate|the bat|becky|shuriken|foxmail|qqmail|coremail|netease|naver|nwe|daum|hanmail|nate|biglobe|nifty"
    r"|evolution|geary|kmail|kontact|claws|sylpheed|balsa|mutt|alpine|\bpine\b|gnus|alot/|astroid|notmuch|mew |wanderlust"
    r"|elm|pegasus|eudora|opera mail|(?:lotus|ibm|hcl) notes|verse|groupwise|roundcube|rainloop|snappymail|squirrelmail"
    r"|horde|imp/|sogo|zimbra|open-xchange|ox mail|ox software|kopano|zarafa|kerio|worldclient|mdaemon|smartermail|icewarp"
    r"|axigen|atmail|afterlogic|webmail|web mail|web\.de|gmx|t-online|freenet|posteo|mailbox\.org|yamail|yandex|mail\.ru"
    r"|rambler|ukr\.net|abv|seznam|szn-ebox|centrum|post\.cz|wp\.pl|onet|interia|o2\.pl|libero|virgilio|tiscali|orange"
    r"|wanadoo|laposte|free\.fr|sfr|aol|yahoo|ymail|webservice/|icloud|proton|tutanota|tuta|fastmail|hey\b|zoho|rediff|walla"
    r"|superhuman|missive|quickmail|messenger-?pro|turnpike|forte agent|xnews|gnumail"
)
_PROGRAM_NAME_INDEX = AlternativeIndex({"": _PROGRAM_NAMES}, {"": ""})
#: Providers that keep people's mailboxes, by the Message-IDs they write: the ends of domains.
_PROVIDER_DOMAIN = (
    r"(?:mail\.)?gmail\.com|googlemail\.com|outlook\.\w+|exchangelabs\.com|hotmail\.\w+|live\.\w+|msn\.com|icloud\.com"
    r"|me\.com|mac\.com|apple\.com|yahoo\.[\w.]+|yahoo\.co|aol\.com|fastmail\.\w+|messagingengine\.com|protonmail\.\w+"
    r"|proton\.\w+|pm\.me|tutanota\.\w+|tuta\.\w+|hey\.com|zoho\w*\.\w+|gmx\.\w+|web\.de|kundenserver\.de|ionos\.\w+"
    r"|strato\.de|t-online\.de|freenet\.\w+|posteo\.\w+|mailbox\.org|ovh\.net|orange\.\w+|wanadoo\.\w+|laposte\.net|free\.fr"
    r"|sfr\.fr|libero\.it|iol\.it|virgilio\.it|tiscali\.it|aruba\w*\.it|mail\.ru|yandex\.\w+|rambler\.ru|ukr\.net|abv\.bg"
    r"|seznam\.cz|centrum\.\w+|azet\.sk|wp\.pl|onet\.pl|interia\.pl|o2\.pl|telia\.\w+|spray\.se|online\.no|freemail\.hu"
    r"|citromail\.hu|qq\.com|163\.com|126\.com|sina\.\w+|naver\.com|nhnsystem\.com|daum\.net|hanmail\.net|nate\.com"
    r"|nifty\.\w+|biglobe\.ne\.jp|docomo\.ne\.jp|ezweb\.ne\.jp|au\.com|softbank\.\w+\.jp|rediffmail\.com|walla\.co\.il"
    r"|bigpond\.\w+|btinternet\.com|comcast\.net|email\.android\.com"
)
_PROVIDER_MESSAGE_ID = re.compile(rf"(?i)@(?:[\w.-]*\.)?(?:{_PROVIDER_DOMAIN})\Z")
#: Forms of the ids that such programs write under their user's domain: Outlook, Apple Mail, Zimbra, Notes, Horde; mutt, KMail, Claws, git.
_PROGRAM_MESSAGE_ID = re.compile(
    r"\A(?:[0-9a-f]{8,14}\$[0-9a-f]{6,8}\$[0-9a-f]{4,8}\$@|[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}@|[\d.]+JavaMail\.(?:zimbra|open-?xchange|ox|www|httpd|defaultuser|vmail|webmail)[\w.-]*@|OF[0-9A-F]{6,}[\w.-]*@|\d+\.Horde\."
    r"|trinity-[0-9a-f-]+@|[0-9a-f.]+\.Coremail\.|20\d{12}\.G[A-Z]\d+@|[0-9A-Za-z+/]{16}@|20\d{12}\.(?=[0-9a-z]*[g-z])[0-9a-z]{14,18}@|\d{5,10}\.[0-9A-Za-z]{10}@|20\d{12}\.[0-9a-f]{8}@|20\d{12}\.\d+-\d+-)"
)
#: Headers that only such programs and their servers write.
_PROGRAM_HEADERS = frozenset(
    {"thread-index", "x-originatororg", "x-yandex-front", "x-me-sender", "x-mozilla-status", "autocrypt"}
)
#: Names in X-Mailer of what sends by itself; it may call itself after a program for people, too.
_SENDER_NAMES = (
    r"php|mailchimp|campaign|sendinblue|brevo|mailjet|cleverreach|newsletter|bulk|aspmail|cdonts|cdo |jmail|swiftmailer"
    r"|symfony|nodemailer|laravel|django|javamail|indy|chilkat|activemailer|powermta|listserv|mailman|majordomo|wordpress"
    r"|woocommerce"
)
_SENDER_NAME_INDEX = AlternativeIndex({"": _SENDER_NAMES}, {"": ""})
#: A host (RFC 1123 § 2.1) where the name of a program should stand.
_HOST_NAME = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
#: Domains in the ids that sending services write: their ends, case-folded.
_SERVICE_DOMAINS = (
    r"amazonses\.com|sendgrid\.\w+|mtasv\.net|mandrillapp\.com|mailgun\.\w+|mailjet\.com|mailchimp\w*\.\w+"
    r"|mcsv\.net|rsgsv\.net|sparkpostmail\.com|smtp-relay\.\w+\.\w+|mailin\.fr|sendinblue\.com|brevo\.com|postmarkapp\.com"
    r"|hubspotemail\.net|exacttarget\.com|salesforce\.com|klaviyo\w*\.com|rapidmail\.\w+|cleverreach\.com|mailerlite\w*\.\w+"
)
_SERVICE_DOMAIN_INDEX = AlternativeIndex(
    {"": "|".join(rf"{domain}\Z" for domain in split_alternatives(_SERVICE_DOMAINS))}, {"": r"@(?:[\w.-]*\.)?"}
)
_SERVICE_NUMBERS_MESSAGE_ID = re.compile(r"(?i)@geopod-ismtpd-")
_SERVICE_MESSAGE_ID = re.compile(r"\A20\d{12}\.[0-9a-f]{12,20}@")
#: Forms of the ids that libraries of Java and PHP write, and machines at a cloud.
_LIBRARY_MESSAGE_ID = re.compile(
    r"(?i)\.JavaMail\.(?!zimbra|open-?xchange|ox|www|httpd|defaultuser|vmail|webmail)|\A-?\d{1,11}\.\d{1,9}\.1[5-9]\d{11}@|\A[0-9A-Za-z]{42,45}@(?!\S*\.outlook\.com)|\A[0-9a-f]{13}_[0-9a-f]{4,30}@\S+\.mail\Z"
    r"|@(?:swift\.generated|phpmailer\w*|symfony)\Z|@ip-\d+-"
)
#: Of a script or a device: a server had to write one, Python did, or the machine has no domain. Sometimes a person at a shell.
_SCRIPTS_MESSAGE_ID = re.compile(
    r"\A20\d{12}\.(?:[0-9A-Z]{6,14}|(?=\S*[A-Z])[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,16})@|\A\d{12,18}\.\d{1,7}\.\d{10,20}@|\A\d{12}\.[0-9A-Za-z]{8}\d{5,8}@|\AE1\w{5}-\w{6,11}-\w{2,4}@|\A[0-9a-f]{10,14}\.\d{5,6}@"
    r"|@(?:[\w.-]*\.)?(?:localhost(?:\.localdomain)?|localdomain|[\w-]+\.(?:local|internal|lan|box))\Z"
)


#: Headers that sending services put on what a program hands them, and those of PHP's mail().
_SERVICE_HEADERS = frozenset(
    {
        "x-sg-eid", "x-ses-outgoing", "x-mailgun-sid", "x-mailgun-variables", "x-pm-message-id", "x-mandrill-user", "x-mc-user",
        "x-mj-mid", "x-mailin-eid", "x-sib-id", "x-msfbl", "x-msg-eid", "x-sfdc-lk",
    }
)  # fmt: skip
PHP_HEADERS = frozenset({"x-php-originating-script", "x-php-script"})
_SOUND_FILE = re.compile(r"(?i)\.(?:wav|mp3|m4a|amr|ogg|opus|gsm|au)\Z")


@lru_cache(maxsize=TOGETHER)  # several signs ask for it
def is_providers_message_id(message_id: str) -> bool:
    """Is it one that a provider of people's mailboxes writes, whatever its user's domain is? Without brackets."""
    return _PROVIDER_MESSAGE_ID.search(message_id) is not None


def is_written_in_mail_program(facts: Facts) -> bool:
    """Was it written with a program for people's mail, as far as name, id and headers tell?"""
    if not _PROGRAM_HEADERS.isdisjoint(facts.headers) or _is_from_private_mailbox(facts):
        return True
    names = (*facts.headers.get("user-agent", ()), *facts.headers.get("x-mailer", ()))
    return not is_named_after_host(facts) and _has_mail_programs_mark(names, facts.message_id)


def _is_from_private_mailbox(facts: Facts) -> bool:
    """Did Proton's mailboxes send it, under whatever domain, or somebody who answers by an alias? Their marks resemble a sending
    service's."""
    if any(value.casefold().endswith(":user:proton") for value in facts.headers.get("feedback-id", ())):
        return True
    return any(value.casefold() == "reply" for value in facts.headers.get("x-simplelogin-type", ()))


@lru_cache(maxsize=TOGETHER)  # several signs ask for it
def _has_mail_programs_mark(names: tuple[str, ...], message_id: str) -> bool:
    if any(_PROGRAM_NAME_INDEX.has_match(fold_case(value)) and not _is_senders_name(value) for value in names):
        return True
    return is_providers_message_id(message_id) or _PROGRAM_MESSAGE_ID.match(message_id) is not None


def _is_senders_name(name: str) -> bool:
    return _SENDER_NAME_INDEX.has_match(fold_case(name))


def is_named_after_host(facts: Facts) -> bool:
    """Does X-Mailer name no program, but a host of the sender's own domain ("mail.firm.example")? What firms send letters to strangers with
    does; providers of mailboxes call their websites so."""
    return any(
        sender.domain not in FREE_MAIL_DOMAINS and f".{name}".endswith(f".{sender.domain}")
        for value in facts.headers.get("x-mailer", ())
        if _HOST_NAME.fullmatch(name := value.strip().casefold())
        for sender in facts.from_
    )


def is_sent_by_program(facts: Facts) -> bool:
    """Did something send it that sends by itself, as its id, its name or a service's header says? Mailboxes at providers do not."""
    if is_named_after_host(facts):
        return True
    if is_written_in_mail_program(facts) or any(sender.domain in FREE_MAIL_DOMAINS for sender in facts.from_):
        return False
    if _has_service_mark(facts) or not PHP_HEADERS.isdisjoint(facts.headers):
        return True
    return _has_senders_mark(facts.headers.get("x-mailer", ()), facts.message_id)


@lru_cache(maxsize=TOGETHER)  # the decision table asks for it, and several signs
def _has_senders_mark(names: tuple[str, ...], message_id: str) -> bool:
    if any(map(_is_senders_name, names)):
        return True
    return any(form.search(message_id) for form in (_SERVICE_MESSAGE_ID, _LIBRARY_MESSAGE_ID))


def is_sent_by_service(facts: Facts) -> bool:
    """Did a service send it that sends for others, by what it leaves on every letter? A website's own form leaves no such mark, and may
    put its visitor's address into From."""
    return _has_service_mark(facts) and is_sent_by_program(facts)


def _has_service_mark(facts: Facts) -> bool:
    return not _SERVICE_HEADERS.isdisjoint(facts.headers) or _is_services_message_id(facts.message_id)


@lru_cache(maxsize=TOGETHER)  # as above
def _is_services_message_id(message_id: str) -> bool:
    if _SERVICE_NUMBERS_MESSAGE_ID.search(message_id):
        return True
    return _SERVICE_DOMAIN_INDEX.has_match(fold_case(message_id))


def describe_sender(facts: Facts) -> str:
    """By what it is known that it was sent so, for a person."""
    names = facts.headers.get("x-mailer", ())
    name = names[0] if is_named_after_host(facts) else next(filter(_is_senders_name, names), "")
    return f"X-Mailer: {name[:60]}" if name else f"Message-ID: {facts.message_id[:120]}"


def has_scripts_message_id(facts: Facts) -> bool:
    """Has it an id as scripts and devices have them?"""
    return _SCRIPTS_MESSAGE_ID.search(facts.message_id) is not None and not is_written_in_mail_program(facts)


def relays_call(facts: Facts) -> bool:
    """Does a telephone or a fax pass on what somebody said or sent, so that the file is the letter?"""
    if any(_SOUND_FILE.search(name) for name in facts.attachments):
        return True
    return names_call_or_fax(facts.subject)


#: The signs by the words that rules ask for. Of a message without an id nobody can tell: it never went through a server.
TRAITS: dict[str, Callable[[Facts], bool]] = {
    "mail-program": is_written_in_mail_program,
    "no-mail-program": lambda facts: bool(facts.message_id) and not is_written_in_mail_program(facts),
    "sending-program": is_sent_by_program,
    "host-as-program": is_named_after_host,
    "sending-service": is_sent_by_service,
    "relays-call": relays_call,
    "script-message-id": has_scripts_message_id,
}
