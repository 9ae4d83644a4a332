"""Mail that passes on what somebody else wrote: a form's notice by a machine, a forward by a colleague. Whose words are they?

Nothing here asks for words of one language but the labels of a forwarded header, which are a table.
"""

from __future__ import annotations

import re

from watcher.core.message.headers import parse_addresses
from watcher.core.message.model import Address, Facts, OwnIdentity
from watcher.core.rules import authentication, destination, phrases
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.form_fields import FormField, find_author_name, read_form_fields
from watcher.core.rules.model import SuppressionMatch
from watcher.core.rules.suppression import is_own_address

#: Fields that make a form, and lines that may stand above the first of them.
_MIN_FIELDS, _MAX_FIELDS_TO_ADDRESS, _MAX_LINES_ABOVE_FIELDS = 2, 6, 2
_MAX_HEADER_LINES, _MAX_NAME = 6, 60
MAX_FORM_LINKS = 7  # from eight on it is a newsletter's
_MAX_SEARCHED = 20_000  # characters: what a form or a forward says of its author stands on top
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_LABELLED_HEADER = re.compile(r"[ \t>*|]{0,8}[^\W\d_][^:：\n]{0,30}[:：]")
_MIN_HEADER_LINES = 2  # that follow the sender's, where the sender is only a name
_FORWARDED_FROM = re.compile(
    r"(?im)^[ \t>*|]{0,8}(?:"
    + "|".join(map(re.escape, phrases.FORWARDED_FROM_LABELS))
    + r")[ \t\xa0]{0,3}[:：]\*?[ \t\xa0]*"
    r"(?P<value>[^\n]{3,300}(?:\n[ \t]*<[^\n>]{3,200}>)?)"
)
#: What a machine's mail shows of being one; each needs a person's address beside it to make it a form.
_MACHINE_CODES = frozenset(
    {
        SuppressionCode.NOREPLY_DESTINATION, SuppressionCode.NULL_SENDER, SuppressionCode.AUTO_SUBMITTED, SuppressionCode.BULK,
        SuppressionCode.OWN_ADDRESS, SuppressionCode.ROLE_DESTINATION,
    }
)  # fmt: skip
#: Addresses that a portal makes for one conversation: their domain says so, or the local part ends in a code of letters and digits.
_RELAY_DOMAIN = re.compile(
    r"(?i)(?:\A|\.)(?:reply|replies|relay|messages?|msg|inbound|conversations?|guests?|users?)\d?\."
)
_RELAY_LOCAL_PART = re.compile(
    r"(?i)(?:\A|[-._+])(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])(?:[a-z0-9]{10,}|(?:\d+[a-z]+){2,}\d*|(?:[a-z]+\d+){2,}[a-z]*)\Z"
)
_NO_REPLY_CODES = frozenset({SuppressionCode.NOREPLY_DESTINATION, SuppressionCode.OWN_ADDRESS})
_REPORT_FORM_CODES = frozenset({SuppressionCode.NULL_SENDER, SuppressionCode.DSN_LIKE})
_FORM_HEADERS = frozenset({"x-php-originating-script", "x-php-script"})


def find_form_author(facts: Facts, matches: tuple[SuppressionMatch, ...], us: OwnIdentity) -> Address | None:
    """The one who filled in a form, or wrote through a portal, whose notice this is; None where it is none.

    A machine sent it, and a person outside can be answered: by Reply-To, by a labelled line, by an address in lines of labels.
    """
    if facts.links > MAX_FORM_LINKS or _is_report(matches):
        return None
    fields = read_form_fields(facts.text[:_MAX_SEARCHED])
    is_form = len({field.label.casefold() for field in fields}) >= _MIN_FIELDS
    if not _is_from_machine(facts, matches) and not (is_form and _begins_with_fields(facts, fields)):
        return None
    outside = [address for address in facts.reply_to if _is_person_outside(address, facts, us)]
    if len(outside) == 1 and len(facts.reply_to) == 1:
        return _with_name(outside[0], fields)
    if any(is_own_address(address, us.mailboxes) for address in facts.reply_to):
        return None
    if not is_form:
        return find_only_address(facts, matches, us)
    for field in fields:
        if field.address and _is_person_outside(Address(field.address), facts, us):
            return _with_name(Address(field.address), fields)
    return find_only_address(facts, matches, us)


