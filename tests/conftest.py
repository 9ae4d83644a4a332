from hypothesis import HealthCheck, settings

"""Fixtures that more than one room of tests needs."""

pytest_plugins = ["tests.servers.fixtures"]

# Nothing asserts how long something took: machines are busy.
settings.register_profile("watcher", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("watcher")
