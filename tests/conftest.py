"""Fixtures that more than one room of tests needs."""

pytest_plugins = ["tests.servers.fixtures"]