def find_only_address(facts: Facts, matches: tuple[SuppressionMatch, ...], us: OwnIdentity) -> Address | None:
    """The one person outside whom a machine's few words name by address, where it takes no replies itself; None for none or more.

    A machine speaks for itself where it names its own house, or where its mail is marked as bulk.
    """
    codes = {hit.code for hit in matches}
    if (
        facts.is_reply
        or facts.references
        or any(is_own_address(writer, us.people) for writer in facts.from_)
        or codes.isdisjoint(_NO_REPLY_CODES)
        or SuppressionCode.BULK in codes
        or _is_report(matches)
        or facts.links > MAX_FORM_LINKS
    ):
        return None
    named = {address.casefold() for address in _ADDRESS.findall(facts.text[:_MAX_SEARCHED])}
    outside = [address for address in sorted(named) if _is_person_outside(Address(address), facts, us)]
    return Address(outside[0]) if len(outside) == 1 and len(named) == 1 else None


def has_form_shape(facts: Facts, us: OwnIdentity) -> bool:
    """Is it certain that a form sent it: from the house's own domain, or with fields? A Reply-To alone has bulk mail too."""
    return _is_from_own_domain(facts, us) or len(read_form_fields(facts.text[:_MAX_SEARCHED])) >= _MIN_FIELDS


def is_own_form(facts: Facts, us: OwnIdentity) -> bool:
    """A notice of a form of the house, whoever filled it in: they may have left no more than a telephone number."""
    machines = [
        writer for writer in facts.from_
        if is_own_address(writer, us.mailboxes) or destination.is_no_reply_address(writer) or writer.local in phrases.NOREPLY_LOCAL_PARTS
    ]  # fmt: skip
    return (
        bool(machines)
        and not facts.links
        and _is_from_own_domain(facts, us)
        and len(read_form_fields(facts.text[:_MAX_SEARCHED])) > _MIN_FIELDS
    )


def _is_from_own_domain(facts: Facts, us: OwnIdentity) -> bool:
    own_domains = {address.rpartition("@")[2] for address in us.mailboxes | us.people} - phrases.FREE_MAIL_DOMAINS
    return any(writer.domain in own_domains for writer in facts.from_)


def _with_name(author: Address, fields: list[FormField]) -> Address:
    """The author by name, where a field tells it and the header does not."""
    if author.name:
        return author
    places = [n for n, field in enumerate(fields) if field.address.casefold() == author.key]
    return Address(author.email, find_author_name(fields, places[0])) if places else author


def _begins_with_fields(facts: Facts, fields: list[FormField]) -> bool:
    """Whoever sent it: does it open with fields, of which one is an address, and does nobody greet? No person writes so of others.

    Logs and signatures have labels too: so the address is among the first, nearly all above it is fields, and nothing is passed on.
    """
    if not facts.from_ or facts.from_[0].domain in phrases.FREE_MAIL_DOMAINS or facts.is_forward or facts.is_reply:
        return False
    place = next((n for n, field in enumerate(fields[:_MAX_FIELDS_TO_ADDRESS]) if field.address), None)
    if place is None or fields[place].address.casefold() == facts.from_[0].key:
        return False
    lines = [line.strip() for line in facts.text[:_MAX_SEARCHED].splitlines() if line.strip()]
    above = next(n for n, line in enumerate(lines) if fields[place].address in line)
    values = 2 * (place + 1)  # a field takes one line, or two
    return above <= values + _MAX_LINES_ABOVE_FIELDS and phrases.GREETING.match(lines[0].casefold()) is None


