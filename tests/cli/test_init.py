"""`watcher init`: what it writes is a configuration that `check` has nothing to say against, and it overwrites nothing."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import pty
import stat
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from click.testing import CliRunner

from watcher.cli import init as command
from watcher.cli import main
from watcher.config.load import SHIPPED_DATA_DIR, load_config

ANSWERS = ("--address", "sales@gmail.com", "--owner", "Anna", "--owner-email", "anna@example.com")


def init(*words, answers=""):
    return CliRunner().invoke(main, ["init", *map(str, words)], input=answers)


def check(folder):
    """What `check` finds beside what is well."""
    secret = folder / "secrets" / "sales"
    secret.touch(0o600)  # what init asks for: the password is put there by a person
    secret.write_text("x" * 16)
    done = CliRunner().invoke(main, ["-c", str(folder / "config.toml"), "check", "--json"])
    rows = [json.loads(line) for line in done.output.splitlines()]
    expected = ("not asked", "is in memory")  # a folder for tests may be
    worth_a_look = [row["text"] for row in rows if row["level"] != "ok"]
    return done.exit_code, [text for text in worth_a_look if not any(words in text for words in expected)]


def test_what_it_writes_loads_and_check_has_nothing_to_say(tmp_path):
    done = init(tmp_path / "house", *ANSWERS, "--provider", "google")
    assert done.exit_code == 0, done.output
    assert "app password" in done.output, "what users of this provider must know"
    assert f"/dev/stdin {tmp_path}/house/secrets/sales" in done.output
    config = load_config(tmp_path / "house" / "config.toml")
    assert "Opening hours: mon-fri 09:00-17:00." in done.output, "nobody was asked, and customers are promised by them"
    assert list(config.hours.week.items()) == [("mon-fri", ("09:00-17:00",))]
    (box,) = config.mailbox
    assert (box.address.email, box.owner, box.imap.host) == ("sales@gmail.com", "anna", "imap.gmail.com")
    assert str(box.imap.password) == f"file {tmp_path}/house/secrets/sales"
    assert config.state_dir == tmp_path / "house" / "state"
    assert check(tmp_path / "house") == (0, [])


def test_a_person_may_have_a_name_with_an_umlaut(tmp_path):
    words = ("--address", "sales@gmail.com", "--owner", "Jürgen", "--owner-email", "j@example.com")
    done = init(tmp_path / "house", *words, "--provider", "google")
    assert done.exit_code == 0, done.output
    config = load_config(tmp_path / "house" / "config.toml")
    assert (list(config.people), config.mailbox[0].owner) == (["jürgen"], "jürgen")


PROVIDERS = [provider.name for provider in command.load_providers() if provider.imap.host != "mx"]


@pytest.mark.parametrize("provider", PROVIDERS)
def test_the_presets_give_configurations_that_load(tmp_path, provider):
    words = ("--client", "1234", "--tenant", "example.onmicrosoft.com") if provider == "microsoft" else ()
    done = init(tmp_path / "house", "--address", "sales@firm.example", *ANSWERS[2:], "--provider", provider, *words)
    assert done.exit_code == 0, done.output
    box = load_config(tmp_path / "house" / "config.toml").mailbox[0]
    assert (box.imap.auth is None) is (provider != "microsoft")


def test_every_answer_is_asked_for_until_it_is_right_and_the_others_are_kept(tmp_path):
    answers = [
        "not an address", "sales@firm.example",
        'Roofs "R" Us, Inc.',
        "info@firm.example, wrong@", "info@firm.example, office@firm.example",
        "nowhere", "other",
        "imap firm", "imap.firm.example:1143", "",
        "sales",
        "An na", "anna",
        "anna", "anna@example.com",
        "tlh", "de",
        "Middle/Earth", "Europe/Vienna",
        "state", str(tmp_path / "own"),
        "n",
        "s3cret",
    ]  # fmt: skip
    done = init(tmp_path / "house", answers="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    config = load_config(tmp_path / "house" / "config.toml")
    (box,) = config.mailbox
    assert (box.imap.host, box.imap.port, box.smtp.host, box.imap.user) == (
        "imap.firm.example", 1143, "smtp.firm.example", "sales",
    )  # fmt: skip
    assert (box.address.name, box.aliases) == ('Roofs "R" Us, Inc.', ("info@firm.example", "office@firm.example"))
    assert (config.people["anna"].language, config.timezone) == ("de", "Europe/Vienna")
    assert (config.state_dir, box.observe) == (tmp_path / "own", False)
    assert (tmp_path / "house" / "secrets" / "sales").read_text() == "s3cret\n"
    assert "s3cret" not in done.output
    assert check(tmp_path / "house") == (0, [])


def test_observing_comes_first_where_somebody_says_so(tmp_path):
    init(tmp_path / "house", *ANSWERS, "--provider", "google", "--observe")
    assert load_config(tmp_path / "house" / "config.toml").mailbox[0].observe


def test_microsoft_logs_in_with_a_token(tmp_path):
    words = ("--address", "sales@firm.example", *ANSWERS[2:], "--provider", "microsoft")
    refused = init(tmp_path / "house", *words)
    assert (refused.exit_code, "docs/providers/microsoft.md" in refused.output) == (2, True), refused.output
    done = init(tmp_path / "house", *words, "--client", "1234")
    assert done.exit_code == 0, done.output
    assert "login sales" in done.output
    auth = load_config(tmp_path / "house" / "config.toml").mailbox[0].imap.auth
    assert auth is not None and (auth.client, auth.tenant) == ("1234", "firm.example")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("--address", "nobody"), "is not one mail address"),
        ((*ANSWERS[:2], "--provider", "google", "--owner", "An na", *ANSWERS[4:]), "one word of letters"),
        ((*ANSWERS, "--imap-host", "a b"), "is no name of a server"),
        ((*ANSWERS, "--provider", "gogle"), "is none of google"),
        ((*ANSWERS, "--provider", "google", "--timezone", "Mars"), "is no time zone"),
        ((*ANSWERS, "--provider", "google", "--alias", "x"), "is not one mail address"),
    ],
)
def test_an_option_that_cannot_be_right_ends_it(tmp_path, words, text):
    done = init(tmp_path / "house", *words)
    assert (done.exit_code, text in done.output) == (2, True), done.output
    assert not (tmp_path / "house").exists()


def test_nothing_that_is_there_is_overwritten(tmp_path):
    (tmp_path / "config.toml").write_text("mine")
    done = init(tmp_path, *ANSWERS, "--provider", "google")
    assert (done.exit_code, "nothing was changed" in done.output) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["config.toml"]


def test_what_cannot_be_written_to_its_end_leaves_nothing_that_stops_the_next_one(tmp_path):
    """A disk that is full, say: rules without a configuration were "there already", and `--upgrade` found no configuration."""
    (tmp_path / "secrets").write_text("a file where a folder belongs")
    done = init(tmp_path, *ANSWERS, "--provider", "google")
    assert done.exit_code == 1 and "nothing was left there: mend that, and run it again" in done.output, done.output
    assert [path.name for path in tmp_path.iterdir()] == ["secrets"]
    (tmp_path / "secrets").unlink()
    assert init(tmp_path, *ANSWERS, "--provider", "google").exit_code == 0


def test_rules_without_a_configuration_say_what_to_do(tmp_path):
    (tmp_path / "rules").mkdir()
    done = init(tmp_path, *ANSWERS, "--provider", "google")
    assert done.exit_code == 1 and "no config.toml: delete or rename what is there" in done.output, done.output


def test_a_secret_that_is_there_is_used_and_not_asked_for(tmp_path):
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "sales").write_text("put here before")
    done = init(tmp_path, *ANSWERS, "--provider", "google")
    assert done.exit_code == 0 and "Put the password" not in done.output, done.output
    assert (tmp_path / "secrets" / "sales").read_text() == "put here before"


def test_nobody_is_asked_anything_where_nothing_can_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    done = init(tmp_path / "file" / "house")
    assert (done.exit_code, "cannot be written" in done.output) == (1, True), done.output


def test_only_the_service_may_read_what_was_written(tmp_path):
    init(tmp_path / "house", *ANSWERS, "--provider", "google")
    paths = [tmp_path / "house", *(tmp_path / "house").rglob("*")]
    assert [path for path in paths if path.stat().st_mode & stat.S_IRWXO] == []
    assert os.access(tmp_path / "house" / "state", os.W_OK)


def test_an_upgrade_shows_what_changed_and_keeps_what_was_edited(tmp_path):
    house = tmp_path / "house"
    init(house, *ANSWERS, "--provider", "google")
    name, edited = "rules/90-default.toml", "rules/80-holding.toml"
    assert "are those of this version" in init("--upgrade", house).output
    ours = {file: (SHIPPED_DATA_DIR / file).read_text() for file in (name, edited)}
    for file in (name, edited):  # an older version shipped them with a line more
        (house / ".shipped" / file).write_text(f"# an old line\n{ours[file]}")
        (house / file).write_text(f"# an old line\n{ours[file]}")
    (house / edited).write_text(f"# mine\n{ours[edited]}")
    (house / "templates" / "digest.txt").unlink()
    (house / ".shipped" / "templates" / "digest.txt").unlink()

    code, notes = check(house)
    assert (code, [note.partition(":")[2].partition(",")[0] for note in notes]) == (
        0, [" 3 of the rules and templates that ship are other ones in this version"],
    )  # fmt: skip
    refused = init("--upgrade", house, answers="n\n")
    assert (refused.exit_code, "Nothing was changed" in refused.output) == (0, True), refused.output
    assert (house / name).read_text() != ours[name]

    done = init("--upgrade", house, "--yes")
    assert done.exit_code == 0, done.output
    assert "-# an old line" in done.output and f"{edited}: changed, and edited by you" in done.output
    assert (house / name).read_text() == ours[name]
    assert (house / edited).read_text() == f"# mine\n{ours[edited]}"
    assert (house / "templates" / "digest.txt").is_file()
    assert "or as you edited them" in init("--upgrade", house).output
    assert check(house) == (0, [])


def test_an_upgrade_completes_the_words_that_were_edited(tmp_path):
    """`.shipped` is that of the new version then: what was not completed would be missing from then on."""
    house = tmp_path / "house"
    init(house, *ANSWERS, "--provider", "google")
    templates, name = house / "templates", "words.de.toml"
    ours = (SHIPPED_DATA_DIR / "templates" / name).read_text()
    before = "".join(line for line in ours.splitlines(keepends=True) if not line.startswith("all_quiet = "))
    (house / ".shipped" / "templates" / name).write_text(before)
    (templates / name).write_text(before.replace('hello = "', 'hello = "Moin! '))
    done = init("--upgrade", house, "--yes")
    assert f"Completed with the phrases that are new, the rest is yours: templates/{name}\n" in done.output, done.output
    words = (templates / name).read_text()
    assert ("Moin! " in words, "all_quiet = " in words) == (True, True)
    assert check(house) == (0, [])


def converse(folder, *answers: tuple[bytes, bytes]) -> str:
    """`init` on a terminal: what it says, each prompt answered."""
    words = [
        "--provider",
        "other",
        "--imap-host",
        "127.0.0.1",
        "--smtp-host",
        "127.0.0.1",
        "--language",
        "en",
        "--live",
    ]
    options = [
        "--name",
        "Example",
        "--user",
        "sales",
        "--timezone",
        "UTC",
        "--alias",
        "info@example.com",
        "--state-dir",
        str(folder / "state"),
    ]
    ours, theirs = pty.openpty()
    command_line = [sys.executable, "-m", "watcher", "init", str(folder), *ANSWERS[:4], *words, *options]
    running = subprocess.Popen(
        command_line, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, preexec_fn=own_terminal
    )
    os.close(theirs)
    said = b""
    for prompt, answer in answers:
        while prompt not in said:
            try:
                said += os.read(ours, 4096)
            except OSError:
                raise AssertionError(f"it ended before {prompt!r}: {said.decode()}") from None
        os.write(ours, answer)
    with contextlib.suppress(OSError):  # a terminal whose last user is gone
        while more := os.read(ours, 4096):
            said += more
    os.close(ours)
    assert running.wait(60) == 0, said
    return said.decode()


def own_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def test_at_its_end_it_offers_to_look_at_the_past(tmp_path):
    asked = (
        (b"digests go?", b"anna@example.com\n"),
        (b"phone or chat", b"\n"),
        (b"mail address (", b"\n"),
        (b"Password of the mailbox", b"secret\n"),
    )
    said = converse(tmp_path / "no", *asked, (b"what was never answered?", b"n\n"))
    assert f"Later: watcher -c {tmp_path}/no/config.toml audit --html" in said
    said = converse(tmp_path / "yes", *asked, (b"what was never answered?", b"\n"))
    assert "Nothing could be read" in said and "sales: " in said, "nothing listens there, and that is said"
    assert "check --online" in said and "with pictures" not in said
    assert not (tmp_path / "yes" / "audit.html").exists()


def test_who_does_not_sit_before_it_is_asked_nothing_of_the_past(tmp_path):
    assert "never answered" not in init(tmp_path / "house", *ANSWERS, "--provider", "google").output


def test_who_hears_of_trouble_is_asked_until_it_is_right_and_written(tmp_path):
    digests = (b"digests go?", b"anna@example.com\n")
    push = ((b"phone or chat", b"hello\n"), (b"Once more", b"ntfy://roofs-7d1\n"))
    rest = ((b"mail address (", b"anna@example.net\n"), (b"Password of the mailbox", b"\n"))
    converse(tmp_path / "house", digests, *push, *rest)
    alerts = load_config(tmp_path / "house" / "config.toml").alerts
    assert (alerts.push, alerts.email) == (("ntfy://roofs-7d1",), ("anna@example.net",))
    assert check(tmp_path / "house") == (0, [])


def test_who_hears_of_trouble_can_be_an_option(tmp_path):
    given = (
        "--alert-email",
        "anna@example.net",
        "--alert-push",
        "https://hooks.example.net/x",
        "--alert-push",
        "ntfy://t",
    )
    assert init(tmp_path / "house", *ANSWERS, "--provider", "google", *given).exit_code == 0
    alerts = load_config(tmp_path / "house" / "config.toml").alerts
    assert (alerts.email, alerts.push) == (("anna@example.net",), ("https://hooks.example.net/x", "ntfy://t"))


def test_where_nobody_is_named_the_place_for_it_is_there(tmp_path):
    init(tmp_path / "house", *ANSWERS, "--provider", "google")
    text = (tmp_path / "house" / "config.toml").read_text()
    filled = text.replace("# email = ", "email = ").replace("# push = ", "push = ")
    (tmp_path / "house" / "config.toml").write_text(filled)
    assert load_config(tmp_path / "house" / "config.toml").alerts.push


def test_where_there_is_a_service_it_is_what_is_started():
    start, told = command.run_commands(command.SERVICE_CONFIG, has_unit=True)
    assert (start, told) == ("systemctl enable --now watcher", ", and call: systemctl reload watcher")
    for config, has_unit in ((command.SERVICE_CONFIG, False), (Path("own/config.toml"), True)):
        start, told = command.run_commands(config, has_unit=has_unit)
        assert (start.partition(" #")[0].rstrip(), told) == (f"watcher -c {config} run", "")
