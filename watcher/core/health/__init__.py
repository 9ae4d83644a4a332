"""Watcher's own condition: what keeps it from doing its work, which loop is stuck, and what a start must know of the run before.

`model` has the values the store keeps, `mailboxes` says which mailbox is which under another name, `folders` what a folder that cannot
be read hides, `doorbell` how often to look at a server that does not ring, `sent_mail` whether replies are looked for in the right
place, `progress` when a loop is stuck, `recovery` what a restart or a lost database means.

Data goes one way: instants and facts that the service has noted in, a verdict out. Must never: look at a loop, a file or a clock itself.
"""
