"""`portefeuille figures` prints what the tab shows, and no more."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from dashboard.cli.figures import facts_of, lines_of, told_of
from dashboard.data.accounts import save
from dashboard.data.database import writing
from dashboard.data.imports.accounts import read
from dashboard.domain.identifiers import CompanyNumber
from dashboard.domain.metrics import BY_NAME
from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Span
from dashboard.viewmodels.company_figures import EXPLAINED, State
from dashboard.viewmodels.metric_detail import metric_detail
from tests.figures_world import DAY


@pytest.fixture(scope="module")
def client(figures_world):
    return figures_world.in_state(State.FIGURES)[0]


@pytest.fixture
def run(figures_world):
    def typed(*words, firm=""):
        firm = firm or figures_world.workspace().actor.firm_name
        environment = {
            "PORTEFEUILLE_PROFILE": "demo",
            "PORTEFEUILLE_FOLDER": str(figures_world.settings.folder),
            "PORTEFEUILLE_TODAY": DAY,
        }
        words = ("figures", *words, "--firm", firm)
        return CliRunner(env=environment).invoke(main, words, catch_exceptions=False)

    return typed


def test_every_metric_is_printed_with_its_value_or_reason_and_each_comparison(run, client):
    told = json.loads(run(client.id, "--json").stdout)
    yearly = {name for name, metric in BY_NAME.items() if Span.FOUR_QUARTERS in metric.spans}
    assert {one["metric"] for one in told["metrics"]} == yearly
    for one in told["metrics"]:
        assert (one["value"] is None) == bool(one["reason"])
        assert [row["comparison"] for row in one["comparisons"]] == list(Comparison)
        assert one["unit"]
        assert one["period"] == told["period"] == "12 months to 30 June 2026"


def test_what_is_printed_is_what_the_tab_shows(run, client, figures_world):
    told = json.loads(run(client.id, "--period", "2026Q2-quarter", "--json").stdout)
    for one in told["metrics"]:
        shown = metric_detail(
            figures_world.workspace(), client.id, metric=one["metric"], period="2026Q2-quarter", comparison=""
        )
        assert one["value"] == shown.client_value
        expected = [{name: number for name, number, _words in row.quantiles} for row in shown.rows]
        assert [row["quantiles"] for row in one["comparisons"]] == expected
        assert [row["band"] for row in one["comparisons"]] == [row.card.band for row in shown.rows]


def test_a_client_is_found_by_its_number_too(run, client):
    printed = CompanyNumber(client.entry.enterprise_number).printed
    assert run(printed, "--json").stdout == run(client.id, "--json").stdout


def test_people_read_the_same_in_lines(run, client):
    answer = run(client.id)
    assert answer.exit_code == 0
    assert client.entry.name in answer.stdout
    assert "P50" in answer.stdout
    assert "Source: payroll facts" in answer.stdout


@pytest.mark.parametrize("state", [State.PENDING, State.NO_STAFF])
def test_a_firm_without_figures_gets_the_sentence_and_no_figure(run, figures_world, state):
    without = figures_world.in_state(state)[0]
    told = json.loads(run(without.id, "--json").stdout)
    assert told["sentences"] == [EXPLAINED[state]]
    assert (told["metrics"], told["annual_accounts"]) == ([], None)
    assert EXPLAINED[state] in run(without.id).stdout


def test_another_firm_cannot_print_a_client(run, client, figures_world):
    answer = run(client.id, firm=figures_world.workspace("editor@brabo.example").actor.firm_name)
    assert answer.exit_code == 1
    assert answer.stderr.startswith("portefeuille: This page does not exist")


@pytest.mark.parametrize("number", ["0199.900.172", "nothing"])
def test_an_unknown_client_is_one_sentence(run, number):
    answer = run(number)
    assert (answer.exit_code, answer.stderr.count("\n")) == (1, 1)


def test_annual_accounts_come_with_their_filing(figures_world, client, tmp_path):
    world = figures_world.copy(tmp_path / "copy")
    filing = read(Path(__file__).parent / "samples" / "filing_full_model.csv")
    with writing(world.store.engine) as connection:
        save(connection, dataclasses.replace(filing, company=CompanyNumber(client.entry.enterprise_number)))
    told = told_of(world.workspace(), client.id, period="")
    facts = facts_of(told)["annual_accounts"]
    assert filing.reference in facts["source"]
    assert facts["figures"]["Average staff in FTE"] == {"31 December 2024": "40.0"}
    assert facts["source"] in lines_of(told)
    world.store.engine.dispose()


def test_a_period_that_is_not_offered_is_refused_with_those_that_are(run, client):
    answer = run(client.id, "--period", "2031Q9")
    assert answer.exit_code == 2
    assert "2026Q2-four_quarters" in answer.stderr
