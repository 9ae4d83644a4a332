"""Links of a digest that open a mail ready to be sent: `mailto:` with subject and body (RFC 6068). Pure.

Nothing a stranger wrote goes into one: a link holds our address, a number, a verb, a name of the house and the token.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from watcher.core.letters.wording import Words

#: Items of one digest that have links: the worst come first, and mail programs cut what grows past 100 KB.
MAX_LINKED_ITEMS = 12


def mailto_url(address: str, command: str, ref: str) -> str:
    """A mail to `address` whose body is the command and the reference, every octet but letters and digits encoded."""
    body = f"{command}\r\n\r\nRef: {ref}\r\n"
    to = quote(address, safe="@")
    return f"mailto:{to}?subject={quote(f'watcher: {command}', safe='')}&body={quote(body, safe='')}"


class DigestLinks(NamedTuple):
    """What all links of one digest share: the address that takes commands, the signed reference that names the digest, and the words
    of its reader."""

    address: str
    ref: str
    words: Words

    def make_button(self, label: str, command: str) -> dict[str, str]:
        """`label` and `href` (mailto, RFC 6068) for a template; `command` as it is written in an answer: `41 done`."""
        return {"label": label, "href": mailto_url(self.address, command, self.ref)}


def item_action_links(
    digest: DigestLinks, place: int, number: int, deputy: str = "", is_free: bool = False
) -> Sequence[dict[str, str]]:
    """What one item of a digest offers, and to take it where it `is_free`: label and link (mailto, RFC 6068). Nothing after place
    MAX_LINKED_ITEMS."""
    words = digest.words
    if place > MAX_LINKED_ITEMS:
        return ()
    offers = [
        (words.say("act_done"), f"{number} done"),
        (words.say("act_tomorrow"), f"{number} snooze tomorrow"),
        (words.say("act_monday"), f"{number} snooze monday"),
        (words.say("act_dismiss"), f"{number} not inquiry"),
    ]
    if is_free:
        offers.insert(0, (words.say("act_mine"), f"{number} mine"))
    if deputy:
        offers.append((words.say("act_assign", name=deputy.title()), f"{number} assign {deputy}"))
    return tuple(digest.make_button(label, command) for label, command in offers)
