"""Times and orders as people write them."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.core.commands.parse import ParsedLine, UnparsedLine, parse_future_time, parse_lines
from watcher.core.commands.vocabulary import VERB_PHRASES

BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)  # 11:00 in Berlin


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("2h", "2026-11-24 13:00"),
        ("30 min", "2026-11-24 11:30"),
        ("2d", "2026-11-26 11:00"),
        ("1w", "2026-12-01 11:00"),
        ("tomorrow", "2026-11-25 09:00"),
        ("tomorrow 14", "2026-11-25 14:00"),
        ("today 16:30", "2026-11-24 16:30"),
        ("fri", "2026-11-27 09:00"),
        ("Friday 8:15", "2026-11-27 08:15"),
        ("next friday", "2026-11-27 09:00"),
        ("tue", "2026-12-01 09:00"),
        ("next week", "2026-11-30 09:00"),
        ("next month", "2026-12-01 09:00"),
        ("2026-12-24", "2026-12-24 09:00"),
        ("2026-12-24 15:00", "2026-12-24 15:00"),
    ],
)
def test_a_time_as_people_write_it(text, local):
    assert f"{parse_future_time(text, TUESDAY, BERLIN).astimezone(BERLIN):%Y-%m-%d %H:%M}" == local


@pytest.mark.parametrize("text", ["", "soon", "2x", "t", "tomorrow 25", "2026-13-01", "friday at noon", "-2d"])
def test_what_is_not_understood_is_said_so(text):
    with pytest.raises(ValueError, match=r"unclear_(time|clock)"):
        parse_future_time(text, TUESDAY, BERLIN)


@pytest.mark.parametrize("text", ["2020-01-01", "today 8"])
def test_the_past_is_refused(text):
    with pytest.raises(ValueError, match="unclear_over"):
        parse_future_time(text, TUESDAY, BERLIN)


@given(st.text(max_size=40))
def test_any_words_give_a_time_to_come_or_a_reason(text):
    try:
        assert parse_future_time(text, TUESDAY, BERLIN) > TUESDAY
    except ValueError as error:
        assert str(error)


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("until friday", "2026-11-27 09:00"),
        ("bis Freitag", "2026-11-27 09:00"),
        ("morgen früh", "2026-11-25 09:00"),
        ("morgen um 14 Uhr", "2026-11-25 14:00"),
        ("nächste Woche", "2026-11-30 09:00"),
        ("Montag 14:30", "2026-11-30 14:30"),
        ("vendredi", "2026-11-27 09:00"),
        ("demain à 9h", "2026-11-25 09:00"),
        ("la semaine prochaine", "2026-11-30 09:00"),
        ("mañana", "2026-11-25 09:00"),
        ("el miércoles 10:00", "2026-11-25 10:00"),
        ("domani", "2026-11-25 09:00"),
        ("venerdì alle 11", "2026-11-27 11:00"),
        ("amanhã", "2026-11-25 09:00"),
        ("sexta-feira", "2026-11-27 09:00"),
        ("woensdag", "2026-11-25 09:00"),
        ("for 2 weeks", "2026-12-08 11:00"),
        ("in 3 days", "2026-11-27 11:00"),
        ("3 Tage", "2026-11-27 11:00"),
        ("24.12.", "2026-12-24 09:00"),
        ("1.2.", "2027-02-01 09:00"),
        ("24.12.2027 15:00", "2027-12-24 15:00"),
        ("14:30", "2026-11-24 14:30"),
        ("8:30", "2026-11-25 08:30"),
        ("tomorrow 2pm", "2026-11-25 14:00"),
    ],
)
def test_a_time_in_the_words_of_seven_languages(text, local):
    assert f"{parse_future_time(text, TUESDAY, BERLIN).astimezone(BERLIN):%Y-%m-%d %H:%M}" == local


def test_a_day_without_a_time_means_the_persons_morning():
    when = parse_future_time("fri", TUESDAY, BERLIN, time(7, 30))
    assert f"{when.astimezone(BERLIN):%H:%M}" == "07:30"


@pytest.mark.parametrize(
    ("line", "verb", "numbers", "argument"),
    [
        ("3 done", "done", (3,), ""),
        ("DONE 3 5", "done", (3, 5), ""),
        ("3, 5 and 7 done.", "done", (3, 5, 7), ""),
        ("3-5 done", "done", (3, 4, 5), ""),
        ("- #3: done!", "done", (3,), ""),
        ("104711 done", "done", (104711,), ""),
        ("snooze 1041 2 days", "snooze", (1041,), "2 days"),
        ("1041-1043 done", "done", (1041, 1042, 1043), ""),
        ("please 3 done, thanks", "done", (3,), ""),
        ("3 erledigt", "done", (3,), ""),
        ("5 snooze fri", "snooze", (5,), "fri"),
        ("snooze 5 tomorrow 9", "snooze", (5,), "tomorrow 9"),
        ("snooze 5 2 days", "snooze", (5,), "2 days"),
        ("5 später bis Montag 14:30", "snooze", (5,), "bis montag 14:30"),
        ("4 plus tard demain", "snooze", (4,), "demain"),
        ("7 not inquiry", "dismiss", (7,), ""),
        ("7 not an inquiry", "dismiss", (7,), ""),
        ("7 keine Anfrage", "dismiss", (7,), ""),
        ("7 no es consulta", "dismiss", (7,), ""),
        ("7 não é pedido", "dismiss", (7,), ""),
        ("8 assign ben", "assign", (8,), "ben"),
        ("assign 8 to Ben", "assign", (8,), "ben"),
        ("9 reopen", "reopen", (9,), ""),
        ("away until monday", "away", (), "until monday"),
        ("abwesend bis 24.12.", "away", (), "bis 24.12"),
        ("Back!", "back", (), ""),
        ("ich bin wieder da", None, (), ""),
        ("“41 done”", "done", (41,), ""),
        ('"41 snooze friday",', "snooze", (41,), "friday"),
        ("- „41 erledigt“.", "done", (41,), ""),
        ("« 41 plus tard vendredi »", "snooze", (41,), "vendredi"),
        ("«absent jusqu'à lundi»", "away", (), "jusqu'a lundi"),
    ],
)
def test_an_order_as_people_write_it(line, verb, numbers, argument):
    found = parse_lines([line])
    assert found == ((ParsedLine(line, verb, numbers, argument),) if verb else ())


@pytest.mark.parametrize(
    "line",
    ["3 not done", "3 done?", "3 done 5 snooze fri", "3 done 5", "snooze 5", "done", "assign 8", "5 snooze", "3 bananas", "3 5",
     "is 3 done", "3 almost done", "undo the 3 done", "3 done by ben", "away", "back to 3", "12 Main Street",
     "1-999999999 done"],
)  # fmt: skip
def test_what_is_nearly_an_order_is_none_and_says_what_would_be(line):
    (found,) = parse_lines([line])
    assert isinstance(found, UnparsedLine)
    assert found.why.name in ("unclear", "unclear_no_command", "unclear_question", "unclear_two")


@pytest.mark.parametrize(
    "line",
    ["Hi Anna,", "Thanks, that is all done now and closed", "I'll be back later, and away from my desk", "Tel. 089 123456", "", "...",
     "All done!", "x" * 500, '"I am done"', '"41 done", "42 done"', 'such as "41 done"'],
)  # fmt: skip
def test_prose_is_let_be(line):
    assert parse_lines([line]) == ()


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("R12 inquiry", (12,)),
        ("12 inquiry", (12,)),
        ("#r3, R4 and 5 inquiry, please", (3, 4, 5)),
        ("R1234 ist eine Anfrage", (1234,)),
        ("R7 é um pedido", (7,)),
    ],
)
def test_what_was_set_aside_is_an_inquiry(line, numbers):
    (found,) = parse_lines([line])
    assert (found.verb, found.numbers) == ("promote", numbers)


@pytest.mark.parametrize("line", ["R12 done", "R12 not inquiry", "dismiss R12", "R12 inquiry?"])
def test_nothing_else_can_be_said_of_what_was_set_aside(line):
    assert not any(isinstance(found, ParsedLine) for found in parse_lines([line]))


@given(st.sampled_from(VERB_PHRASES["dismiss"]), st.sampled_from(["", "r"]), st.integers(1, 99))
def test_what_is_no_inquiry_is_never_made_one(phrase, mark, number):
    for line in (f"{mark}{number} {phrase}", f"{phrase} {mark}{number}", f"{mark}{number}, {number} {phrase}"):
        assert not any(isinstance(found, ParsedLine) and found.verb == "promote" for found in parse_lines([line])), line


@given(st.text(max_size=300))
def test_any_lines_give_orders_or_reasons(text):
    for found in parse_lines(text.splitlines()):
        assert found.why if isinstance(found, UnparsedLine) else found.verb
        if isinstance(found, ParsedLine):
            assert all(1 <= len(str(number)) <= (9 if found.verb == "promote" else 3) for number in found.numbers)


@given(st.sampled_from([phrase for phrases in VERB_PHRASES.values() for phrase in phrases]), st.integers(1, 99))
def test_no_verb_is_done_when_it_is_denied_or_asked(phrase, number):
    for line in (
        f"{number} {phrase}?",
        f"{number} never {phrase}",
        f"don't {phrase} {number}",
        f"{number} {phrase} or not",
    ):
        assert not any(
            isinstance(each, ParsedLine) and each.verb not in ("snooze", "assign") for each in parse_lines([line])
        ), line
