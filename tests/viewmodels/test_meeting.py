"""The meeting memory: agreed and happened, drafted talking points, and who may read and write them."""

from __future__ import annotations

import datetime

import pytest

from dashboard.callbacks import meeting as callbacks
from dashboard.commands.keep_meeting import agree, date_in, drop_agreement, keep_points, number_in
from dashboard.data.trail import Event
from dashboard.domain.agreements import LONGEST_DECISION, LONGEST_POINTS, MOST_AGREEMENTS
from dashboard.domain.identifiers import RegisterNumber
from dashboard.errors import BadRequest, Incomplete, NoMandate, NotFound
from dashboard.viewmodels.answers import Lines
from dashboard.viewmodels.company_figures import State, company_figures
from dashboard.viewmodels.meeting import meeting_memory
from dashboard.viewmodels.metric_detail import metric_detail

READER = "reader@lumiere.example"
STRANGER = "editor@brabo.example"
TODAY = datetime.date(2026, 11, 24)
DECISION = {
    "decision": "Call who is absent",
    "metric": "sickness_total",
    "target": "6,5",
    "due": "31/12/2026",
}
NUMBER = RegisterNumber.invent(datetime.date(1985, 7, 30), 994).printed


@pytest.fixture
def world(figures_world, tmp_path):
    copied = figures_world.copy(tmp_path / "copy")
    yield copied
    copied.store.engine.dispose()


@pytest.fixture
def client(world):
    return world.special()["provisional"]


def memory(world, client, email=""):
    return meeting_memory(world.workspace(email), client.id)


def test_an_agreement_stands_beside_what_happened_since(world, client):
    agree(world.workspace(), client.id, **DECISION)
    (line,) = memory(world, client).lines
    assert (line.decision, line.agreed) == ("Call who is absent", "24 November 2026")
    assert line.target == "Sickness absence: 6.5% by 31 December 2026"
    assert line.then == line.now != ""


def test_a_decision_needs_no_figure(world, client):
    agree(world.workspace(), client.id, decision="Send the  note", metric="", target="", due="")
    (line,) = memory(world, client).lines
    assert (line.decision, line.target, line.then, line.now) == ("Send the note", "", "", "")


def test_the_newest_target_of_a_metric_is_its_target(world, client):
    for target in ("7", "6,5"):
        agree(world.workspace(), client.id, **DECISION | {"target": target})
    agree(world.workspace(), client.id, **DECISION | {"target": "", "metric": "cost_per_fte"})
    with world.workspace().reading() as firm:
        assert firm.meetings.targets(client.id) == {"sickness_total": 6.5}


def test_the_target_is_a_mark_on_the_strip_and_on_the_trend(world, client):
    agree(world.workspace(), client.id, **DECISION)
    chosen = {"period": "2026Q1-four_quarters", "comparison": "sector"}
    view = company_figures(world.workspace(), client.id, **chosen)
    aimed = [strip for _topic, _title, strips in view.topics for strip in strips if strip.target]
    assert [(one.metric, one.target) for one in aimed] == [("sickness_total", "Agreed target: 6.5%")]
    assert aimed[0].places.target is not None
    detail = metric_detail(world.workspace(), client.id, metric="sickness_total", period="", comparison="")
    targets = [one.chart.target for one in detail.answers if isinstance(one.chart, Lines)]
    assert [target.number for target in targets] == [6.5]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"decision": "  "}, "decision"),
        ({"decision": "x" * (LONGEST_DECISION + 1)}, "decision"),
        ({"decision": f"About {NUMBER}"}, "decision"),
        ({"metric": ""}, "metric"),
        ({"target": "six"}, "target"),
        ({"target": "1,2,3"}, "target"),
        ({"due": "tomorrow"}, "due"),
        ({"due": "31/02/2027"}, "due"),
        ({"due": "23/11/2026"}, "due"),
    ],
)
def test_what_cannot_be_agreed_is_said_at_its_field_and_nothing_is_kept(world, client, wrong, field):
    with pytest.raises(Incomplete) as refused:
        agree(world.workspace(), client.id, **DECISION | wrong)
    assert refused.value.values["field"] == field
    assert memory(world, client).lines == ()


