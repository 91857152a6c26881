"""What is exported of a client of the invented world: what the screen says, in any language, named or not."""

import pytest

from dashboard.domain.exports import Format, Names, Order
from dashboard.errors import DashboardError, NoMandate, NotFound
from dashboard.exports.files import WRITTEN, file_name
from dashboard.exports.orders import take_report, take_snapshot
from dashboard.i18n import LANGUAGES
from dashboard.viewmodels.company_figures import State
from dashboard.viewmodels.frozen import frozen, thawed
from dashboard.viewmodels.report import Shown


def order(client, *, language="en", names=Names.HIDDEN, code="", kind=Format.SHEETS):
    return Order(client.id, kind, language, names, code=code)


@pytest.fixture
def client(figures_world):
    return figures_world.in_state(State.FIGURES)[0]


@pytest.fixture
def world(figures_world, tmp_path):
    copied = figures_world.copy(tmp_path)
    yield copied
    copied.store.engine.dispose()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_holds_the_clients_own_figures(world, client, language):
    report = take_report(world.workspace(), order(client, language=language))
    assert report.answers
    for kind in (Format.SLIDES, Format.SHEETS, Format.LINES, Format.INTERNATIONAL_LINES):
        assert WRITTEN[kind](report)


def test_a_hidden_name_is_in_no_part_of_the_report(world, client):
    report = take_report(world.workspace(), order(client))
    assert client.entry.name.encode() not in frozen({"en": report})
    assert file_name(report, Format.SLIDES).startswith("The company")


def test_a_shown_name_is_that_of_the_client(world, client):
    report = take_report(world.workspace(), order(client, names=Names.SHOWN))
    assert report.company == client.entry.name


def test_a_report_is_read_again_as_it_was_written(world, client):
    report = take_report(world.workspace(), order(client))
    assert thawed(frozen({"en": report})) == {"en": report}


def test_a_snapshot_says_the_same_in_any_language(world, client):
    workspace = world.workspace()
    now = {one: take_report(workspace, order(client, language=one)) for one in LANGUAGES}
    code = take_snapshot(workspace, client.id, Shown("", ""))
    for one in LANGUAGES:
        again = take_report(workspace, order(client, language=one, code=code))
        assert again.code == code
        assert again.answers == now[one].answers
        assert again.definitions == now[one].definitions


def test_a_snapshot_of_one_client_is_not_that_of_another(world, client):
    other = world.in_state(State.FIGURES)[1]
    code = take_snapshot(world.workspace(), client.id, Shown("", ""))
    with pytest.raises(NotFound):
        take_report(world.workspace(), order(other, code=code))


@pytest.mark.parametrize("state", [State.PENDING, State.NO_STAFF])
def test_a_client_without_figures_is_refused_with_the_reason(world, state):
    client = world.in_state(state)[0]
    with pytest.raises(DashboardError):
        take_report(world.workspace(), order(client))
    with pytest.raises((NotFound, NoMandate)):
        take_report(world.workspace(), order(client, code="AAAA-AAAA"))
