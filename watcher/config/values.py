"""What a single value of config.toml may be: text → address, duration, time of day, password source, path.

Each reader gets what TOML says and returns what models hold; ValueError says what to write instead. No secret is read.
"""

from __future__ import annotations

import ipaddress
import itertools
import os
import re
from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, Field, ValidationInfo

from watcher.core import digest_times, hours
from watcher.core.inquiry import rota
from watcher.core.message.headers import parse_addresses
from watcher.core.message.model import Address
from watcher.core.toml import did_you_mean
from watcher.edge import tls
from watcher.edge.credentials import SECRET_SOURCES, Secret

#: Whatever this matches, email_validator returns as it is: letters of ASCII in lower case and digits, no label or name too long, and a
#: domain of a country or of the three oldest, none of which is for special use (RFC 6761).
_PLAIN_ADDRESS = re.compile(
    r"(?=.{3,200}\Z)[a-z0-9_+-]{1,30}(?:\.[a-z0-9_+-]{1,30})?@(?:[a-z0-9]{1,40}(?:-[a-z0-9]{1,20})?\.)+(?:com|net|org|[a-z]{2})",
    re.ASCII,
)
#: Letters of any script, as a person types them; the resolver writes them as A-labels (RFC 5891).
_HOST_NAME = re.compile(r"(?=.{1,253}\Z)[\w-]+(?:\.[\w-]+)*\.?")
#: What people write where a host alone belongs: `imaps://imap.example.com:993/`, `[2001:db8::1]:993`.
_HOST_WITH_MORE = re.compile(
    r"(?:[A-Za-z]+://)?(?P<host>\[[0-9A-Fa-f:.]+\]|[\w-]+(?:\.[\w-]+)*)(?::(?P<port>[1-9]\d{0,4}))?/?"
)
#: What stands around a name and an address.
_MAILBOX_MARKS = re.compile(r'[\s"<>\\]')
#: Of an environment variable, as shells and systemd take it (POSIX.1-2024, XBD 8.1).
_VARIABLE_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
#: Databases the store speaks to, as the part before `://`.
DATABASE_SCHEMES = ("sqlite", "postgresql", "postgresql+psycopg")
PASSWORD_SOURCE_FORMS = "{ env = … }, { file = … }, { command = […] }, { credential = … } or { keyring = … }"  # noqa: S105


def _parse_email(value: object) -> str:
    """One bare address, its domain in lower case."""
    if not isinstance(value, str):
        raise ValueError("write an address: anna@example.com")  # noqa: TRY004 (pydantic gathers ValueError)
    if _PLAIN_ADDRESS.fullmatch(value):
        return value
    from email_validator import EmailNotValidError, validate_email  # 0.04 s, and most addresses are plain

    try:
        return validate_email(value, check_deliverability=False, test_environment=True).normalized
    except EmailNotValidError as error:
        raise ValueError(f"{value!r} is no mail address: {str(error)[:120].rstrip('.')}") from None


def _parse_mail_address(value: object) -> Address:
    """`Example Sales <sales@example.com>`, or the bare address."""
    found = parse_addresses(value) if isinstance(value, str) else ()
    if len(found) == 1 and _says_no_more(str(value), found[0]):
        return Address(_parse_email(found[0].email), found[0].name)
    problem = f"{value!r} is not one mail address: " if isinstance(value, str) else ""
    raise ValueError(f"{problem}write Example Sales <sales@example.com>")


def _says_no_more(text: str, address: Address) -> bool:
    """Is all of it name and address? Words behind the address, and comments, are dropped where it is read (RFC 5322 § 3.4)."""
    said, read = (_MAILBOX_MARKS.sub("", words).casefold() for words in (text, f"{address.name}{address.email}"))
    return said == read


def _parse_duration(value: object) -> timedelta:
    if not isinstance(value, str):
        raise ValueError('write a duration in quotes: "90s", "15m", "4h" or "2d"')  # noqa: TRY004
    return hours.parse_duration(value)


