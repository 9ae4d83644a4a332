"""core/message/headers.py: header values as strangers write them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.core.message import headers
from watcher.core.message.model import Address


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("plain", "plain"),
        ("=?utf-8?Q?K=C3=A4se?=", "Käse"),
        ("=?UTF-8?B?S8Okc2U=?=", "Käse"),
        ("=?utf-8?B?S8Okc2U?=", "Käse"),  # no padding
        ("=?utf-8?B?S8Ok\r\n c2U=?=", "Käse"),  # folded inside
        ("=?utf-8?Q?K=C3?= =?utf-8?Q?=A4se?=", "Käse"),  # cut inside a character
        ("=?utf-8?B?w6Q=?=\r\n\t=?utf-8?B?w7Y=?=", "äö"),  # RFC 2047 § 6.2: white space between words is none
        ("=?utf-8?Q?a?= b =?utf-8?Q?c?=", "a b c"),
        ("=?utf-8?Q?a?=b=?utf-8?Q?c?=", "abc"),
        ("=?utf-8?Q?a?==?utf-8?Q?b?=", "ab"),
        ("=?iso-8859-1?Q?=E4?= =?utf-8?Q?=C3=A4?=", "ää"),
        ("=?utf-8*de?Q?K=C3=A4se?=", "Käse"),  # RFC 2231 § 5
        ("=?utf-8?Q?Are you there??=", "Are you there?"),
        ("=?utf-8?Q?a_b?=", "a b"),
        ("=?nope?Q?K=C3=A4se?=", "Käse"),
        ("=?nope?Q?K=E4se?=", "Käse"),
        ("=?us-ascii?Q?K=E4se?=", "Käse"),
        ("=?gb2312?B?1tDOxA==?=", "中文"),
        ("=?utf-8?Q?unfinished=C3=A4", "unfinishedä"),  # the rest was cut off, or became text
        ("=?utf-8?Q?unfinished and more", "=?utf-8?Q?unfinished and more"),
        ("=?iso 8859-15?Q?K=E4se_=A4?=", "Käse €"),
        ("=?utf-8?X?what?=", "=?utf-8?X?what?="),
        ("K\udcc3\udca4se", "Käse"),  # raw octets as the parser keeps them
        ("K\udce4se", "Käse"),
        ("Ka\u0308se", "Käse"),
        ("a\r\n b\t c", "a b c"),
        ("pay\u202epal", "paypal"),
        ("in\u200bvoice", "invoice"),
        ("a\u2028b\x00c\x85d", "a b c d"),
        ("=?utf-7?Q?+2AA-?=", "\ufffd"),
    ],
)
def test_a_value_is_decoded_even_where_it_is_broken(value: str, shown: str) -> None:
    assert headers.decode_header(value) == shown


@pytest.mark.parametrize(
    ("value", "charset", "shown"),
    [
        ("K\udce4se", "iso-8859-1", "Käse"),
        ("K\udcc3\udca4se", "windows-1251", "Käse"),  # UTF-8 all the same
        ("\udcd6\udcd0\udcce\udcc4", "gb18030", "中文"),
        ("\udccf\udcf0\udce8\udce2\udce5\udcf2", "windows-1251", "Привет"),
        ("K\udce4se", "no-charset", "Käse"),
    ],
)
def test_octets_that_nothing_declares_are_read_in_the_charset_of_the_body(value: str, charset: str, shown: str) -> None:
    assert headers.decode_header(value, charset) == shown
    assert headers.parse_addresses(f"{value} <k@x.example>", charset) == (Address("k@x.example", shown),)


@pytest.mark.parametrize("line_end", ["=0D=0A", "=0A", "=0D", "=E2=80=A8", "=C2=85", "=0B", "=00"])
def test_an_encoded_line_end_cannot_start_a_header(line_end: str) -> None:
    assert headers.decode_header(f"=?utf-8?Q?hi{line_end}Bcc: x?=") == "hi Bcc: x"


@given(
    st.text(alphabet=st.characters(codec=None), max_size=300)
    | st.text(alphabet="=?utf8QBqb_ äö\r\n\udce4", max_size=300)
)
def test_whatever_comes_in_is_one_line_that_can_be_stored(value: str) -> None:
    shown = headers.decode_header(value)
    shown.encode()
    assert len(shown.splitlines()) <= 1
    assert headers.decode_header(shown) == shown or "=?" in value or "=?" in shown


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("carol@customer.example", [("carol@customer.example", "")]),
        ("<carol@customer.example>", [("carol@customer.example", "")]),
        ("Carol <carol@customer.example>", [("carol@customer.example", "Carol")]),
        ('"Doe, Carol" <carol@customer.example>', [("carol@customer.example", "Doe, Carol")]),
        ('"Carol \\"C\\" Doe" <c@x.example>', [("c@x.example", 'Carol "C" Doe')]),
        ('"Hotel \\"Zur Post\\"" <c@x.example>', [("c@x.example", 'Hotel "Zur Post"')]),
        ('"\\"Zur Post\\" Hotel" <c@x.example>', [("c@x.example", '"Zur Post" Hotel')]),
        ('"\\"Sun\\" & \\"Moon\\"" <c@x.example>', [("c@x.example", '"Sun" & "Moon"')]),
        ('"\'Carol \\"C\\" Doe\'" <c@x.example>', [("c@x.example", 'Carol "C" Doe')]),
        ("\"'Carol O'Brien'\" <c@x.example>", [("c@x.example", "Carol O'Brien")]),
        ("=?utf-8?Q?=22Carol?= <c@x.example>", [("c@x.example", "Carol")]),
        ("carol@customer.example (Carol)", [("carol@customer.example", "Carol")]),
        ("Carol@Customer.EXAMPLE", [("Carol@customer.example", "")]),
        ("a@x.example, B <b@x.example>;c@x.example", [("a@x.example", ""), ("b@x.example", "B"), ("c@x.example", "")]),
        ("Team: a@x.example, b@x.example;", [("a@x.example", ""), ("b@x.example", "")]),
        ("undisclosed-recipients:;", []),
        ("<@relay.example,@b.example:c@x.example>", [("c@x.example", "")]),
        ("=?utf-8?Q?K=C3=A4the?= <k@x.example>", [("k@x.example", "Käthe")]),
        ("=?utf-8?Q?Evil=2C_=3Cvictim=40x.example=3E?= <k@x.example>", [("k@x.example", "Evil, <victim@x.example>")]),
        ("=?utf-8?Q?evil@x.example?=", []),
        ("=?utf-8?Q?a\r\n b?= <k@x.example>", [("k@x.example", "a b")]),
        ("victim@bank.example <evil@x.example>", [("evil@x.example", "victim@bank.example")]),
        ('"<victim@bank.example>" <evil@x.example>', [("evil@x.example", "<victim@bank.example>")]),
        ("jørgen@mächine.example", [("jørgen@mächine.example", "")]),
        ("j\udcc3\udcb8@x.example", [("jø@x.example", "")]),
        ("carol@[192.0.2.1]", [("carol@[192.0.2.1]", "")]),
        ('"john doe"@x.example', [('"john doe"@x.example', "")]),
        ("<'carol@x.example'>", [("carol@x.example", "")]),
        ("carol@x.example.", [("carol@x.example", "")]),
        ("Carol <carol@x.example", [("carol@x.example", "Carol")]),
        ('"Carol <carol@x.example>', [("carol@x.example", "Carol")]),
        ("Carol（Sales) (Bath）<carol@x.example>", [("carol@x.example", "Carol（Sales) (Bath）")]),
        ("a@x.example, (Bath <b@x.example>", [("a@x.example", ""), ("b@x.example", "(Bath")]),
        ("Carol Doe, PhD <carol@x.example>", [("carol@x.example", "Carol Doe, PhD")]),
        ("a@x.example, Doe, Carol <c@x.example>", [("a@x.example", ""), ("c@x.example", "Doe, Carol")]),
        ("Doe, Carol carol@x.example", [("carol@x.example", "Doe, Carol")]),
        ("Team: Doe, Carol <c@x.example>, b@x.example;", [("c@x.example", "Doe, Carol"), ("b@x.example", "")]),
        ('=?utf-8?Q?"K=C3=A4the"=20<k@x.example>?=', [("k@x.example", "Käthe")]),  # structure and all in one word
        ("a\x00b@x.example", []),
        ("a\u202eb@x.example", []),
        ("MAILER-DAEMON <>", []),
        ("broken, @x, y@, a@x.example", [("a@x.example", "")]),
        ("", []),
    ],
)
def test_addresses_are_read_tolerantly_and_only_from_the_structure(value: str, expected: list[tuple[str, str]]) -> None:
    assert headers.parse_addresses(value) == tuple(Address(*each) for each in expected)


def test_so_many_addresses_and_no_more() -> None:
    many = ", ".join(f"a{n}@x.example" for n in range(200))
    assert len(headers.parse_addresses(many)) == headers.MAX_ADDRESSES


@given(st.text(alphabet="ab@.,;:<>()\"\\ =?\udcff\x00äß\u202e\r\n[]'", max_size=200))
def test_what_is_no_address_never_becomes_one(value: str) -> None:
    for address in headers.parse_addresses(value):
        assert address.email.encode()
        assert address.email.isprintable()
        assert address.local and address.domain
        assert len(address.name.splitlines()) <= 1
        assert not set(address.domain) & set(' <>,;:"()@')


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        ("<a@b>", ("a@b",)),
        (" <a@b>\r\n\t<c@d> <a@b>", ("a@b", "c@d")),
        ("a@b", ("a@b",)),
        ("a@b c@d", ("a@b", "c@d")),
        ("<no-at-sign>", ("no-at-sign",)),
        ('Your message of "Mon, 1 Jan" <a@b>', ("a@b",)),
        ("message of 1 Jan from carol@x.example", ("carol@x.example",)),
        ("<a\udcff@b>", ("aÿ@b",)),
        ("<a\x01@b>", ("a@b",)),
        ("none", ()),
        ("", ()),
    ],
)
def test_ids_are_found_without_brackets_and_in_phrases(value: str, ids: tuple[str, ...]) -> None:
    assert headers.parse_message_ids(value) == ids


def test_of_too_many_references_the_nearest_count() -> None:
    ids = headers.parse_message_ids(" ".join(f"<{n}@x>" for n in range(300)))
    assert len(ids) == headers.MAX_IDS
    assert ids[-1] == "299@x"


LAZY = re.compile(headers._SINGLE_ADDRESS.pattern.replace("{0,200}|", "{0,200}?|", 1))


@given(
    st.lists(
        st.sampled_from(["Carol", " ", "\t", "<", ">", "a@b.example", '"', "c", "@", ".", ",", "x" * 99, "(c)"]),
        max_size=9,
    ).map("".join)
)
def test_a_name_is_read_greedily_as_it_was_lazily(value):
    greedy, lazy = headers._SINGLE_ADDRESS.match(value), LAZY.match(value)
    assert (greedy is None) == (lazy is None)
    if greedy and lazy:
        assert greedy[2] == lazy[2]
        assert (greedy[1] or "").strip() == (lazy[1] or "").strip()
