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
    AuthMethod,
    DatabaseUrl,
    DayList,
    Duration,
    EmailAddress,
    FilePath,
    HttpUrl,
    InboxFolders,
    Interval,
    MailAddress,
    NonEmptyText,
    NonNegativeCount,
    PasswordSource,
    PortNumber,
    QuietHours,
    RisingSpans,
    SentFolders,
    ShortName,
    Span,
    TimeOfDay,
    TimeZoneName,
    WeeklySlot,
    system_time_zone,
)
from watcher.core import hours
from watcher.core.hours import Calendar
from watcher.core.inquiry.roster import AllClear
from watcher.core.letters import templates
from watcher.core.message.headers import parse_addresses
from watcher.core.rules import lint, rules
from watcher.core.toml import Problem, TomlDocument, TomlError, did_you_mean
from watcher.edge import tls

PACKAGE_DIR = Path(__file__).resolve().parent.parent
#: Where an installed package keeps what ships; a checkout has it at its root.
SHIPPED_DATA_DIR = PACKAGE_DIR / "_data" if (PACKAGE_DIR / "_data").is_dir() else PACKAGE_DIR.parent


class ConfigError(TomlError):
    """Everything that is wrong with the configuration, the rules and the templates."""


# --- tables


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class TrustTable(_Table):
    authserv_id: str  # "": Microsoft 365, which writes none


class WatcherTable(_Table):
    state_dir: FilePath | None = None
    database: DatabaseUrl | None = None
    rules: tuple[NonEmptyText, ...] | None = None
    templates: NonEmptyText | None = None
    timezone: TimeZoneName = Field(default_factory=system_time_zone)
    trust: TrustTable | None = None


class HoursTable(_Table):
    week: dict[str, tuple[str, ...]] = Field(default_factory=lambda: dict(opening_hours.DEFAULT_WEEK))
    holidays: str = ""
    closed: tuple[str, ...] = ()


class PersonTable(_Table):
    email: Annotated[tuple[EmailAddress, ...], Field(min_length=1)]
    digest: Annotated[tuple[TimeOfDay, ...], Field(min_length=1)] = (time(9), time(14))
    deputy: str | None = None
    quiet: QuietHours = ()
    away: DayList = ()
    language: NonEmptyText = "en"
    all_clear: AllClear = "daily"
    report: WeeklySlot | None = None


class LadderTable(_Table):
    promise: Span = hours.parse_span("4h")
    steps: Annotated[tuple[Span, ...], Field(min_length=1)] = tuple(map(hours.parse_span, ("2h", "4h", "1d")))
    escalate_after: RisingSpans = (hours.parse_span("1d"),)
    alert: bool = Field(default=False, strict=True)


class AcknowledgeTable(_Table):
    per_sender: Duration = timedelta(hours=24)
    max_age: Duration = timedelta(hours=24)
    max_per_hour: NonNegativeCount = 30


TlsMode = Literal["implicit", "starttls", "off"]


class _ServerTable(_Table):
    host: NonEmptyText
    port: PortNumber | None = None
    tls: TlsMode | None = None
    ca: FilePath | None = None
    auth: AuthMethod = "password"

    implicit_port: ClassVar[int]
    starttls_ports: ClassVar[tuple[int, ...]]

    @property
    def security(self) -> TlsMode:
        """Follows from the port where it is not given."""
        return self.tls or ("starttls" if self.port in self.starttls_ports else "implicit")

    @property
    def effective_port(self) -> int:
        """Follows from `tls` where it is not given."""
        return self.port or (self.implicit_port if self.security == "implicit" else self.starttls_ports[0])

    @model_validator(mode="after")
    def _reject_cleartext_passwords(self) -> _ServerTable:
        if self.tls == "off" and not tls.is_loopback(self.host):
            raise ValueError(
                f'tls = "off" is for this machine only, not for {self.host}: write "implicit" or "starttls"'
            )
        return self


