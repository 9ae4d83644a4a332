"""The digest: all that waits for one person, the worst first, as text and as a page. Pure: the same arguments, the same octets.

What a stranger wrote is only ever text here: cleaned, shortened, isolated, nothing in it to click.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle
from typing import Any
from zoneinfo import ZoneInfo

from watcher.core.commands import authorise
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.health.titles import group_incidents, incident_title
from watcher.core.hours import Calendar
from watcher.core.inquiry.inquiry_update import last_promise_at
from watcher.core.inquiry.model import (
    ANSWERED_MARK,
    AUTHENTICATED,
    CAME_BACK,
    DID_NOT_ARRIVE,
    FROM_OUTSIDE,
    NOT_AUTHENTICATED,
    ONE_OF_SEVERAL,
    ONLY_A_PROMISE,
    ONLY_THANKS,
    QUOTED_REPLY,
    Inquiry,
    ProblemKind,
)
from watcher.core.letters import digest_room, glance, links
from watcher.core.letters.digest_room import DigestLayout, WaitingInquiry, is_promise_broken
from watcher.core.letters.mime import (
    AUTO_RESPONSE_SUPPRESSION,
    ComposeError,
    LetterDraft,
    LetterHead,
    ascii_address,
    compose_letter,
    inline_styles,
)
from watcher.core.letters.signature import derive_message_id
from watcher.core.letters.template_variables import DIGEST
from watcher.core.letters.templates import TemplateSet
from watcher.core.letters.text_width import cut_to_width
from watcher.core.letters.wording import Words
from watcher.core.message.foreign_text import (
    clean_foreign_text,
    defang_links,
    isolate_right_to_left,
    safe_foreign_text,
)
from watcher.core.message.model import Address
from watcher.core.outbox.model import ComposedLetter, LetterState
from watcher.core.rules.codes import SuppressionCode

MAX_SUBJECT = 120
MAX_NAME = 60
MAX_EXCERPT = 220
MAX_TROUBLE = 300
MAX_LIST_ENTRIES = 20
#: Of an entry on one line, which has 80 columns with its number and how long it waits.
SHORT_NAME_WIDTH, SHORT_SUBJECT_WIDTH = 22, 30


@dataclass(frozen=True, slots=True)
class Coverage:
    """What Watcher saw in the last 24 hours, so that its silence can be trusted."""

    messages: int
    inquiries: int
    unreadable: int
    last_scan_at: datetime | None
    incidents: Sequence[Incident]  # what keeps Watcher from seeing or sending


@dataclass(frozen=True, slots=True)
class DigestContent:
    """What a digest is about, and for whom. `next_digest`: None where there is none within the next 400 days."""

    person: str  # the name in the configuration
    waiting: Sequence[WaitingInquiry]
    coverage: Coverage
    calendar: Calendar  # the reader's
    next_digest: datetime | None
    urgent: bool = False  # it comes at once, for one inquiry
    deputy: str = ""  # whom an inquiry can be handed to by a link
    glances: Sequence[glance.Glance] = ()  # what was set aside and not shown yet


@dataclass(frozen=True, slots=True)
class ComposedDigest:
    """A digest, and what it shows: the inquiries of its lines in order, and what it sets out for a glance (`R12`: 12)."""

    letter: ComposedLetter
    inquiries: Sequence[int]
    reviews: Sequence[int]


def build_digest(templates: TemplateSet, head: LetterHead, content: DigestContent) -> ComposedDigest:
    """The mail with all that waits for one person, the worst first.

    A digest with nothing in it says so. ComposeError: the person cannot be written to, or a template fails.
    """
    words = templates.words_for_language(head.language)
    page_template = templates.find_for_language(DIGEST, head.language, "html")
    base, entries = _digest_variables(head, content, words), _EntryVariables(head, content, words)

    def render_page(layout: DigestLayout) -> str:
        return inline_styles(templates.render(page_template, base | entries.of_layout(layout)))

    layout, page = digest_room.lay_out(content.waiting, head.now, render_page)
    values = base | entries.of_layout(layout)
    subject, text = templates.render_subject_and_text(templates.find_for_language(DIGEST, head.language), values)
    urgent = layout.listed[:1] if content.urgent else []
    draft = LetterDraft(
        sender=Address(head.sender.email, f"Watcher for {head.house_name}"),
        recipient=head.recipient,
        subject=": ".join((subject, *(_display_subject(waiting.inquiry, words) for waiting in urgent))),
        text=text,
        html=page,
        # On a schedule, and no answer to anything: RFC 3834 § 5.2.
        extra_headers=(("Auto-Submitted", "auto-generated"), *AUTO_RESPONSE_SUPPRESSION),
    )
    now = head.now.astimezone(content.calendar.zone)
    composed = compose_letter(draft, key=head.signing_key, letter_key=head.letter_key, now=now)
    shown = [entry.number for line in glance.lines_with_room(content.glances) for entry in line.glances]
    return ComposedDigest(composed, [waiting.inquiry.number for waiting in layout.listed], shown)


def _digest_variables(head: LetterHead, content: DigestContent, words: Words) -> dict[str, Any]:
    """The values of the template that no layout changes, under the names of TEMPLATE_VARIABLES[DIGEST]."""
    broken = sum(is_promise_broken(waiting.inquiry, head.now) for waiting in content.waiting)
    ref = _digest_reference(head)
    return {
        "say": words.say,
        "quote": words.quote_texts,
        "language": words.language,
        "person": isolate_right_to_left(clean_foreign_text(_capitalise_first(content.person), MAX_NAME)),
        "house": head.house_name,
        "headline": words.say("urgent") if content.urgent else _waiting_headline(len(content.waiting), broken, words),
        "broken": broken,
        "troubles": _incident_sentences(content.coverage.incidents, words),
        "coverage": _coverage_sentences(content, head.now, words),
        "ref": ref,
        **glance.glance_variables(content.glances, links.DigestLinks(head.sender.email, ref, words)),
    }


def _digest_reference(head: LetterHead) -> str:
    digest_id = derive_message_id(head.signing_key, head.letter_key, "")
    return authorise.create_token(head.signing_key, digest_id, head.recipient.email, head.now)


class _EntryVariables:
    """What the template is told of the entries. The values of each are made once: a long digest is rendered until it fits."""

    def __init__(self, head: LetterHead, content: DigestContent, words: Words) -> None:
        self._content, self._words, self._now = content, words, head.now
        self._links = links.DigestLinks(head.sender.email, _digest_reference(head), words)
        self._full: dict[int, dict[str, Any]] = {}
        self._short: dict[int, dict[str, Any]] = {}

    def of_layout(self, layout: DigestLayout) -> dict[str, Any]:
        """The values that a layout changes, under the names of TEMPLATE_VARIABLES[DIGEST]."""
        return {
            "items": [self._full_entry(place, waiting) for place, waiting in enumerate(layout.full, 1)],
            "short_items": [self._short_entry(waiting) for waiting in layout.short],
            "more": len(self._content.waiting) - len(layout.listed),
            "examples": _example_commands(layout, self._content.deputy, self._words),
            "unacknowledged": _unacknowledged_sentences(layout.listed, self._words),
        }

    def _full_entry(self, place: int, waiting: WaitingInquiry) -> dict[str, Any]:
        number = waiting.inquiry.number
        if number not in self._full:
            self._full[number] = _item_variables(waiting, self._content, self._now, self._words)
        deputy, is_free = self._content.deputy, waiting.is_free
        return self._full[number] | {"actions": links.item_action_links(self._links, place, number, deputy, is_free)}

    def _short_entry(self, waiting: WaitingInquiry) -> dict[str, Any]:
        number = waiting.inquiry.number
        if number not in self._short:
            self._short[number] = _short_item_variables(waiting, self._content, self._now, self._words)
        return self._short[number]


def _example_commands(layout: DigestLayout, deputy: str, words: Words) -> list[str]:
    """Lines that this digest can be answered with, in the reader's language; [] where it lists nothing."""
    numbers = [waiting.inquiry.number for waiting in layout.listed]
    taken = ["mine"] if any(waiting.is_free for waiting in layout.listed[:1]) else []
    verbs = [*taken, "done", "snooze", "dismiss", *(["assign"] if deputy else [])]
    if not numbers:
        return []
    return [words.say(f"command_{verb}", number=number, name=deputy) for number, verb in zip(cycle(numbers), verbs)]


