"""The form in a file's head shows what was saved, or why not."""

import pytest
from dash import no_update

from dashboard.callbacks.client_list import show_own_tags, show_own_words, show_star
from dashboard.errors import BadRequest, NotFound
from tests.cast import BETA_EDITOR, EDITOR, READER, number_of

BAKERY, PERSON = "Boulangerie Noël SRL", "Dupuis, Anne"
WORDS = {"reference": "4711", "tags": "to review", "note": None}


def saved(cast, *, email=EDITOR, **changes):
    path = f"/clients/{cast.client(EDITOR, BAKERY).id}/documents"
    given = {"path": path, "_clicks": 1} | WORDS | changes
    return show_own_words(cast.workspace(email), **given)


def test_saving_shows_the_new_words(cast):
    answer = saved(cast)
    assert "Reference: 4711" in str(answer["words"])
    assert answer["answer"].children == "Saved"


@pytest.mark.parametrize(
    ("field", "wrong", "sentence"),
    [
        ("reference", "x" * 61, "A reference has 60 characters at most."),
        ("tags", "x" * 41, "A tag has 40 characters at most."),
        ("note", "x" * 4001, "A note has 4000 characters at most."),
        ("note", number_of(PERSON).printed, "Leave national register numbers out of this field."),
    ],
)
def test_a_refusal_stands_beside_its_own_field_and_keeps_the_words(cast, field, wrong, sentence):
    answer = saved(cast, **{field: wrong})
    assert answer.pop("words") is no_update
    assert {name: said for name, said in answer.items() if said} == {field: sentence}


@pytest.mark.parametrize("path", ["/clients", "/nowhere", None, "/clients/unknown/documents"])
def test_an_address_without_a_client_is_not_there(cast, path):
    with pytest.raises(NotFound):
        saved(cast, path=path)


def test_another_firm_does_not_find_the_client(cast):
    with pytest.raises(NotFound):
        saved(cast, email=BETA_EDITOR)


def test_a_field_of_another_shape_is_refused(cast):
    with pytest.raises(BadRequest):
        saved(cast, note=["x"])


def test_a_reader_cannot_save(cast, app):
    wire = next(key for key in app.callback_map if "describe-client-words" in key)
    assert app.callback_map[wire]["callback"].__wrapped__.__dict__["allow"] == "clients:edit"
    assert not cast.workspace(READER).may("clients:edit")


def save_own(cast, *, email=READER, tags="later, difficult"):
    path = f"/clients/{cast.client(EDITOR, BAKERY).id}/documents"
    return show_own_tags(cast.workspace(email), clicks=1, path=path, tags=tags)


def test_own_tags_are_shown_to_their_person_alone(cast):
    answer = save_own(cast)
    assert "difficult" in str(answer["words"])
    assert answer["answer"].children == "Saved"
    assert "difficult" not in str(saved(cast, email=EDITOR)["words"])


def test_own_tags_that_cannot_be_kept_are_told_and_the_words_stay(cast):
    answer = save_own(cast, tags="x" * 41)
    assert answer == {"words": no_update, "error": "A tag has 40 characters at most.", "answer": ""}


def test_own_tags_of_another_firms_client_are_not_there(cast):
    with pytest.raises(NotFound):
        save_own(cast, email=BETA_EDITOR)


def star(cast, pressed, *, email=READER):
    path = f"/clients/{cast.client(EDITOR, BAKERY).id}/documents"
    return show_star(cast.workspace(email), clicks=1, pressed=pressed, path=path)


def test_the_star_of_a_file_is_ones_own_and_goes_on_and_off(cast):
    assert star(cast, "false") == {"pressed": "true", "sign": "★"}
    assert cast.client(READER, BAKERY).favourite
    assert not cast.client(EDITOR, BAKERY).favourite
    assert star(cast, "true") == {"pressed": "false", "sign": "☆"}
    assert not cast.client(READER, BAKERY).favourite


def test_another_firms_client_has_no_star_to_give(cast):
    with pytest.raises(NotFound):
        star(cast, "false", email=BETA_EDITOR)
