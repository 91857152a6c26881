"""With whom a person compares, kept for that person alone, on both databases."""

from dashboard.domain.peers import Comparison
from tests.cast import BETA_EDITOR, EDITOR, READER


def keep(world, email, comparison):
    with world.store.changing(world.actor(email)) as firm:
        firm.remembered.keep_comparison(comparison)


def kept(world, email):
    with world.store.reading(world.actor(email)) as firm:
        return firm.remembered.comparison()


def test_the_last_choice_is_kept_for_its_person_alone(world):
    assert kept(world, READER) is None
    keep(world, READER, Comparison.REGION)
    keep(world, READER, Comparison.BELGIUM)
    keep(world, EDITOR, Comparison.COMMITTEE)
    assert (kept(world, READER), kept(world, EDITOR)) == (Comparison.BELGIUM, Comparison.COMMITTEE)
    assert kept(world, BETA_EDITOR) is None
