"""The screen: a snapshot, a client's figures as they were said on the day that it was taken."""

from __future__ import annotations

from dash import dcc, html

from dashboard.exports.orders import open_snapshot
from dashboard.i18n import Language
from dashboard.pages.address import Address, Screen
from dashboard.pages.answers import answer_view, data_table
from dashboard.pages.export_menu import export_form
from dashboard.viewmodels.answers import Table
from dashboard.viewmodels.report import Report
from dashboard.workspace import Workspace


def layout(workspace: Workspace, address: Address) -> Screen:
    reader = workspace.language
    client, report = open_snapshot(workspace, address.values["code"])
    title = reader.text("Snapshot {code}", code=report.code)
    body = [
        dcc.Link(report.company, href=f"/clients/{client.id}/figures", className="back-link"),
        html.H1(title, tabIndex="-1"),
        html.P(f"{report.company} · {report.period}"),
        html.P(
            reader.text("Taken on {date}. Later releases do not change it.", date=reader.date(report.made))
        ),
        html.P(report.source, className="hint"),
        export(report, reader, client=client.id),
        *(answer_view(answer, reader) for answer in report.answers),
        section(reader.text("Compared with"), report.peers),
        html.P(report.exclusions, className="hint"),
        definitions(report, reader),
    ]
    return Screen(title, html.Div(body))


def export(report: Report, reader: Language, *, client: str) -> html.Details:
    form = export_form(reader, client=client, given={"code": report.code})
    return html.Details(
        [html.Summary(reader.text("Export"), className="btn"), form], className="export-menu card"
    )


def section(title: str, table: Table) -> html.Section:
    rows = [[cell.words for cell in row] for row in table.rows]
    return html.Section([html.H2(title), data_table(title, list(table.headings), rows)])


def definitions(report: Report, reader: Language) -> html.Section:
    parts = [
        part
        for one in report.definitions.values()
        for part in (html.Dt(one.label), html.Dd([one.words, html.Br(), html.Code(one.formula)]))
    ]
    return html.Section([html.H2(reader.text("Definitions")), html.Dl(parts)])
