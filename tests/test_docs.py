"""The documentation says what the program does: commands, options, configuration keys with their defaults, the rule language, template
variables. Its examples run, its links lead somewhere, and its words are those of the field."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import click
import pytest
from click.testing import CliRunner
from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from tests.documentation import (
    ALL_COMMANDS,
    COMMAND_LINE,
    CONFIGURATION_KEYS,
    DOCS,
    MAIN_CONTEXT,
    PAGES,
    README,
    USER_PAGES,
    code_spans,
    fenced_blocks,
    least_configuration,
    section,
    table_rows,
)
from tests.samples import ROOT, TEMPLATE_TEXTS
from watcher.cli import COMMANDS, main
from watcher.config import errors, load, models
from watcher.core.commands import parse, vocabulary
from watcher.core.health.model import IncidentKind
from watcher.core.letters import template_variables, templates
from watcher.core.rules import conditions, examples, rule_files, traits
from watcher.core.rules.codes import SuppressionCode, TrackingEffect

TOP_PAGES = sorted(ROOT.glob("*.md"))

RULES = (DOCS / "rules.md").read_text()
CONFIGURATION = (DOCS / "configuration.md").read_text()
MAIL_COMMANDS = (DOCS / "commands.md").read_text()
TEMPLATES = (DOCS / "templates.md").read_text()
EXAMPLE = (ROOT / "config.example.toml").read_text()

#: Words that only those who wrote the program would understand. Instead: IDLE, sent copy, lost state, remind, byte, opening hours, …
JARGON = (
    "doorbell", "bell", "witness", "amnesia", "loose", "told", "stray", "redraw", "weigh", "octet", "nag", "the house",
)  # fmt: skip


def prose_of(text: str) -> str:
    """The text without its code: neither blocks, nor what stands in backticks, nor links' targets."""
    text = re.sub(r"(?sm)^```.*?^```|^    .*?$|<!--.*?-->", "", text)
    return re.sub(r"\]\([^)]*\)", "]", re.sub(r"`[^`]*`", "", text))


def code_words(text: str) -> set[str]:
    """Every word that stands in code: `watcher.rules`, `from`, …"""
    prose = re.sub(r"(?s)```.*?```", "", text)
    return {word for code in re.findall(r"`([^`]+)`", prose) for word in re.split(r"[\s=|{}\[\]\",]+", code)}


# --- commands


@pytest.mark.parametrize("name", sorted(ALL_COMMANDS))
def test_every_command_is_documented_with_its_options(name):
    assert re.search(rf"(?m)^\| `watcher {name}[` ]", COMMAND_LINE)
    for parameter in ALL_COMMANDS[name].params:
        for option in parameter.opts:
            if option.startswith("--") and option not in ("--config", "--help"):
                assert f"`{option}" in COMMAND_LINE or f" {option}" in COMMAND_LINE, option


@pytest.mark.parametrize("path", [*USER_PAGES, *TOP_PAGES], ids=lambda path: path.name)
def test_no_page_names_a_command_or_option_that_is_not_there(path):
    text = path.read_text()
    written = [code for code in re.findall(r"`(watcher [^`]+)`", text) if "COMMAND" not in code and "|" not in code]
    written += [line.split("  #")[0] for block in fenced_blocks(text, "sh") for line in block.splitlines()
                if line.startswith("watcher ")]  # fmt: skip
    for line in written:
        assert_command_line_parses(re.sub(r"\[(--[^\]]+|[A-Z]+)\]", r"\1", line))


def assert_command_line_parses(line: str) -> None:
    words = shlex.split(line.partition(" >> ")[0])[1:]
    while words and words[0].startswith("-"):
        words = words[2:] if words[0] == "-c" else words[1:]
    if not words:
        return
    name = next((n for n in (" ".join(words[:2]), words[0]) if n in ALL_COMMANDS or n in COMMANDS), None)
    assert name, line
    if name in ALL_COMMANDS:
        command = ALL_COMMANDS[name]
        context = click.Context(command, parent=MAIN_CONTEXT, info_name=name, resilient_parsing=True)
        command.make_parser(context).parse_args(words[len(name.split()) :])


