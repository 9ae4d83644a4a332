"""What the last run and the world outside the database mean for this start. Pure: instants and counts → what is known, or not.

An acknowledgement may never leave twice. The database remembers what left; a database that is older than the world does not, and
cannot know it. Two witnesses stand outside it: the guard file, which counts every letter before its final dot, and the copies of
our letters among the sent mail. Where neither can speak, mail from before is not acknowledged.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from watcher.core.health import folders
from watcher.core.health.model import TOKEN_INCIDENTS, Incident, IncidentKind

#: A process that did not stop in order and was silent for longer may have been rolled back as a whole, guard file and all: a
#: virtual machine put back to a snapshot looks like this, and so does a long power cut.
UNCLEAN_STOP_THRESHOLD = timedelta(seconds=60)
#: So much mail is read again after the database was lost. What is older counts as settled.
REBUILD_WINDOW = timedelta(days=30)
#: For so long after the loss: a folder first seen later is a new one, and its mail is old.
REBUILD_PERIOD = timedelta(days=7)
#: For so long the people responsible are told that the database is older than the world.
INCIDENT_LIFETIME = timedelta(days=3)


def is_unclean_stop(alive_at: datetime | None, stopped_in_order: bool, now: datetime) -> bool:
    """Did the run before end without a word, and more than 60 seconds ago, which a crash and its restart take? Or at a time to come: the
    clock was wrong, and nobody knows how long ago that was."""
    return alive_at is not None and not stopped_in_order and abs(now - alive_at) > UNCLEAN_STOP_THRESHOLD


def is_one_attempt_ahead(known: int, counted: int) -> bool:
    """Does the guard file count exactly one attempt more than the database? It is written first: a crash may have fallen between."""
    return counted == known + 1


def history_unknown_before(
    lost_until: datetime | None, unclean_until: datetime | None, has_sent_copies: bool
) -> datetime | None:
    """Until when nobody knows what was sent; None: all is known.

    `lost_until`: the database was lost or restored then. `unclean_until`: the start after an unclean stop. `has_sent_copies`: the sent
    mail has copies of our letters, and was read since: they tell what left before it, but not what a lost database knew of the
    conversations.
    """
    if unclean_until is None or has_sent_copies:
        return lost_until
    return max(unclean_until, lost_until or unclean_until)


def reread_mail_since(rebuild_from: datetime | None, lost_at: datetime | None, now: datetime) -> datetime | None:
    """From when on (UTC) mail is read again at a first look, for seven days after the database was lost; None: a first look
    is one."""
    if rebuild_from is None or lost_at is None or now - lost_at >= REBUILD_PERIOD:
        return None
    return rebuild_from


#: What is wrong with one mailbox or one of the people; whoever judges it does so soon after every start.
_OF_MAILBOXES = (
    IncidentKind.MAILBOX_UNSEEN,
    IncidentKind.NO_SENT_FOLDER,
    IncidentKind.NO_REPLY_SEEN,
    IncidentKind.OTHER_WATCHER,
)
_OF_PEOPLE = (IncidentKind.READER_REFUSED, IncidentKind.READER_RETURNED)


def is_of_run_before(incident: Incident, mailboxes: Collection[str], people: Collection[str]) -> bool:
    """Does a start or a reload begin without it? What is wrong with a server, a configuration or a loop is found anew by whoever
    meets it; nobody would find it mended where nothing is to be sent, or no file changes."""
    if incident.kind in _OF_MAILBOXES:
        return incident.subject not in mailboxes
    if incident.kind is IncidentKind.FOLDER_UNSEEN:
        return not any(folders.is_about_folder_of(incident, name) for name in mailboxes)
    if incident.kind in _OF_PEOPLE:
        return incident.subject not in people
    return incident.kind not in (IncidentKind.DATABASE_OLDER, *TOKEN_INCIDENTS)


def is_incident_over(
    incident: Incident, stuck: Collection[str], now: datetime, loops: Collection[str] | None = None
) -> bool:
    """A loop that was stuck gets on again, as far as this process can tell: of its own `loops`, or of all, where there is no other
    process. That the database is older than the world, or that another Watcher was here, is no news after three days. What else is
    wrong is over when whoever found it finds it mended."""
    if incident.kind is IncidentKind.LOOP_STUCK:
        return incident.subject not in stuck and (loops is None or incident.subject in loops)
    is_news = incident.kind in (IncidentKind.DATABASE_OLDER, IncidentKind.OTHER_WATCHER)
    return is_news and now - incident.since > INCIDENT_LIFETIME
