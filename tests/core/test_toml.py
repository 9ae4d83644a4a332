"""core/toml.py: the line of every key, and problems that say where they are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from watcher.core.toml import Problem, TomlDocument, TomlError, did_you_mean

TEXT = """
[smtp]
host = "mx"

[[rule]]
name = "one"

[[rule]]
name = "two"
match = { from = "a@b.example" }
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("smtp",), 3),
        (("smtp", "host"), 3),
        (("smtp", "port"), 3),
        (("rule", 1), 8),
        (("rule", 1, "name"), 9),
        (("nothing",), 3),
    ],
)
def test_a_key_has_a_line_or_the_nearest_that_has_one(path, line):
    assert TomlDocument("c.toml", TEXT).line_of(path) == line


@pytest.mark.parametrize(("text", "line"), [("a = 1\nb = \n", 2), ("a = 1\n[b", 2), ("a = 1\na = 2", 2)])
def test_what_is_no_toml_says_in_which_line(text, line):
    with pytest.raises(TomlError) as refused:
        TomlDocument("c.toml", text)
    assert [problem.line for problem in refused.value.problems] == [line]
    assert str(refused.value).startswith(f"c.toml:{line}: not valid TOML: ")


def test_problems_are_sorted_each_once_and_on_one_line():
    error = TomlError([Problem("b", 2, "x"), Problem("a", 9, "two\nlines"), Problem("b", 2, "x"), Problem("a", 0, "y")])
    assert str(error) == "a: y\na:9: two lines\nb:2: x"


def test_the_nearest_word_is_named():
    assert did_you_mean("pasword", ["host", "password"]) == ' (did you mean "password"?)'
    assert did_you_mean("colour", ["host"]) == ""
    assert did_you_mean("Inbx", ["Sent", "INBOX"]) == ' (did you mean "INBOX"?)'


@pytest.mark.parametrize("path", sorted(Path("rules").glob("*.toml")), ids=lambda path: path.name)
def test_a_table_has_the_line_that_reading_it_all_gives(path):
    document = TomlDocument(path.name, path.read_text())
    for number in range(len(document.data.get("rule", []))):
        assert document.line_of_table("rule", number) == document.line_of(("rule", number))
    assert "rule" not in document.data or "toml_rs" in sys.modules


@pytest.mark.parametrize(
    "text",
    [
        'a = """\n[[rule]]\n"""\n[[rule]]\nname = "x"\n',
        '[["rule"]]\nname = "x"\n[[rule]]\n[[ rule ]] # more\n',
        'rule = [{ name = "x" },\n{ name = "y" }]\n',
        "[[rule.sub]]\nx = 1\n[[rule.sub]]\nx = 2\n",
        "\n\n  [[rule]]\r\nname = 'x'\r\n[[rules]]\n",
    ],
)
def test_a_table_that_is_written_otherwise_has_its_line_too(text):
    document = TomlDocument("c.toml", text)
    tables = document.data["rule"]
    for number in range(len(tables)) if isinstance(tables, list) else ():
        assert document.line_of_table("rule", number) == document.line_of(("rule", number))


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("a = 1\na = 2\n", "is there already; leave one"),
        ("[x]\n[x]\n", "this table is there already"),
        ("owner = anna\n", "text stands in double quotes"),
        ("owner: anna\n", "a line is key = value"),
        ("[people.anna b]\n", "needs quotes"),
        ("x = {\n a = 1 }\n", "in one line"),
        ('x = ["a"\n', "a list ends with ]"),
        ('x = "C:\\watcher"\n', "for each \\"),
        ('x = "a\n', "the kind of quote it began with"),
        ("x = “a”\n", "“ is a quotation mark of a text program"),
        ("x = „a“\n", "straight ones"),
        ("x = ‘a’\n", "straight ones"),
        ("x = ['a', «b»]\n", "straight ones"),
        ("x\u00a0= 1\n", "U+00A0 (NO-BREAK SPACE)"),
        ("x =\u00a01\n", "U+00A0 (NO-BREAK SPACE)"),
        ("\u200bx = 1\n", "U+200B (ZERO WIDTH SPACE)"),
        ("x = 1\n\ufeffy = 2\n", "U+FEFF"),
        ("x = yes\n", "true or false, in small letters"),
        ("x = True\n", "true or false, in small letters"),
        ("x = { a = off }\n", "true or false, in small letters"),
        ("x = no # never\n", "true or false, in small letters"),
        ("x = nobody\n", "text stands in double quotes"),
        ('x = "C:\\Users"\n', "for each \\"),
    ],
)
def test_what_is_no_toml_says_what_to_write(text, cure):
    with pytest.raises(TomlError) as refused:
        TomlDocument("c.toml", text)
    assert cure in str(refused.value)
