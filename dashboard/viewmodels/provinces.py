"""Belgium by province on the figures tab: the metrics that can be mapped, and the map of one."""

from __future__ import annotations

from dashboard.domain.metrics import COMPARED, MetricName
from dashboard.domain.peers import Comparison
from dashboard.i18n import Language
from dashboard.viewmodels.answers import Answer
from dashboard.viewmodels.company_figures import State, state_of
from dashboard.viewmodels.periods import Choice, period_of
from dashboard.viewmodels.questions.provinces import answer
from dashboard.workspace import Workspace


def provinces_figures(workspace: Workspace, client_id: str, *, metric: str, period: str) -> Answer | None:
    """None where the client has no figures, or the metric is none of this period."""
    with workspace.reading() as firm:
        client = firm.clients.one(client_id)
        quarters = firm.releases.quarters()
        if state_of(client, quarters) is not State.FIGURES:
            return None
        return answer(
            firm,
            client,
            period=period_of(period, quarters),
            comparison=Comparison.REGION,
            language=workspace.language,
            metric=MetricName(metric) if metric in set(MetricName) else MetricName.SICKNESS_TOTAL,
        )


def metrics_offered(language: Language) -> tuple[Choice, ...]:
    return tuple(Choice(metric.name, language.text(metric.label)) for metric in COMPARED)
