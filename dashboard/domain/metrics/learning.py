"""The metrics on formal training."""

from __future__ import annotations

from dashboard.domain.metrics.formulas import Ratio
from dashboard.domain.metrics.metric import YEAR_ONLY, Metric, MetricName, Topic, Unit
from dashboard.i18n import N_

TRAINING_HOURS = Metric(
    MetricName.TRAINING_HOURS,
    36,
    Topic.WORKFORCE,
    Unit.HOURS_PER_FTE,
    Ratio({"hours_training": 120}, {"fte": 1}),
    0.5,
    YEAR_ONLY,
    N_("Training per FTE"),
    N_("Hours of formal training in the year, divided by the average number of FTE."),
)
SHARE_TRAINED = Metric(
    MetricName.SHARE_TRAINED,
    36,
    Topic.WORKFORCE,
    Unit.PERCENT,
    Ratio({"year_trained": 12}, {"headcount": 1}, scale=100),
    1,
    YEAR_ONLY,
    N_("Employees who were trained"),
    N_("Employees with formal training in the year, divided by the average headcount."),
)
TRAINING_COST_SHARE = Metric(
    MetricName.TRAINING_COST_SHARE,
    36,
    Topic.WORKFORCE,
    Unit.PERCENT,
    Ratio({"training_cost": 1}, {"gross": 1, "year_end": 1}, scale=100),
    0.1,
    YEAR_ONLY,
    N_("Cost of training"),
    N_("Net cost of formal training, as a share of the wage bill."),
)
LEARNING = (TRAINING_HOURS, SHARE_TRAINED, TRAINING_COST_SHARE)
