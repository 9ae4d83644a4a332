"""The tables of config.toml as frozen models: which keys there are, what they hold, and their defaults.

Knows each table by itself; what must agree between tables is in `check`, and reading the file is in `load`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr, model_validator

from watcher.config import opening_hours
from watcher.config.oauth import AUTH_FORM, AuthMethod
from watcher.config.values import (
    PASSWORD_SOURCE_FORMS,
    DatabaseUrl,
    DayList,
    Duration,
    EmailAddress,
    FilePath,
    FirstDay,
    HostName,
    HttpUrl,
    InboxFolders,
    Interval,
    LogFormat,
    LogLevel,
    LoopbackAddress,
    MailAddress,
    NonEmptyText,
    NonNegativeCount,
    PasswordSource,
    PortNumber,
    PushTarget,
    QuietHours,
    Retention,
    RisingSpans,
    SentFolders,
    ShortName,
    Span,
    TimeOfDay,
    TimeZoneName,
    WeeklySlot,
    system_time_zone,
    validate_rota_dates,
    validate_rota_week,
)
from watcher.core import hours
from watcher.core.hours import Calendar
from watcher.core.inquiry import roster, rota
from watcher.core.inquiry.roster import AllClear
from watcher.core.inquiry.rota import Rota, Team
from watcher.edge import tls

if TYPE_CHECKING:
    from watcher.core.letters.templates import TemplateSet
    from watcher.core.rules.rule_set import RuleSet


class _Table(BaseModel):
    # Only `Config` is ever read by itself: the others are part of it, and a validator of their own would be built for nothing.
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)


class TrustTable(_Table):
    """`[watcher.trust]`: whose Authentication-Results are believed (RFC 8601 § 5)."""

    authserv_id: str  # "": Microsoft 365, which writes none


class WatcherTable(_Table):
    """`[watcher]`: where things are. A path that is left out is None here and has its default in `Config`; `timezone` is an
    IANA name (RFC 6557)."""

    state_dir: FilePath | None = None
    database: DatabaseUrl | None = None
    rules: tuple[NonEmptyText, ...] | None = None
    templates: NonEmptyText | None = None
    timezone: TimeZoneName = Field(default_factory=system_time_zone)
    trust: TrustTable | None = None
    retention: Retention = timedelta(days=400)
    log: LogFormat = "text"
    log_level: LogLevel = "info"
    log_file: FilePath | None = None
    listen: LoopbackAddress | None = None


class HoursTable(_Table):
    """`[hours]`, or the hours of one mailbox; read into a Calendar by `opening_hours`."""

    week: dict[str, tuple[str, ...]] = Field(default_factory=lambda: dict(opening_hours.DEFAULT_WEEK))
    holidays: str = ""
    closed: tuple[str, ...] = ()


class PersonTable(_Table):
    """`[people.NAME]`: one person; times of day are wall clock in the house's zone."""

    email: Annotated[tuple[EmailAddress, ...], Field(min_length=1)]
    digest: Annotated[tuple[TimeOfDay, ...], Field(min_length=1)] = (time(9), time(12), time(15))
    deputy: str | None = None
    quiet: QuietHours = ()
    away: DayList = ()
    language: NonEmptyText = "en"
    all_clear: AllClear = "daily"
    report: WeeklySlot | None = None

    @property
    def absence_days(self) -> frozenset[date]:
        """The days of `away`, on the house's clock."""
        return hours.parse_closed_dates(self.away)


def find_common_language(people: Iterable[PersonTable]) -> str:
    """The one that all of them read; "en" where they read several, or nobody is known."""
    languages = {person.language for person in people}
    return languages.pop() if len(languages) == 1 else "en"


class LadderTable(_Table):
    """`[ladders.NAME]`: spans in opening time (`4h`; `1d` is one day of opening), from the moment the customer began to
    wait."""

    promise: Span = hours.parse_span("4h")
    steps: Annotated[tuple[Span, ...], Field(min_length=1)] = tuple(map(hours.parse_span, ("2h", "4h", "1d")))
    escalate_after: RisingSpans = (hours.parse_span("1d"),)
    urgent: bool = Field(default=False, strict=True)
    renew: bool = Field(default=False, strict=True)


class AcknowledgeTable(_Table):
    """`[acknowledge]`: the limits of automatic answers (RFC 3834 § 2); the count is for a mailbox."""

    per_sender: Duration = timedelta(hours=24)
    max_age: Duration = timedelta(hours=24)
    max_per_hour: NonNegativeCount = 30


TlsMode = Literal["implicit", "starttls", "off"]


class _ServerTable(_Table):
    host: HostName
    port: PortNumber | None = None
    tls: TlsMode | None = None
    ca: FilePath | None = None
    auth: AuthMethod = None

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


def _reject_password_beside_token(table: ImapTable | SmtpTable) -> None:
    if table.auth is not None and table.password is not None:
        raise ValueError("it logs in with a token: leave out password, or auth")


