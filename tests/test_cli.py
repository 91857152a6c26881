"""Each command once as an operator types it, and what it answers to bad input."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from dashboard.cli import COMMANDS
from dashboard.domain.clients import Service
from tests.cast import EDITOR, number_of

SAMPLES = Path(__file__).parent / "samples"
WRONG = "0403.019.262"


def test_help_names_every_command(run):
    answer = run("--help")
    assert answer.exit_code == 0
    assert [name for name in COMMANDS if name not in answer.stdout] == []


def test_an_unknown_command_is_a_usage_error(run):
    assert run("nonsense").exit_code == 2


def test_a_right_number_is_called_valid(run):
    answer = run("number", "BE 0403.019.261")
    assert answer.exit_code == 0
    assert "0403.019.261  valid" in answer.stdout


def test_numbers_come_from_standard_input_too(run):
    answer = run("number", "--json", stdin=f"0403019261\n\n{WRONG}\n")
    assert [one["valid"] for one in json.loads(answer.stdout)] == [True, False]
    assert answer.exit_code == 1


def test_a_wrong_number_comes_with_its_reason(run):
    answer = run("number", WRONG)
    assert answer.exit_code == 1
    assert "The check digits do not match" in answer.stdout


def test_a_firm_is_created_once(run):
    assert run("firm", "add", "Kantoor Alfa").exit_code == 0
    again = run("firm", "add", "Kantoor Alfa")
    assert again.exit_code == 1
    assert "There is a firm named Kantoor Alfa already." in again.stderr


def test_an_invited_person_gets_a_link(run):
    run("firm", "add", "Kantoor Alfa")
    person = ("--firm", "Kantoor Alfa", "--name", "An Ver", "--email", "an@alfa.example", "--role", "manager")
    answer = run("user", "add", *person, "--site", "https://alfa.example/", "--json")
    assert json.loads(answer.stdout)["link"].startswith("https://alfa.example/invitation/")
    assert run("user", "add", *person).exit_code == 1


def test_a_person_needs_a_firm_that_exists(run):
    answer = run("user", "add", "--firm", "Nobody", "--name", "An", "--email", "an@alfa.example")
    assert answer.exit_code == 1
    assert answer.stderr == "portefeuille: There is no firm named Nobody.\n"


def test_a_role_that_does_not_exist_is_a_usage_error(run):
    assert run("user", "add", "--firm", "A", "--name", "B", "--email", "c", "--role", "king").exit_code == 2


def test_a_mandate_is_granted_and_ended(run, cast):
    number = number_of("Only Known SRL").printed
    words = (number, "secretariat", "--firm", "Alpha")
    granted = json.loads(run("mandate", "grant", *words, "--json").stdout)
    assert granted == {"firm": "Alpha", "service": "secretariat", "mandate": "on record"}
    with cast.store.reading(cast.actor(EDITOR)) as firm:
        assert firm.mandates.active(cast.entries["Only Known SRL"]) == {Service.SECRETARIAT}
    assert run("mandate", "end", *words).exit_code == 0
    with cast.store.reading(cast.actor(EDITOR)) as firm:
        assert not firm.mandates.active(cast.entries["Only Known SRL"])


@pytest.mark.parametrize("number", [WRONG, "0199.900.172"], ids=["wrong", "unknown"])
def test_no_mandate_is_granted_for_a_wrong_or_unknown_number(run, cast, number):
    assert cast.firms
    answer = run("mandate", "grant", number, "fund", "--firm", "Alpha")
    assert answer.exit_code == 1
    assert answer.stderr.count("\n") == 1


def test_a_firms_list_is_printed_with_only_names_of_pending_clients(run, cast):
    assert cast.firms
    lines = json.loads(run("clients", "--firm", "Gamma", "--json").stdout)
    assert [(line["name"], line["number"], line["state"]) for line in lines] == [
        ("Garage Peeters BV", "", "pending")
    ]
    assert "Boulangerie Noël SRL" in run("clients", "--firm", "Alpha").stdout


@pytest.fixture
def asked(cast):
    """A request of Alpha's editor."""
    with cast.store.changing(cast.actor(EDITOR)) as firm:
        return firm.requests.send(
            number_of("Only Known SRL"),
            action="affiliate",
            service="fund",
            name="Only Known SRL",
            effective=cast.store.clock().date(),
            contact="an@alfa.example",
        )


def test_a_request_is_listed_and_decided_once(run, asked):
    listed = json.loads(run("requests", "list", "--json").stdout)
    said = [(one["firm"], one["reference"], one["state"]) for one in listed]
    assert said == [("Alpha", asked.reference, "submitted")]
    decided = run("requests", "decide", asked.reference, "accepted", "--json")
    assert json.loads(decided.stdout)["state"] == "accepted"
    again = run("requests", "decide", asked.reference, "refused")
    assert again.exit_code == 1
    assert "decided already" in again.stderr


def test_a_request_that_does_not_exist_cannot_be_decided(run):
    assert run("requests", "decide", "NOTHING", "accepted").exit_code == 1


