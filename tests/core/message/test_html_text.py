"""core/message/html_text.py: HTML as a person reads it."""

from __future__ import annotations

import pytest

from watcher.core.message import html_text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("one<br>two<BR/>three", "one\ntwo\nthree"),
        ("<b>bo</b>ld", "bold"),
        ("a&nbsp;b &amp;&#x20AC; c", "a b &€ c"),
        ("a\n  b", "a b"),
        ("<pre>a\nb</pre>c\nd", "a\nb\nc d"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\n\nb"),
        ("<style>p{}</style><script>x</script><title>t</title>hi<!-- no -->", "hi"),
        ('hi<div style="Display : None">no</div><span hidden>no</span><i style="font-size:0px">no</i>', "hi"),
        ('<p style="font-size:0.9em">small</p>', "small"),
        (
            "mine<blockquote>theirs<br>too<blockquote>older</blockquote></blockquote>again",
            "mine\n\n> theirs\n> too\n\n>> older\n\nagain",
        ),
        ("a\ue000b\ue001", "ab"),
        ("1 < 2", "1 < 2"),
        ("", ""),
        ("<", "<"),
    ],
)
def test_html_as_a_person_reads_it(html: str, expected: str) -> None:
    got = [line for line in html_text.html_to_text(html).text.split("\n") if line.strip("> ")]
    assert got == [line for line in expected.split("\n") if line.strip("> ")]


def test_links_and_remote_images_are_counted() -> None:
    html = '<a href="https://x">a</a><a href="mailto:x">b</a><A HREF=http://y>c</A><img src="cid:1"><img src="http://z/1.gif">'
    assert html_text.html_to_text(html)[1:] == (2, 1)
    assert html_text.count_remote_references("<a <a <a " * 1000) == (0, 0)


@pytest.mark.parametrize("tag", ["div", "blockquote", "b", "table><tr><td", "a href=x><b></a", "select", "svg"])
def test_html_nested_too_deep_is_still_readable(tag: str) -> None:
    html = f"<style>no</style><script>no</script>Hello<{tag}>" + f"<{tag}>" * 20_000 + "&amp; world"
    found = html_text.html_to_text(html[: html_text.MAX_HTML_LENGTH - 100] + "world")
    assert "Hello" in found.text
    assert "no" not in found.text.split()
