"""How Dovecot is configured for the tests: 2.3 (Debian 12) and 2.4 (Debian 13) have no common language.

https://doc.dovecot.org/2.4.1/installation/upgrade/2.3-to-2.4.html
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

DOVECOT_BINARY = shutil.which("dovecot") or ("/usr/sbin/dovecot" if Path("/usr/sbin/dovecot").exists() else None)
_HAS_LMTP = Path("/usr/lib/dovecot/lmtp").exists()

#: Both languages say this alike.
_FOLDERS_AND_SERVICES = """\
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Sent {{
    auto = create
    special_use = \\Sent
  }}
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  process_min_avail = 1
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service imap {{
  process_limit = 64
}}
service stats {{
  unix_listener stats-writer {{
    mode = 0666
  }}
}}
"""

_CONFIG_2_3 = """\
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
info_log_path = {folder}/dovecot.log
ssl = yes
ssl_cert = <{chain}
ssl_key = <{key}
ssl_min_protocol = TLSv1.2
protocols = imap{lmtp}
listen = 127.0.0.1
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
mail_location = maildir:{folder}/mail/%u:LAYOUT=fs
mail_uid = {user}
mail_gid = {group}
first_valid_uid = 1
disable_plaintext_auth = yes
auth_mechanisms = {mechanisms}
auth_username_format = %Lu
auth_cache_size = 0
mail_fsync = never
mailbox_list_index = yes
lda_mailbox_autocreate = yes
{passdbs}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail/%u allow_all_users=yes
}}
"""

_LMTP_2_3 = """
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {port}
  }}
}}
protocol lmtp {{
  auth_username_format = %L{n_or_u}
}}
"""

_CONFIG_2_4 = """\
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
info_log_path = {folder}/dovecot.log
ssl = yes
ssl_server_cert_file = {chain}
ssl_server_key_file = {key}
ssl_min_protocol = TLSv1.2
protocols {{
  imap = yes{lmtp}
}}
listen = 127.0.0.1
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
mail_driver = maildir
mail_home = {folder}/mail/%{{user}}
mail_path = {folder}/mail/%{{user}}
mailbox_list_layout = fs
mail_uid = {user}
mail_gid = {group}
first_valid_uid = 1
auth_allow_cleartext = no
auth_mechanisms = {mechanisms}
auth_username_format = %{{user | lower}}
auth_cache_size = 0
mail_fsync = never
lda_mailbox_autocreate = yes
{passdbs}
userdb static {{
  userdb_static_allow_all_users = yes
  fields {{
    uid = {user}
    gid = {group}
    home = {folder}/mail/%{{user}}
  }}
}}
"""

_LMTP_2_4 = """
service lmtp {{
  inet_listener lmtp {{
    listen = 127.0.0.1
    port = {port}
  }}
}}
protocol lmtp {{
  auth_username_format = %{{user{username} | lower}}
}}
"""

#: Guesses are not slowed down: a test makes many from one address.
_TOKENS = """
auth_failure_delay = 0
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
"""
#: Postfix asks there whom it may let in.
_AUTH_SOCKET = """
service auth {{
  unix_listener {folder}/auth-client {{
    mode = 0666
  }}
}}
"""
_PASSWORD_MECHANISMS = "plain login scram-sha-1 scram-sha-256"
_OAUTH2_2_3 = """
introspection_mode = post
introspection_url = {url}/introspect
username_attribute = sub
active_attribute = active
active_value = true
scope = mail
"""
_PASSDBS_2_3 = """\
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {folder}/oauth2.conf
}}
passdb {{
  driver = static
  mechanisms = {passwords}
  args = password={password}
}}
"""
_PASSDBS_2_4 = """\
oauth2 {{
  introspection_mode = post
  introspection_url = {url}/introspect
  username_attribute = sub
  active_attribute = active
  active_value = true
  scope = mail
}}
passdb oauth2 {{
  mechanisms_filter = xoauth2 oauthbearer
}}
passdb static {{
  mechanisms_filter = {passwords}
  password = {password}
}}
"""


@dataclass(frozen=True, slots=True)
class DovecotConfig:
    """`imap`, `imaps`, `lmtp`: ports. `introspection_url`: the token server that is asked about every token (RFC 7662), or "".
    `keeps_domain`: LMTP delivers to a user of the whole address."""

    folder: Path
    chain: Path
    key: Path
    user: str
    group: str
    imap: int
    imaps: int
    lmtp: int
    password: str
    mechanisms: str = "plain login"
    introspection_url: str = ""
    keeps_domain: bool = False

    def write(self) -> Path:
        """The file, in the language of the Dovecot that is installed."""
        is_new = read_version() >= (2, 4)
        known = {
            name: getattr(self, name)
            for name in ("folder", "chain", "key", "user", "group", "imap", "imaps", "mechanisms")
        }
        lmtp = "" if not _HAS_LMTP else "\n  lmtp = yes" if is_new else " lmtp"
        text = ((_CONFIG_2_4 if is_new else _CONFIG_2_3) + _FOLDERS_AND_SERVICES).format(
            **known, lmtp=lmtp, passdbs=self._describe_passdbs(is_new)
        )
        if _HAS_LMTP and is_new:
            text += _LMTP_2_4.format(port=self.lmtp, username="" if self.keeps_domain else " | username")
        elif _HAS_LMTP:
            text += _LMTP_2_3.format(port=self.lmtp, n_or_u="u" if self.keeps_domain else "n")
        text += _AUTH_SOCKET.format(folder=self.folder)
        path = self.folder / "dovecot.conf"
        path.write_text(text + (_TOKENS.format() if self.introspection_url else ""))
        return path

    def _describe_passdbs(self, is_new: bool) -> str:
        if not self.introspection_url and is_new:
            return f"passdb static {{\n  password = {self.password}\n}}\n"
        if not self.introspection_url:
            return f"passdb {{\n  driver = static\n  args = password={self.password}\n}}\n"
        if not is_new:
            (self.folder / "oauth2.conf").write_text(_OAUTH2_2_3.format(url=self.introspection_url))
        template = _PASSDBS_2_4 if is_new else _PASSDBS_2_3
        return template.format(
            folder=self.folder, url=self.introspection_url, passwords=_PASSWORD_MECHANISMS, password=self.password
        )


@lru_cache(maxsize=1)
def read_version() -> tuple[int, int]:
    """`2.3.19.1 (9b53102964)` → (2, 3)."""
    assert DOVECOT_BINARY is not None
    printed = subprocess.run([DOVECOT_BINARY, "--version"], capture_output=True, text=True, check=True).stdout
    found = re.match(r"(\d+)\.(\d+)", printed)
    assert found, printed
    return int(found[1]), int(found[2])
