"""The figures in Prometheus' text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/).

Never an address or an id as a label: only names of mailboxes, kinds and states.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from watcher.core.health.figures import InstanceFigures, MonitorFigures

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
#: A letter in one of these states stays in it.
_FINAL_STATES = frozenset({"sent", "failed", "cancelled", "withheld"})

Sample = tuple[Mapping[str, str], float]


def render_metrics(figures: MonitorFigures) -> str:
    """Every metric with its help and type, in the text format of Prometheus; spans in seconds, instants in seconds since 1970 (UTC)."""
    return "".join(f"{line}\n" for line in _exposition_lines(figures))


def _exposition_lines(figures: MonitorFigures) -> Iterator[str]:
    gauge, names = "gauge", figures.mailboxes
    yield from _metric_lines("watcher_build_info", gauge, "The version that runs.", [({"version": figures.version}, 1)])
    yield from _metric_lines("watcher_up", gauge, "1 while no problem is worth an alert.", [({}, not figures.alarming)])
    kinds = Counter(str(incident.kind) for incident in figures.incidents)
    counts = [({"kind": kind}, count) for kind, count in sorted(kinds.items())]
    yield from _metric_lines("watcher_incidents", gauge, "Problems there are now.", counts)
    looks = _instant_samples(figures.looks, names)
    yield from _metric_lines(
        "watcher_last_look_timestamp_seconds", gauge, "The last complete look at the mailbox.", looks
    )
    blind = [({"mailbox": name}, name in figures.blind) for name in names]
    yield from _metric_lines("watcher_blind", gauge, "1 while the last complete look is too old.", blind)
    yield from _waiting_lines(figures)
    yield from _letter_lines(figures)
    arrived = {one.mailbox: one.arrived_at for one in figures.canaries if one.arrived_at and not one.problem}
    text = "The last test message that came through."
    yield from _metric_lines("watcher_canary_timestamp_seconds", gauge, text, _instant_samples(arrived, names))
    expiries = _instant_samples(figures.token_expiries, names)
    yield from _metric_lines(
        "watcher_token_expiry_timestamp_seconds", gauge, "When the access token expires.", expiries
    )

    if figures.instances:
        yield from _instance_lines(figures.instances)


def _instance_lines(instances: Sequence[InstanceFigures]) -> Iterator[str]:
    """Counts: a host or a process would be a new name at every start."""
    alive = sum(one.is_alive for one in instances)
    states: list[Sample] = [({"state": "alive"}, alive), ({"state": "silent"}, len(instances) - alive)]
    text = "Instances that share the database; those that fell silent within the last hour too."
    yield from _metric_lines("watcher_instances", "gauge", text, states)
    watched = sum(one.mailboxes for one in instances if one.is_alive)
    yield from _metric_lines(
        "watcher_mailboxes_watched", "gauge", "Mailboxes that an instance alive watches.", [({}, watched)]
    )


def _waiting_lines(figures: MonitorFigures) -> Iterator[str]:
    waiting, names = figures.waiting, [*dict.fromkeys((*figures.mailboxes, *figures.waiting))]
    counts = [({"mailbox": name}, waiting[name].count if name in waiting else 0) for name in names]
    yield from _metric_lines("watcher_inquiries_waiting", "gauge", "Inquiries that wait for an answer.", counts)
    oldest: list[Sample] = [({}, min(found.oldest_at for found in waiting.values()).timestamp())] if waiting else []
    text = "Since when the oldest inquiry waits."
    yield from _metric_lines("watcher_oldest_waiting_timestamp_seconds", "gauge", text, oldest)
    broken = [({"mailbox": name}, waiting[name].broken if name in waiting else 0) for name in names]
    yield from _metric_lines(
        "watcher_promises_broken", "gauge", "Waiting inquiries whose promised time is over.", broken
    )


def _letter_lines(figures: MonitorFigures) -> Iterator[str]:
    rows = [
        ({"kind": kind, "state": state}, count, state in _FINAL_STATES)
        for (kind, state), count in figures.letters.items()
    ]
    final = [(labels, count) for labels, count, is_final in rows if is_final]
    yield from _metric_lines("watcher_letters_total", "counter", "Letters that are settled.", final)
    open_now = [(labels, count) for labels, count, is_final in rows if not is_final]
    yield from _metric_lines("watcher_letters_open", "gauge", "Letters that are on their way.", open_now)
    oldest: list[Sample] = [({}, min(figures.oldest_due.values()).timestamp())] if figures.oldest_due else []
    text = "Since when the oldest letter should have left."
    yield from _metric_lines("watcher_outbox_oldest_timestamp_seconds", "gauge", text, oldest)


def _instant_samples(instants: Mapping[str, datetime], names: Iterable[str]) -> list[Sample]:
    return [({"mailbox": name}, instants[name].timestamp()) for name in names if name in instants]


def _metric_lines(name: str, kind: str, text: str, samples: Iterable[Sample]) -> Iterator[str]:
    yield f"# HELP {name} {text}"
    yield f"# TYPE {name} {kind}"
    for labels, value in samples:
        words = ",".join(f'{label}="{_escape_label(found)}"' for label, found in labels.items())
        yield f"{name}{{{words}}} {float(value)!r}" if words else f"{name} {float(value)!r}"


def _escape_label(text: str) -> str:
    return text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
