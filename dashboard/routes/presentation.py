"""The start sheet of a presentation, its slides, its speaker's window, and the way back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlencode

import flask
import orjson
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from dashboard import auth, figures, guard, theme
from dashboard.commands.prepare_presentation import prepare_presentation
from dashboard.domain.access import Permission
from dashboard.domain.peers import Comparison
from dashboard.domain.presentation import Choices, Theme, chosen_slides
from dashboard.errors import BadRequest
from dashboard.i18n import LANGUAGES
from dashboard.viewmodels.presentation import Slides, View, name_of, slides_of, start_sheet, way_back
from dashboard.workspace import Workspace

routes = guard.Routes()
VIEW = Permission.VIEW_CLIENTS
PERIOD_KEY = re.compile(r"[\w-]{0,40}", re.ASCII)


@routes.on("/clients/<client>/present", allow=VIEW)
def draw_start_sheet(workspace: Workspace, *, client: str) -> str:
    asked = flask.request.args
    sheet = start_sheet(
        workspace,
        client,
        opened=asked.get("metric") or asked.get("question", ""),
        period=asked.get("period", ""),
        comparison=asked.get("compare", ""),
    )
    return auth.draw("present_sheet.html", sheet=sheet)


@routes.on("/clients/<client>/present", allow=VIEW, methods=("POST",))
def prepare(workspace: Workspace, *, client: str) -> Response:
    prepared = prepare_presentation(workspace, client, choices_in(flask.request.form))
    return flask.redirect(f"/present/{prepared}", code=303)


def choices_in(form: MultiDict[str, str]) -> Choices:
    period = form.get("period", "")
    if not PERIOD_KEY.fullmatch(period):
        raise BadRequest
    return Choices(
        slides=chosen_slides(form.getlist("slides")),
        audience=one_of(LANGUAGES, form.get("audience")),
        comparison=Comparison(one_of(Comparison, form.get("comparison"))),
        period=period,
        theme=Theme(one_of(Theme, form.get("theme"))),
        names_hidden="hide_names" in form,
        letter_keys="letter_keys" in form,
    )


def one_of(offered: Iterable[str], value: str | None) -> str:
    if value is None or value not in set(offered):
        raise BadRequest
    return value


@routes.on("/present/<presentation>", allow=VIEW)
def draw_slides(workspace: Workspace, *, presentation: str) -> str:
    shown = slides_of(workspace, presentation)
    hidden = shown.presentation.choices.names_hidden
    name = "" if hidden else name_of(workspace, presentation)
    return auth.draw("present.html", name=name, **drawn(shown))


@routes.on("/present/<presentation>/speaker", allow=VIEW)
def draw_speaker_window(workspace: Workspace, *, presentation: str) -> str:
    return auth.draw("present_speaker.html", name="", **drawn(slides_of(workspace, presentation)))


def drawn(shown: Slides) -> dict[str, object]:
    def figure(view: View) -> str:
        made = figures.figure_of(view.answer, shown.audience)
        return orjson.dumps(made).decode() if made else ""

    return {"shown": shown, "audience": shown.audience, "figure": figure, "dark": theme.DARK}


@routes.on("/present/<presentation>/name", allow=VIEW)
def tell_name(workspace: Workspace, *, presentation: str) -> flask.Response:
    return flask.jsonify({"name": name_of(workspace, presentation)})


@routes.on("/present/<presentation>/leave", allow=VIEW)
def leave(workspace: Workspace, *, presentation: str) -> Response:
    path, query = way_back(workspace, presentation)
    return flask.redirect(f"{path}?{urlencode(query)}")
