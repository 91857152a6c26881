"""The head of a file says what is known, and of staff only what the secretariat's mandate opens."""

from __future__ import annotations

from dashboard.data.database import writing
from dashboard.data.schema import entries
from dashboard.domain.clients import Service
from dashboard.viewmodels.client_file import client_file
from dashboard.viewmodels.company_figures import State
from tests.cast import EDITOR, PENDING, number_of
from tests.papers import BAKERY, GARAGE

PERSON = "Dupuis, Anne"


def head(cast, name, email=EDITOR):
    return client_file(cast.workspace(email), cast.client(email, name).id, tab="contact")


def counted(cast, name):
    with writing(cast.store.engine) as connection:
        connection.execute(entries.update().where(entries.c.id == cast.entries[name]).values(fte=23.4))


def test_an_employers_staff_and_joint_committee_are_told(figures_world):
    workspace = figures_world.workspace()
    employers = figures_world.in_state(State.FIGURES)
    with workspace.reading() as firm:
        committees = {one.id: firm.releases.committee(one.entry.employer_number) for one in employers}
    client = next(one for one in employers if committees[one.id])
    facts = client_file(workspace, client.id, tab="figures").facts

    assert facts[0].startswith(f"JC {committees[client.id]}: ")
    assert facts[-1] == f"{client.entry.fte:.1f} FTE"


def test_without_the_secretariats_mandate_the_staff_is_not_told(cast):
    counted(cast, BAKERY)
    assert "23.4 FTE" in head(cast, BAKERY).facts
    with cast.store.changing(cast.actor(EDITOR)) as firm:
        firm.mandates.grant(cast.entries[BAKERY], Service.FUND, source="record")
        firm.mandates.end(cast.entries[BAKERY], Service.SECRETARIAT)
    assert "FTE" not in " ".join(head(cast, BAKERY).facts)


def test_an_enterprise_number_can_be_copied_and_a_register_number_cannot(cast):
    assert head(cast, BAKERY).number_to_copy == number_of(BAKERY).printed
    assert head(cast, PERSON).number_to_copy == ""
    assert head(cast, GARAGE, PENDING).number_to_copy == ""
