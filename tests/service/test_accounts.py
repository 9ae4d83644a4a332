"""service/accounts.py: which account has which token."""

from __future__ import annotations

import pytest

from tests.config.conftest import LEAST, load
from watcher.edge.credentials import PasswordAuthentication
from watcher.edge.oauth.token_source import TokenAuthentication
from watcher.service import accounts

PASSWORD = 'password = { env = "SALES_PASSWORD" }'
PERSON = 'auth = { oauth = "microsoft", client = "c" }'
APPLICATION = 'auth = { oauth = "microsoft", client = "c", tenant = "t", secret = { env = "S" } }'


def house(tmp_path, imap: str, smtp: str = PASSWORD, more: str = ""):
    text = LEAST.replace(PASSWORD, "{imap}", 1).replace(PASSWORD, smtp, 1).replace("{imap}", imap)
    return load(tmp_path, f'[watcher]\nstate_dir = "{tmp_path}/state"\n{text}{more}')


SHOP = """
[[mailbox]]
name = "shop"
address = "shop@example.com"
owner = "anna"
imap = { host = "imap.example.com", user = "shop@example.com", %s }
smtp = { host = "smtp.example.com" }
"""


def names(config) -> list[tuple[str, tuple[str, ...]]]:
    return [(token.account, token.mailboxes) for token in accounts.configured_tokens(config)]


def test_a_password_is_no_token(tmp_path):
    config = house(tmp_path, PASSWORD)
    assert names(config) == []
    assert isinstance(accounts.imap_account(config.mailbox[0], config).authentication, PasswordAuthentication)


def test_both_servers_of_a_mailbox_share_a_token(tmp_path):
    assert names(house(tmp_path, PERSON, PERSON)) == [("sales@example.com", ("sales",))]


def test_an_application_has_one_token_for_all_its_mailboxes(tmp_path):
    assert names(house(tmp_path, APPLICATION, APPLICATION, SHOP % APPLICATION)) == [
        ("application c", ("sales", "shop"))
    ]


def test_a_colleague_s_token_opens_a_shared_mailbox(tmp_path):
    """The server's user and the token's account are different names."""
    anna = PERSON.replace(" }", ', account = "anna@example.com" }')
    config = house(tmp_path, anna, anna, SHOP % PERSON)
    assert names(config) == [("anna@example.com", ("sales",)), ("shop@example.com", ("shop",))]
    box = config.mailbox[0]
    imap, smtp = accounts.imap_account(box, config).authentication, accounts.smtp_account(box, config).authentication
    assert isinstance(imap, TokenAuthentication) and imap.user == "sales@example.com"
    assert isinstance(smtp, TokenAuthentication)


@pytest.mark.parametrize(
    "changed", ['client = "other"', 'scopes = ["x"]', 'account = "b@example.com"', 'tenant = "t2"']
)
def test_another_registration_is_another_file(tmp_path, changed):
    key = changed.partition(" ")[0]
    before = PERSON if key != "client" else PERSON.replace('client = "c"', "")
    other = before.replace(" }", f", {changed} }}").replace(",  ,", ",").replace(", ,", ",")
    config = house(tmp_path, PERSON, PASSWORD, SHOP % PERSON)
    (first, _) = accounts.configured_tokens(config)
    changed_config = house(tmp_path, other)
    (second,) = accounts.configured_tokens(changed_config)
    assert first.source.store.path != second.source.store.path
    assert first.source.store.path.parent == tmp_path / "state" / "tokens"


def test_the_name_of_a_file_holds_nothing_odd(tmp_path):
    odd = PERSON.replace(" }", ', account = "../../etc/pässwd\\u0000 x" }')
    (token,) = accounts.configured_tokens(house(tmp_path, odd))
    assert token.source.store.path.parent == tmp_path / "state" / "tokens"
    assert "/" not in token.source.store.path.stem and "\0" not in token.source.store.path.stem


@pytest.mark.parametrize(
    ("auth", "words"),
    [(APPLICATION, "Object ID of the Enterprise application"), (PERSON, "that sales@example.com may open")],
)
def test_what_to_do_where_a_good_token_is_refused(tmp_path, auth, words):
    config = house(tmp_path, auth)
    authentication = accounts.imap_account(config.mailbox[0], config).authentication
    assert isinstance(authentication, TokenAuthentication)
    assert words in authentication._advice
