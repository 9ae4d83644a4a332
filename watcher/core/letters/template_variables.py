"""The names a template may use, what each stands for, and values to try them out with. Documented in docs/templates.md."""

from __future__ import annotations

from typing import Any

ACKNOWLEDGEMENT, DIGEST, ALERT, REPORT, STYLE = "acknowledgement", "digest", "alert", "report", "style"
CONFIRMATION, OBSERVATION, AUDIT, RENEWAL = "confirmation", "observation", "audit", "renewal"
_SAY_DESCRIPTION = "a phrase of the words file by its name, its places filled in: `say('nag', n=3)`"

#: The names a template may use, and what each stands for.
TEMPLATE_VARIABLES: dict[str, dict[str, str]] = {
    ACKNOWLEDGEMENT: {
        "promise": "until when a person answers, as one says it: `by Tuesday 10:00`; empty where nothing is promised",
        "subject": "the customer's subject; empty unless the sender is authenticated, and where it holds a link",
        "house": "the name of the mailbox's address, or the address itself",
        "address": "the mailbox's address",
        "open_now": "whether it is opening hours at this moment",
        "language": "the language of this template, `en`",
    },
    RENEWAL: {
        "promise": "the new promise, until when a person answers, as one says it: `by Tuesday 10:00`; empty where it is over",
        "subject": "the customer's subject; empty unless the sender is authenticated, and where it holds a link",
        "house": "the name of the mailbox's address, or the address itself",
        "address": "the mailbox's address",
        "open_now": "whether it is opening hours at this moment",
        "language": "the language of this template, `en`",
    },
    DIGEST: {
        "say": _SAY_DESCRIPTION,
        "quote": "some texts in the quotation marks of the language, commas between them: `quote(examples)`",
        "language": "the reader's language, `en`",
        "person": "who gets the digest",
        "house": "the name of the mailbox's address, or the address itself",
        "headline": "how many wait, in one line",
        "items": "what waits, the worst first; see the names of an item",
        "short_items": "what has room for one line only: `number`, `who`, `subject`, `waiting`, `broken`",
        "more": "how many more wait than are listed; they come first in the next digest",
        "broken": "how many wait longer than was promised",
        "examples": "lines that this digest can be answered with: `41 done`",
        "troubles": "what Watcher cannot see, one sentence each",
        "glances": "what may be an inquiry, a line each: `numbers`, `who`, `subject`, `why`, `actions`; `who` and `why` may be empty",
        "glances_more": "how many more messages there are for a glance",
        "unacknowledged": "why no acknowledgement went out, one sentence a reason",
        "coverage": "what was seen, when last, and when the next mail comes, one piece each",
        "ref": "the reference that an answer may name, good for 14 days; stands on a line of its own: `Ref: …`",
    },
    ALERT: {
        "say": _SAY_DESCRIPTION,
        "language": "the reader's language, `en`",
        "title": "what is wrong, in one line",
        "details": "what is known of it, one sentence each",
        "advice": "what to do about it; may be empty",
        "since": "since when, as one says it; may be empty",
        "when": "since when; of what is over, from when to when",
        "at": "the time of this alert",
        "is_over": "true where this says that it is over",
        "may_miss": "true where an inquiry may come meanwhile of which nobody is reminded",
    },
    REPORT: {
        "say": _SAY_DESCRIPTION,
        "language": "the reader's language, `en`",
        "house": "the name of the mailbox's address, or the address itself",
        "first": "the first day of the report",
        "last": "its last day",
        "came": "how many inquiries came in",
        "answered": "how many of them were answered",
        "settled": "how many were settled by other means: somebody said done",
        "unanswered": "how many of them nobody has answered: `never` and `in_time` together",
        "in_time": "how many nobody has answered yet, and there is time left",
        "waiting": "how many wait at this moment, of all there are",
        "median": "within which opening time half of them were answered; empty where none was",
        "p90": "within which nine of ten were; empty where none was",
        "kept": "how many of a hundred promises were kept; empty where none was due",
        "days": "day by day: `name`, `came`, `answered`, and for bars `answered_share`, `open_share` and `rest_share` of a hundred",
        "people": "by person: `name`, `came`, `answered`, `waiting`, `median`, `kept`",
        "headline": "the leak in one sentence",
        "late": "how many were answered after the promise",
        "never": "how many nobody has answered, and the promise is over",
        "bands": "times to the first response: `name`, `count`, and for bars `share` and `rest_share` of a hundred",
        "hours": "the names of the fields of `grid`: `0–4`, …",
        "grid": "a row a weekday: `name`, `fields`; each has `came`, `never` and `kind`: `none`, `good`, `some` or `bad`",
        "comparison": "the span before and this one: `name`, `before`, `now`; empty where nothing came in before",
        "lost": "what was never answered, the oldest first: `day`, `who`, `subject`, `message_id` (for a link `mid:`), `age`",
        "lost_more": "how many more were never answered than are listed",
    },
    STYLE: {},
    AUDIT: {
        "say": _SAY_DESCRIPTION,
        "language": "the language of the page, `en`",
        "house": "the name of the mailbox's address, or the address itself",
        "headline": "the leak in one sentence",
        "first": "the first day of the span",
        "last": "its last day",
        "figures": "`came`, `on_time`, `late`, `settled`, `never`, `waiting`",
        "median": "within which opening time half of the first responses came; empty where there is none",
        "p90": "within which nine of ten came; empty where there is none",
        "next_median": "within which half of the later questions were answered; empty where there is none",
        "kept": "how many of a hundred promises were kept; empty where none was due",
        "bands": "times to the first response, for bars: `name`, `count`, `width`, `y`",
        "cells": "weekday and hour, a dot each: `x`, `y`, `radius`, `came`, `never`, `share`",
        "day_names": "the days of the week: `name`, `y`",
        "hours": "the hours that are named: `name`, `x`",
        "weeks": "week by week, for bars: `x`, `width`, `came`, `never`, `height`, `never_height`, `name`",
        "comparison": "the span before and this one, a line each: `name`, `before`, `now`; empty where nothing came before",
        "mailboxes": "by mailbox: `name`, `came`, `late`, `never`, `median`, `is_printed`",
        "owners": "the same by the person it was with",
        "people": "the same by who answered first",
        "domains": "the same by the customer's domain",
        "lost": "what was never answered: `day`, `who`, `subject`, `message_id` (for a link `mid:`), `age`, `is_printed`",
        "more": "how many more were never answered than are listed",
        "more_in_print": "how many more than on paper",
    },
    OBSERVATION: {
        "say": _SAY_DESCRIPTION,
        "language": "the reader's language, `en`",
        "mailboxes": "the mailboxes that are only observed",
        "acknowledged": "how many customers would have been acknowledged",
        "recipients": "their addresses, as far as there is room",
        "texts": "the words of some of those acknowledgements, line by line",
        "nagged": "of how many inquiries somebody would have been reminded",
        "waiting": "those inquiries, one line each, as far as there is room",
        "glances": "how many messages would have stood for a glance",
    },
    CONFIRMATION: {
        "say": _SAY_DESCRIPTION,
        "headline": "what became of the commands, in one line",
        "done": "what was changed, one line each",
        "problems": "what was not understood or not possible, one sentence each",
        "hints": "lines that would have worked; empty where nothing went wrong",
        "undo": "whether something was changed that `reopen` takes back",
    },
}

