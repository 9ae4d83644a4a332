"""A message arrives: which of the transitions that mail causes it is. `house_mail` and `customer_mail` have them, `decide` the rest.

Nothing here reads a clock, a database or a socket. Where an inquiry stands follows from the turns of its conversation
(`thread_status`), so that mail may be seen in any order, late or twice.

The order of the questions in `decide_message` is part of the contract. Our own letters come first, or two Watchers would answer each
other for ever (RFC 3834 § 2). Then copies and old mail, which change nothing. A sent folder comes before what the classification
says: there an out-of-office is no answer, and everything else was sent by the house whatever its headers claim. An automatic reply
to our own mail is one even where its only mark is the subject; the same subject out of the blue is shown to a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from watcher.core.hours import require_time_zone
from watcher.core.inquiry import (
    customer_mail,
    house_mail,
    inquiry_update,
    known_thread,
    leads,
    old_mail,
    thread_status,
    ties,
)
from watcher.core.inquiry.decide import Policy
from watcher.core.inquiry.model import (
    InquiryChange,
    InquiryState,
    LinkedInquiry,
    MessageDecision,
    SetAsideInquiry,
    Situation,
    Turn,
    TurnKind,
)
from watcher.core.message.model import Facts, FolderRole, MessageKind
from watcher.core.rules import passed_on, traits
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.model import Attention, Verdict

#: Mail older than the first scan of its folder by more than this was there before, whenever it turns up. The margin covers
#: clocks that disagree: mail of the first minutes must not pass for old.
BASELINE_MARGIN = timedelta(days=1)

#: So often a person has to say that a customer's inquiries are none before the next is shown for a glance only.
DISMISSALS_THAT_TEACH = 2
#: For the people responsible.
ONLY_THANKS_TEXT = "says thank you, and nothing else"
#: The address to answer is one that passes on what others write.
_PASSING_ON = frozenset(
    {
        SuppressionCode.OWN_ADDRESS,
        SuppressionCode.BAD_DESTINATION,
        SuppressionCode.NOREPLY_DESTINATION,
        SuppressionCode.ROLE_DESTINATION,
        SuppressionCode.RELAYED,
    }
)


def old_mail_before(activated_at: datetime, is_renumbered: bool) -> datetime:
    """Mail received earlier was there before Watcher.

    Where the server has numbered its messages anew (RFC 9051 § 2.3.1.1), every one of them looks new, also what came in the day
    before the first scan: there is no margin then, or old mail would be acknowledged. An INTERNALDATE has whole seconds: what came in
    the second of the first scan is new.
    """
    return activated_at.replace(microsecond=0) if is_renumbered else activated_at - BASELINE_MARGIN


def read_folder_since(
    role: FolderRole, activated_at: datetime | None, oldest_open_at: datetime | None
) -> datetime | None:
    """From when on (INTERNALDATE, RFC 3501 § 2.3.3) mail of a folder that is seen for the first time is read; None: all that is
    in it is old.

    What counts as old is what was there before the *mailbox* was activated (`activated_at`; None: this is its first look). A folder
    that appears later, with its first mail or because it was named, holds customers and answers of the time since. Sent mail
    is read back to the oldest inquiry that is open too, whoever it came to: it may hold the answer.
    """
    if role is FolderRole.INBOX or oldest_open_at is None:
        return activated_at
    return min(activated_at or oldest_open_at, oldest_open_at)


def is_settled(seen: Situation, received_at: datetime) -> bool:
    """Is the decision about a message certain without its conversation?"""
    return seen.is_own_letter or bool(seen.copy_of) or received_at < seen.old_mail_before


def may_carry_commands(seen: Situation, received_at: datetime) -> bool:
    """Only new mail to the mailbox itself: a copy was obeyed before, and what a sent folder holds was sent to somebody else."""
    return seen.role is FolderRole.INBOX and not is_settled(seen, received_at)


def may_be_acknowledged(verdict: Verdict, role: FolderRole) -> bool:
    """Only an inquiry is, so that of other mail nobody has to ask what was sent before."""
    return role is FolderRole.INBOX and verdict.kind is MessageKind.INQUIRY


def read_words_ahead(messages: Iterable[tuple[Facts, Verdict]], role: FolderRole, policy: Policy) -> None:
    """Asks of all these messages what their decisions will ask of their words: one question after the other, which takes half of the
    time, as its words are in the processor's cache then. No decision is another by it."""
    from watcher.core.inquiry import thanks  # its words take 0.02 s, which no start waits for

    questions = [facts for facts, verdict in messages if may_be_acknowledged(verdict, role)]
    for facts in questions:
        thanks.judge_thanks(facts, policy.own_addresses.people)
    for facts in questions:
        traits.message_language(facts)