class ImapTable(_ServerTable):
    user: NonEmptyText
    password: PasswordSource
    implicit_port = 993
    starttls_ports = (143,)


class SmtpTable(_ServerTable):
    user: NonEmptyText | None = None
    password: PasswordSource | None = None
    implicit_port = 465
    starttls_ports = (587, 25)

    @model_validator(mode="after")
    def _require_user_with_password(self) -> SmtpTable:
        if (self.user is None) is not (self.password is None):
            raise ValueError("give user and password, or neither where the relay asks for none")
        return self


class MailboxTable(_Table):
    name: ShortName
    address: MailAddress
    aliases: tuple[EmailAddress, ...] = ()
    owner: str
    ladder: str = "default"
    imap: ImapTable
    smtp: SmtpTable
    inbox: InboxFolders = ("INBOX",)
    sent: SentFolders = "auto"
    poll: Interval = timedelta(seconds=60)
    trust_answered: bool = False
    hours: HoursTable | None = None
    timezone: TimeZoneName | None = None


class AlertsTable(_Table):
    email: tuple[EmailAddress, ...] = ()
    smtp: SmtpTable | None = None
    ping: HttpUrl | None = None
    blind_after: Interval = timedelta(minutes=15)


class Config(_Table):
    """The whole configuration, rules and templates included."""

    watcher: WatcherTable = Field(default_factory=WatcherTable)
    hours: HoursTable = Field(default_factory=HoursTable)
    people: Annotated[dict[ShortName, PersonTable], Field(min_length=1)]
    ladders: dict[ShortName, LadderTable] = Field(default_factory=dict)
    acknowledge: AcknowledgeTable = Field(default_factory=AcknowledgeTable)
    mailbox: Annotated[tuple[MailboxTable, ...], Field(min_length=1)]
    alerts: AlertsTable = Field(default_factory=AlertsTable)

    _ruleset: rules.RuleSet = PrivateAttr(default_factory=rules.RuleSet)
    _templates: templates.TemplateSet = PrivateAttr()
    _calendar: Calendar = PrivateAttr()
    _path: Path | None = PrivateAttr(default=None)

    @property
    def path(self) -> Path | None:
        """The file it was read from; None where it was made otherwise."""
        return self._path

    def source_paths(self) -> list[Path]:
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
    def templates(self) -> templates.TemplateSet:
        return self._templates

    @property
    def calendar(self) -> Calendar:
        return self._calendar

    def mailbox_calendar(self, mailbox: str) -> Calendar:
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

    def ladder_by_name(self, name: str) -> LadderTable:
        """The ladder of that name; `default` is there without being written."""
        return self.ladders.get(name) or LadderTable()

    def person_by_address(self, address: str) -> str | None:
        """The name of the person whose address this is, in whatever case."""
        wanted = address.casefold()
        found = (name for name, each in self.people.items() if wanted in {own.casefold() for own in each.email})
        return next(found, None)


# --- loading


def find_config_file(given: str | None) -> Path:
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


