"""The one door from the browser to the code: every callback, page and route says who may pass."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Mapping
from typing import Any

import flask
from dash import Dash
from dash.dependencies import ClientsideFunction, DashDependency

from dashboard.callback_answers import written
from dashboard.domain.access import Permission
from dashboard.errors import SignedOut
from dashboard.workspace import Workspace


def current_workspace() -> Workspace:
    """The workspace that `auth` made for this request."""
    workspace = flask.g.get("workspace")
    if not isinstance(workspace, Workspace):
        raise SignedOut
    return workspace


def guarded(handler: Callable[..., Any], *, allow: Permission) -> Callable[..., Any]:
    """Let the handler run for people who may, with their own workspace."""

    @functools.wraps(handler)
    def enter(**arguments: object) -> object:
        workspace = current_workspace()
        workspace.actor.require(allow)
        return handler(workspace, **arguments)

    enter.__dict__["allow"] = allow  # read by the test that walks every callback
    return enter


def in_json(handler: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(handler)
    def answer(workspace: Workspace, **arguments: object) -> object:
        return written(handler(workspace, **arguments))

    return answer


@dataclasses.dataclass(frozen=True)
class Wire:
    """One callback before it meets an app."""

    output: Any
    inputs: Mapping[str, Any]
    handler: Callable[..., Any]
    allow: Permission
    options: Mapping[str, Any]


class Callbacks:
    """A screen's callbacks, recorded here and connected to an app later."""

    def __init__(self) -> None:
        self.wires: list[Wire] = []
        self.clientside: list[tuple[str, Any, tuple[DashDependency, ...], bool]] = []

    def on(
        self, output: Any, /, *, allow: Permission, initially: bool = False, **inputs: Any
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Record what the handler changes, who may call it and what it reads; returns it unchanged.

        `initially` asks Dash to run it as soon as its inputs are on the page.
        """

        def record(handler: Callable[..., Any]) -> Callable[..., Any]:
            options = {"prevent_initial_call": not initially}
            self.wires.append(Wire(output, inputs, handler, allow, options))
            return handler

        return record

    def in_browser(
        self, function: str, output: Any, *inputs: DashDependency, initially: bool = False
    ) -> None:
        """Record a function of assets/clientside.js that needs no server."""
        self.clientside.append((function, output, inputs, initially))

    def connect(self, app: Dash) -> None:
        for wire in self.wires:
            handler = guarded(in_json(wire.handler), allow=wire.allow)
            app.callback(output=wire.output, inputs=dict(wire.inputs), **wire.options)(handler)
        for function, output, inputs, initially in self.clientside:
            app.clientside_callback(  # type: ignore[no-untyped-call]
                ClientsideFunction("portefeuille", function),
                output,
                *inputs,
                prevent_initial_call=not initially,
            )


class Routes:
    """A screen's own addresses: downloads, rows, launches."""

    def __init__(self) -> None:
        self.rules: list[tuple[str, tuple[str, ...], Callable[..., Any], Permission]] = []

    def on(
        self, rule: str, *, allow: Permission, methods: tuple[str, ...] = ("GET",)
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        def record(handler: Callable[..., Any]) -> Callable[..., Any]:
            self.rules.append((rule, methods, handler, allow))
            return handler

        return record

    def connect(self, server: flask.Flask) -> None:
        for rule, methods, handler, allow in self.rules:
            endpoint = f"{handler.__module__}.{handler.__name__}"
            server.add_url_rule(rule, endpoint, guarded(handler, allow=allow), methods=list(methods))
