"""The staged working day of `watcher demo`: the daemon itself, on servers in this process, and a clock that waits for it.

For: `day` (who writes what, when, and what must come of it) → `stage` (plays it against the running App on the `servers`) →
`summary` (what became of every scene, and the page that shows it). Needs the extra `demo`.

Must never: be imported by the rest of Watcher, patch or replace a part of it, or let an outcome depend on the clock on the wall.
"""
