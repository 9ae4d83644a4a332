"""Ids and signatures: the same for the same letter, nobody else's for any other."""

from __future__ import annotations

import pytest

from watcher.core.letters.signature import derive_message_id, read_letter_name, sign_letter_name

KEY, OTHER_KEY = b"k" * 32, b"o" * 32


def test_a_letter_written_again_has_the_same_id():
    assert derive_message_id(KEY, "ack:1", "example.com") == derive_message_id(KEY, "ack:1", "example.com")
    ids = {derive_message_id(key, name, "example.com") for key in (KEY, OTHER_KEY) for name in ("ack:1", "ack:2")}
    assert len(ids) == 4


def test_a_signature_is_good_for_its_key_alone():
    token = sign_letter_name(KEY, derive_message_id(KEY, "ack:1", "example.com").partition("@")[0])
    assert read_letter_name(KEY, f" {token} ") == derive_message_id(KEY, "ack:1", "x").partition("@")[0]
    assert not read_letter_name(OTHER_KEY, token)


def test_an_id_is_no_signature():
    """Who has seen the id, as every reader has, cannot make the header that proves it."""
    name = derive_message_id(KEY, "ack:1", "x").partition("@")[0]
    assert not read_letter_name(KEY, f"{name}.{name.removeprefix('n.')}")


@pytest.mark.parametrize("token", ["", "n.", "x" * 5000, "n.é.é", "n." + "a" * 26 + "." + "a" * 26])
def test_what_is_no_signature_is_refused_and_raises_nothing(token):
    assert not read_letter_name(KEY, token)