@pytest.mark.parametrize("command", ["classify", "explain"])
def test_json_keys_of_a_file_are_documented(command, tmp_path):
    (tmp_path / "a.eml").write_text("From: carol@fields.example\nTo: sales@example.com\nSubject: Roof\n\nHow much?\n")
    result = CliRunner().invoke(main, [command, "--json", str(tmp_path / "a.eml")])
    row = next(cells[1] for cells in table_rows(COMMAND_LINE) if cells[0] == f"`watcher {command}`" and "`" in cells[1])
    assert set(parse_json(result.output)) <= code_words(row) | documented_json_keys("classify")
    assert documented_json_keys("classify") <= set(parse_json(result.output))


def test_every_kind_of_incident_is_documented():
    rows = {cells[0].strip("`") for cells in table_rows(section(COMMAND_LINE, "See how things stand"))}
    assert {*IncidentKind} <= rows


def documented_json_keys(command: str) -> set[str]:
    rows = [cells[1] for cells in table_rows(COMMAND_LINE) if cells[0] == f"`watcher {command}`"]
    return set(rows[-1].strip("`").split())


def parse_json(text: str) -> dict[str, Any]:
    return dict(json.loads(text.splitlines()[0]))


# --- configuration


def documented_defaults() -> dict[str, str]:
    """Key → the cell of its default, from the tables with a column for it. A key has one row."""
    found: dict[str, str] = {}
    for cells in table_rows(CONFIGURATION):
        if len(cells) == 3 and re.fullmatch(r"`[a-z_]+(\.[A-Za-z_]+)+`", cells[0]):
            key = cells[0].strip("`").replace(".NAME.", ".")
            for place in ("mailbox.imap.", "mailbox.smtp.", "alerts.smtp.") if key.startswith("auth.") else ("",):
                assert place + key not in found, key
                found[place + key] = cells[1]
    return found


def fields_of(
    model: type[BaseModel], prefix: str = "", optional: bool = False
) -> Iterator[tuple[str, FieldInfo, bool]]:
    """Every key, its field, and whether a table above it may be left out."""
    for name, info in model.model_fields.items():
        inner = errors.model_in_annotation(info.annotation)
        if inner is None:
            yield f"{prefix}{name}", info, optional
        else:
            yield from fields_of(
                inner, f"{prefix}{name}.", optional or (not info.is_required() and info.default is None)
            )


def test_the_configuration_page_has_each_key_once_and_no_other():
    assert set(documented_defaults()) == set(CONFIGURATION_KEYS)


