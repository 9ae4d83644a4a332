"""edge/store/figures.py: what monitors are shown is what is there."""

from datetime import timedelta

from tests.samples import MONDAY, inquiry, letter
from watcher.core.health.model import WaitingFigures
from watcher.core.inquiry.model import InquiryState
from watcher.core.outbox.model import LetterKind, LetterState

HOUR = timedelta(hours=1)


def add_letter(tx, number: int, **changed) -> None:
    values = {"inquiry": None, "key": f"k{number}", "message_id": f"n.{number}@example.com"} | changed
    tx.letters.add_to_queue(letter(id=0, **values))


def test_what_waits_by_mailbox(store):
    with store.write_transaction() as tx:
        for n, (mailbox, state, promise) in enumerate(
            [("sales", "waiting", -1), ("sales", "waiting", 1), ("sales", "answered", -1), ("help", "waiting", 1)]
        ):
            tx.inquiries.save(
                inquiry(number=0, mailbox=mailbox, state=InquiryState(state), fingerprint=f"{n:064}", message_id=f"q{n}@x",
                        promise_at=MONDAY + promise * HOUR, waiting_since=MONDAY - n * HOUR)
            )  # fmt: skip
        assert tx.figures.waiting_by_mailbox(MONDAY) == {
            "sales": WaitingFigures(2, MONDAY - HOUR, 1),
            "help": WaitingFigures(1, MONDAY - 3 * HOUR, 0),
        }


def test_letters_are_counted_by_kind_and_state(store):
    with store.write_transaction() as tx:
        add_letter(tx, 1)
        add_letter(tx, 2)
        add_letter(tx, 3, kind=LetterKind.DIGEST, state=LetterState.SENT)
        assert tx.figures.count_letters() == {("acknowledgement", "pending"): 2, ("digest", "sent"): 1}


def test_since_when_a_letter_should_have_left(store):
    with store.write_transaction() as tx:
        add_letter(tx, 1, next_at=MONDAY - HOUR)
        add_letter(tx, 2, next_at=MONDAY - 2 * HOUR)
        add_letter(tx, 3, next_at=MONDAY + HOUR, mailbox="help")
        add_letter(tx, 4, next_at=MONDAY - HOUR, mailbox="help", state=LetterState.SENT)
        assert tx.figures.oldest_due_letters(MONDAY) == {"sales": MONDAY - 2 * HOUR}


def test_acknowledgements_that_a_cap_holds_back(store):
    with store.write_transaction() as tx:
        add_letter(tx, 1, next_at=MONDAY + timedelta(minutes=10), reason="rate-global")  # waits for its turn
        add_letter(tx, 2, state=LetterState.WITHHELD, reason="rate-global")
        add_letter(tx, 3, state=LetterState.WITHHELD, reason="stale")
        add_letter(
            tx,
            4,
            state=LetterState.WITHHELD,
            reason="rate-global",
            created_at=MONDAY - 3 * HOUR,
            next_at=MONDAY - 3 * HOUR,
        )
        add_letter(tx, 5)  # to leave at once
        add_letter(tx, 6, next_at=MONDAY + HOUR, attempts=1, error="no answer in time")
        add_letter(tx, 7, next_at=MONDAY + HOUR, kind=LetterKind.DIGEST)
        add_letter(tx, 8, created_at=MONDAY - HOUR)  # its mailbox was observed until now
        assert tx.figures.count_held_back({"rate-global"}, MONDAY - HOUR) == {"sales": {"rate-global": 2}}
