"""Files of the configuration that change while the daemon runs: in force when they load, refused whole when not."""

from __future__ import annotations

import stat

import pytest

from tests.service.configs import CONFIG, write_config
from watcher.config import load
from watcher.service.app import App
from watcher.service.reload import ConfigReloader

RULE = '[[rule]]\nname = "{name}"\nmatch.subject = "x"\nkind = "other"\n'


@pytest.fixture
def app(tmp_path):
    (tmp_path / "rules").mkdir()
    write_config(tmp_path / "rules" / "10.toml", RULE.format(name="first"))
    write_config(tmp_path / "config.toml", CONFIG.format(folder=tmp_path))
    made = App(load.load_config(tmp_path / "config.toml"))
    yield made
    made.close()


def names(app):
    return [rule.name for rule in app.intakes["sales"].config.ruleset.rules]


def told(app):
    with app.store.write_transaction() as tx:
        return {incident.kind: (incident.since, incident.text) for incident in tx.incidents.list_open()}


async def test_a_changed_rule_is_in_force_and_a_broken_one_is_refused(app, tmp_path):
    await app.reload_config()
    assert names(app) == ["first"]
    write_config(tmp_path / "rules" / "10.toml", RULE.format(name="second"))
    await app.reload_config()
    assert names(app) == ["second"]

    write_config(tmp_path / "rules" / "10.toml", RULE.format(name="third").replace("kind", "knd"))
    await app.reload_config()
    assert names(app) == ["second"]
    (trouble,) = told(app).values()
    assert "cannot be read" in trouble[1]
    assert 'unknown key "knd" (did you mean "kind"?)' in trouble[1]

    write_config(tmp_path / "rules" / "10.toml", RULE.format(name="fourth"))
    await app.reload_config()
    assert names(app) == ["fourth"]
    assert told(app) == {}


@pytest.mark.parametrize("name", ["config.toml", "rules", "rules/10.toml"])
def test_rights_that_are_given_count_as_a_change(app, tmp_path, name):
    """Root wrote a file for itself, the service refused the configuration, and root gave the right as the message says."""
    reloader = ConfigReloader(app.config)
    assert reloader.load_if_changed() is None
    path = tmp_path / name
    path.chmod(path.stat().st_mode ^ stat.S_IRGRP)
    assert reloader.load_if_changed() is not None
    assert reloader.load_if_changed() is None


async def test_a_new_rule_file_counts_and_a_new_mailbox_needs_a_restart(app, tmp_path):
    write_config(tmp_path / "rules" / "20.toml", RULE.format(name="more"))
    await app.reload_config()
    assert names(app) == ["first", "more"]
    text = (tmp_path / "config.toml").read_text()
    write_config(tmp_path / "config.toml", text.replace('name = "sales"', 'name = "other"'))
    await app.reload_config()
    assert names(app) == ["first", "more"]
    (trouble,) = told(app).values()
    assert "restart" in trouble[1]


async def test_people_and_limits_change_too(app, tmp_path):
    text = (
        tmp_path / "config.toml"
    ).read_text() + '[acknowledge]\nmax_per_hour = 3\n[people.ben]\nemail = ["ben@example.com"]\n'
    write_config(tmp_path / "config.toml", text)
    await app.reload_config()
    assert app.deliveries["sales"].limits.max_per_hour == 3
    assert app.intakes["sales"].config.policy.limits.max_per_hour == 3
    assert set(app.digest_writer.config.people) == {"anna", "ben"}


async def test_a_changed_file_has_only_those_in_trouble_look_again_and_a_reload_all(app, tmp_path):
    """With a thousand mailboxes, every saved word would be a thousand looks."""
    intake, delivery = app.intakes["sales"], app.deliveries["sales"]

    async def looks_again(name: str, *, asked: bool = False) -> bool:
        intake._wake_event.clear()
        write_config(tmp_path / "rules" / "10.toml", RULE.format(name=name))
        if asked:
            app._request_reload()
        await app.reload_config()
        assert names(app) == [name]
        return intake._wake_event.is_set()

    assert not await looks_again("second")
    intake._failures = 1
    assert await looks_again("third")
    assert not await looks_again("fourth"), "the first try is still to come"
    delivery._failures = 1
    assert await looks_again("fifth")
    delivery._failures = 0
    assert await looks_again("sixth", asked=True)
