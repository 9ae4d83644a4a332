"""config.toml → frozen models, with its rules and templates; or every problem at once: its place, and what to do.

Reads files and nothing else: no password is looked up here, no server is asked.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Iterator
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError, model_validator

from watcher.config import errors, opening_hours
from watcher.config.values import (
    Auth,
    Count,
    Database,
    Days,
    Duration,
    Email,
    FilePath,
    Inbox,
    Interval,
    MailAddress,
    Name,
    Password,
    Port,
    Quiet,
    Sent,
    Span,
    Spans,
    Text,
    Time,
    Url,
    Weekly,
    Zone,
    system_zone,
)
from watcher.core import hours
from watcher.core.hours import Calendar
from watcher.core.inquiry.roster import AllClear
from watcher.core.letters import compose
from watcher.core.message.headers import parse_addresses
from watcher.core.rules import lint, rules
from watcher.core.toml import Document, Problem, TomlError, did_you_mean
from watcher.edge import tls

PACKAGE = Path(__file__).resolve().parent.parent
#: Where an installed package keeps what ships; a checkout has it at its root.
SHIPPED = PACKAGE / "_data" if (PACKAGE / "_data").is_dir() else PACKAGE.parent


class ConfigError(TomlError):
    """Everything that is wrong with the configuration, the rules and the templates."""


# --- tables


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Trust(_Table):
    authserv_id: str  # "": Microsoft 365, which writes none


class WatcherTable(_Table):
    state_dir: FilePath | None = None
    database: Database | None = None
    rules: tuple[Text, ...] | None = None
    templates: Text | None = None
    timezone: Zone = Field(default_factory=system_zone)
    trust: Trust | None = None


class HoursTable(_Table):
    week: dict[str, tuple[str, ...]] = Field(default_factory=lambda: dict(opening_hours.USUAL_WEEK))
    holidays: str = ""
    closed: tuple[str, ...] = ()


class PersonTable(_Table):
    email: Annotated[tuple[Email, ...], Field(min_length=1)]
    digest: Annotated[tuple[Time, ...], Field(min_length=1)] = (time(9), time(14))
    deputy: str | None = None
    quiet: Quiet = ()
    away: Days = ()
    language: Text = "en"
    all_clear: AllClear = "daily"
    report: Weekly | None = None


class LadderTable(_Table):
    promise: Span = hours.parse_span("4h")
    steps: Annotated[tuple[Span, ...], Field(min_length=1)] = tuple(map(hours.parse_span, ("2h", "4h", "1d")))
    escalate_after: Spans = (hours.parse_span("1d"),)
    alert: bool = Field(default=False, strict=True)


class AcknowledgeTable(_Table):
    per_sender: Duration = timedelta(hours=24)
    max_age: Duration = timedelta(hours=24)
    max_per_hour: Count = 30


Tls = Literal["implicit", "starttls", "off"]


class _Server(_Table):
    host: Text
    port: Port | None = None
    tls: Tls | None = None
    ca: FilePath | None = None
    auth: Auth = "password"

    implicit_port: ClassVar[int]
    starttls_ports: ClassVar[tuple[int, ...]]

    @property
    def security(self) -> Tls:
        """Follows from the port where it is not given."""
        return self.tls or ("starttls" if self.port in self.starttls_ports else "implicit")

    @property
    def real_port(self) -> int:
        """Follows from `tls` where it is not given."""
        return self.port or (self.implicit_port if self.security == "implicit" else self.starttls_ports[0])

    @model_validator(mode="after")
    def _no_passwords_in_clear(self) -> _Server:
        if self.tls == "off" and not tls.is_loopback(self.host):
            raise ValueError(
                f'tls = "off" is for this machine only, not for {self.host}: write "implicit" or "starttls"'
            )
        return self


class ImapTable(_Server):
    user: Text
    password: Password
    implicit_port = 993
    starttls_ports = (143,)


class SmtpTable(_Server):
    user: Text | None = None
    password: Password | None = None
    implicit_port = 465
    starttls_ports = (587, 25)

    @model_validator(mode="after")
    def _user_and_password(self) -> SmtpTable:
        if (self.user is None) is not (self.password is None):
            raise ValueError("give user and password, or neither where the relay asks for none")
        return self


class MailboxTable(_Table):
    name: Name
    address: MailAddress
    aliases: tuple[Email, ...] = ()
    owner: str
    ladder: str = "default"
    imap: ImapTable
    smtp: SmtpTable
    inbox: Inbox = ("INBOX",)
    sent: Sent = "auto"
    poll: Interval = timedelta(seconds=60)
    trust_answered: bool = False
    hours: HoursTable | None = None
    timezone: Zone | None = None


class AlertsTable(_Table):
    email: tuple[Email, ...] = ()
    smtp: SmtpTable | None = None
    ping: Url | None = None
    blind_after: Interval = timedelta(minutes=15)


class Config(_Table):
    """The whole configuration, rules and templates included."""

    watcher: WatcherTable = Field(default_factory=WatcherTable)
    hours: HoursTable = Field(default_factory=HoursTable)
    people: Annotated[dict[Name, PersonTable], Field(min_length=1)]
    ladders: dict[Name, LadderTable] = Field(default_factory=dict)
    acknowledge: AcknowledgeTable = Field(default_factory=AcknowledgeTable)
    mailbox: Annotated[tuple[MailboxTable, ...], Field(min_length=1)]
    alerts: AlertsTable = Field(default_factory=AlertsTable)

    _ruleset: rules.RuleSet = PrivateAttr(default_factory=rules.RuleSet)
    _templates: compose.Templates = PrivateAttr()
    _calendar: Calendar = PrivateAttr()
    _path: Path | None = PrivateAttr(default=None)

    @property
    def path(self) -> Path | None:
        """The file it was read from; None where it was made otherwise."""
        return self._path

    def files(self) -> list[Path]:
        """Every file and folder it is read from, existing or not."""
        if self._path is None:
            return []
        named = [*(self.watcher.rules or ()), *([self.watcher.templates] if self.watcher.templates else ())]
        places = [self._path.parent / Path(name).expanduser() for name in named]
        return [self._path, *places, *(each for place in places if place.is_dir() for each in sorted(place.iterdir()))]

    _calendars: dict[str, Calendar] = PrivateAttr(default_factory=dict)

    @property
    def ruleset(self) -> rules.RuleSet:
        return self._ruleset

    @property
    def templates(self) -> compose.Templates:
        return self._templates

    @property
    def calendar(self) -> Calendar:
        return self._calendar

    def calendar_of(self, mailbox: str) -> Calendar:
        """The opening hours of a mailbox: its own, else the house's."""
        return self._calendars.get(mailbox, self._calendar)

    @property
    def timezone(self) -> str:
        return self.watcher.timezone

    @property
    def state_dir(self) -> Path:
        """Where the database is: as configured, else $STATE_DIRECTORY (systemd), else ~/.local/state/watcher."""
        given = self.watcher.state_dir or os.environ.get("STATE_DIRECTORY", "").split(":")[0]
        return Path(given or "~/.local/state/watcher").expanduser()

    @property
    def database_url(self) -> str:
        return self.watcher.database or f"sqlite:///{self.state_dir / 'watcher.sqlite3'}"

    def ladder(self, name: str) -> LadderTable:
        """The ladder of that name; `default` is there without being written."""
        return self.ladders.get(name) or LadderTable()

    def person_by_address(self, address: str) -> str | None:
        """The name of the person whose address this is, in whatever case."""
        wanted = address.casefold()
        found = (name for name, each in self.people.items() if wanted in {own.casefold() for own in each.email})
        return next(found, None)


