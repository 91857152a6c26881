# ruff: noqa: S608 the questions hold names of this file's own
"""The invented world beside the published figures: health and movements."""

import pytest

from tests.demo.facts_world import World

YEARS = "(SELECT count(*) / 12 FROM worker_months)"
SICK = "cause IN (1, 3)"
PARTS = {"short": "days <= 30", "medium": "days BETWEEN 31 AND 365", "long": "days > 365"}
# What a row of either table says of the worker and of the employer.
KNOWN = """
    SELECT facts.*, people.blue, people.sex, people.birth_year, section, nace, province, staff
    FROM {table} AS facts JOIN people USING (employer, worker) JOIN employers USING (employer)
    JOIN sizes USING (employer)
"""
PEOPLE = """
    SELECT employer, worker, any_value(sex) AS sex, any_value(birth_year) AS birth_year,
           bool_or(blue_collar) AS blue
    FROM worker_months GROUP BY ALL
"""
SIZES = "SELECT employer, count(*) / 12 AS staff FROM worker_months GROUP BY employer"


def rate(country, part, where="true"):
    """Contractual hours lost to spells of one length so far, of those the condition is true of."""
    return country.number(
        f"""
        WITH people AS ({PEOPLE}), sizes AS ({SIZES}),
        lost AS ({KNOWN.format(table="absences")}),
        owed AS (
            SELECT hours_contracted, people.blue, facts.sex, facts.birth_year, section, nace, province, staff
            FROM worker_months AS facts JOIN people USING (employer, worker)
            JOIN employers USING (employer) JOIN sizes USING (employer))
        SELECT 100 * (SELECT sum(hours) FROM lost WHERE {SICK} AND {PARTS.get(part, "true")} AND {where})
             / (SELECT sum(hours_contracted) FROM owed WHERE {where})
        """
    )


@pytest.mark.parametrize(
    ("part", "published", "tolerance"),
    [("short", 2.59, 0.25), ("medium", 2.59, 0.3), ("long", 3.39, 0.5), ("total", 8.57, 0.7)],
)
def test_sickness_is_near_the_published_rates(country, part, published, tolerance):
    assert rate(country, part) == pytest.approx(published, abs=tolerance)


def test_some_have_many_spells_and_three_in_ten_have_none(country):
    spells, none, many, absent = (
        country.ask(
            f"""
            WITH all_year AS (
                SELECT employer, worker FROM worker_months GROUP BY ALL HAVING count(*) = 12),
            sick AS (
                SELECT employer, worker, count(*) FILTER (starts_here) AS spells,
                       max((days BETWEEN 31 AND 365)::INTEGER) AS medium
                FROM absences WHERE {SICK} GROUP BY ALL)
            SELECT avg(coalesce(spells, 0)), avg((coalesce(spells, 0) = 0)::INTEGER),
                   avg((coalesce(spells, 0) >= 3)::INTEGER), avg(coalesce(medium, 0))
            FROM all_year LEFT JOIN sick USING (employer, worker)
            """
        )
        .iloc[0]
        .tolist()
    )

    assert spells == pytest.approx(1.73, abs=0.15)
    assert none == pytest.approx(0.31, abs=0.03)
    assert many == pytest.approx(0.26, abs=0.03)
    assert absent == pytest.approx(0.13, abs=0.025)


def test_a_worker_loses_twelve_working_days_to_spells_of_up_to_a_year(country):
    days = country.number(f"SELECT sum(hours) / 760 / {YEARS} FROM absences WHERE {SICK} AND days <= 365")
    assert days == pytest.approx(12.1, abs=1.5)


@pytest.mark.parametrize(
    ("where", "published", "tolerance"),
    [("staff < 5", 4.92 / 7.13, 0.1), ("staff >= 1000", 10.92 / 7.13, 0.25)],
    ids=["small", "large"],
)
def test_sickness_grows_with_the_size_as_published(country, where, published, tolerance):
    middle = rate(country, "total", "staff BETWEEN 50 AND 200")
    assert rate(country, "total", where) / middle == pytest.approx(published, abs=tolerance)


