"""Take the portfolio along in a file, as the screen shows it."""

from __future__ import annotations

from dashboard.data.portfolio import Line
from dashboard.data.trail import Event
from dashboard.domain.portfolio_question import PortfolioQuestion
from dashboard.workspace import Workspace


def export_portfolio(workspace: Workspace, question: PortfolioQuestion) -> tuple[Line, ...]:
    """What leaves is in the trail: how many clients, and who took them."""
    with workspace.changing() as firm:
        found = firm.portfolio.found(question)
        firm.trail.record(Event.CLIENTS_EXPORTED, detail=str(len(found)))
        return firm.portfolio.lines(found)
