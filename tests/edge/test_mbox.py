"""edge/mbox.py: what is whole in a damaged mbox is found, and what is not is said."""

from __future__ import annotations

import io

import pytest

from watcher.edge.mbox import CUT_OFF, FOREIGN_BEGINNING, HOLE, NO_BEGINNING, split_mbox

FIRST = b"From carol@x.example Mon Nov 23 10:00:00 2026\nSubject: 1\nFrom: c@x.example\n\nHello\n\n"
SECOND = b"From dave@x.example Mon Nov 23 11:00:00 2026\nSubject: 2\nFrom: d@x.example\n\nBye\n\n"
BODIES = [b"Subject: 1\nFrom: c@x.example\n\nHello\n", b"Subject: 2\nFrom: d@x.example\n\nBye\n"]


def read(octets: bytes) -> tuple[list[bytes], list[str]]:
    told: list[str] = []
    return [message.raw for message in split_mbox(io.BytesIO(octets), told.append)], told


@pytest.mark.parametrize("before", [b"", b"\n\n", b"\r\n", b"\xef\xbb\xbf"])
def test_a_whole_mbox_says_nothing_whatever_an_editor_put_before_it(before):
    assert read(before + FIRST + SECOND) == (BODIES, [])


def test_lines_may_end_with_cr_lf():
    messages, told = read((FIRST + SECOND).replace(b"\n", b"\r\n"))
    assert (len(messages), told) == (2, [])


def test_what_stands_before_the_first_message_is_passed_over():
    assert read(b"exported by a program\nof 2004\n\n" + FIRST + SECOND) == (BODIES, [FOREIGN_BEGINNING])


def test_a_file_whose_beginning_is_lost_has_the_rest_of_that_message_and_all_others():
    lost = FIRST.partition(b"\n")[2]
    assert read(lost + SECOND) == (BODIES, [NO_BEGINNING])


@pytest.mark.parametrize("cut", [2, 4, 6, 20, 30])
def test_a_last_message_that_is_cut_off_is_told(cut):
    messages, told = read((FIRST + SECOND)[:-cut])
    assert messages[0] == BODIES[0]
    assert (len(messages), told) == (2, [CUT_OFF])


def test_a_separator_that_is_cut_off_is_no_message():
    messages, told = read(FIRST + SECOND[:6])
    assert len(messages) == 1
    assert told == [CUT_OFF]


def test_a_last_line_without_its_blank_line_is_not_cut_off():
    assert read(FIRST + SECOND.removesuffix(b"\n"))[1] == []


@pytest.mark.parametrize("zeros", [1, 4096, 65536, 200_000])
@pytest.mark.parametrize("lost", ["between", "in a line", "at the beginning", "at the end"])
def test_zeros_in_place_of_a_lost_block_hide_no_message(zeros, lost):
    hole = b"\0" * zeros
    text, bodies = {
        "between": (FIRST + hole + SECOND, BODIES),
        "in a line": (FIRST[:-4] + hole + SECOND, [BODIES[0].removesuffix(b"lo\n"), BODIES[1]]),
        "at the beginning": (hole + FIRST + SECOND, BODIES),
        "at the end": (FIRST + SECOND + hole, BODIES),
    }[lost]
    messages, told = read(text)
    assert ([message.rstrip(b"\0") for message in messages], told) == (bodies, [HOLE])


def test_zeros_that_a_text_has_of_its_own_stay():
    text = FIRST.replace(b"Hello", b"\0Hel\0\0lo") + SECOND
    assert read(text) == ([BODIES[0].replace(b"Hello", b"\0Hel\0\0lo"), BODIES[1]], [])
