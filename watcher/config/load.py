"""config.toml → frozen models, with its rules and templates; or every problem at once: its place, and what to do.

Reads files and nothing else: no password is looked up here, no server is asked.
"""

from __future__ import annotations

import functools
import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from watcher.config import check, errors, opening_hours, rota_check
from watcher.config.models import Config
from watcher.core.toml import Problem, TomlDocument, TomlError
from watcher.edge.shipped_files import ORIGINALS_FOLDER
from watcher.edge.text_files import EncodingError, read_text_file

if TYPE_CHECKING:
    from watcher.core.letters.templates import TemplateSet
    from watcher.core.rules.rule_set import RuleSet

PACKAGE_DIR = Path(__file__).resolve().parent.parent
#: Where an installed package keeps what ships; a checkout has it at its root.
SHIPPED_DATA_DIR = PACKAGE_DIR / "_data" if (PACKAGE_DIR / "_data").is_dir() else PACKAGE_DIR.parent


class ConfigError(TomlError):
    """Raised once for everything that is wrong with the configuration, the rules and the templates; `problems` in the order
    of the files."""


def find_config_file(given: str | None) -> Path:
    """`-c FILE`, else $WATCHER_CONFIG, ./config.toml or /etc/watcher/config.toml. ConfigError: none is there."""
    named = given or os.environ.get("WATCHER_CONFIG")
    candidates = [Path(named)] if named else [Path("config.toml"), Path("/etc/watcher/config.toml")]
    hidden = None
    for path in candidates:
        try:
            if is_file_there(path):
                return path
        except PermissionError:  # whoever reads it hears why; the folder that one stands in may be another user's
            hidden = path
    if hidden is not None:
        return hidden
    places = " and ".join(str(path) for path in candidates)
    by = " (named by $WATCHER_CONFIG)" if named and not given else ""
    what = "is a folder" if candidates[0].is_dir() else "there is no such file"
    raise ConfigError([Problem(places, 0, f"{what}{by}; `watcher init` makes one, -c FILE names another")])


