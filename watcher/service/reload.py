"""Rules, templates, hours, people and ladders that change while Watcher runs. What does not load is refused whole.

Looks at the files of the configuration and reads it anew when one of them changed. Decides nothing about mail, touches no
connection: other mailboxes or servers need a restart, and the log says so.
"""

from __future__ import annotations

import logging
from pathlib import Path

from watcher.config import load as configuration
from watcher.config.load import ConfigError
from watcher.config.models import Config
from watcher.core.toml import Problem

log = logging.getLogger("watcher.reload")

FileStamps = dict[Path, tuple[int, int, int]]


class ConfigReloader:
    """The configuration in force, and the stamps of the files it was read from."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self._last_stamps = _file_stamps(config)

    def load_if_changed(self, asked: bool = False) -> Config | None:
        """The new configuration when a file has changed, or when `asked`; else None. ConfigError: the old one stays in force."""
        stamp = _file_stamps(self.config)
        if self.config.path is None or (stamp == self._last_stamps and not asked):
            return None
        self._last_stamps = stamp
        found = configuration.load_config(self.config.path)
        if [box.name for box in found.mailbox] != [box.name for box in self.config.mailbox]:
            raise ConfigError([Problem(str(found.path), 0, "other mailboxes need a restart")])
        if _connection_settings(found) != _connection_settings(self.config):
            log.warning(
                "other servers, folders or places need a restart; everything else in %s is in force", found.path
            )
        self.config = found
        self._last_stamps = _file_stamps(found)
        return found


def _connection_settings(config: Config) -> list[object]:
    """What the running connections were made from."""
    boxes = [(box.imap, box.smtp, box.inbox, box.sent) for box in config.mailbox]
    return [boxes, config.state_dir, config.database_url, config.watcher.listen, config.watcher.log_file]


def _file_stamps(config: Config) -> FileStamps:
    """Files and folders → when they or their rights last changed, in nanoseconds, octets and inode; a missing one is left out.

    A right that is given changes no modification time, and a file that could not be read can be read by it (stat(2), st_ctim)."""
    found: FileStamps = {}
    for path in config.source_paths():
        try:
            stat = path.stat()
        except OSError:
            continue
        found[path] = (stat.st_ctime_ns, stat.st_size, stat.st_ino)
    return found
