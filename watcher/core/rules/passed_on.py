"""Mail that passes on what somebody else wrote: a form's notice by a machine, a forward by a colleague. Whose words are these?

A form asks for nothing of one language: a machine sent it, and a person outside can be answered, by Reply-To, by a field of the form
or by an address in its first lines. What a shop, a help desk or a newsletter sends names addresses too: those of its own
organisation, in its footer, or ours. They are nobody's to answer.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from watcher.core.message.model import Address, Facts, OwnIdentity
from watcher.core.rules import (
    authentication,
    destination,
    effects,
    form_speech,
    mail_programs,
    notices,
    phrases,
    portals,
)
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.form_fields import (
    FormField,
    FormFields,
    find_addresses,
    guess_name,
    is_name_like,
    is_surely_name,
    is_title,
    parse_address_alone,
    read_fields,
    shares_name,
)  # fmt: skip
from watcher.core.rules.forwards import ForwardedMail, ForwardLabels, find_forwarded_mail
from watcher.core.rules.greetings import begins_with_greeting
from watcher.core.rules.model import SuppressionMatch
from watcher.core.rules.sender_kind import (
    MACHINE_CODES,
    SenderKind,
    find_sender_kind,
    is_from_house,
    is_machines_own,
    is_mail_systems_report,
    is_of_house,
    may_be_service,
    site_domains,
)
from watcher.core.rules.suppression import is_own_address

MAX_FORM_LINKS = 7  # from eight on it is a newsletter's, unless the address is one of its fields
#: Characters outside the fields that may stand before the visitor's address: of a machine, and of a sender who may be a person.
_MAX_MACHINE_LENGTH, _MAX_PERSON_LENGTH = 1500, 400
_FIRST_LINES = 6
_MAX_NAME_BEFORE = 120  # characters before an address that may hold its owner's name
_MIN_FIELDS = 2
#: Addresses that a portal makes for one conversation: their domain says so, or the local part ends in a code of letters and digits.
_RELAY_DOMAIN = re.compile(
    r"(?i)(?:\A|\.)(?:reply|replies|relay|messages?|msg|inbound|conversations?|guests?|users?)\d?\."
)
_RELAY_LOCAL_PART = re.compile(
    r"(?i)(?:\A|[-._+])(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])(?:[a-z0-9]{10,}|(?:\d+[a-z]+){2,}\d*|(?:[a-z]+\d+){2,}[a-z]*)(?:[-._+][a-z0-9]{1,12})?\Z"
)
_NAMED_IN_BRACKETS = re.compile(r"(?:\A|\W)(?P<name>(?:[^\W\d_][\w.'’-]{0,30} ){1,4})[(<](?:mailto:)?\Z")


class FilledForm(NamedTuple):
    """A form that somebody filled in. `author` None: they left no address, only a telephone number."""

    author: Address | None


class _Form(NamedTuple):
    """One message while it is asked whether it is a form's notice."""

    facts: Facts
    us: OwnIdentity
    sender: SenderKind
    fields: FormFields
    notice: bool  # a machine tells of what is ours: an order, a receipt
    bulk: bool  # it goes to many, by its headers
    any_notice: bool  # a machine tells of something, be it of what goes on in a program


def find_forward(facts: Facts, us: OwnIdentity, labels: ForwardLabels) -> ForwardedMail | None:
    """What a colleague forwards to us; None where nobody of the house sent it, or it goes to somebody else."""
    if not is_from_house(facts, us):
        return None
    if facts.has_prefix and not all(is_of_house(address, us) for address in facts.recipients):
        return None  # an answer of the house to somebody outside
    found = find_forwarded_mail(facts, labels, lambda address: is_of_house(address, us))
    if found is None or not _is_for_us(facts, us, found.author):
        return None
    author = found.author
    if author is None or phrases.NOREPLY_LOCAL_PART_PATTERN.search(author.local.casefold()):
        author = _find_author_in_forwarded_form(facts, us) or author
    return ForwardedMail(author)


