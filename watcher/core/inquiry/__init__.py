"""Inquiries: which messages belong together, whether a person has answered, who is reminded and when.

A message goes `threads` (its ids and keys) → `ties` (which inquiries) → `arrivals` (what it is: `house_mail`, `customer_mail`) →
`thread_status` (where the conversation stands) → `inquiry_update` (the inquiry as it must be). `renumbering` knows mail again. Commands
and the clock go to `decide` and `due`, with `ladder` (when) and `roster` (to whom).

Must never: read a clock, a database or a socket; let a doubt close an inquiry; write a letter.
"""
