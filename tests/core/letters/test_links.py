"""Links of a digest: a mail ready to be sent, and nothing a stranger wrote in it."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.samples import TEMPLATES
from watcher.core.commands import parse
from watcher.core.letters import links

DIGEST = links.DigestLinks("sales@example.com", "w.x.1.y", TEMPLATES.words_for_language("en"))


@pytest.mark.parametrize("deputy", ["", "ben"])
def test_every_link_brings_a_command_that_is_understood(deputy):
    actions = links.item_action_links(DIGEST, 1, 41, deputy)
    assert len(actions) == (5 if deputy else 4)
    for action in actions:
        url = urlsplit(action["href"])
        body = parse_qs(url.query)["body"][0]
        assert (url.scheme, url.path) == ("mailto", "sales@example.com")
        (line,) = parse.parse_lines([body.split("\r\n")[0]])
        assert isinstance(line, parse.ParsedLine) and line.numbers == (41,)
        assert body.endswith("Ref: w.x.1.y\r\n"), "what an answer is known by"


def test_a_space_is_no_plus():
    """A mail program reads `+` as itself (RFC 6068 § 5)."""
    assert "+" not in links.mailto_url("sales@example.com", "3 snooze tomorrow", "w.x.1.y")


def test_long_digests_stay_small():
    assert links.item_action_links(DIGEST, links.MAX_LINKED_ITEMS + 1, 41) == ()
