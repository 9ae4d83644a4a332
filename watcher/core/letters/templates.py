"""The texts of our letters: Jinja2 in the sandbox, every file compiled and tried out before any of it is used.

A template is the operator's input; what a message says is only ever a value. Must never read a file: texts come in.

`acknowledgement.txt` opens with header lines (`Subject:`, and `Language:` where it is not English), a blank line, then
the body. `acknowledgement.de.txt` is the same in German. A rule may name a template of its own, say `ack-website`.
`digest.html` stands beside `digest.txt` and has no header lines. What digest, report and alert say stands in `words.en.toml`,
`words.de.toml`, …: one file a language.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from watcher.core.letters.mime import ComposeError
from watcher.core.letters.template_variables import (
    ACKNOWLEDGEMENT,
    ALERT,
    AUDIT,
    CONFIRMATION,
    DIGEST,
    DIGEST_ITEM_VARIABLES,
    OBSERVATION,
    RENEWAL,
    REPORT,
    SAMPLE_VALUES,
    STYLE,
    TEMPLATE_VARIABLES,
)
from watcher.core.letters.text_width import prefix_length, text_width
from watcher.core.letters.wording import ENGLISH, Words, WordsError, parse_words

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

#: What must be there. Everything else that ends in .txt is an acknowledgement of its own, for rules to name.
REQUIRED_FILES = (
    "words.en.toml", "acknowledgement.txt", "digest.txt", "digest.html", "alert.txt", "alert.html", "report.txt", "report.html",
    "style.html", "confirmation.txt", "observation.txt", "audit.html", "renewal.txt",
)  # fmt: skip
_HEADER_LINE = re.compile(r"(?P<name>[A-Za-z]+):[ \t]*(?P<value>.*)\n")
_LANGUAGE_HEADER = re.compile(r"(?mi)^Language:[ \t]*([a-z]{2})[ \t]*$")
_MISSING_ATTRIBUTE = re.compile(r"has no attribute '(\w+)'")
MAX_RENDERED_LENGTH = 256 * 1024


LocatedProblem = tuple[str, int, str]  # file, line (0: the file as a whole), what is wrong


class InvalidTemplatesError(Exception):
    """Raised once for everything that is wrong with the templates. `problems`: `file:line: what`; `places`: the same, apart."""

    def __init__(self, places: Sequence[LocatedProblem]) -> None:
        self.places = tuple(places)
        self.problems = tuple(f"{file}:{line}: {what}" if line else f"{file}: {what}" for file, line, what in places)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """One file of the templates, and the language it is written in (ISO 639)."""

    file: str
    language: str


class TemplateSet:
    """Every template, compiled and tried out once. InvalidTemplatesError: all that is wrong with any of them."""

    def __init__(self, *layers: Mapping[str, str], tried: Mapping[str, str] | None = None) -> None:
        """`layers`: file name → text, what ships first. A later layer that has a template has it in all its languages:
        whoever rewrites `acknowledgement.txt` does not get the shipped German one beside it. Where nothing but `tried` is left, which
        was tried out before it shipped, each is compiled when it is first needed, and `find_problems` has to be asked."""
        self._texts = _merge_layers(layers)
        self._words: dict[str, Words] = {}
        if (tried is None or self._texts != _merge_layers([tried])) and (places := self.find_problems()):
            raise InvalidTemplatesError(places)

    @cached_property
    def _jinja_environment(self) -> ImmutableSandboxedEnvironment:
        """Made when the first template is compiled: no start has to wait for Jinja."""
        from jinja2 import DictLoader, StrictUndefined, select_autoescape
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        environment = ImmutableSandboxedEnvironment(
            loader=DictLoader(self._texts),
            undefined=StrictUndefined,
            autoescape=select_autoescape(["html"], default=False),
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.globals.clear()
        environment.filters.pop("safe")  # nothing a template is given is safe
        environment.filters["lines"] = _wrap_lines
        return environment

    def find_problems(self) -> list[LocatedProblem]:
        """Compiles and tries out all of them; what is wrong with any."""
        places = list(self._load_words())
        places += [(name, 0, "is missing") for name in REQUIRED_FILES if name not in self._texts]
        if ENGLISH in self._words:
            letters = sorted(name for name in self._texts if not _is_words_file(name))
            places += [(name, *problem) for name in letters for problem in self._template_problems(name)]
        return places

    def compile_acknowledgements(self) -> None:
        """Ahead of the letters that customers wait for. One that cannot be compiled is told of when it is rendered."""
        from jinja2 import TemplateError  # see `_jinja_environment`

        for name in filter(lambda name: name.partition(".")[0] in self.acknowledgement_names, self._texts):
            with suppress(TemplateError):
                self._jinja_environment.get_template(name)

    @property
    def acknowledgement_names(self) -> frozenset[str]:
        """What a rule may name: `acknowledgement`, `ack-website`, …"""
        return frozenset(name.partition(".")[0] for name in self._texts) - {
            DIGEST, ALERT, REPORT, STYLE, CONFIRMATION, OBSERVATION, AUDIT, RENEWAL, "words",
        }  # fmt: skip

    @property
    def languages(self) -> tuple[str, ...]:
        """Those there are words for."""
        return tuple(name.split(".")[1] for name in self._words_files)

    def words_for_language(self, language: str = "") -> Words:
        """What is said in that language (a tag as in RFC 5646, such as `de`); in English where there is no file for it.
        WordsError: the file is not one of words."""
        if f"words.{language}.toml" not in self._texts:
            language = ENGLISH
        if language not in self._words:
            self._words[language] = parse_words(language, self._texts[f"words.{language}.toml"])
        return self._words[language]

    def find_for_language(self, name: str, language: str = "", suffix: str = "txt") -> TemplateFile:
        """The template in that language, else in its own. One that nobody wrote is the standard acknowledgement."""
        if f"{name}.{suffix}" not in self._texts:
            name = ACKNOWLEDGEMENT
        if f"{name}.{language}.{suffix}" in self._texts:
            return TemplateFile(f"{name}.{language}.{suffix}", language)
        found = _LANGUAGE_HEADER.search(_header_block(self._texts[f"{name}.{suffix}"]))
        return TemplateFile(f"{name}.{suffix}", found[1].casefold() if found else "en")

    def render(self, template: TemplateFile, values: Mapping[str, Any]) -> str:
        """ComposeError: the template fails on these values."""
        try:
            text = self._jinja_environment.get_template(template.file).render(values)
        except _render_errors() as error:
            raise ComposeError(f"template {template.file}: {error}") from None
        if len(text) > MAX_RENDERED_LENGTH:
            raise ComposeError(f"template {template.file}: the text is too long")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def render_subject_and_text(self, template: TemplateFile, values: Mapping[str, Any]) -> tuple[str, str]:
        """The subject, and the body that follows the header lines. ComposeError: the template fails on these values."""
        rendered = self.render(template, values).lstrip("\n")
        fields, at = {}, 0
        while found := _HEADER_LINE.match(rendered, at):
            fields[found["name"].casefold()] = found["value"].strip()
            at = found.end()
        body = re.sub(r"[ \t]+$", "", rendered[at:].replace("\n-- \n", "\n--\0\n"), flags=re.MULTILINE).replace(
            "\0", " "
        )
        body = re.sub(r"\n{3,}", "\n\n", body).strip("\n")
        if not fields.get("subject") or not body:
            raise ComposeError(f"template {template.file}: it must give a subject and a text")
        return fields["subject"], body + "\n"

    @property
    def _words_files(self) -> list[str]:
        """English first: the other languages are measured by it."""
        return sorted(filter(_is_words_file, self._texts), key=lambda name: (name != "words.en.toml", name))

    def _load_words(self) -> Iterator[LocatedProblem]:
        for name in self._words_files:
            try:
                language = name.split(".")[1]
                self._words[language] = parse_words(language, self._texts[name], self._words.get(ENGLISH))
            except WordsError as error:
                yield from ((name, line, what) for line, what in error.problems)

    # --- trying out

    def _template_problems(self, name: str) -> Iterator[tuple[int, str]]:
        """Line and problem, of everything that can be told without a real message."""
        from jinja2 import TemplateSyntaxError  # see `_jinja_environment`

        kind = name.partition(".")[0]
        kind = kind if kind in TEMPLATE_VARIABLES else ACKNOWLEDGEMENT
        try:
            tree = self._jinja_environment.parse(self._texts[name], name, name)
            self._jinja_environment.get_template(name)
        except TemplateSyntaxError as error:
            yield error.lineno, error.message or "cannot be read"
            return
        unknown = list(_unknown_variables(tree, TEMPLATE_VARIABLES[kind]))
        yield from unknown
        yield from self._header_problems(name)
        if not unknown:
            yield from dict.fromkeys(
                problem for sample in SAMPLE_VALUES[kind] for problem in self._trial_render_problems(name, sample)
            )

    def _header_problems(self, name: str) -> Iterator[tuple[int, str]]:
        head = _header_block(self._texts[name])
        if name.endswith(".txt") and not head.casefold().startswith("subject:"):
            yield 1, "the first line must be the subject: Subject: …"
        for found in _LANGUAGE_HEADER.findall(head):
            if found.casefold() not in self._words:
                yield 1, f"Language: {found} has no words.{found}.toml: write one of {', '.join(self._words)}"

    def _trial_render_problems(self, name: str, sample: dict[str, Any]) -> Iterator[tuple[int, str]]:
        if "say" in sample:
            sample = sample | {"say": self._words[ENGLISH].say, "quote": self._words[ENGLISH].quote_texts}
        try:
            self._jinja_environment.get_template(name).render(sample)
        except _render_errors() as error:
            lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == name]
            found = _MISSING_ATTRIBUTE.search(str(error))
            yield (
                (lines[-1] if lines else 1) or 1,
                _unknown_name_message(found[1], DIGEST_ITEM_VARIABLES) if found else str(error),
            )
            return
        try:
            template = TemplateFile(name, "en")
            self.render_subject_and_text(template, sample) if name.endswith(".txt") else self.render(template, sample)
        except ComposeError as error:
            yield 1, str(error).partition(": ")[2]


def _render_errors() -> tuple[type[Exception], ...]:
    """What a template may raise that is given values it was not tried out with."""
    from jinja2 import TemplateError  # see `TemplateSet._jinja_environment`

    return (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)


def _merge_layers(layers: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """File name → text. A template that a later layer has is taken from there in all its languages."""
    merged: dict[str, str] = {}
    for layer in layers:
        files = {name: text for name, text in layer.items() if name.endswith((".txt", ".html")) or _is_words_file(name)}
        families = {_template_family(name) for name in files}
        merged = {name: text for name, text in merged.items() if _template_family(name) not in families}
        merged.update((name, text.replace("\r\n", "\n").removeprefix("\ufeff")) for name, text in files.items())
    return merged


def _is_words_file(name: str) -> bool:
    return re.fullmatch(r"words\.[a-z]{2}\.toml", name) is not None


def _template_family(name: str) -> tuple[str, str]:
    if _is_words_file(name):
        return name, "toml"
    return name.partition(".")[0], name.rpartition(".")[2]


def _header_block(text: str) -> str:
    return text.lstrip("\n").partition("\n\n")[0]


def _unknown_variables(tree: nodes.Template, known: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Names that nothing gives a value, with their lines; also in branches that no sample takes."""
    from jinja2 import nodes  # see `TemplateSet._jinja_environment`

    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")} | {"loop"}
    own |= {node.name for node in tree.find_all(nodes.Macro)}
    for node in tree.find_all(nodes.Name):
        if node.ctx == "load" and node.name not in known and node.name not in own:
            yield node.lineno, _unknown_name_message(node.name, known)


