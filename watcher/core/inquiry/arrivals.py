"""A message arrives: what it does to the inquiries. Every transition that mail causes is in this file; `decide` has all others.

Nothing here reads a clock, a database or a socket. Where an inquiry stands follows from the turns of its conversation
(`standing`), so that mail may be seen in any order, late or twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from watcher.core.inquiry import thread_status, threads
from watcher.core.inquiry.decide import (
    EXCERPT_CHARS,
    Ack,
    Decision,
    Entry,
    Linked,
    Policy,
    Situation,
    aware,
    start_ladder,
)
from watcher.core.inquiry.model import Inquiry, Part, Returned, State, Strength, Turn
from watcher.core.message.model import Address, Facts, FolderRole, MessageKind
from watcher.core.outbox.letter_state import AckLimits
from watcher.core.rules import traits
from watcher.core.rules.model import Verdict


def on_message(facts: Facts, verdict: Verdict, seen: Situation, policy: Policy, now: datetime) -> Decision:
    """One message, seen for the first time at this place, becomes one decision."""
    aware(now)
    if seen.own:
        return Decision(MessageKind.OWN, "one of Watcher's own letters", ("own-message",))
    if seen.copy_of:
        return Decision(verdict.kind, f"the same message as {seen.copy_of}", (*verdict.codes, "duplicate"))
    if facts.received_at < seen.old_before:
        return Decision(verdict.kind, "received before Watcher was set up", verdict.codes)
    if seen.role is FolderRole.SENT or (verdict.kind is MessageKind.OUTGOING and not seen.acknowledged):
        return _from_the_house(facts, verdict, seen, policy, now)
    if verdict.kind is MessageKind.BOUNCE:
        return _came_back(facts, verdict, seen, policy, now)
    if verdict.kind is not MessageKind.INQUIRY:
        return Decision(verdict.kind, verdict.why, verdict.codes)
    if "auto-subject" in verdict.codes and (seen.answers_ours or seen.linked):
        return Decision(MessageKind.AUTOMATIC, "an automatic reply to our own mail", verdict.codes)
    linked = _thread(facts, verdict, seen)
    if linked is not None:
        return _customer_again(facts, verdict, seen, linked, policy, now)
    return _open(facts, verdict, seen, policy, now)


# --- the house answers


def _from_the_house(facts: Facts, verdict: Verdict, seen: Situation, policy: Policy, now: datetime) -> Decision:
    codes = verdict.codes
    kind = MessageKind.AUTOMATIC if threads.is_machine(codes) else MessageKind.OUTGOING
    turn = threads.answer(facts, codes, seen.role, policy.us, policy.phrases)
    if isinstance(turn, str):
        why = f"no answer to {seen.linked[0].inquiry.number}: {turn}" if seen.linked else f"from the house: {turn}"
        return Decision(kind, why, codes)
    at_all = [each for each in seen.linked if not each.inferred or _reaches(turn, each)]
    linked = [each for each in at_all if _reaches(turn, each)] or at_all
    if not linked:
        return Decision(kind, "sent by a person of the house", codes, turn=turn)
    if len(linked) > 1:
        weak = replace(turn, strength=Strength.WEAK, how=f"{turn.how}, one of several it could answer")
        numbers = ", ".join(str(each.inquiry.number) for each in linked)
        aside = tuple(_stand(each.inquiry, _turns(each, weak), seen.returned, policy, now) for each in linked)
        why = f"could answer any of {numbers}: closes none"
        return Decision(kind, why, codes, turn=weak, gathered=(turn,), aside=aside)
    link = linked[0]
    turn = threads.tied(turn, link.link, link.strength)
    before, others, turns = _joined(link, seen, turn)
    after = _stand(before, turns, seen.returned, policy, now)
    journal = _told(before, after, turn)
    why = f"no answer to {after.number}: {_why_not(turn, turns, after)}"
    if after.evidence is not None and after.evidence.message_id == turn.key:
        why = f"answers {after.number}"
    elif after.evidence is not None:
        why = f"a further answer to {after.number}"
    stray = not _to_a_customer(turn, turns)
    return Decision(kind, why, codes, after, journal, turn=turn, gathered=turns, merged=others, stray=stray)


def _asked(turns: Iterable[Turn]) -> list[Turn]:
    """Those of the customers."""
    return [each for each in turns if each.part in (Part.ASKED, Part.THANKED)]


def _to_a_customer(turn: Turn, turns: Iterable[Turn]) -> bool:
    """Did it go to anybody who wrote?"""
    return any(thread_status.reaches(turn, each.addresses) for each in _asked(turns))


def _why_not(turn: Turn, turns: tuple[Turn, ...], inquiry: Inquiry) -> str:
    if inquiry.state not in threads.OPEN:
        return f"it is {inquiry.state}"
    if not _to_a_customer(turn, turns):
        return "not addressed to the customer"
    if turn.part is Part.HELD:
        return "a holding reply"
    if turn.strength is Strength.WEAK:
        return "only a hint"
    asked = _asked(turns)
    waits = next((each for each in reversed(asked) if not thread_status.covers(turn, each)), asked[-1])
    return f"{waits.by or 'the customer'} still waits for an answer"


def _reaches(turn: Turn, linked: Linked) -> bool:
    return any(thread_status.reaches(turn, each.addresses) for each in linked.turns) or thread_status.reaches(
        turn, linked.inquiry.reach
    )


def _turns(linked: Linked, *more: Turn) -> tuple[Turn, ...]:
    return thread_status.merged(
        linked.turns, () if _asked(linked.turns) else thread_status.remembered(linked.inquiry), more
    )


def _joined(
    linked: Linked, seen: Situation, turn: Turn, *more: Turn
) -> tuple[Inquiry, tuple[Inquiry, ...], tuple[Turn, ...]]:
    """The inquiry that goes on, those that end in it, and the turns of all of them."""
    others = [each for each in seen.also if thread_status.one_conversation(linked.inquiry, each.inquiry)]
    together = sorted([linked, *others], key=lambda each: each.inquiry.number)
    kept, ended = together[0].inquiry, tuple(_ended(each.inquiry, together[0].inquiry) for each in together[1:])
    known = [known for each in together for known in _turns(each)]
    loose = [each for each in seen.loose if _fits(each, [*known, turn])]
    return kept, ended, thread_status.merged(known, loose, more, (turn,))


def _ended(inquiry: Inquiry, into: Inquiry) -> Inquiry:
    problem = f"the same conversation as {into.number}"
    return replace(inquiry, state=State.DISMISSED, next_nag_at=None, evidence=None, hint=None, problem=problem)


def _fits(reply: Turn, turns: list[Turn]) -> bool:
    """Does a reply that was seen early belong to these? It answers one of them, one answers it, or it went to the customer."""
    ids = {each for turn in turns for each in turn.ids}
    parents = {each for turn in turns for each in turn.parents}
    return not ids.isdisjoint(reply.parents) or not parents.isdisjoint(reply.ids) or _to_a_customer(reply, turns)


def _came_back(facts: Facts, verdict: Verdict, seen: Situation, policy: Policy, now: datetime) -> Decision:
    """A delivery report. Of a reply it voids the answer; of an acknowledgement it says that the customer cannot be reached."""
    if not facts.returned_why:
        return Decision(verdict.kind, verdict.why, verdict.codes)
    to = frozenset(facts.returned_to)
    found = tuple(Returned(each, facts.received_at, to, facts.returned_why) for each in facts.returned_ids)
    if seen.acknowledged is not None:
        inquiry, who = seen.acknowledged, ", ".join(sorted(to)) or seen.acknowledged.customer
        gone = replace(inquiry, problem=f"unreachable: our acknowledgement to {who} came back: {facts.returned_why}")
        entry = Entry("unreachable", f"the acknowledgement to {who} came back: {facts.returned_why}")
        why = f"the acknowledgement of {inquiry.number} came back"
        return Decision(verdict.kind, why, verdict.codes, gone, (entry,))
    if not seen.linked:
        return Decision(verdict.kind, verdict.why, verdict.codes, returned=found)
    linked = seen.linked[0]
    known = {**seen.returned, **{each.message_id: each for each in found}}
    after = _stand(linked.inquiry, _turns(linked), known, policy, now)
    journal = _told(linked.inquiry, after, None)
    why = f"mail to the customer of {after.number} came back"
    return Decision(verdict.kind, why, verdict.codes, after, journal, returned=found)


# --- the customer writes


def _thread(facts: Facts, verdict: Verdict, seen: Situation) -> Linked | None:
    """The inquiry a customer's message continues. What a person dismissed stays closed for that customer alone.

    A known id carries whoever answers it; what is only inferred, or tied by subject, carries the same customer alone. Where two
    strangers wrote under one id, their own comes before the other's.
    """
    mine = set(_reach(facts, verdict.customer or facts.author))
    theirs: list[Linked] = []
    fitting: list[Linked] = []
    for linked in seen.linked:
        inquiry = linked.inquiry
        asked = {key for turn in _asked(linked.turns) for key in turn.addresses}
        known = not mine.isdisjoint({*inquiry.reach, *asked})
        sure = linked.strength is Strength.STRONG and not linked.inferred
        if (known or (sure and inquiry.state is not State.DISMISSED)) and not threads.is_new_subject(
            facts, inquiry.subject
        ):
            (theirs if known else fitting).append(linked)
    fitting = theirs or fitting
    if len(fitting) > 1 and fitting[0].strength is not Strength.STRONG:
        return None  # several and no id: rather one inquiry too many
    return fitting[0] if fitting else None


def _customer_again(
    facts: Facts, verdict: Verdict, seen: Situation, linked: Linked, policy: Policy, now: datetime
) -> Decision:
    codes = (*verdict.codes, "follow-up")
    if linked.inquiry.state is State.DISMISSED:
        return Decision(MessageKind.REPLY, f"continues {linked.inquiry.number}, which was dismissed", codes)
    turn = threads.question(facts, verdict, _reach(facts, verdict.customer or facts.author))
    before, others, turns = _joined(linked, seen, turn, *_signs(facts, seen, turn, policy))
    asks = turn.part is Part.ASKED
    base = before
    if asks and before.state is State.DONE:  # what was asked before is settled, this is not
        until = turn.at - timedelta(microseconds=1)
        base = replace(before, state=State.ANSWERED, settled_at=min(before.settled_at or until, until))
    after = _stand(base, turns, seen.returned, policy, now, woken=asks)
    if base.state is not before.state and after.state is State.ANSWERED and after.evidence is None:
        after = replace(after, state=before.state)
    who = facts.author.email if facts.author else "somebody"
    opened_again = before.state not in threads.OPEN and after.state is State.WAITING
    if opened_again or before.state is State.SNOOZED:
        after = replace(after, excerpt=_excerpt(facts))
    said = "wrote again" if asks or before.state in threads.OPEN else "thanked"
    journal: tuple[Entry, ...] = (
        Entry("reopened" if opened_again else said, f"{who} wrote again" if opened_again else who),
    )
    why = f"reopens {after.number}" if opened_again else f"continues {after.number}"
    if said == "thanked":
        why = f"thanks for {after.number}"
    elif after.state is State.ANSWERED:
        why = f"continues {after.number}, answered since"
    journal += tuple(each for each in _told(before, after, None) if each.event != "reopened")
    return Decision(MessageKind.REPLY, why, codes, after, journal, turn=turn, gathered=turns, merged=others)


def _signs(facts: Facts, seen: Situation, turn: Turn, policy: Policy) -> tuple[Turn, ...]:
    """What in the customer's own message says that somebody answered: a quotation of what was never seen, the flag \\Answered."""
    signs = []
    house = policy.us.people | policy.us.mailboxes
    if seen.parent_unknown and (writer := threads.quoted_writer(facts, house)):
        how = "the customer quotes a reply that was not seen"
        signs.append(_sign(f"quoted:{turn.key}", turn, writer, how, Strength.WEAK))
    if "\\answered" in {flag.casefold() for flag in facts.flags}:
        signs.append(_mark(turn, policy))
    return tuple(signs)


