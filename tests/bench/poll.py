"""A look at a mailbox in which nothing has changed, after a wait in silence: processor time of the client, on a real Dovecot over TLS, and
the commands that a server sees. By rounds, and the best of them: other processes make a round slower, never quicker.

`python -m tests.bench.poll N`: with so many messages.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.catch_up import fill_mailbox
from tests.bench.figures import Figure, format_table
from tests.bench.latency import QUESTION
from tests.bench.peers import SECRET
from tests.samples import RULES, TEMPLATES, mailbox_on, policy
from tests.servers.real import PASSWORD, Certificates, Dovecot
from tests.servers.scripted import LOGGED_IN, ScriptedImap
from watcher.core.health.model import WaitEnd
from watcher.core.message.model import Address, OwnIdentity
from watcher.edge.clock import Clock
from watcher.edge.credentials import PasswordAuthentication
from watcher.edge.imap.host_threads import PatientPool
from watcher.edge.imap.mailbox import ImapAccount, Mailbox
from watcher.edge.store.store import Store
from watcher.service.intake import Intake
from watcher.service.message_intake import IntakeConfig

TITLE = "a look at a mailbox that has not changed"
MESSAGES = 20_000
ROUNDS, LOOKS = 15, 10
BOX = Address("sales@example.com", "Example Sales")


def open_intake(account: ImapAccount, folder: Path) -> tuple[Intake, Mailbox, Store]:
    store = Store(f"sqlite:///{folder}/watcher.sqlite3")
    rules = policy(own_addresses=OwnIdentity(frozenset({BOX.key})))
    mailbox = mailbox_on(account, pool=PatientPool("bench", 1))
    config = IntakeConfig(BOX, rules, RULES, TEMPLATES, poll_seconds=60.0)
    return Intake(config, mailbox, store, Clock(), b"k" * 32), mailbox, store


async def measure_rounds(account: ImapAccount, folders: list[str], folder: Path) -> tuple[float, float]:
    """Processor milliseconds: of a whole look with what it notes in the database, and of one folder alone; the best rounds."""
    intake, mailbox, store = open_intake(account, folder)
    await intake.scan_folders()
    looks, alone = [], []
    for _ in range(ROUNDS):
        began = time.process_time()
        for _ in range(LOOKS):
            await intake.scan_folders(end=WaitEnd.SILENCE)
        looks.append(1000 * (time.process_time() - began) / LOOKS)
        began = time.process_time()
        for _ in range(LOOKS):
            for name in folders:
                assert await mailbox.scan_changed_folder(name, lambda _: True) is None
        alone.append(1000 * (time.process_time() - began) / LOOKS / len(folders))
    await intake.close()
    store.close()
    return min(looks), min(alone)


async def count_commands(folder: Path) -> dict[str, int]:
    """What a server is asked in one look, by its first word."""
    empty = {
        "EXAMINE": LOGGED_IN["EXAMINE"].replace(b"2 EXISTS", b"0 EXISTS").replace(b"UIDNEXT 3", b"UIDNEXT 1"),
        "UID SEARCH": b"* SEARCH\r\n{tag} OK done\r\n",
    }
    async with ScriptedImap({**LOGGED_IN, **empty}) as server:
        login = PasswordAuthentication("sales", lambda: "secret")
        intake, _, store = open_intake(ImapAccount("127.0.0.1", server.port, login, tls="off"), folder)
        await intake.scan_folders()
        server.commands.clear()
        await intake.scan_folders(end=WaitEnd.SILENCE)
        words = [command.split()[0] for command in server.commands]
        await intake.close()
        store.close()
    return {word: words.count(word) for word in words}


def measure_size(messages: int) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="poll") as name:
        folder, counting = Path(name), Path(name) / "commands"
        folder.chmod(0o755)
        counting.mkdir()
        server = Dovecot(Certificates(folder / "certificates"))
        server.config.write_text(server.config.read_text().replace(PASSWORD, SECRET))
        with server:
            user, date = server.user("sales"), "Mon, 23 Nov 2026 07:30:00 +0000"
            fill_mailbox(server, user, [QUESTION.format(n=n, date=date).encode() for n in range(messages)])
            account = ImapAccount(
                "127.0.0.1", server.imaps, PasswordAuthentication(user, lambda: SECRET), ca=str(server.certificates.ca)
            )
            look, alone = asyncio.run(measure_rounds(account, ["INBOX", "Sent"], folder))
        commands = asyncio.run(count_commands(counting))
    asked = ", ".join(f"{word} {count}" for word, count in commands.items())
    return [
        Figure(f"{messages:,} messages: one folder", alone, "CPU ms", "<= 1"),
        Figure("  commands a folder", commands.get("EXAMINE", 0) / 2, "", "1"),
        Figure("  a whole look, inbox and sent mail, with what is stored", look, "CPU ms"),
        Figure(f"  its commands: {asked}", sum(commands.values()), ""),
    ]


def measure(scale: float) -> list[Figure]:
    return measure_size(round(MESSAGES * scale))


if __name__ == "__main__":
    print(format_table(TITLE, measure_size(int(sys.argv[1]))))
