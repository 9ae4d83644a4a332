"""core/letters/glance.py: what is for a glance takes a line each, and many of one kind share one."""

from __future__ import annotations

from email import message_from_bytes, policy

import pytest

from tests.pictures import CALENDAR, CASES
from tests.samples import RULES, TEMPLATES
from watcher.core.inquiry import old_mail
from watcher.core.letters.digest import Coverage, DigestContent, build_digest
from watcher.core.letters.glance import MAX_LINES, MAX_UNGROUPED, Glance, glance_variables, group_glances
from watcher.core.letters.links import DigestLinks
from watcher.core.rules.model import Attention

WORDS = TEMPLATES.words_for_language("en")


def glances(count: int, sender: str = "", why: str = "") -> list[Glance]:
    return [
        Glance(n, sender or f"s{n}@shop.example", f"Subject {n}", why or f"reason {n}") for n in range(1, count + 1)
    ]


def numbers(found: list[Glance]) -> list[list[int]]:
    return [[glance.number for glance in line.glances] for line in group_glances(found)]


@pytest.mark.parametrize("alike", [{"sender": "news@shop.example"}, {"why": "no person's words"}])
def test_more_than_five_of_a_sender_or_for_a_reason_share_a_line(alike):
    assert numbers(glances(MAX_UNGROUPED, **alike)) == [[1], [2], [3], [4], [5]]
    assert numbers(glances(MAX_UNGROUPED + 1, **alike)) == [[1, 2, 3, 4, 5, 6]]


def test_what_one_rule_sets_aside_shares_a_line_whatever_its_points_are():
    several = [
        Glance(n, f"s{n}@shop.example", "Offer", f"many signs: {n} points, where 5 are needed", "cold-letter")
        for n in range(1, 8)
    ]
    assert numbers(several) == [[1, 2, 3, 4, 5, 6, 7]]
    (line,) = glance_variables(several, DigestLinks("sales@example.com", "ref", WORDS))["glances"]
    assert (line["who"], line["why"]) == ("", "many signs: 1 points, where 5 are needed")


def test_old_mail_that_appeared_in_a_folder_is_one_line_however_little_it_is():
    why = old_mail.describe_old_mail("INBOX")
    few = [Glance(n, "carol@customer.example", "Old", why) for n in range(1, 4)]
    assert sorted(numbers([*few, *glances(1)])) == [[1], [1, 2, 3]]
    (line,) = glance_variables(few, DigestLinks("sales@example.com", "ref", WORDS))["glances"]
    assert (line["numbers"], line["who"], line["why"]) == ("R1, R2, R3", "", why)


def test_what_has_no_room_is_counted():
    values = glance_variables(glances(MAX_LINES + 4), DigestLinks("sales@example.com", "ref", WORDS))
    assert [line["numbers"] for line in values["glances"]] == [f"R{n}" for n in range(1, MAX_LINES + 1)]
    assert values["glances_more"] == 4


def test_a_shared_line_has_no_button_and_one_of_its_own_has():
    shared = glance_variables(glances(6, sender="news@shop.example"), DigestLinks("sales@example.com", "ref", WORDS))[
        "glances"
    ]
    (alone,) = glance_variables(glances(1), DigestLinks("sales@example.com", "ref", WORDS))["glances"]
    assert [(line["subject"], line["why"], line["actions"]) for line in shared] == [("6 messages", "", [])]
    assert "R1%20inquiry" in alone["actions"][0]["href"]


@pytest.mark.parametrize("language", TEMPLATES.languages)
def test_the_digest_shows_them_as_text_and_as_a_page(head, language):
    hostile = Glance(99, "<b>x</b>@shop.example", "Look\u202e https://evil.example/<i>", "no person's words")
    coverage = Coverage(1, 1, 0, None, [])
    head = type(head)(head.sender, head.recipient, head.letter_key, head.signing_key, head.now, language)
    content = DigestContent("anna", CASES, coverage, CALENDAR, None, glances=[*glances(2), hostile])
    message = message_from_bytes(build_digest(TEMPLATES, head, content).letter.data, policy=policy.default)
    text, page = (message.get_body((kind,)).get_content() for kind in ("plain", "html"))
    say = TEMPLATES.words_for_language(language).say
    assert say("glance_head") in text and say("act_promote") in page
    assert (
        "R1 s1@shop.example: Subject 1 (reason 1)" in text
        and f'"{say("command_promote", number="R1")}"' in " ".join(text.split())
    )
    assert "<b>x" not in page and "<i>" not in page and "\u202e" not in text
    assert max(map(len, text.partition("\n-- \n")[0].splitlines())) <= 80