def on_mark(linked: Linked, key: str, policy: Policy, now: datetime) -> Decision | None:
    """The server marks the question `key` as answered; None where that is known, or it is no question of this inquiry."""
    aware(now)
    turns = _turns(linked)
    question = next((each for each in turns if each.key == key and each.part is Part.ASKED), None)
    if question is None:
        return None
    sign = _mark(question, policy)
    if sign in turns:
        return None
    turns = thread_status.merged(turns, (sign,))
    after = _stand(linked.inquiry, turns, {}, policy, now)
    return Decision(
        MessageKind.REPLY,
        f"marked as answered: {after.number}",
        (),
        after,
        _told(linked.inquiry, after, None),
        gathered=turns,
    )


def _mark(question: Turn, policy: Policy) -> Turn:
    strength = Strength.MEDIUM if policy.trust_answered else Strength.WEAK
    return _sign(f"flag:{question.key}", question, "", "the mark \\Answered", strength)


def _sign(key: str, turn: Turn, by: str, how: str, strength: Strength) -> Turn:
    how = f"{how} (medium)" if strength is Strength.MEDIUM else how
    return Turn(key, turn.at, Part.ANSWERED, by, turn.addresses, strength=strength, how=how)


def _open(facts: Facts, verdict: Verdict, seen: Situation, policy: Policy, now: datetime) -> Decision:
    customer = verdict.customer or facts.author
    reach = _reach(facts, customer)
    turn = threads.question(facts, verdict, reach)
    turns = thread_status.merged(
        (turn,), _signs(facts, seen, turn, policy), [t for t in seen.loose if _fits(t, [turn])]
    )
    answered = any(each.strength > Strength.WEAK and thread_status.covers(each, turn) for each in turns)
    codes = (*verdict.codes, *_gates(facts, seen, answered, policy.limits, now))
    kind = MessageKind.REPLY if seen.answers_ours else MessageKind.INQUIRY
    since = min(facts.received_at, now)
    acknowledge = Ack(verdict.customer, verdict.template) if verdict.customer and not codes else None
    inquiry = Inquiry(
        number=0,
        mailbox=policy.mailbox,
        state=State.WAITING,
        customer=customer.email if customer else "",
        customer_name=customer.name if customer else "",
        reach=reach,
        subject=facts.subject,
        message_id=facts.message_id,
        fingerprint=facts.fingerprint,
        opened_at=since,
        owner=verdict.owner or policy.owner,
        ladder=verdict.ladder or policy.ladder,
        waiting_since=since,
        last_customer_at=facts.received_at,
        last_customer_id=facts.message_id,
        language=traits.message_language(facts),
        excerpt=_excerpt(facts),
        tags=verdict.tags,
        ack_reason=None if acknowledge else (codes[0] if codes else "bad-destination"),
    )
    ladder = policy.ladder_of(inquiry.ladder)
    inquiry = replace(start_ladder(inquiry, policy), promise_at=policy.hours.add_opening_time(now, ladder.promise))
    journal = [Entry("opened", verdict.why)]
    if acknowledge is None:
        journal.append(Entry("not acknowledged", inquiry.ack_reason or ""))
    after = _stand(inquiry, turns, seen.returned, policy, now)
    journal += [replace(each, text=f"{each.text}, seen before the inquiry") for each in _told(inquiry, after, None)]
    return Decision(kind, verdict.why, codes, after, tuple(journal), acknowledge, turn=turn, gathered=turns)


