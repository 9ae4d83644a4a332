"""May a machine answer this? Is it a machine's mail? The rows of the decision table that need no state.

Every row that applies is reported, in table order, so that a later table can be compared with this one. A code is never renamed.
What forbids an acknowledgement does not by itself forbid that a person sees the message: that is what `SuppressionMatch.effect` says.
RFC 3834 (automatic responses), RFC 5230 § 4 (vacation), and what mail systems really send.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from watcher.core.lockstep import Stepwise, run_in_lockstep
from watcher.core.message import relayed
from watcher.core.message.model import Address, Facts, MessageKind, OwnIdentity
from watcher.core.rules import (
    absence,
    absence_doubt,
    authentication,
    calendars,
    destination,
    effects,
    mail_programs,
    notices,
    phrases,
    returned_mail,
)
from watcher.core.rules.codes import SuppressionCode, TrackingEffect
from watcher.core.rules.model import SuppressionMatch
from watcher.core.rules.traits import asks_on_top

MAX_RECEIVED_HEADERS = 50  # RFC 5321 § 6.3 asks servers for 100; a customer's mail has under ten

#: Where Google keeps the groups of its business customers; those of everybody lie elsewhere.
_FIRMS_GOOGLE_GROUP = "//groups.google.com/a/"
_LIST_MARK = re.compile(r"\s*\[[^\]]{1,60}\]")
_MAX_RECEIPT_LENGTH = 600  # characters of a read receipt in plain text
_CLOCK_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\b")
_HEADER_COMMENT = re.compile(r"\([^()]{0,500}\)")
_CALENDAR_METHODS = frozenset({"REQUEST", "REPLY", "COUNTER", "CANCEL", "REFRESH", "DECLINECOUNTER", "PUBLISH", "ADD"})


def evaluate_decision_table(facts: Facts, us: OwnIdentity) -> tuple[SuppressionMatch, ...]:
    """Every row of groups A to F that applies (RFC 3834 § 2), in table order. Own letters and group G are known to the store alone."""
    return run_in_lockstep((evaluate_in_steps(facts, us),))[0]


#: Steps of `evaluate_in_steps`.
STEP_COUNT = 6


def evaluate_in_steps(facts: Facts, us: OwnIdentity) -> Stepwise[tuple[SuppressionMatch, ...]]:
    """The same, what takes long a step of its own."""
    rows = [*_own_address_matches(facts, us), *_mail_report_matches(facts)]
    yield 0
    rows += _declared_automatic_matches(facts)
    rows += _bulk_mail_matches(facts, us)
    yield 1
    rows += _auto_subject_matches(facts)
    if words := (yield from _match_words_in_steps(facts)):
        rows.append(words)
    yield 4
    rows += _undeclared_automatic_matches(facts, us)
    yield 5
    rows += _sender_destination_matches(facts)
    rows += _relay_matches(facts, us)
    rows += _not_addressed_matches(facts, us)
    return tuple(rows)


#: What a machine answers to mail it was sent.
_ANSWERING_NOTICES = frozenset({notices.NoticeKind.AUTOMATIC, notices.NoticeKind.RECEIPT, notices.NoticeKind.SIGN})


def is_machines_answer(matches: Iterable[SuppressionMatch]) -> bool:
    """Do the words of a message show, by the rows of the table that apply, that a machine answers what it was sent?"""
    return any(
        match.code is SuppressionCode.AUTO_TEXT
        or (match.code is SuppressionCode.NOTICE and match.why in _ANSWERING_NOTICES)
        for match in matches
    )


def is_own_address(address: Address | str, ours: frozenset[str]) -> bool:
    """Is this one of `ours`, plus-forms included (RFC 5233)?"""
    key = (address if isinstance(address, str) else address.email).casefold()
    if key in ours or ("+" not in key and "@" in key):
        return key in ours
    local, _, domain = key.rpartition("@")
    return f"{local.partition('+')[0]}@{domain}" in ours


def _first_own_address(addresses: Iterable[Address], ours: frozenset[str]) -> str:
    """The first address that is one of `ours`; "" where none is."""
    for address in addresses:
        if is_own_address(address, ours):
            return address.email
    return ""


# --- A. ours


def _own_address_matches(facts: Facts, us: OwnIdentity) -> Iterator[SuppressionMatch]:
    writers = [*facts.from_, *([facts.sender] if facts.sender else [])]
    if facts.return_path and not facts.from_:
        writers.append(Address(relayed.unwrap_return_path(facts.return_path)))
    if person := _first_own_address(writers, us.people - us.mailboxes):
        yield SuppressionMatch.from_table(
            SuppressionCode.OWN_ADDRESS, f"{person} is a person of the house", effect=TrackingEffect.EXCLUDES
        )
    elif box := _first_own_address(writers, us.mailboxes):
        yield SuppressionMatch.from_table(
            SuppressionCode.OWN_ADDRESS, f"{box} is this mailbox itself", effect=effects.own_mailbox_effect(facts, us)
        )
    elif echo := _first_own_address(facts.reply_to, us.mailboxes):
        yield SuppressionMatch.from_table(
            SuppressionCode.OWN_ADDRESS,
            f"an answer would come back to {echo}",
            effect=TrackingEffect.ALLOWS,
            kind=MessageKind.INQUIRY,
        )
    elif effect := effects.find_colleague(facts, us):
        yield SuppressionMatch.from_table(
            SuppressionCode.OWN_ADDRESS,
            f"{facts.from_[0].email} is of your own domain and nobody of [people]: a colleague?",
            effect=effect,
            kind=MessageKind.INQUIRY if effect is TrackingEffect.ALLOWS else None,
        )
    received = len(facts.headers.get("received", ()))
    loops = [value for value in facts.headers.get("x-loop", ()) if is_own_address(value.strip("<> "), us.mailboxes)]
    if received > MAX_RECEIVED_HEADERS:
        yield SuppressionMatch.from_table(SuppressionCode.LOOP_COUNT, f"{received} Received headers")
    elif loops:  # a forwarder on the way may have written it
        yield SuppressionMatch.from_table(
            SuppressionCode.LOOP_COUNT,
            f"X-Loop: {loops[0]}",
            effect=TrackingEffect.ALLOWS,
            kind=MessageKind.INQUIRY,
        )


# --- B. delivery and disposition reports


def _mail_report_matches(facts: Facts) -> Iterator[SuppressionMatch]:
    types, report = facts.part_types, facts.report_type
    folded = facts.base_subject.casefold()
    if "message/disposition-notification" in types or report == "disposition-notification":
        yield SuppressionMatch.from_table(SuppressionCode.MDN, "a disposition notification (RFC 8098)")
    elif (
        phrases.READ_RECEIPT_SUBJECT.match(folded) and _has_text_of_receipt(facts) and not phrases.asks_question(folded)
    ):
        why = f"subject {facts.subject!r} and no words of a person: a read receipt"
        yield SuppressionMatch.from_table(SuppressionCode.MDN, why, effect=TrackingEffect.NEEDS_RULE)
    if "message/feedback-report" in types or report == "feedback-report":
        yield SuppressionMatch.from_table(SuppressionCode.FEEDBACK_REPORT, "an abuse report (RFC 5965)")
    elif folded.startswith("complaint about message from"):
        yield SuppressionMatch.from_table(
            SuppressionCode.FEEDBACK_REPORT, "the subject of an abuse report", effect=TrackingEffect.NEEDS_RULE
        )
    if report == "tlsrpt" or (folded.startswith("report domain:") and "submitter:" in folded):
        yield SuppressionMatch.from_table(SuppressionCode.MACHINE_REPORT, "a TLS or DMARC report")
    if phrases.EMOJI_REACTION_TYPE in types:
        yield SuppressionMatch.from_table(SuppressionCode.MACHINE_REPORT, "an emoji reaction to a message")
    yield from returned_mail.returned_mail_matches(facts)


def _has_text_of_receipt(facts: Facts) -> bool:
    """Is there nothing, or only when a mail was sent and when it was read? So receipts look that some system has made plain text of."""
    text = facts.own_text.strip()
    is_short = len(text) <= _MAX_RECEIPT_LENGTH and not phrases.has_question_mark(text)
    return not text or (is_short and len(_CLOCK_TIME.findall(text)) >= 2)


# --- C. declared automatic


def _declared_automatic_matches(facts: Facts) -> Iterator[SuppressionMatch]:
    for value in facts.headers.get("auto-submitted", ()):
        keyword = _HEADER_COMMENT.sub(" ", value).partition(";")[0].strip().casefold()  # RFC 3834 § 5
        if keyword != "no":
            yield SuppressionMatch.from_table(
                SuppressionCode.AUTO_SUBMITTED,
                f"Auto-Submitted: {value}",
                effect=effects.automatic_effect(facts, keyword),
            )
            break
    if facts.return_path == "":
        yield SuppressionMatch.from_table(SuppressionCode.NULL_SENDER, "Return-Path: <> (RFC 3834 § 2)")
    if mark := _describe_auto_reply_header(facts):
        yield SuppressionMatch.from_table(SuppressionCode.VENDOR_AUTO, mark, effect=effects.automatic_effect(facts, ""))
    if mark := effects.describe_ticket_system(facts):
        yield SuppressionMatch.from_table(SuppressionCode.OTHER_BOT, f"{mark} of another help desk or tracker")
    if "x-loop" in facts.headers:
        yield SuppressionMatch.from_table(SuppressionCode.X_LOOP, f"X-Loop: {facts.headers['x-loop'][0]}")
    if facts.calendar_method in _CALENDAR_METHODS:
        why = f"a calendar {facts.calendar_method} (RFC 6047)"
        written = calendars.has_persons_words(facts)
        bare = (
            facts.calendar_method in phrases.CALENDAR_NOTICES
            and len(facts.own_text.strip()) < calendars.MIN_REPLY_WORDS_LENGTH
        )
        effect = TrackingEffect.ALLOWS if written else TrackingEffect.EXCLUDES if bare else TrackingEffect.NEEDS_RULE
        kind = MessageKind.INQUIRY if written else None
        yield SuppressionMatch.from_table(SuppressionCode.CALENDAR, why, effect=effect, kind=kind)


def _describe_auto_reply_header(facts: Facts) -> str:
    if phrases.POSSIBLE_AUTO_REPLY_HEADERS.isdisjoint(facts.headers):
        return ""
    for name in phrases.AUTO_REPLY_HEADERS:
        for value in facts.headers.get(name, ()):
            if value.casefold() not in ("no", "false", "none"):
                return f"{name}: {value}"
    for name in ("precedence", "x-precedence"):
        for value in facts.headers.get(name, ()):
            if value.casefold().replace("-", "_") == "auto_reply":
                return f"{name}: {value}"
    for name, sign in phrases.AUTO_REPLY_HEADER_VALUES.items():
        for value in facts.headers.get(name, ()):
            if value.casefold().startswith(sign):
                return f"{name}: {value}"
    if any("autoresponder" in value.casefold() for value in facts.headers.get("delivered-to", ())):
        return "Delivered-To an autoresponder"
    if "x-ms-exchange-inbox-rules-loop" in facts.headers and "all" in _auto_response_suppress_flags(facts):
        return "an Exchange inbox rule that asks for no answers"
    return ""


def _auto_response_suppress_flags(facts: Facts) -> set[str]:
    values = facts.headers.get("x-auto-response-suppress", ())
    return {flag.strip().casefold() for value in values for flag in value.split(",")}


# --- D. lists and bulk


def list_addresses(facts: Facts) -> frozenset[str]:
    """The addresses of the list that a message came through, as its headers name them (RFC 2369, RFC 2919), case-folded."""
    named: list[str] = []
    for name in ("list-post", "mailing-list", "x-beenthere", "list-id"):
        for value in facts.headers.get(name, ()):
            named += re.findall(r"[^\s<>:;,\"]{1,64}@[^\s<>:;,?\"]{1,190}", value.casefold())
            if name == "list-id" and (found := re.search(r"<([^<>.\s]{1,64})\.([^<>\s]{1,190})>", value.casefold())):
                named.append(f"{found[1]}@{found[2]}")
    return frozenset(named)


def guess_own_addresses(facts: Facts) -> OwnIdentity:
    """Who "we" are where nobody said: whoever the message is addressed to, but its writers and the list it came through.

    Of several recipients those are theirs, not ours, who are at the writer's own organisation: a customer copies colleagues in.
    """
    others = frozenset(address.key for address in (*facts.from_, *facts.reply_to)) | list_addresses(facts)
    ours = [address for address in facts.recipients if not is_own_address(address, others)]
    theirs = {authentication.organisational_domain(writer.domain) for writer in facts.from_}
    outside = [one for one in ours if authentication.organisational_domain(one.domain) not in theirs]
    return OwnIdentity(frozenset(address.key for address in outside or ours))


def _is_own_list(facts: Facts, us: OwnIdentity) -> bool:
    """Is the list this mailbox itself: a group that customers write to (Google Groups, a distribution list)?"""
    return not us.mailboxes.isdisjoint(list_addresses(facts))


def _is_firms_group(facts: Facts, us: OwnIdentity, addresses: frozenset[str]) -> bool:
    """Is the list a group of mailboxes that customers write to, and no circle of people who discuss?

    Of the house's own domain, and somebody from outside writes; of the name of a counter ("enquiries@"), whoever keeps it; or one that a
    firm keeps at Google, asked something.
    """
    if not {address.partition("@")[0] for address in addresses}.isdisjoint(phrases.COUNTER_LOCAL_PARTS):
        return True
    ours = effects.organisations_of(us.mailboxes)
    if not effects.organisations_of(addresses).isdisjoint(ours):
        return effects.organisations_of(frozenset(writer.key for writer in facts.from_)).isdisjoint(ours)
    places = " ".join(value for name in ("list-post", "list-archive") for value in facts.headers.get(name, ()))
    return _FIRMS_GOOGLE_GROUP in places and asks_on_top(facts)


def _list_effect(facts: Facts, us: OwnIdentity) -> TrackingEffect:
    """Customers write to a firm's group. A question that opens a conversation on any other list is doubt, unless the list has put its name
    before the subject: its readers know what it is."""
    if facts.is_reply:
        return TrackingEffect.EXCLUDES
    if _is_firms_group(facts, us, list_addresses(facts)):
        return TrackingEffect.ALLOWS
    is_marked = _LIST_MARK.match(facts.subject) is not None
    return TrackingEffect.NEEDS_RULE if asks_on_top(facts) and not is_marked else TrackingEffect.EXCLUDES


def _bulk_mail_matches(facts: Facts, us: OwnIdentity) -> Iterator[SuppressionMatch]:
    if phrases.POSSIBLE_BULK_HEADERS.isdisjoint(facts.headers) and not effects.has_header_with_prefix(
        facts, phrases.CAMPAIGN_HEADER_PREFIXES
    ):
        return
    ours, effect = _is_own_list(facts, us), _list_effect(facts, us)
    precedence = {value.casefold() for name in ("precedence", "x-precedence") for value in facts.headers.get(name, ())}
    found = next((name for name in phrases.LIST_HEADERS if name in facts.headers), None)
    if (found or "list" in precedence) and not ours:
        yield SuppressionMatch.from_table(
            SuppressionCode.LIST, f"the header {found}" if found else "Precedence: list", effect=effect
        )
    signs = [f"Precedence: {word}" for word in ("bulk", "junk") if word in precedence]
    signs += [] if ours else [name for name in phrases.UNSUBSCRIBE_HEADERS if name in facts.headers]
    signs += [name for name in facts.headers if name.startswith(phrases.CAMPAIGN_HEADER_PREFIXES)]
    if signs and effect is not TrackingEffect.ALLOWS:
        yield SuppressionMatch.from_table(
            SuppressionCode.BULK, f"the header {signs[0]}" if ":" not in signs[0] else signs[0]
        )
    flags = _auto_response_suppress_flags(facts) & {"all", "autoreply", "oof"}
    if flags:
        # Exchange and GitHub put it on mail that people wrote: it forbids the answer, not the inquiry.
        yield SuppressionMatch.from_table(
            SuppressionCode.SUPPRESS_REQUESTED, f"X-Auto-Response-Suppress: {', '.join(sorted(flags))}"
        )


# --- E. looks automatic without saying so


def _auto_subject_matches(facts: Facts) -> Iterator[SuppressionMatch]:
    if effects.has_auto_subject(facts) and (effect := effects.auto_subject_effect(facts)):
        yield SuppressionMatch.from_table(SuppressionCode.AUTO_SUBJECT, f"subject {facts.subject!r}", effect=effect)


def _match_words_in_steps(facts: Facts) -> Stepwise[SuppressionMatch | None]:
    """The one row that speaks of what its text says."""
    if absence.is_absence_notice(facts):
        return SuppressionMatch.from_table(SuppressionCode.AUTO_TEXT, "says that its writer is away, and no more")
    yield 2
    notice = notices.find_notice(facts)
    if notice and not _is_complaint(facts, notice):
        return SuppressionMatch.from_table(SuppressionCode.NOTICE, notice)
    yield 3
    doubt = absence_doubt.find_absence_doubt(facts)
    if not doubt:
        return None
    # such answers may go to nowhere (RFC 3834 § 3.3), what people write never does
    is_likely = doubt is absence_doubt.AbsenceDoubt.LIKELY or facts.return_path == ""
    effect = TrackingEffect.NEEDS_RULE if is_likely else TrackingEffect.ALLOWS
    why = "wants nothing of us: its writer may be away"
    return SuppressionMatch.from_table(SuppressionCode.MAYBE_AWAY, why, effect=effect)


def _undeclared_automatic_matches(facts: Facts, us: OwnIdentity) -> Iterator[SuppressionMatch]:
    if mail_programs.is_sent_by_program(facts):
        yield SuppressionMatch.from_table(SuppressionCode.SENT_BY_PROGRAM, mail_programs.describe_sender(facts))
    if flag := _describe_spam_flag(facts):
        yield SuppressionMatch.from_table(SuppressionCode.SPAM_FLAGGED, flag)
    if us.authserv_id is not None and (failed := authentication.authentication_failure(facts, us.authserv_id)):
        yield SuppressionMatch.from_table(SuppressionCode.AUTH_FAIL, failed)
    if not facts.from_ and facts.return_path != "":
        yield SuppressionMatch.from_table(SuppressionCode.TOO_MALFORMED, "no readable From")


def _is_complaint(facts: Facts, notice: notices.NoticeKind) -> bool:
    """Does a person quote the machine whose notice they complain of? Who writes in a program for people's mail, at a provider, sends no
    receipts; whoever wants several things is a person anywhere."""
    if not mail_programs.is_written_in_mail_program(facts):
        return False
    if notice not in _ANSWERING_NOTICES and all(sender.domain in phrases.FREE_MAIL_DOMAINS for sender in facts.from_):
        return True
    from watcher.core.rules.requests import wants_several_things  # its words take 0.07 s, which no start waits for

    return wants_several_things(facts)


def _describe_spam_flag(facts: Facts) -> str:
    for name in ("x-spam-flag", "x-spam-status"):
        if name in facts.headers and facts.headers[name][0].casefold().startswith("yes"):
            return f"{name}: {facts.headers[name][0][:60]}"
    if facts.flags and {"$junk", "junk"} & {flag.casefold() for flag in facts.flags}:
        return "the mailbox marks it as junk"
    level = facts.first_header("x-ms-exchange-organization-scl") or ""
    return f"X-MS-Exchange-Organization-SCL: {level}" if level.isdigit() and int(level) >= 5 else ""


# --- F. destination


def _sender_destination_matches(facts: Facts) -> Iterator[SuppressionMatch]:
    if len(facts.from_) != 1:
        if facts.from_:
            yield SuppressionMatch.from_table(SuppressionCode.BAD_DESTINATION, f"{len(facts.from_)} senders")
        else:
            yield SuppressionMatch.from_table(SuppressionCode.BAD_DESTINATION, "no sender address")
        return
    hits = destination.destination_matches(facts.from_[0].email)
    yield from (effects.weigh_sender_match(hit, facts) for hit in hits if not effects.is_plain_word(hit, facts))
    if facts.return_path and facts.return_path != facts.from_[0].email:
        bounce = [
            hit
            for hit in destination.destination_matches(relayed.unwrap_return_path(facts.return_path))
            if hit.code == SuppressionCode.NOREPLY_DESTINATION
        ]
        if bounce and not any(hit.code == SuppressionCode.NOREPLY_DESTINATION for hit in hits):
            yield from (replace(hit, effect=TrackingEffect.ALLOWS) for hit in bounce)


def _relay_matches(facts: Facts, us: OwnIdentity) -> Iterator[SuppressionMatch]:
    if why := authentication.describe_relay(facts, us) or effects.describe_call_or_fax(facts):
        yield SuppressionMatch.from_table(SuppressionCode.RELAYED, why)


def _not_addressed_matches(facts: Facts, us: OwnIdentity) -> Iterator[SuppressionMatch]:
    if not us.mailboxes:
        return
    # A Bcc that still names us counts (RFC 5230 § 4.5) where somebody asks; what asks nothing went to many whom nobody sees.
    is_blind_copy = "bcc" in facts.headers and not any(name.startswith("resent-") for name in facts.headers)
    counts = facts.to + facts.cc if is_blind_copy and not notices.asks_question(facts) else facts.recipients
    if not _first_own_address(counts, us.mailboxes):
        yield SuppressionMatch.from_table(
            SuppressionCode.NOT_ADDRESSED, "none of our addresses in To or Cc: a blind copy, or forwarded"
        )