def _capitalise_first(name: str) -> str:
    return name[:1].upper() + name[1:]


def _item_variables(waiting: WaitingInquiry, content: DigestContent, now: datetime, words: Words) -> dict[str, Any]:
    """One entry of the digest under the names of DIGEST_ITEM_VARIABLES, everything of a stranger's cleaned and isolated."""
    inquiry, calendar = waiting.inquiry, content.calendar
    zone = calendar.zone
    broken = is_promise_broken(inquiry, now)
    return {
        "number": inquiry.number,
        "name": safe_foreign_text(inquiry.customer_name, MAX_NAME),
        "address": _display_address(inquiry.customer),
        "subject": _display_subject(inquiry, words),
        "mailbox": inquiry.mailbox,
        "excerpt": safe_foreign_text(inquiry.excerpt, MAX_EXCERPT),
        "waiting": words.format_duration(waiting.waiting_time, calendar.day_length),
        "since": words.format_short_instant(inquiry.waiting_since or inquiry.opened_at, now, zone),
        "promise": words.format_short_instant(inquiry.promise_at, now, zone) if inquiry.promise_at else "",
        "broken": broken,
        "is_new": waiting.nag <= 1 and not broken,
        "nags": waiting.nag,
        "acknowledged": _describe_acknowledgement(waiting, now, calendar, words),
        "unsure": _unacknowledged_reason(waiting, words) != "",
        "looks_answered": _unproved_reply_hint(inquiry, words),
        "promised": _describe_promise(inquiry, now, zone, words),
        "problem": _describe_problem(inquiry, words),
        "owner": inquiry.owner if inquiry.owner != content.person else "",
        "escalated": inquiry.escalated > 0,
        "tags": tuple(clean_foreign_text(tag, MAX_NAME) for tag in inquiry.tags[:MAX_LIST_ENTRIES]),
    }


