"""The papers say what the program does: every command, configuration key, rule key, field, operator, trait and name."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.shipped import ROOT
from watcher.cli import COMMANDS, main
from watcher.config import errors, load, models
from watcher.core.letters import templates
from watcher.core.rules import conditions, rule_files, traits
from watcher.core.rules.codes import SuppressionCode

README = (ROOT / "README.md").read_text()
RULES = (ROOT / "docs" / "rules.md").read_text()
OPERATING = (ROOT / "docs" / "operating.md").read_text()
TEMPLATES = (ROOT / "docs" / "templates.md").read_text()
EXAMPLE = (ROOT / "config.example.toml").read_text()


def words(text: str) -> set[str]:
    """Every word that stands in code: `watcher.rules`, `from`, …"""
    prose = re.sub(r"(?s)```.*?```", "", text)
    return {word for code in re.findall(r"`([^`]+)`", prose) for word in re.split(r"[\s=|{}\[\]\",]+", code)}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_in_the_readme(command):
    assert f"`watcher {command}" in README


def test_the_readme_names_no_command_that_is_not_there():
    assert set(re.findall(r"`watcher ([a-z]+)", README)) <= {*COMMANDS}
    context = main.make_context("watcher", ["--help"], resilient_parsing=True)
    assert all(main.get_command(context, name) for name in COMMANDS)


@pytest.mark.parametrize("key", models.CONFIGURATION_KEYS)
def test_every_configuration_key_is_documented(key):
    table, _, name = key.rpartition(".")
    known = {word.lstrip(".") for word in words(OPERATING)}
    assert key in known or name in known or f"{table}.NAME.{name}" in known, key


@pytest.mark.parametrize("key", models.CONFIGURATION_KEYS)
def test_every_configuration_key_is_in_the_example(key):
    assert re.search(rf"(?m)(^|[ {{#.]){key.rpartition('.')[2]} = ", EXAMPLE), key


def test_the_example_is_a_configuration(monkeypatch):
    loaded = load.load_config(ROOT / "config.example.toml")
    assert loaded.mailbox[0].owner == "anna"


def test_the_example_without_its_comment_marks_is_a_configuration_too(tmp_path):
    text = re.sub(r"(?m)^# (?=\[alerts\]|(?:email|smtp|ping|blind_after|database|ca) = )", "", EXAMPLE)
    data = tomllib.loads(text)
    problems = models.Config.model_validate(data, context={"folder": tmp_path})
    assert problems.alerts.ping == "https://ping.example.net/watcher"
    assert problems.watcher.database


def test_the_least_configuration_of_the_readme_loads(tmp_path):
    (least,) = (block for block in re.findall(r"(?s)```toml\n(.*?)```", README) if "[[mailbox]]" in block)
    (tmp_path / "config.toml").write_text(least)
    assert load.load_config(tmp_path / "config.toml").mailbox[0].poll.total_seconds() == 60


@pytest.mark.parametrize(
    "word",
    sorted({*rule_files.RULE_KEYS, *rule_files.EXAMPLE_KEYS, *rule_files.EXPECT_KEYS, *conditions.FIELDS, *conditions.OPERATORS,
            *conditions.GROUP_OPERATORS, *traits.TRAITS, *map(str, rule_files.RULE_KINDS)}),
)  # fmt: skip
def test_every_word_of_the_rule_language_is_documented(word):
    known = words(RULES) | {each.partition(".")[0] for each in words(RULES)}
    known |= {each.partition(".")[2] for each in words(RULES)}
    assert word in known, word


def test_the_rules_in_the_papers_load_and_their_examples_hold():
    blocks = [block for block in re.findall(r"(?s)```toml\n(.*?)```", RULES) if "[[rule]]" in block]
    assert len(blocks) >= 2
    for n, block in enumerate(blocks):
        rule_files.compile_rule_set([(f"docs/rules.md block {n}", block)])


@pytest.mark.parametrize("kind", sorted(templates.TEMPLATE_VARIABLES))
def test_every_name_of_a_template_is_documented(kind):
    for name, meaning in templates.TEMPLATE_VARIABLES[kind].items():
        assert f"| `{name}` | {meaning} |" in TEMPLATES


def test_every_name_of_an_item_is_documented():
    for name, meaning in templates.DIGEST_ITEM_VARIABLES.items():
        assert f"| `{name}` | {meaning} |" in TEMPLATES


def test_every_suppression_code_is_documented_in_the_words_of_the_digest():
    for code in SuppressionCode:
        assert f"| `{code}` | {code.meaning.reason} |" in RULES, code


def test_tables_of_the_configuration_are_walked():
    assert len(tuple(errors.configuration_keys(models.Config))) > 40


@pytest.mark.parametrize("path", [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")], ids=lambda path: path.name)
def test_every_link_leads_somewhere(path):
    for target in re.findall(r"\]\(([^)#\s]+)\)", path.read_text()):
        if not target.startswith("http"):
            assert (path.parent / target).exists(), target
