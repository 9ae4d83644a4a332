"""Breaking things on purpose, with figures: each module is one row of the table in docs/development/reliability.md.

`python -m tests.torture NAME` runs one row, `python -m tests.torture all` every one within its share of an hour. A row has a
seed or a fixed list, so that what it found can be run again.
"""
