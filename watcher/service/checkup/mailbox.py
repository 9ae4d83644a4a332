"""A mailbox by what is in it: its folders, whether it is a group's, where its answers are, another Watcher's letters, the server's clock.

Reads some headers, and changes nothing: EXAMINE, SEARCH and BODY.PEEK only.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import timedelta

from watcher.config.models import Config, MailboxTable
from watcher.core.health.findings import Finding, Level, judge_answers, judge_list_ids
from watcher.core.health.sent_folders import find_sent_folders, find_unwatched_lookalikes
from watcher.core.letters.own_letters import OTHER_WATCHER_TEXT, count_foreign_marks
from watcher.core.message import mime
from watcher.core.message.headers import parse_message_ids
from watcher.core.toml import did_you_mean
from watcher.edge.clock import Clock
from watcher.edge.guard import read_signing_key
from watcher.edge.imap.errors import MailboxError
from watcher.edge.imap.session import FetchedHeader, ImapSession

#: Headers of so many messages are read, the latest.
MAX_SAMPLED_QUESTIONS, MAX_SAMPLED_ANSWERS, MAX_SAMPLED_MARKS = 200, 500, 50
#: Folders that are listed in a sentence.
MAX_LISTED_FOLDERS = 20
#: No clock is off by more seconds than can be found out: some ten years.
_MAX_CLOCK_ERROR = 2**28
MICROSOFT_HOSTS = (".office365.com", ".outlook.com")


class MailboxCheck:
    """One look at one account that is logged in. MailboxError: the server gave no answer."""

    def __init__(self, config: Config, box: MailboxTable, session: ImapSession, clock: Clock) -> None:
        self._config, self._box, self._session, self._clock = config, box, session, clock
        #: The server's clock minus ours; None: it cannot be asked.
        self.clock_error: timedelta | None = None

    def run(self) -> Iterator[Finding]:
        """What was found, one by one; `clock_error` is known at the end."""
        box, session = self._box, self._session
        inboxes = yield from self._check_folders(box.inbox, "inbox")
        folders = session.list_folders()
        named = find_sent_folders(folders) if box.sent == "auto" else list(box.sent)
        sent = yield from self._check_folders(named, "sent mail")
        if not named:
            text = f'no folder of sent mail found, so no reply can be seen: write sent = ["…"] with one of {self._folder_names()}'
            yield Finding(Level.BAD, text)
        if unwatched := find_unwatched_lookalikes(folders, (*named, *box.inbox)):
            names = ", ".join(repr(name) for name in unwatched[:MAX_LISTED_FOLDERS])
            text = f"looks like sent mail and is not watched: {names}; replies filed there are not seen"
            yield Finding(Level.NOTE, text)
        questions = self._fetch_latest_headers(inboxes[:1], ("List-Id", "Message-ID"), MAX_SAMPLED_QUESTIONS)
        yield from self._judge_questions(questions, sent)
        for folder in sent:
            yield from self._find_other_watcher(folder)
        for folder in (*inboxes[:1], *sent[:1]):
            self.clock_error = self.clock_error if self.clock_error is not None else self._ask_clock(folder)

    def _check_folders(self, folders: Sequence[str], what: str) -> Generator[Finding, None, list[str]]:
        """Those that can be opened are returned."""
        usable = []
        for folder in folders:
            try:
                exists = self._session.examine_folder(folder).exists
            except MailboxError as error:
                if error.kind != "folder" and not error.is_refusal:
                    raise
                yield Finding(Level.BAD, f"{what}: {self._explain_closed_folder(folder, error)}")
                continue
            yield Finding(Level.OK, f"{what} {folder!r}, {exists} messages")
            usable.append(folder)
        return usable

    def _explain_closed_folder(self, folder: str, error: MailboxError) -> str:
        """Why this one alone cannot be opened, and what to do."""
        names = self._list_folder_names()
        said = str(error).rstrip(".")
        if folder not in names:
            return f"{said}{did_you_mean(folder, names)}; there are {self._folder_names()}"
        if error.kind != "folder":
            return f"folder {folder!r} is there and the server cannot open it: {said}; whoever runs the server finds more in its log"
        return f"{said}; it is there, and this account may not read it: give it the right to, or leave the folder out"

    def _list_folder_names(self) -> list[str]:
        return [folder.name for folder in self._session.list_folders() if folder.can_be_opened]

    def _folder_names(self) -> str:
        names = self._list_folder_names()
        more = f" and {len(names) - MAX_LISTED_FOLDERS} more" if len(names) > MAX_LISTED_FOLDERS else ""
        return ", ".join(repr(name) for name in names[:MAX_LISTED_FOLDERS]) + more

    # --- what the mail says

    def _fetch_latest_headers(self, folders: Sequence[str], names: tuple[str, ...], most: int) -> list[FetchedHeader]:
        """The latest messages of these folders."""
        found: list[FetchedHeader] = []
        for folder in folders:
            counts = self._session.examine_folder(folder)
            uids = sorted(self._session.search_all_uids(counts.uidnext, counts.exists))[-most:]
            found += self._session.fetch_header_fields(uids, names) if uids else []
        return found

    def _judge_questions(self, questions: Sequence[FetchedHeader], sent: Sequence[str]) -> Iterator[Finding]:
        own = {self._box.address.key, *(alias.casefold() for alias in self._box.aliases)}
        if group := judge_list_ids([_header_field(header, "list-id") for header in questions], own):
            yield group
        answered = {
            identity
            for header in questions
            if "\\answered" in header.flags
            for identity in parse_message_ids(_header_field(header, "message-id"))
        }
        if not answered:
            return
        named: set[str] = set()
        for header in self._fetch_latest_headers(sent, ("In-Reply-To", "References"), MAX_SAMPLED_ANSWERS):
            named |= {
                *parse_message_ids(f"{_header_field(header, 'in-reply-to')} {_header_field(header, 'references')}")
            }
        is_microsoft = self._box.imap.host.casefold().endswith(MICROSOFT_HOSTS)
        if elsewhere := judge_answers(len(answered), len(answered & named), is_microsoft):
            yield elsewhere

    def _find_other_watcher(self, folder: str) -> Iterator[Finding]:
        self._session.examine_folder(folder)
        uids = self._session.search_header("X-Watcher-Ref")[-MAX_SAMPLED_MARKS:]
        headers = self._session.fetch_header_fields(uids, ("X-Watcher-Ref",)) if uids else []
        marks = [_header_field(header, "x-watcher-ref") for header in headers]
        key = read_signing_key(self._config.state_dir / "guard.json") or b""
        if count := count_foreign_marks(marks, key):
            text = OTHER_WATCHER_TEXT.format(count=count, folder=folder, state=f"the state in {self._config.state_dir}")
            yield Finding(Level.NOTE, text)

    # --- the server's clock

    def _ask_clock(self, folder: str) -> timedelta | None:
        """By how old the server finds its latest message, in seconds (RFC 5032). None: it has none, or cannot be asked."""
        if not self._session.supports_within():
            return None
        headers = self._fetch_latest_headers([folder], ("Message-ID",), 1)
        if not headers:
            return None
        uid, received_at = headers[0].uid, headers[0].received_at

        def is_ahead_less_than(seconds: int) -> bool:
            age = round((self._clock.now() - received_at).total_seconds())
            # By its own clock the server cannot have got it in the future.
            return age + seconds > 0 and self._session.is_younger(uid, age + seconds)

        found = _bisect_clock_error(is_ahead_less_than)
        return timedelta(seconds=found) if found is not None else None


def _bisect_clock_error(is_ahead_less_than: Callable[[int], bool]) -> int | None:
    """Seconds by which their clock is ahead of ours, to the second or two; None: no clock could be off so far."""
    low, high = -30, 30
    while not is_ahead_less_than(high):
        low, high = high, 4 * high
        if high > _MAX_CLOCK_ERROR:
            return None
    while low < 0 and is_ahead_less_than(low):
        low, high = 4 * low, low
        if low < -_MAX_CLOCK_ERROR:
            return None
    while high - low > 2 and (low, high) != (-30, 30):
        middle = (low + high) // 2
        low, high = (low, middle) if is_ahead_less_than(middle) else (middle, high)
    return (low + high) // 2


def _header_field(header: FetchedHeader, name: str) -> str:
    """The first of this name, lower case; "" where there is none."""
    return " ".join(next(iter(mime.parse_header_block(header.octets).fields.get(name, ())), "").split())
