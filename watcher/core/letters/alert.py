"""The alert: Watcher needs help, because it is blind or stuck; or does no more. Pure: the same arguments, the same octets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from watcher.core.health import titles
from watcher.core.health.model import Incident
from watcher.core.letters.mime import (
    AUTO_RESPONSE_SUPPRESSION,
    LetterDraft,
    LetterHead,
    compose_letter,
    inline_styles,
)
from watcher.core.letters.template_variables import ALERT
from watcher.core.letters.templates import TemplateSet
from watcher.core.letters.wording import Words
from watcher.core.message.foreign_text import clean_foreign_text
from watcher.core.message.model import Address
from watcher.core.outbox.model import ComposedLetter

MAX_SUBJECT = 120
MAX_DETAIL_LENGTH = 300
MAX_DETAILS = 20


@dataclass(frozen=True, slots=True)
class Alert:
    """Watcher is blind or stuck: what is wrong, since when (UTC), what is known of it, what to do. Texts may hold what a
    server said."""

    title: str
    details: tuple[str, ...] = ()
    advice: str = ""
    since: datetime | None = None
    is_over: bool = False
    is_test: bool = False
    may_miss: bool = False  # as long as it lasts, an inquiry may come of which nobody is reminded


def describe_test(words: Words) -> Alert:
    """What `watcher check --send-test` sends."""
    return Alert(words.say("alert_test"), (words.say("alert_test_text"),), is_test=True)


def describe_incidents(incidents: Sequence[Incident], words: Words, *, is_over: bool) -> Alert:
    """One alert about all of them: titles and advice in the reader's language, what a server or the system said as it is.

    `incidents`: at least one, else ValueError; the alert's `since` is the earliest of theirs, UTC.
    """
    groups = titles.group_incidents(incidents)
    many = len(incidents) > 1
    return Alert(
        title=titles.write_headline(incidents, words.troubles, words.phrases["troubles_more"]),
        details=tuple(
            f"{titles.incident_title(one, words.troubles)}: {one.text}" if many else one.text for one in groups
        ),
        advice="" if is_over else titles.write_advice(incidents, words.advice),
        since=min(one.since for one in incidents),
        is_over=is_over,
        may_miss=titles.may_miss_inquiries(incidents) and not is_over,
    )


def write_plain_text(trouble: Alert, words: Words, now: datetime, zone: ZoneInfo) -> tuple[str, str]:
    """Title and text for a push message; instants in UTC, written on the clock of `zone`."""
    lines = [*trouble.details[:MAX_DETAILS]]
    if trouble.since is not None:
        lines.append(_describe_time(trouble, words, now, zone))
    if trouble.advice:
        lines.append(f"{words.say('what_to_do')}: {trouble.advice}")
    text = "\n".join(clean_foreign_text(line, MAX_DETAIL_LENGTH) for line in lines)
    return f"Watcher: {_alert_title(trouble, words)}", text


def _describe_time(trouble: Alert, words: Words, now: datetime, zone: ZoneInfo) -> str:
    """`since 13:02`; of what is over, `from 13:02 to 13:40`. "" where nobody knows."""
    if trouble.since is None:
        return ""
    since = words.format_short_instant(trouble.since, now, zone)
    if trouble.is_over:
        return words.say("troubles_lasted", first=since, last=words.format_short_instant(now, now, zone))
    return words.say("since_when", time=since)


def _alert_title(trouble: Alert, words: Words) -> str:
    title = clean_foreign_text(trouble.title, MAX_SUBJECT)
    title = words.say("recovered", what=title) if trouble.is_over else title
    return title[:1].upper() + title[1:]


def build_alert(templates: TemplateSet, head: LetterHead, trouble: Alert, zone: ZoneInfo) -> ComposedLetter:
    """The mail that says that Watcher needs help. ComposeError: it cannot be written."""
    words = templates.words_for_language(head.language)
    values = {
        "say": words.say,
        "language": words.language,
        "title": _alert_title(trouble, words),
        "details": [clean_foreign_text(detail, MAX_DETAIL_LENGTH) for detail in trouble.details[:MAX_DETAILS]],
        "advice": clean_foreign_text(trouble.advice, MAX_DETAIL_LENGTH),
        "since": words.format_short_instant(trouble.since, head.now, zone) if trouble.since else "",
        "when": _describe_time(trouble, words, head.now, zone),
        "at": words.format_short_instant(head.now, head.now, zone),
        "is_over": trouble.is_over or trouble.is_test,
        "may_miss": trouble.may_miss,
    }
    subject, text = templates.render_subject_and_text(templates.find_for_language(ALERT, head.language), values)
    draft = LetterDraft(
        sender=Address(head.sender.email, "Watcher"),
        recipient=head.recipient,
        subject=subject,
        text=text,
        html=inline_styles(templates.render(templates.find_for_language(ALERT, head.language, "html"), values)),
        extra_headers=(("Auto-Submitted", "auto-generated"), *AUTO_RESPONSE_SUPPRESSION),
    )
    now = head.now.astimezone(zone)
    return compose_letter(draft, key=head.signing_key, letter_key=head.letter_key, now=now)
