"""Invented rows of worker_months: who, on what contract, with which hours and pay."""

from __future__ import annotations

import numpy as np

from dashboard.demo.columns import Columns
from dashboard.demo.hours import time_of
from dashboard.demo.pay import pay_columns
from dashboard.demo.payroll import Payroll
from dashboard.demo.work import Work
from dashboard.demo.workers import Workers
from dashboard.domain.workforce import Quarter


def month_rows(
    random: np.random.Generator, workers: Workers, work: Work, *, payroll: Payroll, quarter: Quarter
) -> Columns:
    """Columns of worker_months, and `row`, the place among the workers."""
    time = time_of(random, workers, work, payroll=payroll, quarter=quarter)
    pay = pay_columns(workers, time, payroll=payroll, quarter=quarter)
    hours = {
        "hours_contracted": time.contracted,
        "hours_worked": time.at_work + time.overtime,
        "hours_paid": time.paid + time.overtime,
        "hours_overtime": time.overtime,
        "hours_sick": time.sick,
        "hours_unemployed": time.idle,
        "hours_training": time.training,
    }
    row = time.row
    return {
        "row": row,
        "employer": workers.employer[row],
        "worker": workers.worker[row],
        "month": (time.month + 1).astype(np.int8),
        "sex": workers.sex.astype(np.int8)[row],
        "birth_year": workers.birth_year.astype(np.int16)[row],
        "blue_collar": workers.blue[row],
        "open_ended": workers.open_ended[row],
        "contract": workers.contract.astype(np.int8)[row],
        "entry_month": workers.entered.astype(np.int32)[row],
        "fraction": workers.fraction.astype(np.int16)[row],
        **{name: column.astype(np.int32) for name, column in (hours | pay).items()},
    }
