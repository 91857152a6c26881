"""The menu that takes a client's figures along: a file, its language, the name, or a snapshot."""

from __future__ import annotations

from dash import dcc, html

from dashboard.domain.exports import Names
from dashboard.i18n import LANGUAGES, N_, Language, language
from dashboard.viewmodels.exports import FORMATS

NAMES = {Names.HIDDEN: N_("Hidden: “The company”"), Names.SHOWN: N_("Shown")}


def export_menu(reader: Language, *, client: str, chosen: dict[str, str]) -> html.Details:
    """`chosen` is the period and the comparison on the screen."""
    text = reader.text
    body = [
        export_form(reader, client=client, given=chosen),
        snapshot_form(reader, client=client, given=chosen),
        html.P(dcc.Link(text("My exports"), href="/exports")),
    ]
    return html.Details([html.Summary(text("Export"), className="btn"), *body], className="export-menu card")


def export_form(reader: Language, *, client: str, given: dict[str, str]) -> html.Form:
    text = reader.text
    spoken = sorted(LANGUAGES, key=lambda code: code != reader.code)
    fields = [
        choice(text("File"), "format", {kind: text(words) for kind, words in FORMATS.items()}),
        choice(text("Language"), "language", {code: language(code).name for code in spoken}),
        choice(text("Name of the client"), "names", {one: text(words) for one, words in NAMES.items()}),
    ]
    button = html.Button(text("Export"), className="btn btn-primary")
    action = f"/clients/{client}/figures/export"
    return html.Form([*hidden(given), *fields, button], method="post", action=action, className="stack")


def snapshot_form(reader: Language, *, client: str, given: dict[str, str]) -> html.Form:
    text = reader.text
    meaning = text("A snapshot keeps these figures under a code: they stay the same after new releases.")
    button = html.Button(text("Take a snapshot"), className="btn")
    action = f"/clients/{client}/figures/snapshot"
    return html.Form(
        [*hidden(given), html.P(meaning, className="hint"), button], method="post", action=action
    )


def choice(label: str, name: str, options: dict[str, str]) -> html.Label:
    """The first option is chosen until another is."""
    drawn = [html.Option(words, value=key) for key, words in options.items()]
    return html.Label([html.Span(label), html.Select(drawn, name=name, className="form-select")])


def hidden(given: dict[str, str]) -> list[dcc.Input]:
    return [dcc.Input(type="hidden", name=name, value=value) for name, value in given.items()]