# --- loading


def find(given: str | None) -> Path:
    """`-c FILE`, else $WATCHER_CONFIG, ./config.toml or /etc/watcher/config.toml. ConfigError: none is there."""
    named = given or os.environ.get("WATCHER_CONFIG")
    candidates = [Path(named)] if named else [Path("config.toml"), Path("/etc/watcher/config.toml")]
    for path in candidates:
        if path.is_file():
            return path
    looked = " and ".join(str(path) for path in candidates)
    by = " (named by $WATCHER_CONFIG)" if named and not given else ""
    what = "is a folder" if candidates[0].is_dir() else "there is no such file"
    raise ConfigError([Problem(looked, 0, f"{what}{by}; `watcher init` makes one, -c FILE names another")])


def load(path: Path) -> Config:
    """Reads the file, its rules and its templates. ConfigError: every problem of all of them."""
    try:
        document = Document(path.name, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError([Problem(str(path), 0, f"cannot be read: {error}")]) from None
    except TomlError as error:
        raise ConfigError(error.problems) from None
    problems: list[Problem] = []
    config: Config | None = None
    try:
        config = Config.model_validate(document.data, context={"folder": path.parent.absolute()})
    except ValidationError as error:
        problems += errors.explain(document, Config, error)
    calendar = opening_hours.house(document, problems)
    calendars = opening_hours.mailboxes(document, calendar, problems) if calendar else {}
    if calendar and config is not None:
        problems += opening_hours.quiet_problems(document, calendar)
    problems += _references(document)
    ruleset, rule_problems = _rules(path.parent, document)
    templates, template_problems = _templates(path.parent, document)
    problems += rule_problems + template_problems
    if config is not None and templates is not None:
        problems += _rule_references(config, ruleset, templates)
        problems += _languages(document, config, templates)
    if config is None or problems or templates is None or calendar is None:
        raise ConfigError(problems)
    config._ruleset, config._templates, config._calendar = ruleset, templates, calendar
    config._path = path
    config._calendars = {config.mailbox[n].name: own for n, own in calendars.items()}
    return config


def _section(data: dict[str, Any], name: str) -> dict[str, Any]:
    table = data.get(name)
    return table if isinstance(table, dict) else {}


def shipped_rules() -> list[Path]:
    """The rule files that ship, in name order."""
    return sorted((SHIPPED / "rules").glob("*.toml"))


def rule_files(path: Path) -> list[Path]:
    """The rule files that a file or a folder means, a folder's in name order. FileNotFoundError: there is none."""
    if path.is_dir():
        return sorted(each for each in path.glob("*.toml") if each.is_file())
    if path.is_file():
        return [path]
    raise FileNotFoundError(f"there is no file or folder {path}")


def read_rules(paths: Iterable[Path], folder: Path | None = None) -> rules.RuleSet:
    """Compiles rule files, named as seen from `folder`. RuleProblems: what is wrong with them; OSError: unreadable."""
    sources = []
    for path in paths:
        shown = str(path.relative_to(folder)) if folder and path.is_relative_to(folder) else str(path)
        try:
            sources.append((shown, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            raise rules.RuleProblems([Problem(shown, 0, "is not UTF-8 text")]) from None
    return rules.load(sources)


def _rules(folder: Path, document: Document) -> tuple[rules.RuleSet, list[Problem]]:
    names = _section(document.data, "watcher").get("rules")
    paths, problems = [], []
    try:
        if not isinstance(names, list):
            return read_rules(shipped_rules()), []
        for n, name in enumerate(names):
            try:
                paths += rule_files(folder / Path(str(name)).expanduser())
            except (OSError, RuntimeError, ValueError) as error:
                problems.append(document.problem(("watcher", "rules", n), f"watcher: rules: {_said(error)}"))
        return read_rules(paths, folder), problems
    except rules.RuleProblems as error:
        return rules.RuleSet(), problems + error.problems
    except OSError as error:
        return rules.RuleSet(), [*problems, document.problem(("watcher", "rules"), f"watcher: rules: {_said(error)}")]


def _said(error: Exception) -> str:
    """The system's words, with the name of the file."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}"
    return str(error)


def template_texts(folder: Path) -> dict[str, str]:
    """File name → text of every template in a folder. OSError, UnicodeDecodeError: cannot be read."""
    return {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted(folder.iterdir())
        if path.suffix in (".txt", ".html", ".toml") and path.is_file()
    }


def shipped_templates() -> compose.Templates:
    return _compiled(tuple(template_texts(SHIPPED / "templates").items()))


@functools.lru_cache(maxsize=2)
def _compiled(*layers: tuple[tuple[str, str], ...]) -> compose.Templates:
    """A reload in which no template changed, as nearly all are, compiles and tries out none of them."""
    return compose.Templates(*map(dict, layers))


def _templates(folder: Path, document: Document) -> tuple[compose.Templates | None, list[Problem]]:
    """What ships, and over it what the user wrote."""
    name = _section(document.data, "watcher").get("templates")
    layers = [template_texts(SHIPPED / "templates")]
    try:
        if isinstance(name, str):
            layers.append(template_texts(folder / Path(name).expanduser()))
        return _compiled(*(tuple(layer.items()) for layer in layers)), []
    except compose.TemplateProblems as error:
        where = name if isinstance(name, str) else "templates"
        return None, [Problem(f"{where}/{file}", line, what) for file, line, what in error.places]
    except UnicodeDecodeError:
        return None, [
            document.problem(("watcher", "templates"), f"watcher: templates: a file in {name} is not UTF-8 text")
        ]
    except (OSError, RuntimeError, ValueError) as error:  # ValueError: a NUL in the name
        return None, [document.problem(("watcher", "templates"), f"watcher: templates: {_said(error)}")]


# --- what is wrong


def _references(document: Document) -> Iterator[Problem]:
    """Names that must stand somewhere else too; looked up in the file itself, whatever else is wrong with it."""
    people = _section(document.data, "people")
    yield from _people(document, people)
    ladders = {"default", *_section(document.data, "ladders")}
    boxes = document.data.get("mailbox")
    seen: set[tuple[str, str]] = set()
    for n, box in enumerate(boxes if isinstance(boxes, list) else []):
        if not isinstance(box, dict):
            continue
        where = errors.where(document.data, ("mailbox", n, ""))
        for key, known in (("owner", people), ("ladder", ladders)):
            name = box.get(key)
            if isinstance(name, str) and name not in known:
                place = "people" if key == "owner" else "ladders"
                text = f'{where}{key} "{name}" is not in [{place}]{did_you_mean(name, known)}'
                yield document.problem(("mailbox", n, key), text)
        for key, value in _identities(box):
            if (key, value) in seen:
                yield document.problem(("mailbox", n, key), f"{where}another mailbox has the {key} {value} already")
            seen.add((key, value))


def _people(document: Document, people: dict[str, Any]) -> Iterator[Problem]:
    """A deputy is another person; an address belongs to one person."""
    known: dict[str, str] = {}
    for name, person in people.items():
        if not isinstance(person, dict):
            continue
        deputy, emails = person.get("deputy"), person.get("email")
        if deputy == name:
            yield document.problem(("people", name, "deputy"), f"people.{name}: the deputy cannot be the person")
        elif isinstance(deputy, str) and deputy not in people:
            text = f'people.{name}: deputy "{deputy}" is not in [people]{did_you_mean(deputy, people)}'
            yield document.problem(("people", name, "deputy"), text)
        for email in emails if isinstance(emails, list) else []:
            owner = known.setdefault(str(email).casefold(), name)
            if owner != name:
                text = f"people.{name}: email: {email} belongs to {owner} already"
                yield document.problem(("people", name, "email"), text)


def _identities(box: dict[str, Any]) -> list[tuple[str, str]]:
    """What no two mailboxes share: name, address, aliases."""
    aliases = box.get("aliases")
    own = {each.key for each in parse_addresses(str(box.get("address", "")))}
    own |= {str(alias).casefold() for alias in (aliases if isinstance(aliases, list) else [])}
    names = [("name", box["name"])] if isinstance(box.get("name"), str) else []
    return [*names, *(("address", each) for each in sorted(own))]


def _rule_references(config: Config, ruleset: rules.RuleSet, templates: compose.Templates) -> Iterator[Problem]:
    """People, ladders and templates that rules name."""
    return lint.unknown_names(
        ruleset, people=[*config.people], ladders=[*config.ladders, "default"], templates=sorted(templates.names)
    )


def _languages(document: Document, config: Config, templates: compose.Templates) -> Iterator[Problem]:
    """A language that there are no words for."""
    for name, person in config.people.items():
        if person.language not in templates.languages:
            known = ", ".join(templates.languages)
            text = f"people.{name}: language: there is no words.{person.language}.toml: write one of {known}, or add it"
            yield document.problem(("people", name, "language"), text)


#: Every key there is: `watcher.state_dir`, `people.email`, `mailbox.imap.host`, …
KEYS = tuple(errors.keys(Config))