def test_an_unknown_metric_is_refused(world, client):
    with pytest.raises(BadRequest):
        agree(world.workspace(), client.id, **DECISION | {"metric": "moon"})


def test_agreements_have_an_end(world, client):
    for _ in range(MOST_AGREEMENTS):
        agree(world.workspace(), client.id, **DECISION)
    with pytest.raises(BadRequest, match="50 agreements"):
        agree(world.workspace(), client.id, **DECISION)


@pytest.mark.parametrize(
    ("typed", "number"), [("6,5", 6.5), ("6.5", 6.5), ("58 400", 58400.0), ("-1", -1.0), (" ", None)]
)
def test_numbers_are_read_as_they_are_written(typed, number):
    assert number_in(typed) == number


def test_days_are_read_as_they_are_written():
    assert date_in("1/2/2027", today=TODAY) == date_in("01.02.2027", today=TODAY) == datetime.date(2027, 2, 1)


def test_a_dropped_agreement_is_gone_and_the_trail_says_so(world, client):
    agree(world.workspace(), client.id, **DECISION)
    drop_agreement(world.workspace(), client.id, memory(world, client).lines[0].id)
    assert memory(world, client).lines == ()
    with world.workspace().reading() as firm:
        events = [record.event for record in firm.trail.latest(limit=2)]
    assert events == [Event.AGREEMENT_DROPPED, Event.AGREED]


def some_client_that_stands_out(world):
    found = (memory(world, one) for one in world.in_state(State.FIGURES))
    return next(one for one in found if one.points)


def test_talking_points_are_drafted_from_what_stands_out(world):
    view = some_client_that_stands_out(world)
    lines = view.points.splitlines()
    assert view.points_are_drafted
    assert 0 < len(lines) <= 3
    assert all("Median of the peers" in line for line in lines)


def test_talking_points_are_kept_as_they_were_changed(world, client):
    keep_points(world.workspace(), client.id, "Ask about the move\n")
    view = memory(world, client, READER)
    assert (view.points, view.points_are_drafted, view.may_edit) == ("Ask about the move", False, False)
    keep_points(world.workspace(), client.id, "")
    assert (memory(world, client).points, memory(world, client).points_are_drafted) == ("", False)


@pytest.mark.parametrize("words", ["x" * (LONGEST_POINTS + 1), f"About {NUMBER}"])
def test_unfit_talking_points_are_refused(world, client, words):
    with pytest.raises(Incomplete):
        keep_points(world.workspace(), client.id, words)
    assert memory(world, client).points_are_drafted


def test_another_firm_reads_and_changes_nothing(world, client):
    agree(world.workspace(), client.id, **DECISION)
    line = memory(world, client).lines[0]
    stranger = world.workspace(STRANGER)
    for act in (
        lambda: meeting_memory(stranger, client.id),
        lambda: agree(stranger, client.id, **DECISION),
        lambda: keep_points(stranger, client.id, "x"),
        lambda: drop_agreement(stranger, client.id, line.id),
    ):
        with pytest.raises(NotFound):
            act()
    assert memory(world, client).lines == (line,)


def test_without_a_mandate_nothing_is_read_or_written(world):
    pending = world.in_state(State.PENDING)[0]
    assert memory(world, pending) is None
    with pytest.raises(NoMandate):
        agree(world.workspace(), pending.id, **DECISION)
    with pytest.raises(NoMandate):
        keep_points(world.workspace(), pending.id, "x")


def test_the_form_answers_where_it_is_wrong_and_shows_what_was_agreed(world, client):
    path = f"/clients/{client.id}/figures"
    wrong = callbacks.show_agreement(world.workspace(), clicks=1, path=path, **DECISION | {"due": "soon"})
    assert {name for name in callbacks.FIELDS if wrong[name]} == {"due"}
    answer = callbacks.show_agreement(
        world.workspace(), clicks=1, path=path, **DECISION | {"metric": "-", "target": ""}
    )
    assert not any(answer[name] for name in callbacks.FIELDS)
    assert "Call who is absent" in str(answer["agreed"])
