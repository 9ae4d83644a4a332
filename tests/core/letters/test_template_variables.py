"""The values that templates are tried out with have every name that a template may use."""

from watcher.core.letters.template_variables import SAMPLE_VALUES, TEMPLATE_VARIABLES


def test_a_sample_has_every_name_that_a_template_may_use():
    for kind, samples in SAMPLE_VALUES.items():
        for sample in samples:
            assert sample.keys() == TEMPLATE_VARIABLES[kind].keys(), kind
