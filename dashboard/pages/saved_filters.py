"""The saved filters above the client list, and the dialog that keeps, shares and deletes them."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard import ids
from dashboard.components import attributes
from dashboard.domain.saved_filters import LONGEST_NAME
from dashboard.i18n import Language
from dashboard.pages.steps import buttons, dialog, error_place
from dashboard.viewmodels.saved_filters import FilterLink, KeptFilters
from dashboard.workspace import Workspace

Saved = ids.SavedFilters
HINT = "saved-filters-hint"


def bar(reader: Language, saved: tuple[FilterLink, ...]) -> html.Div:
    """The dialog is drawn when it is asked for: the page travels without it."""
    return html.Div(
        [
            html.Div(links(reader, saved), id=Saved.LINKS),
            html.Button(reader.text("Save or edit filters"), id=Saved.OPEN, className="btn btn-link"),
            html.Div(id=Saved.PLACE),
        ],
        className="saved-filters row",
    )


def links(reader: Language, saved: tuple[FilterLink, ...]) -> html.Ul | None:
    if not saved:
        return None
    listed = [html.Li(html.A(one.name, href=one.href, className="saved-filter")) for one in saved]
    return html.Ul(listed, className="row", **attributes(aria_label=reader.text("Saved filters")))


def keeping(workspace: Workspace, view: KeptFilters) -> Any:  # noqa: ANN401 - a component
    text = workspace.language.text
    body = [
        html.H2(text("Saved filters"), id=Saved.TITLE, className="modal-title"),
        html.P(
            text("Saved are the words, the filters and the order that the list has now."),
            id=HINT,
            className="hint",
        ),
        html.Div(saving(workspace.language), className="form"),
        html.Div(id=Saved.ANSWER, role="status"),
        html.Div(
            changing(workspace, view),
            id=Saved.KEPT,
            className="kept-filters form",
            hidden=not view.changeable,
        ),
    ]
    return dialog(workspace, body, place=Saved.DIALOG, labelledby=Saved.TITLE)


def saving(reader: Language) -> list[Any]:
    save = html.Button(reader.text("Save"), id=Saved.SAVE, type="button", className="btn btn-primary")
    return [*named(reader.text("Name"), Saved.NAME, error=Saved.NAME_ERROR), save]


def named(label: str, place: str, *, error: str) -> list[Any]:
    field = dbc.Input(id=place, maxLength=LONGEST_NAME, autocomplete="off", value="")
    described = attributes(data_field="1", data_describedby=f"{error} {HINT}")
    return [html.Label(label, htmlFor=place), html.Div(field, **described), error_place(error)]


def changing(workspace: Workspace, view: KeptFilters) -> list[Any]:
    """One filter is chosen, then changed."""
    text = workspace.language.text
    options = [{"label": one.name, "value": one.id} for one in view.changeable]
    choice = dbc.RadioItems(id=Saved.CHOSEN, name=Saved.CHOSEN, options=options, className="radios")
    legend = html.Legend(text("Change a saved filter"))
    return [
        html.Fieldset(
            [legend, choice, error_place(Saved.CHOSEN_ERROR)],
            **attributes(aria_describedby=Saved.CHOSEN_ERROR),
        ),
        *named(text("New name"), Saved.NEW_NAME, error=Saved.NEW_NAME_ERROR),
        buttons(*changes(workspace, view)),
    ]


def changes(workspace: Workspace, view: KeptFilters) -> list[html.Button]:
    text = workspace.language.text
    shared = [
        html.Button(text("Share with my firm"), id=Saved.SHARE, type="button", className="btn"),
        html.Button(text("Stop sharing"), id=Saved.TAKE_BACK, type="button", className="btn"),
    ]
    return [
        html.Button(text("Rename"), id=Saved.RENAME, type="button", className="btn"),
        *(shared if view.may_share else []),
        html.Button(text("Delete the filter"), id=Saved.DELETE, type="button", className="btn btn-danger"),
    ]