def _gates(facts: Facts, seen: Situation, answered: bool, limits: AckLimits, now: datetime) -> tuple[str, ...]:
    """Group G of the decision table: what the state says against an acknowledgement."""
    old = facts.received_at < now - limits.max_age
    forgotten = seen.amnesia_until is not None and facts.received_at <= seen.amnesia_until
    rows = (
        ("duplicate", seen.message_id_known),
        ("follow-up", seen.answers_ours),
        ("already-handled", answered),
        ("stale", old or forgotten),
        ("recently-acked", seen.acks_to_customer > 0),
        ("rate-global", seen.acks_last_hour >= limits.max_per_hour),
    )
    return tuple(code for code, hit in rows if hit)


def _reach(facts: Facts, customer: Address | None) -> tuple[str, ...]:
    """Where a person's answer to this message may go. For a notice by machine the customer alone."""
    found = [customer.key] if customer else []
    if customer is None or customer in facts.from_:
        found += [address.key for address in (*facts.from_, *facts.reply_to)]
    return tuple(dict.fromkeys(found))


def _excerpt(facts: Facts) -> str:
    return " ".join((facts.own_text or facts.text).split())[:EXCERPT_CHARS]


def _stand(
    inquiry: Inquiry,
    turns: tuple[Turn, ...],
    returned: Mapping[str, Returned],
    policy: Policy,
    now: datetime,
    woken: bool = False,
) -> Inquiry:
    """The inquiry as its turns say it stands. What a person closed stays closed; a snooze ends with a new question only."""
    stands = thread_status.weigh(turns, returned, inquiry)
    inquiry = _after(inquiry, stands)
    if inquiry.state in (State.DONE, State.DISMISSED):
        return inquiry
    if stands.since is None:
        if stands.evidence is None:
            return inquiry
        return replace(inquiry, state=State.ANSWERED, evidence=stands.evidence, next_nag_at=None)
    since = max(stands.since, inquiry.disputed_at or stands.since)
    held = stands.held is not None and stands.held.at > since
    if stands.held is not None and held:
        since = stands.held.at
    since = min(since, now)
    fresh = inquiry.state is State.ANSWERED or (inquiry.state is State.SNOOZED and woken)
    if not fresh and inquiry.waiting_since == since:
        return inquiry
    waiting = replace(inquiry, waiting_since=since, evidence=None)
    if fresh or (held and inquiry.state is State.WAITING):
        waiting = start_ladder(replace(waiting, state=State.WAITING, nags=0, escalated=0), policy)
        if held:
            promise = policy.hours.add_opening_time(since, policy.ladder_of(waiting.ladder).promise)
            waiting = replace(waiting, promise_at=promise)
    return waiting


