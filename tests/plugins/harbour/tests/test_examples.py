from auditor.testing import examples_of

test_examples = examples_of("unnamed-ferry", "tide-table")