@pytest.mark.parametrize(
    ("part", "where", "published", "tolerance"),
    [
        ("total", "blue", 11.3, 1.0),
        ("long", "blue", 4.9, 0.8),
        ("medium", "2024 - birth_year BETWEEN 25 AND 34", 2.13, 0.3),
        ("long", "2024 - birth_year BETWEEN 25 AND 34", 0.75, 0.3),
        ("medium", "2024 - birth_year BETWEEN 55 AND 59", 3.3, 0.4),
        ("long", "section = 'R'", 4.56, 1.2),
        ("short", "nace LIKE '81%'", 4.4, 1.2),
        ("medium", "nace LIKE '81%'", 5.4, 1.6),
        ("long", "nace LIKE '81%'", 10.4, 3.0),
        ("long", "province = '50000'", 4.8, 1.4),
        ("long", "province = '60000'", 4.8, 1.2),
        ("long", "province IS NULL", 4.1, 0.9),
    ],
)
def test_sickness_of_a_group_is_near_the_published_rate(country, part, where, published, tolerance):
    assert rate(country, part, where) == pytest.approx(published, abs=tolerance)


def test_status_and_sex_stand_to_each_other_as_published(country):
    women, men = (
        rate(country, "medium", f"sex = {sex}") + rate(country, "long", f"sex = {sex}") for sex in (2, 1)
    )
    white = rate(country, "short", "NOT blue") / rate(country, "short")

    assert women / men == pytest.approx(9.38 / 5.44, abs=0.2)
    assert white == pytest.approx(2.85 / 3.24, abs=0.06)


@pytest.mark.parametrize(("region", "published"), [("03000", 3.14 / 3.24), ("04000", 3.25 / 3.24)])
def test_the_region_hardly_moves_the_short_rate(country, region, published):
    place = f"employer IN (SELECT employer FROM employers WHERE region = '{region}')"
    flanders = "employer IN (SELECT employer FROM employers WHERE region = '02000')"
    spells = (
        f"(SELECT count(*) FROM absences WHERE {SICK} AND starts_here AND {where})"
        f" / (SELECT count(*) FROM worker_months WHERE {where})"
        for where in (place, flanders)
    )
    assert country.number(f"SELECT {' / '.join(f'({one})' for one in spells)}") == pytest.approx(
        published, abs=0.13
    )


def test_spells_begin_in_winter_and_autumn_more_than_in_summer(country):
    begun = country.ask(
        "SELECT month(DATE '1970-01-01' + start) AS month, count(*) AS spells"
        f" FROM absences WHERE {SICK} AND starts_here GROUP BY month"
    ).set_index("month")["spells"]

    assert (begun[7] + begun[8]) / 2 / begun[9] == pytest.approx(2.21 / 2.82, abs=0.08)
    assert min(begun[2], begun[10]) > 1.1 * begun[4:9].mean()


def test_accidents_and_leavers_are_near_the_published_rates(country):
    accidents = country.number("SELECT count(*) FROM absences WHERE cause = 2 AND starts_here")
    million_hours = country.number("SELECT sum(hours_worked) / 1e8 FROM worker_months")
    open_years = country.number("SELECT count(*) / 12 FROM worker_months WHERE open_ended")
    leavers = country.ask(
        "SELECT reason, count(*) AS leavers FROM exits WHERE open_ended AND reason < 4 GROUP BY reason"
    ).set_index("reason")["leavers"]

    assert accidents / million_hours == pytest.approx(17.5, abs=4)
    assert leavers.sum() / open_years == pytest.approx(0.1776, abs=0.015)
    assert leavers[1] / open_years == pytest.approx(0.1078, abs=0.012)
    assert leavers[2] / open_years == pytest.approx(0.0564, abs=0.008)
    assert leavers[3] / open_years == pytest.approx(0.0134, abs=0.004)


def test_small_and_middling_employers_lose_a_quarter_of_their_workers(country):
    turnover = country.number(
        f"""
        WITH sizes AS ({SIZES}), small AS (SELECT employer FROM sizes WHERE staff < 50)
        SELECT (SELECT count(*) FROM exits JOIN small USING (employer) WHERE open_ended AND reason < 4)
             / (SELECT count(*) / 12 FROM worker_months JOIN small USING (employer) WHERE open_ended)
        """
    )
    assert turnover == pytest.approx(0.257, abs=0.025)


@pytest.mark.parametrize(
    ("last", "quarters", "published", "tolerance"),
    [("2019Q4", 4, 0.8, 0.25), ("2020Q2", 2, 15.4, 3.5), ("2022Q2", 2, 2.5, 0.7)],
)
def test_temporary_unemployment_came_and_went(tmp_path, last, quarters, published, tolerance):
    past = World(tmp_path, employers=6000, quarters=quarters, last=last)
    idle = past.number("SELECT 100 * sum(hours_unemployed) / sum(hours_contracted) FROM worker_months")
    assert idle == pytest.approx(published, abs=tolerance)
