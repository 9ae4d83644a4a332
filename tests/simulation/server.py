"""The other side: an IMAP and an SMTP server in one, that do what the world says, and the truth about what they accepted."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from tests.simulation.people import SENT_FOLDERS
from watcher.core.health.model import FolderCounts, ListedFolder, WaitEnd
from watcher.core.message.model import FetchedMessage, FolderRole, Locator
from watcher.core.outbox.model import Accepted, Letter, LetterKind, Refused, SmtpPhase, Unknown, Unreachable
from watcher.edge.imap.mailbox import FetchResult, FolderScan, MailboxError
from watcher.edge.imap.session import FetchedHeader

if TYPE_CHECKING:
    from tests.simulation.habits import Bell
    from tests.simulation.world import World

#: What the configuration names; folders of sent mail are found.
INBOXES = ("INBOX", "Leads")


class Crash(BaseException):
    """The process dies here. No `except Exception` may stop it."""


@dataclass(slots=True)
class Stored:
    raw: bytes
    at: datetime  # INTERNALDATE
    held_until: datetime | None = None  # listed until then, and not handed out
    thread_id: str = ""  # the server's


@dataclass(frozen=True, slots=True)
class Taken:
    """A letter the server has accepted: it will be delivered, whatever we believe."""

    at: datetime
    letter: Letter
    epoch: int  # how often the database had been restored by then


_REPLIES = {
    "421": Refused(421, "closing", permanent=False, account=True),
    "451": Refused(451, "try later", permanent=False),
    "550": Refused(550, "5.1.1 no such person", permanent=True, phase=SmtpPhase.RECIPIENT),
    "535": Refused(535, "5.7.8 wrong password", permanent=True, phase=SmtpPhase.LOGIN),
    "quota": Refused(550, "the domain has exceeded the max emails per hour", permanent=True, phase=SmtpPhase.RECIPIENT),
    "452": Refused(452, "later", permanent=False),
    "554": Refused(554, "5.2.1 not wanted", permanent=True),
    "spam": Refused(554, "5.7.1 looks like spam", permanent=True),
    "no route": Unreachable("no route"),
    "closed": Unreachable("closed before the dot"),
    "lost": Unknown("the line broke"),
    "taken": Unknown("the line broke"),
}


class Server:
    """One account. UIDs only rise, but a message may show up later than the one after it."""

    def __init__(self, world: World, account: str, files_copies: bool) -> None:
        self.world = world
        self.account = account
        self.files_copies = files_copies
        self.boxes: dict[str, dict[int, Stored]] = {"INBOX": {}}  # the others appear with their first mail
        self.next_uid = 1
        self.uidvalidity = 1
        self.accepted: list[Taken] = []
        self.refused_until: datetime | None = None  # the account's login
        self.changed_at = world.clock.time  # when it began to refuse, or to work again
        self.was_seen = False  # the last look at all of it ended well
        self.has_sent_folder = False  # when it was looked at
        self.takes_letters = True  # as far as the daemon can know since its start: nothing else was answered
        self.first_acknowledged_at: datetime | None = None
        self.unwanted: set[str] = set()  # letters refused for their recipient
        self.open_box = self.bell_folder = "INBOX"
        self.bell: Bell | None = None  # while the loop of its mailbox runs by itself
        self._locked: dict[
            str, tuple[datetime, str]
        ] = {}  # folder → until when it cannot be opened, and as what that is known
        self.refused: set[str] = set()  # those that the daemon has tried in vain, and not opened since
        self.filed: set[str] = set()  # letters whose own copy stands in Sent
        self.readers: dict[
            str, bool
        ] = {}  # one of the people → their newest digest was accepted, or refused as theirs; else unknown

    def put(
        self, box: str, raw: bytes, at: datetime | None = None, held_until: datetime | None = None, uid: int = 0,
        thread_id: str = "",
    ) -> int:  # fmt: skip
        if not uid:
            uid, self.next_uid = self.next_uid, self.next_uid + 1
        self.boxes.setdefault(box, {})[uid] = Stored(raw, at or self.world.clock.time, held_until, thread_id)
        return uid

    def reserve(self) -> int:
        """A UID whose message shows up later (RFC 9051 § 2.3.1.1 allows it, and servers do it)."""
        self.next_uid += 1
        return self.next_uid - 1

    def renumber(self) -> None:
        """A new UIDVALIDITY: every message gets another number."""
        self.uidvalidity += 1
        self.boxes = {
            box: {n: mails[uid] for n, uid in enumerate(sorted(mails), 1)} for box, mails in self.boxes.items()
        }
        self.next_uid = 1 + max(len(mails) for mails in self.boxes.values())

    def holds(self, mail: Stored) -> bool:
        return mail.held_until is not None and self.world.clock.time < mail.held_until

    def lock(self, folder: str, duration: timedelta, kind: str) -> None:
        """For so long the folder cannot be opened (NOPERM, RFC 5530); everything else can. `kind`: of the MailboxError."""
        self._locked[folder] = (self.world.clock.time + duration, kind)

    def unlock_all(self) -> None:
        self._locked.clear()

    def is_locked(self, folder: str) -> bool:
        return folder in self._locked and self.world.clock.time < self._locked[folder][0]

    # --- the account

    def refuses(self, duration: timedelta) -> None:
        self.refused_until, self.changed_at = self.world.clock.time + duration, self.world.clock.time

    def accepts(self) -> None:
        self.refused_until, self.changed_at = None, self.world.clock.time

    def is_refusing(self) -> bool:
        return self.refused_until is not None and self.world.clock.time < self.refused_until

    def has_refused_for(self, duration: timedelta) -> bool:
        return self.is_refusing() and self.world.clock.time - self.changed_at >= duration

    def has_worked_for(self, duration: timedelta) -> bool:
        return not self.is_refusing() and self.world.clock.time - (self.refused_until or self.changed_at) >= duration

    # --- as a Mailbox

    async def list_watched_folders(self) -> list[tuple[str, FolderRole]]:
        self._line()
        rows = [ListedFolder(frozenset({"\\sent"} if name == "Sent" else ()), "/", name) for name in self.boxes]
        self.has_sent_folder = any(name in self.boxes for name in SENT_FOLDERS)
        sent = self.world.parts.find_sent_folders(rows)
        return [
            *((name, FolderRole.INBOX) for name in INBOXES if name in self.boxes),
            *((name, FolderRole.SENT) for name in sent),
        ]

    async def scan_folder(self, folder: str, *_: Any, **__: Any) -> FolderScan:
        self._line()
        if self.is_locked(folder):
            self.refused.add(folder)
            text = f"folder {folder!r} cannot be opened: select failed: [NOPERM] Permission denied"
            raise MailboxError(text, self._locked[folder][1], is_refusal=True)
        self.refused.discard(folder)
        self.open_box = folder
        uids = frozenset(self.boxes[folder])
        return FolderScan(folder, FolderCounts(self.uidvalidity, self.next_uid, len(uids)), uids)

    async def scan_changed_folder(self, folder: str, is_unchanged: Callable[[FolderCounts], bool]) -> FolderScan | None:
        """Without HIGHESTMODSEQ, as servers are that say the least."""
        scan = await self.scan_folder(folder)
        return None if is_unchanged(scan.counts) else scan

    async def count_unchanged_folders(self, folders: Collection[tuple[str, Callable[[FolderCounts], bool]]]) -> int:
        for count, (name, is_unchanged) in enumerate(folders):
            try:
                scan = await self.scan_folder(name)
            except MailboxError as error:
                if error.kind not in ("folder", "protocol"):
                    raise
                return count
            if not is_unchanged(scan.counts):
                return count
        return len(folders)

    async def search_uids_since(self, since: datetime) -> frozenset[int]:
        self._line()
        return frozenset(uid for uid, mail in self.boxes[self.open_box].items() if mail.at >= since)

    async def read_header_values(self, folder: str, name: str, most: int) -> list[bytes]:
        """Nobody else's letters are in these mailboxes."""
        self._line()
        return []

    async def fetch_message_ids(self, uids: Collection[int]) -> list[FetchedHeader]:
        self._line()
        box = self.boxes[self.open_box]
        mails = {uid: box[uid] for uid in uids if uid in box and not self.holds(box[uid])}
        return [
            FetchedHeader(uid, frozenset(), mail.at, mail.raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n")
            for uid, mail in mails.items()
        ]

    async def fetch_messages(self, folder: str, uidvalidity: int, uids: Collection[int], *_: Any) -> FetchResult:
        self._line()
        arrivals, missing = [], set()
        for uid in sorted(uids):
            mail = self.boxes[folder].get(uid)
            if mail is None or self.holds(mail):
                missing.add(uid)
                continue
            place = Locator(self.world.house.names[self.account], folder, uidvalidity, uid)
            role = FolderRole.INBOX if folder in INBOXES else FolderRole.SENT
            arrivals.append(FetchedMessage(place, role, mail.raw, mail.at, len(mail.raw), (), mail.thread_id))
        return FetchResult(arrivals=arrivals, missing=missing)

    def _line(self) -> None:
        self.was_seen = False
        how = self.world.fault("imap")
        if how == "network":
            raise MailboxError("the line broke", "network")
        if how == "die":
            raise Crash

    async def close_connections(self) -> None:
        return None

    async def hang_bell(self) -> None:
        return None

    async def wait_for_change(self, timeout: float) -> WaitEnd:
        assert self.bell is not None
        return self.bell.wait(timeout)

    # --- as an Smtp

    async def start_mail_transaction(self, letter: Letter) -> Any:
        how = self.world.fault("offer")
        self.takes_letters = False
        self._note_reader(letter, False if how == "550" and not self.is_refusing() else None)
        if how == "die":
            raise Crash
        if self.is_refusing():
            self.world.was_refused = True
            return _REPLIES["535"]
        if how == "550":
            self.unwanted.add(letter.key)
        return _REPLIES[how] if how else Offer(self, letter)

    def _note_reader(self, letter: Letter, was_accepted: bool | None) -> None:
        """None: what the daemon hears of it does not tell."""
        if letter.kind is LetterKind.DIGEST:
            self.readers.pop(letter.person, None)
            if was_accepted is not None:
                self.readers[letter.person] = was_accepted

    async def verify_login(self) -> Any:
        self.takes_letters = not self.is_refusing()
        return _REPLIES["535"] if self.is_refusing() else None

    def accept(self, letter: Letter) -> None:
        taken = Taken(self.world.clock.time, letter, self.world.epoch)
        self.accepted.append(taken)
        self.world.on_accepted(taken)
        if letter.kind is LetterKind.ACKNOWLEDGEMENT and self.first_acknowledged_at is None:
            self.first_acknowledged_at = self.world.clock.time
        if self.files_copies:
            self.put("Sent", letter.data)
            self.filed.add(letter.key)


class Offer:
    def __init__(self, server: Server, letter: Letter) -> None:
        self.server, self.letter = server, letter

    async def send_end_of_data(self) -> Any:
        world = self.server.world
        how = world.fault("finish")
        if how == "closed":
            return _REPLIES[how]
        if how == "554":
            self.server.unwanted.add(self.letter.key)
        if how == "die before":
            raise Crash
        world.on_dot(self.letter)
        self.server._note_reader(self.letter, {None: True, "554": False}.get(how))
        if how in ("taken", "taken, die", None):
            self.server.accept(self.letter)
        self.server.takes_letters = how is None
        if how == "taken, die":
            raise Crash
        return _REPLIES[how] if how else Accepted(250, "ok")

    async def abort_connection(self) -> None:
        return None
