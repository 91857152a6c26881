"""Invented kinds of contracts: ordinary ones, students and flexi-jobs, and how often each is found."""

from __future__ import annotations

import numpy as np

from dashboard.demo.payroll import Numbers, Payroll, Ratios
from dashboard.domain.workforce import Quarter

ORDINARY, STUDENT, FLEXI = 1, 2, 3
# Chances to end within a quarter; of ordinary contracts beside what turnover adds.
STUDENT_ENDS, FLEXI_ENDS, ORDINARY_ENDS, PER_TURNOVER = 0.45, 0.20, 0.02, 0.05
LEAST_ORDINARY = 0.05

# Students by quarter, and the yearly growth of both since the shares were counted.
HOLIDAYS = np.array([0.9, 1.0, 2.2, 0.9])
COUNTED, STUDENT_GROWTH, FLEXI_GROWTH = 2024, 1.03, 1.13


def contract_shares(payroll: Payroll, quarter: Quarter) -> Ratios:
    """Students and flexi-jobs as shares of each employer's staff: a column each."""
    years = quarter.year - COUNTED
    return np.column_stack([payroll.students * STUDENT_GROWTH**years, payroll.flexi * FLEXI_GROWTH**years])


def arriving(payroll: Payroll, quarter: Quarter) -> Ratios:
    """The shares among those who join: larger, for contracts that are soon over are filled more often."""
    casual = contract_shares(payroll, quarter)
    ordinary = np.maximum(1 - casual.sum(axis=1), LEAST_ORDINARY) * (
        ORDINARY_ENDS + PER_TURNOVER * payroll.turnover
    )
    flows = casual * np.array([STUDENT_ENDS * HOLIDAYS[quarter.number - 1], FLEXI_ENDS])
    return np.asarray(flows / (flows.sum(axis=1) + ordinary)[:, None])


def draw_contracts(random: np.random.Generator, shares: Ratios) -> Numbers:
    draw = random.random(len(shares))
    casual = np.where(draw < shares[:, 0], STUDENT, FLEXI)
    return np.where(draw < shares.sum(axis=1), casual, ORDINARY)
