"""What Watcher writes: acknowledgement, digest, confirmation, weekly report, alert.

For: facts of an inquiry → the values of a template (`templates`, `wording`) → text and page → octets (`mime`) that are read back and
compared before anybody may queue them. The same arguments give the same octets, so a letter can be written again after a crash.

Must never: read a clock, a file or a database; decide whether a letter is due or may leave; let what a stranger wrote become
a header, markup, a link, or part of an acknowledgement.
"""
