"""Who watches what, where several instances share one database.

`plan` says what an instance may take and what it gives up; `model` holds the nouns. An instance lives as long as it renews itself, a
lease as long as its instance. Every lease counts its holders (a fencing token): whoever held it before is told apart by it.

Data goes one way: instances and leases as they are on record in, what one instance is to do out.

Must never: ask a clock; let a lease that somebody alive holds be taken.
"""
