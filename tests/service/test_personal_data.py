"""service/personal_data.py: what is old loses its words and keeps its figures; what is about one person goes from every table."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.samples import MONDAY, add_review, inquiry, letter, policy
from watcher.core.inquiry.model import InquiryState, JournalNote
from watcher.core.outbox.model import LetterKind, LetterState
from watcher.edge.store import tables
from watcher.edge.store.commands import ProcessedCommandMail
from watcher.edge.store.tables import metadata
from watcher.service import personal_data

YEARS = MONDAY + timedelta(days=500)
CAROL = "carol@customer.example"


def dump(store) -> str:
    """Every value of every row."""
    with store.read_transaction() as tx:
        return "\n".join(str(tx.connection.execute(table.select()).all()) for table in metadata.sorted_tables)


def add_inquiry(tx, state=InquiryState.ANSWERED, **values):
    case = replace(inquiry(number=0, state=state), excerpt="The roof leaks", **values)
    return tx.inquiries.save_with_journal(case, [JournalNote("opened", f"{CAROL} wrote")], MONDAY)


def prune(store, now, kept=timedelta(days=400)) -> int:
    count = 0
    with store.write_transaction() as tx:
        while more := personal_data.prune_step(tx, kept, now, MONDAY.tzinfo):
            count += more
    return count


def test_what_has_been_closed_for_long_loses_its_words_and_keeps_its_figures(store):
    with store.write_transaction() as tx:
        case = add_inquiry(tx)
        tx.letters.add_to_queue(
            letter(id=0, state=LetterState.SENT, inquiry=case.number, recipient=CAROL, data=b"Dear Carol")
        )
    assert prune(store, MONDAY + timedelta(days=399)) == 1  # the octets of the letter
    with store.read_transaction() as tx:
        assert tx.inquiries.get(case.number).excerpt == "The roof leaks"
    assert prune(store, YEARS) > 0
    left = dump(store)
    for words in ("carol", "Carol", "roof", "Leaking"):
        assert words not in left, words
    with store.read_transaction() as tx:
        kept = tx.inquiries.get(case.number)
        (line,) = tx.inquiries.journal_of(case.number)
    assert (kept.state, kept.opened_at) == (case.state, case.opened_at)
    assert (line.at, line.event, line.text) == (MONDAY, "opened", "")


@pytest.mark.parametrize("state", [InquiryState.WAITING, InquiryState.SNOOZED])
def test_what_still_waits_keeps_its_words_however_old(store, state):
    with store.write_transaction() as tx:
        case = add_inquiry(tx, state)
    prune(store, YEARS)
    with store.read_transaction() as tx:
        assert tx.inquiries.get(case.number).customer == case.customer


def test_what_was_heard_of_lately_keeps_its_words(store):
    with store.write_transaction() as tx:
        case = add_inquiry(tx)
        tx.inquiries.add_to_journal(
            case.number, YEARS - timedelta(days=1), [("reopened", "by Anna"), ("done", "by Anna")]
        )
    prune(store, YEARS)
    with store.read_transaction() as tx:
        assert tx.inquiries.get(case.number).excerpt == "The roof leaks"


def obey_command(tx, case, at=MONDAY):
    """Anna answered a digest; what became of it names the customer, as the mail to her did."""
    digest = tx.letters.add_to_queue(
        letter(id=0, kind=LetterKind.DIGEST, key="d", state=LetterState.SENT, recipient="anna@example.com", data=b"")
    ).id
    tx.connection.execute(tables.digest_line.insert().values(letter=digest, inquiry=case.number, line=1))
    result = f"{case.number} (Carol Fields, The roof leaks) is done"
    tx.commands.record_processed(
        ProcessedCommandMail("f" * 64, "c1@example.com", "m" * 64, "anna", digest, at, 1, result)
    )


def test_what_became_of_a_command_names_a_customer_and_goes_with_the_rest(store):
    with store.write_transaction() as tx:
        obey_command(tx, add_inquiry(tx, InquiryState.DONE))
    assert "Carol Fields, The roof leaks" in dump(store)
    prune(store, YEARS)
    left = dump(store)
    assert "Carol" not in left and "roof" not in left
    with store.read_transaction() as tx:
        assert tx.commands.is_processed("f" * 64, "", "")


def test_what_became_of_a_command_is_forgotten_with_the_customer(store):
    with store.write_transaction() as tx:
        case = add_inquiry(tx, InquiryState.DONE, customer=CAROL)
        other = add_inquiry(tx, InquiryState.DONE, customer="dave@customer.example")
        obey_command(tx, case)
    with store.write_transaction() as tx:
        assert personal_data.forget_person(tx, CAROL, {"sales": policy()}, YEARS)["command"] == 1
    assert "Carol Fields" not in dump(store)
    with store.read_transaction() as tx:
        assert tx.inquiries.get(other.number).excerpt == "The roof leaks"


def test_never_keeps_all_words(store):
    with store.write_transaction() as tx:
        case = add_inquiry(tx)
    assert prune(store, YEARS, None) == 0
    with store.read_transaction() as tx:
        assert tx.inquiries.get(case.number).excerpt == "The roof leaks"


def test_a_night_is_a_few_rows_at_a_time(store):
    with store.write_transaction() as tx:
        for n in range(450):
            tx.letters.add_to_queue(
                letter(id=0, key=str(n), message_id=f"{n}@x", state=LetterState.SENT, inquiry=None, data=b"x")
            )
    counts = []
    for _ in range(4):
        with store.write_transaction() as tx:
            counts.append(personal_data.prune_step(tx, None, YEARS, MONDAY.tzinfo))
    assert counts == [200, 200, 50, 0]


@pytest.mark.parametrize("state", list(InquiryState))
def test_one_person_is_forgotten_in_every_table_and_nobody_else_is(store, state):
    with store.write_transaction() as tx:
        case = add_inquiry(tx, state, customer=CAROL.title())
        other = add_inquiry(tx, customer="dave@other.example", customer_name="Dave", subject="Gutter", reach=())
        tx.inquiries.add_to_journal(other.number, MONDAY, [("assigned", f"said by {CAROL.upper()} on the telephone")])
        add_review(tx)
        tx.threads.link_thread_keys([f"1.{CAROL}", "2@customer.example"], case.number)
        for key, found in ((f"ack:sales:{CAROL}:1", case), ("digest:anna:1", None)):
            state_of = LetterState.SENT
            tx.letters.add_to_queue(
                letter(id=0, key=key, message_id=f"{key}@x", state=state_of, inquiry=found and found.number,
                       recipient=CAROL if found else "anna@example.com", data=f"Dear {CAROL}".encode())
            )  # fmt: skip
    with store.read_transaction() as tx:
        exported = tx.personal_data.export_address(CAROL)
    assert {"inquiry", "journal", "letter", "thread"} <= set(exported)
    assert [row["number"] for row in exported["inquiry"]] == [case.number]
    with store.write_transaction() as tx:
        policies = {"sales": policy()}
        counts = personal_data.forget_person(tx, CAROL, policies, YEARS)
        assert counts["inquiry"] == 1
        assert tx.inquiries.get(case.number).state not in (InquiryState.WAITING, InquiryState.SNOOZED)
        assert tx.inquiries.get(other.number).subject == "Gutter"
        assert "(forgotten) on the telephone" in tx.inquiries.journal_of(other.number)[-1].text
        assert personal_data.forget_person(tx, CAROL, policies, YEARS) == {}
        assert tx.personal_data.export_address(CAROL) == {}
    assert CAROL not in dump(store).casefold()


@pytest.mark.parametrize("asked", ["carol@xn--bcher-kva.example", "Carol@Bücher.example"])
@pytest.mark.parametrize("stored", ["carol@xn--bcher-kva.example", "carol@bücher.example"])
def test_a_domain_with_an_umlaut_is_one_however_it_is_written(store, asked, stored):
    with store.write_transaction() as tx:
        add_inquiry(tx, InquiryState.WAITING, customer=stored, reach=(stored,))
        assert [row["customer"] for row in personal_data.export_person(tx, asked)["inquiry"]] == [stored]
        assert personal_data.forget_person(tx, asked, {"sales": policy()}, YEARS)["inquiry"] == 1
    assert stored not in dump(store)
