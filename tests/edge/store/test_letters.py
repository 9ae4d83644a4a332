"""edge/store: letters.py customer_letters.py: which letter is next, what is kept of it, and the counts that limit letters."""

from dataclasses import replace
from datetime import timedelta

from tests.samples import MONDAY, inquiry, letter
from watcher.core.outbox.model import LetterKind, LetterState


def test_a_letter_reads_back_as_it_was_written(store):
    with store.write_transaction() as tx:
        number = tx.inquiries.save(inquiry(number=0)).number
        queued = tx.letters.add_to_queue(letter(id=0, inquiry=number))
    with store.write_transaction() as tx:
        assert tx.letters.get(queued.id) == queued


def test_the_same_key_is_the_same_letter(store):
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        assert tx.letters.add_to_queue(letter(id=0)) is not None
        assert tx.letters.add_to_queue(letter(id=0, message_id="other@example.com")) is None


def test_a_change_based_on_an_old_look_is_refused(store):
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        old = tx.letters.add_to_queue(letter(id=0))
        assert tx.letters.update_if_unchanged(old, replace(old, attempts=1))
        assert not tx.letters.update_if_unchanged(old, replace(old, state=LetterState.SENDING))
        assert tx.letters.get(old.id).state is LetterState.PENDING


def test_what_is_due_comes_oldest_first_and_acknowledgements_before_digests(store):
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        for n, kind in enumerate([LetterKind.DIGEST, LetterKind.ACKNOWLEDGEMENT, LetterKind.ACKNOWLEDGEMENT]):
            due = MONDAY - timedelta(minutes=n)
            tx.letters.add_to_queue(letter(id=0, kind=kind, key=str(n), message_id=str(n), next_at=due))
        assert tx.letters.next_due_letter("sales", MONDAY).key == "2"
        assert tx.letters.next_due_letter("sales", MONDAY - timedelta(hours=1)) is None
        assert tx.letters.next_due_letter("other", MONDAY) is None


def test_an_uncertain_digest_comes_up_again_once_and_an_acknowledgement_never(store):
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        uncertain = {"id": 0, "state": LetterState.UNCERTAIN, "may_have_left": 1}
        tx.letters.add_to_queue(letter(**uncertain))
        assert tx.letters.next_due_letter("sales", MONDAY) is None
        tx.letters.add_to_queue(letter(**uncertain, kind=LetterKind.DIGEST, key="d", message_id="d"))
        assert tx.letters.next_due_letter("sales", MONDAY).key == "d"


def test_withheld_and_cancelled_acknowledgements_do_not_count_against_the_customer(store):
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        for n, state in enumerate(LetterState):
            tx.letters.add_to_queue(letter(id=0, key=str(n), message_id=str(n), state=state))
        since = MONDAY - timedelta(hours=1)
        assert tx.letters.count_to_customer(LetterKind.ACKNOWLEDGEMENT, "carol@customer.example", since) == 4
        assert tx.letters.count_to_customers_from("sales", since) == 4
        assert tx.letters.count_to_customer(LetterKind.ACKNOWLEDGEMENT, "carol@customer.example", MONDAY) == 0


#: To whom the letters of the one inquiry went that came back, and who was refused for good; not who was given up.
BOUNCED = frozenset(
    {
        "Carol@customer.example",
        "carol@customer.example",
        "dave@customer.example",
        "dave@xcustomer.example",
        "gone@gone.example",
    }
)


