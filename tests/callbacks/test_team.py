"""What the handlers of account, team and audit trail change on screen."""

import pytest
from dash.exceptions import PreventUpdate

from dashboard.callbacks import account, audit_trail, team
from dashboard.data.trail import Event
from dashboard.errors import BadRequest
from dashboard.pages import find
from dashboard.pages.address import Address
from tests.cast import EDITOR, MANAGER, PASSWORD, READER
from tests.drawn import components


def typed(cast, **given):
    form = {
        "clicks": 1,
        "entered": None,
        "name": "Zoé",
        "email": "zoe@alpha.example",
        "role": "reader",
        "chosen": "en",
    } | given
    return team.show_invitation(cast.workspace(MANAGER), **form)


def test_an_invitation_shows_its_link_and_the_new_colleague(app, cast):
    with app.server.test_request_context("/", base_url="http://127.0.0.1:8050"):
        answer = typed(cast)
    assert "http://127.0.0.1:8050/invitation/" in str(answer["invited"])
    assert "zoe@alpha.example" in str(answer["colleagues"])
    assert (answer["name_error"], answer["email_error"]) == ("", "")


def test_each_error_stands_beside_its_own_field(cast):
    assert typed(cast, name="")["name_error"] == "Enter a name of at most 200 characters."
    assert typed(cast, email="zoe")["email_error"] == "Enter an e-mail address."
    assert typed(cast, email=EDITOR)["email_error"] == "This e-mail address cannot be invited."


@pytest.mark.parametrize("role", ["owner", None, 3, ["reader"], {}])
def test_a_role_that_does_not_exist_is_refused(cast, role):
    with pytest.raises(BadRequest):
        typed(cast, role=role)


@pytest.mark.parametrize("chosen", ["xx", None, 3, ["fr"], {}])
def test_a_language_that_does_not_exist_is_refused(cast, chosen):
    with pytest.raises(BadRequest):
        typed(cast, chosen=chosen)


def test_the_language_offered_first_is_the_managers(cast):
    screen = team.page.layout(cast.workspace(MANAGER), Address("/team", {}, {}))
    chosen = next(part for part in components(screen.body) if part.get("id") == "team-language")
    assert chosen["value"] == cast.actor(MANAGER).language
    assert [one["label"] for one in chosen["options"]] == ["Français", "Nederlands", "Deutsch", "English"]


def test_the_button_disables_and_then_offers_the_opposite(cast):
    button = {"type": "team-switch", "colleague": cast.actor(EDITOR).user_id}
    press = {"clicks": 1, "order": "disable", "button": button}
    first = team.show_account_state(cast.workspace(MANAGER), **press)
    assert (first["state"], first["order"], first["no_link"]) == ("Disabled", "enable", True)
    assert team.show_account_state(cast.workspace(MANAGER), **press) == first


def test_a_new_role_is_shown_and_counts_at_the_next_request(cast, browser):
    editor = browser(EDITOR)
    assert editor.get("/clients/import/template").status_code == 200
    button = {"type": "team-change-role", "colleague": cast.actor(EDITOR).user_id}
    answer = team.show_role(cast.workspace(MANAGER), clicks=1, role="reader", button=button)
    assert answer == {"role": "Reader", "said": "Editor now has the role Reader."}
    assert editor.get("/clients/import/template").status_code == 403


@pytest.mark.parametrize("role", ["owner", None, []])
def test_a_colleague_gets_no_role_that_does_not_exist(cast, role):
    button = {"type": "team-change-role", "colleague": cast.actor(EDITOR).user_id}
    with pytest.raises(BadRequest):
        team.show_role(cast.workspace(MANAGER), clicks=1, role=role, button=button)


@pytest.mark.parametrize("button", [None, {}, {"colleague": "1"}, {"colleague": True}, []])
def test_a_button_that_is_none_of_ours_is_refused(cast, button):
    with pytest.raises(BadRequest):
        team.show_account_state(cast.workspace(MANAGER), clicks=1, order="disable", button=button)


@pytest.mark.parametrize("order", ["delete", None, []])
def test_an_order_that_does_not_exist_is_refused(cast, order):
    with pytest.raises(BadRequest):
        team.show_account_state(cast.workspace(MANAGER), clicks=1, order=order, button={"colleague": 1})


def test_nothing_happens_before_somebody_presses(cast):
    with pytest.raises(PreventUpdate):
        team.show_new_link(cast.workspace(MANAGER), clicks=None, button={"colleague": 1})


def change(cast, **given):
    form = {"clicks": 1, "entered": None, "current": PASSWORD, "new": "another long password"} | given
    return account.show_password_change(cast.workspace(READER), **form)


def test_changing_the_password_says_how_it_went(cast):
    assert change(cast, current=None)["current_error"] == "This is not your current password. Try again."
    assert change(cast, new=None)["new_error"] == "Choose a password of 12 to 256 characters."
    assert "Your password was changed." in str(change(cast)["answer"])


def test_too_many_tries_are_told_at_the_field(cast):
    for _ in range(10):
        change(cast, current="wrong")
    assert change(cast)["current_error"].startswith("Too many attempts. Try again after")


def test_older_lines_are_added_below(cast):
    workspace = cast.workspace(MANAGER)
    with workspace.changing() as firm:
        for _ in range(60):
            firm.trail.record(Event.CLIENT_OPENED)
    answer = audit_trail.show_older(workspace, clicks=1, before="60")
    assert len(answer["rows"].to_plotly_json()["operations"][0]["params"]["value"]) == 50
    assert (answer["at_end"], answer["older"]) == (False, "10")


@pytest.mark.parametrize("before", [None, "", "x", 3, "-1", "9" * 50, "٣"])
def test_a_place_in_the_trail_that_is_none_is_refused(cast, before):
    with pytest.raises(BadRequest):
        audit_trail.show_older(cast.workspace(MANAGER), clicks=1, before=before)


@pytest.mark.parametrize("path", ["/account", "/team", "/audit"])
def test_the_pages_are_drawn(cast, path):
    page, values = find(path)
    screen = page.layout(cast.workspace(MANAGER), Address(path, values, {}))
    assert screen.title in str(screen.body)