def test_good_annual_accounts_are_kept_and_bad_ones_listed(run, tmp_path):
    bad = tmp_path / "bad.csv"
    bad.write_text("nonsense")
    good = SAMPLES / "filing_full_model.csv"
    answer = run("import", "accounts", str(bad), str(good), "--json")
    results = json.loads(answer.stdout)
    assert answer.exit_code == 1
    assert [result["outcome"] for result in results] == ["refused", "added"]
    assert "line 1" in results[0]["found"]
    assert "unchanged" in run("import", "accounts", str(good)).stdout


def test_a_file_that_is_not_there_is_a_usage_error(run):
    assert run("import", "accounts", "/nowhere.csv").exit_code == 2


def test_a_fresh_installation_is_told_to_start_once(run, tmp_path):
    answer = run("check")
    assert answer.exit_code == 1
    assert "The database lacks tables" in answer.stdout
    run("requests", "list")
    assert run("check").exit_code == 0
    assert list((tmp_path / "documents").iterdir()) == []


def test_check_names_the_keys_that_production_lacks(run):
    answer = run("check", PORTEFEUILLE_PROFILE="production")
    assert answer.exit_code == 1
    assert "PORTEFEUILLE_SECRET_KEY" in answer.stdout


def test_a_setting_that_cannot_be_read_is_named(run):
    answer = run("requests", "list", PORTEFEUILLE_TODAY="tomorrow")
    assert answer.exit_code == 1
    assert answer.stderr == "portefeuille: PORTEFEUILLE_TODAY cannot be “tomorrow”.\n"


def test_a_database_that_cannot_be_opened_is_said_in_one_sentence(run):
    answer = run("requests", "list", PORTEFEUILLE_DATABASE="sqlite:////nowhere/at/all.sqlite")
    assert answer.exit_code == 1
    assert answer.stderr.startswith("portefeuille: The database cannot be opened")


def test_a_document_store_that_cannot_be_written_to_is_said(run, tmp_path):
    (tmp_path / "a file").write_text("")
    answer = run("check", PORTEFEUILLE_DOCUMENTS=str(tmp_path / "a file" / "documents"))
    assert "The document store cannot be written to" in answer.stdout


def test_the_demo_is_built_once_and_says_who_may_sign_in(run, tmp_path):
    words = ("demo", "--employers", "100", "--folder", str(tmp_path / "demo"), "--build-only")
    answer = run(*words)
    assert answer.exit_code == 0
    assert "manager@lumiere.example" in answer.stdout
    assert json.loads(run(*words, "--json").stdout)["email"] == "manager@lumiere.example"


def test_a_world_that_is_too_small_is_a_usage_error(run):
    assert run("demo", "--employers", "3").exit_code == 2


def test_good_documents_are_filed_and_bad_lines_listed(run, cast, tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text("Invented.")
    manifest = tmp_path / "manifest.csv"
    line = f"{number_of('Boulangerie Noël SRL').printed},fund,Note,Note,2026,2026-03-31"
    manifest.write_text(f"number,service,title,type,period,date,file\n{line},a.txt\n{line},b.txt\n")
    answer = run("import", "documents", str(folder), str(manifest), "--json")
    report = json.loads(answer.stdout)
    assert answer.exit_code == 1
    assert (report["added"], [one["line"] for one in report["refused"]]) == (1, [3])
    with cast.store.reading(cast.actor(EDITOR)) as firm:
        client = firm.clients.of_entry(cast.entries["Boulangerie Noël SRL"])
        assert [paper.title for paper in firm.documents.of(client)] == ["Note"]


def test_mandates_of_a_list_are_put_on_record(run, cast, tmp_path):
    listed = tmp_path / "mandates.csv"
    line = f"Alpha,{number_of('Only Known SRL').printed},secretariat,2026-01-01,"
    listed.write_text(f"firm,number,service,since,until\n{line}\n")
    answer = run("import", "mandates", str(listed))
    assert answer.exit_code == 0
    with cast.store.reading(cast.actor(EDITOR)) as firm:
        assert firm.mandates.active(cast.entries["Only Known SRL"]) == {Service.SECRETARIAT}


@pytest.mark.parametrize(
    "words",
    [
        ("firm", "add", "  "),
        ("user", "add", "--firm", "Alpha", "--name", " ", "--email", "an@alfa.example"),
        ("user", "add", "--firm", "Alpha", "--name", "An", "--email", "nowhere"),
    ],
)
def test_a_firm_or_person_without_a_name_or_an_address_is_refused(run, cast, words):
    assert cast.firms
    answer = run(*words)
    assert (answer.exit_code, answer.stderr.count("\n")) == (1, 1)
    assert "Enter " in answer.stderr


def test_a_firms_list_prints_numbers_as_people_write_them(run, cast):
    assert cast.firms
    assert number_of("Boulangerie Noël SRL").printed in run("clients", "--firm", "Alpha").stdout


@pytest.mark.parametrize("address", ["nonsense", "oracle9://somewhere/else"])
def test_an_address_of_no_database_is_said_in_one_sentence(run, address):
    answer = run("check", PORTEFEUILLE_DATABASE=address)
    assert answer.exit_code == 1
    assert "PORTEFEUILLE_DATABASE names no database" in answer.stdout


def test_a_port_in_use_is_refused_before_anything_is_said(run):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        answer = run("serve", "--port", str(taken.getsockname()[1]))
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert "cannot be listened on" in answer.stderr
