"""Shortcuts for what nearly every message is: each must say what the long road says."""

from __future__ import annotations

import random
import re

from hypothesis import given
from hypothesis import strategies as st

from watcher.core.message import charsets, delivery_reports, headers
from watcher.core.message.text import _INVISIBLE, _LINE_END, normalise_text
from watcher.core.rules import conditions, literal_index, suppression, traits

PIECES = (
    *("bounce", "BOUNCES", "returns", "error", "errors", "owner-", "-owner", "verp", "=", "x=y.com", "prvs", "srs", "+", "-", ".", " "),
    *("http:", "HTTPS:", "www.", "click", "clicks", "cl\u0131ck"),
    *("CL\u0130CK", "http\u017f:", "\u212alick", "clic\u212a", "\u00e4", "A", "b", "1"),
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


@given(texts)
def test_a_pattern_is_left_out_only_where_it_would_not_match(text):
    assert traits.is_bounce_local_part(text) == (traits._BOUNCE_LOCAL_PART.search(text) is not None)
    assert traits.has_link_or_click(text) == (traits._LINK_OR_CLICK.search(text) is not None)


@given(st.text(alphabet="AbCDeFGh !\u00c4\u00df\u0130", max_size=20))
def test_shouting_is_heard_as_before(text):
    letters = sum(map(str.isalpha, text))
    assert traits.is_mostly_capitals(text) == (letters >= 8 and sum(map(str.isupper, text)) > 0.6 * letters)


@given(
    st.lists(st.text(alphabet="ab*?[]!@.-", min_size=1, max_size=8), min_size=1, max_size=4),
    st.text(alphabet="ab*[]!@.-", max_size=8),
)
def test_a_glob_is_left_out_only_where_it_would_not_match(words, text):
    whole = re.compile("|".join(conditions.fnmatch.translate(word) for word in words))
    holds = conditions._glob_predicate(words, False, lambda subject: [text])
    assert holds(None) == (whole.match(text) is not None)


@given(
    st.sampled_from(["a@b.c", "a+x@b.c", "A@B.C", "@b.c", "b.c", "a", "a+b.c", "", "x@y+z", "a+@b.c"]),
    st.frozensets(st.sampled_from(["a@b.c", "@b.c", "@a", "b.c", "@", "a", "@a+b.c", "x@y+z", "@x@y"])),
)
def test_plus_forms_are_ours(address, ours):
    local, _, domain = address.casefold().rpartition("@")
    expected = address.casefold() in ours or f"{local.partition('+')[0]}@{domain}" in ours
    assert suppression.is_own_address(address, ours) == expected


def test_the_index_finds_every_word():
    chance = random.Random(7)
    words = ["".join(chance.choices("abä", k=chance.randint(1, 5))) for _ in range(60)]
    index = literal_index.LiteralIndex(words)
    for _ in range(300):
        text = "".join(chance.choices("abäc", k=40))
        assert index.find_literals(text) == {word for word in words if word in text}


@given(
    st.lists(
        st.sampled_from(["a", " ", "\n", "550 ", "5.1.1", "5", "\r", "\u2028", "x" * 195, "x" * 7]), max_size=14
    ).map("".join)
)
def test_the_line_that_says_why_is_the_first_that_the_pattern_finds(text):
    found = delivery_reports._INLINE_STATUS.search(text)
    assert delivery_reports._find_inline_reason(text) == (found[0] if found else "")


@given(
    st.lists(
        st.sampled_from(["a", " ", "\n", "\r\n", "\r", "\t", "\x00", "\x7f", "\x1f", "~", "\x0b", "e\u0301", "\u200b"])
    ).map("".join)
)
def test_plain_text_is_tidied_as_any_other(text):
    rough = text.replace("\r\n", "\n")
    assert normalise_text(text) == charsets.normalise_nfc(_INVISIBLE.sub("", _LINE_END.sub("\n", rough))).strip()


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
