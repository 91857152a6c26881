"""The architecture as tests: what the layers, the linter and the types cannot say."""

import enum
import importlib
import pkgutil
import re
import tomllib

import pytest
from dash import Input, Output, dcc, html

from dashboard import callbacks, guard, ids, pages, routes, theme
from dashboard.domain.access import Permission
from dashboard.domain.peers import Comparison
from dashboard.pages import PAGES, meeting
from dashboard.viewmodels.meeting import AgreementLine, MeetingMemory
from tests import rules
from tests.cast import EDITOR
from tests.drawn import Drawn, answers, screens, wired, with_something_on_each_page
from tests.papers import BAKERY
from tests.rules import ROOT, Source, found, sources

OURS = ("dashboard", "tools", "bench")
GROUPS = [group.callbacks for group in callbacks.GROUPS]
TOKENS = (ROOT / "assets/tokens.css").read_text(encoding="utf-8")
CHART_COLOURS = {
    "ink": theme.INK,
    "ink-2": theme.INK_2,
    "line": theme.LINE,
    "paper": theme.PAPER,
    "c-company": theme.CLIENT,
    "c-sector": theme.PEERS[Comparison.SECTOR],
    "c-region": theme.PEERS[Comparison.REGION],
    "c-belgium": theme.PEERS[Comparison.BELGIUM],
    "c-committee": theme.PEERS[Comparison.COMMITTEE],
    "band-10-90": theme.BAND_OUTER,
    "band-25-75": theme.BAND_INNER,
    "band-edge": theme.BAND_EDGE,
    "median": theme.MEDIAN,
    "font": theme.FONT,
}


def modules_with(package, name):
    """The modules of a package that hold something of this name."""
    listed = (
        importlib.import_module(f"{package.__name__}.{one.name}")
        for one in pkgutil.iter_modules(package.__path__)
    )
    return {module for module in listed if hasattr(module, name)}


def test_every_group_of_callbacks_and_of_routes_is_connected():
    assert modules_with(callbacks, "callbacks") == set(callbacks.GROUPS)
    assert modules_with(routes, "routes") == set(routes.GROUPS)


def test_every_recorded_callback_and_route_says_who_may():
    asked = [wire.allow for group in GROUPS for wire in group.wires]
    asked += [rule[3] for group in routes.GROUPS for rule in group.routes.rules]
    assert len(asked) > 20
    assert all(isinstance(one, Permission) for one in asked)


def test_every_module_with_a_layout_is_a_page_of_its_own_name():
    drawn = {module.__name__.rpartition(".")[2]: module.layout for module in modules_with(pages, "layout")}
    assert {page.name: page.layout for page in PAGES} == drawn


@pytest.fixture
def drawn(app, cast, figures_world):
    """Everything that a page or an answer draws; the figures need a world that has some."""
    shown = [
        *screens(with_something_on_each_page(cast), app),
        *answers(cast.workspace(EDITOR), cast.client(EDITOR, BAKERY).id),
    ]
    client = figures_world.special()["provisional"].id
    for page in PAGES:
        if page.name in {"company_figures", "portfolio"}:
            address = pages.Address(page.path, {"client": client}, {})
            shown.append(page.layout(figures_world.workspace(), address).body)
    line = AgreementLine("agreed", "Fewer days lost", "", "", "", "")
    memory = MeetingMemory((line,), "", points_are_drafted=False, metrics=(), may_edit=True)
    agreed = meeting.agreements(memory, figures_world.workspace().language)
    return Drawn.of([*shown, agreed])


def test_every_wired_id_is_drawn(drawn):
    assert len(wired(GROUPS)) > 50
    assert sorted(wired(GROUPS) - drawn.ids) == []


def test_every_id_is_drawn_and_somebody_uses_it(drawn):
    kinds = [one for one in vars(ids).values() if isinstance(one, enum.EnumType) and one is not enum.StrEnum]
    known = {str(one) for kind in kinds for one in kind}
    patterns = {place for place in drawn.ids if place.startswith("{")}
    missing = {one for one in known - drawn.ids if not any(f'"{one}"' in place for place in patterns)}
    assert missing == set()
    used = wired(GROUPS) | drawn.named
    idle = {
        one for one in known - used if not any(f'"{one}"' in place for place in used) and not is_said(one)
    }
    assert idle == set()


def is_said(name):
    """A script or a test says the id itself, or its name in `ids`."""
    word = re.compile(rf"[\"'#]{re.escape(name)}(?![\w-])")
    return any(word.search(file.text) for file in SPOKEN)


SPOKEN = (*sources("assets", suffix=".js"), *sources("tests"))


def test_an_id_that_nothing_draws_is_found():
    hole = guard.Callbacks()
    hole.on(
        {"one": Output("drawn", "children"), "other": Output("forgotten", "children")},
        allow=Permission.VIEW_CLIENTS,
        one=Input({"type": "row", "client": "x"}, "n_clicks"),
    )(lambda _workspace: None)
    hole.in_browser("nothing", Output("lost", "children"), Input("drawn", "n_clicks"))
    page = html.Div([html.P(id="drawn"), dcc.Link(html.B(id={"type": "row", "client": 7}), href="#drawn")])
    assert wired([hole]) - Drawn.of(page).ids == {"forgotten", "lost"}
    assert "drawn" in Drawn.of(page).named