def test_a_digest_without_any_has_no_such_part(head):
    content = DigestContent("anna", CASES, Coverage(1, 1, 0, None, []), CALENDAR, None)
    assert b"glance" not in build_digest(TEMPLATES, head, content).letter.data.partition(b"</style>")[2]


#: Doubts of the table, as `rules` words them, with all the codes of such a message.
DOUBTS = {
    "says that its writer is away, and no more": ("bulk", "auto-text"),
    "a receipt: somebody has what was sent to them": ("notice", "noreply-destination"),
    "nobody@shop.example takes no replies": ("not-addressed", "noreply-destination"),
    "Auto-Submitted: auto-generated": ("null-sender", "auto-submitted"),
    "subject 'Auto: away'": ("auto-subject",),
    "a calendar REQUEST (RFC 6047)": ("calendar",),
    "no sender at all": ("daemon-sender", "too-malformed"),
    "the subject of an abuse report": ("feedback-report",),
    "x-cron-env: <SHELL=/bin/sh>": ("vendor-auto",),
    "c@example.com is of your own domain and nobody of [people]: a colleague?": ("own-address",),
    "a person said of 3, 4, 5, of the same sender, that they are no inquiries (mail from outside)": (),
    "old mail that appeared in Post/2023": (),
}
OTHER_LANGUAGES = sorted(set(TEMPLATES.languages) - {"en"})


def spoken(language: str, why: str, rule: str = "", codes: tuple[str, ...] = ()) -> str:
    told = Glance(1, "a@b.example", "Offer", why, rule, codes)
    (line,) = glance_variables([told], DigestLinks("sales@example.com", "ref", TEMPLATES.words_for_language(language)))[
        "glances"
    ]
    return str(line["why"])


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
@pytest.mark.parametrize("why", DOUBTS)
def test_every_language_says_why_by_the_table(language, why):
    said = spoken(language, why, codes=DOUBTS[why])
    assert said not in ("", why) and said != spoken("en", why, codes=DOUBTS[why])
    assert said.isprintable() and len(said) <= 100
    assert ("Post/2023" in said) == ("Post/2023" in why)


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_every_language_says_why_by_each_rule_that_ships(language):
    for rule in RULES.rules:
        if rule.attention is Attention.REVIEW:
            for why in (
                f"{rule.why}: 2.5 points, where 2 are needed: a sign (1)",
                f"a machine passes on what x wrote, which {rule.why}: …",
            ):
                assert rule.why not in spoken(language, why, rule.name, ("doubtful",)), rule.name


def test_the_words_of_an_owners_rule_are_the_owners():
    assert spoken("de", "kommt vom Drucker", "our printer", ("notice",)) == "kommt vom Drucker"
    assert spoken("en", "kommt vom Drucker", "our printer", ("notice",)) == "kommt vom Drucker"


def test_what_no_file_has_a_word_for_is_said_in_english():
    assert spoken("de", "a new reason", codes=("own-message", "of-tomorrow")) == "a new reason"


@pytest.mark.parametrize("language", TEMPLATES.languages)
def test_that_a_writer_may_be_away_is_said_in_the_readers_language_whatever_else_applies(language):
    words = TEMPLATES.words_for_language(language)
    why = "wants nothing of us: its writer may be away"
    glance = Glance(1, "c@customer.example", "Re: Offer", why, codes=("null-sender", "maybe-away"))
    (line,) = glance_variables([glance], DigestLinks("sales@example.com", "ref", words))["glances"]
    assert (line["why"] == why) is (language == "en")
