"""Mail that parsers stumble over, and mutations of it: `mutated` spoils what is drawn by the dice, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache

from tests.corpus import CORPUS
from watcher.core.message.model import MAX_FETCHED_OCTETS

#: Longest message of the real ones that are mutated too: longer ones only make the run longer.
LONGEST = 6_000


def _mail(head: str, body: str = "What does a new roof cost?\r\n") -> bytes:
    return (
        f"{head.strip()}\r\n\r\n{body}".replace("\r\n", "\n").replace("\n", "\r\n").encode("utf-8", "surrogateescape")
    )


_USUAL = "From: Carol <carol@customer.example>\nTo: sales@example.com\nSubject: A quote\nMessage-ID: <q1@customer.example>\nDate: Mon, 23 Nov 2026 10:00:00 +0000"
_MULTI = '\nMIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary="b1"'

#: Messages that each hold something parsers stumble over.
SEEDS: tuple[bytes, ...] = (
    _mail(_USUAL),
    _mail(_USUAL + "\nIn-Reply-To: <a@b>\nReferences: <x@y> <z@w>\n <v@u>", "> quoted\n\nOn Monday Anna wrote:\n> more\n-- \nCarol\n"),
    _mail("From: =?utf-8?q?J=C3=BCrgen?= <j@b\u00fccher.example>\nTo: \"Sales, Inc.\" <sales@example.com>, undisclosed-recipients:;\nSubject: =?iso-8859-1?B?QW5nZWJvdCBm/HI=?= =?utf-8?q?_Dach?="),
    _mail(_USUAL + _MULTI.format(kind="alternative"), "--b1\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=\n=DFe\n--b1\nContent-Type: text/html\n\n<html><body><p>Hi <b>you</b><img src=http://x/y.gif><a href='http://a'>b</a><!-- c --></body></html>\n--b1--\n"),
    _mail(_USUAL + _MULTI.format(kind="mixed"), "--b1\nContent-Type: multipart/related; boundary=b2\n\n--b2\nContent-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: base64\n\nPGI+aGVsbG88L2I+\n--b2--\n--b1\nContent-Type: application/pdf; name*0*=utf-8''a%20; name*1=b.pdf\nContent-Disposition: attachment; filename*=utf-8''r%C3%A9sum%C3%A9.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--b1--\n"),
    _mail("Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nTo: sales@example.com\nSubject: Undelivered Mail\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b1", "--b1\n\nIt failed.\n--b1\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; a@b\nAction: failed\nStatus: 5.1.1\n--b1\nContent-Type: message/rfc822\n\nFrom: a@b\nSubject: inner\n\nx\n--b1--\n"),
    _mail("From: boss@corp.example\nTo: sales@example.com\nSubject: Meeting\nMIME-Version: 1.0\nContent-Type: text/calendar; method=REQUEST; charset=utf-8", "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY:Meet\nEND:VEVENT\nEND:VCALENDAR\n"),
    _mail("From: news@list.example\nList-Id: <n.list.example>\nList-Unsubscribe: <mailto:u@l>, <https://l/u>\nPrecedence: bulk\nTo: sales@example.com\nSubject: [news] Weekly\nX-Spam-Status: Yes, score=12.5\nX-Spam-Score: nan"),
    _mail("From: a@b.example, c@d.example\nSender: c@d.example\nReply-To: =?x?q?y?= <r@s.example>, t@u\nTo: (comment (nested)) sales@example.com\nCc: group: m@n, o@p;\nSubject: Re: AW: Fwd: [x] (fwd) nothing\nReceived: from x by y; Mon, 1 Jan 2026 00:00:00 +0000\nAuthentication-Results: mx.example.com; dmarc=pass header.from=b.example; dkim=pass (2048-bit)\nDate: Mon, 99 Foo 99999 25:61:61 +9999"),
    _mail("From: \"q\\\"uoted\" <\"local part\"@[IPv6:::1]>\nTo: <@relay,@two:sales@example.com>\nSubject:\nMessage-ID: <\nContent-Type: text/plain; charset=\"nope\x00\"\nContent-Transfer-Encoding: x-uuencode", "begin 644 x\n#86)C\nend\n"),
    _mail("From: x@y.example\nTo: sales@example.com\nContent-Type: text/plain; charset=utf-7\nSubject: +AGgAaQ-", "+AGgAaQ- +2D3cqQ-\n"),
    _mail("From: x@y.example\nTo: sales@example.com\nContent-Type: text/plain; charset=iso-2022-jp\nSubject: =?iso-2022-jp?B?GyRCJCIbKEI=?=", "\x1b$B$\"\x1b(B\n"),
    _mail("From: " + "(" * 60 + ")" * 60 + " a@b.example\nTo: sales@example.com\nSubject: " + "=?utf-8?q?a?= " * 40),
    _mail(_USUAL + "\nContent-Type: message/rfc822", "Content-Type: message/rfc822\n\nContent-Type: multipart/digest; boundary=z\n\n--z\n\nFrom: i@j\n\nk\n--z--\n"),
    b"From carol Mon Nov 23 10:00:00 2026\r\nFrom: carol@customer.example\r\n\tfolded\r\n\r\n\x00\xff\xfe bin\r\n",
    b"\xef\xbb\xbfSubject: bom first\r\nFrom: \xe4\xf6\xfc@x.example\r\n\r\n\xe4\xf6\xfc\r\n",
    b"no header at all, just words\r\nand more\r\n",
    b"",
)  # fmt: skip

#: What mutations are made of.
WORDS: tuple[bytes, ...] = tuple(
    each.encode("utf-8", "surrogateescape")
    for each in (
        "\r\n", "\n", "\r", "\r\n\r\n", "\x00", "\x1b", "\u2028", "\u202e", "\u2066", "\ufeff", "\udcff", "\udc80", ":", ";", ",", "<", ">",
        "<>", "@", "\"", "\\", "(", ")", "((((((((", "=?", "?=", "=?utf-8?b?////?=", "=?utf-8?q?=00=0D=0A?=", "=?nope?x?y?=", "=?utf-8*en?q?a?=",
        "=", "=\r\n", "=ZZ", "%00", "*0*=", "*=utf-8''", "charset=", "charset=utf-16", "charset=utf-32", "charset=idna", "charset=punycode",
        "charset=unicode_escape", "charset=undefined", "charset=rot13", "charset=zip", "charset=\"\"", "boundary=", "boundary=\"\"", "--b1", "--b1--", "--b2",
        "Content-Type: multipart/mixed; boundary=b1\r\n", "Content-Type: text/html\r\n", "Content-Type: message/rfc822\r\n",
        "Content-Type: message/partial; number=1; total=2; id=x\r\n", "Content-Type: message/external-body\r\n", "Content-Type: /\r\n", "Content-Type: ;;;\r\n",
        "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n", "Content-Transfer-Encoding: \u00e4\r\n",
        "From: ", "To: sales@example.com\r\n", "Cc: ", "Subject: ", "Date: ", "Message-ID: <", "References: <a@b>", "In-Reply-To: ", "Reply-To: ",
        "Return-Path: <>\r\n", "Auto-Submitted: auto-replied\r\n", "Precedence: bulk\r\n", "List-Id: ", "X-Spam-Score: 1e999\r\n",
        "Authentication-Results: mx.example.com; dmarc=pass\r\n", "<table><tr><td>", "<div>", "</", "<!--", "<![CDATA[", "<script>", "&#x110000;",
        "&#0;", "&amp", "<style>*{}", "<a href=\"", "> ", ">>>>>>>> ", "-- \r\n", "On Mon wrote:\r\n", "________________________________\r\n", "Von: ", "begin 644 x\r\n",
        "xn--", "xn--a-\u00e4", "\u212a", "\u0130", "\u00df", "a@b", "@", "a@[1]", "=20", " " * 300, "\t" * 50, "a" * 998, "0" * 40, "-1", "99999999999999999999",
    )
)  # fmt: skip


@cache
def short_real_mail() -> tuple[bytes, ...]:
    """Of real mail, where it is at hand, short messages of the odd kinds: three draws in ten."""
    found: list[bytes] = []
    for label in ("malformed", "mime", "bounce", "autoreply", "calendar", "human"):
        paths = sorted((CORPUS / label).rglob("*")) if CORPUS.is_dir() else []
        found += [path.read_bytes() for path in paths if path.is_file() and path.stat().st_size <= LONGEST][:200]
    return tuple(found)


def mutated(dice: random.Random) -> bytes:
    """One message, spoilt in one to six places."""
    real = short_real_mail()
    raw = bytearray(dice.choice(real) if real and dice.random() < 0.3 else dice.choice(SEEDS))
    for _ in range(dice.choice((1, 1, 2, 3, 6))):
        dice.choice(_MUTATIONS)(raw, dice)
    return bytes(raw[:MAX_FETCHED_OCTETS])


def _flip(raw: bytearray, dice: random.Random) -> None:
    for _ in range(dice.randrange(1, 5)):
        if raw:
            raw[dice.randrange(len(raw))] = dice.randrange(256)


def _word(raw: bytearray, dice: random.Random) -> None:
    at = dice.randrange(len(raw) + 1)
    raw[at:at] = dice.choice(WORDS) * dice.choice((1, 1, 1, 2, 20))


def _cut(raw: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(raw) + 1)
    del raw[start : start + dice.choice((1, 2, 10, 100, 5000))]


def _double(raw: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(raw) + 1)
    piece = bytes(raw[start : start + dice.choice((1, 10, 80, 400))])
    raw[start:start] = piece * dice.choice((1, 2, 10))


def _line(raw: bytearray, dice: random.Random) -> None:
    lines = raw.split(b"\n")
    at, to = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines.insert(to, lines[at] if dice.random() < 0.5 else lines.pop(at))
    raw[:] = b"\n".join(lines)


def _splice(raw: bytearray, dice: random.Random) -> None:
    other = dice.choice(short_real_mail() or SEEDS)
    raw[dice.randrange(len(raw) + 1) :] = other[dice.randrange(len(other) + 1) :]


def _nest(raw: bytearray, dice: random.Random) -> None:
    depth = dice.choice((2, 10, 30, 120))
    head = b"".join(b"Content-Type: multipart/mixed; boundary=n%d\r\n\r\n--n%d\r\n" % (n, n) for n in range(depth))
    raw[:] = b"From: a@b.example\r\nTo: sales@example.com\r\n" + head + raw


def _many(raw: bytearray, dice: random.Random) -> None:
    name = dice.choice((b"To", b"Received", b"Subject", b"References", b"X-Any", b"From", b"Content-Type"))
    raw[:0] = b"".join(b"%s: <%d@x.example>\r\n" % (name, n) for n in range(dice.choice((3, 40, 400))))


_MUTATIONS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _flip, _flip, _word, _word, _word, _word, _cut, _double, _line, _line, _splice, _nest, _many,
)  # fmt: skip
