"""The harness of `make interop`: what a row says when a step fails, and that recipes are whole."""

import socket

import pytest

from tests.daemon import until
from tests.interop import __main__ as interop
from tests.interop.habits import HABITS, HabitThread
from tests.interop.servers import HERE, RECIPES, Recipe, UnpackedServer, find_obstacle


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


@pytest.mark.parametrize("habits", HABITS.values(), ids=lambda habits: habits.name)
def test_a_server_with_habits_keeps_what_is_filed(habits, certificates, tmp_path):
    running = HabitThread(habits, certificates)
    running.start()
    try:
        with interop.run_sink(tmp_path) as sink:
            imap = interop.Line(running.server.port, habits.tls, "sales", "secret", habits.sent)
            business = interop.Business(
                tmp_path, imap=imap, smtp=interop.Line(sink.port), certificates=certificates, sink=sink
            )
            business.create_sent_folder()
            message_id = business.receive("carol", "A new roof")
            until("that it is listed", business.read_flags)
            (line,) = business.read_flags()
            assert message_id in line
            assert business.letters_to("carol") == 0
    finally:
        running.stop()


SERVE = "import os, socket, time; os.setgid(8); os.setuid(8); s = socket.create_server(('127.0.0.1', @port@)); time.sleep(600)"


@pytest.mark.skipif(bool(find_obstacle()), reason="missing server: a throw-away root needs root")
def test_nothing_of_a_removed_server_is_left(certificates, tmp_path):
    """Killing `unshare` alone left those that change their user."""
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "start.sh").write_text(f'exec python3 -c "{SERVE}"\n')
    server = UnpackedServer(Recipe("bare", "Bare", ()), certificates, recipes=tmp_path)
    server.start()
    server.remove()
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", server.port), 5).close()
