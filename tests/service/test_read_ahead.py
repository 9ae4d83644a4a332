"""service/read_ahead.py"""

from __future__ import annotations

import asyncio

import pytest

from tests.worlds import drive
from watcher.service.read_ahead import fetch_and_read_ahead, read_ahead


class Reader:
    """Reads numbers; what it began and ended is on record. It is not done with `slow` before somebody says so."""

    def __init__(self, bad: int | None = None, slow: int | None = None) -> None:
        self.began: list[int] = []
        self.ended: list[int] = []
        self.given_up: list[int] = []
        self._bad, self._slow = bad, slow

    async def read(self, number: int | str) -> str:
        number = int(number)
        self.began.append(number)
        try:
            await (asyncio.Event().wait() if number == self._slow else asyncio.sleep(0))
        except asyncio.CancelledError:
            self.given_up.append(number)
            raise
        if number == self._bad:
            raise ValueError(number)
        self.ended.append(number)
        return str(number)


async def test_the_next_is_read_while_one_is_worked_on_and_no_further():
    reader, seen = Reader(), []
    async with read_ahead([1, 2, 3, 4], reader.read) as results:
        async for result in results:
            for _ in range(5):
                await asyncio.sleep(0)
            seen.append((result, list(reader.ended)))
    assert seen == [("1", [1, 2]), ("2", [1, 2, 3]), ("3", [1, 2, 3, 4]), ("4", [1, 2, 3, 4])]


async def test_one_alone_is_read_as_it_is_and_none_is_nothing():
    reader = Reader()
    async with read_ahead([1], reader.read) as results:
        assert [result async for result in results] == ["1"]
    async with read_ahead([], reader.read) as results:
        assert [result async for result in results] == []
    assert reader.began == [1]


async def test_what_cannot_be_read_is_known_when_its_turn_comes():
    reader, seen = Reader(bad=2), []
    with pytest.raises(ValueError):
        async with read_ahead([1, 2, 3], reader.read) as results:
            async for result in results:
                for _ in range(5):
                    await asyncio.sleep(0)
                seen.append(result)
    assert (seen, reader.began) == (["1"], [1, 2])


async def test_what_is_still_being_read_is_given_up_when_the_work_fails():
    reader = Reader(slow=2)
    with pytest.raises(RuntimeError):
        async with read_ahead([1, 2, 3], reader.read) as results:
            async for _ in results:
                await asyncio.sleep(0)
                raise RuntimeError
    assert (reader.began, reader.given_up) == ([1, 2], [2])


def test_where_nothing_waits_it_is_read_when_its_turn_comes():
    """The harness in memory, in which histories with more mail than one batch are lived."""
    seen, given_up = [], []

    async def read(number: int) -> int:
        return number

    async def work(most: int, read_numbers: list[int]) -> None:
        async with read_ahead([1, 2, 3], read) as results:
            async for result in results:
                read_numbers.append(result)
                if len(read_numbers) == most:
                    return

    drive(work(3, seen))
    drive(work(1, given_up))
    assert (seen, given_up) == ([1, 2, 3], [1])


async def test_several_are_read_at_once_and_given_in_their_order():
    gates = {number: asyncio.Event() for number in (1, 2, 3, 4)}
    began: list[int] = []

    async def read(number: int) -> int:
        began.append(number)
        await gates[number].wait()
        return number

    async with read_ahead([1, 2, 3, 4], read, depth=2) as results:
        first = asyncio.ensure_future(anext(results))
        gates[2].set()
        for _ in range(10):
            await asyncio.sleep(0)
        assert (began, first.done()) == ([1, 2], False)
        gates[1].set()
        assert (await first, await anext(results)) == (1, 2)
        for _ in range(10):
            await asyncio.sleep(0)
        assert began == [1, 2, 3, 4]
        for gate in gates.values():
            gate.set()
        assert [result async for result in results] == [3, 4]


@pytest.mark.parametrize("bad", [1, 2, 3])
async def test_what_cannot_be_fetched_or_read_is_known_in_its_turn_where_several_are_read_at_once(bad):
    for fetcher, reader in ((Reader(bad=bad), Reader()), (Reader(), Reader(bad=bad))):
        seen = []
        with pytest.raises(ValueError):
            async with fetch_and_read_ahead([1, 2, 3, 4], fetcher.read, reader.read, 2) as results:
                async for result in results:
                    seen.append(int(result))
        assert seen == [*range(1, bad)]


async def test_all_that_is_still_being_read_is_given_up():
    given_up = []

    async def read(number: int) -> int:
        try:
            await (asyncio.Event().wait() if number > 1 else asyncio.sleep(0))
        except asyncio.CancelledError:
            given_up.append(number)
            raise
        return number

    async with read_ahead([1, 2, 3, 4], read, depth=2) as results:
        assert await anext(results) == 1
        for _ in range(10):
            await asyncio.sleep(0)
    assert given_up == [2, 3]


async def test_a_third_is_fetched_while_the_second_is_read_and_the_first_is_worked_on():
    fetcher, reader, seen = Reader(), Reader(slow=2), []
    async with fetch_and_read_ahead([1, 2, 3, 4], fetcher.read, reader.read) as results:
        async for result in results:
            for _ in range(10):
                await asyncio.sleep(0)
            seen.append(result)
            break
    assert seen == ["1"]
    assert (fetcher.ended, reader.ended) == ([1, 2, 3], [1])
    assert reader.given_up == [2]


async def test_what_cannot_be_fetched_is_known_when_its_turn_comes():
    fetcher, reader, seen = Reader(bad=3), Reader(), []
    with pytest.raises(ValueError):
        async with fetch_and_read_ahead([1, 2, 3, 4], fetcher.read, reader.read) as results:
            async for result in results:
                for _ in range(10):
                    await asyncio.sleep(0)
                seen.append(result)
    assert (seen, fetcher.began, reader.began) == (["1", "2"], [1, 2, 3], [1, 2])


async def test_what_is_still_being_fetched_is_given_up_too():
    fetcher, reader = Reader(slow=3), Reader()
    async with fetch_and_read_ahead([1, 2, 3, 4], fetcher.read, reader.read) as results:
        async for _ in results:
            for _ in range(10):
                await asyncio.sleep(0)
            break
    assert (fetcher.began, fetcher.given_up, reader.began) == ([1, 2, 3], [3], [1, 2])


def test_two_steps_where_nothing_waits_are_taken_when_their_turn_comes():
    steps: list[str] = []

    async def fetch(number: int) -> int:
        steps.append(f"fetch {number}")
        return number

    async def read(number: int) -> int:
        steps.append(f"read {number}")
        return number

    async def work() -> None:
        async with fetch_and_read_ahead([1, 2], fetch, read) as results:
            async for number in results:
                steps.append(f"work {number}")

    drive(work())
    assert steps == ["fetch 1", "read 1", "work 1", "fetch 2", "read 2", "work 2"]
