"""Templates: everything that is wrong is found before one is used, and a template can do nothing but show."""

from __future__ import annotations

import re

import pytest

from tests.samples import TEMPLATE_TEXTS, TEMPLATES
from watcher.core.letters.mime import ComposeError
from watcher.core.letters.template_variables import SAMPLE_VALUES
from watcher.core.letters.templates import InvalidTemplatesError, TemplateSet


def problems_of(**changed: str) -> list[str]:
    files = {name.replace("__", "."): text for name, text in changed.items()}
    with pytest.raises(InvalidTemplatesError) as caught:
        TemplateSet(TEMPLATE_TEXTS, files)
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Hello", "acknowledgement.txt:1: the first line must be the subject: Subject: …"),
        ("Subject: x\n\n{{ promis }}", 'acknowledgement.txt:3: unknown name "promis": did you mean "promise"?'),
        ("Subject: x\n\n{% if %}", "acknowledgement.txt:3: Expected an expression, got 'end of statement block'"),
        ("Subject: x\nLanguage: zz\n\ny", "acknowledgement.txt:1: Language: zz has no words.zz.toml"),
        ("Subject: x\n\n{{ house.__class__ }}", "acknowledgement.txt:1: access to attribute '__class__'"),
    ],
)
def test_a_problem_is_named_with_its_line(text, problem):
    assert problems_of(acknowledgement__txt=text)[0].startswith(problem)


def test_a_template_reaches_nothing_but_its_values():
    for text in ("{{ ''.__class__.__mro__ }}", "{% include '/etc/passwd' %}", "{{ range(9) }}", "{{ subject | safe }}"):
        assert problems_of(acknowledgement__txt=f"Subject: x\n\n{text}")


def test_who_rewrites_a_template_has_it_in_all_languages():
    """The shipped German one beside one's own English text would be another letter."""
    own = TemplateSet(TEMPLATE_TEXTS, {"acknowledgement.txt": "Subject: Mine\n\nMine.\n"})
    assert own.find_for_language("acknowledgement", "de").file == "acknowledgement.txt"
    assert TEMPLATES.find_for_language("acknowledgement", "de").file == "acknowledgement.de.txt"


def test_a_name_nobody_wrote_is_the_standard_acknowledgement():
    assert TEMPLATES.find_for_language("ack-website").file == "acknowledgement.txt"


def test_a_subject_that_comes_out_empty_is_no_letter():
    own = TemplateSet(
        TEMPLATE_TEXTS, {"acknowledgement.txt": "Subject: {{ subject or 'x' }}\n\n{{ promise or 'y' }}\n"}
    )
    values = SAMPLE_VALUES["acknowledgement"][0] | {"subject": " "}
    with pytest.raises(ComposeError, match="must give a subject"):
        own.render_subject_and_text(own.find_for_language("acknowledgement"), values)


def test_what_ships_is_well():
    """A start does not try it out."""
    assert TemplateSet(TEMPLATE_TEXTS, tried=TEMPLATE_TEXTS).find_problems() == []


def test_what_was_tried_is_compiled_when_it_is_needed_and_what_the_user_wrote_at_once():
    broken = TEMPLATE_TEXTS | {"digest.html": "{% if %}"}
    lazy = TemplateSet(broken, tried=broken)
    assert lazy.languages[0] == "en"
    assert lazy.words_for_language("de").language == "de"
    assert lazy.words_for_language("xx").language == "en"
    with pytest.raises(ComposeError):
        lazy.render(lazy.find_for_language("digest", suffix="html"), {})
    assert [file for file, _, _ in lazy.find_problems()] == ["digest.html"]
    with pytest.raises(InvalidTemplatesError):
        TemplateSet(TEMPLATE_TEXTS, {"digest.html": "{% if %}"}, tried=TEMPLATE_TEXTS)
    copied = {name: text.replace("\n", "\r\n") for name, text in broken.items()}
    assert TemplateSet(broken, copied, tried=broken).find_problems(), "a copy of what ships is what ships"


def wrap(text: str, width: int) -> list[str]:
    """As `| lines(width)` does it."""
    template = f"Subject: x\n\nHello {{% for line in subject | lines({width}) %}}[{{{{ line }}}}]{{% endfor %}}\n"
    own = TemplateSet(TEMPLATE_TEXTS, {"acknowledgement.txt": template})
    values = SAMPLE_VALUES["acknowledgement"][0] | {"subject": text}
    _, said = own.render_subject_and_text(own.find_for_language("acknowledgement"), values)
    return re.findall(r"\[(.*?)\]", said)


def test_no_line_begins_with_a_mark_that_french_sets_apart():
    lines = wrap("Combien coûte un toit neuf pour une petite grange ?  Répondez « oui »\n: merci", 47)
    assert lines == ["Combien coûte un toit neuf pour une petite", "grange ? Répondez « oui » : merci"]
    assert wrap("aaaa «\u00a0bb\u00a0» cc", 8) == ["aaaa", "«\u00a0bb\u00a0»", "cc"]


def test_of_nothing_there_is_no_line():
    assert wrap(" \n ", 8) == []
