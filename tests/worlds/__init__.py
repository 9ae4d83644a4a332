"""The one harness in memory: parts (account, clock, guard, executor) and the offices built of them.

The simulation builds its world of the same parts, with faults.
"""
