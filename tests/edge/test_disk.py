"""edge/disk.py: what is left, and nothing where there is no folder."""

from watcher.edge.disk import FreeSpace, measure_free_space


def test_a_disk_says_what_it_has_left(tmp_path):
    found = measure_free_space(tmp_path)
    assert found.octets is not None and found.octets > 0


def test_a_folder_that_is_gone_says_nothing(tmp_path):
    assert measure_free_space(tmp_path / "gone") == FreeSpace(None, None)