@pytest.mark.parametrize(
    ("key", "info", "optional"), [*fields_of(models.Config)], ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_default_of_each_key_is_the_documented_one(key, info, optional):
    cell = documented_defaults()[key]
    if optional or info.is_required():
        assert optional or cell == "required"
        return
    default = info.get_default(call_default_factory=True)
    assert cell not in ("", "required")
    if cell.startswith("`") and cell.endswith("`") and default is not None and cell.count("`") == 2:
        value = tomllib.loads(f"value = {cell.strip('`')}")["value"]
        kind = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        assert TypeAdapter(kind).validate_python(value) == default
    else:
        assert default in (None, "") or info.default_factory is not None, (
            f"{key}: write its default as TOML: {default!r}"
        )


def test_every_configuration_key_is_in_the_example():
    written = set(re.findall(r"(?m)(?:^|[ {#.])([\w-]+) = ", EXAMPLE))
    assert [key for key in CONFIGURATION_KEYS if key.rpartition(".")[2] not in written] == []


def test_the_example_is_a_configuration(monkeypatch):
    loaded = load.load_config(ROOT / "config.example.toml")
    assert loaded.mailbox[0].owner == "anna"


def test_the_example_without_its_comment_marks_is_a_configuration_too(tmp_path):
    text = re.sub(
        r"(?m)^# (?=\[alerts\]|(?:email|sender|smtp|push|ping|canary|blind_after|log_file|listen|database|ca) = )",
        "",
        EXAMPLE,
    )
    data = tomllib.loads(text)
    problems = models.Config.model_validate(data, context={"folder": tmp_path})
    assert problems.alerts.ping == "https://ping.example.net/watcher"
    assert problems.watcher.database


@pytest.mark.parametrize("text", [README, CONFIGURATION], ids=["README", "configuration"])
def test_the_least_configuration_loads(text, tmp_path):
    (tmp_path / "config.toml").write_text(least_configuration(text))
    assert load.load_config(tmp_path / "config.toml").mailbox[0].poll.total_seconds() == 60


@pytest.mark.parametrize("path", USER_PAGES, ids=lambda path: path.name)
def test_every_example_in_toml_is_valid(path, tmp_path):
    """Rules are compiled and their examples run; a part of a configuration is filled up with the shortest one."""
    for n, block in enumerate(fenced_blocks(path.read_text(), "toml")):
        data = tomllib.loads(block)
        if not data.keys().isdisjoint(("rule", "holding", "forward")):
            ruleset = rule_files.compile_rule_set([(f"{path.name} block {n}", block)])
            assert examples.find_failures(ruleset) == []
            continue
        least = tomllib.loads(least_configuration(README))
        people = least["people"] | {"ben": {"email": ["ben@example.com"]}} | data.get("people", {})
        alone = {key: value for key, value in least["mailbox"][0].items() if key != "owner"}
        boxes = [(alone if "owners" in box else least["mailbox"][0]) | box for box in data.get("mailbox", [{}])]
        models.Config.model_validate(least | data | {"people": people, "mailbox": boxes}, context={"folder": tmp_path})


# --- rules


def test_every_word_of_the_rule_language_is_documented():
    words = {
        *rule_files.RULE_KEYS, *rule_files.EXAMPLE_KEYS, *rule_files.EXPECT_KEYS, *conditions.FIELDS, *conditions.OPERATORS,
        *conditions.GROUP_OPERATORS, *traits.TRAITS, *traits.LAZY_TRAITS, *map(str, rule_files.RULE_KINDS),
    }  # fmt: skip
    known = code_words(RULES)
    assert (
        words - known - {name.partition(".")[0] for name in known} - {name.partition(".")[2] for name in known} == set()
    )


def test_every_suppression_code_is_documented_in_the_words_of_the_digest():
    attention = {
        TrackingEffect.EXCLUDES: "`none`",
        TrackingEffect.NEEDS_RULE: "`review`",
        TrackingEffect.ALLOWS: "says nothing",
    }
    for code in SuppressionCode:
        assert f"| `{code}` | {code.meaning.reason} | {attention[code.meaning.effect]} |" in RULES, code


# --- templates


@pytest.mark.parametrize("kind", sorted(template_variables.TEMPLATE_VARIABLES))
def test_every_variable_of_a_template_is_documented(kind):
    for name, meaning in template_variables.TEMPLATE_VARIABLES[kind].items():
        assert f"| `{name}` | {meaning} |" in TEMPLATES


def test_every_variable_of_an_item_is_documented():
    for name, meaning in template_variables.DIGEST_ITEM_VARIABLES.items():
        assert f"| `{name}` | {meaning} |" in TEMPLATES


def test_every_template_file_is_documented():
    known = code_words(TEMPLATES)
    for name in TEMPLATE_TEXTS:
        family = re.sub(r"\.(?:de|es|fr|it|nl|pt)\.", ".en." if name.startswith("words") else ".", name)
        assert family in known, name


def test_the_acknowledgement_in_the_documentation_is_a_template():
    (text,) = fenced_blocks(TEMPLATES, "jinja")
    shipped = {name: body for name, body in TEMPLATE_TEXTS.items() if not name.startswith("acknowledgement")}
    found = templates.TemplateSet(shipped, {"acknowledgement.txt": text})  # raises where it is none
    values = {"promise": "by Tuesday 10:00", "house": "Example Roofs"}
    subject, body = found.render_subject_and_text(found.find_for_language("acknowledgement"), values)
    assert subject == "We have received your message"
    assert "answer you by Tuesday 10:00.\n" in body


# --- commands by mail

TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def test_every_command_line_by_mail_is_understood():
    lines = [line for cells in table_rows(section(MAIL_COMMANDS, "How to do it")) for line in code_spans(cells[0])]
    assert len(lines) >= 9
    assert all(isinstance(parsed, parse.ParsedLine) for parsed in parse.parse_lines(lines))
    assert len(parse.parse_lines(lines)) == len(lines)


def test_every_time_is_understood():
    times = [time for cells in table_rows(section(MAIL_COMMANDS, "Times")) for time in code_spans(cells[0])]
    assert len(times) >= 12
    assert all(parse.parse_future_time(time, TUESDAY, ZoneInfo("Europe/Berlin")) > TUESDAY for time in times)


def test_every_word_of_another_language_is_understood():
    known = {phrase for phrases in vocabulary.VERB_PHRASES.values() for phrase in phrases}
    rows = [cells[1] for cells in table_rows(section(MAIL_COMMANDS, "Other languages"))][1:]
    words = [vocabulary.fold_case_and_accents(word.strip()) for row in rows for word in row.split(",")]
    words = [word for word in words if word.strip("-")]
    assert len(words) > 20
    assert [word for word in words if word not in known and word.rpartition(" ")[0] not in known] == []


def test_what_is_said_not_to_be_understood_is_not():
    lines = code_spans(section(MAIL_COMMANDS, "What Watcher does not understand").partition("ordinary sentence")[0])
    assert lines == ["41 done?", "41 not done"]
    assert all(isinstance(parsed, parse.UnparsedLine) for parsed in parse.parse_lines(lines))


# --- architecture

ROOMS = section((DOCS / "development" / "architecture.md").read_text(), "Rooms")
PACKAGES = sorted(path.parent.relative_to(ROOT / "watcher") for path in (ROOT / "watcher").rglob("__init__.py"))


@pytest.mark.parametrize("package", [package.name for package in PACKAGES if package.name])
def test_every_room_is_in_the_architecture(package):
    assert re.search(rf"`{package}/?`", ROOMS)


def test_the_architecture_names_no_module_that_is_not_there():
    known = {path.stem for path in (ROOT / "watcher").rglob("*.py")} | {package.name for package in PACKAGES}
    cells = [cells[2] for cells in table_rows(ROOMS.partition("**`core/`.**")[2]) if len(cells) == 3]
    cells += [cells[0] for cells in table_rows(ROOMS.partition("**`service/`.**")[2])]
    named = {name for cell in cells for name in code_spans(cell)} - {"Facts", "Unreadable", "check"}
    assert len(named) > 40
    assert named - known == set()


def test_every_module_below_the_command_line_is_in_the_architecture():
    modules = {path.stem for room in ("core", "edge", "service") for path in (ROOT / "watcher" / room).rglob("*.py")}
    assert modules - {"__init__"} - set(code_spans(ROOMS)) == set()


# --- every page


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(DOCS)))
def test_a_page_begins_with_a_paragraph_that_says_what_it_is_for(path):
    title, first, *_ = re.sub(r"\A\s+", "", path.read_text()).split("\n\n")
    assert re.fullmatch(r"# [^\n]+", title)
    assert re.match(r"[A-Z]", first), "a sentence, neither a list nor a table nor a heading"
    assert len(first.split()) >= 8


