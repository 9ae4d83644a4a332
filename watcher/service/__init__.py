"""The loops and what they share: rows are fetched, the core is asked, its answer is stored in one transaction.

Mail comes in by `intake` (scans folders) and `message_intake` (one message, one transaction), with `conversation`, `acknowledgement`
and `answers`; `reminders` writes digests; `delivery` sends. `app` starts and stops them, `recovery` finds what a crash left.

Must never: decide. No condition about states or durations of inquiries and letters stands here.
"""
