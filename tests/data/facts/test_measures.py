"""Stage 1 and the reader's own values against the slow computation, on facts drawn at random."""

import duckdb
import numpy as np
import pandas as pd
import pytest

from dashboard.data.facts.measures import employer_quarter, employers, quarters
from dashboard.data.facts.own import store_own
from dashboard.data.releases.reader import Releases
from dashboard.domain.metrics import OVERVIEW
from dashboard.domain.workforce import Missing, Period, Reason, Span
from tests.peer_world import QUARTER, an_employer, an_empty_store
from tests.plain_figures import plain_figures

YEAR = tuple(QUARTER.minus(back) for back in (3, 2, 1, 0))
USUAL = [an_employer(place) for place in range(6)]
TWO_STAFF, NEW, GONE, IN_PART = (an_employer(place) for place in range(90, 94))
EVERYBODY = [*USUAL, TWO_STAFF, NEW, GONE, IN_PART]


def staff_of(employer):
    return 2 if employer == TWO_STAFF else 3 + EVERYBODY.index(employer) * 2


def delivered_months(employer, quarter):
    absent = {NEW: YEAR[:2], GONE: YEAR[3:]}
    if quarter in absent.get(employer, ()):
        return ()
    return (1, 2) if (employer, quarter) == (IN_PART, QUARTER) else (1, 2, 3)


def worker_months(quarter, rng):
    """Some workers come late or leave early; everybody's fraction and wage change by the month."""
    return pd.DataFrame(
        {
            "employer": employer,
            "worker": EVERYBODY.index(employer) * 1000 + place,
            "month": month,
            "sex": 1 + place % 2,
            "birth_year": 2006 - place * 5,
            "blue_collar": place % 3 == 0,
            "open_ended": place % 4 != 3,
            "fraction": int(rng.choice([500, 800, 1000, 1000])),
            "fte": int(rng.integers(400, 1001)),
            "gross": int(rng.integers(200_000, 600_000)),
            "cost": int(rng.integers(600_000, 900_000)),
            "hours_contracted": int(rng.integers(12_000, 16_500)),
            "hours_worked": int(rng.integers(8_000, 12_000)),
        }
        for employer in EVERYBODY
        for place in range(staff_of(employer))
        for month in delivered_months(employer, quarter)
        if place < 3 or employer == TWO_STAFF or rng.random() < 0.9
    )


def absences(staff, rng):
    return pd.DataFrame(
        {
            "employer": employer,
            "worker": worker,
            "spell": spell,
            "cause": int(rng.choice([1, 1, 2])),
            "days": int(rng.choice([0, 1, 5, 30, 31, 200, 365, 366, 900])),
            "days_before": 0,
            "gap": 0,
            "days_prior": 0,
            "starts_here": bool(rng.random() < 0.6),
            "ends_here": True,
            "hours": int(rng.integers(0, 9_000)),
        }
        for spell, (employer, worker) in enumerate(
            staff[["employer", "worker"]].drop_duplicates().itertuples(index=False)
        )
        if rng.random() < 0.4
    )


def exits(staff, rng):
    return pd.DataFrame(
        {
            "employer": employer,
            "worker": int(rng.integers(10**6)),
            "reason": int(rng.integers(1, 5)),
            "open_ended": bool(rng.random() < 0.8),
            "back_after": 0,
        }
        for employer in staff["employer"].unique()
        for _ in range(int(rng.integers(0, 4)))
    )


def write(folder, table, quarter, rows):
    target = folder / table / f"quarter={quarter}"
    target.mkdir(parents=True)
    with duckdb.connect() as engine:
        engine.register("rows", rows)
        engine.sql("SELECT * FROM rows ORDER BY employer").write_parquet(str(target / "part-0.parquet"))


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    folder, rng = tmp_path_factory.mktemp("it's facts"), np.random.default_rng(7)
    for quarter in YEAR:
        staff = worker_months(quarter, rng)
        write(folder, "worker_months", quarter, staff)
        write(folder, "absences", quarter, absences(staff, rng))
        write(folder, "exits", quarter, exits(staff, rng))
    return folder


