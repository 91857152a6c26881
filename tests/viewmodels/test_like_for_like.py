"""Like for like against a slow computation, worker by worker, from the facts."""

from __future__ import annotations

import re
from collections import Counter

import orjson
import pytest
from sqlalchemy import delete, select

from dashboard.data.database import reading, writing
from dashboard.data.own_series import own_series
from dashboard.data.releases.tables import released_groups, releases
from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Period, Span
from dashboard.errors import NotFound
from dashboard.viewmodels.company_figures import State, company_figures
from dashboard.viewmodels.like_for_like import like_for_like_figures
from tests.plain_figures import rows_of

BLUE, AGES, SEX = (
    "With the peers’ blue-collar and white-collar workers",
    "With the peers’ age classes",
    "With the peers’ women and men",
)
SICKNESS, PAY = "Sickness absence", "Gross monthly wage per FTE"
YEAR = ("2025Q2", "2025Q3", "2025Q4", "2026Q1")
# How a worker's row of a quarter is sorted, in the names of the mixes.
SORTED = {
    BLUE: ("status", lambda row: "blue_collar" if row.blue_collar else "white_collar"),
    AGES: ("age", lambda row: age_class(int(row.quarter[:4]) - row.birth_year)),
    SEX: ("sex", lambda row: "women" if row.sex == 2 else "men"),
}


def age_class(age):
    if age < 25:
        return "under_25"
    return "from_55" if age >= 55 else f"from_{(age - 5) // 10 * 10 + 5}_to_{(age - 5) // 10 * 10 + 14}"


def asked(world, client, *, comparison="belgium", period="2026Q1-four_quarters", email=""):
    return like_for_like_figures(world.workspace(email), client.id, period=period, comparison=comparison)


def cells(view):
    return {label: {row[0].words: row for row in table.rows} for label, table in view.tables}


def shown_groups(world, client):
    """The groups of the client's staff that are stored for every quarter of the year."""
    question = select(own_series.c.series).where(
        own_series.c.employer == client.entry.employer_number, own_series.c.quarter.in_(YEAR)
    )
    with reading(world.store.engine) as connection:
        stored = [orjson.loads(one)[1] for one in connection.execute(question).scalars()]
    return set.intersection(*({name for name, *_sums in groups} for groups in stored))


def card_of(world, client):
    """The mixes of the group that the client is compared with, as they are stored."""
    with world.workspace().reading() as firm:
        quarter = firm.releases.quarters()[1]
        period = Period(quarter, Span.FOUR_QUARTERS)
        cards = firm.releases.cards(client.entry.employer_number, period, firm_id=firm.actor.firm_id)
    key = cards[Comparison.BELGIUM].group.key
    question = (
        select(released_groups.c.shares)
        .join(releases)
        .where(releases.c.active, releases.c.quarter == "2026Q1", released_groups.c.group_key == key)
    )
    with reading(world.store.engine) as connection:
        return orjson.loads(connection.execute(question).scalar_one())


def slow(world, client, breakdown):
    """Each row of the facts weighs the peers' share of its class over the own share of it."""
    mix, of = SORTED[breakdown]
    shown = shown_groups(world, client)
    shares = Counter()
    for part, share in card_of(world, client)[f"{mix}|four_quarters"].items():
        shares[part if stored_name(part) in shown else "others"] += share
    rows = [
        (row, of(row) if stored_name(of(row)) in shown else "others")
        for quarter in YEAR
        for row in rows_of(world.settings.facts, "worker_months", quarter, client.entry.employer_number)
    ]
    people = Counter(part for _row, part in rows)
    weight = {part: shares[part] / count for part, count in people.items()}

    def total(column):
        return sum(weight[part] * getattr(row, column) for row, part in rows)

    return {
        SICKNESS: 100 * total("hours_sick") / total("hours_contracted"),
        PAY: 10 * total("gross") / total("fte"),
    }


def stored_name(part):
    return "over_55" if part == "from_55" else part.partition("_to_")[0]


@pytest.mark.parametrize("breakdown", SORTED)
def test_it_is_what_a_slow_computation_gives(figures_world, breakdown):
    compared = 0
    for client in figures_world.in_state(State.FIGURES):
        view = cells(asked(figures_world, client))
        found = {label: rows[breakdown][1].number for label, rows in view.items() if breakdown in rows}
        if None not in found.values() and found:
            assert found == pytest.approx(slow(figures_world, client, breakdown))
            compared += 1
    assert compared


def test_the_own_figure_stands_beside_it_with_the_difference(figures_world):
    client = figures_world.of_number("0177759230")
    view = cells(asked(figures_world, client))
    own, made_up = view[SICKNESS]["As it is"], view[SICKNESS][BLUE]
    assert made_up[2].number == pytest.approx(made_up[1].number - own[1].number)
    assert own[2].words == "–"
    assert made_up[2].words.endswith("percentage points")
    assert made_up[3].words


def test_small_groups_are_not_offered(figures_world):
    view = cells(asked(figures_world, figures_world.of_number("0111995705")))
    assert view[SICKNESS][SEX][1].words == "Too few employees in a group"
    assert view[SICKNESS][SEX][1].number is None


def test_where_the_peers_mix_is_not_released_it_says_too_few_peers(figures_world, tmp_path):
    world = figures_world.copy(tmp_path / "copy")
    with writing(world.store.engine) as connection:
        connection.execute(delete(released_groups))
    view = cells(asked(world, world.of_number("0177759230")))
    assert {view[SICKNESS][one][1].words for one in SORTED} == {"Too few peers to compare"}
    assert view[SICKNESS]["As it is"][1].number is not None
    world.store.engine.dispose()


def test_without_an_own_figure_there_is_one_row_that_says_why(figures_world):
    view = asked(figures_world, figures_world.special()["no_data"], period="")
    assert [[row[1].words for row in table.rows] for _label, table in view.tables] == [
        ["No data for this period"],
        ["No data for this period"],
    ]


def test_the_method_says_the_size_of_the_peers(figures_world):
    client = figures_world.of_number("0177759230")
    view = asked(figures_world, client)
    assert view.method[-1] == "Size: the peers have 10 to 49 employees, as the client has."
    numbers = re.compile(r"\d+")
    assert set(numbers.findall(" ".join(view.method))) <= set(numbers.findall(view.subtitle))


@pytest.mark.parametrize("state", [State.PENDING, State.NO_STAFF])
def test_a_client_without_figures_has_none(figures_world, state):
    assert asked(figures_world, figures_world.in_state(state)[0]) is None


def test_another_firm_does_not_find_the_client(figures_world):
    with pytest.raises(NotFound):
        asked(figures_world, figures_world.of_number("0177759230"), email="editor@brabo.example")


def test_the_figure_as_it_is_stands_where_the_tab_says(figures_world):
    told = []
    for client in figures_world.in_state(State.FIGURES):
        chosen = {"period": "2026Q1-four_quarters", "comparison": "belgium"}
        view = company_figures(figures_world.workspace(), client.id, **chosen)
        strips = {one.label: one.position for _topic, _title, shown in view.topics for one in shown}
        rows = cells(asked(figures_world, client))
        told += [(strips[label] or "–", rows[label]["As it is"][3].words) for label in (SICKNESS, PAY)]
    assert all(on_the_tab == here for on_the_tab, here in told)
    assert any("not distinguishable" in here for _on_the_tab, here in told)
