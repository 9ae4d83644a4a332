"""service/alert_roads.py: a mail by the first server that takes it, a push; and a reason where nobody does."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from email import message_from_bytes
from zoneinfo import ZoneInfo

import pytest

from tests.office import AnsweringClient
from tests.samples import MONDAY, TEMPLATES
from tests.servers.endpoint import Endpoint
from tests.servers.real import free_port
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.message.model import Address
from watcher.core.outbox.model import Accepted, Refused, SmtpPhase, Unknown, Unreachable
from watcher.edge.credentials import SecretError
from watcher.edge.smtp import SmtpAccount, SmtpClient
from watcher.service.alert_roads import AlertMessage, MailRoad, PushRoad

MESSAGE = AlertMessage((Incident(IncidentKind.DISK_FULL, "", MONDAY, "3 MiB are left"),), False, MONDAY)
UTC = ZoneInfo("UTC")
ENGLISH, GERMAN = map(TEMPLATES.words_for_language, ("en", "de"))


def road(*servers: SmtpClient, language: str = "") -> MailRoad:
    sender, boss = Address("watcher@example.net"), Address("boss@example.net")
    return MailRoad(sender, boss, servers, TEMPLATES, b"k" * 32, zone=UTC, language=language)


REFUSED = Refused(535, "5.7.8 no", permanent=True, phase=SmtpPhase.LOGIN)


async def test_a_server_that_takes_it():
    server = AnsweringClient(Accepted(250, "ok"))
    assert await road(server).send(MESSAGE) == ""
    (letter,) = server.letters
    mail = message_from_bytes(letter.data)
    assert (letter.sender, letter.recipient) == ("watcher@example.net", "boss@example.net")
    assert mail["Subject"] == "Watcher: The disk is full"
    assert mail["Auto-Submitted"] == "auto-generated"


async def test_the_next_server_is_asked_when_the_first_does_not_take_it():
    second = AnsweringClient(Accepted(250, "ok"))
    assert await road(AnsweringClient(REFUSED), second).send(MESSAGE) == ""
    assert len(second.letters) == 1


@pytest.mark.parametrize(
    ("outcome", "problem"),
    [
        (REFUSED, "535 5.7.8 no"),
        (Unreachable("no answer in time"), "no answer in time"),
        (SecretError("env X: the variable is not set"), "env X: the variable is not set"),
    ],
)
async def test_nobody_takes_it(outcome, problem):
    assert await road(AnsweringClient(outcome)).send(MESSAGE) == problem


async def test_one_that_may_have_left_is_repeated_once_and_is_the_same_letter():
    server = AnsweringClient(Unknown("reset"), Unknown("reset"))
    mail = road(server)
    assert await mail.send(MESSAGE) == "it may have left: reset"
    assert await mail.send(MESSAGE) == ""
    assert server.letters[0].message_id == server.letters[1].message_id


async def test_a_server_of_flesh_and_blood_that_is_not_there():
    client = SmtpClient(SmtpAccount("127.0.0.1", free_port(), tls="off", timeout=5))
    assert await road(client).send(MESSAGE)


async def test_it_is_written_in_its_readers_language():
    server = AnsweringClient(Accepted(250, "ok"))
    await road(server, language="de").send(AlertMessage(MESSAGE.incidents, True, MONDAY))
    assert message_from_bytes(server.letters[0].data)["Subject"].startswith("Watcher: Wieder in Ordnung")


@pytest.fixture
def executor():
    with ThreadPoolExecutor(1) as made:
        yield made


async def test_a_push_has_the_same_words(executor):
    with Endpoint() as hook:
        push = PushRoad(1, lambda: hook.url, ENGLISH, UTC, executor)
        assert await push.send(MESSAGE) == ""
    said = json.loads(hook.calls[0].body)
    assert said["title"] == "Watcher: The disk is full"
    assert said["incidents"] == [
        {"kind": "disk-full", "subject": "", "since": MONDAY.isoformat(), "text": "3 MiB are left"}
    ]


async def test_a_push_speaks_the_language_it_was_given(executor):
    with Endpoint() as hook:
        assert await PushRoad(1, lambda: hook.url, GERMAN, UTC, executor).send(MESSAGE) == ""
    assert json.loads(hook.calls[0].body)["title"] == "Watcher: Die Festplatte ist voll"


async def test_a_push_that_is_not_taken_says_why_and_names_no_address(executor):
    with Endpoint(status=500) as hook:
        push = PushRoad(2, lambda: f"{hook.url}/secret", ENGLISH, UTC, executor)
        problem = await push.send(MESSAGE)
    assert problem.startswith("http: the server answered 500") and "secret" not in problem
    assert push.name == "push 2"


async def test_a_target_that_cannot_be_looked_up_is_no_crash(executor):
    def read() -> str:
        raise SecretError("env PUSH_URL: the variable is not set")

    assert await PushRoad(1, read, ENGLISH, UTC, executor).send(MESSAGE) == "env PUSH_URL: the variable is not set"
