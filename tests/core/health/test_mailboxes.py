"""core/health/mailboxes.py: names change, accounts change hands, servers change; what is known stays with its account."""

from __future__ import annotations

import pytest

from watcher.core.health.mailboxes import MAX_NAME_CHARS, plan_renames
from watcher.core.health.model import MailboxIdentity


def box(name: str, account: str = "a", address: str = "") -> MailboxIdentity:
    return MailboxIdentity(name, account, address or f"{account}@example.com")


@pytest.mark.parametrize(
    ("known", "configured", "renames"),
    [
        ([], [box("sales")], {}),
        ([box("sales")], [box("sales")], {}),
        ([box("sales")], [box("verkauf")], {"sales": "verkauf"}),
        ([box("sales")], [box("verkauf", address="new@example.com")], {"sales": "verkauf"}),
        ([box("a", "1"), box("b", "2")], [box("b", "1"), box("a", "2")], {"a": "b", "b": "a"}),
        ([box("a", "1"), box("b", "2")], [box("b", "1"), box("c", "2")], {"a": "b", "b": "c"}),
        ([box("sales", "old", "s@example.com")], [box("sales", "new", "s@example.com")], {}),  # another server
        ([box("sales", "")], [box("sales", "a")], {}),  # of an older database
        ([box("sales", "1")], [box("sales", "2")], {"sales": "sales (1)"}),  # another mailbox under the name
        ([box("sales", "1")], [box("sales", "2"), box("old", "1")], {"sales": "old"}),
        ([box("gone", "1")], [box("sales", "2")], {}),
        # two mailboxes of one account, by their addresses
        ([box("a", "1", "a@x"), box("b", "1", "b@x")], [box("c", "1", "b@x"), box("a", "1", "a@x")], {"b": "c"}),
        ([box("a", "1", "a@x")], [box("a", "1", "a@x"), box("b", "1", "b@x")], {}),
    ],
)
def test_what_is_known_goes_by_the_name_its_account_has_today(known, configured, renames):
    assert plan_renames(known, configured) == renames


def test_the_name_of_one_that_has_to_give_it_up_is_free_and_fits():
    long = "x" * 200
    taken = f"s ({long})"[:MAX_NAME_CHARS]
    renames = plan_renames([box("s", long), box(taken, "2")], [box("s", "3")])
    assert len(renames["s"]) <= MAX_NAME_CHARS
    assert renames["s"] != taken