def _find_author_in_forwarded_form(facts: Facts, us: OwnIdentity) -> Address | None:
    """Who filled in the form whose notice a colleague passes on."""
    text = facts.enclosed.text if facts.enclosed is not None else facts.text
    form = _Form(facts, us, SenderKind.HOUSE, read_fields(text), notice=False, bulk=False, any_notice=False)
    for field in form.fields.fields:
        address = field.address
        if address and _is_visitor(address, form) and address.local.casefold() not in phrases.NOREPLY_LOCAL_PARTS:
            return _name_visitor(form, field, address)
    return None


def find_form_author(facts: Facts, matches: tuple[SuppressionMatch, ...], us: OwnIdentity) -> FilledForm | None:
    """The one who filled in a form, or wrote through a portal, whose notice this is; None where it is none."""
    if is_machines_own(facts, matches) or is_mail_systems_report(matches):
        return None
    sender = find_sender_kind(facts, matches, us)
    if sender is SenderKind.HOUSE and (facts.has_prefix or facts.in_reply_to or facts.references):
        return None  # somebody of ours answers
    if sender is SenderKind.STRANGER and not (may_be_service(facts, matches) and _may_pass_on(facts)):
        return None
    notice = any(hit.code is SuppressionCode.NOTICE and notices.tells_of_ours(facts, hit.why) for hit in matches)
    codes = {hit.code for hit in matches}
    only_bulk = sender is SenderKind.MACHINE and codes & MACHINE_CODES == {SuppressionCode.BULK}
    quotes = only_bulk or sender is SenderKind.STRANGER  # a person quotes and forwards, a list's digest holds letters
    text = facts.own_text if quotes else facts.text
    form = _Form(
        facts, us, sender, read_fields(text), notice, SuppressionCode.BULK in codes, SuppressionCode.NOTICE in codes
    )
    for search in (_find_by_reply_to, _find_by_field, _find_by_first_lines):
        if author := search(form):
            return FilledForm(author)
    if sender is SenderKind.HOUSE and _asks_for_a_call(form):
        return FilledForm(None)
    return FilledForm(_find_in_from(form)) if _is_spoken_by_visitor(form) else None


def is_proved_own_site(facts: Facts, us: OwnIdentity) -> bool:
    """Does a trusted server vouch (RFC 8601) that our own site or mailbox sent it? Then the address that it names is as good as if
    the visitor had written."""
    return is_from_house(facts, us) and authentication.is_authenticated(facts, us)


def has_form_shape(facts: Facts, us: OwnIdentity) -> bool:
    """Is it certain that a form or a portal sent it: from the house's domain, with fields? A Reply-To alone has bulk mail too."""
    shaped = portals.passes_on_words(facts) or len(read_fields(facts.text).labels) >= _MIN_FIELDS
    return shaped or is_from_house(facts, us)


def is_surely_passed_on(facts: Facts, us: OwnIdentity) -> bool:
    """The same, or does somebody ask or want something in the few lines that it has?"""
    if has_form_shape(facts, us):
        return True
    return len(facts.own_text) <= form_speech.MAX_QUOTING_LENGTH and form_speech.asks_or_wants_closely(facts.own_text)


def _is_for_us(facts: Facts, us: OwnIdentity, author: Address | None) -> bool:
    """Does it go to the house alone, or to the one who is to be answered besides? Else somebody of ours writes out."""
    outside = [address for address in (*facts.to, *facts.cc) if not is_of_house(address, us)]
    if any(is_own_address(address, us.mailboxes) for address in facts.to):
        return True
    return all(author is not None and address.key == author.key for address in outside)


# --- whom an answer reaches


