"""Fixtures that more than one room of tests needs, and how generated tests run."""

import logging

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.servers.fixtures"]

# Nothing asserts how long something took: machines are busy.
settings.register_profile("watcher", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("watcher")


@pytest.fixture(autouse=True)
def heard():
    """What the loops say is heard again after a test that silenced them."""
    logging.disable(logging.NOTSET)