def _after(inquiry: Inquiry, stands: thread_status.Standing) -> Inquiry:
    """What the first and the last question say of the inquiry, and what an answer that came back says."""
    problem = inquiry.problem
    if (back := stands.came_back) is not None:
        problem = f"came back: the reply to {', '.join(sorted(back.to)) or inquiry.customer} did not arrive: {back.why}"
    elif problem.startswith("came back:"):
        problem = ""
    inquiry = replace(inquiry, hint=stands.hint, problem=problem)
    if stands.first is None or stands.last is None:
        return inquiry
    first, last = stands.first, stands.last
    if first.key not in (inquiry.message_id, inquiry.fingerprint):
        inquiry = replace(
            inquiry,
            customer=first.by,
            customer_name=first.name,
            reach=tuple(sorted(first.addresses)),
            subject=first.subject,
            message_id=first.ids[0] if first.ids else "",
            opened_at=min(inquiry.opened_at, first.at),
        )
    return replace(inquiry, last_customer_at=last.at, last_customer_id=last.ids[0] if last.ids else "")


def _told(before: Inquiry, after: Inquiry, turn: Turn | None) -> tuple[Entry, ...]:
    """What the journal says of the way from one to the other."""
    entries = []
    if after.evidence is not None and after.evidence != before.evidence:
        entries.append(Entry("answered", f"by {after.evidence.by or 'somebody'} ({after.evidence.how})"))
    if after.state is State.WAITING and before.state is State.ANSWERED:
        entries.append(Entry("reopened", after.problem or "not every question is answered"))
    if turn is not None and turn.part is Part.HELD and after.waiting_since == turn.at != before.waiting_since:
        entries.append(Entry("holding reply", f"by {turn.by} ({turn.how}): the ladder starts again"))
    if after.hint is not None and after.hint != before.hint:
        entries.append(Entry("looks answered", f"by {after.hint.by or 'somebody'} ({after.hint.how}): please confirm"))
    return tuple(entries)
