"""Every sentence of the product exists in every language, and nothing else does."""

import ast
from pathlib import Path

import pytest

from tools import translations

ALL = frozenset({"N_", "text", "plural", "NotFound"})

languages = pytest.mark.parametrize("code", translations.TRANSLATED)


@languages
def test_no_sentence_lacks_its_translation(code):
    assert [f"{one.screen}.po: {one.key}" for one in translations.missing(code)] == [], (
        "run: make translations"
    )


@languages
def test_no_translation_is_stale(code):
    assert [f"{one.screen}.po: {one.key}" for one in translations.stale(code)] == []


@languages
def test_translations_keep_the_placeholders(code):
    assert [f"{one.screen}.po: {one.key} / {one.forms}" for one in translations.altered(code)] == []


@languages
def test_two_screens_translate_a_sentence_alike(code):
    assert list(translations.contradictions(code)) == []


def test_french_is_set_with_the_typographic_apostrophe():
    assert [form for one in translations.entries("fr") for form in one.forms if "'" in form] == []


def test_no_sentence_is_glued_from_parts():
    assert list(translations.glued()) == []


@pytest.mark.parametrize(
    ("code", "keys"),
    [
        ('language.text("Add a client")', ["Add a client"]),
        ('text("One" if well else "Other")', ["One", "Other"]),
        ('language.plural("{n} client", "{n} clients", n)', [("{n} client", "{n} clients")]),
        ('TITLE = N_("Clients")', ["Clients"]),
        ('raise errors.NotFound("No such page.")', ["No such page."]),
        ('class Gone(NotFound):\n    sentence = "It is gone."', ["It is gone."]),
        ("language.text(error.sentence, **error.values)", []),
    ],
)
def test_sentences_are_found_where_they_are_said(code, keys):
    assert list(translations.keys_in(ast.parse(code), markers=ALL)) == keys


def test_sentences_of_templates_are_found():
    source = (
        "<h1>{{ text('Sign in') }}</h1>{{ language.plural('{n} day', '{n} days', left) }}{{ text(name) }}"
    )

    assert list(translations.template_keys(source)) == ["Sign in", ("{n} day", "{n} days")]


def test_a_query_is_no_sentence():
    repository = translations.DASHBOARD / "data" / "store.py"

    assert "text" not in translations.markers(repository, frozenset())


def test_a_new_sentence_gets_an_entry_that_the_vocabulary_fills(tmp_path, monkeypatch):
    sentence = translations.Sentence("Add a client", Path("dashboard/pages/client_list.py"))
    monkeypatch.setattr(translations, "LOCALE", tmp_path)
    monkeypatch.setattr(translations, "sentences", lambda: (sentence,))

    translations.add_stubs("nl", {"Add a client": "Klant toevoegen"})

    (entry,) = translations.entries("nl")
    assert (entry.screen, entry.forms) == ("client_list", ("Klant toevoegen",))
