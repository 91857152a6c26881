"""Who is asking: sign-in, sessions, and the checks that every request passes first."""

from __future__ import annotations

import datetime
import hashlib
import re
import secrets

import flask
from werkzeug.exceptions import HTTPException, SecurityError
from werkzeug.wrappers import Response

from dashboard.config import Settings
from dashboard.data import pasted_lists
from dashboard.data.database import reading, writing
from dashboard.data.limits import SIGN_IN, Limits
from dashboard.data.store import Store
from dashboard.data.team import Accounts, token_hash
from dashboard.data.trail import Event, trail_of
from dashboard.domain.access import Actor
from dashboard.errors import BadRequest, DashboardError, NotAllowed, NotFound, SignedOut, UnfitPassword
from dashboard.i18n import LANGUAGES, Language, language, preferred
from dashboard.workspace import workspace_of

PUBLIC_ENDPOINTS = frozenset(
    {
        "pages.sign_in",
        "pages.invitation",
        "pages.choose_language",
        "pages.health",
        "icon",
        "launches.keys",
        "launches.stand_in",
        "_dash_assets.static",
    }
)
PUBLIC_PREFIXES = ("/_dash-component-suites/", "/static/", "/assets/", "/_favicon.ico")
SEEN_EVERY_SECONDS = 60
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_PATH = re.compile(r"/(?!/)[^\\\x00-\x20\x7f-\U0010ffff]*")
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
    refuse_other_hosts()
    refuse_other_sites()
    token = flask.request.cookies.get(cookie_name(settings()), "")
    try:
        open_workspace(token)
    except SignedOut:
        return None if is_public() else ask_to_sign_in()
    return None


def is_public() -> bool:
    return flask.request.endpoint in PUBLIC_ENDPOINTS or flask.request.path.startswith(PUBLIC_PREFIXES)


def refuse_other_hosts() -> None:
    """Flask has seen that the host is not ours, but says so only after these checks."""
    if isinstance(refused := flask.request.routing_exception, SecurityError):
        raise refused


def refuse_other_sites() -> None:
    if flask.request.method in SAFE_METHODS:
        return
    site = flask.request.headers.get("Sec-Fetch-Site")
    origin = flask.request.headers.get("Origin")
    same = origin.partition("://")[2] == flask.request.host if origin else site in {"same-origin", "none"}
    if not same or site in {"cross-site", "same-site"}:
        raise NotAllowed("This request came from another site. Nothing was changed.")


def open_workspace(token: str) -> None:
    with reading(store().engine) as connection:
        actor, seen_at = Accounts(connection, now=store().clock()).behind(token)
    if (store().clock() - seen_at).total_seconds() > SEEN_EVERY_SECONDS:
        with writing(store().engine) as connection:
            Accounts(connection, now=store().clock()).seen(token)
    flask.g.workspace = workspace_of(actor, store=store(), settings=settings(), session=token_hash(token))


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
        actor = check(email, password)
    except DashboardError as refused:
        return draw("sign_in.html", error=sentence_of(refused), email=email), refused.status
    if actor is None:
        error = reader_language().text("This name and password do not go together. Try again.")
        return draw("sign_in.html", error=error, email=email), 401
    return signed_in(actor, to=flask.request.form.get("next", ""))


def check(email: str, password: str) -> Actor | None:
    """Counted before the slow comparison, so that attempts at the same time cannot all pass."""
    attempts = begin_attempt(email, flask.request.remote_addr or "")
    with reading(store().engine) as connection:
        actor = Accounts(connection, now=store().clock()).check(email, password)
    with writing(store().engine) as connection:
        limits = Limits(connection, now=store().clock())
        for attempt in attempts if actor else ():
            limits.forgive(attempt)
        trail_of(actor, connection, now=store().clock()).record(
            Event.SIGNED_IN if actor else Event.SIGN_IN_FAILED
        )
    return actor


def begin_attempt(email: str, address: str) -> tuple[int, ...]:
    """One count for the account and one for the sender's address; a typed name is kept as a digest only."""
    account = hashlib.sha256(email.strip().lower().encode(errors="replace")).hexdigest()
    with writing(store().engine) as connection:
        limits = Limits(connection, now=store().clock())
        return tuple(limits.attempt(SIGN_IN, subject) for subject in (account, address))


def signed_in(actor: Actor, *, to: str) -> Response:
    with writing(store().engine) as connection:
        now = store().clock()
        Limits(connection, now=now).purge()
        pasted_lists.purge(connection, now=now)
        accounts = Accounts(connection, now=now)
        accounts.purge()
        token = accounts.start(actor)
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
    """Browsers drop tabs and read a backslash as a slash: neither may stand in a path of ours."""
    return OWN_PATH.fullmatch(path) is not None


@pages.post("/sign-out")
def sign_out() -> Response:
    token = flask.request.cookies.get(cookie_name(settings()), "")
    actor = flask.g.workspace.actor
    with writing(store().engine) as connection:
        Accounts(connection, now=store().clock()).end(token)
        trail_of(actor, connection, now=store().clock()).record(Event.SIGNED_OUT)
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
            for event in (Event.PASSWORD_CHANGED, Event.SIGNED_IN):
                trail_of(actor, connection, now=store().clock()).record(event)
    except UnfitPassword as refused:
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
        name: chosen.moment(value) if isinstance(value, datetime.datetime) else value
        for name, value in error.values.items()
    }
    return chosen.text(error.sentence, **values)


def refuse(error: DashboardError) -> tuple[str, int]:
    """An error of ours, as a page or as a line of text, in the reader's language."""
    if flask.request.path.startswith(("/_dash", "/api/")):
        return sentence_of(error), error.status
    title = reader_language().text(error.title)
    return draw("error.html", title=title, sentence=sentence_of(error)), error.status


def refuse_http(error: HTTPException) -> tuple[str, int]:
    refused = NotFound() if error.code == NotFound.status else BadRequest()
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
    if status == 400:  # noqa: PLR2004 - the body's own answer is a line of text
        return sentence, status
    return draw("error.html", title=chosen.text(DashboardError.title), sentence=sentence), status


def connect(server: flask.Flask) -> None:
    server.register_blueprint(pages)
    server.before_request(admit)
    server.register_error_handler(DashboardError, refuse)
    server.register_error_handler(HTTPException, refuse_http)
    server.register_error_handler(Exception, fail)
