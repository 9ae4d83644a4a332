"""The memory: one database, SQLite or PostgreSQL, in which everything that belongs together becomes true together or not at all.

For: `store` opens it and runs a step in a transaction, which has a repository for each noun (`ledger`, `inquiries`, `threads`,
`letters`, `folders`, `commands`, `people`, `incidents`): values of `core.*.model` in, the same values out. `tables` is the schema,
`migrations` bring an older one up to it, `backup` copies all of it into a file and puts it back.

Must never: decide what a state means or what comes next, read the clock, or let a race end in two rows where one is right:
uniqueness lives in the schema. Whatever the database refuses is a StoreError.
"""
