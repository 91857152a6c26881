"""The tab against a slow recomputation from facts, and against the release byte by byte."""

from __future__ import annotations

import math

import orjson
import pytest

from dashboard.data.database import writing
from dashboard.data.facts.measures import employer_quarter
from dashboard.data.facts.own import store_own
from dashboard.demo.facts import change_facts
from dashboard.domain.metrics import BY_NAME, OVERVIEW, MetricName
from dashboard.domain.peers import NoSpread, Quantiles
from dashboard.domain.workforce import Missing, Span
from dashboard.viewmodels.company_figures import State, company_figures
from dashboard.viewmodels.figure_words import amount
from dashboard.viewmodels.periods import period_key, period_of
from tests.plain_figures import plain_figures

LOOKED_AT = 20


@pytest.fixture(scope="module")
def looked_at(figures_world):
    found = figures_world.in_state(State.FIGURES)
    assert len(found) >= LOOKED_AT
    return found[:: len(found) // LOOKED_AT][:LOOKED_AT]


def newest(world):
    with world.workspace().reading() as firm:
        return period_of("", firm.releases.quarters())


def same(mine, plain):
    if isinstance(mine, Missing):
        return mine.reason == plain
    return isinstance(plain, float) and math.isclose(mine, plain, rel_tol=1e-9, abs_tol=1e-9)


@pytest.mark.parametrize("span", Span)
def test_every_own_value_is_what_a_plain_recomputation_gives(figures_world, looked_at, span):
    quarter = newest(figures_world).quarter
    period = period_of(f"{quarter}-{span}", (quarter,))
    for client in looked_at:
        employer = client.entry.employer_number
        plain = plain_figures(figures_world.settings.facts, employer, quarter=str(quarter), span=span.value)
        with figures_world.workspace().reading() as firm:
            own = firm.releases.own(employer, period)
        shown = {metric.name: own[metric.name] for metric in OVERVIEW if metric.name in own}
        wrong = {name: (value, plain[name]) for name, value in shown.items() if not same(value, plain[name])}
        assert (employer, wrong) == (employer, {})


def test_every_value_on_the_tab_is_the_plain_one_in_words(figures_world, looked_at):
    workspace, period = figures_world.workspace(), newest(figures_world)
    compared = 0
    for client in looked_at:
        plain = plain_figures(
            figures_world.settings.facts,
            client.entry.employer_number,
            quarter=str(period.quarter),
            span=period.span.value,
        )
        view = company_figures(workspace, client.id, period=period_key(period), comparison="sector")
        for strip in (strip for _topic, _title, strips in view.topics for strip in strips):
            known = plain[strip.metric]
            words = in_words(known, BY_NAME[strip.metric], workspace.language)
            assert strip.value in words, (client.id, strip.metric)
            compared += words != {""}
    assert compared > LOOKED_AT


def in_words(known, metric, language):
    """A half may round either way: the two computations add in another order."""
    if isinstance(known, str):
        return {""}
    return {amount(known * nearly, metric, language) for nearly in (1 - 1e-12, 1, 1 + 1e-12)}


def test_every_peer_figure_is_that_of_the_active_release(figures_world, looked_at):
    period, stored = newest(figures_world), figures_world.released()
    compared = 0
    for client in looked_at:
        with figures_world.workspace().reading() as firm:
            cards = firm.releases.cards(client.entry.employer_number, period, firm_id=firm.actor.firm_id)
        for card in (card for card in cards.values() if card.group):
            band, figures = stored[str(period.quarter), card.group.key]
            assert card.band == band
            kept = {
                name.split("|")[0]: found
                for name, found in orjson.loads(figures).items()
                if name.endswith(f"|{period.span}")
            }
            assert {name: as_kept(found) for name, found in card.figures.items()} == {
                name: as_numbers(found) for name, found in kept.items()
            }
            compared += len(kept)
    assert compared > LOOKED_AT


def as_kept(found):
    return {} if isinstance(found, NoSpread) else dict(found.values)


def as_numbers(found):
    return {float(p): one for p, one in found.items()} if isinstance(found, dict) else {}


def test_a_client_s_changed_facts_move_its_value_and_no_released_byte(figures_world, looked_at, tmp_path):
    world = figures_world.copy(tmp_path / "changed")
    quarter = newest(world).quarter
    client = next(client for client in looked_at if cost_of(world, client))
    employer, released, before = client.entry.employer_number, world.released(), cost_of(world, client)

    change_facts(world.settings.facts, employer, quarter=str(quarter))
    measures = employer_quarter(world.settings.facts, quarter)
    with writing(world.store.engine) as connection:
        store_own(connection, quarter, measures.loc[[employer]])

    assert cost_of(world, client) > before * 1.02
    assert world.released() == released
    world.store.engine.dispose()


def cost_of(world, client):
    with world.workspace().reading() as firm:
        found = firm.releases.own(client.entry.employer_number, newest(world))[MetricName("cost_per_fte")]
    return None if isinstance(found, Missing) else found


def test_released_figures_are_quantiles_or_say_that_there_is_no_spread(figures_world, looked_at):
    with figures_world.workspace().reading() as firm:
        card = firm.releases.cards(
            looked_at[0].entry.employer_number, newest(figures_world), firm_id=firm.actor.firm_id
        )["belgium"]
    assert {type(found) for found in card.figures.values()} <= {Quantiles, NoSpread}
    assert card.figures
