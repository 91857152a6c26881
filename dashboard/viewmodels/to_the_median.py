"""From here to the median on the figures tab: the answer for a chosen place, and the law behind it."""

from __future__ import annotations

import dataclasses

from dashboard.domain.legal_parameters import law_on
from dashboard.viewmodels.absence_sentences import law_table
from dashboard.viewmodels.answers import Answer, Table
from dashboard.viewmodels.company_figures import State, comparison_of, state_of
from dashboard.viewmodels.periods import period_of
from dashboard.viewmodels.questions.to_the_median import Target, answer
from dashboard.workspace import Workspace


@dataclasses.dataclass(frozen=True)
class ToTheMedian:
    """The answer, and the law that it counts with, if it counts."""

    answer: Answer
    law: Table


def to_the_median(
    workspace: Workspace, client_id: str, *, target: str, period: str, comparison: str
) -> ToTheMedian | None:
    """None where the client has no figures."""
    with workspace.reading() as firm:
        client = firm.clients.one(client_id)
        quarters = firm.releases.quarters()
        if state_of(client, quarters) is not State.FIGURES:
            return None
        found = answer(
            firm,
            client,
            period=period_of(period, quarters),
            comparison=comparison_of(comparison),
            language=workspace.language,
            target=Target(target) if target in set(Target) else Target.MEDIAN,
        )
        if found.chart is None:
            return ToTheMedian(found, Table((), ()))
        return ToTheMedian(found, law_table(law_on(firm.now.date()), workspace.language))
