"""Run pytest on the tests that carry some markers; a part that holds none of them is no failure."""

import sys

import pytest


def main(arguments: list[str]) -> int:
    flag, markers, *rest = arguments
    if flag != "--markers":
        sys.exit("Usage: run_tests.py --markers EXPRESSION [PYTEST ARGUMENT]…")
    outcome = pytest.main(["-m", markers, *rest])
    return 0 if outcome == pytest.ExitCode.NO_TESTS_COLLECTED else int(outcome)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
