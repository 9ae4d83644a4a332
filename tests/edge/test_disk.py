"""edge/disk.py: what is left, and nothing where there is no folder."""

from pathlib import Path

import pytest

from watcher.edge.disk import FreeSpace, find_file_system, measure_free_space


def test_a_disk_says_what_it_has_left(tmp_path):
    found = measure_free_space(tmp_path)
    assert found.octets is not None and found.octets > 0


def test_a_folder_that_is_gone_says_nothing(tmp_path):
    assert measure_free_space(tmp_path / "gone") == FreeSpace(None, None)


MOUNTS = r"""
22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
23 22 0:21 / /run rw shared:2 - tmpfs tmpfs rw
24 22 0:40 / /srv/our\040state rw - nfs4 nas:/export rw
25 22 254:2 / /srv/state2 rw - xfs /dev/vdb rw
26 25 0:41 / /srv/state2 rw - tmpfs tmpfs rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib/watcher", "ext4"),
        ("/run/watcher", "tmpfs"),
        ("/srv/our state/watcher", "nfs4"),
        ("/srv/state", "ext4"),
        ("/srv/state2", "tmpfs"),
        ("/", "ext4"),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount_and_the_last_one_there(tmp_path, folder, kind):
    (tmp_path / "mounts").write_text(MOUNTS.lstrip())
    assert find_file_system(Path(folder), tmp_path / "mounts") == kind


def test_a_system_without_such_a_list_says_nothing(tmp_path):
    assert find_file_system(tmp_path, tmp_path / "gone") == ""
    assert find_file_system(Path("/proc")) in ("proc", "")