def _parse_interval(value: object) -> timedelta:
    length = _parse_duration(value)
    if not length:
        raise ValueError("must be longer than nothing")
    return length


def _parse_span(value: object) -> hours.Span:
    _parse_interval(value)
    return hours.parse_span(str(value))


def _parse_time_of_day(value: object) -> time:
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", value) if isinstance(value, str) else None
    if not found:
        raise ValueError(f'{value!r} is no time of day: write "09:00"')
    return time(int(found[1]), int(found[2]))


def _parse_quiet_hours(value: object) -> tuple[hours.Window, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise ValueError('takes a list of hours: ["12:00-13:00"]')
    return hours.parse_quiet_hours(value)


def _validate_day_list(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise ValueError('takes a list of days: ["2026-12-24", "2026-12-27..2026-12-31"]')
    hours.parse_closed_dates(value)
    return tuple(value)


def _parse_weekly_slot(value: object) -> digest_times.WeeklyTime:
    if not isinstance(value, str):
        raise ValueError('write a time of the week in quotes: "mon 09:00"')  # noqa: TRY004
    return digest_times.parse_weekly_time(value)


def validate_rota_week(week: dict[str, Any]) -> dict[str, Any]:
    """The same. ValueError: it is no week of a rota."""
    rota.parse_rota_week(week)
    return week


def validate_rota_dates(dates: dict[str, str]) -> dict[str, str]:
    """The same. ValueError: these are no days."""
    rota.parse_rota_dates(dates)
    return dates


def _parse_first_day(value: object) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f'{value!r} is no day: write begins = "2026-01-05"') from None


def _parse_rising_spans(value: object) -> tuple[hours.Span, ...]:
    """One span or several, each longer than the one before."""
    spans = tuple(_parse_span(item) for item in (value if isinstance(value, list | tuple) else [value]))
    lengths = [(span.days, span.time) for span in spans]
    if any(second <= first for first, second in itertools.pairwise(lengths)):
        raise ValueError("each must be longer than the one before: they all count from the beginning")
    return spans


def _parse_password_source(value: object, info: ValidationInfo) -> Secret:
    if isinstance(value, str):
        raise ValueError(f"the password itself does not belong into this file: write {PASSWORD_SOURCE_FORMS}")  # noqa: TRY004
    if not isinstance(value, dict) or len(value) != 1:
        raise ValueError(f"write one of {PASSWORD_SOURCE_FORMS}")
    ((source, what),) = value.items()
    if source not in SECRET_SOURCES:
        raise ValueError(
            f'unknown source "{source}"{did_you_mean(source, SECRET_SOURCES)}: write one of {PASSWORD_SOURCE_FORMS}'
        )
    if source == "command":
        if not isinstance(what, list) or not what or not all(isinstance(word, str) for word in what):
            raise ValueError('command takes a list of words: ["pass", "sales"]')
        return Secret(source, tuple(what))
    if not isinstance(what, str) or not what:
        raise ValueError(f"{source} takes a text in quotes")
    if source == "env" and not _VARIABLE_NAME.fullmatch(what):  # not quoted: it may be the password
        raise ValueError("env takes the name of a variable, without $ and nothing else, such as SALES_PASSWORD")
    return Secret(source, str(_parse_file_path(what, info)) if source == "file" else what)


def parse_host_name(value: object) -> str:
    """A server's name or IP address, alone. ValueError: what to write instead, also of a port, a URL or a mail address."""
    if not isinstance(value, str) or not value:
        raise ValueError('takes the name of a server in quotes: "imap.example.com"')
    if _HOST_NAME.fullmatch(value) or is_ip_address(value):
        return value
    more = _HOST_WITH_MORE.fullmatch(value)
    if more is not None:
        port = f", port = {more['port']}" if more["port"] else ""
        raise ValueError(
            f'{value!r} is more than the name of a server: write host = "{more["host"].strip("[]")}"{port}'
        )
    if "@" in value:
        example = f"imap.{value.rpartition('@')[2]}"
        raise ValueError(f'{value!r} is a mail address, and no server: write its name, such as "{example}"')
    raise ValueError(f'{value!r} is no name of a server: write one such as "imap.example.com"')


def is_ip_address(text: str) -> bool:
    """Is it one, of either version (RFC 791, RFC 4291)?"""
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _parse_file_path(value: object, info: ValidationInfo) -> Path:
    """Relative paths begin where config.toml is."""
    if not isinstance(value, str | Path) or not str(value) or "\0" in str(value):
        raise ValueError("takes a path in quotes")
    folder = (info.context or {}).get("folder", Path())
    return Path(folder) / Path(value).expanduser()


def _validate_time_zone(value: object) -> str:
    try:
        ZoneInfo(str(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f'{value!r} is no time zone: write one such as "Europe/Berlin"') from None
    return str(value)


def _validate_database_url(value: object) -> str:
    scheme, mark, _ = str(value).partition("://")
    if not mark or scheme not in DATABASE_SCHEMES:
        raise ValueError("write postgresql://user@host/name, or leave it out for SQLite in state_dir")
    return str(value)


def _validate_http_url(value: object) -> str:
    parts = urlsplit(value) if isinstance(value, str) else None
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("write a URL: https://…")
    return str(value)


def _parse_push_target(value: object, info: ValidationInfo) -> str | Secret:
    """A URL, or the place of one, for who knows it may read or send what goes there."""
    if isinstance(value, dict):
        return _parse_password_source(value, info)
    if not isinstance(value, str) or not re.fullmatch(r"[a-z][a-z0-9+.-]*://\S+", value, re.IGNORECASE):
        raise ValueError(f'write a URL: "ntfy://topic" or "https://…"; or {PASSWORD_SOURCE_FORMS}')
    return value


def _parse_loopback_address(value: object) -> tuple[str, int]:
    """`127.0.0.1:9187`: nobody is asked for a password there, so that nobody else may ask."""
    parts = urlsplit(f"//{value}") if isinstance(value, str) else None
    try:
        host, port = (parts.hostname, parts.port) if parts else (None, None)
    except ValueError:
        host = port = None
    if parts is None or parts.netloc != str(value) or not host or not port or "@" in parts.netloc:
        raise ValueError('write an address and a port: "127.0.0.1:9187"')
    if not tls.is_loopback(host):
        raise ValueError(
            f'{host} is not this machine: write "127.0.0.1:{port}"; a web server in front can ask for a password'
        )
    return host, port


def _validate_token_endpoint(value: object) -> str:
    """Secrets go there: by TLS, or on this machine (RFC 6749 § 3.2)."""
    url = _validate_http_url(value)
    parts = urlsplit(url)
    if parts.scheme != "https" and not tls.is_loopback(parts.hostname or ""):
        raise ValueError("secrets are sent there: write https://…")
    return url


def _validate_loopback_url(value: object) -> str:
    """Where a browser on this machine comes back to (RFC 8252 § 7.3)."""
    parts = urlsplit(value) if isinstance(value, str) else None
    if parts is None or parts.scheme != "http" or parts.hostname not in ("127.0.0.1", "localhost"):
        raise ValueError('write an address of this machine: "http://127.0.0.1:8400/"')
    return str(value)


def _parse_words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(value.split())
    if not isinstance(value, list | tuple) or not all(
        isinstance(word, str) and word.split() == [word] for word in value
    ):
        raise ValueError('takes a list of words: ["mail", "offline_access"]')
    return tuple(value)


def _parse_folder_names(value: object) -> tuple[str, ...]:
    """Names of IMAP folders."""
    if not isinstance(value, list | tuple) or not value or not all(isinstance(name, str) and name for name in value):
        raise ValueError('takes a list of folders: ["INBOX"]')
    for name in value:
        if not name.isprintable():
            raise ValueError(f"{name!r} is no folder name")
    return tuple(value)


def _parse_inbox_folders(value: object) -> tuple[str, ...]:
    """Names of IMAP folders; none where an account is watched for its sent mail alone."""
    return () if value == [] else _parse_folder_names(value)


def _parse_sent_folders(value: object) -> str | tuple[str, ...]:
    if value == "auto":
        return "auto"
    try:
        return _parse_folder_names(value)
    except ValueError:
        raise ValueError('write "auto", or a list of folders: ["Sent"]') from None


def _validate_short_name(value: object) -> str:
    """What a person types in a command and reads in a table."""
    if not isinstance(value, str) or not re.fullmatch(r"[\w.@+-]{1,100}", value):
        raise ValueError(f"a name has letters, digits and . _ - + @ only, not {value!r}")
    return value


def _parse_retention(value: object) -> timedelta | None:
    """How long words are kept; None: for ever. A digest may be answered for 14 days: what is younger than a month is needed."""
    if value == "never":
        return None
    kept = _parse_interval(value)
    if kept < timedelta(days=30):
        raise ValueError(f'at least "30d", not {value!r}; "never" keeps everything')
    return kept


def _validated_by(reader: Callable[..., Any]) -> BeforeValidator:
    return BeforeValidator(reader)


EmailAddress = Annotated[str, _validated_by(_parse_email)]
MailAddress = Annotated[Address, _validated_by(_parse_mail_address)]
Duration = Annotated[timedelta, _validated_by(_parse_duration)]
Retention = Annotated[timedelta | None, _validated_by(_parse_retention)]
Interval = Annotated[timedelta, _validated_by(_parse_interval)]
Span = Annotated[hours.Span, _validated_by(_parse_span)]
RisingSpans = Annotated[tuple[hours.Span, ...], _validated_by(_parse_rising_spans)]
QuietHours = Annotated[tuple[hours.Window, ...], _validated_by(_parse_quiet_hours)]
DayList = Annotated[tuple[str, ...], _validated_by(_validate_day_list)]
FirstDay = Annotated[date, _validated_by(_parse_first_day)]
WeeklySlot = Annotated[digest_times.WeeklyTime, _validated_by(_parse_weekly_slot)]
TimeOfDay = Annotated[time, _validated_by(_parse_time_of_day)]
PasswordSource = Annotated[Secret, _validated_by(_parse_password_source)]
FilePath = Annotated[Path, _validated_by(_parse_file_path)]
TimeZoneName = Annotated[str, _validated_by(_validate_time_zone)]
DatabaseUrl = Annotated[str, _validated_by(_validate_database_url)]
PushTarget = Annotated[str | Secret, _validated_by(_parse_push_target)]
LoopbackAddress = Annotated[tuple[str, int], _validated_by(_parse_loopback_address)]
LogFormat = Literal["text", "json"]
LogLevel = Literal["debug", "info", "warning", "error"]
TokenEndpointUrl = Annotated[str, _validated_by(_validate_token_endpoint)]
LoopbackUrl = Annotated[str, _validated_by(_validate_loopback_url)]
WordList = Annotated[tuple[str, ...], _validated_by(_parse_words)]
HttpUrl = Annotated[str, _validated_by(_validate_http_url)]
InboxFolders = Annotated[tuple[str, ...], _validated_by(_parse_inbox_folders)]
SentFolders = Annotated[Literal["auto"] | tuple[str, ...], _validated_by(_parse_sent_folders)]
ShortName = Annotated[str, _validated_by(_validate_short_name)]
HostName = Annotated[str, _validated_by(parse_host_name)]
NonEmptyText = Annotated[str, Field(min_length=1)]
PortNumber = Annotated[int, Field(strict=True, ge=1, le=65535)]
NonNegativeCount = Annotated[int, Field(strict=True, ge=0)]


def system_time_zone() -> str:
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
