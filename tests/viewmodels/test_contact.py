"""The tab shows whom to call, side by side with the address that dials or writes."""

import pytest

from dashboard.domain.file import Side
from dashboard.errors import NotFound
from dashboard.viewmodels.contact import contact_tab
from tests.cast import BETA_EDITOR, EDITOR, PENDING, READER
from tests.papers import BAKERY, COMPANY, GARAGE, know_person


def tab(cast, email, owner):
    return contact_tab(cast.workspace(email), cast.client(email, owner).id)


def test_people_stand_on_their_side(cast):
    know_person(cast, side=Side.CLIENT, name="Noël, Claire")
    know_person(cast)
    view = contact_tab(cast.workspace(READER), cast.client(EDITOR, BAKERY).id)
    assert [(side.title, [one.name for one in side.people]) for side in view.sides] == [
        ("At the client", ["Noël, Claire"]),
        ("At the social secretariat", ["Janssens, Tom"]),
        ("At the social insurance fund", []),
    ]


def test_a_person_can_be_called_and_written_to(cast):
    know_person(cast)
    (person,) = tab(cast, EDITOR, BAKERY).sides[1].people
    assert (person.dials, person.writes) == ("tel:+3281000002", "mailto:tom@secretariat.example")
    assert person.language == "Speaks Dutch"


def test_an_error_is_reported_to_the_institution_not_to_the_client(cast):
    know_person(cast, side=Side.CLIENT, email="claire@noel.example")
    know_person(cast)
    assert tab(cast, EDITOR, BAKERY).reports_to == (
        "mailto:tom@secretariat.example?subject=Error%20in%20the%20file%20of%20Boulangerie%20No%C3%ABl%20SRL"
    )


def test_an_address_cannot_smuggle_in_more_than_itself(cast):
    know_person(cast, email="a@b.example?bcc=c@d.example", phone="javascript:alert(1)")
    (person,) = tab(cast, EDITOR, BAKERY).sides[1].people
    assert person.writes == "mailto:a@b.example%3Fbcc%3Dc@d.example"
    assert person.dials == "tel:1"


def test_nobody_is_known_yet(cast):
    view = tab(cast, EDITOR, COMPANY)
    assert [side.people for side in view.sides] == [(), ()]
    assert view.reports_to == ""


def test_a_pending_client_shows_nobody(cast):
    know_person(cast, GARAGE)
    assert tab(cast, PENDING, GARAGE).sides == ()


def test_people_of_a_service_without_a_mandate_are_not_shown(cast):
    know_person(cast, GARAGE, side=Side.FUND)
    assert [side.people for side in tab(cast, BETA_EDITOR, GARAGE).sides] == [(), ()]


def test_another_firms_client_is_not_there(cast):
    with pytest.raises(NotFound):
        contact_tab(cast.workspace(BETA_EDITOR), cast.client(EDITOR, BAKERY).id)
