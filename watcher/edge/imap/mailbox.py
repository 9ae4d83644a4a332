"""A mailbox on its server, for asyncio: what is in its folders, the messages asked for, and a wait for what is new. No policy.

Blocking calls run in a small pool, each with a deadline from outside: a server that sends an octet a second cannot hold a mailbox.
While nothing happens no thread is held: the event loop watches the socket.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from watcher.core.health.model import FolderCounts, ListedFolder, WaitEnd
from watcher.core.message.model import FetchedMessage, FolderRole
from watcher.edge.credentials import BearerCredentials, Credentials
from watcher.edge.imap.errors import MailboxError, MailboxStopped
from watcher.edge.imap.folder_scan import FolderScan, IsUnchanged, examine_unchanged, list_until_whole
from watcher.edge.imap.host_threads import PatientPool, ThreadTurn
from watcher.edge.imap.session import FetchedHeader, ImapAccount, ImapSession, fetch_credentials
from watcher.edge.imap.waits import Waits

__all__ = ["FetchResult", "FolderScan", "ImapAccount", "Mailbox", "MailboxError", "MailboxStopped"]

T = TypeVar("T")
#: Of what a server lists, the names of those with sent mail.
FindFolders = Callable[[Sequence[ListedFolder]], Sequence[str]]
#: Seconds after which IDLE is begun anew (RFC 2177 asks for 29 minutes; middleboxes forget sooner).
IDLE_RENEWAL_SECONDS = 290.0
#: Seconds after the end of an IDLE in which its connection is not asked whether it is alive.
FRESH_SECONDS = 5.0
#: Seconds for which the folders that were listed as IDLE ended are those that there are.
LIST_FRESH_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class FetchResult:
    """What was handed out of what was asked for; `missing` are the UIDs (RFC 9051 § 2.3.1.1) of the rest."""

    arrivals: list[FetchedMessage]
    missing: set[int]


class Mailbox:
    """One account, and one connection, which waits in IDLE (RFC 2177) while there is no work; a second one only while work comes in
    between. Every method raises MailboxError, after its deadline too."""

    def __init__(
        self,
        name: str,
        account: ImapAccount,
        inbox: Sequence[str] = ("INBOX",),
        sent: Sequence[str] | FindFolders = (),
        pool: PatientPool | None = None,
        probation_pool: PatientPool | None = None,
    ) -> None:
        """`sent`: the folders with sent mail, or what finds them among those that are listed. `probation_pool`: for calls while no look
        is known to have come through, at first and after trouble; None: `pool`."""
        self.name = name
        self._account = account
        self._inbox = tuple(inbox)
        self._sent = sent
        self._turn = ThreadTurn(pool, probation_pool or pool)
        self._work_session: ImapSession | None = None
        self._idle_session: ImapSession | None = None
        self._idle_failures = 0
        self._is_idling = False
        self._is_idle_stale = False  # what waits in IDLE may be dead
        self._is_bell_hung = False
        self._is_rung = self._was_rung = False  # the folder of the bell changed after its last scan
        self._exists: dict[str, int] = {}  # by folder, at the last scan
        self._roles: dict[str, FolderRole] = {}
        self.bell_folder = ""  # where IDLE waits; "" where it does not
        self._open_folder = ""
        self._waits = Waits()
        self._change: asyncio.Future[None] | None = None  # what `wait_for_change` waits for
        self._is_wait_over = False  # somebody wants a look now
        self._heard_at = -math.inf  # when IDLE ended last, by the clock of the loop
        self._listed: list[ListedFolder] | None = None  # then, for the look that follows

    # --- work

    async def list_watched_folders(self) -> list[tuple[str, FolderRole]]:
        """The watched folders; connects where there is no connection, or one that died while nobody used it. MailboxError."""
        self._take_back_idle_session()
        silence = asyncio.get_running_loop().time() - self._heard_at
        listed, self._listed = self._listed if silence < LIST_FRESH_SECONDS else None, None
        if self._work_session is not None and silence > FRESH_SECONDS:
            try:
                await self._run_blocking(self._work_session, self._work_session.send_noop, begins_look=True)
            except MailboxError:
                self._drop_work_session()
        await self._ensure_work_session()
        sent = self._sent(listed or await self.list_folders()) if callable(self._sent) else self._sent
        self._roles = {**dict.fromkeys(sent, FolderRole.SENT), **dict.fromkeys(self._inbox, FolderRole.INBOX)}
        return list(self._roles.items())

    async def list_folders(self) -> list[ListedFolder]:
        """Every folder of the account. MailboxError."""
        work = await self._ensure_work_session()
        return await self._run_blocking(work, work.list_folders)

    async def open_folder(self, folder: str) -> FolderCounts:
        """What the server counts in the folder, which is the one scanned last now; nothing is listed. MailboxError, as `scan_folder`."""
        work = await self._ensure_work_session()
        self._open_folder = folder
        return await self._run_blocking(work, lambda: work.examine_folder(folder))

    async def scan_folder(self, folder: str) -> FolderScan:
        """Every UID in the folder. MailboxError: it could not be seen; kind `folder` where only this folder is the trouble."""
        work = await self._ensure_work_session()
        self._open_folder = folder
        found = await self._run_blocking(work, lambda: list_until_whole(work, folder, work.examine_folder(folder)))
        self._exists[folder] = found.exists
        return found

    async def scan_changed_folder(self, folder: str, is_unchanged: IsUnchanged) -> FolderScan | None:
        """As `scan_folder`; None, after one round trip, where `is_unchanged` (called in a thread) says so of what the server counts.
        MailboxError."""
        work = await self._ensure_work_session()

        def examine_and_list() -> tuple[FolderCounts, FolderScan | None]:
            counts = work.examine_folder(folder)
            if is_unchanged(counts):
                return counts, None
            found = list_until_whole(work, folder, counts)
            return found.counts, found

        self._open_folder = folder
        counts, found = await self._run_blocking(work, examine_and_list)
        self._exists[folder] = counts.exists
        return found

    async def count_unchanged_folders(self, folders: Sequence[tuple[str, IsUnchanged]]) -> int:
        """How many of these, from the first on, are unchanged, each as `is_unchanged` (called in a thread) says of what the server counts.
        All in one step, which ends at the first that is not, or cannot be seen. MailboxError: the connection broke."""
        work = await self._ensure_work_session()
        self._open_folder = ""
        seen = await self._run_blocking(work, lambda: examine_unchanged(work, folders))
        self._exists.update(seen)
        if len(seen) == len(folders) > 0:
            self._open_folder = seen[-1][0]
        return len(seen)

    async def search_uids_since(self, day: datetime) -> frozenset[int]:
        """UIDs of the folder scanned last that arrived on this day or later (RFC 9051 § 6.4.4: whatever the zone). MailboxError."""
        work = await self._ensure_work_session()
        return await self._run_blocking(work, lambda: work.search_uids_since(day.date() - timedelta(days=1)))

    async def read_header_values(self, folder: str, name: str, most: int) -> list[bytes]:
        """This field as it stands in the header of the latest messages that have one, `most` of them. MailboxError."""
        work = await self._ensure_work_session()

        def search_and_read() -> list[bytes]:
            work.examine_folder(folder)
            uids = work.search_header(name)[-most:]
            return [found.octets for found in work.fetch_header_fields(uids, (name,))] if uids else []

        self._open_folder = folder
        return await self._run_blocking(work, search_and_read)

    async def fetch_messages(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> FetchResult:
        """Header and first text of these messages; the folder is the one scanned last. MailboxError: no answer, or UIDVALIDITY changed."""
        work = await self._ensure_work_session()
        wanted = list(uids)
        role = self._roles.get(folder, FolderRole.INBOX)
        is_open = self._open_folder == folder
        self._open_folder = ""  # until this one is

        def fetch_same_uidvalidity() -> list[FetchedMessage]:
            if not is_open and work.examine_folder(folder).uidvalidity != uidvalidity:
                raise MailboxError(f"{folder!r} was numbered anew while it was read", "folder")
            return work.fetch_messages(self.name, folder, role, uidvalidity, wanted)

        arrivals = await self._run_blocking(work, fetch_same_uidvalidity)
        self._open_folder = folder
        return FetchResult(arrivals, set(wanted) - {arrival.locator.uid for arrival in arrivals})

    async def fetch_message_ids(self, uids: Sequence[int]) -> list[FetchedHeader]:
        """What tells these messages of the folder scanned last apart, without reading them. MailboxError."""
        work = await self._ensure_work_session()
        return await self._run_blocking(work, lambda: work.fetch_header_fields(list(uids), ("MESSAGE-ID",)))

    async def find_answered_uids(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> set[int]:
        """Those of these messages that somebody's mail program marked as answered; none where UIDVALIDITY changed. MailboxError."""
        work = await self._ensure_work_session()

        def find_same_uidvalidity() -> set[int]:
            is_same = work.examine_folder(folder).uidvalidity == uidvalidity
            return work.find_answered_uids(list(uids)) if is_same else set()

        self._open_folder = folder
        return await self._run_blocking(work, find_same_uidvalidity)

    async def close_connections(self) -> None:
        """Drops both connections, whatever they wait for. Never raises."""
        self._drop_work_session()
        self._drop_idle_session()

    def stop(self) -> None:
        """Ends at once whatever is waited for: every method raises MailboxStopped from now on."""
        self._waits.end_all_waits()

    def end_wait(self) -> None:
        """`wait_for_change`, where it waits, returns as if something had changed."""
        self._is_wait_over = True
        self._resolve_change()

    def _resolve_change(self) -> None:
        if self._change is not None and not self._change.done():
            self._change.set_result(None)

    def renew_connections(self) -> None:
        """Those that there are may be dead, and nobody would say so: what is read by them fails, and what waits for them ends."""
        self._is_idle_stale = self._idle_session is not None
        self._drop_work_session()
        self.end_wait()

    # --- IDLE

    async def hang_bell(self) -> None:
        """Hands the connection over to IDLE; one that was opened while it waited there is closed. Nobody may use the mailbox meanwhile:
        what `wait_for_change` waits for begins where the last scan ended. Never raises MailboxError; MailboxStopped."""
        self._is_bell_hung = self._turn.is_proven = True
        if self._idle_session is not None:
            self._is_rung = False  # it is told when IDLE begins
            self._drop_work_session()
            return
        if not (self._inbox or self._roles):
            return
        try:
            await self._lend_work_session(await self._ensure_work_session())
        except MailboxStopped:
            raise
        except MailboxError:
            self._drop_work_session()
            self._idle_failures += 1

    async def _lend_work_session(self, work: ImapSession) -> None:
        """The bell hangs at the first inbox that can be opened; nowhere where the server has no IDLE."""
        has_idle, announced = work.supports_idle(), work.take_exists()
        for folder in (self._inbox or self._roles) if has_idle else ():
            if folder == self._open_folder:
                exists = announced or self._exists.get(folder)
            else:
                exists = await self._open_for_idle(work, folder)
            if exists is not None:
                self.bell_folder = self._open_folder = folder
                self._is_rung = exists != self._exists.get(folder)
                self._idle_session, self._work_session = work, None
                return

    async def _open_for_idle(self, session: ImapSession, folder: str) -> int | None:
        """How many messages are in it now; None: this folder is refused."""
        try:
            return (await self._run_blocking(session, lambda: session.examine_folder(folder))).exists
        except MailboxError as error:
            if not error.is_refusal:
                raise
            return None

    async def wait_for_change(self, timeout: float) -> WaitEnd:
        """Waits in IDLE (RFC 2177) until the folder that `bell_folder` names may have changed, `timeout` seconds at most.

        Never believed, only a reason to scan: where IDLE is broken or missing, `timeout` is the poll. What came between the last scan
        and IDLE ends the wait at once, though not twice without a pause: a server may count what it never lists.
        """
        if not self._is_bell_hung:
            await self.hang_bell()
        self._is_bell_hung = False
        was_rung, self._was_rung = self._was_rung, False
        if self._idle_session is not None:
            if self._is_rung and not was_rung:
                self._was_rung = True
                return WaitEnd.OTHER
            self._is_idling = True
            try:
                end = await self._wait_in_idle(self._idle_session, min(timeout, IDLE_RENEWAL_SECONDS))
                self._idle_failures = 0
                return end
            except MailboxStopped:
                raise
            except MailboxError:
                self._drop_idle_session()
                self._idle_failures += 1
            finally:
                self._is_idling = False
        self._change = asyncio.get_running_loop().create_future()
        pause = min(timeout, 2.0 ** min(self._idle_failures, 12)) if self._idle_failures else timeout
        await self._waits.wait_for(self._change, pause)
        return WaitEnd.OTHER

    async def _wait_in_idle(self, session: ImapSession, timeout: float) -> WaitEnd:
        loop = asyncio.get_running_loop()
        ends_at, self._is_wait_over = loop.time() + timeout, False
        has_spoken = await self._run_blocking(session, session.start_idle)
        while True:
            has_spoken = has_spoken or await self._wait_for_words(session, ends_at - loop.time())
            if not has_spoken or self._is_wait_over or await self._run_blocking(session, session.hear_idle):
                break
            has_spoken = False  # the server is still there: so is what we wait for
        if self._is_idle_stale:
            self._drop_stale_idle_session()
            return WaitEnd.OTHER
        is_silent = not (has_spoken or self._is_wait_over)

        def end_idle_and_list() -> bool:
            is_announced = session.end_idle()
            if is_silent and callable(self._sent):
                with suppress(MailboxError):  # then the look asks again
                    self._listed = session.list_folders()
            return is_announced

        is_announced = await self._run_blocking(session, end_idle_and_list, begins_look=not has_spoken)
        self._heard_at = loop.time()
        if self._is_wait_over and not has_spoken:
            self._listed = None  # who wants a look now wants what there is now
            return WaitEnd.OTHER
        return WaitEnd.RING if has_spoken and is_announced else WaitEnd.SILENCE

    async def _wait_for_words(self, session: ImapSession, timeout: float) -> bool:
        """Until the server says something, or the wait is over; says which. The event loop watches the socket."""
        loop = asyncio.get_running_loop()
        change = self._change = loop.create_future()
        if self._is_wait_over or timeout <= 0:
            return False
        has_spoken = False

        def hear() -> None:
            nonlocal has_spoken
            if not session.skip_keepalives():
                has_spoken = True
                self._resolve_change()

        watched = session.socket.fileno()
        if watched < 0:
            raise MailboxError("the connection of IDLE is closed", "network")
        loop.add_reader(watched, hear)
        try:
            await self._waits.wait_for(change, timeout)
        except BaseException:
            self._drop_idle_session()
            raise
        finally:
            loop.remove_reader(watched)
        return has_spoken

    # --- connections

    async def _ensure_work_session(self) -> ImapSession:
        self._take_back_idle_session()
        if self._work_session is None:
            self._work_session = await self._open_session()
            self._open_folder = ""
        return self._work_session

    def _take_back_idle_session(self) -> None:
        """What waited in IDLE is the connection for work again."""
        if not self._is_idling:
            self._drop_stale_idle_session()
        if self._work_session is None and self._idle_session is not None and not self._is_idling:
            self._work_session, self._idle_session = self._idle_session, None
            self._open_folder = self.bell_folder

    async def _open_session(self) -> ImapSession:
        """A token that is refused may have been taken back before its time: then another one, or why there is none, is known at once."""
        credentials = await self._fetch_credentials()
        try:
            return await self._connect_session(credentials)
        except MailboxError as error:
            if error.kind != "login" or not isinstance(credentials, BearerCredentials):
                raise
            fresh = await self._fetch_credentials()
            if fresh == credentials:
                raise
            return await self._connect_session(fresh)

    async def _fetch_credentials(self) -> Credentials:
        fetching = asyncio.ensure_future(fetch_credentials(self._account))
        try:
            await self._waits.wait_for(fetching, None)
        except BaseException:
            fetching.cancel()
            fetching.add_done_callback(_retrieve_exception)
            raise
        return fetching.result()

    async def _connect_session(self, credentials: Credentials) -> ImapSession:
        session = ImapSession(self._account)
        late = "no connection in time"
        return await self._run_blocking(session, lambda: session.open_connection(credentials), late, begins_look=True)

    async def _run_blocking(
        self, session: ImapSession, step: Callable[[], T], late: str = "no answer in time", *, begins_look: bool = False
    ) -> T:
        """Runs a blocking step; what takes too long or fails costs the connection, which ends the step. A refusal costs nothing, nor
        does the wait for a thread: a thousand mailboxes of one host take turns. `begins_look`: those that have begun go on before it."""
        loop, limit = asyncio.get_running_loop(), 2 * self._account.timeout
        began: list[float] = []

        def run_step() -> T:
            began.append(loop.time())
            return step()

        running, left = loop.run_in_executor(self._turn.choose_line(begins_look), run_step), limit
        try:
            while not await self._waits.wait_for(running, left):
                left = limit - (loop.time() - began[0]) if began else limit
                if left <= 0:
                    raise MailboxError(late, "network")
            result = running.result()
            self._turn.has_failed = False
            return result
        except BaseException as error:
            if isinstance(error, MailboxError) and error.is_refusal:
                raise
            self._turn.is_proven, self._turn.has_failed = False, True
            self._drop_session(session)
            running.cancel()  # where it has not begun, it never does
            running.add_done_callback(_retrieve_exception)
            raise

    def _drop_session(self, session: ImapSession) -> None:
        session.drop_connection()
        if session is self._work_session:
            self._work_session = None
        if session is self._idle_session:
            self._idle_session = None

    def _drop_work_session(self) -> None:
        if self._work_session is not None:
            self._drop_session(self._work_session)

    def _drop_stale_idle_session(self) -> None:
        if self._is_idle_stale:
            self._is_idle_stale = False
            self._drop_idle_session()

    def _drop_idle_session(self) -> None:
        if self._idle_session is not None:
            self._drop_session(self._idle_session)


def _retrieve_exception(running: asyncio.Future[T]) -> None:
    """The step ends when its connection is cut; what it says then is of no interest."""
    if not running.cancelled():
        running.exception()