@pytest.mark.parametrize("path", [*USER_PAGES, ROOT / "README.md"], ids=lambda path: path.name)
def test_pages_for_users_use_the_words_of_the_field(path):
    prose = prose_of(path.read_text()).casefold()
    assert [word for word in JARGON if re.search(rf"\b{word}(?:s|ed|ged|ging|n)?\b", prose)] == []


def anchors_of(path: Path) -> set[str]:
    """The anchors of a page's headings, as code forges make them."""
    headings = re.findall(r"(?m)^#+ (.+)$", re.sub(r"(?sm)^```.*?^```", "", path.read_text()))
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", [*TOP_PAGES, *PAGES], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path):
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text()):
        if target.startswith("http"):
            continue
        name, _, anchor = target.partition("#")
        page = path.parent / name if name else path
        assert page.exists(), target
        assert not anchor or anchor in anchors_of(page), target


# --- the cookbook


COOKBOOK = (DOCS / "cookbook.md").read_text()
RECIPES = re.findall(r"(?ms)^## ([^\n]+)\n(?:(?!^## ).)*?^```toml\n(.*?)^```", COOKBOOK)


@pytest.mark.parametrize(("title", "recipe"), RECIPES, ids=[title for title, _ in RECIPES])
def test_a_recipe_does_what_its_examples_say_beside_the_rules_that_ship(title, recipe):
    """As it is used: in a file that sorts before them. It has examples, and breaks none of theirs."""
    shipped = [(path.name, path.read_text()) for path in load.shipped_rule_files()]
    ruleset = rule_files.compile_rule_set([("20-own.toml", recipe), *shipped])
    assert examples.find_failures(ruleset) == []
    assert ruleset.rules[0].examples


def test_every_recipe_is_tried():
    assert len(RECIPES) == len(fenced_blocks(COOKBOOK, "toml"))
