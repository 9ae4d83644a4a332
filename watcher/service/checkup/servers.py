"""The servers of a mailbox before anybody logs in: is somebody there, with which kind of TLS, and until when is the certificate good?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from watcher.config.models import ImapTable, SmtpTable
from watcher.core.health.clock import ClockSample
from watcher.core.health.findings import Finding, Level, judge_certificate, judge_greeting, judge_tls_mode
from watcher.core.message.headers import parse_date
from watcher.edge.clock import Clock
from watcher.edge.server_probe import ProbedServer, ProbeTarget, probe_server

_USUAL_PORTS = {"imap": "993 (implicit) and 143 (starttls)", "smtp": "465 (implicit) and 587 (starttls)"}
#: Exchange, Exim and Sendmail say in their greeting what time it is.
_DATE = re.compile(r"(?:\w{3}, )?\d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}")


@dataclass(frozen=True, slots=True)
class PortCheck:
    """What came of it. `usable`: somebody may log in there; `clock_error`: the server's clock minus ours, None: it did not say."""

    findings: tuple[Finding, ...]
    usable: bool
    clock_error: timedelta | None = None


def check_port(server: ImapTable | SmtpTable, where: str, clock: Clock) -> PortCheck:
    """`where` begins each sentence. Never raises."""
    protocol = "imap" if isinstance(server, ImapTable) else "smtp"
    ca = str(server.ca) if server.ca else None
    asked_at = clock.now()
    found = probe_server(ProbeTarget(server.host, server.effective_port, protocol, server.security, ca))
    now = clock.now()
    findings = tuple(_judge_probe(server, found, protocol, now))
    usable = all(finding.level is not Level.BAD for finding in findings)
    named = tuple(Finding(finding.level, f"{where}: {finding.text}") for finding in findings)
    return PortCheck(named, usable, _greeting_clock_error(found.greeting, asked_at, now))


def _judge_probe(server: ImapTable | SmtpTable, found: ProbedServer, protocol: str, now: datetime) -> Iterator[Finding]:
    wrong_mode = judge_tls_mode(server.security, found.mode, server.effective_port, _USUAL_PORTS[protocol])
    other_protocol = judge_greeting(protocol, found.greeting, server.effective_port, _USUAL_PORTS[protocol])
    if other_protocol is not None:
        yield other_protocol
    elif wrong_mode is not None:
        yield wrong_mode
    elif found.error:
        yield Finding(Level.BAD, found.error)
    elif certificate := judge_certificate(found.certificate_starts_at, found.certificate_ends_at, now):
        yield certificate


def _greeting_clock_error(greeting: str, asked_at: datetime, answered_at: datetime) -> timedelta | None:
    written = _DATE.search(greeting)
    theirs = parse_date(written[0]) if written else None
    return ClockSample(theirs, asked_at, answered_at, 0.0).error if theirs else None
