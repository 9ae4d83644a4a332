"""Seeded mail for the measurements: what a small business gets, with the headers that servers add, 2 to 3 KB a message at the median.

Half of it asks something for the first time; the rest are replies in such threads, newsletters, automatic answers, notices.
"""

from __future__ import annotations

import base64
import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email.utils import format_datetime

ADDRESS = "sales@example.com"


def _words(text: str) -> list[str]:
    return text.split()


_ENGLISH = _words(
    "could you please tell me whether the item is in stock and what the delivery to our address would cost we are planning "
    "to renew the equipment in our office this summer and would like to have an offer for twelve chairs and four tables the "
    "model we saw in your catalogue last week looked right but the colour should match the existing shelves is there a "
    "discount for larger orders and how long does it take until they arrive thank you very much for your help in advance"
)
_GERMAN = _words(
    "können sie mir bitte mitteilen ob der artikel vorrätig ist und was die lieferung an unsere adresse kosten würde wir "
    "möchten im sommer die einrichtung unseres büros erneuern und hätten gerne ein angebot über zwölf stühle und vier tische "
    "das modell aus ihrem katalog gefiel uns gut aber die farbe sollte zu den vorhandenen regalen passen gibt es einen rabatt "
    "für größere mengen und wie lange dauert es bis zur lieferung vielen dank im voraus für ihre hilfe"
)
_NAMES = _words("Anna Ben Carla David Elif Franz Greta Hugo Ida Jonas Klara Leo Mia Noah Olga Paul Rosa Selim Tina Uwe")
_SURNAMES = _words("Adler Brandt Conrad Dietz Ebert Fuchs Gruber Hahn Ivanov Jansen Kaya Lang Moser Novak Otto Peters")


