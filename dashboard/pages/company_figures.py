"""The tab My company in figures: choices, strips by topic, one metric in detail, annual accounts."""

from __future__ import annotations

import dataclasses
from typing import Any
from urllib.parse import parse_qsl, urlencode

import dash_bootstrap_components as dbc
from dash import dcc, html

from dashboard import ids
from dashboard.components import attributes
from dashboard.i18n import Language
from dashboard.pages import like_for_like, provinces, to_the_median
from dashboard.pages.address import Address, Screen
from dashboard.pages.answers import data_table
from dashboard.pages.export_menu import export_menu
from dashboard.pages.frame import file_screen
from dashboard.pages.meeting import meeting_section
from dashboard.pages.metric_detail import answer_section, detail_section
from dashboard.pages.peer_card import peer_card_view
from dashboard.pages.present_link import present_link
from dashboard.pages.strips import skeleton, topic_table
from dashboard.viewmodels import company_figures
from dashboard.viewmodels.annual_accounts import AnnualAccounts, annual_accounts
from dashboard.viewmodels.answers import Answer, Question
from dashboard.viewmodels.client_file import client_file
from dashboard.viewmodels.company_figures import CompanyFigures, Offered, State
from dashboard.viewmodels.metric_detail import MetricDetail
from dashboard.viewmodels.periods import Choice, periods
from dashboard.viewmodels.questions.conversation import THINGS
from dashboard.workspace import Workspace


def layout(workspace: Workspace, address: Address) -> Screen:
    head = client_file(workspace, address.client, tab="figures")
    with workspace.reading() as firm:
        quarters = firm.releases.quarters()
    state = company_figures.state_of(head.client, quarters)
    accounts = accounts_section(annual_accounts(workspace, address.client), workspace.language)
    if state is not State.FIGURES:
        reason = html.P(workspace.language.text(company_figures.EXPLAINED[state]), className="alert")
        return file_screen(
            workspace, head, html.Div([reason, *affiliations(head.affiliations, state), accounts])
        )
    offered = company_figures.comparisons_offered(
        workspace, head.client, asked=address.query.get("compare", "")
    )
    choices = periods(quarters, workspace.language)
    body = html.Div(skeleton(workspace.language), id=ids.CompanyFigures.BODY, **attributes(aria_busy="true"))
    chosen = chooser(workspace.language, choices, address, offered=offered)
    meeting = meeting_section(workspace, address.client)
    reader = workspace.language
    asked = [like_for_like.frame(reader), to_the_median.frame(reader), provinces.frame(reader)]
    return file_screen(workspace, head, html.Div([meeting, chosen, body, *asked, accounts]))


def affiliations(sentences: tuple[str, ...], state: State) -> list[Any]:
    if state is not State.NO_STAFF:
        return []
    return [html.Ul([html.Li(sentence) for sentence in sentences], className="plain-list")]


def chooser(reader: Language, choices: tuple[Choice, ...], address: Address, *, offered: Offered) -> html.Div:
    keys = {choice.key for choice in choices}
    period = address.query.get("period", "")
    return html.Div(
        [
            html.Div(
                [
                    html.Label(reader.text("Period"), htmlFor=ids.CompanyFigures.PERIOD),
                    dbc.Select(
                        id=ids.CompanyFigures.PERIOD,
                        options=[{"label": choice.label, "value": choice.key} for choice in choices],
                        value=period if period in keys else choices[0].key,
                    ),
                ],
                className="stack",
            ),
            radios(
                reader.text("Compare with"),
                ids.CompanyFigures.COMPARISON,
                offered.comparisons,
                offered.chosen,
            ),
            radios(
                reader.text("Show"),
                ids.CompanyFigures.TOPIC,
                company_figures.topics_offered(reader),
                company_figures.topic_of(address.query.get("topic", "")),
            ),
        ],
        id=ids.CompanyFigures.CHOOSER,
        className="chooser",
    )


def radios(legend: str, name: str, choices: tuple[Choice, ...], chosen: str) -> html.Fieldset:
    options = [{"label": choice.label, "value": choice.key} for choice in choices]
    items = dbc.RadioItems(id=name, options=options, value=chosen, className="radios radio-row")
    return html.Fieldset([html.Legend(legend), items])


