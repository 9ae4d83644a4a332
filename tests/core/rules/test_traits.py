"""core/rules/traits.py, core/rules/phrases.py: the signs a rule can ask for, and the words by which machines give themselves away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import RULES, facts
from watcher.core.message.model import Address, Facts
from watcher.core.rules import circulars, offers, phrases, traits
from watcher.core.rules.context import RuleContext

HOLDS = [
    ("attachment", {"attachments": ("plan.pdf",)}),
    ("html-only", {"from_html": True}),
    ("thread", {"references": ("a@b",)}),
    ("page-layout", {"layout": ("page-layout",)}),
    ("button", {"layout": ("button",)}),
    ("links-at-foot", {"layout": ("links-at-foot",)}),
    ("question", {"text": "御社の手ぬぐいの卸価格を教えていただけますか。"}),
    ("question", {"text": "견적을 받을 수 있을까요. 감사합니다."}),
    ("question", {"text": "请问还有货吗。"}),
    ("open-pixel", {"layout": ("hidden-preview", "open-pixel")}),
    ("many-links", {"links": 8}),
    (
        "answers-itself",
        {"in_reply_to": ("seq2.77@mail.customer.example",), "references": ("seq1.77@customer.example",)},
    ),
    (
        "answers-itself",
        {"message_id": "CAJx3@mail.gmail.com", "references": ("CAJx1@mail.gmail.com", "CAJx2@mail.gmail.com")},
    ),
    ("link-heavy", {"links": 4, "text": "buy"}),
    ("no-recipient", {"to": (), "cc": ()}),
    ("no-recipient", {"to": (Address("undisclosed-recipients@x.example"),), "cc": ()}),
    ("nameless", {"from_": (Address("carol@customer.example"),)}),
    ("numbered-sender", {"from_": (Address("carol1982@customer.example"),)}),
    ("shouting", {"subject": "BUY OUR SHOES now"}),
    ("foreign-message-id", {"message_id": "1@other.example"}),
    ("foreign-return-path", {"return_path": "b@other.example"}),
    ("bounce-address", {"return_path": "bounce-7@customer.example"}),
    ("brief", {"text": "What does it cost?"}),
    ("long", {"text": "word " * 1300}),
    (
        "question-on-top",
        {"text": "Guten Tag,\n\ngibt es das in Eiche?\n\nDies ist eine automatisch erstellte Nachricht."},
    ),
]
FAILS = [
    ("button", {"layout": ("open-pixel",)}),
    ("question", {"text": "商品かばんが届きました。確かに受け取りました。"}),
    ("foreign-message-id", {"message_id": "1@mail.gmail.com"}),  # a provider that keeps other people's mailboxes
    ("foreign-message-id", {"message_id": "1@mx.customer.example"}),
    ("bounce-address", {"return_path": "prvs=0123456789=carol@customer.example"}),
    ("brief", {"text": "See https://x.example"}),
    ("no-recipient", {}),
    ("answers-itself", {}),
    ("answers-itself", {"in_reply_to": ("2@customer.example",), "references": ("1@example.com",)}),
    ("answers-itself", {"in_reply_to": ("2@gmail.com",), "from_": (Address("carol@gmail.com"),)}),
    ("answers-itself", {"message_id": "CAJx3@mail.gmail.com", "references": ("1@example.com", "CAJx2@mail.gmail.com")}),
    ("answers-itself", {"message_id": "3@relay.example", "references": ("1@relay.example",)}),
    ("question-on-top", {"text": "Our offers.\n\nShelves.\n\nQuestions? Call us."}),
    ("question-on-top", {"text": "Tired of old shelves?", "links": 3}),
    ("shouting", {"subject": "DIN A4"}),
]


@pytest.mark.parametrize(("trait", "changed"), HOLDS)
def test_a_message_has_a_trait(trait, changed):
    assert traits.TRAITS[trait](facts(**changed))


@pytest.mark.parametrize(("trait", "changed"), FAILS)
def test_a_message_has_not_a_trait(trait, changed):
    assert not traits.TRAITS[trait](facts(**changed))


@given(st.text(alphabet="AbCDeFGh !\u00c4\u00df\u0130", max_size=20))
def test_shouting_is_a_matter_of_letters(text):
    letters = sum(map(str.isalpha, text))
    assert traits.is_mostly_capitals(text) == (letters >= 8 and sum(map(str.isupper, text)) > 0.6 * letters)


@pytest.mark.parametrize("prefix", phrases.AUTO_SUBJECT_PREFIXES)
def test_every_prefix_of_an_automatic_reply_is_found_as_it_is_compared(prefix):
    assert prefix == prefix.casefold()
    assert phrases.AUTO_SUBJECT_START.match(prefix + " x")


def test_a_gearbox_is_no_automatic_reply():
    assert not phrases.AUTO_SUBJECT_START.match("automatic gearbox: what does it cost?")


@pytest.mark.parametrize(
    "local", ["noreply", "no-reply", "do_not_reply", "shop-noreply", "ne-pas-repondre", "nichtantworten"]
)
def test_a_no_reply_address_says_so(local):
    assert phrases.NOREPLY_LOCAL_PART_PATTERN.search(local)


@pytest.mark.parametrize("local", ["norep", "reply", "casino-reply-team", "replyto"])
def test_other_addresses_do_not(local):
    assert not phrases.NOREPLY_LOCAL_PART_PATTERN.search(local)


# --- traits that are looked for when a rule asks

LETTER_TRAITS = {*circulars.TRAITS, *offers.TRAITS, "greets-many", "greets-everybody"}


def test_a_trait_is_either_known_at_once_or_looked_for_when_asked():
    assert set(traits.TRAITS).isdisjoint(traits.LAZY_TRAITS)
    assert set(traits.LAZY_TRAITS) > LETTER_TRAITS


@pytest.mark.parametrize("trait", traits.LAZY_TRAITS)
def test_every_lazy_trait_can_be_asked_for(trait):
    context = RuleContext(facts(text="Dear members, may we call you?"), ())
    assert context.has_lazy_trait(trait) is context.of_own_words.has_lazy_trait(trait)
    assert [*context.known_lazy_traits] == [trait]


def ask_all_rules(message: Facts) -> set[str]:
    """The traits of letters that are looked for where every shipped rule that may hold is weighed."""
    context = RuleContext(message, (), RULES.literal_index.find_literals)
    for rule in RULES.candidate_rules(context):
        if rule.condition.holds(context):
            rule.matching_signs(context)
    return LETTER_TRAITS & context.known_lazy_traits.keys()


def test_a_reply_pays_for_no_sign_of_letters_to_many():
    """No rule that asks for them says anything of a thread."""
    text = "Dear members, you are invited on 3 May at 10:00. May we call you for 15 minutes? 20 % off on Google."
    assert {"greets-many", "asks-for-leave", "price", "showplace"} <= ask_all_rules(facts(text=text))
    assert ask_all_rules(facts(text=text, references=("a@b",))) == set()


def test_what_counts_beside_another_sign_alone_is_looked_for_behind_it():
    """A website and a day are in many letters: nobody looks for them in one that offers nothing."""
    asked = ask_all_rules(facts(text="The forty chairs cost 500 EUR."))
    assert {"showplace", "programme"}.isdisjoint(asked)


def test_a_reply_pays_for_no_words_of_absence():
    """The rule that asks for them says nothing of a thread, which costs less to know."""

    def ask_all_in_turn(message: Facts) -> set[str]:
        context = RuleContext(message, (), RULES.literal_index.find_literals)
        for rule in RULES.candidate_rules(context):
            rule.can_speak(context)
        return {"tells-of-absence", "day-of-month"} & context.known_lazy_traits.keys()

    text = "On holiday until Monday, Petra helps."
    assert "tells-of-absence" in ask_all_in_turn(facts(text=text))
    assert ask_all_in_turn(facts(text=text, references=("a@b",))) == set()