#: The names an item of a digest has.
DIGEST_ITEM_VARIABLES: dict[str, str] = {
    "number": "its number, the same everywhere and for ever: `watcher done NUMBER`",
    "name": "the customer's name; empty where there is none",
    "address": "the customer's address; empty where nobody can be answered",
    "subject": "the subject",
    "mailbox": "the mailbox it came to",
    "excerpt": "how the message begins; `[plan.pdf]` where it has no text",
    "waiting": "for how much opening time it waits: `3 h 20 min`",
    "since": "since when it waits",
    "promise": "when an answer is due; empty where nothing is promised",
    "broken": "whether the promise is broken",
    "is_new": "whether this digest is the first that lists it",
    "nags": "how often it was listed, this time included",
    "acknowledged": "whether an acknowledgement went out, in a few words",
    "unsure": "whether the customer may know nothing of us: no acknowledgement, or nobody can tell",
    "problem": "what is wrong with the message; empty where nothing is",
    "looks_answered": "who seems to have answered, and why that is no proof; empty where nothing does",
    "promised": "when somebody of yours wrote that an answer will follow, and that it is awaited; empty where nobody did",
    "owner": "whose it is; empty where it is the reader's own",
    "escalated": "whether it was passed on to the deputy",
    "tags": "the tags its rule gave it",
    "actions": "links that open a mail with a command, each with `label` and `href`; none after the twelfth item",
}

