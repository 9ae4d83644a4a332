"""What answered each question of a conversation, and how long that took. Pure: turns in, responses out.

Counted is a reply that a person of the house wrote after the question, that went to whoever asked and did not come back. A holding
reply ("I will get back to you") and a machine's mail are none; a hint that nothing proves is none either. What a customer adds before
the answer comes is part of the same question: the time runs from its beginning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from watcher.core.hours import Calendar
from watcher.core.inquiry import thread_status
from watcher.core.inquiry.model import ANSWERED_FLAG_KEY, BouncedReply, Inquiry, Response, Strength, Turn, TurnKind


class AnsweredQuestion(NamedTuple):
    """A question and the reply that answered it. `is_first`: it began the conversation."""

    question: Turn
    answer: Turn
    is_first: bool

    @property
    def answered_at(self) -> datetime:
        """When the answer was written (UTC); never before the question, whatever a mail program's clock said."""
        return max(self.answer.at, self.question.at)


def find_answered_questions(
    turns: Iterable[Turn], returned: Mapping[str, BouncedReply], disputed_at: datetime | None = None
) -> list[AnsweredQuestion]:
    """The questions that were answered, in order. `returned`: by message id, mail of the house that came back; `disputed_at`: a person
    said then that what was answered until then was no answer."""
    ordered = thread_status.order_turns(turns)
    questions = thread_status.find_questions(ordered)
    answers = [
        turn
        for turn in ordered
        if turn.kind is TurnKind.ANSWER
        and turn.strength > Strength.WEAK
        and (disputed_at is None or turn.at > disputed_at)
    ]
    found: list[AnsweredQuestion] = []
    for question in questions:
        answer = next(
            (answer for answer in answers if thread_status.answers_question(answer, question, returned)), None
        )
        if answer is not None and all(answer.key != known.answer.key for known in found):
            found.append(AnsweredQuestion(question, answer, question is questions[0]))
    return found


def measure_responses(
    inquiry: Inquiry, turns: Iterable[Turn], returned: Mapping[str, BouncedReply], hours: Calendar
) -> tuple[Response, ...]:
    """What the inquiry keeps of its answers. What was measured before stays so: other opening hours change nothing of the past."""
    known = {(response.asked_at, response.answered_at): response for response in inquiry.responses or ()}
    return tuple(
        known.get((found.question.at, found.answered_at)) or _measure_response(found, hours)
        for found in find_answered_questions(turns, returned, inquiry.disputed_at)
    )


def _measure_response(found: AnsweredQuestion, hours: Calendar) -> Response:
    """Of an answer that only a mark of the server tells of, nobody knows when it was written."""
    asked, answered = found.question.at, found.answered_at
    is_seen = not found.answer.key.startswith(ANSWERED_FLAG_KEY)
    return Response(asked, answered, hours.opening_time_between(asked, answered) if is_seen else None, found.is_first)