@pytest.fixture(scope="module")
def reader(facts):
    with an_empty_store().begin() as connection:
        for quarter in YEAR:
            store_own(connection, quarter, employer_quarter(facts, quarter))
        yield Releases(connection)


def shown(value):
    return value.reason.value if isinstance(value, Missing) else pytest.approx(value)


@pytest.mark.parametrize("span", Span)
@pytest.mark.parametrize("employer", EVERYBODY)
def test_every_own_value_equals_the_slow_computation(facts, reader, employer, span):
    slow = plain_figures(facts, employer, quarter=str(QUARTER), span=span)

    own = reader.own(employer, Period(QUARTER, span))

    shared = slow.keys() & own.keys()
    assert len(shared) > 10
    assert {name: slow[name] for name in shared} == {name: shown(own[name]) for name in shared}


@pytest.mark.parametrize(
    ("employer", "span", "reason"),
    [
        (TWO_STAFF, Span.QUARTER, Reason.TOO_FEW_EMPLOYEES),
        (NEW, Span.FOUR_QUARTERS, Reason.NOT_DELIVERED),
        (GONE, Span.QUARTER, Reason.NOT_DELIVERED),
    ],
)
def test_an_own_value_that_is_missing_says_why(reader, employer, span, reason):
    assert set(reader.own(employer, Period(QUARTER, span)).values()) == {Missing(reason)}


def test_a_new_employer_has_values_of_its_first_quarter(reader):
    own = reader.own(NEW, Period(YEAR[2], Span.QUARTER))

    assert not any(isinstance(own[metric.name], Missing) for metric in OVERVIEW if metric.name in own)


def test_a_last_quarter_in_part_is_shown_and_called_provisional(reader):
    period = Period(QUARTER, Span.FOUR_QUARTERS)

    assert reader.own_figures(IN_PART, period).is_provisional
    assert not reader.own_figures(USUAL[0], period).is_provisional
    assert not reader.own_figures(GONE, period).is_provisional
    assert not isinstance(reader.own(IN_PART, period)["headcount"], Missing)


def test_a_quarter_in_part_makes_no_later_year(reader):
    later = Period(QUARTER.minus(-1), Span.FOUR_QUARTERS)

    assert set(reader.own(IN_PART, later).values()) == {Missing(Reason.NOT_DELIVERED)}


def test_quarters_with_facts_are_listed_in_order(facts):
    assert quarters(facts) == YEAR


def test_an_employer_of_brussels_is_read_without_a_province(tmp_path_factory):
    folder = tmp_path_factory.mktemp("it's facts")
    table = pd.DataFrame({"employer": [USUAL[0]], "nace": ["10711"], "province": [None]})
    with duckdb.connect() as engine:
        engine.register("rows", table)
        engine.sql("SELECT * FROM rows").write_parquet(str(folder / "employers.parquet"))

    assert employers(folder).loc[USUAL[0]].to_dict() == {"nace": "10711", "province": ""}


def test_store_own_replaces_the_given_employers_only(facts):
    measures = employer_quarter(facts, QUARTER)
    with an_empty_store().begin() as connection:
        store_own(connection, QUARTER, measures)
        reader, period = Releases(connection), Period(QUARTER, Span.QUARTER)
        before = {employer: reader.own(employer, period) for employer in USUAL}

        store_own(connection, QUARTER, measures.loc[USUAL[:1]].assign(gross=1))

        after = {employer: reader.own(employer, period) for employer in USUAL}
    assert [employer for employer in USUAL if before[employer] != after[employer]] == USUAL[:1]


def test_a_series_has_a_value_or_a_reason_for_each_quarter(reader):
    series = reader.own_series(NEW, "headcount", Span.QUARTER, YEAR)

    assert series[:2] == (Missing(Reason.NOT_DELIVERED),) * 2
    assert not any(isinstance(one, Missing) for one in series[2:])
