"""The templates and rules that ship, loaded once."""

from __future__ import annotations

from pathlib import Path

from watcher.core import compose, rules

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = compose.Templates({path.name: path.read_text() for path in sorted((ROOT / "templates").iterdir())})
RULES = rules.load([(path.name, path.read_text()) for path in sorted((ROOT / "rules").glob("*.toml"))])
