"""A look-up is counted and audited, and says nothing about other firms."""

import datetime

import pytest

from dashboard.commands.look_up import look_up
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber
from dashboard.domain.look_up import Outcome
from dashboard.errors import TooMany
from tests.cast import BETA_EDITOR, EDITOR, MANAGER, NOON, a_cast, number_of


def unknown(counter):
    return RegisterNumber.invent(datetime.date(1991, 5, 1) + datetime.timedelta(days=counter), 993)


def trail_of(workspace):
    with workspace.reading() as firm:
        return firm.trail.latest()


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("Only Known SRL", Outcome.KNOWN),
        ("Simon, Marc", Outcome.KNOWN),
        ("Garage Peeters BV", Outcome.KNOWN),
        ("Dupuis, Anne", Outcome.LISTED),
    ],
)
def test_a_known_number_is_found_whoever_else_lists_it(cast, name, outcome):
    found = look_up(cast.workspace(EDITOR), number_of(name))
    assert (found.outcome, found.entry.name) == (outcome, name)


def test_an_unknown_number_is_unknown(cast):
    assert look_up(cast.workspace(EDITOR), CompanyNumber.from_stem(1999999)).outcome is Outcome.UNKNOWN


def test_a_client_that_was_removed_is_known_like_any_other(cast):
    workspace = cast.workspace(EDITOR)
    with workspace.changing() as firm:
        firm.selections.remove([cast.client(EDITOR, "Dupuis, Anne").id])
    found = look_up(workspace, number_of("Dupuis, Anne"))
    assert (found.outcome, found.client) == (Outcome.KNOWN, None)


def test_every_look_up_is_in_the_trail_without_the_number(cast):
    workspace = cast.workspace(EDITOR)
    look_up(workspace, number_of("Simon, Marc"))
    look_up(workspace, unknown(1))
    last, first = trail_of(workspace)[:2]
    assert (first.client, first.detail) == ("Simon, Marc", "register number: known")
    assert (last.client, last.detail) == ("", "register number: unknown")


def test_the_twenty_first_failure_of_an_hour_is_refused_until_the_first_is_an_hour_old(tmp_path):
    clock = [NOON]
    cast = a_cast(tmp_path, clock=lambda: clock[0])
    workspace = cast.workspace(EDITOR)
    for counter in range(20):
        look_up(workspace, unknown(counter))
    with pytest.raises(TooMany) as refused:
        look_up(workspace, number_of("Simon, Marc"))
    assert refused.value.values["until"] == NOON + datetime.timedelta(hours=1)
    clock[0] = NOON + datetime.timedelta(hours=1, seconds=1)
    assert look_up(workspace, number_of("Simon, Marc")).outcome is Outcome.KNOWN


def test_known_numbers_do_not_count_as_failures(cast):
    workspace = cast.workspace(EDITOR)
    for _ in range(25):
        look_up(workspace, number_of("Simon, Marc"))
    assert look_up(workspace, unknown(1)).outcome is Outcome.UNKNOWN


def test_a_firm_fails_at_most_sixty_times_a_day_and_other_firms_go_on(tmp_path):
    clock = [NOON]
    cast = a_cast(tmp_path, clock=lambda: clock[0])
    for hour in range(3):
        clock[0] = NOON + datetime.timedelta(hours=2 * hour)
        for counter in range(20):
            look_up(cast.workspace(EDITOR), unknown(counter))
    with pytest.raises(TooMany):
        look_up(cast.workspace(MANAGER), unknown(1))
    assert look_up(cast.workspace(BETA_EDITOR), unknown(1)).outcome is Outcome.UNKNOWN
