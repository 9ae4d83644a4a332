"""Pages that follow from the program.

`write_reference.py providers` writes docs/providers/; `write_reference.py site FOLDER` copies docs/ there, with the commands and keys of
this version and without links that lead out of it: what mkdocs makes the site of.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from watcher.cli import COMMANDS, main
from watcher.config import errors, models, providers

ROOT = Path(__file__).resolve().parent.parent
#: Written by hand: their consoles need more words than a preset has.
BY_HAND = ("google", "microsoft")
ADDRESS = "sales@example.com"
#: Tables whose next key is a name of one's own.
NAMED_TABLES = ("people", "ladders", "rota")
#: Files outside docs/ that pages of it lead to.
AT_THE_ROOT = ("CONTRIBUTING.md", "CHANGELOG.md", "config.example.toml")


def provider_pages() -> dict[str, str]:
    """File name → text of every page that follows from a preset, and the list of all of them."""
    known = [provider for provider in providers.load_providers() if provider.name not in BY_HAND]
    return {f"{provider.name}.md": provider_page(provider) for provider in known} | {"README.md": list_of_providers()}


def provider_page(provider: providers.Provider) -> str:
    """One provider: the answers for `watcher init`, the servers, the configuration, what its customers must know."""
    imap, smtp = server_rows(provider)
    notes = [f"* {note[0].upper()}{note[1:]}." for note in (provider.password_hint, provider.host_hint) if note]
    if not provider.password_hint:
        notes.insert(0, "* The password is the one of the mailbox.")
    if provider.domains:
        notes.append(f"* `watcher init` knows addresses at {', '.join(f'`{name}`' for name in provider.domains)}.")
    if provider.mx:
        notes.append(
            f"* Own domains are known by their mail servers: names that end in {', '.join(f'`{name}`' for name in provider.mx)}."
        )
    lines = [
        f"# {provider.label}",
        "",
        "Your mailbox is here? This page has the servers and what to prepare.",
        "",
        "    watcher init /etc/watcher",
        "    watcher check --online",
        "",
        f"Answer `{provider.name}` when `watcher init` asks for the provider. It fills in the servers:",
        "",
        "| | server | port | TLS |",
        "|---|---|---|---|",
        f"| reading (IMAP) | {imap} |",
        f"| sending (SMTP) | {smtp} |",
        "",
        *notes,
        "",
        "The part of `config.toml`:",
        "",
        "```toml",
        *mailbox_lines(provider),
        "```",
        "",
        "If something is refused, `watcher check --online` says what to do next. See also [Passwords](../configuration.md#passwords).",
    ]
    return "\n".join(lines) + "\n"


def server_rows(provider: providers.Provider) -> tuple[str, str]:
    """Host, port and TLS as cells of a table."""
    imap_port, smtp_port = provider.imap.port or 993, provider.smtp.port or 465
    return (
        f"{host_of(provider.imap)} | {imap_port} | {'starttls' if imap_port == 143 else 'implicit'}",
        f"{host_of(provider.smtp)} | {smtp_port} | {'starttls' if smtp_port == 587 else 'implicit'}",
    )


def host_of(server: providers.ServerAddress) -> str:
    return "the name of your own server" if server.host == "mx" else f"`{server.host}`"


def mailbox_lines(provider: providers.Provider) -> Iterator[str]:
    secret = '{ file = "/etc/watcher/secrets/sales" }'
    yield from ("[[mailbox]]", 'name = "sales"', f'address = "Example Sales <{ADDRESS}>"', 'owner = "anna"')
    for kind, server in (("imap", provider.imap), ("smtp", provider.smtp)):
        host = "w0123456.kasserver.com" if server.host == "mx" else server.host
        port = f"port = {server.port}, " if server.port else ""
        yield f'{kind} = {{ host = "{host}", {port}user = "{ADDRESS}", password = {secret} }}'


def list_of_providers() -> str:
    """docs/providers/README.md."""
    rows = [
        f"| [{provider.label}]({provider.name}.md) | {ways_in(provider)} |" for provider in providers.load_providers()
    ]
    lines = [
        "# Mail providers",
        "",
        "Find your provider here: its servers, how Watcher logs in, and what to switch on first. `watcher init` knows all of them.",
        "",
        "| provider | logs in with |",
        "|---|---|",
        *rows,
        "",
        "**Any other provider works too**, if it offers IMAP and SMTP with TLS. `watcher init` asks your domain's DNS",
        "for the servers (RFC 6186, RFC 8314), or asks you. A provider that wants a token",
        "can be named by its endpoints, see [Tokens](../configuration.md#tokens-oauth2).",
    ]
    return "\n".join(lines) + "\n"


def ways_in(provider: providers.Provider) -> str:
    words = {
        "oauth2": "a token (OAuth2)",
        "password": "an app password" if "app" in provider.password_hint else "the password",
    }
    return ", or ".join(words[way] for way in provider.auth)


def reference_pages() -> dict[str, str]:
    """File name → text of the pages that name every command and every key."""
    return {"commands.md": command_page(), "keys.md": key_page()}


def command_page() -> str:
    """The help of every command, as the program prints it."""
    context = main.make_context("watcher", ["--help"], resilient_parsing=True)
    lines = ["# Commands and their options", "", "What `watcher COMMAND --help` prints in this version.", ""]
    for name in COMMANDS:
        command = main.get_command(context, name)
        members = command.commands.items() if isinstance(command, click.Group) else [("", command)]
        for inner, member in members:
            if member is not None:
                words = f"{name} {inner}".strip()
                shown = click.Context(member, parent=context, info_name=words, max_content_width=96, terminal_width=96)
                lines += [f"## watcher {words}", "", "```text", member.get_help(shown), "```", ""]
    return "\n".join(lines)


def key_page() -> str:
    """Every key with its default as the models have it, and its meaning from the page on configuration."""
    meanings = meanings_of_keys((ROOT / "docs" / "configuration.md").read_text())
    lines = [
        "# Every key of config.toml", "",
        "The keys of this version with their defaults. [Configuration](../configuration.md) shows them in use.", "",
        "| key | default | meaning |", "|---|---|---|",
    ]  # fmt: skip
    for key, info in fields_of(models.Config):
        lines.append(f"| `{key}` | {default_of(info)} | {meaning_of(key, meanings)} |")
    return "\n".join(lines) + "\n"


def meaning_of(key: str, meanings: dict[str, str]) -> str:
    """Of the key, or of its end: `auth.client` is explained once for every server. KeyError: the page does not explain it."""
    ends = [key.replace("alerts.smtp.", "mailbox.smtp."), key.replace(".NAME.", ".")]
    while "." in ends[-1]:
        ends.append(ends[-1].partition(".")[2])
    return next((meanings[end] for end in [key, *ends] if end in meanings), None) or meanings[key]


def meanings_of_keys(page: str) -> dict[str, str]:
    """Key → the last cell of its row, with links as they lead from another folder."""
    rows = re.findall(r"(?m)^\| `([\w.]+)` \|.*?\| ((?:\\\||[^|\n])*) \|$", page)
    return {
        key: re.sub(r"\]\((?!https?:)(?=#)", "](../configuration.md", re.sub(r"\]\((?!https?:|#)", "](../", text))
        for key, text in rows
    }


def write_site(folder: Path) -> None:
    """The pages of docs/, those that are generated, and what stands at the root of the sources."""
    shutil.copytree(ROOT / "docs", folder, dirs_exist_ok=True)
    write(reference_pages(), folder / "reference")
    for name in AT_THE_ROOT:
        shutil.copy(ROOT / name, folder / name)
    for page in folder.rglob("*.md"):
        depth = len(page.relative_to(folder).parts) - 1
        page.write_text(site_links(page.read_text(), depth))


def site_links(text: str, depth: int) -> str:
    """Links to files at the root of the sources and into docs/ lead to their copies; `depth`: folders above the page."""
    up = "../" * depth
    names = "|".join(re.escape(name) for name in AT_THE_ROOT)
    text = re.sub(rf"\]\((?:\.\./)+({names})(?=[)#])", rf"]({up}\1", text)
    return re.sub(r"\]\(docs/", f"]({up}", text)


def fields_of(model: type[BaseModel], prefix: str = "") -> Iterator[tuple[str, FieldInfo]]:
    """Every key of every table, in the order of the models."""
    for name, info in model.model_fields.items():
        inner = errors.model_in_annotation(info.annotation)
        if inner is None:
            yield f"{prefix}{name}", info
        else:
            yield from fields_of(inner, f"{prefix}{name}.NAME." if name in NAMED_TABLES else f"{prefix}{name}.")


def default_of(info: FieldInfo) -> str:
    if info.is_required():
        return "required"
    if info.default_factory is not None:
        return "see Configuration"
    default = info.default
    return "none" if default in (None, "", ()) else f"`{as_toml(default)}`"


def as_toml(value: Any) -> str:
    """As one writes it in config.toml."""
    if isinstance(value, timedelta):
        seconds = int(value.total_seconds())
        unit, size = next((u, s) for u, s in (("d", 86400), ("h", 3600), ("m", 60), ("s", 1)) if seconds % s == 0)
        return f'"{seconds // size}{unit}"'
    if isinstance(value, time):
        return f'"{value:%H:%M}"'
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(as_toml, value))}]"
    return json.dumps(value, ensure_ascii=False, default=str)


def write(pages: dict[str, str], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (folder / name).write_text(text)


if __name__ == "__main__":
    if sys.argv[1] == "providers":
        write(provider_pages(), ROOT / "docs" / "providers")
    else:
        write_site(Path(sys.argv[2]))
