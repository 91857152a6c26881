"""A world of some size, invented once, for the published figures to be compared with."""

import pytest

from tests.demo.facts_world import World


@pytest.fixture(scope="session")
def country(tmp_path_factory):
    return World(tmp_path_factory.mktemp("country"), employers=12_000, quarters=4, last="2024Q4")
