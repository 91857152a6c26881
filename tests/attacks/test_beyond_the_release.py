"""Pages, callbacks, headers and the command line, asked for more than the released record: T20."""

from __future__ import annotations

import json
from itertools import product

import pytest
from plotly.utils import PlotlyJSONEncoder
from sqlalchemy import bindparam, delete, event, func, insert, select

from dashboard.app import create_app
from dashboard.auth import cookie_name
from dashboard.callbacks.company_figures import draw_figures
from dashboard.cli.figures import facts_of, told_of
from dashboard.data.database import reading, writing
from dashboard.data.own_measures import own_measures
from dashboard.data.releases import reader
from dashboard.data.releases.tables import placements, released_groups, withheld
from dashboard.data.team import Accounts
from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Period, Span
from dashboard.viewmodels.company_figures import State
from dashboard.viewmodels.questions.subject import Subject

HIDDEN = "5|10711|region|03000|fine|6"
NOBODYS = "5|99999|region|09999|fine|6"
PERIODS = ("", "2026Q1-quarter", "1999Q1-quarter", HIDDEN)
COMPARISONS = (*Comparison, HIDDEN, NOBODYS)
SEARCHES = ("", "?metric=sickness_total&page=9&sort=-n", f"?group={HIDDEN}&download=csv")
# What differs between two answers that say the same.
PASSING = {"Date", "Set-Cookie", "Content-Length", "ETag"}


@pytest.fixture
def world(figures_world, tmp_path):
    copied = figures_world.copy(tmp_path / "copy")
    yield copied
    copied.store.engine.dispose()


@pytest.fixture
def client(world):
    return world.in_state(State.FIGURES)[0]


def told(world, client):
    """All that anybody in the firm can make the product say of this client and its peers."""
    path = f"/clients/{client.id}/figures"
    workspace = world.workspace()
    said = {"command line": facts_of(told_of(workspace, client.id, period=""))}
    for period, comparison, search in product(PERIODS, COMPARISONS, SEARCHES):
        said[period, comparison, search] = draw_figures(
            workspace, period=period, comparison=comparison, search=search, path=path
        )
    said |= fetched(world, [path + search for search in SEARCHES])
    return {one: json.dumps(found, cls=PlotlyJSONEncoder) for one, found in said.items()}


def fetched(world, addresses):
    """The pages' source and their headers."""
    browser = create_app(world.settings, store=world.store).server.test_client()
    with writing(world.store.engine) as connection:
        token = Accounts(connection, now=world.store.clock()).start(world.workspace().actor)
    browser.set_cookie(cookie_name(world.settings), token)
    answers = {address: browser.get(address) for address in addresses}
    return {
        address: (one.status_code, one.text, [line for line in one.headers if line[0] not in PASSING])
        for address, one in answers.items()
    }


def unlike(one, other):
    return [place for place in one if one[place] != other[place]]


def cards_of(world, client):
    with world.workspace().reading() as firm:
        found = [
            firm.releases.cards(
                client.entry.employer_number, Period(quarter, span), firm_id=firm.actor.firm_id
            )
            for quarter in firm.releases.quarters()
            for span in Span
        ]
    return [card for cards in found for card in cards.values()]


def keep_the_record(world, client):
    """Delete all that is of others, but the groups that the client's own cards show."""
    mine = client.entry.employer_number
    keys = {card.group.key for card in cards_of(world, client) if card.group}
    with writing(world.store.engine) as connection:
        connection.execute(delete(own_measures).where(own_measures.c.employer != mine))
        connection.execute(delete(placements).where(placements.c.employer != mine))
        connection.execute(delete(released_groups).where(released_groups.c.group_key.not_in(keys)))


def told_of_others(world, client):
    """What is said otherwise when there is nothing but the record to say it from."""
    before = told(world, client)
    keep_the_record(world, client)
    return unlike(before, told(world, client))


def test_t20_nothing_is_told_beyond_the_released_record(world, client):
    assert any(card.group for card in cards_of(world, client))
    assert told_of_others(world, client) == []


def test_t20_finds_a_count_of_employers(world, client, monkeypatch):
    def counted(_subject):
        with reading(world.store.engine) as connection:
            return str(connection.execute(select(func.count()).select_from(placements)).scalar_one())

    monkeypatch.setattr(Subject, "source", property(counted))
    assert told_of_others(world, client)


def hidden_and_gone(world, client, tmp_path):
    """What is told of a group that is withheld from the firm, and where there is no such group."""
    key = next(card.group.key for card in cards_of(world, client) if card.group)
    gone = world.copy(tmp_path / "gone")
    with writing(world.store.engine) as connection:
        holding = select(released_groups.c.release_id).where(released_groups.c.group_key == key)
        rows = [
            {"release_id": one, "group_key": key, "firm_id": world.workspace().actor.firm_id}
            for one in connection.execute(holding).scalars()
        ]
        connection.execute(insert(withheld), rows)
    with writing(gone.store.engine) as connection:
        connection.execute(delete(released_groups).where(released_groups.c.group_key == key))
    answers = (questioned(world, client), questioned(gone, client))
    gone.store.engine.dispose()
    return answers


def questioned(world, client):
    """All that is told, and what the database was asked for it: what could be timed."""
    asked = []

    def ask(_connection, _cursor, statement, *_rest):
        asked.append(statement)

    event.listen(world.store.engine, "before_cursor_execute", ask)
    answers = told(world, client)
    event.remove(world.store.engine, "before_cursor_execute", ask)
    return answers | {"questions": asked}


def test_t20_a_hidden_group_and_none_look_alike_and_cost_the_same_questions(world, client, tmp_path):
    assert unlike(*hidden_and_gone(world, client, tmp_path)) == []


def test_t20_finds_a_hidden_group_that_is_shown(world, client, tmp_path, monkeypatch):
    nothing = select(withheld.c.group_key).where(withheld.c.firm_id == -bindparam("firm"))
    shown = select(released_groups).where(
        released_groups.c.release_id == bindparam("release"),
        released_groups.c.group_key.in_(bindparam("keys", expanding=True)),
        released_groups.c.group_key.not_in(nothing),
    )
    monkeypatch.setattr(reader, "GROUPS", shown)
    assert unlike(*hidden_and_gone(world, client, tmp_path))
