"""`watcher login`: the first token of an account, and how all of them are."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any

import click

from watcher.cli import output
from watcher.config.models import Config, MailboxTable
from watcher.core.health import tokens
from watcher.edge.clock import Clock
from watcher.edge.credentials import TokenError
from watcher.edge.imap.session import ImapSession, fetch_credentials
from watcher.edge.oauth import person_login
from watcher.edge.oauth.grants import Grant, StoredToken
from watcher.edge.private_files import prepare_state_folder
from watcher.service import accounts
from watcher.service.accounts import ConfiguredToken


@click.command()
@click.argument("mailbox", required=False)
@click.option("--status", is_flag=True, help="Show the tokens of all accounts, and log in nowhere.")
@click.option("--paste", is_flag=True, help="The browser runs on another machine: paste the address it ends on.")
@click.option(
    "--device", is_flag=True, help="Show a code to type in a browser anywhere (where the provider allows it)."
)
@output.json_option
@click.pass_context
def login(context: click.Context, mailbox: str | None, status: bool, paste: bool, device: bool, as_json: bool) -> None:
    """Log in at the provider (OAuth2) for a mailbox; "alerts": for the mail server of [alerts].

    Exit 1: it did not work, or with --status: a token is dead or about to end.
    """
    config: Config = context.find_root().obj.load_config()
    found = accounts.configured_tokens(config)
    if status:
        context.exit(_show_status(found, as_json))
    wanted = [token for token in found if mailbox in token.mailboxes]
    if not wanted:
        names = ", ".join(dict.fromkeys(name for token in found for name in token.mailboxes)) or "none"
        raise click.UsageError(f"name a mailbox that logs in with a token (auth = {{ oauth = … }}): {names}")
    prepare_state_folder(config.state_dir)
    for token in wanted:
        _log_in(token, paste, Grant.DEVICE if device else token.source.client.grant)
    for box in config.mailbox:
        if box.name == mailbox and box.imap.auth is not None:
            _try_mailbox(box, config)


def _log_in(token: ConfiguredToken, paste: bool, grant: Grant) -> None:
    """TokenError: it did not work."""
    source = token.source
    if not source.client.grant.needs_person:
        source.renew_now()
        source.get_token()
        click.echo(f"{token.account}: nobody has to log in; the provider hands out tokens")
        return
    stored = _log_in_by_code(token) if grant is Grant.DEVICE else _log_in_by_browser(token, paste)
    source.keep(stored)
    click.echo(f"{token.account}: logged in; the token is kept")


def _log_in_by_browser(token: ConfiguredToken, paste: bool) -> StoredToken:
    client = token.source.client
    listener = person_login.RedirectListener(client.redirect)
    try:
        waiting = person_login.start_code_login(client, listener.redirect)
        click.echo(f"Open this address in a browser, and log in as {token.account}:\n\n  {waiting.address}\n")
        if paste:
            click.echo(
                "It ends on a page that cannot be shown. Copy the whole address of that page, and paste it here:"
            )
            returned = sys.stdin.readline()
        else:
            click.echo(
                "Waiting for the browser. If it runs on another machine: paste here the address that it ends on."
            )
            returned = listener.wait(_typed_input())
    except EOFError:
        raise TokenError("nothing was pasted", "redirect") from None
    finally:
        listener.close()
    return person_login.finish_code_login(client, waiting, returned.strip(), Clock().now())


def _typed_input() -> IO[str] | None:
    """Where a person can type; None where there is none."""
    return sys.stdin if sys.stdin is not None and sys.stdin.isatty() else None


def _log_in_by_code(token: ConfiguredToken) -> StoredToken:
    client = token.source.client
    if not client.device_endpoint:
        raise TokenError(
            "the provider hands out no codes for another device: log in with a browser, --paste", "redirect"
        )
    waiting = person_login.start_device_login(client, Clock().now())
    click.echo(
        f"Open {waiting.address} in a browser anywhere, log in as {token.account}, and type:\n\n  {waiting.user_code}\n"
    )
    return person_login.finish_device_login(client, waiting, Clock().now, time.sleep)


def _try_mailbox(box: MailboxTable, config: Config) -> None:
    """MailboxError: the mail server does not take the token."""
    account = accounts.imap_account(box, config)
    ImapSession(account).open_connection(asyncio.run(fetch_credentials(account))).drop_connection()
    click.echo(f"{box.imap.host} lets it in as {box.imap.user}. Next: watcher check --online")


# --- --status


def _show_status(found: list[ConfiguredToken], as_json: bool) -> int:
    """Prints a line each; 1 where something is wrong."""
    rows = list(_status_rows(found, Clock().now()))
    for row in rows:
        if as_json:
            output.print_json_line(row)
        else:
            mark = "ok " if row["ok"] else "!! "
            click.echo(
                output.terminal_safe_text(f"{mark}{row['account']} ({', '.join(row['mailboxes'])}): {row['text']}")
            )
    if not rows and not as_json:
        click.echo("No account logs in with a token.")
    return 0 if all(row["ok"] for row in rows) else 1


def _status_rows(found: list[ConfiguredToken], now: datetime) -> Iterator[dict[str, Any]]:
    for token in found:
        condition = token.source.read_condition()
        incident = tokens.judge_token(condition, token.mailboxes, token.list_secret_ends(), now)
        yield {
            "account": token.account,
            "mailboxes": list(token.mailboxes),
            "ok": incident is None,
            "grant": str(token.source.client.grant),
            "obtained_at": _iso_instant(condition.obtained_at),
            "expires_at": _iso_instant(condition.expires_at),
            "login_expires_at": _iso_instant(condition.login_expires_at),
            "text": incident[1] if incident else _good_text(condition.expires_at, now),
        }


def _iso_instant(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _good_text(expires_at: datetime | None, now: datetime) -> str:
    if expires_at is None:
        return "no token yet; the service asks for one when it starts"
    if expires_at <= now:
        return "the last token has expired; the service renews it when it runs"
    return f"good; this token until {expires_at:%Y-%m-%d %H:%M} UTC, renewed before that"
