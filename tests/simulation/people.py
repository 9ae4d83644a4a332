"""What the people of the simulated world do, and what their mail servers do to their mail."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from typing import TYPE_CHECKING

from tests.simulation.case import Case
from watcher.core.inquiry import arrivals, decide
from watcher.core.inquiry.model import InquiryState
from watcher.core.message.model import Address
from watcher.core.outbox.model import CUSTOMER_KINDS, LetterKind

if TYPE_CHECKING:
    from tests.simulation.server import Server
    from tests.simulation.world import World

#: Where programs of the house file their replies: in the folder that the server marks, or in one of their own.
SENT_FOLDERS = ("Sent", "Sent Items")

SALES, INFO = Address("sales@example.com", "Example Sales"), Address("info@example.com", "Example")
ANNA, BEN = "anna@example.com", "ben@example.com"
ROBOTS = (
    {"Auto_Submitted": "auto-replied"},
    {"List_Id": "<news.list.example>"},
    {"List_Id": "<news.list.example>", "Precedence": "bulk"},
    {"Return_Path": "<>", "Content_Type": "multipart/report; report-type=delivery-status; boundary=b"},
)


#: A question of a customer's, or the `nth` of what they wrote later.
_FROM_CUSTOMER = re.compile(
    rb"\AFrom: customer(?P<case>\d+)@.*^Message-ID: <(?P<id>q\d+\.(?P<nth>\d+)@[^>]+)>", re.DOTALL | re.MULTILINE
)


def mail(sender: str, to: str, subject: str, text: str, **headers: str) -> bytes:
    lines = {"From": sender, "To": to, "Subject": subject, **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in lines.items())
    return f"{head}\r\n{text}\r\n".encode()


class People:
    """Every action of a history, by its name; those of the administrator and of strangers are in files of their own."""

    never = datetime.max.replace(tzinfo=UTC)

    def __init__(self, world: World) -> None:
        self.world = world
        self._count = self._replies = 0
        self._pending: list[tuple[int, int, bytes, datetime, Case]] = []  # numbering, UID: what will show up late
        self._away: list[tuple[str, bytes, datetime, int]] = []

    def count(self) -> int:
        """A number that nobody else has."""
        self._count += 1
        return self._count

    def nothing(self, which: int) -> None:
        """A quiet turn."""

    # --- customers

    def new_case(self) -> Case:
        n = len(self.world.cases) + 1
        first = f"q{n}.0@c{n}.example"
        case = Case(n, f"customer{n}@c{n}.example", first, first, [self.world.clock.time])
        self.world.cases.append(case)
        return case

    def _question(self, case: Case, message_id: str = "") -> bytes:
        n = case.number
        return mail(
            case.customer, SALES.email, f"Inquiry {n}", f"What does item {n} cost?",
            Message_ID=f"<{message_id or case.first_id}>",
        )  # fmt: skip

    def question(self, which: int) -> None:
        self._put("INBOX" if which % 4 else "Leads", self._question(self.new_case()))

    def _put(self, box: str, raw: bytes, at: datetime | None = None, held_until: datetime | None = None) -> int:
        return self.world.server.put(box, raw, at, held_until)

    def shared(self, which: int) -> None:
        """One mail to two mailboxes of the house: the one stands in To, the other in Cc, and either may be looked at first."""
        accounts = [*self.world.servers]
        if len(accounts) == 1:
            return self.question(which)
        case = self.new_case()
        case.home = accounts[which % 2]
        case.copied_to = tuple(accounts)
        to, cc = (SALES, INFO) if case.home == "sales" else (INFO, SALES)
        raw = mail(case.customer, to.email, f"Inquiry {case.number}", f"What does item {case.number} cost?",
                   Cc=cc.email, Message_ID=f"<{case.first_id}>")  # fmt: skip
        for account in accounts:
            self.world.servers[account].put("INBOX", raw)
        return None

    def unstorable(self, which: int) -> None:
        """The server says something of it that no database keeps. It is unreadable, and so is no other one."""
        case = self.new_case()
        case.hidden = True
        self.world.server.put("INBOX", self._question(case), thread_id="\ud800")
        self.world.seen["ghosts"] += 1
        self.question(which)

    def twice(self, which: int) -> None:
        """Delivered twice, the second time perhaps into another watched folder, or by a list that put a line under it."""
        raw = self._question(self.new_case())
        self._put("INBOX", raw)
        line = b"\r\nThis went to everybody in sales.\r\n" if which % 3 == 0 else b""
        self._put("INBOX" if which % 2 else "Leads", raw + line)

    def forged(self, which: int) -> None:
        """Another customer's mail carries the Message-ID of an earlier one. Both wait for an answer."""
        known = [case for case in self.world.cases if not case.first_id.startswith("other")]
        if known:
            victim = known[which % len(known)]
            case = self.new_case()
            self._put("INBOX", self._question(case, victim.first_id))
            case.message_id = f"other{case.number}@c{case.number}.example"  # nobody can answer it by its id
            case.first_id = case.message_id

    def late(self, which: int) -> None:
        """It has its place, and shows up when later mail is there already."""
        case = self.new_case()
        case.hidden = True
        server = self.world.server
        self._pending.append((server.uidvalidity, server.reserve(), self._question(case), self.world.clock.time, case))

    def appears(self, which: int) -> None:
        if self._pending:
            self._appear(*self._pending.pop(which % len(self._pending)))

    def _appear(self, uidvalidity: int, uid: int, raw: bytes, at: datetime, case: Case) -> None:
        server = self.world.server
        if uidvalidity != server.uidvalidity:  # numbered anew meanwhile: its place went to another message
            uid = server.reserve()
        server.put("INBOX", raw, at, uid=uid)
        case.hidden = False

    def everything_appears(self) -> None:
        while self._pending:
            self._appear(*self._pending.pop())
        while self._away:
            self.back(0)
        for server in self.world.servers.values():
            server.unlock_all()

    def held(self, which: int) -> None:
        """The server lists it at once, hands it out minutes later, and its bell rings all the while."""
        minutes = 1 + which % 14
        self._put(
            "INBOX", self._question(self.new_case()), held_until=self.world.clock.time + timedelta(minutes=minutes)
        )
        self.world.bells = 4

    def ghost(self, which: int) -> None:
        """Listed for ever and never handed out."""
        case = self.new_case()
        case.hidden = True
        self._put("INBOX", self._question(case), held_until=self.never)
        self.world.seen["ghosts"] += 1

    def old(self, which: int) -> None:
        """Mail from before, filed into the inbox today: no machine answers it."""
        age = timedelta(days=(2, 30, 400)[which % 3])
        case = self.new_case()
        at = self.world.clock.time - age
        case.asked = [at]
        case.hidden = self._from_before(at)
        self._put("INBOX", self._question(case), at)

    def _from_before(self, at: datetime) -> bool:
        """Older than the first look? Since the server numbered anew no place tells what stood there then, and there is no margin."""
        margin = arrivals.BASELINE_MARGIN if self.world.server.uidvalidity == 1 else timedelta(0)
        return at < self.world.activated - margin

    def insists(self, which: int) -> None:
        cases = [case for case in self.world.cases if not (case.waits or case.hidden or case.dismissed_in)]
        if not cases:
            return
        case = cases[which % len(cases)]
        refs = f"<{case.message_id}>"
        in_thread = {"In_Reply_To": refs, "References": refs} if case.message_id else {}
        # Of a contact to whom nobody has written, as far as can be seen, what was closed was another matter.
        case.orders += not case.message_id or (self.world.history.files_elsewhere and not case.has_written)
        case.message_id = f"q{case.number}.{len(case.asked)}@c{case.number}.example"
        case.asked.append(self.world.clock.time)
        to = SALES if case.home == "sales" else INFO
        self.world.servers[case.home].put(
            "INBOX",
            mail(case.customer, to.email, f"Re: Inquiry {case.number}", "And when can you deliver?",
                 Message_ID=f"<{case.message_id}>", **in_thread, **self._copied_mark(case)),
        )  # fmt: skip

    def _copied_mark(self, case: Case) -> dict[str, str]:
        """Some programs keep the headers of what they answer: here, those of our acknowledgement."""
        ours = (each.letter for each in self.world.server.accepted if each.letter.recipient == case.customer)
        letter = next(ours, None)
        return {"X_Watcher_Ref": message_from_bytes(letter.data)["X-Watcher-Ref"]} if letter is not None else {}

    def imported(self, which: int) -> None:
        """Somebody copies a folder of years ago into one that is watched, with today's INTERNALDATE."""
        for _ in range(1 + which % 3):
            self.world.seen["imported"] += 1
            n = self.world.seen["imported"]
            self._put(
                "Leads",
                mail(f"past{n}@past.example", SALES.email, f"An old matter {n}", "What does it cost?", Message_ID=f"<p{n}@past.example>",
                     Received="from past.example by mx.example.com; Tue, 14 Mar 2023 09:00:00 +0000",
                     Date="Tue, 14 Mar 2023 09:00:00 +0000"),
            )  # fmt: skip

    def filed(self, which: int) -> None:
        """A customer who waits writes again, and somebody files it beside the replies before anything looks."""
        if (case := self.waiting_case(which)) is None:
            return
        self._count += 1
        self._put(
            "Sent",
            mail(case.customer, f"{SALES.email}, {case.customer}", f"Re: Inquiry {case.number}", "I am still waiting.",
                 Message_ID=f"<f{self._count}@c{case.number}.example>", In_Reply_To=f"<{case.message_id or 'none@c.example'}>",
                 Received=f"from mx.c{case.number}.example by mx.example.com; Mon, 23 Nov 2026 10:00:00 +0000"),
        )  # fmt: skip

    # --- the house

    def reply(self, case: Case, which: int, names_message: bool = True) -> None:
        """Anna's program files it where the server's mark is, or in a folder of its own; or where nobody looks for it or knows of it."""
        self._replies += 1
        folder = "Projects" if self.world.history.files_elsewhere else SENT_FOLDERS[which % 4 == 3]
        message_id, refs = f"r{case.number}.{self._replies}@example.com", f"<{case.message_id}>"
        in_thread = {"In_Reply_To": refs, "References": refs} if case.message_id and names_message else {}
        raw = mail(
            f"Anna <{ANNA}>", case.customer, f"Re: Inquiry {case.number}", "It costs five euros.",
            Message_ID=f"<{message_id}>", **in_thread,
        )  # fmt: skip
        case.was_early |= case.is_contact and case.has_written and not self.is_decided(case.message_id)
        case.message_id = case.message_id or message_id  # of the one that they will answer
        case.replied_in, case.reply_ids = folder, (*case.reply_ids, message_id)
        if not self.world.history.files_elsewhere:
            case.answered.append(self.world.clock.time)
            for account in self.world.servers if case.has_twin else [case.home]:
                is_certain = account == case.home or not case.is_twin_closed
                self.world.seen[f"replies {account}" if is_certain else f"perhaps replies {account}"] += 1
        self.world.servers[case.home].put(folder, raw)

    def waiting_case(self, which: int) -> Case | None:
        cases = [case for case in self.world.cases if case.waits and not case.message_id.startswith("other")]
        return cases[which % len(cases)] if cases else None

    def answer(self, which: int) -> None:
        case = self.waiting_case(which)
        if case is not None and not case.hidden:
            self.reply(case, which)

    def answer_first(self, which: int) -> None:
        """A person is faster than we are: question and answer are there at the next look."""
        case = self.new_case()
        self._put("INBOX", self._question(case))
        self.world.clock.time += timedelta(seconds=30)
        self.reply(case, which)

    def _command(self, which: int, verb: str, cases: Collection[Case]) -> Case | None:
        """What a command on the command line does, in a transaction of its own; the case it was about."""
        world, by = self.world, {case.customer: case for case in cases}
        world.store.on_commit = lambda instant: None
        try:
            with world.store.write_transaction() as tx:
                found = [each for each in tx.inquiries.find_by_state({InquiryState.WAITING}) if each.customer in by]
                if not found:
                    return None
                inquiry, policies = found[which % len(found)], world.house.policies()
                accounts = {name: account for account, name in world.house.names.items()}
                by[inquiry.customer].told_home = accounts.get(inquiry.mailbox, "")
                command = decide.InquiryCommand(verb, inquiry.owner, world.clock.time + timedelta(hours=5))
                assert world.parts.obey(tx, inquiry, command, policies, world.clock.time).inquiry is not None
                return by[inquiry.customer]
        finally:
            world.store.on_commit = world._commit

    def done(self, which: int) -> None:
        if (case := self._command(which, "done", self.world.cases)) is not None:
            case.close_by_command(self.world.clock.time)

    def snooze(self, which: int) -> None:
        self._command(which, "snooze", self.world.cases)

    def dismiss(self, which: int) -> None:
        """No inquiry for this mailbox, says its owner; it is over when nobody of those who have the mail says otherwise."""
        case = self._command(which, "dismiss", [case for case in self.world.cases if case.copied_to])
        if case is None:
            return
        case.dismissed_in.add(case.told_home)
        left = [account for account in case.copied_to if account not in case.dismissed_in]
        if left:
            case.home = left[0]
        else:
            case.closed_at = self.world.clock.time

    # --- machines

    def noise(self, which: int) -> None:
        n = self.count()
        self._put(
            "INBOX",
            mail(f"robot{n}@list.example", SALES.email, "Noise", "Nothing to see.", Message_ID=f"<n{n}@list.example>",
                 **ROBOTS[which % len(ROBOTS)]),
        )  # fmt: skip

    def news(self, server: Server, message_id: str) -> None:
        """A newsletter, for that account."""
        to = SALES if server.account == "sales" else INFO
        server.put(
            "INBOX",
            mail("news@list.example", to.email, "News", "Nothing to see.", Message_ID=f"<{message_id}>", **ROBOTS[1]),
        )

    def doubt(self, which: int) -> None:
        """It may be an inquiry, and may be none. For another reason each time: else they would share a line."""
        self.world.seen["doubts"] += 1
        n = self.world.seen["doubts"]
        self._put(
            "INBOX" if which % 3 else "Leads",
            mail(f"doubt{n}@maybe.example", SALES.email, f"Doubt {n}", "What do you say to this?",
                 Message_ID=f"<d{n}@maybe.example>", Auto_Submitted=f"auto-generated; number={n}"),
        )  # fmt: skip

    def _last_letter(self, which: int) -> tuple[str, str, bytes] | None:
        taken = [known.letter for known in self.world.server.accepted if known.letter.kind in CUSTOMER_KINDS]
        letter = taken[which % len(taken)] if taken else None
        return (letter.recipient, letter.message_id, letter.data) if letter is not None else None

    def bounce(self, which: int) -> None:
        """Our acknowledgement comes back."""
        if (letter := self._last_letter(which)) is None:
            return
        self._count += 1
        self.world.seen["bounces"] += 1
        _, message_id, data = letter
        body = f"--b\r\n\r\nIt could not be delivered.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n{data.decode()}\r\n--b--"
        self._put(
            "INBOX",
            mail("MAILER-DAEMON@mx.example", SALES.email, "Undelivered Mail", body, Message_ID=f"<b{self._count}@mx.example>",
                 Return_Path="<>", In_Reply_To=f"<{message_id}>", Auto_Submitted="auto-replied",
                 Content_Type="multipart/report; report-type=delivery-status; boundary=b"),
        )  # fmt: skip

    def returned(self, which: int) -> None:
        """The last digest comes back from its reader's mailbox, hours after a server had accepted it."""
        digests = [each.letter for each in self.world.server.accepted if each.letter.kind is LetterKind.DIGEST]
        if not digests:
            return
        self._count += 1
        letter = digests[-1]
        self.world.on_returned(letter, f"b{self._count}@mx.example")
        body = (
            "--b\r\n\r\nIt could not be delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
            "Reporting-MTA: dns; mx.example\r\n\r\n"
            f"Final-Recipient: rfc822; {letter.recipient}\r\nAction: failed\r\nStatus: 5.2.2\r\n"
            "--b\r\nContent-Type: text/rfc822-headers\r\n\r\n"
            f"Message-ID: <{letter.message_id}>\r\n--b--"
        )
        self._put(
            "INBOX",
            mail("MAILER-DAEMON@mx.example", SALES.email, "Undelivered Mail", body, Message_ID=f"<b{self._count}@mx.example>",
                 Return_Path="<>", Content_Type="multipart/report; report-type=delivery-status; boundary=b"),
        )  # fmt: skip

    def auto(self, which: int) -> None:
        """The customer's machine answers ours."""
        if (letter := self._last_letter(which)) is None:
            return
        self._count += 1
        recipient, message_id, _ = letter
        self._put(
            "INBOX",
            mail(recipient, SALES.email, "Out of office", "I am away.", Message_ID=f"<a{self._count}@auto.example>",
                 In_Reply_To=f"<{message_id}>", References=f"<{message_id}>", Auto_Submitted="auto-replied"),
        )  # fmt: skip

    def copy(self, which: int) -> None:
        """Our own letter turns up in the inbox: a Bcc, or a rule of the customer's."""
        if (letter := self._last_letter(which)) is not None:
            self._put("INBOX", letter[2])

    # --- what servers do to mail

    def renumber(self, which: int) -> None:
        self.world.server.renumber()

    def _picked(self, which: int) -> tuple[int, Case | None] | None:
        """A message of the inbox, and whose question it is."""
        box = self.world.server.boxes["INBOX"]
        uids = sorted(uid for uid, mail in box.items() if not (self.world.server.holds(mail) or mail.thread_id))
        if not uids:
            return None
        uid = uids[which % len(uids)]
        # By the sender: a Message-ID may be somebody else's.
        found = _FROM_CUSTOMER.search(box[uid].raw)
        return uid, self.world.cases[int(found["case"]) - 1] if found else None

    def _undecided(self, case: Case, raw: bytes) -> bool:
        """Has nobody read it? Of a question, which may bear another one's Message-ID, the inquiry tells."""
        found = _FROM_CUSTOMER.search(raw)
        assert found
        if found["nth"] != b"0":
            return not self.is_decided(found["id"].decode())
        asked = ("select 1 from inquiry where customer = ?", (case.customer,))
        return not self.world.database.execute(*asked).fetchone()

    def is_decided(self, message_id: str) -> bool:
        asked = ("select 1 from ledger where message_id = ?", (message_id,))
        return self.world.database.execute(*asked).fetchone() is not None

    def expunge(self, which: int) -> None:
        """Somebody deletes it. What nobody has looked at before is lost to us, and outside the promise."""
        if (picked := self._picked(which)) is not None:
            gone = self.world.server.boxes["INBOX"][picked[0]].raw
            self._vanish(*picked)
            if picked[1] is not None:
                picked[1].unread = picked[1].hidden
            for case in self.world.cases:
                case.deleted |= case.is_told_by(gone)

    def _vanish(self, uid: int, case: Case | None) -> bytes:
        gone = self.world.server.boxes["INBOX"].pop(uid)
        if case is not None and self._undecided(case, gone.raw):
            case.hidden = True
        return gone.raw

    def away(self, which: int) -> None:
        """Moved to a folder nobody watches."""
        if (picked := self._picked(which)) is not None:
            uid, case = picked
            at = self.world.server.boxes["INBOX"][uid].at
            self._away.append(("INBOX", self._vanish(uid, case), at, case.number if case else 0))

    def back(self, which: int) -> None:
        """Moved back, or on to another watched folder, under a new number."""
        if self._away:
            _, raw, at, number = self._away.pop(which % len(self._away))
            self._put("Leads" if which % 2 else "INBOX", raw, at)
            case = self.world.cases[number - 1] if number else None
            if case is not None and not self._from_before(at):
                case.hidden = case.unread or (case.deleted and case.vague)  # what else they wrote is nowhere any more
