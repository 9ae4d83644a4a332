"""How many files and connections this process may have open: systems begin with 1,024, which 1,000 mailboxes exceed."""

from __future__ import annotations

import resource

#: More than this helps nobody, and some systems have no limit at all.
MAX_OPEN_FILES = 65_536


def raise_open_files_limit() -> int:
    """As many as this user may have, MAX_OPEN_FILES at most; returns how many that are. Never raises."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MAX_OPEN_FILES if hard == resource.RLIM_INFINITY else min(hard, MAX_OPEN_FILES)
    if soft == resource.RLIM_INFINITY or soft >= most:
        return most
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    except (OSError, ValueError):  # macOS allows less than it says
        return soft
    return most
