"""A message, the conditions that hold of it (`HOLDS`) and those that do not (`FAILS`), as they stand behind `match.` in a rule."""

from __future__ import annotations

from watcher.core.message.model import Address

MESSAGE = {
    "subject": "Re: Größe der Dächer",
    "base_subject": "Größe der Dächer",
    "is_reply": True,
    "text": "Hallo,\nwas kostet ein Dach aus Schiefer? Danke und viele Grüße ①②③",
    "cc": (Address("ben@partner.example", "Ben"),),
    "reply_to": (Address("carol@private.example"),),
    "sender": Address("office@customer.example"),
    "size": 4096,
    "attachments": ("Plan.PDF",),
    "headers": {"from": ("x",), "x-source": ("Form 7",), "list-id": ("<a.lists.example>",), "x-spam-score": ("3.5",)},
}
HOLDS = r"""
from = "carol@customer.example"
from = "@customer.example"
from = "*@customer.*"
from.domain = "example"
from.starts = "carol"
from.regex = "^carol@"
sender = "office@customer.example"
reply_to.ends = "private.example"
to = "SALES@example.com"
cc.contains = "partner"
any_address = "@partner.example"
subject.contains = "GRÖSSE"
subject = "re: grösse der dächer"
subject.regex = "(?i)\\bdächer\\b"
subject.glob = "*der*"
subject.starts = ["x", "re:"]
body.contains = "schiefer"
body.contains = "123"
body.regex = "\\bwas\\b"
header."X-Source" = "form 7"
header."X-Source".exists = true
header."X-None".exists = false
list_id.contains = "lists.example"
attachment.ends = ".pdf"
language = ["fr", "de"]
mailbox = "sales"
folder = "INBOX"
size.over = 4000
size.under = 5000
spam_score.over = 3
has = "reply"
has = ["calendar", "attachment"]
auto = "list"
not.subject = "x"
any = [{ subject = "x" }, { has = "text" }]
any = { subject = "x", language = "de" }
all = [{ has = "text" }, { language = "de" }]
not.any = [{ subject = "x" }, { size.under = 1 }]
""".strip().splitlines()
FAILS = r"""
from = "carol@customer.exampl"
from = "customer.example"
from.domain = "ustomer.example"
subject = "größe"
body.contains = "ziegel"
header."X-Source" = "form"
header."X-None" = "form"
language = "en"
size.over = 4096
spam_score.under = 3
has = "calendar"
auto = "dsn"
subject.regex = "DÄCHER"
not.has = "text"
all = [{ has = "text" }, { language = "en" }]
any = [{ subject = "x" }, { language = "en" }]
cc.exists = false
mailbox = "support"
""".strip().splitlines()
