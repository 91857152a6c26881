"""The import screen, called as the browser calls it."""

import base64

import pytest

from dashboard.callbacks import import_clients as screen
from dashboard.commands.import_clients import check_list, sealed
from dashboard.domain.number_list import lines_of_text
from dashboard.errors import BadRequest
from tests.callbacks.test_add_client import words
from tests.cast import EDITOR, number_of

KEY = "k" * 24
NUMBERS = f"{number_of('Only Known SRL').printed};4711\n{number_of('Simon, Marc').printed}"


def draw(workspace, *, typed=None, file=None):
    return screen.draw_result(workspace, clicks=1, file=file, typed=typed)


def test_a_checked_list_shows_names_and_masks_register_numbers(cast):
    answer = draw(cast.workspace(EDITOR), typed=NUMBERS)
    shown = words(answer["result"])
    assert "Only Known SRL: ready" in shown
    assert "Simon, Marc: ready" in shown
    assert number_of("Simon, Marc").printed not in shown
    assert number_of("Simon, Marc").digits not in shown
    assert answer["typed"] == ""


def test_a_file_is_checked_like_a_pasted_list(cast):
    content = "data:text/csv;base64," + base64.b64encode(NUMBERS.encode()).decode()
    assert "Only Known SRL: ready" in words(draw(cast.workspace(EDITOR), file=content)["result"])


def test_what_cannot_be_read_is_said_and_the_text_is_kept(cast):
    workspace = cast.workspace(EDITOR)
    assert "Paste at least one number" in words(draw(workspace, typed="")["error"])
    assert "cannot be read" in words(draw(workspace, file="data:;base64,AAAA")["error"])
    assert "could not be read" in words(draw(workspace, file="data:;base64,!")["error"])


def test_the_ready_clients_are_added_and_counted(cast):
    workspace = cast.workspace(EDITOR)
    token = sealed(workspace, check_list(workspace, lines_of_text(NUMBERS)).lines)
    answer = screen.show_added(workspace, clicks=1, key=KEY, token=token)
    assert "2 clients were added to your list" in words([answer["added"]])
    assert cast.client(EDITOR, "Only Known SRL").reference == "4711"
    with pytest.raises(BadRequest):
        screen.show_added(workspace, clicks=1, key=KEY, token="forged")
