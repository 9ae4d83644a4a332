"""Mail as public reports show it goes the whole road: delivered by a real Dovecot, read by the service, told by the commands."""

from __future__ import annotations

import json
import re
import smtplib
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.attention_table import FIELD, HALVES
from watcher.cli import main

pytestmark = pytest.mark.timeout(400)

REPORTED = sorted(path for half in HALVES for path in (FIELD / "seventh" / half).rglob("*.eml"))


def deliver(dovecot, user: str, path: Path) -> None:
    """By LMTP (RFC 2033), the octets as they are."""
    octets = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    with smtplib.LMTP("127.0.0.1", dovecot.lmtp) as server:
        server.sendmail("", [user], octets, mail_options=("BODY=8BITMIME",))


def test_every_reported_mail_is_delivered_read_and_told(house, dovecot):
    assert house.run("run", "--once", "--dry-run").returncode == 0  # the baseline
    for path in REPORTED:
        deliver(dovecot, house.sales, path)
    done = house.run("run", "--once", "--dry-run")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    (seen,) = [row for row in house.rows("reconcile") if row["folder"] == "INBOX"]
    assert (seen["seen"], seen["unreadable"], seen["missing"]) == (len(REPORTED), 0, 0)
    told = house.run("classify", "--json", *map(str, REPORTED))
    assert (told.returncode, told.stderr) == (0, "")
    assert len([json.loads(line) for line in told.stdout.splitlines()]) == len(REPORTED)


@pytest.mark.parametrize("path", REPORTED, ids=lambda path: path.name)
def test_every_reported_mail_is_explained(path):
    explained = CliRunner().invoke(main, ["explain", str(path)])
    assert (explained.exit_code, explained.exception) == (0, None), explained.output
    decision = explained.output.partition("\nDecision\n")[2]
    assert re.search(r"(?m)^  attention +(answer|review|none): \S", decision)
    assert re.search(r"(?m)^  ack +(yes, to \S.*@|no: \S)", decision), "no letter, and nobody can know why"
