"""The screen: Portfolio, whose rows are drawn by assets/portfolio.js."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.components import attributes
from dashboard.i18n import Language
from dashboard.pages.address import Address, Screen
from dashboard.viewmodels.company_figures import EXPLAINED, State
from dashboard.viewmodels.portfolio import Filter, PortfolioPage, portfolio
from dashboard.workspace import Workspace


def layout(workspace: Workspace, _address: Address) -> Screen:
    view, reader = portfolio(workspace), workspace.language
    title = reader.text("Portfolio")
    heading = html.H1(title, tabIndex="-1")
    if not view.period:
        nothing = html.P(reader.text(EXPLAINED[State.NO_RELEASE]), className="alert")
        return Screen(title, html.Div([heading, nothing]))
    body = html.Div(
        [
            heading,
            html.P(
                reader.text(
                    "Each client beside its own peers, {period}; the change is since a year before.",
                    period=view.period,
                )
            ),
            filters(view.filters, reader),
            first_calls(view, reader),
            html.Div(
                [html.P(className="list-count"), urgent(reader), exports(reader)], className="row between"
            ),
            failure(reader),
            key(reader),
            table(reader),
            html.P(className="card portfolio-nothing", hidden=True),
            html.Button(className="btn list-more", hidden=True),
            html.Div(className="visually-hidden portfolio-status", role="status"),
        ],
        id=ids.Portfolio.SCREEN,
        className="portfolio",
        **attributes(data_loading=reader.text("Loading")),
    )
    return Screen(title, body)


def filters(offered: tuple[Filter, ...], reader: Language) -> html.Div:
    return html.Div(
        [select(one) for one in offered],
        className="list-filters",
        role="group",
        **attributes(aria_label=reader.text("Filters")),
    )


def select(offered: Filter) -> html.Div:
    place = f"portfolio-{offered.name}"
    options = [html.Option(choice.label, value=choice.key) for choice in offered.choices]
    return html.Div(
        [
            html.Label(offered.label, htmlFor=place),
            html.Select(options, id=place, className="form-select", **attributes(data_asks=offered.name)),
        ]
    )


def first_calls(view: PortfolioPage, reader: Language) -> html.Section:
    text = reader.text
    rule = [html.Summary(text("How this order is made")), *(html.P(sentence) for sentence in view.rule)]
    return html.Section(
        [
            html.H2(text("Call these first")),
            html.Ol(className="first-calls-list"),
            html.P(
                text("Nothing stands out: no figure that counts lies outside the middle half of the peers."),
                className="first-calls-none",
                hidden=True,
            ),
            html.Details(rule),
        ],
        className="first-calls card",
    )


def urgent(reader: Language) -> html.Button:
    """The way back from another order."""
    return html.Button(reader.text("In the order of calls"), className="btn portfolio-urgent", type="button")


def exports(reader: Language) -> html.Form:
    text = reader.text
    files = ((text("Export to Excel"), "xlsx"), (text("Export as CSV"), "csv"))
    asked = [html.Button(label, name="format", value=kind, className="btn") for label, kind in files]
    return html.Form(
        [dcc.Input(type="hidden", name="question", value=""), *asked],
        method="post",
        action="/portfolio/export",
        className="portfolio-export row",
    )


def failure(reader: Language) -> html.Div:
    text = reader.text
    return html.Div(
        [
            html.P(
                className="portfolio-sentence",
                **attributes(data_text=text("The portfolio could not be loaded. Try again.")),
            ),
            html.Button(text("Try again"), className="btn portfolio-again"),
        ],
        className="alert alert-danger portfolio-failure",
        role="alert",
        hidden=True,
    )


def key(reader: Language) -> html.Ul:
    """What the marks in the tinted cells say; the words of each cell say it too."""
    text = reader.text
    marks = (
        (2, text("among the highest 10%")),
        (1, text("above the middle half")),
        (-1, text("below the middle half")),
        (-2, text("among the lowest 10%")),
    )
    return html.Ul(
        [html.Li(words, className="tinted", **attributes(data_tint=str(tint))) for tint, words in marks],
        className="portfolio-key row",
        hidden=True,
    )


def table(reader: Language) -> html.Div:
    caption = reader.text("Clients of your firm beside their peers")
    drawn = html.Table(
        [
            html.Caption(caption, className="visually-hidden"),
            html.Thead(html.Tr()),
            html.Tbody(id=ids.Portfolio.ROWS),
        ],
        className="portfolio-table",
    )
    named: dict[str, Any] = attributes(aria_label=caption)
    return html.Div(drawn, className="table-holder", tabIndex="0", role="region", **named)
