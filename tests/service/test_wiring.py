"""service/wiring.py: the configuration as the loops see it, every part made once."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from watcher.config.load import load_config
from watcher.config.models import Config
from watcher.service import wiring
from watcher.service.app import App

MAILBOXES = 1_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """A house with a thousand mailboxes, hours of their own, and as many people."""
    path = tmp_path_factory.mktemp("house") / "config.toml"
    write_house(path, MAILBOXES)
    return load_config(path)


def write_house(path: Path, count: int) -> None:
    server = 'host = "mail.example.com", user = "u", password = { env = "P" }'
    people = [f'[people.p{n}]\nemail = ["p{n}@example.com", "P{n}@Example.net"]\n' for n in range(count)]
    boxes = [
        f'[[mailbox]]\nname = "m{n}"\naddress = "m{n}@example.com"\nowner = "p{n}"\n'
        f'imap = {{ {server} }}\nsmtp = {{ {server} }}\nhours = {{ week = {{ mon-fri = ["08:00-16:00"] }} }}\n'
        for n in range(count)
    ]
    path.write_text("\n".join([f'[watcher]\nstate_dir = "{path.parent}/state"\n', *people, *boxes]))


def test_a_thousand_mailboxes_share_what_is_the_same_for_all_of_them(large: Config) -> None:
    views = wiring.build_views(large)
    assert len(views.intakes) == len(views.policies) == len(views.people) == MAILBOXES
    configs = [*views.intakes.values()]
    assert len({id(config.policy.own_addresses) for config in configs}) == 1
    assert len({id(config.policy.ladders) for config in configs}) == 1
    assert len({id(config.policy.limits) for config in configs}) == 1
    assert len({id(config.command_config) for config in configs}) == 1
    assert len({id(config.policy.hours) for config in configs}) == 1


def test_every_loop_sees_the_same_people_and_policies(large: Config) -> None:
    views = wiring.build_views(large)
    commands = views.intakes["m0"].command_config
    assert commands is not None
    assert commands.people is views.reminders.people is views.people
    assert commands.policies is views.reminders.policies is views.policies
    assert all(config.policy is views.policies[name] for name, config in views.intakes.items())


def test_a_person_has_all_their_addresses_and_the_mailbox_that_is_theirs(large: Config) -> None:
    person = wiring.build_views(large).people["p7"]
    assert person.address.email == "p7@example.com"
    assert person.own_addresses == {"p7@example.com", "p7@example.net"}
    assert person.mailbox == "m7"
    assert person.calendar == large.mailbox_calendar("m7")


def test_a_thousand_mailboxes_take_no_twenty_megabytes(large: Config) -> None:
    """They took eighteen thousand: everything was made once a mailbox a mailbox a mailbox."""
    tracemalloc.start()
    try:
        app = App(large)
        octets, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    app.close()
    assert len(app.intakes) == MAILBOXES
    assert octets < 20_000_000
