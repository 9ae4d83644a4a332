"""Letters on their way out: what becomes of each, how many may leave, and what must be true of them whatever happened.

`letter_state` is the state machine and says why there is a state `uncertain`; `rate_limits` and `account` hold back, a letter or the
whole outbox; `invariants` are looked at while the service runs.

Data goes one way: a letter and what became of an attempt in, the letter as it must be out.

Must never: send, or ask a server or a clock; let a letter whose end nobody can know leave a second time, unless it may arrive twice.
"""
