"""Mandates, documents, contacts and requests on both databases, and register numbers at rest."""

import base64
import datetime
import hashlib

import pytest
from cryptography.exceptions import InvalidTag

from dashboard.data.cipher import NumberCipher
from dashboard.data.database import writing
from dashboard.data.register import PLACE
from dashboard.data.requests import PLACE as REQUEST_PLACE
from dashboard.domain.clients import Kind, Service
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber
from dashboard.domain.requests import RequestAction, RequestState
from dashboard.errors import BadRequest, NotFound
from tests.canaries import mark
from tests.cast import BETA_EDITOR, EDITOR, NOON, PENDING, TODAY, number_of

BAKERY, GARAGE = "Boulangerie Noël SRL", "Garage Peeters BV"


def office(world, connection):
    return world.administration(connection)


def ask(firm, number, name="Somebody"):
    return firm.requests.send(
        number,
        action=RequestAction.AFFILIATE,
        service=Service.FUND,
        name=name,
        effective=datetime.date(2027, 1, 1),
        contact="somebody@alpha.example",
    )


def test_a_mandate_opens_and_its_end_closes_at_once(world):
    pending = world.client(PENDING, GARAGE)
    assert not pending.is_active
    with writing(world.store.engine) as connection:
        office(world, connection).grant(world.firms["Gamma"], number_of(GARAGE), Service.FUND)
    assert world.client(PENDING, GARAGE).mandates == {Service.FUND}
    with writing(world.store.engine) as connection:
        office(world, connection).end(world.firms["Gamma"], number_of(GARAGE), Service.FUND)
    assert world.client(PENDING, GARAGE) == pending


def test_a_mandate_ended_today_can_be_granted_again_today(world):
    with writing(world.store.engine) as connection:
        for act in ("end", "grant", "grant"):
            getattr(office(world, connection), act)(
                world.firms["Beta"], number_of(GARAGE), Service.SECRETARIAT
            )
    assert world.client(BETA_EDITOR, GARAGE).mandates == {Service.SECRETARIAT}


def test_documents_and_contacts_open_with_the_mandate_of_their_service(world):
    mark(world)
    garage = world.client(BETA_EDITOR, GARAGE)
    with world.store.changing(world.actor(BETA_EDITOR)) as firm:
        (document,) = firm.documents.of(garage)
        assert world.store.files.get(document.storage_key) == b"canarybetabytes"
        firm.documents.read(document)
        firm.documents.read(document)
        assert [one.unread for one in firm.documents.of(garage)] == [False]
        assert [one.name for one in firm.contacts.of(garage)] == ["canarybetacontact"]


def test_a_pending_client_has_no_documents_and_no_contacts(world):
    keys = mark(world)["Beta"].keys
    pending = world.client(PENDING, GARAGE)
    with world.store.reading(world.actor(PENDING)) as firm:
        assert firm.documents.of(pending) == ()
        assert firm.contacts.of(pending) == ()
        for key in keys:
            with pytest.raises(NotFound):
                firm.documents.one(pending, str(key))
            with pytest.raises(NotFound):
                firm.contacts.one(pending, key)


def test_a_document_of_another_client_is_not_found_under_mine(world):
    foreign = mark(world)["Beta"].keys[1]
    with world.store.reading(world.actor(EDITOR)) as firm, pytest.raises(NotFound):
        firm.documents.one(world.client(EDITOR, BAKERY), foreign)


@pytest.mark.parametrize("key", ["../portefeuille.sqlite", "a/b", "", "é" * 3, "0" * 32, "\x00"])
def test_only_random_keys_lead_to_a_file(world, key):
    with pytest.raises(NotFound):
        world.store.files.get(key)


def test_a_request_belongs_to_one_firm(world):
    with world.store.changing(world.actor(BETA_EDITOR)) as firm:
        sent = ask(firm, CompanyNumber.from_stem(1000077))
        assert firm.requests.all() == (sent,)
    with world.store.changing(world.actor(EDITOR)) as firm:
        assert firm.requests.all() == ()
        for act in (firm.requests.one, firm.requests.withdraw):
            with pytest.raises(NotFound):
                act(sent.reference)