def find_forwarded_author(facts: Facts, us: OwnIdentity) -> Address | None:
    """The original sender of what somebody forwards, by its header block, in any of the languages known; None where there is none."""
    if facts.enclosed_author is not None and not is_own_address(facts.enclosed_author, us.mailboxes | us.people):
        return facts.enclosed_author
    for found in _FORWARDED_FROM.finditer(facts.text[:_MAX_SEARCHED]):
        addresses = [
            address for address in parse_addresses(" ".join(found["value"].replace("[mailto:", "<").replace("]", ">").split()))
            if not is_own_address(address, us.mailboxes | us.people)
        ]  # fmt: skip
        if addresses and "@" in addresses[0].email:
            return addresses[0]
        plain = _ADDRESS.search(found["value"])
        if plain and not is_own_address(plain[0], us.mailboxes | us.people):
            return Address(plain[0])
        if plain is None and (named := _find_named_author(facts.text[:_MAX_SEARCHED], found, us)):
            return named
    return None


def _find_named_author(text: str, found: re.Match[str], us: OwnIdentity) -> Address | None:
    """Some programs keep no more than the name in the header block: then the first address below it is theirs, if it is outside."""
    below = text[found.end() :].lstrip("\n").splitlines()[:_MAX_HEADER_LINES]
    if sum(_LABELLED_HEADER.match(line) is not None for line in below) < _MIN_HEADER_LINES:
        return None
    for address in _ADDRESS.findall(text[found.end() :]):
        if not is_own_address(address, us.mailboxes | us.people):
            return Address(address, " ".join(found["value"].split())[:_MAX_NAME])
    return None


def _is_from_machine(facts: Facts, matches: tuple[SuppressionMatch, ...]) -> bool:
    if any(writer.local.casefold() in phrases.NOREPLY_LOCAL_PARTS for writer in facts.from_):
        return True
    return not _FORM_HEADERS.isdisjoint(facts.headers) or any(
        hit.code in _MACHINE_CODES and not _is_echo(hit) for hit in matches
    )


def _is_echo(hit: SuppressionMatch) -> bool:
    """Is all that is ours the address that answers are to go to? That says nothing of who sent it."""
    return hit.code is SuppressionCode.OWN_ADDRESS and "come back" in hit.why


def _is_report(matches: tuple[SuppressionMatch, ...]) -> bool:
    """Does a mail system write, about mail that came back? Whom it names is no customer."""
    codes = {hit.code for hit in matches}
    return SuppressionCode.DAEMON_SENDER in codes and not codes.isdisjoint(_REPORT_FORM_CODES)


def _is_same_house(address: Address, writer: Address, us: OwnIdentity) -> bool:
    """Does the one whom a machine names belong to the machine's own house? Then it speaks for itself, and for no customer.

    A website of ours names people of a provider's domain that it sends from too; such domains are everybody's. A portal keeps the
    addresses of its users to itself and gives each conversation one of its own.
    """
    if address.key == writer.key:
        return True
    if _RELAY_DOMAIN.search(address.domain) or _RELAY_LOCAL_PART.search(address.local):
        return False
    is_ours = any(authentication.is_aligned(writer.domain, own.rpartition("@")[2]) for own in us.mailboxes)
    everybodys = writer.domain in phrases.FREE_MAIL_DOMAINS
    return not is_ours and not everybodys and authentication.is_aligned(address.domain, writer.domain)


def _is_person_outside(address: Address, facts: Facts, us: OwnIdentity) -> bool:
    local = address.local.casefold()
    return (
        "@" in address.email
        and not is_own_address(address, us.mailboxes | us.people)
        and not any(_is_same_house(address, writer, us) for writer in facts.from_)
        and not phrases.NOREPLY_LOCAL_PART_PATTERN.search(local)
        and local not in phrases.DAEMON_LOCAL_PARTS
        and not phrases.ROLE_LOCAL_PART_PATTERN.search(local)
    )
