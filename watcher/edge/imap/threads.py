"""Threads for blocking IMAP calls, so many a host: a provider that accepts and stays silent holds its own threads, and no others."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

#: Connections to one host that may be read from at the same time. Mailboxes that wait in IDLE hold no thread.
THREADS_PER_HOST = 8


class HostThreads:
    """A pool for each host, made when it is first asked for."""

    def __init__(self, per_host: int = THREADS_PER_HOST) -> None:
        self._per_host = per_host
        self._pools: dict[str, ThreadPoolExecutor] = {}

    def pool_of(self, host: str) -> ThreadPoolExecutor:
        """The pool of this host, by whatever case its name is written in."""
        name = host.casefold().rstrip(".")
        if name not in self._pools:
            self._pools[name] = ThreadPoolExecutor(self._per_host, thread_name_prefix=f"imap {name}")
        return self._pools[name]

    def shut_down(self) -> None:
        """Waits for nothing: what still runs ends with its connection."""
        for pool in self._pools.values():
            pool.shutdown(wait=False, cancel_futures=True)
