"""What holds of every question on pay, staff, moves and months: in four languages and in each state."""

from __future__ import annotations

import pytest
from sqlalchemy import delete

from dashboard.data.database import writing
from dashboard.data.releases.tables import released_groups
from dashboard.i18n import LANGUAGES
from dashboard.viewmodels.answers import Question
from dashboard.viewmodels.company_figures import State
from dashboard.viewmodels.questions.subject import LONGEST_TITLE
from tests.viewmodels.questions.asking import ask, unfounded

BESIDE_PEERS = (
    Question.PAY_MIX,
    Question.TURNOVER,
    Question.STAFF,
    Question.BENEFITS,
    Question.OVERTIME,
)
OF_MONTHS = (Question.SEASON, Question.SHIFT)
ALL = BESIDE_PEERS + OF_MONTHS


@pytest.fixture
def clients(figures_world):
    found = figures_world.in_state(State.FIGURES)
    assert len(found) >= 15
    return found[:15]


@pytest.fixture
def alone(figures_world, tmp_path):
    """A world in which no group of peers was released."""
    world = figures_world.copy(tmp_path / "copy")
    with writing(world.store.engine) as connection:
        connection.execute(delete(released_groups))
    yield world
    world.store.engine.dispose()


@pytest.mark.parametrize("question", ALL)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_number_in_the_text_is_in_the_data(figures_world, clients, question, code):
    answers = [ask(figures_world, client, question, code=code) for client in clients]
    assert [unfounded(answer) for answer in answers] == [set()] * len(answers)
    assert all(answer.chart or answer.notice for answer in answers)


@pytest.mark.parametrize("question", ALL)
@pytest.mark.parametrize("code", LANGUAGES)
def test_titles_fit_on_a_slide_and_names_in_a_breath(figures_world, clients, question, code):
    for answer in (ask(figures_world, client, question, code=code) for client in clients):
        assert 0 < len(answer.title) <= LONGEST_TITLE
        assert 0 < len(answer.name) <= 175
        assert answer.source


@pytest.mark.parametrize("question", [Question.TURNOVER, Question.STAFF, Question.OVERTIME, Question.SEASON])
def test_some_client_of_the_world_gets_a_chart(figures_world, clients, question):
    assert any(ask(figures_world, client, question).chart for client in clients)


@pytest.mark.parametrize("question", [Question.PAY_MIX, Question.BENEFITS])
def test_without_released_peers_a_notice_stands_in_place_of_the_chart(alone, question):
    answer = ask(alone, alone.special()["provisional"], question)
    assert (answer.chart, answer.notice) == (None, "Too few peers to compare")
    assert answer.subtitle == "Too few peers to compare · 12 months to 30 June 2026"
    assert unfounded(answer) == set()


@pytest.mark.parametrize("question", [Question.TURNOVER, Question.STAFF, Question.OVERTIME])
def test_without_released_peers_the_own_figures_are_drawn_and_the_title_is_neutral(alone, question):
    answer = ask(alone, alone.special()["provisional"], question)
    neutral = {"Staff turnover", "Who works here", "Overtime and temporary unemployment by quarter"}
    assert answer.chart is not None
    assert answer.title in neutral


@pytest.mark.parametrize("question", ALL)
def test_a_client_without_data_gets_an_answer_that_says_so(figures_world, question):
    answer = ask(figures_world, figures_world.special()["no_data"], question)
    assert answer.notice or answer.chart
    assert "None" not in " ".join((answer.title, answer.notice, *answer.description))


@pytest.mark.parametrize("question", [Question.PAY_MIX, Question.OVERTIME])
def test_a_last_quarter_in_part_is_said(figures_world, question):
    answer = ask(figures_world, figures_world.special()["provisional"], question)
    assert answer.description[-1] == "Provisional: not all months of the last quarter were delivered."


def test_turnover_is_of_a_year_and_its_columns_are_quarters(figures_world, clients):
    answer = next(
        one for one in (ask(figures_world, client, Question.TURNOVER) for client in clients) if one.chart
    )
    *quarters, year = answer.table.rows
    assert len(quarters) == 8
    for column in (1, 2, 3):
        assert sum(row[column].number for row in quarters[-4:]) == year[column].number
    assert answer.chart.joined[-1] == quarters[-1][1].number
