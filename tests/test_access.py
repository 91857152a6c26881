"""The walk: every callback and every route, as each of a cast of seven; complete by construction."""

import dataclasses

import pytest
from dash import Input, Output, State
from sqlalchemy import select

from dashboard import guard
from dashboard.app import create_app
from dashboard.data.schema import clients, entries
from dashboard.domain.access import Permission
from dashboard.pages import PAGES
from tests.canaries import kept, mark
from tests.cast import BETA_EDITOR, BETA_READER, DISABLED, EDITOR, MANAGER, PENDING, READER
from tests.walk import MISSING, Walker, findings, let_in, paths_of, server_callbacks, unguarded, unrefused

OTHERS = {EDITOR: "Beta", READER: "Beta", MANAGER: "Beta", BETA_EDITOR: "Alpha", BETA_READER: "Alpha"}
CLIENTS = {"Alpha": "Boulangerie Noël SRL", "Beta": "Garage Peeters BV"}


@pytest.fixture
def marked(cast):
    return mark(cast)


def own_client(cast, email):
    return cast.client(email, CLIENTS["Alpha" if OTHERS[email] == "Beta" else "Beta"]).id


def test_every_callback_and_every_rule_asks_who_is_there(app):
    assert unguarded(app) == []


def test_every_page_says_who_may_open_it():
    assert all(isinstance(page.allow, Permission) for page in PAGES)


@pytest.mark.parametrize("email", OTHERS)
def test_another_firms_things_answer_like_missing_ones_and_leak_nothing(app, cast, marked, email):
    before = kept(cast, OTHERS[email])
    walker = Walker.start(app, cast, email)
    assert findings(walker, own=own_client(cast, email), foreign=marked[OTHERS[email]]) == []
    assert kept(cast, OTHERS[email]) == before


@pytest.mark.parametrize("email", OTHERS)
def test_the_own_clients_pages_show_nothing_of_another_firm(app, cast, marked, email):
    walker = Walker.start(app, cast, email)
    paths = [*paths_of(own_client(cast, email)), *(page.path for page in PAGES if "<" not in page.path)]
    assert [leak for path in paths for leak in leaks_on(walker, path, marked[OTHERS[email]].marks)] == []


def leaks_on(walker, path, marks):
    return [leak for answer in page_answers(walker, path) for leak in answer.leaks(marks, asked=path)]


def page_answers(walker, path):
    """What every callback that reads the address draws there."""
    for key, entry in server_callbacks(walker.app):
        if any(place["property"] == "pathname" for place in [*entry["inputs"], *entry["state"]]):
            yield walker.post(key, entry, path=path, value=None, wild=MISSING)


def test_of_a_pending_client_only_the_name_is_shown(app, cast, marked):
    pending = cast.client(PENDING, CLIENTS["Beta"])
    walker = Walker.start(app, cast, PENDING)
    hidden = marked["Beta"].behind_mandate
    for path in ("/clients", *paths_of(pending.id)):
        assert leaks_on(walker, path, hidden) == []


def test_no_key_opens_more_of_a_pending_client(app, cast, marked):
    pending = cast.client(PENDING, CLIENTS["Beta"])
    walker = Walker.start(app, cast, PENDING)
    hidden = dataclasses.replace(marked["Beta"], marks=marked["Beta"].behind_mandate)
    assert findings(walker, own=pending.id, foreign=hidden) == []


@pytest.mark.parametrize("email", [READER, BETA_READER, EDITOR, BETA_EDITOR, PENDING])
def test_nobody_gets_beyond_their_role(app, cast, email):
    assert unrefused(Walker.start(app, cast, email)) == []


@pytest.mark.parametrize("email", [None, DISABLED])
def test_without_an_account_nothing_opens(app, cast, email):
    walker = Walker.start(app, cast, None)
    if email:
        token = stale_session(cast)
        walker.browser.set_cookie("portefeuille_session", token)
    assert let_in(walker) == []


def stale_session(cast):
    """A session that began before its person was disabled."""
    with cast.store.changing(cast.actor(MANAGER)) as firm:
        person = next(one for one in firm.team.all() if one.email == DISABLED)
        firm.team.enable(person.id)
    with cast.store.changing(cast.actor(DISABLED)) as firm:
        token = firm.accounts.start(firm.actor)
    with cast.store.changing(cast.actor(MANAGER)) as firm:
        firm.team.disable(person.id)
    return token


def with_hole(cast, *groups):
    """A throw-away app with something that should not be there."""
    app = create_app(cast.settings, store=cast.store)
    for group in groups:
        group.connect(app if isinstance(group, guard.Callbacks) else app.server)
    return app


def every_name(workspace, **_arguments):
    """What a repository without the firm's scope would answer."""
    question = select(entries.c.name, entries.c.enterprise_number).join(clients)
    with workspace.reading() as firm:
        return str(firm.connection.execute(question).all())


def any_client(workspace, *, client):
    with workspace.reading() as firm:
        row = firm.connection.execute(select(clients).where(clients.c.public_id == client)).one_or_none()
    return "there is one" if row else "there is none"


def test_the_walk_sees_a_callback_without_guard(cast):
    app = create_app(cast.settings, store=cast.store)
    app.callback(Output("hole", "children"), Input("hole", "n_clicks"))(lambda _clicks: "")
    assert unguarded(app) == ["callback hole.children"]


def test_the_walk_sees_a_route_without_guard(cast):
    app = create_app(cast.settings, store=cast.store)
    app.server.add_url_rule("/hole", "hole", lambda: "")
    assert unguarded(app) == ["rule /hole"]


def test_the_walk_sees_a_query_without_the_firms_scope(cast, marked):
    hole = guard.Callbacks()
    hole.on(
        Output("hole", "children"),
        allow=Permission.VIEW_CLIENTS,
        path=State("address", "pathname"),
        clicks=Input("hole", "n_clicks"),
    )(every_name)
    walker = Walker.start(with_hole(cast, hole), cast, EDITOR)
    found = findings(walker, own=own_client(cast, EDITOR), foreign=marked["Beta"])
    assert "callback hole.children: Garage" in found


def test_the_walk_sees_a_route_that_tells_foreign_from_missing(cast, marked):
    hole = guard.Routes()
    hole.on("/clients/<client>/hole", allow=Permission.VIEW_CLIENTS)(any_client)
    walker = Walker.start(with_hole(cast, hole), cast, EDITOR)
    found = findings(walker, own=own_client(cast, EDITOR), foreign=marked["Beta"])
    assert any(problem.startswith("GET /clients/<client>/hole") for problem in found)


def test_the_walk_sees_a_permission_that_is_not_asked(cast):
    hole = guard.Callbacks()
    hole.on(Output("hole", "children"), allow=Permission.MANAGE_TEAM, clicks=Input("hole", "n_clicks"))(
        lambda _workspace, **_inputs: "done"
    )
    app = with_hole(cast, hole)
    walker = Walker.start(app, cast, READER)
    assert unrefused(walker) == []
    unprotect(app, "hole.children")
    assert unrefused(walker) == ["callback hole.children"]


def unprotect(app, key):
    """Let the callback claim a permission without asking for it."""

    def careless(**_arguments):
        return '{"response":{"hole":{"children":"done"}},"multi":true}'

    careless.allow = Permission.MANAGE_TEAM
    app.callback_map[key]["callback"] = careless
