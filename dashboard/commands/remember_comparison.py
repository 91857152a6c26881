"""Keeps with whom a person compares: a convenience of their own, and so in no trail."""

from __future__ import annotations

from dashboard.domain.peers import Comparison
from dashboard.workspace import Workspace


def remember_comparison(workspace: Workspace, comparison: Comparison) -> None:
    with workspace.changing() as firm:
        firm.remembered.keep_comparison(comparison)