def _short_item_variables(
    waiting: WaitingInquiry, content: DigestContent, now: datetime, words: Words
) -> dict[str, Any]:
    """One entry under the names of SHORT_ITEM_VARIABLES, cut to a line of 80 columns."""
    inquiry = waiting.inquiry
    who = inquiry.customer_name or _display_address(inquiry.customer) or words.say("unknown_sender")
    return {
        "number": inquiry.number,
        "who": _short_foreign_text(who, SHORT_NAME_WIDTH) or words.say("unknown_sender"),
        "subject": _short_foreign_text(inquiry.subject, SHORT_SUBJECT_WIDTH) or words.say("no_subject"),
        "waiting": words.format_duration(waiting.waiting_time, content.calendar.day_length),
        "broken": is_promise_broken(inquiry, now),
    }


def _display_subject(inquiry: Inquiry, words: Words) -> str:
    return safe_foreign_text(inquiry.subject, MAX_SUBJECT) or words.say("no_subject")


def _short_foreign_text(text: str, columns: int) -> str:
    """A stranger's text as `safe_foreign_text` makes it, in at most so many columns."""
    shown = defang_links(clean_foreign_text(text, columns + 1))
    return isolate_right_to_left(clean_foreign_text(cut_to_width(shown, columns), columns))


def _unproved_reply_hint(inquiry: Inquiry, words: Words) -> str:
    """By whom it looks answered, and why that is no proof."""
    if inquiry.possible_answer is None:
        return ""
    who = _display_address(inquiry.possible_answer.by) or words.say("somebody")
    if inquiry.possible_answer.how.startswith(ONLY_A_PROMISE):
        return words.say("only_promise", who=who)
    if inquiry.possible_answer.how.startswith(ONLY_THANKS):
        return words.say("only_thanks", who=who)
    signs = inquiry.possible_answer.how.partition(": ")[0].split(", ")
    how = [words.say(_PROOF_PHRASES[sign]) if sign in _PROOF_PHRASES else sign for sign in signs]
    return words.say("unproved", who=who, how=safe_foreign_text(", ".join(how), MAX_SUBJECT))


#: How a reply is known → the phrase that says so. What is missing here is the name of a folder.
_PROOF_PHRASES = {
    FROM_OUTSIDE: "proof_outside",
    AUTHENTICATED: "proof_authenticated",
    NOT_AUTHENTICATED: "proof_not_authenticated",
    ONE_OF_SEVERAL: "proof_several",
    ANSWERED_MARK: "proof_marked",
    QUOTED_REPLY: "proof_quoted",
}


def _describe_problem(inquiry: Inquiry, words: Words) -> str:
    """What is wrong, in the reader's language, and what the mail server said about it; "" where nothing is."""
    if inquiry.problem_kind not in _PROBLEM_PHRASES:
        return safe_foreign_text(inquiry.problem, MAX_TROUBLE)
    phrase, before_server_words = _PROBLEM_PHRASES[inquiry.problem_kind]
    said = inquiry.problem.partition(before_server_words)[2] if before_server_words else ""
    sentence = words.say(phrase)
    return f"{sentence} {words.say('server_said', why=safe_foreign_text(said, MAX_TROUBLE))}" if said else sentence


#: Kind of a problem → the phrase that tells it, and what stands before the words of a server where it has some.
_PROBLEM_PHRASES = {
    ProblemKind.UNREADABLE: ("problem_unreadable", ""),
    ProblemKind.UNREACHABLE: ("problem_unreachable", CAME_BACK),
    ProblemKind.REPLY_BOUNCED: ("problem_reply_bounced", DID_NOT_ARRIVE),
    ProblemKind.UNACKNOWLEDGED: ("problem_unacknowledged", ""),
}


def _describe_promise(inquiry: Inquiry, now: datetime, zone: ZoneInfo, words: Words) -> str:
    """Why it is still listed after somebody of the house wrote; "" where nobody did, or where it is asked whether that was an answer."""
    at = last_promise_at(inquiry)
    if at is None or inquiry.possible_answer is not None:
        return ""
    return words.say("only_promised", time=words.format_short_instant(at, now, zone))


