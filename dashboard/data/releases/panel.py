"""Who counts in a release and where everybody stands: the panel, frozen for the calendar year (R1, R7)."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.disclosure import SMALLEST_MEMBER
from dashboard.domain.workforce import MONTHS, Quarter

Measures = Mapping[Quarter, pd.DataFrame]
Floats = NDArray[np.float64]

PLACES = ("nace", "section", "arrondissement", "province", "region", "committee")
GROUP = "enterprise_group"


@dataclasses.dataclass(frozen=True)
class Source:
    """What a release is built from: measures by quarter, where employers stand, which firms know them."""

    measures: Measures
    employers: pd.DataFrame
    known_by: Mapping[str, Collection[int]]


@dataclasses.dataclass(frozen=True)
class Panel:
    """The employers of one year: index employer; where each stands, its contributor, whether it is in.

    `unit` is the contributor: an enterprise group or the employer itself. `people` is the unit's headcount.
    `member` is true for employers whose unit is counted; `counts` for the one that stands for its unit.
    """

    year: int
    employers: pd.DataFrame

    @property
    def units(self) -> pd.DataFrame:
        """One row per contributor, in the order of their names."""
        return self.employers[self.employers["counts"]].sort_values("unit")

    @property
    def stands_for(self) -> list[str]:
        """For each employer that is in, the one that counts for its unit; empty for the others."""
        counted = self.employers[self.employers["counts"]]
        place = pd.Index(counted["unit"]).get_indexer(pd.Index(self.employers["unit"]))
        names = np.append(counted.index.to_numpy(dtype=object), "")
        stands: list[str] = np.where(self.employers["member"], names[place], "").tolist()
        return stands

    @property
    def unit_of(self) -> pd.Series[str]:
        """The contributor of each employer that is in."""
        found: pd.Series[str] = self.employers.loc[self.employers["member"], "unit"]
        return found


def panel_of(quarter: Quarter, source: Source) -> Panel:
    """The panel that starts with a quarter: every employer with facts, and the contributors among them."""
    measures = source.measures[quarter]
    known = source.employers.reindex(columns=[*PLACES, GROUP], fill_value="")
    panel = known[known.index.isin(measures.index)].sort_index().fillna("")
    panel["unit"] = panel[GROUP].where(panel[GROUP] != "", panel.index.to_series())
    months = measures["months"].reindex(panel.index)
    own = measures["headcount"].reindex(panel.index) / months
    by_unit = panel["unit"].to_numpy()
    panel["people"] = own.groupby(by_unit).transform("sum")
    complete = (months == MONTHS).groupby(by_unit).transform("all")
    panel["member"] = (panel["people"] >= SMALLEST_MEMBER) & complete
    panel["counts"] = panel["member"] & largest_of_its_unit(own, panel["unit"])
    return Panel(quarter.year, panel.drop(columns=GROUP))


def largest_of_its_unit(people: pd.Series[float], unit: pd.Series[str]) -> pd.Series[bool]:
    """True once per unit: for its largest employer, of two as large the one of the lowest number."""
    order = people.sort_values(ascending=False, kind="stable").index
    return ~unit.reindex(order).duplicated().reindex(people.index)


def merged(measures: pd.DataFrame, panel: Panel) -> pd.DataFrame:
    """The measures of each contributor: those of a group's employers added up, its months the fewest.

    Medians do not add up: a group of several employers has none.
    """
    unit_of = panel.unit_of
    found = measures[measures.index.isin(unit_of.index)]
    units = unit_of.reindex(found.index)
    if not units.duplicated().any():
        return found.set_axis(units.array)
    by_unit = found.groupby(units.to_numpy())
    added = by_unit.sum(skipna=False).assign(months=by_unit["months"].min())
    medians = added.columns.str.startswith("median_")
    return added.mask(np.logical_and.outer(by_unit.size().to_numpy() > 1, medians))


def firms_of(panel: Panel, known_by: Mapping[str, Collection[int]]) -> dict[str, set[int]]:
    """Each contributor's firms: a firm that knows one employer of a group knows the contributor."""
    firms: dict[str, set[int]] = {}
    for employer, unit in panel.unit_of.items():
        if known := known_by.get(str(employer)):
            firms.setdefault(unit, set()).update(known)
    return firms
