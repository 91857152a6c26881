"""The five real filings, imported, are read on the figures tab with the figures that they give."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from dashboard.data import accounts
from dashboard.data.administration import Administration
from dashboard.data.database import reading, writing
from dashboard.data.imports.accounts import read
from dashboard.data.store import Store
from dashboard.data.team import Accounts
from dashboard.domain.clients import Affiliation, Kind, Service
from tests.browser import steps, world
from tests.browser.server import serving

HERE = Path(__file__).resolve().parents[2]
REAL = Path(os.environ.get("REAL_DATA", HERE.parent / "shared" / "data")) / "nbb"
# Hours per FTE, cost per FTE, cost per hour, women at closing: as the filings give them.
READ = {
    "0402754886": ("1.447", "€ 66.480", "€ 45,95", "25%"),
    "0408364753": ("1.416", "€ 58.901", "€ 41,60", "51%"),
    "0443246943": ("1.764", "€ 71.982", "€ 40,81", "100%"),
    "0454352156": ("1.522", "€ 50.946", "€ 33,47", "31%"),
    "0865751823": ("1.684", "€ 170.935", "€ 101,50", "20%"),
}


@pytest.fixture
def clients(demo_world, tmp_path, story):
    """A world in which the five companies are clients of the first firm: its address, and their ids."""
    folder = world.copy_of(demo_world, tmp_path)
    store = Store.open(world.settings(folder))
    ids = {filing.company.digits: with_client(store, story, filing) for filing in map(read, real_files())}
    store.engine.dispose()
    with serving(world.application(folder)) as address:
        yield address, ids


def real_files():
    return sorted(REAL.glob("*.csv"))


def with_client(store, story, filing) -> str:
    with reading(store.engine) as connection:
        actor = Accounts(connection, now=store.clock()).check(story.email, story.password)
    with writing(store.engine) as connection:
        office = Administration(connection, store.cipher, store.clock(), rules=store.rules)
        known = {"kind": Kind.COMPANY, "enterprise_number": filing.company.digits, "name": filing.name}
        entry = office.register().add(known)
        since = datetime.date(2020, 1, 1)
        office.register().affiliate(entry, Affiliation(Service.FUND, since))
        office.grant(actor.firm_id, filing.company, Service.FUND)
        accounts.save(connection, filing)
    with store.changing(actor) as firm:
        return firm.clients.add(entry).id


@pytest.mark.real
@pytest.mark.skipif(not REAL.is_dir(), reason="the real filings are not beside the repository")
def test_the_real_filings_are_read_on_the_figures_tab(clients, visiting, story):
    address, ids = clients
    visit = visiting(address, code="nl")
    steps.sign_in(visit, story)

    for number, figures in READ.items():
        visit.open(f"/clients/{ids[number]}/figures")
        visit.sees("From the annual accounts")
        for figure in figures:
            visit.sees_name(figure)