def decide_test_message() -> MessageDecision:
    """What Watcher wrote to itself to see that mail comes through: nobody ever sees it."""
    return MessageDecision(MessageKind.OWN, "Watcher's own test message", (SuppressionCode.OWN_MESSAGE,))


def decide_message(facts: Facts, verdict: Verdict, seen: Situation, policy: Policy, now: datetime) -> MessageDecision:
    """One message, seen for the first time at this place, becomes one decision. ValueError: `now` has no time zone."""
    require_time_zone(now)
    if seen.is_own_letter:
        return MessageDecision(MessageKind.OWN, "one of Watcher's own letters", (SuppressionCode.OWN_MESSAGE,))
    if seen.copy_of:
        return MessageDecision(
            verdict.kind, f"the same message as {seen.copy_of}", (*verdict.codes, SuppressionCode.DUPLICATE)
        )
    if facts.received_at < seen.old_mail_before:
        return MessageDecision(verdict.kind, "received before Watcher was set up", verdict.codes)
    facts, arrival = old_mail.correct_instant(facts), facts
    if seen.role is FolderRole.SENT or (
        verdict.kind is MessageKind.OUTGOING and not seen.conversation.acknowledged_inquiry
    ):
        outgoing = house_mail.decide_outgoing(facts, verdict, seen, policy, now)
        return leads.answer_leads(outgoing, seen.conversation.leads, seen.conversation.bounced_replies, policy, now)
    if verdict.kind is MessageKind.BOUNCE:
        return house_mail.decide_bounce(facts, verdict, seen, policy, now)
    linked = customer_mail.choose_continued_inquiry(facts, verdict, seen)
    if verdict.kind is not MessageKind.INQUIRY and not (
        linked is not None
        and known_thread.may_be_customers(facts, verdict)
        and known_thread.is_customers(facts, linked)
    ):
        return MessageDecision(verdict.kind, verdict.why, verdict.codes)
    subjects = tuple(known.inquiry.subject for known in seen.conversation.linked)
    if (seen.history.answers_our_mail or subjects) and known_thread.is_automatic_reply(facts, verdict, subjects):
        return MessageDecision(MessageKind.AUTOMATIC, "an automatic reply to our own mail", verdict.codes)
    if linked is not None and verdict.attention is Attention.REVIEW and known_thread.is_strangers(facts, linked):
        # Doubtful mail under an id that anybody can copy: shown for a glance, and the conversation stays as it is.
        return _open_or_set_aside(facts, verdict, seen, policy, now, answers_us=False)
    if linked is not None:
        continued = customer_mail.continue_inquiry(facts, verdict, seen, linked, policy, now)
        # In a known thread there is no doubt left; what continues a dismissed inquiry asks nothing.
        return replace(continued, attention=Attention.NONE if continued.inquiry is None else Attention.ANSWER)
    if facts is not arrival:  # nobody is nagged about it, whatever it asks
        opened = customer_mail.open_inquiry(facts, verdict, seen, policy, now)
        return _set_aside(opened, facts, verdict, seen, old_mail.describe_old_mail(facts.folder))
    return _open_or_set_aside(facts, verdict, seen, policy, now, answers_us=seen.history.answers_our_mail)


def needs_sender_history(verdict: Verdict) -> bool:
    """Does it matter what a person said of earlier mail of the same sender? An owner's rule stands above it."""
    return verdict.attention is Attention.REVIEW or (verdict.attention is Attention.ANSWER and not verdict.is_certain)


