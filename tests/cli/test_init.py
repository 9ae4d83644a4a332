"""`watcher init`: what it writes is a configuration that loads, and it overwrites nothing."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from watcher.cli import main
from watcher.config.load import load_config

ANSWERS = ("--address", "sales@gmail.com", "--owner", "Anna", "--owner-email", "anna@example.com")


def init(*words, answers=""):
    return CliRunner().invoke(main, ["init", *map(str, words)], input=answers)


def test_what_it_writes_loads(tmp_path):
    done = init(tmp_path / "house", *ANSWERS, "--provider", "google")
    assert done.exit_code == 0, done.output
    assert "SALES_PASSWORD" in done.output
    assert "app password" in done.output, "what users of this provider must know"
    config = load_config(tmp_path / "house" / "config.toml")
    (box,) = config.mailbox
    assert (box.address.email, box.owner, box.imap.host) == ("sales@gmail.com", "anna", "imap.gmail.com")
    assert (tmp_path / "house" / "config.toml").stat().st_mode & 0o077 == 0


def test_what_no_option_answers_is_asked(tmp_path):
    answers = "not an address\nsales@firm.example\nÄnna\nanna\nanna@example.com\nother\nimap.firm.example\n\nsales\n"
    done = init(tmp_path / "house", answers=answers)
    assert done.exit_code == 0, done.output
    (box,) = load_config(tmp_path / "house" / "config.toml").mailbox
    assert (box.imap.host, box.smtp.host, box.imap.user) == ("imap.firm.example", "smtp.firm.example", "sales")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("--address", "nobody"), "is not one mail address"),
        ((*ANSWERS[:2], "--owner", "An na"), "letters a to z"),
        ((*ANSWERS, "--imap-host", "a b"), "is no host name"),
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
