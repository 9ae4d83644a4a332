"""What can go wrong with a mailbox, as one exception of one line: MailboxError. Never a message's text in it."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from imapclient.exceptions import IMAPClientError

from watcher.edge import tls
from watcher.edge.login_advice import advise_on_closed_mailbox, with_advice
from watcher.edge.wire_text import readable_line

#: The server is not well, or wants to be left alone for a while; nothing that was asked is to blame (RFC 5530 and Exchange).
TRANSIENT_ERROR = re.compile(
    r"UNAVAILABLE|INUSE|too many|try again|SERVERBUG|limit|backoff time|not connected", re.IGNORECASE
)
_LOST_CONNECTION = re.compile(r"BYE|EOF|closed|timed out|unterminated|broken", re.IGNORECASE)
#: How the library says that the answer to a command was NO; a subclass of its error is about the connection.
_REFUSAL = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)? failed: ")
#: Octets as the libraries print them: alone, or in a list behind their own words.
_OCTETS_OF_LIBRARY = re.compile(r"""(?:^|\[)b(['"])(.*)\1(?:$|\]$)""")
#: Seconds a server may ask to be left alone; more is taken for this.
MAX_BACKOFF_SECONDS = 3600.0


class MailboxError(Exception):
    """The server cannot be used now. `kind` is login, network, tls, folder, protocol or stopped; `retry_after`: seconds, if it said so.

    `is_refusal`: the server has answered NO to this one command (RFC 9051 § 7.1.2), and the connection is as good as before.
    """

    def __init__(self, text: str, kind: str, retry_after: float | None = None, *, is_refusal: bool = False) -> None:
        super().__init__(text)
        self.kind = kind
        self.retry_after = retry_after
        self.is_refusal = is_refusal


class MailboxStopped(MailboxError):
    """Nothing is wrong with the server: the mailbox was told to stop."""

    def __init__(self) -> None:
        super().__init__("told to stop", "stopped")


@contextmanager
def translate_errors() -> Iterator[None]:
    """Whatever the library or the connection raises becomes a MailboxError."""
    try:
        yield
    except MailboxError:
        raise
    except ssl.SSLError as error:
        raise MailboxError(tls.describe_error(error), "tls") from None
    except (OSError, EOFError) as error:
        raise MailboxError(tls.describe_error(error), "network") from None
    except Exception as error:
        said = single_line(error)
        text = with_advice(said, advise_on_closed_mailbox(said))
        lost = isinstance(error, IMAPClientError) and _LOST_CONNECTION.search(said)
        kind = "network" if lost or TRANSIENT_ERROR.search(said) else "protocol"
        after = parse_backoff_time(said)
        is_refusal = type(error) is IMAPClientError and bool(_REFUSAL.match(said)) and after is None
        raise MailboxError(text or type(error).__name__, kind, after, is_refusal=is_refusal) from None


def parse_backoff_time(text: str) -> float | None:
    """Seconds that Exchange asks for in `Backoff Time: 1500 milliseconds`; None where it asks for none."""
    found = re.search(r"Backoff Time: (\d{1,9}) ?(m(?:illi)?s)?", text, re.IGNORECASE)
    if found is None:
        return None
    return min(int(found[1]) / (1000 if found[2] else 1), MAX_BACKOFF_SECONDS)


def single_line(error: object) -> str:
    """The server's words in one line of 200 characters at most."""
    if isinstance(error, Exception) and error.args and isinstance(error.args[0], bytes):
        return readable_line(error.args[0])
    return readable_line(_OCTETS_OF_LIBRARY.sub(r"\2", str(error)))
