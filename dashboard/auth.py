"""Who is asking: sign-in, sessions, and the checks that every request passes first."""

from __future__ import annotations

import datetime
import secrets
from urllib.parse import urlsplit

import flask
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from dashboard.config import Settings
from dashboard.data.database import reading, writing
from dashboard.data.limits import SIGN_IN, Limits
from dashboard.data.store import Store
from dashboard.data.team import Accounts
from dashboard.data.trail import Event, Trail
from dashboard.domain.access import Actor
from dashboard.errors import BadRequest, DashboardError, NotAllowed, SignedOut
from dashboard.i18n import LANGUAGES, Language, language, preferred
from dashboard.workspace import workspace_of

PUBLIC_ENDPOINTS = frozenset(
    {
        "sign_in",
        "invitation",
        "choose_language",
        "health",
        "keys",
        "stand_in",
        "_dash_assets.static",
        "static",
    }
)
PUBLIC_PREFIXES = ("/_dash-component-suites/", "/static/", "/assets/", "/_favicon.ico", "/favicon.ico")
SEEN_EVERY_SECONDS = 60
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
LANGUAGE_COOKIE = "portefeuille_language"

pages = flask.Blueprint("pages", __name__, template_folder="templates")


def cookie_name(settings: Settings) -> str:
    return "portefeuille_session" if settings.is_demo else "__Host-portefeuille_session"


def store() -> Store:
    opened: Store = flask.current_app.extensions["portefeuille"]["store"]
    return opened


def settings() -> Settings:
    chosen: Settings = flask.current_app.extensions["portefeuille"]["settings"]
    return chosen


def reader_language() -> Language:
    """The language of the person, else of the cookie, else of the browser."""
    if workspace := flask.g.get("workspace"):
        chosen: Language = workspace.language
        return chosen
    remembered = flask.request.cookies.get(LANGUAGE_COOKIE, "")
    if remembered in LANGUAGES:
        return language(remembered)
    return language(preferred(flask.request.headers.get("Accept-Language", ""), "fr"))


def admit() -> Response | None:
    """Before every request: refuse other sites and the signed-out, and open the person's workspace."""
    refuse_other_sites()
    token = flask.request.cookies.get(cookie_name(settings()), "")
    try:
        open_workspace(token)
    except SignedOut:
        return None if is_public() else ask_to_sign_in()
    return None


def is_public() -> bool:
    endpoint = flask.request.endpoint or ""
    return endpoint.split(".")[-1] in PUBLIC_ENDPOINTS or flask.request.path.startswith(PUBLIC_PREFIXES)


def refuse_other_sites() -> None:
    if flask.request.method in SAFE_METHODS:
        return
    site = flask.request.headers.get("Sec-Fetch-Site")
    origin = flask.request.headers.get("Origin")
    same = urlsplit(origin).netloc == flask.request.host if origin else site in {"same-origin", "none"}
    if not same or site in {"cross-site", "same-site"}:
        raise NotAllowed("This request came from another site. Nothing was changed.")


def open_workspace(token: str) -> None:
    with reading(store().engine) as connection:
        actor, seen_at = Accounts(connection, now=store().clock()).behind(token)
    if (store().clock() - seen_at).total_seconds() > SEEN_EVERY_SECONDS:
        with writing(store().engine) as connection:
            Accounts(connection, now=store().clock()).seen(token)
    flask.g.workspace = workspace_of(actor, store=store(), settings=settings())


def ask_to_sign_in() -> Response:
    if flask.request.method == "GET" and not flask.request.path.startswith(("/_dash", "/api/")):
        target = flask.request.full_path.rstrip("?") if flask.request.path != "/" else ""
        return flask.redirect(flask.url_for("pages.sign_in", next=target or None))
    raise SignedOut


@pages.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> Response | tuple[str, int] | str:
    if flask.request.method == "GET":
        return draw("sign_in.html", error="")
    email, password = flask.request.form.get("email", ""), flask.request.form.get("password", "")
    try:
        actor = check(email[:320], password)
    except DashboardError as refused:
        return draw("sign_in.html", error=sentence_of(refused), email=email), refused.status
    if actor is None:
        error = reader_language().text("This name and password do not go together. Try again.")
        return draw("sign_in.html", error=error, email=email), 401
    return signed_in(actor, to=flask.request.form.get("next", ""))


def check(email: str, password: str) -> Actor | None:
    now, address = store().clock(), flask.request.remote_addr or ""
    subjects = (email.strip().lower(), address)
    with reading(store().engine) as connection:
        for subject in subjects:
            Limits(connection, now=now).require(SIGN_IN, subject)
        actor = Accounts(connection, now=now).check(email, password)
    with writing(store().engine) as connection:
        if actor is None:
            for subject in subjects:
                Limits(connection, now=now).count(SIGN_IN, subject)
        trail = Trail(
            connection,
            firm_id=actor.firm_id if actor else None,
            user_id=actor.user_id if actor else None,
            now=now,
        )
        trail.record(Event.SIGNED_IN if actor else Event.SIGN_IN_FAILED)
    return actor


