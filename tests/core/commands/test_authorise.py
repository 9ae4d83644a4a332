"""Tokens, and whose mail may be obeyed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import ANNA, CAROL, facts, letter, us
from watcher.core.commands.authorise import (
    REPLY_VALIDITY,
    CommandMail,
    ReferencedDigest,
    Refusal,
    create_token,
    digest_local_part,
    extract_own_lines,
    find_authorised_digest,
    find_tokens,
    is_candidate,
)
from watcher.core.letters.links import mailto_url
from watcher.core.outbox.model import LetterKind
from watcher.core.rules.codes import SuppressionCode

KEY, OTHER = b"k" * 32, b"o" * 32
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
NAME = "n." + "a" * 26
DIGEST = letter(
    kind=LetterKind.DIGEST,
    recipient=ANNA.email,
    message_id=f"{NAME}@example.com",
    created_at=NOW,
    data=b"\r\nHello Anna\r\n",
)


def judged(named, now=NOW, addresses=frozenset({ANNA.key}), codes=(), key=KEY, **changed):
    return find_authorised_digest(CommandMail(facts(from_=(ANNA,), **changed), codes, addresses), named, key, us(), now)


def test_a_token_has_130_bits_of_name_and_of_signature_and_fits_a_line():
    made = create_token(KEY, DIGEST.message_id, ANNA.email, NOW)
    _, name, _, signature = made.split(".")
    assert len(name) == len(signature) == 26  # of 5 bits
    assert len(f"> > Ref: {made}") <= 76
    assert find_tokens(f"quoted\n> Ref: {made.upper()}\n") == (made,)
    assert digest_local_part(made) == NAME


@pytest.mark.parametrize(
    ("key", "recipient", "letter_id"),
    [(OTHER, ANNA.email, DIGEST.message_id), (KEY, "ben@example.com", DIGEST.message_id), (KEY, ANNA.email, f"n.{'b' * 26}@example.com")],
)  # fmt: skip
def test_a_token_is_bound_to_key_addressee_and_digest(key, recipient, letter_id):
    good, bad = create_token(KEY, DIGEST.message_id, ANNA.email, NOW), create_token(key, letter_id, recipient, NOW)
    assert judged([ReferencedDigest(DIGEST, good)]) is DIGEST
    assert isinstance(judged([ReferencedDigest(DIGEST, bad)]), Refusal)


def test_it_expires_whichever_way_it_is_named():
    made = create_token(KEY, DIGEST.message_id, ANNA.email, NOW)
    for named in (ReferencedDigest(DIGEST), ReferencedDigest(DIGEST, made)):
        assert judged([named], NOW + REPLY_VALIDITY - timedelta(hours=1)) is DIGEST
        assert isinstance(judged([named], NOW + REPLY_VALIDITY + timedelta(hours=2)), Refusal)


def test_the_addressee_alone():
    assert judged([ReferencedDigest(DIGEST)]) is DIGEST
    assert isinstance(judged([ReferencedDigest(DIGEST)], addresses=frozenset({"ben@example.com"})), Refusal)
    assert judged([]) is None


@pytest.mark.parametrize(
    "changed",
    [{"from_html": True}, {"is_forward": True}, {"part_types": ("multipart/mixed", "text/plain", "message/rfc822")}],
    ids=str,
)
def test_what_is_not_plainly_said_is_refused(changed):
    assert isinstance(judged([ReferencedDigest(DIGEST)], **changed), Refusal)


def test_two_digests_at_once_are_refused():
    other = replace(DIGEST, id=2, message_id=f"n.{'b' * 26}@example.com")
    assert isinstance(judged([ReferencedDigest(DIGEST), ReferencedDigest(other)]), Refusal)


@pytest.mark.parametrize(
    ("from_", "header", "codes", "expected"),
    [
        ((ANNA,), str(ANNA), (), True),
        ((ANNA,), f"{ANNA} <mallory@evil.example>", (), False),
        ((ANNA, CAROL), f"{ANNA}, {CAROL}", (), False),
        ((CAROL,), str(CAROL), (), False),
        ((), "", (), False),
        ((ANNA,), str(ANNA), ("auto-submitted",), False),
        ((ANNA,), str(ANNA), ("null-sender",), False),
        ((ANNA,), str(ANNA), ("suppress-requested",), True),  # Exchange puts it on what people write
    ],
)
def test_one_sender_a_person_and_no_machine(from_, header, codes, expected):
    mail = facts(from_=from_, headers={"from": (header,)})
    assert is_candidate(CommandMail(mail, codes, frozenset({ANNA.key}))) is expected


def test_the_persons_text_ends_where_the_digest_begins():
    digest = (
        b"Content-Type: text/plain; charset=utf-8\r\n\r\nHello Anna and all\r\n 1. done\r\n 2. 3 done\r\nRef: w.x\r\n"
    )
    mail = facts(in_reply_to=("x",), text="1 done\n*1.* done\n\nHello Anna and all\n4 done")
    assert extract_own_lines(mail, digest) == (["1 done"], ["*1.* done"])


def test_below_the_reference_of_a_link_stands_nothing_of_theirs():
    made = create_token(KEY, DIGEST.message_id, ANNA.email, NOW)
    assert extract_own_lines(facts(text=f"1 done\n\nRef: {made}\n\n2 done"), DIGEST.data) == (["1 done"], [])


@given(st.text(max_size=300))
def test_any_text_has_tokens_or_none(text):
    assert all(each.startswith("w.") for each in find_tokens(text))


def test_a_link_encodes_everything():
    link = mailto_url("o'hara+x@example.com", "3 assign ben & co?", "w.x")
    assert link == (
        "mailto:o%27hara%2Bx@example.com?subject=watcher%3A%203%20assign%20ben%20%26%20co%3F"
        "&body=3%20assign%20ben%20%26%20co%3F%0D%0A%0D%0ARef%3A%20w.x%0D%0A"
    )


@pytest.mark.parametrize(
    ("text", "may_command"),
    [("away until monday", True), ("Hi,\nabwesend bis 24.12.\nAnna", True), ("I am out of the office.", False)],
)
def test_away_until_is_a_command_though_machines_say_much_the_same(text, may_command):
    mail = facts(from_=(ANNA,), headers={"from": ("Anna <anna@example.com>",)}, text=text)
    assert is_candidate(CommandMail(mail, (SuppressionCode.AUTO_TEXT,), {mail.author.key})) == may_command
