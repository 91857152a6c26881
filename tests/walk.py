"""Walks every callback and every route of an app as each of the cast, and says what it finds wrong."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import delete, select

from dashboard.auth import PUBLIC_ENDPOINTS, PUBLIC_PREFIXES, cookie_name
from dashboard.data.database import reading, writing
from dashboard.data.schema import attempts
from dashboard.data.team import Accounts
from dashboard.domain.access import Actor, Permission
from dashboard.pages import PAGES
from tests.canaries import Marked
from tests.cast import Cast

CALLBACKS = "/_dash-update-component"
# Dash's own addresses and signing out: for anybody who is signed in.
SIGNED_IN_ENDPOINTS = frozenset(
    {
        "/",
        "/<path:path>",
        "/_dash-layout",
        "/_dash-dependencies",
        CALLBACKS,
        "/_reload-hash",
        "pages.sign_out",
    }
)
# Served to anybody by their prefix, without data.
STATIC_ENDPOINTS = frozenset(
    {"/_favicon.ico", "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>"}
)
MISSING = "AAAAAAAAAAAAAAAA"
MISSING_NUMBER = 999_999
REFUSAL = b"Your role does not allow this"


def permission_of(function: Any) -> Permission | None:
    """What the guard asks for before the function runs, None where no guard stands."""
    while function is not None:
        if isinstance(allow := getattr(function, "allow", None), Permission):
            return allow
        function = getattr(function, "__wrapped__", None)
    return None


def unguarded(app: Any) -> list[str]:
    """Callbacks and rules that ask nobody who they are."""
    callbacks = [
        f"callback {key}" for key, entry in server_callbacks(app) if permission_of(entry["callback"]) is None
    ]
    rules = [
        f"rule {rule.rule}"
        for rule in app.server.url_map.iter_rules()
        if permission_of(app.server.view_functions[rule.endpoint]) is None
        and rule.endpoint not in PUBLIC_ENDPOINTS | SIGNED_IN_ENDPOINTS | STATIC_ENDPOINTS
    ]
    return callbacks + rules


def server_callbacks(app: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    app.server.test_client().get("/healthz")  # Dash gathers its callbacks in the first request
    return ((key, entry) for key, entry in app.callback_map.items() if "callback" in entry)


@dataclasses.dataclass
class Walker:
    """One of the cast at one app: sends what a forger would send."""

    app: Any
    cast: Cast
    browser: FlaskClient
    actor: Actor | None

    @classmethod
    def start(cls, app: Any, cast: Cast, email: str | None) -> Walker:
        browser = app.server.test_client()
        browser.environ_base["HTTP_ORIGIN"] = "http://localhost"
        walker = cls(app, cast, browser, cast.actor(email) if email else None)
        walker.sign_in()
        return walker

    def sign_in(self) -> None:
        if self.actor is None:
            return
        with writing(self.cast.store.engine) as connection:
            token = Accounts(connection, now=self.cast.store.clock()).start(self.actor)
        self.browser.set_cookie(cookie_name(self.cast.settings), token)

    def post(self, key: str, entry: dict[str, Any], *, path: str, value: Any, wild: Any) -> Answer:
        self.forget_attempts()
        body = body_of(key, entry, path=path, value=value, wild=wild)
        return Answer.of(self.browser.post(CALLBACKS, json=body), f"callback {key}")

    def call(self, rule: Any, method: str, *, client: str, value: Any) -> Answer:
        self.forget_attempts()
        values = {name: client if name == "client" else value for name in rule.arguments}
        address = re.sub(r"<(?:\w+(?:\([^)]*\))?:)?(\w+)>", lambda found: str(values[found[1]]), rule.rule)
        answer = Answer.of(self.browser.open(address, method=method), f"{method} {rule.rule}")
        if not self.is_signed_in():
            self.sign_in()
        return answer

    def is_signed_in(self) -> bool:
        token = self.browser.get_cookie(cookie_name(self.cast.settings))
        if token is None or self.actor is None:
            return self.actor is None
        with reading(self.cast.store.engine) as connection:
            return Accounts(connection, now=self.cast.store.clock()).runs(token.value)

    def forget_attempts(self) -> None:
        # Limits would make two equal questions answer differently.
        with reading(self.cast.store.engine) as connection:
            counted = connection.execute(select(attempts.c.id)).first()
        if counted:
            with writing(self.cast.store.engine) as connection:
                connection.execute(delete(attempts))


@dataclasses.dataclass(frozen=True)
class Answer:
    """What came back, and from where."""

    place: str
    status: int
    data: bytes

    @classmethod
    def of(cls, response: Any, place: str) -> Answer:
        return cls(place, response.status_code, response.data + str(response.headers).encode())

    def masked(self, asked: object) -> tuple[int, bytes]:
        """Without what was asked, and what differs from one request to the next: digits and random keys."""
        body = self.data.replace(str(asked).encode(), b"*") if isinstance(asked, str) else self.data
        body = re.sub(rb"[A-Za-z0-9_-]{16,}", b"*", body)
        return self.status, re.sub(rb"[0-9]+", b"#", body)

    def leaks(self, marks: tuple[str, ...], *, asked: object) -> list[str]:
        text = self.data.decode(errors="replace")
        text += json.dumps(text) + text.encode().decode("unicode_escape", errors="replace")
        found = [mark for mark in marks if mark in text and mark not in str(asked)]
        broken = ["a broken answer"] if self.status >= 500 or b"Traceback" in self.data else []
        return [f"{self.place}: {what}" for what in (*found, *broken)]


def body_of(key: str, entry: dict[str, Any], *, path: str, value: Any, wild: Any) -> dict[str, Any]:
    """What a browser would send, from what the callback declares."""
    parts = {
        part: [filled(one, path=path, value=value, wild=wild) for one in entry[part]]
        for part in ("inputs", "state")
    }
    declared = entry["output"] if isinstance(entry["output"], list) else [entry["output"]]
    outputs = [
        concrete({"id": output.component_id_str(), "property": output.component_property}, wild)
        for output in declared
    ]
    flat = [one for given in parts["inputs"] for one in (given if isinstance(given, list) else [given])]
    return {
        "output": key,
        "outputs": outputs if key.startswith("..") else outputs[0],
        "changedPropIds": [f"{prop_id(one['id'])}.{one['property']}" for one in flat[:1]],
        **parts,
    }


def prop_id(component_id: Any) -> str:
    if isinstance(component_id, str):
        return component_id
    return json.dumps(component_id, sort_keys=True, separators=(",", ":"))


def filled(declared: dict[str, Any], *, path: str, value: Any, wild: Any) -> Any:
    place = concrete(declared, wild)
    if isinstance(place, list):
        return [{**one, "value": value_for(one, path=path, value=value)} for one in place]
    return {**place, "value": value_for(place, path=path, value=value)}


def concrete(declared: dict[str, Any], wild: Any) -> Any:
    """A pattern's wildcards become one component's id, or a list of one."""
    text = str(declared["id"])
    if not text.startswith("{"):
        return {"id": text, "property": declared["property"]}
    pattern = json.loads(text)
    found = {name: wild if isinstance(part, list) else part for name, part in pattern.items()}
    place = {"id": found, "property": declared["property"]}
    return [place] if any(part in (["ALL"], ["ALLSMALLER"]) for part in pattern.values()) else place


def value_for(place: dict[str, Any], *, path: str, value: Any) -> Any:
    if place["property"] == "pathname":
        return path
    if place["property"] == "id":
        return place["id"]
    if place["property"] in {"n_clicks", "n_submit", "submit_n_clicks"}:
        return 1
    return value


def missing(key: str | int) -> str | int:
    return MISSING_NUMBER if isinstance(key, int) else MISSING


def paths_of(client: str) -> tuple[str, ...]:
    found = tuple(page.path.replace("<client>", client) for page in PAGES if "<client>" in page.path)
    return found or ("/clients",)


def twins(walker: Walker, *, own: str, foreign: Marked) -> Iterator[tuple[Answer, Answer, object]]:
    """Each forged question beside the same one about something that does not exist."""
    yield from callback_twins(walker, own=own, foreign=foreign)
    yield from rule_twins(walker, own=own, foreign=foreign)


def callback_twins(walker: Walker, *, own: str, foreign: Marked) -> Iterator[tuple[Answer, Answer, object]]:
    for key, entry in server_callbacks(walker.app):
        places = [*entry["inputs"], *entry["state"]]
        if any(place["property"] == "pathname" for place in places):
            pairs = zip(paths_of(foreign.client), paths_of(MISSING), strict=True)
            for there, nowhere in pairs:
                answers = [
                    walker.post(key, entry, path=path, value=None, wild=MISSING) for path in (there, nowhere)
                ]
                yield answers[0], answers[1], foreign.client
        for wish in foreign.keys:
            asked = {"path": paths_of(own)[0]}
            answers = [
                walker.post(key, entry, **asked, value=value, wild=value) for value in (wish, missing(wish))
            ]
            yield answers[0], answers[1], wish


def rule_twins(walker: Walker, *, own: str, foreign: Marked) -> Iterator[tuple[Answer, Answer, object]]:
    for rule, method in own_rules(walker.app):
        if "client" in rule.arguments:
            clients = (foreign.client, MISSING)
            there, nowhere = (walker.call(rule, method, client=one, value=1) for one in clients)
            yield there, nowhere, foreign.client
        for wish in foreign.keys if rule.arguments - {"client"} else ():
            values = (wish, missing(wish))
            there, nowhere = (walker.call(rule, method, client=own, value=one) for one in values)
            yield there, nowhere, wish


def own_rules(app: Any) -> Iterator[tuple[Any, str]]:
    for rule in app.server.url_map.iter_rules():
        if rule.endpoint in SIGNED_IN_ENDPOINTS - {"/<path:path>"} or rule.rule.startswith(PUBLIC_PREFIXES):
            continue
        for method in rule.methods - {"HEAD", "OPTIONS"}:
            yield rule, method


def findings(walker: Walker, *, own: str, foreign: Marked) -> list[str]:
    """Leaks, broken answers, and answers that tell a foreign thing from a missing one."""
    found = []
    for there, nowhere, asked in twins(walker, own=own, foreign=foreign):
        found += there.leaks(foreign.marks, asked=asked)
        if there.masked(asked) != nowhere.masked(MISSING):
            found.append(f"{there.place}: {asked!r} does not answer like a missing one")
    return list(dict.fromkeys(found))


def unrefused(walker: Walker) -> list[str]:
    """Callbacks and routes beyond a person's role that answer something else than the refusal."""
    found = []
    for key, entry in server_callbacks(walker.app):
        allow = permission_of(entry["callback"])
        if allow and not walker.actor.may(allow):
            answer = walker.post(key, entry, path="/clients", value=None, wild=MISSING_NUMBER)
            found += [] if REFUSAL in answer.data and b'"response":{}' in answer.data else [answer.place]
    for rule, method in own_rules(walker.app):
        allow = permission_of(walker.app.server.view_functions[rule.endpoint])
        if allow and not walker.actor.may(allow):
            answer = walker.call(rule, method, client=MISSING, value=1)
            found += [] if answer.status == 403 else [answer.place]
    return found


def let_in(walker: Walker) -> list[str]:
    """What answers somebody without a session with anything but a way to sign in."""
    found = []
    for key, entry in server_callbacks(walker.app):
        answer = walker.post(key, entry, path="/clients", value=None, wild=MISSING)
        found += [] if answer.status == 401 else [answer.place]
    for rule, method in own_rules(walker.app):
        if rule.endpoint in PUBLIC_ENDPOINTS:
            continue
        answer = walker.call(rule, method, client=MISSING, value=1)
        found += [] if answer.status in {302, 401} else [answer.place]
    return found
