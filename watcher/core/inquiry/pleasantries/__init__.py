"""The words of thanks and of what goes with them, one module a language, named after its ISO 639-1 code (`is_`, as `is` is Python's).

`words` says what there may be of a language; `known` gathers them all.
"""