def load_config(path: Path) -> Config:
    """Reads the file, its rules and its templates. ConfigError: every problem of all of them."""
    try:
        document = TomlDocument(path.name, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError([Problem(str(path), 0, f"cannot be read: {error}")]) from None
    except TomlError as error:
        raise ConfigError(error.problems) from None
    problems: list[Problem] = []
    config: Config | None = None
    try:
        config = Config.model_validate(document.data, context={"folder": path.parent.absolute()})
    except ValidationError as error:
        problems += errors.explain_validation_error(document, Config, error)
    calendar = opening_hours.read_business_calendar(document, problems)
    calendars = opening_hours.read_mailbox_calendars(document, calendar, problems) if calendar else {}
    if calendar and config is not None:
        problems += opening_hours.quiet_hours_problems(document, calendar)
    problems += _reference_problems(document)
    ruleset, rule_problems = _load_rules(path.parent, document)
    templates, template_problems = _load_templates(path.parent, document)
    problems += rule_problems + template_problems
    if config is not None and templates is not None:
        problems += _rule_reference_problems(config, ruleset, templates)
        problems += _language_problems(document, config, templates)
    if config is None or problems or templates is None or calendar is None:
        raise ConfigError(problems)
    config._ruleset, config._templates, config._calendar = ruleset, templates, calendar
    config._path = path
    config._calendars = {config.mailbox[n].name: own for n, own in calendars.items()}
    return config


def _table_or_empty(data: dict[str, Any], name: str) -> dict[str, Any]:
    table = data.get(name)
    return table if isinstance(table, dict) else {}


def shipped_rule_files() -> list[Path]:
    """The rule files that ship, in name order."""
    return sorted((SHIPPED_DATA_DIR / "rules").glob("*.toml"))


def rule_files_at(path: Path) -> list[Path]:
    """The rule files that a file or a folder means, a folder's in name order. FileNotFoundError: there is none."""
    if path.is_dir():
        return sorted(each for each in path.glob("*.toml") if each.is_file())
    if path.is_file():
        return [path]
    raise FileNotFoundError(f"there is no file or folder {path}")


def compile_rule_files(paths: Iterable[Path], folder: Path | None = None) -> rules.RuleSet:
    """Compiles rule files, named as seen from `folder`. InvalidRulesError: what is wrong with them; OSError: unreadable."""
    sources = []
    for path in paths:
        shown = str(path.relative_to(folder)) if folder and path.is_relative_to(folder) else str(path)
        try:
            sources.append((shown, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            raise rules.InvalidRulesError([Problem(shown, 0, "is not UTF-8 text")]) from None
    return rules.compile_rule_set(sources)


def _load_rules(folder: Path, document: TomlDocument) -> tuple[rules.RuleSet, list[Problem]]:
    names = _table_or_empty(document.data, "watcher").get("rules")
    paths, problems = [], []
    try:
        if not isinstance(names, list):
            return compile_rule_files(shipped_rule_files()), []
        for n, name in enumerate(names):
            try:
                paths += rule_files_at(folder / Path(str(name)).expanduser())
            except (OSError, RuntimeError, ValueError) as error:
                problems.append(document.problem_at(("watcher", "rules", n), f"watcher: rules: {_error_text(error)}"))
        return compile_rule_files(paths, folder), problems
    except rules.InvalidRulesError as error:
        return rules.RuleSet(), problems + error.problems
    except OSError as error:
        return rules.RuleSet(), [
            *problems,
            document.problem_at(("watcher", "rules"), f"watcher: rules: {_error_text(error)}"),
        ]


def _error_text(error: Exception) -> str:
    """The system's words, with the name of the file."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}"
    return str(error)


def read_template_files(folder: Path) -> dict[str, str]:
    """File name → text of every template in a folder. OSError, UnicodeDecodeError: cannot be read."""
    return {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted(folder.iterdir())
        if path.suffix in (".txt", ".html", ".toml") and path.is_file()
    }


def load_shipped_templates() -> templates.TemplateSet:
    return _compile_templates(tuple(read_template_files(SHIPPED_DATA_DIR / "templates").items()))


@functools.lru_cache(maxsize=2)
def _compile_templates(*layers: tuple[tuple[str, str], ...]) -> templates.TemplateSet:
    """A reload in which no template changed, as nearly all are, compiles and tries out none of them."""
    return templates.TemplateSet(*map(dict, layers))


def _load_templates(folder: Path, document: TomlDocument) -> tuple[templates.TemplateSet | None, list[Problem]]:
    """What ships, and over it what the user wrote."""
    name = _table_or_empty(document.data, "watcher").get("templates")
    layers = [read_template_files(SHIPPED_DATA_DIR / "templates")]
    try:
        if isinstance(name, str):
            layers.append(read_template_files(folder / Path(name).expanduser()))
        return _compile_templates(*(tuple(layer.items()) for layer in layers)), []
    except templates.InvalidTemplatesError as error:
        where = name if isinstance(name, str) else "templates"
        return None, [Problem(f"{where}/{file}", line, what) for file, line, what in error.places]
    except UnicodeDecodeError:
        return None, [
            document.problem_at(("watcher", "templates"), f"watcher: templates: a file in {name} is not UTF-8 text")
        ]
    except (OSError, RuntimeError, ValueError) as error:  # ValueError: a NUL in the name
        return None, [document.problem_at(("watcher", "templates"), f"watcher: templates: {_error_text(error)}")]


# --- what is wrong


def _reference_problems(document: TomlDocument) -> Iterator[Problem]:
    """Names that must stand somewhere else too; looked up in the file itself, whatever else is wrong with it."""
    people = _table_or_empty(document.data, "people")
    yield from _people_problems(document, people)
    ladders = {"default", *_table_or_empty(document.data, "ladders")}
    boxes = document.data.get("mailbox")
    seen: set[tuple[str, str]] = set()
    for n, box in enumerate(boxes if isinstance(boxes, list) else []):
        if not isinstance(box, dict):
            continue
        where = errors.table_label(document.data, ("mailbox", n, ""))
        for key, known in (("owner", people), ("ladder", ladders)):
            name = box.get(key)
            if isinstance(name, str) and name not in known:
                place = "people" if key == "owner" else "ladders"
                text = f'{where}{key} "{name}" is not in [{place}]{did_you_mean(name, known)}'
                yield document.problem_at(("mailbox", n, key), text)
        for key, value in _mailbox_identities(box):
            if (key, value) in seen:
                yield document.problem_at(("mailbox", n, key), f"{where}another mailbox has the {key} {value} already")
            seen.add((key, value))


def _people_problems(document: TomlDocument, people: dict[str, Any]) -> Iterator[Problem]:
    """A deputy is another person; an address belongs to one person."""
    known: dict[str, str] = {}
    for name, person in people.items():
        if not isinstance(person, dict):
            continue
        deputy, emails = person.get("deputy"), person.get("email")
        if deputy == name:
            yield document.problem_at(("people", name, "deputy"), f"people.{name}: the deputy cannot be the person")
        elif isinstance(deputy, str) and deputy not in people:
            text = f'people.{name}: deputy "{deputy}" is not in [people]{did_you_mean(deputy, people)}'
            yield document.problem_at(("people", name, "deputy"), text)
        for email in emails if isinstance(emails, list) else []:
            owner = known.setdefault(str(email).casefold(), name)
            if owner != name:
                text = f"people.{name}: email: {email} belongs to {owner} already"
                yield document.problem_at(("people", name, "email"), text)


def _mailbox_identities(box: dict[str, Any]) -> list[tuple[str, str]]:
    """What no two mailboxes share: name, address, aliases."""
    aliases = box.get("aliases")
    own = {each.key for each in parse_addresses(str(box.get("address", "")))}
    own |= {str(alias).casefold() for alias in (aliases if isinstance(aliases, list) else [])}
    names = [("name", box["name"])] if isinstance(box.get("name"), str) else []
    return [*names, *(("address", each) for each in sorted(own))]


def _rule_reference_problems(
    config: Config, ruleset: rules.RuleSet, templates: templates.TemplateSet
) -> Iterator[Problem]:
    """People, ladders and templates that rules name."""
    return lint.find_unknown_names(
        ruleset,
        people=[*config.people],
        ladders=[*config.ladders, "default"],
        templates=sorted(templates.acknowledgement_names),
    )


def _language_problems(document: TomlDocument, config: Config, templates: templates.TemplateSet) -> Iterator[Problem]:
    """A language that there are no words for."""
    for name, person in config.people.items():
        if person.language not in templates.languages:
            known = ", ".join(templates.languages)
            text = f"people.{name}: language: there is no words.{person.language}.toml: write one of {known}, or add it"
            yield document.problem_at(("people", name, "language"), text)


#: Every key there is: `watcher.state_dir`, `people.email`, `mailbox.imap.host`, …
CONFIGURATION_KEYS = tuple(errors.configuration_keys(Config))
