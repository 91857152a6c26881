"""A firm's own words about a client are kept, recorded and limited."""

import pytest

from dashboard.commands.describe_client import describe_client, tag_names
from dashboard.data.trail import Event
from dashboard.errors import BadRequest, Incomplete, NotFound
from tests.cast import BETA_EDITOR, EDITOR, MANAGER, PENDING, READER, number_of

BAKERY = "Boulangerie Noël SRL"


def described(cast, email=EDITOR, name=BAKERY, **words):
    client = cast.client(email, name)
    given = {"reference": "", "note": "", "tags": ""} | words
    return describe_client(cast.workspace(email), client.id, **given)


def test_reference_note_and_tags_are_kept_and_recorded(cast):
    client = described(cast, reference=" 47  11 ", note="Call in March\n", tags="to review, bakery")
    assert (client.reference, client.note, client.tags) == ("47 11", "Call in March", ("bakery", "to review"))
    with cast.store.reading(cast.actor(EDITOR)) as firm:
        newest = firm.trail.latest()[0]
    assert (newest.event, newest.client) == (Event.CLIENT_DESCRIBED, BAKERY)


def test_empty_fields_take_the_words_away(cast):
    described(cast, reference="4711", tags="a")
    client = described(cast)
    assert (client.reference, client.note, client.tags) == ("", "", ())


def test_a_tag_typed_twice_is_one_tag():
    assert tag_names("a, b ,a,, ") == ("a", "b")


def test_a_pending_client_can_be_described(cast):
    assert described(cast, email=PENDING, name="Garage Peeters BV", reference="G1").reference == "G1"


def test_another_firms_client_is_not_there(cast):
    client = cast.client(EDITOR, BAKERY)
    with pytest.raises(NotFound):
        describe_client(cast.workspace(BETA_EDITOR), client.id, reference="x", note="", tags="")


@pytest.mark.parametrize(
    "words",
    [
        {"reference": "x" * 61},
        {"note": "x" * 4001},
        {"tags": "x" * 41},
        {"tags": ",".join(map(str, range(21)))},
    ],
)
def test_what_is_too_long_is_refused_and_changes_nothing(cast, words):
    described(cast, reference="kept")
    with pytest.raises(Incomplete, match="at most"):
        described(cast, **words)
    assert cast.client(EDITOR, BAKERY).reference == "kept"


@pytest.mark.parametrize("field", ["reference", "note", "tags"])
def test_a_register_number_is_refused(cast, field):
    for number in (number_of("Simon, Marc").digits, number_of("Simon, Marc").printed):
        with pytest.raises(Incomplete, match="national register"):
            described(cast, **{field: f"Marc {number}"})


def test_a_telephone_number_is_no_register_number(cast):
    assert described(cast, note="+32 495 12 34 56").note == "+32 495 12 34 56"


def test_a_colleague_is_put_in_charge_and_taken_off(cast):
    reader = cast.actor(READER)
    client = described(cast, in_charge=str(reader.user_id))
    assert (client.in_charge.id, client.in_charge.name) == (reader.user_id, reader.name)
    assert described(cast).in_charge is None


@pytest.mark.parametrize("email", [BETA_EDITOR, None])
def test_nobody_else_can_be_in_charge_and_nothing_is_changed(cast, email):
    described(cast, reference="4711")
    stranger = str(cast.actor(email).user_id) if email else "999999"
    with pytest.raises(BadRequest, match="cannot be in charge"):
        described(cast, reference="other", in_charge=stranger)
    assert cast.client(EDITOR, BAKERY).reference == "4711"


def test_who_left_stays_in_charge_until_somebody_else_is_chosen(cast):
    reader = str(cast.actor(READER).user_id)
    described(cast, in_charge=reader)
    with cast.store.changing(cast.actor(MANAGER)) as firm:
        firm.team.disable(int(reader))
    assert described(cast, reference="x", in_charge=reader).in_charge
    described(cast)
    with pytest.raises(BadRequest):
        described(cast, in_charge=reader)


@pytest.mark.parametrize("chosen", ["x", "-1", "1.5"])
def test_a_colleague_is_a_number(cast, chosen):
    with pytest.raises(BadRequest):
        described(cast, in_charge=chosen)
