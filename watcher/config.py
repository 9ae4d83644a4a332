"""config.toml → frozen models, with its rules and templates; or every problem at once, each with its place and what to do.

Reads files and nothing else: no password is looked up here, no server is asked.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from email_validator import EmailNotValidError, validate_email
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, ValidationError, model_validator

from watcher.core import compose, hours, rules
from watcher.core.headers import parse_addresses
from watcher.core.model import Address
from watcher.core.toml import Document, Path as Keys, Problem, TomlError, did_you_mean
from watcher.edge.secrets import SOURCES, Secret

PACKAGE = Path(__file__).resolve().parent
#: Where an installed package keeps what ships; a checkout has it at its root.
SHIPPED = PACKAGE / "_data" if (PACKAGE / "_data").is_dir() else PACKAGE.parent


class ConfigError(TomlError):
    """Everything that is wrong with the configuration, the rules and the templates."""


# --- single values


def _said(text: str) -> ValueError:
    return ValueError(text)


def _email(value: object) -> str:
    """One bare address, its domain in lower case."""
    if not isinstance(value, str):
        raise _said("write an address: anna@example.com")
    try:
        return validate_email(value, check_deliverability=False, test_environment=True).normalized
    except EmailNotValidError as error:
        raise _said(f"{value!r} is no mail address: {str(error)[:120]}") from None


def _address(value: object) -> Address:
    """`Example Sales <sales@example.com>`, or the bare address."""
    if not isinstance(value, str):
        raise _said("write an address: Example Sales <sales@example.com>")
    found = parse_addresses(value)
    if len(found) != 1:
        raise _said(f"{value!r} is not one mail address: write Example Sales <sales@example.com>")
    return Address(_email(found[0].email), found[0].name)


def _duration(value: object) -> timedelta:
    if not isinstance(value, str):
        raise _said('write a duration in quotes: "90s", "15m", "4h" or "2d"')
    return hours.parse_duration(value)


def _span(value: object) -> hours.Span:
    _duration(value)
    span = hours.parse_span(str(value))
    if not span.days and not span.time:
        raise _said("must be longer than nothing")
    return span


def _slot(value: object) -> time:
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", value) if isinstance(value, str) else None
    if not found:
        raise _said(f'{value!r} is no time of day: write "09:00"')
    return time(int(found[1]), int(found[2]))


def _secret(value: object) -> Secret:
    one_of = "{ env = … }, { file = … }, { command = […] }, { credential = … } or { keyring = … }"
    if isinstance(value, str):
        raise _said(f"a password does not belong into this file: write {one_of}")
    if not isinstance(value, dict) or len(value) != 1:
        raise _said(f"write one of {one_of}")
    ((source, what),) = value.items()
    if source not in SOURCES:
        raise _said(f'unknown source "{source}"{did_you_mean(source, SOURCES)}: write one of {one_of}')
    if source == "command":
        if not isinstance(what, list) or not what or not all(isinstance(word, str) for word in what):
            raise _said('command takes a list of words: ["pass", "sales"]')
        return Secret(source, tuple(what))
    if not isinstance(what, str) or not what:
        raise _said(f"{source} takes a text")
    return Secret(source, what)


def _zone(value: object) -> str:
    try:
        ZoneInfo(str(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise _said(f'{value!r} is no time zone: write one such as "Europe/Berlin"') from None
    return str(value)


def _auth(value: object) -> str:
    if value == "password":
        return "password"
    if isinstance(value, dict) and "oauth" in value:
        raise _said('OAuth2 is not supported yet: use auth = "password" with an app password')
    raise _said('write auth = "password"')


Email = Annotated[str, BeforeValidator(_email)]
MailAddress = Annotated[Address, BeforeValidator(_address)]
Duration = Annotated[timedelta, BeforeValidator(_duration)]
Span = Annotated[hours.Span, BeforeValidator(_span)]
Time = Annotated[time, BeforeValidator(_slot)]
Password = Annotated[Secret, BeforeValidator(_secret)]
Zone = Annotated[str, BeforeValidator(_zone)]
Auth = Annotated[str, BeforeValidator(_auth)]
Port = Annotated[int, Field(ge=1, le=65535)]


def system_zone() -> str:
    """The zone this machine keeps; UTC where it does not say."""
    named = os.environ.get("TZ", "").removeprefix(":")
    try:
        linked = Path("/etc/localtime").resolve().as_posix().partition("zoneinfo/")[2]
        written = Path("/etc/timezone").read_text().strip() if Path("/etc/timezone").is_file() else ""
    except OSError:
        linked = written = ""
    for name in (named, linked, written):
        try:
            if name:
                return ZoneInfo(name).key
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return "UTC"


# --- tables


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Trust(_Table):
    authserv_id: str


class WatcherTable(_Table):
    state_dir: Path | None = None
    database: str | None = None
    rules: tuple[str, ...] = ()
    templates: str | None = None
    timezone: Zone = Field(default_factory=system_zone)
    trust: Trust | None = None


class HoursTable(_Table):
    week: dict[str, tuple[str, ...]] = Field(default_factory=lambda: {"mon-fri": ("09:00-17:00",)})
    holidays: str = ""
    closed: tuple[str, ...] = ()


class PersonTable(_Table):
    email: Annotated[tuple[Email, ...], Field(min_length=1)]
    digest: Annotated[tuple[Time, ...], Field(min_length=1)] = (time(9), time(14))
    deputy: str | None = None


class LadderTable(_Table):
    promise: Span = hours.parse_span("4h")
    steps: Annotated[tuple[Span, ...], Field(min_length=1)] = tuple(map(hours.parse_span, ("2h", "4h", "1d")))
    escalate_after: Span | None = hours.parse_span("1d")


class AcknowledgeTable(_Table):
    per_sender: Duration = timedelta(hours=24)
    max_age: Duration = timedelta(hours=24)
    max_per_hour: Annotated[int, Field(ge=0)] = 30


Tls = Literal["implicit", "starttls", "off"]


class _Server(_Table):
    host: str
    port: Port | None = None
    tls: Tls | None = None
    ca: Path | None = None
    auth: Auth = "password"

    implicit_port: ClassVar[int]
    starttls_port: ClassVar[int]

    @property
    def security(self) -> Tls:
        """Follows from the port where it is not given."""
        return self.tls or ("starttls" if self.port == self.starttls_port else "implicit")

    @property
    def real_port(self) -> int:
        return self.port or (self.implicit_port if self.security == "implicit" else self.starttls_port)


class ImapTable(_Server):
    user: str
    password: Password
    implicit_port = 993
    starttls_port = 143


class SmtpTable(_Server):
    user: str | None = None
    password: Password | None = None
    implicit_port = 465
    starttls_port = 587

    @model_validator(mode="after")
    def _user_and_password(self) -> SmtpTable:
        if (self.user is None) is not (self.password is None):
            raise _said("give user and password, or neither where the relay asks for none")
        return self


class MailboxTable(_Table):
    name: Annotated[str, Field(pattern=r"^[\w.@+-]{1,100}$")]
    address: MailAddress
    aliases: tuple[Email, ...] = ()
    owner: str
    ladder: str = "default"
    imap: ImapTable
    smtp: SmtpTable
    inbox: Annotated[tuple[str, ...], Field(min_length=1)] = ("INBOX",)
    sent: Literal["auto"] | tuple[str, ...] = "auto"
    poll: Duration = timedelta(seconds=60)


class AlertsTable(_Table):
    email: tuple[Email, ...] = ()
    smtp: SmtpTable | None = None
    ping: str | None = None
    blind_after: Duration = timedelta(minutes=15)


class Config(_Table):
    """The whole configuration, rules and templates included."""

    watcher: WatcherTable = Field(default_factory=WatcherTable)
    hours: HoursTable = Field(default_factory=HoursTable)
    people: Annotated[dict[str, PersonTable], Field(min_length=1)]
    ladders: dict[str, LadderTable] = Field(default_factory=dict)
    acknowledge: AcknowledgeTable = Field(default_factory=AcknowledgeTable)
    mailbox: Annotated[tuple[MailboxTable, ...], Field(min_length=1)]
    alerts: AlertsTable = Field(default_factory=AlertsTable)

    _ruleset: rules.RuleSet = PrivateAttr(default_factory=rules.RuleSet)
    _templates: compose.Templates = PrivateAttr()
    _calendar: hours.Calendar = PrivateAttr()

    @property
    def ruleset(self) -> rules.RuleSet:
        return self._ruleset

    @property
    def templates(self) -> compose.Templates:
        return self._templates

    @property
    def calendar(self) -> hours.Calendar:
        return self._calendar

    @property
    def timezone(self) -> str:
        return self.watcher.timezone

    @property
    def state_dir(self) -> Path:
        given = self.watcher.state_dir or os.environ.get("STATE_DIRECTORY", "").split(":")[0]
        return Path(given or "~/.local/state/watcher").expanduser()

    @property
    def database_url(self) -> str:
        return self.watcher.database or f"sqlite:///{self.state_dir / 'watcher.sqlite3'}"

    def ladder(self, name: str) -> LadderTable:
        return self.ladders.get(name) or LadderTable()


# --- loading


def find(given: str | None) -> Path:
    """`-c FILE`, else $WATCHER_CONFIG, else ./config.toml, else /etc/watcher/config.toml. ConfigError: none is there."""
    named = given or os.environ.get("WATCHER_CONFIG")
    candidates = [Path(named)] if named else [Path("config.toml"), Path("/etc/watcher/config.toml")]
    for path in candidates:
        if path.is_file():
            return path
    looked = " and ".join(str(path) for path in candidates)
    raise ConfigError([Problem(looked, 0, "there is no such file; `watcher init` makes one, -c FILE names another")])


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
        config = Config.model_validate(document.data)
    except ValidationError as error:
        problems += _explained(document, error)
    calendar = _calendar(document, problems)
    problems += _references(document)
    ruleset, rule_problems = _rules(path.parent, document.data)
    templates, template_problems = _templates(path.parent, document.data)
    problems += rule_problems + template_problems
    if config is not None and templates is not None:
        problems += _rule_references(config, ruleset, templates)
    if config is None or problems or templates is None or calendar is None:
        raise ConfigError(problems)
    config._ruleset, config._templates, config._calendar = ruleset, templates, calendar
    return config


def _calendar(document: Document, problems: list[Problem]) -> hours.Calendar | None:
    """The opening hours, read from the file itself so that they are checked whatever else is wrong."""
    table = document.data.get("hours", {})
    zone = _section(document.data, "watcher").get("timezone") or system_zone()
    if not isinstance(table, dict):
        return None
    parts: dict[str, Any] = {"week": hours.parse_week({"mon-fri": ["09:00-17:00"]})}
    readers = {"week": hours.parse_week, "holidays": hours.Holidays, "closed": hours.parse_closed}
    for key in readers.keys() & table.keys():
        try:
            parts[key] = readers[key](table[key])
        except ValueError as error:
            problems.append(document.problem(("hours", key), f"hours: {key}: {error}"))
        except (TypeError, AttributeError):
            continue  # of the wrong type altogether, which the model says
    try:
        return hours.Calendar(zone=ZoneInfo(str(zone)), **parts)
    except ZoneInfoNotFoundError:
        return None
    except ValueError as error:
        problems.append(document.problem(("hours", "week"), f"hours: {error}"))
        return None


def _section(data: dict[str, Any], name: str) -> dict[str, Any]:
    table = data.get(name)
    return table if isinstance(table, dict) else {}


def shipped_rules() -> list[Path]:
    return sorted((SHIPPED / "rules").glob("*.toml"))


def rule_files(folder: Path, names: list[str]) -> tuple[list[Path], list[Problem]]:
    """The files that `rules = […]` means, folders in name order."""
    found: list[Path] = []
    problems = []
    for name in names:
        path = folder / Path(name).expanduser()
        if path.is_dir():
            found += sorted(path.glob("*.toml"))
        elif path.is_file():
            found.append(path)
        else:
            problems.append(Problem(str(path), 0, "there is no such rule file or folder; see `rules` in [watcher]"))
    return found, problems


def _rules(folder: Path, data: dict[str, Any]) -> tuple[rules.RuleSet, list[Problem]]:
    names = _section(data, "watcher").get("rules")
    paths, problems = (
        (shipped_rules(), []) if not isinstance(names, list) else rule_files(folder, [str(each) for each in names])
    )
    try:
        sources = [(_shown(folder, path), path.read_text(encoding="utf-8")) for path in paths]
        return rules.load(sources), problems
    except rules.RuleProblems as error:
        return rules.RuleSet(), problems + error.problems
    except (OSError, UnicodeDecodeError) as error:
        return rules.RuleSet(), [*problems, Problem("rules", 0, f"cannot be read: {error}")]


def _shown(folder: Path, path: Path) -> str:
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)


def template_texts(folder: Path) -> dict[str, str]:
    return {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted(folder.iterdir())
        if path.suffix in (".txt", ".html")
    }


def _templates(folder: Path, data: dict[str, Any]) -> tuple[compose.Templates | None, list[Problem]]:
    """What ships, and over it what the user wrote."""
    name = _section(data, "watcher").get("templates")
    texts = template_texts(SHIPPED / "templates")
    own = folder / Path(name).expanduser() if isinstance(name, str) else None
    try:
        if own is not None:
            texts |= template_texts(own)
        return compose.Templates(texts), []
    except OSError as error:
        return None, [
            Problem(str(own), 0, f"the templates cannot be read: {error.strerror}; see `templates` in [watcher]")
        ]
    except (compose.TemplateProblems, UnicodeDecodeError) as error:
        lines = error.problems if isinstance(error, compose.TemplateProblems) else (str(error),)
        return None, [
            Problem(f"{name or 'templates'}/{line.partition(':')[0]}", 0, line.partition(":")[2].strip() or line)
            for line in lines
        ]


# --- what is wrong


def _explained(document: Document, error: ValidationError) -> Iterator[Problem]:
    errors = error.errors(include_url=False)
    paths = [tuple(each["loc"]) for each in errors]
    for each, path in zip(errors, paths, strict=True):
        if each["type"] == "too_short" and any(path == other[: len(path)] != other for other in paths):
            continue  # empty only because what is in it is wrong
        path = tuple(step for step in path if step not in ("literal['auto']", "tuple[str, ...]"))
        yield document.problem(path, f"{_where(document.data, path)}{_what(each, path)}")


def _what(each: Any, path: Keys) -> str:
    kind, key = each["type"], path[-1] if path else ""
    if kind == "extra_forbidden":
        return f'unknown key "{key}"{did_you_mean(str(key), _known(path))}'
    if kind == "missing":
        return f'"{key}" is missing'
    if kind == "value_error":
        return f"{key}: {str(each['ctx']['error'])}" if isinstance(key, str) else str(each["ctx"]["error"])
    if kind == "too_short":
        return f'"{key}" must not be empty'
    if kind == "string_pattern_mismatch":
        return f"{key}: letters, digits and . _ - + @ only"
    text = str(each["msg"]).replace("Input should be", "should be")
    return f"{key}: {text[0].lower()}{text[1:]}"


def _where(data: dict[str, Any], path: Keys) -> str:
    """`mailbox "sales": `, `people.anna: `, `hours: `: the table a key stands in."""
    if len(path) < 2:
        return ""
    first, second = path[0], path[1]
    if first == "mailbox" and isinstance(second, int):
        try:
            name = data["mailbox"][second]["name"]
        except (KeyError, IndexError, TypeError):
            name = second + 1
        return f'mailbox "{name}": '
    if first in ("people", "ladders") and len(path) > 2:
        return f"{first}.{second}: "
    return f"{first}: "


def _known(path: Keys) -> list[str]:
    """The keys that could stand where `path` ends."""
    model: Any = Config
    for step in path[:-1]:
        if isinstance(step, int):
            continue
        fields = getattr(model, "model_fields", {})
        if step in fields:
            model = _inner(fields[step].annotation)
    return list(getattr(model, "model_fields", {}))


def _inner(annotation: Any) -> Any:
    """The table inside `dict[str, Table]`, `tuple[Table, ...]`, `Table | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for each in getattr(annotation, "__args__", ()):
        found = _inner(each)
        if found is not None:
            return found
    return None


def _references(document: Document) -> Iterator[Problem]:
    """Names that must stand somewhere else too; looked up in the file itself, whatever else is wrong with it."""
    people = list(_section(document.data, "people"))
    ladders = [*_section(document.data, "ladders"), "default"]
    for name in people:
        person = document.data["people"][name]
        deputy = person.get("deputy") if isinstance(person, dict) else None
        if isinstance(deputy, str) and deputy == name:
            yield document.problem(("people", name, "deputy"), f"people.{name}: the deputy cannot be the person")
        elif isinstance(deputy, str) and deputy not in people:
            text = f'people.{name}: deputy "{deputy}" is nobody in [people]{did_you_mean(deputy, people)}'
            yield document.problem(("people", name, "deputy"), text)
    boxes = document.data.get("mailbox")
    seen: set[tuple[str, str]] = set()
    for n, box in enumerate(boxes if isinstance(boxes, list) else []):
        if not isinstance(box, dict):
            continue
        where = _where(document.data, ("mailbox", n, ""))
        for key, known, place in (("owner", people, "people"), ("ladder", ladders, "ladders")):
            name = box.get(key)
            if isinstance(name, str) and name not in known:
                text = f'{where}{key} "{name}" is not in [{place}]{did_you_mean(name, known)}'
                yield document.problem(("mailbox", n, key), text)
        aliases = box.get("aliases", [])
        own = {each.key for each in parse_addresses(str(box.get("address", "")))}
        own |= {str(alias).casefold() for alias in (aliases if isinstance(aliases, list) else [])}
        for key, values in (("name", {str(box.get("name"))}), ("address", own)):
            for value in sorted(values):
                if (key, value) in seen:
                    yield document.problem(("mailbox", n, key), f"{where}another mailbox has the {key} {value} already")
                seen.add((key, value))


def _rule_references(config: Config, ruleset: rules.RuleSet, templates: compose.Templates) -> Iterator[Problem]:
    for rule in ruleset.rules:
        for word, name, known in (
            ("owner", rule.owner, list(config.people)),
            ("ladder", rule.ladder, [*config.ladders, "default"]),
            ("template", rule.template, sorted(templates.names)),
        ):
            if name is not None and name not in known:
                text = f'rule "{rule.name}": there is no {word} "{name}"{did_you_mean(name, known)}'
                yield Problem(rule.file, rule.line, text)


def keys(model: type[BaseModel] = Config, prefix: str = "") -> Iterator[str]:
    """Every key there is: `watcher.state_dir`, `mailbox.imap.host`, … for the documentation's test."""
    for name, info in model.model_fields.items():
        inner = _inner(info.annotation)
        if inner is None:
            yield f"{prefix}{name}"
        else:
            yield from keys(inner, f"{prefix}{name}.")
