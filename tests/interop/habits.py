"""An IMAP server in memory with the habits of a provider: what Gmail, Exchange and Proton's Bridge do that no package of Debian does.

`python -m tests.interop.habits bridge` starts one and says where it listens, until Ctrl-C. It knows as much of RFC 3501 as Watcher
and the harness ask of it, and nothing in it writes a flag.
"""

from __future__ import annotations

import asyncio
import re
import ssl
import sys
import tempfile
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

from tests.servers.real import Certificates
from tests.servers.scripted import Scripted, Sink
from watcher.edge.clock import Clock


@dataclass(frozen=True)
class Habits:
    """What a provider does its own way. `folders`: name → attributes (RFC 6154); `exists_delay` in seconds from a message's arrival
    until a session is told of it; `idle_seconds` until a session in IDLE gets a BYE; `renumbers`: new UIDs at every start."""

    name: str
    title: str
    sent: str
    folders: dict[str, str]
    capabilities: str = "IMAP4rev1 IDLE"
    tls: str = "implicit"
    exists_delay: float = 0.0
    idle_seconds: float = 3600.0
    renumbers: bool = False
    has_labels: bool = False
    files_copies: bool = False
    is_untidy: bool = False


HABITS = {
    habits.name: habits
    for habits in (
        Habits(
            "gmail", "Gmail's habits", "[Gmail]/Sent Mail",
            {"INBOX": "", "[Gmail]": r"\Noselect", "[Gmail]/All Mail": r"\All", "[Gmail]/Sent Mail": r"\Sent"},
            capabilities="IMAP4rev1 IDLE X-GM-EXT-1 SPECIAL-USE", has_labels=True, files_copies=True,
        ),
        Habits(
            "exchange", "Exchange's habits", "Sent Items", {"INBOX": "", "Sent Items": ""},
            exists_delay=2.0, idle_seconds=5.0, is_untidy=True,
        ),
        Habits(
            "bridge", "Proton Bridge's habits", "Sent",
            {"INBOX": "", "Sent": r"\Sent", "All Mail": r"\All"}, tls="starttls", renumbers=True, has_labels=True,
        ),
    )
}  # fmt: skip


@dataclass
class Message:
    """One message of the account; `places` is folder → UID, for a label puts it into several (Gmail's and Proton's do)."""

    number: int
    raw: bytes
    arrived: float
    received: str
    flags: set[str] = field(default_factory=set)
    places: dict[str, int] = field(default_factory=dict)


class HabitServer(Scripted):
    """`conversations` counts the connections. Any name and password come in."""

    def __init__(self, habits: Habits, context: ssl.SSLContext) -> None:
        super().__init__()
        self.habits, self.context = habits, context
        self.messages: list[Message] = []
        self.uidvalidity = 1
        self.next_uid = 1

    # --- the account

    def file_message(self, folder: str, raw: bytes) -> None:
        """A message arrives in a folder, and in the one that has everything."""
        now = Clock().now()
        message = Message(len(self.messages) + 1, raw, Clock().monotonic(), now.strftime("%d-%b-%Y %H:%M:%S +0000"))
        everything = [name for name, attributes in self.habits.folders.items() if r"\All" in attributes]
        for name in dict.fromkeys([folder, *(everything if self.habits.has_labels else [])]):
            message.places[name] = self.next_uid
            self.next_uid += 1
        self.messages.append(message)

    async def file_copies(self, sink: Sink) -> None:
        """Files what was sent among the sent mail by itself, as Gmail does with what goes through its SMTP server."""
        count = 0
        while True:
            for row in sink.accepted()[count:]:
                count += 1
                head = f"From: sales@example.com\r\nTo: {row['to']}\r\nSubject: {row['subject']}\r\nMessage-ID: <{row['id']}>\r\n"
                self.file_message(self.habits.sent, f"{head}\r\nThank you.\r\n".encode())
            await asyncio.sleep(0.2)

    def renumber(self) -> None:
        """As after a restart of the server: another UIDVALIDITY, other UIDs (RFC 3501 § 2.3.1.1)."""
        self.uidvalidity += 1
        for message in self.messages:
            for name in message.places:
                message.places[name] = self.next_uid
                self.next_uid += 1

    def list_folder(self, folder: str) -> list[tuple[int, Message]]:
        """UID and message of what a session is shown by now, the lowest UID first."""
        seen = Clock().monotonic() - self.habits.exists_delay
        return sorted(
            ((m.places[folder], m) for m in self.messages if folder in m.places and m.arrived <= seen),
            key=lambda pair: pair[0],
        )

    # --- the wire

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.habits.tls == "implicit":
            await writer.start_tls(self.context)
        await _Session(self, reader, writer).run()


