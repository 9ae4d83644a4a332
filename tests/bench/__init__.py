"""Speed, measured: `make bench`, or `python -m tests.bench NAME…`. Nothing here is asserted; machines are noisy, so compare within
one run, do not quote.

One module a measurement, each with `measure(scale)`: figures, made from seeded mail. `scale` 1.0 is what the documentation quotes;
less is quicker and says less.
"""
