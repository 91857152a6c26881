"""The bar of the selection says what it did, and asks by name before it removes."""

import pytest
from dash import no_update
from dash.exceptions import PreventUpdate

from dashboard.callbacks import list_selection as bar
from dashboard.callbacks import remove_client as removal
from tests.callbacks.test_add_client import words
from tests.cast import BETA_EDITOR, EDITOR, READER

BAKERY, BUILDER, PERSON = "Boulangerie Noël SRL", "Straßenbau Weiß GmbH", "Dupuis, Anne"


def chosen(cast, *names):
    return " ".join(cast.client(EDITOR, name).id for name in names)


def tag(cast, given, *, email=EDITOR, tags="vip", seen_by="firm"):
    words = {"chosen": given, "tags": tags, "seen_by": seen_by}
    return bar.show_tagged(cast.workspace(email), clicks=1, entered=None, **words)


def untag(cast, given, *, email=EDITOR, tags="vip", seen_by="firm"):
    words = {"chosen": given, "tags": tags, "seen_by": seen_by}
    return bar.show_untagged(cast.workspace(email), clicks=1, **words)


def named(drawn):
    return [item.children for item in drawn[0].children]


def test_tags_come_and_go_and_the_list_is_told(cast):
    both = chosen(cast, BAKERY, PERSON)
    answer = tag(cast, both)
    assert answer["answer"].children == "The tags are added."
    assert answer["changed"] is not no_update
    assert cast.client(EDITOR, PERSON).tags == ("vip",)
    assert "vip" in str(answer["filters"])
    assert "vip" not in str(untag(cast, both)["filters"])
    assert cast.client(EDITOR, PERSON).tags == ()


def test_a_reader_gives_own_tags_and_no_others(cast):
    both = chosen(cast, BAKERY, PERSON)
    assert tag(cast, both, email=READER, seen_by="mine")["answer"].children == "The tags are added."
    assert cast.client(READER, BAKERY).own_tags == ("vip",)
    assert cast.client(EDITOR, BAKERY).own_tags == ()
    refused = tag(cast, both, email=READER)["answer"].children
    assert refused == "Your role does not allow this. Ask a manager of your firm."
    untag(cast, both, email=READER, seen_by="mine")
    assert cast.client(READER, BAKERY).own_tags == ()


def test_nobody_else_may_be_named_to_see_tags(cast):
    answer = tag(cast, chosen(cast, BAKERY), seen_by="everybody")
    assert answer["answer"].children.startswith("This request could not be read")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("", "Select at least one client."),
        ("nobody", "Some of these clients are no longer in your list. Select again."),
        (["x"], "This request could not be read. Nothing was changed."),
        (" ".join(str(place) for place in range(10_001)), "Select 10000 clients at most."),
    ],
)
def test_a_selection_of_another_shape_is_told(cast, given, sentence):
    answer = tag(cast, given)
    assert (answer["answer"].children, answer["changed"]) == (sentence, no_update)
    asked = bar.ask_removal(cast.workspace(EDITOR), clicks=1, chosen=given)
    assert (asked["answer"].children, asked["asked"]) == (sentence, no_update)


def test_another_firms_clients_are_not_named(cast):
    asked = bar.ask_removal(cast.workspace(BETA_EDITOR), clicks=1, chosen=chosen(cast, BAKERY))
    assert asked["names"] is no_update
    assert BAKERY not in str(asked["answer"])


def test_the_question_names_them_and_one_undo_brings_all_back(cast):
    workspace, both = cast.workspace(EDITOR), chosen(cast, BAKERY, PERSON)
    asked = bar.ask_removal(workspace, clicks=1, chosen=both)
    assert asked["title"] == "Remove 2 clients from your list?"
    assert named(asked["names"]) == [BAKERY, PERSON]
    shown = removal.show_removed(workspace, clicks=1, client_id=asked["clients"])
    assert "2 clients were removed from your list" in words(shown["banner"])
    undo = shown["banner"][0].children[1]
    back = removal.show_restored(workspace, clicks=1, client_ids=undo.value)
    assert "2 clients are back in your list" in words(back["banner"])
    assert chosen(cast, BAKERY, PERSON) == both


def test_one_selected_client_is_asked_for_by_name(cast):
    asked = bar.ask_removal(cast.workspace(EDITOR), clicks=1, chosen=chosen(cast, BAKERY))
    assert asked["title"] == f"Remove {BAKERY} from your list?"


def test_the_question_names_ten_and_counts_the_rest(cast):
    client = cast.client(EDITOR, BAKERY)
    with cast.store.reading(cast.actor(EDITOR)) as firm:
        (one,) = firm.selections.of([client.id])
    listed = named(bar.dialog.names(cast.workspace(EDITOR), [one] * 12))
    assert (len(listed), listed[-1]) == (11, "and 2 other clients")


def test_a_reader_may_export_and_nothing_else(cast):
    drawn = str(bar.draw_bar(cast.workspace(READER), clicks=1))
    assert "Export to Excel" in drawn
    assert "My firm" not in drawn
    assert "Remove from my list" not in drawn


def test_what_was_not_asked_is_not_done(cast):
    with pytest.raises(PreventUpdate):
        bar.ask_removal(cast.workspace(EDITOR), clicks=None, chosen=chosen(cast, BAKERY))
    with pytest.raises(PreventUpdate):
        bar.show_untagged(cast.workspace(EDITOR), clicks=None, chosen="", tags="", seen_by="firm")
