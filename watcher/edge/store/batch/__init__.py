"""One transaction for many messages: what a batch needs of the database is asked in one query a kind, what it decides is written in bulk.

For: `transaction.open_batch` gives a `BatchTransaction`, used like any other. Every message still sees what the one before it left: from
memory. What is not kept in memory goes to the database, after all that waits was written.

Must never: answer otherwise than the database would, or outlive its transaction.
"""
