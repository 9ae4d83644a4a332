"""`watcher check` without a server: what is right, what is worth a look, what is wrong."""

from __future__ import annotations

import asyncio
import json

from tests.servers.scripted import LOGGED_IN, ScriptedImap, list_answer


def test_a_configuration_that_is_right(call):
    done = call("check", "--json")
    rows = [json.loads(line) for line in done.output.splitlines()]
    assert done.exit_code == 0, done.output
    assert {row["level"] for row in rows} <= {"ok", "note"}
    assert any("mailboxes 1, people 2" in row["text"] for row in rows)
    assert any("--online logs in to 127.0.0.1" in row["text"] for row in rows)


def test_a_server_that_is_not_there_is_bad(call, monkeypatch):
    monkeypatch.setenv("SALES", "secret")
    done = call("check", "--online")
    assert done.exit_code == 1
    assert "!!  sales: IMAP 127.0.0.1:9" in done.output
    assert "!!  sales: SMTP 127.0.0.1:9" in done.output


def test_rules_of_one_s_own_without_the_phrases_of_those_that_ship_are_noted(call, configured):
    (configured / "own.toml").write_text('[[rule]]\nname = "all"\nwhy = "x"\nkind = "inquiry"\n')
    path = configured / "config.toml"
    shipped = call("check").output
    path.write_text(path.read_text().replace("[watcher]", '[watcher]\nrules = ["own.toml"]'))
    own = call("check")
    assert own.exit_code == 0, own.output
    assert "none of them has [[holding]] phrases" in own.output and "[[holding]]" not in shipped


def test_where_there_are_no_rules_that_is_said_once(call, configured):
    (configured / "none").mkdir()
    path = configured / "config.toml"
    path.write_text(path.read_text().replace("[watcher]", '[watcher]\nrules = ["none"]'))
    said = call("check").output
    assert "there are no rules" in said and "[[holding]]" not in said


async def test_what_looks_like_sent_mail_and_is_not_watched_is_listed(call, configured, monkeypatch):
    monkeypatch.setenv("SALES", "secret")
    path = configured / "config.toml"
    names = list_answer(("\\Sent", "Sent"), ("", "Sent Items"), ("", "Gesendet 2025"), ("", "INBOX"))
    async with ScriptedImap({**LOGGED_IN, "LIST": names}) as server:
        imap = f'sent = ["Sent"]\nimap = {{ host = "127.0.0.1", port = {server.port}, tls = "off",'
        path.write_text(path.read_text().replace('imap = { host = "127.0.0.1", port = 9,', imap))
        done = await asyncio.to_thread(call, "check", "--online")
    alike = "looks like sent mail and is not watched: 'Sent Items', 'Gesendet 2025'"
    assert f" ·  sales: {alike}; replies filed there are not seen" in done.output


def test_everything_that_is_wrong_is_named(call, configured):
    path = configured / "config.toml"
    path.write_text(
        path.read_text().replace('owner = "anna"', 'owner = "zoe"').replace("[people.ben]", "[people.ben]\nx = 1")
    )
    done = call("check")
    assert done.exit_code == 2
    assert len(done.output.splitlines()) == 2, done.output


def on_server(configured, port):
    """The mailbox is on the scripted server of this port."""
    path = configured / "config.toml"
    imap = f'imap = {{ host = "127.0.0.1", port = {port}, tls = "off",'
    path.write_text(path.read_text().replace('imap = { host = "127.0.0.1", port = 9,', imap))


async def test_no_folder_of_sent_mail_is_bad_and_says_what_to_write(call, configured, monkeypatch):
    monkeypatch.setenv("SALES", "secret")
    async with ScriptedImap({**LOGGED_IN, "LIST": list_answer(("", "INBOX"), ("", "Archive"))}) as server:
        on_server(configured, server.port)
        done = await asyncio.to_thread(call, "check", "--online")
    assert done.exit_code == 1
    assert "!!  sales: no folder of sent mail found" in done.output
    assert "write sent = [\"…\"] with one of 'INBOX', 'Archive'" in done.output


async def test_two_step_verification_is_named_with_the_next_step(call, configured, monkeypatch):
    monkeypatch.setenv("SALES", "secret")
    refused = b"{tag} NO [ALERT] Application-specific password required: https://support.example/185833 (Failure)\r\n"
    async with ScriptedImap({**LOGGED_IN, "LOGIN|AUTHENTICATE": refused}) as server:
        on_server(configured, server.port)
        done = await asyncio.to_thread(call, "check", "--online")
    assert done.exit_code == 1
    assert "two-step verification" in done.output and "app password" in done.output


async def test_a_password_with_a_space_behind_it_is_named_when_it_is_refused_and_not_before(
    call, configured, monkeypatch
):
    """From an editor of Windows, or a copy out of a mail. Some passwords have one."""
    monkeypatch.setenv("SALES", "secret ")
    refused = b"{tag} NO [AUTHENTICATIONFAILED] Authentication failed.\r\n"
    usual = (configured / "config.toml").read_text()
    for script, expected in ((LOGGED_IN, False), ({**LOGGED_IN, "LOGIN|AUTHENTICATE": refused}, True)):
        (configured / "config.toml").write_text(usual)
        async with ScriptedImap(script) as server:
            on_server(configured, server.port)
            done = await asyncio.to_thread(call, "check", "--online")
        note = "the password from env SALES begins or ends with a space: correct it if that is not meant"
        assert (f"IMAP 127.0.0.1:{server.port}: {note}" in done.output) is expected, done.output
        assert "secret" not in done.output
