"""Mail that passes on what somebody else wrote: a form's notice by a machine, a forward by a colleague. Whose words are they?

Nothing here asks for words of one language but the labels of a forwarded header, which are a table.
"""

from __future__ import annotations

import re

from watcher.core.message.headers import parse_addresses
from watcher.core.message.model import Address, Facts, OwnIdentity
from watcher.core.rules import authentication, phrases
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.model import SuppressionMatch
from watcher.core.rules.suppression import is_own_address

MAX_FORM_LINKS = 7  # from eight on it is a newsletter's
_MAX_SEARCHED = 20_000  # characters: what a form or a forward says of its author stands on top
_LABEL_LINE = re.compile(
    r"(?m)^[ \t>*•-]{0,6}(?P<label>[^\W\d_][^:：\n]{0,39}?)\*?[ \t]{0,4}[:：]\*?[ \t]*(?P<value>\S[^\n]{0,300})?$"
)
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
#: All that an e-mail line of a form says; what programs add to make it a link is no more.
_ADDRESS_ALONE = re.compile(
    rf"\A[\"'<(\[]?(?:mailto:)?(?P<address>{_ADDRESS.pattern})[\"'>)\]]?(?:[ ]?[<(\[](?:mailto:)?\S{{1,200}}[>)\]])?\Z"
)
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
_REPORT_FORM_CODES = frozenset({SuppressionCode.NULL_SENDER, SuppressionCode.DSN_LIKE})
_FORM_HEADERS = frozenset({"x-php-originating-script", "x-php-script"})


def find_form_author(facts: Facts, matches: tuple[SuppressionMatch, ...], us: OwnIdentity) -> Address | None:
    """The one who filled in a form, or wrote through a portal, whose notice this is; None where it is none.

    A machine sent it, and a person outside can be answered: by Reply-To, by a labelled line, by an address in lines of labels.
    """
    if facts.links > MAX_FORM_LINKS or not _is_from_machine(facts, matches):
        return None
    if _is_report(matches):
        return None
    outside = [address for address in facts.reply_to if _is_person_outside(address, facts, us)]
    if len(outside) == 1 and len(facts.reply_to) == 1:
        return outside[0]
    if any(is_own_address(address, us.mailboxes) for address in facts.reply_to):
        return None
    lines = list(_LABEL_LINE.finditer(facts.text[:_MAX_SEARCHED]))
    if len({line["label"].casefold() for line in lines}) < 2:
        return None
    for line in lines:
        plain = _ADDRESS_ALONE.match((line["value"] or "").strip())
        if plain and _is_person_outside(Address(plain["address"]), facts, us):
            return Address(plain["address"])
    return None


def has_form_shape(facts: Facts, us: OwnIdentity) -> bool:
    """Is it certain that a form sent it: from the house's own domain, or with lines of labels? A Reply-To alone has bulk mail too."""
    own_domains = {address.rpartition("@")[2] for address in us.mailboxes | us.people} - phrases.FREE_MAIL_DOMAINS
    if any(writer.domain in own_domains for writer in facts.from_):
        return True
    return len({line["label"].casefold() for line in _LABEL_LINE.finditer(facts.text[:_MAX_SEARCHED])}) >= 2


def find_forwarded_author(facts: Facts, us: OwnIdentity) -> Address | None:
    """The original sender of what somebody forwards, by its header block, in any of the languages known; None where there is none."""
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
    return None


def _is_from_machine(facts: Facts, matches: tuple[SuppressionMatch, ...]) -> bool:
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
