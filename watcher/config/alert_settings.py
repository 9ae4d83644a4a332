"""What an alert needs of the configuration: from the whole of it, or from what can still be read of one that is wrong.

A daemon that cannot start for a wrong line elsewhere still knows whom to tell.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from watcher.config.load import load_shipped_templates
from watcher.config.models import (
    AlertsTable,
    Config,
    PersonTable,
    SmtpTable,
    WatcherTable,
    choose_state_dir,
    find_common_language,
)
from watcher.config.values import MailAddress
from watcher.core.letters.templates import TemplateSet
from watcher.core.message.model import Address
from watcher.edge.text_files import EncodingError, read_text_file

_HEADER = re.compile(r"(?m)^[ \t]*(?=\[)")

_Model = TypeVar("_Model", bound=BaseModel)


class _AddressedTable(BaseModel):
    """Of a mailbox only its address."""

    address: MailAddress


@dataclass(frozen=True, slots=True)
class AlertSettings:
    """Whom to tell, and how. `servers` take the mails, the first that can; `sender` None: no mail is to be sent. `languages`: case-folded
    address → language; `language`: where it is not known who reads. `zone`: a name of IANA's."""

    table: AlertsTable
    servers: tuple[SmtpTable, ...]
    sender: Address | None
    languages: Mapping[str, str]
    language: str
    zone: str
    state_dir: Path
    templates: TemplateSet


def alert_settings(config: Config) -> AlertSettings:
    """Those of a configuration that is right."""
    servers = tuple(box.smtp for box in config.mailbox)
    addresses = [box.address for box in config.mailbox]
    languages = _languages_by_address(config.people.values())
    return AlertSettings(
        config.alerts,
        (config.alerts.smtp,) if config.alerts.smtp is not None else servers,
        _choose_sender(config.alerts, addresses),
        languages,
        config.common_language,
        config.timezone,
        config.state_dir,
        config.templates,
    )


def salvage_alert_settings(path: Path) -> AlertSettings | None:
    """What can be read of a file that is wrong somewhere: each table by itself, and a key of `[alerts]` or `[watcher]` that is wrong
    counts as left out. None: nobody is named in it, or it cannot be read. OSError: the installation is damaged."""
    try:
        data = _read_tables(read_text_file(path))
    except (OSError, EncodingError):
        return None
    folder = path.parent.absolute()
    table = _validate_leniently(AlertsTable, data.get("alerts"), folder)
    if table is None or not (table.email or table.push or table.ping):
        return None
    watcher = _validate_leniently(WatcherTable, data.get("watcher"), folder) or WatcherTable()
    boxes = _list_tables(data.get("mailbox"))
    persons = list(
        filter(None, (_validate_or_none(PersonTable, one, folder) for one in _list_tables(data.get("people"))))
    )
    addressed = [_validate_or_none(_AddressedTable, box, folder) for box in boxes]
    servers = [_validate_or_none(SmtpTable, box.get("smtp"), folder) for box in boxes]
    return AlertSettings(
        table,
        (table.smtp,) if table.smtp is not None else tuple(filter(None, servers)),
        _choose_sender(table, [box.address for box in addressed if box]),
        _languages_by_address(persons),
        find_common_language(persons),
        watcher.timezone,
        choose_state_dir(watcher.state_dir, path),
        load_shipped_templates(),
    )


def _choose_sender(table: AlertsTable, addresses: list[Address]) -> Address | None:
    """As configured, else the account that sends alerts, else the first mailbox; else, where that cannot be read, who is told."""
    if table.sender is not None:
        return table.sender
    user = table.smtp.user if table.smtp is not None else None
    if user and "@" in user:
        return Address(user)
    emails = [address.email for address in addresses] or table.email
    return Address(emails[0]) if emails else None


def _languages_by_address(persons: Iterable[PersonTable]) -> dict[str, str]:
    return {email.casefold(): person.language for person in persons for email in person.email}


def _read_tables(text: str) -> dict[str, Any]:
    """All tables; where the file is no TOML, those that are by themselves."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        tables: dict[str, Any] = {}
        for part in _HEADER.split(text):
            try:
                _merge_tables(tables, tomllib.loads(part))
            except tomllib.TOMLDecodeError:
                continue
        return tables


def _merge_tables(tables: dict[str, Any], part: dict[str, Any]) -> None:
    for name, value in part.items():
        known = tables.get(name)
        if isinstance(known, dict) and isinstance(value, dict):
            _merge_tables(known, value)
        elif isinstance(known, list) and isinstance(value, list):
            known.extend(value)
        else:
            tables[name] = value


def _list_tables(value: Any) -> list[dict[str, Any]]:
    found = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for one in found if isinstance(one, dict)]


def _validate_leniently(model: type[_Model], data: Any, folder: Path) -> _Model | None:
    """Without the keys that are wrong."""
    if not isinstance(data, dict):
        return None
    try:
        return model.model_validate(data, context={"folder": folder})
    except ValidationError as error:
        wrong = {entry["loc"][0] for entry in error.errors(include_url=False) if entry["loc"]}
        return _validate_or_none(model, {key: value for key, value in data.items() if key not in wrong}, folder)


def _validate_or_none(model: type[_Model], data: Any, folder: Path) -> _Model | None:
    try:
        return model.model_validate(data, context={"folder": folder})
    except ValidationError:
        return None
