"""The questions as an accountant asks them, and the one that is asked in an address."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.i18n import N_
from dashboard.viewmodels.answers import Answer, Question
from dashboard.viewmodels.company_figures import State, comparison_of, state_of
from dashboard.viewmodels.periods import period_of
from dashboard.viewmodels.questions import ANSWERS
from dashboard.workspace import Workspace

ASKED = {
    Question.STANDING: N_("Where does this company stand, all in all?"),
    Question.CONVERSATION: N_("What deserves a conversation?"),
    Question.GROUPS: N_("How does cost per FTE compare with sector, region and Belgium?"),
    Question.GROWTH: N_("Does cost per FTE grow faster than at the peers?"),
    Question.UNUSUAL: N_("How unusual is cost per FTE?"),
    Question.PAY_MIX: N_("What is pay made of, compared with the peers?"),
    Question.ABSENCE_LENGTHS: N_("How high is sickness absence, and is it short or long?"),
    Question.SHIFT: N_("Is the rise a blip or a real change?"),
    Question.SEASON: N_("In which months are people absent?"),
    Question.TURNOVER: N_("Does this company lose many people?"),
    Question.STAFF: N_("Who works here?"),
    Question.BENEFITS: N_("Do the peers grant this benefit?"),
    Question.TO_THE_MEDIAN: N_("What would reaching the median be worth?"),
    Question.OVERTIME: N_("Overtime and temporary unemployment over the year?"),
    Question.PROVINCES: N_("What is the peers’ median in each province?"),
}


def questions_offered(workspace: Workspace) -> Iterator[tuple[Question, str]]:
    """Every question that has an answer, in the words and the order of the list above."""
    for question, words in ASKED.items():
        if question in ANSWERS:
            yield question, workspace.language.text(words)


def answer_to(
    workspace: Workspace, client_id: str, *, question: str, period: str, comparison: str
) -> Answer | None:
    """The answer to a question by its name; None where it is none or cannot be asked of this client."""
    if question not in set(ANSWERS):
        return None
    with workspace.reading() as firm:
        client = firm.clients.one(client_id)
        quarters = firm.releases.quarters()
        if state_of(client, quarters) is not State.FIGURES:
            return None
        return ANSWERS[Question(question)](
            firm,
            client,
            period=period_of(period, quarters),
            comparison=comparison_of(comparison),
            language=workspace.language,
        )
