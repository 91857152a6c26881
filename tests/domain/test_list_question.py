"""A question to the list and the address that asks it say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.clients import Kind, Service
from dashboard.domain.list_question import (
    LONGEST_ADDRESS,
    SORTS,
    ListQuestion,
    address_of,
    from_address,
    holds_register_number,
)
from dashboard.domain.search import LONGEST_QUERY
from dashboard.errors import BadRequest

TYPED = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=LONGEST_QUERY // 3)
QUESTIONS = st.builds(
    ListQuestion,
    query=TYPED.map(str.strip),
    kind=st.none() | st.sampled_from(Kind),
    service=st.none() | st.sampled_from(Service),
    tag=TYPED,
    own_tag=TYPED,
    pending=st.none() | st.booleans(),
    favourites=st.booleans(),
    sort=st.sampled_from(SORTS),
    descending=st.booleans(),
)


@given(QUESTIONS)
def test_what_is_written_is_read_again(question):
    assert from_address(address_of(question)) == question


def test_what_goes_without_saying_is_not_written():
    assert address_of(ListQuestion(offset=100)) == "?"
    assert address_of(from_address("?sort=name&order=up&q=&limit=5")) == "?"


@pytest.mark.parametrize(
    "address", ["", "q=noel", "?firm=2", "?kind=office", "?order=sideways", "?" + "q" * LONGEST_ADDRESS]
)
def test_an_address_that_no_screen_writes_is_refused(address):
    with pytest.raises(BadRequest):
        from_address(address)


@pytest.mark.parametrize(
    ("text", "is_held"),
    [("85073003328", True), ("85.07.30-033 28", True), ("dupuis 85073003328", True), ("0403.019.261", False)],
)
def test_eleven_digits_are_a_register_number(text, is_held):
    assert holds_register_number(text) is is_held
