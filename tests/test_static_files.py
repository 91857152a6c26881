"""Static files: named by content, compressed beforehand, kept for good."""

import gzip
import re

import brotli
import dash
import pytest
from werkzeug.test import Client

from dashboard.static_files import files, install, sources
from dashboard.static_files.middleware import best_encoding

SCRIPT = re.compile(r'<script src="([^"]+)"')


@pytest.fixture
def cache():
    """What `make setup` compressed; bodies are found by their content, so sharing them is safe."""
    return sources.REPOSITORY / "var" / "static"


@pytest.fixture
def assets(tmp_path):
    folder = tmp_path / "assets"
    folder.mkdir()
    (folder / "app.css").write_text('.mark { background: url("mark.svg") } /* long enough to compress */')
    (folder / "clientside.js").write_text("window.dash_clientside = {shown: () => 'clientside'}")
    (folder / "mark.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    return folder


@pytest.fixture
def app(assets, cache):
    made = dash.Dash("small", assets_folder=str(assets))
    made.layout = dash.html.Div("x" * 2000)
    install(made, cache=cache, has_charts=lambda path: path.endswith("/figures"))
    return made


@pytest.fixture
def browser(app):
    return Client(app.server.wsgi_app)


def test_the_page_names_two_scripts_and_one_stylesheet(browser):
    page = browser.get("/").text
    scripts = SCRIPT.findall(page)
    assert [address.rpartition("/")[2].partition(".")[0] for address in scripts] == ["app", "dash-renderer"]
    assert page.count('rel="stylesheet"') == 1
    assert "_dash-component-suites" not in page
    assert all(browser.get(address).status_code == 200 for address in scripts)


def test_the_renderer_is_started_after_its_script(browser):
    page = browser.get("/").text
    assert page.index("dash-renderer.js") < page.index('id="_dash-renderer"')


def test_a_static_file_is_kept_for_good(browser, app):
    answer = browser.get(_address(app, "app.css"), headers={"Accept-Encoding": "gzip, br"})
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["Content-Encoding"] == "br"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert b"background" in brotli.decompress(answer.data)


def test_a_browser_without_brotli_gets_gzip_and_one_without_either_the_plain_file(browser, app):
    address = _address(app, "app.css")
    zipped = browser.get(address, headers={"Accept-Encoding": "gzip, br;q=0"})
    plain = browser.get(address)
    assert gzip.decompress(zipped.data) == plain.data
    assert "Content-Encoding" not in plain.headers


def test_a_known_file_is_not_sent_again(browser, app):
    address = _address(app, "dash-renderer.js")
    first = browser.get(address)
    again = browser.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_the_head_of_a_file_has_no_body(browser, app):
    answer = browser.head(_address(app, "app.js"))
    assert (answer.status_code, answer.data) == (200, b"")


def test_an_unknown_static_file_is_not_found(browser):
    assert browser.get("/static/app.0000000000000000.css").status_code == 404
    assert browser.get("/static/../pyproject.toml").status_code == 404


def test_a_static_file_cannot_be_posted_to(browser, app):
    assert browser.post(_address(app, "app.css")).status_code == 405


def test_every_static_answer_is_protected(browser, app):
    for answer in (browser.get(_address(app, "mark.svg")), browser.get("/static/unknown.js")):
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_stylesheet_names_pictures_by_their_content(browser, app):
    style = browser.get(_address(app, "app.css")).text
    assert f'url("{_address(app, "mark.svg")}")' in style
    assert browser.get(_address(app, "mark.svg")).status_code == 200


def test_a_change_of_a_file_changes_its_address_alone(app, assets, cache):
    (assets / "app.css").write_text(".mark { color: red }")
    changed = dash.Dash("changed", assets_folder=str(assets))
    found = install(changed, cache=cache)
    assert found.address("app.css") != _address(app, "app.css")
    assert found.address("dash-renderer.js") == _address(app, "dash-renderer.js")


def test_what_was_compressed_once_is_read_back(tmp_path):
    first = files.static_file(address="/static/a.css", body=b"p { color: red }" * 9, cache=tmp_path)
    for path in tmp_path.iterdir():
        path.write_bytes(b"remembered")
    again = files.static_file(address="/static/a.css", body=b"p { color: red }" * 9, cache=tmp_path)
    assert brotli.decompress(first.bodies["br"]) == first.bodies["identity"] == again.bodies["identity"]
    assert again.bodies["br"] == again.bodies["gzip"] == b"remembered"


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    made = files.static_file(
        address="/static/a.css", body=b"p { color: red }" * 9, cache=in_the_way / "cache"
    )
    assert brotli.decompress(made.bodies["br"]) == made.bodies["identity"]


def test_the_later_scripts_of_dash_lie_beside_the_first(app):
    folder = _address(app, "dash-renderer.js").rpartition("/")[0]
    assert _address(app, "async-graph.js") == f"{folder}/async-graph.js"


def test_the_data_table_is_left_out(browser, app):
    script = browser.get(_address(app, "dash-renderer.js")).text
    assert "dash_html_components=" in script
    assert "dash_table=" not in script


def test_pages_with_charts_load_plotly_at_once_and_others_when_idle(browser, app):
    plotly = _address(app, "plotly.js")
    assert f'rel="preload" as="script" href="{plotly}"' in browser.get("/clients/7/figures").text
    assert f'rel="prefetch" as="script" href="{plotly}"' in browser.get("/").text


def test_dash_is_told_of_our_plotly_and_cannot_change_it(browser, app):
    script = browser.get(_address(app, "app.js")).text
    assert "_dashPlotlyJSURL" in script
    assert _address(app, "plotly.js") in script


def test_the_first_visit_of_a_page_without_charts_fits_its_budget(browser, app):
    names = ("dash-renderer.js", "app.js", "app.css")
    accepted = {"Accept-Encoding": "br"}
    assert sum(len(browser.get(_address(app, name), headers=accepted).data) for name in names) < 250_000


def test_a_layout_is_compressed_when_it_is_worth_it(browser):
    answer = browser.get("/_dash-layout", headers={"Accept-Encoding": "br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert b"xxxx" in brotli.decompress(answer.data)


def test_a_short_answer_stays_as_it_is(browser):
    answer = browser.get("/_dash-dependencies", headers={"Accept-Encoding": "br"})
    assert answer.text.strip() == "[]"


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("br, gzip", "br"),
        ("gzip;q=1, br;q=0", "gzip"),
        ("", "identity"),
        (None, "identity"),
        ("zstd", "identity"),
    ],
)
def test_the_smallest_accepted_encoding_is_chosen(header, chosen):
    assert best_encoding(header, ("br", "gzip", "identity")) == chosen


def _address(app, name):
    return app.server.jinja_env.globals["static_address"](name)
