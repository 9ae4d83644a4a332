"""What is this message, must a person see it, may a machine answer it? `Facts` and rules → a `Verdict`, with its reason.

The way through it: `rule_files` compiles the TOML of the operator into `rules`, whose `conditions` ask a `context` of one message
(`traits`, `holding`); `suppression` is the table of what forbids an automatic answer (RFC 3834), by the `codes`; `rules` combines
both. `lint`, `examples` and `proposals` look at rules, not at mail.

It must never know the state of an inquiry, and never name a person by guess: in doubt a message is tracked and not answered. The
same message and rules give the same verdict; `prefilter` changes the time it takes, and nothing else.
"""
