"""Forged, replayed, expired and quoted commands: none is obeyed, and genuine ones among them all are, or the test could not fail.

Each attack is a genuine answer with one thing wrong. A seed makes the same mails again.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta

import pytest

from tests.samples import alternative, quoted
from tests.worlds import ANNA, BEN, PRIVATE, Answered, reply

AUTOMATIC = (
    {"Auto_Submitted": "auto-replied"},
    {"Auto_Submitted": "auto-generated (vacation)"},
    {"X_Autoreply": "yes"},
    {"X_Autorespond": "yes"},
    {"Precedence": "auto_reply"},
    {"Precedence": "bulk"},
    {"List_Id": "<team.example.com>"},
    {"Return_Path": "<>"},
    {"X_Vacation": "yes"},
    {"Subject": "Automatic reply: 3 inquiries wait for an answer"},
    {"Subject": "Abwesenheitsnotiz: 3 inquiries wait"},
    {"Subject": "Out of office: 3 inquiries wait"},
    {"X_Loop": "sales@example.com"},
    {"Content_Type": "multipart/report; report-type=delivery-status; boundary=b"},
)
SENDERS = (
    f"{ANNA}, Mallory <mallory@evil.example>",
    f"Mallory <mallory@evil.example>, {ANNA}",
    "Mallory <mallory@evil.example>",
    f'"{ANNA}" <mallory@evil.example>',
    f'"Anna <{ANNA}>" <mallory@evil.example>',
    "Anna <anna@examp1e.com>",
    "Anna <anna@example.com.evil.example>",
    "Anna <anna+x@example.net>",
    f"Anna <{BEN}>",
    "Team: anna@example.com, ben@example.com;",
    f"Anna <{ANNA}> <mallory@evil.example>",
    f"<{ANNA}> mallory@evil.example",
    f"Anna <{ANNA}>\r\nFrom: mallory@evil.example",
    f"mallory@evil.example\r\nFrom: Anna <{ANNA}>",
    "",
)
SAYINGS = (
    "{n} not done", "{n} done?", "{n} done {m} snooze fri", "77 done", "0 done", "all done", "done", "I have {n} of them done by friday",
    "{n} snooze whenever", "{n} snooze yesterday", "{n} assign mallory", "{n} assign mallory@evil.example", "{n} erase", "drop table",
    "-{n} done", "{n}.{m} done", "1000 done", "{n} is not an inquiry that is done",
)  # fmt: skip
UNTRUSTED = (
    "", "mx.example.com; dmarc=fail header.from=example.com", "mx.evil.example; dmarc=pass", "mx.example.com; dmarc=none",
    "mx.example.com; spf=pass; dkim=pass", "mx.example.com.evil.example; dmarc=pass", "dmarc=pass", "mx.example.com; auth=fail",
    "mx.example.com; dmarc=pass header.from=evil.example", "mx.example.com; dkim=pass header.d=evil.example",
    "mx.evil.example; x=mx.example.com; dmarc=pass", "mx.example.com; (dmarc=pass) dmarc=fail",
)  # fmt: skip


class Attacks:
    """One attack after another on the digests of one house."""

    def __init__(self, house: Answered, dice: random.Random, trusted: str = "") -> None:
        self.house, self.dice = house, dice
        self.trusted = trusted  # what the trusted server writes of a genuine sender, with its {domain}

    def line(self) -> str:
        n = self.dice.randint(1, 3)
        return self.dice.choice(
            (
                f"{n} done",
                f"done {n}",
                f"{n} not inquiry",
                f"{n} snooze 9d",
                f"{n} assign ben",
                "away until friday",
                "1-3 done",
            )
        )

    def mail(
        self, line: str | None = None, *, by_link: bool | None = None, digest=None, ref: str = "", **changed
    ) -> bytes:
        """A genuine answer: by reply with a quotation, or by a link. What is given is changed in it."""
        digest = digest or self.house.digest()
        line = line or self.line()
        sender = changed.pop("sender", self.dice.choice((f"Anna <{ANNA}>", ANNA, PRIVATE)))
        link = self.dice.random() < 0.5 if by_link is None else by_link
        if link:
            body = f"{line}\n\nRef: {ref or self.house.ref(digest)}\n"
            changed = {"Subject": f"watcher: {line}", "In_Reply_To": "", "References": ""} | changed
        else:
            body = f"{line}\n\n{quoted(self.house.text(digest)).replace(self.house.ref(digest), ref or self.house.ref(digest))}"
        if self.trusted:
            domain = sender.rpartition("@")[2].strip(">")
            changed = {"Authentication_Results": self.trusted.format(domain=domain)} | changed
        return reply(digest, changed.pop("body", body), sender, at=self.house.clock.time, **changed)

    # --- one thing wrong

    def token_bit(self) -> bytes:
        ref = self.house.ref(self.house.digest())
        at = self.dice.randrange(2, len(ref))
        while ref[at] == ".":
            at = self.dice.randrange(2, len(ref))
        letters = (
            "0123456789"
            if ref[at].isdigit() and "." not in ref[at - 1 : at] and 28 < at < 36
            else "abcdefghijklmnopqrstuvwxyz234567"
        )
        other = self.dice.choice([each for each in letters if each != ref[at]])
        return self.mail(by_link=True, ref=ref[:at] + other + ref[at + 1 :])

    def token_longer(self) -> bytes:
        head, name, hours, mac = self.house.ref(self.house.digest()).split(".")
        return self.mail(by_link=True, ref=f"{head}.{name}.{int(hours) + self.dice.randint(1, 99999)}.{mac}")

    def token_cut(self) -> bytes:
        ref = self.house.ref(self.house.digest())
        return self.mail(by_link=True, ref=ref[: self.dice.randint(0, len(ref) - 1)] or "x")

    def id_bit(self) -> bytes:
        known = self.house.digest().message_id
        at = self.dice.randrange(2, 28)
        other = (
            known[:at] + self.dice.choice([each for each in "abcdefghijk234567" if each != known[at]]) + known[at + 1 :]
        )
        return self.mail(by_link=False, ref="none", In_Reply_To=f"<{other}>", References=f"<{other}>")

    def id_missing(self) -> bytes:
        return self.mail(by_link=False, ref="none", In_Reply_To="", References="")

    def somebody_elses(self) -> bytes:
        if self.dice.random() < 0.5:
            return self.mail(digest=self.house.digest(BEN))
        return self.mail(sender=BEN)

    def two_digests(self) -> bytes:
        return self.mail(by_link=False, ref=self.house.ref(self.house.digest(BEN)), body=self._both())

    def _both(self) -> str:
        return f"{self.line()}\n\nRef: {self.house.ref(self.house.digest(BEN))}"

    def quoted_only(self) -> bytes:
        mark = self.dice.choice(("> ", ">", ">> ", "  > ", "> > "))
        top = self.dice.choice(("Thanks!", "On it.", "Hello", ""))
        return self.mail(by_link=False, body=f"{top}\n\n{mark}{self.line()}\n{mark}and more\n")

    def quoted_unmarked(self) -> bytes:
        text = self.house.text(self.house.digest())
        flat = self.dice.choice((text, "\n".join(line.strip(" |>*.") for line in text.splitlines())))
        return self.mail(by_link=False, body=f"Kiitos!\n\nLähettäjä: Watcher\n\n{flat}")

    def outlook_quotation(self) -> bytes:
        body = f"Thanks\n\n________________________________\nFrom: Anna\nSent: Tuesday\nTo: Sales\nSubject: Re: x\n\n{self.line()}\n"
        return self.mail(by_link=False, body=body)

    def after_signature(self) -> bytes:
        return self.mail(by_link=False, body=f"Thanks a lot\n\n-- \n{self.line()}\n")

    def automatic(self) -> bytes:
        return self.mail(**self.dice.choice(AUTOMATIC))

    def sender(self) -> bytes:
        return self.mail(sender=self.dice.choice(SENDERS))

    def forwarded(self) -> bytes:
        subject = self.dice.choice(("Fwd: Re: 3 inquiries wait", "WG: 3 inquiries wait", "Fw: watcher: 1 done"))
        return self.mail(Subject=subject)

    def enclosed(self) -> bytes:
        inner = self.mail()
        head = 'multipart/mixed; boundary="b"'
        body = f"--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: message/rfc822\n\n{inner.decode()}\n--b--\n"
        return self.mail(by_link=False, body=body, Content_Type=head)

    def attached(self) -> bytes:
        body = (
            "--b\nContent-Type: text/plain\n\nSee the file.\n--b\nContent-Type: text/plain\n"
            f"Content-Disposition: attachment; filename=a.txt\n\n{self.line()}\n--b--\n"
        )
        return self.mail(by_link=False, body=body, Content_Type='multipart/mixed; boundary="b"')

    def html_only(self) -> bytes:
        hidden = self.dice.choice(('style="display:none"', 'style="font-size:0"', 'style="color:#fff"', "hidden", ""))
        html = f"<p>Hello</p><div {hidden}>{self.line()}</div>"
        kind, body = alternative(self.dice.choice(("", "Hello", "x")), html)
        return self.mail(by_link=False, body=body, Content_Type=kind)

    def not_understood(self) -> bytes:
        n = self.dice.randint(1, 3)
        return self.mail(self.dice.choice(SAYINGS).format(n=n, m=self.dice.randint(1, 3)))


KINDS = tuple(name for name in vars(Attacks) if not name.startswith("_") and name not in ("line", "mail"))


async def obeyed(house: Answered, raw: bytes) -> bool:
    """Has it changed anything that was there before? A stranger's mail may well be an inquiry of its own."""
    before = house.state()
    await house.deliver(raw)
    after = house.state()
    return any(after[number] != row for number, row in before.items())


