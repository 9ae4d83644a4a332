"""Calendar mail (RFC 6047): an invitation that a person wrote words to is mail, one without is a calendar's."""

from __future__ import annotations

import regex

from watcher.core.message.model import Facts
from watcher.core.message.text import LINK
from watcher.core.rules.greetings import begins_with_greeting

#: An answer to an invitation with so few words only says yes or no; an invitation with fewer has the calendar's words alone.
MIN_REPLY_WORDS_LENGTH = 25
MIN_INVITATION_WORDS_LENGTH = 40
#: Below it stand the words of Teams, Zoom, Meet and of the calendar itself.
_PROGRAM_WORDS = regex.compile(
    r"(?im)^(?:_{10,}|-{10,}|[*~#=]{8,}|[.…]{10,}|.{0,40}(?:microsoft teams|teams-besprechung|zoom meeting|google meet|join the meeting|"
    r"you have been invited|du wurdest eingeladen|sie wurden eingeladen|vous avez été invité|invitation from google calendar|"
    r"join with google|is inviting you to|this event has been|view on google calendar)).*"
)
#: What calendars say of an answer: "Accepted: Site visit", "Carol has declined".
_CALENDAR_LINES = regex.compile(
    r"(?im)^\s*(?:(?:when|where|who|wann|wo|wer|quand|où|cuándo|dónde|quando|dove|wanneer|waar|time|location|organi[sz]er|attendees|"
    r"zeit|ort|date|subject|betreff|title|calendar)\s*[:：].*|(?:accepted|declined|tentative|zugesagt|abgelehnt|accepté|refusé|aceptado|"
    r"rechazado|accettato|rifiutato)\b.{0,80}|.{1,60}\bhas (?:accepted|declined|tentatively).{0,80}|"
    r".{1,60}\bhat .{0,40}(?:zugesagt|abgelehnt).{0,40}|"
    r"(?:aceptad[oa]|aceito|aceite|recusad[oa]|geaccepteerd|geweigerd|zaakceptowan[oey]|odrzucon[oey]|přijato|odmítnuto|prijaté|"
    r"odmietnuté|accepterat|accepterad|"
    r"avböjt|accepteret|afvist|godtatt|avslått|hyväksytty|hylätty|elfogadva|elutasítva|acceptat|refuzat|kabul edildi|reddedildi|"
    r"αποδεκτή|αποδοχή|απόρριψη|принято|принята|"
    r"отклонено|прийнято|відхилено|прието|отказано|prihvaćeno|odbijeno|sprejeto|zavrnjeno|承諾|辞退|已接受|已拒绝|수락됨|수락|거절됨|"
    r"거절)\s*(?:[:：].{0,120})?)$"
)
#: A calendar's sentence of who has accepted: in any language it has the name, and few words beside it.
_MAX_WORDS_BESIDE_NAME = 8


def has_persons_words(facts: Facts) -> bool:
    """Did a person write something to it: a question, or enough words with a greeting?"""
    words = facts.own_text
    if found := _PROGRAM_WORDS.search(words):
        words = words[: found.start()]
    words = _CALENDAR_LINES.sub("", words)
    asks = any(mark in words for mark in "?？؟")
    if facts.calendar_method in ("REPLY", "COUNTER"):
        return asks or len(_as_one_line(_without_lines_about_author(words, facts))) >= MIN_REPLY_WORDS_LENGTH
    words = _as_one_line(words)
    if facts.calendar_method in ("REQUEST", "PUBLISH", "ADD"):
        return len(words) >= MIN_INVITATION_WORDS_LENGTH and (
            asks or any(map(begins_with_greeting, facts.own_text.split("\n")))
        )
    return asks and len(words) >= MIN_INVITATION_WORDS_LENGTH


def _as_one_line(words: str) -> str:
    return " ".join(LINK.sub("", words).split())


def _without_lines_about_author(words: str, facts: Facts) -> str:
    """Without the lines that tell of the writer by name, as nobody tells of themselves: "Carol Miller ha aceptado esta invitación"."""
    names = frozenset(regex.findall(r"\p{L}+", facts.author.name.casefold())) if facts.author else frozenset()
    if len(names) < 2:
        return words
    kept = []
    for line in words.split("\n"):
        said = regex.findall(r"\p{L}+", line.casefold())
        is_about = names.issubset(said) and len(said) <= len(names) + _MAX_WORDS_BESIDE_NAME
        if not is_about or regex.search(r"[:：,;]\s", line):
            kept.append(line)
    return "\n".join(kept)
