"""The import screen, called as the browser calls it."""

import base64
import json

import pytest

from dashboard.callbacks import import_clients as screen
from dashboard.commands.import_clients import check_list, unfinished_list
from dashboard.domain.number_list import Verdict, lines_of_text
from dashboard.errors import BadRequest, NotFound
from dashboard.pages import import_clients as page
from dashboard.pages.address import Address
from tests.callbacks.test_add_client import words
from tests.cast import BETA_EDITOR, EDITOR, number_of

KEY, OTHER_KEY = "k" * 24, "o" * 24
NUMBERS = f"{number_of('Only Known SRL').printed};4711\n{number_of('Simon, Marc').printed}"
WRONG_PERSON = "85.07.30-994.00"


def draw(workspace, *, typed=None, file=None):
    return screen.draw_result(workspace, clicks=1, file=file, typed=typed)


def checked(workspace, typed=NUMBERS):
    return check_list(workspace, lines_of_text(typed)).key


def order(line, do, value=""):
    return json.dumps({"line": line, "row": 1, "do": do, "value": value, "turn": 1})


def page_of(workspace):
    return page.layout(workspace, Address("/clients/import", {}, {})).body


def test_a_checked_list_shows_names_and_masks_register_numbers(cast):
    answer = draw(cast.workspace(EDITOR), typed=f"{NUMBERS}\n{WRONG_PERSON}")
    shown = words(answer["result"])
    assert "Only Known SRL: ready" in shown
    assert "Simon, Marc: ready" in shown
    for number in (number_of("Simon, Marc").printed, number_of("Simon, Marc").digits, WRONG_PERSON):
        assert number not in shown
    assert json.dumps("••.••.••-•••.00")[1:-1] in shown
    assert answer["typed"] == ""


def test_a_file_is_checked_like_a_pasted_list(cast):
    content = "data:text/csv;base64," + base64.b64encode(NUMBERS.encode()).decode()
    assert "Only Known SRL: ready" in words(draw(cast.workspace(EDITOR), file=content)["result"])


def test_what_cannot_be_read_is_said_and_the_text_is_kept(cast):
    workspace = cast.workspace(EDITOR)
    assert "Paste at least one number" in words(draw(workspace, typed="")["error"])
    assert "cannot be read" in words(draw(workspace, file="data:;base64,AAAA")["file_error"])
    assert "could not be read" in words(draw(workspace, file="data:;base64,!")["file_error"])


def test_the_ready_clients_are_added_and_counted_once_for_two_clicks(cast):
    workspace = cast.workspace(EDITOR)
    press = {"clicks": 1, "key": KEY, "left_out": "", "list_key": checked(workspace)}
    answer = screen.show_added(workspace, **press)
    assert "2 clients were added to your list" in words([answer["added"]])
    assert "Simon, Marc: in your list now" in words(answer["result"])
    assert cast.client(EDITOR, "Only Known SRL").reference == "4711"
    again = screen.show_added(workspace, **press)
    assert "2 clients were added to your list" in words([again["added"]])


def test_the_list_is_there_again_after_a_reload_for_its_person_only(cast):
    workspace = cast.workspace(EDITOR)
    checked(workspace)
    assert "Only Known SRL: ready" in words([page_of(workspace)])
    assert "Only Known SRL" not in words([page_of(cast.workspace(BETA_EDITOR))])


def test_a_line_whose_box_is_not_ticked_is_not_added(cast):
    workspace = cast.workspace(EDITOR)
    key = checked(workspace)
    assert "Add 1 ready client" in words(screen.draw_count(workspace, left_out="2", list_key=key))
    assert [line.left_out for line in unfinished_list(workspace).lines] == [False, True]
    screen.show_added(workspace, clicks=1, key=KEY, left_out="1", list_key=key)
    assert [line.verdict for line in unfinished_list(workspace).lines] == [Verdict.READY, Verdict.ADDED]


def test_a_wrong_line_is_opened_corrected_and_drawn_alone(cast):
    workspace = cast.workspace(EDITOR)
    key = checked(workspace, f"{number_of('Only Known SRL').printed}\n{WRONG_PERSON}")
    opened = screen.draw_line(workspace, order=order(2, "edit"), list_key=key)
    assert WRONG_PERSON in str(changed_row(opened))
    still = screen.draw_line(workspace, order=order(2, "check", "12"), list_key=key)
    assert "Check this line" in str(changed_row(still))
    right = order(2, "check", number_of("Simon, Marc").printed)
    answer = screen.draw_line(workspace, order=right, list_key=key)
    assert "Simon, Marc: ready" in str(changed_row(answer))
    assert "Add 2 ready clients" in words(answer["head"])


