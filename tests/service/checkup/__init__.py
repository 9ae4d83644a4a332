"""The checks of a running system, against real and scripted servers."""
