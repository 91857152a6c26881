"""A vCard holds what address books read, line by line."""

from dashboard.domain.file import Contact, Side
from dashboard.domain.vcard import telephone, vcard


def a_contact(**values):
    given = {
        "id": 1,
        "side": Side.CLIENT,
        "name": "Noël, Claire",
        "role": "Manager; owner",
        "phone": "+32 (0)81 00 00 01",
        "email": "claire@noel.example",
        "language": "fr",
    }
    return Contact(**(given | values))


def test_a_vcard_is_of_version_4_with_escaped_values():
    assert vcard(a_contact(), organisation="Noël\nBEGIN:VCARD").split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "FN:Noël\\, Claire",
        "ORG:Noël\\nBEGIN:VCARD",
        "ROLE:Manager\\; owner",
        "TEL;VALUE=uri:tel:+3281000001",
        "EMAIL:claire@noel.example",
        "LANG:fr",
        "END:VCARD",
        "",
    ]


def test_what_is_not_known_takes_no_line():
    card = vcard(a_contact(phone="", email=""), organisation="Noël")
    assert "TEL" not in card
    assert "EMAIL" not in card


def test_long_lines_are_folded_between_letters():
    card = vcard(a_contact(name="é" * 100), organisation="Noël")
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))
    assert "é" * 100 in card.replace("\r\n ", "")


def test_what_cannot_be_dialled_is_no_address():
    assert telephone("ask at the desk") == ""