def is_file_there(path: Path) -> bool:
    """Is it a file, by any road? PermissionError: nobody may look. `Path.is_file` keeps quiet about that from Python 3.14 on, and a folder
    of rules that is closed would be one without rules."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except PermissionError:
        raise
    except (OSError, ValueError):
        return False


def load_config(path: Path) -> Config:
    """Reads the file, its rules and its templates. ConfigError: every problem of all of them."""
    config, problems = _read_config(path)
    if config is None or problems:
        raise ConfigError(problems)
    return config


def load_readable_config(path: Path) -> tuple[Config, list[Problem]]:
    """The configuration for a command that only looks, and what is wrong with it: rules or templates that cannot be read are left
    out, and hide neither the state nor the rest. Those that ship are compiled when they are asked for: nothing is wrong with them.
    ConfigError: not even the rest can be read."""
    config, problems = _read_config(path, trusts_shipped=True)
    if config is None:
        raise ConfigError(problems)
    return config, problems


def _read_config(path: Path, *, trusts_shipped: bool = False) -> tuple[Config | None, list[Problem]]:
    """As far as it can be read; None where its own tables cannot. `trusts_shipped`: rules and templates that are those that ship, be
    they copies, are not compiled here."""
    try:
        document = TomlDocument(path.name, read_text_file(path))
    except OSError as error:
        return None, [
            Problem(str(path), 0, f"cannot be read: {error.strerror or error}{_permission_hint(error, path)}")
        ]
    except EncodingError as error:
        return None, [Problem(path.name, error.line, str(error))]
    except TomlError as error:
        return None, list(error.problems)
    problems: list[Problem] = []
    config: Config | None = None
    try:
        config = Config.model_validate(document.data, context={"folder": path.parent.absolute()})
    except ValidationError as error:
        problems += errors.explain_validation_error(document, Config, error)
    calendar = opening_hours.read_business_calendar(document, problems)
    calendars = opening_hours.read_mailbox_calendars(document, calendar, problems) if calendar else {}
    if calendar and config is not None:
        problems += check.quiet_hours_problems(document, calendar)
    problems += check.reference_problems(document)
    problems += rota_check.rota_problems(document)
    if config is not None and trusts_shipped and _uses_what_ships(path.parent, config):
        rules, templates = _read_when_asked(path.parent, document)
    else:
        ruleset, templateset = _load_both(path.parent, document, config, problems)
        rules, templates = lambda: ruleset, lambda: templateset
    if config is None or calendar is None:
        return None, problems
    config.attach(
        path=path,
        rules=rules,
        templates=templates,
        calendar=calendar,
        mailbox_calendars={config.mailbox[n].name: own for n, own in calendars.items()},
    )
    return config, problems


def _uses_what_ships(folder: Path, config: Config) -> bool:
    """Are rules and templates those that ship, or copies as `watcher init` writes them, and does everybody's language have its words?
    False where that cannot be told."""
    own_rules, own_templates = config.watcher.rules, config.watcher.templates
    shipped = SHIPPED_DATA_DIR / "templates"
    try:
        if own_rules is not None:
            paths = [path for name in own_rules for path in rule_files_at(folder / Path(name).expanduser())]
            if [path.read_bytes() for path in paths] != [path.read_bytes() for path in shipped_rule_files()]:
                return False
        if own_templates is not None:
            copies = template_files_in(folder / Path(own_templates).expanduser())
            if {path.name: path.read_bytes() for path in copies} != {
                path.name: path.read_bytes() for path in template_files_in(shipped)
            }:
                return False
        return all((shipped / f"words.{person.language}.toml").is_file() for person in config.people.values())
    except (OSError, RuntimeError, ValueError):  # whatever it is: who reads them says it
        return False


def _read_when_asked(folder: Path, document: TomlDocument) -> tuple[Callable[[], RuleSet], Callable[[], TemplateSet]]:
    return (
        functools.cache(lambda: _load_rules(folder, document)[0]),
        functools.cache(lambda: _load_templates(folder, document)[0] or load_shipped_templates()),
    )


def _load_both(
    folder: Path, document: TomlDocument, config: Config | None, problems: list[Problem]
) -> tuple[RuleSet, TemplateSet]:
    """As far as they can be read; what is wrong with them is added to `problems`."""
    ruleset, rule_problems = _load_rules(folder, document)
    templates, template_problems = _load_templates(folder, document)
    problems += rule_problems + template_problems
    if config is not None and templates is not None:
        problems += check.rule_reference_problems(config, ruleset, templates)
        problems += check.language_problems(document, config, templates)
    return ruleset, templates or load_shipped_templates()


def shipped_rule_files() -> list[Path]:
    """The rule files that ship, in name order. OSError: the installation is damaged."""
    return sorted((SHIPPED_DATA_DIR / "rules").glob("*.toml"))


def rule_files_at(path: Path) -> list[Path]:
    """The rule files that a file or a folder means, a folder's in name order. OSError: there is none, or
    the folder may not be read (`Path.glob` would find nothing in it)."""
    if path.is_dir():
        return sorted(file for file in path.iterdir() if file.suffix == ".toml" and is_file_there(file))
    if is_file_there(path):
        return [path]
    raise FileNotFoundError(f"there is no file or folder {path}")


def compile_rule_files(paths: Iterable[Path], folder: Path | None = None) -> RuleSet:
    """Compiles rule files, named as seen from `folder`. InvalidRulesError: what is wrong with them; OSError: unreadable."""
    from watcher.core.rules import rule_files  # and all that compiles rules: who only looks does without

    sources = []
    for path in paths:
        shown = str(path.relative_to(folder)) if folder and path.is_relative_to(folder) else str(path)
        try:
            sources.append((shown, read_text_file(path)))
        except EncodingError as error:
            raise rule_files.InvalidRulesError([Problem(shown, error.line, str(error))]) from None
    return rule_files.compile_rule_set(sources)


def _load_rules(folder: Path, document: TomlDocument) -> tuple[RuleSet, list[Problem]]:
    from watcher.core.rules.rule_files import InvalidRulesError
    from watcher.core.rules.rule_set import RuleSet

    names = document.table("watcher").get("rules")
    paths, problems = [], []
    try:
        if not isinstance(names, list):
            return compile_rule_files(shipped_rule_files()), []
        for n, name in enumerate(names):
            try:
                paths += rule_files_at(folder / Path(str(name)).expanduser())
            except (OSError, RuntimeError, ValueError) as error:
                problems.append(document.problem_at(("watcher", "rules", n), f"watcher: rules: {_error_text(error)}"))
        return compile_rule_files(paths, folder), problems
    except InvalidRulesError as error:
        return RuleSet(), problems + error.problems
    except OSError as error:
        return RuleSet(), [
            *problems,
            document.problem_at(("watcher", "rules"), f"watcher: rules: {_error_text(error)}"),
        ]


def _error_text(error: Exception) -> str:
    """The system's words, with the name of the file."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}{_permission_hint(error, Path(str(error.filename)))}"
    return str(error)


def template_files_in(folder: Path) -> list[Path]:
    """The files of a folder that hold templates or words, in name order. OSError: it cannot be listed."""
    return [
        path for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".html", ".toml") and is_file_there(path)
    ]


