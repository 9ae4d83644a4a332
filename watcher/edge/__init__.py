"""Everything that touches the world: mail servers, the database, files, the clock, systemd. No policy.

A module here does one thing and reports what happened, as a value of `core.*.model` or as one exception of its own; it
never decides what that means for an inquiry. It imports the nouns of core (`core.*.model`) and nothing else of Watcher.
"""