def test_what_limits_an_acknowledgement_is_counted_from_rows(store):
    with store.write_transaction() as tx:
        number = tx.inquiries.save(inquiry(number=0)).number
        rows = [
            ("Carol@customer.example", "sales", 10, LetterState.SENT),
            ("carol@customer.example", "sales", 90, LetterState.UNCERTAIN),
            ("dave@customer.example", "sales", 10, LetterState.SENDING),
            ("dave@xcustomer.example", "sales", 10, LetterState.SENT),
            ("erin@customer.example", "other", 10, LetterState.SENT),
            ("carol@customer.example", "sales", 25 * 60, LetterState.SENT),
            ("carol@customer.example", "sales", 10, LetterState.WITHHELD),
            ("gone@gone.example", "sales", 10, LetterState.FAILED),
            ("late@late.example", "sales", 10, LetterState.FAILED),
            ("noon@noon.example", "sales", 90, LetterState.FAILED),
            ("old@old.example", "sales", 25 * 60, LetterState.FAILED),
        ]
        for n, (to, mailbox, minutes, state) in enumerate(rows):
            at = MONDAY - timedelta(minutes=minutes)
            code = 550 if state is LetterState.FAILED else 250
            reason = "given-up" if to.startswith("late") else ""  # an account that was refused is no bounce
            tx.letters.add_to_queue(
                letter(id=0, key=str(n), message_id=str(n), recipient=to, mailbox=mailbox, offered_at=at, state=state, code=code,
                       reason=reason)
            )  # fmt: skip
        for n in range(5):  # reports about letters to one domain, and one about an inquiry that nobody acknowledged
            tx.inquiries.add_to_journal(number, MONDAY - timedelta(minutes=n), [("unreachable", "it came back")])
        never = tx.inquiries.save(inquiry(number=0, message_id="never", fingerprint="f" * 64)).number
        tx.inquiries.add_to_journal(never, MONDAY - timedelta(minutes=10), [("unreachable", "it came back")])
        assert tx.letters.acknowledgement_rates(letter(), "customer.example", MONDAY) == {
            "to_sender_day": 2, "to_domain_hour": 2, "from_mailbox_hour": 3, "bare_hour": 3, "from_mailbox_day": 4, "all_day": 5,
            "bounced_hour": BOUNCED, "bounced_day": BOUNCED | {"noon@noon.example"},
        }  # fmt: skip


def test_plus_addresses_are_one_person_and_subdomains_one_organisation(store):
    rows = (
        "carol@customer.example", "Carol+roof@customer.example", "carol+x@shop.customer.example", "caro_l@customer.example",
        "carolx@customer.example", "+49170@mms.example", "dave@xcustomer.example",
    )  # fmt: skip
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        for n, to in enumerate(rows):
            sent = {"state": LetterState.SENT, "offered_at": MONDAY - timedelta(minutes=5)}
            tx.letters.add_to_queue(
                letter(id=0, key=str(n), message_id=str(n), recipient=to, has_evidence=n == 0, **sent)
            )
        since = MONDAY - timedelta(hours=1)
        assert tx.letters.count_to_customer(LetterKind.ACKNOWLEDGEMENT, "carol@customer.example", since) == 2
        assert tx.letters.count_to_customer(LetterKind.ACKNOWLEDGEMENT, "+49170@mms.example", since) == 1
        for recipient in ("carol@customer.example", "carol+new@customer.example"):
            rates = tx.letters.acknowledgement_rates(letter(recipient=recipient), "customer.example", MONDAY)
            assert (rates["to_sender_day"], rates["to_domain_hour"], rates["bare_hour"]) == (2, 5, 6)
        assert tx.letters.acknowledgement_rates(letter(), "", MONDAY)["to_domain_hour"] == 0


def test_what_was_written_while_the_clock_was_ahead_holds_up_nothing(store):
    ahead = MONDAY + timedelta(days=3650)
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))
        tx.letters.add_to_queue(letter(id=0, state=LetterState.SENT, created_at=ahead, offered_at=ahead))
        tx.letters.add_to_queue(letter(id=0, key="k", message_id="k", next_at=ahead))
        assert tx.letters.next_due_letter("sales", MONDAY).key == "k"
        assert tx.letters.count_to_customers_from("sales", MONDAY - timedelta(hours=1)) == 1, "that which is not ahead"
        assert tx.letters.acknowledgement_rates(letter(), "customer.example", MONDAY)["all_day"] == 0


def test_the_latest_acknowledgement_tells_what_became_of_an_inquirys(store):
    with store.write_transaction() as tx:
        asked, unanswered = (tx.inquiries.save(inquiry(number=0)).number for _ in range(2))
        for n, state in enumerate([LetterState.CANCELLED, LetterState.SENT]):
            tx.letters.add_to_queue(letter(id=0, key=str(n), message_id=str(n), inquiry=asked, state=state))
        tx.letters.add_to_queue(
            letter(id=0, key="d", message_id="d", inquiry=unanswered, kind=LetterKind.DIGEST, state=LetterState.FAILED)
        )
        found = tx.letters.latest_acknowledgements([asked, unanswered])
        assert {number: kept.state for number, kept in found.items()} == {asked: LetterState.SENT}
