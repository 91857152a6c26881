"""The tab documents of a client's file."""

from __future__ import annotations

import json
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard import ids
from dashboard.components import attributes, waiting_for_mandate
from dashboard.i18n import Language
from dashboard.pages.address import Address, Screen
from dashboard.pages.frame import file_screen
from dashboard.viewmodels.documents import DocumentGroup, DocumentRow, DocumentsTab, documents_tab
from dashboard.workspace import Workspace

# An empty value would choose the invisible placeholder of the field.
EVERYTHING = "*"


def layout(workspace: Workspace, address: Address) -> Screen:
    view = documents_tab(workspace, address.client)
    return file_screen(workspace, view.head, body(workspace, view))


def body(workspace: Workspace, view: DocumentsTab) -> html.Div:
    if not view.head.client.is_active:
        return waiting_for_mandate(workspace)
    reader = workspace.language
    groups = [group(one, reader) for one in view.groups]
    if not view.rows:
        return html.Div(groups)
    return html.Div([filters(view, reader), selection(view, groups, reader)])


def filters(view: DocumentsTab, reader: Language) -> html.Div:
    text = reader.text
    search = dbc.Input(id=ids.Documents.SEARCH, type="search", value="", autocomplete="off", maxlength=80)
    return html.Div(
        [
            field(text("Search in the documents"), search, field_id=ids.Documents.SEARCH),
            choice(text("Year"), text("All years"), view.years, field_id=ids.Documents.YEAR),
            choice(text("Type"), text("All types"), view.types, field_id=ids.Documents.TYPE),
        ],
        className="document-filters",
    )


def choice(label: str, everything: str, choices: tuple[str, ...], *, field_id: str) -> html.Div:
    options = [{"label": everything, "value": EVERYTHING}, *({"label": one, "value": one} for one in choices)]
    return field(label, dbc.Select(id=field_id, options=options, value=EVERYTHING), field_id=field_id)


def field(label: str, control: Any, *, field_id: str) -> html.Div:  # noqa: ANN401 - a component
    return html.Div([html.Label(label, htmlFor=field_id), control])


def selection(view: DocumentsTab, groups: list[html.Section], reader: Language) -> html.Form:
    """Ticked documents travel as an ordinary form, so the browser saves the answer by itself."""
    counts = [reader.plural("{n} document", "{n} documents", n) for n in range(len(view.rows) + 1)]
    counts[0] = reader.text("No document matches. Change the search or the filters.")
    status = html.P(
        counts[-1], id=ids.Documents.COUNT, role="status", **attributes(data_counts=json.dumps(counts))
    )
    nothing = html.P(
        reader.text("Select at least one document."), className="error", hidden=True, role="alert"
    )
    button = html.Button(reader.text("Download the selected documents"), className="btn")
    return html.Form(
        [status, *groups, nothing, button],
        method="post",
        action=f"/clients/{view.head.client.id}/documents.zip",
        className="document-selection",
    )


def group(view: DocumentGroup, reader: Language) -> html.Section:
    if not view.rows:
        return html.Section([html.H3(view.title), html.P(view.reason, className="hint")])
    return html.Section([html.H3(view.title), html.Div(table(view, reader), className="table-holder")])


def table(view: DocumentGroup, reader: Language) -> html.Table:
    """The roles are said aloud because narrow screens draw the rows as blocks."""
    return html.Table(
        [
            html.Caption(view.title, className="visually-hidden"),
            html.Thead(html.Tr(heads(reader), role="row"), role="rowgroup"),
            html.Tbody([row(one, reader) for one in view.rows], role="rowgroup"),
        ],
        className="documents",
        role="table",
    )


def heads(reader: Language) -> list[html.Th]:
    text = reader.text
    seen = (text("Title"), text("Type"), text("Period"), text("Date"))
    return [
        head(hidden(text("Select"))),
        *(head(title) for title in seen),
        head(text("Size"), "number"),
        head(hidden(text("Download"))),
    ]


def head(title: Any, look: str = "") -> html.Th:  # noqa: ANN401 - text or a component
    return html.Th(title, scope="col", role="columnheader", className=look)


def hidden(label: str) -> html.Span:
    return html.Span(label, className="visually-hidden")


def row(view: DocumentRow, reader: Language) -> html.Tr:
    text = reader.text
    download = html.A(
        text("Download"),
        href=view.href,
        className="document-download",
        **attributes(aria_label=text("Download {title}", title=f"{view.title}, {view.date}")),
    )
    cells = [
        cell(box(view, reader)),
        cell([html.Span(view.title), *unread_mark(view, reader)], "document-title"),
        cell(view.type, column=text("Type")),
        cell(view.period, column=text("Period")),
        cell(view.date, "document-date", column=text("Date")),
        cell(view.size, "number", column=text("Size")),
        cell(download),
    ]
    found = attributes(data_searched=view.searched, data_year=view.year, data_type=view.type)
    return html.Tr(cells, role="row", **found)


def cell(content: Any, look: str = "", *, column: str = "") -> html.Td:  # noqa: ANN401 - text or components
    named = attributes(data_column=column) if column else {}
    return html.Td(content, role="cell", className=look, **named)


def box(view: DocumentRow, reader: Language) -> html.Div:
    label = reader.text("Select {title}", title=f"{view.title}, {view.date}")
    option = {
        "label": hidden(label),
        "value": view.id,
        "input_id": ids.document_box(f"{view.id}-input"),
    }
    ticked = dbc.Checklist(id=ids.document_box(view.id), options=[option], value=[], name="documents")
    return html.Div(ticked, **attributes(data_field="1", data_label=label))


def unread_mark(view: DocumentRow, reader: Language) -> list[html.Span]:
    return [html.Span(reader.text("new"), className="unread")] if view.unread else []
