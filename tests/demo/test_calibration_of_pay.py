# ruff: noqa: S608 the questions hold names of this file's own
"""The invented world beside the published figures: pay, contracts, benefits and structure."""

import pytest

ORDINARY = "contract = 1"
SIZES = "SELECT employer, count(*) / 12 AS staff FROM worker_months GROUP BY employer"
# Full-time wages of October 2022, at employers of ten or more.
WAGES = f"""
    WITH sizes AS ({SIZES})
    SELECT gross / 100 / 1.03 ** (7 / 4) AS wage, 2024 - birth_year AS age, province, region, section, nace
    FROM worker_months JOIN employers USING (employer) JOIN sizes USING (employer)
    WHERE fte = 1000 AND {ORDINARY} AND staff >= 10 AND quarter = '2024Q3'
"""
ROWS = f"""
    WITH sizes AS ({SIZES})
    SELECT worker_months.*, section, nace, region, staff
    FROM worker_months JOIN employers USING (employer) JOIN sizes USING (employer)
"""


def share(country, what, where="true"):
    return country.number(f"SELECT avg(({what})::INTEGER) FROM ({ROWS}) WHERE {where}")


@pytest.mark.parametrize(
    ("figure", "published"),
    [
        ("avg(wage)", 4076),
        ("median(wage)", 3728),
        ("quantile_cont(wage, 0.1)", 2443),
        ("quantile_cont(wage, 0.9)", 6305),
    ],
)
def test_full_time_wages_are_spread_as_published(country, figure, published):
    assert country.number(f"SELECT {figure} FROM ({WAGES})") == pytest.approx(published, rel=0.05)


@pytest.mark.parametrize(
    ("where", "published"),
    [
        ("nace[:2] IN ('19', '20')", 6431),
        ("nace LIKE '70%'", 5696),
        ("section = 'L'", 5472),
        ("section = 'I'", 2863),
        ("region = '04000'", 4748),
        ("province IN ('20001', '20002')", 4250),
    ],
)
def test_the_mean_wage_of_a_group_is_near_the_published_one(country, where, published):
    assert country.number(f"SELECT avg(wage) FROM ({WAGES}) WHERE {where}") == pytest.approx(
        published, rel=0.17
    )


def test_wages_rise_with_age_and_men_earn_a_little_more(country):
    older = country.number(f"SELECT avg(wage) FILTER (age >= 60) / avg(wage) FROM ({WAGES})")
    women, men = (
        country.number(
            f"SELECT sum(gross) / sum(hours_paid) FROM ({ROWS})"
            f" WHERE staff >= 10 AND section NOT IN ('A', 'P') AND sex = {sex}"
        )
        for sex in (2, 1)
    )

    assert older == pytest.approx(1.31, abs=0.08)
    assert 1 - women / men == pytest.approx(0.05, abs=0.03)


def test_an_hour_costs_what_is_published_and_a_quarter_of_it_is_no_wage(country):
    hour, beside = (
        country.ask(
            "SELECT sum(cost) / sum(hours_worked), 1 - sum(gross + bonus + year_end + meal_voucher_pay"
            f" + company_car + bike_allowance) / sum(cost) FROM ({ROWS}) WHERE staff >= 10"
        )
        .iloc[0]
        .tolist()
    )

    assert hour == pytest.approx(48.2, abs=2.5)
    assert beside == pytest.approx(0.25, abs=0.03)


@pytest.mark.parametrize(
    ("what", "where", "published", "tolerance"),
    [
        ("fraction < 1000", ORDINARY, 0.264, 0.03),
        ("fraction < 1000", f"{ORDINARY} AND sex = 2", 0.405, 0.04),
        ("fraction < 1000", f"{ORDINARY} AND sex = 1", 0.128, 0.03),
        ("fraction BETWEEN 750 AND 850", ORDINARY, 0.126, 0.02),
        ("fraction = 500", ORDINARY, 0.106, 0.02),
        ("NOT open_ended", "contract < 3 AND region = '03000'", 0.097, 0.03),
        ("contract = 3", "true", 0.045, 0.012),
        ("region = '02000'", "contract = 3", 0.853, 0.08),
        ("section = 'I'", "contract = 3", 0.40, 0.2),
        ("sex = 2", "true", 0.494, 0.07),
        ("2024 - birth_year < 25", "true", 0.066, 0.035),
        ("2024 - birth_year BETWEEN 30 AND 49", "true", 0.505, 0.03),
        ("2024 - birth_year BETWEEN 50 AND 59", "true", 0.245, 0.03),
        ("2024 - birth_year >= 60", "true", 0.06, 0.02),
    ],
)
def test_the_workforce_is_made_up_as_published(country, what, where, published, tolerance):
    assert share(country, what, where) == pytest.approx(published, abs=tolerance)


@pytest.mark.parametrize("section", ["I", "R"])
def test_more_than_half_work_part_time_in_hospitality_and_in_care(country, section):
    assert share(country, "fraction < 1000", f"section = '{section}'") > 0.48


@pytest.mark.parametrize(
    ("what", "where", "published", "tolerance"),
    [
        ("meal_vouchers > 0", "true", 0.70, 0.06),
        ("meal_vouchers > 0", "staff < 20", 0.32, 0.06),
        ("company_car > 0", "true", 0.215, 0.03),
        ("company_car > 0", "NOT blue_collar", 0.30, 0.04),
        ("company_car > 0", "section = 'L'", 0.39, 0.1),
        ("company_car > 0", "section = 'F'", 0.29, 0.06),
        ("company_car > 0", "staff BETWEEN 100 AND 249", 0.315, 0.07),
        ("bike_allowance > 0", "true", 0.13, 0.03),
    ],
)
def test_benefits_are_as_common_as_published(country, what, where, published, tolerance):
    assert share(country, what, f"{ORDINARY} AND {where}") == pytest.approx(published, abs=tolerance)


def test_a_meal_voucher_costs_the_employer_the_published_share(country):
    each = country.number("SELECT sum(meal_voucher_pay) / sum(meal_vouchers) FROM worker_months")
    assert each == pytest.approx(650 - 163, abs=25)


def test_agency_workers_work_the_published_share_of_hours(country):
    hours = country.number("SELECT sum(hours) FROM agency_hours")
    full_time_equivalents = 87_565.7 / 3_957_963
    own = country.number("SELECT sum(hours_contracted) FROM worker_months")
    assert hours / own == pytest.approx(full_time_equivalents, abs=0.006)


def test_large_employers_have_several_establishments_and_most_are_small(country):
    small, large = (
        country.number(f"SELECT avg((headcount {size})::INTEGER) FROM establishments")
        for size in ("< 20", "> 100")
    )
    several = country.number(
        "SELECT avg((units > 1)::INTEGER) FROM (SELECT count(*) AS units, sum(headcount) AS staff"
        " FROM establishments GROUP BY employer) WHERE staff >= 250"
    )

    assert small == pytest.approx(0.887, abs=0.03)
    assert large == pytest.approx(0.019, abs=0.01)
    assert several > 0.8


def test_a_few_percent_of_the_employers_belong_to_a_group_of_two_or_more(country):
    grouped = country.number("SELECT avg((enterprise_group IS NOT NULL)::INTEGER) FROM employers")
    smallest = country.number(
        "SELECT min(members) FROM (SELECT count(*) AS members FROM employers"
        " WHERE enterprise_group IS NOT NULL GROUP BY enterprise_group)"
    )

    assert grouped == pytest.approx(0.04, abs=0.01)
    assert smallest >= 2
