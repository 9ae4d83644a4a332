"""Whose word counts, end to end: OpenDKIM beside Postfix says of each mail what it found, Dovecot hands it out, and Watcher believes that
server and nobody else."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import format_datetime
from pathlib import Path

import pytest

from tests import daemon
from tests.daemon import until
from tests.interop.servers import find_obstacle
from tests.servers import milters, real
from watcher.edge.clock import Clock

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def milter() -> Iterator[milters.OpenDkim]:
    if milters.BINARY is None or milters.SIGNER is None:
        pytest.skip("missing server: apt-get install opendkim opendkim-tools")
    made = milters.OpenDkim("customer.example")
    try:
        made.start()
        yield made
    finally:
        made.remove()


@contextmanager
def open_house(tmp_path: Path, certificates, dovecot, milter, judge: int = 0) -> Iterator[daemon.House]:
    """A business whose mail server checks senders. `judge`: the port of OpenDMARC."""
    if reason := real.can_run():
        pytest.skip(reason)
    postfix = real.Postfix(certificates, dovecot.lmtp)
    milter.watch(postfix, judge=judge)
    n = daemon.nobody_else()
    house = daemon.House(tmp_path, dovecot, postfix, f"sales{n}", f"anna{n}")
    trust = f'[watcher]\ntrust = {{ authserv_id = "{milters.AUTHORITY}" }}\n'
    house.config.write_text(house.config.read_text().replace("[watcher]\n", trust))
    try:
        postfix.start()
        yield house
    finally:
        house.close()
        postfix.remove()


@pytest.fixture
def strict_house(tmp_path: Path, certificates, dovecot, milter) -> Iterator[daemon.House]:
    """A business whose mail server checks signatures."""
    with open_house(tmp_path, certificates, dovecot, milter) as house:
        yield house


@pytest.fixture
def judged_house(request, tmp_path: Path, certificates, dovecot, milter) -> Iterator[daemon.House]:
    """One whose mail server has OpenDMARC, too; the parameter is what the DNS says of customer.example."""
    if obstacle := find_obstacle():
        pytest.skip(f"missing server: OpenDMARC: {obstacle}")
    judge = milters.OpenDmarc(request.param)
    try:
        judge.start()
        with open_house(tmp_path, certificates, dovecot, milter, judge.port) as house:
            yield house
    finally:
        judge.remove()


def write(house: daemon.House, customer: str, *more: str) -> bytes:
    lines = [
        f"From: {customer}@customer.example",
        f"To: {house.sales}@example.com",
        f"Subject: A new roof for {customer}",
        f"Message-ID: <{customer}@customer.example>",
        f"Date: {format_datetime(Clock().now())}",
        *more,
        "",
        "Hello, what does a new roof cost?",
        "",
    ]
    return "\r\n".join(lines).encode()


def send(house: daemon.House, customer: str, raw: bytes, domain: str = "customer.example") -> None:
    """`domain`: of the envelope. SPF passes for it, whichever it is: it comes from this machine."""
    with smtplib.SMTP("127.0.0.1", house.postfix.smtp, timeout=20) as client:
        client.sendmail(f"{customer}@{domain}", [f"{house.sales}@example.com"], raw)


def results_in_mailbox(house: daemon.House) -> dict[str, list[str]]:
    """Message-ID → the headers, as the mailbox has them."""
    return {
        str(mail["Message-ID"]).strip("<>").partition("@")[0]: [
            " ".join(value.split()) for value in mail.get_all("Authentication-Results", [])
        ]
        for mail in house.mail_of(house.sales)
    }


def test_the_word_of_our_own_server_counts_and_a_stranger_s_does_not(strict_house, milter, dovecot):
    house, n = strict_house, daemon.nobody_else()
    carol, mallory, tim, eve = (dovecot.user(f"{name}{n}") for name in ("carol", "mallory", "tim", "eve"))
    forged = f"Authentication-Results: {milters.AUTHORITY}; dkim=pass header.d=customer.example; dmarc=pass header.from=customer.example"
    house.start()
    send(house, eve, write(house, eve, forged.replace(milters.AUTHORITY, "mx.evil.example")))
    send(house, mallory, write(house, mallory, forged))
    send(house, tim, milter.sign(write(house, tim)).replace(b"A new roof", b"A NEW ROOF"))
    send(house, carol, milter.sign(write(house, carol)))
    (acknowledgement,) = until("the acknowledgement", lambda: house.mail_of(carol))
    assert acknowledgement["Subject"] == f"Re: A new roof for {carol}", "whose name is vouched for reads her own words"
    found = results_in_mailbox(house)
    assert [found[name][0].partition(" header.d")[0].split()[1] for name in (eve, mallory, tim, carol)] == [
        "dkim=none;", "dkim=none;", "dkim=fail", "dkim=pass",
    ]  # fmt: skip
    assert [len(found[name]) for name in (eve, mallory)] == [2, 1], "what the server leaves is somebody else's word"
    rows = house.rows("list", "--all")
    assert len(rows) == 4, "people are reminded of them all"
    unacknowledged = {row["customer"].partition("@")[0] for row in rows if row["acknowledged"] == "no"}
    assert unacknowledged == {eve, mallory, tim}, "nobody vouches for them"
    assert [len(house.mail_of(name)) for name in (eve, mallory, tim)] == [0, 0, 0]
    assert house.stop() == 0


@pytest.mark.parametrize(
    ("judged_house", "found"),
    [({}, "dmarc=none"), ({"_dmarc.customer.example": "v=DMARC1; p=none"}, "dmarc=fail")],
    indirect=["judged_house"],
    ids=["without a policy", "with a policy"],
)
def test_what_opendmarc_and_opendkim_say_in_headers_of_their_own_counts_together(judged_house, found, milter, dovecot):
    """Most customers' domains have no DMARC policy: `dmarc=none` on top hid that OpenDKIM had found a good signature."""
    house, n = judged_house, daemon.nobody_else()
    carol, mallory, eve = (dovecot.user(f"{name}{n}") for name in ("carol", "mallory", "eve"))
    house.start()
    forged = f"Authentication-Results: {milters.AUTHORITY}; dkim=pass header.d=customer.example"
    send(house, mallory, write(house, mallory), "evil.example")
    send(house, eve, write(house, eve, forged, "Received: by mx.example.com with LMTP"), "evil.example")
    send(house, carol, milter.sign(write(house, carol)), "evil.example")
    (acknowledgement,) = until("the acknowledgement", lambda: house.mail_of(carol))
    assert acknowledgement["Subject"] == f"Re: A new roof for {carol}", "whose name is vouched for reads her own words"
    results = results_in_mailbox(house)
    tops = [results[name][0].partition("; ")[2].split()[0] for name in (mallory, eve, carol)]
    assert tops == [found, found, found.replace("fail", "pass")], results
    assert [len(values) for values in results.values()] == [3, 3, 3], "OpenDMARC writes two, OpenDKIM one"
    rows = {row["customer"].partition("@")[0]: row["acknowledged"] for row in house.rows("list", "--all")}
    assert [rows[name] for name in (mallory, eve)] == ["no", "no"], "nobody vouches for them"
    assert [len(house.mail_of(name)) for name in (mallory, eve)] == [0, 0]
    assert house.stop() == 0