def _find_by_reply_to(form: _Form) -> Address | None:
    facts = form.facts
    if len(facts.reply_to) != 1 or not _is_person_outside(facts.reply_to[0], form):
        return None
    reply = facts.reply_to[0]
    known = next((field for field in form.fields.fields if (of := field.address) and of.key == reply.key), None)
    through = phrases.VIA_NAME.match(facts.from_[0].name) is not None if facts.from_ else False
    if (
        known is None
        and not through
        and (_is_of_senders(reply, form) or any(reply.key == to.key for to in facts.recipients))
    ):
        return None  # the machine's own office, or a list
    if form.sender is SenderKind.STRANGER:
        relayed = through and facts.links <= MAX_FORM_LINKS
        shaped = known is not None and form.fields.is_form_shaped(known, _MAX_PERSON_LENGTH)
        named = len(form.fields.labels) >= _MIN_FIELDS and _has_name_of(form, reply)
        if form.notice or not (relayed or shaped or named):
            return None
    elif known is None and (
        facts.links > MAX_FORM_LINKS
        or (form.sender is SenderKind.MACHINE and (form.notice or not facts.recipients))  # it hides whom else it asks
    ):
        return None
    if known is not None:
        return _name_visitor(form, known, reply)
    return reply if reply.name else replace(reply, name=_name_in_headers(form, reply))


def _find_in_from(form: _Form) -> Address | None:
    """Whom a machine of ours put into From: then the house stands in Sender alone (RFC 5322 § 3.6.2), or a web server's script has put the
    same address into Reply-To. Or the address that a portal has made for this conversation, where answers reach who wrote: it has
    figures, and is not one that takes no replies."""
    facts, author = form.facts, form.facts.author
    if form.sender is SenderKind.HOUSE or author is None:
        return None
    if facts.sender is not None and is_own_address(facts.sender, form.us.mailboxes):
        return author
    if not mail_programs.PHP_HEADERS.isdisjoint(facts.headers) and [to.key for to in facts.reply_to] == [author.key]:
        return author
    is_code = any(map(str.isdigit, author.local)) and not destination.is_no_reply_address(author)
    if facts.reply_to or not (is_code and portals.passes_on_words(facts)):
        return None
    through = phrases.VIA_NAME.match(author.name)
    return replace(author, name=through["name"].strip("'\" ")) if through else author


def _has_name_of(form: _Form, reply: Address) -> bool:
    """Is a field at the top, or its label ("Carol Customer - guest"), the name of who stands in Reply-To?"""
    return any(
        is_name_like(name) and shares_name(name, reply.email) and form.fields.is_form_shaped(field, _MAX_PERSON_LENGTH)
        for field in form.fields.fields
        for name in (field.value, field.label)
    )


def _find_by_field(form: _Form) -> Address | None:
    facts, fields = form.facts, form.fields
    if form.sender is not SenderKind.HOUSE and any(is_own_address(to, form.us.mailboxes) for to in facts.reply_to):
        return None
    few = len(fields.labels) < _MIN_FIELDS
    if (few and not _is_bare_form(form)) or (form.notice and form.sender is not SenderKind.HOUSE):
        return None
    limit = _MAX_PERSON_LENGTH if form.sender is SenderKind.STRANGER else _MAX_MACHINE_LENGTH
    for field in fields.fields:
        address = field.address
        if address is None:
            continue
        if form.sender is not SenderKind.HOUSE and is_own_address(address, form.us.addresses):
            if field is fields.fields[0]:
                continue  # whom it was sent to
            return None  # we filled it in: somebody else's copy for us
        if not _is_visitor(address, form):
            continue
        if form.sender is not SenderKind.HOUSE and not fields.is_form_shaped(field, limit):
            return None
        author = _name_visitor(form, field, address)
        if not _is_of_visitor(form, field, author):
            return None
        return author if form.sender is not SenderKind.HOUSE or _is_for_us(facts, form.us, author) else None
    return None


def _is_bare_form(form: _Form) -> bool:
    """Is its one field an address, beside words, in a web server's mail?"""
    field = form.fields.fields[0] if form.fields.fields else None
    if field is None or field.address is None or form.sender is SenderKind.STRANGER or form.bulk:
        return False
    return any(writer.local.casefold() in phrases.NOREPLY_LOCAL_PARTS for writer in form.facts.from_)


