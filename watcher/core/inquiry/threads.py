"""What a message says of its thread: the ids and keys that tie it to others, and what it is to its conversation.

Must never take the word of a stranger for proof. Anybody can write a From line, a Message-ID, In-Reply-To and References; a folder of
sent mail takes only what somebody with the password put there. So a reply found there is proof; the same reply found in the inbox (a
colleague copied the mailbox) is a hint, unless a server that the administrator trusts vouches for its sender (RFC 8601).
"""

from __future__ import annotations

import binascii
from base64 import b64decode
from dataclasses import replace

import regex

from watcher.core.inquiry.model import (
    AUTHENTICATED,
    FROM_OUTSIDE,
    NOT_AUTHENTICATED,
    ONLY_THANKS,
    Strength,
    Turn,
    TurnKind,
)
from watcher.core.message.model import Facts, FolderRole, OwnIdentity, bounded_key
from watcher.core.message.subjects import extract_base_subject
from watcher.core.rules import (
    absence,
    absence_doubt,
    authentication,
    calendars,
    destination,
    effects,
    holding,
    suppression,
)
from watcher.core.rules.codes import MACHINE_CODES, SuppressionCode
from watcher.core.rules.model import Verdict

#: What a reply of the house is, by what it promises.
_REPLY_KINDS = {
    holding.Promise.NONE: TurnKind.ANSWER,
    holding.Promise.POSSIBLE: TurnKind.POSSIBLE_PROMISE,
    holding.Promise.ONLY: TurnKind.HOLDING_REPLY,
}

#: Ids of a long chain that are remembered: the nearest, and the one it began with.
MAX_PARENTS = 12
#: Other sides of a message whose subject is remembered.
MAX_SIBLING_ADDRESSES = 20
#: Where relays that write a new Message-ID keep the old one.
_ORIGINAL_ID_HEADERS = ("x-microsoft-original-message-id", "x-original-message-id", "x-google-original-message-id")

#: Calendar methods by which a person proposes a time (RFC 5546 § 1.4).
_INVITATIONS = frozenset({"REQUEST", "COUNTER", "ADD", "PUBLISH"})
#: Codes of what people never file in a sent folder.
_SENT_BY_MACHINE = MACHINE_CODES - {
    SuppressionCode.AUTO_SUBJECT,
    SuppressionCode.AUTO_TEXT,  # words alone: who answers may tell of a colleague who is away
    SuppressionCode.CALENDAR,
    SuppressionCode.OTHER_BOT,
    SuppressionCode.X_LOOP,
    SuppressionCode.LIST,
    SuppressionCode.BULK,
    SuppressionCode.DSN_LIKE,
}
#: A bounce in words alone, moved into a sent folder: its subject is a customer's as often, its null sender is no person's.
_BOUNCE_MARKS = frozenset({SuppressionCode.DSN_LIKE, SuppressionCode.NULL_SENDER})


# --- what ties messages together


def parent_ids(facts: Facts) -> tuple[str, ...]:
    """Ids this message answers, the nearest first: In-Reply-To, then References from right to left (RFC 5322 § 3.6.4).

    Its own id is none of them: some mailers repeat it there, so that a relay which rewrites ids leaves a trace.
    """
    own = own_ids(facts)
    referred = (*facts.in_reply_to, *reversed(facts.references))
    found = dict.fromkeys(message_id for message_id in referred if message_id not in own)
    parents = tuple(found)
    return parents if len(parents) <= MAX_PARENTS else (*parents[: MAX_PARENTS - 1], parents[-1])


def own_ids(facts: Facts) -> tuple[str, ...]:
    """Every id the message goes by: that of its header, and what it was before a relay wrote another one."""
    kept = [
        bounded_key(facts.headers[name][0].strip("<> ")) for name in _ORIGINAL_ID_HEADERS if facts.headers.get(name)
    ]
    return tuple(dict.fromkeys([message_id for message_id in (facts.message_id, *kept) if message_id]))


def turn_key(facts: Facts) -> str:
    return facts.message_id or facts.fingerprint


def server_thread_key(facts: Facts) -> str:
    """By the server's own thread id, which counts within one account (RFC 8474 § 5.2)."""
    return bounded_key(f"thread:{facts.mailbox}:{facts.thread_id}") if facts.thread_id else ""


