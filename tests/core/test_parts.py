"""Our reading of a header block is the stdlib parser's, only faster: on generated blocks, and on real mail where it is at hand."""

from __future__ import annotations

from email import message_from_string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import corpus
from watcher.core import parts

NAME = st.from_regex(r"\A[!-9;-~]{1,20}\Z")
VALUE = st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=40)
ENDS = st.sampled_from(["\n", "\r\n"])


@st.composite
def blocks(draw):
    lines = []
    for _ in range(draw(st.integers(1, 6))):
        lines.append(f"{draw(NAME)}:{draw(VALUE)}")
        lines += [draw(st.sampled_from([" ", "\t"])) + draw(VALUE) for _ in range(draw(st.integers(0, 2)))]
    return draw(ENDS).join(lines)


def stdlib(block: bytes) -> list[tuple[str, str]]:
    return list(message_from_string(block.decode("ascii", "surrogateescape") + "\n\n").raw_items())


@given(blocks())
def test_generated_blocks_read_alike(text):
    octets = parts.split(text.encode() + b"\n\nbody")
    if octets is not None:
        assert list(parts.header_fields(octets.block).raw_items()) == stdlib(octets.block)


def test_real_blocks_read_alike():
    if not corpus.CORPUS.is_dir():
        pytest.skip(f"no real mail at hand: {corpus.CORPUS}")
    compared = 0
    for sample in corpus.samples():
        octets = parts.split(sample.raw)
        if octets is not None:
            assert list(parts.header_fields(octets.block).raw_items()) == stdlib(octets.block), sample.file
            compared += 1
    assert compared > 1000