_SAMPLE_ITEM: dict[str, Any] = dict.fromkeys(DIGEST_ITEM_VARIABLES, "x") | {
    "number": 41,
    "nags": 3,
    "broken": True,
    "is_new": True,
    "escalated": True,
    "unsure": True,
    "tags": ("web",),
    "actions": ({"label": "Done", "href": "mailto:x@example.com"},),
}
_SAMPLE_DAY: dict[str, Any] = {
    "name": "x",
    "came": 3,
    "answered": 2,
    "answered_share": 60,
    "open_share": 30,
    "rest_share": 10,
}
_SAMPLE_SPARSE_ITEM: dict[str, Any] = dict.fromkeys(DIGEST_ITEM_VARIABLES, "") | {
    "number": 42,
    "nags": 1,
    "broken": False,
    "is_new": False,
    "escalated": False,
    "unsure": False,
    "tags": (),
    "actions": (),
}
_SAMPLE_DIGEST: dict[str, Any] = dict.fromkeys(TEMPLATE_VARIABLES[DIGEST], "x") | {
    "items": [_SAMPLE_ITEM, _SAMPLE_SPARSE_ITEM],
    "short_items": [{"number": 43, "who": "x", "subject": "x", "waiting": "x", "broken": True}],
    "more": 7,
    "examples": ["x"],
    "broken": 1,
    "troubles": ["x"],
    "glances": [dict.fromkeys(("numbers", "who", "subject", "why"), "x") | {"actions": [{"label": "x", "href": "x"}]}],
    "glances_more": 2,
    "unacknowledged": ["x"],
    "coverage": ["x", "y"],
}
_SAMPLE_EMPTY_DIGEST = _SAMPLE_DIGEST | {
    "items": [],
    "short_items": [],
    "more": 0,
    "examples": [],
    "broken": 0,
    "troubles": [],
    "glances": [],
    "glances_more": 0,
    "unacknowledged": [],
    "coverage": [],
}
_SAMPLE_ACKNOWLEDGEMENT: dict[str, Any] = dict.fromkeys(TEMPLATE_VARIABLES[ACKNOWLEDGEMENT], "x") | {"open_now": True}
_SAMPLE_CONFIRMATION: dict[str, Any] = {
    "say": "x",
    "headline": "x",
    "done": ["x"],
    "problems": ["x"],
    "hints": ["x"],
    "undo": True,
}
_SAMPLE_OBSERVATION: dict[str, Any] = {
    "say": "x", "language": "en", "mailboxes": "x", "acknowledged": 2, "recipients": ["x"], "texts": [["x"]],
    "nagged": 2, "waiting": ["x"], "glances": 1,
}  # fmt: skip
_SAMPLE_GROUP: dict[str, Any] = {"name": "x", "came": 3, "late": 1, "never": 1, "median": "x", "is_printed": False}
_SAMPLE_AUDIT: dict[str, Any] = dict.fromkeys(("say", "house", "first", "last", "median", "p90", "next_median", "kept"), "x") | {
    "language": "en", "headline": "x", "more": 1, "more_in_print": 2,
    "figures": {"came": 3, "on_time": 1, "late": 1, "settled": 1, "never": 1, "waiting": 0},
    "bands": [{"name": "x", "count": 1, "width": 1, "y": 1}],
    "cells": [{"x": 1, "y": 1, "radius": 3, "came": 3, "never": 1, "share": 0.3}],
    "day_names": [{"name": "x", "y": 1}], "hours": [{"name": 1, "x": 1}],
    "weeks": [{"x": 1, "width": 1, "came": 3, "never": 1, "height": 3, "never_height": 1, "name": "x"}] * 2,
    "comparison": [{"name": "x", "before": "x", "now": "x"}],
    "mailboxes": [_SAMPLE_GROUP] * 2, "owners": [_SAMPLE_GROUP] * 2, "people": [_SAMPLE_GROUP], "domains": [_SAMPLE_GROUP],
    "lost": [{"day": "x", "who": "x", "subject": "x", "message_id": "x", "age": "x", "is_printed": False}],
}  # fmt: skip
_SAMPLE_EMPTY_AUDIT: dict[str, Any] = _SAMPLE_AUDIT | {
    "figures": dict.fromkeys(("came", "on_time", "late", "settled", "never", "waiting"), 0),
    "median": "", "p90": "", "next_median": "", "kept": "", "cells": [], "weeks": [], "comparison": [], "mailboxes": [], "owners": [],
    "people": [], "domains": [], "lost": [], "more": 0, "more_in_print": 0,
}  # fmt: skip
_SAMPLE_ALERT: dict[str, Any] = dict.fromkeys(TEMPLATE_VARIABLES[ALERT], "x") | {
    "details": ["x"],
    "is_over": False,
    "may_miss": True,
}
_SAMPLE_PERSON: dict[str, Any] = {"name": "x", "came": 3, "answered": 2, "waiting": 1, "median": "x", "kept": "80"}
_SAMPLE_REPORT: dict[str, Any] = dict.fromkeys(TEMPLATE_VARIABLES[REPORT], 3) | {
    "first": "x", "last": "x", "house": "x", "median": "x", "p90": "x", "kept": "80", "days": [_SAMPLE_DAY], "people": [_SAMPLE_PERSON],
    "headline": "x", "bands": [{"name": "x", "count": 1, "share": share, "rest_share": 100 - share} for share in (0, 10)],
    "hours": ["0–4"], "grid": [{"name": "x", "fields": [{"came": 3, "never": 1, "kind": "some"}, {"came": 0, "never": 0, "kind": "none"}]}],
    "comparison": [{"name": "x", "before": "x", "now": "x"}], "lost_more": 1,
    "lost": [{"day": "x", "who": "x", "subject": "x", "message_id": "x", "age": "x"}],
}  # fmt: skip
#: What every template is tried out with: all there can be, and as little as there can be.
SAMPLE_VALUES: dict[str, tuple[dict[str, Any], ...]] = {
    ACKNOWLEDGEMENT: (
        _SAMPLE_ACKNOWLEDGEMENT,
        _SAMPLE_ACKNOWLEDGEMENT | {"promise": "", "subject": "", "open_now": False},
    ),
    RENEWAL: (
        _SAMPLE_ACKNOWLEDGEMENT,
        _SAMPLE_ACKNOWLEDGEMENT | {"promise": "", "subject": "", "open_now": False},
    ),
    DIGEST: (_SAMPLE_DIGEST, _SAMPLE_EMPTY_DIGEST),
    OBSERVATION: (_SAMPLE_OBSERVATION, _SAMPLE_OBSERVATION | {"recipients": [], "texts": [], "waiting": []}),
    AUDIT: (_SAMPLE_AUDIT, _SAMPLE_EMPTY_AUDIT),
    ALERT: (
        _SAMPLE_ALERT,
        _SAMPLE_ALERT | {"details": [], "advice": "", "since": "", "when": "", "is_over": True, "may_miss": False},
    ),
    STYLE: ({},),
    CONFIRMATION: (
        _SAMPLE_CONFIRMATION,
        _SAMPLE_CONFIRMATION | {"done": [], "problems": [], "hints": [], "undo": False},
    ),
    REPORT: (
        _SAMPLE_REPORT,
        _SAMPLE_REPORT
        | {
            "came": 0,
            "median": "",
            "p90": "",
            "kept": "",
            "days": [],
            "people": [],
            "comparison": [],
            "lost": [],
            "lost_more": 0,
        },
    ),
}
