"""Callbacks of the screen import_clients."""

from __future__ import annotations

import base64
import binascii
import dataclasses
import json
from typing import Any

from dash import Input, Output, Patch, State, no_update

from dashboard import guard, ids
from dashboard.commands.import_clients import (
    add_ready,
    check_file,
    check_list,
    choose_service,
    correct_line,
    discard_list,
    go_on,
    leave_out,
    list_of,
)
from dashboard.domain.access import Permission
from dashboard.domain.clients import Service
from dashboard.domain.keys import new_key, parse_key
from dashboard.domain.number_list import MOST_LINES, CheckedList, lines_of_text
from dashboard.errors import BadRequest, DashboardError
from dashboard.pages import import_clients as page
from dashboard.viewmodels.add_client import said
from dashboard.viewmodels.import_clients import SHOWN, ImportLine, ImportResult, import_result, stretch
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()
Import = ids.ImportClients
LIST = State(Import.ORDER, "data-list")
TICKS = State(Import.TICKS, "data-left-out")
RESULT = {
    "result": Output(Import.RESULT, "children", allow_duplicate=True),
    "added": Output(Import.ADDED, "children", allow_duplicate=True),
}
LONGEST_ORDER = 1000
# Empty lines count as well: a list may have more places than lines.
PLACE_DIGITS = 7
NOTHING = {"result": no_update, "added": no_update}


@callbacks.on(
    {
        "result": Output(Import.RESULT, "children"),
        "error": Output(Import.ERROR, "children"),
        "file_error": Output(Import.FILE_ERROR, "children"),
        "typed": Output(Import.TEXT, "value"),
        "file": Output(Import.FILE, "contents"),
        "added": Output(Import.ADDED, "children"),
    },
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(Import.CHECK, "n_clicks"),
    file=Input(Import.FILE, "contents"),
    typed=State(Import.TEXT, "value"),
)
def draw_result(workspace: Workspace, *, clicks: int | None, file: object, typed: object) -> dict[str, Any]:
    kept: dict[str, Any] = dict.fromkeys(("error", "file_error", "added"), "")
    kept |= {"result": no_update, "typed": no_update, "file": None}
    if not (clicks or file):
        return kept | {"file": no_update, "added": no_update}
    try:
        checked = check_file(workspace, content_of(file)) if file else check_text(workspace, typed)
    except DashboardError as error:
        wrong = "file_error" if file else "error"
        return kept | {wrong: page.refused(workspace, said(workspace.language, error))}
    return kept | {"result": drawn(workspace, checked), "typed": ""}


@dataclasses.dataclass(frozen=True)
class LineOrder:
    """What somebody asks for one line (`edit`, `keep`, `check`, `choose`), and the row where it stands."""

    line: int
    row: int
    do: str
    value: str


@callbacks.on(
    {"rows": Output(Import.ROWS, "children"), "head": Output(Import.HEAD, "children")},
    allow=Permission.EDIT_CLIENTS,
    order=Input(Import.ORDER, "data-order"),
    list_key=LIST,
)
def draw_line(workspace: Workspace, *, order: object, list_key: object) -> dict[str, Any]:
    if not order:
        return {"rows": no_update, "head": no_update}
    wish = parse_order(order)
    checked = ORDERS[wish.do](workspace, parse_list(list_key), wish)
    view = import_result(workspace, checked)
    place = next(place for place, line in enumerate(checked.lines) if line.position == wish.line)
    rows = Patch()
    rows[wish.row] = drawn_line(workspace, view.lines[place], wish, typed=checked.lines[place].typed)
    return {"rows": rows, "head": page.head(workspace, view, key=new_key())}


def drawn_line(workspace: Workspace, line: ImportLine, wish: LineOrder, *, typed: str) -> Any:  # noqa: ANN401 - a component
    """A number that is still wrong stays open, with what was typed."""
    if wish.do in {"edit", "check"} and line.can_be_corrected:
        return page.open_row(workspace, line, typed=typed)
    return page.row(workspace, line)


def seen(workspace: Workspace, list_key: str, wish: LineOrder) -> CheckedList:
    mine = list_of(workspace, list_key)
    mine.line(wish.line)
    return mine


def corrected(workspace: Workspace, list_key: str, wish: LineOrder) -> CheckedList:
    return correct_line(workspace, list_key, wish.line, typed=wish.value)


def chosen(workspace: Workspace, list_key: str, wish: LineOrder) -> CheckedList:
    if wish.value not in set(Service):
        raise BadRequest
    return choose_service(workspace, list_key, wish.line, Service(wish.value))


ORDERS = {"edit": seen, "keep": seen, "check": corrected, "choose": chosen}


LINES = {
    "rows": Output(Import.ROWS, "children", allow_duplicate=True),
    "after": Output(Import.MORE, "value", allow_duplicate=True),
    "at_end": Output(Import.MORE, "hidden", allow_duplicate=True),
}


