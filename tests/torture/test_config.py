"""Row: hostile configurations. Whatever config.toml and the rule files say: a configuration, or a message that says where."""

from __future__ import annotations

import os
import random
import re
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.documentation import CONFIGURATION_KEYS
from tests.samples import ROOT
from tests.torture.report import Options, Tally, held, spread
from watcher.config import load
from watcher.core.rules import conditions, rule_files
from watcher.core.toml import TomlError

pytestmark = pytest.mark.timeout(600)

WHAT = "config.toml and rule files from a grammar"
COUNT = 100_000
BLOCK = 250

_VALUES = (
    '""', '"x"', "0", "-1", "1", "99999999999999999999", "1e999", "nan", "true", "[]", "{}", '[""]', "[1]", "[[]]", '"\\u0000"', '"a b"',
    '"\\u202e"', '"0s"', '"90s"', '"4h"', '"1d"', '"-4h"', '"999999999999h"', '"1.5h"', '"09:00"', '["09:00", "14:00"]', '["25:00"]', '["24:00"]',
    '["09:00-12:00"]', '["12:00-09:00"]', '["00:00-24:00"]', '["09:00-12:00", "11:00-13:00"]', '"Europe/Berlin"', '"Mars/Base"', '"../../etc"',
    '"anna@example.com"', '["anna@example.com"]', '"a@b@c"', '"Sales <sales@example.com>"', '"<>"', '"ü@bücher.example"', '"*@*"', '"@"', '{ env = "X" }',
    '{ env = 1 }', '{ file = "/nope" }', '{ command = [] }', '{ command = ["a"] }', '{ nope = "x" }', '{ env = "A", file = "B" }', '"implicit"', '"off"',
    '"starttls"', '"auto"', '"INBOX"', '["INBOX", "INBOX"]', '"DE-BY"', '"XX"', '"DE-XX"', '["2026-12-24"]', '["2026-12-31..2026-12-01"]', '["2026-02-30"]',
    '["2026-01-01..9999-12-31"]', "2026-12-24", "07:32:00", '"postgresql://x"', '"sqlite:///x"', '"https://ping.example"', '"http://["', "\'\'\'a\nb\'\'\'",
    '{ mon-sun = ["00:00-24:00"] }', "{ xyz = [] }", '{ sun-mon = ["09:00-17:00"] }', '"anna"', '"ben"', '"default"', '"hot"', "65535", "65536", '"localhost"',
)  # fmt: skip
_WORDS = (
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    '"',
    '"""',
    "'",
    "=",
    ".",
    ",",
    "\n",
    "#",
    "\x00",
    "\u2028",
    "[watcher]",
    "[[mailbox]]",
    "[people.anna]",
    "[rule]",
    "a.b = 1\n",
)
_PATTERNS = (
    '"(?P<customer>.+)"', "'(a+)+$'", '"["', '"(?P<customer"', '"(?i)x"', '"\\\\p{L}+"', '"(?R)"', '"(?<=a+)b"', '"\\\\1"', '"x{1,99999}"', '"(?P<customer>a)(?P<customer>b)"', '"."',
)  # fmt: skip


@cache
def _example() -> str:
    text = (ROOT / "config.example.toml").read_text()
    return re.sub(
        r"(?m)^# (?=\[alerts\]|(?:email|sender|smtp|push|ping|canary|blind_after|log_file|listen|ca) = )", "", text
    )


@cache
def _keys() -> tuple[str, ...]:
    return tuple(sorted({key.rpartition(".")[2] for key in CONFIGURATION_KEYS}))


def written(dice: random.Random) -> str:
    """A config.toml: the example, spoilt in a few places, by the grammar or by the octet."""
    lines = _example().splitlines()
    if dice.random() < 0.3:  # short ones fail less, and so get further
        lines = [line for line in lines if dice.random() < 0.8 or line.startswith("[")]
    for _ in range(dice.choice((1, 1, 2, 3, 8))):
        dice.choice(_SPOIL)(lines, dice)
    return "\n".join(lines) + "\n"


def _value(lines: list[str], dice: random.Random) -> None:
    at = dice.choice([n for n, line in enumerate(lines) if "=" in line] or [0])
    name, _, rest = lines[at].partition("=")
    if "{" in rest and dice.random() < 0.5:
        lines[at] = re.sub(
            r'"[^"]*"|\d+', lambda found: dice.choice(_VALUES) if dice.random() < 0.5 else found[0], lines[at]
        )
    else:
        lines[at] = f"{name}= {dice.choice(_VALUES)}"


def _key(lines: list[str], dice: random.Random) -> None:
    name = dice.choice((*_keys(), *_keys(), "nmae", "imap.tls", '"two words"', '""', "Ü"))
    lines.insert(dice.randrange(len(lines) + 1), f"{name} = {dice.choice(_VALUES)}")


def _header(lines: list[str], dice: random.Random) -> None:
    name = dice.choice(
        (
            "watcher",
            "hours",
            "people",
            "people.x",
            "people.''",
            "ladders.hot",
            "mailbox",
            "mailbox.imap",
            "alerts",
            "rule",
            "wacther",
        )
    )
    lines.insert(dice.randrange(len(lines) + 1), dice.choice(("[{}]", "[[{}]]")).format(name))


def _drop(lines: list[str], dice: random.Random) -> None:
    if lines:
        del lines[dice.randrange(len(lines))]


