"""tests/tools/sign_hits.py: counts are put into a rule file, and nothing else of it changes."""

from __future__ import annotations

from tests import corpus
from tests.tools import sign_hits
from watcher.core.rules.evidence import HitCounts

WHOLE = HitCounts(10, 20)


def test_the_counts_stand_beside_the_points_and_the_score():
    text = '[[rule]]\nname = "a"\nscore = 2\n\n  [[rule.evidence]]\n  points = 1\n\n  [[rule.evidence]]\n  points = 2\n'
    written = sign_hits.write_counts(text, {("a", 0): HitCounts(1, 2), ("a", 1): HitCounts(3, 4)}, WHOLE)
    assert "score = 2\nmeasured_on = { persons = 10, machines = 20 }\n" in written
    assert "points = 1\n  hits = { persons = 1, machines = 2 }\n" in written
    assert "points = 2\n  hits = { persons = 3, machines = 4 }\n" in written


def test_written_again_the_file_is_the_same():
    ruleset = corpus.shipped()
    hits = {(rule.name, n): sign.hits for rule in ruleset.rules for n, sign in enumerate(rule.evidence) if sign.hits}
    whole = next(rule.measured_on for rule in ruleset.rules if rule.measured_on)
    for path in sorted((corpus.ROOT / "rules").glob("*.toml")):
        assert sign_hits.write_counts(path.read_text(), hits, whole) == path.read_text()