def sibling_keys(facts: Facts, addresses: frozenset[str]) -> tuple[str, ...]:
    """What ties messages of one conversation together where no id does: Outlook's index, or the subject and the other side.

    The index is 22 octets for the conversation and 5 more for each answer (MS-OXOMSG § 2.2.1.3).
    """
    base = " ".join(facts.base_subject.casefold().split())
    if not base:
        return ()
    keys = [f"subject:{address}:{base}" for address in sorted(addresses)[:MAX_SIBLING_ADDRESSES]]
    if index := _conversation_index(facts.first_header("thread-index") or ""):
        keys.insert(0, f"index:{index}:{base}")
    return tuple(map(bounded_key, keys))


def _conversation_index(value: str) -> str:
    try:
        octets = b64decode("".join(value.split())[:400], validate=True)
    except (binascii.Error, ValueError):
        return ""
    return octets[:22].hex() if len(octets) >= 22 else ""


def starts_new_subject(facts: Facts, subject: str) -> bool:
    """Has the writer begun something else in a thread that went to and fro: no reply prefix, not a word of the old subject?"""
    if facts.has_prefix or facts.is_forward or len(parent_ids(facts)) < 2:
        return False
    ours, theirs = (set(regex.findall(r"[\p{L}\p{N}]+", text.casefold())) for text in (facts.base_subject, subject))
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def keeps_subject(facts: Facts, *subjects: str) -> bool:
    """Is the subject one of those of before, whatever a gateway or a help desk wrote around it? Where one has none, nothing speaks
    against it. A conversation has several: the customer may have gone on under another one."""
    ours = facts.base_subject.casefold()
    before = (extract_base_subject(subject).base.casefold() for subject in subjects)
    return any(ours in theirs or theirs in ours for theirs in before)


# --- what a message is to its conversation


def build_question_turn(facts: Facts, verdict: Verdict, reach: tuple[str, ...], house: frozenset[str]) -> Turn:
    """A customer's message as a turn; `reach` is where its answer may go, `house` the addresses of our people."""
    from watcher.core.inquiry import thanks  # its words take 0.02 s, which no start waits for

    customer = verdict.customer or facts.author
    judged = thanks.judge_thanks(facts, house)
    return Turn(
        key=turn_key(facts),
        at=facts.received_at,
        kind=TurnKind.THANKS if judged is thanks.Thanks.YES else TurnKind.QUESTION,
        by=customer.email if customer else "",
        addresses=frozenset(reach),
        ids=own_ids(facts),
        parents=parent_ids(facts),
        name=customer.name if customer else "",
        subject=facts.subject,
        how=ONLY_THANKS if judged is thanks.Thanks.PERHAPS else "",
    )


def _is_read_by_us(facts: Facts, us: OwnIdentity) -> bool:
    """Is it an address of the house that a person may write from? A notice of a bounce service that lies in Sent under
    no-reply@ is no answer, even where that address is one of ours."""
    author = facts.author
    if author is None or destination.is_no_reply_address(author):
        return False
    return suppression.is_own_address(author, us.addresses)


def build_answer_turn(
    facts: Facts, codes: tuple[str, ...], role: FolderRole, us: OwnIdentity, phrases: holding.HoldingPhrases
) -> Turn | str:
    """A message of the house as a turn, or the reason why it answers nobody.

    In a sent folder it was put by someone who could log in, which no `From` line proves: elsewhere it is a hint, and with the
    word of a trusted authority a proof of medium strength (RFC 8601). What was filed there and came from outside is a hint too.
    """
    if reason := _why_no_answer(facts, codes, role, us):
        return reason
    strength, where = Strength.STRONG, facts.folder
    if _may_be_automatic(facts, codes):
        strength = Strength.WEAK
    if SuppressionCode.AUTO_TEXT in codes or absence_doubt.tells_any_writer_of_absence(facts):
        strength, where = Strength.WEAK, f"{facts.folder}, perhaps an absence notice"
    if came_from_outside(facts, us):
        strength, where = Strength.WEAK, f"{facts.folder}, {FROM_OUTSIDE}"
    if role is not FolderRole.SENT:
        vouched = authentication.is_authenticated(facts, us)
        strength = min(strength, Strength.MEDIUM if vouched else Strength.WEAK)
        where = f"{facts.folder}, {AUTHENTICATED if vouched else NOT_AUTHENTICATED}"
    parents = parent_ids(facts)
    header = "In-Reply-To" if facts.in_reply_to else "References"
    return Turn(
        key=turn_key(facts),
        at=facts.received_at,
        kind=_REPLY_KINDS[phrases.find_promise(facts)],
        by=facts.author.email if facts.author else "",
        addresses=frozenset(address.key for address in facts.recipients),
        ids=own_ids(facts),
        parents=parents,
        strength=strength,
        how=f"{where}: {header} {parents[0]}" if parents else f"{where}",
    )