def test_an_accepted_request_makes_the_client_known_once(world):
    for number in (CompanyNumber.from_stem(1000077), RegisterNumber.invent(datetime.date(1990, 5, 6), 994)):
        with world.store.changing(world.actor(EDITOR)) as firm:
            sent = [ask(firm, number) for _ in range(2)]
        with writing(world.store.engine) as connection:
            for request in sent:
                decided = office(world, connection).decide(request.reference, to=RequestState.ACCEPTED)
                assert (decided.state, decided.decided_at) == (RequestState.ACCEPTED, NOON)
        with world.store.reading(world.actor(EDITOR)) as firm:
            known = firm.register.by_number(number)
        assert known.name == "Somebody"
        assert [(one.service, one.since) for one in known.affiliations] == [(Service.FUND, TODAY)]


def test_a_decided_request_stays_decided(world):
    with world.store.changing(world.actor(EDITOR)) as firm:
        sent = ask(firm, CompanyNumber.from_stem(1000077))
        assert firm.requests.withdraw(sent.reference).state is RequestState.WITHDRAWN
        with pytest.raises(BadRequest):
            firm.requests.withdraw(sent.reference)
    with writing(world.store.engine) as connection, pytest.raises(BadRequest):
        office(world, connection).decide(sent.reference, to=RequestState.ACCEPTED)


def test_a_register_number_is_found_and_shown_masked(world):
    number = number_of("Simon, Marc")
    with world.store.reading(world.actor(EDITOR)) as firm:
        known = firm.register.by_number(number)
    assert known.name == "Simon, Marc"
    assert known.register_masked == number.masked
    assert number.digits not in repr(known)


def test_a_ciphertext_opens_only_in_its_own_place():
    cipher = NumberCipher("n" * 32, "i" * 32)
    first, second = "85073099436", "79020399471"
    sealed = cipher.encrypt(first, place=PLACE)
    assert cipher.decrypt(sealed, place=PLACE, index=cipher.index(first)) == first
    for place, index in ((PLACE, cipher.index(second)), (REQUEST_PLACE, cipher.index(first))):
        with pytest.raises(InvalidTag):
            cipher.decrypt(sealed, place=place, index=index)


def test_no_changed_bit_and_no_other_key_opens_a_ciphertext():
    cipher, digits = NumberCipher("n" * 32, "i" * 32), "85073099436"
    sealed, index = cipher.encrypt(digits, place=PLACE), cipher.index(digits)
    for bit in range(8, 8 * len(sealed)):
        changed = bytearray(sealed)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(InvalidTag):
            cipher.decrypt(bytes(changed), place=PLACE, index=index)
    with pytest.raises(InvalidTag):
        NumberCipher("m" * 32, "i" * 32).decrypt(sealed, place=PLACE, index=index)


def written(number):
    """The ways in which a number could stand in a file."""
    digits = number.digits
    plain = [digits, number.printed, digits[::-1], f"{digits[:6]}-{digits[6:]}", digits.encode().hex()]
    hashed = [hashlib.new(name, digits.encode()).hexdigest() for name in ("sha256", "sha1", "md5")]
    coded = [base64.b64encode(digits.encode()).decode().rstrip("=")]
    return [one.encode() for one in (*plain, *hashed, *coded)]


def test_no_byte_that_is_kept_tells_a_register_number(cast):
    numbers = [
        RegisterNumber.invent(datetime.date(1960, 1, 1) + datetime.timedelta(days=n), 991) for n in range(200)
    ]
    with writing(cast.store.engine) as connection:
        for number in numbers:
            known = {"kind": Kind.SELF_EMPLOYED, "name": "Somebody"}
            office(cast, connection).register().add(known, register_number=number)
    with cast.store.changing(cast.actor(EDITOR)) as firm:
        for number in numbers[:20]:
            firm.register.by_number(number)
            ask(firm, number)
    files = [path for path in cast.settings.folder.rglob("*") if path.is_file()]
    assert any(path.name.endswith("-wal") for path in files)
    kept = b"".join(path.read_bytes() for path in files)
    assert numbers[0].masked.encode() in kept  # what is looked for would be found
    assert [one for number in numbers for one in written(number) if one in kept] == []