def signed_in(actor: Actor, *, to: str) -> Response:
    with writing(store().engine) as connection:
        token = Accounts(connection, now=store().clock()).start(actor)
    answer = flask.redirect(to if is_own_path(to) else "/clients")
    answer.set_cookie(
        cookie_name(settings()),
        token,
        httponly=True,
        samesite="Lax",
        secure=not settings().is_demo,
        path="/",
    )
    return answer


def is_own_path(path: str) -> bool:
    return path.startswith("/") and not path.startswith(("//", "/\\")) and urlsplit(path).netloc == ""


@pages.post("/sign-out")
def sign_out() -> Response:
    token = flask.request.cookies.get(cookie_name(settings()), "")
    actor = flask.g.workspace.actor
    with writing(store().engine) as connection:
        now = store().clock()
        Accounts(connection, now=now).end(token)
        Trail(connection, firm_id=actor.firm_id, user_id=actor.user_id, now=now).record(Event.SIGNED_OUT)
    answer = flask.redirect(flask.url_for("pages.sign_in"))
    answer.delete_cookie(cookie_name(settings()), path="/")
    answer.headers["Clear-Site-Data"] = '"storage"'
    return answer


@pages.route("/invitation/<token>", methods=["GET", "POST"])
def invitation(token: str) -> Response | tuple[str, int] | str:
    with reading(store().engine) as connection:
        actor = Accounts(connection, now=store().clock()).invited(token)
    if flask.request.method == "GET":
        return draw("invitation.html", error="", actor=actor)
    try:
        with writing(store().engine) as connection:
            Accounts(connection, now=store().clock()).accept(token, flask.request.form.get("password", ""))
    except BadRequest as refused:
        return draw("invitation.html", error=sentence_of(refused), actor=actor), refused.status
    return signed_in(actor, to="/clients")


@pages.post("/language")
def choose_language() -> Response:
    code, to = flask.request.form.get("language", ""), flask.request.values.get("next", "")
    if code not in LANGUAGES:
        raise BadRequest
    if workspace := flask.g.get("workspace"):
        with writing(store().engine) as connection:
            Accounts(connection, now=store().clock()).speak(workspace.actor.user_id, code)
    answer = flask.redirect(to if is_own_path(to) else "/clients", code=303)
    answer.set_cookie(
        LANGUAGE_COOKIE, code, samesite="Lax", max_age=31_536_000, secure=not settings().is_demo
    )
    return answer


@pages.get("/healthz")
def health() -> tuple[str, int, dict[str, str]]:
    with reading(store().engine) as connection:
        connection.exec_driver_sql("SELECT 1")
    return "ok\n", 200, {"Content-Type": "text/plain; charset=utf-8"}


def draw(template: str, **values: object) -> str:
    chosen = reader_language()
    return flask.render_template(
        template,
        language=chosen,
        languages=[language(code) for code in LANGUAGES],
        text=chosen.text,
        is_demo=settings().is_demo,
        next=flask.request.values.get("next", ""),
        **values,
    )


def sentence_of(error: DashboardError) -> str:
    chosen = reader_language()
    values = {
        name: f"{chosen.date(value)} {value:%H:%M}" if isinstance(value, datetime.datetime) else value
        for name, value in error.values.items()
    }
    return chosen.text(error.sentence, **values)


def refuse(error: DashboardError) -> tuple[str, int]:
    """An error of ours, as a page or as a line of text, in the reader's language."""
    if flask.request.path.startswith(("/_dash", "/api/")):
        return sentence_of(error), error.status
    return draw("error.html", sentence=sentence_of(error)), error.status


def refuse_http(error: HTTPException) -> tuple[str, int]:
    refused = DashboardError(
        "This page does not exist, or it is not in your list."
        if error.code == 404  # noqa: PLR2004 - not found
        else "This request could not be read. Nothing was changed."
    )
    refused.status = error.code or 400
    return refuse(refused)


def fail(error: Exception) -> tuple[str, int]:
    """Something of ours broke: a reference for the reader, the trace for the log."""
    reference = secrets.token_hex(4)
    flask.current_app.logger.error("reference %s", reference, exc_info=error)
    chosen = reader_language()
    sentence = chosen.text(
        "Something went wrong. Nothing was changed. Reference: {reference}", reference=reference
    )
    # A callback's body that Dash could not take apart is the sender's fault, not ours.
    status = 400 if flask.request.path == "/_dash-update-component" else 500
    return (sentence, status) if status == 400 else (draw("error.html", sentence=sentence), status)  # noqa: PLR2004


def connect(server: flask.Flask) -> None:
    server.register_blueprint(pages)
    server.before_request(admit)
    server.register_error_handler(DashboardError, refuse)
    server.register_error_handler(HTTPException, refuse_http)
    server.register_error_handler(Exception, fail)
