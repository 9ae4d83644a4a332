"""config/errors.py: what is wrong is told at once, each with its line, the key and what to write."""

from __future__ import annotations

import pytest

from tests.config.conftest import LEAST, problems


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('{ host = "imap.example.com"', '{ host = "imap.example.com", pasword = "x"',
         'config.toml:7: mailbox "sales": unknown key "pasword" (did you mean "password"?)'),
        ('owner = "anna"', 'owner = "ana"',
         'config.toml:6: mailbox "sales": owner "ana" is not in [people] (did you mean "anna"?)'),
        ('owner = "anna"', 'owner = "anna"\nladder = "hot"', 'config.toml:7: mailbox "sales": ladder "hot" is not in [ladders]'),
        ('owner = "anna"\n', '', 'config.toml:3: mailbox "sales": "owner" is missing'),
        ('address = "sales@example.com"', 'address = "sales"', "write Example Sales <sales@example.com>"),
        ('["anna@example.com"]', '["anna"]', "config.toml:2: people.anna: email: 'anna' is no mail address"),
        ('["anna@example.com"]', '[]', "config.toml:2: people.anna: email: must not be empty"),
        ('name = "sales"', 'name = "sales"\npoll = "soon"', 'config.toml:5: mailbox "sales": poll: '),
        ('name = "sales"', 'name = "sales"\npoll = "0s"', "poll: must be longer than nothing"),
        ('{ env = "SALES_PASSWORD" } }\nsmtp', '"secret" }\nsmtp', "the password itself does not belong into this file"),
        ('{ env = "SALES_PASSWORD" } }\nsmtp', '{ evn = "X" } }\nsmtp', 'unknown source "evn" (did you mean "env"?)'),
        ('{ env = "SALES_PASSWORD" } }\nsmtp', '{ env = "$SALES_PASSWORD" } }\nsmtp', "the name of a variable, without $"),
        ('{ env = "SALES_PASSWORD" } }\nsmtp', '{ env = "pass word!" } }\nsmtp', "the name of a variable, without $"),
        ('{ host = "imap.example.com"', '{ host = "imap.example.com", tls = "off"', "is for this machine only"),
        ('{ host = "imap.example.com"', '{ host = "imap.example.com", tls = "ssl"', 'write "implicit", "starttls" or "off"'),
        ('{ host = "imap.example.com"', '{ host = "imap.example.com", port = 99999', "must be less than or equal to 65535"),
        ('[people.anna]', '[watcher]\ntimezone = "Mars/Olympus"\n[people.anna]', "is no time zone"),
        ('[people.anna]', '[watcher]\nrules = ["nowhere"]\n[people.anna]', "there is no file or folder"),
        ('[people.anna]', '[hours]\nweek = { mon = ["9-17"] }\n[people.anna]', "config.toml:2: hours: week: "),
        ('[people.anna]', '[hours]\nholidays = "XX"\n[people.anna]', "config.toml:2: hours: holidays: "),
        ('[people.anna]', '[hours]\nclosed = ["tomorrow"]\n[people.anna]', "config.toml:2: hours: closed: "),
        ('[people.anna]', '[hours]\nweek = {}\n[people.anna]', "config.toml:2: hours: "),
        ('[people.anna]', '[ladders.hot]\nstpes = ["1h"]\n[people.anna]', 'unknown key "stpes" (did you mean "steps"?)'),
        ('[people.anna]', '[ladders.hot]\nrenew = "yes"\n[people.anna]', "ladders.hot: renew: takes true or false, without quotes"),
        ('[people.anna]', '[ladders.hot]\nsteps = []\n[people.anna]', "ladders.hot: steps: must not be empty"),
        ('[people.anna]', '[watchr]\n[people.anna]', 'unknown key "watchr" (did you mean "watcher"?)'),
        ('[[mailbox]]', '[mailbox]', '"mailbox" is written as [[mailbox]]'),
        ('email = ["anna@example.com"]', 'email = ["anna@example.com"]\ndeputy = "anna"', "the deputy cannot be the person"),
        ('email = ["anna@example.com"]', 'email = ["anna@example.com"]\ndigest = ["25:00"]', "is no time of day"),
        ('owner = "anna"', 'owner = "anna"\nauth = "password"', 'unknown key "auth"'),
        ('{ host = "smtp.example.com", user = "sales@example.com",', '{ host = "smtp.example.com",', "give user and password, or neither"),
    ],
)  # fmt: skip
def test_what_is_wrong_and_what_to_do(tmp_path, old, new, message):
    assert old in LEAST
    found = problems(tmp_path, LEAST.replace(old, new, 1))
    assert any(message in problem for problem in found), found
    assert all(problem.startswith("config.toml:") for problem in found)


def test_hours_without_brackets_are_one_problem(tmp_path):
    """They were read letter by letter, too: "'0' are no hours"."""
    text = LEAST.replace("[people.anna]", '[hours]\nweek = { mon-fri = "09:00-17:00" }\n[people.anna]', 1)
    assert problems(tmp_path, text) == ['config.toml:2: hours: mon-fri: takes a list: ["…"]']


def test_what_may_be_the_password_is_not_shown(tmp_path):
    text = LEAST.replace('{ env = "SALES_PASSWORD" }', '{ env = "pass word!" }', 1)
    assert "pass word!" not in "".join(problems(tmp_path, text))


def test_every_problem_at_once(tmp_path):
    text = (
        LEAST.replace("owner", "ownr")
        .replace("[people.anna]", "[hours]\nweek = 5\n[people.anna]")
        .replace('"sales"', '"sa les"')
    )
    found = problems(tmp_path, text)
    assert len(found) >= 4
    assert [int(problem.split(":")[1]) for problem in found] == sorted(int(problem.split(":")[1]) for problem in found)


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ('quiet = ["00:00-24:00"]', "people.anna: quiet: they cover all opening hours"),
        (
            'quiet = ["10:00-11:00, 12:00-13:00"]',
            "people.anna: quiet: '10:00-11:00, 12:00-13:00' are no hours: write 09:00-17:00, and each in quotes of its own: "
            '["08:00-12:00", "13:00-17:00"]',
        ),
        ('quiet = ["noon"]', "people.anna: quiet: 'noon' are no hours: write 09:00-17:00"),
        (
            'away = ["christmas"]',
            "people.anna: away: 'christmas' is no date: write 2026-12-24 or 2026-12-27..2026-12-31",
        ),
        (
            'language = "xx"',
            "people.anna: language: there is no words.xx.toml: write one of en, de, es, fr, it, nl, pt, or add it",
        ),
        ('all_clear = "often"', 'people.anna: all_clear: write "daily", "weekly" or "never"'),
        ('report = "9:00"', "people.anna: report: '9:00' is no time of the week: write mon 09:00"),
    ],
)
def test_a_wrong_key_of_a_person_is_told_with_its_line(tmp_path, key, message):
    assert f"config.toml:3: {message}" in problems(tmp_path, LEAST.replace("[[mailbox]]", f"{key}\n[[mailbox]]", 1))


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ('[ladders.hot]\nescalate_after = ["2d", "1d"]', "each must be longer than the one before"),
        ("[ladders.hot]\nurgent = 1", "urgent: "),
    ],
)
def test_a_wrong_ladder_is_told(tmp_path, table, message):
    (found,) = problems(tmp_path, f"{LEAST}{table}\n")
    assert message in found
