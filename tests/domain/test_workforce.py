import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.workforce import Period, Quarter, Span
from dashboard.errors import BadRequest

QUARTERS = st.builds(Quarter, st.integers(2000, 2100), st.integers(1, 4))


@given(QUARTERS)
def test_a_quarter_is_read_as_it_is_written(quarter):
    assert Quarter.parse(str(quarter)) == quarter


@pytest.mark.parametrize("text", ["", "2026", "2026Q0", "2026Q5", "2026-Q1", "2026Q11", "26Q1", " 2026Q1"])
def test_what_is_no_quarter_is_refused(text):
    with pytest.raises(BadRequest):
        Quarter.parse(text)


@given(QUARTERS, st.integers(-40, 40))
def test_going_back_and_forth_ends_where_it_began(quarter, count):
    assert quarter.minus(count).minus(-count) == quarter
    assert (quarter.minus(count) < quarter) == (count > 0)


@given(QUARTERS)
def test_a_quarter_ends_the_day_before_the_next_one_starts(quarter):
    assert quarter.end + datetime.timedelta(days=1) == quarter.minus(-1).start
    assert quarter.start < quarter.end


def test_a_year_has_its_quarters_in_order():
    assert Quarter(2026, 1).minus(1) == Quarter(2025, 4)
    assert (Quarter(2025, 4).start, Quarter(2025, 4).end) == (
        datetime.date(2025, 10, 1),
        datetime.date(2025, 12, 31),
    )


@pytest.mark.parametrize(
    ("quarter", "day"),
    [
        (Quarter(2026, 1), datetime.date(2026, 7, 1)),
        (Quarter(2026, 2), datetime.date(2026, 10, 1)),
        (Quarter(2026, 4), datetime.date(2027, 4, 1)),
    ],
)
def test_peer_figures_wait_three_months(quarter, day):
    assert quarter.release_day == day


def test_four_quarters_end_with_the_one_they_are_named_after():
    period = Period(Quarter(2026, 2), Span.FOUR_QUARTERS)

    assert list(map(str, period.quarters)) == ["2025Q3", "2025Q4", "2026Q1", "2026Q2"]
    assert Period(Quarter(2026, 2), Span.QUARTER).quarters == (Quarter(2026, 2),)
