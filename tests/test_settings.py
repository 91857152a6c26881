"""Settings are read once; what is misspelt or too low is refused in one sentence."""

import pytest

from dashboard import config
from dashboard.config import Settings
from dashboard.data.store import Store
from dashboard.domain import disclosure


@pytest.mark.parametrize(
    ("value", "said"), [("9", "cannot be below 10, its floor."), ("many", "cannot be “many”."), ("10", "")]
)
def test_a_threshold_below_its_published_floor_is_refused(run, value, said):
    answer = run("requests", "list", PORTEFEUILLE_PEERS_EMPLOYERS=value)
    assert answer.stderr == (f"portefeuille: PORTEFEUILLE_PEERS_EMPLOYERS {said}\n" if said else "")


def test_every_threshold_of_the_rules_is_a_setting_with_the_same_floor():
    floors = {name.removeprefix(config.THRESHOLD).lower(): floor for name, floor in config.FLOORS.items()}
    assert floors == disclosure.FLOORS


def test_a_raised_threshold_reaches_the_rules(tmp_path):
    given = {"PORTEFEUILLE_PROFILE": "demo", "PORTEFEUILLE_FOLDER": str(tmp_path)}
    raised = Settings.read(given | {"PORTEFEUILLE_PEERS_FIRMS": "4"})
    assert (Store.open(raised).rules.firms, Store.open(Settings.read(given)).rules.firms) == (4, 3)


@pytest.mark.parametrize("command", ["check", "serve", "requests list"])
def test_a_misspelt_name_of_a_setting_is_refused_with_the_name_that_was_meant(run, command):
    answer = run(*command.split(), PORTEFEUILLE_MANDATS="declared")
    assert answer.exit_code == 1
    said = "There is no setting PORTEFEUILLE_MANDATS. Did you mean PORTEFEUILLE_MANDATES?"
    assert said in answer.stdout + answer.stderr


def test_a_setting_in_small_letters_is_refused(run):
    assert "Did you mean PORTEFEUILLE_HOSTS?" in run("requests", "list", portefeuille_hosts="a").stderr


def test_what_another_program_sets_is_named_and_not_read(run):
    port = {"PORTEFEUILLE_SERVICE_HOST": "10.0.0.1", "PORTEFEUILLE_PORT_8050_TCP_PROTO": "tcp"}
    run("requests", "list", **port)
    checked = run("check", **port)
    assert checked.exit_code == 0
    assert [name for name in port if f"not read: {name}" not in checked.stdout] == []