def _find_by_first_lines(form: _Form) -> Address | None:
    """The only address outside that a machine's first lines name, as the one who wrote: "Carol <carol@customer.example>"."""
    facts = form.facts
    if (
        form.sender is SenderKind.STRANGER
        or _is_by_person_of_house(form)
        or facts.reply_to
        or facts.is_reply
        or form.notice
    ):
        return None
    sites = site_domains(form.us)
    outside = [found for found in find_addresses(facts.text) if _is_visitor(found, form) and found.domain not in sites]
    if len(outside) != 1 or facts.links > MAX_FORM_LINKS:
        return None
    visitor = outside[0]
    lines = form.fields.lines[:_FIRST_LINES]
    at = next((n for n, line in enumerate(lines) if visitor.key in line.casefold()), None)
    if at is None:
        return None
    before = lines[at][: lines[at].casefold().index(visitor.key)][-_MAX_NAME_BEFORE:]
    alone, bracketed = parse_address_alone(lines[at]), _NAMED_IN_BRACKETS.search(before)
    site = form.sender is SenderKind.HOUSE and not is_own_address(facts.from_[0], form.us.addresses)
    if not (site or (alone and alone.name) or bracketed or visitor.key in facts.subject.casefold()):
        return None
    if form.sender is SenderKind.HOUSE and not _is_for_us(facts, form.us, visitor):
        return None
    name = alone.name if alone else bracketed["name"].strip() if bracketed else ""
    return replace(visitor, name=name if is_name_like(name) else _name_in_headers(form, visitor))


def _asks_for_a_call(form: _Form) -> bool:
    """Do fields at the top ask for more than mail: a telephone number, or whatever a machine of ours asks of its visitors?"""
    facts, labels = form.facts, len(form.fields.labels)
    if _is_by_person_of_house(form) or not _is_for_us(facts, form.us, None) or _names_house(form):
        return False  # it may be our own signature
    number = labels >= _MIN_FIELDS and any(
        field.is_telephone_number and form.fields.is_form_shaped(field, _MAX_PERSON_LENGTH)
        for field in form.fields.fields
    )
    ours = any(is_own_address(writer, form.us.mailboxes) for writer in facts.from_)
    if number or (ours and form_speech.is_call_note(facts)):
        return True
    machine = ours or any(
        destination.is_no_reply_address(writer) or writer.local.casefold() in phrases.NOREPLY_LOCAL_PARTS
        for writer in facts.from_
    )
    return machine and not facts.links and labels > _MIN_FIELDS and not form.any_notice


def _is_spoken_by_visitor(form: _Form) -> bool:
    """Does somebody speak in what a machine passes on, whom no address names?"""
    facts = form.facts
    if facts.links > MAX_FORM_LINKS or not _is_for_us(facts, form.us, None) or _is_by_person_of_house(form):
        return False
    if _is_sites_machine(facts, form.us):
        return form_speech.names_number(facts.text) or form_speech.is_spoken(facts.own_text)
    if portals.passes_on_words(facts) or effects.passes_on_speech(facts):
        return True
    if form.notice or form.sender is SenderKind.HOUSE or _names_house(form):
        return False  # what we asked comes back, or our own signature
    if form.sender is SenderKind.MACHINE:
        return form_speech.is_filled_in(form.fields, facts, is_bulk=form.bulk)
    return form_speech.is_taken_down(form.fields, facts)


def _may_pass_on(facts: Facts) -> bool:
    """Is there anything by which somebody else than the sender could be reached, or is somebody announced or quoted by what sends by
    itself?"""
    if facts.reply_to or "@" in facts.text or form_speech.names_number(facts.text) or portals.passes_on_words(facts):
        return True
    if effects.passes_on_speech(facts):
        return True
    return mail_programs.is_sent_by_program(facts) and form_speech.is_quoted_speech(facts)


def _names_house(form: _Form) -> bool:
    return any((of := field.address) and is_of_house(of, form.us) for field in form.fields.fields)