def changed_row(answer):
    (operation,) = answer["rows"].to_plotly_json()["operations"]
    assert operation["location"] == [1]
    return operation["params"]["value"]


def test_a_choice_makes_the_line_ready(cast):
    workspace = cast.workspace(EDITOR)
    key = checked(workspace, f"{WRONG_PERSON}\n{number_of('Only Known SRL').printed}")
    answer = screen.draw_line(workspace, order=order(2, "choose", "fund"), list_key=key)
    assert "not affiliated with the social insurance fund" in str(changed_row(answer))
    with pytest.raises(BadRequest):
        screen.draw_line(workspace, order=order(2, "choose", "bank"), list_key=key)


def test_lines_are_drawn_by_the_hundred_and_by_group(cast):
    workspace = cast.workspace(EDITOR)
    key = checked(workspace, "\n".join([NUMBERS, *["12"] * 150]))
    asked = {"shown": "correct", "list_key": key}
    first = screen.draw_shown(workspace, **asked)
    assert (len(first["rows"]), first["after"], first["at_end"]) == (100, "102", False)
    assert screen.draw_more(workspace, clicks=1, after="1,102", **asked)["after"] == "0"
    more = screen.draw_more(workspace, clicks=1, after="102", **asked)
    (operation,) = more["rows"].to_plotly_json()["operations"]
    assert (len(operation["params"]["value"]), more["at_end"]) == (50, True)
    assert len(screen.draw_shown(workspace, shown="ready", list_key=key)["rows"]) == 2
    assert screen.draw_shown(workspace, shown="listed", list_key=key)["rows"] == []
    assert "data-line=152" not in str(page_of(workspace))


@pytest.mark.parametrize("shown", ["none", None, 3, []])
def test_a_group_that_is_none_is_refused(cast, shown):
    workspace = cast.workspace(EDITOR)
    with pytest.raises(BadRequest):
        screen.draw_shown(workspace, shown=shown, list_key=checked(workspace))


def test_a_discarded_list_is_gone(cast):
    workspace = cast.workspace(EDITOR)
    key = checked(workspace)
    assert screen.clear_result(workspace, clicks=1, list_key=key) == {"result": [], "added": []}
    assert unfinished_list(workspace) is None


def test_orders_for_a_list_that_another_replaced_change_nothing(cast):
    workspace = cast.workspace(EDITOR)
    old = checked(workspace)
    new = checked(workspace)
    with pytest.raises(NotFound):
        screen.show_added(workspace, clicks=1, key=KEY, left_out="", list_key=old)
    with pytest.raises(NotFound):
        screen.draw_line(workspace, order=order(1, "edit"), list_key=old)
    assert unfinished_list(workspace).key == new


@pytest.mark.parametrize(
    "forged",
    [
        3,
        "x",
        "[]",
        "{}",
        "[" * 900,
        "1" * 2000,
        order("1", "edit"),
        order(-1, "edit"),
        order(1, "drop"),
        order(1, "check", 7),
    ],
)
def test_an_order_that_is_none_of_ours_is_refused(cast, forged):
    workspace = cast.workspace(EDITOR)
    with pytest.raises(BadRequest):
        screen.draw_line(workspace, order=forged, list_key=checked(workspace))


@pytest.mark.parametrize("forged", [None, 3, "x", "1,,2", "1,-2", "٣", "9" * 9, []])
def test_positions_that_are_none_are_refused(cast, forged):
    workspace = cast.workspace(EDITOR)
    with pytest.raises(BadRequest):
        screen.draw_count(workspace, left_out=forged, list_key=checked(workspace))


def test_a_line_that_is_not_there_is_not_found(cast):
    workspace = cast.workspace(EDITOR)
    with pytest.raises(NotFound):
        screen.draw_line(workspace, order=order(3, "edit"), list_key=checked(workspace))


def test_nothing_happens_before_somebody_presses(cast):
    workspace = cast.workspace(EDITOR)
    key = checked(workspace)
    screen.show_added(workspace, clicks=None, key=OTHER_KEY, left_out="", list_key=key)
    screen.clear_result(workspace, clicks=None, list_key=key)
    screen.draw_rest(workspace, clicks=None, list_key=key)
    screen.draw_line(workspace, order="", list_key=key)
    assert [line.verdict for line in unfinished_list(workspace).lines] == [Verdict.READY, Verdict.READY]