def _display_address(email: str) -> str:
    """As it goes over the wire: a domain that only looks like another one is seen to be another."""
    try:
        return ascii_address(email) if email else ""
    except ComposeError:
        return safe_foreign_text(email, MAX_SUBJECT)


def _describe_acknowledgement(waiting: WaitingInquiry, now: datetime, calendar: Calendar, words: Words) -> str:
    renewed = waiting.inquiry.renewed_promise_at
    if waiting.is_renewed and renewed is not None:
        return words.say("acked_again", time=words.format_deadline(renewed, now, calendar.zone))
    return words.say(_ACKNOWLEDGEMENT_PHRASES.get(waiting.acknowledgement_state, "acked_not"))


_ACKNOWLEDGEMENT_PHRASES: dict[LetterState | None, str] = {
    LetterState.SENT: "acked",
    LetterState.PENDING: "acked_pending",
    LetterState.SENDING: "acked_pending",
    LetterState.UNCERTAIN: "acked_perhaps",
}


def _unacknowledged_reason(waiting: WaitingInquiry, words: Words) -> str:
    """Why the customer may know nothing of us, as a sentence that follows a colon; empty where they got a letter."""
    if waiting.acknowledgement_state in (LetterState.SENT, LetterState.PENDING, LetterState.SENDING):
        return ""
    if waiting.acknowledgement_state is LetterState.UNCERTAIN:
        return words.say("why_uncertain")
    if waiting.acknowledgement_state is LetterState.FAILED:
        return words.say("why_refused")
    if waiting.acknowledgement_state is None and waiting.inquiry.ack_reason == SuppressionCode.IMPORTED:
        return ""  # they sent nothing of which they could not know that it arrived
    code = (waiting.acknowledgement_reason if waiting.acknowledgement_state else "") or waiting.inquiry.ack_reason or ""
    return words.suppression_reason(clean_foreign_text(code, MAX_SUBJECT)) if code else words.say("why_none")


def _unacknowledged_sentences(listed: Sequence[WaitingInquiry], words: Words) -> list[str]:
    """One sentence a reason, with the numbers it is about: `41, 45: the message was too old when it was seen`. A server's answer
    stands behind it where it is the same for all of them."""
    groups: dict[str, list[WaitingInquiry]] = {}
    for waiting in listed:
        if why := _unacknowledged_reason(waiting, words):
            groups.setdefault(why, []).append(waiting)
    return [_unacknowledged_sentence(why, group) for why, group in groups.items()]


def _unacknowledged_sentence(why: str, group: Sequence[WaitingInquiry]) -> str:
    answers = {
        waiting.acknowledgement_error for waiting in group if waiting.acknowledgement_state is LetterState.FAILED
    }
    answer = safe_foreign_text(answers.pop(), MAX_SUBJECT) if len(answers) == 1 else ""
    numbers = ", ".join(map(str, sorted(waiting.inquiry.number for waiting in group)))
    return f"{numbers}: {why}" + (answer and f" ({answer})")


def _waiting_headline(count: int, broken: int, words: Words) -> str:
    if not count:
        return words.say("nothing_waits")
    text = words.say_count("wait", count)
    return f"{text}, {words.say('past_promise', n=broken)}" if broken else text


def _incident_sentences(incidents: Sequence[Incident], words: Words) -> list[str]:
    return [_incident_sentence(incident, words) for incident in group_incidents(incidents)[:MAX_LIST_ENTRIES]]


def _incident_sentence(incident: Incident, words: Words) -> str:
    text = safe_foreign_text(incident.text, MAX_TROUBLE)
    if incident.kind is IncidentKind.MAILBOX_UNSEEN:
        return words.say("cannot_see", name=incident.subject, why=text)
    title = incident_title(incident, words.troubles)
    return f"{title[:1].upper()}{title[1:]}: {text}"


def _coverage_sentences(content: DigestContent, now: datetime, words: Words) -> list[str]:
    coverage, zone = content.coverage, content.calendar.zone
    counts = [
        words.say_count("read", coverage.messages),
        words.say_count("inquiries", coverage.inquiries),
        words.say_count("unreadable", coverage.unreadable),
    ]
    sentences = [words.say("last_day", counts=", ".join(counts))]
    if coverage.last_scan_at:
        sentences.append(words.say("last_look", time=words.format_short_instant(coverage.last_scan_at, now, zone)))
    else:
        sentences.append(words.say("no_look"))
    if content.next_digest:
        sentences.append(words.say("next_mail", time=words.format_instant(content.next_digest, now, zone)))
    if content.waiting and content.calendar.day_length < timedelta(hours=24):
        sentences.append(words.say("opening_hours_count"))  # `waits 2 h, since yesterday` looks wrong without it
    return sentences
