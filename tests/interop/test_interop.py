"""The harness of `make interop`: what a row says when a step fails, and that recipes are whole."""

import pytest

from tests.interop import __main__ as interop
from tests.interop.servers import HERE, RECIPES


def test_a_table_has_a_row_for_every_server_and_a_column_for_every_step():
    rows = [
        {"server": "One 1.0", **dict.fromkeys(interop.STEPS, "yes")},
        {"server": "Two", **dict.fromkeys(interop.STEPS, "")},
    ]
    header, _, one, two = interop.render_table(rows).splitlines()
    assert header.split(" | ")[0] == "| server"
    assert one == "| One 1.0 | " + " | ".join(["yes"] * len(interop.STEPS)) + " |"
    assert two.startswith("| Two |")


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=lambda recipe: recipe.name)
def test_a_recipe_starts_a_server_and_is_in_the_table_of_the_docs(recipe):
    assert (HERE / "recipes" / recipe.name / "start.sh").exists()
    page = (HERE.parents[1] / "docs/development/interoperability.md").read_text()
    assert f"| {recipe.title} " in page
