"""What every test may ask for: the cast, and an app of its own with a signed-in browser."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from hypothesis import settings

from dashboard.app import create_app
from dashboard.cli import main
from tests.cast import PASSWORD, Cast, a_cast
from tests.figures_world import a_figures_world

# A slow machine is no fault of the code: speed is measured in bench/.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def first_cast(tmp_path_factory) -> Cast:
    """Built once; each test gets a copy."""
    cast = a_cast(tmp_path_factory.mktemp("cast"))
    cast.store.engine.dispose()
    return cast


@pytest.fixture
def cast(first_cast, tmp_path):
    copied = first_cast.copy(tmp_path)
    yield copied
    copied.store.engine.dispose()


@pytest.fixture
def app(cast):
    return create_app(cast.settings, store=cast.store)


@pytest.fixture
def browser(app):
    """A client of the server, signed in as one of the cast: `browser(EDITOR).get("/clients")`."""

    def open_as(email: str | None):
        client = app.server.test_client()
        client.environ_base["HTTP_ORIGIN"] = "http://localhost"
        if email:
            client.post("/sign-in", data={"email": email, "password": PASSWORD})
        return client

    return open_as


@pytest.fixture
def run(tmp_path):
    """Type a command; gives its answer."""

    def typed(*words, stdin="", **settings):
        environment = {"PORTEFEUILLE_PROFILE": "demo", "PORTEFEUILLE_FOLDER": str(tmp_path)} | settings
        return CliRunner(env=environment).invoke(main, words, input=stdin, catch_exceptions=False)

    return typed


@pytest.fixture(scope="session")
def figures_world(tmp_path_factory):
    """Built once and only read; a test that changes facts takes a copy."""
    built = a_figures_world(tmp_path_factory.mktemp("figures"))
    yield built
    built.store.engine.dispose()