class ImapTable(_ServerTable):
    """`mailbox.imap`: the account that is read. Ports of RFC 8314."""

    user: NonEmptyText
    password: PasswordSource | None = None
    implicit_port = 993
    starttls_ports = (143,)

    @model_validator(mode="after")
    def _require_password_or_token(self) -> ImapTable:
        if self.auth is None and self.password is None:
            raise ValueError(f'"password" is missing: write {PASSWORD_SOURCE_FORMS}; or {AUTH_FORM}')
        _reject_password_beside_token(self)
        return self


class SmtpTable(_ServerTable):
    """`mailbox.smtp`: the server that takes letters. Ports of RFC 8314 and RFC 6409."""

    user: NonEmptyText | None = None
    password: PasswordSource | None = None
    implicit_port = 465
    starttls_ports = (587, 25)

    @model_validator(mode="after")
    def _require_user_with_password(self) -> SmtpTable:
        if self.auth is not None and self.user is None:
            raise ValueError('"user" is missing: the mailbox to log in to, also where the token is somebody else\'s')
        if self.auth is None and (self.user is None) is not (self.password is None):
            raise ValueError("give user and password, or neither where the relay asks for none")
        _reject_password_beside_token(self)
        return self


RotaWeek = Annotated[dict[str, Any], AfterValidator(validate_rota_week)]


class RotaTable(_Table):
    """`[rota.NAME]`: who is on duty of the owners of a mailbox; times of day on the mailbox's clock."""

    week: RotaWeek = Field(default_factory=dict)
    weeks: tuple[RotaWeek, ...] = ()
    begins: FirstDay | None = None
    dates: Annotated[dict[str, str], AfterValidator(validate_rota_dates)] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _require_one_kind_of_week(self) -> RotaTable:
        if bool(self.week) is bool(self.weeks):
            raise ValueError(
                'give week = { mon-fri = "anna" }, or weeks = [{ … }, { … }] that take turns: one of the two'
            )
        if len(self.weeks) > 1 and self.begins is None:
            raise ValueError(
                '"begins" is missing: the day on which the first of the weeks began, begins = "2026-01-05"'
            )
        return self

    def to_rota(self) -> Rota:
        """As core knows it."""
        weeks = tuple(map(rota.parse_rota_week, self.weeks or (self.week,)))
        return Rota(weeks, self.begins or date(2026, 1, 5), rota.parse_rota_dates(self.dates))


class MailboxTable(_Table):
    """`[[mailbox]]`: one account; `poll` (60 seconds) is how long IDLE (RFC 2177) is trusted, `sent` "auto" or names of
    folders."""

    name: ShortName
    address: MailAddress
    aliases: tuple[EmailAddress, ...] = ()
    owner: str | None = None
    owners: tuple[NonEmptyText, ...] = ()
    rota: str | None = None
    ladder: str = "default"
    imap: ImapTable
    smtp: SmtpTable
    inbox: InboxFolders = ("INBOX",)
    sent: SentFolders = "auto"
    poll: Interval = timedelta(seconds=60)
    trust_answered: bool = False
    observe: bool = False
    hours: HoursTable | None = None
    timezone: TimeZoneName | None = None

    @model_validator(mode="after")
    def _require_one_kind_of_owner(self) -> MailboxTable:
        if self.owner is not None and self.owners:
            raise ValueError('give owner = "anna", or owners = ["anna", "ben"]: one of the two')
        if len(set(self.owners)) < len(self.owners):
            raise ValueError("owners: name everybody once")
        return self

    @property
    def people(self) -> tuple[str, ...]:
        """Its owner, or all of its owners, the first first."""
        return (self.owner,) if self.owner is not None else self.owners

    @property
    def person_or_team(self) -> str:
        """With whom its inquiries are: a person, or the team that has its name."""
        return self.owner if self.owner is not None else self.name

    @property
    def rota_name(self) -> str:
        """Under which name its rota stands, if it has one."""
        return self.rota or self.name


class AlertsTable(_Table):
    """`[alerts]`: who hears that Watcher itself is in trouble, over which roads, and after how many minutes without a look."""

    email: tuple[EmailAddress, ...] = ()
    sender: MailAddress | None = None
    smtp: SmtpTable | None = None
    push: tuple[PushTarget, ...] = ()
    ping: HttpUrl | None = None
    canary: TimeOfDay | None = None
    blind_after: Interval = timedelta(minutes=15)


def _no_rules() -> RuleSet:
    from watcher.core.rules.rule_set import RuleSet

    return RuleSet()