@dataclasses.dataclass(frozen=True)
class Drawn:
    """What the body of the tab draws: the figures, what the address opens, and which topic is shown."""

    figures: CompanyFigures
    topic: str = ""
    detail: MetricDetail | None = None
    answer: Answer | None = None
    questions: tuple[tuple[Question, str], ...] = ()


def body(drawn: Drawn, reader: Language, *, path: str, query: str) -> list[Any]:
    view, back = drawn.figures, f"{path}?{query}"
    if view.card is None:
        return []
    shown = [one for one in view.topics if drawn.topic in ("", one[0])]
    return [
        *(
            html.P(warning, className="alert alert-warning")
            for warning in (view.stale, view.provisional)
            if warning
        ),
        *nearest_period(view, reader, path=path, query=query),
        present_link(reader, path=path, query=query),
        peer_card_view(view.card, reader),
        export_menu(reader, client=client_of(path), chosen=taken_along(query)),
        *([detail_section(drawn.detail, reader, back=back)] if drawn.detail else []),
        *([answer_section(drawn.answer, reader, back=back)] if drawn.answer else []),
        conversation(view, reader, back=back),
        *(topic_table(title, strips, reader, path=path, query=query) for _topic, title, strips in shown),
        *changed(view, reader),
        question_links(drawn.questions, reader, back=back),
        how_to_read(reader),
        html.P(view.source, className="hint"),
    ]


def client_of(path: str) -> str:
    return path.split("/")[2]


def taken_along(query: str) -> dict[str, str]:
    """The period and the comparison on the screen, for a file of the same."""
    shown = dict(parse_qsl(query))
    return {name: shown.get(name, "") for name in ("period", "compare")}


def conversation(view: CompanyFigures, reader: Language, *, back: str) -> html.Section:
    """The things to talk about, or that there are none."""
    text = reader.text
    three = len(view.things) == THINGS
    title = html.H3(text("Three things worth a conversation") if three else text("Worth a conversation"))
    if not view.things:
        return html.Section([title, html.P(view.nothing)], className="conversation card")
    links = [dcc.Link(one.sentence, href=f"{back}&metric={one.metric}") for one in view.things]
    return html.Section([title, html.Ol([html.Li(link) for link in links])], className="conversation card")


def changed(view: CompanyFigures, reader: Language) -> list[Any]:
    if view.changes is None or not view.changes.since:
        return []
    text = reader.text
    summary = html.Summary(text("What changed since {period}", period=view.changes.since))
    sentences = view.changes.sentences or (text("No position and no group of peers changed."),)
    return [html.Details([summary, html.Ul([html.Li(one) for one in sentences])], className="changes")]


def question_links(
    questions: tuple[tuple[Question, str], ...], reader: Language, *, back: str
) -> html.Section:
    links = [
        dcc.Link(words, href=f"{back}&question={question}", className="question-link")
        for question, words in questions
    ]
    return html.Section(
        [html.H3(reader.text("Questions")), html.Ul([html.Li(link) for link in links])],
        className="questions",
    )


def how_to_read(reader: Language) -> html.Details:
    text = reader.text
    sentences = (
        text(
            "The light band holds 8 in 10 peers, the dark band the middle half, the line is the "
            "median and the diamond is this client. Every strip has its own scale."
        ),
        text(
            "A figure that counts few people moves by chance. Where chance alone could have put it as far "
            "from the median, it is called not distinguishable from the median."
        ),
        text(
            "Peer figures are medians and quantiles of employers, rounded, released once a "
            "quarter and never of fewer than 10 employers. Nobody's own figure can be read from "
            "them."
        ),
    )
    told = [html.P(sentence) for sentence in sentences]
    return html.Details([html.Summary(text("How to read these figures")), *told], className="how-to-read")


def nearest_period(view: CompanyFigures, reader: Language, *, path: str, query: str) -> list[Any]:
    """A link that loads the page: the choice above it changes too."""
    if view.nearest is None:
        return []
    target = f"{path}?{urlencode(dict(parse_qsl(query)) | {'period': view.nearest.key})}"
    link = html.A(reader.text("Show {period}", period=view.nearest.label), href=target)
    return [html.P([reader.text("No data for this period"), " – ", link], className="alert")]


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
