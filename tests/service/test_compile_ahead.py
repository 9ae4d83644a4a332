"""service/compile_ahead.py: what is made when it is first needed is made before the first message needs it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

from tests.samples import MONDAY, RULES, TEMPLATE_TEXTS
from tests.worlds import IntakeDesk
from watcher.core.letters.templates import TemplateSet
from watcher.core.rules import absence_phrases
from watcher.core.rules.rule_files import compile_rule_set, unpack_rule_text
from watcher.service.compile_ahead import compile_rules_and_acknowledgements


def test_patterns_and_templates_are_compiled():
    desk = IntakeDesk("sales@example.com", ["anna@example.com"], MONDAY)
    rules = compile_rule_set(
        (file, unpack_rule_text(text)) for file, text in RULES.sources
    )  # that nobody has asked anything
    config = replace(desk.intake.config, ruleset=rules)
    compile_rules_and_acknowledgements(config)
    for saying in (absence_phrases.Saying.AWAY, absence_phrases.Saying.SUBJECT):
        assert "_literal_table" in vars(absence_phrases._INDEXES[saying])
    assert "_index" not in vars(
        config.ruleset.holding_phrases.index
    )  # for answers of the house, which nobody waits for


def test_only_what_customers_wait_for_is_compiled_ahead():
    templates = TemplateSet(TEMPLATE_TEXTS, tried=TEMPLATE_TEXTS)
    templates.compile_acknowledgements()
    compiled = {name for _, name in templates._jinja_environment.cache}
    assert {"acknowledgement.txt", "acknowledgement.de.txt"} <= compiled
    assert {name.partition(".")[0] for name in compiled} <= templates.acknowledgement_names


def test_a_template_that_cannot_be_compiled_stops_nobody():
    broken = {"words.en.toml": "", "acknowledgement.txt": "{% if %}"}
    TemplateSet(broken, tried=broken).compile_acknowledgements()


def test_a_start_imports_nothing_that_only_mail_and_letters_need():
    """What reads mail, writes letters and rings bells is imported when the first of them is at hand."""
    code = "import sys, watcher.service.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    late = {
        "jinja2",
        "email_validator",
        "apscheduler",
        "mailparser_reply",
        "selectolax",
        "holidays",
        "charset_normalizer",
        "css_inline",
        "http.client",
        "urllib.request",
    }
    late |= {
        "watcher.core.message.facts",
        "watcher.core.message.own_text",
        "watcher.core.rules.rules",
        "watcher.core.rules.circulars",
        "watcher.core.rules.offers",
        "watcher.core.inquiry.thanks",
    }
    assert not late & set(loaded)