async def control(attacks: Attacks) -> int:
    """A genuine command and its undoing, both of which must be obeyed. In words that no attack has used: strangers' mail is in the
    digest by now, and what stands there is not taken for Anna's words."""
    n = attacks.dice.randint(1, 3)
    line = attacks.dice.choice((f"{n} erledigt", f"{n} keine Anfrage", f"snooze {n} 8d"))
    assert await obeyed(attacks.house, attacks.mail(line)), f"a genuine {line!r} was not obeyed"
    assert await obeyed(attacks.house, attacks.mail(f"{n} reopen"))
    return 2


async def _forged(seed: int, rounds: int) -> Counter:
    """Every kind of attack, `rounds` times, with controls between."""
    seen: Counter = Counter()
    dice = random.Random(seed)
    house = Answered()
    await house.open("done", f"{'x' * 70} 2 done", "3 done", "To Ben", ben=1)
    attacks = Attacks(house, dice)
    for n in range(rounds):
        for kind in KINDS:
            raw = getattr(attacks, kind)()
            assert not await obeyed(house, raw), f"seed {seed}, round {n}: {kind} was obeyed\n{raw.decode()[:3000]}"
            seen[kind] += 1
        seen["genuine"] += await control(attacks)
        if n % 20 == 19:
            await house.remind()
    house.store.close()
    return seen