class _Session:
    def __init__(self, server: HabitServer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.server, self.reader, self.writer = server, reader, writer
        self.folder = ""
        self.announced = 0  # messages of the open folder that this session was told of

    async def run(self) -> None:
        self.say(f"* OK [CAPABILITY {self.server.habits.capabilities} STARTTLS] ready")
        while line := await self.read_line():
            tag, _, rest = line.partition(" ")
            words = rest.split(" ", 2) if rest[:4].upper() == "UID " else rest.split(" ", 1)
            name = "_".join(words[:-1] if len(words) > 1 else words).lower()
            answer = getattr(self, f"do_{name}", None)
            if answer is None:
                self.say(f"{tag} BAD unknown command")
                continue
            done = await answer(words[-1])
            if done is None:
                return
            self.say(f"{tag} {done}")
            await self.writer.drain()
            if name == "starttls":
                await self.writer.start_tls(self.server.context)

    def say(self, text: str | bytes) -> None:
        self.writer.write((text.encode() if isinstance(text, str) else text) + b"\r\n")

    async def read_line(self) -> str:
        """One command, its literals in it (RFC 3501 § 4.3), quoted as they are."""
        text = ""
        while True:
            line = (await self.reader.readline()).decode("latin-1").rstrip("\r\n")
            text += line
            found = re.search(r"\{(\d+)(\+?)\}$", line)
            if not found:
                return text
            if not found[2]:
                self.say("+ go on")
            text += "\r\n" + (await self.reader.readexactly(int(found[1]))).decode("latin-1")

    async def do_capability(self, _: str) -> str:
        self.say(f"* CAPABILITY {self.server.habits.capabilities} STARTTLS")
        return "OK done"

    async def do_noop(self, _: str) -> str:
        self.say_exists()
        return "OK done"

    async def do_starttls(self, _: str) -> str:
        return "OK begin"

    async def do_login(self, _: str) -> str:
        return "OK in"

    async def do_logout(self, _: str) -> None:
        self.say("* BYE")

    async def do_list(self, _: str) -> str:
        for name, attributes in self.server.habits.folders.items():
            self.say(f'* LIST ({attributes}) "/" "{name}"')
        return "OK done"

    async def do_create(self, _: str) -> str:
        return "NO it is there"

    async def do_examine(self, argument: str) -> str:
        name = argument.strip('"')
        if name not in self.server.habits.folders:
            return "NO no such folder"
        self.folder = name
        self.say("* FLAGS (\\Answered \\Seen)")
        self.say_exists()
        self.say(f"* OK [UIDVALIDITY {self.server.uidvalidity}] valid")
        self.say(f"* OK [UIDNEXT {self.server.next_uid}] next")
        return "OK [READ-ONLY] done"

    do_select = do_examine

    def say_exists(self) -> None:
        if self.folder:
            self.announced = len(self.server.list_folder(self.folder))
            self.say(f"* {self.announced} EXISTS")

    async def do_append(self, argument: str) -> str:
        head, _, raw = argument.partition("}\r\n")
        folder = re.match(r'"([^"]*)"|(\S+)', head)
        assert folder is not None
        self.server.file_message(folder[1] or folder[2], raw.encode("latin-1"))
        return "OK filed"

    async def do_uid_search(self, argument: str) -> str:
        self.say("* SEARCH " + " ".join(str(uid) for uid, _ in self.server.list_folder(self.folder)))
        return "OK done"

    async def do_uid_fetch(self, argument: str) -> str:
        wanted, _, items = argument.partition(" ")
        uids = set()
        for part in wanted.split(","):
            first, _, last = part.partition(":")
            uids |= set(range(int(first), int(last or first) + 1))
        for number, (uid, message) in enumerate(self.server.list_folder(self.folder), 1):
            if uid in uids:
                self.say_message(number, uid, message, items.upper())
        return "OK done"

    def say_message(self, number: int, uid: int, message: Message, items: str) -> None:
        flags = r"\Seen \Answered" if self.server.habits.is_untidy else r"\Seen"
        row = f"UID {uid} FLAGS ({flags})"
        if self.server.habits.is_untidy:  # what nobody asked for, and a structure that is none
            row += ' BODYSTRUCTURE ("TEXT" "PLAIN" NIL NIL NIL "7BIT" 0 NIL NIL NIL)'
        if "INTERNALDATE" in items:
            row += f' INTERNALDATE "{message.received}"'
        if "RFC822.SIZE" in items:
            row += f" RFC822.SIZE {len(message.raw) + (17 if self.server.habits.is_untidy else 0)}"
        if "X-GM-THRID" in items:
            row += (
                f" X-GM-THRID {1278455344230334865 + message.number} X-GM-MSGID {1278455344230334865 + message.number}"
            )
        octets = message.raw
        if "HEADER.FIELDS" in items:
            found = re.search(rb"(?mi)^Message-ID:[^\r]*\r\n", message.raw)
            octets = (found[0] if found else b"") + b"\r\n"
            row += f" BODY[HEADER.FIELDS (MESSAGE-ID)] {{{len(octets)}}}"
        elif "BODY.PEEK[]" in items:
            row += f" BODY[]<0> {{{len(octets)}}}"
        else:
            octets = b""
        separator = b"\r\n" if octets else b""
        self.say(f"* {number} FETCH ({row}".encode() + separator + octets + b")")

    async def do_idle(self, _: str) -> str | None:
        self.say("+ idling")
        await self.writer.drain()
        waiting = asyncio.ensure_future(self.reader.readline())
        ends = Clock().monotonic() + self.server.habits.idle_seconds
        while Clock().monotonic() < ends:
            done, _pending = await asyncio.wait([waiting], timeout=0.1)
            if done:
                return "OK done"
            if len(self.server.list_folder(self.folder)) != self.announced:
                self.say_exists()
                await self.writer.drain()
        waiting.cancel()
        self.say("* BYE Session invalidated - AccessTokenExpired")
        return None


class HabitThread:
    """The server on an event loop of its own, for those who have none."""

    def __init__(self, habits: Habits, certificates: Certificates) -> None:
        """Any client that trusts the certificates' authority may come."""
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificates.chain, certificates.key)
        self.server = HabitServer(habits, context)
        self._loop = asyncio.new_event_loop()
        self._copying: Future[None] | None = None
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def start(self, sink: Sink | None = None) -> None:
        """`sink`: the SMTP server whose letters it files, where that is a habit of the provider."""
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self.server.__aenter__(), self._loop).result(20)
        if sink is not None and self.server.habits.files_copies:
            self._copying = asyncio.run_coroutine_threadsafe(self.server.file_copies(sink), self._loop)

    def call(self, step: Callable[[], None]) -> None:
        """Does something to the account between two answers of the server."""

        async def run() -> None:
            step()

        asyncio.run_coroutine_threadsafe(run(), self._loop).result(20)

    def stop(self) -> None:
        if self._copying is not None:
            self._copying.cancel()
        asyncio.run_coroutine_threadsafe(self.server.__aexit__(), self._loop).result(20)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        running = HabitThread(HABITS[sys.argv[1]], Certificates(Path(folder)))
        running.start()
        print(
            f"{running.server.habits.title} on 127.0.0.1:{running.server.port}, TLS {running.server.habits.tls}",
            flush=True,
        )
        threading.Event().wait()


if __name__ == "__main__":
    main()
