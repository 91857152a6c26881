import pytest

from tests.demo.facts_world import QUARTERS, World


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    return World(tmp_path_factory.mktemp("country"), employers=3000, quarters=QUARTERS)


def test_sickness_is_near_the_published_rates(country):
    short, medium, long = (
        country.ask(
            """
            WITH whole AS (SELECT sum(hours_contracted) AS hours FROM worker_months)
            SELECT 100.0 * sum(hours) FILTER (days < 31) / (SELECT hours FROM whole),
                   100.0 * sum(hours) FILTER (days BETWEEN 31 AND 365) / (SELECT hours FROM whole),
                   100.0 * sum(hours) FILTER (days > 365) / (SELECT hours FROM whole)
            FROM absences WHERE cause = 1
            """
        )
        .iloc[0]
        .tolist()
    )

    assert short == pytest.approx(2.6, abs=0.4)
    assert medium == pytest.approx(2.5, abs=0.5)
    assert long == pytest.approx(3.3, abs=0.7)


def test_spells_accidents_and_leavers_are_near_the_published_rates(country):
    years = country.number("SELECT count(*) / 12 FROM worker_months")
    spells = country.number("SELECT count(*) FROM absences WHERE cause = 1 AND starts_here")
    accidents = country.number("SELECT count(*) FROM absences WHERE cause = 2 AND starts_here")
    million_hours = country.number("SELECT sum(hours_worked) / 1e8 FROM worker_months")
    open_years = country.number("SELECT count(*) / 12 FROM worker_months WHERE open_ended")
    exits = country.number("SELECT count(*) FROM exits WHERE open_ended AND reason < 4")

    assert spells / years == pytest.approx(1.73, abs=0.2)
    assert accidents / million_hours == pytest.approx(17.5, abs=4)
    assert exits / open_years == pytest.approx(0.178, abs=0.02)


def test_working_time_and_pay_are_near_the_published_figures(country):
    women = country.number("SELECT avg((fraction < 1000)::INTEGER) FROM worker_months WHERE sex = 2")
    men = country.number("SELECT avg((fraction < 1000)::INTEGER) FROM worker_months WHERE sex = 1")
    hourly = country.number(
        "SELECT sum(cost) / sum(hours_worked) FROM worker_months WHERE quarter LIKE '2025%'"
    )
    median = country.number(
        "SELECT median(gross / fte * 10) FROM worker_months WHERE fte = 1000 AND quarter = '2025Q1'"
    )

    assert women == pytest.approx(0.405, abs=0.05)
    assert men == pytest.approx(0.128, abs=0.03)
    assert hourly == pytest.approx(48.2 * 1.03, abs=3)
    assert median == pytest.approx(3728 * 1.03**2.25, rel=0.06)
