"""The templates and rules that ship, loaded once."""

from __future__ import annotations

from pathlib import Path

from watcher.core.letters import templates
from watcher.core.rules import rule_files

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE_TEXTS = {path.name: path.read_text() for path in sorted((ROOT / "templates").iterdir())}
TEMPLATES = templates.TemplateSet(TEMPLATE_TEXTS)
RULES = rule_files.compile_rule_set([(path.name, path.read_text()) for path in sorted((ROOT / "rules").glob("*.toml"))])
