"""The tab My company in figures: choices, strips by topic, one metric in detail, annual accounts."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode

import dash_bootstrap_components as dbc
from dash import dcc, html

from dashboard import figures, ids, theme
from dashboard.components import attributes, cells, stacking_table
from dashboard.i18n import Language
from dashboard.pages.address import Address, Screen
from dashboard.pages.frame import file_screen
from dashboard.pages.strips import topic_table
from dashboard.viewmodels import company_figures, metric_detail
from dashboard.viewmodels.annual_accounts import AnnualAccounts, annual_accounts
from dashboard.viewmodels.client_file import client_file
from dashboard.viewmodels.company_figures import CompanyFigures, State
from dashboard.viewmodels.metric_detail import MetricDetail
from dashboard.viewmodels.periods import Choice, periods
from dashboard.workspace import Workspace


def layout(workspace: Workspace, address: Address) -> Screen:
    head = client_file(workspace, address.client, tab="figures")
    with workspace.reading() as firm:
        quarters = firm.releases.quarters()
    state = company_figures.state_of(head.client, quarters)
    accounts = annual_accounts(workspace, address.client)
    if state is not State.FIGURES:
        reason = html.P(workspace.language.text(company_figures.EXPLAINED[state]), className="alert")
        parts = [
            reason,
            *affiliations(head.affiliations, state),
            accounts_section(accounts, workspace.language),
        ]
        return file_screen(workspace, head, html.Div(parts))
    choices = periods(quarters, workspace.language)
    body = html.Div(
        html.P(workspace.language.text("Loading")), id=ids.CompanyFigures.BODY, **attributes(aria_busy="true")
    )
    parts = [
        chooser(workspace.language, choices, address),
        body,
        accounts_section(accounts, workspace.language),
    ]
    return file_screen(workspace, head, html.Div(parts))


def affiliations(sentences: tuple[str, ...], state: State) -> list[Any]:
    if state is not State.NO_STAFF:
        return []
    return [html.Ul([html.Li(sentence) for sentence in sentences], className="plain-list")]


def chooser(reader: Language, choices: tuple[Choice, ...], address: Address) -> html.Div:
    comparisons = [
        {"label": reader.text(name), "value": one.value} for one, name in company_figures.NAMES.items()
    ]
    offered = {choice.key for choice in choices}
    chosen = address.query.get("period", "")
    return html.Div(
        [
            html.Div(
                [
                    html.Label(reader.text("Period"), htmlFor=ids.CompanyFigures.PERIOD),
                    dbc.Select(
                        id=ids.CompanyFigures.PERIOD,
                        options=[{"label": choice.label, "value": choice.key} for choice in choices],
                        value=chosen if chosen in offered else choices[0].key,
                    ),
                ],
                className="stack",
            ),
            html.Fieldset(
                [
                    html.Legend(reader.text("Compare with")),
                    dbc.RadioItems(
                        id=ids.CompanyFigures.COMPARISON,
                        options=comparisons,
                        value=company_figures.comparison_of(address.query.get("compare", "")).value,
                        className="radios radio-row",
                    ),
                ]
            ),
        ],
        className="chooser",
    )


def body(
    view: CompanyFigures, detail: MetricDetail | None, reader: Language, *, path: str, query: str
) -> list[Any]:
    text = reader.text
    return [
        *(
            html.P(warning, className="alert alert-warning")
            for warning in (view.stale, view.provisional)
            if warning
        ),
        *nearest_period(view, reader, path=path, query=query),
        peer_card(view, reader),
        *([detail_section(detail, reader, path=path, query=query)] if detail else []),
        *(topic_table(title, strips, reader, path=path, query=query) for title, strips in view.topics),
        html.Details(
            [
                html.Summary(text("How to read these figures")),
                html.P(
                    text(
                        "The light band holds 8 in 10 peers, the dark band the middle half, the line is the "
                        "median and the diamond is this client. Every strip has its own scale."
                    )
                ),
                html.P(
                    text(
                        "Peer figures are medians and quantiles of employers, rounded, released once a "
                        "quarter and never of fewer than 10 employers. Nobody's own figure can be read from "
                        "them."
                    )
                ),
            ],
            className="how-to-read",
        ),
        html.P(view.source, className="hint"),
    ]


def nearest_period(view: CompanyFigures, reader: Language, *, path: str, query: str) -> list[Any]:
    """A link that loads the page: the choice above it changes too."""
    if view.nearest is None:
        return []
    target = f"{path}?{urlencode(dict(parse_qsl(query)) | {'period': view.nearest.key})}"
    link = html.A(reader.text("Show {period}", period=view.nearest.label), href=target)
    return [html.P([reader.text("No data for this period"), " – ", link], className="alert")]


def peer_card(view: CompanyFigures, reader: Language) -> html.Div:
    finer = (
        [
            html.Details(
                [
                    html.Summary(reader.text("Finer groups without enough peers")),
                    html.Ul([html.Li(group) for group in view.finer]),
                ]
            )
        ]
        if view.finer
        else []
    )
    small = [html.Span(view.small, className="badge")] if view.small else []
    line = " · ".join(part for part in (view.group, view.band, view.period) if part)
    return html.Div(
        [html.P([html.Strong(reader.text("Compared with")), " ", line]), *small, *finer],
        className="peer-card",
    )


def detail_section(view: MetricDetail, reader: Language, *, path: str, query: str) -> html.Section:
    close = dcc.Link(reader.text("Close the detail"), href=f"{path}?{query}", className="btn")
    title = html.H3(view.title, id="detail-title", tabIndex="-1", **attributes(data_metric=view.metric))
    parts = [
        html.Div([title, close], className="row between"),
        html.P(f"{view.client_words} · {view.period}", className="detail-value"),
        *groups_part(view, reader),
        *trend_part(view, reader),
        definition(view, reader),
    ]
    return html.Section(parts, className="detail card", **attributes(aria_labelledby="detail-title"))


def groups_part(view: MetricDetail, reader: Language) -> list[Any]:
    name = reader.text("{metric}: this company, sector, region and Belgium", metric=view.label)
    return [
        chart(name, figures.groups(view, reader), described="groups-described"),
        description(view.groups_sentences, reader, name="groups-described"),
        groups_table(view, reader),
    ]


def trend_part(view: MetricDetail, reader: Language) -> list[Any]:
    text = reader.text
    group = view.trend_group
    name = text("{metric} by quarter, with the middle half of the peers", metric=view.label)
    return [
        html.H4(text("Over time, beside {group}", group=group) if group else text("Over time")),
        chart(name, figures.trend(view, reader), described="trend-described"),
        description(view.trend_sentences, reader, name="trend-described"),
        trend_table(view, reader),
    ]


def definition(view: MetricDetail, reader: Language) -> html.Dl:
    text = reader.text
    return html.Dl(
        [
            html.Dt(text("Definition")),
            html.Dd(view.definition),
            html.Dt(text("Formula")),
            html.Dd(html.Code(view.formula)),
        ]
    )


def chart(name: str, figure: dict[str, Any], *, described: str) -> html.Figure:
    drawn = dcc.Graph(figure=figure, config=theme.CONFIG, responsive=True)
    said = attributes(aria_label=name, aria_describedby=described)
    return html.Figure(html.Div(drawn, role="img", **said), className="chart")


def description(sentences: tuple[str, ...], reader: Language, *, name: str) -> html.Details:
    told = html.P(" ".join(sentences), id=name)
    return html.Details([html.Summary(reader.text("Text description")), told])


def groups_table(view: MetricDetail, reader: Language) -> html.Div:
    text = reader.text
    heads = [text("Group"), text("Peers"), *(name for name, _p in QUANTILE_HEADS), text("Position")]
    rows = [
        [
            text("{name}: {group}", name=row.name, group=row.group),
            row.band or "–",
            *quantile_cells(row),
            row.position or row.note or view.client_words,
        ]
        for row in view.rows
    ]
    return data_table(text("Peer figures of this metric"), heads, rows)


QUANTILE_HEADS = (("P10", 0.1), ("P25", 0.25), ("P50", 0.5), ("P75", 0.75), ("P90", 0.9))


def quantile_cells(row: metric_detail.GroupRow) -> list[str]:
    words = {name: shown for name, _number, shown in row.quantiles}
    return [words.get(name, "–") for name, _p in QUANTILE_HEADS]


def trend_table(view: MetricDetail, reader: Language) -> html.Details:
    text = reader.text
    heads = [text("Quarter"), text("This company"), text("Median of the peers")]
    rows = [[point.label, own_words(point, reader), point.median_words] for point in view.trend]
    return html.Details(
        [
            html.Summary(text("Show the data")),
            data_table(text("{metric} by quarter", metric=view.label), heads, rows),
        ]
    )


def own_words(point: metric_detail.TrendPoint, reader: Language) -> str:
    if not point.provisional:
        return point.client_words
    return reader.text("{value} (provisional)", value=point.client_words)


def data_table(caption: str, heads: list[str], rows: list[list[str]]) -> html.Div:
    drawn = [html.Tr([row_head(first), *cells(heads[1:], rest)], role="row") for first, *rest in rows]
    table = stacking_table(heads, drawn, caption=html.Caption(caption, className="visually-hidden"))
    return html.Div(
        table, className="table-holder", tabIndex="0", role="region", **attributes(aria_label=caption)
    )


def row_head(name: str) -> html.Th:
    return html.Th(name, scope="row", role="rowheader")


def accounts_section(view: AnnualAccounts | None, reader: Language) -> html.Section | None:
    if view is None:
        return None
    text = reader.text
    heads = [text("Figure"), *(text("Year to {date}", date=year) for year in view.years)]
    rows = [[label, *cells] for label, cells in view.rows]
    notes = [html.P(view.note, className="alert alert-warning")] if view.note else []
    title = html.H3(text("From the annual accounts"))
    table = data_table(text("Figures from the annual accounts"), heads, rows)
    return html.Section([title, *notes, table, html.P(view.source, className="hint")], className="accounts")
