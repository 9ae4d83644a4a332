"""core/health/sent_folders.py: by the server's mark, by name, by place. What LIST says of real names is in test_session.py."""

from __future__ import annotations

import pytest

from watcher.core.health.model import ListedFolder
from watcher.core.health.sent_folders import find_sent_folders, find_unwatched_lookalikes


def listed(*names: str, delimiter: str = "/") -> list[ListedFolder]:
    """Folders; an attribute stands before a name: "\\\\Sent Out"."""
    found = []
    for name in names:
        attribute, _, rest = name.partition(" ") if name.startswith("\\") else ("", "", name)
        found.append(ListedFolder(frozenset({attribute.lower()} - {""}), delimiter, rest))
    return found


def test_what_lies_below_a_folder_of_sent_mail_is_sent_mail():
    """Sorted by year or by customer, by hand or by a filter. A folder that only holds others is not opened."""
    folders = listed(
        "\\Sent Out", "Out/2025", "Out/2025/Carol", "Outside", "\\Drafts Out/Later", "\\NoSelect Gesendet", "Gesendet/2024",
        "\\NonExistent Gesendet/2023", "Archive/2024",
    )  # fmt: skip
    assert find_sent_folders(folders) == ["Out", "Out/2025", "Out/2025/Carol", "Gesendet/2024"]


@pytest.mark.parametrize(
    ("delimiter", "expected"), [(".", ["INBOX.Sent", "INBOX.Sent.2025"]), ("", ["INBOX.Sent"]), ("/", ["INBOX.Sent"])]
)
def test_below_is_by_the_server_s_own_delimiter(delimiter, expected):
    assert find_sent_folders(listed("INBOX", "INBOX.Sent", "INBOX.Sent.2025", delimiter=delimiter)) == expected


@pytest.mark.parametrize(
    ("name", "is_alike"),
    [
        ("Sent 2025", True),
        ("Gesendet (alt)", True),
        ("Old/Sent Items", True),
        ("Απεσταλμένα 2025", True),
        ("العناصر المرسلة", True),
        ("รายการที่ส่ง 2025", True),
        ("sent_2025", True),
        ("Presentations", False),
        ("INBOX", False),
    ],
)
def test_what_looks_like_sent_mail_has_a_word_of_it_in_its_name(name, is_alike):
    folders = listed(name, "\\Sent Out", "Sent")
    assert find_unwatched_lookalikes(folders, ["Sent"]) == ["Out", *([name] if is_alike else [])]