def _unknown_name_message(name: str, known: Mapping[str, str]) -> str:
    import difflib  # nobody needs it whose templates are right

    near = difflib.get_close_matches(name, known, n=1)
    return f'unknown name "{name}"' + (f': did you mean "{near[0]}"?' if near else f": known are {', '.join(known)}")


#: No-break spaces (U+00A0, U+202F) are none.
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
#: French sets a blank before these marks and within its quotation marks: no line begins with one, or ends with the other.
_LINE_BREAKS = re.compile(r"(?<!«) (?![?!:;»](?: |\Z))")


def _wrap_lines(text: str, width: int = 72) -> list[str]:
    """Filter: the text in lines of at most `width` columns. What ran from right to left still does in each line."""
    isolate = text.startswith("\u2068") and text.endswith("\u2069")
    lines: list[str] = []
    for word in filter(None, _LINE_BREAKS.split(_BLANKS.sub(" ", text.strip("\u2068\u2069")).strip(" "))):
        room = width - text_width(lines[-1]) - 1 if lines else 0
        if text_width(word) <= room:
            lines[-1] += f" {word}"
            continue
        if text_width(word) > width and room >= width // 4:  # what has no blanks to break at is broken anywhere
            length = prefix_length(word, room)
            lines[-1] += f" {word[:length]}"
            word = word[length:]
        while text_width(word) > width:
            length = max(1, prefix_length(word, width))
            lines.append(word[:length])
            word = word[length:]
        lines.append(word)
    return [f"\u2068{line}\u2069" if isolate else line for line in lines]
