"""What the store knows of a message's conversation, and what a decision about it leaves there. One transaction, the caller's.

Asks by the names that `threads` gives; what they mean is decided in the core.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from watcher.core.inquiry import arrivals, decide, threads
from watcher.core.inquiry.model import Inquiry, Part, Returned, Strength, Turn
from watcher.core.message.model import Facts, Kind, Role
from watcher.core.outbox.model import LetterKind
from watcher.core.rules.model import Verdict
from watcher.edge.store.mail import Line
from watcher.edge.store.store import Tx

#: Rounds in which replies seen early bring in further ones.
ROUNDS = 8
COPY_WINDOW = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Conversation:
    """The part of a `Situation` that is about other messages."""

    linked: tuple[decide.Linked, ...] = ()
    also: tuple[decide.Linked, ...] = ()
    loose: tuple[Turn, ...] = ()
    returned: dict[str, Returned] = field(default_factory=dict)
    parent_unknown: bool = False
    acknowledged: Inquiry | None = None


def inferred(ids: Iterable[str]) -> tuple[str, ...]:
    """The names of ids that were only referred to."""
    return tuple(f"about:{each}" for each in ids)


# --- what is known


def find(tx: Tx, message: Facts, verdict: Verdict, role: Role) -> Conversation:
    """Every inquiry the message may belong to, by the strongest tie there is."""
    if role is Role.INBOX and verdict.kind is Kind.BOUNCE:
        return _report(tx, message)
    if verdict.kind not in (Kind.INQUIRY, Kind.OUTGOING) and role is Role.INBOX:
        return Conversation()
    house = role is Role.SENT or verdict.kind is Kind.OUTGOING
    own, parents = threads.own_ids(message), threads.parent_ids(message)
    keys = threads.sibling_keys(message, _others(message, verdict, house))
    server = threads.server_key(message)
    names = {*parents, *inferred((*own, *parents)), *keys, server} - {""}
    owners = tx.threads.owners(names)
    ties = list(_ties(message, owners, own, parents, server, keys))
    links = _links(tx, ties, message)
    missing_link = {number for name in inferred(own) for number in owners.get(name, ())}
    also = missing_link - {each.inquiry.number for each in links}
    others = tuple(_link(tx, number, "", Strength.STRONG, True) for number in sorted(also)) if links else ()
    known = (*links, *(each for each in others if each is not None))
    loose = _loose(tx, message, own, parents, () if house else keys)
    answers = {
        each
        for linked in known
        for turn in linked.turns
        if turn.part in (Part.ANSWERED, Part.HELD)
        for each in turn.ids
    }
    answers |= {each for turn in loose for each in turn.ids} | (set(own) if house else set())
    return Conversation(
        linked=links,
        also=known[len(links) :],
        loose=loose,
        returned=tx.threads.returned(answers),
        parent_unknown=bool(parents) and not house and not owners.get(parents[0]) and not _ours(tx, parents[0]),
    )


def copy_elsewhere(tx: Tx, mailbox: str, message: Facts) -> Line | None:
    """The same mail in another watched mailbox, where a gateway changed its text on the way to one of them.

    An id alone proves nothing: writer and subject must be the same, and the day.
    """
    if not message.message_id or message.author is None:
        return None
    for line in tx.mail.lines_by_message_id(message.message_id):
        near = line.received_at is not None and abs(line.received_at - message.received_at) <= COPY_WINDOW
        same = line.sender.casefold() == message.author.key and line.subject == message.subject
        if line.locator.mailbox != mailbox and line.role is Role.INBOX and near and same:
            return line
    return None


Tie = tuple[str, list[int], Strength, bool]


def _ties(
    message: Facts,
    owners: dict[str, list[int]],
    own: Sequence[str],
    parents: Sequence[str],
    server: str,
    keys: Sequence[str],
) -> Iterable[Tie]:
    """(name, inquiries, strength, inferred), the strongest first."""
    for name in parents:
        yield name, owners.get(name, []), Strength.STRONG, False
    for name in (*own, *parents):
        yield name, owners.get(f"about:{name}", []), Strength.STRONG, True
    yield server, owners.get(server, []), Strength.STRONG, True
    if message.is_reply:
        for name in keys:
            yield name, owners.get(name, []), Strength.MEDIUM, True


def _links(tx: Tx, ties: Iterable[Tie], message: Facts) -> tuple[decide.Linked, ...]:
    for name, numbers, strength, guessed in ties:
        found = [_link(tx, number, name, strength, guessed) for number in numbers]
        links = tuple(each for each in found if each is not None)
        if strength is Strength.MEDIUM:
            links = tuple(each for each in links if _near(each.inquiry, message.received_at))
        if links:
            return links
    return ()


def _link(tx: Tx, number: int, name: str, strength: Strength, guessed: bool) -> decide.Linked | None:
    inquiry = tx.inquiries.get(number)
    if inquiry is None:
        return None
    return decide.Linked(inquiry, name, tx.threads.turns_of([number])[number], strength, guessed)


def _near(inquiry: Inquiry, at: datetime) -> bool:
    """Does the inquiry still count for a message that has nothing but its subject?"""
    spoken = [inquiry.opened_at, inquiry.last_customer_at, inquiry.evidence.at if inquiry.evidence else None]
    return abs(at - max(each for each in spoken if each is not None)) <= threads.SUBJECT_WINDOW


def _others(message: Facts, verdict: Verdict, house: bool) -> frozenset[str]:
    """The other side: whom the house writes to, or who writes to it."""
    if house:
        return frozenset(each.key for each in message.recipients)
    customer = [verdict.customer.key] if verdict.customer else []
    return frozenset([*customer, *(each.key for each in (*message.from_, *message.reply_to))])


def _ours(tx: Tx, message_id: str) -> bool:
    return tx.mail.written_by_us([message_id]) or tx.letters.by_message_id([message_id]) is not None


def _loose(tx: Tx, message: Facts, own: Sequence[str], parents: Sequence[str], keys: Sequence[str]) -> tuple[Turn, ...]:
    """Replies of the house that were seen before this message and are tied to it, directly or through each other."""
    found: dict[str, Turn] = {}
    names = {*own, *parents}
    for _ in range(ROUNDS):
        fresh = {turn.key: turn for _, turn in tx.threads.loose_by(names) if turn.key not in found}
        found |= fresh
        if not fresh:
            break
        names = {each for turn in fresh.values() for each in (*turn.ids, *turn.parents)}
    for name, turn in tx.threads.loose_by(keys):
        late = turn.at - message.received_at
        if turn.key not in found and timedelta(0) <= late <= threads.SUBJECT_WINDOW:
            found[turn.key] = threads.tied(turn, name, Strength.MEDIUM)
    return tuple(found.values())


def _report(tx: Tx, message: Facts) -> Conversation:
    """What a delivery report is about: a reply of the house, or an acknowledgement."""
    ids = message.returned_ids
    letter = tx.letters.by_message_id(ids)
    if letter is not None:
        ours = letter.kind is LetterKind.ACKNOWLEDGEMENT and letter.inquiry
        return Conversation(acknowledged=tx.inquiries.get(letter.inquiry) if ours and letter.inquiry else None)
    numbers = {number for each in tx.threads.owners(ids).values() for number in each}
    links = [_link(tx, number, "", Strength.STRONG, False) for number in sorted(numbers)]
    wanted = set(ids)
    about = tuple(
        each
        for each in links
        if each is not None
        and any(turn.part in (Part.ANSWERED, Part.HELD) and wanted & set(turn.ids) for turn in each.turns)
    )
    answers = {each for linked in about for turn in linked.turns for each in turn.ids}
    return Conversation(linked=about, returned=tx.threads.returned(answers))


# --- what remains


def remember(
    tx: Tx, message: Facts, verdict: Verdict, role: Role, seen: decide.Situation, decision: decide.Decision,
    number: int | None, now: datetime,
) -> None:  # fmt: skip
    """Stores what the decision says of the conversation. `number`: the inquiry it was stored as."""
    own = threads.own_ids(message)
    house = role is Role.SENT or verdict.kind is Kind.OUTGOING
    if role is Role.SENT and decision.kind is Kind.OUTGOING:
        for each in own:
            tx.mail.wrote(each)
    for report in decision.returned:
        tx.threads.came_back(report)
    if number is not None and decision.turn is not None:
        _attach(tx, message, verdict, house, decision, number, now)
        if decision.stray:
            tx.threads.loosen(decision.turn, (*decision.turn.ids, *decision.turn.parents))
    elif decision.aside:
        for inquiry in decision.aside:
            _note(tx, inquiry, own, decision.turn, now)
        for turn in decision.gathered:  # the message it names may still come, and tell which
            tx.threads.loosen(turn, (*turn.ids, *turn.parents))
    elif decision.turn is not None and (decision.turn.parents or message.is_reply):
        siblings = threads.sibling_keys(message, _others(message, verdict, house)) if message.is_reply else ()
        tx.threads.loosen(decision.turn, (*decision.turn.ids, *decision.turn.parents, *siblings))
    elif house and not threads.is_machine(verdict.codes):
        for linked in seen.linked:
            tx.threads.belong(own, linked.inquiry.number)


def _attach(
    tx: Tx, message: Facts, verdict: Verdict, house: bool, decision: decide.Decision, number: int, now: datetime
) -> None:
    for ended in decision.merged:
        tx.inquiries.save(ended)
        tx.inquiries.add_to_journal(ended.number, now, [("merged", ended.problem)])
        tx.inquiries.add_to_journal(number, now, [("merged", f"{ended.number} was the same conversation")])
        tx.threads.move(ended.number, number)
    tx.threads.keep(number, decision.gathered)
    ids = {each for turn in decision.gathered for each in turn.ids}
    parents = {each for turn in decision.gathered for each in turn.parents}
    names = [*ids, *inferred(parents - ids), threads.server_key(message)]
    if not house:
        names += threads.sibling_keys(message, _others(message, verdict, house))
    tx.threads.belong(names, number)


def marked(tx: Tx, questions: Iterable[tuple[str, int]], policy: decide.Policy, now: datetime) -> None:
    """These questions (key of the turn, inquiry) are marked as answered on the server."""
    for key, number in questions:
        linked = _link(tx, number, "", Strength.STRONG, False)
        decision = arrivals.on_mark(linked, key, policy, now) if linked is not None else None
        if decision is not None and decision.inquiry is not None:
            tx.inquiries.save(decision.inquiry)
            tx.inquiries.add_to_journal(number, now, [(each.event, each.text) for each in decision.journal])
            tx.threads.keep(number, decision.gathered)


def _note(tx: Tx, inquiry: Inquiry, own: Sequence[str], turn: Turn | None, now: datetime) -> None:
    """One of several that a message could answer: it is shown there, and closes nothing."""
    tx.inquiries.save(inquiry)
    tx.threads.belong(own, inquiry.number)
    if turn is not None:
        tx.threads.add(inquiry.number, turn)
        tx.inquiries.add_to_journal(inquiry.number, now, [("looks answered", f"by {turn.by} ({turn.how})")])


def completed(seen: decide.Situation, found: Conversation) -> decide.Situation:
    """The situation with what was found."""
    return replace(
        seen,
        linked=found.linked,
        also=found.also,
        loose=found.loose,
        returned=found.returned,
        parent_unknown=found.parent_unknown,
        acknowledged=found.acknowledged,
    )