@callbacks.on(LINES, allow=Permission.EDIT_CLIENTS, shown=Input(Import.SHOW, "value"), list_key=LIST)
def draw_shown(workspace: Workspace, *, shown: object, list_key: object) -> dict[str, Any]:
    found = stretch(seen_view(workspace, list_key), shown=parse_shown(shown))
    rows = page.rows_of(workspace, found.lines)
    return {"rows": rows, "after": str(found.more_after), "at_end": not found.more_after}


@callbacks.on(
    LINES,
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(Import.MORE, "n_clicks"),
    after=State(Import.MORE, "value"),
    shown=State(Import.SHOW, "value"),
    list_key=LIST,
)
def draw_more(
    workspace: Workspace, *, clicks: int | None, after: object, shown: object, list_key: object
) -> dict[str, Any]:
    if not clicks:
        return {"rows": no_update, "after": no_update, "at_end": no_update}
    position = max(parse_positions(after), default=0)
    found = stretch(seen_view(workspace, list_key), shown=parse_shown(shown), after=position)
    rows = Patch()
    rows.extend(page.rows_of(workspace, found.lines))
    return {"rows": rows, "after": str(found.more_after), "at_end": not found.more_after}


def seen_view(workspace: Workspace, list_key: object) -> ImportResult:
    return import_result(workspace, list_of(workspace, parse_list(list_key)))


def parse_shown(shown: object) -> str:
    if not isinstance(shown, str) or shown not in dict(SHOWN):
        raise BadRequest
    return shown


@callbacks.on(
    Output(Import.HEAD, "children", allow_duplicate=True),
    allow=Permission.EDIT_CLIENTS,
    left_out=Input(Import.TICKS, "data-left-out"),
    list_key=LIST,
)
def draw_count(workspace: Workspace, *, left_out: object, list_key: object) -> Any:  # noqa: ANN401 - components
    checked = leave_out(workspace, parse_list(list_key), parse_positions(left_out))
    return page.head(workspace, import_result(workspace, checked), key=new_key())


@callbacks.on(
    RESULT,
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(Import.ADD, "n_clicks"),
    key=State(Import.ADD, "value"),
    left_out=TICKS,
    list_key=LIST,
)
def show_added(
    workspace: Workspace, *, clicks: int | None, key: object, left_out: object, list_key: object
) -> dict[str, Any]:
    if not clicks:
        return NOTHING
    done = add_ready(workspace, parse_list(list_key), parse_positions(left_out), key=parse_key(key))
    result = drawn(workspace, done.checked) if done.checked else []
    return {"result": result, "added": page.added_banner(workspace, done.count)}


@callbacks.on(
    RESULT,
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(Import.AGAIN, "n_clicks"),
    list_key=LIST,
)
def draw_rest(workspace: Workspace, *, clicks: int | None, list_key: object) -> dict[str, Any]:
    if not clicks:
        return NOTHING
    return {"result": drawn(workspace, go_on(workspace, parse_list(list_key))), "added": []}


@callbacks.on(
    RESULT,
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(Import.DISCARD, "n_clicks"),
    list_key=LIST,
)
def clear_result(workspace: Workspace, *, clicks: int | None, list_key: object) -> dict[str, Any]:
    if not clicks:
        return NOTHING
    discard_list(workspace, parse_list(list_key))
    return {"result": [], "added": []}


def drawn(workspace: Workspace, checked: CheckedList) -> list[Any]:
    return page.result(workspace, import_result(workspace, checked), key=new_key())


def parse_list(list_key: object) -> str:
    """Any text: one that is no list's key is answered like a list that is gone."""
    if not isinstance(list_key, str):
        raise BadRequest
    return list_key


def parse_order(text: object) -> LineOrder:
    if not isinstance(text, str) or len(text) > LONGEST_ORDER:
        raise BadRequest
    try:
        order = json.loads(text)
    except (ValueError, RecursionError):
        raise BadRequest from None
    if not isinstance(order, dict):
        raise BadRequest
    do, value = order.get("do"), order.get("value")
    if not isinstance(do, str) or do not in ORDERS or not isinstance(value, str):
        raise BadRequest
    return LineOrder(place_in(order, "line"), place_in(order, "row"), do, value)


def place_in(order: dict[str, Any], name: str) -> int:
    place = order.get(name)
    if type(place) is not int or not 0 <= place < 10**PLACE_DIGITS:
        raise BadRequest
    return place


def parse_positions(text: object) -> frozenset[int]:
    """Positions of lines as the browser joins them: `3,7`."""
    if not isinstance(text, str):
        raise BadRequest
    parts = text.split(",", MOST_LINES) if text else []
    if not all(part.isascii() and part.isdecimal() and len(part) <= PLACE_DIGITS for part in parts):
        raise BadRequest
    return frozenset(map(int, parts))


def check_text(workspace: Workspace, typed: object) -> CheckedList:
    if typed is not None and not isinstance(typed, str):
        raise BadRequest
    return check_list(workspace, lines_of_text(typed or ""))


def content_of(file: object) -> bytes:
    """The browser sends `data:<type>;base64,<content>`."""
    if not isinstance(file, str):
        raise BadRequest
    try:
        return base64.b64decode(file.partition(",")[2], validate=True)
    except binascii.Error:
        raise BadRequest from None