def came_from_outside(facts: Facts, us: OwnIdentity) -> bool:
    """Was it delivered here, from somebody who is not of the house? Who keeps a project in one folder files its mail beside the
    replies. Traces of delivery (RFC 5321 § 4.4) alone prove nothing: Gmail and Exchange write them into their own sent copies."""
    if "received" not in facts.headers and "return-path" not in facts.headers:
        return False
    ours = us.addresses
    domains = effects.house_domains(us)
    return not any(
        suppression.is_own_address(author, ours) or authentication.organisational_domain(author.domain) in domains
        for author in facts.from_
    )


def _why_no_answer(facts: Facts, codes: tuple[str, ...], role: FolderRole, us: OwnIdentity) -> str:
    """Why a message of the house answers nobody; "" where it may."""
    unread = SuppressionCode.NOREPLY_DESTINATION in codes and not _is_read_by_us(facts, us)
    absent = _has_automatic_subject(facts, codes) and absence.is_absence_notice(facts)
    if is_sent_by_machine(codes, role) or absent or unread:
        return "sent by a machine"
    if any(flag.casefold() == "\\draft" for flag in facts.flags):
        return "a draft"
    if not facts.own_text.strip() and not facts.attachments and not facts.calendar_method:
        return "nothing of its own in it"
    return ""


def _has_automatic_subject(facts: Facts, codes: tuple[str, ...]) -> bool:
    """Does the subject begin as machines begin it? They put it before "Re:", people after."""
    return SuppressionCode.AUTO_SUBJECT in codes and not facts.has_prefix


def _may_be_automatic(facts: Facts, codes: tuple[str, ...]) -> bool:
    """May a program have sent it by itself? Calendars accept and cancel so; whom they invite, a person chose."""
    if facts.calendar_method and facts.calendar_method not in _INVITATIONS and not calendars.has_persons_words(facts):
        return True
    return _has_automatic_subject(facts, codes)


def weaken_to_tie(turn: Turn, link: str, strength: Strength) -> Turn:
    """The turn, no stronger than what ties it to its inquiry, and its evidence in words."""
    where, _, _ = turn.how.partition(": ")
    kind = link.partition(":")[0]
    words = {
        "thread": "the server keeps both in one thread",
        "index": "same Thread-Index and subject, no id",
        "subject": "same subject and customer, no id",
    }
    strength = min(turn.strength, strength)
    how = f"{where}: {words[kind]}" if kind in words else turn.how
    return replace(turn, strength=strength, how=f"{how} (medium)" if strength is Strength.MEDIUM else how)


_ATTRIBUTION = regex.compile(
    r"(?m)^[>\t ]{0,40}(?:.{0,200}[:：]|(?:From|Von|De|Da|Van|Från|Fra)\s*:.{0,200})[\t ]{0,40}$"
)


def find_quoted_writer(facts: Facts, house: frozenset[str]) -> str:
    """The address of the house whose words the message quotes, by the line that introduces them; "" for none."""
    addressed = "\n".join(line for line in facts.text.split("\n") if "@" in line)
    if not addressed:
        return ""
    try:
        lines = _ATTRIBUTION.findall(addressed, timeout=0.5)
    except TimeoutError:
        return ""
    addresses = sorted(house) if lines else ()
    for line in lines:
        folded = line.casefold()
        if found := next((address for address in addresses if address in folded), ""):
            return found
    return ""


def is_sent_by_machine(codes: tuple[str, ...], role: FolderRole = FolderRole.INBOX) -> bool:
    """Does any of these codes say that no person wrote the message?

    In a sent folder only a machine's own forms do: the subject is the customer's, and invitations, lists and help desks are
    how people answer.
    """
    if role is not FolderRole.SENT:
        return not MACHINE_CODES.isdisjoint(codes)
    return not _SENT_BY_MACHINE.isdisjoint(codes) or _BOUNCE_MARKS.issubset(codes)
