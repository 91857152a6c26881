"""The documentation says what the code does."""

import importlib
import re
from pathlib import Path

import pytest

from dashboard.cli import COMMANDS
from dashboard.config import SETTINGS
from dashboard.demo.sign_ins import PASSWORD, SIGN_INS
from dashboard.demo.words import FIRMS
from dashboard.domain.metrics import MEASURES, METRICS
from dashboard.i18n import language
from dashboard.pages import PAGES
from tools.docs import DOCS, pages

ROOT = DOCS.parent
WRITTEN = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)#\s]+)[^)]*\)")
CODE = re.compile(r"`([^`\n]+)`")
FILE = re.compile(r"(?:dashboard|assets|tests|tools|bench|docs)/[\w/.-]+")
RULES = [f"R{number}" for number in range(1, 14)]


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["settings.md", "metrics.md", "commands.md"])
def test_a_generated_page_is_current(name):
    assert (DOCS / name).read_text(encoding="utf-8") == pages()[name], "Run `make docs`."


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command):
    assert f"`portefeuille {command}" in text_of("README.md")


def test_every_setting_is_named():
    page = text_of("docs/settings.md")
    assert [setting.name for setting in SETTINGS if f"`{setting.name}`" not in page] == []


def test_every_metric_is_named():
    page = text_of("docs/metrics.md")
    assert [metric.name for metric in METRICS if f"`{metric.name}`" not in page] == []


def test_metrics_are_made_of_the_measures_of_the_facts():
    used = {name for metric in METRICS for name in metric.measures}
    assert used <= set(MEASURES)


def test_every_page_is_in_the_list_of_screens():
    page = text_of("docs/architecture.md")
    assert [one.path for one in PAGES if f"`{one.path}`" not in page] == []


def test_every_rule_on_peers_is_told():
    page = text_of("docs/peers.md")
    assert [rule for rule in RULES if f"| {rule} " not in page] == []


def test_the_readme_knows_who_may_sign_in_to_the_demo():
    page = text_of("README.md")
    rows = [f"| `{one.email}` | {one.role} | {FIRMS[one.firm]} |" for one in SIGN_INS]
    assert [row for row in rows if row not in page] == []
    assert PASSWORD in page


def test_the_words_of_the_glossary_exist_in_the_code():
    rows = [line.split("|") for line in text_of("docs/glossary.md").splitlines() if line.startswith("| ")]
    names = [name for row in rows for name in CODE.findall(row[5])]
    assert len(names) > len(rows) / 2
    assert [name for name in names if not is_there(name)] == []


def is_there(name):
    """A module of the package, or something in it."""
    module, _, thing = name.rpartition(".")
    try:
        return hasattr(importlib.import_module(f"dashboard.{module}"), thing) or bool(
            importlib.import_module(f"dashboard.{name}")
        )
    except ModuleNotFoundError:
        return False


@pytest.mark.parametrize("code", ["fr", "nl", "de"])
@pytest.mark.parametrize("word", ["Audit trail", "Requests", "Headcount", "Sector", "Region", "Belgium"])
def test_the_glossary_says_what_the_screen_says(word, code):
    assert language(code).text(word).casefold() in text_of("docs/glossary.md").casefold()


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    links = [one for one in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in one]
    assert [one for one in links if not (page.parent / one).exists()] == []


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(ROOT)))
def test_files_that_are_named_exist(page):
    quoted = " ".join(CODE.findall(page.read_text(encoding="utf-8")))
    named = {one.rstrip(".") for one in FILE.findall(without_patterns(quoted))}
    assert [one for one in sorted(named) if not (ROOT / one).exists()] == []


def without_patterns(text):
    """`pages/<screen>.py` and `locale/{fr,nl,de}/…` stand for many files."""
    return " ".join(word for word in text.split() if not set(word) & set("<{*"))


def test_no_page_of_the_repository_is_longer_than_a_reader_stays():
    lengths = {page.name: len(page.read_text(encoding="utf-8").splitlines()) for page in WRITTEN}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_decisions_are_numbered_without_gaps():
    numbers = [int(page.name[:4]) for page in sorted((DOCS / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("page", sorted((DOCS / "decisions").glob("*.md")), ids=lambda page: page.stem)
def test_a_decision_says_its_question_choice_cost_and_when_to_look_again(page):
    text = Path(page).read_text(encoding="utf-8")
    parts = ("**Question.**", "**Choice.**", "**Cost.**", "**Look again**")
    assert [part for part in parts if part not in text] == []