async def _untrusted(seed: int, rounds: int) -> int:
    """The sender forged, seen by a house that trusts its mail server's checks."""
    house = Answered(authserv_id="mx.example.com")
    await house.open("One", "Two", "Three")
    attacks = Attacks(house, random.Random(seed), "mx.example.com; dmarc=pass header.from={domain}")
    for n in range(rounds):
        value = attacks.dice.choice(UNTRUSTED)
        raw = attacks.mail(Authentication_Results=value)
        assert not await obeyed(house, raw), f"seed {seed}, {n}: obeyed with {value!r}"
        if n % 10 == 9:
            await control(attacks)
    house.store.close()
    return rounds


async def _replayed(seed: int, rounds: int) -> int:
    """A genuine command, undone by its person, comes again: as it was, under another id, with other headers, in another order."""
    house = Answered()
    await house.open("One", "Two", "Three")
    attacks = Attacks(house, random.Random(seed))
    for n in range(rounds):
        line = f"{attacks.dice.randint(1, 3)} done"
        raw = attacks.mail(line)
        assert await obeyed(house, raw)
        assert await obeyed(house, attacks.mail(line.replace("done", "reopen")))
        for again in (
            raw,
            raw.replace(b"Message-ID: <", f"Message-ID: <x{n}".encode()),
            b"Received: from evil.example\r\n" + raw.replace(b"Message-ID: <", f"Message-ID: <y{n}".encode()),
            raw.replace(b"Message-ID: <", f"Message-ID: <z{n}".encode()).replace(b"\r\n\r\n", b"\r\n\r\n\r\n", 1),
        ):
            assert not await obeyed(house, again), f"seed {seed}, {n}: a replay was obeyed"
    house.store.close()
    return 4 * rounds


async def _expired(seed: int, rounds: int) -> int:
    """Two weeks later, by reply and by link; and one hour before that, which is good."""
    house = Answered()
    await house.open("One", "Two", "Three")
    attacks = Attacks(house, random.Random(seed))
    digest, start = house.digest(), house.clock.time
    for n in range(rounds):
        house.clock.time = start + timedelta(days=13, hours=20, minutes=n)
        if n % 10 == 0:
            assert await obeyed(house, attacks.mail("1 done", digest=digest))
            assert await obeyed(house, attacks.mail("1 reopen", digest=digest))
        house.clock.time = start + timedelta(days=14, hours=2) + timedelta(days=attacks.dice.randint(0, 400), minutes=n)
        raw = attacks.mail(f"{1 + n % 3} done", digest=digest)
        assert not await obeyed(house, raw), f"seed {seed}, {n}: an old answer was obeyed"
    house.store.close()
    return rounds


async def test_no_forged_answer_is_obeyed_and_every_genuine_one_is():
    seen = await _forged(seed=1, rounds=8)
    assert seen.total() == 8 * (len(KINDS) + 2)
    assert (
        await _untrusted(seed=1, rounds=30) + await _replayed(seed=1, rounds=8) + await _expired(seed=1, rounds=20)
        == 82
    )


@pytest.mark.torture
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("seed", [11, 12])
async def test_thousands_of_forged_answers(seed, capsys):
    forged = await _forged(seed, rounds=100)
    genuine = forged.pop("genuine")
    counts = {
        "forged": forged.total(), "untrusted sender": await _untrusted(seed, 300), "replayed": await _replayed(seed, 75),
        "expired": await _expired(seed, 200),
    }  # fmt: skip
    with capsys.disabled():
        print(
            f"\nseed {seed}: {counts}, {sum(counts.values())} in all, 0 obeyed; {genuine} genuine among the first, all obeyed"
        )
    assert sum(counts.values()) >= 2000
