"""Real mail against "whose answer is it?": a slice of the support mailbox, and machines' mail that names an open inquiry."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from tests import corpus, raid
from tests.replay import MONDAY, answered_by, as_answer, closes, in_memory, question
from tests.worlds import IntakeDesk
from watcher.core.message.delivery_traces import remove_delivery_traces

pytestmark = pytest.mark.timeout(600)
needs_raid = pytest.mark.skipif(
    not raid.FOLDER.is_dir(), reason=f"no corpus at {raid.FOLDER}: name one in WATCHER_CORPUS"
)


@needs_raid
async def test_a_real_support_mailbox():
    """An eighth of it; the whole of it on a real server is `python -m tests.replay`, figures in docs/development/figures.md."""
    figures = await in_memory(raid.threads(8))
    print(figures.table(), *figures.misses, sep="\n")
    hits, n = figures.share(raid.ANSWERED)
    assert n > 25
    assert hits >= 0.98 * n
    opened, later = figures.share(raid.ANEW)
    assert opened <= 0.02 * later
    for what in (raid.WRONGLY, raid.ELSEWHERE, raid.MACHINE):
        assert figures.share(what)[0] == 0, what


@needs_raid
async def test_the_same_mailbox_when_the_staffs_programs_name_nothing():
    """No In-Reply-To, no References: subject, participants and time are left. What cannot be told stays open; nothing is closed wrongly."""
    figures = await in_memory(raid.without_ids(raid.threads(16)))
    print(figures.table(), *figures.misses, sep="\n")
    hits, n = figures.share(raid.ANSWERED)
    assert n > 10
    assert hits >= 0.9 * n
    for what in (raid.WRONGLY, raid.ELSEWHERE, raid.MACHINE):
        assert figures.share(what)[0] == 0, what


#: Labelled as persons' mail, and machines' by their own words: an absence ("This is an automated response to a message you have
#: sent") that lay among a list's good mail, and an "automatic bounce notification" that a parser of bounces could not read.
MACHINES_ALL_THE_SAME = [
    "human/datasets-spam-assassin_0.2.3__data__easy-ham-1__00033.2ceb520d2c6500ccf24357f2ebdce618.eml",
    "not-bounce/set-of-emails__maildir__not__rb-issue-368-bug.eml",
]


def needs_corpus() -> None:
    if not (corpus.CORPUS / "manifest.csv").is_file():
        pytest.skip(f"no corpus at {corpus.CORPUS}: name one in WATCHER_CORPUS")


async def test_no_machine_answers_a_customer_whoever_it_writes_as_and_wherever_it_lies():
    """Auto-replies, reports and a fifth of the bounces; `python -m tests.replay` takes them all. An invitation that lies in the
    sent folder is none of them: somebody of the house chose a time and sent it to the customer, which answers."""
    needs_corpus()
    rows = await closes(every=5)
    assert sum(n for _, n, _ in rows) > 150
    assert [row for row in rows if row[2] and row[0] != "calendar"] == []
    invitations = [proof for label, _, closed in rows if label == "calendar" for proof in closed.values()]
    assert len(invitations) == 2
    assert all("how='Sent: In-Reply-To" in proof for proof in invitations)


async def test_the_same_road_closes_an_inquiry_when_a_person_wrote():
    """The counterproof: else the test above would prove nothing."""
    needs_corpus()
    samples = [each for each in corpus.samples() if each.label in ("human", "not-bounce")]
    closed = await answered_by(
        [as_answer(remove_delivery_traces(each.raw), n) for n, each in enumerate(samples)], ("Sent",), frozenset()
    )
    assert len(samples) > 10
    assert [each.file for n, each in enumerate(samples) if n not in closed] == MACHINES_ALL_THE_SAME


async def test_no_letter_of_our_own_answers_a_customer():
    """As it left, with another Message-ID, and with our signature taken off as well, as relays do."""
    desk = IntakeDesk("sales@example.com", ["anna@example.com"], MONDAY)
    await desk.begin()
    for n in range(25):
        desk.mailbox.put("INBOX", question(n), MONDAY)
    await desk.look(MONDAY)
    letters = desk.letters()
    assert len(letters) == 25
    for letter in letters:
        renamed = re.sub(rb"(?m)^Message-ID: <", b"Message-ID: <relay.", letter.data)
        bare = re.sub(rb"(?m)^X-Watcher-Ref: .*\r\n", b"", renamed.replace(b"<relay.", b"<bare."))
        assert len({letter.data, renamed, bare}) == 3
        for raw in (letter.data, renamed, bare):
            for folder in ("Sent", "INBOX"):
                desk.mailbox.put(folder, raw, MONDAY + timedelta(minutes=1))
    await desk.look(MONDAY + timedelta(minutes=1))
    with desk.store.write_transaction() as tx:
        assert {str(each.state) for each in tx.inquiries.find_by_state()} == {"waiting"}
        assert len(tx.inquiries.find_by_state()) == 25
