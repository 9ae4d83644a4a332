"""config.toml → one frozen `Config`, or every problem at once, each with its line and what to write instead.

`values` reads a single value, `models` a table, `check` what must agree between tables, `load` the files. Data goes one way:
file → `load` → `Config` → `service.wiring`. Nothing here asks a server, reads a password or knows the state.
"""
