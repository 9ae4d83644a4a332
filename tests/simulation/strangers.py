"""What people outside the house do that no model of kind customers has: crowds, forged reports, twins, a second order like the first."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.simulation.people import ANNA, INFO, SALES, mail
from tests.torture.invariants import ANSWERS_OURS

if TYPE_CHECKING:
    from tests.simulation.case import Case
    from tests.simulation.world import World

#: So many forged reports an hour must not switch acknowledgements off.
FORGED_REPORTS = 6


class Strangers:
    """Every action of a history that is theirs, by its name."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._reports = 0

    def fair(self, which: int) -> None:
        """The day after a fair: more customers write at once than a digest shows at full length."""
        for _ in range(61 + which % 20):
            self.world.people.question(1)

    def forged_reports(self, which: int) -> None:
        """Somebody who has never got a letter of ours sends reports that some came back, and then a customer writes."""
        for _ in range(FORGED_REPORTS):
            self._reports += 1
            n = self._reports
            body = (
                "--b\r\n\r\nIt could not be delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
                f"Reporting-MTA: dns; mx.d{n}.example\r\n\r\nFinal-Recipient: rfc822; anybody@d{n}.example\r\n"
                "Action: failed\r\nStatus: 5.1.1\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n"
                f"From: {SALES.email}\r\nTo: anybody@d{n}.example\r\nMessage-ID: <z{n}@example.com>\r\n--b--"
            )
            self.world.server.put(
                "INBOX",
                mail(f"MAILER-DAEMON@mx.d{n}.example", SALES.email, "Undelivered Mail", body, Message_ID=f"<z{n}@mx.d{n}.example>",
                     Return_Path="<>", Content_Type="multipart/report; report-type=delivery-status; boundary=b"),
            )  # fmt: skip
        self.world.people.question(which)

    def twin(self, which: int) -> None:
        """Somebody knows what a customer is about to write, and is first: the same sender, id and subject, other words, and to another
        mailbox of the house. Sometimes it looks like a machine's."""
        if len(self.world.servers) == 1:
            return self.world.people.twice(which)
        case = self.world.people.new_case()
        case.has_twin = True
        first, second = ("info", "sales") if which % 2 else ("sales", "info")
        case.home = second
        is_automatic = which % 3 == 0
        case.is_twin_closed = is_automatic  # of what a machine sent there is no inquiry, and nothing to close
        self._put_twin(case, first, "Never mind.", {"Auto_Submitted": "auto-generated"} if is_automatic else {})
        self.world.work()
        self._put_twin(case, second, f"What does item {case.number} cost?", {})
        return None

    def _put_twin(self, case: Case, account: str, text: str, marks: dict[str, str]) -> None:
        to = SALES if account == "sales" else INFO
        raw = mail(case.customer, to.email, f"Inquiry {case.number}", text, Message_ID=f"<{case.first_id}>", **marks)
        self.world.servers[account].put("INBOX", raw)

    def orders_again(self, which: int) -> None:
        """Whoever was answered writes anew, with the same subject and without a word of what was before."""
        cases = [case for case in self.world.cases if self._may_order_again(case)]
        if not cases:
            return
        case = cases[which % len(cases)]
        case.orders += 1
        case.message_id = f"q{case.number}.{len(case.asked)}@c{case.number}.example"
        case.asked.append(self.world.clock.time)
        self.world.server.put(
            "INBOX",
            mail(case.customer, SALES.email, f"Inquiry {case.number}", f"And {case.orders} more of item {case.number}, please.",
                 Message_ID=f"<{case.message_id}>"),
        )  # fmt: skip

    def _may_order_again(self, case: Case) -> bool:
        is_plain = not (case.hidden or case.copied_to or case.has_twin or case.is_contact)
        return is_plain and not case.waits and bool(case.answered) and not case.first_id.startswith("other")

    # --- what the house wrote unasked

    def machine_is_faster(self, which: int) -> None:
        """Whoever is written to has a machine that answers at once, as a person might. The program of the house files its copy after that:
        before the next look, or just before something may leave."""
        if self.world.history.files_elsewhere:
            return
        n = self.world.people.count()
        ours, to = f"o{n}@example.com", f"traveller{n}{ANSWERS_OURS}"
        answer = mail(to, SALES.email, f"Re: Our offer {n}", "Which of the two do you mean?", Message_ID=f"<t{n}@away.example>",
                      In_Reply_To=f"<{ours}>")  # fmt: skip
        self.world.server.put("INBOX", answer)
        self.world.work()
        self.world.clock.time += timedelta(minutes=2) if which % 2 else timedelta(seconds=30)
        offer = mail(f"Anna <{ANNA}>", to, f"Our offer {n}", "On two pages.", Message_ID=f"<{ours}>")
        self.world.server.put("Sent", offer)
        self.world.seen["perhaps replies sales"] += 1
        if which % 2:
            self.world.work(look=False)

    # --- what the server has of the house's replies

    def reply_without_ids(self, which: int) -> None:
        """Somebody of the house answers from a telephone, whose program names no message. It can be meant for one alone."""
        people = self.world.people
        case = people.waiting_case(which)
        if case is None or case.hidden or case.has_twin or (case.orders and not people.is_decided(case.message_id)):
            return  # before anything has looked at a second order, it answers the first one as well as that
        people.reply(case, which, names_message=False)

    def second_reply(self, which: int) -> None:
        """Whoever was answered is written to once more: what the first reply had announced."""
        cases = [case for case in self.world.cases if self._may_return(case)]
        if cases:
            self.world.people.reply(cases[which % len(cases)], which)

    def reply_returns(self, which: int) -> None:
        """The last reply did not arrive, says a report of the house's own server: whoever asked waits, whatever came before it."""
        cases = [case for case in self.world.cases if self._may_return(case)]
        if not cases:
            return
        people = self.world.people
        case = cases[which % len(cases)]
        case.answered = [at for at in case.answered if at < case.asked[-1]]
        body = (
            "--b\r\n\r\nIt could not be delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
            "Reporting-MTA: dns; mx.example\r\n\r\n"
            f"Final-Recipient: rfc822; {case.customer}\r\nAction: failed\r\nStatus: 5.1.1\r\n"
            f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{case.reply_id}>\r\n--b--"
        )
        self.world.servers[case.home].put(
            "INBOX",
            mail("MAILER-DAEMON@mx.example", ANNA, "Undelivered Mail", body, Message_ID=f"<v{people.count()}@mx.example>",
                 Return_Path="<>", Content_Type="multipart/report; report-type=delivery-status; boundary=b"),
        )  # fmt: skip

    def _may_return(self, case: Case) -> bool:
        """Was a reply written to the last question, which is all there is of them, and was the last one seen?"""
        is_answered = any(at >= case.asked[-1] for at in case.answered)
        is_plain = not (case.has_twin or case.is_contact or case.orders or case.closed_at or case.hidden or case.vague)
        return is_plain and is_answered and not case.waits and self.world.people.is_decided(case.reply_id)

    def sent_ghost(self, which: int) -> None:
        """A message among the sent mail that is listed for ever and never handed out. It asks nothing."""
        n = self.world.people.count()
        raw = mail(
            "Anna <anna@example.com>", f"nobody{n}@far.example", "Ours", "Hello.", Message_ID=f"<g{n}@example.com>"
        )
        self.world.servers["sales"].put("Sent", raw, held_until=self.world.people.never)
