"""cli/server_habits.py: what `check` says of a server that was found to have habits."""

from __future__ import annotations


def test_a_server_that_does_not_ring_is_said(call, configured, state):
    assert "did not ring" not in call("check").output
    with state.write_transaction() as tx:
        tx.set_meta("doorbell:sales", "2")
    assert (
        " ·  sales: the server offers IDLE and did not ring when mail came: looked at every 5 s" in call("check").output
    )


def test_a_server_that_numbers_anew_again_and_again_is_said(call, configured, state):
    with state.write_transaction() as tx:
        tx.set_meta("renumbers:sales", "INBOX")
    assert " ·  sales: the server numbers its messages anew again and again" in call("check").output


def test_without_a_state_nothing_is_known(call):
    done = call("check")
    assert done.exit_code == 0
    assert "did not ring" not in done.output