def made_mail(seed: int, count: int, now: datetime) -> Iterator[bytes]:
    """`count` messages to ADDRESS, each with an id of its own, the same for the same seed; the last came at `now`."""
    writer = _Writer(random.Random(seed), seed)
    for number in range(count):
        yield writer.write(number, now - timedelta(seconds=(count - number) // 10))


class _Writer:
    def __init__(self, choice: random.Random, seed: int) -> None:
        self._choice = choice
        self._seed = seed
        self._asked: list[tuple[str, str, str]] = []  # sender, subject, Message-ID

    def write(self, number: int, at: datetime) -> bytes:
        kinds: list[Callable[[int], tuple[dict[str, str], str, str]]] = [
            self._question, self._reply, self._newsletter, self._automatic, self._notice,
        ]  # fmt: skip
        (kind,) = self._choice.choices(kinds, (55, 20, 12, 6, 7))
        headers, text, sender = kind(number)
        host = sender.rpartition("@")[2].rstrip(">")
        lines = {
            "Return-Path": f"<{sender.rpartition('<')[2].rstrip('>')}>",
            "Received": f"from mx.{host} (mx.{host} [192.0.2.{number % 250}])\r\n\tby mail.example.com (Postfix) with ESMTPS id "
            f"{number:08X}\r\n\tfor <{ADDRESS}>; {format_datetime(at)}",
            "DKIM-Signature": f"v=1; a=rsa-sha256; c=relaxed/relaxed; d={host}; s=mail;\r\n\tbh={self._octets(32)};\r\n\tb="
            f"{self._octets(96)}",
            "From": sender,
            "To": f"Example Sales <{ADDRESS}>",
            "Date": format_datetime(at),
            "Message-ID": f"<{self._id(number)}@{host}>",
            "MIME-Version": "1.0",
            **headers,
        }
        body_headers, body = self._body(text)
        head = "".join(f"{name}: {value}\r\n" for name, value in {**lines, **body_headers}.items())
        return f"{head}\r\n{body}".encode()

    def _id(self, number: int) -> str:
        return f"{self._seed}.{number}.{self._choice.randrange(10**12):012}"

    def _octets(self, count: int) -> str:
        return base64.b64encode(self._choice.randbytes(count)).decode()

    def _sender(self) -> str:
        name, surname = self._choice.choice(_NAMES), self._choice.choice(_SURNAMES)
        return f"{name} {surname} <{name}.{surname}{self._choice.randrange(10**6)}@c{self._choice.randrange(5000)}.example>"

    def _text(self, words: int) -> str:
        source = self._choice.choice((_ENGLISH, _GERMAN))
        found = [self._choice.choice(source) for _ in range(words)]
        sentences = [" ".join(found[n : n + 12]).capitalize() + "." for n in range(0, words, 12)]
        return "\r\n\r\n".join("\r\n".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3))

    def _question(self, number: int) -> tuple[dict[str, str], str, str]:
        sender = self._sender()
        subject = f"Question about order {self._choice.randrange(10**6)}: {self._text(5).rstrip('.')}"
        text = f"Hello,\r\n\r\n{self._text(self._choice.randrange(20, 160))}\r\n\r\nRegards\r\n{sender.partition(' <')[0]}\r\n"
        message_id = f"<question.{self._id(number)}@c.example>"
        self._asked.append((sender, subject, message_id))
        return {"Subject": subject, "Message-ID": message_id}, text, sender

    def _reply(self, number: int) -> tuple[dict[str, str], str, str]:
        """The customer writes again, quoting what came before."""
        if not self._asked:
            return self._question(number)
        sender, subject, message_id = self._choice.choice(self._asked[-400:])
        quoted = "\r\n".join(f"> {line}" for line in self._text(40).splitlines())
        text = f"One more thing: {self._text(20)}\r\n\r\nOn Monday, {sender} wrote:\r\n{quoted}\r\n"
        return {"Subject": f"Re: {subject}", "In-Reply-To": message_id, "References": message_id}, text, sender

    def _newsletter(self, number: int) -> tuple[dict[str, str], str, str]:
        host = f"news{self._choice.randrange(40)}.example"
        headers = {
            "Subject": f"This week: {self._text(6)}",
            "List-Id": f"<weekly.{host}>",
            "List-Unsubscribe": f"<https://{host}/leave/{number}>",
            "Precedence": "bulk",
        }
        return (
            headers,
            f"{self._text(260)}\r\n\r\nUnsubscribe: https://{host}/leave/{number}\r\n",
            f"News <news@{host}>",
        )

    def _automatic(self, number: int) -> tuple[dict[str, str], str, str]:
        headers = {"Subject": "Out of office: your message", "Auto-Submitted": "auto-replied", "X-Autoreply": "yes"}
        return headers, "I am out of the office until Monday and will answer then.\r\n", self._sender()

    def _notice(self, number: int) -> tuple[dict[str, str], str, str]:
        host = f"shop{self._choice.randrange(30)}.example"
        headers = {"Subject": f"Invoice {number} is ready", "Auto-Submitted": "auto-generated"}
        return (
            headers,
            f"Your invoice {number} over {number % 900} EUR is ready.\r\n{self._text(40)}\r\n",
            f"<no-reply@{host}>",
        )

    def _body(self, text: str) -> tuple[dict[str, str], str]:
        shape = self._choice.random()
        if shape < 0.5:
            return {"Content-Type": "text/plain; charset=utf-8", "Content-Transfer-Encoding": "8bit"}, text
        html = "".join(f"<p style='font-family:sans-serif'>{part}</p>" for part in text.split("\r\n\r\n"))
        html = f"<html><head><title>Mail</title></head><body>{html}</body></html>\r\n"
        if shape < 0.6:
            return {"Content-Type": "text/html; charset=utf-8", "Content-Transfer-Encoding": "8bit"}, html
        mark = f"b{self._choice.randrange(10**9)}"
        parts = "".join(
            f"--{mark}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{body}\r\n"
            for kind, body in (("text/plain", text), ("text/html", html))
        )
        return {"Content-Type": f'multipart/alternative; boundary="{mark}"'}, f"{parts}--{mark}--\r\n"
