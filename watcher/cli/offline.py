"""What `classify`, `explain`, `replay` and `rules` have in common: the rules in force, and who "we" are. No database, no server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from watcher.cli.parameters import parse_own_addresses
from watcher.core.message import facts
from watcher.core.message.model import Facts, FetchedMessage, OwnIdentity, Unreadable
from watcher.core.rules import rules, suppression
from watcher.core.rules.model import Verdict
from watcher.core.rules.rule_set import RuleSet

rules_option = click.option(
    "--rules",
    "rule_paths",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="PATH",
    help="A rule file or folder of them, instead of the configured or shipped ones. Repeatable.",
)
address_option = click.option(
    "--address", "addresses", multiple=True, metavar="ADDR", help="An address of yours. Repeatable."
)


@dataclass(frozen=True)
class OfflineClassifier:
    """Rules, and who we are; `own_addresses` None: whoever a message is addressed to."""

    ruleset: RuleSet
    rules_source: str
    own_addresses: OwnIdentity | None

    def own_addresses_for(self, message: Facts) -> OwnIdentity:
        """Who "we" are, seen from this message."""
        return self.own_addresses if self.own_addresses is not None else suppression.guess_own_addresses(message)

    def classify_arrival(self, arrival: FetchedMessage) -> tuple[Facts | Unreadable, Verdict]:
        """What the message says and what it is; one that cannot be read is an inquiry, so that a person looks."""
        message = facts.read_message(arrival)
        if isinstance(message, Unreadable):
            return message, rules.verdict_on_unreadable(message)
        return message, rules.classify_message(message, self.ruleset, self.own_addresses_for(message))


def build_classifier(context: click.Context, rule_paths: Sequence[Path], addresses: Sequence[str]) -> OfflineClassifier:
    """The rules of `--rules`, else of the configuration where there is one, else those that ship. ConfigError,
    InvalidRulesError: they are wrong."""
    from watcher.config import load
    from watcher.service import wiring

    session = context.find_root().obj
    loaded = session.load_config() if session.has_config() else None
    us = wiring.own_addresses(loaded) if loaded else None
    if addresses:
        us = OwnIdentity(
            parse_own_addresses(addresses), us.people if us else frozenset(), us.authserv_id if us else None
        )
    if rule_paths:
        files = [file for path in rule_paths for file in load.rule_files_at(path)]
        return OfflineClassifier(load.compile_rule_files(files), ", ".join(map(str, rule_paths)), us)
    if loaded:
        return OfflineClassifier(loaded.ruleset, f"the rules of {session.config_path()}", us)
    return OfflineClassifier(
        load.compile_rule_files(load.shipped_rule_files(), load.SHIPPED_DATA_DIR), "the shipped rules", us
    )
