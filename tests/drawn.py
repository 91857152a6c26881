"""Draws every page and every answer of a callback that holds ids, and says which ids are there."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator
from typing import Any

from dash.dependencies import DashDependency

from dashboard import guard
from dashboard.callbacks import add_client, import_clients, list_selection, remove_client, saved_filters
from dashboard.commands.keep_filter import save_filter
from dashboard.commands.remove_client import remove_clients
from dashboard.domain.identifiers import CompanyNumber
from dashboard.pages import PAGES
from dashboard.pages.address import Address
from dashboard.pages.frame import shell
from dashboard.viewmodels.frozen import frozen
from dashboard.workspace import Workspace
from tests.cast import EDITOR, MANAGER, Cast, number_of
from tests.exports.reports import in_brackets
from tests.papers import BAKERY, PERSON, file_paper

KEY = "k" * 24
UNKNOWN = CompanyNumber.from_stem(1999999).printed
# More than may be looked up in an hour, so that the rest of a list waits.
TOO_MANY = "\n".join(CompanyNumber.from_stem(1999900 + place).printed for place in range(30))
FIELDS = {
    "number": UNKNOWN,
    "action": "affiliate",
    "name": "Invented SRL",
    "effective": "01/01/2027",
    "contact": "accountant@alpha.example",
}


@dataclasses.dataclass(frozen=True)
class Drawn:
    """Ids on the screens, with None where a pattern's part differs, and what other properties name."""

    ids: frozenset[str]
    named: frozenset[str]

    @classmethod
    def of(cls, *screens: Any) -> Drawn:
        parts = [part for screen in screens for part in components(screen)]
        ids = {shape(part["id"]) for part in parts if "id" in part}
        named = {word for part in parts for word in words(part)}
        return cls(frozenset(ids), frozenset(named))


def components(screen: Any) -> Iterator[dict[str, Any]]:
    """The properties of every component, however deep."""
    if hasattr(screen, "to_plotly_json"):
        properties = screen.to_plotly_json()["props"]
        yield properties
        yield from components(properties)
    elif isinstance(screen, dict):
        yield from (part for value in screen.values() for part in components(value))
    elif isinstance(screen, list | tuple):
        yield from (part for value in screen for part in components(value))


def words(properties: dict[str, Any]) -> Iterator[str]:
    for name, value in properties.items():
        if name != "id" and isinstance(value, str):
            yield from (word.lstrip("#") for word in value.split())


def shape(component_id: Any) -> str:
    """A pattern's parts that are not its type differ from component to component."""
    if isinstance(component_id, str) and component_id.startswith("{"):
        component_id = json.loads(component_id)
    if not isinstance(component_id, dict):
        return str(component_id)
    parts = {name: str(part) if name == "type" else None for name, part in component_id.items()}
    return json.dumps(parts, sort_keys=True)


def wired(groups: Iterable[guard.Callbacks]) -> frozenset[str]:
    """Every id that a callback reads or changes."""
    recorded = (
        place
        for group in groups
        for place in (
            *((wire.output, dict(wire.inputs)) for wire in group.wires),
            *((output, inputs) for _function, output, inputs, _initially in group.clientside),
        )
    )
    return frozenset(shape(one.component_id_str()) for place in recorded for one in dependencies(place))


def dependencies(place: Any) -> Iterator[DashDependency]:
    if isinstance(place, DashDependency):
        yield place
    elif isinstance(place, dict | list | tuple):
        for part in place.values() if isinstance(place, dict) else place:
            yield from dependencies(part)


def with_something_on_each_page(cast: Cast) -> Cast:
    file_paper(cast)
    remove_clients(cast.workspace(EDITOR), [cast.client(EDITOR, PERSON).id])
    return cast


def screens(cast: Cast, app: Any) -> Iterator[Any]:
    """The frame and every page."""
    client = cast.client(EDITOR, BAKERY).id
    workspace = cast.workspace(MANAGER)
    with app.server.test_request_context():
        yield shell(workspace)
        for page in PAGES:
            yield drawn_page(page, workspace, client)


def drawn_page(page: Any, workspace: Workspace, client: str) -> Any:
    values = {name: value for name, value in known(workspace, client).items() if f"<{name}>" in page.path}
    return page.layout(workspace, Address(page.path.replace("<client>", client), values, {})).body


def known(workspace: Workspace, client: str) -> dict[str, str]:
    """What the addresses of pages name: the client, and a snapshot of it."""
    with workspace.changing() as firm:
        code = firm.snapshots.keep(client, frozen({workspace.language.code: in_brackets()}))
    return {"client": client, "code": code}


def answers(workspace: Workspace, client: str) -> Iterator[Any]:
    """What a dialog's callbacks draw, step by step."""
    for number in (number_of("Only Known SRL").printed, UNKNOWN):
        yield add_client.draw_found(workspace, clicks=1, enters=None, number=number, choice="secretariat")
    yield add_client.draw_request_form(workspace, clicks=1, number=UNKNOWN, action=FIELDS["action"])
    yield add_client.draw_summary(workspace, clicks=1, fields=FIELDS)
    yield import_clients.draw_result(workspace, clicks=1, file=None, typed=UNKNOWN)
    yield import_clients.draw_result(workspace, clicks=1, file=None, typed=TOO_MANY)
    yield remove_client.show_removed(workspace, clicks=1, client_id=client)
    save_filter(workspace, name="To review", address="?q=noel")
    yield saved_filters.draw_dialog(workspace, clicks=1)
    yield list_selection.draw_bar(workspace, clicks=1)
