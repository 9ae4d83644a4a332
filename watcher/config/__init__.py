"""config.toml → one frozen `Config`, or every problem at once, each with its line and what to write instead.

`values` reads a single value, `models` a table, `check` what must agree between tables, `load` the files. Data goes one way:
file → `load` → `Config` → `service.wiring`. Nothing here asks a server, reads a password or knows the state.
"""

import os

# pydantic would go through every package installed, looking for plugins of its own: 0.03 s of each start, and code nobody asked for.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
