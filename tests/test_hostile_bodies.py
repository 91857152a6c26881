"""Whatever is posted to the callbacks, the answer is a sentence, and never a trace."""

import json
import logging
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import EDITOR, MANAGER
from tests.walk import CALLBACKS, Walker, body_of, server_callbacks

REFERENCE = re.compile(r"Reference: ([0-9a-f]{8})")
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)
HOSTILE = st.sampled_from(
    [
        "' OR 1=1 --",
        "../../etc/passwd",
        "\u202e",
        "😀" * 100,
        "=1+1",
        "<script>alert(1)</script>",
        "%00",
        "{0}",
        "{name}",
        "\r\nSet-Cookie: a=b",
        10**30,
        -1,
        1e308,
        "9" * 5000,
        [],
        {},
        "/clients/../team",
        "//evil.example",
    ]
)
VALUES = JSON_VALUES | HOSTILE
QUIET = settings(
    max_examples=250,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def walker(app, cast):
    return Walker.start(app, cast, MANAGER)


def problem_of(answer, log):
    """What is wrong with an answer, if anything."""
    text = answer.get_data(as_text=True)
    if answer.status_code >= 500 or "Traceback" in text or "sqlalchemy" in text or "SELECT" in text:
        return f"{answer.status_code}: {text[:300]}"
    if answer.status_code >= 400 and not (text.endswith(".") or REFERENCE.search(text)):
        return f"no sentence: {text[:300]}"
    if (found := REFERENCE.search(text)) and found[1] not in log.text:
        return f"reference {found[1]} is not in the log"
    return None


def wires(walker):
    return sorted(server_callbacks(walker.app))


@QUIET
@given(data=st.data())
def test_right_shapes_with_any_values(walker, caplog, data):
    caplog.set_level(logging.ERROR)
    key, entry = data.draw(st.sampled_from(wires(walker)), label="callback")
    body = body_of(key, entry, path=data.draw(VALUES), value=data.draw(VALUES), wild=data.draw(VALUES))
    walker.forget_attempts()
    assert problem_of(walker.browser.post(CALLBACKS, json=body), caplog) is None


@QUIET
@given(data=st.data())
def test_bodies_with_one_part_exchanged(walker, caplog, data):
    caplog.set_level(logging.ERROR)
    key, entry = data.draw(st.sampled_from(wires(walker)), label="callback")
    body = body_of(key, entry, path="/clients", value="x", wild=1)
    body[data.draw(st.sampled_from(sorted(body)))] = data.draw(VALUES)
    walker.forget_attempts()
    assert problem_of(walker.browser.post(CALLBACKS, json=body), caplog) is None


@QUIET
@given(body=VALUES | st.dictionaries(st.sampled_from(["output", "outputs", "inputs", "state"]), VALUES))
def test_bodies_of_any_shape_are_refused(walker, caplog, body):
    answer = walker.browser.post(CALLBACKS, json=body)
    assert answer.status_code == 400
    assert problem_of(answer, caplog) is None


@QUIET
@given(body=st.binary(max_size=200))
def test_bytes_that_are_no_json_are_refused(walker, body):
    answer = walker.browser.post(CALLBACKS, data=body, content_type="application/json")
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        "[" * 100_000,
        '{"output":' * 20_000,
        json.dumps({"output": "x" * 300_000}),
        '"\\ud800"',
        '{"output": "\\u0000"}',
        '{"output": NaN}',
    ],
    ids=["deep lists", "deep objects", "too large", "half a character", "NUL", "no number"],
)
def test_bodies_that_break_readers_are_refused_with_a_sentence(walker, body):
    answer = walker.browser.post(CALLBACKS, data=body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.get_data(as_text=True) == "This request could not be read. Nothing was changed."


def test_a_half_character_in_a_value_is_refused(walker):
    key, entry = next(server_callbacks(walker.app))
    body = body_of(key, entry, path="/clients\ud800", value="\ud800", wild=1)
    assert walker.browser.post(CALLBACKS, json=body).status_code == 400


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(walker, method):
    assert walker.browser.open(CALLBACKS, method=method).status_code in {400, 404, 405}


@pytest.mark.parametrize(
    "origin", ["http://[bad", "null", "http://localhost.evil.example", "localhost", "http://"]
)
def test_any_other_origin_is_refused(app, cast, origin):
    walker = Walker.start(app, cast, EDITOR)
    answer = walker.browser.post("/sign-out", headers={"Origin": origin})
    assert answer.status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "[bad"])
def test_a_host_that_is_not_ours_is_refused(app, host):
    assert app.server.test_client().get("/sign-in", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize(
    "path", ["/%00", "/clients/%ff%fe", "/../..", "/%2e%2e/%2e%2e/etc/passwd", "/clients/' OR 1=1"]
)
def test_strange_paths_are_not_there(walker, path):
    assert walker.browser.get(path).status_code == 404
