"""config/load.py: the file, its rules and its templates."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.config.conftest import LEAST, load, problems
from watcher.config import load as configuration
from watcher.config.load import ConfigError
from watcher.core.letters.template_variables import SAMPLE_VALUES


@pytest.mark.parametrize(
    "text", ["", "x", "[people.anna", "\x00", 'a = "\\x"', "[[mailbox]]\n" * 3, "mailbox = 1", "people = []"]
)
def test_no_traceback_whatever_is_in_the_file(tmp_path, text):
    assert problems(tmp_path, text)


def test_a_file_that_is_not_text_and_one_that_is_not_there(tmp_path, monkeypatch):
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="cannot be read"):
        configuration.load_config(tmp_path / "config.toml")
    with pytest.raises(ConfigError, match="watcher init"):
        configuration.find_config_file(str(tmp_path / "absent.toml"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_file_is_read_as_an_editor_saved_it(tmp_path, encoding):
    text = LEAST.replace('"sales@example.com"', '"Büro <sales@example.com>"', 1).replace("\n", "\r\n")
    (tmp_path / "config.toml").write_bytes(text.encode(encoding))
    (tmp_path / "rules.toml").write_bytes(
        '[[rule]]\nname = "é"\nkind = "other"\nmatch.subject = "é"\n'.encode(encoding)
    )
    assert configuration.load_config(tmp_path / "config.toml").mailbox[0].address.name == "Büro"
    (rule,) = configuration.compile_rule_files([tmp_path / "rules.toml"]).rules
    assert rule.name == "é"


def test_latin_1_is_refused_with_its_line_and_how_to_save_it(tmp_path):
    text = LEAST.replace('"sales@example.com"', '"Büro <sales@example.com>"', 1)
    (tmp_path / "config.toml").write_bytes(text.encode("latin-1"))
    with pytest.raises(ConfigError) as caught:
        configuration.load_config(tmp_path / "config.toml")
    assert str(caught.value).startswith("config.toml:5: not UTF-8 text"), caught.value
    assert "Büro" in str(caught.value) and f"iconv -f WINDOWS-1252 -t UTF-8 {tmp_path}/config.toml" in str(caught.value)
    subprocess.run(["sh", "-c", str(caught.value).partition("or run: ")[2]], check=True)
    assert configuration.load_config(tmp_path / "config.toml").mailbox[0].address.name == "Büro"
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "acknowledgement.txt").write_bytes(b"Subject: hi\n\nGr\xfc\xdfe\n")
    (tmp_path / "rules.toml").write_bytes(b'[[rule]]\nname = "\xe9"\n')
    found = problems(tmp_path, f'[watcher]\nrules = ["rules.toml"]\ntemplates = "templates"\n{LEAST}')
    assert [line.partition(" not UTF-8")[0] for line in found] == ["rules.toml:2:", "templates/acknowledgement.txt:3:"]


def test_rules_and_templates_are_checked_with_it(tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "10.toml").write_text(
        '[[rule]]\nname = "a"\nmatch.subject = "x"\nkind = "inquiry"\nowner = "bne"\nladder = "ht"\ntemplate = "ack-web"\n'
    )
    (tmp_path / "rules" / "20.toml").write_text('[[rule]]\nname = "b"\nmatch.subjct = "x"\nkind = "other"\n')
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "acknowledgement.txt").write_text("Subject: hi\n\nHello {{ promis }}\n")
    text = f'[watcher]\nrules = ["rules"]\ntemplates = "templates"\n{LEAST}'
    found = problems(tmp_path, text)
    assert 'rules/20.toml:3: rule "b": unknown field "subjct" (did you mean "subject"?)' in found
    assert any(
        problem.startswith("templates/acknowledgement.txt:3: ") and '"promise"' in problem for problem in found
    ), found
    (tmp_path / "rules" / "20.toml").unlink()
    (tmp_path / "templates" / "acknowledgement.txt").unlink()
    found = problems(tmp_path, text)
    assert [problem.split(": ")[2] for problem in found] == [
        'there is no ladder "ht"', 'there is no owner "bne"', 'there is no template "ack-web"',
    ]  # fmt: skip


def test_a_template_of_ones_own_is_used_in_every_language(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "acknowledgement.txt").write_text("Subject: hi\n\nHello\n")
    loaded = load(tmp_path, f'[watcher]\ntemplates = "templates"\n{LEAST}')
    assert loaded.templates.find_for_language("acknowledgement", "de").file == "acknowledgement.txt"
    assert load(tmp_path, LEAST).templates.find_for_language("acknowledgement", "de").file == "acknowledgement.de.txt"


@pytest.mark.parametrize("line", ['templates = "a\\u0000b"', 'rules = ["a\\u0000b"]', 'state_dir = "a\\u0000b"'])
def test_a_name_that_no_file_can_have_is_a_problem_of_its_line(tmp_path, line):
    """Found by `python -m tests.torture config`, file 13693."""
    with pytest.raises(ConfigError) as error:
        load(tmp_path, f"[watcher]\n{line}\n{LEAST}")
    (problem,) = error.value.problems
    assert str(problem).startswith("config.toml:2: watcher: ")


#: Says of a file how many rules and which languages it leads to, what is wrong, and whether rules or templates were read for it.
LOOK = """
import sys
from pathlib import Path
from watcher.config.load import load_readable_config
config, problems = load_readable_config(Path(sys.argv[1]))
idle = {"core.rules.rule_files", "core.letters.templates", "core.health.model"}
read = {"asyncio", "ssl", *(f"watcher.{name}" for name in idle)} & sys.modules.keys()
print(*problems, sorted(read), len(config.ruleset.rules), config.templates.languages, sep="\\n")
"""


def look(path):
    """What LOOK prints, by lines."""
    done = subprocess.run([sys.executable, "-c", LOOK, path], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.fixture
def copied(tmp_path):
    """A configuration with copies of what ships, as `watcher init` writes them."""
    for name in ("rules", "templates"):
        shutil.copytree(configuration.SHIPPED_DATA_DIR / name, tmp_path / name)
    (tmp_path / "config.toml").write_text(f'[watcher]\nrules = ["rules"]\ntemplates = "templates"\n{LEAST}')
    return tmp_path / "config.toml"


@pytest.mark.parametrize("own", [True, False])
def test_who_only_looks_does_not_wait_for_what_ships(copied, own):
    if not own:
        copied.write_text(LEAST)
    wanted = configuration.load_config(copied)
    assert look(copied) == ["[]", str(len(wanted.ruleset.rules)), str(wanted.templates.languages)]


def what_is_wrong(path):
    return [str(problem) for problem in configuration.load_readable_config(path)[1]]


def test_what_differs_from_what_ships_is_checked_whoever_looks(copied):
    rules, templates = copied.parent / "rules", copied.parent / "templates"
    (rules / "95-own.toml").write_text('[[rule]]\nname = "a"\nmatch.subjct = "x"\nkind = "other"\n')
    assert any(line.startswith("rules/95-own.toml:3: ") for line in what_is_wrong(copied))
    (rules / "95-own.toml").write_text('[[rule]]\nname = "a"\nmatch.subject = "x"\nkind = "inquiry"\nowner = "bne"\n')
    assert any('there is no owner "bne"' in line for line in what_is_wrong(copied))
    (rules / "95-own.toml").unlink()
    (templates / "acknowledgement.txt").write_text("Subject: hi\n\nHello {{ promis }}\n")
    assert any(line.startswith("templates/acknowledgement.txt:3: ") for line in what_is_wrong(copied))
    (templates / "acknowledgement.txt").unlink()
    (rules / "10-own.toml").write_bytes(b'[[rule]]\nname = "\xe9"\n')
    assert any(line.startswith("rules/10-own.toml:2: not UTF-8 text") for line in what_is_wrong(copied))


def render_acknowledgement(templates):
    values = SAMPLE_VALUES["acknowledgement"][0]
    return templates.render_subject_and_text(templates.find_for_language("acknowledgement"), values)[1]


@pytest.fixture
def older(copied):
    """The same, made by an older version: what a template may say has changed since."""
    for folder in (copied.parent / "templates", copied.parent / ".shipped" / "templates"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "digest.txt").write_text("{{ no_longer_there }}\n")
        (folder / "acknowledgement.txt").write_text("Subject: Re: {{ subject }}\n\nOld words\n")
    return copied


def test_a_copy_that_nobody_edited_counts_as_what_ships_now(older):
    """An upgrade of the package kept the service from starting: "digest.txt: unknown name"."""
    standard = configuration.load_config(older).templates
    assert standard.find_problems() == []
    assert "Old words" not in render_acknowledgement(standard)
    (older.parent / "templates" / "acknowledgement.txt").write_text("Subject: Re: {{ subject }}\n\nMy words\n")
    assert "My words" in render_acknowledgement(configuration.load_config(older).templates)


def test_an_edited_template_that_does_not_fit_any_more_says_what_to_do(older):
    (older.parent / "templates" / "digest.txt").write_text("Subject: Hello\n\n{{ no_longer_there }}\n")
    (line,) = what_is_wrong(older)
    assert line.startswith('templates/digest.txt:3: unknown name "no_longer_there"')
    assert line.endswith(
        "; it was made from that of another version: `watcher init --upgrade` shows what has changed since"
    )
    shipped = configuration.SHIPPED_DATA_DIR / "templates" / "digest.txt"
    shutil.copy(shipped, older.parent / ".shipped" / "templates")  # as an upgrade leaves it
    (line,) = what_is_wrong(older)
    assert line.endswith("; compare it with .shipped/templates/digest.txt, or delete yours: then that one is used")
    (older.parent / "templates" / "digest.txt").unlink()
    assert what_is_wrong(older) == []


def test_a_phrase_said_otherwise_in_an_older_version_needs_no_hand_for_those_that_are_new(older):
    """Ten phrases came in one day: a changed greeting kept the service from starting."""
    shipped = (configuration.SHIPPED_DATA_DIR / "templates" / "words.en.toml").read_text()
    before = shipped.replace("hello = ", 'gone = "Gone"\nhello = ')
    before = "".join(line for line in before.splitlines(keepends=True) if not line.startswith("all_quiet = "))
    (older.parent / ".shipped" / "templates" / "words.en.toml").write_text(before)
    greeting = next(line for line in before.splitlines() if line.startswith("hello = "))
    for name in ("words.en.toml", "words.pl.toml"):
        (older.parent / "templates" / name).write_text(before.replace(greeting, 'hello = "Moin {person}"'))
    assert what_is_wrong(older) == []
    templates = configuration.load_config(older).templates
    for language in ("en", "pl"):
        words = templates.words_for_language(language)
        assert (words.say("hello", person="Anna"), bool(words.say("all_quiet"))) == ("Moin Anna", True)


def test_a_template_of_ones_own_that_ships_no_more_stays(older):
    for folder in (older.parent / "templates", older.parent / ".shipped" / "templates"):
        (folder / "acknowledgement-garden.txt").write_text("Subject: Garden\n\nSoon.\n")
    assert "acknowledgement-garden" in configuration.load_config(older).templates.acknowledgement_names


def test_a_language_without_words_is_said_whoever_looks(copied):
    copied.write_text(copied.read_text().replace("[people.anna]", '[people.anna]\nlanguage = "tlh"'))
    assert any("there is no words.tlh.toml" in line for line in what_is_wrong(copied))


@pytest.fixture
def etc() -> Iterator[Path]:
    """A folder in which another user may look."""
    if os.geteuid() != 0:
        pytest.skip("only root may become somebody else")
    folder = Path(tempfile.mkdtemp(prefix="etc"))
    (folder / "watcher" / "rules").mkdir(parents=True)
    (folder / "watcher" / "templates").mkdir()
    (folder / "watcher" / "templates" / "acknowledgement.txt").write_text(
        "Subject: Thank you\n\nWe have your message.\n"
    )
    (folder / "watcher" / "rules" / "10.toml").write_text('[[rule]]\nname = "é"\nkind = "other"\nmatch.subject = "é"\n')
    (folder / "watcher" / "config.toml").write_text(f'[watcher]\nrules = ["rules"]\ntemplates = "templates"\n{LEAST}')
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    yield folder
    shutil.rmtree(folder)


def ask_as_nobody(question: Callable[[], str]) -> str:
    """The answer of a process that is the user nobody, as the service is one that is not root."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
            os.write(writer, question().encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        answer = pipe.read().decode()
    os.waitpid(child, 0)
    return answer


@pytest.mark.parametrize(
    ("closed", "mode", "message"),
    [
        ("watcher", 0o700, "chgrp watcher {closed} && chmod g=rx {closed}"),
        ("watcher/config.toml", 0o600, "chgrp watcher {closed} && chmod g=r {closed}"),
        ("watcher/rules", 0o700, "chgrp watcher {closed} && chmod g=rx {closed}"),
        ("watcher/rules/10.toml", 0o600, "chgrp watcher {closed} && chmod g=r {closed}"),
        ("watcher/templates", 0o700, "chgrp watcher {closed} && chmod g=rx {closed}"),
        ("watcher/rules", 0o744, "chgrp watcher {closed} && chmod g=rx {closed}"),
        ("watcher/templates", 0o744, "chgrp watcher {closed} && chmod g=rx {closed}"),
    ],
)
def test_what_the_service_may_not_read_is_said_with_how_it_may(etc, closed, mode, message):
    """A folder of rules that cannot be listed is not one without rules: every newsletter would be an inquiry."""

    def load_all() -> str:
        try:
            return f"read {len(configuration.load_config(configuration.find_config_file(str(path))).ruleset.rules)}"
        except ConfigError as error:
            return str(error)

    path = etc / "watcher" / "config.toml"
    assert ask_as_nobody(load_all) == "read 1"
    (etc / closed).chmod(mode)
    found = ask_as_nobody(load_all)
    assert "Permission denied" in found and message.format(closed=etc / closed) in found, found


def test_a_command_from_a_folder_of_somebody_else_takes_the_configuration_of_the_system(etc, monkeypatch):
    """`su watcher` in root's home."""
    (etc / "home").mkdir(mode=0o700)
    monkeypatch.chdir(etc / "home")
    monkeypatch.delenv("WATCHER_CONFIG", raising=False)

    def find() -> str:
        try:
            return str(configuration.find_config_file(None))
        except ConfigError as error:
            return str(error)

    there = Path("/etc/watcher/config.toml").exists()
    assert ask_as_nobody(find) == ("/etc/watcher/config.toml" if there else "config.toml")


def test_a_folder_that_cannot_be_listed_any_more_is_a_change_and_no_fault(etc):
    loaded = configuration.load_config(etc / "watcher" / "config.toml")
    everything = "\n".join(map(str, loaded.source_paths()))
    (etc / "watcher" / "rules").chmod(0o700)
    found = ask_as_nobody(lambda: "\n".join(map(str, loaded.source_paths())))
    assert found == everything.replace(f"\n{etc}/watcher/rules/10.toml", "")