class Config(_Table):
    """The whole configuration, rules and templates included. Frozen: a change of the file makes another one.
    ValidationError: made from values that are wrong."""

    watcher: WatcherTable = Field(default_factory=WatcherTable)
    hours: HoursTable = Field(default_factory=HoursTable)
    people: Annotated[dict[ShortName, PersonTable], Field(min_length=1)]
    ladders: dict[ShortName, LadderTable] = Field(default_factory=dict)
    rota: dict[ShortName, RotaTable] = Field(default_factory=dict)
    acknowledge: AcknowledgeTable = Field(default_factory=AcknowledgeTable)
    mailbox: Annotated[tuple[MailboxTable, ...], Field(min_length=1)]
    alerts: AlertsTable = Field(default_factory=AlertsTable)

    _rules: Callable[[], RuleSet] = PrivateAttr(default_factory=lambda: _no_rules)
    _templates: Callable[[], TemplateSet] = PrivateAttr()
    _calendar: Calendar = PrivateAttr()
    _mailbox_calendars: dict[str, Calendar] = PrivateAttr(default_factory=dict)
    _path: Path | None = PrivateAttr(default=None)

    def attach(
        self,
        *,
        path: Path,
        rules: Callable[[], RuleSet],
        templates: Callable[[], TemplateSet],
        calendar: Calendar,
        mailbox_calendars: Mapping[str, Calendar],
    ) -> None:
        """What `load_config` read beside the tables; `mailbox_calendars` by mailbox, for those with hours of their own. `rules` and
        `templates` are asked for when they are needed."""
        self._path, self._rules, self._templates = path, rules, templates
        self._calendar, self._mailbox_calendars = calendar, dict(mailbox_calendars)

    @property
    def path(self) -> Path | None:
        """The file it was read from; None where it was made otherwise, and then it is never read again."""
        return self._path

    def source_paths(self) -> list[Path]:
        """Every file and folder it is read from, existing or not; of a folder that cannot be listed, itself."""
        if self._path is None:
            return []
        named = [*(self.watcher.rules or ()), *([self.watcher.templates] if self.watcher.templates else ())]
        places = [self._path.parent / Path(name).expanduser() for name in named]
        files: list[Path] = []
        for place in places:
            with suppress(OSError):
                files += sorted(place.iterdir())
        return [self._path, *places, *files]

    @property
    def ruleset(self) -> RuleSet:
        """The compiled rules."""
        return self._rules()

    @property
    def templates(self) -> TemplateSet:
        """What ships, and over it what the user wrote."""
        return self._templates()

    @property
    def calendar(self) -> Calendar:
        """The house's opening hours."""
        return self._calendar

    def mailbox_calendar(self, mailbox: str) -> Calendar:
        """The opening hours of a mailbox: its own, else the house's."""
        return self._mailbox_calendars.get(mailbox, self._calendar)

    @property
    def common_language(self) -> str:
        """In which to say what has no one reader: the language of all people, else English."""
        return find_common_language(self.people.values())

    @property
    def timezone(self) -> str:
        """The zone the house keeps, by its name in the IANA database (RFC 6557)."""
        return self.watcher.timezone

    @property
    def state_dir(self) -> Path:
        """Where the database is: as configured, else $STATE_DIRECTORY (systemd), else /var/lib/watcher for a configuration in /etc,
        whoever asks, else ~/.local/state/watcher."""
        return choose_state_dir(self.watcher.state_dir, self._path)

    @property
    def database_url(self) -> str:
        """An SQLAlchemy URL, https://docs.sqlalchemy.org/core/engines.html; SQLite in `state_dir` where none is configured."""
        return self.watcher.database or f"sqlite:///{self.state_dir / 'watcher.sqlite3'}"

    def ladder_by_name(self, name: str) -> LadderTable:
        """The ladder of that name; `default` is there without being written."""
        return self.ladders.get(name) or LadderTable()

    def current_owner(self, given_to: str, mailbox: str) -> str:
        """With whom an inquiry of that mailbox is now, which was given to somebody: a person, or a team."""
        box = next((box for box in self.mailbox if box.name == mailbox), self.mailbox[0])
        return roster.current_owner(given_to, box.person_or_team, self.people, self.team_names)

    @property
    def team_names(self) -> list[str]:
        """The mailboxes that several people own."""
        return [box.name for box in self.mailbox if box.owners]

    def teams(self) -> dict[str, Team]:
        """The owners of the mailboxes that have several, by the name of the mailbox."""
        return {
            box.name: Team(
                box.name,
                box.owners,
                self.mailbox_calendar(box.name).zone,
                self.rota[box.rota_name].to_rota() if box.rota_name in self.rota else None,
            )
            for box in self.mailbox
            if box.owners
        }

    def people_calendars(self) -> dict[str, Calendar]:
        """When mail may come to whom: the hours of their mailboxes where those agree, else the house's; never when quiet."""
        owned: dict[str, set[Calendar]] = {name: set() for name in self.people}
        for box in self.mailbox:
            for name in box.people:
                owned[name].add(self.mailbox_calendar(box.name))
        return {
            name: (calendars.pop() if len(calendars) == 1 else self.calendar).with_quiet_hours(self.people[name].quiet)
            for name, calendars in owned.items()
        }


def choose_state_dir(given: Path | None, config_path: Path | None) -> Path:
    """`Config.state_dir`, of a configuration in that file; None: it was made otherwise."""
    named = given or os.environ.get("STATE_DIRECTORY", "").split(":")[0]
    is_of_system = config_path is not None and Path("/etc") in config_path.absolute().parents
    return Path(named or ("/var/lib/watcher" if is_of_system else "~/.local/state/watcher")).expanduser()
