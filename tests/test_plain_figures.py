"""The slow computation against figures worked out by hand, so that it may judge the fast one."""

import duckdb
import pytest

from tests.plain_figures import METRICS, NOT_APPLICABLE, NOT_DELIVERED, TOO_FEW, plain_figures

EMPLOYER, SMALL = "0100000041", "0100000140"
QUARTERS = ("2025Q3", "2025Q4", "2026Q1", "2026Q2")
COLUMNS = {
    "worker_months": "employer, worker, month, sex, birth_year, open_ended, fraction, fte, gross, cost,"
    " hours_contracted, hours_worked",
    "absences": "employer, worker, spell, cause, days, starts_here, hours",
    "exits": "employer, worker, reason, open_ended",
}


def worker_months(quarter: str) -> list[tuple]:
    """Four workers: a young man, a woman of 56, a half-time woman, a fixed-term man who leaves in March."""
    people = [
        (1, 1, 2004, True, 1000, 300_000, 420_000, 16_000, 13_000),
        (2, 2, 1970, True, 1000, 500_000, 700_000, 16_000, 15_000),
        (3, 2, 1985, True, 500, 200_000, 280_000, 8_000, 7_000),
        (4, 1, 1990, False, 1000, 400_000, 600_000, 16_000, 15_000),
    ]
    present = people[:3] if quarter == "2026Q2" else people
    return [
        (EMPLOYER, worker, month, sex, born, open_ended, fraction, fraction, gross, cost, contracted, worked)
        for worker, sex, born, open_ended, fraction, gross, cost, contracted, worked in present
        for month in (1, 2, 3)
    ] + [
        (SMALL, worker, month, 1, 1990, True, 1000, 1000, 300_000, 400_000, 16_000, 15_000)
        for worker in (8, 9)
        for month in (1, 2, 3)
    ]


ABSENCES = {
    "2025Q3": [(EMPLOYER, 2, 1, 1, 90, True, 9_600)],
    "2025Q4": [(EMPLOYER, 2, 1, 1, 120, False, 3_200), (EMPLOYER, 1, 2, 2, 4, True, 2_400)],
    "2026Q1": [(EMPLOYER, 3, 3, 1, 3, True, 1_200)],
    "2026Q2": [(EMPLOYER, 3, 4, 1, 5, True, 1_800), (EMPLOYER, 1, 5, 2, 0, True, 0)],
}
EXITS = {
    "2025Q4": [(EMPLOYER, 7, 2, True)],
    "2026Q1": [(EMPLOYER, 4, 4, False), (EMPLOYER, 6, 1, True)],
}


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("facts")
    for quarter in QUARTERS:
        write(folder, "worker_months", quarter, worker_months(quarter))
        write(folder, "absences", quarter, ABSENCES[quarter])
        write(folder, "exits", quarter, EXITS.get(quarter, []))
    return folder


def write(folder, table, quarter, rows):
    if not rows:
        return
    target = folder / table / f"quarter={quarter}"
    target.mkdir(parents=True)
    written = ", ".join(map(str, rows))
    query = f"SELECT * FROM (VALUES {written}) AS facts ({COLUMNS[table]})"  # noqa: S608 - written above
    duckdb.sql(query).write_parquet(str(target / "part-0.parquet"))


def test_a_quarter_agrees_with_the_hand(facts):
    figures = plain_figures(facts, EMPLOYER, quarter="2026Q2", span="quarter")

    assert figures["headcount"] == 3
    assert figures["fte"] == 2.5
    assert figures["share_under_25"] == pytest.approx(100 / 3)
    assert figures["share_55_and_over"] == pytest.approx(100 / 3)
    assert figures["share_of_women"] == pytest.approx(200 / 3)
    assert figures["part_time_share"] == pytest.approx(100 / 3)
    assert figures["gross_wage_per_fte"] == 4000
    assert figures["cost_per_fte"] == 67_200
    assert figures["hourly_cost"] == 40
    assert figures["sickness_total"] == figures["sickness_short"] == pytest.approx(1.5)
    assert figures["turnover_total"] == figures["accident_frequency"] == NOT_APPLICABLE


def test_four_quarters_agree_with_the_hand(facts):
    figures = plain_figures(facts, EMPLOYER, quarter="2026Q2", span="four_quarters")

    assert figures["headcount"] == 3.75
    assert figures["turnover_total"] == pytest.approx(200 / 3)
    assert figures["turnover_voluntary"] == figures["turnover_involuntary"] == pytest.approx(100 / 3)
    assert figures["sickness_short"] == pytest.approx(100 * 3_000 / 624_000)
    assert figures["sickness_medium"] == pytest.approx(100 * 12_800 / 624_000)
    assert figures["sickness_long"] == 0
    assert figures["sickness_frequency"] == pytest.approx(3 / 3.75)
    assert figures["zero_absence_share"] == pytest.approx(100 / 3)
    assert figures["accident_frequency"] == pytest.approx(1_000_000 / 5_550)


def test_two_employees_are_too_few(facts):
    assert set(plain_figures(facts, SMALL, quarter="2026Q2", span="four_quarters").values()) == {TOO_FEW}


def test_a_year_with_a_quarter_missing_is_not_delivered(facts):
    figures = plain_figures(facts, EMPLOYER, quarter="2026Q1", span="four_quarters")

    assert figures == dict.fromkeys(METRICS, NOT_DELIVERED)
