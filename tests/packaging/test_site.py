"""The site: pages that follow from the program are what the program says, every page is in the menu, and no link leads out of it."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.documentation import (
    ALL_COMMANDS,
    CONFIGURATION_KEYS,
    DOCS,
    PAGES,
    README,
    fenced_blocks,
    least_configuration,
)
from tests.packaging.scripts import write_reference
from tests.samples import ROOT
from watcher.config import models


def test_the_page_of_a_provider_is_what_its_preset_says():
    for name, text in write_reference.provider_pages().items():
        assert (DOCS / "providers" / name).read_text() == text, f"{name}: python packaging/write_reference.py providers"


@pytest.mark.parametrize("path", sorted(DOCS.glob("providers/*.md")), ids=lambda path: path.stem)
def test_the_configuration_on_the_page_of_a_provider_loads(path, tmp_path):
    least = tomllib.loads(least_configuration(README))
    for block in fenced_blocks(path.read_text(), "toml"):
        models.Config.model_validate(least | tomllib.loads(block), context={"folder": tmp_path})


def test_every_page_is_in_the_menu_of_the_site():
    menu = re.findall(r"(?m)^ +- ([\w./-]+\.md)$", (ROOT / "mkdocs.yml").read_text().partition("\nnav:")[2])
    assert len(menu) == len(set(menu))
    made = {f"reference/{name}" for name in write_reference.reference_pages()} | set(write_reference.AT_THE_ROOT)
    assert {str(path.relative_to(DOCS)) for path in PAGES} == set(menu) - made


def test_the_reference_has_every_command_and_every_key():
    pages = write_reference.reference_pages()
    assert all(f"\n## watcher {name}\n" in pages["commands.md"] for name in ALL_COMMANDS)
    keys = set(re.findall(r"(?m)^\| `([\w.]+)` \| .+ \| .+ \|$", pages["keys.md"]))
    assert {key.replace(".NAME.", ".") for key in keys} == set(CONFIGURATION_KEYS)


def test_links_out_of_the_folder_lead_to_copies_inside_the_site():
    text = "[a](../config.example.toml) [b](../../CONTRIBUTING.md#tests) [c](docs/rules.md) [d](rules.md)"
    assert write_reference.site_links(text, 1) == (
        "[a](../config.example.toml) [b](../CONTRIBUTING.md#tests) [c](../rules.md) [d](rules.md)"
    )


def test_the_site_loads_nothing_from_elsewhere():
    """Left alone, mkdocs-material asks Google for fonts, and its plugin for reading without a server asks another host for a script."""
    configuration = (ROOT / "mkdocs.yml").read_text()
    assert "font: false" in configuration and "- offline" not in configuration
    assert not re.search(r"https?://", configuration)