def _is_sites_machine(facts: Facts, us: OwnIdentity) -> bool:
    """Did a machine at the domain of our own mailbox send it, by an address that nobody reads?"""
    return any(
        writer.domain in site_domains(us)
        and (destination.is_no_reply_address(writer) or writer.local.casefold() in phrases.NOREPLY_LOCAL_PARTS)
        for writer in facts.from_
    )


def _is_by_person_of_house(form: _Form) -> bool:
    return any(is_own_address(writer, form.us.people) for writer in form.facts.from_)


def _name_visitor(form: _Form, field: FormField, address: Address) -> Address:
    """The visitor with the name that Reply-To, the form's fields or a header gives them."""
    replies = [reply.name for reply in form.facts.reply_to if reply.key == address.key and reply.name]
    name = replies[0] if replies else guess_name(form.fields, field, field.address or address)
    if name and not replies and not shares_name(name, address.email) and is_title(name, form.facts.subject):
        name = ""  # what the visitor calls their question
    return Address(address.email, name or _name_in_headers(form, address))


def _name_in_headers(form: _Form, address: Address) -> str:
    """What From calls the visitor: many forms put their name before the site's address. Only where the address agrees."""
    shown = form.facts.from_[0].name if form.facts.from_ else ""
    through = phrases.VIA_NAME.match(shown)
    name = (through["name"] if through else shown).strip("'\" ")
    return name if is_name_like(name) and (through or shares_name(name, address.email)) else ""


def _is_of_visitor(form: _Form, field: FormField, author: Address) -> bool:
    """Does somebody speak in these fields? A machine's own data name nobody and say nothing; of who may be a person, signature and
    lists have labels too, and a letter begins with a sentence."""
    if form.sender is SenderKind.HOUSE:
        return True
    if form.sender is SenderKind.MACHINE:
        return bool(author.name) or form.fields.has_message(field)
    heading = form.fields.lines[: form.fields.fields[0].start]
    return is_surely_name(author.name, author.email) and not (
        _is_sender_himself(form, author)
        or _begins_as_letter(form.fields)
        or any(line.endswith((".", "!", "?", "。", "？")) for line in heading)
    )


def _begins_as_letter(fields: FormFields) -> bool:
    """Does it begin as letters do? A person writes, who lists something."""
    return any(begins_with_greeting(line) for line in fields.lines[: fields.fields[0].start])


def _is_sender_himself(form: _Form, author: Address) -> bool:
    """Does a person tell their own name and another address of theirs?"""
    shown = form.facts.from_[0]
    return bool(author.name) and (
        author.name.casefold() == shown.name.casefold() or shares_name(author.name, shown.email)
    )


def _is_visitor(address: Address, form: _Form) -> bool:
    """A person outside, and nobody of the organisation that sent the message: its own address stands in many a footer."""
    if not _is_person_outside(address, form) or is_of_house(address, form.us):
        return False
    if address.local.casefold() in phrases.OFFICE_LOCAL_PARTS:
        return False
    return not _is_of_senders(address, form)


def _is_of_senders(address: Address, form: _Form) -> bool:
    """Does it belong to the organisation of the machine that sent the message? A portal keeps the addresses of its users to itself
    and gives each conversation one of its own; providers' domains are everybody's."""
    if (
        form.sender is SenderKind.HOUSE
        or _RELAY_DOMAIN.search(address.domain)
        or _RELAY_LOCAL_PART.search(address.local)
    ):
        return False
    return any(
        sender.domain not in phrases.FREE_MAIL_DOMAINS and authentication.is_aligned(address.domain, sender.domain)
        for sender in form.facts.from_
    )


def _is_person_outside(address: Address, form: _Form) -> bool:
    local = address.local.casefold()
    return (
        "@" in address.email
        and not is_own_address(address, form.us.addresses)
        and all(address.key != writer.key for writer in form.facts.from_)
        and not phrases.NOREPLY_LOCAL_PART_PATTERN.search(local)
        and local not in phrases.DAEMON_LOCAL_PARTS
        and not phrases.ROLE_LOCAL_PART_PATTERN.search(local)
    )