@pytest.mark.parametrize(
    ("rule", "files"),
    [
        (rules.long_file, sources(*OURS, "tests")),
        (rules.long_functions, sources(*OURS, "tests")),
        (rules.docstrings, sources(*OURS)),
        (rules.forbidden_calls, sources("dashboard")),
        (rules.inline_styles, sources("dashboard")),
        (rules.markup_from_text, sources("assets", suffix=".js")),
        (rules.colours, sources("assets", suffix="app.css")),
        (rules.domain_imports, sources("dashboard/domain")),
        (rules.asserts_nothing, tuple(one for one in sources("tests") if "/browser/" not in one.path)),
    ],
    ids=lambda given: given.__name__ if callable(given) else "",
)
def test_the_source_keeps_the_rule(rule, files):
    assert files
    assert found(rule, files) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (rules.long_file, "\n" * 301),
        (rules.long_functions, "def long():\n" + "    run()\n" * 40),
        (rules.docstrings, "x = 1"),
        (rules.docstrings, '"""One. Two."""'),
        (rules.docstrings, '"""One."""\n\ndef two():\n    """Runs over\n    two lines."""'),
        (rules.docstrings, '"""One."""\n\nclass Two:\n    """No stop"""'),
        (rules.forbidden_calls, "import dash\n@dash.callback()\ndef two(): ..."),
        (rules.forbidden_calls, "from dash import callback"),
        (rules.forbidden_calls, "from dash import dcc\ndcc.Store(id='x')"),
        (rules.inline_styles, "html.P(style={'color': 'red'})"),
        (rules.inline_styles, "html.P(style={**more})"),
        (rules.inline_styles, "html.P(style=given)"),
        (rules.markup_from_text, "cell.innerHTML = row.name;"),
        (rules.markup_from_text, 'cell.style.color = "red";'),
        (rules.colours, "a { color: #fff }"),
        (rules.colours, "a { color: rgb(0 0 0) }"),
        (rules.domain_imports, "from dashboard.data.store import Store"),
        (rules.domain_imports, "from dashboard import domain, ids"),
        (rules.domain_imports, "import dashboard.config"),
        (rules.domain_imports, "from dashboard.i18n import N_, language"),
        (rules.asserts_nothing, "def test_nothing():\n    run()"),
    ],
)
def test_a_fault_is_found(rule, text):
    assert len(found(rule, [Source("planted.py", text)])) == 1


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (rules.docstrings, '"""One sentence, e.g. this one."""'),
        (rules.forbidden_calls, "app.callback(output)(handler)"),
        (rules.inline_styles, "html.P(style={'--at': '4%'})"),
        (rules.markup_from_text, 'cell.textContent = row.name; bar.style.setProperty("--at", x);'),
        (rules.colours, "#add-client { color: var(--ink) }"),
        (
            rules.domain_imports,
            "from dashboard import errors\nfrom dashboard.domain import clients\nimport re",
        ),
        (rules.asserts_nothing, "def test_it():\n    with pytest.raises(NotFound):\n        run()"),
    ],
)
def test_what_is_right_is_left_alone(rule, text):
    assert found(rule, [Source("right.py", text)]) == []


def test_templates_carry_no_style_of_their_own():
    templates = sources("dashboard/templates", suffix=".html")
    assert len(templates) > 3
    inline = re.compile(r"\bstyle=|<style|<script(?! defer src=\"\{\{ static_address\()")
    assert [file.path for file in templates if inline.search(file.text)] == []


def light_tokens(css):
    """The custom properties before the dark ones."""
    return dict(re.findall(r"--([\w-]+): ([^;]+);", css.partition("@media")[0]))


def test_charts_have_the_colours_of_the_stylesheet():
    tokens = light_tokens(TOKENS)
    assert {name: tokens.get(name) for name in CHART_COLOURS} == CHART_COLOURS
    text = (ROOT / "dashboard/theme.py").read_text(encoding="utf-8")
    named = {*CHART_COLOURS.values(), *theme.DARK.values()}
    assert set(rules.COLOUR.findall(text)) == {one for one in named if one.startswith("#")}


def dark_tokens(css):
    """The dark ones twice: where the reader prefers them, and on a page that chooses."""
    _light, preferred, chosen = re.split(r"\n  :root:not|\n\[data-theme=\"dark\"\]", css)
    return [dict(re.findall(r"--([\w-]+): ([^;]+);", one)) for one in (preferred, chosen)]


def test_charts_have_the_dark_colours_of_the_stylesheet():
    preferred, chosen = dark_tokens(TOKENS)
    assert preferred == chosen
    on_paper = chosen | {"paper": chosen["bg"]}
    drawn = {name: colour for name, colour in CHART_COLOURS.items() if colour.startswith("#")}
    assert {name: theme.DARK[colour] for name, colour in drawn.items()} == {
        name: on_paper[name] for name in drawn
    }


def test_no_other_module_names_a_colour():
    others = [one for one in sources("dashboard") if one.path != "dashboard/theme.py"]
    quoted = re.compile(r"[\"']#[0-9a-fA-F]{3,8}[\"']")
    assert [one.path for one in others if quoted.search(one.text)] == []


def contracts():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]


def test_the_contract_on_sql_names_every_module_but_data():
    named = next(one for one in contracts() if one["name"] == "SQL is spoken in data only")["source_modules"]
    package = importlib.import_module("dashboard")
    there = {f"dashboard.{one.name}" for one in pkgutil.iter_modules(package.__path__)}
    assert set(named) == there - {"dashboard.data", "dashboard.__main__"}
