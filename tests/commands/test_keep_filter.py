"""A filter is kept under a name of its own, without register numbers, by who may."""

import pytest

from dashboard.commands.keep_filter import delete_filter, rename_filter, save_filter, share_filter
from dashboard.domain.saved_filters import LONGEST_NAME, MOST_FILTERS
from dashboard.errors import BadRequest, NotAllowed, NotFound
from tests.cast import EDITOR, MANAGER, READER, number_of

EMPLOYERS = "?kind=employer&sort=fte"


def saved(cast, email=EDITOR, *, name="Employers", address=EMPLOYERS):
    return save_filter(cast.workspace(email), name=name, address=address)


def names(cast, email=EDITOR):
    with cast.store.reading(cast.actor(email)) as firm:
        return [one.name for one in firm.saved_filters.all()]


def test_a_reader_keeps_filters_too(cast):
    saved(cast, READER, name="  My   employers ")
    assert names(cast, READER) == ["My employers"]


@pytest.mark.parametrize(
    ("parameter", "typed"),
    [("q", number_of("Dupuis, Anne").printed), ("tag", "a 85 07 30 033 28"), ("mine", "85073003328")],
)
def test_a_register_number_is_never_kept(cast, parameter, typed):
    with pytest.raises(BadRequest, match="cannot keep a national register number"):
        saved(cast, address=f"?{parameter}={typed}")
    with pytest.raises(BadRequest, match="Leave national register numbers out"):
        saved(cast, name=typed)
    assert names(cast) == []


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (" ", "Give the filter a name"),
        ("x" * (LONGEST_NAME + 1), "60 characters at most"),
        ("EMPLOYERS", "already a filter of this name"),
    ],
)
def test_an_unfit_name_is_told_and_nothing_changes(cast, name, sentence):
    other = saved(cast)
    third = saved(cast, name="Third")
    with pytest.raises(BadRequest, match=sentence):
        saved(cast, name=name)
    with pytest.raises(BadRequest, match=sentence):
        rename_filter(cast.workspace(EDITOR), third.id, name=name)
    assert names(cast) == [other.name, "Third"]


def test_a_filter_may_keep_its_name_in_other_letters(cast):
    made = saved(cast)
    assert rename_filter(cast.workspace(EDITOR), made.id, name="employers").name == "employers"


def test_a_person_saves_a_number_of_filters_and_not_more(cast):
    for place in range(MOST_FILTERS):
        saved(cast, name=f"Filter {place}")
    with pytest.raises(BadRequest, match="at most"):
        saved(cast, name="One more")


def test_a_reader_cannot_share(cast):
    made = saved(cast, READER)
    with pytest.raises(NotAllowed):
        share_filter(cast.workspace(READER), made.id, on=True)
    assert names(cast, EDITOR) == []


def test_what_the_firm_shares_every_editor_may_change_and_no_reader(cast):
    made = saved(cast)
    share_filter(cast.workspace(EDITOR), made.id, on=True)
    for act in (
        lambda: rename_filter(cast.workspace(READER), made.id, name="Mine"),
        lambda: delete_filter(cast.workspace(READER), made.id),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert rename_filter(cast.workspace(MANAGER), made.id, name="Ours").name == "Ours"
    share_filter(cast.workspace(MANAGER), made.id, on=False)
    assert (names(cast, EDITOR), names(cast, MANAGER)) == (["Ours"], [])


def test_a_filter_on_ones_own_tag_cannot_be_shared(cast):
    made = saved(cast, address="?mine=difficult")
    with pytest.raises(BadRequest, match="It cannot be shared"):
        share_filter(cast.workspace(EDITOR), made.id, on=True)
    assert names(cast, READER) == []


def test_a_colleagues_own_filter_is_not_there(cast):
    made = saved(cast, READER)
    with pytest.raises(NotFound):
        delete_filter(cast.workspace(EDITOR), made.id)
    assert names(cast, READER) == ["Employers"]
