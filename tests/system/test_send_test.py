"""`watcher check --send-test` beside a mail server that checks signatures: is the house's own mail aligned with its domain?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import daemon
from tests.servers import milters, real

pytestmark = pytest.mark.timeout(300)
MakeHouse = Callable[[str], daemon.House]


@pytest.fixture
def house_signed_by(tmp_path: Path, certificates: real.Certificates, dovecot: real.Dovecot) -> Iterator[MakeHouse]:
    """A house whose outgoing mail is signed as a domain and checked when it comes in."""
    if reason := real.can_run():
        pytest.skip(reason)
    if milters.BINARY is None:
        pytest.skip("missing server: apt-get install opendkim")
    postfix = real.Postfix(certificates, dovecot.lmtp)
    started: list[milters.OpenDkim] = []

    def make(domain: str) -> daemon.House:
        milter = milters.OpenDkim(domain)
        started.append(milter)
        milter.start()
        milter.watch(postfix, milter.start_signer())
        n = daemon.nobody_else()
        house = daemon.House(tmp_path, dovecot, postfix, f"sales{n}", f"anna{n}")
        postfix.start()
        return house

    try:
        yield make
    finally:
        postfix.remove()
        for milter in started:
            milter.remove()


@pytest.mark.parametrize(
    ("domain", "sign", "words"),
    [
        ("example.com", "ok ", "aligned with example.com: dkim=pass (example.com)"),
        ("relay.example", "!! ", "not aligned with example.com: dkim=pass (relay.example)"),
    ],
)
def test_whether_a_customer_s_server_believes_the_sender_is_said(
    house_signed_by: MakeHouse, domain: str, sign: str, words: str
):
    house = house_signed_by(domain)
    done = house.run("check", "--send-test")
    (line,) = [line for line in done.stdout.splitlines() if "aligned with" in line]
    assert line.startswith(f"{sign} sales: test letter: {words}"), done.stdout
    assert ("switch on DKIM for example.com" in line) is (domain != "example.com")
    assert done.returncode == (0 if domain == "example.com" else 1)
    advice = (
        f'{milters.AUTHORITY} checks senders: write trust = {{ authserv_id = "{milters.AUTHORITY}" }} into [watcher]'
    )
    assert advice in done.stdout
