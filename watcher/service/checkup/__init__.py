"""`watcher check`, as far as it asks the world: files, servers, mailboxes. Fetches what `core.health.findings` judges; changes nothing.

`files` looks at this machine, `servers` at ports and TLS, `mailbox` at what is in a mailbox, `submission` at who takes mail to whom,
`round_trip` sends a letter and reads it back.
"""
