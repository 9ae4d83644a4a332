"""Contacts that the simulated house imports: cards from a fair, to be written to. Nobody has asked anything.

| | promise | checked |
|---|---|---|
| I30 | a contact is one inquiry, however often its file is imported | `Contacts` |
| I30 | it is acknowledged only when they have written | `invariants.when_accepted` |
| I10, I11 | it is nagged about until mail of the house goes there | `invariants` |
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.simulation.people import SALES, mail
from watcher.core.contacts.model import Contact
from watcher.core.message.model import Address
from watcher.service.leads import ImportTarget

if TYPE_CHECKING:
    from tests.simulation.case import Case
    from tests.simulation.world import World


class Contacts:
    """Every action of a history that is about them, by its name."""

    def __init__(self, world: World) -> None:
        self.world = world

    def contact(self, which: int) -> None:
        """Somebody imports a contact; one time in three the same file again."""
        world = self.world
        case = world.people.new_case()
        case.is_contact, case.message_id, case.first_id = True, "", ""
        case.deleted = True  # there is no mail of it: only the database knows
        met_at = world.clock.time - timedelta(days=which % 5)
        person = Contact(2, Address(case.customer), f"Inquiry {case.number}", met_at)
        numbers = [self._import(person) for _ in range(2 if which % 3 == 0 else 1)]
        if numbers[0] is None or any(numbers[1:]):
            world.broken.append(f"I30: contact {case.number} was imported as {numbers}")

    def _import(self, person: Contact) -> int | None:
        """As the command does it, in a transaction of its own, which does not break."""
        world = self.world
        name = world.house.names["sales"]
        policy = world.house.policies()[name]
        target = ImportTarget(policy, world.house.people(), policy.owner)
        world.store.on_commit = lambda instant: None
        try:
            with world.store.write_transaction() as tx:
                return world.parts.import_contacts(tx, [person], target, world.clock.time)[0].inquiry
        finally:
            world.store.on_commit = world._commit

    def contact_writes(self, which: int) -> None:
        """A contact is faster than we are: now there is a question, and who asks is answered like any customer."""
        waiting = [case for case in self.world.cases if case.is_contact and case.waits and not case.asked]
        if waiting:
            self._put_question(waiting[which % len(waiting)])

    def _put_question(self, case: Case) -> None:
        n = case.number
        case.first_id = case.message_id = f"q{n}.{len(case.asked)}@c{n}.example"
        case.asked.append(self.world.clock.time)
        self.world.server.put(
            "INBOX",
            mail(
                case.customer,
                SALES.email,
                f"Inquiry {n}",
                f"We met. What does item {n} cost?",
                Message_ID=f"<{case.message_id}>",
            ),
        )