def _move(lines: list[str], dice: random.Random) -> None:
    if lines:
        lines.insert(dice.randrange(len(lines)), lines.pop(dice.randrange(len(lines))))


def _octets(lines: list[str], dice: random.Random) -> None:
    text = "\n".join(lines)
    at = dice.randrange(len(text) + 1)
    lines[:] = (text[:at] + dice.choice(_WORDS) + text[at + dice.choice((0, 1, 5)) :]).split("\n")


_SPOIL: tuple[Callable[[list[str], random.Random], None], ...] = (
    _value,
    _value,
    _value,
    _value,
    _key,
    _key,
    _header,
    _drop,
    _move,
    _octets,
)


# --- rule files


def rule_file(dice: random.Random) -> str:
    """One to four rules whose keys, fields, operators and values are drawn without looking at what fits."""
    return "\n".join(_rule(n, dice) for n in range(dice.choice((1, 1, 2, 4))))


def _rule(n: int, dice: random.Random) -> str:
    lines = ["[[rule]]", f'name = "{dice.choice(("r", "r", "", "ü"))}{n}"' if dice.random() < 0.95 else "name = 1"]
    if dice.random() < 0.9:
        lines.append(
            f'kind = "{dice.choice(("inquiry", "bulk", "other", "automatic", "spam", "own", "outgoing", "nope"))}"'
        )
    lines += [_match("match", dice) for _ in range(dice.randrange(4))]
    lines += [
        f"{key} = {_operand(dice)}"
        for key in dice.sample(sorted(rule_files.RULE_KEYS), dice.choice((0, 0, 0, 1, 2)))
        if key not in ("name", "match", "kind")
    ]
    if dice.random() < 0.3:
        lines.append(f"customer = {{ body = {dice.choice(_PATTERNS)} }}")
    for _ in range(dice.choice((0, 0, 0, 0, 1))):
        lines += [
            "[[rule.evidence]]",
            f"points = {dice.choice(('1', '-1', '0', '1e9', 'nan', chr(34) * 2))}",
            _match("match", dice),
        ]
    for _ in range(dice.choice((0, 0, 0, 0, 1))):
        lines += [
            "[[rule.example]]",
            f"from = {dice.choice(('1', chr(34) + 'a@b.example' + chr(34)))}",
            f"expect = {{ {dice.choice(sorted(rule_files.EXPECT_KEYS))} = {_operand(dice)} }}",
        ]
        lines += [
            f"{key} = {_operand(dice)}"
            for key in dice.sample(sorted(rule_files.EXAMPLE_KEYS), 2)
            if key not in ("from", "expect")
        ]
    if dice.random() < 0.1:
        _octets(lines, dice)
    return "\n".join(lines)


def _match(prefix: str, dice: random.Random) -> str:
    path = prefix
    for _ in range(dice.choice((0, 0, 0, 1, 2))):
        path += f".{dice.choice(('not', 'any', 'all'))}"
    field = dice.choice((*sorted(conditions.FIELDS), "header.X-Any", 'header."X Y"', "nope"))
    if dice.random() < 0.7:
        return f"{path}.{field}.{dice.choice((*sorted(conditions.OPERATORS), 'nope'))} = {_operand(dice)}"
    return f"{path}.{field} = {_operand(dice)}"


def _operand(dice: random.Random) -> str:
    if dice.random() < 0.7:
        return dice.choice(('"quote"', '"@customer.example"', '["a", "b"]', '"inquiry"'))
    return dice.choice(
        (*_VALUES, *_PATTERNS, '"quote"', '"@customer.example"', '["a", "b"]', '"*@x.example"', "10", '"10k"', '"1 MB"')
    )


# --- judging


def block(first: int) -> Tally:
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="wf", dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as name:
        folder = Path(name)
        (folder / "rules").mkdir()
        (folder / "templates").mkdir()
        for number in range(first, first + BLOCK):
            dice = random.Random(number)
            tally.attempts += 1
            try:
                if number % 2:
                    text = written(dice)
                    if number % 40 != 1:  # to compile the templates costs ten times what the rest does
                        text = text.replace('templates = "templates"', 'templates = "none"')
                    (folder / "config.toml").write_text(text, encoding="utf-8", errors="surrogatepass")
                    load.load_config(folder / "config.toml")
                    tally.seen["configurations that load"] += 1
                else:
                    rule_files.compile_rule_set([("rules/fuzz.toml", rule_file(dice))])
                    tally.seen["rule files that load"] += 1
            except TomlError as error:
                _judge(tally, number, error)
            except BaseException as error:
                tally.broke(f"file {number}: {type(error).__name__}: {error}"[:300])
    tally.faults = tally.attempts
    return tally


def _judge(tally: Tally, number: int, error: TomlError) -> None:
    """A refusal names the file and says something, on one line a problem."""
    tally.seen["refused with a message"] += 1
    said = [str(each) for each in error.problems]
    if not said or any("\n" in each or ".toml" not in each or len(each) < 15 for each in said):
        tally.broke(f"file {number}: a message that helps nobody: {said[:2]}"[:400])


def run(options: Options) -> Tally:
    os.environ.setdefault("TZ", "UTC")
    return spread(block, range(options.first, options.first + (options.count or COUNT), BLOCK), options)


def test_hostile_configurations_are_refused_with_a_message():
    tally = held(block(0))
    assert tally.seen["refused with a message"] > 100
    assert tally.seen["rule files that load"]
