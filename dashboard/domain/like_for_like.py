"""An employer's own figure as if its staff were made up like the peers': one breakdown at a time.

Each group of the staff keeps its own hours and pay and is counted more or less often, until the shares of the
groups are those of the peers. With the employer's own shares the figure is its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dashboard.domain.metrics.formulas import Ratio
from dashboard.domain.own_series import (
    GROUPS,
    SMALLEST_GROUP,
    SUMS,
    Breakdown,
    Group,
    Series,
    Sums,
    added,
    group_over,
)
from dashboard.domain.shares import MixName

# The peers whose groups the employer has nobody of are left out, if they are few (in per cent).
LEAST_COVERED = 90.0
MIX_OF = {Breakdown.STATUS: MixName.STATUS, Breakdown.AGE: MixName.AGE, Breakdown.SEX: MixName.SEX}
PART_OF = {
    Group.UNDER_25: "under_25",
    Group.FROM_25: "from_25_to_34",
    Group.FROM_35: "from_35_to_44",
    Group.FROM_45: "from_45_to_54",
    Group.OVER_55: "from_55",
}
Class = tuple[float, Sums]


def like_for_like(
    formula: Ratio, quarters: Sequence[Series | None], breakdown: Breakdown, mix: Mapping[str, float]
) -> float | None:
    """The figure with the peers' shares in the place of the own ones; None where groups are too small."""
    classes = classes_of(quarters, breakdown, mix)
    covered = sum(share for share, _sums in classes)
    known = all(sums[name] is not None for _share, sums in classes for name in formula.measures)
    if len(classes) < 2 or covered < LEAST_COVERED or not known:  # noqa: PLR2004 - one class is no mix
        return None
    weighed = {
        name: sum(share / (sums["headcount"] or 1) * (sums[name] or 0) for share, sums in classes)
        for name in formula.measures
    }
    return float(formula.result(weighed)) if all(one > 0 for one in formula.divisors(weighed)) else None


def classes_of(
    quarters: Sequence[Series | None], breakdown: Breakdown, mix: Mapping[str, float]
) -> tuple[Class, ...]:
    """Each group that is shown, and the others together: the share of the peers, and the own sums."""
    found = {group: group_over(quarters, group) for group in GROUPS[breakdown]}
    shown = {group: sums for group, sums in found.items() if sums is not None}
    shares = {group: mix[PART_OF.get(group, group)] for group in GROUPS[breakdown]}
    classes = [(shares[group], sums) for group, sums in shown.items()]
    others = sum(share for group, share in shares.items() if group not in shown)
    rest = rest_of(whole(quarters), shown.values())
    months = sum(len(quarter.months) for quarter in quarters if quarter)
    if rest and (rest["headcount"] or 0) >= SMALLEST_GROUP * months > 0:
        classes.append((others, rest))
    return tuple(classes)


def whole(quarters: Sequence[Series | None]) -> Sums | None:
    """The sums of all the staff; None unless every quarter was delivered."""
    if not all(quarters):
        return None
    months = [month for quarter in quarters if quarter for month in quarter.months.values()]
    return {name: added(month[name] for month in months) for name in SUMS}


def rest_of(everybody: Sums | None, shown: Iterable[Sums]) -> Sums | None:
    """Those in no group that is shown: R12 hides at least five together, or there are none."""
    if everybody is None:
        return None
    parts = tuple(shown)
    return {name: less(everybody[name], [part[name] for part in parts]) for name in SUMS}


def less(total: int | None, parts: Iterable[int | None]) -> int | None:
    known = added(parts)
    return None if total is None or known is None else total - known