def _open_or_set_aside(
    facts: Facts, verdict: Verdict, seen: Situation, policy: Policy, now: datetime, *, answers_us: bool
) -> MessageDecision:
    """A new inquiry; or one that is only set aside, since the message may be none. What answers mail of the house, or was
    answered already, is part of a conversation and no doubt."""
    opened = customer_mail.open_inquiry(facts, verdict, seen, policy, now)
    # Doubtful mail joins no contact: whom it joins, only an answer to it ends.
    known = seen.conversation.leads if verdict.attention is Attention.ANSWER else ()
    if (joined := leads.join_lead(opened, known, policy, now)) is not opened:
        return replace(joined, attention=Attention.ANSWER)
    if _only_thanks(opened, verdict):  # where the conversation is known, it was recognised before
        return _set_aside(opened, facts, verdict, seen, ONLY_THANKS_TEXT)
    doubt = _describe_doubt(facts, verdict, seen, policy)
    if not doubt:
        return replace(opened, attention=verdict.attention)
    if opened.inquiry is None or opened.turn is None:
        return opened
    if seen.promoted_review is not None:
        why = f"a person said of R{seen.promoted_review}, of the same sender, that it is an inquiry ({verdict.why})"
        journal = tuple(replace(note, text=why) if note.event == "opened" else note for note in opened.journal)
        return replace(opened, why=why, journal=journal, attention=Attention.ANSWER)
    if answers_us or opened.inquiry.state is not InquiryState.WAITING:
        return replace(opened, attention=Attention.ANSWER)
    return _set_aside(opened, facts, verdict, seen, doubt)


def _only_thanks(opened: MessageDecision, verdict: Verdict) -> bool:
    """Does a new inquiry that waits say thank you and nothing else, and does no rule of the owner's make it one?"""
    is_waiting = opened.inquiry is not None and opened.inquiry.state is InquiryState.WAITING
    is_thanks = opened.turn is not None and opened.turn.kind is TurnKind.THANKS
    return is_waiting and is_thanks and verdict.attention is Attention.ANSWER and not verdict.is_certain


def _describe_doubt(facts: Facts, verdict: Verdict, seen: Situation, policy: Policy) -> str:
    """Why it may be no inquiry: by its own signs, or since a person dismissed what the same customer wrote before; "" where nothing
    says so. Whoever was answered once is a customer, and what a form or a relay passes on is by somebody else each time."""
    if verdict.attention is Attention.REVIEW:
        return verdict.why
    if verdict.attention is not Attention.ANSWER or verdict.is_certain or len(seen.dismissed) < DISMISSALS_THAT_TEACH:
        return ""
    passes_on = passed_on.has_form_shape(facts, policy.own_addresses) or not _PASSING_ON.isdisjoint(verdict.codes)
    if passes_on or seen.history.is_known_customer:
        return ""
    numbers = ", ".join(map(str, seen.dismissed[-DISMISSALS_THAT_TEACH:]))
    return f"a person said of {numbers}, of the same sender, that they are no inquiries ({verdict.why})"


def _set_aside(opened: MessageDecision, facts: Facts, verdict: Verdict, seen: Situation, why: str) -> MessageDecision:
    """All that opens the inquiry is kept until a person says that it is one."""
    if opened.inquiry is None or opened.turn is None:
        return opened
    names = ties.read_ties(facts, verdict, seen.role)
    aside = SetAsideInquiry(
        inquiry=opened.inquiry,
        question=opened.turn,
        sender_name=facts.author.name if facts.author else "",
        sibling_keys=names.sibling_keys,
        server_key=names.server_key,
    )
    return MessageDecision(opened.kind, why, opened.codes, attention=Attention.REVIEW, set_aside=aside)


def decide_answered_flag(linked: LinkedInquiry, key: str, policy: Policy, now: datetime) -> AnsweredFlag | None:
    """The server marks the question `key` as answered (\\Answered, RFC 3501 § 2.3.2); None where that is known, or it is no
    question of this inquiry. ValueError: `now` has no time zone."""
    require_time_zone(now)
    turns = inquiry_update.known_turns(linked)
    question = next((turn for turn in turns if turn.key == key and turn.kind is TurnKind.QUESTION), None)
    if question is None:
        return None
    sign = customer_mail.build_answered_flag_turn(question, policy.trust_answered)
    if sign in turns:
        return None
    turns = thread_status.merge_turns(turns, (sign,))
    after = inquiry_update.update_from_turns(linked.inquiry, turns, {}, policy, now)
    journal = inquiry_update.describe_change(linked.inquiry, after, None)
    return AnsweredFlag(InquiryChange(f"marked as answered: {after.number}", after, journal), turns)


class AnsweredFlag(NamedTuple):
    """What the flag \\Answered (RFC 3501 § 2.3.2) makes of an inquiry, and all the turns it has then."""

    change: InquiryChange
    turns: tuple[Turn, ...]
