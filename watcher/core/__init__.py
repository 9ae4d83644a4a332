"""Decides, and touches nothing: the same arguments give the same answer.

Data goes from room to room: `message` (octets → facts) → `rules` (facts → verdict) → `inquiry` (what becomes of the conversation) →
`letters` (what is written) and `outbox` (when it may leave); `commands` is the way back in, from a person to `inquiry`. `health` is
about Watcher itself; `hours` and `toml` serve them all.

Must never: read a clock, a file, a socket or a database; log; draw a random number; import anything of Watcher outside core. `now` is
an argument, aware and in UTC.
"""
