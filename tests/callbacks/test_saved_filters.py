"""The dialog of the saved filters says what it did, or why not."""

import pytest
from dash import no_update
from dash.exceptions import PreventUpdate

from dashboard.callbacks import saved_filters as callbacks
from dashboard.viewmodels.client_list import client_list
from tests.cast import EDITOR, READER

ADDRESS = "?q=noel&kind=employer"


def save(cast, *, name="Bakeries", email=EDITOR, address=ADDRESS):
    return callbacks.show_saved(cast.workspace(email), clicks=1, entered=None, name=name, address=address)


def only(cast, email=EDITOR):
    (link,) = client_list(cast.workspace(email)).saved
    return link


def said(answer):
    return answer["answer"].children


def refusals(answer):
    return {field: answer[field] for field in ("name", "chosen", "new_name") if answer[field]}


def test_a_saved_filter_stands_above_the_list_and_asks_its_question(cast):
    assert said(save(cast)) == "Bakeries is saved."
    assert (only(cast).name, only(cast).href) == ("Bakeries", "/clients" + ADDRESS)


def test_a_refusal_changes_nothing_on_screen(cast):
    answer = save(cast, name="")
    assert refusals(answer) == {"name": "Give the filter a name."}
    assert (answer["links"], answer["kept"], answer["none"]) == (no_update, no_update, no_update)


@pytest.mark.parametrize("given", [{"name": ["x"]}, {"address": 3}, {"address": None}])
def test_what_no_screen_sends_is_refused(cast, given):
    assert refusals(save(cast, **given))["name"].startswith("This request could not be read")


def test_a_filter_is_renamed_shared_taken_back_and_deleted(cast):
    save(cast)
    workspace, chosen = cast.workspace(EDITOR), only(cast).id
    renamed = callbacks.show_renamed(workspace, clicks=None, entered=1, chosen=chosen, name="Bread")
    assert said(renamed) == "Bread is saved."
    assert (
        said(callbacks.show_shared(workspace, clicks=1, chosen=chosen)) == "Your whole firm sees Bread now."
    )
    assert only(cast, READER).name == "Bread"
    callbacks.show_taken_back(workspace, clicks=1, chosen=chosen)
    assert client_list(cast.workspace(READER)).saved == ()
    assert said(callbacks.show_deleted(workspace, clicks=1, chosen=chosen)) == "Bread is deleted."
    assert client_list(workspace).saved == ()


def test_without_a_choice_nothing_happens(cast):
    workspace = cast.workspace(EDITOR)
    deleted = callbacks.show_deleted(workspace, clicks=1, chosen=None)
    renamed = callbacks.show_renamed(workspace, clicks=1, entered=None, chosen=None, name="Bread")
    assert refusals(deleted) == refusals(renamed) == {"chosen": "Choose a filter first."}


def test_a_new_name_that_cannot_be_is_told_at_its_field(cast):
    save(cast)
    renamed = callbacks.show_renamed(
        cast.workspace(EDITOR), clicks=1, entered=None, chosen=only(cast).id, name=" "
    )
    assert refusals(renamed) == {"new_name": "Give the filter a name."}


def test_a_reader_gets_no_button_to_share(cast):
    save(cast, email=READER)
    drawn = str(callbacks.draw_dialog(cast.workspace(READER), clicks=1))
    assert "Rename" in drawn
    assert "Share with my firm" not in drawn


def test_what_was_not_asked_is_not_done(cast):
    with pytest.raises(PreventUpdate):
        callbacks.show_saved(cast.workspace(EDITOR), clicks=None, entered=None, name="x", address=ADDRESS)
    assert client_list(cast.workspace(EDITOR)).saved == ()
