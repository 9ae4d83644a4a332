"""Are people's replies looked for in the right place? A mailbox in which none is ever seen nags for ever about what was answered."""

from __future__ import annotations

from datetime import datetime, timedelta

#: Somebody answers within so long, or their replies are filed where nobody looks.
REPLY_PATIENCE = timedelta(days=7)
NO_REPLY_TEXT = (
    "inquiries were acknowledged more than a week ago, and no reply was ever seen among the sent mail: a mail program may file "
    "replies in another folder; `watcher check --online` lists what looks like sent mail, name it in `sent`"
)


def is_reply_overdue(first_acknowledged_at: datetime | None, has_seen_reply: bool, now: datetime) -> bool:
    """Is something wrong with how replies are looked for? `first_acknowledged_at`: None where nobody was acknowledged yet."""
    if has_seen_reply or first_acknowledged_at is None:
        return False
    return now - first_acknowledged_at >= REPLY_PATIENCE
