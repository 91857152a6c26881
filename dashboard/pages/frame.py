"""What is around every page: navigation, the head of a client's file, messages."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.components import attributes, back_to_list, icon
from dashboard.domain.access import Permission
from dashboard.errors import DashboardError
from dashboard.i18n import LANGUAGES, N_, Language, language
from dashboard.pages import add_client_dialog, describe_client, palette, remove_client_dialog
from dashboard.pages.address import Screen
from dashboard.viewmodels.client_file import ClientFile
from dashboard.workspace import Workspace

LINKS = (
    ("/clients", N_("Clients"), Permission.VIEW_CLIENTS),
    ("/portfolio", N_("Portfolio"), Permission.VIEW_CLIENTS),
    ("/requests", N_("Requests"), Permission.VIEW_CLIENTS),
    ("/team", N_("Team"), Permission.MANAGE_TEAM),
    ("/audit", N_("Audit trail"), Permission.VIEW_AUDIT),
)


def shell(workspace: Workspace) -> html.Div:
    """The page around all pages: drawn once, the rest is exchanged inside `main`."""
    text = workspace.language.text
    return html.Div(
        [
            dcc.Location(id=ids.Frame.ADDRESS, refresh=False),
            html.A(text("Skip to content"), href=f"#{ids.Frame.PAGE}", className="skip-link"),
            html.Header(header(workspace), className="app-header"),
            html.Div(id=ids.Frame.MESSAGE, className="messages", role="alert"),
            out_of_reach(workspace.language),
            *add_client_dialog.dialogs(workspace),
            *remove_client_dialog.dialogs(workspace),
            html.Main(loading(workspace.language), id=ids.Frame.PAGE, tabIndex="-1"),
            html.Footer(footer(workspace), className="app-footer"),
            *palette.dialogs(workspace),
        ],
        className="app",
    )


def header(workspace: Workspace) -> list[Any]:
    text = workspace.language.text
    links = [
        html.Li(dcc.Link(text(label), href=href, className="nav-link"))
        for href, label, permission in LINKS
        if workspace.may(permission)
    ]
    demo = [html.Span(text("Invented data"), className="badge warning")] if workspace.settings.is_demo else []
    return [
        html.Span(workspace.actor.firm_name, className="brand"),
        html.Nav(html.Ul(links), **attributes(aria_label=text("Main navigation"))),
        *demo,
        palette.buttons(workspace),
        language_menu(workspace),
        person_menu(workspace),
    ]


def out_of_reach(reader: Language) -> html.Div:
    """What assets/out_of_reach.js shows when the server does not answer."""
    sentence = reader.text("The service is not responding. What you entered is kept.")
    again = html.Button(reader.text("Try again"), type="button", className="btn")
    return html.Div(
        [html.Span(sentence), again],
        id=ids.Frame.OUT_OF_REACH,
        className="alert alert-danger out-of-reach",
        hidden=True,
    )


def language_menu(workspace: Workspace) -> html.Details:
    current = workspace.language
    buttons = [
        html.Button(other.name, name="language", value=other.code, className="menu-item", lang=other.tag)
        for other in map(language, LANGUAGES)
    ]
    form = html.Form(buttons, method="post", action="/language", className="stays-here")
    return menu(current.name, form, label=current.text("Language"), drawn="globe")


def person_menu(workspace: Workspace) -> html.Details:
    text = workspace.language.text
    sign_out = html.Button(text("Sign out"), className="menu-item")
    body = html.Div(
        [
            dcc.Link(text("My account"), href="/account", className="menu-item"),
            dcc.Link(text("My exports"), href="/exports", className="menu-item"),
            html.Form(sign_out, method="post", action="/sign-out"),
        ]
    )
    return menu(workspace.actor.name, body, label=text("My account"), drawn="person")


def menu(title: str, body: Any, *, label: str, drawn: str) -> html.Details:  # noqa: ANN401 - a component
    words = html.Span(title, className="in-words")
    heading = html.Summary([html.Span(label, className="visually-hidden"), " ", words, icon(drawn)])
    return html.Details([heading, html.Div(body, className="menu")], className="menu-holder")


def footer(workspace: Workspace) -> list[Any]:
    if not workspace.settings.is_demo:
        return []
    return [html.P(workspace.language.text("All names and figures on these pages are invented."))]


def loading(reader: Language) -> html.P:
    return html.P(reader.text("Loading"), className="loading")


def problem(reader: Language, error: DashboardError) -> Screen:
    """A page that cannot be shown says why, in place of its content."""
    text = reader.text
    title = text(error.title)
    return Screen(
        title,
        html.Div(
            [
                html.H1(title, tabIndex="-1"),
                html.P(text(error.sentence, **error.values)),
                html.P(back_to_list(reader)),
            ],
            className="card",
        ),
    )


def file_screen(workspace: Workspace, view: ClientFile, body: Any) -> Screen:  # noqa: ANN401 - components
    """A tab of a client's file, below the file's head."""
    text = workspace.language.text
    return Screen(
        text("{client} – {tab}", client=view.name, tab=view.tab_title),
        html.Div(
            [
                back_to_list(workspace.language),
                file_head(workspace, view),
                describe_client.own_words(workspace, view),
                tab_bar(workspace, view),
                html.Section([html.H2(view.tab_title), body], className="tab-body"),
            ]
        ),
    )


def file_head(workspace: Workspace, view: ClientFile) -> html.Div:
    facts = [html.Span(fact) for fact in (view.trade_name, view.number) if fact]
    facts += [copy_button(workspace.language, view.number_to_copy)] if view.number_to_copy else []
    facts += [html.Span(fact) for fact in view.facts]
    words = [html.Li(sentence) for sentence in view.affiliations]
    return html.Div(
        [
            html.Div(
                [
                    describe_client.star(workspace.language, view.client),
                    html.H1(view.name, tabIndex="-1"),
                    remove_client_dialog.bin_button(workspace, view.client),
                ],
                className="file-title",
            ),
            remove_client_dialog.declare_form(workspace, view.client),
            html.P(facts, className="file-facts"),
            html.Ul(words, className="file-affiliations"),
        ],
        className="file-head",
    )


def copy_button(reader: Language, number: str) -> html.Span:
    """assets/file_head.js copies, and says so."""
    label = reader.text("Copy {number}", number=number)
    button = html.Button(
        html.Span(className="sheets"),
        type="button",
        className="btn btn-icon",
        title=label,
        **attributes(data_copies=number, aria_label=label),
    )
    refused = reader.text("Your browser does not let this page copy.")
    said = attributes(data_done=reader.text("Copied"), data_refused=refused)
    return html.Span([button, html.Span(role="status", className="hint", **said)], className="copying")


def tab_bar(workspace: Workspace, view: ClientFile) -> html.Nav:
    tabs = [
        html.Li(dcc.Link(tab.label, href=tab.href, className=tab_class(tab.current))) for tab in view.tabs
    ]
    return html.Nav(
        html.Ul(tabs),
        className="tab-bar",
        **attributes(aria_label=workspace.language.text("The client's file")),
    )


def tab_class(current: bool) -> str:  # noqa: FBT001 - dcc.Link takes no aria-current: clientside.js sets it
    return "tab current" if current else "tab"
