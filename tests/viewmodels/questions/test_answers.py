"""What holds of every question asked of cards: in four languages, in each state, for all kinds of clients."""

from __future__ import annotations

import pytest
from sqlalchemy import delete

from dashboard.data.database import writing
from dashboard.data.releases.tables import released_groups
from dashboard.i18n import LANGUAGES
from dashboard.viewmodels.answers import Question
from dashboard.viewmodels.asked import ASKED, answer_to, questions_offered
from dashboard.viewmodels.company_figures import State
from dashboard.viewmodels.questions import ANSWERS
from dashboard.viewmodels.questions.subject import LONGEST_TITLE
from tests.viewmodels.questions.asking import ask, unfounded

OF_THE_CARDS = (
    Question.STANDING,
    Question.CONVERSATION,
    Question.GROUPS,
    Question.GROWTH,
    Question.UNUSUAL,
    Question.ABSENCE_LENGTHS,
)
each_question = pytest.mark.parametrize("question", OF_THE_CARDS)


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


@each_question
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_number_in_the_text_is_in_the_data(figures_world, clients, question, code):
    answers = [ask(figures_world, client, question, code=code) for client in clients]
    assert [unfounded(answer) for answer in answers] == [set()] * len(answers)
    assert any(answer.chart for answer in answers)


@each_question
def test_titles_fit_on_a_slide_and_names_in_a_breath(figures_world, clients, question):
    for answer in (ask(figures_world, client, question) for client in clients):
        assert 0 < len(answer.title) <= LONGEST_TITLE
        assert 0 < len(answer.name) <= 150
        assert answer.source.startswith("Source:")


@each_question
def test_without_released_peers_a_notice_stands_in_place_of_a_finding(alone, question):
    answer = ask(alone, alone.special()["provisional"], question)
    assert answer.notice
    assert unfounded(answer) == set()
    assert "quarter" not in answer.title.split(":")[-1]


@each_question
def test_a_client_without_data_gets_an_answer_that_says_so(figures_world, question):
    answer = ask(figures_world, figures_world.special()["no_data"], question)
    assert answer.notice or answer.chart
    assert "None" not in " ".join((answer.title, answer.notice, *answer.description))


def test_every_question_with_an_answer_has_words_and_is_offered_in_their_order(figures_world):
    assert set(ANSWERS) <= set(ASKED)
    offered = [question for question, _words in questions_offered(figures_world.workspace())]
    assert offered == [question for question in ASKED if question in ANSWERS]


@pytest.mark.parametrize("question", ["", "nonsense", "client"])
def test_there_is_no_answer_to_an_unknown_question(figures_world, question):
    client = figures_world.special()["provisional"]
    workspace = figures_world.workspace()
    assert answer_to(workspace, client.id, question=question, period="", comparison="") is None


@pytest.mark.parametrize("state", [State.PENDING, State.NO_STAFF])
def test_a_client_without_figures_is_asked_nothing(figures_world, state):
    client = figures_world.in_state(state)[0]
    workspace = figures_world.workspace()
    assert answer_to(workspace, client.id, question="standing", period="", comparison="") is None
