"""A mailbox is its account; its name is a label. What the database knows under one name belongs to whatever name the account has today."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from watcher.core.health.model import MailboxIdentity

#: Characters of a name in the database.
MAX_NAME_CHARS = 100

Sameness = Callable[[MailboxIdentity, MailboxIdentity], bool]


def _is_untouched(known: MailboxIdentity, wanted: MailboxIdentity) -> bool:
    return known.name == wanted.name and known.account in ("", wanted.account)


def _is_renamed(known: MailboxIdentity, wanted: MailboxIdentity) -> bool:
    """Of two that share an account, each has an address of its own."""
    return known.account == wanted.account and known.address == wanted.address


def _has_other_address(known: MailboxIdentity, wanted: MailboxIdentity) -> bool:
    return known.account == wanted.account


def _has_moved(known: MailboxIdentity, wanted: MailboxIdentity) -> bool:
    """To another server: its mail goes with it, and is known again by what it says."""
    return known.name == wanted.name and known.address == wanted.address


#: How a mailbox of the configuration is found in the database, the surest first.
_SIGNS: tuple[Sameness, ...] = (_is_untouched, _is_renamed, _has_other_address, _has_moved)


def plan_renames(known: Sequence[MailboxIdentity], configured: Sequence[MailboxIdentity]) -> dict[str, str]:
    """Name in the database → its name from now on, where that differs. A name that is given to another account is taken from the
    one that had it, whose mail keeps waiting under a longer name."""
    left, wanted, renames = list(known), list(configured), {}
    for is_same in _SIGNS:
        for box in list(wanted):
            found = next((one for one in left if is_same(one, box)), None)
            if found is not None:
                left.remove(found)
                wanted.remove(box)
                renames[found.name] = box.name
    names = {box.name for box in configured}
    taken = names | {one.name for one in left}
    for one in left:
        if one.name in names:
            renames[one.name] = _free_name(one, taken)
            taken.add(renames[one.name])
    return {old: new for old, new in renames.items() if old != new}


def _free_name(box: MailboxIdentity, taken: set[str]) -> str:
    label = f"{box.name} ({box.account})"[:MAX_NAME_CHARS]
    number = 2
    while label in taken:
        ending = f" {number}"
        label = f"{box.name} ({box.account})"[: MAX_NAME_CHARS - len(ending)] + ending
        number += 1
    return label
