"""When an inquiry was first answered, by whom, and how sure that is. Pure: the turns of its conversation in, one of them out.

Counted is the first reply that a person of the house wrote after the first question, and that went to whoever asked. A holding
reply ("I will get back to you") and a machine's mail are none; a hint that nothing proves is none either.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from watcher.core.inquiry import thread_status
from watcher.core.inquiry.model import Strength, Turn, TurnKind


def find_first_response(turns: Iterable[Turn]) -> Turn | None:
    """The turn that answered first; None: nobody has answered."""
    known = sorted(turns, key=lambda turn: turn.at)
    question = next((turn for turn in known if turn.kind is TurnKind.QUESTION), None)
    if question is None:
        return None
    answers = (turn for turn in known if turn.kind is TurnKind.ANSWER and turn.strength > Strength.WEAK)
    return next((answer for answer in answers if thread_status.covers_question(answer, question)), None)


def responded_at(answer: Turn, asked_at: datetime) -> datetime:
    """When it was written; never before the question, whatever a mail program's clock said."""
    return max(answer.at, asked_at)
