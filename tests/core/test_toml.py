"""core/toml.py: the line of every key, and problems that say where they are."""

from __future__ import annotations

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