def _permission_hint(error: Exception, path: Path) -> str:
    """How a person gets at `path`, and how the service does; "" where something else is wrong."""
    if not isinstance(error, PermissionError):
        return ""
    folders = [*reversed(path.absolute().parents)]
    closed = next((folder for folder in folders if not os.access(folder, os.X_OK)), path)
    rights = "g=rx" if closed.is_dir() else "g=r"
    return (
        f": run a command as root; so that the service may read it: chgrp watcher {closed} && chmod {rights} {closed}"
    )


def read_template_files(folder: Path) -> dict[str, str]:
    """File name → text of every template in a folder. OSError; InvalidTemplatesError: a file is no text."""
    texts = {}
    for path in template_files_in(folder):
        try:
            texts[path.name] = read_text_file(path)
        except EncodingError as error:
            from watcher.core.letters.templates import InvalidTemplatesError

            raise InvalidTemplatesError([(path.name, error.line, str(error))]) from None
    return texts


def load_shipped_templates() -> TemplateSet:
    """The templates that ship, compiled. OSError: the installation is damaged."""
    return _compile_templates(tuple(read_template_files(SHIPPED_DATA_DIR / "templates").items()))


@functools.lru_cache(maxsize=2)
def _compile_templates(*layers: tuple[tuple[str, str], ...]) -> TemplateSet:
    """What ships was tried out before it did: a start tries out what the user wrote, and nothing where that is the same. A reload in
    which no template changed, as nearly all are, compiles and tries out none of them."""
    from watcher.core.letters.templates import TemplateSet

    return TemplateSet(*map(dict, layers), tried=dict(layers[0]))


def _load_templates(folder: Path, document: TomlDocument) -> tuple[TemplateSet | None, list[Problem]]:
    """What ships, and over it what the user wrote."""
    from watcher.core.letters.templates import InvalidTemplatesError

    name = document.table("watcher").get("templates")
    shipped = read_template_files(SHIPPED_DATA_DIR / "templates")
    layers, copied_from = [shipped], {}
    try:
        if isinstance(name, str):
            own_folder = folder / Path(name).expanduser()
            copied_from = read_originals(own_folder)
            layers.append(_renew_copies(read_template_files(own_folder), copied_from, shipped))
        return _compile_templates(*(tuple(layer.items()) for layer in layers)), []
    except InvalidTemplatesError as error:
        where = name if isinstance(name, str) else "templates"
        return None, [
            Problem(f"{where}/{file}", line, what + _own_template_hint(file, copied_from.get(file), shipped.get(file)))
            for file, line, what in error.places
        ]
    except (OSError, RuntimeError, ValueError) as error:  # ValueError: a NUL in the name
        return None, [document.problem_at(("watcher", "templates"), f"watcher: templates: {_error_text(error)}")]


def read_originals(own_folder: Path) -> dict[str, str]:
    """What `watcher init` made the files of this folder from, by name. OSError; InvalidTemplatesError."""
    originals = own_folder.parent / ORIGINALS_FOLDER / own_folder.name
    return read_template_files(originals) if originals.is_dir() else {}


def _renew_copies(own: dict[str, str], copied_from: dict[str, str], shipped: dict[str, str]) -> dict[str, str]:
    """A copy that nobody has edited says what ships now, and an edited one of words has the phrases that are new. An upgrade changes
    templates together with what may stand in them: the copies of an older version would keep the service from starting."""
    return {name: _renew_copy(name, text, copied_from, shipped) for name, text in own.items()}


def _renew_copy(name: str, text: str, copied_from: dict[str, str], shipped: dict[str, str]) -> str:
    if copied_from.get(name) == text:
        return shipped.get(name, text)
    return complete_own_words(name, text, copied_from, shipped)


def complete_own_words(name: str, text: str, copied_from: dict[str, str], shipped: dict[str, str]) -> str:
    """What the user wrote in this file; one of words with the phrases that are new since it was `copied_from` what shipped then. A
    language that does not ship gets them in English. By file name."""
    english = "words.en.toml"
    before, now = copied_from.get(name, copied_from.get(english)), shipped.get(name, shipped.get(english))
    if not (name.startswith("words.") and name.endswith(".toml")) or before is None or now is None or before == now:
        return text
    from watcher.core.letters.wording import complete_words

    return complete_words(text, before, now)


def _own_template_hint(file: str, copied_from: str | None, shipped: str | None) -> str:
    """What to do about a template that somebody edited and that does not fit; "" where `watcher init` did not make it."""
    if copied_from is None:
        return ""
    if copied_from != shipped:
        return "; it was made from that of another version: `watcher init --upgrade` shows what has changed since"
    return f"; compare it with {ORIGINALS_FOLDER}/templates/{file}, or delete yours: then that one is used"
