"""The image, as far as it can be looked at without building it. `make container-test` runs it beside a real mailbox."""

from __future__ import annotations

import re

import watcher
from tests.packaging import container
from tests.packaging.scripts import PACKAGING

RECIPE = (PACKAGING / "container" / "Containerfile").read_text()
COMPOSE = (PACKAGING / "container" / "compose.yaml").read_text()


def test_the_image_runs_as_a_number_that_is_nobody_and_checks_its_health():
    """A name cannot be compared with `runAsNonRoot`."""
    assert re.search(rf"(?m)^USER {container.UID}:{container.UID}$", RECIPE)
    assert "HEALTHCHECK " in RECIPE and 'CMD ["watcher", "status"]' in RECIPE
    assert "VOLUME /var/lib/watcher" in RECIPE and 'ENTRYPOINT ["watcher"]' in RECIPE


def test_the_image_takes_the_locked_versions_only():
    assert "--require-hashes -r /tmp/constraints.txt" in RECIPE and "--only-binary :all:" in RECIPE


def test_compose_gives_it_no_more_than_it_needs():
    for line in (
        "read_only: true",
        "cap_drop: [ALL]",
        "no-new-privileges:true",
        f'user: "{container.UID}:{container.UID}"',
    ):
        assert line in COMPOSE
    assert f"image: watcher:{watcher.__version__}\n" in COMPOSE
    assert "healthcheck:" not in COMPOSE, "the image has one; podman-compose of Debian 12 makes one word of several"


def test_what_make_container_test_tries():
    assert [*container.STEPS] == ["confined", "acknowledges", "healthy", "keeps its state", "composes"]
