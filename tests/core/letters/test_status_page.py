"""The page for people says first whether all is well, runs nothing, asks for nothing, and shows nothing that strangers wrote as markup."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest

from tests.pictures import BLIND, FIGURES, status_page
from tests.samples import MONDAY, TEMPLATES

BERLIN = ZoneInfo("Europe/Berlin")


class Reader(HTMLParser):
    """Which elements there are, whether they are closed, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def test_it_is_one_page_that_runs_nothing_and_asks_for_nothing():
    found = Reader(status_page())
    assert not found.open
    assert not {"script", "img", "link", "iframe", "form", "a"} & set(found.tags)
    assert not re.search(r"url\(|@import|https?:", status_page())
    assert not any(name.startswith("on") or name in ("src", "href") for name, _ in found.attributes)


def test_trouble_comes_first_with_what_to_do():
    text = Reader(status_page()).text
    assert re.search(
        r"Mailbox sales cannot be read[\s\S]*What to do: watcher check --online[\s\S]*Not worth an alert yet", text
    )
    assert "3" in text and "Promised time is over" in text


def test_all_is_well_is_said_so():
    calm = replace(FIGURES, alarming=[], incidents=[], blind=frozenset())
    assert '<h1 class="good">All is well</h1>' in status_page(calm)
    assert 'trouble"' not in status_page(calm)


def test_words_of_a_server_are_words():
    assert "<b>" not in status_page() and "&lt;b&gt;" in status_page()
    hostile = "</style><script>x</script>\"'"
    many = replace(
        FIGURES, mailboxes=[hostile], incidents=[replace(BLIND, subject=hostile, text=hostile * 99)], alarming=[]
    )
    assert "script" not in Reader(status_page(many)).tags


def test_times_are_those_of_the_house():
    assert re.search(rf"{(MONDAY.astimezone(BERLIN)):%H:%M:%S}", status_page())
    assert f"Sat {(MONDAY - timedelta(days=2)).astimezone(BERLIN):%H:%M}" in status_page()


def test_instances_are_named_where_several_share_a_database():
    text = Reader(status_page()).text
    assert re.search(r"Instances\s*one process 17\s*watches 2 mailboxes, sends digests and alerts", text)
    assert re.search(r"two process 18\s*silent since 1\d:\d\d:\d\d", text)
    assert "Instances" not in Reader(status_page(replace(FIGURES, instances=()))).text


@pytest.mark.parametrize("language", TEMPLATES.languages)
def test_it_speaks_the_readers_language(language):
    waiting = replace(FIGURES.canaries[0], arrived_at=None)
    pages = status_page(replace(FIGURES, canaries=[waiting], looks={}), language) + status_page(FIGURES, language)
    calm = status_page(replace(FIGURES, alarming=[], incidents=[], blind=frozenset()), language)
    said, words = html.unescape(pages + calm), TEMPLATES.words_for_language(language)
    for name, phrase in words.phrases.items():
        if name.startswith("page_"):
            assert all(part in said for part in re.split(r"\{\w+\}", phrase)), name
    assert f'<html lang="{language}">' in calm
    assert words.advice.get("mailbox-unseen", "watcher check --online") in said
