"""What the columns of the invented facts say of each other."""

import pytest

from dashboard.demo.benefits import BENEFITS
from tests.demo.facts_world import QUARTERS, World

# The last row of a spell knows all of it that is known.
SPELLS = """
    SELECT employer, worker, spell, cause, start, arg_max(days, quarter) AS days, max(ends_here) AS ended,
           any_value(gap) AS gap, any_value(days_prior) AS days_prior
    FROM absences GROUP BY ALL
"""

PARTS = ("gross", "bonus", "year_end", "contributions", *BENEFITS)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    return World(tmp_path_factory.mktemp("world"), employers=600, quarters=QUARTERS)


@pytest.mark.parametrize(
    "never",
    [
        f"cost < {' + '.join(PARTS)}",
        "premiums + overtime_pay > gross",
        "hours_overtime + hours_training > hours_worked",
        "hours_paid < hours_worked",
        "hours_paid - hours_overtime + hours_unemployed > hours_contracted",
        "(hours_training > 0) != (training_cost > 0) AND gross > 0",
        "(meal_vouchers > 0) != (meal_voucher_pay > 0)",
        "entry_month > quarter[:4]::INTEGER * 12 + 3 * (quarter[6:]::INTEGER - 1) + month",
        "contract > 1 AND open_ended",
        "least(hours_sick, hours_unemployed, hours_training, bonus, contributions, training_cost) < 0",
    ],
)
def test_no_month_contradicts_itself(world, never):
    assert world.number(f"SELECT count(*) FROM worker_months WHERE {never}") == 0  # noqa: S608 our own


@pytest.mark.parametrize(
    "never",
    [
        "days <= days_before",
        "starts_here != (days_before = 0)",
        "hours_to_day_30 + hours_to_day_90 > hours",
        "days <= 30 AND hours_to_day_30 != hours",
        "days <= 90 AND hours_to_day_30 + hours_to_day_90 != hours",
        "(gap > 0) != (days_prior > 0)",
        "gap > 365",
        "permanent > 0 AND (cause NOT IN (2, 6) OR NOT starts_here)",
        "fatal AND NOT ends_here",
    ],
)
def test_no_absence_contradicts_itself(world, never):
    assert world.number(f"SELECT count(*) FROM absences WHERE {never}") == 0  # noqa: S608 our own


def test_every_cause_is_found(world):
    assert set(world.ask("SELECT DISTINCT cause FROM absences")["cause"]) == {1, 2, 3, 4, 5, 6}


def test_whoever_dies_of_an_accident_is_gone(country):
    deaths = country.ask("SELECT reason FROM absences LEFT JOIN exits USING (quarter, worker) WHERE fatal")
    assert set(deaths["reason"]) == {3}


def test_hours_of_sickness_are_the_hours_of_its_spells(world):
    different = world.number(
        """
        WITH months AS (SELECT quarter, worker, sum(hours_sick) AS hours FROM worker_months GROUP BY ALL),
             spells AS (
                SELECT quarter, worker, sum(hours) AS hours FROM absences WHERE cause IN (1, 3) GROUP BY ALL)
        SELECT count(*) FROM months LEFT JOIN spells USING (quarter, worker)
        WHERE months.hours != coalesce(spells.hours, 0)
        """
    )
    assert different == 0


def test_a_relapse_follows_the_last_spell_of_its_cause(world):
    relapses = world.ask(
        f"""
        WITH spells AS ({SPELLS}),
        told AS (
            SELECT *, lag(start + days) OVER before AS ended_on, lag(days + days_prior) OVER before AS chain
            FROM spells WINDOW before AS (PARTITION BY worker, cause ORDER BY start))
        SELECT gap, days_prior, start - ended_on AS since, chain FROM told WHERE ended_on IS NOT NULL
        """  # noqa: S608 our own
    )
    within = relapses["since"] <= 365

    assert len(relapses) > 1000
    assert (relapses["gap"] == relapses["since"].where(within, 0)).all()
    assert (relapses["days_prior"] == relapses["chain"].where(within, 0)).all()


def test_a_renewed_contract_ends_and_begins_by_as_many_days(world):
    renewed = world.ask(
        "SELECT * FROM (SELECT * FROM exits WHERE back_after > 0) AS ended"
        " FULL JOIN (SELECT * FROM entries WHERE away_for > 0) AS begun USING (quarter, employer, worker)"
    )
    assert len(renewed) > 20
    assert (renewed["back_after"] == renewed["away_for"]).all()
    assert set(renewed["reason"]) == {4}


def test_the_month_of_entry_stays_and_is_the_first_one_of_those_who_join(world):
    several = world.number(
        "SELECT count(*) FROM (SELECT worker FROM worker_months GROUP BY worker"
        " HAVING count(DISTINCT entry_month) > 1)"
    )
    wrong = world.number(
        """
        WITH months AS (
            SELECT *, quarter[:4]::INTEGER * 12 + 3 * (quarter[6:]::INTEGER - 1) + month AS this
            FROM worker_months),
        began AS (
            SELECT quarter, worker, min(entry_month) AS entered, min(this) AS began
            FROM months GROUP BY quarter, worker)
        SELECT count(*) FROM entries JOIN began USING (quarter, worker)
        WHERE away_for = 0 AND entered != began
        """
    )
    assert several == wrong == 0


def test_an_employer_is_where_most_of_its_workers_are(world):
    frame = world.employers.set_index("employer")
    found = world.ask("FROM establishments")
    largest = found.sort_values("headcount", kind="stable").groupby("employer").last()

    assert found["establishment"].is_unique
    assert (found.groupby("employer")["headcount"].sum() == frame["headcount"]).all()
    assert (largest["municipality"] == frame["municipality"]).all()
    assert found["headcount"].min() >= 1
