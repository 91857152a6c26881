"""R1: who contributes, and an enterprise group as one contributor."""

import dataclasses

import numpy as np
import pytest

from dashboard.data.releases.build import drafted
from dashboard.data.releases.kernel import COLUMNS
from dashboard.data.releases.panel import firms_of, merged, panel_of
from dashboard.data.releases.values import value_matrix
from dashboard.domain.metrics import MetricName
from dashboard.domain.workforce import Span
from tests.peer_world import ALPHA, BAKERY, BETA, QUARTER, RULES, Crowd, a_source, an_employer, with_measures

FINEST = "5|10711|region|03000|fine|2"

MEDIANS = {"median_wage", "median_seniority"}
# Medians do not add up over the employers of a group.
ADDED_UP = [place for place, column in enumerate(COLUMNS) if not MEDIANS & set(column.metric.measures)]
GROSS_OF_THE_YEAR = next(
    place
    for place, column in enumerate(COLUMNS)
    if (column.metric.name, column.span) == (MetricName.GROSS_WAGE_PER_FTE, Span.FOUR_QUARTERS)
)


def grouped(source, *groups):
    """The same world, where each group of places in it is one enterprise group."""
    named = source.employers.assign(enterprise_group="")
    for number, places in enumerate(groups):
        named.loc[[an_employer(place) for place in places], "enterprise_group"] = f"G{number}"
    return dataclasses.replace(source, employers=named)


def keys(source):
    return {key for key, _band, _figures in drafted(source, QUARTER, rules=RULES).groups}


def test_t4_two_numbers_of_one_group_count_once():
    source = a_source(Crowd(10))

    assert FINEST in keys(source)
    assert FINEST not in keys(grouped(source, (0, 1)))


def test_a_group_stands_where_its_largest_employer_stands_with_all_its_people():
    source = a_source(Crowd(1, dataclasses.replace(BAKERY, nace="47111", headcount=30)), Crowd(2))

    panel = panel_of(QUARTER, grouped(source, (0, 1, 2))).employers

    assert panel["counts"].tolist() == [True, False, False]
    assert panel["member"].all()
    assert set(panel["people"]) == {50}


def test_a_group_is_known_to_the_firms_of_all_its_employers():
    source = grouped(a_source(Crowd(1, firms=(ALPHA,)), Crowd(1, firms=(BETA,)), Crowd(1)), (0, 1))

    firms = firms_of(panel_of(QUARTER, source), source.known_by)

    assert firms == {"G0": {ALPHA, BETA}}


def test_a_group_has_the_metrics_of_its_measures_added_up():
    together = grouped(a_source(Crowd(3)), (0, 1, 2))
    panel = panel_of(QUARTER, together)
    measures = {
        quarter: table.sum().to_frame("G0").T.assign(months=3) for quarter, table in together.measures.items()
    }
    alone = dataclasses.replace(together, measures=measures)
    alone = dataclasses.replace(alone, employers=together.employers.iloc[:1].set_axis(["G0"]))

    values = value_matrix(panel, QUARTER, together.measures)

    expected = value_matrix(panel_of(QUARTER, alone), QUARTER, measures)
    assert np.array_equal(values[:, ADDED_UP], expected[:, ADDED_UP], equal_nan=True)


def test_a_group_of_which_one_quarter_is_delivered_in_part_counts_for_nothing():
    source = with_measures(grouped(a_source(Crowd(3)), (0, 1)), an_employer(1), months=2)

    panel = panel_of(QUARTER, source)

    assert panel.units["unit"].tolist() == [an_employer(2)]
    assert merged(source.measures[QUARTER], panel).index.tolist() == [an_employer(2)]


@pytest.mark.parametrize(("headcounts", "counts"), [((1, 1), False), ((1, 2), True)])
def test_three_people_are_counted_over_a_group(headcounts, counts):
    crowds = [Crowd(1, dataclasses.replace(BAKERY, headcount=size)) for size in headcounts]

    panel = panel_of(QUARTER, grouped(a_source(*crowds), (0, 1)))

    assert panel.employers["counts"].any() == counts


def test_each_employer_of_a_group_names_the_one_that_stands_for_it():
    large = Crowd(1, dataclasses.replace(BAKERY, headcount=30))
    source = grouped(a_source(Crowd(1), large, Crowd(1)), (0, 1))

    assert list(panel_of(QUARTER, source).stands_for) == [an_employer(1), an_employer(1), an_employer(2)]


def test_a_group_of_several_employers_has_no_median_of_its_own():
    source = grouped(a_source(Crowd(3)), (0, 1))
    measures = source.measures[QUARTER].assign(median_wage=[300_000, 320_000, 340_000])

    found = merged(measures, panel_of(QUARTER, source))

    assert np.isnan(found.loc["G0", "median_wage"])
    assert found.loc[an_employer(2), "median_wage"] == 340_000
    assert found.loc["G0", "gross"] == measures["gross"].iloc[:2].sum()


def test_a_group_has_no_yearly_value_when_one_employer_delivered_an_earlier_quarter_in_part():
    source = grouped(a_source(Crowd(3)), (0, 1))
    earlier = QUARTER.minus(2)
    in_part = source.measures[earlier].copy()
    in_part.loc[an_employer(1), "months"] = 2

    panel = panel_of(QUARTER, source)
    values = value_matrix(panel, QUARTER, {**source.measures, earlier: in_part})

    missing = np.isnan(values[:, GROSS_OF_THE_YEAR])
    assert dict(zip(panel.units["unit"], missing.tolist(), strict=True)) == {
        an_employer(2): False,
        "G0": True,
    }
